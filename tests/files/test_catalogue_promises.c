// SPDX-License-Identifier: MIT
#include "files/catalogue_bench.h"

// What the shipped routines promise beyond their table: doses, gates, what may be left out.

static const struct timeline_phrases phrases = {.left = "left", .right = "right", .over = "over"};

static const struct routine *routine_of(const struct bench *bench, const char *id) {
    const struct catalog_entry *entry = catalog_find(&bench->catalog, id);
    if (!entry || entry->error) {
        fail_msg("%s is not there", id);
    }
    return &entry->routine;
}

static const struct step *step_of(const struct bench *bench, const char *id, int number) {
    const struct step *step = routine_step(routine_of(bench, id), number);
    assert_non_null(step);
    return step;
}

static void fields_that_the_catalogue_does_not_count(void **state) {
    const struct bench *bench = *state;
    const struct routine *four = routine_of(bench, "breath-478");
    assert_int_equal(four->limit.cycles_max, 8);
    assert_int_equal(four->limit.cycles_first_month, 4);
    assert_true(four->tempo_max == 1.0 && four->tempo_min == 0.5);
    const struct routine *coherent = routine_of(bench, "breath-coherent");
    assert_int_equal(coherent->choice_count, 3);
    assert_int_equal(coherent->choices[0], 28);
    assert_int_equal(coherent->choices[2], 110);
    assert_int_equal(step_of(bench, "med-breath-10", 2)->bell_every_ms, 60000);
    assert_false(step_of(bench, "relax-autogenic", 10)->skippable);
    assert_string_equal(step_of(bench, "now-grip", 2)->own, "trick");
    assert_false(routine_of(bench, "now-grip")->rate);
    assert_false(routine_of(bench, "screen-20")->rate);
    assert_true(routine_of(bench, "breath-calm")->rate);
    assert_int_equal(step_of(bench, "warm-lids", 2)->compress_area, COMPRESS_EYE_RIM);
    assert_non_null(step_of(bench, "cold-compress", 2)->say_if[PROFILE_TOXIN_24H]);
    const struct routine *stretch = routine_of(bench, "mas-cheek-stretch");
    assert_int_equal(stretch->range.hold_min_ms, 10000);
    assert_int_equal(stretch->range.hold_max_ms, 30000);
}

// Who rests for two minutes or more, and is told nothing else, hears when half of it has passed.
static void a_long_rest_has_a_bell_half_way(void **state) {
    enum { LONG_MS = 120000 };
    const struct bench *bench = *state;
    int seen = 0;
    for (int i = 0; i < bench->catalog.count; i++) {
        const struct routine *routine = &bench->catalog.entries[i].routine;
        for (int k = 0; k < routine->step_count; k++) {
            const struct step *step = &routine->steps[k];
            if (step->verb == VERB_SECONDS && step->length_ms >= LONG_MS) {
                int64_t every_ms = step->bell_every_ms;
                seen++;
                if (every_ms == 0 || step->length_ms / 2 % every_ms != 0) {
                    fail_msg("%s, %s: no bell half way", routine->id, step->name);
                }
            }
        }
    }
    assert_int_equal(seen, 2);
}

// Nobody is left under a pack: each one ends at a gate that wakes, half a minute later at most.
static void every_compress_ends_at_a_gate_that_wakes(void **state) {
    enum { TO_THE_GATE_MS = 30000 };
    const struct bench *bench = *state;
    int compresses = 0;
    for (int i = 0; i < bench->catalog.count; i++) {
        const struct routine *routine = &bench->catalog.entries[i].routine;
        bool warm = routine->category == CATEGORY_COMPRESS_WARM;
        bool cold = routine->category == CATEGORY_COMPRESS_COLD;
        assert_int_equal(routine->limit.gap_hours, warm || cold ? 2 : 0);
        for (int k = 0; k < routine->step_count; k++) {
            if (routine->steps[k].verb != VERB_COMPRESS) {
                continue;
            }
            int64_t until_ms = 0;
            int next = k + 1;
            while (next < routine->step_count && routine->steps[next].verb == VERB_SECONDS) {
                until_ms += routine->steps[next++].length_ms;
            }
            if (next == routine->step_count || routine->steps[next].verb != VERB_WAIT ||
                routine->steps[next].awake_ms != 30000 || until_ms > TO_THE_GATE_MS) {
                fail_msg("%s, step %d: no gate", routine->id, routine->steps[k].number);
            }
            compresses++;
        }
    }
    assert_int_equal(compresses, 7);
}

// The lengths of the first week (domain.md 4.5).
static void the_small_dose_is_as_long_as_it_should_be(void **state) {
    static const struct {
        const char *id;
        int seconds;
    } rows[] = {
        {"rom-upper-face", 180},       {"rom-lower-face", 210},        {"nmr-smile-eyes-open", 130},
        {"nmr-pucker-eyes-open", 130}, {"nmr-close-mouth-still", 130}, {"nmr-vowels", 200},
        {"cold-compress", 400},        {"warm-compress", 1000},
    };
    const struct bench *bench = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {0};
        struct timeline_options options = timeline_options_written(phrases);
        options.reps_most = 3;
        options.effort_most = 2;
        options.short_form = true;
        struct timeline *timeline = timeline_compile(routine_of(bench, rows[i].id), &options, &err);
        assert_non_null(timeline);
        assert_int_equal(timeline->total_ms, 1000 * rows[i].seconds);
        timeline_free(timeline);
    }
}

// 2 to 3 of 10 wherever the face or the jaw moves, at every time (domain.md 12).
static void effort_stays_small(void **state) {
    const struct bench *bench = *state;
    int exercises = 0;
    for (int i = 0; i < bench->catalog.count; i++) {
        const struct routine *routine = &bench->catalog.entries[i].routine;
        for (int k = 0; k < routine->step_count; k++) {
            const struct step *step = &routine->steps[k];
            if (step->verb == VERB_EXERCISE && step->moves != MOVES_BODY &&
                (step->effort < 2 || step->effort > 3)) {
                fail_msg("%s, step %d: effort %d", routine->id, step->number, step->effort);
            }
            exercises += step->verb == VERB_EXERCISE && step->moves != MOVES_BODY;
        }
        if (routine->category == CATEGORY_NMR) {
            // Slow is the exercise.
            assert_true(routine->tempo_min == 1.0 && routine->tempo_max == 1.0);
        }
    }
    assert_true(exercises > 40);
}

static bool stands_in(const char *id, const char *const ids[], size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(id, ids[i]) == 0) {
            return true;
        }
    }
    return false;
}

// Squeezing and moving one side alone belong in a therapist's plan.
static void what_may_provoke_a_spasm_is_never_open(void **state) {
    static const char *const poses[] = {"eye_close_tight", "squint",     "wink_left",
                                        "wink_right",      "smile_left", "smile_right"};
    const struct bench *bench = *state;
    int found = 0;
    for (int i = 0; i < bench->catalog.count; i++) {
        const struct routine *routine = &bench->catalog.entries[i].routine;
        for (int k = 0; k < routine->step_count; k++) {
            const char *pose = routine->steps[k].pose;
            if (!pose || !stands_in(pose, poses, sizeof poses / sizeof *poses)) {
                continue;
            }
            for (int word = 0; word < PROFILE_COUNT; word++) {
                assert_true(routine->gates[word] >= GATE_PLAN);
            }
            found++;
        }
    }
    assert_int_equal(found, 1);
}

// Left out with one key: a finger near the eye or in the mouth. Left out at the small dose: the
// second half of the cold.
static void what_may_be_left_out_is_this(void **state) {
    static const struct {
        const char *id;
        int step;
    } optional[] = {
        {"mas-cheek-stretch", 2}, {"mas-cheek-stretch", 3},   {"mas-cheek-stretch", 4},
        {"mas-face-full", 4},     {"nmr-imagine-then-do", 3}, {"nmr-imagine-then-do", 6},
    };
    const struct bench *bench = *state;
    int left_out = 0, small = 0, held = 0;
    for (int i = 0; i < bench->catalog.count; i++) {
        const struct routine *routine = &bench->catalog.entries[i].routine;
        for (int k = 0; k < routine->step_count; k++) {
            left_out += routine->steps[k].optional;
            small += !routine->steps[k].in_small_dose;
            held += !routine->steps[k].skippable;
        }
    }
    for (size_t i = 0; i < sizeof optional / sizeof *optional; i++) {
        assert_true(step_of(bench, optional[i].id, optional[i].step)->optional);
    }
    assert_int_equal(left_out, sizeof optional / sizeof *optional);
    assert_int_equal(small, 1);
    assert_false(step_of(bench, "cold-compress", 5)->in_small_dose);
    assert_int_equal(held, 1);
}

static void imagining_comes_first_and_doing_last(void **state) {
    static const enum exercise_mode modes[] = {MODE_IMAGINE, MODE_ASSIST, MODE_DO,
                                               MODE_IMAGINE, MODE_ASSIST, MODE_DO};
    const struct bench *bench = *state;
    for (int i = 0; i < 6; i++) {
        assert_int_equal(step_of(bench, "nmr-imagine-then-do", 2 + i)->mode, modes[i]);
    }
}

// A step for one side has its like for the other, as many and as long.
static void both_sides_are_written_alike(void **state) {
    const struct bench *bench = *state;
    int pairs = 0;
    for (int i = 0; i < bench->catalog.count; i++) {
        const struct routine *routine = &bench->catalog.entries[i].routine;
        for (int k = 0; k < routine->step_count; k++) {
            const struct step *left = &routine->steps[k];
            if (left->side == SIDE_RIGHT) {
                assert_int_equal(left[-1].side, SIDE_LEFT);
            }
            if (left->side != SIDE_LEFT) {
                continue;
            }
            assert_true(k + 1 < routine->step_count);
            const struct step *right = left + 1;
            assert_int_equal(right->side, SIDE_RIGHT);
            assert_string_equal(left->pose, right->pose);
            assert_int_equal(left->count, right->count);
            assert_memory_equal(&left->movement, &right->movement, sizeof left->movement);
            pairs++;
        }
    }
    assert_int_equal(pairs, 2);
}

// How long a calm voice takes, with a margin: 14 characters a second.
static void check_time(const struct catalog *catalog) {
    enum { CHARACTERS_A_SECOND = 14 };
    for (int i = 0; i < catalog->count; i++) {
        const struct routine *routine = &catalog->entries[i].routine;
        for (int k = 0; k < routine->step_count; k++) {
            const struct step *step = &routine->steps[k];
            bool plain = step->verb == VERB_SECONDS || step->verb == VERB_SCAN;
            size_t most = (size_t)(step->length_ms / 1000) * CHARACTERS_A_SECOND;
            if (plain && text_length(step->say) > most) {
                fail_msg("%s, step %d: %zu characters for %lld ms", routine->id, step->number,
                         text_length(step->say), (long long)step->length_ms);
            }
        }
    }
}

static void what_is_said_ends_before_its_step(void **state) {
    const struct bench *bench = *state;
    check_time(&bench->catalog);
    check_time(&bench->german);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test_setup_teardown(fields_that_the_catalogue_does_not_count, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_long_rest_has_a_bell_half_way, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_compress_ends_at_a_gate_that_wakes, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_small_dose_is_as_long_as_it_should_be, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(effort_stays_small, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_may_provoke_a_spasm_is_never_open, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_may_be_left_out_is_this, set_up, tear_down),
        cmocka_unit_test_setup_teardown(imagining_comes_first_and_doing_last, set_up, tear_down),
        cmocka_unit_test_setup_teardown(both_sides_are_written_alike, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_said_ends_before_its_step, set_up, tear_down),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
