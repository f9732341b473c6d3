// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/dose.h"
#include "played_days.h"

// How a small dose begins, grows and goes back (domain.md 4.5, small dose; 5.2, first use).

enum { TODAY = 20778 };

static struct step smile = {.verb = VERB_EXERCISE, .count = 5, .effort = 3, .in_small_dose = true};
static const struct routine routine = {
    .id = "smile", .category = CATEGORY_NMR, .steps = &smile, .step_count = 1};
static const struct gating small = {.gate = GATE_SMALL, .small = true};
static const struct gating open = {.gate = GATE_OPEN};

static struct dose dose_on(const struct history *history, int64_t day) {
    struct past past = past_of(history);
    return dose_of(&routine, &small, &past, day);
}

static void check_stage(struct dose dose, enum dose_stage stage) {
    assert_int_equal(dose.stage, stage);
    assert_int_equal(dose.reps_most, stage == DOSE_SMALL ? 3 : 0);
    assert_int_equal(dose.effort_most, stage == DOSE_SMALL ? 2 : -1);
    assert_int_equal(dose.per_day, stage == DOSE_TWICE ? 2 : 1);
    assert_int_equal(dose.short_form, stage == DOSE_SMALL);
}

// A letter a session, newest last: c calmer, s same, b busier, p pulled, h hurt, "-" unanswered,
// "x" broken off; each on a day of its own, the last of them yesterday.
static void add_days(struct history *history, const char *days) {
    static const char letters[] = "-csbph";
    int length = (int)strlen(days);
    for (int i = 0; i < length; i++) {
        struct past_session *session = history_add(history, "smile", TODAY - length + i, 0);
        const char *at = strchr(letters, days[i]);
        session->feel = at ? (enum feel)(at - letters) : FEEL_NONE;
        session->complete = at != NULL;
    }
}

static struct dose after_days(const char *days) {
    struct history history = {.count = 0};
    add_days(&history, days);
    return dose_on(&history, TODAY);
}

// Day 1 is the first with the routine.
static void it_grows_by_the_days_written(void **state) {
    (void)state;
    for (int day = 1; day <= 40; day++) {
        struct history history = {.count = 0};
        for (int before = 1; before < day; before++) {
            history_add(&history, "smile", TODAY - day + before, 0);
        }
        struct dose dose = dose_on(&history, TODAY);
        check_stage(dose, day <= 7 ? DOSE_SMALL : day <= 14 ? DOSE_ONCE : DOSE_TWICE);
        assert_false(dose.stepped_back);
    }
}

static void a_day_counts_once_and_gaps_do_not(void **state) {
    (void)state;
    struct history history = {.count = 0};
    for (int day = 0; day < 7; day++) { // every third day, twice a day
        history_add(&history, "smile", TODAY + 3 * day, 0);
        history_add(&history, "smile", TODAY + 3 * day, 1);
        // What is done today does not change today's dose.
        check_stage(dose_on(&history, TODAY + 3 * day), DOSE_SMALL);
    }
    check_stage(dose_on(&history, TODAY + 19), DOSE_ONCE);
    check_stage(dose_on(&history, TODAY + 400), DOSE_ONCE);
}

static void only_days_on_which_it_was_done_count(void **state) {
    (void)state;
    check_stage(after_days("-------"), DOSE_ONCE);
    check_stage(after_days("------x"), DOSE_SMALL);
    check_stage(after_days("x------"), DOSE_SMALL);
    check_stage(after_days("x-------"), DOSE_ONCE);
    struct history history = {.count = 0};
    for (int day = 0; day < 7; day++) {
        history_add(&history, "other", TODAY - 7 + day, 0);
    }
    check_stage(dose_on(&history, TODAY), DOSE_SMALL);
    // Broken off and done on one day, in either order.
    for (int day = 0; day < 7; day++) {
        history_add(&history, "smile", TODAY - 7 + day, 0)->complete = day % 2;
        history_add(&history, "smile", TODAY - 7 + day, 1)->complete = day % 2 == 0;
    }
    check_stage(dose_on(&history, TODAY), DOSE_ONCE);
}

// "Busier" on the last days of each stage: once, twice, three and four times running.
static void busier_twice_running_takes_it_back(void **state) {
    (void)state;
    static const struct {
        const char *days;
        enum dose_stage stage;
        bool stepped_back;
    } cases[] = {
        {"", DOSE_SMALL, false},
        {"b", DOSE_SMALL, false},
        {"bb", DOSE_SMALL, false}, // there is nothing below to go back to
        {"--------b", DOSE_ONCE, false},
        {"--------bb", DOSE_SMALL, true},
        {"--------b-b", DOSE_SMALL, true}, // no answer breaks no row
        {"--------bsb", DOSE_ONCE, false},
        {"--------bcb", DOSE_ONCE, false},
        {"--------bpb", DOSE_ONCE, false},
        {"--------bb-", DOSE_SMALL, true},
        {"--------bbs", DOSE_SMALL, false}, // no longer the last answer
        {"--------bbb", DOSE_SMALL, false},
        {"---------------b", DOSE_TWICE, false},
        {"---------------bb", DOSE_ONCE, true},
        {"---------------bbb", DOSE_ONCE, false},
        {"---------------bbbb", DOSE_SMALL, true},
        {"---------------bbsbb", DOSE_SMALL, true},
        // The last day of a stage belongs to it.
        {"------------bb", DOSE_SMALL, true},
        {"-------------bb", DOSE_ONCE, true},
        {"-----bb", DOSE_SMALL, false},
        {"------bb", DOSE_SMALL, true},
        // However long it went well.
        {"-----------------------------------bb", DOSE_ONCE, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct dose dose = after_days(cases[i].days);
        if (dose.stage != cases[i].stage || dose.stepped_back != cases[i].stepped_back) {
            fail_msg("\"%s\": stage %d, %s back", cases[i].days, (int)dose.stage,
                     dose.stepped_back ? "stepped" : "not stepped");
        }
        check_stage(dose, cases[i].stage);
    }
}

// From where it was taken back to it takes the whole of that stage again.
static void it_grows_again_from_the_first_day_of_its_stage(void **state) {
    (void)state;
    check_stage(after_days("--------bb------"), DOSE_SMALL);
    check_stage(after_days("--------bb-------"), DOSE_ONCE);
    check_stage(after_days("---------------bb------"), DOSE_ONCE);
    check_stage(after_days("---------------bb-------"), DOSE_TWICE);
    check_stage(after_days("bb------"), DOSE_SMALL);
    check_stage(after_days("bb-------"), DOSE_ONCE);
}

// Twice on one day, and what follows that day: the day counts once it was done at the new dose.
static void taken_back_within_a_day(void **state) {
    (void)state;
    struct history history = {.count = 0};
    for (int day = 0; day < 10; day++) {
        history_add(&history, "smile", TODAY - 10 + day, 0);
    }
    history_add(&history, "smile", TODAY, 1)->feel = FEEL_BUSIER;
    check_stage(dose_on(&history, TODAY), DOSE_ONCE);
    history_add(&history, "smile", TODAY, 2)->feel = FEEL_BUSIER;
    check_stage(dose_on(&history, TODAY), DOSE_SMALL);
    assert_true(dose_on(&history, TODAY).stepped_back);
    for (int day = 1; day <= 6; day++) {
        history_add(&history, "smile", TODAY + day, 0);
    }
    check_stage(dose_on(&history, TODAY + 7), DOSE_SMALL);
    check_stage(dose_on(&history, TODAY + 8), DOSE_SMALL);
    history_add(&history, "smile", TODAY + 7, 0);
    check_stage(dose_on(&history, TODAY + 8), DOSE_ONCE);
}

// A traveller's clock shows a day again: it is not another one.
static void a_day_that_comes_twice_counts_once(void **state) {
    (void)state;
    struct history history = {.count = 0};
    for (int day = 0; day < 6; day++) {
        history_add(&history, "smile", TODAY - 7 + day, 0);
    }
    history_add(&history, "smile", TODAY - 3, 1);
    history_add(&history, "smile", TODAY - 2, 2);
    check_stage(dose_on(&history, TODAY), DOSE_SMALL);
}

static void check_plain(struct dose dose, bool shorter) {
    assert_int_equal(dose.stage, DOSE_WRITTEN);
    assert_int_equal(dose.reps_most, shorter ? 3 : 0);
    assert_int_equal(dose.effort_most, -1);
    assert_int_equal(dose.per_day, 0);
    assert_int_equal(dose.short_form, shorter);
    assert_int_equal(dose.stepped_back, shorter);
}

// Where the gate is open there are no stages: "busier" twice running brings up the shorter form.
static void without_stages_there_is_a_shorter_form(void **state) {
    (void)state;
    static const struct {
        const char *days;
        bool shorter;
    } cases[] = {{"", false},   {"-", false},  {"b", false},   {"bb", true},  {"b-b", true},
                 {"bbb", true}, {"bb-", true}, {"bbs", false}, {"bsb", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        add_days(&history, cases[i].days);
        struct past past = past_of(&history);
        check_plain(dose_of(&routine, &open, &past, TODAY), cases[i].shorter);
        // A plan's dose is the therapist's to change.
        struct gating planned = {.gate = GATE_SMALL, .plan_dose = true};
        check_plain(dose_of(&routine, &planned, &past, TODAY), false);
        // And what has no shorter form stays.
        struct step press = {.verb = VERB_MASSAGE, .count = 1, .in_small_dose = true};
        struct routine massage = {.id = "smile", .steps = &press, .step_count = 1};
        check_plain(dose_of(&massage, &open, &past, TODAY), false);
    }
}

// The cold compress: short the first time, and after it was too much.
static void the_first_compress_is_short(void **state) {
    (void)state;
    static const struct {
        const char *days;
        bool short_form, stepped_back;
    } cases[] = {{"", true, false},    {"x", true, false},   {"-", false, false},
                 {"c", false, false},  {"s", false, false},  {"b", true, true},
                 {"p", true, true},    {"h", true, true},    {"b-", true, true},
                 {"bc", false, false}, {"bx", true, true},   {"bs", false, false},
                 {"cb", true, true},   {"-b", true, true},   {"c-", false, false},
                 {"cx", false, false}, {"xx-", false, false}};
    struct step steps[2] = {
        {.verb = VERB_COMPRESS, .temperature = TEMPERATURE_COLD, .count = 1, .in_small_dose = true},
        {.verb = VERB_COMPRESS, .temperature = TEMPERATURE_COLD, .count = 1}};
    struct routine cold = {.id = "smile", .steps = steps, .step_count = 2};
    struct routine whole = {.id = "smile", .steps = steps, .step_count = 1};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        add_days(&history, cases[i].days);
        struct past past = past_of(&history);
        struct dose dose = dose_of(&cold, &open, &past, TODAY);
        assert_int_equal(dose.stage, DOSE_WRITTEN);
        assert_int_equal(dose.reps_most, 0);
        assert_int_equal(dose.effort_most, -1);
        assert_int_equal(dose.per_day, 0);
        if (dose.short_form != cases[i].short_form || dose.stepped_back != cases[i].stepped_back) {
            fail_msg("\"%s\": %d %d", cases[i].days, dose.short_form, dose.stepped_back);
        }
        // At a small gate it is short whatever was answered.
        assert_true(dose_of(&cold, &small, &past, TODAY).short_form);
        // Without a short form there is none, and nothing to say.
        assert_false(dose_of(&whole, &small, &past, TODAY).short_form);
        assert_false(dose_of(&whole, &open, &past, TODAY).stepped_back);
    }
}

// Broken off because it was worse: that is an answer too.
static void a_compress_broken_off_for_worse_is_short_next(void **state) {
    (void)state;
    struct step step = {.verb = VERB_COMPRESS, .temperature = TEMPERATURE_WARM, .count = 1};
    struct routine warm = {.id = "smile", .steps = &step, .step_count = 1};
    struct history history = {.count = 0};
    add_days(&history, "cx");
    history.sessions[1].feel = FEEL_BUSIER;
    struct past past = past_of(&history);
    assert_true(dose_of(&warm, &open, &past, TODAY).short_form);
    history.sessions[1].feel = FEEL_CALMER;
    assert_false(dose_of(&warm, &open, &past, TODAY).short_form);
    history.sessions[0].complete = false; // neither was a whole use
    assert_true(dose_of(&warm, &open, &past, TODAY).short_form);
    history_add(&history, "other", TODAY, 0); // nor was another routine's
    past = past_of(&history);
    assert_true(dose_of(&warm, &open, &past, TODAY).short_form);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(it_grows_by_the_days_written),
        cmocka_unit_test(a_day_counts_once_and_gaps_do_not),
        cmocka_unit_test(only_days_on_which_it_was_done_count),
        cmocka_unit_test(busier_twice_running_takes_it_back),
        cmocka_unit_test(it_grows_again_from_the_first_day_of_its_stage),
        cmocka_unit_test(taken_back_within_a_day),
        cmocka_unit_test(a_day_that_comes_twice_counts_once),
        cmocka_unit_test(without_stages_there_is_a_shorter_form),
        cmocka_unit_test(the_first_compress_is_short),
        cmocka_unit_test(a_compress_broken_off_for_worse_is_short_next),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
