// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include "base/error.h"
#include "cli/commands.h"
#include "run/house.h"
#include "run/request.h"

// The player in a terminal: phase, count, words, a bar that breathes, keys. Where everything is
// read aloud (the setting `spoken`) the same keys, but plain lines below each other. Where standard
// output is no terminal, or a dumb one, one plain line for each phase instead. Where standard input
// is no terminal nothing is asked and every gate passes.
//
// `asked_to_stop` becomes non-zero by a signal: the session is then stored and the terminal put
// back as it was.
enum status terminal_play(struct house *house, const struct play_request *request,
                          const volatile sig_atomic_t *asked_to_stop, struct error *err);
