// SPDX-License-Identifier: MIT
#include "core/timeline_dose.h"

#include <math.h>

#include "core/routine_kind.h"

static int at_most(int count, int most) {
    return most > 0 && count > most ? most : count;
}

bool timeline_is_repeated(const struct step *step) {
    return step->verb == VERB_EXERCISE || (step->verb == VERB_MASSAGE && step->by_repetition);
}

int timeline_count(const struct step *step, const struct timeline_options *options) {
    if (step->verb == VERB_BREATHE) {
        return at_most(options->cycles > 0 ? options->cycles : step->count, options->cycles_most);
    }
    if (timeline_is_repeated(step)) {
        int written = options->asked.reps > 0 ? options->asked.reps : step->count;
        return at_most(options->reps > 0 ? options->reps : written, options->reps_most);
    }
    return step->count;
}

bool timeline_takes_hold(const struct routine *routine, const struct step *step) {
    const struct dose_range *range = &routine->range;
    int64_t hold_ms = step->movement.hold_ms;
    return timeline_is_repeated(step) && routine->category != CATEGORY_STRENGTHENING &&
           hold_ms > 0 && hold_ms >= range->hold_min_ms && hold_ms <= range->hold_max_ms;
}

static int64_t scaled(int64_t length_ms, double tempo) {
    return length_ms > 0 ? llround((double)length_ms * tempo) : 0;
}

// A plan's numbers in place of the written ones.
static struct movement_times movement_asked(const struct step *step,
                                            const struct timeline_asked *asked) {
    struct movement_times times = step->movement;
    if (timeline_is_repeated(step)) {
        times.move_ms = asked->move_ms > 0 ? asked->move_ms : times.move_ms;
        times.hold_ms = asked->hold_ms > 0 ? asked->hold_ms : times.hold_ms;
        times.rest_ms = asked->rest_ms > 0 ? asked->rest_ms : times.rest_ms;
    }
    return times;
}

struct movement_times timeline_movement(const struct routine *routine, const struct step *step,
                                        const struct timeline_options *options) {
    const struct timeline_asked *asked = &options->asked;
    struct movement_times times = movement_asked(step, asked);
    bool follows = step->verb == VERB_EXERCISE && routine->tempo_given;
    double tempo = follows ? options->tempo : 1.0;
    if (asked->tempo > 0.0 && timeline_is_repeated(step)) {
        tempo *= asked->tempo;
    }
    bool longer = asked->hold_ms > 0 && options->hold_ms > asked->hold_ms;
    if (options->hold_ms > 0 && !longer && timeline_takes_hold(routine, step)) {
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
    double tempo = options->tempo * (options->asked.tempo > 0.0 ? options->asked.tempo : 1.0);
    return (struct breath_times){
        .in_ms = scaled(written->in_ms, tempo),
        .top_up_ms = scaled(written->top_up_ms, tempo),
        .hold_ms = scaled(written->hold_ms, tempo),
        .out_ms = scaled(written->out_ms, tempo),
        .rest_ms = scaled(written->rest_ms, tempo),
    };
}

int timeline_effort(const struct step *step, const struct timeline_options *options) {
    bool asked = options->asked.effort_given && timeline_is_repeated(step);
    return at_most(asked ? options->asked.effort : step->effort, options->effort_most);
}

enum mirror timeline_mirror(const struct step *step, const struct timeline_options *options) {
    bool asked = options->asked.mirror_given && timeline_is_repeated(step);
    return asked ? options->asked.mirror : step->mirror;
}

enum side timeline_side(const struct timeline_options *options) {
    return options->side != SIDE_NONE ? options->side : options->asked.side;
}

// The written side with what is known of the person: as left, right, both, each, alternate or none.
static enum side meant_side(const struct step *step, const struct timeline_options *options) {
    enum side known = options->affected;
    bool one = known == SIDE_LEFT || known == SIDE_RIGHT;
    if (step->side == SIDE_AFFECTED) {
        return one ? known : SIDE_BOTH;
    }
    if (step->side == SIDE_HEALTHY) {
        return !one ? SIDE_BOTH : known == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
    }
    return step->side;
}

enum side timeline_step_side(const struct step *step, const struct timeline_options *options) {
    enum side only = timeline_side(options);
    enum side meant = meant_side(step, options);
    return only == SIDE_NONE || meant == SIDE_NONE ? meant : only;
}

// Written for the one side while the other one is played.
static bool is_other_side(const struct step *step, const struct timeline_options *options) {
    enum side only = timeline_side(options);
    enum side meant = meant_side(step, options);
    return only != SIDE_NONE && meant != only && (meant == SIDE_LEFT || meant == SIDE_RIGHT);
}

static bool is_kept(const struct step *step, const struct timeline_asked *asked) {
    int at = step->number - 1;
    return !asked->keeps_some || (asked->kept[at / 64] >> (at % 64) & 1U);
}

bool timeline_leaves_out(const struct step *step, const struct timeline_options *options) {
    return (step->not_for & options->words) != 0 || (options->short_form && !step->in_small_dose) ||
           (options->imagine_only && step_moves_face(step)) || !is_kept(step, &options->asked) ||
           is_other_side(step, options);
}

bool timeline_repeats(const struct routine *routine, const struct timeline_options *options) {
    for (int index = 0; index < routine->step_count; index++) {
        const struct step *step = &routine->steps[index];
        if (timeline_is_repeated(step) && !timeline_leaves_out(step, options)) {
            return true;
        }
    }
    return false;
}
