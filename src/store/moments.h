// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/uuid.h"
#include "core/diary.h"
#include "store/store.h"

// What is noted at a moment, any number of times a day: a counted minute, a question for the next
// appointment, a task of the plan that was done, a spasm.

enum moment_kind {
    MOMENT_COUNT,    // twitches in 60 s
    MOMENT_QUESTION, // for the next appointment
    MOMENT_TASK,     // ticked off
    MOMENT_SPASM,    // as it comes
    MOMENT_KINDS
};
enum { MOMENT_TEXT_MAX = 500 }; // characters

struct moment {
    char id[UUID_TEXT_MAX];
    enum moment_kind kind;
    struct wall at;
    int per_minute; // of a count, else -1
    char *text;     // owned; the question or the task's name, NULL of a count and a spasm
    // Of a spasm alone, as far as it is told.
    int strength;    // 0-10, -1: not told
    enum side side;  // left, right, both; SIDE_NONE: not told
    unsigned places; // bits 1 << enum face_place
    uint64_t ticks;  // bits 1 << enum day_tick
    char *note;      // owned, NULL: none
};
void moment_free(struct moment *moment);

// A new one; fills moment->id.
bool moments_add(struct store *store, struct moment *moment, struct error *err);
// Replaces all of an entry but its kind; the old values go to the audit. Removing: store/removal.h.
bool moments_correct(struct store *store, const struct moment *moment, struct error *err);

struct moment_list {
    struct moment *moments; // oldest first
    int count;
};
// Local days from first to last, both included; INT64_MIN and INT64_MAX for open ends.
bool moments_list(struct store *store, enum moment_kind kind, int64_t first_day, int64_t last_day,
                  int day_starts_min, struct moment_list *list, struct error *err);
void moment_list_free(struct moment_list *list);
