// SPDX-License-Identifier: MIT
#pragma once

#include "cli/view.h"
#include "run/levels.h"

// The sheet of levels: voice, tones, background, and what sounds behind. `chosen` is the line that
// Left and Right change, LEVEL_COUNT for the last one.
void view_levels(const struct view *view, const struct settings *settings, struct sitting *sitting,
                 enum level chosen);
