// SPDX-License-Identifier: MIT
#include <assert.h>
#include <string.h>

#include "app/element.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/keys.h"
#include "app/plans.h"
#include "app/profile.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/plan_change.h"
#include "run/plan_lines.h"

// A pause of a plan: from which day, for how long, and why, by chips alone or in own words. Paused
// days are rest days: nothing is asked for, and nothing of them counts.

enum { WIDTH = 760, AHEAD_MOST = 366, DAYS_MOST = 366 };
enum { GROUP_FROM = 1, GROUP_DAYS, GROUP_WHY, GROUP_ALL };

// The values of ACT_STEP: chips of four kinds.
enum {
    CHIPS_FROM = 0,
    CHIPS_TODAY = 1,
    CHIPS_DAYS = 16,
    CHIPS_WHY = 32,
    CHIPS_ALL = 48,
    CHIPS_MOST = 8
};

static const struct {
    const char *label;
    int days; // from today, or by so many where `steps`
    bool steps;
} froms[] = {
    {N_("Yesterday"), -1, false},    {N_("Today"), 0, false},      {N_("Tomorrow"), 1, false},
    {N_("A day earlier"), -1, true}, {N_("A day later"), 1, true}, {N_("A week later"), 7, true},
};
static const struct {
    const char *label;
    int days;
    bool steps;
} lengths[] = {
    {N_("One day"), 1, false},    {N_("Two days"), 2, false},    {N_("A week"), 7, false},
    {N_("Two weeks"), 14, false}, {N_("A day longer"), 1, true}, {N_("A day shorter"), -1, true},
};
// What keeps people from their exercises, as studies name it (domain.md 7.3).
static const char *const reasons[] = {N_("away"),
                                      N_("ill"),
                                      N_("no time"),
                                      N_("it hurts"),
                                      N_("I doubt it helps"),
                                      N_("not clear how to do it")};
enum {
    FROMS = sizeof froms / sizeof *froms,
    LENGTHS = sizeof lengths / sizeof *lengths,
    REASONS = sizeof reasons / sizeof *reasons,
    REASON_HURTS = 3,
};

static struct plan_telling *telling_of(const struct window *window) {
    return &window->plans->telling;
}

static int64_t last_day(const struct plan_telling *telling) {
    return telling->from + telling->days - 1;
}

void plan_pause_show(struct window *window) {
    plans_take_field(window);
    *telling_of(window) =
        (struct plan_telling){.from = house_today(window->house), .days = 1, .reason = -1};
    window_show(window, SCREEN_PLAN_PAUSE);
    focus_on(window, (struct act){ACT_STEP, CHIPS_TODAY});
}

// One kind of chips below its question.
struct kind {
    const char *question;
    const char *const *labels;
    int count, first;
    int chosen; // -1: none
    int group;
};

static double put_chips(struct window *window, const struct kind *kind, struct box box) {
    int values[CHIPS_MOST];
    for (int i = 0; i < kind->count; i++) {
        values[i] = kind->first + i;
    }
    const struct chips chips = {.labels = kind->labels,
                                .values = values,
                                .count = kind->count,
                                .act = ACT_STEP,
                                .chosen = kind->chosen,
                                .main = -1,
                                .group = kind->group};
    element_head(window, box.y);
    box.y = window_text(window, kind->question, TEXT_BODY, TOKEN_TEXT, box) +
            layout_space(&window->layout, 8);
    box.y = profile_chips(window, &chips, box);
    element_no_head(window);
    return box.y + layout_space(&window->layout, 20);
}

static double put_days(struct window *window, struct box box) {
    const struct plan_telling *telling = telling_of(window);
    const char *labels[CHIPS_MOST];
    int64_t today = house_today(window->house);
    int chosen = -1;
    for (int i = 0; i < FROMS; i++) {
        labels[i] = _(froms[i].label);
        chosen = !froms[i].steps && telling->from == today + froms[i].days ? i : chosen;
    }
    box.y = put_chips(
        window, &(struct kind){_("From which day?"), labels, FROMS, CHIPS_FROM, chosen, GROUP_FROM},
        box);
    chosen = -1;
    for (int i = 0; i < LENGTHS; i++) {
        labels[i] = _(lengths[i].label);
        chosen = !lengths[i].steps && telling->days == lengths[i].days ? i : chosen;
    }
    return put_chips(
        window, &(struct kind){_("For how long?"), labels, LENGTHS, CHIPS_DAYS, chosen, GROUP_DAYS},
        box);
}

static double put_why(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct plan_telling *telling = telling_of(window);
    const char *labels[CHIPS_MOST];
    for (int i = 0; i < REASONS; i++) {
        labels[i] = _(reasons[i]);
    }
    box.y = put_chips(window,
                      &(struct kind){_("Why, if you like: your therapist sees it too."), labels,
                                     REASONS, CHIPS_WHY, telling->reason, GROUP_WHY},
                      box) -
            layout_space(layout, 8);
    double height = layout_body(layout, 48);
    element_entry(window, _("Why, in your own words"), _("Your own words"),
                  (struct box){box.x, box.y, box.width, height}, false);
    box.y += height + layout_space(layout, 12);
    if (telling->reason == REASON_HURTS) {
        box.y = window_text(
                    window,
                    _("What hurts is worth telling your therapist: a plan can be made smaller."),
                    TEXT_SMALL, TOKEN_TEXT, box) +
                layout_space(layout, 8);
    }
    return box.y + layout_space(layout, 8);
}

static double put_keep(struct window *window, struct box box) {
    const struct plan_telling *telling = telling_of(window);
    struct text_builder days = {0}, line = {0};
    plan_lines_pause(&days, telling->from, last_day(telling), NULL);
    // TRANSLATORS: %s are days
    text_add_format(&line, _("Rest days: %s"), days.text);
    box.y = window_text(window, line.text, TEXT_STRONG, TOKEN_TEXT, box) +
            layout_space(&window->layout, 12);
    text_builder_free(&days);
    text_builder_free(&line);
    const struct flow_button keep[] = {
        {{.kind = BUTTON_PRIMARY, .icon = ICON_PAUSE, .label = _("Rest on these days")},
         {ACT_DONE, 0}}};
    return flow_buttons(window, keep, 1, box, true);
}

static double put_scope(struct window *window, struct box box) {
    const struct plan *plans[PLANS_MAX];
    const char *const labels[] = {_("This plan"), _("All plans")};
    int count = plan_shelf_in_force(&window->plans->shelf, house_today(window->house), plans);
    if (count < 2) {
        return box.y;
    }
    return put_chips(
        window,
        &(struct kind){_("Which plans?"), labels, 2, CHIPS_ALL, telling_of(window)->all, GROUP_ALL},
        box);
}

static void pause_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    struct box box = profile_column(window, plans_file(window)->plan.title, WIDTH);
    box.y = window_text(
                window,
                _("Pause some days. They are rest days: nothing is asked for, and nothing of them "
                  "counts."),
                TEXT_BODY, TOKEN_TEXT2, box) +
            layout_space(layout, 20);
    box.y = put_days(window, box);
    box.y = put_scope(window, box);
    box.y = put_why(window, box);
    profile_column_end(window, put_keep(window, box));
    const struct key_hint hints[] = {{_("Enter"), _("choose")}, {"Esc", _("back")}};
    window_hints(window, hints, 2);
}

// A pause reaches back two days at most.
static void step_from(struct window *window, int chip) {
    assert(chip < FROMS);
    struct plan_telling *telling = telling_of(window);
    int64_t today = house_today(window->house);
    int64_t from = (froms[chip].steps ? telling->from : today) + froms[chip].days;
    from = from < today - PLAN_PAUSE_BACK ? today - PLAN_PAUSE_BACK : from;
    telling->from = from > today + AHEAD_MOST ? today + AHEAD_MOST : from;
}

static void step_days(struct plan_telling *telling, int chip) {
    assert(chip < LENGTHS);
    int days = (lengths[chip].steps ? telling->days : 0) + lengths[chip].days;
    telling->days = days < 1 ? 1 : days > DAYS_MOST ? DAYS_MOST : days;
}

static void step(struct window *window, int value) {
    struct plan_telling *telling = telling_of(window);
    if (value >= CHIPS_ALL) {
        telling->all = value > CHIPS_ALL;
    } else if (value >= CHIPS_WHY) {
        int reason = value - CHIPS_WHY;
        telling->reason = telling->reason == reason ? -1 : reason;
    } else if (value >= CHIPS_DAYS) {
        step_days(telling, value - CHIPS_DAYS);
    } else {
        step_from(window, value);
    }
    window_stale(window);
}

static void add_reason(const struct window *window, struct text_builder *text) {
    const struct plan_telling *telling = telling_of(window);
    const char *own = window->field.text + strspn(window->field.text, " ");
    if (telling->reason >= 0) {
        text_add(text, _(reasons[telling->reason]));
    }
    if (*own) {
        text_add_format(text, "%s%s", text->length > 0 ? ": " : "", own);
    }
}

static void leave(struct window *window) {
    plans_leave(window);
    plans_again(window);
}

static void keep(struct window *window) {
    const struct plan_telling *telling = telling_of(window);
    struct plan_step step = {.kind = STEP_PAUSED,
                             .pause = {.from = telling->from, .to = last_day(telling)}};
    struct text_builder reason = {0};
    struct error err = {0};
    bool added = false;
    if (!plans_can_keep(window)) {
        return;
    }
    add_reason(window, &reason);
    step.pause.reason = reason.text;
    if (!telling->all) {
        text_copy(step.pause.plan, sizeof step.pause.plan, plans_file(window)->plan.id);
    }
    if (plan_pause(window->house, &window->plans->shelf, &step.pause, &added, &err)) {
        leave(window);
        plans_did(window, _("Kept as rest days."), step);
        return;
    }
    window_say(window, err.text);
    text_builder_free(&reason);
}

void plan_pause_remove(struct window *window, int index) {
    const struct plan_shelf *shelf = &window->plans->shelf;
    struct error err = {0};
    if (index >= shelf->stored_pauses.count || !plans_can_keep(window)) {
        return;
    }
    struct plan_step step = {.kind = STEP_GOES_ON, .pause = shelf->stored_pauses.pauses[index]};
    if (!plan_pause_undo(window->house, shelf, &step.pause, &err)) {
        window_say(window, err.text);
        return;
    }
    step.pause.reason = step.pause.reason ? memory_text(step.pause.reason) : NULL;
    plans_again(window);
    plans_did(window, _("The pause is taken away."), step);
}

static void pause_act(struct window *window, struct act act) {
    if (act.kind == ACT_STEP) {
        step(window, act.value);
    } else if (act.kind == ACT_DONE) {
        keep(window);
    } else if (act.kind == ACT_BACK) {
        leave(window);
    }
}

static bool pause_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (keys_is_back(window, event)) {
        leave(window);
        return true;
    }
    if (keys_is_enter(event) && focus_is_on(window, (struct act){ACT_WRITE, 0})) {
        keep(window);
        return true;
    }
    return false;
}

const struct screen plan_pause_screen = {.paint = pause_paint, .key = pause_key, .act = pause_act};
