// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "core/prompts.h"
#include "core/routine_kind.h"
#include "random_routine.h"
#include "seed.h"

enum { CUES_MAX = 8, ROUTINES = 4000 };

static const struct timeline_phrases phrases = {
    .left = "Now the left side.", .right = "Now the right side.", .over = "That is all."};

// What is said when, and for how long; a length of -1 makes it a sound.
struct row {
    int64_t at_ms, length_ms;
    int gate;
    int64_t spoken_ms, ends_ms; // what is wanted
};

static void check(const struct row *rows, int count) {
    struct cue cues[CUES_MAX] = {0};
    int64_t lengths_ms[CUES_MAX] = {0};
    for (int index = 0; index < count; index++) {
        bool say = rows[index].length_ms >= 0;
        lengths_ms[index] = say ? rows[index].length_ms : 0;
        cues[index] = (struct cue){.at_ms = rows[index].at_ms,
                                   .say = say ? "words" : NULL,
                                   .sound = say ? SOUND_NONE : SOUND_STEP,
                                   .gate = rows[index].gate - 1};
    }
    const struct timeline timeline = {.cues = cues, .cue_count = count};
    struct prompts prompts;
    prompts_make(&timeline, lengths_ms, &prompts);
    int next = 0;
    for (int index = 0; index < count; index++) {
        if (rows[index].length_ms < 0) {
            continue;
        }
        assert_in_range(next, 0, prompts.count - 1);
        const struct prompt *prompt = &prompts.items[next++];
        assert_int_equal(prompt->cue, index);
        assert_int_equal(prompt->spoken_ms, rows[index].spoken_ms);
        assert_int_equal(prompt->ends_ms, rows[index].ends_ms);
        bool whole = rows[index].spoken_ms + rows[index].length_ms == rows[index].ends_ms;
        assert_int_equal(prompt->fades, !whole);
    }
    assert_int_equal(next, prompts.count);
    prompts_free(&prompts);
}

#define CHECK(rows) check(rows, (int)(sizeof(rows) / sizeof *(rows)))

static void alone_each_is_said_at_its_own_time(void **state) {
    (void)state;
    const struct row rows[] = {
        {0, 3000, 0, 0, 3000},
        {3000, 1000, 0, 3000, 4000},
        {3500, -1, 0, 0, 0}, // a sound waits for nobody
        {9000, 500, 0, 9000, 9500},
    };
    CHECK(rows);
}

static void one_waits_for_the_one_before_it(void **state) {
    (void)state;
    const struct row rows[] = {
        {0, 3000, 0, 0, 3000},
        {2000, 2500, 0, 3000, 5500},
        {3500, 1000, 0, 5500, 6500}, // just within the two seconds
        {8000, 100, 0, 8000, 8100},  // and what was moved does not move the rest
    };
    CHECK(rows);
}

static void behind_two_seconds_the_one_before_fades(void **state) {
    (void)state;
    const struct row rows[] = {
        {0, 8000, 0, 0, 3000},
        {1000, 4000, 0, 3000, 5000},
        {3000, 9000, 0, 5000, 9000},
        {7000, 1000, 0, 9000, 10000},
    };
    CHECK(rows);
}

static void a_question_is_heard_to_its_end(void **state) {
    (void)state;
    const struct row rows[] = {
        {0, 9000, 0, 0, 6000},
        {4000, 5000, 1, 6000, 11000},  // the words of the gate's step, then
        {4000, 3000, 1, 11000, 14000}, // its question, and behind it
        {4000, 4000, 0, 14000, 16000}, // what comes next; it has to make way
        {9000, 4000, 0, 16000, 17000}, // written while the question is still asked
        {15000, 1000, 0, 17000, 18000},
    };
    CHECK(rows);
}

static void what_nobody_says_takes_no_time(void **state) {
    (void)state;
    const struct row rows[] = {
        {0, 4000, 0, 0, 4000},
        {1000, 0, 1, 3000, 3000}, // a gate that has no voice
        {3500, 2000, 0, 4000, 6000},
    };
    CHECK(rows);
}

// A length for each cue, often too long for its place.
static int64_t *lengths_by_chance(const struct timeline *timeline, uint64_t *seed) {
    int64_t *lengths_ms = memory_new((size_t)timeline->cue_count, sizeof *lengths_ms);
    for (int index = 0; index < timeline->cue_count; index++) {
        lengths_ms[index] = random_in(seed, 0, 4) ? random_in(seed, 1, 9000) : 0;
    }
    return lengths_ms;
}

static void check_laws(const struct timeline *timeline, const int64_t *lengths_ms,
                       const struct prompts *prompts) {
    int64_t silent_ms = 0, gate_ms = 0, order_ms = 0;
    int next = 0;
    for (int index = 0; index < timeline->cue_count; index++) {
        const struct cue *cue = &timeline->cues[index];
        if (!cue->say) {
            continue;
        }
        assert_in_range(next, 0, prompts->count - 1);
        const struct prompt *prompt = &prompts->items[next++];
        assert_int_equal(prompt->cue, index);
        int64_t heard_ms = prompt->ends_ms - prompt->spoken_ms;
        assert_true(prompt->spoken_ms >= cue->at_ms);
        assert_true(prompt->spoken_ms >= order_ms);
        assert_true(heard_ms >= 0 && heard_ms <= lengths_ms[index]);
        assert_int_equal(prompt->fades, heard_ms < lengths_ms[index]);
        int64_t from_ms = cue->at_ms > gate_ms ? cue->at_ms : gate_ms;
        assert_true(prompt->spoken_ms - from_ms <= PROMPT_WAIT_MS);
        if (heard_ms == 0) {
            continue;
        }
        assert_true(prompt->spoken_ms >= silent_ms);
        // It waits for nothing but the one before, and no longer than for that.
        assert_true(prompt->spoken_ms == from_ms || prompt->spoken_ms == silent_ms);
        order_ms = prompt->spoken_ms;
        silent_ms = prompt->ends_ms;
        if (cue->gate >= 0) {
            assert_false(prompt->fades);
            gate_ms = prompt->ends_ms;
        }
    }
    assert_int_equal(next, prompts->count);
}

static void the_laws_hold_for_any_routine(void **state) {
    (void)state;
    uint64_t seed = seed_new();
    struct timeline_options options = timeline_options_written(phrases);
    int played = 0;
    while (played < ROUTINES) {
        struct routine routine;
        struct error err = {0};
        random_routine(&seed, &routine);
        struct timeline *timeline = timeline_compile(&routine, &options, &err);
        if (timeline) {
            int64_t *lengths_ms = lengths_by_chance(timeline, &seed);
            struct prompts prompts;
            prompts_make(timeline, lengths_ms, &prompts);
            check_laws(timeline, lengths_ms, &prompts);
            prompts_free(&prompts);
            memory_free(lengths_ms);
            played++;
        }
        timeline_free(timeline);
        routine_free(&routine);
    }
}

static void an_estimate_grows_with_the_characters(void **state) {
    (void)state;
    assert_int_equal(prompt_estimate_ms(""), 400);
    assert_int_equal(prompt_estimate_ms("Rest."), 750);
    assert_int_equal(prompt_estimate_ms("Über"), prompt_estimate_ms("Uber"));
}

// Cues of a routine whose words say by their first letter whether they may be shortened: "y" yes.
static void check_thin(struct routine *routine, struct timeline_options options) {
    struct error err = {0};
    for (int index = 0; index < routine->step_count; index++) {
        routine->steps[index].number = index + 1;
        routine->steps[index].name = "Step";
        routine->steps[index].count = 1;
    }
    routine->tempo_min = routine->tempo_max = 1;
    struct timeline *timeline = timeline_compile(routine, &options, &err);
    if (!timeline) {
        fail_msg("%s", err.text);
    }
    int thin = 0;
    for (int index = 0; index < timeline->cue_count; index++) {
        const char *say = timeline->cues[index].say;
        if (prompt_may_thin(timeline, index) != (say && say[0] == 'y')) {
            fail_msg("%s: wrong", say ? say : "a sound");
        }
        thin += prompt_may_thin(timeline, index);
    }
    int wanted = 0;
    for (int index = 0; index < routine->step_count; index++) {
        wanted += routine->steps[index].say && routine->steps[index].say[0] == 'y';
    }
    assert_int_equal(thin, wanted);
    timeline_free(timeline);
}

static void words_thin_where_they_only_tell_what_to_do(void **state) {
    (void)state;
    struct timeline_options options = timeline_options_written(phrases);
    options.words = 1u << PROFILE_HFS;
    memcpy(options.trick, "no, her own", sizeof "no, her own");
    struct step calm[] = {
        {.length_ms = 5000, .say = "yes"},
        {.length_ms = 5000, .say = "yes, this too"},
        {.length_ms = 5000, .say = "n", .say_if = {[PROFILE_HFS] = "not what is for her"}},
        {.length_ms = 5000, .say = "n", .own = "trick"},
        {.length_ms = 5000, .say = "no look at the skin is shortened", .show = "skin-check"},
        {.verb = VERB_WAIT, .say = "nor a gate", .question = "no question"},
        {.verb = VERB_EXERCISE,
         .movement = {.move_ms = 1000, .rest_ms = 1000},
         .pose = "shoulder_lift",
         .moves = MOVES_BODY,
         .effort = -1,
         .side = SIDE_EACH,
         .say = "yes, of the body"},
    };
    struct routine routine = {.steps = calm, .step_count = sizeof calm / sizeof *calm};
    check_thin(&routine, options);

    struct step face[] = {
        {.length_ms = 5000, .say = "no, the opening says when to stop"},
        {.length_ms = 5000, .say = "yes"},
        {.verb = VERB_EXERCISE,
         .movement = {.move_ms = 1000, .rest_ms = 1000},
         .pose = "smile_closed",
         .moves = MOVES_FACE,
         .effort = 2,
         .side = SIDE_BOTH,
         .say = "no, the face moves"},
    };
    routine = (struct routine){.steps = face, .step_count = sizeof face / sizeof *face};
    assert_true(routine_moves_face(&routine));
    check_thin(&routine, options);

    struct step warm[] = {
        {.length_ms = 5000, .say = "not in the warmth"},
        {.verb = VERB_COMPRESS,
         .length_ms = 5000,
         .temperature = TEMPERATURE_WARM,
         .compress_area = -1,
         .say = "nor here"},
    };
    routine = (struct routine){.steps = warm, .step_count = sizeof warm / sizeof *warm};
    check_thin(&routine, options);
    warm[0].say = warm[1].say = "not in the cold";
    warm[1].temperature = TEMPERATURE_COLD;
    check_thin(&routine, options);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alone_each_is_said_at_its_own_time),
        cmocka_unit_test(one_waits_for_the_one_before_it),
        cmocka_unit_test(behind_two_seconds_the_one_before_fades),
        cmocka_unit_test(a_question_is_heard_to_its_end),
        cmocka_unit_test(what_nobody_says_takes_no_time),
        cmocka_unit_test(the_laws_hold_for_any_routine),
        cmocka_unit_test(an_estimate_grows_with_the_characters),
        cmocka_unit_test(words_thin_where_they_only_tell_what_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
