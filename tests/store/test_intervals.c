// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "store/intervals.h"

static void they_are_read_as_written(void **state) {
    (void)state;
    struct played played;
    played_init(&played, 3);
    struct text_builder text = {0};
    intervals_write(&played, &text);
    assert_string_equal(text.text, "");
    text_builder_free(&text);
    played_add(&played, 4000, 5000);
    played_add(&played, 0, 1200);
    played_add(&played, 14399999, 14400000);
    intervals_write(&played, &text);
    assert_string_equal(text.text, "0-1200,4000-5000,14399999-14400000");
    struct played read;
    assert_true(intervals_read(text.text, &read));
    assert_int_equal(read.count, 3);
    assert_memory_equal(read.intervals, played.intervals, 3 * sizeof *read.intervals);
    played_free(&read);
    played_free(&played);
    text_builder_free(&text);
}

static void what_stands_before_a_fault_is_kept(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool good;
        int count;
    } cases[] = {
        {"", true, 0},          {"5-9", true, 1},
        {"5-9,", true, 1},      {"0-1,2-3,1-2", true, 1}, // overlapping ones are joined
        {"9-5", true, 0},       {"5", false, 0},
        {"5-", false, 0},       {"-5", false, 0},
        {"0-7,x", false, 1},    {"0-7;8-9", false, 0},
        {"0-7, 8-9", false, 1}, {"0-9999999999999", false, 0},
        {"one-two", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct played played;
        assert_int_equal(intervals_read(cases[i].text, &played), cases[i].good);
        assert_int_equal(played.count, cases[i].count);
        played_free(&played);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_read_as_written),
        cmocka_unit_test(what_stands_before_a_fault_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
