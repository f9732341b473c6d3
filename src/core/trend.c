// SPDX-License-Identifier: MIT
#include "core/trend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "core/week.h"

static void exchange(double *one, double *other) {
    double kept = *one;
    *one = *other;
    *other = kept;
}

// Puts the value of a rank, from 0, where it would stand in order, no larger one before it and no
// smaller one behind it (Hoare 1961, algorithm 65): a lifetime is not sorted for its middle.
static void select_rank(double *values, int count, int rank) {
    int low = 0, high = count - 1;
    while (low < high) {
        double pivot = values[low + (high - low) / 2];
        int left = low, right = high;
        while (left <= right) {
            while (values[left] < pivot) {
                left++;
            }
            while (values[right] > pivot) {
                right--;
            }
            if (left <= right) {
                exchange(&values[left++], &values[right--]);
            }
        }
        if (rank <= right) {
            high = right;
        } else if (rank >= left) {
            low = left;
        } else {
            return; // between them all are alike
        }
    }
}

double trend_median(double *values, int count) {
    int middle = count / 2;
    select_rank(values, count, middle);
    if (count % 2) {
        return values[middle];
    }
    double below = values[0];
    for (int i = 1; i < middle; i++) {
        below = values[i] > below ? values[i] : below;
    }
    return (below + values[middle]) / 2;
}

int trend_weeks(const struct daily *days, int count, int64_t first, int64_t last,
                struct week_value *weeks, int most) {
    int written = 0;
    int at = 0;
    while (at < count && days[at].day < first) {
        at++;
    }
    for (int64_t monday = week_monday(first); monday <= last && written < most;
         monday += WEEK_DAYS) {
        double values[WEEK_DAYS] = {0};
        struct week_value week = {.monday = monday};
        for (; at < count && days[at].day < monday + WEEK_DAYS && days[at].day <= last; at++) {
            values[week.n++] = days[at].value;
        }
        week.given = week.n >= TREND_WEEK_LEAST;
        week.value = week.n > 0 ? trend_median(values, week.n) : 0;
        weeks[written++] = week;
    }
    return written;
}

// ---- slope ----

// The day of the last injection on or before a day, or INT64_MIN.
static int64_t injected_before(const int64_t *injections, int count, int64_t day) {
    int64_t found = INT64_MIN;
    for (int i = 0; i < count && injections[i] <= day; i++) {
        found = injections[i];
    }
    return found;
}

static bool is_excluded(const int64_t *injections, int count, int64_t day) {
    int64_t injected = injected_before(injections, count, day);
    if (injected == INT64_MIN) {
        return false;
    }
    int64_t since = day - injected;
    return since <= TREND_TOXIN_RISE_DAYS || since >= TREND_TOXIN_STEADY_UNTIL;
}

// Whether nothing excluded lies between two days, both of which are not excluded themselves: they
// then belong to the same cycle, and to the same side of its excluded days.
static bool is_one_stretch(const int64_t *injections, int count, int64_t from, int64_t to) {
    return injected_before(injections, count, from) == injected_before(injections, count, to);
}

static double slope_by_pairs(const struct daily *days, int count) {
    int64_t pairs = (int64_t)count * (count - 1) / 2;
    double *slopes = memory_new((size_t)pairs, sizeof *slopes);
    int64_t written = 0;
    for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
            slopes[written++] =
                (days[j].value - days[i].value) / (double)(days[j].day - days[i].day);
        }
    }
    double slope = trend_median(slopes, (int)written);
    memory_free(slopes);
    return slope;
}

// How many pairs stand in falling order or equal; sorts `values`. Few by inserting, more by
// merging.
static int64_t count_inserting(double *values, int count) {
    int64_t falling = 0;
    for (int i = 1; i < count; i++) {
        double value = values[i];
        int to = i;
        for (; to > 0 && values[to - 1] >= value; to--) {
            values[to] = values[to - 1];
        }
        values[to] = value;
        falling += i - to;
    }
    return falling;
}

static int64_t count_falling(double *values, double *spare, int count) {
    enum { FEW = 12 };
    if (count <= FEW) {
        return count_inserting(values, count);
    }
    int half = count / 2;
    int64_t falling = count_falling(values, spare, half) +
                      count_falling(values + half, spare + half, count - half);
    int left = 0, right = half, to = 0;
    while (left < half || right < count) {
        if (right < count && (left == half || values[right] <= values[left])) {
            falling += half - left;
            spare[to++] = values[right++];
        } else {
            spare[to++] = values[left++];
        }
    }
    memcpy(values, spare, (size_t)count * sizeof *values);
    return falling;
}

// Of a row with so many days that sorting the slopes of all its pairs takes too long, or would fill
// the memory.
struct long_row {
    const struct daily *days;
    int count;
    double *rest, *spare; // owned
};

// How many pairs are at most as steep: exactly those that taking the line away leaves falling or
// level, and these are counted without looking at each.
static int64_t at_most(const struct long_row *row, double slope) {
    for (int i = 0; i < row->count; i++) {
        row->rest[i] = row->days[i].value - slope * (double)(row->days[i].day - row->days[0].day);
    }
    return count_falling(row->rest, row->spare, row->count);
}

// The slope with this number in their order, from 1, to a thousand millionth of a point a day; it
// is more than `low`. Most medians are small: the way goes up in steps that grow, then by halving.
static double slope_numbered(const struct long_row *row, int64_t number, double low) {
    const double near = 1e-9;
    double step = near;
    double high = low + step;
    while (at_most(row, high) < number) {
        low = high;
        step *= 8;
        high = low + step;
    }
    while (high - low > near) {
        double middle = (low + high) / 2;
        if (at_most(row, middle) >= number) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return high;
}

// The least slope that is not below where the numbered one can be: steps from 0 downwards.
static double below(const struct long_row *row, int64_t number) {
    double step = 1e-9;
    double low = -step;
    while (at_most(row, low) >= number) {
        step *= 8;
        low -= step;
    }
    return low;
}

// Of a pair itself, which the search has come near to.
static double slope_exactly(const struct long_row *row, double near) {
    double found = near, away = HUGE_VAL;
    for (int i = 0; i < row->count; i++) {
        for (int j = i + 1; j < row->count; j++) {
            double slope = (row->days[j].value - row->days[i].value) /
                           (double)(row->days[j].day - row->days[i].day);
            if (fabs(slope - near) < away) {
                away = fabs(slope - near);
                found = slope;
            }
        }
    }
    return found;
}

static double slope_by_counting(const struct daily *days, int count) {
    enum { PAIRS_AT_HAND = 1000 }; // days of which all pairs can be looked at once
    struct long_row row = {.days = days,
                           .count = count,
                           .rest = memory_new((size_t)count, sizeof *row.rest),
                           .spare = memory_new((size_t)count, sizeof *row.spare)};
    int64_t pairs = (int64_t)count * (count - 1) / 2;
    int64_t number = (pairs + 1) / 2, next = pairs / 2 + 1;
    double low = slope_numbered(&row, number, below(&row, number));
    double high = at_most(&row, low) >= next ? low : slope_numbered(&row, next, low);
    if (count <= PAIRS_AT_HAND) {
        high = slope_exactly(&row, high);
        low = slope_exactly(&row, low);
    }
    memory_free(row.spare);
    memory_free(row.rest);
    return (low + high) / 2;
}

static double slope_of(const struct daily *days, int count) {
    enum { FEW = 60 };
    return WEEK_DAYS *
           (count <= FEW ? slope_by_pairs(days, count) : slope_by_counting(days, count));
}

// A long stretch, each given week standing for itself.
static bool slope_by_weeks(const struct daily *days, int count, double *per_week) {
    int64_t first = days[0].day, last = days[count - 1].day;
    int most = (int)((last - first) / WEEK_DAYS) + 2;
    struct week_value *weeks = memory_new((size_t)most, sizeof *weeks);
    struct daily *given = memory_new((size_t)most, sizeof *given);
    int week_count = trend_weeks(days, count, first, last, weeks, most);
    int given_count = 0;
    for (int i = 0; i < week_count; i++) {
        if (weeks[i].given) {
            given[given_count++] = (struct daily){weeks[i].monday, weeks[i].value};
        }
    }
    bool enough = given_count >= 2;
    if (enough) {
        *per_week = slope_of(given, given_count);
    }
    memory_free(given);
    memory_free(weeks);
    return enough;
}

bool trend_slope(const struct daily *days, int count, const int64_t *injections,
                 int injection_count, int64_t first, int64_t last, double *per_week) {
    int end = count;
    while (end > 0) {
        int to = end - 1;
        if (days[to].day > last || is_excluded(injections, injection_count, days[to].day)) {
            end--;
            continue;
        }
        int from = to;
        while (from > 0 && days[from - 1].day >= first &&
               !is_excluded(injections, injection_count, days[from - 1].day) &&
               is_one_stretch(injections, injection_count, days[from - 1].day, days[to].day)) {
            from--;
        }
        if (days[to].day < first) {
            return false;
        }
        int n = to - from + 1;
        if (n >= TREND_SLOPE_LEAST) {
            bool is_long = days[to].day - days[from].day > TREND_SLOPE_EXACT_DAYS;
            if (!is_long) {
                *per_week = slope_of(days + from, n);
            }
            return !is_long || slope_by_weeks(days + from, n, per_week);
        }
        end = from;
    }
    return false;
}

// ---- change around a session ----

// The 97.5 % point of Student's t by degrees of freedom: a table where they are few, then the
// expansion of Cornish and Fisher in 1/df (Abramowitz and Stegun 26.7.5). Right to six places.
static double student_t(int df) {
    static const double table[] = {
        0,         12.7062047, 4.3026527, 3.1824463, 2.7764451, 2.5705818, 2.4469119,
        2.3646243, 2.3060041,  2.2621572, 2.2281389, 2.2009852, 2.1788128, 2.1603687,
        2.1447867, 2.1314495,  2.1199053, 2.1098156, 2.1009220, 2.0930241, 2.0859634};
    enum { ROWS = sizeof table / sizeof *table };
    if (df < ROWS) {
        return table[df];
    }
    double z = 1.959963985, v = df;
    double z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z, z9 = z7 * z * z;
    return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v) +
           (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v) +
           (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * v * v * v * v);
}

struct change trend_change(const double *changes, int count) {
    struct change change = {.n = count, .given = count >= TREND_CHANGE_LEAST};
    if (!change.given) {
        return change;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
        sum += changes[i];
    }
    change.mean = sum / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
        squares += (changes[i] - change.mean) * (changes[i] - change.mean);
    }
    double half = student_t(count - 1) * sqrt(squares / (count - 1) / count);
    change.low = change.mean - half;
    change.high = change.mean + half;
    return change;
}

// ---- association ----

struct association trend_association(const struct daily *days, const int *has, int count) {
    struct association association = {0};
    double *with = memory_new((size_t)count + 1, sizeof *with);
    double *without = memory_new((size_t)count + 1, sizeof *without);
    for (int i = 0; i < count; i++) {
        if (has[i] > 0) {
            with[association.n_with++] = days[i].value;
        } else if (has[i] == 0) {
            without[association.n_without++] = days[i].value;
        }
    }
    association.given =
        association.n_with >= TREND_SIDE_LEAST && association.n_without >= TREND_SIDE_LEAST;
    if (association.given) {
        association.with = trend_median(with, association.n_with);
        association.without = trend_median(without, association.n_without);
    }
    memory_free(without);
    memory_free(with);
    return association;
}

void trend_above_median(const double *values, const bool *known, int count, int *has) {
    double *given = memory_new((size_t)count + 1, sizeof *given);
    int n = 0;
    for (int i = 0; i < count; i++) {
        if (known[i]) {
            given[n++] = values[i];
        }
    }
    double median = n > 0 ? trend_median(given, n) : 0;
    for (int i = 0; i < count; i++) {
        has[i] = known[i] ? values[i] > median : -1;
    }
    memory_free(given);
}
