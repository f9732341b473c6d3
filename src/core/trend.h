// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

// What a row of daily numbers says over time (design section 6, domain.md 6.3 and 8.2): weekly
// medians, a slope, the change around a session, days with something against days without. Each
// figure has a least number of days under which it is not given at all.
//
// Daily numbers come oldest first, each day once. Days are day numbers, 1970-01-01 is 0.

struct daily {
    int64_t day;
    double value; // 0-10
};

enum {
    TREND_WEEK_LEAST = 4,          // rated days of seven (domain.md 6.3, a design choice)
    TREND_SLOPE_LEAST = 14,        // rated days (domain.md 6.3, a design choice)
    TREND_SLOPE_EXACT_DAYS = 400,  // longer stretches go by weekly medians
    TREND_CHANGE_LEAST = 5,        // sessions with both numbers
    TREND_SIDE_LEAST = 7,          // days with, and days without
    TREND_TOXIN_RISE_DAYS = 14,    // after an injection it sets in (domain.md 8.2)
    TREND_TOXIN_STEADY_UNTIL = 56, // and from this day on may wear off
};

// The middle one, or the mean of the two in the middle. `values` changes its order; count > 0.
double trend_median(double *values, int count);

// One ISO week.
struct week_value {
    int64_t monday;
    int n;        // rated days
    bool given;   // n is enough
    double value; // their median
};
// The weeks from that of `first` to that of `last`, days outside the two left out; at most `most`.
// Returns how many.
int trend_weeks(const struct daily *days, int count, int64_t first, int64_t last,
                struct week_value *weeks, int most);

// Theil-Sen: the median of the slopes between all pairs of days, per week (P. K. Sen, Journal of
// the American Statistical Association 63, 1968, p. 1379).
//
// Of the last stretch within first..last without an excluded day that has enough rated days. An
// injection excludes its own day, the 14 after it, and from the 56th on all until the next one:
// there days are compared with the same days of other cycles instead. `injections` are days, oldest
// first. False: not given.
bool trend_slope(const struct daily *days, int count, const int64_t *injections,
                 int injection_count, int64_t first, int64_t last, double *per_week);

// The mean of after - before with its 95 % interval by Student's t.
struct change {
    int n;
    bool given; // n is enough
    double mean;
    double low, high;
};
struct change trend_change(const double *changes, int count);

// The medians of days with something and of days without; given when there are enough of both.
struct association {
    int n_with, n_without;
    bool given;
    double with, without; // medians
};
// `has` stands beside each day: 1 with, 0 without, -1 not known (left out).
struct association trend_association(const struct daily *days, const int *has, int count);

// For a field that is a number: more than the person's own median of it is "with". `known` tells
// on which days it was filled in; writes `has` for trend_association.
void trend_above_median(const double *values, const bool *known, int count, int *has);
