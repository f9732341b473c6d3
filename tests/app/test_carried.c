// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// A routine that travels in a plan, in the window: listed, found, opened, played with the plan's
// dose; and looked at while its plan is not in force.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/gates.h"
#include "app/hand.h"
#include "app/shots_plans.h"
#include "app/stage_plans.h"

static const char OWN[] = "own-stretch";

// Among the words that the screen paints, as they are gathered for who listens.
static bool says(struct stage *stage, const char *text) {
    const struct said *said = &stage->window.elements->said;
    stage->house.settings.spoken = true;
    window_stale(&stage->window);
    paint(stage);
    stage->house.settings.spoken = false;
    for (int i = 0; i < said->count; i++) {
        if (strstr(said->all[i].text, text)) {
            return true;
        }
    }
    return false;
}

static int own(const struct stage *stage) {
    int entry = repertoire_find(&stage->window, OWN);
    assert_true(entry >= stage->house.catalog.count);
    return entry;
}

static void it_stands_in_the_list_from_the_plan(void **state) {
    struct stage *stage = *state;
    shot_carried_list(stage, NULL);
    paint(stage);
    assert_int_equal(stage->window.list->hits[0], entry_of(stage, "nmr-smile-eyes-open"));
    assert_int_equal(stage->window.list->hits[1], own(stage));
    assert_int_equal(list_group(&stage->window, own(stage)), LIST_ASKED);
    const struct element *card = find(stage, ACT_OPEN, own(stage));
    assert_non_null(card);
    assert_string_equal(card->name, "Cheek, from outside");
    assert_non_null(strstr(card->value, "as your plan says"));
    const struct element *smile = find(stage, ACT_OPEN, entry_of(stage, "nmr-smile-eyes-open"));
    assert_non_null(strstr(smile->value, "as your plan says"));
    assert_null(strstr(smile->value, "starts small"));
}

static void it_is_found_by_its_words_and_filter(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_carried_list(stage, NULL);
    field_set(&window->field, "own-stretch");
    act(stage, ACT_SEARCH, 0);
    assert_int_equal(window->list->hit_count, 1);
    assert_int_equal(window->list->hits[0], own(stage));
    act(stage, ACT_FILTER, FILTER_BREATHING);
    assert_int_equal(window->list->hit_count, 0);
    act(stage, ACT_FILTER, FILTER_MASSAGE);
    assert_int_equal(window->list->hit_count, 1);
}

static void its_page_has_the_plans_dose_and_who_wrote_it(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_carried(stage, NULL);
    assert_true(
        says(stage, "Written for you by A. Therapist, in the plan \u201cA soft cheek\u201d."));
    assert_true(says(stage, "As your plan says: left \u00b7 repetitions 2 \u00b7 hold 6 s"));
    assert_int_equal(window->page->options.asked.reps, 2);
    int64_t played_ms = window->page->timeline->total_ms;
    assert_int_equal(gates_length_ms(window, own(stage)), played_ms);
    act(stage, ACT_START, 0);
    assert_string_equal(window->preparation->routine->id, OWN);
    struct error err = {0};
    struct timeline *timeline =
        timeline_compile(window->preparation->routine, &window->preparation->timeline, &err);
    assert_int_equal(timeline->total_ms, played_ms);
    timeline_free(timeline);
}

static void less_of_it_is_kept_and_more_is_refused(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_carried(stage, NULL);
    paint(stage);
    int64_t asked_ms = window->page->timeline->total_ms;
    act(stage, ACT_ADJUST, 2 * WISH_HOLD + 1);
    assert_int_equal(window->page->timeline->total_ms, asked_ms);
    act(stage, ACT_ADJUST, 2 * WISH_REPS);
    assert_true(window->page->timeline->total_ms < asked_ms);
    list_show_filter(window, FILTER_ALL);
    assert_true(gates_length_ms(window, own(stage)) < asked_ms);
    undo(stage);
    list_show_filter(window, FILTER_ALL);
    assert_int_equal(gates_length_ms(window, own(stage)), asked_ms);
}

static void today_and_the_plan_lead_to_it_and_back(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_carried_plan(stage, NULL);
    act(stage, ACT_OPEN, own(stage));
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_string_equal(page_routine(window)->id, OWN);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_PLAN);
    act(stage, ACT_FIRST, 0);
    assert_non_null(find(stage, ACT_OPEN, own(stage)));
    act(stage, ACT_OPEN, own(stage));
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_FIRST);
}

static void when_its_plan_goes_it_goes(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_carried_plan(stage, NULL);
    int entry = own(stage);
    act(stage, ACT_OPEN, entry);
    press(stage, SDLK_ESCAPE);
    act(stage, ACT_PLAN_REMOVE, 0);
    list_show_filter(window, FILTER_ALL);
    paint(stage);
    assert_int_equal(repertoire_find(window, OWN), -1);
    assert_null(find(stage, ACT_OPEN, entry));
    page_open(window, entry);
    assert_true(says(stage, "this routine is not in it any more"));
    assert_int_equal(count_of(stage, ACT_START), 0);
    undo(stage);
    page_again(window);
    assert_int_equal(repertoire_find(window, OWN), entry); // the number is what it was
    assert_false(says(stage, "this routine is not in it any more"));
}

static void before_its_plan_is_hers_it_is_looked_at(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_carried_look(stage, NULL);
    assert_true(says(stage, "It can be played once this plan is taken over."));
    assert_int_equal(count_of(stage, ACT_START), 0);
    assert_int_equal(count_of(stage, ACT_ADJUST), 0);
    assert_int_equal(window->page->options.asked.reps, 2);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_PLAN);
    field_set(&window->field, "A.");
    act(stage, ACT_SIDE, SIDE_LEFT);
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(window->screen, SCREEN_PLAN);
    assert_int_equal(count_of(stage, ACT_LOOK), 0);
    assert_non_null(find(stage, ACT_OPEN, own(stage)));
}

// Two of one id: the plan's is shown, as it is the plan's that is played.
static void it_takes_the_place_of_one_in_the_list(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    struct text_builder text = {0};
    const char *from = stage_plan_carrying;
    for (const char *at; (at = strstr(from, OWN)) != NULL; from = at + strlen(OWN)) {
        text_add_bytes(&text, from, (size_t)(at - from));
        text_add(&text, "breath-calm");
    }
    text_add(&text, from);
    stage_plan(stage, "cheek", text.text, 19);
    text_builder_free(&text);
    list_show_filter(window, FILTER_ALL);
    paint(stage);
    int shown = repertoire_find(window, "breath-calm");
    assert_true(shown >= stage->house.catalog.count);
    assert_true(repertoire_is_replaced(window, entry_of(stage, "breath-calm")));
    assert_null(find(stage, ACT_OPEN, entry_of(stage, "breath-calm")));
    assert_string_equal(find(stage, ACT_OPEN, shown)->name, "Cheek, from outside");
}

int main(void) {
#define CARRIED(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        CARRIED(it_stands_in_the_list_from_the_plan),
        CARRIED(it_is_found_by_its_words_and_filter),
        CARRIED(its_page_has_the_plans_dose_and_who_wrote_it),
        CARRIED(less_of_it_is_kept_and_more_is_refused),
        CARRIED(today_and_the_plan_lead_to_it_and_back),
        CARRIED(when_its_plan_goes_it_goes),
        CARRIED(before_its_plan_is_hers_it_is_looked_at),
        CARRIED(it_takes_the_place_of_one_in_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
