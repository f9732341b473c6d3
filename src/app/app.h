// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>
#include <stdbool.h>

#include "base/error.h"
#include "run/house.h"
#include "run/request.h"

// The window: everything a person sees and presses, from the first screen to the end of a session.

struct app_options {
    struct house *house;                // with its catalog read; the store is opened if it is not
    const struct play_request *request; // without routines the list comes first
    bool from_right;                    // laid out from the right, whatever the language
    // Set by a signal handler; the window ends as if it were closed. NULL: nobody asks.
    const volatile sig_atomic_t *asked_to_stop;
};

// Opens the window and returns when it is closed: 0, or 1 with `err` when there is no display or
// the routine cannot be played. A session that was under way is stored before it returns.
int app_run(const struct app_options *options, struct error *err);
