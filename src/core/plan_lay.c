// SPDX-License-Identifier: MIT
#include "core/plan_lay.h"

#include <string.h>

#include "core/timeline_dose.h"

static bool is_named(const struct step *step, const struct plan_dose *dose) {
    for (int i = 0; i < dose->only_count; i++) {
        if (strcmp(dose->only[i], step->name) == 0 ||
            (step->plain && strcmp(dose->only[i], step->plain) == 0)) {
            return true;
        }
    }
    return false;
}

static bool settles_or_rests(const struct step *step) {
    return step->verb == VERB_SECONDS || step->verb == VERB_WAIT;
}

static void keep(struct timeline_asked *asked, const struct step *step) {
    int at = step->number - 1;
    asked->kept[at / 64] |= UINT64_C(1) << (at % 64);
}

// Whether a repeat holds anything that is named, or nothing but settling and resting.
static bool keeps_repeat(const struct step *repeat, const struct plan_dose *dose) {
    bool rests = true;
    for (int i = 1; i <= repeat->inner; i++) {
        const struct step *step = repeat + i;
        if (is_named(step, dose)) {
            return true;
        }
        rests = rests && (step->verb == VERB_REPEAT || settles_or_rests(step));
    }
    return rests;
}

// What follows a named step inside of it comes with it.
static void keep_some(const struct plan_dose *dose, const struct routine *routine,
                      struct timeline_asked *asked) {
    int named_until = 0;
    asked->keeps_some = dose->only_count > 0;
    for (int i = 0; i < routine->step_count && asked->keeps_some; i++) {
        const struct step *step = &routine->steps[i];
        if (is_named(step, dose) && i + 1 + step->inner > named_until) {
            named_until = i + 1 + step->inner;
        }
        if (i < named_until ||
            (step->verb == VERB_REPEAT ? keeps_repeat(step, dose) : settles_or_rests(step))) {
            keep(asked, step);
        }
    }
}

static int64_t given(int64_t value) {
    return value > 0 ? value : 0;
}

static void lay_numbers(const struct plan_dose *dose, struct timeline_asked *asked) {
    asked->reps = dose->reps > 0 ? dose->reps : 0;
    asked->hold_ms = given(dose->hold_ms);
    asked->tempo = dose->tempo > 0.0 ? dose->tempo : 0.0;
    asked->effort_given = dose->effort >= 0;
    asked->effort = asked->effort_given ? dose->effort : 0;
}

static double within(double value, double least, double most) {
    return value < least ? least : value > most ? most : value;
}

static int64_t hold_within(int64_t hold_ms, const struct dose_range *range) {
    return hold_ms < range->hold_min_ms   ? range->hold_min_ms
           : hold_ms > range->hold_max_ms ? range->hold_max_ms
                                          : hold_ms;
}

static void lay_wishes(const struct plan_dose *dose, const struct routine *routine,
                       struct timeline_options *options) {
    options->reps_most = dose->reps > 0 ? dose->reps : 0;
    options->effort_most = dose->effort > 0 ? dose->effort : 0;
    if (dose->hold_ms > 0 && routine->range.hold_max_ms > 0) {
        options->hold_ms = hold_within(dose->hold_ms, &routine->range);
    }
    if (dose->tempo > 0.0) {
        options->tempo = within(dose->tempo, routine->tempo_min, routine->tempo_max);
    }
}

void plan_lay(const struct plan *plan, int item, const struct routine *routine,
              struct timeline_options *options) {
    const struct plan_item *asks = &plan->items[item];
    const struct plan_dose *dose = &asks->dose;
    struct timeline_asked *asked = &options->asked;
    bool one_side = asks->side == SIDE_LEFT || asks->side == SIDE_RIGHT;
    *asked = (struct timeline_asked){
        .move_ms = given(dose->move_ms),
        .rest_ms = given(dose->rest_ms),
        .side = one_side ? asks->side : SIDE_NONE,
        .mirror_given = dose->mirror_given,
        .mirror = dose->mirror,
        .say = asks->say,
    };
    keep_some(dose, routine, asked);
    if (plan->by == BY_THERAPIST) {
        lay_numbers(dose, asked);
    } else {
        lay_wishes(dose, routine, options);
    }
}
