// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/adjustments.h"
#include "run/wishes.h"

// How a person wants a routine otherwise: what fits, what is remembered, what a session keeps.

static bool fits(struct room *room, const char *id, struct wishes wishes, int cycles_most) {
    struct error err = {0};
    return wishes_check(routine(room, id), NULL, cycles_most, &wishes, &err);
}

static void repetitions_go_downwards(void **state) {
    static const struct {
        int reps;
        bool fits;
    } cases[] = {{0, true}, {1, true}, {5, true}, {6, false}, {200, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool does = fits(*state, "nmr-smile-eyes-open", (struct wishes){.reps = cases[i].reps}, 0);
        assert_int_equal(does, cases[i].fits);
    }
    assert_false(fits(*state, "breath-calm", (struct wishes){.reps = 1}, 0));
}

static void a_hold_stays_within_its_range(void **state) {
    struct room *room = *state;
    const struct dose_range range = routine(room, "nmr-smile-eyes-open")->range;
    assert_true(range.hold_min_ms > 0 && range.hold_max_ms > range.hold_min_ms);
    const struct {
        int64_t hold_ms;
        bool fits;
    } cases[] = {{0, true},
                 {range.hold_min_ms - 1, false},
                 {range.hold_min_ms, true},
                 {range.hold_max_ms, true},
                 {range.hold_max_ms + 1, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wishes wishes = {.hold_ms = cases[i].hold_ms};
        assert_int_equal(fits(room, "nmr-smile-eyes-open", wishes, 0), cases[i].fits);
    }
    assert_false(fits(room, "breath-calm", (struct wishes){.hold_ms = 5000}, 0));
    assert_false(fits(room, "str-brow-lids", (struct wishes){.hold_ms = 6000}, 0));
}

static void a_length_becomes_the_nearest_choice(void **state) {
    static const struct {
        const char *id;
        int minutes, cycles_most, cycles; // 0: there is no choice
    } cases[] = {
        {"breath-coherent", 5, 0, 28},   {"breath-coherent", 10, 0, 55},
        {"breath-coherent", 20, 0, 110}, {"breath-coherent", 240, 0, 110},
        {"breath-coherent", 1, 0, 28},   {"breath-478", 10, 4, 4},
        {"breath-478", 10, 8, 8},        {"breath-478", 1, 8, 2},
        {"breath-box", 10, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wishes wishes = {.length_ms = cases[i].minutes * (int64_t)60000};
        struct error err = {0};
        bool right =
            wishes_check(routine(*state, cases[i].id), NULL, cases[i].cycles_most, &wishes, &err);
        assert_int_equal(right, cases[i].cycles > 0);
        assert_int_equal(wishes.cycles, cases[i].cycles);
    }
}

static void a_smaller_number_wins_over_the_dose(void **state) {
    (void)state;
    static const struct {
        int dose, wish, left;
    } cases[] = {{0, 0, 0}, {3, 0, 3}, {0, 2, 2}, {3, 2, 2}, {3, 5, 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
        options.reps_most = cases[i].dose;
        wishes_apply(&(struct wishes){.reps = cases[i].wish}, &options);
        assert_int_equal(options.reps_most, cases[i].left);
        assert_true(options.tempo == 1.0);
    }
}

static void they_are_remembered_for_each_routine(void **state) {
    struct room *room = *state;
    struct error err = {0};
    const struct wishes kept = {.tempo = 1.25, .side = SIDE_LEFT, .cycles = 28};
    struct wishes read;
    assert_true(wishes_keep(room->house.store, "breath-coherent", &kept, &err));
    assert_true(
        wishes_read(room->house.store, routine(room, "breath-coherent"), NULL, &read, &err));
    assert_true(read.tempo == 1.25 && read.side == SIDE_LEFT && read.cycles == 28);
    assert_true(wishes_read(room->house.store, routine(room, "breath-calm"), NULL, &read, &err));
    assert_true(read.tempo == 1.0 && read.side == SIDE_NONE && read.cycles == 0);
    assert_true(wishes_read(NULL, routine(room, "breath-coherent"), NULL, &read, &err));
    assert_int_equal(read.cycles, 0);
}

// A file that has changed since allows no longer what was remembered.
static void what_no_longer_fits_is_forgotten(void **state) {
    struct room *room = *state;
    struct error err = {0};
    static const struct wishes kept[] = {
        {.hold_ms = 60000}, {.reps = 50}, {.cycles = 7}, {.tempo = 1.5}};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        struct wishes read;
        assert_true(wishes_keep(room->house.store, "nmr-smile-eyes-open", &kept[i], &err));
        assert_true(wishes_read(room->house.store, routine(room, "nmr-smile-eyes-open"), NULL,
                                &read, &err));
        assert_true(read.hold_ms == 0 && read.reps == 0 && read.cycles == 0);
        assert_true(read.tempo == 0.0 || read.tempo == 1.0);
    }
}

static void what_is_asked_goes_over_what_was_remembered(void **state) {
    (void)state;
    struct wishes wishes = {.tempo = 1.2, .side = SIDE_LEFT, .reps = 4, .hold_ms = 5000};
    wishes_join(&wishes, &(struct wishes){.side = SIDE_RIGHT, .reps = 2, .length_ms = 60000});
    assert_true(wishes.tempo == 1.2);
    assert_int_equal(wishes.side, SIDE_RIGHT);
    assert_int_equal(wishes.reps, 2);
    assert_int_equal(wishes.hold_ms, 5000);
    assert_int_equal(wishes.length_ms, 60000);
}

// A session that broke off is laid out again from its text alone.
static void a_session_keeps_all_of_it(void **state) {
    (void)state;
    char text[ADJUSTMENTS_TEXT_MAX];
    struct timeline_options all = timeline_options_written((struct timeline_phrases){0});
    all.tempo = 0.75;
    all.side = SIDE_RIGHT;
    all.affected = SIDE_RIGHT;
    all.reps = 200;
    all.cycles = 200;
    all.hold_ms = 3600000;
    all.reps_most = all.cycles_most = 200;
    all.effort_most = 10;
    all.words = (1u << PROFILE_COUNT) - 1;
    all.short_form = all.imagine_only = true;
    all.asked = (struct timeline_asked){
        .reps = 200,
        .move_ms = 3600000,
        .hold_ms = 100,
        .rest_ms = 12500,
        .tempo = 0.25,
        .effort_given = true,
        .mirror_given = true,
        .mirror = MIRROR_REQUIRED,
        .side = SIDE_LEFT,
        .keeps_some = true,
        .kept = {UINT64_MAX, 0, UINT64_MAX, 1, 0, 0, 0, UINT64_MAX},
    };
    adjustments_write(&all, text);
    struct timeline_options read = timeline_options_written((struct timeline_phrases){0});
    adjustments_read(text, &read);
    assert_true(read.tempo == all.tempo);
    assert_int_equal(read.side, all.side);
    assert_int_equal(read.affected, all.affected);
    assert_int_equal(read.reps, all.reps);
    assert_int_equal(read.cycles, all.cycles);
    assert_int_equal(read.hold_ms, all.hold_ms);
    assert_int_equal(read.reps_most, all.reps_most);
    assert_int_equal(read.cycles_most, all.cycles_most);
    assert_int_equal(read.effort_most, all.effort_most);
    assert_int_equal(read.words, all.words);
    assert_true(read.short_form && read.imagine_only);
    assert_memory_equal(&read.asked, &all.asked, sizeof all.asked);
    struct timeline_options written = timeline_options_written((struct timeline_phrases){0});
    adjustments_write(&written, text);
    assert_string_equal(text, "");
    adjustments_read("effort_most=11 hold=0 reps_most=-1 form=long cycles=x nonsense", &read);
    assert_int_equal(read.effort_most, 10);
    assert_int_equal(read.hold_ms, all.hold_ms);
    assert_int_equal(read.cycles, 200);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(repetitions_go_downwards),
        TEST(a_hold_stays_within_its_range),
        TEST(a_length_becomes_the_nearest_choice),
        TEST(a_smaller_number_wins_over_the_dose),
        TEST(they_are_remembered_for_each_routine),
        TEST(what_no_longer_fits_is_forgotten),
        TEST(what_is_asked_goes_over_what_was_remembered),
        TEST(a_session_keeps_all_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
