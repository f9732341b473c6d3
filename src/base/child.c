// SPDX-License-Identifier: MIT
#define _GNU_SOURCE // closing what a program must not have
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"

// glibc can close in the child what a library has opened here without O_CLOEXEC, and what another
// thread opens between pipe and fcntl.
#if defined __GLIBC__ && defined __GLIBC_PREREQ
#if __GLIBC_PREREQ(2, 34)
#define HAS_CLOSE_FROM 1
#endif
#endif

enum { PIPE_READ, PIPE_WRITE, PIPE_ENDS };

// The two ends of each standard stream; -1: none.
struct streams {
    int ends[STDERR_FILENO + 1][PIPE_ENDS];
};

void child_close(int *end) {
    if (*end >= 0) {
        close(*end);
        *end = -1;
    }
}

static void close_streams(struct streams *streams) {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        child_close(&streams->ends[stream][PIPE_READ]);
        child_close(&streams->ends[stream][PIPE_WRITE]);
    }
}

// Which end of a stream's pipe stays here.
static int our_end(int stream) {
    return stream == STDIN_FILENO ? PIPE_WRITE : PIPE_READ;
}

static bool open_pipe(int ends[PIPE_ENDS], int ours) {
    if (pipe(ends) != 0) {
        ends[PIPE_READ] = ends[PIPE_WRITE] = -1;
        return false;
    }
    int flags = fcntl(ends[ours], F_GETFL);
    return fcntl(ends[PIPE_READ], F_SETFD, FD_CLOEXEC) == 0 &&
           fcntl(ends[PIPE_WRITE], F_SETFD, FD_CLOEXEC) == 0 && flags >= 0 &&
           fcntl(ends[ours], F_SETFL, flags | O_NONBLOCK) == 0;
}

static bool open_streams(struct streams *streams, bool heard) {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if ((stream != STDOUT_FILENO || heard) &&
            !open_pipe(streams->ends[stream], our_end(stream))) {
            return false;
        }
    }
    return true;
}

// What happens to its files between here and there. Returns 0 or the reason.
static int plan_files(posix_spawn_file_actions_t *plan, const struct streams *streams) {
    int reason = 0;
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO && reason == 0; stream++) {
        int end = streams->ends[stream][PIPE_WRITE - our_end(stream)];
        reason = end >= 0
                     ? posix_spawn_file_actions_adddup2(plan, end, stream)
                     : posix_spawn_file_actions_addopen(plan, stream, "/dev/null", O_WRONLY, 0);
    }
#ifdef HAS_CLOSE_FROM
    if (reason == 0) {
        reason = posix_spawn_file_actions_addclosefrom_np(plan, STDERR_FILENO + 1);
    }
#endif
    return reason;
}

// A group of its own, and every signal as a fresh program has it. Returns 0 or the reason.
static int plan_state(posix_spawnattr_t *plan) {
    static const int signals[] = {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD, SIGALRM};
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        sigaddset(&usual, signals[i]);
    }
    const short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    int reason = posix_spawnattr_setflags(plan, flags);
    reason = reason ? reason : posix_spawnattr_setpgroup(plan, 0);
    reason = reason ? reason : posix_spawnattr_setsigmask(plan, &none);
    return reason ? reason : posix_spawnattr_setsigdefault(plan, &usual);
}

static int spawn(const char *const *words, const struct streams *streams, struct child *child) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t state;
    int reason = posix_spawn_file_actions_init(&files);
    if (reason != 0) {
        return reason;
    }
    reason = posix_spawnattr_init(&state);
    if (reason == 0) {
        reason = plan_files(&files, streams);
        reason = reason ? reason : plan_state(&state);
        char **environment = strays_environment(child->mark);
        // The words are not changed; the function's type is older than const.
        char *const *argv = (char *const *)(uintptr_t)words;
        reason = reason ? reason
                        : posix_spawnp(&child->pid, words[0], &files, &state, argv, environment);
        memory_free(environment);
        posix_spawnattr_destroy(&state);
    }
    posix_spawn_file_actions_destroy(&files);
    return reason;
}

static bool fail(const char *word, int reason, struct error *err) {
    bool missing = reason == ENOENT || reason == ENOTDIR;
    if (missing) {
        return error_set(err, ERROR_MISSING, "%s: there is no such program", word);
    }
    return error_set(err, ERROR_PROGRAM, "%s: cannot be started: %s", word, strerror(reason));
}

bool child_begin(const char *const *words, bool heard, struct child *child, struct error *err) {
    struct streams streams;
    memset(&streams, -1, sizeof streams);
    if (!open_streams(&streams, heard)) {
        int reason = errno;
        close_streams(&streams);
        return fail(words[0], reason, err);
    }
    strays_mark(child->mark);
    int reason = spawn(words, &streams, child);
    if (reason != 0) {
        close_streams(&streams);
        return fail(words[0], reason, err);
    }
    int *ours[] = {&child->input, &child->output, &child->complaints};
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        *ours[stream] = streams.ends[stream][our_end(stream)];
        streams.ends[stream][our_end(stream)] = -1;
    }
    close_streams(&streams);
    return true;
}

bool child_has_ended(const struct child *child) {
    siginfo_t info = {0};
    int done = waitid(P_PID, (id_t)child->pid, &info, WEXITED | WNOHANG | WNOWAIT);
    return done == 0 ? info.si_pid != 0 : errno != EINTR;
}

int child_end(struct child *child) {
    int status = -1;
    kill(-child->pid, SIGKILL);
    pid_t done = 0;
    do {
        done = waitpid(child->pid, &status, 0);
    } while (done < 0 && errno == EINTR);
    strays_end(child->mark);
    child_close(&child->input);
    child_close(&child->output);
    child_close(&child->complaints);
    return done == child->pid ? status : -1;
}
