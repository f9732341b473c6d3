// SPDX-License-Identifier: MIT
#include <math.h>
#include <stddef.h>

#include "draw/face_signs.h"

// The outline of an imagined movement. The face stays quiet; of the target only those curves are
// drawn that go some way, because a whole second face is noise (face/face.md sections 11 and 12).

static const double LINE_WIDTH = 0.0085;
// The halo that lifts the line off the skin, in parts of the line.
// Dark around a pale line it may be stronger: the middle tones are nearly as pale as the line.
static const double HALO_WIDTH = 2.2, HALO_PALE = 0.5, HALO_DARK = 0.75;

enum { WIDTHS = 33 };

// How a curve fades where it does not move.
enum fading {
    FADES_NOT,   // a curve of one side: all of it or nothing
    FADES_HALF,  // over both sides: a side that stands still has no line
    FADES_ALONG, // wherever it stands still
};

struct outline {
    enum face_curve curve;
    enum fading fading;
    double least;    // way of a point of it that is told apart, face widths
    bool of_turning; // enough of these tell where a turned head will be
};

static const struct outline outlines[] = {
    {CURVE_CONTOUR, FADES_ALONG, 0.022, true},     {CURVE_BROW, FADES_NOT, 0.012, true},
    {CURVE_UPPER_LID, FADES_NOT, 0.012, true},     {CURVE_LOWER_LID, FADES_NOT, 0.012, false},
    {CURVE_WING, FADES_NOT, 0.012, true},          {CURVE_FOLD, FADES_NOT, 0.012, false},
    {CURVE_UPPER_EDGE, FADES_HALF, 0.024, false},  {CURVE_UPPER_INNER, FADES_HALF, 0.012, true},
    {CURVE_LOWER_INNER, FADES_HALF, 0.012, false}, {CURVE_LOWER_EDGE, FADES_HALF, 0.030, false},
};

// A curve of the target, and how far each of its samples has come.
struct moved {
    struct point at[FACE_CURVE_MAX];
    double way[FACE_CURVE_MAX];
    int count;
};

static struct moved curve_moved(const struct face *quiet, const struct face *target,
                                enum face_curve curve, enum face_side side) {
    struct moved moved;
    struct point from[FACE_CURVE_MAX];
    int count = face_curve(quiet, curve, side, from);
    moved.count = face_curve(target, curve, side, moved.at);
    for (int i = 0; i < moved.count; i++) {
        // The same curve has the same samples whatever the face does.
        struct point at = from[i < count ? i : count - 1];
        moved.way[i] = hypot(moved.at[i].x - at.x, moved.at[i].y - at.y);
    }
    return moved;
}

static double most(const struct moved *moved, int from, int to) {
    double way = 0;
    for (int i = from; i < to; i++) {
        way = fmax(way, moved->way[i]);
    }
    return way;
}

static double smooth_step(double from, double to, double value) {
    double t = fmin(1, fmax(0, (value - from) / (to - from)));
    return t * t * (3 - 2 * t);
}

// How strongly a place of the curve is drawn, 0..1; t runs from one end to the other.
static double strength_at(const struct moved *moved, const struct outline *outline, double t) {
    if (outline->fading == FADES_ALONG) {
        int index = (int)lround(t * (moved->count - 1));
        return smooth_step(outline->least * 0.25, outline->least, moved->way[index]);
    }
    double strength = 1;
    if (outline->fading == FADES_HALF) {
        // The line ends softly a little beyond the midline.
        static const double beyond = 0.06;
        double past = smooth_step(0.5 - beyond, 0.5 + beyond, t);
        int middle = moved->count / 2;
        strength *= most(moved, 0, middle - 1) > outline->least ? 1 : past;
        strength *= most(moved, middle + 2, moved->count) > outline->least ? 1 : 1 - past;
    }
    return strength;
}

// One pass over a line: the halo, or the line itself.
static void pass(cairo_t *cairo, const struct moved *moved, const double *strengths, double width,
                 struct colour colour, double alpha) {
    double widths[WIDTHS];
    double alphas[WIDTHS];
    for (int i = 0; i < WIDTHS; i++) {
        double t = (double)i / (WIDTHS - 1);
        double end = fmin(1, fmin(t, 1 - t) / 0.10);
        widths[i] = fmax(0.0005, width * (0.25 + 0.75 * end) * (0.3 + 0.7 * strengths[i]));
        alphas[i] = alpha * strengths[i];
    }
    paint_taper_faded(cairo, moved->at, moved->count, (struct paint_values){widths, WIDTHS}, colour,
                      (struct paint_values){alphas, WIDTHS});
}

static void outline_paint(cairo_t *cairo, const struct face_colours *colours,
                          const struct moved *moved, const struct outline *outline, double alpha) {
    double strengths[WIDTHS];
    for (int i = 0; i < WIDTHS; i++) {
        strengths[i] = strength_at(moved, outline, (double)i / (WIDTHS - 1));
    }
    // Pale around a dark line, dark around a pale one.
    bool pale = colour_contrast(colours->point, colours->line) >
                colour_contrast(colours->point, colours->light);
    pass(cairo, moved, strengths, LINE_WIDTH * HALO_WIDTH, pale ? colours->line : colours->light,
         alpha * (pale ? HALO_DARK : HALO_PALE));
    pass(cairo, moved, strengths, LINE_WIDTH, colours->point, alpha);
}

// The contour without what lies under the hair, so that it has two ends: from the one temple over
// the chin to the other.
static void trim_contour(struct moved *moved) {
    enum { SPANS = 22, HIDDEN = 2 };
    int cut = moved->count * HIDDEN / SPANS;
    int count = moved->count - 2 * cut + 1;
    for (int i = 0; i < count; i++) {
        moved->at[i] = moved->at[(i + cut) % moved->count];
        moved->way[i] = moved->way[(i + cut) % moved->count];
    }
    moved->count = count;
}

static bool heads_differ(const struct face_head *one, const struct face_head *other) {
    return fabs(one->turn - other->turn) > 1e-6 || fabs(one->tilt - other->tilt) > 1e-6 ||
           fabs(one->tuck - other->tuck) > 1e-6;
}

// What moves but is no line in the target: a fold that is not deep, the second of two shut lips.
static bool is_unseen(enum face_curve curve, enum face_side side, const struct face *target) {
    static const double shut = 0.004, flat = 0.10;
    return (curve == CURVE_LOWER_INNER && target->open < shut) ||
           (curve == CURVE_FOLD && target->state[side].fold < flat);
}

static void outline_lay(cairo_t *cairo, const struct face_view *view, const struct face *target,
                        const struct outline *outline, double alpha) {
    int sides = outline->fading == FADES_NOT ? FACE_SIDES : 1;
    for (int i = 0; i < sides; i++) {
        enum face_side side = (enum face_side)i;
        if (is_unseen(outline->curve, side, target)) {
            continue;
        }
        struct moved moved = curve_moved(view->face, target, outline->curve, side);
        if (outline->curve == CURVE_CONTOUR) {
            trim_contour(&moved);
        }
        if (most(&moved, 0, moved.count) > outline->least) {
            outline_paint(cairo, view->colours, &moved, outline, alpha);
        }
    }
}

void sign_imagined_paint(cairo_t *cairo, const struct face_view *view, const struct face *target,
                         double alpha) {
    if (!(alpha > 0)) {
        return;
    }
    bool turns = heads_differ(&view->face->head, &target->head);
    for (size_t i = 0; i < sizeof outlines / sizeof outlines[0]; i++) {
        if (!turns || outlines[i].of_turning) {
            outline_lay(cairo, view, target, &outlines[i], fmin(alpha, 1));
        }
    }
}
