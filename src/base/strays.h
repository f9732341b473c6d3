// SPDX-License-Identifier: MIT
#pragma once

// What a program has started and let go of: processes that left its group, or lost it. For
// base/child alone.
//
// Every program is started with a mark of its own in its environment, which all that it starts
// inherits. Where the machine shows the environment of a process (Linux, /proc), those that bear
// the mark can be found and ended, whoever their parent is by then.

enum { STRAYS_MARK_MAX = 64 };

// Another mark for each program: "NAME=VALUE".
void strays_mark(char to[STRAYS_MARK_MAX]);

// The environment of this program with the mark in it, up to a NULL; its texts are borrowed, the
// list is freed with memory_free.
char **strays_environment(char *mark);

// Ends every process that bears the mark, this one apart.
void strays_end(const char *mark);
