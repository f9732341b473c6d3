// SPDX-License-Identifier: MIT
#include <math.h>

#include "core/face_build.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

// How far the chin drops with AU 26 and AU 27 and how much the mouth narrows with it, how far it
// slides with AD 30 and how much the angle of the jaw rises on the far side then (face/face.md
// section 5.1); face widths.
static const double DROP = 0.115, DROP_NARROW = 0.50, STRETCH = 0.195, STRETCH_NARROW = 0.58;
static const double SLIDE = 0.062, FAR_RISE = 0.006;
// The shares of the drop that a chin has no room for that is tucked against the neck, and one that
// is thrust forward; with them nothing of the head leaves the picture (section 2).
static const double TUCKED = 0.35, THRUST = 0.15;

// How much a landmark follows the lower jaw: down by `drop` of how far the jaw drops, outward by
// `narrow` of how much the open mouth narrows, sideways by `slide` of how far the jaw slides.
struct hinge {
    enum landmark landmark;
    double drop, narrow, slide;
};
// The landmarks that hang on the lower jaw (the same section). The lips lag behind the chin when it
// slides, by a quarter, the soft corners of the jaw by a fifth. The upper lip's inner edge slides
// along itself with the lower one, so that the knots of a pair keep one x and the lips cannot
// cross.
static const struct hinge hinges[] = {
    {LANDMARK_CONTOUR_4, .drop = 0.06, .slide = 0.048},
    {LANDMARK_CONTOUR_5, .drop = 0.22, .narrow = -0.06, .slide = 0.176},
    {LANDMARK_CONTOUR_6, .drop = 0.48, .narrow = -0.14, .slide = 0.384},
    {LANDMARK_CONTOUR_7, .drop = 0.76, .narrow = -0.12, .slide = 0.76},
    {LANDMARK_CONTOUR_8, .drop = 0.94, .narrow = -0.06, .slide = 0.94},
    {LANDMARK_CONTOUR_9, .drop = 1.00, .slide = 1.00},
    {LANDMARK_MENTON, .drop = 1.00, .slide = 1.00},
    {LANDMARK_CHIN_BOSS, .drop = 1.00, .slide = 1.00},
    {LANDMARK_LABIOMENTAL, .drop = 0.95, .slide = 0.95},
    {LANDMARK_LOWER_EDGE_0, .drop = 0.92, .slide = 0.690},
    {LANDMARK_LOWER_EDGE_1, .drop = 0.91, .slide = 0.683},
    {LANDMARK_LOWER_EDGE_2, .drop = 0.76, .narrow = -0.14, .slide = 0.570},
    {LANDMARK_LOWER_INNER_0, .drop = 0.88, .slide = 0.660},
    {LANDMARK_LOWER_INNER_1, .drop = 0.86, .slide = 0.645},
    {LANDMARK_LOWER_INNER_2, .drop = 0.70, .narrow = -0.12, .slide = 0.525},
    {LANDMARK_UPPER_INNER_0, .slide = 0.660},
    {LANDMARK_UPPER_INNER_1, .slide = 0.645},
    {LANDMARK_UPPER_INNER_2, .drop = 0.04, .narrow = -0.12, .slide = 0.525},
    {LANDMARK_UPPER_EDGE_2, .drop = 0.03, .narrow = -0.12, .slide = 0.03},
    {LANDMARK_MOUTH_CORNER, .drop = 0.36, .narrow = -0.34, .slide = 0.554},
    {LANDMARK_FOLD_2, .drop = 0.10, .slide = 0.10},
    {LANDMARK_FOLD_3, .drop = 0.22, .narrow = -0.10, .slide = 0.22},
    {LANDMARK_HOLLOW, .drop = 0.30, .slide = 0.30},
};

struct drop {
    double down, narrow;
};

static struct drop drop_of(const struct face_units *units) {
    double stretch = face_strength(units, UNIT_AU27, FACE_SIDES);
    double drop = face_strength(units, UNIT_AU26, FACE_SIDES) * (1 - stretch);
    double room = (1 - TUCKED * face_strength(units, UNIT_TUCK, FACE_SIDES)) *
                  (1 - THRUST * face_strength(units, UNIT_AD29, FACE_SIDES));
    return (struct drop){
        .down = (DROP * drop + STRETCH * stretch) * room,
        .narrow = (DROP * DROP_NARROW * drop + STRETCH * STRETCH_NARROW * stretch) * room,
    };
}

void face_move_jaw(struct face *face, const struct face_units *soft) {
    struct drop firm = drop_of(&face->units), late = drop_of(soft);
    double slide = SLIDE * face_strength(&face->units, UNIT_AD30, FACE_SIDES);
    double late_slide = SLIDE * face_strength(soft, UNIT_AD30, FACE_SIDES);
    for (int i = 0; i < COUNT(hinges); i++) {
        const struct hinge *hinge = &hinges[i];
        bool is_soft = landmark_is_soft(hinge->landmark);
        const struct drop *drop = is_soft ? &late : &firm;
        double aside = hinge->slide * (is_soft ? late_slide : slide);
        for (int side = 0; side < FACE_SIDES; side++) {
            struct point *at = &face->at[side][hinge->landmark];
            at->x += face_outward((enum face_side)side) * hinge->narrow * drop->narrow + aside;
            at->y += hinge->drop * drop->down;
        }
    }
    face->at[FACE_LEFT][LANDMARK_CONTOUR_6].y -= FAR_RISE * fmax(0, slide / SLIDE);
    face->at[FACE_RIGHT][LANDMARK_CONTOUR_6].y -= FAR_RISE * fmax(0, -slide / SLIDE);
    face->jaw = firm.down;
    face->jaw_slide = slide;
}
