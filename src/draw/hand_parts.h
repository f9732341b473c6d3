// SPDX-License-Identifier: MIT
#pragma once

#include "draw/hand.h"

// What hands are made of, for the files of the hands and of the body alone.
//
// A hand is drawn upright for the picture's right, its place at the origin, in face widths: fingers
// upwards, thumb on the outer side, as one's own hand on one's own cheek stands in the mirror, its
// back to the viewer. `hand.c` turns it.

enum { FINGER_SPINE_MAX = 5 };

struct finger {
    struct point spine[FINGER_SPINE_MAX]; // from within the hand to just before the end of the tip
    int count;
    double widths[FINGER_SPINE_MAX]; // half of the finger's width there
    double fades;                    // the share of its way over which it grows out of the hand
    double creases[2];               // of the joints, as shares of the way; 0: none to be seen
    double nail;                     // length, 0: none to be seen
    double nail_aside;               // of the half width: how far the nail is turned away
    double left, right;              // how deep the shade at its edges is, 0..1
};

void finger_paint(cairo_t *cairo, const struct face_colours *colours, const struct finger *finger);

// A share of the way along a finger, and which way it runs there.
struct finger_place {
    struct point at;
    double angle; // of the way to the tip, radians
    double width;
};
struct finger_place finger_at(const struct finger *finger, double share);

// The back of the hand: fills the closed outline, shaded across from `left` to `right`.
void hand_back_paint(cairo_t *cairo, const struct face_colours *colours,
                     const struct point *outline, int count, double left, double right);
// What shows through the skin: the knuckles from the little finger to the index, the hollows
// between them, the tendons from each towards the wrist.
void hand_bones_paint(cairo_t *cairo, const struct face_colours *colours,
                      const struct point knuckles[4], struct point wrist);
// The line around a part of the outline, thin and tapered.
void hand_contour_paint(cairo_t *cairo, const struct face_colours *colours,
                        const struct point *points, int count, double alpha);
// The cuff, and a sleeve that fades away below it; `wrist` is the middle of the wrist.
void hand_sleeve_paint(cairo_t *cairo, const struct face_colours *colours, struct point wrist);

enum { HAND_FINGERS = 4, HAND_CONTOURS = 3, HAND_CONTOUR_MAX = 6 };
static const double HAND_WRIST_HALF = 0.150;
static const double HAND_SLEEVE = 0.44; // what is seen of it below the wrist

struct hand_shape {
    struct finger thumb;
    struct finger fingers[HAND_FINGERS]; // from the little one; each lies over the one before
    // From the little finger's side over the fingers' roots to the thumb and down to the wrist.
    const struct point *back;
    int back_count;
    double back_left, back_right; // how deep the shade at its edges is, 0..1
    double crown;                 // how much the back rises towards the eye, 0..1
    struct point knuckles[HAND_FINGERS];
    struct point hollow[3]; // between the thumb and the index
    struct point edge[4];   // the little finger's side, in the shade
    struct point wrist;
    struct point contours[HAND_CONTOURS][HAND_CONTOUR_MAX];
    int contour_counts[HAND_CONTOURS];
    bool bends; // the fingers but the index are curled: their bends catch the light
};

// The hand without a sleeve, upright.
void hand_shape_paint(cairo_t *cairo, const struct face_colours *colours,
                      const struct hand_shape *shape);

// The flat hand (0) on its way to a fist (1); the outline of its back is kept in `back`.
enum { HAND_BACK_MAX = 32 };
struct hand_shape hand_closing(double closed, struct point back[HAND_BACK_MAX]);

extern const struct hand_shape hand_flat, hand_pointing, hand_cupped;
