// SPDX-License-Identifier: MIT
#include "run/rating.h"

#include <string.h>

#include "store/sessions.h"

// How often a face routine is on trial.
enum { TRIAL_SESSIONS = 6 };

static bool moves_face_or_jaw(const struct routine *routine) {
    for (int index = 0; index < routine->step_count; index++) {
        const struct step *step = &routine->steps[index];
        if (step->verb == VERB_EXERCISE && step->moves != MOVES_BODY) {
            return true;
        }
    }
    return false;
}

bool rating_is_face_routine(const struct routine *routine) {
    bool trains = routine->category == CATEGORY_ROM ||
                  routine->category == CATEGORY_STRENGTHENING || routine->category == CATEGORY_NMR;
    return trains && moves_face_or_jaw(routine);
}

bool rating_asks_feel(const struct routine *routine) {
    if (!routine->rate) {
        return false;
    }
    for (int index = 0; index < routine->step_count; index++) {
        enum verb verb = routine->steps[index].verb;
        if (verb == VERB_MASSAGE || verb == VERB_COMPRESS) {
            return true;
        }
    }
    return moves_face_or_jaw(routine);
}

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

bool rating_is_due(const struct house *house, const struct routine *routine) {
    const char *rate = house->settings.rate;
    if (!routine->rate || !house->store || strcmp(rate, "off") == 0) {
        return false;
    }
    return strcmp(rate, "every") == 0 || is_first_today(house) ||
           (rating_is_face_routine(routine) && is_on_trial(house, routine));
}
