// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "draw/box.h"
#include "draw/face_colours.h"
#include "draw/paint.h"

// Hands, in the same hand as the face: one that points with a fingertip, one whose fingers lie side
// by side to stroke and to hold a cloth, one that is cupped over an eye. In the face's unit. A hand
// comes from below and outside with a cuff in the shirt's colour; on the picture's left it is
// mirrored.

enum hand_kind {
    HAND_POINTING, // the index finger's tip at the place
    HAND_FLAT,     // three fingers and the little finger side by side, the middle tips at the place
    HAND_CUPPED,   // the hollow of the hand over the place, for palming
};

// `at` is where the tip or the hollow lies, `angle` how far it leans from upright, radians,
// outwards. `sign` -1 on the picture's left, 1 on its right. `press` 0..1 deepens the contact's
// shadow.
void hand_paint(cairo_t *cairo, const struct face_colours *colours, enum hand_kind kind,
                struct point at, double angle, int sign, double press);

// Its two layers one by one, for whoever keeps the hand as a picture: the shadow of the fingers on
// what they touch, and the hand.
void hand_paint_shadow(cairo_t *cairo, const struct face_colours *colours, enum hand_kind kind,
                       struct point at, double angle, int sign, double press);
struct colour hand_shadow_colour(const struct face_colours *colours);
void hand_paint_alone(cairo_t *cairo, const struct face_colours *colours, enum hand_kind kind,
                      struct point at, double angle, int sign);

// All that a hand can cover, in the face's unit: x y width height.
struct box hand_box(enum hand_kind kind, struct point at, double angle, int sign);

// A folded cloth of about half a face width, warm or cold, with its middle at `at`.
void cloth_paint(cairo_t *cairo, struct point at, double width, double angle, bool warm);
