// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/ask.h"
#include "app/element.h"
#include "app/first.h"
#include "app/fortnight.h"
#include "app/keys.h"
#include "app/list.h"
#include "app/plan_side.h"
#include "app/plans.h"
#include "base/log.h"
#include "base/text.h"
#include "draw/breath.h"
#include "run/day_words.h"
#include "run/once.h"
#include "run/plan_words.h"
#include "store/sessions.h"

static const char quiet[] = "starter-quiet";

static const struct starter *quiet_of(const struct window *window) {
    const struct starters *starters = &window->plans->starters;
    for (int i = 0; i < starters->count; i++) {
        const struct starter *starter = &starters->starters[i];
        if (!starter->error && strcmp(starter->file.plan.id, quiet) == 0) {
            return starter;
        }
    }
    return NULL;
}

// Whether she has just begun: a session was finished, and not many were.
static bool has_just_begun(const struct window *window) {
    enum { FIRST_SESSIONS = 3 };
    const struct house *house = window->house;
    struct session_list list = {0};
    struct error err = {0};
    int complete = 0;
    if (!sessions_list(house->store, INT64_MIN, INT64_MAX, house->settings.day_starts_min,
                       clock_wall_now(&house->clock), &list, &err)) {
        log_warning("%s", err.text);
    }
    for (int i = 0; i < list.count; i++) {
        complete += list.records[i].status == SESSION_COMPLETE;
    }
    session_list_free(&list);
    return complete > 0 && complete <= FIRST_SESSIONS;
}

bool fortnight_offer(struct window *window) {
    bool keeps = window->house->store && !window->options->request->no_record && !window->nobody;
    if (!keeps || !once_is_due(window->house, ONCE_FORTNIGHT) || !has_just_begun(window) ||
        !plans_read(window) || window->plans->shelf.book.version_count > 0) {
        return false;
    }
    plans_read_starters(window);
    if (!quiet_of(window) || !once_remember(window->house, ONCE_FORTNIGHT)) {
        return false;
    }
    window_show(window, SCREEN_FORTNIGHT);
    return true;
}

static double apart(const struct window *window, double design) {
    return layout_space(&window->layout, window_is_compact(window) ? design / 2 : design);
}

// "After breakfast: Let the face go, 5 min".
static double put_item(struct window *window, const struct starter *starter, int item,
                       struct box box) {
    const struct plan_item *asked = &starter->file.plan.items[item];
    char length[DAY_WORDS_LENGTH_MAX];
    struct text_builder line = {0};
    if (asked->note) {
        text_add_format(&line, "%s: ", asked->note);
    }
    plan_words_name(&line, &starter->file, &window->house->catalog, item);
    text_add_format(&line, ", %s", day_words_length(starter->item_ms[item], length));
    box.y = ask_line(window, line.text, TEXT_BODY, TOKEN_TEXT, box);
    text_builder_free(&line);
    return box.y + layout_space(&window->layout, 4);
}

static double put_ways(struct window *window, struct box box) {
    const struct choice ways[] = {
        {{.kind = BUTTON_PRIMARY, .label = _("Yes"), .large = !window_is_compact(window)},
         {ACT_TAKE_PLAN, 0}},
        {{.kind = BUTTON_SECONDARY, .label = _("Look around")}, {ACT_LIST, 0}},
        {{.kind = BUTTON_SECONDARY, .label = _("Not now")}, {ACT_FIRST, 0}},
    };
    const struct choice plan = {{.kind = BUTTON_QUIET, .label = _("I have a plan"), .plain = true},
                                {ACT_PLANS, 0}};
    box.y = ask_buttons(window, ways, 3, box) + apart(window, 16);
    return ask_buttons(window, &plan, 1, box);
}

static void fortnight_paint(struct window *window) {
    const struct starter *starter = quiet_of(window);
    const char *question = _("Would you like a quiet fortnight?");
    struct box box;
    ask_ground(window);
    if (!ask_column(window, 760, question, &box)) {
        double mark = layout_body(&window->layout, window_is_compact(window) ? 20 : 34);
        if (element_is_seen(window, (struct box){box.x, box.y, box.width, 2 * mark})) {
            lamp_mark_paint(window->cairo, &window->theme, box_middle_x(box), box.y + mark, mark);
        }
        box.y += 2 * mark + apart(window, 20);
        box.y = ask_question(window, NULL, question, box) + apart(window, 20);
    }
    for (int i = 0; i < starter->file.plan.item_count; i++) {
        box.y = put_item(window, starter, i, box);
    }
    box.y =
        ask_line(window, _("For two weeks. It ends by itself, and you can leave it on any day."),
                 TEXT_BODY, TOKEN_TEXT2,
                 (struct box){box.x, box.y + apart(window, 8), box.width, 0}) +
        apart(window, 32);
    ask_column_end(window, put_ways(window, box));
    const struct key_hint hints[] = {{_("Enter"), _("yes")}, {"Esc", _("not now")}};
    window_hints(window, hints, 2);
}

bool fortnight_begin(struct window *window, const char *id) {
    plans_enter(window);
    return plan_side_begin(window, id);
}

static void fortnight_act(struct window *window, struct act act) {
    if (act.kind == ACT_TAKE_PLAN) {
        bool begun = fortnight_begin(window, quiet);
        if (begun) {
            first_show(window);
        }
    }
}

static bool fortnight_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (!keys_is_back(window, event)) {
        return false;
    }
    first_show(window);
    return true;
}

const struct screen fortnight_screen = {
    .paint = fortnight_paint, .key = fortnight_key, .act = fortnight_act};
