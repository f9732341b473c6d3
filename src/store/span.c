// SPDX-License-Identifier: MIT
#include "store/span.h"

enum { DAY_S = 86400, MINUTE_S = 60 };

int64_t span_begins(int64_t day, int day_starts_min) {
    const int64_t furthest = INT64_MAX / (2 * DAY_S);
    if (day > furthest || day < -furthest) {
        return day > 0 ? INT64_MAX : INT64_MIN;
    }
    return day * DAY_S + (int64_t)day_starts_min * MINUTE_S;
}

void span_give(struct statement *rows, int64_t first_day, int64_t last_day, int day_starts_min) {
    statement_whole(rows, span_begins(first_day, day_starts_min));
    statement_whole(rows,
                    last_day == INT64_MAX ? INT64_MAX : span_begins(last_day + 1, day_starts_min));
}
