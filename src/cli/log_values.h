// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "cli/arguments.h"
#include "run/house.h"

// The values of `repose log`: what was given behind an option, read and held against its range.
// Each function returns false with err naming the option and what is allowed.

// The last value given for an option, NULL for none.
const char *log_value(const struct arguments *arguments, const char *option);

// A whole number from 0 to `most`; `*value` stays as it is when it was not given.
bool log_number(const struct arguments *arguments, const char *option, int most, int *value,
                struct error *err);
// The same for a text that is there; `name` begins the error.
bool log_read_number(const char *name, const char *text, int most, int *value, struct error *err);

// The index of one of `count` words; `*index` stays as it is when the option was not given.
bool log_word(const struct arguments *arguments, const char *option, const char *const words[],
              int count, int *index, struct error *err);
bool log_read_word(const char *name, const char *text, const char *const words[], int count,
                   int *index, struct error *err);

// An owned copy in *note, NULL for none.
bool log_note(const struct arguments *arguments, char **note, struct error *err);
// Whether a text of a person's own may be kept: UTF-8, not empty, at most 500 characters, nothing
// that controls a terminal but line ends and tabs.
bool log_text_fits(const char *name, const char *text, struct error *err);

// A date, perhaps with a time; at most a day ahead where it may not lie `ahead`. Without its year
// it is the last one that has passed, `ahead` the nearest.
struct log_date {
    int64_t day; // local day number
    bool timed;
    struct wall at; // where a time was given
};
bool log_read_date(const struct house *house, const char *option, const char *text, bool ahead,
                   struct log_date *date, struct error *err);

// --at: a moment. A day alone is its noon, today's now while that is before noon. `otherwise` when
// it was not given.
bool log_at(const struct house *house, const struct arguments *arguments, struct wall otherwise,
            struct wall *at, struct error *err);
// --on: a day; today when not given. An appointment lies ahead by nature.
bool log_on(const struct house *house, const struct arguments *arguments, bool ahead,
            struct log_date *date, struct error *err);
