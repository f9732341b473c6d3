// SPDX-License-Identifier: MIT
#include <math.h>
#include <stddef.h>

#include "draw/portrait_inside.h"

// What has to be painted again between two shows, told from the landmarks: the upper face of each
// side, the lower face, and all of it when the head turns.

// Less than this many pixels, or this share of a colour, is not seen.
static const double QUARTER = 0.25;
static const double SHADE = 1.0 / 64;

// In the face's unit (face/face.md section 9). The upper ones meet in the middle.
static const struct box upper_right = {-0.07, -0.41, 0.50, 0.54};
static const struct box lower = {-0.54, 0.02, 1.08, 0.80};
// With the contour and what hangs below the chin.
static const struct box lower_and_neck = {-0.66, 0.02, 1.32, 1.16};

bool portrait_head_moves(const struct face_units *units) {
    static const enum face_unit of_head[] = {UNIT_TURN, UNIT_TILT, UNIT_TUCK};
    for (size_t i = 0; i < sizeof of_head / sizeof of_head[0]; i++) {
        if (fabs(units->strength[of_head[i]][FACE_LEFT]) > 0) {
            return true;
        }
    }
    return false;
}

// Whether a landmark lies in the upper face: brows, lids, iris, crease.
static bool is_upper(enum landmark landmark) {
    return landmark >= LANDMARK_BROW_0 && landmark <= LANDMARK_CREASE_4;
}

static bool is_contour(enum landmark landmark) {
    return landmark <= LANDMARK_EAR_5;
}

// The head in any position, before the shoulders that stay.
static const struct box head = {-0.98, -1.02, 1.96, 2.20};

struct changes {
    bool upper[FACE_SIDES];
    bool lower;
    bool contour; // or the neck
    bool whole;
    struct box hand; // of both shows, in the face's unit; empty where none moves
};

static double way(const struct face *one, const struct face *other, int side, int landmark) {
    struct point a = one->at[side][landmark];
    struct point b = other->at[side][landmark];
    return hypot(a.x - b.x, a.y - b.y);
}

static void compare_points(const struct face *one, const struct face *other, double least,
                           struct changes *changes) {
    for (int side = 0; side < FACE_SIDES; side++) {
        for (int i = 0; i < LANDMARK_COUNT; i++) {
            if (way(one, other, side, i) < least) {
                continue;
            }
            if (is_upper((enum landmark)i)) {
                changes->upper[side] = true;
            } else {
                changes->lower = true;
                changes->contour = changes->contour || is_contour((enum landmark)i);
            }
        }
    }
}

static bool shades_differ(double one, double other) {
    return fabs(one - other) >= SHADE;
}

static void compare_state(const struct face *one, const struct face *other,
                          struct changes *changes) {
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct face_side_state *a = &one->state[side];
        const struct face_side_state *b = &other->state[side];
        changes->upper[side] = changes->upper[side] || shades_differ(a->closing, b->closing) ||
                               shades_differ(a->squeeze, b->squeeze) ||
                               shades_differ(a->pouch, b->pouch) ||
                               shades_differ(a->crow, b->crow) || shades_differ(a->brow, b->brow) ||
                               shades_differ(a->glabella, b->glabella);
        changes->lower = changes->lower || shades_differ(a->apple, b->apple) ||
                         shades_differ(a->fold, b->fold) || shades_differ(a->puff, b->puff) ||
                         shades_differ(a->seal, b->seal);
    }
}

// Units whose marks no landmark tells: pits of the chin, cords of the neck, a clenched jaw.
static void compare_units(const struct face_units *one, const struct face_units *other,
                          struct changes *changes) {
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            double from = one->strength[unit][side];
            double to = other->strength[unit][side];
            if (!shades_differ(from, to)) {
                continue;
            }
            switch (unit) {
            case UNIT_TURN:
            case UNIT_TILT:
            case UNIT_TUCK:
                changes->whole = true;
                break;
            case UNIT_AU21:
                changes->contour = true;
                break;
            case UNIT_AU1:
            case UNIT_AU2:
            case UNIT_AU4:
                changes->upper[side] = true;
                break;
            case UNIT_AU9:
                changes->upper[FACE_LEFT] = changes->upper[FACE_RIGHT] = changes->lower = true;
                break;
            case UNIT_AU5:
            case UNIT_AU43:
            case UNIT_AU45:
            case UNIT_GAZE_X:
            case UNIT_GAZE_Y:
                break; // the lids and the iris tell
            default:
                changes->lower = true;
                break;
            }
        }
    }
}

static void compare_glow(const struct portrait *portrait, const struct portrait_show *from,
                         const struct portrait_show *to, struct changes *changes) {
    if (!shades_differ(from->glow, to->glow)) {
        return;
    }
    changes->whole = changes->whole || portrait_names_muscles(portrait);
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            if (!to->muscles[side][muscle] && !from->muscles[side][muscle]) {
                continue;
            }
            if (muscle == MUSCLE_TEMPORALIS || muscle == MUSCLE_ORBICULARIS_OCULI_ORBITAL) {
                changes->whole = true; // beyond the upper box
            } else if (muscle <= MUSCLE_ORBICULARIS_OCULI_PALPEBRAL) {
                changes->upper[side] = true;
            } else if (muscle == MUSCLE_PLATYSMA || muscle == MUSCLE_DIGASTRIC) {
                changes->contour = true;
            } else {
                changes->lower = true;
            }
        }
    }
}

static struct box hand_at(const struct portrait_hand *hand, int side) {
    return hand->there ? hand_box(hand->kind, hand->at, hand->angle, side == FACE_LEFT ? -1 : 1)
                       : (struct box){0, 0, 0, 0};
}

static void compare_hands(const struct portrait_show *from, const struct portrait_show *to,
                          double least, struct changes *changes) {
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct portrait_hand *one = &from->hands[side];
        const struct portrait_hand *other = &to->hands[side];
        bool moved = hypot(one->at.x - other->at.x, one->at.y - other->at.y) >= least ||
                     shades_differ(one->press, other->press) ||
                     shades_differ(one->angle, other->angle);
        if (one->there != other->there || (one->there && moved)) {
            struct box both = box_join(hand_at(one, side), hand_at(other, side));
            changes->hand = box_join(changes->hand, both);
        }
    }
}

static struct changes compare(const struct portrait *portrait, const struct portrait_show *from,
                              const struct portrait_show *to) {
    struct changes changes = {0};
    struct face one = face_of_units(&from->units, &from->soft);
    struct face other = face_of_units(&to->units, &to->soft);
    compare_points(&one, &other, QUARTER / portrait_unit(portrait), &changes);
    compare_state(&one, &other, &changes);
    compare_units(&from->units, &to->units, &changes);
    compare_glow(portrait, from, to, &changes);
    compare_hands(from, to, QUARTER / portrait_unit(portrait), &changes);
    changes.whole = changes.whole || shades_differ(from->imagined, to->imagined) ||
                    shades_differ(from->at_ease, to->at_ease);
    return changes;
}

int portrait_damage(const struct portrait *portrait, const struct portrait_show *from,
                    const struct portrait_show *to, struct box boxes[PORTRAIT_DAMAGE_MAX]) {
    struct changes changes = compare(portrait, from, to);
    int count = 0;
    if (changes.whole) {
        boxes[count++] = portrait_to_pixels(portrait, head);
        return count;
    }
    for (int side = 0; side < FACE_SIDES; side++) {
        if (changes.upper[side]) {
            struct box box = upper_right;
            box.x = side == FACE_LEFT ? -box.x - box.width : box.x;
            boxes[count++] = portrait_to_pixels(portrait, box);
        }
    }
    if (changes.contour) {
        boxes[count++] = portrait_to_pixels(portrait, lower_and_neck);
    } else if (changes.lower) {
        boxes[count++] = portrait_to_pixels(portrait, lower);
    }
    if (changes.hand.width > 0) {
        boxes[count++] = portrait_to_pixels(portrait, changes.hand);
    }
    return count;
}
