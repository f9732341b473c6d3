// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/practice.h"

// The last seven days as a grid: a row for each thing that was asked for or done, a cell for each
// day, which is ticked for what was done without the screen. Where the window is small or the text
// large it is one day at a time.

enum { PRACTICE_PITCH = 8 }; // the value of ACT_CELL is row * PRACTICE_PITCH + day

enum practice_group { PRACTICE_GROUP_CELLS = 1 }; // arrows move in it

struct practice_form {
    enum screen_name from; // the screen that opened it
    struct practice practice;
    int day;                                // that is shown where one is, 0 the first
    struct practice_change steps[UNDO_MAX]; // a ring
    int step_count;                         // since the beginning
};
void practice_form_free(struct practice_form *form);

// ACT_PRACTICE, and the row that leads there from Today; returns where it ends.
void practice_show(struct window *window);
double practice_way(struct window *window, struct box box);

// What is stored, read again; where nothing is shown it does nothing.
void practice_again(struct window *window);
// ACT_CELL_BACK, from whatever screen.
void practice_take_back(struct window *window, int number);

// Whether the grid finds room.
bool practice_has_grid(const struct window *window, double width);
// The grid, or the day; from box.y on, each returns where it ends.
double practice_grid(struct window *window, struct box box);
double practice_day(struct window *window, struct box box);

// "Friday, 20 November".
enum { PRACTICE_NAME_MAX = 2 * DAY_WORDS_DATE_MAX };
void practice_day_name(const struct practice *practice, int day, char to[PRACTICE_NAME_MAX]);

// How a cell stands in words: "1 of 2 done, without the screen".
void practice_words(const struct practice *practice, int row, int day, struct text_builder *words);
// The signs and what they tell; returns where it ends.
double practice_legend(struct window *window, struct box box);
// Its sign, in the middle of a box.
void practice_mark(struct window *window, int row, int day, struct box box);
