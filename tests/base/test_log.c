// SPDX-License-Identifier: MIT
#include "base/log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

// What one line of each level prints under `level`.
static const char *printed_at(enum log_level level, char *printed, size_t size) {
    int ends[2];
    int kept = dup(STDERR_FILENO);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[1], STDERR_FILENO);
    log_set_level(level);
    log_warning("%s is %d", "disk", 1);
    log_info("info %s", "two");
    log_debug("debug %d%%", 3);
    dup2(kept, STDERR_FILENO);
    close(kept);
    close(ends[1]);
    size_t length = 0;
    for (ssize_t got; (got = read(ends[0], printed + length, size - 1 - length)) > 0;) {
        length += (size_t)got;
    }
    close(ends[0]);
    printed[length] = '\0';
    return printed;
}

static void each_level_prints_itself_and_what_is_graver(void **state) {
    (void)state;
    char printed[512];
    assert_string_equal(printed_at(LOG_SILENT, printed, sizeof printed), "");
    assert_string_equal(printed_at(LOG_WARNING, printed, sizeof printed),
                        "repose: warning: disk is 1\n");
    assert_string_equal(printed_at(LOG_INFO, printed, sizeof printed),
                        "repose: warning: disk is 1\nrepose: info: info two\n");
    assert_string_equal(printed_at(LOG_DEBUG, printed, sizeof printed),
                        "repose: warning: disk is 1\nrepose: info: info two\n"
                        "repose: debug: debug 3%\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_level_prints_itself_and_what_is_graver),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
