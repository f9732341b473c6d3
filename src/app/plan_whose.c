// SPDX-License-Identifier: MIT
#include "app/plan_whose.h"

#include "app/element.h"
#include "app/focus.h"
#include "app/plan_items.h"
#include "app/profile.h"
#include "base/text.h"
#include "run/plan_profile.h"
#include "run/words.h"
#include "store/answers.h"

enum { GROUP_SIDES = 3, GROUP_KEEP };

static const struct plan *coming(const struct window *window) {
    return &window->plans->coming.file.plan;
}

bool plan_whose_differs(const struct window *window) {
    const struct plan_whose *whose = &window->plans->whose;
    return whose->asked && whose->told != SIDE_NONE &&
           !plan_profile_is_for(coming(window), whose->told);
}

static double put_question(struct window *window, struct box box) {
    const char *const labels[] = {_("Left"), _("Right"), _("Both sides")};
    static const int values[] = {SIDE_LEFT, SIDE_RIGHT, SIDE_BOTH};
    enum { SIDES = sizeof values / sizeof *values };
    const struct layout *layout = &window->layout;
    struct chips chips = {.labels = labels,
                          .values = values,
                          .count = SIDES,
                          .act = ACT_SIDE,
                          .chosen = -1,
                          .main = -1,
                          .group = GROUP_SIDES};
    for (int i = 0; i < SIDES; i++) {
        chips.chosen = window->plans->whose.told == (enum side)values[i] ? i : chips.chosen;
    }
    element_head(window, box.y);
    box.y = window_text(window, _("Which side of your face is it? Lift the hand on that side."),
                        TEXT_BODY, TOKEN_TEXT, box) +
            layout_space(layout, 8);
    box.y = profile_chips(window, &chips, box);
    element_no_head(window);
    return box.y + layout_space(layout, 16);
}

// What differs, and what can be done about it.
static double put_other(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct plan *plan = coming(window);
    struct text_builder text = {0};
    text_add_format(&text,
                    plan->affected != SIDE_NONE
                        // TRANSLATORS: both are sides of the face: left, right, both sides
                        ? _("The plan is written for: %s. You say: %s.")
                        : _("What it asks for is for: %s. You say: %s."),
                    words_side(plan_profile_side(plan)), words_side(window->plans->whose.told));
    box.y = plan_signed_line(window, ICON_CARE, text.text, TOKEN_TEXT, box);
    text_builder_free(&text);
    box.y = window_text(window,
                        _("It may be meant for somebody else, or the sides were mixed up when it "
                          "was written. Leave it for now and ask whoever wrote it."),
                        TEXT_BODY, TOKEN_TEXT, box) +
            layout_space(layout, 8);
    if (plan->contact) {
        box.y = plan_signed_line(window, ICON_PHONE, plan->contact, TOKEN_TEXT, box);
    }
    return window_text(window,
                       _("If it is yours all the same: what it says of sides is played as it is "
                         "written."),
                       TEXT_SMALL, TOKEN_TEXT2, box) +
           layout_space(layout, 16);
}

// What her profile says of it, and whether the answer goes there.
static double put_keep(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct plan_whose *whose = &window->plans->whose;
    const char *const label = _("Keep this side in my profile");
    struct text_builder text = {0};
    if (whose->own == SIDE_NONE) {
        text_add(&text, _("Your profile names no side yet."));
    } else {
        // TRANSLATORS: a side of the face: left, right, both sides
        text_add_format(&text, _("Your profile says: %s."), words_side(whose->own));
    }
    element_head(window, box.y);
    box.y = window_text(window, text.text, TEXT_SMALL, TOKEN_TEXT2, box) + layout_space(layout, 8);
    text_builder_free(&text);
    box.y += element_chips(window, &label, 1, whose->keeps, box, ACT_TELL, GROUP_KEEP);
    element_no_head(window);
    return box.y + layout_space(layout, 20);
}

double plan_whose(struct window *window, struct box box) {
    const struct plan_whose *whose = &window->plans->whose;
    if (!whose->asked) {
        return box.y;
    }
    box.y = put_question(window, box);
    if (plan_whose_differs(window)) {
        return put_other(window, box);
    }
    return whose->told != SIDE_NONE && whose->told != whose->own ? put_keep(window, box) : box.y;
}

void plan_whose_act(struct window *window, struct act act) {
    struct plan_whose *whose = &window->plans->whose;
    if (act.kind == ACT_TELL) {
        whose->keeps = !whose->keeps;
    } else {
        whose->told = (enum side)act.value;
        whose->keeps = false; // that was said of the other answer
    }
    window_stale(window);
}

bool plan_whose_is_told(struct window *window) {
    const struct plan_whose *whose = &window->plans->whose;
    if (whose->asked && whose->told == SIDE_NONE) {
        window_say(window, _("Say which side of your face it is first: this plan is for one."));
        focus_on(window, (struct act){ACT_SIDE, SIDE_LEFT});
        return false;
    }
    return true;
}

bool plan_whose_keep(struct window *window, struct plan_step *step, struct error *err) {
    const struct plan_whose *whose = &window->plans->whose;
    struct wall now = clock_wall_now(&window->house->clock);
    if (!whose->asked || !whose->keeps) {
        return true;
    }
    if (!answers_set(window->house->store, "affected", side_words[whose->told], "self", now, err)) {
        return false;
    }
    step->side = whose->told;
    step->side_at_s = now.utc_s;
    return true;
}
