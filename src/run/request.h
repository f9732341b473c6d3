// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/timeline.h"

// What the command line asked of the player, as plain values: the window does not know cli/.

struct play_request {
    const char *const *routines; // as typed: ids, or paths to files; borrowed
    int routine_count;           // 0: none, the list comes first
    bool mute, no_voice, no_ambience, no_record;
    bool bedtime;      // for going to sleep (chain.h)
    bool mini;         // begins in the window's small form, without a question before
    int64_t from_ms;   // 0: from the beginning
    double tempo;      // 0: as remembered, else as written
    enum side side;    // SIDE_LEFT or SIDE_RIGHT; SIDE_NONE: as written
    int reps;          // at most so many of each movement, 0: as remembered, else as written
    int64_t hold_ms;   // the same
    int64_t length_ms; // of the whole, the nearest that the routine offers; the same
    bool remember;     // keep these four for the next time
    bool anyway;       // --anyway: play against a closed gate, after the word was typed
    const char *anyway_routine; // --anyway=ROUTINE: said for this one, without asking; borrowed
    int before, after;          // ratings given on the command line, -1: none
    int fps;                    // pictures a second, 0: as the display likes
};

// A picture of the player at a moment, for a file.
struct still_request {
    const struct routine *routine;           // borrowed
    const struct timeline_options *timeline; // borrowed
    int64_t at_ms;                           // from 0 to before the end of the timeline
    int width, height;                       // pixels
};

// A painted picture: 32 bits a pixel, the upper eight unused, as Cairo's RGB24.
struct still_pixels {
    const unsigned char *bytes;
    int stride;
};
