// SPDX-License-Identifier: MIT
#include "core/plan.h"

#include <string.h>

#include "core/week.h"

int plan_item_due(const struct plan *plan, int item, int64_t day) {
    const struct plan_item *asked = &plan->items[item];
    bool falls = day >= plan->from && day <= plan->to && day >= asked->from && day <= asked->to &&
                 (asked->days >> week_day(day) & 1U);
    return falls ? asked->per_day : 0;
}

// Times of routines on a day on which it does not rest; tasks are no session.
static int asked_on(const struct plan_book *book, const struct plan *plan, int64_t day) {
    int sum = 0;
    for (int i = 0; i < plan->item_count && !plan_rests(book, plan, day); i++) {
        sum += plan->items[i].routine ? plan_item_due(plan, i, day) : 0;
    }
    return sum;
}

static bool is_of(const struct plan_version *version, const char *id) {
    return strcmp(version->plan->id, id) == 0;
}

// Where a version is added by the end of a day and has begun by it. The first of its id counts
// as added from the beginning.
static bool counts_on(const struct plan_version *version, bool first, int64_t day) {
    return (first || version->added <= day) && version->plan->from <= day;
}

// The newest version that counts on a day and was added before `before`; NULL: none.
static const struct plan_version *newest(const struct plan_book *book, const char *id, int64_t day,
                                         int64_t before) {
    const struct plan_version *found = NULL;
    bool first = true;
    for (int i = 0; i < book->version_count; i++) {
        const struct plan_version *version = &book->versions[i];
        if (!is_of(version, id)) {
            continue;
        }
        if (counts_on(version, first, day) && (first || version->added < before)) {
            found = version;
        }
        first = false;
    }
    return found;
}

static const struct plan *serving(const struct plan_version *version, int64_t day) {
    bool serves = version && day <= version->plan->to && day < version->removed;
    return serves ? version->plan : NULL;
}

static bool is_first(const struct plan_book *book, const struct plan_version *version) {
    for (int i = 0; i < book->version_count; i++) {
        if (is_of(&book->versions[i], version->plan->id)) {
            return &book->versions[i] == version;
        }
    }
    return false;
}

const struct plan *plan_in_force(const struct plan_book *book, const char *id, int64_t day) {
    const struct plan_version *version = newest(book, id, day, INT64_MAX);
    const struct plan *plan = serving(version, day);
    if (!plan || version->added != day || is_first(book, version)) {
        return plan;
    }
    const struct plan *before = serving(newest(book, id, day, day), day);
    return before && asked_on(book, before, day) < asked_on(book, plan, day) ? before : plan;
}

int plans_in_force(const struct plan_book *book, int64_t day, const struct plan **plans, int most) {
    int count = 0;
    for (int i = 0; i < book->version_count && count < most; i++) {
        const struct plan_version *version = &book->versions[i];
        const struct plan *plan =
            is_first(book, version) ? plan_in_force(book, version->plan->id, day) : NULL;
        if (plan) {
            plans[count++] = plan;
        }
    }
    return count;
}

static int64_t sooner_after(int64_t day, int64_t found, int64_t other) {
    return other > day && other < found ? other : found;
}

int64_t plans_change_after(const struct plan_book *book, int64_t day) {
    int64_t next = INT64_MAX;
    for (int i = 0; i < book->version_count; i++) {
        const struct plan_version *version = &book->versions[i];
        const struct plan *plan = version->plan;
        next = sooner_after(day, next, plan->from);
        next = sooner_after(day, next, plan->to == INT64_MAX ? plan->to : plan->to + 1);
        next = sooner_after(day, next, version->added);
        // The day of adding is judged by the one of two versions that asks less.
        next = sooner_after(day, next, version->added + 1);
        next = sooner_after(day, next, version->removed);
    }
    return next;
}

bool plan_rests(const struct plan_book *book, const struct plan *plan, int64_t day) {
    for (int i = 0; i < plan->pause_count; i++) {
        if (day >= plan->pauses[i].from && day <= plan->pauses[i].to) {
            return true;
        }
    }
    for (int i = 0; i < book->rest_count; i++) {
        const struct plan_rest *rest = &book->rests[i];
        bool meant = !rest->plan || strcmp(rest->plan, plan->id) == 0;
        if (meant && day >= rest->from && day <= rest->to) {
            return true;
        }
    }
    return false;
}
