// SPDX-License-Identifier: MIT
#include "person.h"

#include "core/week.h"
#include "run/plan_stand.h"

// Where the day stands for its plans after a session. `morning` is Saturday, 8:00.

static void keep_plan(struct room *room, const char *head, const char *items) {
    struct text_builder text = {0};
    text_add_format(&text,
                    "format = 1; id = \"hers\"; title = \"Hers\"; author = \"A\"; from = "
                    "\"2026-11-16\"; %s items = ( %s );",
                    head, items);
    assert_true(store_plan(room, "hers", text.text, morning));
    text_builder_free(&text);
}

static void play(struct room *room, const char *id, bool complete) {
    struct wall now = clock_wall_now(&room->house.clock);
    sit(room, (struct sat){id, now, 3, complete, FEEL_SAME});
    set_now(room, later(now, 240));
}

// What is said after the newest session of that routine.
static void assert_said(struct room *room, const char *routine, bool all, const char *expected) {
    struct text_builder text = {0};
    plan_stand_words(&text, &room->house, routine, all);
    assert_string_equal(text.text ? text.text : "", expected);
    text_builder_free(&text);
}

static const char calm_twice[] = "{ routine = \"breath-calm\"; per_day = 2; },"
                                 "{ routine = \"breath-coherent\"; per_day = 1; }";

static void each_time_is_counted_until_it_is_done(void **state) {
    struct room *room = *state;
    keep_plan(room, "", calm_twice);
    assert_said(room, "breath-calm", false, "");
    play(room, "breath-calm", true);
    assert_said(room, "breath-calm", false, "For the plan: 1 of 2 today.");
    assert_said(room, "breath-calm", true, "For the plan: 1 of 3 today.");
    assert_said(room, "breath-coherent", false, "");
    play(room, "breath-calm", true);
    assert_said(room, "breath-calm", false, "For the plan: done for today.");
    assert_said(room, "breath-calm", true, "For the plan: 2 of 3 today.");
    play(room, "breath-calm", true); // more than was asked for serves nothing
    assert_said(room, "breath-calm", false, "");
    play(room, "breath-coherent", true);
    assert_said(room, "breath-coherent", true, "For the plan: done for today.");
}

static void what_is_no_part_of_it_says_nothing(void **state) {
    struct room *room = *state;
    play(room, "breath-calm", true);
    assert_said(room, "breath-calm", false, ""); // no plan
    keep_plan(room, "", calm_twice);
    play(room, "breath-box", true);
    assert_said(room, "breath-box", false, "");
    assert_said(room, "breath-box", true, "");
    play(room, "breath-coherent", false); // in part
    assert_said(room, "breath-coherent", false, "");
}

// The next day has a stand of its own.
static void a_session_of_yesterday_is_not_todays(void **state) {
    struct room *room = *state;
    keep_plan(room, "", calm_twice);
    play(room, "breath-calm", true);
    set_now(room, later(morning, DAY_S));
    assert_said(room, "breath-calm", false, "");
}

// The ceiling is reached: what is left of it is not named.
static void what_is_enough_is_not_counted(void **state) {
    struct room *room = *state;
    tell(room, "condition", "synk");
    tell(room, "answers", "no,no,no");
    keep_plan(room, "ceiling = 1;",
              "{ routine = \"nmr-smile-eyes-open\"; per_day = 3; },"
              "{ routine = \"breath-calm\"; per_day = 2; }");
    play(room, "nmr-smile-eyes-open", true);
    assert_said(room, "nmr-smile-eyes-open", false, "For the plan: enough for today.");
    assert_said(room, "nmr-smile-eyes-open", true, "For the plan: 1 of 5 today.");
    play(room, "breath-calm", true);
    play(room, "breath-calm", true);
    assert_said(room, "breath-calm", true, "For the plan: enough for today.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(each_time_is_counted_until_it_is_done),
        TEST(what_is_no_part_of_it_says_nothing),
        TEST(a_session_of_yesterday_is_not_todays),
        TEST(what_is_enough_is_not_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
