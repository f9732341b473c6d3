// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/routines.h"
#include "report/film_kind.h"
#include "run/house.h"

// One command `render`, for the files cli/render*.c.

struct rendering {
    struct house *house;
    const struct arguments *arguments;
    const struct opened *opened;
    const struct painter *painter;
    const volatile sig_atomic_t *asked_to_stop;
    const char *path; // of what is written, as it was typed
};

// Whether to go on, and how far it has come; false with a reason once somebody has asked to stop.
bool rendering_goes_on(const struct rendering *rendering, struct progress *progress, double share,
                       struct error *err);

// A picture at a moment. Errors name the reason without the path, here and below.
bool render_picture(const struct rendering *rendering, struct error *err);

// The sound, into `path`, as a WAV file where `kind` is FILM_NONE. *frames is how many of them it
// has, 48 to a millisecond.
bool render_sound(const struct rendering *rendering, enum film_kind kind, const char *path,
                  int64_t *frames, struct error *err);

// Pictures with the sound.
bool render_film(const struct rendering *rendering, struct error *err);
