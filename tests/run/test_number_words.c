// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "run/diary_labels.h"
#include "run/number_words.h"

static void use(const char *language) {
    char locale[256];
    const char *build = getenv("BUILD");
    text_format(locale, sizeof locale, "%s/locale", build ? build : "build");
    text_use_language(language, locale);
}

static void numbers_have_the_mark_of_the_language(void **state) {
    (void)state;
    char number[TEXT_NUMBER_MAX];
    struct text_builder sleep = {0};
    assert_string_equal(number_words(5.5, number), "5.5");
    use("de");
    assert_string_equal(number_words(5.5, number), "5,5");
    assert_string_equal(number_words(-0.25, number), "-0,25");
    assert_string_equal(number_words(4, number), "4");
    diary_label_value(&sleep, FIELD_SLEEP, 6.5);
    assert_string_equal(sleep.text, "6,5 Stunden");
    text_builder_free(&sleep);
    use("en");
}

static void both_marks_are_read(void **state) {
    (void)state;
    static const char *const none[] = {"",      ",",     "6,",   "1,000.5", "1.000,5",
                                       "6,5,5", "6,5 h", "6, 5", "sechs"};
    double value = -1;
    assert_true(number_read("6.5", &value) && value == 6.5);
    assert_true(number_read("7,25", &value) && value == 7.25);
    assert_true(number_read("-2,5", &value) && value == -2.5);
    assert_true(number_read("4", &value) && value == 4);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        if (number_read(none[i], &value)) {
            fail_msg("\"%s\" was read as %f", none[i], value);
        }
    }
    assert_false(number_read("0,00000000000000000000000000000000001", &value));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_the_mark_of_the_language),
        cmocka_unit_test(both_marks_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
