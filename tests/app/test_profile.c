// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// What the person told of herself, in the window: shown, changed, taken back.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/hand.h"
#include "app/profile.h"
#include "app/stage_told.h"
#include "run/profile_items.h"

static int item_of(const char *key) {
    int item = profile_item_find(key);
    assert_true(item >= 0);
    return item;
}

static void open_item(struct stage *stage, const char *key) {
    act(stage, ACT_PROFILE, -1);
    act(stage, ACT_ITEM, item_of(key));
    assert_int_equal(stage->window.screen, SCREEN_ITEM);
}

static void expect_told(struct stage *stage, const char *key, const char *value) {
    struct error err = {0};
    char *told = NULL;
    assert_true(answers_get(stage->house.store, key, &told, &err));
    if (!value) {
        assert_null(told);
    } else {
        assert_non_null(told);
        assert_string_equal(told, value);
    }
    memory_free(told);
}

static int choice_of(const char *key, const char *value) {
    const struct profile_item *item = profile_item(item_of(key));
    for (int i = 0; i < profile_item_choice_count(item); i++) {
        const char *known = item->choices[i].value;
        if (known ? value && strcmp(known, value) == 0 : !value) {
            return i;
        }
    }
    fail_msg("%s has no choice %s", key, value ? value : "(not sure)");
    return -1;
}

static void a_row_for_each_key_with_its_answer_and_date(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "affected", "left");
    stage_tell(stage, "toxin", "2026-09-19");
    paint(stage);
    act(stage, ACT_PROFILE, -1);
    assert_int_equal(stage->window.screen, SCREEN_PROFILE);
    for (int i = 0; i < profile_item_count(); i++) {
        assert_non_null(find(stage, ACT_ITEM, i));
    }
    assert_string_equal(find(stage, ACT_ITEM, item_of("affected"))->value,
                        "Left, told on 21 November 2026");
    assert_string_equal(find(stage, ACT_ITEM, item_of("toxin"))->value,
                        "19 September 2026, told on 21 November 2026");
    assert_string_equal(find(stage, ACT_ITEM, item_of("skin"))->value, "Not told yet");
}

static void it_is_reached_by_a_key_and_leads_back(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    paint(stage);
    assert_true(count_of(stage, ACT_PROFILE) > 0); // on the first screen
    press_after(stage, SDLK_COMMA, KMOD_CTRL, 1000);
    assert_int_equal(window->screen, SCREEN_PROFILE);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_FIRST);
    list_show_search(window);
    field_set(&window->field, "jaw");
    act(stage, ACT_SEARCH, 0);
    int hits = window->list->hit_count;
    assert_true(count_of(stage, ACT_PROFILE) > 0);
    press_after(stage, SDLK_COMMA, KMOD_CTRL, 1000);
    act(stage, ACT_ITEM, item_of("cause"));
    write(stage, "A vessel");
    press(stage, SDLK_ESCAPE);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_LIST);
    assert_string_equal(window->field.text, "jaw"); // the search is as it was
    assert_int_equal(window->list->hit_count, hits);
    expect_told(stage, "cause", "A vessel");
}

static void an_item_begins_at_what_is_chosen_or_first(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_item(stage, "asks");
    assert_true(focus_is_on(window, (struct act){ACT_TELL, 0}));
    open_item(stage, "answers");
    assert_true(focus_is_on(window, (struct act){ACT_TELL, 0}));
    stage_tell(stage, "affected", "both");
    open_item(stage, "affected");
    assert_true(focus_is_on(window, (struct act){ACT_TELL, choice_of("affected", "both")}));
    open_item(stage, "cause");
    assert_true(focus_is_on(window, (struct act){ACT_WRITE, 0}));
}

static void one_choice_is_kept_at_once_and_leads_back_to_its_row(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_item(stage, "affected");
    act(stage, ACT_TELL, choice_of("affected", "right"));
    assert_int_equal(window->screen, SCREEN_PROFILE);
    assert_true(focus_is_on(window, (struct act){ACT_ITEM, item_of("affected")}));
    expect_told(stage, "affected", "right");
    assert_true(window->message_undo);
    undo(stage);
    expect_told(stage, "affected", NULL);
    assert_string_equal(find(stage, ACT_ITEM, item_of("affected"))->value, "Not told yet");
}

static void taking_back_leaves_the_older_answer_with_its_date(void **state) {
    struct stage *stage = *state;
    struct error err = {0};
    struct wall before = {.utc_s = stage_evening.utc_s - 40 * 86400, .offset_min = 60};
    assert_true(answers_set(stage->house.store, "answers", "no,no,no", "self", before, &err));
    open_item(stage, "answers");
    act(stage, ACT_TELL, 1 * ITEM_CHOICES_MAX + choice_of("answers", "yes"));
    expect_told(stage, "answers", "no,yes,no");
    undo(stage);
    expect_told(stage, "answers", "no,no,no");
    const struct answer *answer = profile_answer(&stage->window, item_of("answers"));
    assert_int_equal(answer->at.utc_s, before.utc_s);
    // The choices on the screen are those again.
    assert_true(find(stage, ACT_TELL, ITEM_CHOICES_MAX + choice_of("answers", "no"))->chosen);
}

static void the_three_answers_are_kept_together(void **state) {
    struct stage *stage = *state;
    open_item(stage, "answers");
    int no = choice_of("answers", "no");
    act(stage, ACT_TELL, 0 * ITEM_CHOICES_MAX + no);
    act(stage, ACT_TELL, 2 * ITEM_CHOICES_MAX + no);
    expect_told(stage, "answers", NULL);
    act(stage, ACT_TELL, 1 * ITEM_CHOICES_MAX + choice_of("answers", "unsure"));
    expect_told(stage, "answers", "no,unsure,no");
}

static void several_conditions_stand_beside_one_another(void **state) {
    struct stage *stage = *state;
    open_item(stage, "condition");
    act(stage, ACT_TELL, choice_of("condition", "unknown"));
    expect_told(stage, "condition", "unknown");
    act(stage, ACT_TELL, choice_of("condition", "hfs"));
    act(stage, ACT_TELL, choice_of("condition", "synk"));
    expect_told(stage, "condition", "hfs,synk");
    assert_int_equal(stage->window.screen, SCREEN_ITEM);
    assert_true(find(stage, ACT_TELL, choice_of("condition", "hfs"))->chosen);
    assert_false(find(stage, ACT_TELL, choice_of("condition", "unknown"))->chosen);
    act(stage, ACT_TELL, choice_of("condition", "hfs"));
    expect_told(stage, "condition", "synk");
    act(stage, ACT_TELL, choice_of("condition", "unknown"));
    expect_told(stage, "condition", "unknown");
    for (int i = 0; i < 5; i++) {
        undo(stage);
    }
    expect_told(stage, "condition", NULL);
}

// What is said before the choice is what happens then.
static void a_choice_says_what_it_switches(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_item(stage, "condition");
    const struct element *synk = find(stage, ACT_TELL, choice_of("condition", "synk"));
    assert_non_null(strstr(synk->value, "Closes “"));
    assert_true(gates_let_play(window, entry_of(stage, "rom-upper-face")));
    act(stage, ACT_TELL, choice_of("condition", "synk"));
    assert_false(gates_let_play(window, entry_of(stage, "rom-upper-face")));
    assert_non_null(strstr(window->message, "Closes “"));
    synk = find(stage, ACT_TELL, choice_of("condition", "synk"));
    assert_non_null(strstr(synk->value, "Left out again: Opens “"));
    // Blood thinners switch on a caution and shut nothing.
    open_item(stage, "asks");
    const struct element *thin = find(stage, ACT_TELL, choice_of("asks", "blood-thinners"));
    assert_string_equal(thin->value, "");
}

static void none_of_these_is_not_asked_again_not_sure_is(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_item(stage, "asks");
    act(stage, ACT_TELL, choice_of("asks", ""));
    assert_true(find(stage, ACT_TELL, choice_of("asks", ""))->chosen);
    open_page(stage, "breath-box");
    act(stage, ACT_START, 0);
    assert_int_equal(window->screen, SCREEN_BEFORE);
    session_leave(window);
    open_item(stage, "asks");
    act(stage, ACT_TELL, choice_of("asks", NULL));
    assert_true(find(stage, ACT_TELL, choice_of("asks", NULL))->chosen);
    open_page(stage, "breath-box");
    act(stage, ACT_START, 0);
    assert_int_equal(window->screen, SCREEN_QUESTIONS);
}

static void a_date_is_written_in_many_ways(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_item(stage, "toxin");
    assert_true(focus_is_on(window, (struct act){ACT_WRITE, 0}));
    write(stage, "nine weeks ago");
    press(stage, SDLK_RETURN);
    expect_told(stage, "toxin", "2026-09-19");
    assert_int_equal(window->screen, SCREEN_PROFILE);
    act(stage, ACT_ITEM, item_of("toxin"));
    assert_string_equal(window->field.text, "19 September 2026");
    write(stage, "20.11.2026 21:00");
    press(stage, SDLK_ESCAPE); // leaving keeps it too
    expect_told(stage, "toxin", "2026-11-20T21:00:00+01:00");
    open_page(stage, "mas-face-full");
    assert_false(gates_let_play(window, window->page->entry));
}

static void a_wrong_date_says_so_and_stays(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "surgery", "2026-10-01");
    open_item(stage, "surgery");
    write(stage, "31.2.2026");
    press(stage, SDLK_RETURN);
    assert_int_equal(window->screen, SCREEN_ITEM);
    assert_string_equal(window->field.text, "31.2.2026");
    assert_true(window->profile->fault[0] != '\0');
    expect_told(stage, "surgery", "2026-10-01");
    press(stage, SDLK_BACKSPACE); // it is being put right
    assert_true(window->profile->fault[0] == '\0');
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_ITEM); // said once
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_PROFILE);
    expect_told(stage, "surgery", "2026-10-01");
    assert_true(window->field.text[0] == '\0');
}

static void a_date_is_reached_by_the_pointer_alone(void **state) {
    struct stage *stage = *state;
    open_item(stage, "onset");
    act(stage, ACT_STEP, 0);
    expect_told(stage, "onset", "2026-11-21");
    act(stage, ACT_STEP, 3);
    expect_told(stage, "onset", "2026-11-14");
    act(stage, ACT_STEP, 2);
    expect_told(stage, "onset", "2026-11-15");
    act(stage, ACT_STEP, 5);
    act(stage, ACT_STEP, 4);
    expect_told(stage, "onset", "2025-10-15");
    assert_string_equal(stage->window.field.text, "15 October 2025");
    act(stage, ACT_TELL, choice_of("onset", NULL));
    expect_told(stage, "onset", "");
    assert_string_equal(stage->window.field.text, "");
    for (int i = 0; i < 6; i++) {
        undo(stage);
    }
    expect_told(stage, "onset", NULL);
}

static void a_release_may_lie_ahead_an_operation_may_not(void **state) {
    struct stage *stage = *state;
    open_item(stage, "released");
    write(stage, "in two weeks");
    press(stage, SDLK_RETURN);
    expect_told(stage, "released", "2026-12-05");
    open_item(stage, "surgery");
    write(stage, "5.12.2026");
    press(stage, SDLK_RETURN);
    expect_told(stage, "surgery", NULL);
    open_item(stage, "surgery");
    act(stage, ACT_STEP, 0);
    act(stage, ACT_STEP, 2); // a day later than today
    expect_told(stage, "surgery", "2026-11-21");
}

static void a_page_leads_to_what_shuts_it(void **state) {
    static const struct {
        const char *key, *value, *routine, *item;
    } cases[] = {
        {"condition", "synk", "rom-upper-face", "condition"},
        {"skin", "no", "warm-compress", "skin"},
        {"asks", "stroke", "mas-face-full", "asks"},
        {"surgery", "2026-11-01", "rom-jaw", "released"},
        {"toxin", "2026-11-21", "mas-face-full", "toxin"},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        stage_tell(stage, cases[i].key, cases[i].value);
        open_page(stage, cases[i].routine);
        int item = item_of(cases[i].item);
        assert_non_null(find(stage, ACT_PROFILE, item));
        act(stage, ACT_PROFILE, item);
        assert_true(focus_is_on(&stage->window, (struct act){ACT_ITEM, item}));
        press(stage, SDLK_ESCAPE);
        assert_int_equal(stage->window.screen, SCREEN_PAGE);
        stage_tell(stage, cases[i].key, "");
    }
    open_page(stage, "breath-calm");
    assert_int_equal(count_of(stage, ACT_PROFILE), 0);
    assert_int_equal(count_of(stage, ACT_ANYWAY), 0);
}

static void what_is_changed_opens_the_page_at_once(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "skin", "no");
    open_page(stage, "warm-compress");
    assert_int_equal(count_of(stage, ACT_START), 0);
    act(stage, ACT_PROFILE, item_of("skin"));
    focus_press(&stage->window);
    paint(stage);
    act(stage, ACT_TELL, choice_of("skin", "yes"));
    press(stage, SDLK_ESCAPE);
    assert_true(count_of(stage, ACT_START) > 0);
    undo(stage); // from the page too
    assert_int_equal(count_of(stage, ACT_START), 0);
}

static void without_a_history_nothing_is_pretended(void **state) {
    struct stage *stage = *state;
    struct play_request request = stage->open;
    request.no_record = true;
    stage->options.request = &request;
    open_item(stage, "affected");
    act(stage, ACT_TELL, choice_of("affected", "left"));
    expect_told(stage, "affected", NULL);
    assert_int_equal(stage->window.screen, SCREEN_ITEM);
    assert_true(stage->window.message[0] != '\0');
    assert_false(stage->window.message_undo);
    stage->options.request = &stage->open;
}

int main(void) {
#define FORM(test) cmocka_unit_test_setup_teardown(test, open_first, close_stage)
    const struct CMUnitTest tests[] = {
        FORM(a_row_for_each_key_with_its_answer_and_date),
        FORM(it_is_reached_by_a_key_and_leads_back),
        FORM(an_item_begins_at_what_is_chosen_or_first),
        FORM(one_choice_is_kept_at_once_and_leads_back_to_its_row),
        FORM(taking_back_leaves_the_older_answer_with_its_date),
        FORM(the_three_answers_are_kept_together),
        FORM(several_conditions_stand_beside_one_another),
        FORM(a_choice_says_what_it_switches),
        FORM(none_of_these_is_not_asked_again_not_sure_is),
        FORM(a_date_is_written_in_many_ways),
        FORM(a_wrong_date_says_so_and_stays),
        FORM(a_date_is_reached_by_the_pointer_alone),
        FORM(a_release_may_lie_ahead_an_operation_may_not),
        FORM(a_page_leads_to_what_shuts_it),
        FORM(what_is_changed_opens_the_page_at_once),
        FORM(without_a_history_nothing_is_pretended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
