// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "files/settings.h"

// The keys of the settings file as a table, and one key's value to text and back.
//
// For the settings alone: elsewhere a setting is a field of struct settings.

enum { SETTING_ROWS_MAX = 48, SETTING_TEXT_MAX = 256 };

enum setting_kind {
    SETTING_FLAG,     // bool: true false
    SETTING_WHOLE,    // int
    SETTING_SECONDS,  // int of milliseconds, written as seconds: 3.5
    SETTING_TIME,     // int of minutes after midnight, written as 04:00
    SETTING_WORD,     // char[16], one of `words`
    SETTING_SWITCH,   // the same, and the words of a flag stand for on and off
    SETTING_NAME,     // char[32], of a file without its ending: a-z, 0-9 and -
    SETTING_LANGUAGE, // char[16]: de, pt_BR; "" is written as "system"
    SETTING_COMMAND,  // char[SETTINGS_COMMAND_SIZE]: one line of any text
};

struct setting_row {
    const char *key;
    enum setting_kind kind;
    size_t offset;            // in struct settings
    int least, most;          // in the field's own unit
    const char *const *words; // SETTING_WORD: up to a NULL
    const char *help;
};

extern const struct setting_row setting_rows[];
extern const int setting_row_count;

// The value as text.
void setting_text(const struct settings *settings, const struct setting_row *row, char *to,
                  size_t size);
// Takes a value from text; false and unchanged when it is not right.
bool setting_take(struct settings *settings, const struct setting_row *row, const char *value);
// What would be right: "takes a whole number from 0 to 100".
void setting_wanted(const struct setting_row *row, char *to, size_t size);
