// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

// Which parts of a timeline were played, each counted once however often it was heard.
//
// A set of half-open intervals [from, to) of positions, sorted, never touching. Its capacity is
// given once: every jump goes to one of finitely many places, so there can be no more intervals
// than places.

struct played_interval {
    int64_t from_ms, to_ms;
};

struct played {
    struct played_interval *intervals;
    int count;
    int capacity;
};

void played_init(struct played *played, int capacity);
void played_free(struct played *played);

// Adds [from, to); empty and reversed ones add nothing. When the capacity is used up the nearest
// interval is not extended over a gap: the addition is dropped and false returned (which a test
// shows cannot happen).
bool played_add(struct played *played, int64_t from_ms, int64_t to_ms);

// The sum of all intervals, at most the timeline's total.
int64_t played_ms(const struct played *played);

// Whether [from, to) lies within what was played.
bool played_holds(const struct played *played, int64_t from_ms, int64_t to_ms);
