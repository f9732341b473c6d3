// SPDX-License-Identifier: MIT
#pragma once

#include <string.h>

#include "core/adherence.h"

// Plans and sessions by hand, for tests. 2026-11-16 is a Monday and day 20773.

enum { MONDAY = 20773 };

static inline struct plan plan_made(const char *id, int64_t from, int64_t to) {
    return (struct plan){
        .id = id, .title = id, .author = "A", .from = from, .to = to, .review = INT64_MAX};
}

static inline struct plan_item *plan_asks(struct plan *plan, const char *routine, int per_day) {
    struct plan_item *item = &plan->items[plan->item_count++];
    *item = (struct plan_item){.routine = routine,
                               .per_day = per_day,
                               .days = PLAN_EVERY_DAY,
                               .from = INT64_MIN,
                               .to = INT64_MAX,
                               .dose = {-1, -1, -1, -1, -1, -1.0, MIRROR_NONE, false, {0}, 0}};
    return item;
}

static inline struct plan_version version_of(const struct plan *plan, int64_t added) {
    return (struct plan_version){.plan = plan, .added = added, .removed = INT64_MAX};
}

static inline struct done_session session_done(int64_t day, const char *routine) {
    return (struct done_session){.day = day, .routine = routine, .status = SESSION_COMPLETE};
}

static inline struct done_session session_part(int64_t day, const char *routine) {
    return (struct done_session){.day = day, .routine = routine, .status = SESSION_PARTIAL};
}

static inline struct done_session session_side(int64_t day, const char *routine, enum side side) {
    struct done_session session = session_done(day, routine);
    session.side = side;
    return session;
}

static inline struct plan_book book_of(const struct plan_version *versions, int count) {
    return (struct plan_book){.versions = versions, .version_count = count};
}
