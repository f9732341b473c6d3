// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// Plans in the window: what is asked for, fortnights that are begun, plans that come as files,
// pauses, and the way back from all of it.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/hand.h"
#include "app/stage_plans.h"

// What is kept at the moment; the caller frees it.
static struct plan_shelf shelf_of(struct stage *stage) {
    struct plan_shelf shelf;
    struct error err = {0};
    assert_true(plan_shelf_read(&stage->house, &shelf, &err));
    return shelf;
}

static int in_force(struct stage *stage) {
    struct plan_shelf shelf = shelf_of(stage);
    const struct plan *plans[PLANS_MAX];
    int count = plan_shelf_in_force(&shelf, today(stage), plans);
    plan_shelf_free(&shelf);
    return count;
}

static bool rests(struct stage *stage, const char *id, int64_t day) {
    struct plan_shelf shelf = shelf_of(stage);
    const struct plan *plan = plan_in_force(&shelf.book, id, day);
    bool rests = plan && plan_rests(&shelf.book, plan, day);
    plan_shelf_free(&shelf);
    return rests;
}

static const char *value_of(const struct stage *stage, enum act_kind kind, int nth) {
    const struct elements *elements = stage->window.elements;
    for (int i = 0; i < elements->count; i++) {
        if (elements->all[i].act.kind == kind && nth-- == 0) {
            return elements->all[i].value;
        }
    }
    fail_msg("no element %d of that kind", nth);
    return "";
}

static int starter_of(const struct stage *stage, const char *id) {
    const struct starters *starters = &stage->window.plans->starters;
    for (int i = 0; i < starters->count; i++) {
        if (!starters->starters[i].error && strcmp(starters->starters[i].file.plan.id, id) == 0) {
            return i;
        }
    }
    fail_msg("no starter %s", id);
    return -1;
}

static void the_room_opens_at_the_one_plan_in_force(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    act(stage, ACT_PLANS, 0);
    assert_int_equal(stage->window.screen, SCREEN_PLANS);
    assert_true(count_of(stage, ACT_STARTER) >= 4);
    assert_int_equal(count_of(stage, ACT_PLAN), 0);
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    stage_plans(stage);
    act(stage, ACT_PLANS, 0);
    assert_int_equal(stage->window.screen, SCREEN_PLAN);
    assert_string_equal(plans_file(&stage->window)->plan.title, "Weeks 1 to 4: quiet the eye");
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(stage->window.screen, SCREEN_PLANS);
    assert_int_equal(count_of(stage, ACT_PLAN), 1);
    assert_false(keyboard_screen(&stage->window, SDLK_ESCAPE, true));
    assert_int_equal(stage->window.screen, SCREEN_PLANS);
}

static void an_item_leads_to_its_routine_and_back(void **state) {
    struct stage *stage = *state;
    stage_plans(stage);
    first_show(&stage->window);
    act(stage, ACT_PLANS, 0);
    // Three routines; the drops are a task and lead nowhere.
    assert_int_equal(count_of(stage, ACT_OPEN), 3);
    assert_string_equal(value_of(stage, ACT_OPEN, 0), "3 times a day, 08:00, 13:00, 20:00");
    assert_string_equal(value_of(stage, ACT_OPEN, 2), "once a day \u00b7 before bed, 20:30");
    focus_on(
        &stage->window,
        (struct act){ACT_OPEN,
                     gates_entry(&stage->window,
                                 &catalog_find(&stage->house.catalog, "warm-compress")->routine)});
    focus_press(&stage->window);
    paint(stage);
    assert_int_equal(stage->window.screen, SCREEN_PAGE);
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(stage->window.screen, SCREEN_PLAN);
}

static void what_is_new_is_told_once(void **state) {
    struct stage *stage = *state;
    stage_plan(stage, "weeks-1-4", stage_plan_first, 19);
    first_show(&stage->window);
    act(stage, ACT_PLANS, 0);
    assert_int_equal(count_of(stage, ACT_SEEN), 0); // the first version is no news
    stage_plan(stage, "weeks-1-4", stage_plan_second, 1);
    act(stage, ACT_FIRST, 0);
    act(stage, ACT_PLANS, 0);
    assert_int_equal(count_of(stage, ACT_SEEN), 1);
    assert_int_equal(count_of(stage, ACT_FOLD), 1); // the versions
    act(stage, ACT_SEEN, 0);
    assert_int_equal(count_of(stage, ACT_SEEN), 0);
    act(stage, ACT_FIRST, 0);
    act(stage, ACT_PLANS, 0);
    assert_int_equal(count_of(stage, ACT_SEEN), 0);
}

static void a_fortnight_begins_with_its_button_alone(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    first_show(window);
    act(stage, ACT_PLANS, 0);
    act(stage, ACT_STARTER, starter_of(stage, "starter-quiet"));
    assert_int_equal(in_force(stage), 0);
    assert_true(focus_is_on(window, (struct act){ACT_TAKE_PLAN, 0}));
    focus_press(window);
    paint(stage);
    assert_int_equal(in_force(stage), 1);
    assert_int_equal(window->plans->page, PLAN_KEPT);
    struct plan_shelf shelf = shelf_of(stage);
    assert_int_equal(shelf.book.versions[0].plan->from, today(stage));
    assert_int_equal(shelf.book.versions[0].plan->to, today(stage) + PLAN_STARTER_DAYS - 1);
    plan_shelf_free(&shelf);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(in_force(stage), 0);
    assert_int_equal(window->screen, SCREEN_PLANS);
}

static void a_plan_that_is_taken_away_comes_back(void **state) {
    struct stage *stage = *state;
    stage_plans(stage);
    first_show(&stage->window);
    act(stage, ACT_PLANS, 0);
    act(stage, ACT_PLAN_REMOVE, 0);
    assert_int_equal(stage->window.screen, SCREEN_PLANS);
    assert_int_equal(in_force(stage), 0);
    assert_int_equal(count_of(stage, ACT_PLAN), 0); // it stands among the earlier ones
    act(stage, ACT_FOLD, PLANS_FOLD_ENDED);
    assert_int_equal(count_of(stage, ACT_PLAN), 1);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(in_force(stage), 1);
}

static void step(struct stage *stage, const char *label) {
    const struct elements *elements = stage->window.elements;
    for (int i = 0; i < elements->count; i++) {
        if (strcmp(elements->all[i].name, label) == 0) {
            window_act(&stage->window, elements->all[i].act);
            paint(stage);
            return;
        }
    }
    fail_msg("no chip “%s”", label);
}

static void a_pause_is_told_by_chips(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_plans(stage);
    list_show_search(window);
    field_set(&window->field, "box");
    first_show(window);
    act(stage, ACT_PLANS, 0);
    act(stage, ACT_PLAN_PAUSE, 0);
    assert_string_equal(window->field.text, "");
    step(stage, "Tomorrow");
    step(stage, "Two days");
    step(stage, "A day longer");
    step(stage, "ill");
    field_set(&window->field, "a cold");
    act(stage, ACT_DONE, 0);
    assert_int_equal(window->screen, SCREEN_PLAN);
    assert_string_equal(window->field.text, "box");
    for (int64_t day = 0; day <= 4; day++) {
        assert_int_equal(rests(stage, "weeks-1-4", today(stage) + day), day >= 1 && day <= 3);
    }
    assert_string_equal(window->plans->shelf.stored_pauses.pauses[0].reason, "ill: a cold");
    act(stage, ACT_PLAN_GO_ON, 0);
    assert_false(rests(stage, "weeks-1-4", today(stage) + 2));
    act(stage, ACT_UNDO, 0);
    assert_true(rests(stage, "weeks-1-4", today(stage) + 2));
    act(stage, ACT_UNDO, 0);
    assert_false(rests(stage, "weeks-1-4", today(stage) + 2));
}

static void a_pause_reaches_back_two_days_at_most(void **state) {
    struct stage *stage = *state;
    stage_plans(stage);
    first_show(&stage->window);
    act(stage, ACT_PLANS, 0);
    act(stage, ACT_PLAN_PAUSE, 0);
    for (int i = 0; i < 5; i++) {
        step(stage, "A day earlier");
    }
    act(stage, ACT_DONE, 0);
    assert_true(rests(stage, "weeks-1-4", today(stage) - 2));
    assert_false(rests(stage, "weeks-1-4", today(stage) - 3));
    assert_false(rests(stage, "weeks-1-4", today(stage)));
}

static void a_file_is_taken_over_by_its_owner_alone(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    first_show(window);
    paint(stage);
    stage_drop(stage, stage_plan_first);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_PLAN);
    assert_int_equal(in_force(stage), 0);
    act(stage, ACT_TAKE_PLAN, 0); // nobody said whose it is
    assert_int_equal(in_force(stage), 0);
    assert_true(focus_is_on(window, (struct act){ACT_WRITE, 0}));
    field_set(&window->field, "M. K.");
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(in_force(stage), 1);
    assert_int_equal(window->plans->page, PLAN_KEPT);
    // Once more the same changes nothing.
    stage_drop(stage, stage_plan_first);
    field_set(&window->field, "  M. Kant");
    act(stage, ACT_TAKE_PLAN, 0);
    assert_non_null(strstr(window->message, "M. Kant")); // another name than before
    struct plan_shelf shelf = shelf_of(stage);
    assert_int_equal(shelf.book.version_count, 1);
    assert_string_equal(shelf.stored.plans[0].person, "M. Kant");
    plan_shelf_free(&shelf);
}

static void a_file_that_is_not_hers_is_left(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    stage_drop(stage, stage_plan_first);
    paint(stage);
    act(stage, ACT_BACK, 0);
    assert_int_equal(stage->window.screen, SCREEN_PLANS);
    assert_int_equal(in_force(stage), 0);
}

static void faults_of_a_file_are_shown_with_their_lines(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    stage_drop(stage, "format = 1; id = \"w\"; title = \"W\"; author = \"A\";\n"
                      "from = \"2026-11-23\";\n"
                      "items = ( { routine = \"no-such\"; per_day = 1; },\n"
                      "{ task = \"Drops\"; per_day = 99; } );\n");
    paint(stage);
    assert_int_equal(stage->window.screen, SCREEN_PLAN_FILE);
    assert_int_equal(stage->window.plans->fault_count, 2);
    const char *lines = stage->window.plans->faults.text;
    assert_non_null(strstr(lines, "Line 3: items[1].routine: "));
    assert_non_null(strstr(lines, "Line 4: items[2].per_day: "));
    assert_null(strstr(lines, "error"));
    assert_int_equal(in_force(stage), 0);
}

static void a_path_is_read_as_it_is_handed_over(void **state) {
    (void)state;
    static const struct {
        const char *given, *meant;
    } rows[] = {
        {"/a/b.cfg", "/a/b.cfg"},
        {"  /a/b.cfg \n", "/a/b.cfg"},
        {"'/a/b c.cfg'", "/a/b c.cfg"},
        {"\"/a/b.cfg\"", "/a/b.cfg"},
        {"file:///a/b%20c%C3%A9.cfg", "/a/b c\u00e9.cfg"},
        {"file:///a/100%.cfg", "/a/100%.cfg"},
        {"/a/b%20c.cfg", "/a/b%20c.cfg"},
        {"~/b.cfg", "/home/m/b.cfg"},
        {"starter-quiet", "starter-quiet"},
        {"", ""},
    };
    char *home = getenv("HOME") ? memory_text(getenv("HOME")) : NULL;
    setenv("HOME", "/home/m", 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *path = plan_file_plain(rows[i].given);
        assert_string_equal(path, rows[i].meant);
        memory_free(path);
    }
    if (home) {
        setenv("HOME", home, 1);
    }
    memory_free(home);
}

static void without_a_record_nothing_is_begun(void **state) {
    struct stage *stage = *state;
    stage->open.no_record = true;
    first_show(&stage->window);
    act(stage, ACT_PLANS, 0);
    act(stage, ACT_STARTER, starter_of(stage, "starter-quiet"));
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(in_force(stage), 0);
    assert_true(stage->window.message[0] != '\0');
}

int main(void) {
#define PLAN(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        PLAN(the_room_opens_at_the_one_plan_in_force),
        PLAN(an_item_leads_to_its_routine_and_back),
        PLAN(what_is_new_is_told_once),
        PLAN(a_fortnight_begins_with_its_button_alone),
        PLAN(a_plan_that_is_taken_away_comes_back),
        PLAN(a_pause_is_told_by_chips),
        PLAN(a_pause_reaches_back_two_days_at_most),
        PLAN(a_file_is_taken_over_by_its_owner_alone),
        PLAN(a_file_that_is_not_hers_is_left),
        PLAN(faults_of_a_file_are_shown_with_their_lines),
        PLAN(a_path_is_read_as_it_is_handed_over),
        PLAN(without_a_record_nothing_is_begun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
