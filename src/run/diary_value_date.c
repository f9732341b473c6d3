// SPDX-License-Identifier: MIT
#include <assert.h>

#include "core/week.h"
#include "run/adjustments.h"
#include "run/diary_value.h"

// When an entry was: a moment, or a day.

enum { DAY_S = 86400 };

static const struct wall *moment_of(const struct diary_entry *entry) {
    return entry->kind == REMOVAL_RATING    ? &entry->rating.at
           : entry->kind == REMOVAL_SESSION ? &entry->session.started
                                            : &entry->moment.at;
}

struct diary_date diary_value_date(const struct diary_entry *entry, enum diary_value value) {
    assert(diary_value_belongs(entry, value));
    if (value == VALUE_UNTIL) {
        return (struct diary_date){.day = entry->event.until_day};
    }
    if (value == VALUE_AT) {
        const struct wall *at = moment_of(entry);
        bool timed = entry->kind != REMOVAL_SESSION || adjustments_has_time(entry->session.options);
        return (struct diary_date){.day = wall_day(*at), .timed = timed, .at = *at};
    }
    if (entry->kind == REMOVAL_EVENT) {
        return (struct diary_date){
            .day = entry->event.day, .timed = entry->event.timed, .at = entry->event.at};
    }
    return (struct diary_date){.day = entry->kind == REMOVAL_DAY ? entry->form.day
                                                                 : entry->week.monday};
}

static void set_moment(const struct house *house, struct diary_entry *entry, struct wall at) {
    int64_t day = wall_day_of(at, house->settings.day_starts_min);
    if (entry->kind == REMOVAL_RATING) {
        entry->rating.at = at;
        entry->rating.day = day;
        return;
    }
    entry->day = day;
    if (entry->kind == REMOVAL_MOMENT) {
        entry->moment.at = at;
        return;
    }
    struct session_record *session = &entry->session;
    session->seen.utc_s += at.utc_s - session->started.utc_s;
    session->seen.offset_min = at.offset_min;
    session->started = at;
}

void diary_value_set_date(const struct house *house, struct diary_entry *entry,
                          enum diary_value value, const struct diary_date *date) {
    assert(diary_value_belongs(entry, value));
    if (value == VALUE_UNTIL) {
        entry->event.until_day = date->day;
    } else if (value == VALUE_AT) {
        const struct wall *was = moment_of(entry);
        int64_t days = date->day - wall_day(*was);
        struct wall same = {.utc_s = was->utc_s + days * DAY_S, .offset_min = was->offset_min};
        set_moment(house, entry, date->timed ? date->at : same);
        if (date->timed && entry->kind == REMOVAL_SESSION) {
            adjustments_tell_time(entry->session.options);
        }
    } else if (entry->kind == REMOVAL_EVENT) {
        entry->day = entry->event.day = date->day;
        entry->event.timed = date->timed;
        entry->event.at = date->at;
    } else if (entry->kind == REMOVAL_DAY) {
        entry->form.day = date->day;
    } else {
        entry->week.monday = week_monday(date->day);
    }
}
