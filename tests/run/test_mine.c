// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "run/mine.h"
#include "store/answers.h"

// 2026-11-21T08:00:00+01:00
static const struct wall now = {.utc_s = 1795244400, .offset_min = 60};

static struct timeline_options read_with(const char *const answers[][2], int count) {
    struct error err = {0};
    struct store *store = store_open(&(struct store_options){.path = ":memory:", .now = now}, &err);
    assert_non_null(store);
    for (int i = 0; i < count; i++)
        assert_true(answers_set(store, answers[i][0], answers[i][1], "self", now, &err));
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    assert_true(mine_read(store, now, &options, &err));
    store_close(store);
    return options;
}

static void nothing_told_is_unknown(void **state) {
    (void)state;
    struct timeline_options options = read_with(NULL, 0);
    assert_int_equal(options.words, 1u << PROFILE_UNKNOWN);
    assert_int_equal(options.affected, SIDE_NONE);
}

static void words_and_side_are_taken(void **state) {
    (void)state;
    static const char *const told[][2] = {
        {"condition", "hfs,palsy-weak"}, {"affected", "right"}, {"trick", "x"}};
    struct timeline_options options = read_with(told, 3);
    assert_int_equal(options.words, 1u << PROFILE_HFS | 1u << PROFILE_PALSY_WEAK);
    assert_int_equal(options.affected, SIDE_RIGHT);
}

static void the_newest_answer_counts(void **state) {
    (void)state;
    static const char *const told[][2] = {
        {"condition", "hfs"}, {"affected", "left"}, {"condition", "bsp"}, {"affected", ""}};
    struct timeline_options options = read_with(told, 4);
    assert_int_equal(options.words, 1u << PROFILE_BSP);
    assert_int_equal(options.affected, SIDE_NONE);
}

// A moment counts from itself, a date alone from its end.
static void an_injection_is_fresh_for_a_day(void **state) {
    (void)state;
    static const struct {
        const char *toxin;
        bool fresh;
    } cases[] = {
        {"2026-11-20T08:00:01+01:00", true},
        {"2026-11-20T08:00:00+01:00", false},
        {"2026-11-21", true},
        {"2026-11-20", true},
        {"2026-11-18", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const told[][2] = {{"condition", "hfs"}, {"toxin", cases[i].toxin}};
        struct timeline_options options = read_with(told, 2);
        bool fresh = (options.words & 1u << PROFILE_TOXIN_24H) != 0;
        if (fresh != cases[i].fresh)
            fail_msg("toxin %s", cases[i].toxin);
        assert_true(options.words & 1u << PROFILE_HFS);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_told_is_unknown),
        cmocka_unit_test(words_and_side_are_taken),
        cmocka_unit_test(the_newest_answer_counts),
        cmocka_unit_test(an_injection_is_fresh_for_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
