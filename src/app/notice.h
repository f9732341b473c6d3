// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "run/notices.h"

// What the first screen tells beside what is offered: one card at a time, the most urgent first,
// and a line about how quiet it has been. Each card is answered or put away, and that can be taken
// back.

// The values of ACT_NOTICE: enum notice_answer, and the ways that lead elsewhere.
enum notice_way {
    NOTICE_LOOK = NOTICE_ANSWERS, // at what is new
    NOTICE_OTHER,                 // the fortnights and plans
    NOTICE_QUESTION,              // for the appointment
};

enum { STATUS_MAX = 400 };

struct notice_step {
    enum notice_answer answer;
    struct notice notice;
};

struct first_notice {
    struct notice shown;                // NOTICE_NONE: nothing
    char status[STATUS_MAX];            // "" nothing to tell
    struct notice_step steps[UNDO_MAX]; // a ring
    int step_count;
};

// Reads what there is to tell today.
void notice_read(struct window *window);

// From box.y on, as high as it is; returns where it ends, box.y where there is none.
double notice_paint(struct window *window, struct box box);
// The line about quiet days; the same.
double notice_status(struct window *window, struct box box);

void notice_act(struct window *window, struct act act);
// ACT_NOTICE_BACK, from whatever screen.
void notice_back(struct window *window, int number);
