// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "files/faults.h"

// The words of a configuration file, one after the other, with their lines.
//
// Comments and white space are passed over. What can be seen wrong in one word alone (an unknown
// escape, a number with a unit, a curly quote) is a fault here, and the word then counts as broken:
// a value about which everything has been said.

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_TEXT,
    TOKEN_WHOLE,
    TOKEN_DECIMAL,
    TOKEN_FLAG,
    TOKEN_BROKEN,
    TOKEN_ASSIGN,    // = or :
    TOKEN_COMMA,     // ,
    TOKEN_SEMICOLON, // ;
    TOKEN_OPEN,      // ( [ {
    TOKEN_CLOSE,     // ) ] }
};

struct token {
    enum token_kind kind;
    int line; // where it begins
    const char *start;
    size_t length;
};

// More faults of the plain form of a file than these, and the rest is noise.
enum { SCANNER_FAULTS_MAX = 40 };

struct scanner {
    const char *at, *end;
    int line;
    struct faults *faults;
    int fault_line; // of the latest fault
    int fault_count;
    bool broken; // libconfig would not understand it, or something else
};

struct token scanner_next(struct scanner *scanner);

// A text, at its opening quote (token_text.c).
struct token scanner_take_text(struct scanner *scanner);

// The byte `ahead` of the place, or 0 behind the end; whether a byte is left; over one byte.
char scanner_peek(const struct scanner *scanner, size_t ahead);
bool scanner_left(const struct scanner *scanner);
void scanner_step(struct scanner *scanner);

// Adds a fault without a key: `broken` ones keep libconfig from reading, mere ones do not, so that
// what else is wrong with the file is found as well. A broken one that follows from an earlier
// fault of the same line (`guess`) is kept back.
void scanner_mere_fault(struct scanner *scanner, int line, const char *why);
void scanner_fault(struct scanner *scanner, int line, const char *why);
void scanner_guess(struct scanner *scanner, int line, const char *why);
