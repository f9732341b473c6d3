// SPDX-License-Identifier: MIT
#pragma once

#include "draw/hand.h"

// A hand kept as a picture, because to paint it anew takes longer than a picture of a moving hand
// may: laid down wherever it is, lifted from the skin or pressed on it.

struct hand_kept;

// `unit`: how many pixels a face's width has. The colours are needed no longer than the call.
struct hand_kept *hand_kept_new(const struct face_colours *colours, enum hand_kind kind,
                                double angle, int sign, double unit);
void hand_kept_free(struct hand_kept *hand);

struct hand_touch {
    double press; // 0..1: the shadow of the fingers grows deeper
    double lift;  // 0..1: off the skin; the shadow goes away from the hand, the hand is fainter
};
// Where it fades to nothing: from `over` pixels within left and right to these.
struct hand_fade {
    double left, right, over;
};
// With its place at this pixel; `fade` NULL: nowhere.
void hand_kept_paint(const struct hand_kept *hand, cairo_t *cairo, struct point at,
                     struct hand_touch touch, const struct hand_fade *fade);
// All that it can cover there, in pixels.
struct box hand_kept_box(const struct hand_kept *hand, struct point at, struct hand_touch touch);
