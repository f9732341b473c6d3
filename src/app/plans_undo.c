// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/first.h"
#include "app/plans.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/removal.h"

// What was done about plans, taken back.

void plans_did(struct window *window, const char *text, struct plan_step step) {
    struct plans *plans = window->plans;
    // Those of the ring that are overwritten cannot be reached any more.
    int number = plans->step_count++ % UNDO_MAX;
    memory_free(plans->steps[number].removed.reason);
    plans->steps[number] = step;
    window_did(window, text, (struct act){ACT_PLAN_UNDO, number});
}

// A pause comes back as another entry: the step that had told it takes back that one.
static bool pause_again(struct window *window, struct plan_step *step, struct error *err) {
    struct plans *plans = window->plans;
    char before[UUID_TEXT_MAX];
    text_copy(before, sizeof before, step->removed.row);
    if (!plan_pauses_add(window->house->store, &step->removed,
                         clock_wall_now(&window->house->clock), err)) {
        return false;
    }
    for (int i = 0; i < UNDO_MAX; i++) {
        if (plans->steps[i].kind == STEP_PAUSED && strcmp(plans->steps[i].row, before) == 0) {
            text_copy(plans->steps[i].row, sizeof plans->steps[i].row, step->removed.row);
        }
    }
    return true;
}

static bool take_back(struct window *window, struct plan_step *step, struct error *err) {
    struct store *store = window->house->store;
    struct wall now = clock_wall_now(&window->house->clock);
    switch (step->kind) {
    case STEP_ADDED:
        return removal_of(store, REMOVAL_PLAN, step->row, err);
    case STEP_REMOVED:
        return plans_restore(store, step->plan, now, err);
    case STEP_PAUSED:
        return removal_of(store, REMOVAL_PLAN_PAUSE, step->row, err);
    case STEP_GOES_ON:
        break;
    }
    return pause_again(window, step, err);
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
    if (!take_back(window, &window->plans->steps[number], &err)) {
        window_say(window, err.text);
        return;
    }
    show_again(window);
    window_say(window, _("Taken back."));
}
