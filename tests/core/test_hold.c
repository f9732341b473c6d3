// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/hold.h"
#include "played_days.h"
#include "seed.h"

// The closing question and the stop rule of domain.md 4.5, at each edge of each rule.

enum { DAY_S = 86400, FIRST_S = 1000000 };

// Sessions a day apart, the first ending at FIRST_S: a letter each, c calmer, s same, b busier,
// p pulled, h hurt, "-" unanswered.
static void add_answers(struct history *history, const char *answers) {
    static const char letters[] = "-csbph";
    for (int i = 0; answers[i]; i++) {
        struct past_session *session = history_add(history, "smile", 0, FIRST_S + i * DAY_S);
        session->feel = (enum feel)(strchr(letters, answers[i]) - letters);
    }
}

// The same with ratings: how much it rose from nothing, "-" for a fall to nothing, "." where one of
// the two is missing.
static void add_ratings(struct history *history, const char *rises) {
    for (int i = 0; rises[i]; i++) {
        struct past_session *session = history_add(history, "smile", 0, FIRST_S + i * DAY_S);
        bool missing = rises[i] == '.';
        session->before = missing && i % 2 ? -1 : rises[i] == '-' ? 3 : 0;
        session->after = missing ? (i % 2 ? 9 : -1) : rises[i] == '-' ? 0 : rises[i] - '0';
    }
}

static int64_t end_of(const struct history *history) {
    return history->sessions[history->count - 1].ended_s;
}

static struct hold hold_at(const struct history *history, int64_t now_s) {
    struct past past = past_of(history);
    return hold_of("smile", &past, now_s, false, 0);
}

static void check_rows(const char *row, struct hold hold, enum hold_reason reason) {
    if (hold.reason != reason) {
        fail_msg("\"%s\": held by %d, not by %d", row, (int)hold.reason, (int)reason);
    }
}

static void answers_hold_by_the_table(void **state) {
    (void)state;
    static const struct {
        const char *answers;
        enum hold_reason reason, known; // `known`: linked movement is known of the person
    } cases[] = {
        {"", HOLD_NONE, HOLD_NONE},
        {"h", HOLD_HURT, HOLD_HURT},
        {"cccch", HOLD_HURT, HOLD_HURT},
        {"p", HOLD_PULLED, HOLD_NONE},
        {"ccp", HOLD_PULLED, HOLD_NONE},
        {"pppp", HOLD_PULLED, HOLD_NONE},
        {"cscs", HOLD_NONE, HOLD_NONE},
        {"b", HOLD_NONE, HOLD_NONE},
        {"bb", HOLD_NONE, HOLD_NONE},
        // Three of four, the other one at every place.
        {"bbb", HOLD_BUSIER, HOLD_BUSIER},
        {"sbbb", HOLD_BUSIER, HOLD_BUSIER},
        {"bsbb", HOLD_BUSIER, HOLD_BUSIER},
        {"bbsb", HOLD_BUSIER, HOLD_BUSIER},
        {"bbcb", HOLD_BUSIER, HOLD_BUSIER},
        // Two of four, and three of five.
        {"bbss", HOLD_NONE, HOLD_NONE},
        {"sbsb", HOLD_NONE, HOLD_NONE},
        {"bssb", HOLD_NONE, HOLD_NONE},
        {"bssbb", HOLD_NONE, HOLD_NONE},
        {"bsbsb", HOLD_NONE, HOLD_NONE},
        {"bbssb", HOLD_NONE, HOLD_NONE},
        {"bssbbb", HOLD_BUSIER, HOLD_BUSIER},
        // No answer neither makes a row nor breaks one.
        {"b-b--b", HOLD_BUSIER, HOLD_BUSIER},
        {"b-s-b-b", HOLD_BUSIER, HOLD_BUSIER},
        {"bb--", HOLD_NONE, HOLD_NONE},
        {"----", HOLD_NONE, HOLD_NONE},
        {"bbp", HOLD_PULLED, HOLD_NONE},
        {"bbpb", HOLD_PULLED, HOLD_BUSIER},
        {"bbh", HOLD_HURT, HOLD_HURT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        add_answers(&history, cases[i].answers);
        int64_t now_s = history.count ? end_of(&history) : FIRST_S;
        struct past past = past_of(&history);
        check_rows(cases[i].answers, hold_of("smile", &past, now_s, false, 0), cases[i].reason);
        check_rows(cases[i].answers, hold_of("smile", &past, now_s, true, 0), cases[i].known);
        check_rows(cases[i].answers, hold_of("other", &past, now_s, false, 0), HOLD_NONE);
    }
}

static void ratings_hold_by_the_table(void **state) {
    (void)state;
    static const struct {
        const char *rises;
        enum hold_reason reason;
    } cases[] = {
        {"222", HOLD_NONE},         {"2222", HOLD_RISE},     {"1111111", HOLD_NONE},
        {"2221", HOLD_NONE},        {"22212", HOLD_RISE},    {"221122", HOLD_RISE},
        {"2211122", HOLD_NONE},     {"2111222", HOLD_NONE},  {"21112222", HOLD_RISE},
        {"212121212", HOLD_NONE},   {"112222", HOLD_RISE},   {"6666", HOLD_RISE},
        {"22-0-22", HOLD_NONE},     {"22-022", HOLD_RISE},   {"2.2.2.2", HOLD_RISE},
        {"22..2.1...2", HOLD_RISE}, {"........", HOLD_NONE}, {"222.", HOLD_NONE},
        {"----------", HOLD_NONE},  {"22--22", HOLD_RISE},   {"22---22", HOLD_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        add_ratings(&history, cases[i].rises);
        check_rows(cases[i].rises, hold_at(&history, end_of(&history)), cases[i].reason);
    }
}

// Pain that ends a session is "it hurt", where something was done to the face.
static void pain_that_ends_a_session_holds(void **state) {
    (void)state;
    const struct {
        struct past_session session;
        enum hold_reason reason;
    } cases[] = {
        {{.category = CATEGORY_NMR, .face_routine = true}, HOLD_HURT},
        {{.category = CATEGORY_MASSAGE}, HOLD_HURT},
        {{.category = CATEGORY_COMPRESS_WARM, .warm = true}, HOLD_HURT},
        {{.category = CATEGORY_COMPRESS_COLD, .cold = true}, HOLD_HURT},
        {{.category = CATEGORY_COMPRESS_WARM}, HOLD_NONE}, // before the cloth was laid on
        {{.category = CATEGORY_BREATHING}, HOLD_NONE},
        {{.category = CATEGORY_MEDITATION}, HOLD_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int why = WHY_NONE; why < WHY_COUNT; why++) {
            struct history history = {.count = 0};
            struct past_session *session = history_add(&history, "smile", 0, FIRST_S);
            session->category = cases[i].session.category;
            session->face_routine = cases[i].session.face_routine;
            session->warm = cases[i].session.warm;
            session->cold = cases[i].session.cold;
            session->why = (enum why)why;
            enum hold_reason reason = why == WHY_PAIN ? cases[i].reason : HOLD_NONE;
            assert_int_equal(hold_at(&history, FIRST_S).reason, reason);
        }
    }
}

static void it_lasts_seven_days_to_the_second(void **state) {
    (void)state;
    struct history history = {.count = 0};
    add_answers(&history, "ch");
    const int64_t since_s = end_of(&history);
    const int64_t until_s = since_s + INT64_C(604800);
    for (int64_t now_s = since_s; now_s < until_s; now_s += 604799) {
        struct hold hold = hold_at(&history, now_s);
        assert_int_equal(hold.reason, HOLD_HURT);
        assert_int_equal(hold.since_s, since_s);
        assert_int_equal(hold.until_s, until_s);
    }
    for (int64_t now_s = until_s; now_s < until_s + 2; now_s++) {
        struct hold hold = hold_at(&history, now_s);
        assert_int_equal(hold.reason, HOLD_NONE);
        assert_int_equal(hold.until_s, 0);
    }
}

// Three "busier" made a hold: afterwards the first one is one again.
static void afterwards_the_sheet_is_clean(void **state) {
    (void)state;
    const int64_t after_s = FIRST_S + INT64_C(30) * DAY_S;
    static const struct {
        const char *before, *after;
        enum hold_reason reason;
        bool step_back;
    } cases[] = {
        {"bbb", "b", HOLD_NONE, false},     {"bbb", "bb", HOLD_NONE, true},
        {"bbb", "bbb", HOLD_BUSIER, false}, {"bbh", "b", HOLD_NONE, false},
        {"bp", "b", HOLD_NONE, false},      {"bh", "-bb", HOLD_NONE, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        add_answers(&history, cases[i].before);
        int first = history.count;
        add_answers(&history, cases[i].after);
        for (int index = first; index < history.count; index++) {
            history.sessions[index].ended_s += after_s;
        }
        struct hold hold = hold_at(&history, end_of(&history));
        check_rows(cases[i].after, hold, cases[i].reason);
        assert_int_equal(hold.step_back, cases[i].step_back);
    }
    struct history history = {.count = 0};
    add_ratings(&history, "2222");
    assert_int_equal(hold_at(&history, end_of(&history)).reason, HOLD_RISE);
    add_ratings(&history, "222");
    for (int index = 4; index < 7; index++) {
        history.sessions[index].ended_s += after_s;
    }
    assert_int_equal(hold_at(&history, end_of(&history)).reason, HOLD_NONE);
    history_add(&history, "smile", 0, after_s + 9 * DAY_S)->before = 2;
    history.sessions[7].after = 4;
    assert_int_equal(hold_at(&history, end_of(&history)).reason, HOLD_RISE);
}

// Played on all the same: what hurts then holds from then on.
static void a_hold_may_follow_on_another(void **state) {
    (void)state;
    struct history history = {.count = 0};
    add_answers(&history, "pccch");
    struct hold hold = hold_at(&history, end_of(&history));
    assert_int_equal(hold.reason, HOLD_HURT);
    assert_int_equal(hold.since_s, FIRST_S + 4 * DAY_S);
    assert_int_equal(hold.until_s, FIRST_S + 11 * DAY_S);
}

static void a_plan_named_anew_ends_it(void **state) {
    (void)state;
    struct history history = {.count = 0};
    add_answers(&history, "bbb");
    struct past past = past_of(&history);
    const int64_t held_s = end_of(&history);
    assert_int_equal(hold_of("smile", &past, held_s, false, held_s).reason, HOLD_NONE);
    assert_int_equal(hold_of("smile", &past, held_s, false, held_s + 1).reason, HOLD_NONE);
    // A plan from before the session that made it changes nothing, if the row is as long without.
    assert_int_equal(hold_of("smile", &past, held_s, false, FIRST_S).reason, HOLD_BUSIER);
    assert_int_equal(hold_of("smile", &past, held_s, false, FIRST_S + 1).reason, HOLD_NONE);
    history.sessions[2].feel = FEEL_HURT;
    assert_int_equal(hold_of("smile", &past, held_s, false, held_s).reason, HOLD_HURT);
    assert_int_equal(hold_of("smile", &past, held_s, false, held_s + 1).reason, HOLD_NONE);
}

static void two_busier_running_step_back(void **state) {
    (void)state;
    static const struct {
        const char *answers;
        bool step_back;
    } cases[] = {{"b", false},   {"bb", true},   {"b-b", true},   {"bb-", true},
                 {"bsb", false}, {"bbs", false}, {"sbb", true},   {"ssb", false},
                 {"bbb", false}, {"bbh", false}, {"bssbb", true}, {"bbc", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        add_answers(&history, cases[i].answers);
        assert_int_equal(hold_at(&history, end_of(&history)).step_back, cases[i].step_back);
    }
}

// After three face sessions without an answer, and after three more.
static void no_answer_is_asked_for_once_in_three(void **state) {
    (void)state;
    static const struct {
        const char *answers;
        bool unanswered;
    } cases[] = {{"", false},     {"-", false},     {"--", false},    {"---", true},
                 {"----", false}, {"-----", false}, {"------", true}, {"--c", false},
                 {"c---", true},  {"--b---", true}, {"---s", false},  {"h", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        add_answers(&history, cases[i].answers);
        struct past past = past_of(&history);
        assert_int_equal(hold_is_unanswered(&past), cases[i].unanswered);
        // Whatever the routine; other sessions are not asked.
        for (int index = 0; index < history.count; index++) {
            history.sessions[index].routine[0] = (char)('a' + index);
        }
        history_add(&history, "breathe", 0, FIRST_S)->face_routine = false;
        past = past_of(&history);
        assert_int_equal(hold_is_unanswered(&past), cases[i].unanswered);
    }
}

// For all sessions at once it is what each gives when it is the last.
static void the_reasons_of_all_are_those_of_each(void **state) {
    (void)state;
    uint64_t seed = seed_new();
    for (int round = 0; round < 50; round++) {
        struct history history = {0};
        enum hold_reason reasons[HISTORY_MAX] = {0};
        for (int i = 0; i < 60; i++) {
            seed_next(&seed);
            struct past_session *session =
                history_add(&history, seed >> 63 ? "smile" : "pucker", 0, FIRST_S + i * DAY_S / 3);
            session->feel = (enum feel)(seed >> 40 & 3);
            session->before = (int)(seed >> 50 & 3) - 1;
            session->after = (int)(seed >> 55 & 7) - 1;
        }
        struct past past = past_of(&history);
        hold_reasons("smile", &past, false, reasons);
        hold_reasons("pucker", &past, false, reasons);
        for (int i = 0; i < past.count; i++) {
            const struct past_session *session = &past.sessions[i];
            struct past until = {.sessions = past.sessions, .count = i + 1};
            struct hold hold = hold_of(session->routine, &until, session->ended_s, false, 0);
            assert_int_equal(reasons[i],
                             hold.since_s == session->ended_s ? hold.reason : HOLD_NONE);
        }
    }
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(answers_hold_by_the_table),
        cmocka_unit_test(ratings_hold_by_the_table),
        cmocka_unit_test(pain_that_ends_a_session_holds),
        cmocka_unit_test(it_lasts_seven_days_to_the_second),
        cmocka_unit_test(afterwards_the_sheet_is_clean),
        cmocka_unit_test(a_hold_may_follow_on_another),
        cmocka_unit_test(the_reasons_of_all_are_those_of_each),
        cmocka_unit_test(a_plan_named_anew_ends_it),
        cmocka_unit_test(two_busier_running_step_back),
        cmocka_unit_test(no_answer_is_asked_for_once_in_three),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
