// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/face_units.h"
#include "core/point.h"

// The drawn face as points: action units in, landmarks out.
//
// Unit: the width of the face at the cheekbones. Origin: midway between the pupils. x to the right
// of the picture, y down. Everything here is the picture's left and right; a caller without mirror
// exchanges the units first (face_units_exchanged). The neutral places and the way of each action
// unit were found by drawing (face/face.md sections 3 and 5) and corrected by eye.
//
// Pure and exact: strength 0 is the neutral face to the bit, a unit of one side moves the other by
// less than a hundredth, more strength never moves a landmark less, and the lids and lips never
// cross whatever is mixed.

enum landmark {
    // The contour, from under the hair to the chin.
    LANDMARK_CROWN, // midline
    LANDMARK_CONTOUR_0,
    LANDMARK_CONTOUR_1,
    LANDMARK_CONTOUR_2,
    LANDMARK_CONTOUR_3, // cheekbone, widest
    LANDMARK_CONTOUR_4,
    LANDMARK_CONTOUR_5, // masseter
    LANDMARK_CONTOUR_6, // angle of the jaw
    LANDMARK_CONTOUR_7,
    LANDMARK_CONTOUR_8,
    LANDMARK_CONTOUR_9,
    LANDMARK_MENTON, // lowest of the chin, midline
    LANDMARK_EAR_0,
    LANDMARK_EAR_1,
    LANDMARK_EAR_2,
    LANDMARK_EAR_3,
    LANDMARK_EAR_4,
    LANDMARK_EAR_5,
    LANDMARK_BROW_0, // inner end
    LANDMARK_BROW_1,
    LANDMARK_BROW_2,
    LANDMARK_BROW_3, // peak
    LANDMARK_BROW_4, // tail
    LANDMARK_CANTHUS_INNER,
    LANDMARK_LID_UPPER_1,
    LANDMARK_LID_UPPER_2, // middle
    LANDMARK_LID_UPPER_3,
    LANDMARK_CANTHUS_OUTER,
    LANDMARK_LID_LOWER_1,
    LANDMARK_LID_LOWER_2,
    LANDMARK_LID_LOWER_3,
    LANDMARK_IRIS,
    LANDMARK_CREASE_0, // of the upper lid, inner end
    LANDMARK_CREASE_1,
    LANDMARK_CREASE_2,
    LANDMARK_CREASE_3,
    LANDMARK_CREASE_4,
    LANDMARK_NOSE_BRIDGE, // midline
    LANDMARK_NOSE_SIDE,
    LANDMARK_WING_TOP,
    LANDMARK_WING_WIDE,
    LANDMARK_WING_LOW,
    LANDMARK_WING_FOOT,
    LANDMARK_NOSTRIL,
    LANDMARK_NOSE_TIP,     // midline
    LANDMARK_SUBNASALE,    // midline
    LANDMARK_MOUTH_CORNER, // cheilion
    LANDMARK_UPPER_EDGE_0, // of the upper lip: the dip, midline
    LANDMARK_UPPER_EDGE_1, // the peak of the bow
    LANDMARK_UPPER_EDGE_2,
    LANDMARK_UPPER_INNER_0, // where the lips meet, midline
    LANDMARK_UPPER_INNER_1,
    LANDMARK_UPPER_INNER_2,
    LANDMARK_LOWER_INNER_0, // midline
    LANDMARK_LOWER_INNER_1,
    LANDMARK_LOWER_INNER_2,
    LANDMARK_LOWER_EDGE_0, // midline
    LANDMARK_LOWER_EDGE_1,
    LANDMARK_LOWER_EDGE_2,
    LANDMARK_FOLD_0, // nasolabial fold, beside the wing
    LANDMARK_FOLD_1,
    LANDMARK_FOLD_2,
    LANDMARK_FOLD_3,      // beside the corner
    LANDMARK_CHEEK,       // apple of the cheek
    LANDMARK_HOLLOW,      // of the cheek
    LANDMARK_LABIOMENTAL, // fold under the lip, midline
    LANDMARK_CHIN_BOSS,   // midline
    LANDMARK_COUNT
};

// What the units add up to on one side, for folds, light and shade; each 0..1.
struct face_side_state {
    double closing;  // of the lids, 1 shut
    double squeeze;  // of the shut or narrowed lids
    double apple;    // the cheek lifted
    double fold;     // depth of the nasolabial fold
    double pouch;    // under the lower lid
    double crow;     // lines beside the eye; may pass 1 a little when shut
    double brow;     // lines of the forehead
    double glabella; // upright lines between the brows
    double puff;     // of the cheek
    double seal;     // lips held together
};

// The head as a whole. Angles in radians.
struct face_head {
    double turn; // about the upright axis, to the right of the picture
    double tilt; // in the picture's plane, clockwise
    double tuck; // of the chin, 0..1
};

struct face {
    struct face_units units; // the picture's sides
    struct face_side_state state[FACE_SIDES];
    struct face_head head;
    // Before the head is turned. Those of the midline are equal on both sides.
    struct point at[FACE_SIDES][LANDMARK_COUNT];
    double jaw;       // how far the jaw has dropped, in face widths
    double jaw_slide; // and slid to the right
    double open;      // between the lips in the middle, face widths
};

// The quiet face.
const struct face *face_neutral(void);

// The face that these units make. Strengths outside their range, and what is no number, are brought
// into it. `soft` holds the units that soft tissue (cheek, fold, pouch, lines) follows: the same as
// `units`, or those of a moment before while the face moves (face_motion.h).
struct face face_of_units(const struct face_units *units, const struct face_units *soft);

bool landmark_is_midline(enum landmark landmark);
// Depth towards the viewer, face widths.
double landmark_depth(enum landmark landmark);
// The depth of a place on the skin that is no landmark.
double face_depth_at(double x, double y);

// Where a place on the head comes to lie in the picture when the head is turned, tilted and tucked.
struct point face_place(const struct face *face, struct point at, double depth);
// The same for a landmark.
struct point face_landmark(const struct face *face, enum face_side side, enum landmark landmark);
// A place on the skin carried along by the landmarks around it, as muscles and fingertips are: the
// mean of their ways, weighted by nearness (face/face.md section 10). `at` is on the neutral face,
// the answer before the head turns.
struct point face_carried(const struct face *face, struct point at);

// The lines that are drawn through the landmarks, sampled so closely that straight pieces between
// smoothed samples are enough, and already turned with the head. A curve of an upper and a lower
// edge never crosses its partner at any sample.
enum face_curve {
    CURVE_CONTOUR,     // closed, both sides; `side` does not matter
    CURVE_EAR,         // open, root above to root below
    CURVE_BROW,        // inner end to tail, the spine
    CURVE_UPPER_LID,   // inner to outer corner
    CURVE_LOWER_LID,   // the same way
    CURVE_CREASE,      // of the upper lid
    CURVE_WING,        // of the nose
    CURVE_FOLD,        // nasolabial
    CURVE_UPPER_EDGE,  // of the upper lip, from the left corner to the right one; both sides
    CURVE_UPPER_INNER, // the same
    CURVE_LOWER_INNER, // the same
    CURVE_LOWER_EDGE,  // the same
    CURVE_COUNT
};
enum { FACE_CURVE_MAX = 256 };
// Returns how many points were written.
int face_curve(const struct face *face, enum face_curve curve, enum face_side side,
               struct point out[FACE_CURVE_MAX]);
