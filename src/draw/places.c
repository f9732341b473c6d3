// SPDX-License-Identifier: MIT
#include "draw/places.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

#include "draw/paint.h"

// How far beside an outline it is still meant: a quarter of a finger at the usual size.
static const double NEAR = 0.045;

// What of the face the chart shows.
static const double HALF_WIDTH = 0.64, TOP = -0.73, FOOT = 0.985;

enum { KNOTS_MAX = 14, STEPS = 6 };

// For the right of the picture, clockwise. The eyes are closed: the two lids share what lies
// between brow and cheek, and nothing is left to point at the eyeball.
struct place_shape {
    int count;
    struct point knots[KNOTS_MAX];
};
static const struct place_shape shapes[PLACE_COUNT] = {
    // Levator palpebrae and the upper lid's part of orbicularis oculi (AU43, AU45).
    [PLACE_UPPER_LID] = {11,
                         {{0.110, -0.098},
                          {0.170, -0.118},
                          {0.235, -0.126},
                          {0.300, -0.117},
                          {0.362, -0.078},
                          {0.398, -0.030},
                          {0.366, 0.012},
                          {0.300, 0.028},
                          {0.230, 0.036},
                          {0.160, 0.031},
                          {0.092, 0.008}}},
    // The lower lid's part of orbicularis oculi and its ring around the eye (AU6, AU7).
    [PLACE_LOWER_LID] = {10,
                         {{0.100, 0.038},
                          {0.160, 0.056},
                          {0.230, 0.061},
                          {0.300, 0.053},
                          {0.366, 0.036},
                          {0.404, 0.046},
                          {0.386, 0.104},
                          {0.318, 0.148},
                          {0.232, 0.162},
                          {0.152, 0.132}}},
    // Frontalis and corrugator supercilii (AU1, AU2, AU4).
    [PLACE_BROW] = {10,
                    {{0.082, -0.140},
                     {0.088, -0.238},
                     {0.180, -0.292},
                     {0.300, -0.296},
                     {0.396, -0.238},
                     {0.424, -0.150},
                     {0.386, -0.098},
                     {0.308, -0.142},
                     {0.235, -0.152},
                     {0.160, -0.144}}},
    // Zygomaticus, levator labii, buccinator and risorius (AU12, AU14, AU20).
    [PLACE_CHEEK] = {11,
                     {{0.172, 0.196},
                      {0.250, 0.192},
                      {0.340, 0.168},
                      {0.414, 0.118},
                      {0.456, 0.128},
                      {0.450, 0.230},
                      {0.418, 0.345},
                      {0.366, 0.452},
                      {0.302, 0.478},
                      {0.262, 0.400},
                      {0.222, 0.290}}},
    // Orbicularis oris and what pulls at the corner (AU10, AU15, AU18, AU22 to AU24).
    [PLACE_MOUTH] = {12,
                     {{0.010, 0.326},
                      {0.070, 0.326},
                      {0.140, 0.348},
                      {0.200, 0.390},
                      {0.232, 0.438},
                      {0.206, 0.490},
                      {0.140, 0.524},
                      {0.070, 0.540},
                      {0.010, 0.540},
                      {0.010, 0.486},
                      {0.010, 0.433},
                      {0.010, 0.380}}},
    // Mentalis (AU17).
    [PLACE_CHIN] = {10,
                    {{0.010, 0.570},
                     {0.072, 0.570},
                     {0.142, 0.556},
                     {0.190, 0.590},
                     {0.182, 0.646},
                     {0.130, 0.694},
                     {0.066, 0.716},
                     {0.010, 0.722},
                     {0.010, 0.672},
                     {0.010, 0.620}}},
    // Platysma (AU21).
    [PLACE_NECK] = {10,
                    {{0.010, 0.800},
                     {0.090, 0.786},
                     {0.170, 0.742},
                     {0.232, 0.690},
                     {0.236, 0.790},
                     {0.250, 0.872},
                     {0.220, 0.930},
                     {0.110, 0.952},
                     {0.010, 0.956},
                     {0.010, 0.878}}},
    // Auricularis; in the ear the stapedius, which is heard as a click.
    [PLACE_EAR] = {8,
                   {{0.486, -0.062},
                    {0.514, -0.092},
                    {0.556, -0.050},
                    {0.556, 0.056},
                    {0.532, 0.146},
                    {0.498, 0.196},
                    {0.480, 0.130},
                    {0.490, 0.030}}},
};

int place_outline(enum face_place place, enum face_side side, struct point out[PLACE_OUTLINE_MAX]) {
    assert(place < PLACE_COUNT && side < FACE_SIDES);
    const struct place_shape *shape = &shapes[place];
    struct point knots[KNOTS_MAX + 3];
    int count = shape->count;
    // The smooth curve goes once around: it begins a knot early and ends two late.
    for (int i = 0; i < count + 3; i++) {
        knots[i] = shape->knots[(i + count - 1) % count];
        knots[i].x *= side == FACE_RIGHT ? 1 : -1;
    }
    struct point all[PLACE_OUTLINE_MAX];
    int sampled = paint_sample(knots, count + 3, STEPS, all, PLACE_OUTLINE_MAX);
    int kept = 0;
    for (int i = STEPS; i < sampled - STEPS - 1; i++) {
        out[kept++] = all[i];
    }
    return kept;
}

// Inside, by the number of edges that a ray to the right crosses.
static bool holds(const struct point *outline, int count, struct point at) {
    bool inside = false;
    for (int i = 0, j = count - 1; i < count; j = i++) {
        struct point a = outline[i], b = outline[j];
        if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

static double distance(const struct point *outline, int count, struct point at) {
    double least = HUGE_VAL;
    for (int i = 0; i < count; i++) {
        least = fmin(least, hypot(outline[i].x - at.x, outline[i].y - at.y));
    }
    return least;
}

bool place_at(struct point at, struct place_found *found) {
    struct point outline[PLACE_OUTLINE_MAX];
    double least = NEAR;
    bool any = false;
    for (int side = 0; side < FACE_SIDES; side++) {
        for (int place = 0; place < PLACE_COUNT; place++) {
            int count = place_outline((enum face_place)place, (enum face_side)side, outline);
            double away = holds(outline, count, at) ? -1 : distance(outline, count, at);
            if (away < least) {
                least = away;
                any = true;
                *found = (struct place_found){(enum face_place)place, (enum face_side)side};
            }
        }
    }
    return any;
}

struct box place_box(enum face_place place, enum face_side side) {
    struct point outline[PLACE_OUTLINE_MAX];
    int count = place_outline(place, side, outline);
    struct point low = {HUGE_VAL, HUGE_VAL}, high = {-HUGE_VAL, -HUGE_VAL};
    for (int i = 0; i < count; i++) {
        low = (struct point){fmin(low.x, outline[i].x), fmin(low.y, outline[i].y)};
        high = (struct point){fmax(high.x, outline[i].x), fmax(high.y, outline[i].y)};
    }
    return box_inset((struct box){low.x, low.y, high.x - low.x, high.y - low.y}, -NEAR);
}

double chart_aspect(void) {
    return 2 * HALF_WIDTH / (FOOT - TOP);
}

struct chart_place chart_place_in(struct box box) {
    double unit = fmin(box.width / (2 * HALF_WIDTH), box.height / (FOOT - TOP));
    return (struct chart_place){box_middle_x(box), box_middle_y(box) - unit * (TOP + FOOT) / 2,
                                unit};
}
