// SPDX-License-Identifier: MIT
#include "base/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void set_fills_and_answers_false(void **state) {
    (void)state;
    struct error err = {0};
    assert_false(error_set(&err, ERROR_LIMIT, "%d of %s", 3, "four"));
    assert_int_equal(err.code, ERROR_LIMIT);
    assert_string_equal(err.text, "3 of four");
}

static void prefixes_stand_before_each_other(void **state) {
    (void)state;
    struct error err = {0};
    error_set(&err, ERROR_FILE, "is a folder");
    assert_false(error_prefix(&err, "breath.cfg"));
    assert_false(error_prefix(&err, "routines"));
    assert_string_equal(err.text, "routines: breath.cfg: is a folder");
    assert_int_equal(err.code, ERROR_FILE);
}

static void a_percent_in_the_text_is_text(void **state) {
    (void)state;
    struct error err = {0};
    error_set(&err, ERROR_INPUT, "%s", "100 %s of %n");
    error_prefix(&err, "50 %d");
    assert_string_equal(err.text, "50 %d: 100 %s of %n");
}

static void a_text_too_long_is_cut_at_a_character(void **state) {
    (void)state;
    char text[ERROR_TEXT_MAX * 2 + 1];
    for (size_t i = 0; i < sizeof text - 1; i += 2) {
        memcpy(text + i, "ä", 2);
    }
    text[sizeof text - 1] = '\0';
    struct error err = {0};
    error_set(&err, ERROR_INPUT, "%s", text);
    // 767 bytes have room; two belong to each character.
    assert_int_equal(strlen(err.text), ERROR_TEXT_MAX - 2);
    error_prefix(&err, "x");
    assert_int_equal(strlen(err.text), ERROR_TEXT_MAX - 1);
    assert_memory_equal(err.text, "x: ä", 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(set_fills_and_answers_false),
        cmocka_unit_test(prefixes_stand_before_each_other),
        cmocka_unit_test(a_percent_in_the_text_is_text),
        cmocka_unit_test(a_text_too_long_is_cut_at_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
