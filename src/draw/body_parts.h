// SPDX-License-Identifier: MIT
#pragma once

#include "draw/body.h"
#include "draw/box.h"
#include "draw/face_colours.h"
#include "draw/paint.h"

// What the body is made of, for the files of the body alone. Back to front as they stand here.

// A cloth: its colour, and the same turned from the light and towards it.
struct body_cloth {
    struct colour base, dark, light, line;
};

struct body_view {
    const struct face_colours *colours;
    struct body_cloth shirt, trousers, wood;
    const struct body_look *look;
    const struct body_pose *pose; // of the side that is painted
};
// The view of one side: -1 the picture's left, 1 its right.
struct body_view body_side(const struct body_view *view, int sign);
// Whether anything of this box is within the clip.
bool body_is_seen(cairo_t *cairo, struct box box);

// A strip of cloth or skin along a spine.
enum { LIMB_SPINE_MAX = 6 };
struct limb {
    struct point spine[LIMB_SPINE_MAX];
    double halves[LIMB_SPINE_MAX]; // half of its width there
    int count;
    double left, right; // how deep the shade at its edges is, 0..1
    double crown;       // and the light along its middle
    bool round;         // at its beginning
};
void body_limb_paint(cairo_t *cairo, const struct limb *limb, const struct body_cloth *cloth);

// Fills the path that is there from above to below.
void body_fill_down(cairo_t *cairo, double from, double to, struct colour top, struct colour foot);
// A fold: a soft dark strip, light beside it, a thin tapered line.
void body_fold(cairo_t *cairo, const struct body_cloth *cloth, const struct point *points,
               int count, double width, double depth);

// How far a place of the shoulders goes when they are lifted or rolled.
struct point body_shoulder_way(const struct body_pose *pose, double share);

void body_bench_paint(cairo_t *cairo, const struct body_view *view);
void body_torso_path(cairo_t *cairo, const struct body_view *view);
void body_torso_paint(cairo_t *cairo, const struct body_view *view);
void body_legs_paint(cairo_t *cairo, const struct body_view *view);
void body_feet_paint(cairo_t *cairo, const struct body_view *view);
void body_arms_paint(cairo_t *cairo, const struct body_view *view);

// From behind.
void body_back_paint(cairo_t *cairo, const struct body_view *view);
void body_back_arms_paint(cairo_t *cairo, const struct body_view *view);
