// SPDX-License-Identifier: MIT
#include <assert.h>
#include <math.h>

#include "draw/muscle_bands.h"

// A working muscle: a soft glow along its band, and over it the fibres. The fibres make it anatomy
// and no rash, and they show which way it pulls.

// Samples along a band, and the knots that the face carries.
enum { STRIP_STEPS = 8, STRIP_MAX = 65, KNOTS_MAX = 9, RING_KNOTS = 9, HALF_KNOTS = 4 };

// Of the whole glow, however many blobs make it.
static const double GLOW = 0.56, GLOW_DEEP = 0.34;
static const double FIBRE = 0.50, FIBRE_DEEP = 0.24;
static const double FIBRE_WIDTH = 0.0062, STRAND_WIDTH = 0.0042;
// How far out the outermost fibres lie; the glow reaches beyond them.
static const double SPREAD = 0.78;
static const double STRAND_DARK = 0.35, STRAND_SHARE = 0.5;
// The share of a band over which the glow comes and goes.
static const double END_SHARE = 0.30;
enum { FIBRE_POINTS = 17, WIDTHS = 5, BLOBS = 9, BLOBS_MAX = 40 };
// How far a blob reaches beyond the band's half width: its outer half is hardly seen.
static const double BLOB_REACH = 1.40;
// How much lower the upper lid's edge lies beside than in the middle, as far as the levator is
// wide.
static const double LID_ARCH = 0.022;
// Fibres of a ring run side by side for long; as strong as those of a strap they would be
// spectacles.
static const double RING_SHARE = 0.75;

// A band where the face has taken it, its head still straight: the middle line, and the way from
// there to its edge.
struct strip {
    struct point at[STRIP_MAX];
    struct point edge[STRIP_MAX];
    int count;
    bool neck;  // it lies on the neck and not on the head
    double sag; // how far its edges hang down at the insertion: there it follows an arch
};

static double mix(double from, double to, double share) {
    return from + (to - from) * share;
}

static struct point between(struct point from, struct point to, double share) {
    return (struct point){mix(from.x, to.x, share), mix(from.y, to.y, share)};
}

// The half width of a band at t, 0 at its origin, 1 at its insertion: the parabola through the
// three.
static double half_width(const struct muscle_band *band, double t) {
    const double *w = band->widths;
    double s = 2 * t - 1;
    return (w[1] + s * (w[2] - w[0]) / 2 + s * s * ((w[0] + w[2]) / 2 - w[1])) / 2;
}

// Smooth through the knots. Only these are carried by the face, and the edges lie at right angles
// to what comes out: a muscle that pulls is taut, it does not follow every dent of the skin.
static struct strip strip_through(const struct muscle_band *band, enum face_side side,
                                  const struct point *knots, int count) {
    double hand = side == FACE_LEFT ? -1 : 1; // the two sides are mirror images
    struct strip strip = {0};
    strip.neck = band->layer == MUSCLE_NECK;
    strip.count = paint_sample(knots, count, STRIP_STEPS, strip.at, STRIP_MAX);
    for (int i = 0; i < strip.count; i++) {
        struct point before = strip.at[i > 0 ? i - 1 : 0];
        struct point after = strip.at[i + 1 < strip.count ? i + 1 : i];
        double dx = after.x - before.x;
        double dy = after.y - before.y;
        double half = half_width(band, (double)i / (strip.count - 1));
        half *= hand / fmax(1e-9, hypot(dx, dy));
        strip.edge[i] = (struct point){-dy * half, dx * half};
    }
    return strip;
}

// A place of the table, on its side and where the face carries it.
static struct point carried(const struct face *face, enum face_side side, struct point at) {
    at.x = side == FACE_LEFT ? -at.x : at.x;
    return face_carried(face, at);
}

static struct strip strap(const struct muscle_band *band, const struct face *face,
                          enum face_side side) {
    struct point knots[KNOTS_MAX];
    for (int i = 0; i < band->count; i++) {
        knots[i] = carried(face, side, band->at[i]);
    }
    return strip_through(band, side, knots, band->count);
}

// A part of a ring, from one angle round to another; 0 points outwards, angles grow downwards.
struct arc {
    double from, to;
    int knots;
};

static struct strip ring(const struct muscle_band *band, const struct face *face,
                         enum face_side side, struct arc arc) {
    struct point knots[KNOTS_MAX];
    struct point radii = band->at[1];
    for (int i = 0; i < arc.knots; i++) {
        double angle = mix(arc.from, arc.to, (double)i / (arc.knots - 1));
        knots[i] = carried(face, side,
                           (struct point){band->at[0].x + radii.x * cos(angle),
                                          band->at[0].y + radii.y * sin(angle)});
    }
    return strip_through(band, side, knots, arc.knots);
}

// From corner to corner of an eye: halfway between the crease and the edge of the upper lid, or a
// little below the edge of the lower one.
static struct strip lid(const struct muscle_band *band, const struct face *face,
                        enum face_side side, bool upper) {
    static const double below = 0.022;
    const struct point *at = face->at[side];
    struct point knots[5] = {at[LANDMARK_CANTHUS_INNER]};
    for (int i = 0; i < 3; i++) {
        struct point edge = at[LANDMARK_LID_LOWER_1 + i];
        knots[1 + i] = upper ? between(at[LANDMARK_CREASE_1 + i], at[LANDMARK_LID_UPPER_1 + i], 0.5)
                             : (struct point){edge.x, edge.y + below};
    }
    knots[4] = at[LANDMARK_CANTHUS_OUTER];
    return strip_through(band, side, knots, 5);
}

// The levator's end hangs between the crease and the lid's edge, its origin follows half as far.
static struct strip levator(const struct muscle_band *band, const struct face *face,
                            enum face_side side) {
    const struct point *quiet = face_neutral()->at[side];
    const struct point *now = face->at[side];
    double crease = now[LANDMARK_CREASE_2].y - quiet[LANDMARK_CREASE_2].y;
    double edge = now[LANDMARK_LID_UPPER_2].y - quiet[LANDMARK_LID_UPPER_2].y;
    double ways[3] = {crease / 2, crease, (crease + edge) / 2};
    struct point knots[3];
    for (int i = 0; i < 3; i++) {
        knots[i].x = side == FACE_LEFT ? -band->at[i].x : band->at[i].x;
        knots[i].y = band->at[i].y + ways[i];
    }
    struct strip strip = strip_through(band, side, knots, 3);
    strip.sag = LID_ARCH;
    return strip;
}

// What one muscle of one side is made of; at most two strips.
static int strips_of(const struct muscle_band *band, const struct face *face, enum face_side side,
                     struct strip strips[2]) {
    switch (band->shape) {
    case BAND_RING: // begins and ends at the ligament of the inner corner
        strips[0] = ring(band, face, side, (struct arc){-M_PI, M_PI, RING_KNOTS});
        return 1;
    case BAND_HALF: // from the midline to the corner of the mouth, above and below
        strips[0] = ring(band, face, side, (struct arc){-M_PI / 2, 0, HALF_KNOTS});
        strips[1] = ring(band, face, side, (struct arc){M_PI / 2, 0, HALF_KNOTS});
        return 2;
    case BAND_LIDS:
        strips[0] = lid(band, face, side, true);
        strips[1] = lid(band, face, side, false);
        return 2;
    case BAND_LEVATOR:
        strips[0] = levator(band, face, side);
        return 1;
    default:
        strips[0] = strap(band, face, side);
        return 1;
    }
}

// A place of a strip in the picture: t along it 0..1, u -1 to 1 across.
static struct point strip_point(const struct strip *strip, const struct face_view *view, double t,
                                double u) {
    double index = t * (strip->count - 1);
    int low = (int)fmin(index, strip->count - 2);
    struct point at = between(strip->at[low], strip->at[low + 1], index - low);
    struct point edge = between(strip->edge[low], strip->edge[low + 1], index - low);
    struct point place = {at.x + edge.x * u, at.y + edge.y * u + strip->sag * t * u * u};
    return strip->neck ? neck_place(view, place.x, place.y)
                       : face_place(view->face, place, face_depth_at(place.x, place.y));
}

static double strip_length(const struct strip *strip) {
    double length = 0;
    for (int i = 1; i < strip->count; i++) {
        length += hypot(strip->at[i].x - strip->at[i - 1].x, strip->at[i].y - strip->at[i - 1].y);
    }
    return length;
}

static double distance(struct point one, struct point other) {
    return hypot(other.x - one.x, other.y - one.y);
}

// How a muscle is painted, of whichever shape.
struct brush {
    const struct face_view *view;
    bool closed; // a ring does not fade at its ends
    double glow; // alphas
    double fibre;
    int fibres;
};

// One line of the many.
struct strand {
    double u, from, to; // across and along the band
    double width;
    struct colour colour;
    double alpha;
};

static void glow_paint(cairo_t *cairo, const struct strip *strip, const struct brush *brush) {
    double half = hypot(strip->edge[strip->count / 2].x, strip->edge[strip->count / 2].y);
    double length = strip_length(strip);
    // On long thin bands more of them, so that no beads are seen.
    int count = (int)fmin(BLOBS_MAX, fmax(BLOBS, length / half * 1.8));
    for (int i = 0; i < count; i++) {
        double t = (i + 0.5) / count;
        struct point middle = strip_point(strip, brush->view, t, 0);
        struct point before = strip_point(strip, brush->view, t - 0.5 / count, 0);
        struct point after = strip_point(strip, brush->view, t + 0.5 / count, 0);
        double across = distance(strip_point(strip, brush->view, t, -1),
                                 strip_point(strip, brush->view, t, 1)) /
                        2 * BLOB_REACH;
        double step = fmax(1e-9, distance(before, after));
        // Round, but on a short broad band no farther than a part of it, or it lights what lies
        // beyond.
        double along = fmax(step * 2, fmin(across * 0.75, length / 4));
        // So many lie over each other; a blob weighs about half of its length.
        double alpha = 1 - pow(1 - brush->glow, step / along);
        double end = fmin(1, fmin(t, 1 - t) / END_SHARE);
        paint_blob(cairo, middle, along, across, atan2(after.y - before.y, after.x - before.x),
                   brush->view->colours->glow, alpha * (0.15 + 0.85 * end * end * (3 - 2 * end)));
    }
}

// A line along the band that swells and ends in nothing: at u across it.
static void strand_paint(cairo_t *cairo, const struct strip *strip, const struct brush *brush,
                         const struct strand *strand) {
    static const double shape[WIDTHS] = {0.06, 0.70, 1.00, 0.80, 0.06};
    double widths[WIDTHS];
    for (int i = 0; i < WIDTHS; i++) {
        widths[i] = shape[i] * strand->width;
    }
    struct point points[FIBRE_POINTS];
    for (int i = 0; i < FIBRE_POINTS; i++) {
        double t = mix(strand->from, strand->to, (double)i / (FIBRE_POINTS - 1));
        points[i] = strip_point(strip, brush->view, t, strand->u);
    }
    paint_taper(cairo, points, FIBRE_POINTS, widths, WIDTHS, strand->colour, strand->alpha);
}

// Where a fibre begins and ends. They end as a brush does and not as a comb; those of a ring run
// over and under the eye and meet beside it, for whole circles would be spectacles.
static void strand_ends(struct strand *strand, int index, bool closed, int half) {
    double step = closed ? 0.065 : 0.045;
    double first = step * (index % 3);
    double last = step * ((index + 1) % 3);
    if (!closed) {
        strand->from = 0.02 + first;
        strand->to = 0.98 - last;
    } else if (half == 0) {
        strand->from = 0.04 + first;
        strand->to = 0.58 - last;
    } else {
        strand->from = 0.57 - last;
        strand->to = 0.96 - first;
    }
}

// The fibres run from the origin to the insertion, and between them lies a darker strand.
static void fibres_paint(cairo_t *cairo, const struct strip *strip, const struct brush *brush) {
    struct colour dark =
        colour_mix(brush->view->colours->glow, brush->view->colours->line, STRAND_DARK);
    int count = brush->fibres;
    for (int i = 0; i < 2 * count - 1; i++) {
        bool light = i % 2 == 0;
        struct strand strand = {.u = count > 1 ? (i / (count - 1.0) - 1) * SPREAD : 0,
                                .width = light ? FIBRE_WIDTH : STRAND_WIDTH,
                                .colour = light ? brush->view->colours->fibre : dark,
                                .alpha = light ? brush->fibre : brush->fibre * STRAND_SHARE};
        for (int half = 0; half < (brush->closed ? 2 : 1); half++) {
            strand_ends(&strand, i, brush->closed, half);
            strand_paint(cairo, strip, brush, &strand);
        }
    }
}

// The side's half of the picture, so that a muscle beside the midline lights nothing beyond it:
// along the midline of the face, straight unless the head turns or the jaw slides.
static void clip_to_side(cairo_t *cairo, const struct face *face, enum face_side side) {
    enum { PIECES = 16 };
    static const double above = -0.80, below = 1.20, far = 2.0;
    double outwards = side == FACE_LEFT ? -far : far;
    bool bent = fabs(face->head.turn) > 0 || fabs(face->jaw_slide) > 0;
    struct point at = face_place(face, (struct point){0, above}, 0);
    cairo_move_to(cairo, at.x + outwards, at.y);
    for (int i = 0; bent && i <= PIECES; i++) {
        double y = mix(above, below, (double)i / PIECES);
        at = face_place(face, face_carried(face, (struct point){0, y}), face_depth_at(0, y));
        cairo_line_to(cairo, at.x, at.y);
    }
    if (!bent) {
        cairo_line_to(cairo, at.x, at.y);
        at = face_place(face, (struct point){0, below}, 0);
        cairo_line_to(cairo, at.x, at.y);
    }
    cairo_line_to(cairo, at.x + outwards, at.y);
    cairo_close_path(cairo);
    cairo_clip(cairo);
}

// The tongue is seen between the lips alone.
static void clip_to_mouth(cairo_t *cairo, const struct face *face) {
    struct point line[FACE_CURVE_MAX];
    int count = face_curve(face, CURVE_UPPER_INNER, FACE_RIGHT, line);
    cairo_move_to(cairo, line[0].x, line[0].y);
    for (int i = 1; i < count; i++) {
        cairo_line_to(cairo, line[i].x, line[i].y);
    }
    count = face_curve(face, CURVE_LOWER_INNER, FACE_RIGHT, line);
    for (int i = count - 1; i >= 0; i--) {
        cairo_line_to(cairo, line[i].x, line[i].y);
    }
    cairo_close_path(cairo);
    cairo_clip(cairo);
}

enum muscle_layer muscle_layer(enum muscle muscle) {
    return muscle_band(muscle)->layer;
}

static void clip(cairo_t *cairo, const struct face_view *view, enum muscle muscle,
                 enum face_side side) {
    if (muscle == MUSCLE_TONGUE) {
        clip_to_mouth(cairo, view->face);
    } else if (muscle_layer(muscle) == MUSCLE_NECK) {
        neck_clip(cairo, view);
    }
    clip_to_side(cairo, view->face, side);
}

void muscle_paint(cairo_t *cairo, const struct face_view *view, enum muscle muscle,
                  enum face_side side, double level) {
    assert(side == FACE_LEFT || side == FACE_RIGHT);
    if (!(level > 0)) {
        return;
    }
    const struct muscle_band *band = muscle_band(muscle);
    double strength = fmin(level, 1);
    double fibre = (band->deep ? FIBRE_DEEP : FIBRE) * (band->shape == BAND_RING ? RING_SHARE : 1);
    struct brush brush = {.view = view,
                          .closed = band->shape == BAND_RING,
                          .glow = strength * (band->deep ? GLOW_DEEP : GLOW),
                          .fibre = strength * fibre,
                          .fibres = band->fibres};
    struct strip strips[2];
    int count = strips_of(band, view->face, side, strips);
    cairo_save(cairo);
    clip(cairo, view, muscle, side);
    for (int i = 0; i < count; i++) {
        glow_paint(cairo, &strips[i], &brush);
    }
    for (int i = 0; i < count; i++) {
        fibres_paint(cairo, &strips[i], &brush);
    }
    cairo_restore(cairo);
}

struct point muscle_middle(const struct face *face, enum muscle muscle, enum face_side side) {
    const struct muscle_band *band = muscle_band(muscle);
    struct face_view view = {.face = face};
    struct strip strips[2];
    int count = strips_of(band, face, side, strips);
    // A deep one is pointed at nearer to its origin: its middle lies under another.
    double t = band->deep ? 0.3 : 0.5;
    return strip_point(&strips[count - 1], &view, t, 0);
}
