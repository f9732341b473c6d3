// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// Whether words can be read at all: a font is installed that holds the letters and digits of the
// Latin script, which every screen shows. Where there is none Pango draws empty frames.
bool font_is_there(void);
