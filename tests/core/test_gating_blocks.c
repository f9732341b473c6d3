// SPDX-License-Identifier: MIT
#include "catalogue_rows.h"

// What closes beside the words of a profile (domain.md 12.4, blocks), and the stop rule.

// Lists of routines by their numbers in the catalogue, R1 to R6 being 31 to 36, as bits.
static uint64_t numbers(int first, int last) {
    uint64_t bits = 0;
    for (int number = first; number <= last; number++) {
        bits |= UINT64_C(1) << number;
    }
    return bits;
}

static uint64_t compresses(void) {
    return numbers(26, 28) | numbers(34, 34);
}

static uint64_t surgery(void) {
    return numbers(11, 11) | numbers(13, 15) | numbers(17, 28) | numbers(32, 32) | numbers(34, 34);
}

// Exactly the listed routines are closed, by that reason; the others are as without the block.
static void check_block(const struct rows *rows, const struct profile *profile,
                        const struct profile *without, enum gating_reason reason, uint64_t closed) {
    for (int i = 0; i < ROWS; i++) {
        const struct routine *routine = &rows->routines[i];
        struct gating gating = gate_now(routine, profile);
        if (closed >> (i + 1) & 1) {
            check_gate(routine, gating, GATE_CLOSED, reason);
            assert_int_equal(gating.until_s, 0);
        } else {
            struct gating plain = gate_now(routine, without);
            check_gate(routine, gating, plain.gate, plain.reason);
        }
    }
}

// Under words that open much, and under such that close much themselves.
static const unsigned backgrounds[] = {0, 1u << PROFILE_PALSY_WEAK, 1u << PROFILE_PALSY_EARLY,
                                       1u << PROFILE_SYNK | 1u << PROFILE_BSP};
enum { BACKGROUNDS = sizeof backgrounds / sizeof *backgrounds };

static void what_is_to_be_asked_first_closes_its_routines(void **state) {
    const struct rows *rows = *state;
    const struct {
        enum ask ask;
        enum gating_reason reason;
        uint64_t closed;
    } cases[] = {
        {ASK_ASTHMA, REASON_BREATH_HOLD, numbers(3, 4)},
        {ASK_COPD, REASON_BREATH_HOLD, numbers(3, 4)},
        {ASK_HEART, REASON_BREATH_HOLD, numbers(3, 4)},
        {ASK_PREGNANCY, REASON_BREATH_HOLD, numbers(3, 4)},
        {ASK_STABBING_PAIN, REASON_STABBING_PAIN, numbers(23, 28) | numbers(34, 34)},
        {ASK_STROKE, REASON_STROKE, numbers(23, 24) | numbers(28, 28)},
        {ASK_CAROTID, REASON_STROKE, numbers(23, 24) | numbers(28, 28)},
        {ASK_COLD_ALLERGY, REASON_COLD_ALLERGY, numbers(27, 27)},
        {ASK_BLOOD_THINNERS, REASON_NONE, 0},
    };
    assert_int_equal(sizeof cases / sizeof *cases, ASK_COUNT);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int background = 0; background < BACKGROUNDS; background++) {
            struct profile without = told(backgrounds[background]);
            struct profile profile = without;
            profile.asks = 1u << cases[i].ask;
            check_block(rows, &profile, &without, cases[i].reason, cases[i].closed);
        }
    }
}

static void without_feeling_there_is_neither_warmth_nor_cold(void **state) {
    const struct rows *rows = *state;
    static const enum reply replies[] = {REPLY_NO, REPLY_UNSURE, REPLY_YES};
    for (int i = 0; i < 3; i++) {
        for (int background = 0; background < BACKGROUNDS; background++) {
            struct profile without = told(backgrounds[background]);
            struct profile profile = without;
            profile.skin = replies[i];
            bool closes = replies[i] != REPLY_YES;
            check_block(rows, &profile, &without, REASON_SKIN, closes ? compresses() : 0);
            // "No" cannot be overruled, "not sure" can.
            for (int row = 0; row < ROWS; row++) {
                const struct routine *routine = &rows->routines[row];
                bool absolute = (replies[i] == REPLY_NO && compresses() >> (row + 1) & 1) ||
                                gate_now(routine, &without).absolute;
                assert_int_equal(gate_now(routine, &profile).absolute, absolute);
            }
        }
    }
}

static void an_operation_waits_for_the_surgeon(void **state) {
    const struct rows *rows = *state;
    for (int background = 0; background < BACKGROUNDS; background++) {
        struct profile without = told(backgrounds[background]);
        struct profile profile = without;
        profile.surgery_told = true;
        profile.surgery_s = NOON_S - 40 * DAY_S;
        check_block(rows, &profile, &without, REASON_SURGERY, surgery());
        // The release of an operation before this one says nothing.
        profile.released_told = true;
        profile.released_s = profile.surgery_s - 1;
        check_block(rows, &profile, &without, REASON_SURGERY, surgery());
        profile.released_s = NOON_S - DAY_S;
        check_block(rows, &profile, &without, REASON_NONE, 0);
        // And a release without an operation neither.
        profile.surgery_told = false;
        check_block(rows, &profile, &without, REASON_NONE, 0);
    }
}

static void an_operation_closes_to_the_second(void **state) {
    const struct routine *jaw = row_of(*state, "rom-jaw");
    const int64_t surgery_s = NOON_S;
    const int64_t released_s = NOON_S + 10 * DAY_S;
    const struct {
        int64_t now_s;
        bool told;
        enum gate_word gate;
        int64_t until_s;
    } cases[] = {
        {surgery_s - 1, true, GATE_OPEN, 0},
        {surgery_s, true, GATE_CLOSED, released_s},
        {released_s - 1, true, GATE_CLOSED, released_s},
        {released_s, true, GATE_OPEN, 0},
        {released_s + 1, true, GATE_OPEN, 0},
        {surgery_s, false, GATE_CLOSED, 0},
        {released_s + 1000 * DAY_S, false, GATE_CLOSED, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile profile = told(bit(PROFILE_HFS));
        profile.surgery_told = true;
        profile.surgery_s = surgery_s;
        profile.released_told = cases[i].told;
        profile.released_s = released_s;
        struct gating_facts facts = facts_at(cases[i].now_s);
        struct gating gating = gating_of(jaw, &profile, &facts);
        bool closed = cases[i].gate == GATE_CLOSED;
        check_gate(jaw, gating, cases[i].gate, closed ? REASON_SURGERY : REASON_NONE);
        assert_int_equal(gating.until_s, cases[i].until_s);
        assert_false(gating.absolute);
    }
}

// Released in the very second of the operation: told with dates alone, both on one day.
static void an_operation_may_be_released_on_its_day(void **state) {
    const struct routine *jaw = row_of(*state, "rom-jaw");
    struct profile profile = {.surgery_told = true,
                              .released_told = true,
                              .surgery_s = NOON_S - HOUR_S,
                              .released_s = NOON_S - HOUR_S};
    check_gate(jaw, gate_now(jaw, &profile), GATE_OPEN, REASON_NONE);
}

static void the_stop_rule_closes_until_its_end(void **state) {
    const struct routine *smile = row_of(*state, "nmr-smile-eyes-open");
    struct profile profile = told(bit(PROFILE_SYNK));
    const int64_t until_s = NOON_S + 3 * DAY_S;
    for (int second = -1; second <= 1; second++) {
        struct gating_facts facts = facts_at(until_s + second);
        facts.held_until_s = until_s;
        struct gating gating = gating_of(smile, &profile, &facts);
        bool held = second < 0;
        check_gate(smile, gating, held ? GATE_CLOSED : GATE_OPEN, held ? REASON_HOLD : REASON_NONE);
        assert_int_equal(gating.until_s, held ? until_s : 0);
        assert_false(gating.absolute);
        assert_true(gating.wants_answers); // also before an "anyway"
    }
}

// What lasts longest gives the reason; it opens when all that shuts has ended.
static void of_several_that_close_the_longest_is_named(void **state) {
    const struct rows *rows = *state;
    const struct routine *warm = row_of(rows, "warm-compress");
    struct profile profile = told(bit(PROFILE_HFS) | bit(PROFILE_TOXIN_24H));
    const int64_t lock_s = NOON_S + 23 * HOUR_S;
    struct gating_facts facts = facts_at(NOON_S);

    facts.held_until_s = lock_s + 1; // longer than the lock
    struct gating gating = gating_of(warm, &profile, &facts);
    check_gate(warm, gating, GATE_CLOSED, REASON_HOLD);
    assert_int_equal(gating.until_s, lock_s + 1);
    facts.held_until_s = lock_s - 1; // shorter
    gating = gating_of(warm, &profile, &facts);
    check_gate(warm, gating, GATE_CLOSED, REASON_WORD);
    assert_int_equal(gating.until_s, lock_s);

    // A word that does not end is named before a hold, and nothing opens by itself.
    const struct routine *lips = row_of(rows, "rom-lower-face");
    profile = told(bit(PROFILE_SYNK));
    gating = gating_of(lips, &profile, &facts);
    check_gate(lips, gating, GATE_CLOSED, REASON_WORD);
    assert_int_equal(gating.until_s, 0);

    // A hold on what wants a plan: closed by the hold, but its end does not open it.
    const struct routine *strength = row_of(rows, "str-brow-lids");
    gating = gating_of(strength, &profile, &facts);
    check_gate(strength, gating, GATE_CLOSED, REASON_HOLD);
    assert_int_equal(gating.until_s, 0);

    // Of blocks that do not end the first in the order of the reasons.
    profile = told(0);
    profile.skin = REPLY_UNSURE;
    profile.asks = 1u << ASK_STABBING_PAIN | 1u << ASK_STROKE;
    const struct routine *both = row_of(rows, "warm-massage-breath");
    check_gate(both, gate_now(both, &profile), GATE_CLOSED, REASON_SKIN);
    profile.skin = REPLY_NONE;
    check_gate(both, gate_now(both, &profile), GATE_CLOSED, REASON_STABBING_PAIN);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(what_is_to_be_asked_first_closes_its_routines),
        cmocka_unit_test(without_feeling_there_is_neither_warmth_nor_cold),
        cmocka_unit_test(an_operation_waits_for_the_surgeon),
        cmocka_unit_test(an_operation_closes_to_the_second),
        cmocka_unit_test(an_operation_may_be_released_on_its_day),
        cmocka_unit_test(the_stop_rule_closes_until_its_end),
        cmocka_unit_test(of_several_that_close_the_longest_is_named),
    };
    return cmocka_run_group_tests(cases, rows_open, rows_close);
}
