// SPDX-License-Identifier: MIT
#include <math.h>
#include <stddef.h>

#include "draw/hand_parts.h"

// One finger: a rounded strip along its spine, lit from the front, with joints and a nail.

enum { SPINE_STEPS = 10, OUTLINE_MAX = 200, TIP_STEPS = 14, NAIL = 12 };

// Between the widths at the spine's points as smoothly as between the points.
static double width_at(const struct finger *finger, double share) {
    double at = share * (finger->count - 1);
    int i = (int)fmin(floor(at), finger->count - 2);
    const double *w = finger->widths;
    double t = at - i;
    double before = w[i > 0 ? i - 1 : 0];
    double after = w[i + 2 < finger->count ? i + 2 : finger->count - 1];
    double slope0 = (w[i + 1] - before) / 2;
    double slope1 = (after - w[i]) / 2;
    double t2 = t * t;
    double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * w[i] + (t3 - 2 * t2 + t) * slope0 +
           (3 * t2 - 2 * t3) * w[i + 1] + (t3 - t2) * slope1;
}

struct finger_place finger_at(const struct finger *finger, double share) {
    struct point samples[FINGER_SPINE_MAX * SPINE_STEPS + 1];
    int count = paint_sample(finger->spine, finger->count, SPINE_STEPS, samples,
                             FINGER_SPINE_MAX * SPINE_STEPS + 1);
    double at = fmax(0, fmin(1, share)) * (count - 1);
    int i = (int)fmin(floor(at), count - 2);
    double t = at - i;
    struct point from = samples[i];
    struct point to = samples[i + 1];
    return (struct finger_place){
        .at = {from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)},
        .angle = atan2(to.y - from.y, to.x - from.x),
        .width = width_at(finger, share),
    };
}

// A place on the finger: `along` beyond the share, `across` to the right of its way.
static struct point beside(struct finger_place place, double along, double across) {
    double c = cos(place.angle);
    double s = sin(place.angle);
    return (struct point){place.at.x + along * c - across * s, place.at.y + along * s + across * c};
}

// Up one side, round the tip and down the other.
static int outline_of(const struct finger *finger, struct point out[OUTLINE_MAX]) {
    enum { SIDE = 28 };
    int count = 0;
    for (int i = 0; i <= SIDE; i++) {
        struct finger_place place = finger_at(finger, (double)i / SIDE);
        out[count++] = beside(place, 0, -place.width);
    }
    struct finger_place tip = finger_at(finger, 1);
    for (int i = 1; i < TIP_STEPS; i++) {
        double angle = M_PI * i / TIP_STEPS;
        // A little squarer than half a circle.
        double across = -cos(angle);
        double along = pow(sin(angle), 0.92);
        out[count++] = beside(tip, tip.width * 0.98 * along, tip.width * across);
    }
    for (int i = SIDE; i >= 0; i--) {
        struct finger_place place = finger_at(finger, (double)i / SIDE);
        out[count++] = beside(place, 0, place.width);
    }
    return count;
}

static void add_stop(cairo_pattern_t *pattern, double at, struct colour colour) {
    cairo_pattern_add_color_stop_rgb(pattern, at, colour.red, colour.green, colour.blue);
}

static void fill_across(cairo_t *cairo, const struct face_colours *colours,
                        const struct finger *finger) {
    struct finger_place middle = finger_at(finger, 0.55);
    struct point left = beside(middle, 0, -middle.width * 1.06);
    struct point right = beside(middle, 0, middle.width * 1.06);
    cairo_pattern_t *skin = cairo_pattern_create_linear(left.x, left.y, right.x, right.y);
    add_stop(skin, 0, colour_mix(colours->base, colours->shadow, 0.75 * finger->left));
    add_stop(skin, 0.12, colour_mix(colours->base, colours->shadow, 0.42 * finger->left));
    add_stop(skin, 0.36, colour_mix(colours->base, colours->light, 0.20));
    add_stop(skin, 0.58, colour_mix(colours->base, colours->light, 0.06));
    add_stop(skin, 0.84, colour_mix(colours->base, colours->shadow, 0.44 * finger->right));
    add_stop(skin, 1, colour_mix(colours->base, colours->shadow, 0.90 * finger->right));
    cairo_set_source(cairo, skin);
    cairo_fill(cairo);
    cairo_pattern_destroy(skin);
}

// The skin over a joint: short wrinkles across it, uneven as skin is, in a soft dark oval; light on
// the phalanx behind it.
static void crease(cairo_t *cairo, const struct face_colours *colours, const struct finger *finger,
                   double share, double strength) {
    static const double widths[] = {0.0006, 0.0030, 0.0034, 0.0006};
    static const struct {
        double along, from, to, bow, alpha; // in widths of the finger
    } lines[] = {{0.40, -0.30, 0.34, -0.07, 0.15},
                 {0.16, -0.58, 0.30, -0.10, 0.28},
                 {0.02, -0.18, 0.62, -0.09, 0.24},
                 {-0.24, -0.46, 0.44, -0.10, 0.22}};
    struct finger_place joint = finger_at(finger, share);
    double w = joint.width;
    paint_blob(cairo, joint.at, w * 0.90, w * 0.80, joint.angle, colours->blush, 0.24 * strength);
    paint_blob(cairo, joint.at, w * 0.72, w * 0.86, joint.angle, colours->shadow, 0.24 * strength);
    paint_blob(cairo, beside(joint, -0.95 * w, -0.10 * w), w * 0.62, w * 0.50, joint.angle,
               colours->light, 0.30 * strength);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        double middle = (lines[i].from + lines[i].to) / 2;
        struct point line[3] = {beside(joint, lines[i].along * w, lines[i].from * w),
                                beside(joint, (lines[i].along + lines[i].bow) * w, middle * w),
                                beside(joint, (lines[i].along + 0.04) * w, lines[i].to * w)};
        paint_taper(cairo, line, 3, widths, 4, colours->line, lines[i].alpha * strength);
    }
}

static void nail(cairo_t *cairo, const struct face_colours *colours, const struct finger *finger) {
    struct finger_place tip = finger_at(finger, 1);
    double w = tip.width * (0.70 - 0.26 * fabs(finger->nail_aside));
    double aside = tip.width * finger->nail_aside;
    double end = tip.width * 0.70;
    double root = end - finger->nail;
    double middle = (root + end) / 2;
    struct point shape[NAIL] = {beside(tip, root, aside),
                                beside(tip, root + 0.16 * w, aside + 0.62 * w),
                                beside(tip, root + 0.62 * w, aside + 0.92 * w),
                                beside(tip, middle + 0.20 * w, aside + 0.97 * w),
                                beside(tip, end - 0.36 * w, aside + 0.88 * w),
                                beside(tip, end - 0.08 * w, aside + 0.54 * w),
                                beside(tip, end, aside),
                                beside(tip, end - 0.08 * w, aside - 0.54 * w),
                                beside(tip, end - 0.36 * w, aside - 0.88 * w),
                                beside(tip, middle + 0.20 * w, aside - 0.97 * w),
                                beside(tip, root + 0.62 * w, aside - 0.92 * w),
                                beside(tip, root + 0.16 * w, aside - 0.62 * w)};
    struct colour plate =
        colour_mix(colour_mix(colours->base, colours->light, 0.50), colours->blush, 0.22);
    // The fold of skin around it.
    paint_blob(cairo, beside(tip, root + 0.30 * (end - root), aside), finger->nail * 0.72, w * 1.34,
               tip.angle, colours->shadow, 0.34);
    cairo_save(cairo);
    paint_path(cairo, shape, NAIL, true);
    cairo_clip(cairo);
    paint_use(cairo, plate, 1);
    cairo_paint(cairo);
    paint_blob(cairo, beside(tip, root, aside), finger->nail * 0.34, w * 0.66, tip.angle,
               colours->light, 0.50);
    paint_blob(cairo, beside(tip, root + 0.55 * finger->nail, aside - 0.30 * w),
               finger->nail * 0.42, w * 0.30, tip.angle, colours->light, 0.62);
    paint_blob(cairo, beside(tip, root + 0.5 * finger->nail, aside + 1.0 * w), finger->nail * 0.7,
               w * 0.42, tip.angle, colours->shadow, 0.42);
    paint_taper(cairo, &shape[4], 5, (double[]){0.002, 0.011, 0.002}, 3, colours->light, 0.62);
    cairo_restore(cairo);
    struct point fold[7] = {shape[9], shape[10], shape[11], shape[0], shape[1], shape[2], shape[3]};
    paint_taper(cairo, fold, 7, (double[]){0.0005, 0.0035, 0.0042, 0.0035, 0.0005}, 5,
                colours->line, 0.36);
    paint_taper(cairo, &shape[4], 5, (double[]){0.0005, 0.0026, 0.0005}, 3, colours->line, 0.24);
}

static void within(cairo_t *cairo, const struct face_colours *colours,
                   const struct finger *finger) {
    struct finger_place tip = finger_at(finger, 0.96);
    paint_blob(cairo, tip.at, tip.width * 1.9, tip.width * 1.5, tip.angle, colours->blush, 0.26);
    for (int i = 0; i < 2; i++) {
        if (finger->creases[i] > 0) {
            crease(cairo, colours, finger, finger->creases[i], i == 0 ? 1 : 0.72);
        }
    }
    if (finger->nail > 0) {
        nail(cairo, colours, finger);
    }
}

void finger_paint(cairo_t *cairo, const struct face_colours *colours, const struct finger *finger) {
    struct point outline[OUTLINE_MAX];
    int count = outline_of(finger, outline);
    struct point root = finger_at(finger, 0).at;
    struct point grown = finger_at(finger, finger->fades).at;
    cairo_save(cairo);
    paint_line(cairo, outline, count, true);
    cairo_clip_preserve(cairo);
    // In a picture of its own: it grows out of the hand without an edge.
    cairo_push_group(cairo);
    paint_line(cairo, outline, count, true);
    cairo_clip_preserve(cairo);
    fill_across(cairo, colours, finger);
    within(cairo, colours, finger);
    paint_taper(cairo, outline, count, (double[]){0.006, 0.009, 0.009, 0.009, 0.006}, 5,
                colours->line, 0.38);
    cairo_pop_group_to_source(cairo);
    cairo_pattern_t *fade = cairo_pattern_create_linear(root.x, root.y, grown.x, grown.y);
    cairo_pattern_add_color_stop_rgba(fade, 0, 0, 0, 0, 0);
    cairo_pattern_add_color_stop_rgba(fade, 0.35, 0, 0, 0, 0.25);
    cairo_pattern_add_color_stop_rgba(fade, 1, 0, 0, 0, 1);
    cairo_mask(cairo, fade);
    cairo_pattern_destroy(fade);
    cairo_restore(cairo);
}
