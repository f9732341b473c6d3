// SPDX-License-Identifier: MIT
#include "core/timeline_dose.h"

#include "core/routine_kind.h"

static int at_most(int count, int most) {
    return most > 0 && count > most ? most : count;
}

static bool is_repeated(const struct step *step) {
    return step->verb == VERB_EXERCISE || (step->verb == VERB_MASSAGE && step->by_repetition);
}

int timeline_count(const struct step *step, const struct timeline_options *options) {
    if (step->verb == VERB_BREATHE) {
        return at_most(options->cycles > 0 ? options->cycles : step->count, options->cycles_most);
    }
    if (is_repeated(step)) {
        return at_most(options->reps > 0 ? options->reps : step->count, options->reps_most);
    }
    return step->count;
}

// A step without a hold gets none: nothing is held in it.
struct movement_times timeline_movement(const struct step *step,
                                        const struct timeline_options *options) {
    struct movement_times times = step->movement;
    if (options->hold_ms > 0 && times.hold_ms > 0) {
        times.hold_ms = options->hold_ms;
    }
    return times;
}

int timeline_effort(const struct step *step, const struct timeline_options *options) {
    return at_most(step->effort, options->effort_most);
}

bool timeline_leaves_out(const struct step *step, const struct timeline_options *options) {
    return (step->not_for & options->words) != 0 || (options->short_form && !step->in_small_dose) ||
           (options->imagine_only && step_moves_face(step));
}
