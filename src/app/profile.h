// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "run/profile_items.h"
#include "store/answers.h"

// What the person told of herself, as a form: a screen with a row for each item, and a page for the
// item that is being changed. Every change is stored when it is made and can be taken back.

// A change that can be taken back: the entry it left behind, and whether what the key answers
// counted as asked before it.
struct told {
    int item;
    char *value;
    int64_t at_s;
    bool asked;
};

struct profile_form {
    enum screen_name from;  // the screen that opened it
    struct field kept;      // what stood in the field there
    bool has_kept;          // the field is the item's now
    struct answer_list all; // as told
    struct act focus;       // of the form, and its scroll
    double offset;
    int item;                        // that is open
    char *effects[ITEM_CHOICES_MAX]; // what each of its choices would switch; NULL or "" nothing
    enum reply answers[ANSWERS];     // the three, while some are still open
    char fault[256];                 // what is wrong with the field
    char written[FIELD_MAX];         // the field as it was stored last
    struct told told[UNDO_MAX];      // a ring
    int told_count;                  // since the beginning
};

// The form, with the focus on that item (-1: as it was left).
void profile_show(struct window *window, int item);
void profile_free(struct profile_form *form);
// On the way elsewhere: what stands in the field is taken, and the field is given back.
void profile_leave(struct window *window);

// The newest answer of an item, NULL: never told.
const struct answer *profile_answer(const struct window *window, int item);
// In words; "" where it was never told.
void profile_answer_words(const struct window *window, int item, struct text_builder *text);

// Reads all again: answers, gates, and the effects of the open item.
void profile_read_all(struct window *window);
// Stores an answer of the open item (NULL: not sure) and says what it switches. False: it cannot be
// kept; the reason is said.
bool profile_tell(struct window *window, const char *value);
// Takes the change of that number back.
void profile_untell(struct window *window, int number);

// The page of an item.
void profile_open(struct window *window, int item);
// Back to the form.
void profile_close(struct window *window);

// The row that leads to the form from elsewhere; returns where it ends.
double profile_way(struct window *window, struct box box);

// The column of both screens, below a head with the way back; profile_column_end takes the y where
// it ended.
struct box profile_column(struct window *window, const char *name, double most);
void profile_column_end(struct window *window, double y);

// The parts of an item's page; each returns where it ends.
double profile_choices(struct window *window, struct box box);
double profile_answers(struct window *window, struct box box);
double profile_entry(struct window *window, struct box box);
// Chips that do something, one after the other; `values` of the act.
struct chips {
    const char *const *labels;
    const int *values;
    int count;
    enum act_kind act;
    int chosen; // -1: none
    int main;   // has the focus at first, -1: none
    int group;
};
double profile_chips(struct window *window, const struct chips *chips, struct box box);

// Puts what is stored into the field.
void profile_fill_field(struct window *window);
// Takes what stands in the field. False: it is wrong, the page says why, nothing is lost.
bool profile_take_field(struct window *window);
// A day earlier, a week earlier ...: a step of the date, by its chip.
void profile_step_date(struct window *window, int chip);
