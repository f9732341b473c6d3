// SPDX-License-Identifier: MIT
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "files/settings.h"
#include "scratch.h"

// A folder with a file of settings, and what is said while it is read.

enum { TEXT_SIZE = 8192 };

struct bench {
    char folder[SCRATCH_PATH_MAX];
    char path[SCRATCH_PATH_MAX];
    char log[SCRATCH_PATH_MAX];
};

static inline int set_up(void **state) {
    struct bench *bench = test_calloc(1, sizeof *bench);
    scratch_make(bench->folder);
    scratch_path(bench->path, bench->folder, "settings.cfg");
    scratch_path(bench->log, bench->folder, "log");
    *state = bench;
    return 0;
}

static inline int tear_down(void **state) {
    struct bench *bench = *state;
    scratch_remove(bench->folder);
    test_free(bench);
    return 0;
}

static inline void put(const struct bench *bench, const char *text) {
    scratch_put(bench->path, text, strlen(text));
}

static const char *get(const char *path, char to[TEXT_SIZE]) {
    struct bytes bytes;
    struct error err = {0};
    assert_true(file_read(path, TEXT_SIZE - 1, &bytes, &err));
    memcpy(to, bytes.data, bytes.length + 1);
    bytes_free(&bytes);
    return to;
}

// Reads while standard error goes to a file; the lines that it got are in `log`.
static inline struct settings read_and_listen(struct bench *bench, char log[TEXT_SIZE]) {
    fflush(stderr);
    int screen = dup(STDERR_FILENO);
    assert_non_null(freopen(bench->log, "w", stderr));
    struct settings settings = settings_read(bench->path);
    fflush(stderr);
    dup2(screen, STDERR_FILENO);
    close(screen);
    get(bench->log, log);
    unlink(bench->log);
    return settings;
}

static inline int count_lines(const char *text) {
    int lines = 0;
    for (; *text; text++) {
        lines += *text == '\n';
    }
    return lines;
}

static inline void check_same(const struct settings *a, const struct settings *b) {
    for (int index = 0; index < settings_count(); index++) {
        char one[SETTINGS_COMMAND_SIZE], other[SETTINGS_COMMAND_SIZE];
        struct error err = {0};
        assert_true(settings_get(a, settings_key(index), one, sizeof one, &err));
        assert_true(settings_get(b, settings_key(index), other, sizeof other, &err));
        assert_string_equal(one, other);
    }
}
