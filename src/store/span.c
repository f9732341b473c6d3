// SPDX-License-Identifier: MIT
#include "store/span.h"

enum { DAY_S = 86400, MINUTE_S = 60, OFFSET_MOST_S = 1440 * MINUTE_S };

int64_t span_begins(int64_t day, int day_starts_min) {
    const int64_t furthest = INT64_MAX / (2 * DAY_S);
    if (day > furthest || day < -furthest) {
        return day > 0 ? INT64_MAX : INT64_MIN;
    }
    return day * DAY_S + (int64_t)day_starts_min * MINUTE_S;
}

static int64_t span_ends(int64_t last_day, int day_starts_min) {
    return last_day == INT64_MAX ? INT64_MAX : span_begins(last_day + 1, day_starts_min);
}

void span_give(struct statement *rows, int64_t first_day, int64_t last_day, int day_starts_min) {
    statement_whole(rows, span_begins(first_day, day_starts_min));
    statement_whole(rows, span_ends(last_day, day_starts_min));
}

// Away from the ends of the numbers, so that offsets and the beginning of days have room.
static int64_t within_numbers(int64_t second) {
    const int64_t furthest = INT64_MAX - 4 * (int64_t)OFFSET_MOST_S;
    return second > furthest ? furthest : second < -furthest ? -furthest : second;
}

struct utc_span span_in_utc(int64_t first_day, int64_t last_day, int day_starts_min) {
    return (struct utc_span){
        .from_s = within_numbers(span_begins(first_day, day_starts_min)) - OFFSET_MOST_S,
        .to_s = within_numbers(span_ends(last_day, day_starts_min)) + OFFSET_MOST_S,
    };
}
