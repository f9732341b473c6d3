// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/box.h"
#include "draw/face_parts.h"

// What is laid around and over a face: the side that is meant, the outline of an imagined movement,
// the names of muscles (face/face.md section 11). In the face's unit, as the parts.

// An arc along the disc with a ring at its middle: the person's affected side. Nothing on the skin
// marks a side, it would look like the lesion.
void sign_side_paint(cairo_t *cairo, const struct face_view *view, enum face_side side);

// The movement as a faint outline over the quiet face: only the curves that move by enough to be
// told apart. `alpha` 0..1 breathes with the phase.
void sign_imagined_paint(cairo_t *cairo, const struct face_view *view, const struct face *target,
                         double alpha);

// Names of muscles in a column beside the disc, with thin lines to the middle of their bands.

struct sign_names {
    const enum muscle *muscles; // borrowed
    int count;
    enum face_side side; // both the muscles' and the column's
    double size;         // of the letters, pixels
    double pixel;        // the size of one pixel in the face's unit
};

// One name where it comes to lie, in the face's unit.
struct sign_name {
    enum muscle muscle;
    struct point from; // on the muscle
    struct point to;   // beside the text
    struct box box;    // of the text
};

// Lays the names out: none over another, their lines uncrossed, as near to their muscles' height as
// that allows. More names than have room at `size` are set smaller, at last half as large. Returns
// the size they were given, in pixels; `out` has room for `asked->count`.
double sign_names_lay(cairo_t *cairo, const struct face *face, const struct sign_names *asked,
                      struct sign_name *out);
// All that they cover, lines included, in the face's unit: wider than the portrait's own room.
struct box sign_names_box(cairo_t *cairo, const struct face *face, const struct sign_names *asked);
void sign_names_paint(cairo_t *cairo, const struct face_view *view, const struct sign_names *asked);

// The name as a person reads it. Muscles have their Latin names in every language that writes with
// Latin letters; they are texts for translation all the same, for the words beside the Latin
// ("lids", "upper part") and for languages with letters of their own.
const char *sign_muscle_name(enum muscle muscle);
