// SPDX-License-Identifier: MIT
#include "run/wish_steps.h"

#include <assert.h>
#include <math.h>

#include "core/routine_kind.h"
#include "core/timeline_dose.h"
#include "run/day_words.h"
#include "run/number_words.h"
#include "run/words.h"

enum {
    SECOND_MS = 1000,
    FINE_RANGE_MS = 10000, // a range that is wider goes in steps of ten seconds
    WIDE_STEP_MS = 10000,  // as the cheek stretch is published: 10, 20 or 30 s
    TEMPO_STEPS = 10,      // to the factor 1
};

static int least(int one, int other) {
    return one < other ? one : other;
}

static int reps_top(const struct wish_room *room) {
    int written = wishes_reps_most(room->routine, room->asked);
    return room->reps_most > 0 ? least(room->reps_most, written) : written;
}

// Whether the dose keeps it below what is written.
static bool is_small(const struct wish_room *room) {
    return reps_top(room) < wishes_reps_most(room->routine, room->asked);
}

static int reps_now(const struct wish_room *room, const struct wishes *wishes) {
    int top = reps_top(room);
    return wishes->reps > 0 ? least(wishes->reps, top) : top;
}

static bool is_hold_asked(const struct wish_room *room) {
    return room->asked && room->asked->hold_ms > 0;
}

// What is written of the holds that can be chosen, or asked for by a plan: of the first, and
// whether all are the same.
static int64_t hold_written(const struct wish_room *room, bool *same) {
    const struct routine *routine = room->routine;
    int64_t hold_ms = 0;
    *same = true;
    for (int i = 0; i < routine->step_count; i++) {
        const struct step *step = &routine->steps[i];
        if (timeline_takes_hold(routine, step)) {
            *same = *same && (hold_ms == 0 || step->movement.hold_ms == hold_ms);
            hold_ms = hold_ms == 0 ? step->movement.hold_ms : hold_ms;
        }
    }
    if (hold_ms > 0 && is_hold_asked(room)) {
        *same = true;
        return room->asked->hold_ms;
    }
    return hold_ms;
}

static bool follows_tempo(const struct routine *routine) {
    for (int i = 0; i < routine->step_count; i++) {
        enum verb verb = routine->steps[i].verb;
        if (verb == VERB_BREATHE || (verb == VERB_EXERCISE && routine->tempo_given)) {
            return true;
        }
    }
    return false;
}

// In tenths, rounded inwards.
static int tempo_least(const struct routine *routine) {
    return (int)ceil(routine->tempo_min * TEMPO_STEPS - 1e-6);
}

static int tempo_most(const struct routine *routine) {
    return (int)floor(routine->tempo_max * TEMPO_STEPS + 1e-6);
}

static double tempo_now(const struct wishes *wishes) {
    return wishes->tempo > 0.0 ? wishes->tempo : 1.0;
}

static int cycles_written(const struct routine *routine) {
    for (int i = 0; i < routine->step_count; i++) {
        if (routine->steps[i].verb == VERB_BREATHE) {
            return routine->steps[i].count;
        }
    }
    return 0;
}

// What the limit allows of it.
static bool is_choice(const struct wish_room *room, int cycles) {
    return room->cycles_most == 0 || cycles <= room->cycles_most;
}

static int choices(const struct wish_room *room) {
    int count = 0;
    for (int i = 0; i < wishes_choice_count(room->routine); i++) {
        count += is_choice(room, wishes_choice_at(room->routine, i));
    }
    return count;
}

static int cycles_now(const struct wish_room *room, const struct wishes *wishes) {
    int cycles = wishes->cycles > 0 ? wishes->cycles : cycles_written(room->routine);
    return room->cycles_most > 0 ? least(cycles, room->cycles_most) : cycles;
}

// Neither a small dose nor a plan's is held for longer than it says.
static int64_t hold_most(const struct wish_room *room) {
    bool same = false;
    bool capped = is_small(room) || is_hold_asked(room);
    return capped ? hold_written(room, &same) : room->routine->range.hold_max_ms;
}

bool wish_is_offered(const struct wish_room *room, enum wish wish) {
    const struct routine *routine = room->routine;
    bool same = false;
    switch (wish) {
    case WISH_REPS:
        return reps_top(room) > 1;
    case WISH_HOLD:
        return hold_written(room, &same) > 0 && hold_most(room) > routine->range.hold_min_ms;
    case WISH_TEMPO:
        return tempo_most(routine) > tempo_least(routine) && follows_tempo(routine);
    case WISH_LENGTH:
        return choices(room) > 1;
    case WISH_SIDE:
        return routine_has_sides(routine);
    case WISH_COUNT:
        break;
    }
    return false;
}

bool wish_none(const struct wish_room *room, const struct wishes *wishes) {
    return reps_now(room, wishes) == reps_top(room) && wishes->hold_ms == 0 &&
           fabs(tempo_now(wishes) - 1.0) < 1e-6 && wishes->side == SIDE_NONE && wishes->cycles == 0;
}

static bool step_reps(const struct wish_room *room, int by, struct wishes *wishes) {
    int top = reps_top(room);
    int reps = reps_now(room, wishes) + by;
    if (reps < 1 || reps > top) {
        return false;
    }
    wishes->reps = reps == top ? 0 : reps;
    return true;
}

static bool step_hold(const struct wish_room *room, int by, struct wishes *wishes) {
    const struct routine *routine = room->routine;
    const struct dose_range *range = &routine->range;
    bool same = false;
    int64_t written_ms = hold_written(room, &same);
    int64_t most_ms = hold_most(room);
    int64_t now_ms = wishes->hold_ms > 0 ? wishes->hold_ms : written_ms;
    bool wide = range->hold_max_ms - range->hold_min_ms > FINE_RANGE_MS;
    int64_t next_ms = now_ms + by * (wide ? WIDE_STEP_MS : SECOND_MS);
    next_ms = next_ms < range->hold_min_ms ? range->hold_min_ms : next_ms;
    next_ms = next_ms > most_ms ? most_ms : next_ms;
    if (by > 0 ? next_ms <= now_ms : next_ms >= now_ms) {
        return false;
    }
    wishes->hold_ms = same && next_ms == written_ms ? 0 : next_ms;
    return true;
}

static bool step_tempo(const struct routine *routine, int by, struct wishes *wishes) {
    int tenths = (int)lround(tempo_now(wishes) * TEMPO_STEPS) + by;
    if (tenths < tempo_least(routine) || tenths > tempo_most(routine)) {
        return false;
    }
    wishes->tempo = tenths == TEMPO_STEPS ? 0.0 : (double)tenths / TEMPO_STEPS;
    return true;
}

// To the nearest choice beyond the present number.
static bool step_length(const struct wish_room *room, int by, struct wishes *wishes) {
    int now = cycles_now(room, wishes);
    int found = 0;
    for (int i = 0; i < wishes_choice_count(room->routine); i++) {
        int cycles = wishes_choice_at(room->routine, i);
        bool nearer = found == 0 || (cycles - found) * by < 0;
        if (is_choice(room, cycles) && (cycles - now) * by > 0 && nearer) {
            found = cycles;
        }
    }
    if (found > 0) {
        wishes->cycles = found == cycles_written(room->routine) ? 0 : found;
    }
    return found > 0;
}

bool wish_step(const struct wish_room *room, enum wish wish, int by, struct wishes *wishes) {
    assert(by == 1 || by == -1);
    switch (wish) {
    case WISH_REPS:
        return step_reps(room, by, wishes);
    case WISH_HOLD:
        return step_hold(room, by, wishes);
    case WISH_TEMPO:
        return step_tempo(room->routine, by, wishes);
    case WISH_LENGTH:
        return step_length(room, by, wishes);
    case WISH_SIDE:
    case WISH_COUNT:
        break;
    }
    return false;
}

static void add_hold(struct text_builder *text, const struct wish_room *room,
                     const struct wishes *wishes) {
    char seconds[TEXT_NUMBER_MAX];
    bool same = false;
    int64_t written_ms = hold_written(room, &same);
    if (wishes->hold_ms == 0 && !same) {
        text_add(text, _("as written"));
        return;
    }
    int64_t hold_ms = wishes->hold_ms > 0 ? wishes->hold_ms : written_ms;
    text_add_format(text, _("hold %s s"), number_words((double)hold_ms / SECOND_MS, seconds));
}

static void add_tempo(struct text_builder *text, const struct wishes *wishes) {
    int percent = (int)lround((tempo_now(wishes) - 1.0) * 100);
    if (percent == 0) {
        text_add(text, _("pace as written"));
    } else if (percent > 0) {
        // TRANSLATORS: every breath takes so much longer
        text_add_format(text, _("%d %% slower"), percent);
    } else {
        text_add_format(text, _("%d %% quicker"), -percent);
    }
}

static void add_side(struct text_builder *text, enum side side) {
    const char *one = words_on_side(side);
    text_add(text, one ? one : _("both sides"));
}

void wish_value(struct text_builder *text, const struct wish_room *room, enum wish wish,
                const struct wishes *wishes) {
    char length[DAY_WORDS_LENGTH_MAX];
    struct wishes whole = *wishes;
    int reps = reps_now(room, wishes);
    switch (wish) {
    case WISH_REPS:
        text_add_format(text, text_translate_count("%d time", "%d times", (unsigned long)reps),
                        reps);
        break;
    case WISH_HOLD:
        add_hold(text, room, wishes);
        break;
    case WISH_TEMPO:
        add_tempo(text, wishes);
        break;
    case WISH_LENGTH:
        whole.cycles = cycles_now(room, wishes);
        text_add(text, day_words_length(wishes_length(room->routine, room->asked, &whole), length));
        break;
    case WISH_SIDE:
        add_side(text, wishes->side);
        break;
    case WISH_COUNT:
        break;
    }
}

const char *wish_end(const struct wish_room *room, enum wish wish) {
    if (is_small(room) && (wish == WISH_REPS || wish == WISH_HOLD)) {
        return _("More comes by itself with the days.");
    }
    if (room->asked && room->asked->reps > 0 && wish == WISH_REPS) {
        return _("This is your therapist's number; fewer is always right.");
    }
    if (is_hold_asked(room) && wish == WISH_HOLD) {
        return _("This is your therapist's hold; shorter is always right.");
    }
    switch (wish) {
    case WISH_REPS:
        return _("More goes with your therapist's plan.");
    case WISH_HOLD:
        return _("Longer goes with your therapist's plan.");
    case WISH_TEMPO:
    case WISH_LENGTH:
    case WISH_SIDE:
    case WISH_COUNT:
        break;
    }
    return NULL;
}
