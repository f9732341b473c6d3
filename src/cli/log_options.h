// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "cli/arguments.h"

// `repose log` as two tables: what can be logged, and the options of each. An option belongs to
// some of these only and is read by the one it belongs to, so the command line keeps it as it was
// written (struct kept_option).

enum log_kind {
    LOG_TWITCH,
    LOG_DAY,
    LOG_WEEK,
    LOG_EVENT,
    LOG_SESSION,
    LOG_QUESTION,
    LOG_TASK,
    LOG_SPASM,
    LOG_LIST,   // what was entered
    LOG_CHANGE, // one of these
    LOG_REMOVE,
    LOG_KINDS
};

struct log_row {
    const char *word;
    const char *usage;   // what follows the word
    const char *summary; // one line, translated when shown
    const char *details; // for its own page
    int words_min, words_max;
};
extern const struct log_row log_rows[LOG_KINDS];

struct log_option {
    const char *name;  // "--note"
    const char *value; // what it takes
    const char *help;  // one line, translated when shown
    unsigned kinds;    // bits 1 << enum log_kind
};
extern const struct log_option log_options[];
extern const int log_option_count;

// The kind of that word, or LOG_KINDS.
enum log_kind log_kind_find(const char *word);

// The option of that name whatever it belongs to, or NULL.
const struct log_option *log_option_find(const char *name, size_t length);

// Whether every kept option belongs to that kind; err names the nearest or all of them.
bool log_options_fit(enum log_kind kind, const struct arguments *arguments, struct error *err);
