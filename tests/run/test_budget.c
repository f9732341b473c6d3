// SPDX-License-Identifier: MIT
#include "person.h"

#include "base/file.h"
#include "core/routine_kind.h"
#include "run/chain.h"
#include "run/questions.h"
#include "run/rating.h"
#include "run/today.h"

// What an ordinary day costs a person in answers (design section 6, domain.md 6.3): the
// questions are those that the terminal and the window ask, in their order.

// Monday, 7 December 2026, 7:30: the example plan asks for all it can ask for on a day.
static const struct wall monday = {.utc_s = 1796625000, .offset_min = 60};

static char *example(void) {
    struct bytes bytes = {0};
    struct error err = {0};
    if (!file_read("tests/plans/weeks-1-4.cfg", 256 * 1024, &bytes, &err)) {
        fail_msg("%s", err.text);
    }
    char *text = memory_text(bytes.data);
    bytes_free(&bytes);
    return text;
}

static void keep_text(struct room *room, const char *text) {
    store_plan(room, "weeks-1-4", text, later(monday, -10 * DAY_S));
}

// The example, or the example without its line on what is asked.
static void keep_example(struct room *room, bool asks) {
    char *text = example();
    char *line = strstr(text, "\nask = ");
    assert_non_null(line);
    if (!asks) {
        memset(line + 1, ' ', strcspn(line + 1, "\n"));
    }
    keep_text(room, text);
    memory_free(text);
}

// No routine is on trial: she has played each six times, and has answered what is asked once.
static void know_all(struct room *room) {
    static const char *const routines[] = {"nmr-smile-eyes-open", "breath-coherent"};
    for (int i = 0; i < 2; i++) {
        for (int day = 1; day <= 6; day++) {
            sit(room,
                (struct sat){routines[i], later(monday, (-day - 1) * DAY_S), 3, true, FEEL_SAME});
        }
    }
    tell(room, "condition", "hfs");
    tell(room, "affected", "left");
    tell(room, "answers", "no,no,no");
}

// What one sitting asks: what is not known of her, the number before and after, what each routine
// ends with.
static int answers_of(struct room *room, const char *id) {
    const char *routines[] = {id};
    const struct play_request request = {
        .routines = routines, .routine_count = 1, .before = -1, .after = -1};
    const struct question *due[QUESTIONS_MAX];
    struct chain chain;
    struct error err = {0};
    if (!chain_prepare(&room->house, &request, &chain, &err)) {
        fail_msg("%s", err.text);
    }
    const struct preparation *member = chain.members[0];
    assert_true(allowed_now(&member->allowed));
    int answers =
        questions_due(room->house.store, &member->person, member->routine, &member->allowed, due);
    answers += chain_is_rated(&chain, &room->house) ? 2 : 0;
    answers += routine_asks_closing(member->routine) ? 1 : 0;
    chain_free(&chain);
    return answers;
}

// Everything of the plan's day in one go, hour by hour, and the daily number.
static int answers_of_a_day(struct room *room) {
    int answers = 0;
    for (int hour = 0; hour < 16; hour++) {
        struct today today;
        struct error err = {0};
        const char *ids[TODAY_CHAIN_MAX];
        set_now(room, later(monday, hour * HOUR_S));
        assert_true(today_read(&room->house, &today, &err));
        int count = today_chain(&today, ids, NULL);
        for (int i = 0; i < count; i++) {
            answers += answers_of(room, ids[i]);
            sit(room,
                (struct sat){ids[i], later(monday, hour * HOUR_S + i * 900), 10, true, FEEL_SAME});
        }
        today_free(&today);
    }
    struct today today;
    struct error err = {0};
    assert_true(today_read(&room->house, &today, &err));
    assert_int_equal(today.kind, DAY_DONE);
    assert_int_equal(today.due, 4);
    answers += rating_asks(&today.person, ASKS_TWITCH) ? 1 : 0;
    today_free(&today);
    return answers;
}

static void an_ordinary_day_costs_six_answers(void **state) {
    struct room *room = *state;
    know_all(room);
    keep_example(room, false);
    // Before and after the first sitting, three closing questions, the number of the day.
    assert_int_equal(answers_of_a_day(room), 2 + 3 + 1);
}

static void every_session_asked_costs_more(void **state) {
    struct room *room = *state;
    know_all(room);
    text_copy(room->house.settings.rate, sizeof room->house.settings.rate, "every");
    keep_example(room, false);
    assert_int_equal(answers_of_a_day(room), 4 * 2 + 3 + 1);
}

// What a plan asks for wins over the setting.
static void a_plan_that_asks_for_less(void **state) {
    struct room *room = *state;
    know_all(room);
    text_copy(room->house.settings.rate, sizeof room->house.settings.rate, "every");
    keep_example(room, true);
    assert_int_equal(answers_of_a_day(room), 3 + 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_ordinary_day_costs_six_answers),
        TEST(every_session_asked_costs_more),
        TEST(a_plan_that_asks_for_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
