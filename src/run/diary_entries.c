// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "base/memory.h"
#include "run/diary_entry.h"

// All entries of a range, whatever they are, as one list.

struct gathering {
    struct house *house;
    int64_t first, last;
    struct diary_entry_list *list;
    int room;
};

static struct diary_entry *more(struct gathering *gathering, enum removal_kind kind, int64_t day) {
    struct diary_entry_list *list = gathering->list;
    if (list->count == gathering->room) {
        gathering->room = gathering->room ? gathering->room * 2 : 64;
        list->entries =
            memory_resize(list->entries, (size_t)gathering->room, sizeof *list->entries);
    }
    struct diary_entry *entry = &list->entries[list->count++];
    *entry = (struct diary_entry){.kind = kind, .day = day};
    return entry;
}

// What each list holds goes over to the entries; the list alone is freed.
static bool gather_ratings(struct gathering *gathering, struct error *err) {
    struct rating_list list;
    const struct house *house = gathering->house;
    if (!ratings_list(house->store, gathering->first, gathering->last,
                      house->settings.day_starts_min, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        more(gathering, REMOVAL_RATING, list.ratings[i].day)->rating = list.ratings[i];
    }
    memory_free(list.ratings);
    return true;
}

static bool gather_forms(struct gathering *gathering, struct error *err) {
    struct day_form_list list;
    if (!days_list(gathering->house->store, gathering->first, gathering->last, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        more(gathering, REMOVAL_DAY, list.forms[i].day)->form = list.forms[i];
    }
    memory_free(list.forms);
    return true;
}

static bool gather_weeks(struct gathering *gathering, struct error *err) {
    struct week_form_list list;
    if (!weeks_list(gathering->house->store, gathering->first, gathering->last, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        more(gathering, REMOVAL_WEEK, list.forms[i].monday)->week = list.forms[i];
    }
    memory_free(list.forms);
    return true;
}

static bool gather_events(struct gathering *gathering, struct error *err) {
    struct event_list list;
    if (!events_list(gathering->house->store, gathering->first, gathering->last, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        more(gathering, REMOVAL_EVENT, list.events[i].day)->event = list.events[i];
    }
    memory_free(list.events);
    return true;
}

static bool gather_moments(struct gathering *gathering, struct error *err) {
    const struct house *house = gathering->house;
    int starts = house->settings.day_starts_min;
    for (int kind = 0; kind < MOMENT_KINDS; kind++) {
        struct moment_list list;
        if (!moments_list(house->store, (enum moment_kind)kind, gathering->first, gathering->last,
                          starts, &list, err)) {
            return false;
        }
        for (int i = 0; i < list.count; i++) {
            int64_t day = wall_day_of(list.moments[i].at, starts);
            more(gathering, REMOVAL_MOMENT, day)->moment = list.moments[i];
        }
        memory_free(list.moments);
    }
    return true;
}

static bool gather_sessions(struct gathering *gathering, struct error *err) {
    const struct house *house = gathering->house;
    int starts = house->settings.day_starts_min;
    struct session_list list;
    if (!sessions_list(house->store, gathering->first, gathering->last, starts,
                       clock_wall_now(&house->clock), &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        int64_t day = wall_day_of(list.records[i].started, starts);
        more(gathering, REMOVAL_SESSION, day)->session = list.records[i];
    }
    memory_free(list.records);
    return true;
}

static int64_t second_of(const struct diary_entry *entry) {
    switch (entry->kind) {
    case REMOVAL_RATING:
        return entry->rating.at.utc_s;
    case REMOVAL_MOMENT:
        return entry->moment.at.utc_s;
    case REMOVAL_SESSION:
        return entry->session.started.utc_s;
    case REMOVAL_EVENT:
        return entry->event.timed ? entry->event.at.utc_s : 0;
    default:
        return INT64_MAX; // of the whole day, above all that happened in it
    }
}

// The newest first; of one moment by what it is.
static int compare(const void *left, const void *right) {
    const struct diary_entry *one = left, *other = right;
    if (one->day != other->day) {
        return one->day > other->day ? -1 : 1;
    }
    int64_t at = second_of(one), other_at = second_of(other);
    return at != other_at ? (at > other_at ? -1 : 1) : (int)one->kind - (int)other->kind;
}

bool diary_entries_read(struct house *house, int64_t first, int64_t last,
                        struct diary_entry_list *list, struct error *err) {
    struct gathering gathering = {.house = house, .first = first, .last = last, .list = list};
    *list = (struct diary_entry_list){0};
    if (!house->store) {
        return true;
    }
    bool right = gather_ratings(&gathering, err) && gather_forms(&gathering, err) &&
                 gather_weeks(&gathering, err) && gather_events(&gathering, err) &&
                 gather_moments(&gathering, err) && gather_sessions(&gathering, err);
    if (!right) {
        diary_entry_list_free(list);
        return false;
    }
    if (list->count > 0) {
        qsort(list->entries, (size_t)list->count, sizeof *list->entries, compare);
    }
    return true;
}

void diary_entry_list_add(struct diary_entry_list *list, const struct diary_entry *entry) {
    list->entries = memory_resize(list->entries, (size_t)list->count + 1, sizeof *list->entries);
    list->entries[list->count++] = *entry;
}

void diary_entry_list_free(struct diary_entry_list *list) {
    for (int i = 0; i < list->count; i++) {
        diary_entry_free(&list->entries[i]);
    }
    memory_free(list->entries);
    *list = (struct diary_entry_list){0};
}
