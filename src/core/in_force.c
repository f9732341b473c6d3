// SPDX-License-Identifier: MIT
#include "core/in_force.h"

#include <string.h>

#include "core/limits.h"

struct in_force in_force_on(const struct plan_book *book, int64_t day) {
    struct in_force in_force = {.day = day};
    in_force.count = plans_in_force(book, day, in_force.plans, PLANS_MAX);
    return in_force;
}

bool in_force_names(const struct plan *plan, int item, int64_t day, const char *routine) {
    const struct plan_item *asked = &plan->items[item];
    return asked->routine && strcmp(asked->routine, routine) == 0 && day >= asked->from &&
           day <= asked->to;
}

// How often one plan asks for a routine on a day.
static int per_day_of(const struct plan *plan, int64_t day, const char *routine) {
    int due = 0, most = 0;
    for (int i = 0; i < plan->item_count; i++) {
        if (in_force_names(plan, i, day, routine)) {
            due += plan_item_due(plan, i, day);
            most = plan->items[i].per_day > most ? plan->items[i].per_day : most;
        }
    }
    return due > 0 ? due : most;
}

static void take_despite(const struct plan *plan, int64_t day, const char *routine,
                         struct in_force_word *word) {
    for (int i = 0; i < plan->item_count && !word->despite; i++) {
        if (in_force_names(plan, i, day, routine) && plan->items[i].despite) {
            word->despite = plan->items[i].despite;
            word->despite_plan = plan;
        }
    }
}

struct in_force_word in_force_word_of(const struct in_force *in_force, const char *routine) {
    struct in_force_word word = {0};
    for (int i = 0; i < in_force->count; i++) {
        const struct plan *plan = in_force->plans[i];
        int per_day = plan->by == BY_THERAPIST ? per_day_of(plan, in_force->day, routine) : 0;
        if (per_day > 0) {
            word.plan = word.plan ? word.plan : plan;
            word.per_day += per_day;
            take_despite(plan, in_force->day, routine, &word);
        }
    }
    return word;
}

int in_force_ceiling(const struct in_force *in_force) {
    int therapists = 0, own = PLAN_PER_DAY_MAX;
    for (int i = 0; i < in_force->count; i++) {
        const struct plan *plan = in_force->plans[i];
        int ceiling = plan->ceiling;
        if (ceiling > 0 && plan->by == BY_THERAPIST) {
            therapists = therapists == 0 || ceiling < therapists ? ceiling : therapists;
        } else if (ceiling > 0 && ceiling < own) {
            own = ceiling;
        }
    }
    int most = therapists > 0 ? therapists : FACE_CEILING;
    return own < most ? own : most;
}

bool in_force_asks(const struct in_force *in_force, unsigned *asks) {
    bool told = false;
    *asks = 0;
    for (int i = 0; i < in_force->count; i++) {
        if (in_force->plans[i]->asks_told) {
            told = true;
            *asks |= in_force->plans[i]->asks;
        }
    }
    return told;
}
