// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/rating.h"

// When the numbers around a session are asked (design section 6): by the setting `rate`, and a
// plan's `ask` wins.

static bool is_due(struct room *room, const char *id) {
    struct person person;
    struct error err = {0};
    assert_true(person_read(&room->house, &person, &err));
    bool due = rating_is_due(&room->house, &person, routine(room, id));
    person_free(&person);
    return due;
}

static void choose(struct room *room, const char *rate) {
    struct error err = {0};
    assert_true(settings_set(&room->house.settings, "rate", rate, &err));
}

// So many sessions of a routine, `hours` ago and before that.
static void play(struct room *room, const char *id, int times, int hours) {
    for (int i = 0; i < times; i++) {
        sit(room, (struct sat){.routine = id,
                               .started = later(morning, -(int64_t)(hours + i) * HOUR_S),
                               .minutes = 3,
                               .complete = true});
    }
}

static void keep_plan(struct room *room, const char *ask) {
    struct text_builder text = {0};
    text_add_format(
        &text,
        "format = 1; id = \"a\"; title = \"T\"; author = \"A\"; from = \"2026-11-01\";\n"
        "items = ( { routine = \"breath-calm\"; per_day = 1; } );\n"
        "ask = [ %s ];\n",
        ask);
    store_plan(room, "a", text.text, later(morning, -DAY_S));
    text_builder_free(&text);
}

static void the_first_sitting_of_a_day(void **state) {
    struct room *room = *state;
    assert_string_equal(room->house.settings.rate, "sitting");
    assert_true(is_due(room, "breath-calm"));
    play(room, "breath-calm", 3, 5); // at three o'clock and before: yesterday's
    assert_true(is_due(room, "breath-calm"));
    play(room, "med-breath-10", 1, 4); // at four: today's
    assert_false(is_due(room, "breath-calm"));
    assert_false(is_due(room, "med-breath-10"));
    set_now(room, later(morning, DAY_S));
    assert_true(is_due(room, "breath-calm"));
}

static void the_first_six_sessions_of_a_face_routine(void **state) {
    struct room *room = *state;
    play(room, "breath-calm", 1, 1);
    play(room, "rom-jaw", 5, 2);
    assert_true(is_due(room, "rom-jaw"));
    play(room, "rom-jaw", 1, 1);
    assert_false(is_due(room, "rom-jaw"));
    assert_true(is_due(room, "rom-lower-face")); // has a trial of its own
    assert_false(is_due(room, "mas-face-full")); // has none
}

static void always_and_never(void **state) {
    struct room *room = *state;
    choose(room, "off");
    assert_false(is_due(room, "breath-calm"));
    assert_false(is_due(room, "rom-jaw"));
    choose(room, "every");
    play(room, "breath-calm", 4, 1);
    assert_true(is_due(room, "breath-calm"));
    assert_false(is_due(room, "now-grip")); // these never ask
    assert_false(is_due(room, "screen-20"));
}

static void a_plan_wins(void **state) {
    struct room *room = *state;
    keep_plan(room, "\"twitch\", \"count\"");
    assert_false(is_due(room, "breath-calm"));
    choose(room, "every");
    assert_false(is_due(room, "breath-calm"));
}

static void a_plan_that_asks_wins_too(void **state) {
    struct room *room = *state;
    choose(room, "off");
    keep_plan(room, "\"twitch\", \"session\"");
    assert_true(is_due(room, "breath-calm"));
    play(room, "breath-calm", 1, 1);
    assert_false(is_due(room, "breath-calm")); // as by "sitting"
    assert_false(is_due(room, "now-grip"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(the_first_sitting_of_a_day), TEST(the_first_six_sessions_of_a_face_routine),
        TEST(always_and_never),           TEST(a_plan_wins),
        TEST(a_plan_that_asks_wins_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
