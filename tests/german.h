// SPDX-License-Identifier: MIT
#pragma once

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#include "scratch.h"

// A real German locale, made by the test itself, so that no test of the decimal comma passes only
// because the machine knows no German.

// Makes de_DE.UTF-8 in `folder` and points the C library there. Skips the running test where the
// tool or its sources are absent, fails it when the locale cannot be set all the same.
static inline void german_make(const char *folder) {
    char command[2 * SCRATCH_PATH_MAX + 128];
    if (system("command -v localedef >/dev/null 2>&1") != 0 ||
        access("/usr/share/i18n/locales/de_DE", R_OK) != 0) {
        print_message("SKIPPED: localedef or the sources of de_DE are absent\n");
        skip();
    }
    snprintf(command, sizeof command,
             "[ -d '%s/de_DE.UTF-8' ] || localedef -i de_DE -f UTF-8 '%s/de_DE.UTF-8' >/dev/null "
             "2>&1",
             folder, folder);
    if (system(command) != 0) {
        fail_msg("localedef could not make de_DE.UTF-8");
    }
    setenv("LOCPATH", folder, 1);
    assert_non_null(setlocale(LC_ALL, "de_DE.UTF-8"));
    assert_string_equal(localeconv()->decimal_point, ",");
}

static inline void german_leave(void) {
    setlocale(LC_ALL, "C");
    unsetenv("LOCPATH");
}
