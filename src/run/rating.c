// SPDX-License-Identifier: MIT
#include "run/rating.h"

#include <string.h>

#include "core/routine_kind.h"
#include "store/sessions.h"

// How often a face routine is on trial.
enum { TRIAL_SESSIONS = 6 };

// Whether nothing was played today so far. A history that cannot be read asks: one question too
// many is better than a day without a number.
static bool is_first_today(const struct house *house) {
    int64_t today = house_today(house);
    struct session_list list = {0};
    struct error err = {0};
    bool read = sessions_list(house->store, today, today, house->settings.day_starts_min,
                              clock_wall_now(&house->clock), &list, &err);
    bool first = !read || list.count == 0;
    session_list_free(&list);
    return first;
}

static bool is_on_trial(const struct house *house, const struct routine *routine) {
    int count = 0;
    struct error err = {0};
    return !sessions_count(house->store, routine->id, &count, &err) || count < TRIAL_SESSIONS;
}

bool rating_asks(const struct person *person, enum plan_ask ask) {
    unsigned asks;
    return !in_force_asks(&person->in_force, &asks) || (asks & (unsigned)ask) != 0;
}

bool rating_is_due(const struct house *house, const struct person *person,
                   const struct routine *routine) {
    const char *rate = house->settings.rate;
    unsigned asks;
    bool told = in_force_asks(&person->in_force, &asks);
    bool off = told ? !(asks & ASKS_SESSION) : strcmp(rate, "off") == 0;
    if (!routine->rate || !house->store || off) {
        return false;
    }
    return strcmp(rate, "every") == 0 || is_first_today(house) ||
           (routine_is_face_routine(routine) && is_on_trial(house, routine));
}
