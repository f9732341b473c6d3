// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/practice.h"
#include "run/today.h"
#include "store/moments.h"
#include "store/plans.h"

// The last seven days against what was asked for: rows, cells, what a tick does, and the way back.
// `morning` is Saturday, 8:00; the plan begins on Wednesday of the week before.

enum { STARTS = 240, TODAY = PRACTICE_DAYS - 1 };
static const int64_t saturday = 20778;

static const char items[] =
    "{ routine = \"nmr-smile-eyes-open\"; per_day = 2; side = \"left\"; at = [ \"07:00\", "
    "\"20:00\" ]; },"
    "{ routine = \"nmr-smile-eyes-open\"; per_day = 1; side = \"right\"; },"
    "{ routine = \"relax-face-let-go\"; per_day = 1; days = [ \"mon\", \"fri\" ]; },"
    "{ task = \"Eye drops\"; per_day = 3; }";

static void keep_plan(struct room *room, const char *id, const char *from, const char *text_items) {
    struct text_builder text = {0};
    text_add_format(&text,
                    "format = 1; id = \"%s\"; title = \"Plan\"; author = \"A\"; from = \"%s\"; "
                    "items = ( %s );",
                    id, from, text_items);
    store_plan(room, id, text.text, clock_wall_now(&room->house.clock));
    text_builder_free(&text);
}

static void read_again(struct room *room, struct practice *practice) {
    struct error err = {0};
    practice_free(practice);
    if (!practice_read(&room->house, practice, &err)) {
        fail_msg("%s", err.text);
    }
}

static struct practice practice_of(struct room *room) {
    struct practice practice = {0};
    read_again(room, &practice);
    return practice;
}

static int row_of(const struct practice *practice, const char *title) {
    for (int i = 0; i < practice->count; i++) {
        if (strcmp(practice->rows[i].title, title) == 0) {
            return i;
        }
    }
    fail_msg("no row %s", title);
    return -1;
}

static const struct practice_cell *cell(const struct practice *practice, const char *title,
                                        int day) {
    return &practice->rows[row_of(practice, title)].cells[day];
}

static const char left[] = "Small smile with the eyes open \u00b7 left";
static const char right[] = "Small smile with the eyes open \u00b7 right";
static const char let_go[] = "Let the face go (release only)";
static const char drops[] = "Eye drops";
static const char box[] = "Box breathing";

static void rows_are_what_was_asked_for_then_what_was_done(void **state) {
    struct room *room = *state;
    keep_plan(room, "hers", "2026-11-17", items);
    sit(room, (struct sat){"breath-box", later(morning, -DAY_S), 5, true, FEEL_NONE});
    sit(room, (struct sat){"breath-calm", later(morning, -9 * DAY_S), 5, true, FEEL_NONE});
    sit(room, (struct sat){"med-body-scan", later(morning, -20 * DAY_S), 5, true, FEEL_NONE});
    struct practice practice = practice_of(room);
    assert_int_equal(practice.first, saturday - 6);
    assert_int_equal(practice.count, 6);
    assert_int_equal(row_of(&practice, left), 0);
    assert_int_equal(row_of(&practice, right), 1);
    assert_int_equal(row_of(&practice, drops), 2); // asked for today, and so before
    assert_int_equal(row_of(&practice, let_go), 3);
    assert_int_equal(row_of(&practice, box), 4);
    assert_true(practice.rows[3].asked);
    assert_false(practice.rows[4].asked);
    // Sunday and Monday lie before the plan.
    assert_int_equal(cell(&practice, left, 0)->due, 0);
    assert_int_equal(cell(&practice, left, 1)->due, 0);
    assert_int_equal(cell(&practice, left, 2)->due, 2);
    assert_int_equal(cell(&practice, let_go, TODAY - 1)->due, 1);
    assert_int_equal(cell(&practice, let_go, TODAY)->due, 0);
    assert_int_equal(cell(&practice, box, TODAY - 1)->done, 1);
    assert_int_equal(cell(&practice, box, TODAY - 1)->ticked, 0);
    practice_free(&practice);
}

static bool turn(struct room *room, struct practice *practice, int row, int day) {
    struct practice_change change;
    struct error err = {0};
    bool changes = practice_turn(&room->house, practice, row, day, &change, &err);
    assert_int_equal(err.code, ERROR_NONE);
    if (changes && !practice_keep(&room->house, &change, &err)) {
        fail_msg("%s", err.text);
    }
    practice_change_free(&change);
    read_again(room, practice);
    return changes;
}

static void a_cell_fills_up_and_empties(void **state) {
    struct room *room = *state;
    keep_plan(room, "hers", "2026-11-17", items);
    struct practice practice = practice_of(room);
    int row = row_of(&practice, left);
    for (int i = 1; i <= 2; i++) {
        assert_int_equal(practice_move(&practice, row, 3), PRACTICE_ADDS);
        assert_true(turn(room, &practice, row, 3));
        assert_int_equal(cell(&practice, left, 3)->done, i);
        assert_int_equal(cell(&practice, left, 3)->ticked, i);
        assert_int_equal(cell(&practice, right, 3)->done, 0);
    }
    assert_int_equal(practice_move(&practice, row, 3), PRACTICE_TAKES);
    assert_true(turn(room, &practice, row, 3));
    assert_int_equal(cell(&practice, left, 3)->done, 0);
    // A day on which nobody asked takes one.
    assert_true(turn(room, &practice, row, 0));
    assert_int_equal(cell(&practice, left, 0)->done, 1);
    assert_int_equal(practice_move(&practice, row, 0), PRACTICE_TAKES);
    practice_free(&practice);
}

// At the times that the item names, with side and plan.
static void a_tick_knows_its_item(void **state) {
    struct room *room = *state;
    struct error err = {0};
    keep_plan(room, "hers", "2026-11-17", items);
    struct practice practice = practice_of(room);
    turn(room, &practice, row_of(&practice, left), 5);
    turn(room, &practice, row_of(&practice, left), 5);
    turn(room, &practice, row_of(&practice, right), 5);
    practice_free(&practice);
    struct session_list list;
    static const char *const wanted[][2] = {{"left", "2026-11-20T07:00:00+01:00"},
                                            {"right", "2026-11-20T12:00:00+01:00"},
                                            {"left", "2026-11-20T20:00:00+01:00"}};
    assert_true(
        sessions_list(room->house.store, saturday - 1, saturday - 1, STARTS, morning, &list, &err));
    assert_int_equal(list.count, 3);
    for (int i = 0; i < 3; i++) {
        char at[WALL_TEXT_MAX];
        assert_string_equal(list.records[i].side, wanted[i][0]);
        assert_string_equal(wall_text(list.records[i].started, at), wanted[i][1]);
        assert_string_equal(list.records[i].source, "ticked");
        assert_string_equal(list.records[i].plan, "hers");
        assert_int_equal(list.records[i].status, SESSION_COMPLETE);
    }
    session_list_free(&list);
}

static void what_was_recorded_stays(void **state) {
    struct room *room = *state;
    keep_plan(room, "hers", "2026-11-17", items);
    sit(room, (struct sat){"relax-face-let-go", later(morning, -DAY_S), 5, true, FEEL_NONE});
    sit(room, (struct sat){"relax-face-let-go", later(morning, -5 * DAY_S), 1, false, FEEL_NONE});
    struct practice practice = practice_of(room);
    int row = row_of(&practice, let_go);
    assert_int_equal(cell(&practice, let_go, TODAY - 1)->done, 1);
    assert_int_equal(practice_move(&practice, row, TODAY - 1), PRACTICE_STAYS);
    assert_false(turn(room, &practice, row, TODAY - 1));
    assert_int_equal(cell(&practice, let_go, TODAY - 1)->done, 1);
    // One that was begun and not finished leaves room for one that was done elsewhere.
    assert_int_equal(cell(&practice, let_go, TODAY - 5)->parts, 1);
    assert_true(turn(room, &practice, row, TODAY - 5));
    assert_int_equal(cell(&practice, let_go, TODAY - 5)->done, 1);
    assert_true(turn(room, &practice, row, TODAY - 5));
    assert_int_equal(cell(&practice, let_go, TODAY - 5)->done, 0);
    assert_int_equal(cell(&practice, let_go, TODAY - 5)->parts, 1);
    practice_free(&practice);
}

static void a_whole_day_is_ticked_and_taken_back(void **state) {
    struct room *room = *state;
    struct practice_change change;
    struct error err = {0};
    keep_plan(room, "hers", "2026-11-17", items);
    sit(room, (struct sat){"breath-box", later(morning, -DAY_S), 5, true, FEEL_NONE});
    sit(room, (struct sat){"relax-face-let-go", later(morning, -DAY_S), 5, true, FEEL_NONE});
    struct practice practice = practice_of(room);
    assert_true(practice_turn_day(&room->house, &practice, 5, &change, &err));
    assert_int_equal(change.added.count, 2 + 1 + 3); // the let-go was played
    assert_true(practice_keep(&room->house, &change, &err));
    read_again(room, &practice);
    assert_int_equal(cell(&practice, left, 5)->done, 2);
    assert_int_equal(cell(&practice, right, 5)->done, 1);
    assert_int_equal(cell(&practice, drops, 5)->done, 3);
    assert_int_equal(cell(&practice, let_go, 5)->ticked, 0);
    assert_int_equal(cell(&practice, box, 5)->ticked, 0);
    // Undone as one step, and done again.
    assert_true(practice_undo(&room->house, &change, &err));
    practice_change_free(&change);
    read_again(room, &practice);
    assert_int_equal(cell(&practice, drops, 5)->done, 0);
    assert_int_equal(cell(&practice, let_go, 5)->done, 1);
    assert_true(practice_turn_day(&room->house, &practice, 5, &change, &err));
    assert_true(practice_keep(&room->house, &change, &err));
    practice_change_free(&change);
    read_again(room, &practice);
    assert_true(practice_turn_day(&room->house, &practice, 5, &change, &err));
    assert_int_equal(change.taken.count, 6);
    assert_int_equal(change.added.count, 0);
    assert_true(practice_keep(&room->house, &change, &err));
    read_again(room, &practice);
    assert_int_equal(cell(&practice, drops, 5)->done, 0);
    assert_int_equal(cell(&practice, let_go, 5)->done, 1);
    assert_true(practice_undo(&room->house, &change, &err));
    practice_change_free(&change);
    read_again(room, &practice);
    assert_int_equal(cell(&practice, drops, 5)->done, 3);
    assert_int_equal(cell(&practice, left, 5)->ticked, 2);
    practice_free(&practice);
}

// Today is not over: nobody has done this evening's yet.
static void a_whole_row_leaves_today_out(void **state) {
    struct room *room = *state;
    struct practice_change change;
    struct error err = {0};
    keep_plan(room, "hers", "2026-11-17", items);
    struct practice practice = practice_of(room);
    assert_true(practice_turn_row(&room->house, &practice, row_of(&practice, left), &change, &err));
    assert_int_equal(change.added.count, 4 * 2);
    assert_true(practice_keep(&room->house, &change, &err));
    practice_change_free(&change);
    read_again(room, &practice);
    assert_int_equal(cell(&practice, left, TODAY)->done, 0);
    assert_int_equal(cell(&practice, left, 1)->done, 0);
    assert_int_equal(cell(&practice, left, 2)->done, 2);
    practice_free(&practice);
}

static void paused_days_ask_for_nothing(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct practice_change change;
    struct stored_pause pause = {.from = saturday - 2, .to = saturday - 1};
    keep_plan(room, "hers", "2026-11-17", items);
    assert_true(plan_pauses_add(room->house.store, &pause, morning, &err));
    struct practice practice = practice_of(room);
    assert_true(practice.rests[TODAY - 1]);
    assert_false(practice.rests[TODAY]);
    assert_int_equal(cell(&practice, left, TODAY - 1)->due, 0);
    assert_false(practice_turn_day(&room->house, &practice, TODAY - 1, &change, &err));
    assert_int_equal(err.code, ERROR_NONE);
    practice_free(&practice);
}

// The cells add up to what adherence and Today count.
static void cells_agree_with_today(void **state) {
    struct room *room = *state;
    struct error err = {0};
    keep_plan(room, "hers", "2026-11-17", items);
    struct practice practice = practice_of(room);
    turn(room, &practice, row_of(&practice, left), TODAY);
    turn(room, &practice, row_of(&practice, drops), TODAY);
    sit(room, (struct sat){"nmr-smile-eyes-open", later(morning, -HOUR_S), 5, true, FEEL_NONE});
    read_again(room, &practice);
    struct today today;
    assert_true(today_read(&room->house, &today, &err));
    for (int i = 0; i < today.count; i++) {
        const struct today_row *row = &today.rows[i];
        const struct practice_cell *same = &practice.rows[i].cells[TODAY];
        assert_int_equal(row->due, same->due);
        assert_int_equal(row->done, same->done);
    }
    assert_int_equal(today.count, 3);
    // One without a side serves what is still open.
    assert_int_equal(cell(&practice, left, TODAY)->done, 2);
    assert_int_equal(cell(&practice, right, TODAY)->done, 0);
    assert_int_equal(cell(&practice, drops, TODAY)->done, 1);
    today_free(&today);
    practice_free(&practice);
}

static void a_task_is_meant_whatever_its_capitals(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct moment moment = {.kind = MOMENT_TASK,
                            .at = later(morning, -DAY_S),
                            .per_minute = -1,
                            .text = memory_text("eye DROPS")};
    keep_plan(room, "hers", "2026-11-17", items);
    assert_true(moments_add(room->house.store, &moment, &err));
    moment_free(&moment);
    struct practice practice = practice_of(room);
    assert_int_equal(cell(&practice, drops, TODAY - 1)->done, 1);
    practice_free(&practice);
}

static void without_anything_there_is_nothing(void **state) {
    struct room *room = *state;
    struct practice practice = practice_of(room);
    struct practice_change change;
    struct error err = {0};
    assert_int_equal(practice.count, 0);
    assert_false(practice_turn_day(&room->house, &practice, TODAY, &change, &err));
    practice_free(&practice);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(rows_are_what_was_asked_for_then_what_was_done),
        TEST(a_cell_fills_up_and_empties),
        TEST(a_tick_knows_its_item),
        TEST(what_was_recorded_stays),
        TEST(a_whole_day_is_ticked_and_taken_back),
        TEST(a_whole_row_leaves_today_out),
        TEST(paused_days_ask_for_nothing),
        TEST(cells_agree_with_today),
        TEST(a_task_is_meant_whatever_its_capitals),
        TEST(without_anything_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
