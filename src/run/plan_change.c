// SPDX-License-Identifier: MIT
#include "run/plan_change.h"

#include <string.h>

#include "run/day_words.h"
#include "store/removal.h"

bool plan_must_be(const struct plan_shelf *shelf, const char *id, struct error *err) {
    if (plan_version(shelf, id, 1)) {
        return true;
    }
    const char *nearest = plan_nearest(shelf, id);
    if (nearest) {
        return error_set(err, ERROR_MISSING, _("there is no plan %s; did you mean %s?"), id,
                         nearest);
    }
    return error_set(err, ERROR_MISSING, _("there is no plan %s; repose plan list shows them"), id);
}

static const struct stored_pause *find_pause(const struct plan_shelf *shelf,
                                             const struct stored_pause *like) {
    for (int i = 0; i < shelf->stored_pauses.count; i++) {
        const struct stored_pause *pause = &shelf->stored_pauses.pauses[i];
        if (strcmp(pause->plan, like->plan) == 0 && pause->from == like->from &&
            pause->to == like->to) {
            return pause;
        }
    }
    return NULL;
}

static bool check_days(int64_t today, int64_t from, int64_t to, struct error *err) {
    char day[DAY_WORDS_DATE_MAX];
    if (to < from) {
        return error_set(err, ERROR_INPUT,
                         _("a pause ends on its first day or later; both days are included"));
    }
    if (from < today - PLAN_PAUSE_BACK) {
        return error_set(err, ERROR_INPUT,
                         _("a pause reaches back two days at most; the first day can be %s"),
                         day_words_day(today - PLAN_PAUSE_BACK, day));
    }
    return true;
}

bool plan_pause(struct house *house, const struct plan_shelf *shelf, struct stored_pause *pause,
                bool *added, struct error *err) {
    *added = false;
    if (!check_days(house_today(house), pause->from, pause->to, err) ||
        (*pause->plan && !plan_must_be(shelf, pause->plan, err))) {
        return false;
    }
    if (shelf->book.version_count == 0) {
        return error_set(err, ERROR_MISSING,
                         _("there is no plan that could be paused; repose plan add FILE adds one"));
    }
    if (find_pause(shelf, pause)) {
        return true;
    }
    *added = plan_pauses_add(house->store, pause, clock_wall_now(&house->clock), err);
    return *added;
}

bool plan_pause_undo(struct house *house, const struct plan_shelf *shelf,
                     const struct stored_pause *pause, struct error *err) {
    const struct stored_pause *found = find_pause(shelf, pause);
    if (!found) {
        return error_set(err, ERROR_MISSING,
                         _("there is no pause of just these days; repose plan list shows them"));
    }
    return removal_of(house->store, REMOVAL_PLAN_PAUSE, found->row, err);
}

bool plan_end(struct house *house, const struct plan_shelf *shelf, const char *id,
              struct error *err) {
    struct plan_standing standing;
    char day[DAY_WORDS_DATE_MAX];
    int64_t today = house_today(house);
    if (!plan_must_be(shelf, id, err)) {
        return false;
    }
    if (!plan_stands(shelf, id, today, &standing) || standing.state == PLAN_REMOVED) {
        return error_set(err, ERROR_INPUT, _("the plan %s was removed already"), id);
    }
    if (standing.state == PLAN_ENDED) {
        return error_set(err, ERROR_INPUT, _("the plan %s has ended by itself on %s"), id,
                         day_words_day(standing.day, day));
    }
    return plans_remove(house->store, id, today, clock_wall_now(&house->clock), err);
}

bool plan_end_undo(struct house *house, const struct plan_shelf *shelf, const char *id,
                   struct error *err) {
    return plan_must_be(shelf, id, err) &&
           plans_restore(house->store, id, clock_wall_now(&house->clock), err);
}
