// SPDX-License-Identifier: MIT
#pragma once

#include "run/diary_entry.h"

// What an entry of the diary says, value by value, whatever kind it is of: so that the window, the
// command line and the tests correct every one of them by the same table.

enum diary_value {
    VALUE_TWITCH,
    VALUE_STRENGTH,
    VALUE_PER_MINUTE,
    VALUE_SEVERITY,
    VALUE_FREQUENCY,
    VALUE_IMPACT,
    VALUE_EFFECT,
    VALUE_BEFORE,
    VALUE_AFTER,
    VALUE_PLAYED, // seconds
    VALUE_FIELDS, // of a day, in the order of enum day_field
    VALUE_EVENT = VALUE_FIELDS + FIELD_COUNT,
    VALUE_SIDE,
    VALUE_FEEL,
    VALUE_ENDED,
    VALUE_WHY,
    VALUE_PLACES,
    VALUE_TICKS,
    VALUE_TEXT,
    VALUE_NOTE,
    VALUE_AT, // when it was, or began
    VALUE_ON, // its day, where it has no time of its own
    VALUE_UNTIL,
    DIARY_VALUES
};

enum diary_value_type {
    TYPE_NUMBER, // 0 to most
    TYPE_WORD,   // one of a list
    TYPE_WORDS,  // any of a list
    TYPE_TEXT,
    TYPE_DATE, // a day, perhaps with a time
};

struct diary_value_row {
    const char *option; // of the command line
    enum diary_value_type type;
    double most;  // of a number
    bool decimal; // else whole
    bool needed;  // without it there is no entry
    const char *const *words;
    int word_count;
};
struct diary_value_row diary_value_row(enum diary_value value);

// Whether an entry of its kind can say that. When and how long a session was is told by the person
// only where it was ticked: of others the program has measured it.
bool diary_value_belongs(const struct diary_entry *entry, enum diary_value value);

// Of TYPE_NUMBER the number, of TYPE_WORD the place in the list; -1: not told.
double diary_value_number(const struct diary_entry *entry, enum diary_value value);
void diary_value_set_number(struct diary_entry *entry, enum diary_value value, double number);

// Of TYPE_WORDS, bits 1 << place in the list.
uint64_t diary_value_bits(const struct diary_entry *entry, enum diary_value value);
void diary_value_set_bits(struct diary_entry *entry, enum diary_value value, uint64_t bits);

// Of TYPE_TEXT, where it is kept; owned by the entry, NULL: not told.
char **diary_value_text(struct diary_entry *entry, enum diary_value value);

// Of TYPE_DATE. An end that is not told is the day EVENT_OPEN.
struct diary_date {
    int64_t day;
    bool timed;
    struct wall at; // where it is
};
struct diary_date diary_value_date(const struct diary_entry *entry, enum diary_value value);
// A day without a time keeps the clock of the time that was told before. The day that the entry
// belongs to follows by `house`, but of a rating, a form and a week not before it is put.
void diary_value_set_date(const struct house *house, struct diary_entry *entry,
                          enum diary_value value, const struct diary_date *date);
