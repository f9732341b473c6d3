// SPDX-License-Identifier: MIT
#include "app/plans.h"

#include <string.h>

#include "app/element.h"
#include "app/field.h"
#include "app/first.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/list.h"
#include "app/page.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/plan_profile.h"
#include "run/plan_seen.h"
#include "run/profile_read.h"

// What the screens of plans share: what is kept, what is open, and where it was opened.

static void forget_step(struct plan_step *step) {
    memory_free(step->pause.reason);
    *step = (struct plan_step){.kind = STEP_ADDED};
}

void plans_drop_coming(struct plans *plans) {
    if (plans->has_coming) {
        plan_coming_free(&plans->coming);
        text_builder_free(&plans->warnings);
        text_builder_free(&plans->differs);
        plans->whose = (struct plan_whose){0};
        plans->has_coming = false;
    }
}

// What in it is otherwise than what she told, one to a line; and whether her side is asked.
static void tell_differences(struct window *window) {
    struct plans *plans = window->plans;
    struct plan_difference differences[PLAN_DIFFERENCES_MAX];
    struct profile own = {0};
    struct error err = {0};
    if (!profile_read(window->house->store, clock_wall_now(&window->house->clock), &own, &err)) {
        log_warning("%s", err.text);
        return;
    }
    int count = plan_profile_compare(&plans->coming.file.plan, &own, differences);
    for (int i = 0; i < count; i++) {
        text_add(&plans->differs, i > 0 ? "\n" : "");
        plan_profile_words(&plans->differs, &differences[i]);
    }
    plans->whose =
        (struct plan_whose){.asked = plan_profile_asks_side(&plans->coming.file.plan, &own),
                            .own = own.affected,
                            .told = SIDE_NONE};
}

void plans_take_coming(struct window *window, struct plan_coming *coming,
                       const struct faults *faults) {
    struct plans *plans = window->plans;
    plans_drop_coming(plans);
    plans->coming = *coming;
    plans->has_coming = true;
    *coming = (struct plan_coming){0};
    // The faults of a plan that can be taken over are warnings.
    for (int i = 0; i < faults->count; i++) {
        text_add_format(&plans->warnings, "%s%s", i > 0 ? "\n" : "", faults->items[i].why);
    }
    tell_differences(window);
}

void plans_free(struct plans *plans) {
    if (!plans) {
        return;
    }
    plan_shelf_free(&plans->shelf);
    starters_free(&plans->starters);
    plans_drop_coming(plans);
    text_builder_free(&plans->faults);
    text_builder_free(&plans->refusal);
    for (int i = 0; i < UNDO_MAX; i++) {
        forget_step(&plans->steps[i]);
    }
    memory_free(plans);
}

bool plans_read(struct window *window) {
    struct plans *plans = window->plans;
    struct error err = {0};
    if (!plans) {
        plans = window->plans = memory_new(1, sizeof *plans);
    }
    plan_shelf_free(&plans->shelf);
    if (!plan_shelf_read(window->house, &plans->shelf, &err)) {
        log_warning("%s", err.text);
        window_say(window, err.text);
        return false;
    }
    return true;
}

bool plans_can_keep(struct window *window) {
    bool keeps = window->house->store && !window->options->request->no_record;
    if (!keeps) {
        window_say(window, _("Nothing is kept in this session."));
    }
    return keeps;
}

static const struct plan *plan_of(const struct plan_shelf *shelf, int version) {
    return shelf->book.versions[version].plan;
}

static int newest_of(const struct plan_shelf *shelf, const char *id) {
    for (int i = shelf->book.version_count - 1; i >= 0; i--) {
        if (strcmp(plan_of(shelf, i)->id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int plans_find(const struct window *window, const char *id) {
    const struct plan_shelf *shelf = &window->plans->shelf;
    int version = newest_of(shelf, id);
    return version >= 0 && shelf->book.versions[version].removed == INT64_MAX ? version : -1;
}

bool plans_is_over(const struct window *window, int version) {
    const struct plan_version *kept = &window->plans->shelf.book.versions[version];
    return kept->removed != INT64_MAX || kept->plan->to < house_today(window->house);
}

int plans_newest(const struct window *window, bool ended, int *versions) {
    const struct plan_shelf *shelf = &window->plans->shelf;
    int count = 0;
    for (int i = 0; i < shelf->book.version_count; i++) {
        int newest = newest_of(shelf, plan_of(shelf, i)->id);
        if (plan_seen_before(shelf, i) < 0 && plans_is_over(window, newest) == ended) {
            versions[count++] = newest;
        }
    }
    return count;
}

const struct plan_file *plans_file(const struct window *window) {
    const struct plans *plans = window->plans;
    switch (plans->page) {
    case PLAN_STARTER:
        return &plans->starters.starters[plans->open].file;
    case PLAN_COMING:
        return plans->has_coming ? &plans->coming.file : NULL;
    case PLAN_KEPT:
        break;
    }
    return plans->open < plans->shelf.book.version_count
               ? plan_shelf_file(&plans->shelf, plan_of(&plans->shelf, plans->open))
               : NULL;
}

const struct stored_plan *plans_stored(const struct window *window) {
    const struct plans *plans = window->plans;
    bool kept = plans->page == PLAN_KEPT && plans_file(window);
    return kept ? plan_shelf_stored(&plans->shelf, plan_of(&plans->shelf, plans->open)) : NULL;
}

static bool is_in_room(enum screen_name screen) {
    return screen == SCREEN_PLANS || screen == SCREEN_PLAN || screen == SCREEN_PLAN_PAUSE ||
           screen == SCREEN_PLAN_FILE;
}

void plans_enter(struct window *window) {
    bool read = plans_read(window);
    struct plans *plans = window->plans;
    if (!is_in_room(window->screen)) {
        plans->from = window->screen == SCREEN_LIST ? SCREEN_LIST : SCREEN_FIRST;
    }
    if (!read) {
        plans->page = PLAN_KEPT;
    }
}

void plans_take_field(struct window *window) {
    struct plans *plans = window->plans;
    if (!plans->has_kept) {
        plans->kept = window->field;
        plans->has_kept = true;
    }
    field_set(&window->field, "");
}

void plans_leave(struct window *window) {
    struct plans *plans = window->plans;
    if (plans && plans->has_kept) {
        window->field = plans->kept;
        plans->has_kept = false;
    }
}

void plans_close(struct window *window) {
    plans_leave(window);
    if (window->plans->from == SCREEN_LIST) {
        list_show(window);
    } else {
        first_show(window);
    }
}

void plans_read_starters(struct window *window) {
    if (!window->plans->starters_read) {
        starters_read(window->house, &window->plans->starters);
        window->plans->starters_read = true;
    }
}

void plans_open(struct window *window, enum plan_page page, int open) {
    plans_enter(window);
    plans_read_starters(window);
    window->plans->page = page;
    window->plans->open = open;
    window->plans->versions = false;
    window->plans->seen = false;
    gates_weigh(window);
    window_show(window, SCREEN_PLAN);
}

void plans_again(struct window *window) {
    char id[ROUTINE_ID_MAX + 1];
    if (!plans_file(window)) {
        plans_show_all(window);
        return;
    }
    text_copy(id, sizeof id, plans_file(window)->plan.id);
    bool kept = window->plans->page == PLAN_KEPT;
    int version = plans_read(window) && kept ? plans_find(window, id) : -1;
    if (kept && version < 0) {
        plans_show_all(window);
        return;
    }
    window->plans->open = kept ? version : window->plans->open;
    if (window->plans->page == PLAN_COMING) {
        plans_take_field(window);
    }
    gates_weigh(window);
    window_show(window, SCREEN_PLAN);
}

// A plan that is in force, else a fortnight that can be begun.
static struct act first_of_all(const struct window *window) {
    const struct plans *plans = window->plans;
    int *versions = memory_new((size_t)plans->shelf.book.version_count + 1, sizeof *versions);
    struct act first = {ACT_PLAN_FILE, 0};
    for (int i = plans->starters.count - 1; i >= 0; i--) {
        first = plans->starters.starters[i].error ? first : (struct act){ACT_STARTER, i};
    }
    if (plans_newest(window, false, versions) > 0) {
        first = (struct act){ACT_PLAN, versions[0]};
    }
    memory_free(versions);
    return first;
}

void plans_show_all(struct window *window) {
    plans_leave(window);
    plans_enter(window);
    plans_read_starters(window);
    window_show(window, SCREEN_PLANS);
    focus_on(window, first_of_all(window));
}

void plans_show(struct window *window) {
    const struct plan *plans[PLANS_MAX];
    plans_enter(window);
    int count = plan_shelf_in_force(&window->plans->shelf, house_today(window->house), plans);
    int version = count == 1 ? plans_find(window, plans[0]->id) : -1;
    if (version >= 0) {
        plans_open(window, PLAN_KEPT, version);
    } else {
        plans_show_all(window);
    }
}

double plans_way(struct window *window, struct box box) {
    const struct row row = {.title = _("Plans"),
                            .line = _("A fortnight to begin with, or your therapist's plan.")};
    return element_row_in_line(window, &row, box, (struct act){ACT_PLANS, 0}, 0);
}
