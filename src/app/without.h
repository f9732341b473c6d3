// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "run/ticked.h"

// A routine that was done without the screen: one press opens the sheet, the next keeps it. When,
// how much of it and how it felt may be told and need not.

enum without_time {
    WITHOUT_UNTOLD, // of today: just now
    WITHOUT_MORNING,
    WITHOUT_MIDDAY,
    WITHOUT_AFTERNOON,
    WITHOUT_EVENING,
    WITHOUT_TIMES
};

enum without_part {
    WITHOUT_ALL,
    WITHOUT_PULL,   // until it began to pull: stopping well counts
    WITHOUT_ENOUGH, // until it was good enough
    WITHOUT_HALF,
    WITHOUT_LITTLE,
    WITHOUT_PARTS
};

struct without {
    char routine[ROUTINE_ID_MAX + 1];
    // The screen it was opened from, as it was left.
    enum screen_name from;
    struct act focus;
    double offset;
    int back; // days before today, 0 to TICKED_DAYS_BACK
    enum without_time time;
    enum without_part part;
    enum side side; // left or right where it was told
    enum feel feel;
    struct ticked_form form; // as it is done on that day
    bool laid;
};

// The quiet way to it from the page of a routine; returns where it ends.
double without_way(struct window *window, struct box box);

// ACT_WITHOUT: for the routine of the page that is open.
void without_show(struct window *window);
