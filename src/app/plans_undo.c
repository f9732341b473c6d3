// SPDX-License-Identifier: MIT
#include "app/first.h"
#include "app/plans.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/plan_change.h"
#include "store/answers.h"
#include "store/removal.h"

// What was done about plans, taken back.

void plans_did(struct window *window, const char *text, struct plan_step step) {
    struct plans *plans = window->plans;
    // Those of the ring that are overwritten cannot be reached any more.
    int number = plans->step_count++ % UNDO_MAX;
    memory_free(plans->steps[number].pause.reason);
    plans->steps[number] = step;
    window_did(window, text, (struct act){ACT_PLAN_UNDO, number});
}

static bool take_back(struct window *window, struct plan_step *step, struct error *err) {
    struct house *house = window->house;
    const struct plan_shelf *shelf = &window->plans->shelf;
    bool added = false;
    switch (step->kind) {
    case STEP_ADDED:
        return (!step->row[0] || removal_of(house->store, REMOVAL_PLAN, step->row, err)) &&
               (step->side == SIDE_NONE ||
                answers_take_back(house->store, "affected", side_words[step->side], step->side_at_s,
                                  err));
    case STEP_REMOVED:
        return plan_end_undo(house, shelf, step->plan, err);
    case STEP_PAUSED:
        return plan_pause_undo(house, shelf, &step->pause, err);
    case STEP_GOES_ON:
        break;
    }
    return plan_pause(house, shelf, &step->pause, &added, err);
}

// Whatever shows plans shows them as they are now.
static void show_again(struct window *window) {
    if (window->screen == SCREEN_PLAN) {
        plans_again(window);
    } else if (window->screen == SCREEN_PLANS) {
        plans_show_all(window);
    } else if (window->screen == SCREEN_FIRST) {
        first_show(window);
    }
}

void plans_undo(struct window *window, int number) {
    struct error err = {0};
    (void)plans_read(window);
    if (!take_back(window, &window->plans->steps[number], &err)) {
        window_say(window, err.text);
        return;
    }
    show_again(window);
    window_say(window, _("Taken back."));
}
