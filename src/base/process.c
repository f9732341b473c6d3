// SPDX-License-Identifier: MIT
#include "base/process.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child.h"
#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"

enum {
    READ_STEP = 65536,
    LOOK_MS = 20,  // no wait is longer: then the end, limits and cancel are looked at
    TAIL_MAX = 512 // kept of its standard error
};

struct process {
    struct child child;
    char *name; // for people
    const atomic_bool *cancel;
    const char *input; // what it has not taken yet
    size_t input_size;
    struct text_builder output;
    size_t output_most;
    char tail[TAIL_MAX]; // the last bytes of its standard error
    size_t tail_length;
    bool strict; // words there are a failure
    int idle_ms; // the next wait where no pipe can tell anything
};

static struct process *begin(const char *const *words, bool heard, struct error *err) {
    assert(words && words[0]);
    struct process *process = memory_new(1, sizeof *process);
    if (!child_begin(words, heard, &process->child, err)) {
        memory_free(process);
        return NULL;
    }
    process->name = memory_text(words[0]);
    process->idle_ms = 1;
    text_add_bytes(&process->output, "", 0);
    return process;
}

static void forget(struct process *process) {
    text_builder_free(&process->output);
    memory_free(process->name);
    memory_free(process);
}

// write() without the signal that a closed pipe raises: what it raises in this thread is taken away
// again, whatever the program has made of that signal.
static ssize_t write_quietly(int file, const void *data, size_t size) {
    sigset_t quiet, before, pending;
    sigemptyset(&quiet);
    sigaddset(&quiet, SIGPIPE);
    sigpending(&pending);
    bool was_pending = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &quiet, &before);
    ssize_t done = write(file, data, size);
    int reason = errno;
    if (done < 0 && reason == EPIPE && !was_pending) {
        int taken = 0;
        sigpending(&pending);
        if (sigismember(&pending, SIGPIPE) == 1) {
            sigwait(&quiet, &taken);
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = reason;
    return done;
}

static bool is_passing(int reason) {
    return reason == EAGAIN || reason == EWOULDBLOCK || reason == EINTR;
}

// Gives what the pipe takes. A reader that has gone is no trouble here: its input is closed.
static void give(struct process *process) {
    ssize_t done = write_quietly(process->child.input, process->input, process->input_size);
    if (done >= 0) {
        process->input += done;
        process->input_size -= (size_t)done;
    } else if (!is_passing(errno)) {
        child_close(&process->child.input);
    }
}

static void keep_tail(struct process *process, const char *bytes, size_t length) {
    if (length > TAIL_MAX) {
        bytes += length - TAIL_MAX;
        length = TAIL_MAX;
    }
    size_t kept =
        process->tail_length + length > TAIL_MAX ? TAIL_MAX - length : process->tail_length;
    memmove(process->tail, process->tail + process->tail_length - kept, kept);
    memcpy(process->tail + kept, bytes, length);
    process->tail_length = kept + length;
}

// One reading of an end that has something or is at its end, which closes it. True when something
// came.
static bool take(int *end, char to[READ_STEP], size_t *length) {
    ssize_t got = *end >= 0 ? read(*end, to, READ_STEP) : 0;
    if (got < 0 && is_passing(errno)) {
        return false;
    }
    if (got <= 0) {
        child_close(end);
        return false;
    }
    *length = (size_t)got;
    return true;
}

static bool fail_large(struct process *process, struct error *err) {
    return error_set(err, ERROR_LIMIT, "%s: gave more than %zu KiB", process->name,
                     process->output_most / 1024);
}

// All that it has printed until now. False when that is more than it may.
static bool hear(struct process *process, struct error *err) {
    char step[READ_STEP];
    size_t length = 0;
    while (take(&process->child.output, step, &length)) {
        if (length > process->output_most - process->output.length) {
            return fail_large(process, err);
        }
        text_add_bytes(&process->output, step, length);
    }
    // Not to its end: a program may complain faster than it is read.
    if (take(&process->child.complaints, step, &length)) {
        keep_tail(process, step, length);
    }
    return true;
}

// Waits until a pipe has something to say, LOOK_MS at most, and serves all of them.
static bool serve(struct process *process, struct error *err) {
    const struct child *child = &process->child;
    bool giving = child->input >= 0 && process->input_size > 0;
    struct pollfd ends[] = {
        {.fd = giving ? child->input : -1, .events = POLLOUT},
        {.fd = child->output, .events = POLLIN},
        {.fd = child->complaints, .events = POLLIN},
    };
    enum { ENDS = sizeof ends / sizeof *ends };
    bool any = giving || child->output >= 0 || child->complaints >= 0;
    if (!any && process->idle_ms < LOOK_MS) {
        process->idle_ms *= 2;
    }
    poll(ends, ENDS, any ? LOOK_MS : process->idle_ms);
    if (giving && ends[0].revents) {
        give(process);
    }
    return hear(process, err);
}

static bool check_cancel(const struct process *process, struct error *err) {
    if (process->cancel && atomic_load(process->cancel)) {
        return error_set(err, ERROR_LIMIT, "%s: was stopped", process->name);
    }
    return true;
}

static bool check_time(const struct process *process, int64_t until_ms, int64_t most_ms,
                       struct error *err) {
    if (clock_monotonic_ms() >= until_ms) {
        return error_set(err, ERROR_LIMIT, "%s: was not done within %lld ms", process->name,
                         (long long)most_ms);
    }
    return true;
}

// The last line of its standard error that says something, in characters that do no harm.
static void last_words(const struct process *process, struct text_builder *to) {
    size_t end = process->tail_length;
    while (end > 0 && strchr("\r\n \t", process->tail[end - 1])) {
        end--;
    }
    size_t at = end;
    while (at > 0 && process->tail[at - 1] != '\n' && process->tail[at - 1] != '\r') {
        at--;
    }
    while (at < end) {
        uint32_t code = 0;
        size_t length = text_character(process->tail + at, end - at, &code);
        if (length > 0 && !text_is_control(code)) {
            text_add_bytes(to, process->tail + at, length);
        }
        at += length > 0 ? length : 1;
    }
}

static bool fail_ended(const struct process *process, int status, struct error *err) {
    struct text_builder words = {0};
    last_words(process, &words);
    const char *before = words.length > 0 ? ": " : "";
    const char *said = words.length > 0 ? words.text : "";
    if (status >= 0 && WIFSIGNALED(status)) {
        error_set(err, ERROR_PROGRAM, "%s: was ended by signal %d%s%s", process->name,
                  WTERMSIG(status), before, said);
    } else {
        error_set(err, ERROR_PROGRAM, "%s: ended with status %d%s%s", process->name,
                  status >= 0 ? WEXITSTATUS(status) : status, before, said);
    }
    text_builder_free(&words);
    return false;
}

static bool check_written(struct process *process, const char *path, struct error *err) {
    struct stat status;
    if (path && stat(path, &status) == 0 && status.st_size > 0 &&
        (uintmax_t)status.st_size > process->output_most) {
        return fail_large(process, err);
    }
    return true;
}

// Serves it until it ends by itself; false when it must be ended.
static bool attend(struct process *process, const struct process_options *options,
                   struct error *err) {
    int64_t until_ms = clock_monotonic_ms() + options->time_most_ms;
    // Asked before the last reading, so that nothing it has printed is missed.
    for (bool ended = false; !ended;) {
        ended = child_has_ended(&process->child);
        if (process->input_size == 0) {
            child_close(&process->child.input);
        }
        if (!(ended ? hear(process, err) : serve(process, err)) ||
            !check_written(process, options->written, err)) {
            return false;
        }
        if (!ended && (!check_cancel(process, err) ||
                       !check_time(process, until_ms, options->time_most_ms, err))) {
            return false;
        }
    }
    return true;
}

bool process_run(const struct process_options *options, struct bytes *output, struct error *err) {
    struct process *process = begin(options->words, true, err);
    if (!process) {
        return false;
    }
    process->input = options->input;
    process->input_size = options->input_size;
    process->output_most = options->output_most;
    process->cancel = options->cancel;
    bool done = attend(process, options, err);
    int status = child_end(&process->child);
    if (done && status != 0) {
        done = fail_ended(process, status, err);
    }
    if (done) {
        *output = (struct bytes){.data = process->output.text, .length = process->output.length};
        process->output = (struct text_builder){0};
    }
    forget(process);
    return done;
}

struct process *process_open(const char *const *words, struct error *err) {
    return begin(words, false, err);
}

void process_heed(struct process *process, const atomic_bool *cancel) {
    process->cancel = cancel;
}

void process_be_strict(struct process *process) {
    process->strict = true;
}

bool process_write(struct process *process, const void *data, size_t size, struct error *err) {
    int64_t until_ms = clock_monotonic_ms() + PROCESS_STUCK_MS;
    process->input = data;
    process->input_size = size;
    while (process->input_size > 0) {
        size_t before = process->input_size;
        if (!serve(process, err) || !check_cancel(process, err)) {
            return false;
        }
        if (process->child.input < 0) {
            struct text_builder words = {0};
            last_words(process, &words);
            error_set(err, ERROR_PROGRAM, "%s: takes no more: %s", process->name,
                      words.length > 0 ? words.text : "-");
            text_builder_free(&words);
            return false;
        }
        if (process->input_size < before) {
            until_ms = clock_monotonic_ms() + PROCESS_STUCK_MS;
        } else if (!check_time(process, until_ms, PROCESS_STUCK_MS, err)) {
            return false;
        }
    }
    return true;
}

bool process_close(struct process *process, struct error *err) {
    const struct process_options options = {.time_most_ms = PROCESS_STUCK_MS};
    process->input_size = 0;
    bool done = attend(process, &options, err);
    int status = child_end(&process->child);
    if (done && (status != 0 || (process->strict && process->tail_length > 0))) {
        done = fail_ended(process, status, err);
    }
    forget(process);
    return done;
}

void process_kill(struct process *process) {
    if (process) {
        child_end(&process->child);
        forget(process);
    }
}

static bool is_program(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

bool process_find(const char *word) {
    if (strchr(word, '/')) {
        return is_program(word);
    }
    const char *at = getenv("PATH");
    bool found = false;
    while (at && *word && !found) {
        size_t length = strcspn(at, ":");
        struct text_builder path = {0};
        text_add_bytes(&path, at, length);
        text_add_format(&path, "%s%s", length > 0 ? "/" : "./", word);
        found = is_program(path.text);
        text_builder_free(&path);
        at = at[length] ? at + length + 1 : NULL;
    }
    return found;
}
