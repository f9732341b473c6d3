// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "base/text.h"
#include "run/plan_coming.h"
#include "run/plan_shelf.h"
#include "run/starters.h"

// Plans: a screen with all of them, the page of one, a pause, and the way in for one that comes as
// a file.
//
// The page shows a plan that is kept, a starter that may be begun, or a file that was read and is
// not taken over yet; what is asked for looks alike in all three.

enum plan_page {
    PLAN_KEPT,    // a version of the shelf
    PLAN_STARTER, // begun with its button
    PLAN_COMING,  // from a file, taken over with its button
};

// The values of ACT_FOLD.
enum { PLANS_FOLD_ENDED, PLANS_FOLD_VERSIONS };

// A step that can be taken back.
enum plan_step_kind { STEP_ADDED, STEP_REMOVED, STEP_PAUSED, STEP_GOES_ON };
struct plan_step {
    enum plan_step_kind kind;
    char plan[ROUTINE_ID_MAX + 1];
    char row[UUID_TEXT_MAX];   // of a version that was added, "": it was there
    struct stored_pause pause; // that was told or taken away
    enum side side;            // that was told with a version, SIDE_NONE: none
    int64_t side_at_s;         // when
};

// A pause while it is told.
struct plan_telling {
    int64_t from;
    int days;
    int reason; // of the chips, -1: none
    bool all;   // plans
};

// Whose side a plan that comes is for, while that is asked.
struct plan_whose {
    bool asked;     // she told none yet, or another one than the plan names
    enum side own;  // as it was told before
    enum side told; // SIDE_NONE: not answered yet
    bool keeps;     // the answer goes into what she told, too
};

// The card with what is new in a plan.
enum plan_new {
    NEW_NONE,
    NEW_WHOLE, // it lies in sight when the page comes up
    NEW_LONG,  // its end does not: its button would drag the page down
};

struct plans {
    enum screen_name from; // opened the room
    struct plan_shelf shelf;
    struct starters starters;
    bool starters_read;
    enum plan_page page;
    int open;                     // the version, or the starter
    struct plan_coming coming;    // from a file
    struct text_builder warnings; // of it, one to a line
    bool has_coming;
    struct text_builder differs; // from what she told, one to a line
    struct plan_whose whose;
    bool ended, versions; // shown, not folded away
    bool seen;            // what is new in the open one
    enum plan_new fresh;
    struct text_builder faults; // of the file that could not be read, one to a line
    int fault_count;
    struct text_builder refusal; // why it is no plan at all, in place of faults
    int dropped;                 // files of the present drop
    struct plan_telling telling;
    struct field kept; // what stood in the field before
    bool has_kept;
    struct plan_step steps[UNDO_MAX]; // a ring
    int step_count;
};

// The room: all plans or, where one alone is in force, its page.
void plans_show(struct window *window);
void plans_show_all(struct window *window);
void plans_free(struct plans *plans);
// On the way elsewhere: the field is given back.
void plans_leave(struct window *window);
// Back to where the room was opened.
void plans_close(struct window *window);

// Reads what is kept. False: it cannot be read, which was said; the shelf is empty then.
bool plans_read(struct window *window);
// Reads the shipped fortnights, once.
void plans_read_starters(struct window *window);
// Whether anything can be kept; what to do about it was said where not.
bool plans_can_keep(struct window *window);

// To the room, from wherever; reads what is kept.
void plans_enter(struct window *window);
// What was read from a file is the plan of PLAN_COMING from now on; `coming` is empty then.
void plans_take_coming(struct window *window, struct plan_coming *coming,
                       const struct faults *faults);
void plans_drop_coming(struct plans *plans);

// The page of a version, of a starter, of a file that was read.
void plans_open(struct window *window, enum plan_page page, int open);
// The page that was opened last, as it stands now.
void plans_again(struct window *window);

// The plan of the page. NULL: it was taken back while another screen was shown.
const struct plan_file *plans_file(const struct window *window);
// How it is kept; NULL: it is not.
const struct stored_plan *plans_stored(const struct window *window);
// The newest version of each plan in `versions`, which has room for all; returns how many. Those
// that are removed or over come only with `ended`.
int plans_newest(const struct window *window, bool ended, int *versions);
bool plans_is_over(const struct window *window, int version);
// The place of a plan's newest version that is not removed, -1: none.
int plans_find(const struct window *window, const char *id);

// The field of the room, empty; the one of the screen before is kept until plans_leave.
void plans_take_field(struct window *window);

// A pause of the plan of the page is told; one of the shelf is taken away.
void plan_pause_show(struct window *window);
void plan_pause_remove(struct window *window, int index);

// The screen for a file's path. And a file that was dropped or written there: to the page of what
// is in it, or to what is wrong with it.
void plan_file_show(struct window *window);
void plan_file_take(struct window *window, const char *path);
// A drop begins; each of its files comes. The first alone is looked at.
void plan_file_drop_begins(struct window *window);
void plan_file_drop(struct window *window, const char *path);
// The path that is meant by what file managers and shells hand over: quotes around it, file:// with
// %20, the home as "~". The caller frees it.
char *plan_file_plain(const char *text);

// The row that leads here from elsewhere; returns where it ends.
double plans_way(struct window *window, struct box box);

// What was done and can be taken back: says it, with the way back. `step` is the window's then.
void plans_did(struct window *window, const char *text, struct plan_step step);
void plans_undo(struct window *window, int number);
