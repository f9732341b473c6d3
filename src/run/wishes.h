// SPDX-License-Identifier: MIT
#pragma once

#include "core/timeline.h"
#include "store/store.h"

// How a person would like a routine: slower, one side, fewer, held for longer, another length.
// Remembered for each routine; the command line may ask for others once.
//
// Repetitions go downwards from the written number, the hold stays within the published range, the
// number of breaths is one that the file names (domain.md 12, common rules). More goes with a
// therapist's plan: its numbers stand in place of the written ones, and a wish stays below them.

struct wishes {
    double tempo; // 0: as written
    enum side side;
    int reps;          // at most so many of each movement, 0: as written
    int64_t hold_ms;   // 0: as written
    int cycles;        // of breath, 0: as written
    int64_t length_ms; // of the whole; becomes the number of breaths that comes nearest. 0: none
};

// Whether the routine can be played so; resolves `length_ms`. `asked`: by a plan, NULL: nothing.
// `cycles_most` is what its limit allows now, 0: all. False: err says what would be right.
bool wishes_check(const struct routine *routine, const struct timeline_asked *asked,
                  int cycles_most, struct wishes *wishes, struct error *err);

// The most repetitions of a movement as written, or as a plan asks; 0: it has none.
int wishes_reps_most(const struct routine *routine, const struct timeline_asked *asked);
// The numbers of breaths there are to choose from.
int wishes_choice_count(const struct routine *routine);
int wishes_choice_at(const struct routine *routine, int index);
// How long the whole is, without anybody's dose; INT64_MAX where it cannot be laid.
int64_t wishes_length(const struct routine *routine, const struct timeline_asked *asked,
                      const struct wishes *wishes);

// What `more` asks for goes over what `wishes` did.
void wishes_join(struct wishes *wishes, const struct wishes *more);

void wishes_apply(const struct wishes *wishes, struct timeline_options *options);

// What was remembered for a routine; nothing without a store, and nothing that its file, or the
// plan, no longer allows. Of the side a plan's word counts.
bool wishes_read(struct store *store, const struct routine *routine,
                 const struct timeline_asked *asked, struct wishes *wishes, struct error *err);
bool wishes_keep(struct store *store, const char *routine, const struct wishes *wishes,
                 struct error *err);
