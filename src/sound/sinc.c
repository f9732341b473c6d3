// SPDX-License-Identifier: MIT
#include "sound/sinc.h"

#include <math.h>

#include "base/memory.h"

enum {
    CROSSINGS = 24,   // zeros of the sinc on each side; with BETA the steep edge is 0.2 wide
    RESOLUTION = 512, // points of the table from one to the next
    POINTS = CROSSINGS * RESOLUTION,
    ROWS = 8, // kept: between two simple rates the same few places come again and again
};
static const double PI = 3.14159265358979323846;
static const double BETA = 9.0;  // of the window: what is cut off stands 90 dB below
static const double EDGE = 0.92; // where half is cut off, of the smaller rate's half

// The weights of all old samples for a new one at a place between them.
struct row {
    double part;
    float *weights; // 2 * reach
};

struct sinc {
    int reach;
    struct row rows[ROWS];
    int row_count;
    double stretch;           // table crossings for one old sample
    float weight[POINTS + 2]; // from the middle outwards; the last two are 0
};

// The modified Bessel function of the first kind and order zero, by its series.
static double bessel(double x) {
    double sum = 1.0, term = 1.0;
    for (int order = 1; term > 1e-12 * sum; order++) {
        double half = x / (2.0 * order);
        term *= half * half;
        sum += term;
    }
    return sum;
}

struct sinc *sinc_new(double step) {
    struct sinc *sinc = memory_new(1, sizeof *sinc);
    sinc->stretch = step > 1.0 ? EDGE / step : EDGE;
    sinc->reach = (int)ceil(CROSSINGS / sinc->stretch);
    for (int point = 0; point < POINTS; point++) {
        double crossings = (double)point / RESOLUTION;
        double out = crossings / CROSSINGS;
        double wave = point == 0 ? 1.0 : sin(PI * crossings) / (PI * crossings);
        double window = bessel(BETA * sqrt(1.0 - out * out)) / bessel(BETA);
        sinc->weight[point] = (float)(sinc->stretch * wave * window);
    }
    return sinc;
}

void sinc_free(struct sinc *sinc) {
    for (int i = 0; sinc && i < sinc->row_count; i++) {
        memory_free(sinc->rows[i].weights);
    }
    memory_free(sinc);
}

int sinc_reach(const struct sinc *sinc) {
    return sinc->reach;
}

// Between two points of the table the line.
static float weight_at(const struct sinc *sinc, double samples) {
    double place = fabs(samples) * sinc->stretch * RESOLUTION;
    int point = (int)place;
    if (point >= POINTS) {
        return 0.0F;
    }
    float part = (float)(place - point);
    return sinc->weight[point] + part * (sinc->weight[point + 1] - sinc->weight[point]);
}

// The row of a place, or NULL when no more are kept.
static const float *row_of(struct sinc *sinc, double part) {
    for (int i = 0; i < sinc->row_count; i++) {
        double apart = sinc->rows[i].part - part;
        if (!(apart < 0) && !(apart > 0)) {
            return sinc->rows[i].weights;
        }
    }
    if (sinc->row_count == ROWS) {
        return NULL;
    }
    float *weights = memory_new((size_t)sinc->reach * 2, sizeof *weights);
    for (int index = 0; index < 2 * sinc->reach; index++) {
        weights[index] = weight_at(sinc, index - (sinc->reach - 1) - part);
    }
    sinc->rows[sinc->row_count++] = (struct row){part, weights};
    return weights;
}

void sinc_frame(struct sinc *sinc, const float *from, double part, float to[2]) {
    const float *row = row_of(sinc, part);
    to[0] = to[1] = 0.0F;
    for (int index = 0; index < 2 * sinc->reach; index++) {
        float weight = row ? row[index] : weight_at(sinc, index - (sinc->reach - 1) - part);
        to[0] += weight * from[2 * index];
        to[1] += weight * from[2 * index + 1];
    }
}
