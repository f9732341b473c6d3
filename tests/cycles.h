// SPDX-License-Identifier: MIT
#pragma once

#include <math.h>
#include <stdint.h>

#include "seed.h"

// The diary of somebody who is injected every thirteen weeks, for tests of what chance raises.

// A number with the mean 0 and the scatter 1: twelve even ones, less their mean.
static inline double next_normal(uint64_t *seed) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
        sum += (double)(seed_next(seed) >> 11) / 9007199254740992.0;
    }
    return sum;
}

// The course of HFS-30 in 49 people (domain.md 8.2): 48.9, 9.6, 7.7, 9.4, 35.1 at weeks 0, 2, 4, 8
// and 12, scaled to a usual worst; on to the thirteenth week.
static inline double cycle_course(int day, double worst) {
    static const double at[] = {0, 14, 28, 56, 84};
    static const double values[] = {48.9, 9.6, 7.7, 9.4, 35.1};
    int k = 0;
    while (k < 3 && day > at[k + 1]) {
        k++;
    }
    double share = (day - at[k]) / (at[k + 1] - at[k]);
    return (values[k] + share * (values[k + 1] - values[k])) * worst / 48.9;
}

// A daily number around a mean.
static inline int cycle_number(double mean, uint64_t *seed) {
    return (int)fmax(0, fmin(10, round(mean + next_normal(seed))));
}
