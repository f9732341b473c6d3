// SPDX-License-Identifier: MIT
#include "core/limits.h"

#include "core/routine_kind.h"

enum { HOUR_S = 3600 };

static int per_day(const struct routine *routine, const struct dose *dose,
                   const struct limit_facts *facts) {
    if (facts->plan_per_day > 0) {
        return facts->plan_per_day;
    }
    int most = routine->limit.per_day;
    if (dose->per_day > 0 && (most == 0 || dose->per_day < most)) {
        most = dose->per_day;
    }
    return most;
}

static int done_today(const struct routine *routine, const struct past *past, int64_t today) {
    int count = 0;
    for (int i = 0; i < past->count; i++) {
        const struct past_session *session = &past->sessions[i];
        bool counts = session->complete || session->warm || session->cold;
        count += counts && session->day == today && past_is_of(session, routine->id);
    }
    return count;
}

static int face_today(const struct past *past, int64_t today) {
    int count = 0;
    for (int i = 0; i < past->count; i++) {
        const struct past_session *session = &past->sessions[i];
        count += session->complete && session->face_routine && session->day == today;
    }
    return count;
}

static bool same_place(int one, int other) {
    return one < 0 || other < 0 || one == other;
}

// When the skin has rested: after the last compress of that kind on that place.
static int64_t rested_s(const struct routine *routine, const struct past *past, int area) {
    int64_t opens_s = 0;
    bool warm = routine_warms(routine);
    bool cold = routine_cools(routine);
    for (int i = 0; i < past->count; i++) {
        const struct past_session *session = &past->sessions[i];
        bool counts = ((warm && session->warm) || (cold && session->cold)) &&
                      same_place(area, session->compress_area);
        int64_t end_s = session->ended_s + (int64_t)routine->limit.gap_hours * HOUR_S;
        if (counts && end_s > opens_s) {
            opens_s = end_s;
        }
    }
    return opens_s;
}

// 4-7-8: fewer breaths in the first month after the first run.
static int cycles_most(const struct routine *routine, const struct past *past, int64_t today) {
    const struct dose_limit *limit = &routine->limit;
    if (limit->cycles_first_month == 0) {
        return limit->cycles_max;
    }
    for (int i = 0; i < past->count; i++) {
        if (past_is_of(&past->sessions[i], routine->id)) {
            bool first_month = today - past->sessions[i].day < FIRST_MONTH_DAYS;
            return first_month ? limit->cycles_first_month : limit->cycles_max;
        }
    }
    return limit->cycles_first_month;
}

// The later of two reasons to wait.
static void wait_until(struct limit *limit, enum limit_reason reason, int64_t opens_s) {
    if (limit->reason == LIMIT_NONE || opens_s > limit->opens_s) {
        limit->reason = reason;
        limit->opens_s = opens_s;
    }
}

struct limit limit_of(const struct routine *routine, const struct dose *dose,
                      const struct past *past, const struct limit_facts *facts) {
    struct limit limit = {.cycles_most = cycles_most(routine, past, facts->today)};
    int most = per_day(routine, dose, facts);
    int64_t rested = rested_s(routine, past, facts->compress_area);
    if (routine->limit.gap_hours > 0 && rested > facts->now_s) {
        wait_until(&limit, LIMIT_GAP, rested);
    }
    if (most > 0 && done_today(routine, past, facts->today) >= most) {
        wait_until(&limit, LIMIT_PER_DAY, facts->next_day_s);
    }
    if (routine_is_face_routine(routine) && face_today(past, facts->today) >= facts->ceiling) {
        wait_until(&limit, LIMIT_CEILING, facts->next_day_s);
    }
    return limit;
}
