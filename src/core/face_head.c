// SPDX-License-Identifier: MIT
#include <math.h>

#include "core/face_build.h"

#ifndef M_PI
#define M_PI 3.14159265358979323846
#endif

// face/face.md section 5.5; angles in degrees, places in face widths.
static const double TURN_DEGREES = 32, TILT_DEGREES = 17, TUCK_DEGREES = 9;
static const double TILT_ABOUT_Y = 0.78; // the base of the neck
static const double TUCK_ABOUT_Y = 0.2, TUCK_SINKS = 0.020;

static double radians(double degrees) {
    return degrees * M_PI / 180;
}

void face_find_head(struct face *face) {
    face->head = (struct face_head){
        .turn = radians(TURN_DEGREES * face_strength(&face->units, UNIT_TURN, FACE_SIDES)),
        .tilt = radians(TILT_DEGREES * face_strength(&face->units, UNIT_TILT, FACE_SIDES)),
        .tuck = face_strength(&face->units, UNIT_TUCK, FACE_SIDES),
    };
}

// Nods about the ears' axis, turns about the neck's, then tilts in the picture.
struct point face_place(const struct face *face, struct point at, double depth) {
    const struct face_head *head = &face->head;
    if (head->tuck > 0) {
        double nod = radians(TUCK_DEGREES * head->tuck), down = at.y - TUCK_ABOUT_Y;
        at.y = TUCK_ABOUT_Y + down * cos(nod) + depth * sin(nod) + TUCK_SINKS * head->tuck;
        depth = depth * cos(nod) - down * sin(nod);
    }
    at.x = at.x * cos(head->turn) + depth * sin(head->turn);
    if (head->tilt < 0 || head->tilt > 0) {
        double sine = sin(head->tilt), cosine = cos(head->tilt), down = at.y - TILT_ABOUT_Y;
        at =
            (struct point){at.x * cosine - down * sine, TILT_ABOUT_Y + at.x * sine + down * cosine};
    }
    return at;
}

struct point face_landmark(const struct face *face, enum face_side side, enum landmark landmark) {
    return face_place(face, face->at[side][landmark], landmark_depth(landmark));
}
