// SPDX-License-Identifier: MIT
#include <math.h>

#include "core/face_build.h"

// How far the iris goes to the side and up or down at the end of its way, and how much of its way
// down the upper lid follows (face/face.md section 5.1); face widths.
static const double GAZE_X = 0.030, GAZE_Y = 0.020, LID_FOLLOWS = 0.5;
// A squeezed closed line lies so much higher; without squeeze it follows the lower lid by so much.
static const double SQUEEZE_RISE = 0.016, CLOSED_FOLLOWS = 0.35;
// The corners sink when the lids are shut and squeezed.
static const double OUTER_SINKS = 0.004, INNER_SINKS = 0.002;
// Where lids meet that would cross: so far from the upper to the lower one.
static const double MEET = 0.6;
// The crease stays so far above the upper lid.
static const double CREASE_ABOVE = 0.006;

// Where the lids' knots meet when they are shut, in y (face/face.md section 5.2).
static const double closed_line[] = {0.032, 0.041, 0.028};
enum { LID_KNOTS = 3 };

static void look(struct face *face, enum face_side side) {
    double up = face_strength(&face->units, UNIT_GAZE_Y, FACE_SIDES) * GAZE_Y;
    struct point *at = face->at[side];
    at[LANDMARK_IRIS].x += face_strength(&face->units, UNIT_GAZE_X, FACE_SIDES) * GAZE_X;
    at[LANDMARK_IRIS].y -= up;
    for (int i = 0; i < LID_KNOTS; i++) {
        at[LANDMARK_LID_UPPER_1 + i].y += fmax(0, -up) * LID_FOLLOWS;
    }
}

// Both lids of one knot towards the line on which they meet. They keep one x.
static void close_knot(struct point *upper, struct point *lower, double line,
                       const struct face_side_state *state) {
    upper->y += (line - upper->y) * state->closing;
    lower->y += (line - lower->y) * state->closing;
    upper->x = lower->x = (upper->x + lower->x) / 2;
    if (upper->y > lower->y) {
        upper->y = lower->y = upper->y + (lower->y - upper->y) * MEET;
    }
}

static void close(struct face *face, enum face_side side) {
    const struct point *quiet = face_neutral()->at[side];
    const struct face_side_state *state = &face->state[side];
    struct point *at = face->at[side];
    for (int i = 0; i < LID_KNOTS; i++) {
        struct point *lower = &at[LANDMARK_LID_LOWER_1 + i];
        double way = lower->y - quiet[LANDMARK_LID_LOWER_1 + i].y;
        double line = closed_line[i] - SQUEEZE_RISE * state->squeeze +
                      CLOSED_FOLLOWS * (1 - state->squeeze) * way;
        close_knot(&at[LANDMARK_LID_UPPER_1 + i], lower, line, state);
        struct point *crease = &at[LANDMARK_CREASE_1 + i];
        crease->y = fmin(crease->y, at[LANDMARK_LID_UPPER_1 + i].y - CREASE_ABOVE);
    }
    double pressed = state->closing * state->squeeze;
    at[LANDMARK_CANTHUS_OUTER].y += OUTER_SINKS * pressed;
    at[LANDMARK_CANTHUS_INNER].y += INNER_SINKS * pressed;
}

void face_move_eyes(struct face *face) {
    for (int i = 0; i < FACE_SIDES; i++) {
        enum face_side side = (enum face_side)i;
        double shut = face_strength(&face->units, UNIT_AU43, side);
        double blink = face_strength(&face->units, UNIT_AU45, side);
        face->state[i].closing = 1 - (1 - shut) * (1 - blink);
        face->state[i].squeeze = fmax(face_strength(&face->units, UNIT_AU7, side),
                                      0.8 * face_strength(&face->units, UNIT_AU6, side));
        look(face, side);
        close(face, side);
    }
}
