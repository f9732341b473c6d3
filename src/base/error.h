// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// Why something could not be done: a code for the program, a sentence for the person.
//
// Functions that may fail return bool (or a pointer, NULL for failure) and take a
// `struct error *err` last, never NULL. It is filled where the knowledge is and untouched on
// success.

enum error_code {
    ERROR_NONE = 0,
    ERROR_INPUT,   // what a person wrote (file, option, value) is not right
    ERROR_MISSING, // something that was named does not exist
    ERROR_LIMIT,   // a limit of the program was passed
    ERROR_FILE,    // the file system refused
    ERROR_DEVICE,  // sound or display refused
    ERROR_STORE,   // the history refused
    ERROR_NEWER,   // made by a later version of repose
    ERROR_REFUSED, // against a rule of safety; the text says which
    ERROR_PROGRAM, // another program that was started failed
};

enum { ERROR_TEXT_MAX = 768 };

struct error {
    enum error_code code;
    char text[ERROR_TEXT_MAX]; // UTF-8, one sentence or several lines, no newline at the end
};

// Fills err and returns false, so that failing is one line: `return error_set(err, ...)`. The
// format is translated here, so that rooms without a language of their own hand up a plain
// sentence.
bool error_set(struct error *err, enum error_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// Puts "prefix: " before a text that was set deeper down; returns false.
bool error_prefix(struct error *err, const char *prefix);
