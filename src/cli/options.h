// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "cli/arguments.h"

// The command line as two tables: one row a command, one row an option. Reading, checking and the
// pages of --help all come from here, so that they cannot say different things.

struct command_row {
    const char *word;    // NULL for COMMAND_OPEN
    const char *usage;   // what follows the word
    const char *summary; // one line, translated when shown
    const char *details; // for its own page, or NULL
    int words_min, words_max;
};
extern const struct command_row command_rows[COMMAND_COUNT];

struct option_row {
    const char *name;  // "--data"
    const char *value; // what it takes, "DIR"; NULL: a switch
    const char *help;  // one line, translated when shown
    unsigned commands; // bit 1 << command
    size_t flag;       // a switch: the offset of its bool in struct arguments
    bool (*read)(const char *value, struct arguments *arguments, struct error *err);
    bool value_optional; // it takes a value behind "=" alone; `read` gets NULL without one
};
extern const struct option_row option_rows[];
extern const int option_count;

enum { ARGUMENTS_WORDS_MAX = 4096 }; // words that a command may take where nothing else limits it

// The row of an option for a command, or NULL. With COMMAND_COUNT: of any command.
const struct option_row *option_find(const char *name, size_t length, enum command command);

// The command of that word, or COMMAND_COUNT.
enum command command_find(const char *word);
