// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/uuid.h"
#include "core/diary.h"
#include "store/store.h"

// The one number a day: how strong the twitching was at its worst in the last 24 hours (domain.md
// 6.3), with what was told beside it. A day has one; a later entry corrects it and leaves the old
// values in the audit. Where two histories were joined and both have a number for a day, the later
// entry counts, then the larger UUID.

struct rating {
    char id[UUID_TEXT_MAX];
    int64_t day; // that it counts for, by the `day_starts` it was read with
    struct wall at;
    int twitch;              // 0-10
    int severity, frequency; // 0-4, -1: not told
    enum side side;          // left, right, both; SIDE_NONE: not told
    unsigned places;         // bits 1 << enum face_place, 0: not told
    char *note;              // owned, NULL: none
};
void rating_free(struct rating *rating);

// The number of the day of rating->at. What is not told stays as it was told for that day before.
// Fills rating->id and rating->day.
bool ratings_set(struct store *store, struct rating *rating, int day_starts_min, struct error *err);

// Takes all numbers of a day away. ERROR_MISSING where there is none.
bool ratings_remove(struct store *store, int64_t day, int day_starts_min, struct error *err);

struct rating_list {
    struct rating *ratings; // one a day, oldest first
    int count;
};
// Days from first to last, both included; INT64_MIN and INT64_MAX for open ends.
bool ratings_list(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                  struct rating_list *list, struct error *err);
void rating_list_free(struct rating_list *list);
