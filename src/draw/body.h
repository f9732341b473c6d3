// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "core/face_look.h"
#include "draw/theme.h"

// The whole person, sitting, in the same hand as the face: for what is felt, tensed or moved below
// the chin.
//
// In the face's unit (core/face.h): the origin lies between the pupils, so that head and body meet
// without a seam. The person sits on a bench, barefoot, the hands on the thighs, and faces the
// viewer; the picture is a mirror and the two sides are alike.

// How far each movement of one side has come, 0 at rest to 1. They may be mixed.
struct body_pose {
    double fists;     // the hands closed
    double elbows;    // bent, the hands up before the shoulders
    double shoulders; // lifted towards the ears
    double roll_x;    // of a shoulder roll: outwards (and back) 1, inwards -1
    double roll_y;    // up 1, down -1
    double blades;    // the shoulder blades drawn together; seen from behind
    double belly;     // firm
    double thighs;    // squeezed
    double toes_up;   // towards the shins, the heels on the ground
    double toes_curled;
    bool holds_glass; // the hand is raised and holds one
};

struct body_look {
    const struct theme *theme;
    const struct face_look *face;
    struct body_pose sides[2]; // the picture's left and right
    double closed;             // the lids, 0..1
    bool behind;               // seen from there, to the waist
    bool near;                 // so near that the bench is left out
};

// The arms lie over everything else; a glow may be laid between.
enum body_layer { BODY_ALL, BODY_BUT_ARMS, BODY_ARMS };

// The lowest of it: the bench's feet and the toes.
static const double BODY_GROUND = 7.20;
// The highest, whatever the hair.
static const double BODY_CROWN = -1.02;

// Everything that the clip lets be seen. The cairo_t is in the face's unit.
void body_paint(cairo_t *cairo, const struct body_look *look, enum body_layer layer);
