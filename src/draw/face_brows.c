// SPDX-License-Identifier: MIT
#include "draw/face_parts.h"

// The brows (face/face.md section 7.5): a calm arch whose inner end is soft.

enum { SPINE = 6, KNOTS = 5 };

static struct point towards(struct point from, struct point to, double share) {
    return (struct point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

static struct colour colour_of(const struct face_colours *colours) {
    static const struct colour black = {0, 0, 0};
    // Grey would turn blue on dark skin.
    if (colours->hair_is_grey) {
        return colour_mix(colours->line, paint_hex(0x8C7A6B), 0.30);
    }
    return colour_mix(colour_mix(colours->hair, colours->line, 0.45), black, 0.12);
}

static void paint_brow(cairo_t *cairo, const struct face_view *view, enum face_side side) {
    static const double widths[] = {0.008, 0.028, 0.035, 0.034, 0.023, 0.002};
    static const double alphas[] = {0.40, 0.72, 0.80, 0.70};
    struct point knots[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
        knots[i] = face_landmark(view->face, side, (enum landmark)(LANDMARK_BROW_0 + i));
    }
    struct point spine[SPINE] = {towards(knots[0], knots[1], -0.10),
                                 towards(knots[0], knots[1], 0.25),
                                 knots[1],
                                 knots[2],
                                 knots[3],
                                 knots[4]};
    paint_soft(cairo, spine + 1, SPINE - 1, 0.040, colour_of(view->colours), 0.16);
    paint_taper_faded(cairo, spine, SPINE, (struct paint_values){widths, 6},
                      colour_of(view->colours), (struct paint_values){alphas, 4});
}

void brows_paint(cairo_t *cairo, const struct face_view *view) {
    cairo_save(cairo);
    paint_brow(cairo, view, FACE_LEFT);
    paint_brow(cairo, view, FACE_RIGHT);
    cairo_restore(cairo);
}
