// SPDX-License-Identifier: MIT
#pragma once

#include <string.h>

#include "core/routine.h"
#include "seed.h"

// Random routines for property tests: every verb, repeats inside repeats, gates anywhere.
// The same seed gives the same routine; a failing test prints it.

// xorshift64*: small, good enough, the same everywhere.
static inline uint64_t random_next(uint64_t *seed) {
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * UINT64_C(2685821657736338717);
}

// From low to high, both included.
static inline int random_in(uint64_t *seed, int low, int high) {
    uint64_t next = random_next(seed) >> 33;
    return low < high ? low + (int)(next % (uint64_t)(high - low + 1)) : low;
}

static inline int64_t random_time(uint64_t *seed) {
    return random_in(seed, 1, 40) * 100;
}

static inline int64_t random_part(uint64_t *seed) {
    return random_in(seed, 0, 2) ? random_time(seed) : 0;
}

static inline void random_movement(uint64_t *seed, struct step *step) {
    step->movement = (struct movement_times){
        .move_ms = random_part(seed),
        .hold_ms = random_time(seed),
        .release_ms = random_part(seed),
        .rest_ms = random_part(seed),
    };
    step->count = random_in(seed, 1, 5);
    step->side = (enum side)random_in(seed, SIDE_BOTH, SIDE_EACH);
    step->pace_mine = random_in(seed, 0, 5) == 0;
}

static inline void random_step(uint64_t *seed, struct step *step) {
    step->skippable = random_in(seed, 0, 9) > 0;
    step->in_small_dose = true;
    step->effort = -1;
    step->compress_area = -1;
    step->count = 1;
    if (random_in(seed, 0, 1)) {
        step->say = "Words.";
    }
    switch (step->verb) {
    case VERB_BREATHE:
        step->count = random_in(seed, 1, 6);
        step->breath = (struct breath_times){
            .in_ms = random_time(seed),
            .top_up_ms = random_part(seed),
            .hold_ms = random_part(seed),
            .out_ms = random_part(seed),
            .rest_ms = random_part(seed),
        };
        break;
    case VERB_EXERCISE:
        step->pose = "smile_closed";
        random_movement(seed, step);
        break;
    case VERB_WAIT:
        step->question = "Ready?";
        step->awake_ms = random_in(seed, 0, 1) ? 30000 : 0;
        break;
    case VERB_REPEAT:
        step->count = random_in(seed, 1, 3);
        break;
    default:
        step->length_ms = random_time(seed);
        step->bell_every_ms = random_in(seed, 0, 3) ? 0 : random_time(seed);
        break;
    }
}

// Fills `routine`; free it with routine_free. At least one step has a length.
static inline void random_routine(uint64_t *seed, struct routine *routine) {
    enum { STEPS_MAX = 12 };
    *routine = (struct routine){.tempo_min = 0.5, .tempo_max = 1.5, .rate = true};
    memcpy(routine->id, "random", sizeof "random");
    routine->title = "Random";
    routine->category = (enum category)random_in(seed, 0, CATEGORY_COUNT - 1);
    routine->step_count = random_in(seed, 1, STEPS_MAX);
    routine->steps =
        arena_new(&routine->arena, (size_t)routine->step_count, sizeof *routine->steps);
    int ends[ROUTINE_DEPTH_MAX] = {0};
    int depth = 0;
    for (int index = 0; index < routine->step_count; index++) {
        struct step *step = &routine->steps[index];
        while (depth > 0 && index >= ends[depth - 1]) {
            depth--;
        }
        int room = (depth > 0 ? ends[depth - 1] : routine->step_count) - index - 1;
        step->number = index + 1;
        step->name = "Step";
        step->verb = index == 0 ? VERB_SECONDS : (enum verb)random_in(seed, 0, VERB_COUNT - 1);
        if (step->verb == VERB_REPEAT && (room < 1 || depth == ROUTINE_DEPTH_MAX)) {
            step->verb = VERB_WAIT;
        }
        random_step(seed, step);
        if (step->verb == VERB_REPEAT) {
            step->inner = random_in(seed, 1, room);
            ends[depth++] = index + 1 + step->inner;
        }
    }
}
