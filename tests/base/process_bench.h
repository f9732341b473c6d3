// SPDX-License-Identifier: MIT
#pragma once

// Programs that behave and programs that do not, each a line for sh, and what became of them.

#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/memory.h"
#include "scratch.h"

static char folder[SCRATCH_PATH_MAX];

enum { MIB = 1 << 20, SOON_MS = 1000 };

static inline int begin(void **state) {
    (void)state;
    scratch_make(folder);
    return 0;
}

static inline int end(void **state) {
    (void)state;
    // Nobody that was started is left, not even as a zombie.
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    scratch_remove(folder);
    return 0;
}

struct ran {
    bool done;
    struct bytes output;
    struct error err;
    int64_t took_ms;
};

static inline struct ran run_with(struct process_options options, const char *line) {
    const char *const words[] = {"sh", "-c", line, "sh", folder, NULL};
    struct ran ran = {0};
    options.words = words;
    options.output_most = options.output_most ? options.output_most : MIB;
    options.time_most_ms = options.time_most_ms ? options.time_most_ms : 20000;
    int64_t began = clock_monotonic_ms();
    ran.done = process_run(&options, &ran.output, &ran.err);
    ran.took_ms = clock_monotonic_ms() - began;
    if (!ran.done) {
        assert_null(ran.output.data);
        assert_true(ran.err.text[0] != '\0');
    }
    return ran;
}

static inline struct ran run(const char *line) {
    return run_with((struct process_options){0}, line);
}

static inline void check_failed(struct ran ran, enum error_code code, const char *says) {
    assert_false(ran.done);
    if (ran.err.code != code || !strstr(ran.err.text, says)) {
        fail_msg("%d: %s", ran.err.code, ran.err.text);
    }
}

// The process whose number stands in a file of the scratch folder is gone, and was not waited for
// longer than a moment.
static inline void check_gone(const char *name) {
    char path[SCRATCH_PATH_MAX], text[32] = {0};
    FILE *file = fopen(scratch_path(path, folder, name), "r");
    assert_non_null(file);
    assert_non_null(fgets(text, sizeof text, file));
    fclose(file);
    pid_t pid = (pid_t)strtol(text, NULL, 10);
    assert_true(pid > 1);
    for (int wait = 0; wait < 200; wait++) {
        // Somebody else's orphan may stay a zombie for as long as that one likes.
        char status[64], line[256] = {0};
        snprintf(status, sizeof status, "/proc/%d/stat", (int)pid);
        FILE *about = fopen(status, "r");
        bool dead =
            kill(pid, 0) != 0 || (about && fgets(line, sizeof line, about) && strstr(line, ") Z "));
        if (about) {
            fclose(about);
        }
        if (dead) {
            return;
        }
        clock_sleep_ms(10);
    }
    fail_msg("%s: process %d still runs", name, (int)pid);
}

static inline void *cancel_soon(void *flag) {
    clock_sleep_ms(150);
    atomic_store((atomic_bool *)flag, true);
    return NULL;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)
