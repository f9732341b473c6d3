// SPDX-License-Identifier: MIT
#pragma once

#include "core/routine.h"
#include "draw/paint.h"

// The way of the fingertips over each area of a massage, and where they are on it (domain.md 5.3
// and 12.3). In face widths, for the right of the picture; the left mirrors it.

enum massage_way {
    WAY_STROKE,  // along the path, lifted, back lightly
    WAY_CIRCLE,  // round one place
    WAY_SPOTS,   // circles on one spot of skin after another, the pads do not slide
    WAY_STRETCH, // held on the skin and drawn along the path
};

enum { MASSAGE_POINTS_MAX = 4 };
struct massage_path {
    enum massage_way way;
    bool behind;  // seen from behind
    bool over;    // the hand comes over the shoulder from the front: fingers alone are seen
    bool in_turn; // one side after the other even where both are meant
    struct point points[MASSAGE_POINTS_MAX];
    int count;
    double radius; // of the circles; of a stroke where circles take its place
    double lean;   // of the hand, radians, outwards
};

// `circles`: small circles from spot to spot where the area is stroked otherwise.
struct massage_path massage_path_of(enum massage_area area, bool circles);

// Where the tips are. `lift` is 0 on the skin and 1 in the air.
struct massage_tip {
    struct point at;
    double lift;
};
// `into_ms` of a massage at so many strokes or circles a minute.
struct massage_tip massage_tip_at(const struct massage_path *path, double strokes_a_minute,
                                  double into_ms);
// Pressed or drawn instead, with the level of the phase, 0..1.
struct massage_tip massage_tip_pressed(const struct massage_path *path, double level);

// The smooth line of the path, closely sampled; returns how many points.
enum { MASSAGE_LINE_MAX = 64 };
int massage_line(const struct massage_path *path, struct point out[MASSAGE_LINE_MAX]);
