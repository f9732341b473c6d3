// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "core/signs.h"

// What the first screen tells beside what is offered: one card at a time, the most urgent first,
// and a line about how quiet it has been. Each card is answered or put away, and that can be taken
// back.

enum notice_kind {
    NOTICE_NONE,
    NOTICE_SIGN,      // a doctor should hear of it (domain.md 8.6), or a neutral card
    NOTICE_FORTNIGHT, // a fortnight is over: once more, another one, enough
    NOTICE_NEW_PLAN,  // another version of a plan holds, and was not looked at
};

// The values of ACT_NOTICE.
enum notice_answer {
    NOTICE_DOCTOR, // "I am under a doctor for this"
    NOTICE_AWAY,
    NOTICE_AGAIN, // the same fortnight once more
    NOTICE_OTHER, // the fortnights and plans
    NOTICE_STOP,
    NOTICE_LOOK, // at what is new
};

enum { STATUS_MAX = 400 };

struct notice {
    enum notice_kind kind;
    struct sign sign;
    char plan[ROUTINE_ID_MAX + 1]; // of NOTICE_FORTNIGHT and NOTICE_NEW_PLAN
    char title[ROUTINE_TITLE_MAX * 4 + 1];
    int version;             // of the shelf
    int due, done;           // in the fortnight
    int paused;              // days of it
    char status[STATUS_MAX]; // "" nothing to tell
};

// Reads what there is to tell today.
void notice_read(struct window *window);

// From box.y on, as high as it is; returns where it ends, box.y where there is none.
double notice_paint(struct window *window, struct box box);
// The line about quiet days; the same.
double notice_status(struct window *window, struct box box);

void notice_act(struct window *window, struct act act);
// ACT_NOTICE_BACK, from whatever screen.
void notice_back(struct window *window, int value);
