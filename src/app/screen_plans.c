// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/flow.h"
#include "app/keys.h"
#include "app/plans.h"
#include "app/profile.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/plan_lines.h"

// All plans, the shipped fortnights to begin with, and the way in for a therapist's plan.

enum { GROUP_KEPT = 1, GROUP_ENDED, GROUP_STARTERS, CONTENT = 944, COLUMNS_FROM = 736 };

static double put_head(struct window *window, const char *text, struct box box) {
    element_head(window, box.y);
    return window_text(window, text, TEXT_STRONG, TOKEN_TEXT, box) +
           layout_space(&window->layout, 4);
}

static double put_row(struct window *window, const struct row *row, struct act act, int group,
                      struct box box) {
    return element_row_in_line(window, row, box, act, group) + layout_space(&window->layout, 4);
}

static double put_plans(struct window *window, const int *versions, int count, int group,
                        struct box box) {
    const struct plan_shelf *shelf = &window->plans->shelf;
    for (int i = 0; i < count; i++) {
        const struct plan *plan = shelf->book.versions[versions[i]].plan;
        struct text_builder line = {0}, left = {0};
        plan_lines_whose(&line, plan);
        plan_lines_left(&left, plan, house_today(window->house));
        if (left.length > 0 && shelf->book.versions[versions[i]].removed == INT64_MAX) {
            text_add_format(&line, " \u00b7 %s", left.text);
        }
        const struct row row = {.title = plan->title, .line = line.text};
        box.y = put_row(window, &row, (struct act){ACT_PLAN, versions[i]}, group, box);
        text_builder_free(&line);
        text_builder_free(&left);
    }
    return box.y;
}

static double paint_kept(struct window *window, struct box box) {
    const struct plans *plans = window->plans;
    int *versions = memory_new((size_t)plans->shelf.book.version_count + 1, sizeof *versions);
    int count = plans_newest(window, false, versions);
    box.y = put_head(window, _("Your plans"), box);
    if (count == 0) {
        box.y = window_text(window,
                            _("No plan is in force. Nothing is asked for, and everything can be "
                              "played as you like."),
                            TEXT_BODY, TOKEN_TEXT2, box) +
                layout_space(&window->layout, 4);
    }
    box.y = put_plans(window, versions, count, GROUP_KEPT, box);
    element_no_head(window);
    count = plans_newest(window, true, versions);
    if (count > 0) {
        char title[64];
        text_format(
            title, sizeof title,
            text_translate_count("%d earlier plan", "%d earlier plans", (unsigned long)count),
            count);
        const struct row row = {.title = title, .value = plans->ended ? _("hide") : _("show")};
        box.y = put_row(window, &row, (struct act){ACT_FOLD, PLANS_FOLD_ENDED}, 0, box);
        box.y = plans->ended ? put_plans(window, versions, count, GROUP_ENDED, box) : box.y;
    }
    memory_free(versions);
    return box.y;
}

static double paint_add(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    box.y = put_head(window, _("A plan from your therapist"), box);
    box.y = window_text(window, _("Drop its file on this window, or say where it lies."), TEXT_BODY,
                        TOKEN_TEXT2, box) +
            layout_space(layout, 12);
    const struct flow_button ways[] = {
        {{.kind = BUTTON_SECONDARY, .icon = ICON_PLAN, .label = _("Open a plan file"), .key = "O"},
         {ACT_PLAN_FILE, 0}}};
    box.y = flow_buttons(window, ways, 1, box, true);
    element_no_head(window);
    return box.y;
}

static double paint_starters(struct window *window, struct box box) {
    const struct starters *starters = &window->plans->starters;
    bool any = false;
    for (int i = 0; i < starters->count; i++) {
        const struct starter *starter = &starters->starters[i];
        const struct plan *plan = &starter->file.plan;
        char length[DAY_WORDS_LENGTH_MAX];
        struct text_builder line = {0};
        if (starter->error) {
            continue;
        }
        box.y = any ? box.y : put_head(window, _("A fortnight to begin with"), box);
        int version = plans_find(window, plan->id);
        if (version >= 0 && !plans_is_over(window, version)) {
            text_add(&line, _("In force"));
        } else {
            text_add(&line, plan->goal ? plan->goal : "");
        }
        // TRANSLATORS: %s is how long something takes: "8½ min"
        char value[48];
        text_format(value, sizeof value, _("%s a day"), day_words_length(starter->day_ms, length));
        const struct row row = {.title = plan->title, .line = line.text, .value = value};
        box.y = put_row(window, &row, (struct act){ACT_STARTER, i}, GROUP_STARTERS, box);
        element_no_head(window);
        text_builder_free(&line);
        any = true;
    }
    return box.y;
}

// Beside one another where each has room, else under one another.
static double paint_all(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    double gap = layout_space(layout, 48);
    double between = layout_space(layout, 24);
    bool columns = box.width >= layout_body(layout, COLUMNS_FROM);
    struct box left = {box.x, box.y, columns ? (box.width - gap) / 2 : box.width, 0};
    left.y = paint_kept(window, left);
    if (!columns) {
        left.y =
            paint_starters(window, (struct box){left.x, left.y + between, left.width, left.height});
        left.y += between;
        return paint_add(window, left);
    }
    left.y += between;
    left.y = paint_add(window, left);
    struct box right = {box.x + left.width + gap, box.y, left.width, 0};
    return fmax(left.y, paint_starters(window, right));
}

static void plans_paint(struct window *window) {
    struct box box = profile_column(window, _("Plans"), CONTENT);
    profile_column_end(window, paint_all(window, box));
    const struct key_hint hints[] = {{_("Enter"), _("open")},
                                     {"O", _("open a plan file")},
                                     {"F1", _("keys")},
                                     {"Esc", _("back")}};
    window_hints(window, hints, 4);
}

static void plans_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_PLAN:
        plans_open(window, PLAN_KEPT, act.value);
        break;
    case ACT_STARTER:
        plans_open(window, PLAN_STARTER, act.value);
        break;
    case ACT_PLAN_FILE:
        plan_file_show(window);
        break;
    case ACT_FOLD:
        window->plans->ended = !window->plans->ended;
        window_stale(window);
        break;
    case ACT_BACK:
        plans_close(window);
        break;
    default:
        break;
    }
}

static bool plans_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (event->repeat) {
        return false;
    }
    if (event->keysym.sym == SDLK_o) {
        plan_file_show(window);
        return true;
    }
    if (keys_is_back(window, event)) {
        plans_close(window);
        return true;
    }
    return false;
}

const struct screen plans_screen = {.paint = plans_paint, .key = plans_key, .act = plans_act};
