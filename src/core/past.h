// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/routine.h"
#include "core/session.h"

// What was played before, as far as limits, doses and holds ask: one value for each session, oldest
// first. The history fills it; a test fills it by hand.

struct past_session {
    char routine[ROUTINE_ID_MAX + 1];
    enum category category;
    enum side side;             // left or right where it was kept to one, else none
    int64_t started_s, ended_s; // UTC
    int64_t day;                // that it belongs to (design section 6), days since 1970-01-01
    bool complete;
    bool face_routine; // core/routine_kind.h
    bool warm, cold;   // that a compress of that kind was begun
    int compress_area; // enum compress_area, -1 unknown: counts as the same as any
    int before, after; // ratings, -1: not given
    enum feel feel;    // FEEL_NONE: not answered
    enum why why;      // it was left early for
};

struct past {
    const struct past_session *sessions; // oldest first
    int count;
};

bool past_is_of(const struct past_session *session, const char *routine);

// How many sessions of a routine were complete.
int past_completed(const struct past *past, const char *routine);
