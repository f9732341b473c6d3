// SPDX-License-Identifier: MIT
#include "store/intervals.h"

#include <stdint.h>

enum { TIME_DIGITS_MAX = 12 }; // far beyond the longest timeline, far below 64 bits

void intervals_write(const struct played *played, struct text_builder *to) {
    text_add(to, "");
    for (int i = 0; i < played->count; i++) {
        text_add_format(to, "%s%lld-%lld", i ? "," : "", (long long)played->intervals[i].from_ms,
                        (long long)played->intervals[i].to_ms);
    }
}

static bool read_time(const char **at, int64_t *time_ms) {
    int digits = 0;
    *time_ms = 0;
    for (; **at >= '0' && **at <= '9' && digits < TIME_DIGITS_MAX; digits++) {
        *time_ms = *time_ms * 10 + (*(*at)++ - '0');
    }
    return digits > 0;
}

bool intervals_read(const char *text, struct played *played) {
    int count = 1;
    for (const char *at = text; *at; at++) {
        count += *at == ',';
    }
    played_init(played, count);
    const char *at = text;
    while (*at) {
        int64_t from_ms, to_ms;
        if (!read_time(&at, &from_ms) || *at++ != '-' || !read_time(&at, &to_ms) ||
            (*at && *at != ',')) {
            return false;
        }
        played_add(played, from_ms, to_ms);
        at += *at == ',';
    }
    return true;
}
