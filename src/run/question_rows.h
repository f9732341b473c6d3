// SPDX-License-Identifier: MIT
#pragma once

#include "run/questions.h"

// The table behind run/questions: what is asked before what, and what an answer does.

// When it is asked.
enum question_before {
    BEFORE_FACE = 1 << 0,
    BEFORE_HOLD = 1 << 1,
    BEFORE_WARM = 1 << 2,
    BEFORE_COLD = 1 << 3,
    BEFORE_MASSAGE = 1 << 4,
    BEFORE_SIDE = 1 << 5,
};

// A question, and what its answers do. `key` is the profile key that takes the value; the word of
// an answer is added to `asks`, replaces the value of another key, or, as days ago, becomes a date.
struct question_row {
    struct question question;
    unsigned before; // bits of enum question_before
    const char *key;
    const char *values[QUESTION_ANSWERS_MAX]; // NULL: nothing is stored but that it was asked
    const char *caution;
};

enum { QUESTION_ROWS = 10, QUESTION_MARK_MAX = 64 };
extern const struct question_row question_rows[QUESTION_ROWS];

const struct question_row *question_row_of(const struct question *question);

// What is remembered of a question that was asked and has nothing else to keep.
void question_mark(const struct question_row *row, char to[QUESTION_MARK_MAX]);
