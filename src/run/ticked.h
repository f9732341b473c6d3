// SPDX-License-Identifier: MIT
#pragma once

#include "run/allowed.h"
#include "store/sessions.h"

// A session that was done without the program, at the mirror or on the train, and is told
// afterwards. It counts as any other, carries its source and is shown apart (domain.md 7.1). It is
// what was, so gates, limits and age never refuse it (design section 6).

// How far back the window takes one; the command line takes any day.
enum { TICKED_DAYS_BACK = 7 };
bool ticked_takes_day(int64_t day, int64_t today);

// Which item of the plans of a day it was done for. Without a plan the one that a routine would be
// played for on that day, for that side (SIDE_NONE: any).
struct ticked_for {
    int64_t day;
    struct today_place place;
    enum side side; // left or right where that is told, else none
};

// A routine as this person does it: with the dose of the item, her own and her wishes.
struct ticked_form {
    const struct routine *routine; // borrowed
    const struct plan *plan;       // that asks for it, NULL: none; borrowed
    struct timeline_options options;
    int64_t length_ms;
};
// False: it cannot be laid, or it has no such side; err says why.
bool ticked_lay(struct house *house, const struct person *person, const struct routine *routine,
                const struct ticked_for *done_for, struct ticked_form *form, struct error *err);

// When it began, on a day that is `day` by the one function that decides it: at so many minutes
// after midnight, -1 where that is not told. Then it is noon of a day that is over, and of today it
// has just ended. Nothing of today lies ahead.
struct wall ticked_began(struct wall now, int64_t day, int minute, int64_t played_ms,
                         int day_starts_min);

// What is told of it; ticked_told_nothing is all that is needed.
struct ticked_told {
    bool began_told;
    struct wall began;  // else it has just ended
    bool time_untold;   // some time of its day: `began` has the day alone
    int64_t played_ms;  // 0: all of it
    enum ending ending; // ENDING_NONE: by what was played
    enum why why;
    enum feel feel;
    int before, after; // 0-10, -1: not told
    const char *note;  // NULL: none
};
struct ticked_told ticked_told_nothing(void);

// Ending well counts in nmr and rom alone; elsewhere what was played decides (domain.md 7.1).
enum ending ticked_ending(enum ending told, enum category category, int64_t played_ms,
                          int64_t planned_ms);

// The session as it is kept: complete or partial, with side and dose. Owns its texts; it has no id
// before it is stored (diary_entry_put).
struct session_record ticked_record(const struct ticked_form *form, const struct ticked_told *told,
                                    struct wall now);
