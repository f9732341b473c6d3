// SPDX-License-Identifier: MIT
#include "catalogue_rows.h"

// The three answers: what they say, for how long, and what they close (domain.md 4.5).

static const enum reply replies[] = {REPLY_YES, REPLY_NO, REPLY_UNSURE};

static struct profile answered(enum reply weak, enum reply narrows, enum reply injected) {
    return (struct profile){.answers = {weak, narrows, injected}, .answers_s = NOON_S};
}

// "Not sure" counts as yes for the first and the third.
static void the_answers_give_the_words(void **state) {
    (void)state;
    for (int combination = 0; combination < 27; combination++) {
        enum reply weak = replies[combination / 9];
        enum reply narrows = replies[combination / 3 % 3];
        enum reply injected = replies[combination % 3];
        unsigned words = 0;
        words |= weak == REPLY_NO ? 0 : bit(PROFILE_PALSY_EARLY);
        words |= narrows == REPLY_YES ? bit(PROFILE_SYNK) : 0;
        struct profile profile = answered(weak, narrows, injected);
        assert_int_equal(profile_words_at(&profile, NOON_S, 24),
                         words ? words : bit(PROFILE_UNKNOWN));
        assert_int_equal(profile_owes_date(&profile), injected != REPLY_NO);
        // Beside what was told, which they never take away.
        profile.conditions = bit(PROFILE_HFS) | bit(PROFILE_PALSY_WEAK);
        assert_int_equal(profile_words_at(&profile, NOON_S, 24), words | profile.conditions);
    }
}

// Two rows of the table under each answer: what narrows leads to re-education, what is weak to a
// plan, an injection or operation without a date to neither.
static void the_answers_close_and_open(void **state) {
    const struct rows *rows = *state;
    const struct routine *lips = row_of(rows, "rom-lower-face");
    const struct routine *smile = row_of(rows, "nmr-smile-eyes-open");
    for (int combination = 0; combination < 27; combination++) {
        enum reply weak = replies[combination / 9];
        enum reply narrows = replies[combination / 3 % 3];
        struct profile profile = answered(weak, narrows, replies[combination % 3]);
        struct gating rom = gate_now(lips, &profile);
        struct gating nmr = gate_now(smile, &profile);
        if (profile.answers[ANSWER_INJECTED] != REPLY_NO) {
            check_gate(lips, rom, GATE_CLOSED, REASON_ANSWER_INJECTED);
            check_gate(smile, nmr, GATE_CLOSED, REASON_ANSWER_INJECTED);
            assert_int_equal(rom.until_s, 0);
        } else if (weak != REPLY_NO) {
            assert_int_equal(rom.gate, narrows == REPLY_YES ? GATE_CLOSED : GATE_PLAN);
            check_gate(smile, nmr, GATE_PLAN, REASON_WORD);
            assert_int_equal(nmr.word, PROFILE_PALSY_EARLY);
            assert_true(nmr.absolute);
        } else {
            assert_int_equal(rom.gate, narrows == REPLY_YES ? GATE_CLOSED : GATE_SMALL);
            assert_int_equal(nmr.gate, narrows == REPLY_YES ? GATE_OPEN : GATE_SMALL);
        }
        assert_false(rom.wants_answers);
        assert_false(nmr.wants_answers);
    }
}

// A "yes" that owes its date closes what an injection or an operation would close.
static void an_answer_without_a_date_closes_what_either_would(void **state) {
    const struct rows *rows = *state;
    const struct profile yes = answered(REPLY_NO, REPLY_NO, REPLY_YES);
    struct profile operated = answered(REPLY_NO, REPLY_NO, REPLY_NO);
    operated.surgery_told = true;
    operated.surgery_s = NOON_S;
    for (int i = 0; i < ROWS; i++) {
        const struct routine *routine = &rows->routines[i];
        struct gating gating = gate_now(routine, &yes);
        bool closed = gate_now(routine, &operated).reason == REASON_SURGERY;
        assert_int_equal(gating.reason == REASON_ANSWER_INJECTED, closed);
        struct gating_facts later = facts_at(NOON_S + DAY_S);
        assert_int_equal(gating_of(routine, &yes, &later).wants_answers, closed);
        bool shut_when_injected = routine->gates[PROFILE_TOXIN_24H] >= GATE_PLAN;
        assert_true(!shut_when_injected || gating.gate == GATE_CLOSED);
    }
}

static void a_date_of_that_day_makes_good_for_the_answer(void **state) {
    (void)state;
    const int64_t midnight_s = NOON_S - 12 * HOUR_S;
    const struct {
        int64_t from_s, upto_s;
        bool owes;
    } cases[] = {
        {NOON_S, NOON_S, false},
        {NOON_S + 1, NOON_S + 1, true}, // another one, later
        {NOON_S - DAY_S + 1, NOON_S - DAY_S + 1, false},
        {NOON_S - DAY_S, NOON_S - DAY_S, true}, // the last day is over
        {NOON_S - 63 * DAY_S, NOON_S - 63 * DAY_S, true},
        {midnight_s, midnight_s + DAY_S, false},        // today, as a date alone
        {midnight_s - DAY_S, midnight_s, false},        // yesterday
        {midnight_s - 2 * DAY_S, NOON_S - DAY_S, true}, // before
        {NOON_S + 1, NOON_S + 1 + DAY_S, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int reply = 0; reply < 3; reply++) {
            struct profile profile = answered(REPLY_NO, REPLY_NO, replies[reply]);
            profile.toxin_told = true;
            profile.toxin_from_s = cases[i].from_s;
            profile.toxin_s = cases[i].upto_s;
            assert_int_equal(profile_owes_date(&profile),
                             cases[i].owes && replies[reply] != REPLY_NO);
            profile.toxin_told = false;
            assert_int_equal(profile_owes_date(&profile), replies[reply] != REPLY_NO);
        }
    }
}

static void an_operation_makes_good_for_the_answer(void **state) {
    (void)state;
    const struct {
        int64_t surgery_s, released_s; // 0: not released
        bool owes;
    } cases[] = {
        {NOON_S, 0, false},
        {NOON_S + 1, 0, true},
        {NOON_S - 100 * DAY_S, 0, false},
        {NOON_S - 100 * DAY_S, NOON_S + 50 * DAY_S, false}, // released since
        {NOON_S - 100 * DAY_S, NOON_S - DAY_S + 1, false},  // that day, told as a date alone
        {NOON_S - 100 * DAY_S, NOON_S - DAY_S, true},
        {NOON_S - 100 * DAY_S, NOON_S - 101 * DAY_S, false}, // another operation's release
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile profile = answered(REPLY_NO, REPLY_NO, REPLY_UNSURE);
        profile.surgery_told = true;
        profile.surgery_s = cases[i].surgery_s;
        profile.released_told = cases[i].released_s != 0;
        profile.released_s = cases[i].released_s;
        assert_int_equal(profile_owes_date(&profile), cases[i].owes);
    }
}

// At 90 days without a face movement, a second before and after.
static void after_ninety_days_they_are_asked_again(void **state) {
    (void)state;
    const int64_t end_s = INT64_C(90) * 86400;
    const struct {
        int64_t moved_s, now_s;
        bool wants;
    } cases[] = {
        {0, NOON_S, false},
        {0, NOON_S + end_s - 1, false},
        {0, NOON_S + end_s, true},
        {NOON_S - DAY_S, NOON_S + end_s - 1, false}, // moved before they were given
        {NOON_S - DAY_S, NOON_S + end_s, true},
        {NOON_S + DAY_S, NOON_S + end_s, false}, // and after
        {NOON_S + DAY_S, NOON_S + DAY_S + end_s - 1, false},
        {NOON_S + DAY_S, NOON_S + DAY_S + end_s, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile profile = answered(REPLY_NO, REPLY_UNSURE, REPLY_NO);
        assert_int_equal(profile_wants_answers(&profile, cases[i].moved_s, cases[i].now_s),
                         cases[i].wants);
    }
    // One of the three missing is as good as all.
    for (int place = 0; place < ANSWERS; place++) {
        struct profile profile = answered(REPLY_NO, REPLY_NO, REPLY_NO);
        assert_false(profile_wants_answers(&profile, 0, NOON_S));
        profile.answers[place] = REPLY_NONE;
        assert_false(profile_has_answers(&profile));
        assert_true(profile_wants_answers(&profile, 0, NOON_S));
    }
}

static void a_missing_date_is_asked_for_again_after_a_day(void **state) {
    (void)state;
    struct profile profile = answered(REPLY_NO, REPLY_NO, REPLY_YES);
    assert_false(profile_wants_answers(&profile, 0, NOON_S + 86399));
    assert_true(profile_wants_answers(&profile, 0, NOON_S + 86400));
    assert_true(profile_wants_answers(&profile, NOON_S + 86400, NOON_S + 86400));
    profile.toxin_told = true;
    profile.toxin_from_s = profile.toxin_s = NOON_S;
    assert_false(profile_wants_answers(&profile, 0, NOON_S + 86400));
}

static void words_of_the_profile_are_those_of_its_keys(void **state) {
    (void)state;
    assert_null(reply_words[REPLY_NONE]);
    assert_int_equal(vocabulary_find(reply_words, REPLY_COUNT, "unsure"), REPLY_UNSURE);
    static const char *const asks[] = {"asthma",    "copd",          "heart",
                                       "pregnancy", "stabbing-pain", "stroke",
                                       "carotid",   "cold-allergy",  "blood-thinners"};
    for (int ask = 0; ask < ASK_COUNT; ask++) {
        assert_string_equal(ask_words[ask], asks[ask]);
    }
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(the_answers_give_the_words),
        cmocka_unit_test(the_answers_close_and_open),
        cmocka_unit_test(an_answer_without_a_date_closes_what_either_would),
        cmocka_unit_test(a_date_of_that_day_makes_good_for_the_answer),
        cmocka_unit_test(an_operation_makes_good_for_the_answer),
        cmocka_unit_test(after_ninety_days_they_are_asked_again),
        cmocka_unit_test(a_missing_date_is_asked_for_again_after_a_day),
        cmocka_unit_test(words_of_the_profile_are_those_of_its_keys),
    };
    return cmocka_run_group_tests(cases, rows_open, rows_close);
}
