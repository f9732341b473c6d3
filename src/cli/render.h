// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/routines.h"
#include "run/house.h"

// One command `render`, for the files cli/render*.c.

struct rendering {
    struct house *house;
    const struct arguments *arguments;
    const struct opened *opened;
    const struct painter *painter;
    const volatile sig_atomic_t *asked_to_stop;
    const char *path; // of what is written
};

// Whether to go on, and how far it has come; false with a reason once somebody has asked to stop.
bool rendering_goes_on(const struct rendering *rendering, struct progress *progress, double share,
                       struct error *err);

// A picture at a moment; the sound; pictures with the sound. Errors name the reason without the
// path.
bool render_picture(const struct rendering *rendering, struct error *err);
bool render_sound(const struct rendering *rendering, struct error *err);
