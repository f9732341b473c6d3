// SPDX-License-Identifier: MIT
#pragma once

#include "run/diary_entry.h"
#include "run/ticked.h"

// What was practised in the last seven days, held against what the plans asked for on each: a row
// for each routine and side and for each task, then the routines that were done outside of any
// plan. What was done without the screen can be ticked there and taken back; what the program
// recorded stays. The numbers are those of core/adherence.

enum {
    PRACTICE_DAYS = 7, // the last of them is today
    PRACTICE_ROWS_MAX = 40,
    PRACTICE_OUTSIDE_MAX = 6,        // routines that no plan asks for
    PRACTICE_OUTSIDE_LOOK_DAYS = 14, // how far back one counts as done lately
};

struct practice_cell {
    int due;    // asked for that day
    int done;   // complete, the ticked ones among them; may be more than were asked for
    int ticked; // without the program, complete or not; of a task all of them
    int parts;  // recorded, begun and not complete
};

struct practice_row {
    char id[ROUTINE_ID_MAX + 1];   // of the routine, "" of a task
    enum side side;                // left or right where that is asked for, else none
    char *task;                    // owned, NULL of a routine
    const struct routine *routine; // NULL: a task, or it has left the catalogue
    char *title;                   // owned; with its side
    bool asked;                    // by a plan, on one of the days
    struct practice_cell cells[PRACTICE_DAYS];
};

struct practice {
    struct person person;      // owned; what the rows borrow from
    int64_t first, today;      // the days
    bool rests[PRACTICE_DAYS]; // the plans of that day were paused
    struct practice_row rows[PRACTICE_ROWS_MAX];
    int count;
    struct diary_entry_list entries; // sessions and tasks of the days, the newest first
    int *row_of;                     // of each entry, -1: none
};

// Reads the person anew. The caller calls practice_free, after a failure too.
bool practice_read(struct house *house, struct practice *practice, struct error *err);
void practice_free(struct practice *practice);

// What a tick does to a cell: one time more until it is done as often as it was asked for (once
// where nobody asked), then what was ticked is taken back.
enum practice_move {
    PRACTICE_ADDS,
    PRACTICE_TAKES,
    PRACTICE_STAYS, // all that is there was recorded, or the routine has gone
};
enum practice_move practice_move(const struct practice *practice, int row, int day);

// Entries that are to be stored and others that go, as one step. Owned.
struct practice_change {
    struct diary_entry_list added, taken;
};
void practice_change_free(struct practice_change *change);

// The change that a tick makes: of a cell; of a whole row, but for today, which is not over; of all
// that was asked for on a day. There all that is open is ticked or, where nothing is, what was
// ticked is taken back. False: nothing changes; with err where something went wrong.
bool practice_turn(struct house *house, const struct practice *practice, int row, int day,
                   struct practice_change *change, struct error *err);
bool practice_turn_row(struct house *house, const struct practice *practice, int row,
                       struct practice_change *change, struct error *err);
bool practice_turn_day(struct house *house, const struct practice *practice, int day,
                       struct practice_change *change, struct error *err);

// Makes it so, all or nothing, and the other way round. What comes back is a new entry.
bool practice_keep(struct house *house, struct practice_change *change, struct error *err);
bool practice_undo(struct house *house, struct practice_change *change, struct error *err);
