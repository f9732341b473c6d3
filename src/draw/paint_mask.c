// SPDX-License-Identifier: MIT
#include "draw/paint_mask.h"

#include <math.h>
#include <stddef.h>

#include "draw/paint.h"

double paint_bell(double square) {
    double u = 1 - square;
    return u * u * (0.3 + 0.7 * u);
}

bool mask_open(cairo_t *cairo, struct point least, struct point most, struct mask *mask) {
    double left, top, right, bottom;
    cairo_save(cairo);
    cairo_identity_matrix(cairo);
    cairo_clip_extents(cairo, &left, &top, &right, &bottom);
    cairo_restore(cairo);
    left = floor(fmax(left, least.x));
    top = floor(fmax(top, least.y));
    right = ceil(fmin(right, most.x));
    bottom = ceil(fmin(bottom, most.y));
    if (!(right > left) || !(bottom > top)) {
        return false;
    }
    *mask = (struct mask){
        .x = (int)left, .y = (int)top, .width = (int)(right - left), .height = (int)(bottom - top)};
    mask->surface = cairo_image_surface_create(CAIRO_FORMAT_A8, mask->width, mask->height);
    mask->rows = cairo_image_surface_get_data(mask->surface);
    mask->stride = cairo_image_surface_get_stride(mask->surface);
    if (!mask->rows) {
        cairo_surface_destroy(mask->surface);
    }
    return mask->rows != NULL;
}

void mask_lay(cairo_t *cairo, struct mask *mask, struct colour colour) {
    cairo_surface_mark_dirty(mask->surface);
    cairo_save(cairo);
    cairo_identity_matrix(cairo);
    paint_use(cairo, colour, 1);
    cairo_mask_surface(cairo, mask->surface, mask->x, mask->y);
    cairo_restore(cairo);
    cairo_surface_destroy(mask->surface);
}

// Broad soft light changes by less than one step of an eight-bit colour from pixel to pixel.
// Without a grain finer than that the rounding shows as rings and stripes. An ordered pattern,
// fixed to the device, so that the same paint gives the same picture wherever the clip lies.
static const signed char GRAIN[8][8] = {
    {-32, 0, -24, 8, -30, 2, -22, 10},  {16, -16, 24, -8, 18, -14, 26, -6},
    {-20, 12, -28, 4, -18, 14, -26, 6}, {28, -4, 20, -12, 30, -2, 22, -10},
    {-29, 3, -21, 11, -31, 1, -23, 9},  {19, -13, 27, -5, 17, -15, 25, -7},
    {-17, 15, -25, 7, -19, 13, -27, 5}, {31, -1, 23, -9, 29, -3, 21, -11},
};

// An alpha of 0..255 as a byte, up to two steps off, and never out of nothing.
static unsigned char with_grain(double value, int grain) {
    double rough = value + (value < 2 ? value : 2) * grain * (1.0 / 32) + 0.5;
    return rough < 255 ? (unsigned char)rough : 255;
}

// The first pixel of a row whose middle is not left of x, and the last one that is not right of it,
// with a hair's breadth to spare so that no pixel falls between two neighbours. x is counted from
// the mask.
static int first_from(double x) {
    return x > 0.5 ? (int)(x + 0.5 - 1e-6) : 0;
}

static int last_upto(double x, int width) {
    if (x < 0.5) {
        return -1;
    }
    return x < width ? (int)(x - 0.5 + 1e-6) : width - 1;
}

// Along a row the square of the radius is a parabola: only the pixels between its roots are
// touched.
void mask_spot(struct mask *mask, const cairo_matrix_t *to_circle, double alpha) {
    double a = to_circle->xx * to_circle->xx + to_circle->yx * to_circle->yx;
    for (int row = 0; row < mask->height; row++) {
        double y = mask->y + row + 0.5;
        double u = to_circle->xy * y + to_circle->x0;
        double v = to_circle->yy * y + to_circle->y0;
        double b = to_circle->xx * u + to_circle->yx * v; // half of it
        double c = u * u + v * v;
        double root = b * b - a * (c - 1);
        if (root <= 0) {
            continue;
        }
        root = sqrt(root);
        int from = first_from((-b - root) / a - mask->x);
        int upto = last_upto((-b + root) / a - mask->x, mask->width);
        unsigned char *pixels = mask->rows + (ptrdiff_t)row * mask->stride;
        const signed char *grain = GRAIN[(mask->y + row) & 7];
        for (int i = from; i <= upto; i++) {
            double x = mask->x + i + 0.5;
            double value = 255 * alpha * paint_bell((a * x + 2 * b) * x + c);
            pixels[i] = with_grain(value, grain[(mask->x + i) & 7]);
        }
    }
}

// What changes evenly over a triangle: value at the device's origin, and per pixel.
struct slope {
    double start, by_x, by_y;
};

static struct slope slope_of(const struct corner *a, const struct corner *b, const struct corner *c,
                             double area, const double values[3]) {
    double one = values[1] - values[0], two = values[2] - values[0];
    struct slope slope = {.by_x = (one * (c->at.y - a->at.y) - two * (b->at.y - a->at.y)) / area,
                          .by_y = (two * (b->at.x - a->at.x) - one * (c->at.x - a->at.x)) / area};
    slope.start = values[0] - slope.by_x * a->at.x - slope.by_y * a->at.y;
    return slope;
}

static void sort_down(const struct corner *corners[3]) {
    for (int i = 0; i < 3; i++) {
        int j = i < 2 ? i : 0; // three exchanges put three in order
        if (corners[j]->at.y > corners[j + 1]->at.y) {
            const struct corner *kept = corners[j];
            corners[j] = corners[j + 1];
            corners[j + 1] = kept;
        }
    }
}

static double x_at(const struct corner *from, const struct corner *to, double y) {
    double height = to->at.y - from->at.y;
    return height > 0 ? from->at.x + (to->at.x - from->at.x) * (y - from->at.y) / height
                      : from->at.x;
}

void mask_triangle(struct mask *mask, const struct corner *a, const struct corner *b,
                   const struct corner *c) {
    double area =
        (b->at.x - a->at.x) * (c->at.y - a->at.y) - (c->at.x - a->at.x) * (b->at.y - a->at.y);
    if (fabs(area) < 1e-9) {
        return;
    }
    struct slope side = slope_of(a, b, c, area, (const double[]){a->side, b->side, c->side});
    struct slope strength =
        slope_of(a, b, c, area, (const double[]){a->strength, b->strength, c->strength});
    const struct corner *down[3] = {a, b, c};
    sort_down(down);
    int top = first_from(down[0]->at.y - mask->y);
    int bottom = last_upto(down[2]->at.y - mask->y, mask->height);
    for (int row = top; row <= bottom; row++) {
        double y = mask->y + row + 0.5;
        double one = x_at(down[0], down[2], y) - mask->x;
        double other =
            (y < down[1]->at.y ? x_at(down[0], down[1], y) : x_at(down[1], down[2], y)) - mask->x;
        int from = first_from(one < other ? one : other);
        int upto = last_upto(one < other ? other : one, mask->width);
        // From the device's origin, not from pixel to pixel: the same wherever the clip begins.
        double side_here = side.start + side.by_y * y;
        double strength_here = strength.start + strength.by_y * y;
        unsigned char *pixels = mask->rows + (ptrdiff_t)row * mask->stride;
        const signed char *grain = GRAIN[(mask->y + row) & 7];
        for (int i = from; i <= upto; i++) {
            double x = mask->x + i + 0.5;
            double s = side_here + side.by_x * x;
            double k = strength_here + strength.by_x * x;
            unsigned char value = with_grain(k * paint_bell(s * s), grain[(mask->x + i) & 7]);
            pixels[i] = value > pixels[i] ? value : pixels[i];
        }
    }
}
