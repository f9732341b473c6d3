// SPDX-License-Identifier: MIT
#pragma once

#include <SDL.h>
#include <cairo.h>
#include <stdbool.h>

#include "base/error.h"
#include "draw/box.h"

// The window as a picture: Cairo paints into the pixels that SDL shows, and only the rectangles
// that changed are handed over.
//
// After a resize the old pixels are gone and the new ones are black: canvas_begin says so, and the
// owner paints everything. After an uncovering they are still there: canvas_expose hands them over.

//
// A screen may be painted without a canvas at all: canvas_touch, canvas_raise, canvas_set_light and
// those of the full screen take NULL.

struct canvas;

struct canvas *canvas_open(const char *title, int width, int height, struct error *err);
void canvas_close(struct canvas *canvas);

// The surface to paint on, got again where it was lost; *fresh when all of it must be painted.
// NULL while the window has no surface (SDL refuses it for a moment on some systems).
cairo_t *canvas_begin(struct canvas *canvas, bool *fresh);

// What was painted since the last canvas_send.
void canvas_touch(struct canvas *canvas, struct box box);
void canvas_touch_all(struct canvas *canvas);
void canvas_send(struct canvas *canvas);

// How much of the light of what was painted reaches the eye, 1: all of it. For a window that goes
// dark. The cairo_t of canvas_begin is another one then.
void canvas_set_light(struct canvas *canvas, double light);

void canvas_lose(struct canvas *canvas); // the window changed its size
void canvas_expose(struct canvas *canvas);

int canvas_width(const struct canvas *canvas);
int canvas_height(const struct canvas *canvas);

void canvas_toggle_full(struct canvas *canvas);
bool canvas_is_full(const struct canvas *canvas);

// Brings the window before the others, also out of the task bar.
void canvas_raise(struct canvas *canvas);

// The small form of the window: above the others, in the lower corner at the end of the reading
// direction or where it stood last; and back to what it was.
void canvas_set_small(struct canvas *canvas, bool small, bool from_right);
