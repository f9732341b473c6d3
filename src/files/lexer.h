// SPDX-License-Identifier: MIT
#pragma once

#include "base/file.h"
#include "files/faults.h"

// Looks at the bytes of a configuration file before libconfig does, and refuses what libconfig
// would follow, misread, or take minutes for (measured with libconfig 1.5; the facts stand in
// docs/routine-format.md).
//
// States: code, string with escapes, line comment, block comment. Knows nothing of routines.

enum {
    LEXER_BRACKETS_MAX = 16, // open at once
    LEXER_SETTINGS_MAX = 64, // named settings in one group
    LEXER_ALL_MAX = 20000,   // named settings and elements in a file
    LEXER_FILE_MAX = 262144, // bytes
};

// Blanks out a byte order mark in place and adds a fault for everything found. True when libconfig
// may read it, so that the rest can be looked at: a number too large, an unknown escape and bytes
// that are no UTF-8 are faults, but leave the form of the file as it is.
bool lexer_check(struct bytes *bytes, struct faults *faults);
