// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// What a face does, in the action units of the Facial Action Coding System (FACS; domain.md 4.1)
// and a few movements of the head, the gaze and the tongue.
//
// A strength is 0 (at rest) to 1 (full effort) for each side of the person. Units without sides
// have the same number on both; those of `face_unit_is_signed` go from -1, the person's left or
// down, to 1, the person's right or up.

enum face_unit {
    UNIT_AU1,  // inner brow raiser
    UNIT_AU2,  // outer brow raiser
    UNIT_AU4,  // brow lowerer
    UNIT_AU5,  // upper lid raiser
    UNIT_AU6,  // cheek raiser
    UNIT_AU7,  // lid tightener
    UNIT_AU9,  // nose wrinkler
    UNIT_AU10, // upper lip raiser
    UNIT_AU12, // lip corner puller
    UNIT_AU14, // dimpler
    UNIT_AU15, // lip corner depressor
    UNIT_AU16, // lower lip depressor
    UNIT_AU17, // chin raiser
    UNIT_AU18, // lip pucker
    UNIT_AU20, // lip stretcher
    UNIT_AU21, // neck tightener
    UNIT_AU22, // lip funneler
    UNIT_AU23, // lip tightener
    UNIT_AU24, // lip presser
    UNIT_AU25, // lips part
    UNIT_AU26, // jaw drop
    UNIT_AU27, // mouth stretch
    UNIT_AU28, // lips sucked in
    UNIT_AU31, // jaw clencher
    UNIT_AU33, // cheek blow
    UNIT_AU34, // cheek puff
    UNIT_AU35, // cheek suck
    UNIT_AU38, // nostril dilator
    UNIT_AU43, // eyes closed
    UNIT_AU45, // blink
    UNIT_AD29, // jaw thrust
    UNIT_AD30, // jaw sideways, signed
    UNIT_TURN, // of the head, signed: 1 is 32 degrees
    UNIT_TILT, // signed: 1 is 17 degrees
    UNIT_TUCK, // of the chin
    UNIT_GAZE_X,
    UNIT_GAZE_Y, // signed, 1 is up
    UNIT_TONGUE, // its tip lifted
    UNIT_COUNT
};

enum face_side { FACE_LEFT, FACE_RIGHT, FACE_SIDES };

struct face_units {
    double strength[UNIT_COUNT][FACE_SIDES];
};

// "AU12", "AD30", "turn", "gaze_x" ...: the words of poses.cfg.
const char *face_unit_word(enum face_unit unit);
// UNIT_COUNT when there is none of that name.
enum face_unit face_unit_named(const char *word);
// The name that looks most like it, for the message.
const char *face_unit_nearest(const char *word);

bool face_unit_is_signed(enum face_unit unit);
// Whether it goes from one side to the other: signed, but not up and down.
bool face_unit_is_sideways(enum face_unit unit);
// Whether the left half can do it without the right one.
bool face_unit_has_sides(enum face_unit unit);

// The same movement asked of one side alone: the other side's strengths become 0. Of the lips'
// parting (AU 25) the other side keeps 0.4, because lips cannot part on one side alone; units
// without sides stay (face/poses.md).
struct face_units face_units_of_side(const struct face_units *units, enum face_side side);

// Every strength within its range, what is no number at rest, units without sides with the mean of
// both.
struct face_units face_units_in_range(const struct face_units *units);

// All strengths times `share`, for an effort or a phase; 0 gives a face at rest to the bit.
struct face_units face_units_scaled(const struct face_units *units, double share);

// From the person to the picture and back: in the mirror (the picture's left is the person's left)
// nothing changes; without it sides are exchanged and sideways movements turn round.
struct face_units face_units_exchanged(const struct face_units *units);

// How much of the full strength an effort of 0 to 10 is drawn with, so that 2 of 10 is still seen:
// 0.25 + 0.75 effort/10 (face/face.md section 9). A negative effort, none given, is drawn as 5.
double face_effort_share(int effort);
