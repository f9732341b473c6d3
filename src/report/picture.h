// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "base/error.h"
#include "report/picture_kind.h"

// A picture that becomes a file, pixels or shapes by the ending of its name (picture_kind.h). The
// file appears whole or not at all. Nothing but the painting goes into it, so that a command gives
// the same bytes each time; Cairo numbers the shapes of a process on and on.

struct picture;

// Opens the file and an opaque picture of that many pixels, PICTURE_SIDE_LEAST to
// PICTURE_SIDE_MOST each way. NULL when the file cannot be written there. Errors name the reason
// without the path, as those of base/file.
struct picture *picture_begin(const char *path, int width, int height, struct error *err);

// To be painted on, in pixels. Borrowed until the picture is ended.
cairo_t *picture_cairo(const struct picture *picture);

// Leaves the last bit of every colour painted so far away: in soft paint it is grain that no eye
// sees, and without it pixels take a sixth less. Nothing for shapes.
void picture_coarsen(struct picture *picture);

// Both free the picture, which may be NULL for abandoning; finish makes the file appear.
bool picture_finish(struct picture *picture, struct error *err);
void picture_abandon(struct picture *picture);
