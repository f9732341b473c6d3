// SPDX-License-Identifier: MIT
#pragma once

#include "run/sitting.h"

// A sitting for who follows by a screen reader or a line of braille: plain lines below each other,
// one for each thing that happens, none twice. Nothing moves the cursor and nothing is drawn.

// One line; runs of blanks become one, so that nothing is read that stands there for the eye alone.
void told_line(const char *text);

// A question, each of its answers on a line; what stands before it may be NULL.
void told_question(const char *before, const char *question, const char *const answers[],
                   int count);

struct told {
    int next;    // the first segment that was not yet told
    int entry;   // the passage that was named last, -1 none
    int section; // the gate that was asked last, -1 none
    enum player_state state;
    bool muted;
    bool prepares; // was told
};

// What is going to be played. The keys are named with the first of several.
void told_begin(struct told *told, struct sitting *sitting, const char *aside, bool first);

// What has happened since the last tick.
void told_tick(struct told *told, struct sitting *sitting, const struct tick *tick);

// A key has moved the position: what plays from here on is told again; at rest, where it is.
void told_moved(struct told *told, const struct sitting *sitting);
