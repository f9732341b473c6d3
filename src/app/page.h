// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "core/timeline.h"
#include "run/wish_steps.h"

// The page of one routine: what it is, its steps, what to mind, and the start.

// The values of ACT_FOLD.
enum { PAGE_FOLD_SOURCES, PAGE_FOLD_ADJUST };
// The values of ACT_ADJUST: 2 * wish, and one more for upwards; both sides, left or right; all as
// it is written.
enum { PAGE_SIDES = 2 * WISH_COUNT, PAGE_AS_WRITTEN = PAGE_SIDES + 3 };

struct page {
    int entry;                     // of the repertoire, -1: it is looked at in a plan
    int item;                      // of the plan's page, where it is looked at; else -1
    char plan[ROUTINE_ID_MAX + 1]; // of that page
    struct allowed allowed;        // of what is looked at
    struct timeline *timeline; // as it would be played now, as written where it may not be; NULL
                               // where the file has a fault
    struct timeline_options options; // that it was laid with
    struct wishes wishes;            // what of it the person has changed
    bool sources;                    // shown, not folded away
    bool adjusts;                    // what can be changed is shown
    bool bedtime;                    // it is for going to sleep, this once
    bool unkept;           // the wishes could not be stored: they hold while the page is open
    enum screen_name from; // the screen that opened it
    struct field kept;     // what stood in the field there, while the word is typed
    bool has_kept;
};

void page_open(struct window *window, int entry);
// The routine of an item of the plan's page, which travels in that plan and cannot be played yet or
// any more.
void page_look(struct window *window, int item);
// The page that was opened last, with what holds by now.
void page_again(struct window *window);
// The same while it is shown: focus and place stay.
void page_refresh(struct window *window);
void page_close(struct page *page);

// The routine of the page; NULL: its file has a fault, or no plan carries it any more.
const struct routine *page_routine(const struct window *window);
const struct allowed *page_allowed(const struct window *window);
bool page_lets_play(const struct window *window);
bool page_is_looked_at(const struct window *window);
// The plan that it travels in; NULL: it is of the catalogue.
const struct plan *page_plan(const struct window *window);
// The item of a plan that says how it is played; `plan` NULL: none.
struct today_place page_asked(const struct window *window);
// What stands there while nothing is adjusted. And what of it a plan holds, below the line of what
// can be adjusted; nothing where none does. Returns where it ends.
const char *page_as_it_is(const struct window *window);
double page_held(struct window *window, struct box box);
// As that item says, of what is looked at; NULL: it cannot be laid.
struct timeline *page_compile_looked_at(const struct window *window,
                                        struct timeline_options *options);

// In the smallest layout the start stands in the column, directly below the name, and the name is
// all that the scene holds: at the foot the start would leave no room to read.
bool page_is_smallest(const struct window *window);

// The scene with what it is; what is wrong with its file; what of it is open now, and why; the
// steps with their numbers and times; what to mind; who made it and where it comes from. From box.y
// on; each returns where it ends, the first how high it is.
double page_head(struct window *window, struct box box);
double page_fault(struct window *window, struct box box);
double page_gate(struct window *window, struct box box);
// The quiet ways on from a gate: to what was told, and past it.
double page_ways(struct window *window, struct box box);
double page_steps(struct window *window, struct box box);
double page_care(struct window *window, struct box box);
double page_origin(struct window *window, struct box box);

// What is played, from what may be and from the wishes: reads them, lays the timeline anew.
void page_lay(struct window *window);

// What can be changed about it, in its column; folded away behind one line. Nothing where it may
// not be played or nothing can be changed. Returns where it ends.
double page_adjust(struct window *window, struct box box);
// ACT_ADJUST, and ACT_ADJUST_BACK from whatever screen.
void page_adjust_act(struct window *window, struct act act);
// ACT_BEDTIME; and whether what begins from the page now is for going to sleep.
void page_turn_bedtime(struct window *window);
bool page_is_bedtime(const struct window *window);
// The wishes of a page go into what is about to be played where no store holds them. False: they do
// not fit.
bool page_adjust_carry(const struct window *window, struct preparation *preparation,
                       struct error *err);

// The one button, with what the day allows beside it: the start (ACT_START) or, where it may not be
// played now, what to play instead (ACT_OPEN). ACT_NONE: there is neither.
enum act_kind page_way(const struct window *window);
double page_start_height(const struct window *window);
void page_start(struct window *window, struct box box);
