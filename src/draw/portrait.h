// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "core/face_look.h"
#include "draw/box.h"
#include "draw/face_parts.h"
#include "draw/hand.h"
#include "draw/theme.h"

// The whole face at a place in a picture, and what it keeps so that little has to be painted when
// little moves.

// Where the face lies: the pixel of the face's origin and how many pixels its width has.
struct portrait_place {
    double x, y, unit;
};

// A hand at the face.
struct portrait_hand {
    bool there;
    enum hand_kind kind;
    struct point at; // as in hand_paint, in the face's unit
    double angle, press;
};

// What the face shows. Two shows that are equal to a quarter of a pixel need no painting.
struct portrait_show {
    struct face_units units, soft; // the picture's sides
    double at_ease;
    double glow;                            // of the muscles, 0..1
    bool muscles[FACE_SIDES][MUSCLE_COUNT]; // that work
    double imagined;                        // alpha of the outline; 0: none
    struct face_units target;               // of the outline
    struct portrait_hand hands[FACE_SIDES];
};

struct portrait;
// What stays the same for the life of a portrait. `theme` is borrowed.
struct portrait_options {
    struct face_look look;
    struct portrait_place place;
    bool disc;
    enum face_side marked; // FACE_SIDES: none
    bool names;            // of the working muscles
    // The farthest it will go, so that what stays still can be kept: NULL or the quiet face for one
    // that does not move. A face may be shown that goes farther; it only costs more.
    const struct face_units *farthest;
};
struct portrait *portrait_new(const struct theme *theme, const struct portrait_options *options);
void portrait_free(struct portrait *portrait);

// All that it can cover, in whole pixels.
struct box portrait_room(const struct portrait *portrait);

// Everything from nothing: for pictures in files.
void portrait_paint_whole(const struct portrait *portrait, cairo_t *cairo,
                          const struct portrait_show *show);

// Keeps what lies beneath (`picture` has the window's pixels) and the still layers over it. Nothing
// of the portrait is painted into `picture`.
void portrait_keep(struct portrait *portrait, cairo_surface_t *picture);

// Paints everything over the kept layers, after portrait_keep.
void portrait_paint(struct portrait *portrait, cairo_t *cairo, const struct portrait_show *show);

// Paints what has changed by a quarter of a pixel or more since it was painted last, and nothing
// outside `boxes`, whole pixels. Returns how many boxes; 0: nothing is to be seen, nothing was
// painted.
enum { PORTRAIT_BOXES_MAX = 5 };
int portrait_repaint(struct portrait *portrait, cairo_t *cairo, const struct portrait_show *show,
                     struct box boxes[PORTRAIT_BOXES_MAX]);
