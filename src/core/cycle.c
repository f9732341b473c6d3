// SPDX-License-Identifier: MIT
#include "core/cycle.h"

#include "base/memory.h"

// The first number on or after a day.
static int first_from(const struct daily *days, int count, int64_t day) {
    int low = 0, high = count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (days[middle].day < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// Appends the numbers of days from..to to `values`, which has room; returns how many stand there.
static int gather(const struct daily *days, int count, int64_t from, int64_t to, double *values,
                  int n) {
    for (int i = first_from(days, count, from); i < count && days[i].day <= to; i++) {
        values[n++] = days[i].value;
    }
    return n;
}

// The first of so many rated days running that are below `half`, or at or above it, from `from` on;
// -1: none.
static int first_running(const struct daily *days, int count, int64_t from, int64_t to, double half,
                         bool below) {
    int running = 0;
    for (int i = first_from(days, count, from); i < count && days[i].day <= to; i++) {
        running = (days[i].value < half) == below ? running + 1 : 0;
        if (running == CYCLE_RUNNING) {
            return i - CYCLE_RUNNING + 1;
        }
    }
    return -1;
}

struct cycle cycle_of(const struct daily *days, int count, const int64_t *injections,
                      int injection_count, int index, int64_t today) {
    struct cycle cycle = {.injected = injections[index], .better = -1, .wearing_off = -1};
    bool last = index + 1 == injection_count || injections[index + 1] > today;
    int64_t end = last ? today + 1 : injections[index + 1];
    cycle.length = end - cycle.injected;
    cycle.length = cycle.length > CYCLE_DAYS ? CYCLE_DAYS : cycle.length;
    double before[CYCLE_BEFORE_DAYS] = {0};
    cycle.before_n =
        gather(days, count, cycle.injected - CYCLE_BEFORE_DAYS, cycle.injected - 1, before, 0);
    cycle.given = cycle.before_n > 0;
    if (!cycle.given) {
        return cycle;
    }
    cycle.before = trend_median(before, cycle.before_n);
    int64_t to = cycle.injected + cycle.length - 1;
    double half = cycle.before / 2;
    int better = first_running(days, count, cycle.injected + 1, to, half, true);
    if (better < 0) {
        return cycle; // what never got better cannot wear off
    }
    cycle.better = (int)(days[better].day - cycle.injected);
    int off = first_running(days, count, days[better].day + 1, to, half, false);
    if (off >= 0) {
        cycle.wearing_off = (int)(days[off].day - cycle.injected);
    }
    return cycle;
}

int cycle_present(const int64_t *injections, int injection_count, int64_t day) {
    int found = -1;
    for (int i = 0; i < injection_count && injections[i] <= day; i++) {
        found = i;
    }
    return found >= 0 && day - injections[found] < CYCLE_DAYS ? found : -1;
}

struct cycle_compared cycle_compare(const struct daily *days, int count, const int64_t *injections,
                                    int injection_count, int64_t today, int cycles_most) {
    struct cycle_compared compared = {0};
    int present = cycle_present(injections, injection_count, today);
    if (present < 0) {
        return compared;
    }
    compared.to_day = (int)(today - injections[present]);
    compared.from_day = compared.to_day - CYCLE_WINDOW_DAYS + 1;
    compared.from_day = compared.from_day < 0 ? 0 : compared.from_day;
    double now[CYCLE_WINDOW_DAYS] = {0};
    compared.now_n = gather(days, count, injections[present] + compared.from_day, today, now, 0);
    double *then = memory_new((size_t)cycles_most * CYCLE_WINDOW_DAYS + 1, sizeof *then);
    for (int i = present - 1; i >= 0 && compared.cycles < cycles_most; i--) {
        // Of a shorter cycle the days after its end belong to the next one.
        int64_t to = injections[i] + compared.to_day;
        to = to < injections[i + 1] ? to : injections[i + 1] - 1;
        compared.then_n =
            gather(days, count, injections[i] + compared.from_day, to, then, compared.then_n);
        compared.cycles++;
    }
    compared.given = compared.now_n > 0 && compared.then_n > 0;
    if (compared.given) {
        compared.now = trend_median(now, compared.now_n);
        compared.then = trend_median(then, compared.then_n);
    }
    memory_free(then);
    return compared;
}
