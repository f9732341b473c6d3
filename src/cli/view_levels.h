// SPDX-License-Identifier: MIT
#pragma once

#include "cli/view.h"
#include "run/levels.h"

// One of its lines, LEVEL_COUNT for the last one: "Voice 100 %".
enum { VIEW_LEVEL_MAX = LEVELS_WORDS_MAX + 64 };
void view_level_line(const struct settings *settings, const struct sitting *sitting, int line,
                     char to[VIEW_LEVEL_MAX]);

// The sheet of levels: voice, tones, background, and what sounds behind. `chosen` is the line that
// Left and Right change, LEVEL_COUNT for the last one.
void view_levels(const struct view *view, const struct settings *settings, struct sitting *sitting,
                 enum level chosen);
