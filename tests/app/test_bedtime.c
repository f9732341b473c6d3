// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// A bedtime chain in the window: dark at its end, its number the next morning, nothing on the skin.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/hand.h"
#include "app/night.h"
#include "app/stage_play.h"

// Marks them in the list and starts them for the night.
static void start(struct stage *stage, const char *const ids[], int count) {
    list_show_filter(&stage->window, FILTER_ALL);
    act(stage, ACT_MARKING, 0);
    for (int i = 0; i < count; i++) {
        const struct catalog_entry *entry = catalog_find(&stage->house.catalog, ids[i]);
        act(stage, ACT_MARK, (int)(entry - stage->house.catalog.entries));
    }
    act(stage, ACT_BEDTIME, 0);
    act(stage, ACT_START, 0);
}

// One, from the sheet of its page.
static void start_from_page(struct stage *stage, const char *id) {
    const struct catalog_entry *entry = catalog_find(&stage->house.catalog, id);
    page_open(&stage->window, (int)(entry - stage->house.catalog.entries));
    paint(stage);
    act(stage, ACT_FOLD, PAGE_FOLD_ADJUST);
    act(stage, ACT_BEDTIME, 0);
    assert_true(stage->window.page->bedtime);
    act(stage, ACT_START, 0);
}

// By both clocks: the wall's does not follow the stage's.
static void pass_hours(struct stage *stage, int hours) {
    stage->house.clock.began.utc_s += (int64_t)3600 * hours;
    stage_pass(stage, (int64_t)3600 * 1000 * hours);
}

static int64_t total_ms(const struct stage *stage) {
    return sitting_timeline(stage->window.play->sitting)->total_ms;
}

static void play_whole(struct stage *stage) {
    const struct play *play = stage->window.play;
    stage_pass(stage, 0);
    stage_play_to(stage, total_ms(stage) - 500, 500); // at its end the sitting is closed at once
    for (int i = 0; i < 100 && stage->window.screen == SCREEN_PLAY && stage->window.play == play;
         i++) {
        stage_pass(stage, 100);
    }
    paint(stage);
}

// Two that lead into the dark.
static void play_into_the_night(struct stage *stage) {
    static const char *const ids[] = {"breath-calm", "relax-let-go-60"};
    start(stage, ids, 2);
    assert_int_equal(stage->window.screen, SCREEN_BEFORE);
    assert_true(screen_key(stage, SDLK_7));
    act(stage, ACT_BEGIN, 0);
    play_whole(stage);
    // No bright screen between two.
    assert_int_equal(stage->window.screen, SCREEN_PLAY);
    assert_string_equal(stage->window.preparation->routine->id, "relax-let-go-60");
    play_whole(stage);
    assert_int_equal(stage->window.screen, SCREEN_NIGHT);
}

static void nothing_is_lit_at_its_end(void **state) {
    struct stage *stage = *state;
    play_into_the_night(stage);
    assert_null(stage->window.play); // the device is closed
    cairo_surface_t *picture = stage_paint(stage, WIDTH, HEIGHT);
    const unsigned char *bytes = cairo_image_surface_get_data(picture);
    int stride = cairo_image_surface_get_stride(picture);
    for (int y = 0; y < HEIGHT; y++) {
        const uint32_t *row = (const void *)(bytes + (ptrdiff_t)y * stride);
        for (int x = 0; x < WIDTH; x++) {
            assert_int_equal(row[x] & 0xffffff, 0);
        }
    }
    cairo_surface_destroy(picture);
    pass_hours(stage, 9); // nothing wakes it by itself
    assert_int_equal(stage->window.screen, SCREEN_NIGHT);
}

static void the_light_goes_with_the_sound(void **state) {
    static const char *const ids[] = {"relax-let-go-60"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    start(stage, ids, 1);
    act(stage, ACT_BEGIN, 0);
    stage_pass(stage, 0);
    int64_t total = total_ms(stage);
    assert_true(total > 40000);
    stage_play_to(stage, total - 31000, 100);
    assert_true(night_light(window) >= 1);
    double before = 1;
    for (int64_t left_ms = 28000; left_ms > 0; left_ms -= 4000) {
        stage_play_to(stage, total - left_ms, 100);
        double light = night_light(window);
        assert_true(light < before);
        assert_true(fabs(light - (double)left_ms / 30000) < 0.02);
        before = light;
    }
    window->input_ms = clock_monotonic_ms(); // a hand on the pointer
    stage_pass(stage, 300);
    stage_pass(stage, 300);
    assert_true(night_light(window) >= 1);
}

static void a_page_begins_it_for_one(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    start_from_page(stage, "relax-let-go-60");
    assert_true(window->chain.bedtime);
    act(stage, ACT_BEGIN, 0);
    play_whole(stage);
    assert_int_equal(window->screen, SCREEN_NIGHT);
}

// The page holds it for once; what is begun elsewhere is as ever.
static void a_page_keeps_it_to_itself(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    start_from_page(stage, "breath-calm");
    act(stage, ACT_BACK, 0);
    int entry = window->list->chosen;
    first_show(window);
    window->list->chosen = entry;
    act(stage, ACT_START, 0);
    assert_false(window->chain.bedtime);
    page_open(window, entry);
    assert_false(window->page->bedtime);
}

// Elsewhere the light stays to the end, and the lamp sets.
static void without_bedtime_it_stays_light(void **state) {
    struct stage *stage = *state;
    stage_lead(stage, "relax-let-go-60");
    stage_play_to(stage, total_ms(stage) - 1000, 500);
    assert_true(night_light(&stage->window) >= 1);
    assert_false(night_falls(&stage->window));
}

static int after_of(struct stage *stage, const char *routine) {
    struct session_list history = {0};
    struct error err = {0};
    int after = -2;
    assert_true(sessions_list(stage->house.store, stage_evening.utc_s / 86400 - 1, INT64_MAX, 0,
                              clock_wall_now(&stage->house.clock), &history, &err));
    for (int i = 0; i < history.count; i++) {
        bool is = strcmp(history.records[i].routine, routine) == 0;
        after = is ? history.records[i].after : after;
    }
    session_list_free(&history);
    return after;
}

static void its_number_is_asked_the_next_morning_once(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    play_into_the_night(stage);
    assert_true(screen_key(stage, SDLK_SPACE));
    assert_int_equal(window->screen, SCREEN_FIRST); // the same evening: not yet
    assert_int_equal(after_of(stage, "relax-let-go-60"), -1);
    assert_false(morning_show(window));
    pass_hours(stage, 9); // twenty past five
    assert_true(morning_show(window));
    paint(stage);
    assert_int_equal(window->night.before, 7);
    assert_true(screen_key(stage, SDLK_3));
    act(stage, ACT_BEGIN, 0);
    assert_int_equal(window->screen, SCREEN_FIRST);
    assert_int_equal(after_of(stage, "relax-let-go-60"), 3);
    assert_int_equal(after_of(stage, "breath-calm"), -1);
    assert_false(morning_show(window));
}

static void it_may_be_left_open_and_is_forgotten(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    play_into_the_night(stage);
    pass_hours(stage, 9);
    assert_true(screen_key(stage, SDLK_SPACE)); // the window was left open all night
    assert_int_equal(window->screen, SCREEN_MORNING);
    assert_true(screen_key(stage, SDLK_5));
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(window->screen, SCREEN_FIRST);
    assert_int_equal(after_of(stage, "relax-let-go-60"), -1);
    assert_false(morning_show(window));
}

static void two_days_later_nobody_remembers(void **state) {
    struct stage *stage = *state;
    play_into_the_night(stage);
    pass_hours(stage, 40);
    assert_false(morning_show(&stage->window));
    assert_int_equal(after_of(stage, "relax-let-go-60"), -1);
}

// Behind midnight it is still the night of the evening before.
static void a_night_ends_at_four(void **state) {
    struct stage *stage = *state;
    stage->house.settings.day_starts_min = 0;
    play_into_the_night(stage);
    pass_hours(stage, 6); // about half past two
    assert_false(morning_show(&stage->window));
    pass_hours(stage, 2);
    assert_true(morning_show(&stage->window));
}

static void who_stops_is_asked_why_and_sees_the_end(void **state) {
    static const char *const ids[] = {"breath-calm"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    start(stage, ids, 1);
    act(stage, ACT_BEGIN, 0);
    stage_pass(stage, 0);
    stage_play_to(stage, 20000, 500);
    session_end(window, WHY_TIRED);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_DONE);
    assert_false(session_asks_after(window));
}

static void nothing_may_lie_on_the_skin(void **state) {
    static const char *const packs[] = {"warm-compress", "cold-compress", "warm-massage-breath"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    for (int i = 0; i < 3; i++) {
        const char *const ids[] = {"breath-calm", packs[i]};
        list_forget_marks(window);
        start(stage, ids, 2);
        assert_int_equal(window->list->mark_count, 2);
        assert_int_equal(window->screen, SCREEN_LIST);
        assert_null(window->preparation);
        assert_non_null(strstr(window->message, "not at bedtime"));
    }
}

int main(void) {
#define BEDTIME(name) cmocka_unit_test_setup_teardown(name, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        BEDTIME(nothing_is_lit_at_its_end),
        BEDTIME(the_light_goes_with_the_sound),
        BEDTIME(a_page_begins_it_for_one),
        BEDTIME(a_page_keeps_it_to_itself),
        BEDTIME(without_bedtime_it_stays_light),
        BEDTIME(its_number_is_asked_the_next_morning_once),
        BEDTIME(it_may_be_left_open_and_is_forgotten),
        BEDTIME(two_days_later_nobody_remembers),
        BEDTIME(a_night_ends_at_four),
        BEDTIME(who_stops_is_asked_why_and_sees_the_end),
        BEDTIME(nothing_may_lie_on_the_skin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
