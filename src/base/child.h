// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/strays.h"

// A running program and the pipes to it. For base/process alone.

struct child {
    pid_t pid;
    int input;      // the end to write to; -1: closed
    int output;     // the end to read from; -1: closed, or not asked for
    int complaints; // its standard error
    char mark[STRAYS_MARK_MAX];
};

// Starts words[0] of PATH in a group of its own. With `heard` its standard output is a pipe, else
// it goes nowhere. The pipes' ends here do not block.
bool child_begin(const char *const *words, bool heard, struct child *child, struct error *err);

// Whether the program itself has ended. It is not yet waited for, so that its number, and that of
// its group, cannot have become another's.
bool child_has_ended(const struct child *child);

// Ends whatever runs of its group or has strayed from it, waits, closes the pipes. The status is
// the program's as waitpid gives it, -1 where the machine had already thrown it away.
int child_end(struct child *child);

// Closes one end and forgets it.
void child_close(int *end);
