// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include "cli/arguments.h"
#include "cli/commands.h"

// What lies around a command: the standard streams, signals, the house, the exit status.
//
// There are two programs. `repose` (main.c) has every command that needs nothing but files and the
// history; `repose-player` (player.c) has those with something to be seen or heard, and takes over
// when one of them is asked for. Its libraries are some ninety, and to load them takes ten times as
// long as a day's command works.

typedef enum status command_function(struct house *house, const struct arguments *arguments,
                                     struct error *err);

// Reads the command line. False: it was wrong, and err says how.
bool program_begin(int argc, char **argv, struct arguments *arguments, struct error *err);

// Does what was asked for. A command that has no function here is the other program's.
enum status program_run(command_function *const commands[], const struct arguments *arguments,
                        struct error *err);

// Says what went wrong, frees the arguments; the exit status.
int program_end(enum status status, struct arguments *arguments, const struct error *err);

// From now on SIGINT, SIGTERM and SIGHUP do no more than set what this returns: a session that is
// asked to stop ends and is recorded, a file that is being made is removed.
const volatile sig_atomic_t *program_heed_stop(void);

// Each line of a message names the program, so that it is known among those of others.
void program_complain(const char *text);
