// SPDX-License-Identifier: MIT
#include <assert.h>

#include "draw/hand_parts.h"

// A flat hand on its way to a fist: the fingers bend away from the eye, so that they grow shorter
// in the picture, and the thumb lies down across them.

static double between(double from, double to, double share) {
    return from + (to - from) * share;
}

// Where a finger's spine ends in a fist, and that of the thumb as it lies then.
static const struct point ends[HAND_FINGERS] = {
    {-0.196, 0.475}, {-0.094, 0.392}, {0.016, 0.372}, {0.122, 0.400}};
static const struct point thumb[FINGER_SPINE_MAX] = {
    {0.115, 0.900}, {0.212, 0.800}, {0.262, 0.690}, {0.252, 0.575}, {0.196, 0.500}};

static void bend(struct finger *finger, struct point end, double closed) {
    struct point root = finger->spine[0];
    for (int i = 1; i < finger->count; i++) {
        double share = (double)i / (finger->count - 1);
        struct point bent = {between(root.x, end.x, share), between(root.y, end.y, share)};
        finger->spine[i].x = between(finger->spine[i].x, bent.x, closed);
        finger->spine[i].y = between(finger->spine[i].y, bent.y, closed);
        finger->widths[i] = between(finger->widths[i], finger->widths[0] * 0.98, closed);
    }
    // The joints and the nail turn out of sight.
    finger->creases[0] = closed < 0.5 ? finger->creases[0] : 0;
    finger->creases[1] = closed < 0.5 ? finger->creases[1] : 0;
    finger->nail *= closed < 0.7 ? 1 - closed / 0.7 : 0;
    finger->fades = between(finger->fades, 0.55, closed);
}

struct hand_shape hand_closing(double closed, struct point back[HAND_BACK_MAX]) {
    struct hand_shape hand = hand_flat;
    assert(hand.back_count <= HAND_BACK_MAX);
    for (int i = 0; i < HAND_FINGERS; i++) {
        bend(&hand.fingers[i], ends[i], closed);
    }
    for (int i = 1; i < hand.thumb.count; i++) {
        hand.thumb.spine[i].x = between(hand.thumb.spine[i].x, thumb[i].x, closed);
        hand.thumb.spine[i].y = between(hand.thumb.spine[i].y, thumb[i].y, closed);
    }
    hand.thumb.nail *= 1 - 0.6 * closed;
    // The web between thumb and index folds away.
    static const double WEB = 0.20;
    for (int i = 0; i < hand.back_count; i++) {
        back[i] = hand_flat.back[i];
        if (back[i].x > WEB) {
            back[i].x = between(back[i].x, WEB + 0.55 * (back[i].x - WEB), closed);
        }
    }
    hand.back = back;
    hand.bends = closed > 0.5;
    hand.contour_counts[2] = closed > 0.5 ? 0 : hand.contour_counts[2];
    return hand;
}
