// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "base/text.h"
#include "store/interned.h"

static void a_text_has_one_number(void **state) {
    (void)state;
    // Lengths around the eight bytes that are taken at once; texts that differ in one byte.
    static const char *const texts[] = {"",          "a",         "b",          "abcdefg",
                                        "abcdefgh",  "abcdefgi",  "bbcdefgh",   "abcdefghi",
                                        "abcdefghj", "abcdefgha", "aabcdefghi", "\xc3\xa4"};
    enum { COUNT = sizeof texts / sizeof *texts };
    struct interned interned = {0};
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < COUNT; i++) {
            assert_int_equal(interned_number(&interned, texts[i]), i);
            assert_string_equal(interned.texts[i], texts[i]);
        }
    }
    assert_int_equal(interned.count, COUNT);
    interned_free(&interned);
    assert_int_equal(interned.count, 0);
    assert_int_equal(interned_number(&interned, "b"), 0);
    interned_free(&interned);
}

// Many of them, as alike as UUIDs and ids are: all are found, and none has moved.
static void many_texts_keep_theirs(void **state) {
    (void)state;
    enum { MANY = 5000 };
    struct interned interned = {0};
    char text[40];
    assert_int_equal(interned_number(&interned, "the first"), 0);
    const char *first = interned.texts[0];
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 1; i <= MANY; i++) {
            text_format(text, sizeof text, "%08x-0000-4000-8000-000000000000", (unsigned)i);
            assert_int_equal(interned_number(&interned, text), i);
        }
    }
    assert_int_equal(interned.count, MANY + 1);
    assert_ptr_equal(interned.texts[0], first);
    for (int i = 1; i <= MANY; i++) {
        text_format(text, sizeof text, "%08x-0000-4000-8000-000000000000", (unsigned)i);
        assert_string_equal(interned.texts[i], text);
    }
    interned_free(&interned);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_has_one_number),
        cmocka_unit_test(many_texts_keep_theirs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
