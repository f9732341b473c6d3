// SPDX-License-Identifier: MIT
#include <math.h>
#include <stddef.h>

#include "draw/muscle_bands.h"
#include "draw/portrait_inside.h"

// What has to be painted again, told from the landmarks. Each region of the face is held against
// what was last painted of it: small ways would add up unseen in one while another is painted.

// From which way of a landmark in pixels, and from which share of a colour, something has changed:
// what is seen, and then all that goes along with it.
struct fineness {
    double way, shade;
};
static const struct fineness seen = {0.25, 1.0 / 64};
static const struct fineness at_all = {0.02, 1.0 / 1024};

// In the face's unit (face/face.md section 9). The upper ones meet in the middle.
static const struct box upper_right = {-0.07, -0.41, 0.50, 0.54};
// The most that the lower face covers, from where the bridge of the nose wrinkles.
static const struct box lower = {-0.54, 0.02, 1.08, 0.80};
// With the contour and what hangs below the chin.
static const struct box lower_and_neck = {-0.66, 0.02, 1.32, 1.16};
// Around a landmark that moves: the fold, light or shade that goes with it.
static const double AROUND = 0.13;

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

// Neck, collar and shirt.
static const struct box shoulders = {-1.20, 0.74, 2.40, 0.46};

struct changes {
    struct fineness fineness;
    bool upper[FACE_SIDES];
    struct box lower; // what moves below the eyes, in the face's unit; empty where nothing does
    bool contour;     // or the neck: it may lie outside the skin
    bool whole;
    struct box hand; // of both shows; empty where none moves
    bool shoulders;
};

static struct box around(struct point at, double by) {
    return (struct box){at.x - by, at.y - by, 2 * by, 2 * by};
}

static void add_landmark(struct changes *changes, const struct face *face, int side, int landmark) {
    changes->lower = box_join(changes->lower, around(face->at[side][landmark], AROUND));
}

static void add_landmarks(struct changes *changes, const struct face *face, int side, int from,
                          int to) {
    for (int i = from; i <= to; i++) {
        add_landmark(changes, face, side, i);
    }
}

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
                continue;
            }
            add_landmark(changes, one, side, i);
            add_landmark(changes, other, side, i);
            changes->contour = changes->contour || is_contour((enum landmark)i);
        }
    }
}

static bool differ(const struct changes *changes, double one, double other) {
    return fabs(one - other) >= changes->fineness.shade;
}

static bool upper_differs(const struct changes *changes, const struct face_side_state *one,
                          const struct face_side_state *other) {
    return differ(changes, one->closing, other->closing) ||
           differ(changes, one->squeeze, other->squeeze) ||
           differ(changes, one->pouch, other->pouch) || differ(changes, one->crow, other->crow) ||
           differ(changes, one->brow, other->brow) ||
           differ(changes, one->glabella, other->glabella);
}

static void compare_state(const struct face *one, const struct face *other,
                          struct changes *changes) {
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct face_side_state *a = &one->state[side];
        const struct face_side_state *b = &other->state[side];
        changes->upper[side] = changes->upper[side] || upper_differs(changes, a, b);
        if (differ(changes, a->apple, b->apple)) {
            add_landmark(changes, other, side, LANDMARK_CHEEK);
        }
        if (differ(changes, a->fold, b->fold)) {
            add_landmarks(changes, other, side, LANDMARK_FOLD_0, LANDMARK_FOLD_3);
        }
        if (differ(changes, a->puff, b->puff)) {
            add_landmark(changes, other, side, LANDMARK_HOLLOW);
        }
        if (differ(changes, a->seal, b->seal)) {
            add_landmarks(changes, other, side, LANDMARK_MOUTH_CORNER, LANDMARK_LOWER_EDGE_2);
        }
    }
}

// Units with marks that no landmark tells, or that reach farther than AROUND.
static void compare_unit(enum face_unit unit, const struct face *face, int side,
                         struct changes *changes) {
    static const double UNDER_CORNER = 0.16; // the shade that AU 15 lays under the corner
    switch (unit) {
    case UNIT_TURN:
    case UNIT_TILT:
    case UNIT_TUCK:
        changes->whole = true;
        break;
    case UNIT_AU21: // the cords of the neck
        changes->contour = true;
        changes->lower = box_join(changes->lower, lower_and_neck);
        break;
    case UNIT_AU1:
    case UNIT_AU2:
    case UNIT_AU4:
        changes->upper[side] = true;
        break;
    case UNIT_AU9: // the bridge of the nose
        changes->upper[FACE_LEFT] = changes->upper[FACE_RIGHT] = true;
        changes->lower = box_join(changes->lower, lower);
        break;
    case UNIT_AU15: {
        struct point corner = face->at[side][LANDMARK_MOUTH_CORNER];
        corner.y += UNDER_CORNER;
        changes->lower = box_join(changes->lower, around(corner, AROUND));
        break;
    }
    case UNIT_AU31: // the masseter stands out
        add_landmarks(changes, face, side, LANDMARK_CONTOUR_4, LANDMARK_CONTOUR_7);
        break;
    case UNIT_TONGUE:
        add_landmarks(changes, face, side, LANDMARK_MOUTH_CORNER, LANDMARK_LOWER_EDGE_2);
        break;
    default:
        break; // its landmarks tell
    }
}

static void compare_units(const struct face *one, const struct face *other,
                          struct changes *changes) {
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            if (differ(changes, one->units.strength[unit][side],
                       other->units.strength[unit][side])) {
                compare_unit((enum face_unit)unit, other, side, changes);
            }
        }
    }
}

// The band of a muscle on the quiet face, with room for where it rides.
static struct box band_box(enum muscle muscle, int side) {
    static const double RIDE = 0.09;
    const struct muscle_band *band = muscle_band(muscle);
    struct box box = {0, 0, 0, 0};
    double width = fmax(band->widths[0], fmax(band->widths[1], band->widths[2]));
    if (band->shape == BAND_RING || band->shape == BAND_HALF) {
        box = box_inset(around(band->at[0], 0), -width - RIDE);
        box = (struct box){box.x - band->at[1].x, box.y - band->at[1].y,
                           box.width + 2 * band->at[1].x, box.height + 2 * band->at[1].y};
    } else {
        for (int i = 0; i < band->count; i++) {
            box = box_join(box, around(band->at[i], width / 2 + RIDE));
        }
    }
    if (side == FACE_LEFT) {
        box.x = -box.x - box.width;
    }
    return box;
}

static void compare_glow(const struct portrait *portrait, const struct portrait_show *from,
                         const struct portrait_show *to, struct changes *changes) {
    if (!differ(changes, from->glow, to->glow)) {
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
            } else {
                changes->contour =
                    changes->contour || muscle_layer((enum muscle)muscle) == MUSCLE_NECK;
                changes->lower = box_join(changes->lower, band_box((enum muscle)muscle, side));
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
                     differ(changes, one->press, other->press) ||
                     differ(changes, one->angle, other->angle);
        if (one->there != other->there || (one->there && moved)) {
            struct box both = box_join(hand_at(one, side), hand_at(other, side));
            changes->hand = box_join(changes->hand, both);
        }
    }
}

// The light on the cheeks, and shoulders that sink by so little that a few pictures of it do.
static void compare_ease(const struct portrait_show *from, const struct portrait_show *to,
                         const struct face *face, struct changes *changes) {
    static const double CHEEK_LIGHT = 0.15; // a third of a light of 0.44 at the most
    changes->shoulders = fabs(from->at_ease - to->at_ease) > PORTRAIT_EASE_STEP;
    if (differ(changes, from->at_ease * CHEEK_LIGHT, to->at_ease * CHEEK_LIGHT)) {
        add_landmark(changes, face, FACE_LEFT, LANDMARK_CHEEK);
        add_landmark(changes, face, FACE_RIGHT, LANDMARK_CHEEK);
    }
}

// The outline lies where the quiet face and the imagined one part.
static void compare_imagined(const struct portrait_show *to, struct changes *changes) {
    static const double PARTS = 0.004;
    struct face target = face_of_units(&to->target, &to->target);
    compare_points(face_neutral(), &target, PARTS, changes);
}

static struct changes compare(const struct portrait *portrait, const struct portrait_show *from,
                              const struct portrait_show *to, struct fineness fineness) {
    struct changes changes = {.fineness = fineness};
    struct face one = face_of_units(&from->units, &from->soft);
    struct face other = face_of_units(&to->units, &to->soft);
    double least = fineness.way / portrait_unit(portrait);
    compare_points(&one, &other, least, &changes);
    compare_state(&one, &other, &changes);
    compare_units(&one, &other, &changes);
    compare_glow(portrait, from, to, &changes);
    compare_hands(from, to, least, &changes);
    compare_ease(from, to, &other, &changes);
    if (differ(&changes, from->imagined, to->imagined)) {
        compare_imagined(to, &changes);
    }
    return changes;
}

static struct box box_meet(struct box one, struct box other) {
    double x = fmax(one.x, other.x);
    double y = fmax(one.y, other.y);
    double right = fmin(one.x + one.width, other.x + other.width);
    double foot = fmin(one.y + one.height, other.y + other.height);
    return (struct box){x, y, fmax(0, right - x), fmax(0, foot - y)};
}

// What is to be painted of a region, in the face's unit; empty where nothing is.
static struct box region_box(const struct changes *changes, enum portrait_region region) {
    struct box box = {0, 0, 0, 0};
    switch (region) {
    case PORTRAIT_UPPER_LEFT:
    case PORTRAIT_UPPER_RIGHT: {
        enum face_side side = region == PORTRAIT_UPPER_LEFT ? FACE_LEFT : FACE_RIGHT;
        box = changes->upper[side] ? upper_right : box;
        box.x = side == FACE_LEFT ? -box.x - box.width : box.x;
        break;
    }
    case PORTRAIT_LOWER:
        if (changes->lower.width > 0) {
            box = box_meet(changes->lower, changes->contour ? lower_and_neck : lower);
        }
        break;
    case PORTRAIT_HANDS:
        box = changes->hand;
        break;
    case PORTRAIT_SHOULDERS:
        box = changes->shoulders ? shoulders : box;
        break;
    case PORTRAIT_REGIONS:
        break;
    }
    return box;
}

int portrait_damage(const struct portrait *portrait,
                    const struct portrait_show painted[PORTRAIT_REGIONS],
                    const struct portrait_show *to, struct box boxes[PORTRAIT_REGIONS],
                    bool repaint[PORTRAIT_REGIONS]) {
    int count = 0;
    for (int i = 0; i < PORTRAIT_REGIONS; i++) {
        enum portrait_region region = (enum portrait_region)i;
        struct changes changes = compare(portrait, &painted[i], to, seen);
        repaint[i] = changes.whole || region_box(&changes, region).width > 0;
        if (!repaint[i]) {
            continue;
        }
        changes = compare(portrait, &painted[i], to, at_all);
        if (changes.whole) {
            for (int j = 0; j < PORTRAIT_REGIONS; j++) {
                repaint[j] = true;
            }
            boxes[0] = portrait_to_pixels(portrait, head);
            return 1;
        }
        boxes[count++] = portrait_to_pixels(portrait, region_box(&changes, region));
    }
    return count;
}
