// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/timeline.h"

// When each `say` of a timeline is spoken, so that no two are heard at once.
//
// A pure function of the timeline and of how long each prompt takes. It is worked out once, before
// the first step, over all sections: live, rendered and printed it is the same. A prompt begins at
// its own time where nothing is being said. Else it waits for the one before it, by at most
// PROMPT_WAIT_MS; where that is not enough it begins then, and the one before has faded out by
// then. What belongs to a gate (its step's words and its question) is always said to its end: what
// comes behind waits for that end, however long it takes, and only from there on for at most
// PROMPT_WAIT_MS.

enum {
    PROMPT_WAIT_MS = 2000, // design section 7
    PROMPT_FADE_MS = 150,  // of a prompt that ends early, the last so many milliseconds of it
};

struct prompt {
    int cue;           // its index in the timeline
    int64_t spoken_ms; // the position at which it begins, at_ms of the cue or later
    int64_t ends_ms;   // at which it is over, or has faded out; spoken_ms: nothing is said
    bool fades;        // it has to end before it is through
};

struct prompts {
    struct prompt *items; // owned; one for each `say` cue, in the order of the cues
    int count;
};

// `lengths_ms` holds a length for each cue of the timeline, of which those with `say` count; 0:
// nothing will be said. The caller frees `prompts` with prompts_free.
void prompts_make(const struct timeline *timeline, const int64_t *lengths_ms,
                  struct prompts *prompts);
void prompts_free(struct prompts *prompts);

// How long a calm voice takes for a text, for as long as nobody has spoken it: 400 ms and 70 ms for
// each character, 14 characters a second. Measured over the shipped routines with flite's voice slt
// at a calm pace; others differ by a fifth.
int64_t prompt_estimate_ms(const char *text);

enum { PROMPT_KNOWN_AFTER = 3 }; // complete sessions of a routine; from then on its words thin out

// Whether the first sentence (core/sentence.h) of this cue's words is enough for a person who knows
// the routine: it says what to do at the start of a step. Whole stay gates, changes of side, the
// end, what is said for the sake of this person (step.say_if, her own trick), and wherever words
// keep somebody from harm: the whole of a routine that warms or cools, a look at the skin, each
// step that moves the face, and the opening of a routine that does.
bool prompt_may_thin(const struct timeline *timeline, int cue);
