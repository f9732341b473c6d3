// SPDX-License-Identifier: MIT
#include "run/night.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "store/answers.h"

static const char waiting_key[] = "night-to-rate"; // the id of a session, "" none

enum { NIGHT_ENDS_MIN = 4 * 60 };

static int64_t night_of(const struct house *house, struct wall wall) {
    int ends_min = house->settings.day_starts_min;
    ends_min = ends_min > NIGHT_ENDS_MIN ? ends_min : NIGHT_ENDS_MIN;
    wall.utc_s -= (int64_t)ends_min * 60;
    return wall_day(wall);
}

static void wait_for(struct store *store, const char *id) {
    struct error err = {0};
    if (store && !remembered_set(store, waiting_key, id, &err)) {
        log_warning("%s", err.text);
    }
}

void night_keep(struct store *store, const char *id) {
    if (*id) {
        wait_for(store, id);
    }
}

// The number before stands on the first of its chain.
static int before_of(const struct session_list *list, const struct session_record *last) {
    int before = last->before;
    for (int i = 0; i < list->count && before < 0 && *last->chain; i++) {
        const struct session_record *record = &list->records[i];
        before = strcmp(record->chain, last->chain) == 0 ? record->before : before;
    }
    return before;
}

// False: it is not there any more, or has its number.
static bool find(const struct session_list *list, const char *id, struct night *night,
                 struct wall *started) {
    for (int i = 0; i < list->count; i++) {
        const struct session_record *record = &list->records[i];
        if (strcmp(record->id, id) == 0 && record->after < 0) {
            text_copy(night->id, sizeof night->id, id);
            text_copy(night->title, sizeof night->title, record->title);
            night->before = before_of(list, record);
            *started = record->started;
            return true;
        }
    }
    return false;
}

bool night_is_over(const struct house *house, struct night *night) {
    enum { DAYS_BACK = 3 }; // what is older is not asked about any more
    struct error err = {0};
    char *id = NULL;
    struct session_list list = {0};
    struct wall now = clock_wall_now(&house->clock), started = {0};
    int64_t today = night_of(house, now);
    *night = (struct night){.before = -1};
    if (!house->store || !remembered_get(house->store, waiting_key, &id, &err) || !id || !*id) {
        memory_free(id);
        return false;
    }
    bool read = sessions_list(house->store, today - DAYS_BACK, today + 1,
                              house->settings.day_starts_min, now, &list, &err);
    bool found = read && find(&list, id, night, &started);
    bool over = found && night_of(house, started) == today - 1;
    if (read && !over && !(found && night_of(house, started) == today)) {
        wait_for(house->store, "");
    }
    session_list_free(&list);
    memory_free(id);
    return over;
}

void night_answer(const struct house *house, const struct night *night, int after) {
    struct error err = {0};
    if (after >= 0 && !sessions_rate(house->store, night->id, -1, after, FEEL_NONE, &err)) {
        log_warning("%s", err.text);
    }
    wait_for(house->store, "");
}
