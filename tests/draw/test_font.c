// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "draw/font.h"
#include "fonts.h"

static void there_is_a_font_here(void **state) {
    (void)state;
    assert_true(font_is_there());
}

// Fontconfig reads its configuration once in a process: another one is asked.
static void an_empty_machine_has_none(void **state) {
    (void)state;
    char path[] = "/tmp/repose-fonts-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    static const char empty[] = "<?xml version=\"1.0\"?><fontconfig></fontconfig>\n";
    assert_int_equal(write(file, empty, sizeof empty - 1), sizeof empty - 1);
    close(file);
    pid_t child = fork();
    if (child == 0) {
        setenv("FONTCONFIG_FILE", path, 1);
        _exit(font_is_there() ? 1 : 0);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    remove(path);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        // First, because the child must not inherit what was read.
        cmocka_unit_test(an_empty_machine_has_none),
        cmocka_unit_test(there_is_a_font_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
