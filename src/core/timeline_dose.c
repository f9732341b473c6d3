// SPDX-License-Identifier: MIT
#include "core/timeline_dose.h"

#include <math.h>

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

bool timeline_takes_hold(const struct routine *routine, const struct step *step) {
    const struct dose_range *range = &routine->range;
    int64_t hold_ms = step->movement.hold_ms;
    return is_repeated(step) && routine->category != CATEGORY_STRENGTHENING && hold_ms > 0 &&
           hold_ms >= range->hold_min_ms && hold_ms <= range->hold_max_ms;
}

static int64_t scaled(int64_t length_ms, double tempo) {
    return length_ms > 0 ? llround((double)length_ms * tempo) : 0;
}

struct movement_times timeline_movement(const struct routine *routine, const struct step *step,
                                        const struct timeline_options *options) {
    struct movement_times times = step->movement;
    bool follows = step->verb == VERB_EXERCISE && routine->tempo_given;
    double tempo = follows ? options->tempo : 1.0;
    if (options->hold_ms > 0 && timeline_takes_hold(routine, step)) {
        times.hold_ms = options->hold_ms;
    }
    return (struct movement_times){
        .move_ms = scaled(times.move_ms, tempo),
        .hold_ms = scaled(times.hold_ms, tempo),
        .release_ms = scaled(times.release_ms, tempo),
        .rest_ms = scaled(times.rest_ms, tempo),
    };
}

struct breath_times timeline_breath(const struct step *step,
                                    const struct timeline_options *options) {
    const struct breath_times *written = &step->breath;
    double tempo = options->tempo;
    return (struct breath_times){
        .in_ms = scaled(written->in_ms, tempo),
        .top_up_ms = scaled(written->top_up_ms, tempo),
        .hold_ms = scaled(written->hold_ms, tempo),
        .out_ms = scaled(written->out_ms, tempo),
        .rest_ms = scaled(written->rest_ms, tempo),
    };
}

int timeline_effort(const struct step *step, const struct timeline_options *options) {
    return at_most(step->effort, options->effort_most);
}

bool timeline_leaves_out(const struct step *step, const struct timeline_options *options) {
    return (step->not_for & options->words) != 0 || (options->short_form && !step->in_small_dose) ||
           (options->imagine_only && step_moves_face(step));
}
