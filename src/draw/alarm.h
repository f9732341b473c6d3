// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/box.h"

// The three signs of a stroke that anybody can see, for who has no time to read: a face of which
// one side hangs, an arm that sinks, speech that is slurred. Line drawings in the source that is
// set on the cairo_t; not mirrored where a window is.

enum alarm_sign { ALARM_FACE, ALARM_ARM, ALARM_SPEECH, ALARM_COUNT };

// Fills `box`, a square.
void alarm_paint(cairo_t *cairo, enum alarm_sign sign, struct box box);
