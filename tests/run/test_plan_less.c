// SPDX-License-Identifier: MIT
#include "run/person.h"

#include "run/plan_less.h"
#include "store/moments.h"

// A plan of which little was done, and that it can be made smaller (domain.md 7.4). `morning` is
// Saturday 2026-11-21; the two weeks that are looked at are the 7th to the 13th and the 14th to the
// 20th of November, today is no part of them.

#define BOX_TWICE "{ routine = \"breath-box\"; per_day = 2; }"

// That serves since so many days, and was added so many days ago.
static void keep_since(struct room *room, const char *items, int from_ago, int added_ago) {
    char text[1024];
    int year, month, day;
    date_of_day(today(room) - from_ago, &year, &month, &day);
    text_format(text, sizeof text,
                "format = 1; id = \"a\"; title = \"Daily\"; author = \"A. Therapist\";"
                "from = \"%04d-%02d-%02d\"; items = ( %s );",
                year, month, day, items);
    assert_true(store_plan(room, "a", text, noon(today(room) - added_ago)));
}

static void keep(struct room *room, const char *items) {
    keep_since(room, items, 40, 40);
}

// Once on each of so many days, the first of them so long ago.
static void practise(struct room *room, const char *routine, int first_ago, int days) {
    for (int i = 0; i < days; i++) {
        sit(room, (struct sat){routine, noon(today(room) - first_ago + i), 4, true, FEEL_NONE});
    }
}

// In each of the two weeks, from its first day on.
static void practise_weekly(struct room *room, const char *routine, int days) {
    practise(room, routine, 14, days);
    practise(room, routine, 7, days);
}

static bool find(struct room *room, struct plan_less *less) {
    struct plan_shelf shelf;
    struct error err = {0};
    bool found = false;
    *less = (struct plan_less){.version = -1};
    assert_true(plan_shelf_read(&room->house, &shelf, &err));
    assert_true(plan_less_find(&room->house, &shelf, less, &found, &err));
    plan_shelf_free(&shelf);
    return found;
}

static void assert_found(struct room *room, int item, int before, int after, const char *name) {
    struct plan_less less;
    assert_true(find(room, &less));
    assert_int_equal(less.item, item);
    assert_int_equal(less.before, before);
    assert_int_equal(less.after, after);
    assert_string_equal(less.name, name);
}

static void assert_nothing(struct room *room) {
    struct plan_less less;
    assert_false(find(room, &less));
}

static void start_again(void **state) {
    room_close(state);
    room_open(state);
}

// 14 are due a week: 6 are less than half, 7 are half.
static void less_than_half_in_each_of_two_weeks(void **state) {
    static const struct {
        int first, second;
        bool found;
    } rows[] = {{6, 6, true}, {7, 6, false}, {6, 7, false}, {0, 6, true}, {7, 7, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        start_again(state);
        struct room *room = *state;
        struct plan_less less;
        keep(room, BOX_TWICE);
        practise(room, "breath-box", 15, 1); // behind what is looked at
        practise(room, "breath-box", 14, rows[i].first);
        practise(room, "breath-box", 7, rows[i].second);
        practise(room, "breath-box", 0, 1); // of today nothing counts
        if (find(room, &less) != rows[i].found) {
            fail_msg("%d and %d of 14", rows[i].first, rows[i].second);
        }
    }
}

// Box breathing is due 28 times in the two weeks, calm breathing 56 times. 6 / 28 is more than
// 10 / 56; 4 / 28 is less; 4 / 28 is 8 / 56, and the first one stays.
static void the_smallest_share_is_made_less(void **state) {
    static const char items[] = BOX_TWICE ", { task = \"Eye drops\"; per_day = 4; },"
                                          "{ routine = \"breath-calm\"; per_day = 4; }";
    struct room *room = *state;
    keep(room, items);
    practise_weekly(room, "breath-box", 3);
    practise_weekly(room, "breath-calm", 5);
    assert_found(room, 2, 4, 3, "Calm belly breathing");
    start_again(state);
    room = *state;
    keep(room, items);
    practise_weekly(room, "breath-box", 2);
    practise_weekly(room, "breath-calm", 5);
    assert_found(room, 0, 2, 1, "Box breathing");
    start_again(state);
    room = *state;
    keep(room, items);
    practise_weekly(room, "breath-box", 2);
    practise_weekly(room, "breath-calm", 4);
    practise(room, "breath-box", 0, 1); // today is no part of it
    practise(room, "breath-box", 0, 1);
    assert_found(room, 0, 2, 1, "Box breathing");
}

static void what_is_asked_once_goes_unless_it_is_all(void **state) {
    struct room *room = *state;
    keep(room, "{ routine = \"breath-box\"; per_day = 1; },"
               "{ routine = \"breath-calm\"; per_day = 1; }");
    practise_weekly(room, "breath-box", 4);
    practise_weekly(room, "breath-calm", 2);
    assert_found(room, 1, 1, 0, "Calm belly breathing");
    start_again(state);
    room = *state;
    keep(room, "{ routine = \"breath-box\"; per_day = 1; }, { task = \"Walk\"; per_day = 2; }");
    practise_weekly(room, "breath-box", 3);
    practise(room, "breath-calm", 1, 1);
    assert_nothing(room); // a task is no routine that would be left
}

// It was there, and asked for something, on all fourteen days.
static void a_plan_of_less_than_two_weeks_is_let_be(void **state) {
    static const struct {
        int from_ago, added_ago;
        bool found;
    } rows[] = {{14, 14, true}, {13, 14, false}, {14, 13, false}, {40, 13, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        start_again(state);
        struct room *room = *state;
        struct plan_less less;
        keep_since(room, BOX_TWICE, rows[i].from_ago, rows[i].added_ago);
        practise_weekly(room, "breath-box", 4);
        if (find(room, &less) != rows[i].found) {
            fail_msg("from %d days ago, added %d days ago", rows[i].from_ago, rows[i].added_ago);
        }
    }
}

static void who_was_away_is_not_asked(void **state) {
    struct room *room = *state;
    keep(room, BOX_TWICE);
    practise(room, "breath-box", 6, 2); // the last five days ago
    assert_nothing(room);
    practise(room, "breath-calm", 4, 1); // whatever it was
    assert_found(room, 0, 2, 1, "Box breathing");
}

// Put away on the 21st of November it is asked once more on the 19th of December.
static void put_away_it_rests_for_four_weeks(void **state) {
    struct room *room = *state;
    struct error err = {0};
    keep(room, BOX_TWICE);
    practise_weekly(room, "breath-box", 4);
    assert_true(plan_less_put_away(&room->house, "a", true, &err));
    assert_nothing(room);
    assert_true(plan_less_put_away(&room->house, "a", false, &err));
    assert_found(room, 0, 2, 1, "Box breathing");
    assert_true(plan_less_put_away(&room->house, "a", true, &err));
    set_now(room, later(morning, 27 * DAY_S));
    practise(room, "breath-box", 1, 1);
    assert_nothing(room);
    set_now(room, later(morning, 28 * DAY_S));
    assert_found(room, 0, 2, 1, "Box breathing");
}

// How often box breathing is due today by the newest version, 0: not at all.
static int due_today(struct room *room) {
    struct plan_shelf shelf;
    struct error err = {0};
    struct asked asked[ASKED_MAX];
    int due = 0;
    assert_true(plan_shelf_read(&room->house, &shelf, &err));
    int count = adherence_asked(&shelf.book, (struct done_sessions){0}, today(room), asked);
    for (int i = 0; i < count; i++) {
        due += strcmp(asked[i].routine, "breath-box") == 0 ? asked[i].due : 0;
    }
    plan_shelf_free(&shelf);
    return due;
}

static void make_it_less(struct room *room) {
    struct plan_shelf shelf;
    struct plan_less less;
    struct error err = {0};
    bool found = false;
    assert_true(plan_shelf_read(&room->house, &shelf, &err));
    assert_true(plan_less_find(&room->house, &shelf, &less, &found, &err));
    assert_true(found);
    if (!plan_less_keep(&room->house, &shelf, &less, &err)) {
        fail_msg("%s", err.text);
    }
    plan_shelf_free(&shelf);
}

// The one question for the next appointment; NULL: there is none.
static void assert_noted(struct room *room, const char *text) {
    struct moment_list list;
    struct error err = {0};
    assert_true(
        moments_list(room->house.store, MOMENT_QUESTION, INT64_MIN, INT64_MAX, 240, &list, &err));
    assert_int_equal(list.count, text != NULL);
    if (text) {
        assert_string_equal(list.moments[0].text, text);
    }
    moment_list_free(&list);
}

static void it_is_noted_and_taken_back(void **state) {
    struct room *room = *state;
    struct error err = {0};
    keep(room, BOX_TWICE);
    practise_weekly(room, "breath-box", 4);
    assert_int_equal(due_today(room), 2);
    make_it_less(room);
    assert_int_equal(due_today(room), 1);
    assert_noted(room, "“Daily” was too much: Box breathing, 1 a day in place of 2.");
    assert_nothing(room); // the smaller one has not been tried yet
    assert_true(plan_less_back(&room->house, "a", &err));
    assert_int_equal(due_today(room), 2);
    assert_noted(room, NULL);
    assert_found(room, 0, 2, 1, "Box breathing");
    assert_false(plan_less_back(&room->house, "a", &err));
    assert_int_equal(err.code, ERROR_MISSING);
}

static void what_goes_is_noted_so(void **state) {
    struct room *room = *state;
    keep(room, "{ routine = \"breath-box\"; per_day = 1; },"
               "{ routine = \"breath-calm\"; per_day = 1; }");
    practise_weekly(room, "breath-calm", 4);
    make_it_less(room);
    assert_int_equal(due_today(room), 0);
    assert_noted(room, "“Daily” was too much: Box breathing is left out.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(less_than_half_in_each_of_two_weeks),
        TEST(the_smallest_share_is_made_less),
        TEST(what_is_asked_once_goes_unless_it_is_all),
        TEST(a_plan_of_less_than_two_weeks_is_let_be),
        TEST(who_was_away_is_not_asked),
        TEST(put_away_it_rests_for_four_weeks),
        TEST(it_is_noted_and_taken_back),
        TEST(what_goes_is_noted_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
