// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// What the first screen tells by itself: the offer of a fortnight, its end, signs for a doctor, one
// at a time.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/hand.h"
#include "app/shots_today.h"
#include "app/stage_diary.h"
#include "app/stage_plans.h"
#include "app/stage_play.h"
#include "app/stage_told.h"

static int in_force(struct stage *stage) {
    struct plan_shelf shelf;
    struct error err = {0};
    const struct plan *plans[PLANS_MAX];
    assert_true(plan_shelf_read(&stage->house, &shelf, &err));
    int count = plan_shelf_in_force(&shelf, house_today(&stage->house), plans);
    plan_shelf_free(&shelf);
    return count;
}

static bool offers(const struct stage *stage, int answer) {
    return find(stage, ACT_NOTICE, answer) != NULL;
}

static void show(struct stage *stage) {
    first_show(&stage->window);
    paint(stage);
}

// A whole session, from its question to where it leads.
static void play_one(struct stage *stage) {
    struct window *window = &stage->window;
    stage_begin(stage, "breath-calm");
    session_begin(window);
    stage_pass(stage, 0);
    stage_play_to(stage, sitting_timeline(window->play->sitting)->total_ms, 500);
    session_end(window, WHY_NONE);
    session_leave(window);
    paint(stage);
}

static void a_fortnight_is_offered_once_and_never_begun_unasked(void **state) {
    struct stage *stage = *state;
    stage_forget_sessions(stage, 0);
    show(stage);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_false(fortnight_offer(&stage->window)); // nothing was played yet
    play_one(stage);
    assert_int_equal(stage->window.screen, SCREEN_FORTNIGHT);
    assert_true(focus_is_on(&stage->window, (struct act){ACT_TAKE_PLAN, 0}));
    act(stage, ACT_FIRST, 0); // not now
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_int_equal(in_force(stage), 0);
    play_one(stage);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_int_equal(in_force(stage), 0);
}

static void yes_begins_the_quiet_one(void **state) {
    struct stage *stage = *state;
    stage_forget_sessions(stage, 0);
    play_one(stage);
    focus_press(&stage->window);
    paint(stage);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_int_equal(in_force(stage), 1);
    assert_true(plans_find(&stage->window, "starter-quiet") >= 0);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(in_force(stage), 0);
}

static void who_has_a_plan_is_offered_none(void **state) {
    struct stage *stage = *state;
    stage_forget_sessions(stage, 0);
    stage_plans(stage);
    play_one(stage);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
}

static void who_has_played_for_long_is_not_asked(void **state) {
    struct stage *stage = *state;
    play_one(stage);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
}

static void without_a_record_nothing_is_offered(void **state) {
    struct stage *stage = *state;
    stage_forget_sessions(stage, 1);
    stage->open.no_record = true;
    assert_false(fortnight_offer(&stage->window));
    stage->open.no_record = false;
    assert_true(fortnight_offer(&stage->window));
}

static void the_end_of_a_fortnight_has_three_ways(void **state) {
    struct stage *stage = *state;
    stage_starter(stage, "quiet", 13);
    show(stage);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE); // its last day
    stage_starter(stage, "screen", 16);
    show(stage);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE); // another one is in force
}

static void once_more_begins_it_today(void **state) {
    struct stage *stage = *state;
    stage_starter(stage, "quiet", 16);
    show(stage);
    const struct notice *notice = &stage->window.notice->shown;
    assert_int_equal(notice->kind, NOTICE_FORTNIGHT);
    assert_int_equal(notice->due, 28);
    // Of the stage's sessions one of each of three days is asked for: calm breathing.
    assert_int_equal(notice->done, 2);
    assert_true(offers(stage, NOTICE_AGAIN) && offers(stage, NOTICE_OTHER) &&
                offers(stage, NOTICE_STOP));
    act(stage, ACT_NOTICE, NOTICE_AGAIN);
    assert_int_equal(in_force(stage), 1);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE);
}

static void enough_asks_no_more_and_can_be_taken_back(void **state) {
    struct stage *stage = *state;
    stage_starter(stage, "quiet", 16);
    show(stage);
    act(stage, ACT_NOTICE, NOTICE_STOP);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE);
    assert_int_equal(in_force(stage), 0);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_FORTNIGHT);
    act(stage, ACT_NOTICE, NOTICE_OTHER);
    assert_int_equal(stage->window.screen, SCREEN_PLANS);
    show(stage);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE);
}

static void what_ended_long_ago_is_not_told(void **state) {
    struct stage *stage = *state;
    stage_starter(stage, "quiet", 40);
    show(stage);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE);
}

static void the_most_urgent_sign_stands_alone(void **state) {
    struct stage *stage = *state;
    stage_starter(stage, "quiet", 16);
    stage_tick(stage, 2, TICK_RED_EYE);
    stage_tick(stage, 1, TICK_WEAKNESS);
    show(stage);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_SIGN);
    assert_int_equal(stage->window.notice->shown.sign.id, SIGN_WEAKNESS);
    assert_false(offers(stage, NOTICE_AGAIN));
    act(stage, ACT_NOTICE, NOTICE_AWAY);
    assert_int_equal(stage->window.notice->shown.sign.id, SIGN_EYE);
    act(stage, ACT_NOTICE, NOTICE_DOCTOR);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_FORTNIGHT);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(stage->window.notice->shown.sign.id, SIGN_EYE);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(stage->window.notice->shown.sign.id, SIGN_WEAKNESS);
}

static void another_version_leads_to_what_is_new(void **state) {
    struct stage *stage = *state;
    stage_plans(stage);
    show(stage);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NEW_PLAN);
    act(stage, ACT_NOTICE, NOTICE_LOOK);
    assert_int_equal(stage->window.screen, SCREEN_PLAN);
    act(stage, ACT_SEEN, 0);
    show(stage);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE);
}

static bool has_event_ahead(struct stage *stage, enum event_kind kind) {
    struct event_list list;
    struct error err = {0};
    assert_true(
        events_list(stage->house.store, house_today(&stage->house), INT64_MAX, &list, &err));
    bool found = false;
    for (int i = 0; i < list.count; i++) {
        found = found || list.events[i].kind == kind;
    }
    event_list_free(&list);
    return found;
}

static void late_in_the_cycle_the_next_appointment_is_noted(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_notice_wearing(stage, &(struct shot){.name = "notice-wearing"});
    paint(stage);
    assert_true(offers(stage, NOTICE_APPOINTMENT) && offers(stage, NOTICE_QUESTION) &&
                offers(stage, NOTICE_AWAY));
    assert_false(offers(stage, NOTICE_DOCTOR));
    // A question leads back to the card; an appointment does without it from then on.
    act(stage, ACT_NOTICE, NOTICE_QUESTION);
    assert_int_equal(window->screen, SCREEN_WRITE);
    field_set(&window->field, "Is a smaller dose possible?");
    assert_true(diary_written(window, window->field.text));
    diary_write_end(window);
    assert_int_equal(window->screen, SCREEN_FIRST);
    assert_int_equal(window->notice->shown.sign.id, SIGN_WEARING_OFF);
    act(stage, ACT_NOTICE, NOTICE_APPOINTMENT);
    assert_int_equal(window->screen, SCREEN_ENTRY);
    assert_true(has_event_ahead(stage, EVENT_APPOINTMENT));
    act(stage, ACT_BACK, 0);
    assert_int_equal(window->screen, SCREEN_FIRST);
    assert_int_equal(window->notice->shown.kind, NOTICE_NONE);
    act(stage, ACT_UNDO, 0);
    assert_false(has_event_ahead(stage, EVENT_APPOINTMENT));
    assert_int_equal(window->notice->shown.sign.id, SIGN_WEARING_OFF);
}

static int due_of_smile(const struct stage *stage) {
    const struct today *today = &stage->window.day->today;
    for (int i = 0; i < today->count; i++) {
        if (today->rows[i].item->routine &&
            strcmp(today->rows[i].item->routine, "nmr-smile-eyes-open") == 0) {
            return today->rows[i].due;
        }
    }
    return 0;
}

static void a_plan_that_is_too_much_is_made_smaller(void **state) {
    struct stage *stage = *state;
    shot_notice_less(stage, &(struct shot){.name = "notice-less"});
    paint(stage);
    const struct notice *notice = &stage->window.notice->shown;
    assert_true(notice->therapist);
    assert_string_equal(notice->plan, "weeks-1-4");
    assert_int_equal(due_of_smile(stage), 3);
    act(stage, ACT_NOTICE, NOTICE_LESS);
    assert_int_equal(due_of_smile(stage), 2);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE); // and it is no news
    act(stage, ACT_UNDO, 0);
    assert_int_equal(due_of_smile(stage), 3);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_TOO_MUCH);
    act(stage, ACT_NOTICE, NOTICE_REST);
    assert_int_equal(first_today_state(&stage->window), FIRST_RESTS);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(due_of_smile(stage), 3);
    act(stage, ACT_NOTICE, NOTICE_AWAY);
    assert_int_equal(stage->window.notice->shown.kind, NOTICE_NONE);
}

static void quiet_days_are_told_without_a_promise(void **state) {
    struct stage *stage = *state;
    show(stage);
    assert_string_equal(stage->window.notice->status, "");
    for (int day = 0; day < 9; day++) {
        stage_rate(stage, day, 0);
    }
    show(stage);
    assert_non_null(strstr(stage->window.notice->status, "Quiet spell, 9 days"));
}

int main(void) {
#define NOTICE(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        NOTICE(a_fortnight_is_offered_once_and_never_begun_unasked),
        NOTICE(yes_begins_the_quiet_one),
        NOTICE(who_has_a_plan_is_offered_none),
        NOTICE(who_has_played_for_long_is_not_asked),
        NOTICE(without_a_record_nothing_is_offered),
        NOTICE(the_end_of_a_fortnight_has_three_ways),
        NOTICE(once_more_begins_it_today),
        NOTICE(enough_asks_no_more_and_can_be_taken_back),
        NOTICE(what_ended_long_ago_is_not_told),
        NOTICE(the_most_urgent_sign_stands_alone),
        NOTICE(another_version_leads_to_what_is_new),
        NOTICE(late_in_the_cycle_the_next_appointment_is_noted),
        NOTICE(a_plan_that_is_too_much_is_made_smaller),
        NOTICE(quiet_days_are_told_without_a_promise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
