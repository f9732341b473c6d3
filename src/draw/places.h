// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "core/diary.h"
#include "core/face_units.h"
#include "core/point.h"
#include "draw/box.h"
#include "draw/theme.h"

// The places of a face where it may twitch (core/diary.h), as shapes on the drawn face: what is
// painted and what the pointer finds come from one table. Unit and origin are those of core/face;
// FACE_LEFT is the picture's left.
//
// Drawn as a chart in the colours of the controls, not on skin: a mark on skin would look like the
// lesion (face/face.md section 11).

// The outline, closely sampled: inside it the place is hit. Returns how many points.
enum { PLACE_OUTLINE_MAX = 128 };
int place_outline(enum face_place place, enum face_side side, struct point out[PLACE_OUTLINE_MAX]);

// What a pointer means that stands there: the place whose outline holds it, else the nearest one
// within a small step, because a hand may tremble. False: none.
struct place_found {
    enum face_place place;
    enum face_side side;
};
bool place_at(struct point at, struct place_found *found);

// Everything that means this place lies in it.
struct box place_box(enum face_place place, enum face_side side);

// Where the chart lies in a picture: as large as it can be in the middle of the box.
struct chart_place {
    double x, y, unit; // the pixel of the face's origin, pixels of its width
};
struct chart_place chart_place_in(struct box box);
// How wide it is for its height.
double chart_aspect(void);

// What it shows; 1 << enum face_place for each side of the picture.
struct chart {
    unsigned chosen[FACE_SIDES];
    unsigned warm[FACE_SIDES]; // under the pointer
    bool named; // each place can be pointed at: its edge shows where it is not chosen
};
// `pixel` is the width of a hairline. The quiet face, its eyes closed.
void chart_paint(cairo_t *cairo, const struct theme *theme, const struct chart *chart,
                 struct chart_place place, double pixel);
