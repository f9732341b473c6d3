// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/face_mouth.h"

// Teeth and tongue belong to the skull and the jaw, not to the lips: they stand where the bones are
// and the lips uncover them (face/face.md section 7.3). All lengths in face widths.

// The teeth lie on an arch: so deep in the middle, and so much less at x.
static const double ARCH_DEPTH = 0.41, ARCH_BEND = 3.0;
// The lower edge of the upper teeth and the upper edge of the lower ones, in the middle.
static const double UPPER_BITE = 0.460, LOWER_BITE = 0.462;
static const double UPPER_HALF = 0.215, UPPER_RISE = 0.046;
static const double LOWER_HALF = 0.140, LOWER_RISE = 0.016;
// How much of the way of the chin the lower teeth go, down and sideways.
static const double TEETH_DROP = 0.93, TEETH_SLIDE = 0.8;
// The tongue's tip when it is lifted reaches behind the upper teeth.
static const double TIP_Y = 0.448;

static const unsigned UPPER_TEETH = 0xF8F3EA, LOWER_TEETH = 0xEDE5D9, JOINT = 0xC9B8A6;
static const unsigned GROUND = 0x4A1F1E, TONGUE = 0xB4574F, TIP_LIGHT = 0xCF776C,
                      TIP_DARK = 0xA04A45;
static const unsigned TEETH_SHADE = 0x6B4038;
// Under the lip, warm, or the teeth turn grey; and in the corners.
static const struct colour LIP_SHADE = {104.0 / 255, 46.0 / 255, 30.0 / 255};
static const struct colour CORNER_SHADE = {41.0 / 255, 13.0 / 255, 13.0 / 255};

static struct point on_arch(const struct mouth *mouth, double x, double y) {
    return face_place(mouth->view->face, (struct point){x, y}, ARCH_DEPTH - ARCH_BEND * x * x);
}

static double lower_inner(const struct mouth *mouth) {
    return mouth->view->face->at[FACE_RIGHT][LANDMARK_LOWER_INNER_0].y;
}

static struct point jaw_shift(const struct mouth *mouth) {
    const struct face *face = mouth->view->face;
    return (struct point){TEETH_SLIDE * face->jaw_slide, TEETH_DROP * face->jaw};
}

// The edge of a row of teeth from left to right, parabola of `rise` at `half` from the middle,
// closed by a straight line at the height of `back`.
enum { ROW_STEPS = 24 };
struct row {
    double half, bite, rise, back;
    struct point shift;
};

static double row_edge(const struct row *row, double x) {
    return row->bite + row->rise * (x / row->half) * (x / row->half);
}

static void row_path(const struct mouth *mouth, const struct row *row) {
    cairo_new_path(mouth->cairo);
    for (int i = 0; i <= ROW_STEPS; i++) {
        double x = row->half * (2.0 * i / ROW_STEPS - 1);
        struct point at = on_arch(mouth, x + row->shift.x, row_edge(row, x) + row->shift.y);
        cairo_line_to(mouth->cairo, at.x, at.y);
    }
    struct point right = on_arch(mouth, row->half + row->shift.x, row->back + row->shift.y);
    struct point left = on_arch(mouth, -row->half + row->shift.x, row->back + row->shift.y);
    cairo_line_to(mouth->cairo, right.x, right.y);
    cairo_line_to(mouth->cairo, left.x, left.y);
    cairo_close_path(mouth->cairo);
}

// Behind lips that make a funnel teeth lie in the shade.
static struct colour in_shade(const struct mouth *mouth, unsigned teeth) {
    const double *funnel = mouth->view->face->units.strength[UNIT_AU22];
    double share = 0.16 * (funnel[FACE_LEFT] + funnel[FACE_RIGHT]);
    return colour_mix(paint_hex(teeth), paint_hex(TEETH_SHADE), share);
}

// Teeth darken towards the corners and end in nothing: a band with an end is a denture.
static void row_fill(const struct mouth *mouth, const struct row *row, struct colour teeth) {
    static const struct {
        double offset, shade, alpha;
    } stops[] = {{0, 0.9, 0}, {0.06, 0.9, 0.15}, {0.14, 0.70, 1}, {0.27, 0.18, 1}, {0.40, 0, 1}};
    enum { STOPS = sizeof stops / sizeof *stops };
    struct point left = on_arch(mouth, -row->half + row->shift.x, row->bite + row->shift.y);
    struct point right = on_arch(mouth, row->half + row->shift.x, row->bite + row->shift.y);
    struct colour dark = colour_mix(teeth, paint_hex(TEETH_SHADE), 0.55);
    cairo_pattern_t *fill = cairo_pattern_create_linear(left.x, left.y, right.x, right.y);
    for (int i = 0; i < 2 * STOPS; i++) {
        int k = i < STOPS ? i : 2 * STOPS - 1 - i;
        struct colour here = colour_mix(teeth, dark, stops[k].shade);
        cairo_pattern_add_color_stop_rgba(fill, i < STOPS ? stops[k].offset : 1 - stops[k].offset,
                                          here.red, here.green, here.blue, stops[k].alpha);
    }
    cairo_set_source(mouth->cairo, fill);
    cairo_fill(mouth->cairo);
    cairo_pattern_destroy(fill);
}

// Faint notches where two teeth meet, widest at the biting edge.
static void row_joints(const struct mouth *mouth, const struct row *row, const double *xs,
                       int count, double length) {
    static const double widths[] = {0.0026, 0.0016, 0.0006};
    for (int i = 0; i < 2 * count; i++) {
        double x = i < count ? xs[i] : -xs[i - count];
        if (i >= count && xs[i - count] <= 0) {
            continue;
        }
        struct point line[3];
        for (int k = 0; k < 3; k++) {
            line[k] =
                on_arch(mouth, x + row->shift.x, row_edge(row, x) + row->shift.y + length * k / 2);
        }
        paint_taper(mouth->cairo, line, 3, widths, 3, in_shade(mouth, JOINT), 0.40);
    }
}

static void paint_upper_teeth(const struct mouth *mouth) {
    static const double joints[] = {0, 0.060, 0.107, 0.148};
    const struct row row = {UPPER_HALF, UPPER_BITE, -UPPER_RISE, 0.34, {0, 0}};
    row_path(mouth, &row);
    row_fill(mouth, &row, in_shade(mouth, UPPER_TEETH));
    row_joints(mouth, &row, joints, 4, -0.036);
}

// A sliver of them over the lip would look like a flaw.
static double lower_teeth_seen(const struct mouth *mouth) {
    return mouth_step(0.003, 0.014, lower_inner(mouth) - LOWER_BITE - jaw_shift(mouth).y);
}

static void paint_lower_teeth(const struct mouth *mouth) {
    static const double joints[] = {0, 0.037, 0.073, 0.110};
    const struct row row = {LOWER_HALF, LOWER_BITE, LOWER_RISE, 0.62, jaw_shift(mouth)};
    row_path(mouth, &row);
    row_fill(mouth, &row, in_shade(mouth, LOWER_TEETH));
    row_joints(mouth, &row, joints, 4, 0.030);
}

// A hill of the tongue between a foot and a top, closed far below: half widths at the foot and near
// the top.
struct hill {
    double x, foot, top, foot_half, top_half;
};

static void hill_path(const struct mouth *mouth, const struct hill *hill) {
    double height = hill->foot - hill->top;
    const struct point shape[] = {
        {-hill->foot_half, hill->foot + 0.08},
        {-hill->foot_half, hill->foot},
        {-0.5 * (hill->foot_half + hill->top_half) - 0.004, hill->foot - 0.5 * height},
        {-hill->top_half, hill->top + 0.20 * height},
        {-0.5 * hill->top_half, hill->top + 0.03 * height},
        {0, hill->top},
        {0.5 * hill->top_half, hill->top + 0.03 * height},
        {hill->top_half, hill->top + 0.20 * height},
        {0.5 * (hill->foot_half + hill->top_half) + 0.004, hill->foot - 0.5 * height},
        {hill->foot_half, hill->foot},
        {hill->foot_half, hill->foot + 0.08},
    };
    enum { COUNT = sizeof shape / sizeof *shape };
    struct point placed[COUNT];
    for (int i = 0; i < COUNT; i++) {
        placed[i] = on_arch(mouth, hill->x + shape[i].x, shape[i].y);
    }
    paint_path(mouth->cairo, placed, COUNT, true);
}

static void hill_fill(const struct mouth *mouth, const struct hill *hill, struct colour top,
                      struct colour foot) {
    struct point from = on_arch(mouth, hill->x, hill->top),
                 to = on_arch(mouth, hill->x, hill->foot);
    cairo_pattern_t *fill = cairo_pattern_create_linear(from.x, from.y, to.x, to.y);
    cairo_pattern_add_color_stop_rgb(fill, 0, top.red, top.green, top.blue);
    cairo_pattern_add_color_stop_rgb(fill, 1, foot.red, foot.green, foot.blue);
    cairo_set_source(mouth->cairo, fill);
    cairo_fill(mouth->cairo);
    cairo_pattern_destroy(fill);
}

// A line down the middle of the tongue.
static void hill_middle(const struct mouth *mouth, const struct hill *hill, double from, double to,
                        double width, double alpha) {
    struct point line[3];
    for (int i = 0; i < 3; i++) {
        double share = from + (to - from) * i / 2;
        line[i] = on_arch(mouth, hill->x, hill->top + share * (hill->foot - hill->top));
    }
    paint_soft(mouth->cairo, line, 3, width, paint_hex(TIP_DARK), alpha);
}

// The tongue lies on the floor of the mouth and comes into sight as that opens.
static void paint_tongue_rest(const struct mouth *mouth) {
    double seen = mouth_step(0.03, 0.11, mouth->gap);
    if (seen <= 0) {
        return;
    }
    struct hill hill = {jaw_shift(mouth).x, lower_inner(mouth) + 0.012, 0, 0.125, 0.085};
    hill.top = hill.foot - 0.020 - 0.046 * seen - 0.25 * fmax(0, mouth->gap - 0.11);
    // In the shade while little light falls in, and of the same person as the lips.
    struct colour tongue = colour_mix(paint_hex(TONGUE), mouth->view->colours->lip, 0.25);
    tongue = colour_mix(tongue, paint_hex(GROUND), 0.55 * (1 - seen));
    hill_path(mouth, &hill);
    hill_fill(mouth, &hill, colour_mix(tongue, paint_hex(GROUND), 0.30), tongue);
    struct point crest = on_arch(mouth, hill.x, hill.top + 0.020);
    paint_blob(mouth->cairo, crest, 0.085, 0.022, mouth->view->face->head.tilt,
               paint_hex(TIP_LIGHT), 0.50 * seen * seen);
    hill_middle(mouth, &hill, 0.05, 1, 0.014, 0.5 * seen);
}

// Its underside when the tip is lifted, from the lower lip to behind the upper teeth.
static void paint_tongue_tip(const struct mouth *mouth) {
    double lift = mouth->view->face->units.strength[UNIT_TONGUE][FACE_RIGHT];
    if (lift <= 0) {
        return;
    }
    struct hill hill = {jaw_shift(mouth).x * (1 - 0.5 * lift), lower_inner(mouth) + 0.02, 0, 0.088,
                        0.048};
    hill.top = hill.foot + lift * (TIP_Y - hill.foot);
    hill_path(mouth, &hill);
    hill_fill(mouth, &hill, paint_hex(TIP_LIGHT), paint_hex(TIP_DARK));
    hill_middle(mouth, &hill, 0.25, 1.0, 0.010, 0.8 * lift);
}

// The lips throw a shade on what is behind them.
static void paint_shade(const struct mouth *mouth) {
    struct point knots[LIP_KNOTS];
    lip_knots(&mouth->upper_inner, knots);
    paint_soft(mouth->cairo, knots, LIP_KNOTS, fmin(0.045, 0.75 * mouth->gap), LIP_SHADE, 0.58);
    double reach = 0.030 + 0.3 * mouth->gap;
    for (int end = 0; end < 2; end++) {
        struct point corner = mouth->upper_inner.at[end ? mouth->upper_inner.count - 1 : 0];
        paint_blob(mouth->cairo, corner, 1.5 * reach, reach, mouth->view->face->head.tilt,
                   CORNER_SHADE, 0.62);
    }
}

// Teeth behind a slit would be a flash of white, and puckered lips hide them.
static double teeth_seen(const struct mouth *mouth) {
    return mouth_step(0.008, 0.021, mouth->gap) * (1 - fmin(1, 1.3 * mouth->pucker));
}

// Paints them so strongly, over what is behind them.
static void paint_faded(const struct mouth *mouth, void (*paint)(const struct mouth *mouth),
                        double alpha) {
    if (alpha <= 0) {
        return;
    }
    cairo_push_group(mouth->cairo);
    paint(mouth);
    cairo_pop_group_to_source(mouth->cairo);
    cairo_paint_with_alpha(mouth->cairo, alpha);
}

void mouth_paint_inside(const struct mouth *mouth) {
    double teeth = teeth_seen(mouth);
    paint_use(mouth->cairo, colour_mix(paint_hex(GROUND), mouth->view->colours->line, 0.35), 1);
    cairo_paint(mouth->cairo);
    paint_tongue_rest(mouth);
    paint_faded(mouth, paint_lower_teeth, teeth * lower_teeth_seen(mouth));
    paint_tongue_tip(mouth);
    paint_faded(mouth, paint_upper_teeth, teeth);
    paint_shade(mouth);
}
