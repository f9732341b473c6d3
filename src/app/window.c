// SPDX-License-Identifier: MIT
#include "app/window.h"

#include <assert.h>
#include <string.h>

#include "app/anyway.h"
#include "app/diary.h"
#include "app/element.h"
#include "app/first.h"
#include "app/first_today.h"
#include "app/focus.h"
#include "app/list.h"
#include "app/night.h"
#include "app/notice.h"
#include "app/page.h"
#include "app/plans.h"
#include "app/play.h"
#include "app/practice_form.h"
#include "app/profile.h"
#include "app/session.h"
#include "app/spasm.h"
#include "app/toast.h"
#include "app/without.h"
#include "base/memory.h"
#include "base/text.h"

const struct screen *const screens[SCREEN_COUNT] = {
    [SCREEN_FIRST] = &first_screen,
    [SCREEN_LIST] = &list_screen,
    [SCREEN_PAGE] = &page_screen,
    [SCREEN_BEFORE] = &before_screen,
    [SCREEN_PLAY] = &play_screen,
    [SCREEN_WHY] = &why_screen,
    [SCREEN_DONE] = &done_screen,
    [SCREEN_FEEL] = &feel_screen,
    [SCREEN_QUESTIONS] = &questions_screen,
    [SCREEN_SAFETY] = &safety_screen,
    [SCREEN_HELP] = &help_screen,
    [SCREEN_HELD] = &held_screen,
    [SCREEN_PROFILE] = &profile_screen,
    [SCREEN_ITEM] = &item_screen,
    [SCREEN_ANYWAY] = &anyway_screen,
    [SCREEN_NEXT] = &next_screen,
    [SCREEN_HEARING] = &hearing_screen,

    [SCREEN_NIGHT] = &night_screen,
    [SCREEN_MORNING] = &morning_screen,
    [SCREEN_PLANS] = &plans_screen,
    [SCREEN_PLAN] = &plan_screen,
    [SCREEN_PLAN_PAUSE] = &plan_pause_screen,
    [SCREEN_PLAN_FILE] = &plan_file_screen,
    [SCREEN_DIARY] = &diary_screen,
    [SCREEN_WRITE] = &write_screen,
    [SCREEN_ENTRIES] = &entries_screen,
    [SCREEN_ENTRY] = &entry_screen,
    [SCREEN_FORTNIGHT] = &fortnight_screen,
    [SCREEN_SPASM] = &spasm_screen,
    [SCREEN_MINUTE] = &minute_screen,
    [SCREEN_WITHOUT] = &without_screen,
    [SCREEN_PRACTICE] = &practice_screen,
};

bool act_is(struct act one, struct act other) {
    return one.kind == other.kind && one.value == other.value;
}

// Languages that are written from the right, of those that have the two letters of ISO 639-1.
static bool runs_from_right(const char *language) {
    static const char *const languages[] = {"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv"};
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        if (strcmp(language, languages[i]) == 0) {
            return true;
        }
    }
    return false;
}

void window_set_up(struct window *window, const struct app_options *options) {
    *window = (struct window){.options = options,
                              .house = options->house,
                              .before = -1,
                              .after = -1,
                              .pointer_x = -1,
                              .pointer_y = -1,
                              .stale = true};
    window->from_right = options->from_right || runs_from_right(text_language());
    window->theme = theme_by_setting(options->house->settings.theme);
    window->elements = memory_new(1, sizeof *window->elements);
    *window->elements = (struct elements){.focused = -1, .hovered = -1, .pressed = -1};
}

void window_tear_down(struct window *window) {
    profile_free(window->profile);
    window->profile = NULL;
    plans_free(window->plans);
    window->plans = NULL;
    diary_free(window->diary);
    window->diary = NULL;
    first_today_free(window->day);
    window->day = NULL;
    memory_free(window->notice);
    window->notice = NULL;
    memory_free(window->without);
    window->without = NULL;
    practice_form_free(window->practice);
    window->practice = NULL;
    elements_free(window->elements);
    window->elements = NULL;
}

void window_stale(struct window *window) {
    window->stale = true;
}

void window_small(struct window *window, bool small) {
    if (window->small != small) {
        window->small = small;
        canvas_set_small(window->canvas, small, window->from_right);
        window_stale(window);
    }
}

void window_show(struct window *window, enum screen_name screen) {
    assert(screen < SCREEN_COUNT);
    if (screen != SCREEN_PLAY) {
        window_small(window, false); // the player alone has one
    }
    window->screen = screen;
    window->scroll = (struct scroll){0};
    window->elements->focus = (struct act){ACT_NONE, 0};
    window->elements->focused = -1;
    window->elements->count = 0;
    window->elements->pressed = -1;
    window->input_ms = clock_monotonic_ms();
    window_stale(window);
}

static bool is_over(enum screen_name screen) {
    return screen == SCREEN_SAFETY || screen == SCREEN_HELP || screen == SCREEN_SPASM;
}

void window_over(struct window *window, enum screen_name screen) {
    assert(is_over(screen));
    if (window->screen == screen) {
        return;
    }
    if (window->screen == SCREEN_NIGHT) {
        night_lift(window);
    }
    if (window->screen == SCREEN_MINUTE) {
        minute_leave(window);
    }
    // From one page over a screen to the other: the screen beneath stays the same.
    if (!is_over(window->screen)) {
        window->beneath = window->screen;
        window->beneath_focus = window->elements->focus;
        window->beneath_scroll = window->scroll;
    }
    if (window->screen == SCREEN_PLAY) {
        sitting_pause(window->play->sitting);
    }
    window_show(window, screen);
}

void window_back(struct window *window) {
    if (is_over(window->screen)) {
        window_show(window, window->beneath);
        window->scroll.offset = window->beneath_scroll.offset;
        focus_on(window, window->beneath_focus);
    }
}

static void show_room(struct window *window, enum screen_name screen) {
    // A session is left by its own ways alone.
    if (window->play || window->screen == screen) {
        return;
    }
    profile_leave(window);
    anyway_leave(window);
    plans_leave(window);
    diary_leave(window);
    if (screen == SCREEN_FIRST) {
        first_show(window);
    } else if (screen == SCREEN_PROFILE) {
        profile_show(window, -1);
    } else if (screen == SCREEN_PLANS) {
        plans_show(window);
    } else if (screen == SCREEN_DIARY) {
        diary_show(window, INT64_MAX);
    } else {
        list_show(window);
    }
}

// What was done before, from whatever screen. False: it is another act.
static bool take_back(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_UNDO:
        toast_undo(window);
        return true;
    case ACT_UNTELL:
        profile_untell(window, act.value);
        return true;
    case ACT_ADJUST_BACK:
        page_adjust_act(window, act);
        return true;
    case ACT_TASK_BACK:
        first_today_untick(window, act.value);
        return true;
    case ACT_NOTICE_BACK:
        notice_back(window, act.value);
        return true;
    case ACT_PLAN_UNDO:
        plans_undo(window, act.value);
        return true;
    case ACT_CELL_BACK:
        practice_take_back(window, act.value);
        return true;
    case ACT_DIARY_BACK:
        diary_take_back(window, act.value);
        return true;
    default:
        return false;
    }
}

// To another room, from wherever. False: it is another act.
static bool go_to_room(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_FIRST:
        show_room(window, SCREEN_FIRST);
        return true;
    case ACT_LIST:
        show_room(window, SCREEN_LIST);
        return true;
    case ACT_PLANS:
        show_room(window, SCREEN_PLANS);
        return true;
    case ACT_DIARY:
        show_room(window, SCREEN_DIARY);
        return true;
    case ACT_PROFILE:
        if (act.value >= 0 && !window->play) {
            profile_show(window, act.value);
        } else {
            show_room(window, SCREEN_PROFILE);
        }
        return true;
    default:
        return false;
    }
}

void window_act(struct window *window, struct act act) {
    if (take_back(window, act) || go_to_room(window, act)) {
        return;
    }
    switch (act.kind) {
    case ACT_NONE:
        return;
    case ACT_QUIT:
        profile_leave(window);
        diary_leave(window);
        window->quit = true;
        return;
    case ACT_FULL:
        window_small(window, false);
        canvas_toggle_full(window->canvas);
        window_stale(window);
        return;
    case ACT_SAFETY:
        window_over(window, SCREEN_SAFETY);
        return;
    case ACT_ANYWAY:
        anyway_show(window);
        return;
    case ACT_SPASM:
        spasm_now(window);
        return;
    case ACT_MINUTE:
        minute_show(window);
        return;
    case ACT_WITHOUT:
        without_show(window);
        return;
    case ACT_PRACTICE:
        practice_show(window);
        return;
    case ACT_ENTRIES:
        diary_list_show(window, (enum diary_list_kind)act.value);
        return;
    case ACT_TEXT_SIZE:
        window_text_size(window, act.value);
        return;
    case ACT_HELP:
        // The player has its own, over the picture.
        if (window->screen != SCREEN_PLAY) {
            window_over(window, SCREEN_HELP);
            return;
        }
        break;
    default:
        break;
    }
    if (screens[window->screen]->act) {
        screens[window->screen]->act(window, act);
    }
}
