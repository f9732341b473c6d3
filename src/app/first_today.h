// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "run/today_week.h"

// Today on the first screen, where a plan is in force: what is asked for with its state, what the
// one large button plays, and tasks that are ticked. A day that rests and a day that is done say
// so; nothing is counted as left.

// The values of ACT_TODAY: all that is open now in a row, the first of it alone, or one row.
enum { TODAY_ALL, TODAY_FIRST, TODAY_ROW };

struct first_day {
    struct today today;
    const char *chain[TODAY_CHAIN_MAX]; // what is open now, borrowed from `today`
    int chain_count;
    int64_t chain_ms;
    struct today_week week;
    bool has_week;                        // it could be read
    bool away;                            // nothing was played for five days or more
    int gentle;                           // the entry for "Two minutes?", -1: none
    char ticked[UNDO_MAX][UUID_TEXT_MAX]; // a ring: ticks of tasks that can be taken back
    int ticked_count;
};

// Reads the day anew; window->day is NULL where nothing is asked for by any plan.
void first_today_read(struct window *window);
void first_today_free(struct first_day *day);

// The rows below their head; returns where they end.
double first_today_list(struct window *window, struct box box);

// The seven days of this week; the same.
double first_today_week(struct window *window, struct box box);
// How a thing of today or a day stands, as a sign in that box.
void first_mark(struct window *window, enum week_mark mark, struct box box);

void first_today_act(struct window *window, struct act act);
// ACT_TASK_BACK, from whatever screen.
void first_today_untick(struct window *window, int number);

// What stands on the card at the head, besides its buttons.
enum first_state {
    FIRST_NEXT,   // the chain
    FIRST_GENTLE, // after days away
    FIRST_LATER,  // more today, not yet
    FIRST_DONE,
    FIRST_ENOUGH,
    FIRST_RESTS, // a rest day
    FIRST_FREE,  // nothing is asked for today
};
enum first_state first_today_state(const struct window *window);
// The row that the chain begins with, or that comes next; NULL: none.
const struct today_row *first_today_next(const struct window *window);
