// SPDX-License-Identifier: MIT
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/file.h"

// Other programs: started without a shell, in a process group of their own, and never left behind.
// When a call here returns, or a process is closed or killed, the program and whatever it started
// have ended and been waited for, on Linux even what made itself a session of its own (setsid).
//
// A program inherits the environment and nothing else: of open files only its three standard
// streams, which are pipes of ours, and no signal that is blocked or ignored here. One that goes
// away while it is written to raises no SIGPIPE. Every call may be made from any thread; one
// process belongs to one thread at a time.

struct process_options {
    const char *const *words; // argv, up to a NULL; words[0] is looked up in PATH
    const void *input;        // to its standard input, which is then closed; it need not read it
    size_t input_size;
    size_t output_most;        // bytes; more: ended, ERROR_LIMIT
    int64_t time_most_ms;      // longer: ended, ERROR_LIMIT
    const char *written;       // NULL, or a file that it writes: longer than output_most: the same
    const atomic_bool *cancel; // NULL, or true ends it within a twentieth of a second
};

// Runs a program to its end. What it printed, with a closing zero behind it, is the caller's
// (bytes_free). False, and nothing in `output`, when it could not be started (ERROR_MISSING where
// there is no such program), passed a limit, was cancelled (ERROR_LIMIT) or did not end with status
// 0 (ERROR_PROGRAM, with the last line of its standard error).
bool process_run(const struct process_options *options, struct bytes *output, struct error *err);

// A program that is fed piece by piece. What it prints is thrown away; the last line of its
// standard error is kept for the error. NULL when it could not be started.
struct process;
struct process *process_open(const char *const *words, struct error *err);

// A program that takes nothing for so long, or does not end so long after its input has, is stuck.
enum { PROCESS_STUCK_MS = 60000 };

// Waits until all is taken. False when the program has ended, has closed its input or is stuck;
// process_close or process_kill is still due.
bool process_write(struct process *process, const void *data, size_t size, struct error *err);

// From now on a true `cancel` (borrowed) ends the waiting in process_write and process_close, which
// then fail.
void process_heed(struct process *process, const atomic_bool *cancel);

// For a program that tells of a failure and ends with status 0 all the same: from now on
// process_close fails when it has said anything on its standard error.
void process_be_strict(struct process *process);

// Closes its input, waits for the end and frees `process`; false when it did not end with status 0.
bool process_close(struct process *process, struct error *err);
// Ends it at once and frees it; NULL is fine.
void process_kill(struct process *process);

// Whether there is such a program: in PATH, or where a word with a slash says.
bool process_find(const char *word);
