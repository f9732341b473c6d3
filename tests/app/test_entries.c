// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// What was entered, as a list and one by one in the window: added, put right, deleted, taken back.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/audit.h"
#include "app/hand.h"
#include "app/stage_diary.h"
#include "store/answers.h"

static struct event only_event(struct stage *stage) {
    struct event_list list;
    struct error err = {0};
    assert_true(events_list(stage->house.store, INT64_MIN / 2, INT64_MAX / 2, &list, &err));
    assert_int_equal(list.count, 1);
    struct event event = list.events[0];
    event.note = NULL;
    event_list_free(&list);
    return event;
}

static void an_event_is_added_put_right_and_deleted(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    press(stage, SDLK_d);
    act(stage, ACT_ENTRIES, DIARY_LIST_EVENTS);
    act(stage, ACT_ADD, EVENT_TOXIN);
    assert_int_equal(window->screen, SCREEN_ENTRY);
    assert_int_equal(only_event(stage).day, today(stage));
    act(stage, ACT_NOTE, WRITE_BEGIN);
    write(stage, "nine weeks ago");
    press(stage, SDLK_RETURN);
    assert_int_equal(only_event(stage).day, today(stage) - 63);
    char *toxin = NULL;
    struct error err = {0};
    assert_true(answers_get(stage->house.store, "toxin", &toxin, &err));
    assert_string_equal(toxin, "2026-09-19"); // the profile follows
    memory_free(toxin);
    act(stage, ACT_NOTE, WRITE_END);
    write(stage, "ten weeks ago");
    press(stage, SDLK_RETURN);
    assert_int_equal(window->screen, SCREEN_WRITE); // before its begin: it says so
    assert_string_not_equal(window->diary->fault, "");
    write(stage, "yesterday");
    press(stage, SDLK_RETURN);
    assert_int_equal(only_event(stage).until_day, today(stage) - 1);
    act(stage, ACT_REMOVE, 0);
    assert_int_equal(window->screen, SCREEN_ENTRIES);
    assert_null(find(stage, ACT_ENTRY, 0));
    assert_int_equal(audited(stage, "events", "kind", "botulinum-toxin"), 1);
    undo(stage);
    assert_non_null(find(stage, ACT_ENTRY, 0));
    assert_int_equal(only_event(stage).until_day, today(stage) - 1);
}

static void questions_are_collected_changed_and_deleted(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    act(stage, ACT_ENTRIES, DIARY_LIST_QUESTIONS);
    assert_null(find(stage, ACT_ENTRY, 0));
    act(stage, ACT_NOTE, WRITE_QUESTION);
    write(stage, "May I swim?");
    press(stage, SDLK_RETURN);
    assert_int_equal(stage->window.screen, SCREEN_ENTRIES);
    assert_string_equal(find(stage, ACT_ENTRY, 0)->name, "May I swim?");
    act(stage, ACT_ENTRY, 0);
    act(stage, ACT_NOTE, WRITE_TEXT);
    write(stage, "May I dive?");
    press(stage, SDLK_RETURN);
    press(stage, SDLK_ESCAPE);
    assert_string_equal(find(stage, ACT_ENTRY, 0)->name, "May I dive?");
    assert_int_equal(audited(stage, "moments", "text", "May I swim?"), 1);
    act(stage, ACT_ENTRY, 0);
    act(stage, ACT_REMOVE, 0);
    assert_null(find(stage, ACT_ENTRY, 0));
    undo(stage);
    assert_string_equal(find(stage, ACT_ENTRY, 0)->name, "May I dive?");
}

static void the_list_holds_ninety_days_the_newest_first(void **state) {
    struct stage *stage = *state;
    stage_rate(stage, 0, 3);
    stage_rate(stage, 89, 4);
    stage_rate(stage, 90, 5);
    press(stage, SDLK_d);
    act(stage, ACT_ENTRIES, DIARY_LIST_ALL);
    const struct diary_entry_list *list = &stage->window.diary->list;
    assert_int_equal(list->entries[0].rating.twitch, 3);
    assert_int_equal(list->entries[list->count - 1].rating.twitch, 4);
    int sessions = 0;
    for (int i = 0; i < list->count; i++) {
        sessions += list->entries[i].kind == REMOVAL_SESSION;
        assert_true(i == 0 || list->entries[i].day <= list->entries[i - 1].day);
    }
    assert_int_equal(sessions, 5); // those of the stage
    act(stage, ACT_ENTRY, list->count - 1);
    act(stage, ACT_DONE, 0); // corrected on its day, however old
    assert_int_equal(stage->window.screen, SCREEN_DIARY);
    assert_int_equal(stage->window.diary->day, today(stage) - 89);
}

static void a_session_is_deleted_and_comes_back(void **state) {
    struct stage *stage = *state;
    struct error err = {0};
    int count = 0;
    press(stage, SDLK_d);
    act(stage, ACT_ENTRIES, DIARY_LIST_ALL);
    act(stage, ACT_ENTRY, 0);
    assert_int_equal(stage->window.diary->open.kind, REMOVAL_SESSION);
    act(stage, ACT_REMOVE, 0);
    assert_true(sessions_count(stage->house.store, "breath-calm", &count, &err));
    assert_int_equal(count, 2);
    undo(stage);
    assert_true(sessions_count(stage->house.store, "breath-calm", &count, &err));
    assert_int_equal(count, 3);
}

int main(void) {
#define ENTRY(test) cmocka_unit_test_setup_teardown(test, open_first, close_stage)
    const struct CMUnitTest tests[] = {
        ENTRY(an_event_is_added_put_right_and_deleted),
        ENTRY(questions_are_collected_changed_and_deleted),
        ENTRY(the_list_holds_ninety_days_the_newest_first),
        ENTRY(a_session_is_deleted_and_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
