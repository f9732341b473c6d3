// SPDX-License-Identifier: MIT
#include "catalogue_rows.h"

// What a therapist's plan opens, and what it does not (domain.md 4.5, plans and overrides).

static struct gating by_plan(const struct routine *routine, const struct profile *profile,
                             bool despite) {
    struct gating_facts facts = facts_at(NOON_S);
    facts.plan_names = true;
    facts.plan_despite = despite;
    return gating_of(routine, profile, &facts);
}

// Every row under every word: a plan gate opens when the plan names the routine, a closed one with
// a reason alone, a small one stays and takes the plan's dose.
static void check_plan(const struct routine *routine, enum profile_word word, bool despite) {
    struct profile profile = told(bit(word));
    profile.floppy = REPLY_NO;
    struct gating gating = by_plan(routine, &profile, despite);
    enum gate_word written = routine->gates[word];
    if (written == GATE_PLAN || (written == GATE_CLOSED && despite)) {
        check_gate(routine, gating, GATE_OPEN, REASON_PLAN);
        assert_false(gating.absolute);
    } else {
        check_gate(routine, gating, written, written == GATE_OPEN ? REASON_NONE : REASON_WORD);
    }
    assert_false(gating.small);
    assert_true(gating.plan_dose);
    assert_false(gating.imagine_only);
    assert_int_equal(gating.until_s, 0);
}

static void a_plan_opens_what_is_written_so(void **state) {
    const struct rows *rows = *state;
    for (int i = 0; i < ROWS; i++) {
        for (int word = PROFILE_MYOK; word <= PROFILE_UNKNOWN; word++) {
            check_plan(&rows->routines[i], (enum profile_word)word, false);
            check_plan(&rows->routines[i], (enum profile_word)word, true);
        }
    }
}

// Of two words the plan has to answer for the stricter.
static void a_plan_answers_for_the_strictest_word(void **state) {
    const struct routine *upper = row_of(*state, "rom-upper-face");
    struct profile profile = told(bit(PROFILE_BSP) | bit(PROFILE_SYNK)); // plan, closed
    struct gating gating = by_plan(upper, &profile, false);
    check_gate(upper, gating, GATE_CLOSED, REASON_WORD);
    assert_int_equal(gating.word, PROFILE_SYNK);
    check_gate(upper, by_plan(upper, &profile, true), GATE_OPEN, REASON_PLAN);
    profile = told(bit(PROFILE_HFS) | bit(PROFILE_BSP)); // small, plan: the small dose goes too
    gating = by_plan(upper, &profile, false);
    check_gate(upper, gating, GATE_OPEN, REASON_PLAN);
    assert_false(gating.small);
    // Its reason alone names the routine as well.
    struct gating_facts facts = facts_at(NOON_S);
    facts.plan_despite = true;
    check_gate(upper, gating_of(upper, &profile, &facts), GATE_OPEN, REASON_PLAN);
}

// Face movement under a doctor's eye, but neither massage nor heat nor strength (12.4).
static void a_fresh_injection_lies_on_top_of_a_plan(void **state) {
    const struct rows *rows = *state;
    const unsigned words = bit(PROFILE_HFS) | bit(PROFILE_TOXIN_24H);
    const struct {
        const char *routine;
        bool despite;
        enum gate_word gate;
    } cases[] = {
        {"rom-upper-face", false, GATE_OPEN}, {"nmr-vowels", false, GATE_OPEN},
        {"mas-face-full", true, GATE_CLOSED}, {"mas-cheek-stretch", true, GATE_CLOSED},
        {"warm-compress", true, GATE_CLOSED}, {"str-lips-cheeks", true, GATE_CLOSED},
        {"cold-compress", false, GATE_SMALL}, {"cold-compress", true, GATE_SMALL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct routine *routine = row_of(rows, cases[i].routine);
        struct profile profile = told(words);
        struct gating gating = by_plan(routine, &profile, cases[i].despite);
        enum gate_word gate = cases[i].gate;
        check_gate(routine, gating, gate, gate == GATE_OPEN ? REASON_PLAN : REASON_WORD);
        assert_true(gating.fresh_injection);
        if (gate != GATE_OPEN) {
            assert_int_equal(gating.word, PROFILE_TOXIN_24H);
            assert_int_equal(gating.until_s, NOON_S + 23 * HOUR_S);
        }
        assert_int_equal(gating.small, gate == GATE_SMALL);
        assert_int_equal(gating.plan_dose, gate != GATE_SMALL);
    }
    // A lasting word that is closed is no less so for the plan that opens the fresh one.
    struct profile profile = told(bit(PROFILE_SYNK) | bit(PROFILE_TOXIN_24H));
    const struct routine *lips = row_of(rows, "rom-lower-face");
    struct gating gating = by_plan(lips, &profile, false);
    check_gate(lips, gating, GATE_CLOSED, REASON_WORD);
    assert_int_equal(gating.word, PROFILE_SYNK);
    assert_int_equal(gating.until_s, 0);
}

// Never on a floppy face, and by plan not before somebody has said that it moves.
static void a_floppy_face_is_not_moved(void **state) {
    const struct rows *rows = *state;
    const struct {
        enum reply floppy;
        bool named;
        enum gate_word gate;
        enum gating_reason reason;
    } cases[] = {
        {REPLY_NONE, false, GATE_PLAN, REASON_WORD},
        {REPLY_NO, false, GATE_PLAN, REASON_WORD},
        {REPLY_YES, false, GATE_CLOSED, REASON_FLOPPY},
        {REPLY_UNSURE, false, GATE_CLOSED, REASON_FLOPPY},
        {REPLY_NONE, true, GATE_CLOSED, REASON_FLOPPY},
        {REPLY_NO, true, GATE_OPEN, REASON_PLAN},
        {REPLY_YES, true, GATE_CLOSED, REASON_FLOPPY},
        {REPLY_UNSURE, true, GATE_CLOSED, REASON_FLOPPY},
    };
    const struct routine *smile = row_of(rows, "nmr-smile-eyes-open");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile profile = told(bit(PROFILE_PALSY_EARLY));
        profile.floppy = cases[i].floppy;
        struct gating_facts facts = facts_at(NOON_S);
        facts.plan_names = cases[i].named;
        struct gating gating = gating_of(smile, &profile, &facts);
        check_gate(smile, gating, cases[i].gate, cases[i].reason);
        assert_int_equal(gating.until_s, 0);
        assert_int_equal(gating.absolute, cases[i].gate != GATE_OPEN);
        assert_int_equal(gating.wants_answers, cases[i].gate == GATE_OPEN);
    }
    // A reason does not help, nor what a user's own file says.
    struct profile profile = told(bit(PROFILE_PALSY_EARLY));
    profile.floppy = REPLY_YES;
    const struct routine *strength = row_of(rows, "str-lips-cheeks");
    check_gate(strength, by_plan(strength, &profile, true), GATE_CLOSED, REASON_FLOPPY);
    struct step step = {.verb = VERB_EXERCISE, .moves = MOVES_FACE};
    struct routine own = {.category = CATEGORY_MEDITATION, .steps = &step, .step_count = 1};
    check_gate(&own, gate_now(&own, &profile), GATE_CLOSED, REASON_FLOPPY);
    assert_true(gate_now(&own, &profile).absolute);
    // Jaw, neck and hands go on.
    const struct routine *jaw = row_of(rows, "rom-jaw");
    check_gate(jaw, gate_now(jaw, &profile), GATE_OPEN, REASON_NONE);
}

// Told to be floppy, it is an early palsy whatever else is told.
static void a_floppy_face_is_an_early_palsy(void **state) {
    const struct routine *smile = row_of(*state, "nmr-smile-eyes-open");
    static const unsigned backgrounds[] = {0, 1u << PROFILE_PALSY_WEAK, 1u << PROFILE_SYNK};
    for (size_t i = 0; i < 3; i++) {
        struct profile profile = told(backgrounds[i]);
        profile.floppy = REPLY_YES;
        check_gate(smile, gate_now(smile, &profile), GATE_CLOSED, REASON_FLOPPY);
        assert_int_equal(profile_words_at(&profile, NOON_S, 24),
                         backgrounds[i] | bit(PROFILE_PALSY_EARLY));
        profile.floppy = REPLY_NO;
        assert_int_equal(gate_now(smile, &profile).gate, i == 0 ? GATE_SMALL : GATE_OPEN);
    }
}

// The two imagined steps of nmr-imagine-then-do move nothing.
static void what_is_imagined_needs_no_movement(void **state) {
    const struct routine *imagine = row_of(*state, "nmr-imagine-then-do");
    const struct {
        enum reply floppy;
        bool named;
        enum gate_word gate;
        enum gating_reason reason;
        bool imagine_only, absolute, wants_answers;
    } cases[] = {
        {REPLY_NONE, false, GATE_PLAN, REASON_WORD, false, true, false},
        {REPLY_YES, false, GATE_PLAN, REASON_WORD, false, true, false},
        {REPLY_NONE, true, GATE_OPEN, REASON_PLAN, true, false, false},
        {REPLY_YES, true, GATE_OPEN, REASON_PLAN, true, false, false},
        {REPLY_NO, true, GATE_OPEN, REASON_PLAN, false, false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile profile = told(bit(PROFILE_PALSY_EARLY));
        profile.floppy = cases[i].floppy;
        struct gating_facts facts = facts_at(NOON_S);
        facts.plan_names = cases[i].named;
        struct gating gating = gating_of(imagine, &profile, &facts);
        check_gate(imagine, gating, cases[i].gate, cases[i].reason);
        assert_int_equal(gating.imagine_only, cases[i].imagine_only);
        assert_int_equal(gating.absolute, cases[i].absolute);
        assert_int_equal(gating.wants_answers, cases[i].wants_answers);
    }
    // Where no word asks for a plan, what a file of the person's own imagines is still all.
    struct routine own = *imagine;
    own.category = CATEGORY_MEDITATION;
    own.has_gates = false;
    struct profile profile = told(0);
    profile.floppy = REPLY_YES;
    struct gating gating = gate_now(&own, &profile);
    check_gate(&own, gating, GATE_OPEN, REASON_NONE);
    assert_true(gating.imagine_only);
    // Nor is anything played where a fresh injection alone wants the plan, until the plan names it.
    own.has_gates = true;
    memset(own.gates, GATE_OPEN, sizeof own.gates);
    own.gates[PROFILE_TOXIN_24H] = GATE_PLAN;
    profile = told(bit(PROFILE_TOXIN_24H));
    profile.floppy = REPLY_YES;
    check_gate(&own, gate_now(&own, &profile), GATE_PLAN, REASON_WORD);
    assert_false(gate_now(&own, &profile).imagine_only);
    check_gate(&own, by_plan(&own, &profile, false), GATE_OPEN, REASON_PLAN);
    assert_true(by_plan(&own, &profile, false).imagine_only);
    // With another word than early palsy nothing is left out.
    profile = told(bit(PROFILE_SYNK));
    assert_false(by_plan(imagine, &profile, false).imagine_only);
}

// Blocks and holds are not the plan's to lift.
static void a_plan_lifts_words_alone(void **state) {
    const struct rows *rows = *state;
    const struct routine *warm = row_of(rows, "warm-compress");
    struct profile profile = told(bit(PROFILE_HFS));
    profile.skin = REPLY_NO;
    struct gating gating = by_plan(warm, &profile, true);
    check_gate(warm, gating, GATE_CLOSED, REASON_SKIN);
    assert_true(gating.absolute);
    const struct routine *strength = row_of(rows, "str-brow-lids");
    struct gating_facts facts = facts_at(NOON_S);
    facts.plan_names = true;
    facts.held_until_s = NOON_S + 1;
    gating = gating_of(strength, &profile, &facts);
    check_gate(strength, gating, GATE_CLOSED, REASON_HOLD);
    assert_int_equal(gating.until_s, NOON_S + 1);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(a_plan_opens_what_is_written_so),
        cmocka_unit_test(a_plan_answers_for_the_strictest_word),
        cmocka_unit_test(a_fresh_injection_lies_on_top_of_a_plan),
        cmocka_unit_test(a_floppy_face_is_not_moved),
        cmocka_unit_test(a_floppy_face_is_an_early_palsy),
        cmocka_unit_test(what_is_imagined_needs_no_movement),
        cmocka_unit_test(a_plan_lifts_words_alone),
    };
    return cmocka_run_group_tests(cases, rows_open, rows_close);
}
