// SPDX-License-Identifier: MIT
#include <math.h>

#include "core/face.h"

// Curves go through their knots as Catmull-Rom splines: between two knots a cubic whose handles are
// a sixth of the way between the neighbours of each (face/face.md section 4). They are sampled and
// kept from crossing in the head's own space, then placed with the head.

enum { KNOTS_MAX = 24, STEPS = 8, FINE_STEPS = 10 };

// The wing's line begins a little below its landmark and ends a little outside its foot.
static const double WING_LOWERED = 0.012, WING_OUTWARD = 0.004;
// The corners of the mouth get round while it opens from the first to the second.
static const double ROUND_FROM = 0.015, ROUND_TO = 0.10;
// How much of that the outer edges follow.
static const double EDGE_ROUND = 0.85;
// The crease stays so far above the lid, as in face_eyes.c.
static const double CREASE_ABOVE = 0.006;

struct knot {
    double x, y, depth;
};

struct line {
    struct knot at[FACE_CURVE_MAX];
    int count;
};

// Knots, and where the missing neighbours of an open curve's ends are taken to lie.
struct spline {
    struct knot knots[KNOTS_MAX];
    int count;
    bool closed;
    struct knot before, after;
    int steps; // samples from knot to knot
};

static struct knot knot_of(const struct face *face, enum face_side side, enum landmark landmark) {
    struct point at = face->at[side][landmark];
    return (struct knot){at.x, at.y, landmark_depth(landmark)};
}

// How much four knots one behind the other weigh at a place between the middle two: the cubic's own
// weights, its handles written out by the knots.
struct weights {
    double before, from, to, after;
};

static struct weights weights_at(double t) {
    double u = 1 - t, near_from = 3 * t * u * u, near_to = 3 * t * t * u;
    return (struct weights){
        .before = -near_from / 6,
        .from = u * u * u + near_from + near_to / 6,
        .to = t * t * t + near_to + near_from / 6,
        .after = -near_to / 6,
    };
}

static struct knot between(const struct knot *const k[4], struct weights w) {
    return (struct knot){
        w.before * k[0]->x + w.from * k[1]->x + w.to * k[2]->x + w.after * k[3]->x,
        w.before * k[0]->y + w.from * k[1]->y + w.to * k[2]->y + w.after * k[3]->y,
        w.before * k[0]->depth + w.from * k[1]->depth + w.to * k[2]->depth + w.after * k[3]->depth,
    };
}

static void sample(const struct spline *spline, struct line *line) {
    const struct knot *knots = spline->knots;
    struct weights weights[FINE_STEPS];
    int n = spline->count, spans = spline->closed ? n : n - 1;
    for (int step = 0; step < spline->steps; step++) {
        weights[step] = weights_at((double)step / spline->steps);
    }
    line->count = 0;
    for (int i = 0; i < spans; i++) {
        bool first = i == 0 && !spline->closed, last = i == n - 2 && !spline->closed;
        const struct knot *const around[4] = {
            first ? &spline->before : &knots[(i + n - 1) % n],
            &knots[i],
            &knots[(i + 1) % n],
            last ? &spline->after : &knots[(i + 2) % n],
        };
        for (int step = 0; step < spline->steps; step++) {
            line->at[line->count++] = between(around, weights[step]);
        }
    }
    if (!spline->closed) {
        line->at[line->count++] = knots[n - 1];
    }
}

static void add(struct spline *spline, struct knot knot) {
    spline->knots[spline->count++] = knot;
}

static void add_run(struct spline *spline, const struct face *face, enum face_side side,
                    enum landmark from, enum landmark to) {
    int way = to > from ? 1 : -1;
    for (int i = (int)from; i != (int)to + way; i += way) {
        add(spline, knot_of(face, side, (enum landmark)i));
    }
}

// At the ends of an open curve the missing neighbour is the end itself.
static void sample_open(struct spline *spline, struct line *line) {
    spline->before = spline->knots[0];
    spline->after = spline->knots[spline->count - 1];
    sample(spline, line);
}

static void contour(const struct face *face, struct line *line) {
    struct spline spline = {.closed = true, .steps = STEPS};
    add_run(&spline, face, FACE_RIGHT, LANDMARK_CROWN, LANDMARK_MENTON);
    add_run(&spline, face, FACE_LEFT, LANDMARK_CONTOUR_9, LANDMARK_CONTOUR_0);
    sample(&spline, line);
}

static void run(const struct face *face, enum face_side side, enum landmark from, enum landmark to,
                struct line *line) {
    struct spline spline = {.steps = STEPS};
    add_run(&spline, face, side, from, to);
    sample_open(&spline, line);
}

static void wing(const struct face *face, enum face_side side, struct line *line) {
    struct spline spline = {.steps = STEPS};
    add_run(&spline, face, side, LANDMARK_WING_TOP, LANDMARK_WING_FOOT);
    spline.knots[0].y += WING_LOWERED;
    spline.knots[3].x += side == FACE_RIGHT ? WING_OUTWARD : -WING_OUTWARD;
    sample_open(&spline, line);
}

// The least (sense -1) or greatest (sense 1) y that a line has over x; -sense times infinity where
// it does not reach.
static double extreme_over(const struct line *line, double x, double sense) {
    double most = -HUGE_VAL;
    for (int i = 0; i + 1 < line->count; i++) {
        const struct knot *a = &line->at[i], *b = &line->at[i + 1];
        if ((a->x - x) * (b->x - x) > 0) {
            continue;
        }
        double width = b->x - a->x;
        double t = fabs(width) > 0 ? (x - a->x) / width : 0;
        most = fmax(most, sense * (a->y + (b->y - a->y) * t));
    }
    return sense * most;
}

// Keeps every sample of `edge` above (sense -1) or below (sense 1) the line, and `beyond` away from
// it.
static void keep_outside(struct line *edge, const struct line *line, double sense, double beyond) {
    for (int i = 0; i < edge->count; i++) {
        double limit = extreme_over(line, edge->at[i].x, sense);
        if (isfinite(limit)) {
            edge->at[i].y = sense * fmax(sense * edge->at[i].y, sense * limit + beyond);
        }
    }
}

// Both lines have the same x at every sample. Where they cross they meet, `meet` of the way to the
// lower one.
static void keep_apart(struct line *upper, struct line *lower, double meet) {
    for (int i = 0; i < upper->count; i++) {
        struct knot *above = &upper->at[i], *below = &lower->at[i];
        if (above->y > below->y) {
            above->y = below->y = above->y + (below->y - above->y) * meet;
        }
    }
}

static void lids(const struct face *face, enum face_side side, struct line *upper,
                 struct line *lower) {
    struct spline spline = {.steps = FINE_STEPS};
    add_run(&spline, face, side, LANDMARK_CANTHUS_INNER, LANDMARK_CANTHUS_OUTER);
    sample_open(&spline, upper);
    for (int i = 0; i < 3; i++) {
        spline.knots[1 + i] = knot_of(face, side, (enum landmark)(LANDMARK_LID_LOWER_1 + i));
    }
    sample_open(&spline, lower);
    keep_apart(upper, lower, 0.6);
}

static void crease(const struct face *face, enum face_side side, struct line *line) {
    struct line upper = {.count = 0}, lower = {.count = 0};
    lids(face, side, &upper, &lower);
    run(face, side, LANDMARK_CREASE_0, LANDMARK_CREASE_4, line);
    keep_outside(line, &upper, -1, CREASE_ABOVE);
}

static double smoothstep(double from, double to, double x) {
    double t = fmin(1, fmax(0, (x - from) / (to - from)));
    return t * t * (3 - 2 * t);
}

static struct knot mixed(struct knot a, struct knot b, double share) {
    return (struct knot){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share,
                         a.depth + (b.depth - a.depth) * share};
}

// A lip's edge from corner to corner: through the corners, `first` and the two landmarks behind it
// on either side. `opposite` is the edge of the other lip: an open mouth is one round loop through
// both, a shut one two lines that end in the corner; `roundness` goes from the second to the first.
static void lip(const struct face *face, enum landmark first, enum landmark opposite,
                double roundness, struct line *line) {
    struct spline spline = {.steps = FINE_STEPS};
    enum landmark last = (enum landmark)(first + 2), across = (enum landmark)(opposite + 2);
    add(&spline, knot_of(face, FACE_LEFT, LANDMARK_MOUTH_CORNER));
    add_run(&spline, face, FACE_LEFT, last, first);
    add_run(&spline, face, FACE_RIGHT, (enum landmark)(first + 1), last);
    add(&spline, knot_of(face, FACE_RIGHT, LANDMARK_MOUTH_CORNER));
    spline.before = mixed(spline.knots[0], knot_of(face, FACE_LEFT, across), roundness);
    spline.after = mixed(spline.knots[6], knot_of(face, FACE_RIGHT, across), roundness);
    sample(&spline, line);
}

static double roundness_of(const struct face *face) {
    return smoothstep(ROUND_FROM, ROUND_TO, face->open);
}

static void opening(const struct face *face, struct line *upper, struct line *lower) {
    double roundness = roundness_of(face);
    lip(face, LANDMARK_UPPER_INNER_0, LANDMARK_LOWER_INNER_0, roundness, upper);
    lip(face, LANDMARK_LOWER_INNER_0, LANDMARK_UPPER_INNER_0, roundness, lower);
    keep_apart(upper, lower, 0.45);
}

static void lip_edge(const struct face *face, bool is_upper, struct line *line) {
    const double *pucker = face->units.strength[UNIT_AU18];
    double puckered = (pucker[FACE_LEFT] + pucker[FACE_RIGHT]) / 4;
    double roundness = EDGE_ROUND * fmax(roundness_of(face), puckered);
    enum landmark own = is_upper ? LANDMARK_UPPER_EDGE_0 : LANDMARK_LOWER_EDGE_0;
    enum landmark other = is_upper ? LANDMARK_LOWER_EDGE_0 : LANDMARK_UPPER_EDGE_0;
    struct line upper = {.count = 0}, lower = {.count = 0};
    opening(face, &upper, &lower);
    lip(face, own, other, roundness, line);
    keep_outside(line, is_upper ? &upper : &lower, is_upper ? -1 : 1, 0);
}

static void sample_curve(const struct face *face, enum face_curve curve, enum face_side side,
                         struct line *line) {
    struct line other = {.count = 0};
    switch (curve) {
    case CURVE_CONTOUR:
        contour(face, line);
        break;
    case CURVE_EAR:
        run(face, side, LANDMARK_EAR_0, LANDMARK_EAR_5, line);
        break;
    case CURVE_BROW:
        run(face, side, LANDMARK_BROW_0, LANDMARK_BROW_4, line);
        break;
    case CURVE_UPPER_LID:
        lids(face, side, line, &other);
        break;
    case CURVE_LOWER_LID:
        lids(face, side, &other, line);
        break;
    case CURVE_CREASE:
        crease(face, side, line);
        break;
    case CURVE_WING:
        wing(face, side, line);
        break;
    case CURVE_FOLD:
        run(face, side, LANDMARK_FOLD_0, LANDMARK_FOLD_3, line);
        break;
    case CURVE_UPPER_EDGE:
    case CURVE_LOWER_EDGE:
        lip_edge(face, curve == CURVE_UPPER_EDGE, line);
        break;
    case CURVE_UPPER_INNER:
        opening(face, line, &other);
        break;
    case CURVE_LOWER_INNER:
        opening(face, &other, line);
        break;
    case CURVE_COUNT:
        break;
    }
}

int face_curve(const struct face *face, enum face_curve curve, enum face_side side,
               struct point out[FACE_CURVE_MAX]) {
    struct line line = {.count = 0};
    sample_curve(face, curve, side, &line);
    for (int i = 0; i < line.count; i++) {
        struct knot at = line.at[i];
        out[i] = face_place(face, (struct point){at.x, at.y}, at.depth);
    }
    return line.count;
}
