// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// What the asking screens share: one column in the middle of the window, a question, eleven
// circles, up to five answers, buttons beside one another. What is higher than the window scrolls.

// The ground of the window without the scene.
void ask_ground(struct window *window);

// The way back at the upper start.
void ask_back(struct window *window, const char *label);

// Begins the column, `most` design pixels wide; *column is where it stands. It lies in the middle
// of what is free as soon as its height is known. ask_column_end takes the y where it ended.
//
// Where the window is low against its text `question` (NULL: none) stands above what scrolls, so
// that nobody answers what they cannot read; true then, and the column leaves it out.
bool ask_column(struct window *window, double most, const char *question, struct box *column);
void ask_column_end(struct window *window, double y);

// Each returns where it ends.
double ask_question(struct window *window, const char *above, const char *question, struct box box);
double ask_line(struct window *window, const char *text, enum text_size size, enum token token,
                struct box box);

// Buttons in a row, or under one another where the row finds no room.
struct choice {
    struct button button;
    struct act act;
};
double ask_buttons(struct window *window, const struct choice *choices, int count, struct box box);

// Answers 1-6 under one another; `main` is the one that has the focus at first, -1: none.
struct answers {
    const char *labels[6];
    int count;
    enum act_kind act; // its value is 1-6
    int main;
};
double ask_answers(struct window *window, const struct answers *answers, struct box box);

// A digit as a rating: 1 and then 0 within 0.8 s is 10, and so is T (domain.md 6.3). -1: it is
// neither.
enum { ASK_TEN_WITHIN_MS = 800 };
int ask_digit(struct window *window, const SDL_KeyboardEvent *event, int chosen);
// The keys of a rating: digits choose, arrows move, Backspace clears; *rating is -1 while nothing
// is chosen.
bool ask_rating_key(struct window *window, const SDL_KeyboardEvent *event, int *rating);
