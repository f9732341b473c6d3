// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms isatty
//
// How far a longer piece of work has come: nothing for what is short, lines, or one bar that goes.
#include "cli/progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { ROOM = 65536 };

static int64_t now_ms;
static bool terminal;

int64_t __wrap_clock_monotonic_ms(void);
int64_t __wrap_clock_monotonic_ms(void) {
    return now_ms;
}

int __wrap_isatty(int file);
int __wrap_isatty(int file) {
    return file == STDERR_FILENO && terminal;
}

// What the work of `length_ms` says on standard error.
static const char *said(int64_t length_ms, bool on_terminal, char text[ROOM]) {
    char *written = NULL;
    size_t length = 0;
    FILE *kept = stderr;
    struct progress progress;
    setenv("TERM", "xterm", 1);
    terminal = on_terminal;
    now_ms = 5000;
    stderr = open_memstream(&written, &length);
    assert_non_null(stderr);
    progress_begin(&progress, "work");
    for (int64_t ms = 0; ms <= length_ms; ms += 7) {
        now_ms = 5000 + ms;
        progress_show(&progress, (double)ms / (double)length_ms);
    }
    progress_show(&progress, 1);
    progress_end(&progress);
    fclose(stderr);
    stderr = kept;
    snprintf(text, ROOM, "%s", written);
    free(written);
    return text;
}

static void short_work_says_nothing(void **state) {
    (void)state;
    char text[ROOM];
    assert_string_equal(said(990, true, text), "");
    assert_string_equal(said(990, false, text), "");
}

static void a_file_gets_a_line_a_tenth(void **state) {
    (void)state;
    char text[ROOM];
    assert_string_equal(said(20000, false, text),
                        "work 10 %\nwork 20 %\nwork 30 %\nwork 40 %\nwork 50 %\nwork 60 %\n"
                        "work 70 %\nwork 80 %\nwork 90 %\nwork 100 %\n");
    // What was done before it spoke is left out.
    assert_string_equal(said(2000, false, text), "work 50 %\nwork 60 %\nwork 70 %\nwork 80 %\n"
                                                 "work 90 %\nwork 100 %\n");
}

static void a_terminal_gets_a_bar_that_goes_away(void **state) {
    (void)state;
    char text[ROOM];
    said(20000, true, text);
    assert_null(strchr(text, '\n'));
    size_t length = strlen(text);
    assert_true(length > 4 && strcmp(text + length - 4, "\r\033[K") == 0);
    int bars = 0;
    for (const char *at = text; (at = strstr(at, "\rwork")) != NULL; at++) {
        bars++;
    }
    assert_in_range(bars, 100, 190); // ten a second at most
    assert_non_null(strstr(text, "50 %"));
    assert_non_null(strstr(text, "0:10 left"));
}

static void check_bar(int columns, double share, int64_t left_ms, const char *should) {
    struct text_builder text = {0};
    progress_bar(&text, (struct progress_look){.columns = columns}, "work", share, left_ms);
    assert_string_equal(text.text, should);
    assert_true(text_columns(text.text) < columns || columns < 12);
    text_builder_free(&text);
}

static void the_bar_fits_its_line(void **state) {
    (void)state;
    check_bar(80, 0, -1, "work   0 %  ----------------------------------------");
    check_bar(80, 0.5, 65000, "work  50 %  ####################--------------------  1:05 left");
    check_bar(80, 1, 0, "work 100 %  ########################################  0:00 left");
    check_bar(36, 0.5, 65000, "work  50 %  ######------  1:05 left");
    check_bar(30, 0.5, 65000, "work  50 %  1:05 left"); // a bar that short says nothing
    check_bar(12, 0.5, 65000, "work  50 %");
    struct text_builder text = {0};
    progress_bar(&text, (struct progress_look){.columns = 80, .utf8 = true}, "work", 0.25, -1);
    assert_non_null(strstr(text.text, "\u2501\u2501\u2500"));
    assert_null(strchr(text.text, '#'));
    text_builder_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_work_says_nothing),
        cmocka_unit_test(a_file_gets_a_line_a_tenth),
        cmocka_unit_test(a_terminal_gets_a_bar_that_goes_away),
        cmocka_unit_test(the_bar_fits_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
