// SPDX-License-Identifier: MIT
#include "core/played.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"

void played_init(struct played *played, int capacity) {
    assert(capacity > 0);
    *played = (struct played){
        .intervals = memory_new((size_t)capacity, sizeof(struct played_interval)),
        .capacity = capacity,
    };
}

void played_free(struct played *played) {
    memory_free(played->intervals);
    *played = (struct played){0};
}

// The first interval that ends at or after a position: the first that could touch what begins
// there.
static int played_find(const struct played *played, int64_t position_ms) {
    int low = 0;
    int high = played->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (played->intervals[middle].to_ms < position_ms) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool played_add(struct played *played, int64_t from_ms, int64_t to_ms) {
    if (from_ms >= to_ms) {
        return true;
    }
    struct played_interval *all = played->intervals;
    int first = played_find(played, from_ms);
    int end = first;
    while (end < played->count && all[end].from_ms <= to_ms) {
        end++;
    }
    if (first == end && played->count == played->capacity) {
        return false;
    }
    struct played_interval merged = {from_ms, to_ms};
    if (first < end) {
        merged.from_ms = all[first].from_ms < from_ms ? all[first].from_ms : from_ms;
        merged.to_ms = all[end - 1].to_ms > to_ms ? all[end - 1].to_ms : to_ms;
    }
    memmove(&all[first + 1], &all[end], (size_t)(played->count - end) * sizeof *all);
    all[first] = merged;
    played->count += 1 - (end - first);
    return true;
}

int64_t played_ms(const struct played *played) {
    int64_t sum = 0;
    for (int index = 0; index < played->count; index++) {
        sum += played->intervals[index].to_ms - played->intervals[index].from_ms;
    }
    return sum;
}

bool played_holds(const struct played *played, int64_t from_ms, int64_t to_ms) {
    if (from_ms >= to_ms) {
        return true;
    }
    // An interval that ends exactly at `from_ms` holds nothing of what follows.
    int index = played_find(played, from_ms + 1);
    return index < played->count && played->intervals[index].from_ms <= from_ms &&
           played->intervals[index].to_ms >= to_ms;
}
