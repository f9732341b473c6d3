// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// What a person changes on a routine's page: it shows there at once, holds for the next time and
// for what is played, and can be taken back.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/hand.h"

// What a start would play, from the store.
static int64_t played_ms_of(struct stage *stage) {
    struct window *window = &stage->window;
    struct error err = {0};
    assert_true(session_prepare_chosen(window));
    struct timeline *timeline =
        timeline_compile(window->preparation->routine, &window->preparation->timeline, &err);
    assert_non_null(timeline);
    int64_t total_ms = timeline->total_ms;
    timeline_free(timeline);
    return total_ms;
}

enum {
    FEWER = 2 * WISH_REPS,
    LONGER_HOLD = 2 * WISH_HOLD + 1,
    SLOWER = 2 * WISH_TEMPO + 1,
    SHORTER = 2 * WISH_LENGTH,
    LEFT = PAGE_SIDES + 1
};

static void it_is_folded_while_all_is_as_written(void **state) {
    struct stage *stage = *state;
    open_page(stage, "rom-jaw");
    assert_non_null(find(stage, ACT_FOLD, PAGE_FOLD_ADJUST));
    assert_null(find(stage, ACT_ADJUST, FEWER));
    act(stage, ACT_FOLD, PAGE_FOLD_ADJUST);
    assert_non_null(find(stage, ACT_ADJUST, FEWER));
    assert_null(find(stage, ACT_ADJUST, SLOWER)); // it has no tempo
    assert_null(find(stage, ACT_ADJUST, LEFT));   // a jaw has no sides
    assert_null(find(stage, ACT_ADJUST, PAGE_AS_WRITTEN));
    act(stage, ACT_ADJUST, FEWER);
    assert_non_null(find(stage, ACT_ADJUST, PAGE_AS_WRITTEN));
    open_page(stage, "rom-jaw"); // it is seen that something is changed
    assert_non_null(find(stage, ACT_ADJUST, FEWER));
}

static void nothing_is_offered_where_nothing_can_be_changed_or_played(void **state) {
    struct stage *stage = *state;
    open_page(stage, "warm-lids");
    assert_null(find(stage, ACT_FOLD, PAGE_FOLD_ADJUST));
    open_page(stage, "str-lips-cheeks");
    assert_null(find(stage, ACT_FOLD, PAGE_FOLD_ADJUST));
}

// Where no number can be changed, and not where a pack lies on the skin.
static void bedtime_is_offered_for_once(void **state) {
    struct stage *stage = *state;
    open_page(stage, "med-body-scan");
    assert_null(find(stage, ACT_BEDTIME, 0));
    act(stage, ACT_FOLD, PAGE_FOLD_ADJUST);
    assert_false(find(stage, ACT_BEDTIME, 0)->chosen);
    act(stage, ACT_BEDTIME, 0);
    assert_true(find(stage, ACT_BEDTIME, 0)->chosen);
    open_page(stage, "med-body-scan");
    assert_false(stage->window.page->bedtime);
}

static void what_is_changed_shows_holds_and_is_played(void **state) {
    static const struct {
        const char *id;
        int change;
        int64_t by_ms; // against what was
    } cases[] = {
        {"rom-jaw", FEWER, -1},           {"rom-jaw", LONGER_HOLD, 1}, {"breath-box", SLOWER, 1},
        {"breath-coherent", SHORTER, -1}, {"rom-neck", LEFT, -1},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        open_page(stage, cases[i].id);
        int64_t before_ms = stage->window.page->timeline->total_ms;
        act(stage, ACT_ADJUST, cases[i].change);
        int64_t after_ms = stage->window.page->timeline->total_ms;
        assert_true((after_ms - before_ms) * cases[i].by_ms > 0);
        assert_int_equal(played_ms_of(stage), after_ms);
        open_page(stage, "breath-calm");
        open_page(stage, cases[i].id);
        assert_int_equal(stage->window.page->timeline->total_ms, after_ms);
        act(stage, ACT_ADJUST, PAGE_AS_WRITTEN);
        assert_int_equal(stage->window.page->timeline->total_ms, before_ms);
        assert_int_equal(played_ms_of(stage), before_ms);
    }
}

static void every_step_can_be_taken_back(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_page(stage, "rom-jaw");
    int64_t lengths[4];
    static const int changes[] = {FEWER, FEWER, LONGER_HOLD, PAGE_AS_WRITTEN};
    for (int i = 0; i < 4; i++) {
        lengths[i] = window->page->timeline->total_ms;
        act(stage, ACT_ADJUST, changes[i]);
    }
    for (int i = 3; i >= 0; i--) {
        act(stage, ACT_UNDO, 0);
        assert_int_equal(window->page->timeline->total_ms, lengths[i]);
        assert_int_equal(played_ms_of(stage), lengths[i]);
    }
}

// From another screen, and with the page of another routine open.
static void it_is_taken_back_from_anywhere(void **state) {
    struct stage *stage = *state;
    open_page(stage, "rom-jaw");
    int64_t written_ms = stage->window.page->timeline->total_ms;
    act(stage, ACT_ADJUST, FEWER);
    open_page(stage, "breath-box");
    int64_t box_ms = stage->window.page->timeline->total_ms;
    act(stage, ACT_UNDO, 0);
    assert_int_equal(stage->window.page->timeline->total_ms, box_ms);
    open_page(stage, "rom-jaw");
    assert_int_equal(stage->window.page->timeline->total_ms, written_ms);
}

static void more_than_is_written_is_refused_with_the_reason(void **state) {
    struct stage *stage = *state;
    open_page(stage, "rom-jaw");
    int64_t before_ms = stage->window.page->timeline->total_ms;
    int undo_count = stage->window.undo_count;
    act(stage, ACT_ADJUST, FEWER + 1);
    assert_int_equal(stage->window.page->timeline->total_ms, before_ms);
    assert_non_null(strstr(stage->window.message, "plan"));
    assert_int_equal(stage->window.undo_count, undo_count);
}

// Without a record nothing is stored, and it holds while the page is open.
static void without_a_record_it_holds_once(void **state) {
    struct stage *stage = *state;
    open_page(stage, "rom-jaw");
    int64_t before_ms = stage->window.page->timeline->total_ms;
    stage->open.no_record = true;
    act(stage, ACT_ADJUST, FEWER);
    int64_t after_ms = stage->window.page->timeline->total_ms;
    assert_true(after_ms < before_ms);
    assert_int_equal(played_ms_of(stage), after_ms);
    stage->open.no_record = false;
    open_page(stage, "breath-calm");
    open_page(stage, "rom-jaw");
    assert_int_equal(stage->window.page->timeline->total_ms, before_ms);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        TEST(it_is_folded_while_all_is_as_written),
        TEST(nothing_is_offered_where_nothing_can_be_changed_or_played),
        TEST(bedtime_is_offered_for_once),
        TEST(what_is_changed_shows_holds_and_is_played),
        TEST(every_step_can_be_taken_back),
        TEST(it_is_taken_back_from_anywhere),
        TEST(more_than_is_written_is_refused_with_the_reason),
        TEST(without_a_record_it_holds_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
