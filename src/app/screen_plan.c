// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/keys.h"
#include "app/page.h"
#include "app/plan_items.h"
#include "app/plan_side.h"
#include "app/plan_whose.h"
#include "app/plans.h"
#include "app/profile.h"
#include "base/text.h"
#include "run/plan_lines.h"

// The page of a plan: what is asked for, and beside it what can be done with it.

enum { CONTENT = 944, COLUMNS_FROM = 736 };
static const double SIDE_WIDTH = 0.42;

static double put(struct window *window, const char *text, enum text_size size, enum token token,
                  struct box box) {
    if (!text || !*text) {
        return box.y;
    }
    return window_text(window, text, size, token, box);
}

static bool is_kept(const struct window *window) {
    return window->plans->page == PLAN_KEPT;
}

// Whose it is and how long it lasts; a starter that was not begun has no days yet.
static double paint_whose(struct window *window, struct box box) {
    const struct plan *plan = &plans_file(window)->plan;
    struct text_builder line = {0}, left = {0};
    if (window->plans->page != PLAN_STARTER) {
        plan_lines_whose(&line, plan);
    }
    if (is_kept(window) && !plans_is_over(window, window->plans->open)) {
        plan_lines_left(&left, plan, house_today(window->house));
    }
    if (left.length > 0) {
        text_add_format(&line, " \u00b7 %s", left.text);
    }
    box.y = put(window, line.text, TEXT_BODY, TOKEN_TEXT2, box);
    box.y = put(window, plan->goal, TEXT_BODY, TOKEN_TEXT, box);
    text_builder_free(&line);
    text_builder_free(&left);
    return box.y + layout_space(&window->layout, 20);
}

static double paint_asked(struct window *window, bool main, struct box box) {
    const struct plan_file *file = plans_file(window);
    box.y = plan_items(window, file, main, box) + layout_space(&window->layout, 16);
    return plan_notes(window, &file->plan, box);
}

// In one column what can be done comes last, but for a fortnight: nothing in it wants reading
// before it is begun.
static double paint_column(struct window *window, struct box box) {
    struct plans *plans = window->plans;
    double between = layout_space(&window->layout, 24);
    plans->fresh = plan_new_of(window, box);
    if (plans->page == PLAN_STARTER) {
        box.y = plan_side(window, box) + between;
        return paint_asked(window, false, box);
    }
    box.y = plan_new(window, box);
    box.y = paint_asked(window, plans->fresh == NEW_NONE, box) + between;
    return plan_side(window, box);
}

// What is asked beside what can be done where each has room.
static double paint_columns(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    struct plans *plans = window->plans;
    if (box.width < layout_body(layout, COLUMNS_FROM)) {
        return paint_column(window, box);
    }
    double gap = layout_space(layout, 48);
    double side = (box.width - gap) * SIDE_WIDTH;
    struct box left = {box.x, box.y, box.width - side - gap, 0};
    struct box right = {box.x + box.width - side, box.y, side, 0};
    plans->fresh = plan_new_of(window, right);
    left.y = paint_asked(window, plans->page != PLAN_STARTER && plans->fresh != NEW_WHOLE, left);
    right.y = plan_new(window, right);
    return fmax(left.y, plan_side(window, right));
}

static void plan_paint(struct window *window) {
    struct box box = profile_column(window, plans_file(window)->plan.title, CONTENT);
    box.y = paint_whose(window, box);
    profile_column_end(window, paint_columns(window, box));
    const struct key_hint hints[] = {
        {_("Enter"), _("open")}, {"F1", _("keys")}, {"Esc", _("back")}};
    window_hints(window, hints, 3);
}

static void plan_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_OPEN:
        plans_leave(window);
        page_open(window, act.value);
        break;
    case ACT_LOOK:
        plans_leave(window);
        page_look(window, act.value);
        break;
    case ACT_PLAN:
        plans_open(window, PLAN_KEPT, act.value);
        break;
    case ACT_FOLD:
        window->plans->versions = !window->plans->versions;
        window_stale(window);
        break;
    case ACT_TAKE_PLAN:
        plan_side_take(window);
        break;
    case ACT_SIDE:
    case ACT_TELL:
        plan_whose_act(window, act);
        break;
    case ACT_SEEN:
        plan_side_seen(window);
        break;
    case ACT_PLAN_PAUSE:
        plan_pause_show(window);
        break;
    case ACT_PLAN_GO_ON:
        plan_pause_remove(window, act.value);
        break;
    case ACT_PLAN_REMOVE:
        plan_side_remove(window);
        break;
    case ACT_BACK:
        plans_show_all(window);
        break;
    default:
        break;
    }
}

static bool plan_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (keys_is_back(window, event)) {
        plans_show_all(window);
        return true;
    }
    return false;
}

const struct screen plan_screen = {.paint = plan_paint, .key = plan_key, .act = plan_act};
