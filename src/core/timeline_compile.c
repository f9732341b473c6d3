// SPDX-License-Identifier: MIT
#include <assert.h>
#include <string.h>

#include "core/timeline.h"
#include "core/timeline_cues.h"
#include "core/timeline_dose.h"

enum {
    // Passages looked at, those that leave nothing included: repeats inside repeats of a step that
    // is left out would otherwise be counted for minutes.
    VISITS_MAX = 1000000,
    // How long the figure takes to reach its place in a phase that is not itself a movement.
    SETTLE_MS = 800,
};

// The level below the top from which the small second in-breath fills up.
static const double TOP_UP_FROM = 0.8;

struct compiler {
    struct timeline *timeline;
    const struct timeline_options *options;
    int64_t at_ms;
    double level;
    int segment_room, entry_room, gate_room;
    bool repeats; // some step is an exercise or a massage with repetitions
    struct error *err;
};

// Part of a step on its way to a segment.
struct part {
    enum phase phase;
    int64_t length_ms;
    double level; // where the figure goes
    bool moves;   // it takes the whole part to get there
};

static bool too_long(struct compiler *compiler) {
    return error_set(compiler->err, ERROR_LIMIT,
                     "the whole is too long: at most 4 hours and %d segments",
                     TIMELINE_SEGMENTS_MAX);
}

static bool add_segment(struct compiler *compiler, struct segment segment) {
    struct timeline *timeline = compiler->timeline;
    if (timeline->segment_count == TIMELINE_SEGMENTS_MAX ||
        segment.end_ms > TIMELINE_LENGTH_MAX_MS) {
        return too_long(compiler);
    }
    if (timeline->segment_count == compiler->segment_room) {
        compiler->segment_room = compiler->segment_room ? compiler->segment_room * 2 : 64;
        timeline->segments = memory_resize(timeline->segments, (size_t)compiler->segment_room,
                                           sizeof *timeline->segments);
    }
    timeline->segments[timeline->segment_count++] = segment;
    return true;
}

static bool add_entry(struct compiler *compiler, const struct step *step, int gate) {
    struct timeline *timeline = compiler->timeline;
    if (timeline->entry_count == TIMELINE_SEGMENTS_MAX) {
        return too_long(compiler);
    }
    if (timeline->entry_count == compiler->entry_room) {
        compiler->entry_room = compiler->entry_room ? compiler->entry_room * 2 : 32;
        timeline->entries = memory_resize(timeline->entries, (size_t)compiler->entry_room,
                                          sizeof *timeline->entries);
    }
    timeline->entries[timeline->entry_count++] = (struct entry){
        .start_ms = compiler->at_ms,
        .section = timeline->gate_count,
        .step = step,
        .gate = gate,
    };
    return true;
}

static bool add_gate(struct compiler *compiler, struct gate gate) {
    struct timeline *timeline = compiler->timeline;
    if (timeline->gate_count == TIMELINE_SEGMENTS_MAX) {
        return too_long(compiler);
    }
    if (timeline->gate_count == compiler->gate_room) {
        compiler->gate_room = compiler->gate_room ? compiler->gate_room * 2 : 8;
        timeline->gates =
            memory_resize(timeline->gates, (size_t)compiler->gate_room, sizeof *timeline->gates);
    }
    timeline->gates[timeline->gate_count++] = gate;
    return true;
}

// Lays one part down; a part without length leaves nothing.
static bool add_part(struct compiler *compiler, struct segment segment, struct part part) {
    if (part.length_ms <= 0) {
        return true;
    }
    int64_t ramp_ms = part.moves || part.length_ms < SETTLE_MS ? part.length_ms : SETTLE_MS;
    segment.phase = part.phase;
    segment.start_ms = compiler->at_ms;
    segment.end_ms = compiler->at_ms + part.length_ms;
    segment.level_from = compiler->level;
    segment.level_to = part.level;
    segment.ramp_ms = ramp_ms;
    // The words of a step stand on its first segment alone.
    int last = compiler->timeline->segment_count - 1;
    if (last >= 0 && compiler->timeline->segments[last].entry == segment.entry) {
        segment.say = NULL;
    }
    if (!add_segment(compiler, segment)) {
        return false;
    }
    compiler->at_ms = segment.end_ms;
    compiler->level = part.level;
    return true;
}

static bool lay_breaths(struct compiler *compiler, const struct step *step,
                        struct segment segment) {
    const struct breath_times breath = timeline_breath(step, compiler->options);
    double full = breath.top_up_ms > 0 ? TOP_UP_FROM : 1.0;
    const struct part parts[] = {
        {PHASE_IN, breath.in_ms, full, true},           {PHASE_TOP_UP, breath.top_up_ms, 1.0, true},
        {PHASE_HOLD_FULL, breath.hold_ms, 1.0, false},  {PHASE_OUT, breath.out_ms, 0.0, true},
        {PHASE_HOLD_EMPTY, breath.rest_ms, 0.0, false},
    };
    segment.reps = timeline_count(step, compiler->options);
    for (segment.rep = 1; segment.rep <= segment.reps; segment.rep++) {
        for (size_t index = 0; index < sizeof parts / sizeof *parts; index++) {
            if (!add_part(compiler, segment, parts[index])) {
                return false;
            }
        }
    }
    return true;
}

static bool lay_repetition(struct compiler *compiler, const struct step *step,
                           struct segment segment) {
    const struct movement_times times =
        timeline_movement(compiler->timeline->routine, step, compiler->options);
    const struct part parts[] = {
        {PHASE_MOVE, times.move_ms, 1.0, true},
        {PHASE_HOLD, times.hold_ms, 1.0, false},
        {PHASE_RELEASE, times.release_ms, 0.0, true},
        {PHASE_REST, times.rest_ms, 0.0, false},
    };
    for (size_t index = 0; index < sizeof parts / sizeof *parts; index++) {
        if (!add_part(compiler, segment, parts[index])) {
            return false;
        }
    }
    return true;
}

// All repetitions on one side, or on alternating ones.
static bool lay_repetitions(struct compiler *compiler, const struct step *step,
                            struct segment segment) {
    bool alternate = segment.side == SIDE_ALTERNATE;
    bool by_gates = step->pace_mine;
    for (segment.rep = 1; segment.rep <= segment.reps; segment.rep++) {
        if (alternate) {
            segment.side = segment.rep % 2 ? SIDE_LEFT : SIDE_RIGHT;
        }
        if (by_gates && segment.rep > 1 &&
            !add_gate(compiler, (struct gate){.at_ms = compiler->at_ms, .step = step})) {
            return false;
        }
        if (!lay_repetition(compiler, step, segment)) {
            return false;
        }
    }
    return true;
}

// One side whole, five seconds to change, the other side; the affected one last when it is known.
static bool lay_each_side(struct compiler *compiler, const struct step *step,
                          struct segment segment) {
    bool left_last = compiler->options->affected == SIDE_LEFT;
    enum side first = left_last ? SIDE_RIGHT : SIDE_LEFT;
    enum side second = left_last ? SIDE_LEFT : SIDE_RIGHT;
    const struct part change = {PHASE_CHANGE, TIMELINE_CHANGE_MS, 0.0, false};
    int reps = segment.reps;
    segment.side = first;
    if (!lay_repetitions(compiler, step, segment)) {
        return false;
    }
    segment.side = second;
    segment.rep = segment.reps = 0;
    if (!add_part(compiler, segment, change)) {
        return false;
    }
    segment.reps = reps;
    return lay_repetitions(compiler, step, segment);
}

static bool lay_exercise(struct compiler *compiler, const struct step *step,
                         struct segment segment) {
    segment.reps = timeline_count(step, compiler->options);
    return segment.side == SIDE_EACH ? lay_each_side(compiler, step, segment)
                                     : lay_repetitions(compiler, step, segment);
}

static bool lay_wait(struct compiler *compiler, const struct step *step) {
    return add_entry(compiler, step, compiler->timeline->gate_count) &&
           add_gate(compiler, (struct gate){
                                  .at_ms = compiler->at_ms,
                                  .text = step->question,
                                  .awake_ms = step->awake_ms,
                                  .step = step,
                              });
}

static enum phase plain_phase(enum verb verb) {
    switch (verb) {
    case VERB_MASSAGE:
        return PHASE_MASSAGE;
    case VERB_COMPRESS:
        return PHASE_COMPRESS;
    case VERB_SCAN:
        return PHASE_SCAN;
    default:
        return PHASE_STEADY;
    }
}

// A plan's words stand in place of those of the first movement or, where nothing is repeated, of
// the first step.
static void take_asked_words(struct compiler *compiler, const struct step *step) {
    struct timeline *timeline = compiler->timeline;
    bool first = !timeline->asked_step && compiler->options->asked.say;
    if (first && (timeline_is_repeated(step) || !compiler->repeats)) {
        timeline->asked_step = step;
        timeline->asked_say = compiler->options->asked.say;
    }
}

// Lays one passage through a step that is no repeat.
static bool lay_step(struct compiler *compiler, const struct step *step) {
    struct segment segment = {
        .step = step,
        .entry = compiler->timeline->entry_count,
        .pose = step->show ? step->show : step->pose,
        .effort = timeline_effort(step, compiler->options),
        .side = timeline_step_side(step, compiler->options),
    };
    take_asked_words(compiler, step);
    segment.say = timeline_words(compiler->timeline, step, compiler->options->words);
    if (step->verb == VERB_WAIT) {
        return lay_wait(compiler, step);
    }
    if (!add_entry(compiler, step, -1)) {
        return false;
    }
    if (step->verb == VERB_BREATHE) {
        return lay_breaths(compiler, step, segment);
    }
    if (step->verb == VERB_EXERCISE || step->by_repetition) {
        return lay_exercise(compiler, step, segment);
    }
    return add_part(compiler, segment,
                    (struct part){plain_phase(step->verb), step->length_ms, 0.0, false});
}

struct loop {
    int first, end; // indices of the steps inside
    int left;       // passages still to come, this one included
};

// Walks the written steps in the order in which they are played.
static bool lay_steps(struct compiler *compiler) {
    const struct routine *routine = compiler->timeline->routine;
    struct loop loops[ROUTINE_DEPTH_MAX];
    int depth = 0;
    int visits = 0;
    for (int index = 0; index < routine->step_count || depth > 0;) {
        if (depth > 0 && index == loops[depth - 1].end) {
            struct loop *loop = &loops[depth - 1];
            index = --loop->left > 0 ? loop->first : loop->end;
            depth -= loop->left > 0 ? 0 : 1;
            continue;
        }
        if (++visits > VISITS_MAX) {
            return too_long(compiler);
        }
        const struct step *step = &routine->steps[index];
        bool left_out = timeline_leaves_out(step, compiler->options);
        if (step->verb == VERB_REPEAT && !left_out) {
            assert(depth < ROUTINE_DEPTH_MAX);
            loops[depth++] =
                (struct loop){index + 1, index + 1 + step->inner, step->inner ? step->count : 1};
            index++;
            continue;
        }
        if (!left_out && !lay_step(compiler, step)) {
            return false;
        }
        index += 1 + step->inner;
    }
    return true;
}

static bool check_tempo(const struct routine *routine, double tempo, struct error *err) {
    // Written so that a tempo that is not a number fails too.
    if (tempo == 1.0 || (tempo >= routine->tempo_min && tempo <= routine->tempo_max)) {
        return true;
    }
    if (routine->tempo_min >= routine->tempo_max) {
        return error_set(err, ERROR_INPUT, "the tempo of this routine is fixed at 1");
    }
    return error_set(err, ERROR_INPUT, "tempo %g is outside %g to %g of this routine", tempo,
                     routine->tempo_min, routine->tempo_max);
}

static bool has_pack(const struct timeline *timeline) {
    for (int index = 0; index < timeline->segment_count; index++) {
        if (timeline->segments[index].phase == PHASE_COMPRESS) {
            return true;
        }
    }
    return false;
}

// One text with what the first segment says: two prompts at 0 would get in each other's way.
static void say_timer(struct timeline *timeline, const char *timer) {
    if (!timer || !has_pack(timeline)) {
        return;
    }
    struct segment *first = &timeline->segments[0];
    const char *say = first->say ? first->say : "";
    size_t length = strlen(timer);
    size_t room = length + 1 + strlen(say) + 1;
    timeline->opening = memory_new(room, 1);
    memcpy(timeline->opening, timer, length);
    if (*say) {
        timeline->opening[length] = ' ';
        memcpy(timeline->opening + length + 1, say, strlen(say));
    }
    first->say = timeline->opening;
}

struct timeline *timeline_compile(const struct routine *routine,
                                  const struct timeline_options *options, struct error *err) {
    if (!check_tempo(routine, options->tempo, err)) {
        return NULL;
    }
    struct timeline *timeline = memory_new(1, sizeof *timeline);
    timeline->routine = routine;
    timeline->trick = *options->trick ? memory_text(options->trick) : NULL;
    struct compiler compiler = {.timeline = timeline,
                                .options = options,
                                .repeats = timeline_repeats(routine, options),
                                .err = err};
    if (!lay_steps(&compiler)) {
        goto failed;
    }
    timeline->total_ms = compiler.at_ms;
    if (timeline->total_ms == 0) {
        error_set(err, ERROR_INPUT, "nothing is left to play");
        goto failed;
    }
    say_timer(timeline, options->phrases.timer);
    timeline_lay_cues(timeline, &options->phrases, options->words);
    return timeline;

failed:
    timeline_free(timeline);
    return NULL;
}
