// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// The first screen, the list and a routine's page: what leads where, and what is found again.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/hand.h"
#include "app/stage_play.h"
#include "app/stage_told.h"

static void the_large_button_has_the_focus_at_first(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    paint(stage);
    assert_true(focus_is_on(&stage->window, (struct act){ACT_START, 0}));
    focus_press(&stage->window);
    assert_true(stage->window.screen == SCREEN_BEFORE || stage->window.screen == SCREEN_PLAY);
    assert_string_equal(stage->window.preparation->routine->id,
                        stage->house.catalog.entries[stage->window.offer.entry].id);
}

static void breathing_is_one_key_away_from_any_offer(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    stage->window.offer.entry = entry_of(stage, "med-body-scan");
    paint(stage);
    assert_int_equal(count_of(stage, ACT_BREATHE), 1);
    assert_true(screen_key(stage, SDLK_b));
    assert_string_equal(stage->window.preparation->routine->id, "breath-calm");
}

static void a_tile_opens_the_list_at_its_filter(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    paint(stage);
    assert_true(count_of(stage, ACT_FILTER) >= 5);
    act(stage, ACT_FILTER, FILTER_MASSAGE);
    assert_int_equal(stage->window.screen, SCREEN_LIST);
    assert_int_equal(stage->window.list->filter, FILTER_MASSAGE);
    assert_int_equal(count_of(stage, ACT_OPEN), stage->window.list->hit_count);
    for (int i = 0; i < stage->window.list->hit_count; i++) {
        const struct catalog_entry *entry =
            &stage->house.catalog.entries[stage->window.list->hits[i]];
        assert_int_equal(entry->routine.category, CATEGORY_MASSAGE);
    }
}

static void the_list_is_found_again_as_it_was_left(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    list_show_filter(window, FILTER_ALL);
    paint(stage);
    int last = -1;
    for (int i = 0; i < window->elements->count; i++) {
        const struct act shown = window->elements->all[i].act;
        last = shown.kind == ACT_OPEN ? shown.value : last;
    }
    focus_on(window, (struct act){ACT_OPEN, last});
    paint(stage);
    double offset = window->scroll.offset;
    assert_true(offset > 0);
    focus_press(window);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_int_equal(window->page->entry, last);
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(window->screen, SCREEN_LIST);
    assert_true(focus_is_on(window, (struct act){ACT_OPEN, last}));
    assert_float_equal(window->scroll.offset, offset, 0.5);
    // And after a visit to the first screen too.
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(window->screen, SCREEN_FIRST);
    act(stage, ACT_LIST, 0);
    assert_true(focus_is_on(window, (struct act){ACT_OPEN, last}));
    assert_float_equal(window->scroll.offset, offset, 0.5);
}

static void a_page_leads_back_to_where_it_was_opened(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    paint(stage);
    act(stage, ACT_OPEN, entry_of(stage, "rom-jaw"));
    assert_int_equal(stage->window.screen, SCREEN_PAGE);
    assert_true(focus_is_on(&stage->window, (struct act){ACT_START, 0}));
    act(stage, ACT_BACK, 0);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
}

static void leaving_the_question_before_leads_back_to_the_page(void **state) {
    struct stage *stage = *state;
    list_show_filter(&stage->window, FILTER_ALL);
    paint(stage);
    act(stage, ACT_OPEN, entry_of(stage, "rom-jaw"));
    focus_press(&stage->window);
    paint(stage);
    assert_int_equal(stage->window.screen, SCREEN_BEFORE);
    session_leave(&stage->window);
    paint(stage);
    assert_int_equal(stage->window.screen, SCREEN_PAGE);
    assert_true(focus_is_on(&stage->window, (struct act){ACT_START, 0}));
}

static void slash_and_escape_lead_into_the_field_and_out(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    first_show(window);
    paint(stage);
    assert_true(screen_key(stage, SDLK_SLASH));
    assert_int_equal(window->screen, SCREEN_LIST);
    assert_true(focus_is_on(window, (struct act){ACT_SEARCH, 0}));
    field_set(&window->field, "BOX breath");
    act(stage, ACT_SEARCH, 0);
    assert_int_equal(window->list->hit_count, 1);
    assert_true(screen_key(stage, SDLK_RETURN));
    assert_true(focus_is_on(window, (struct act){ACT_OPEN, entry_of(stage, "breath-box")}));
    assert_true(screen_key(stage, SDLK_SLASH));
    assert_true(screen_key(stage, SDLK_ESCAPE)); // empties the field
    assert_int_equal(window->screen, SCREEN_LIST);
    assert_int_equal(window->list->hit_count, stage->house.catalog.count);
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(window->screen, SCREEN_FIRST);
}

// Open now, starting small, by plan, enough for now, closed: each card stands once.
static void the_list_stands_in_groups(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "condition", "hfs");
    stage_played(stage, "warm-compress", 30);
    list_show_filter(window, FILTER_ALL);
    act(stage, ACT_FOLD, 0);
    enum list_group last = LIST_OPEN;
    int seen[LIST_GROUP_COUNT] = {0};
    for (int i = 0; i < window->list->hit_count; i++) {
        enum list_group group = list_group(window, window->list->hits[i]);
        assert_true(group >= last);
        last = group;
        seen[group]++;
    }
    assert_true(seen[LIST_OPEN] > 15 && seen[LIST_SMALL] > 0 && seen[LIST_PLAN] > 0);
    assert_true(seen[LIST_ENOUGH] > 0);
    assert_int_equal(seen[LIST_CLOSED], 1);
    assert_int_equal(seen[LIST_BROKEN], 0);
    assert_int_equal(count_of(stage, ACT_OPEN), window->list->hit_count);
    assert_int_equal(list_group(window, entry_of(stage, "warm-compress")), LIST_ENOUGH);
    assert_int_equal(list_group(window, entry_of(stage, "relax-pmr-face")), LIST_CLOSED);
    assert_int_equal(list_group(window, entry_of(stage, "str-lips-cheeks")), LIST_PLAN);
    assert_int_equal(list_group(window, entry_of(stage, "nmr-vowels")), LIST_SMALL);
}

// Behind one line; a search finds them all the same.
static void what_is_closed_is_folded_away(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "condition", "hfs");
    list_show_filter(window, FILTER_ALL);
    paint(stage);
    assert_int_equal(count_of(stage, ACT_FOLD), 1);
    int folded = count_of(stage, ACT_OPEN);
    assert_int_equal(folded, window->list->hit_count - 1);
    act(stage, ACT_FOLD, 0);
    assert_int_equal(count_of(stage, ACT_OPEN), folded + 1);
    act(stage, ACT_FOLD, 0);
    assert_int_equal(count_of(stage, ACT_OPEN), folded);
    field_set(&window->field, "relax-pmr-face");
    act(stage, ACT_SEARCH, 0);
    assert_int_equal(window->list->hit_count, 1);
    assert_int_equal(count_of(stage, ACT_OPEN), 1);
    assert_int_equal(count_of(stage, ACT_FOLD), 0);
}

static void a_search_without_result_says_so(void **state) {
    struct stage *stage = *state;
    list_show_search(&stage->window);
    field_set(&stage->window.field, "\u202Exylo\x01phone");
    act(stage, ACT_SEARCH, 0);
    assert_int_equal(stage->window.list->hit_count, 0);
    assert_int_equal(count_of(stage, ACT_OPEN), 0);
    assert_true(screen_key(stage, SDLK_RETURN)); // leads nowhere
    assert_true(focus_is_on(&stage->window, (struct act){ACT_SEARCH, 0}));
}

static void sources_fold_out_and_in(void **state) {
    struct stage *stage = *state;
    list_show_filter(&stage->window, FILTER_ALL);
    act(stage, ACT_OPEN, entry_of(stage, "warm-compress"));
    double folded = stage->window.scroll.height;
    act(stage, ACT_FOLD, 0);
    assert_true(stage->window.page->sources);
    assert_true(stage->window.scroll.height >= folded);
    act(stage, ACT_FOLD, 0);
    assert_false(stage->window.page->sources);
    assert_float_equal(stage->window.scroll.height, folded, 0.5);
}

static void a_file_with_a_fault_has_a_page_without_a_start(void **state) {
    struct stage *stage = *state;
    int entry = entry_of(stage, "rom-jaw");
    struct catalog_entry *broken = &stage->house.catalog.entries[entry];
    broken->error = memory_text("own.cfg:3: error: steps: missing");
    broken->faults = 2;
    act(stage, ACT_LIST, 0);
    window_show(&stage->window, SCREEN_LIST);
    act(stage, ACT_OPEN, entry);
    assert_int_equal(count_of(stage, ACT_START), 0);
    assert_true(focus_is_on(&stage->window, (struct act){ACT_BACK, 0}));
    memory_free(broken->error);
    broken->error = NULL;
}

static void a_broken_off_session_can_be_begun_anew(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    first_show(window);
    window->offer.kind = OFFER_GO_ON;
    window->offer.entry = entry_of(stage, "breath-box");
    paint(stage);
    assert_true(focus_is_on(window, (struct act){ACT_GO_ON, 0}));
    assert_int_equal(count_of(stage, ACT_ANEW), 1);
    act(stage, ACT_ANEW, 0);
    assert_string_equal(window->preparation->routine->id, "breath-box");
    assert_false(window->preparation->resumes);
}

// Neither the button nor the key nor a start from elsewhere: the page says why and offers another.
static void expect_no_start(struct stage *stage, const char *id) {
    struct window *window = &stage->window;
    open_page(stage, id);
    int instead = gates_instead(window, entry_of(stage, id));
    assert_true(instead >= 0);
    assert_int_equal(count_of(stage, ACT_START), 0);
    assert_true(focus_is_on(window, (struct act){ACT_OPEN, instead}));
    act(stage, ACT_START, 0);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_null(window->preparation);
    first_show(window);
    window->offer.entry = entry_of(stage, id);
    act(stage, ACT_START, 0);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_int_equal(window->page->entry, entry_of(stage, id));
    focus_press(window);
    paint(stage);
    assert_int_equal(window->page->entry, instead);
    assert_true(focus_is_on(window, (struct act){ACT_START, 0}));
    focus_press(window);
    assert_true(window->screen == SCREEN_BEFORE || window->screen == SCREEN_PLAY ||
                window->screen == SCREEN_QUESTIONS);
    session_leave(window);
}

static void what_is_closed_or_by_plan_cannot_be_started(void **state) {
    struct stage *stage = *state;
    open_page(stage, "rom-upper-face");
    assert_int_equal(count_of(stage, ACT_START), 1); // before anything was told
    stage_tell(stage, "condition", "synk");
    expect_no_start(stage, "rom-upper-face");
    expect_no_start(stage, "str-lips-cheeks");
}

static void what_is_enough_for_now_cannot_be_started(void **state) {
    struct stage *stage = *state;
    open_page(stage, "warm-compress");
    assert_int_equal(count_of(stage, ACT_START), 1);
    stage_played(stage, "warm-compress", 30);
    expect_no_start(stage, "warm-compress");
}

static void a_command_for_a_closed_routine_ends_with_the_reason(void **state) {
    struct stage *stage = *state;
    struct error err = {0};
    stage_tell(stage, "condition", "synk");
    stage->routine = "rom-upper-face";
    stage->options.request = &stage->named;
    assert_true(session_prepare_asked(&stage->window, &err));
    session_ask(&stage->window);
    assert_true(stage->window.quit);
    assert_null(stage->window.play);
    assert_int_equal(stage->window.failure.code, ERROR_INPUT);
    assert_non_null(strstr(stage->window.failure.text, "(synk)"));
    stage->options.request = &stage->open;
}

static void what_is_offered_first_may_be_played(void **state) {
    static const char *const told[] = {"myok", "hfs", "bsp", "synk", "palsy-early", "unknown"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_played(stage, "rom-upper-face", 60);
    stage_played(stage, "str-lips-cheeks", 45);
    stage_played(stage, "warm-compress", 30);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        stage_tell(stage, "condition", told[i]);
        first_show(window);
        paint(stage);
        assert_true(gates_let_play(window, window->offer.entry));
        assert_true(gates_let_play(window, window->offer.breathe));
        assert_true(window->offer.entry != entry_of(stage, "warm-compress"));
    }
}

// The steps of the page are those that would be played.
static void a_small_dose_stands_on_its_page(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "condition", "hfs");
    open_page(stage, "nmr-smile-eyes-open");
    assert_true(gates_of(window, window->page->entry)->gating.small);
    int64_t small_ms = window->page->timeline->total_ms;
    assert_true(small_ms < window->list->length_ms[window->page->entry]);
    assert_true(session_prepare_chosen(window));
    struct error err = {0};
    struct timeline *played =
        timeline_compile(window->preparation->routine, &window->preparation->timeline, &err);
    assert_int_equal(played->total_ms, small_ms);
    timeline_free(played);
}

// However long the screen of the end stays open.
static void a_session_that_ended_stays_ended(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    struct session_list history = {0};
    struct error err = {0};
    stage_begin(stage, "breath-calm");
    session_begin(window);
    stage_pass(stage, 0);
    stage_play_to(stage, sitting_timeline(window->play->sitting)->total_ms, 500);
    session_end(window, WHY_NONE);
    *stage_now_us() += 10 * 1000 * 1000;
    sitting_tick(window->play->sitting);
    assert_true(
        sessions_list(stage->house.store, INT64_MIN, INT64_MAX, 0, stage_evening, &history, &err));
    for (int i = 0; i < history.count; i++) {
        assert_int_equal(history.records[i].status, SESSION_COMPLETE);
    }
    session_list_free(&history);
}

int main(void) {
#define ROOM(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        ROOM(the_large_button_has_the_focus_at_first),
        ROOM(breathing_is_one_key_away_from_any_offer),
        ROOM(a_tile_opens_the_list_at_its_filter),
        ROOM(the_list_is_found_again_as_it_was_left),
        ROOM(a_page_leads_back_to_where_it_was_opened),
        ROOM(leaving_the_question_before_leads_back_to_the_page),
        ROOM(slash_and_escape_lead_into_the_field_and_out),
        ROOM(the_list_stands_in_groups),
        ROOM(what_is_closed_is_folded_away),
        ROOM(a_search_without_result_says_so),
        ROOM(sources_fold_out_and_in),
        ROOM(a_file_with_a_fault_has_a_page_without_a_start),
        ROOM(a_broken_off_session_can_be_begun_anew),
        ROOM(what_is_closed_or_by_plan_cannot_be_started),
        ROOM(what_is_enough_for_now_cannot_be_started),
        ROOM(a_command_for_a_closed_routine_ends_with_the_reason),
        ROOM(what_is_offered_first_may_be_played),
        ROOM(a_small_dose_stands_on_its_page),
        ROOM(a_session_that_ended_stays_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
