// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/wish_steps.h"

// What of a routine can be changed on its page, step by step.

static struct wish_room room_of(struct room *room, const char *id) {
    return (struct wish_room){.routine = routine(room, id)};
}

static bool steps(const struct wish_room *room, enum wish wish, int by, struct wishes *wishes) {
    struct error err = {0};
    bool moved = wish_step(room, wish, by, wishes);
    struct wishes copy = *wishes;
    if (!wishes_check(room->routine, NULL, room->cycles_most, &copy, &err)) {
        fail_msg("%s: %s", room->routine->id, err.text);
    }
    return moved;
}

static void expect_words(const struct wish_room *room, enum wish wish, const struct wishes *wishes,
                         const char *wanted) {
    struct text_builder text = {0};
    wish_value(&text, room, wish, wishes);
    assert_string_equal(text.text, wanted);
    text_builder_free(&text);
}

// As domain.md 12 writes them: what has no range, no sides, no choice shows nothing of it.
static void only_what_a_routine_allows_is_offered(void **state) {
    enum { REPS = 1 << WISH_REPS, HOLD = 1 << WISH_HOLD, TEMPO = 1 << WISH_TEMPO };
    enum { LENGTH = 1 << WISH_LENGTH, SIDE = 1 << WISH_SIDE };
    static const struct {
        const char *id;
        unsigned offered;
    } cases[] = {
        {"breath-calm", TEMPO},
        {"breath-coherent", TEMPO | LENGTH},
        {"breath-478", TEMPO | LENGTH},
        {"med-body-scan", 0},
        {"relax-let-go-60", 0},
        {"rom-lower-face", REPS | HOLD | SIDE},
        {"rom-jaw", REPS | HOLD},
        {"rom-neck", REPS | SIDE},
        {"str-brow-lids", REPS | SIDE}, // its hold changes by plan alone
        {"nmr-smile-eyes-open", REPS | HOLD | SIDE},
        {"nmr-vowels", REPS | SIDE},
        {"mas-cheek-stretch", REPS | HOLD | SIDE},
        {"mas-face-full", SIDE},
        {"warm-compress", 0},
        {"screen-20", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wish_room room = room_of(*state, cases[i].id);
        for (enum wish wish = 0; wish < WISH_COUNT; wish++) {
            if (wish_is_offered(&room, wish) != ((cases[i].offered >> wish & 1) != 0)) {
                fail_msg("%s: %d", cases[i].id, (int)wish);
            }
        }
    }
}

static void repetitions_go_from_one_to_what_is_written(void **state) {
    struct wish_room room = room_of(*state, "nmr-smile-eyes-open");
    struct wishes wishes = {.side = SIDE_NONE};
    assert_false(steps(&room, WISH_REPS, 1, &wishes));
    expect_words(&room, WISH_REPS, &wishes, "5 times");
    for (int reps = 4; reps >= 1; reps--) {
        assert_true(steps(&room, WISH_REPS, -1, &wishes));
        assert_int_equal(wishes.reps, reps);
    }
    expect_words(&room, WISH_REPS, &wishes, "1 time");
    assert_false(steps(&room, WISH_REPS, -1, &wishes));
    assert_false(wish_none(&room, &wishes));
    for (int i = 0; i < 4; i++) {
        assert_true(steps(&room, WISH_REPS, 1, &wishes));
    }
    assert_int_equal(wishes.reps, 0); // the written number is no wish
    assert_true(wish_none(&room, &wishes));
}

static void a_small_dose_is_the_upper_end(void **state) {
    struct wish_room room = room_of(*state, "nmr-smile-eyes-open");
    struct wishes wishes = {.side = SIDE_NONE, .reps = 5};
    room.reps_most = 3;
    expect_words(&room, WISH_REPS, &wishes, "3 times");
    assert_true(wish_none(&room, &wishes));
    assert_false(steps(&room, WISH_REPS, 1, &wishes));
    assert_non_null(strstr(wish_end(&room, WISH_REPS), "days"));
    assert_true(steps(&room, WISH_REPS, -1, &wishes));
    assert_int_equal(wishes.reps, 2);
    // It is not held for longer than written either; for less it may.
    assert_false(steps(&room, WISH_HOLD, 1, &wishes));
    assert_non_null(strstr(wish_end(&room, WISH_HOLD), "days"));
    assert_true(steps(&room, WISH_HOLD, -1, &wishes));
    assert_int_equal(wishes.hold_ms, 4000);
    assert_true(steps(&room, WISH_HOLD, 1, &wishes));
    assert_int_equal(wishes.hold_ms, 0);
    room.reps_most = 1;
    assert_false(wish_is_offered(&room, WISH_REPS));
}

static void a_hold_goes_to_the_ends_of_its_range(void **state) {
    static const struct {
        const char *id;
        int down, up; // steps to either end
        int64_t least_ms, most_ms;
    } cases[] = {{"nmr-smile-eyes-open", 2, 5, 3000, 10000},
                 {"mas-cheek-stretch", 1, 1, 10000, 30000},
                 {"rom-jaw", 1, 2, 2000, 5000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wish_room room = room_of(*state, cases[i].id);
        struct wishes wishes = {.side = SIDE_NONE};
        int down = 0, up = 0;
        while (steps(&room, WISH_HOLD, -1, &wishes)) {
            down++;
        }
        assert_int_equal(wishes.hold_ms, cases[i].least_ms);
        while (steps(&room, WISH_HOLD, 1, &wishes)) {
            up++;
        }
        assert_int_equal(wishes.hold_ms, cases[i].most_ms);
        assert_int_equal(down, cases[i].down);
        assert_int_equal(up, cases[i].down + cases[i].up);
    }
}

static void the_written_hold_is_no_wish(void **state) {
    struct wish_room room = room_of(*state, "nmr-smile-eyes-open");
    struct wishes wishes = {.side = SIDE_NONE};
    expect_words(&room, WISH_HOLD, &wishes, "hold 5 s");
    assert_true(steps(&room, WISH_HOLD, 1, &wishes));
    expect_words(&room, WISH_HOLD, &wishes, "hold 6 s");
    assert_true(steps(&room, WISH_HOLD, -1, &wishes));
    assert_int_equal(wishes.hold_ms, 0);
}

static void the_pace_stays_within_the_range_of_the_file(void **state) {
    static const struct {
        const char *id;
        int least, most; // tenths
    } cases[] = {{"breath-calm", 6, 15}, {"breath-478", 5, 10}, {"breath-box", 5, 15}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wish_room room = room_of(*state, cases[i].id);
        struct wishes wishes = {.tempo = 1.0, .side = SIDE_NONE};
        for (int tenths = 9; tenths >= cases[i].least; tenths--) {
            assert_true(steps(&room, WISH_TEMPO, -1, &wishes));
            assert_int_equal((int)(wishes.tempo * 100 + 0.5), tenths * 10);
        }
        assert_false(steps(&room, WISH_TEMPO, -1, &wishes));
        wishes.tempo = 0.0;
        for (int tenths = 11; tenths <= cases[i].most; tenths++) {
            assert_true(steps(&room, WISH_TEMPO, 1, &wishes));
            assert_true(wishes_length(room.routine, NULL, &wishes) < INT64_MAX);
        }
        assert_false(steps(&room, WISH_TEMPO, 1, &wishes));
    }
    struct wish_room room = room_of(*state, "breath-calm");
    expect_words(&room, WISH_TEMPO, &(struct wishes){.tempo = 1.1}, "10 % slower");
    expect_words(&room, WISH_TEMPO, &(struct wishes){.tempo = 0.7}, "30 % quicker");
    expect_words(&room, WISH_TEMPO, &(struct wishes){.tempo = 1.0}, "pace as written");
}

static void a_length_is_one_of_the_choices(void **state) {
    struct wish_room room = room_of(*state, "breath-coherent");
    struct wishes wishes = {.side = SIDE_NONE};
    expect_words(&room, WISH_LENGTH, &wishes, "10\u00bd min");
    assert_true(steps(&room, WISH_LENGTH, -1, &wishes));
    assert_int_equal(wishes.cycles, 28);
    assert_false(steps(&room, WISH_LENGTH, -1, &wishes));
    assert_true(steps(&room, WISH_LENGTH, 1, &wishes));
    assert_int_equal(wishes.cycles, 0);
    assert_true(steps(&room, WISH_LENGTH, 1, &wishes));
    assert_int_equal(wishes.cycles, 110);
    assert_false(steps(&room, WISH_LENGTH, 1, &wishes));
    // Four breaths of it in the first month, eight later.
    room = room_of(*state, "breath-478");
    wishes = (struct wishes){.side = SIDE_NONE};
    room.cycles_most = 4;
    assert_false(steps(&room, WISH_LENGTH, 1, &wishes));
    room.cycles_most = 8;
    assert_true(steps(&room, WISH_LENGTH, 1, &wishes));
    assert_int_equal(wishes.cycles, 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(only_what_a_routine_allows_is_offered),
        TEST(repetitions_go_from_one_to_what_is_written),
        TEST(a_small_dose_is_the_upper_end),
        TEST(a_hold_goes_to_the_ends_of_its_range),
        TEST(the_written_hold_is_no_wish),
        TEST(the_pace_stays_within_the_range_of_the_file),
        TEST(a_length_is_one_of_the_choices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
