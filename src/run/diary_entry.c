// SPDX-License-Identifier: MIT
#include "run/diary_entry.h"

#include "base/memory.h"
#include "base/text.h"
#include "core/week.h"

enum { DAY_S = 86400 };

static char *copy_of(const char *text) {
    return text ? memory_text(text) : NULL;
}

void diary_entry_free(struct diary_entry *entry) {
    switch (entry->kind) {
    case REMOVAL_RATING:
        rating_free(&entry->rating);
        break;
    case REMOVAL_DAY:
        day_form_free(&entry->form);
        break;
    case REMOVAL_WEEK:
        week_form_free(&entry->week);
        break;
    case REMOVAL_EVENT:
        event_free(&entry->event);
        break;
    case REMOVAL_MOMENT:
        moment_free(&entry->moment);
        break;
    case REMOVAL_SESSION:
        session_record_free(&entry->session);
        break;
    default:
        break;
    }
}

struct diary_entry diary_entry_copy(const struct diary_entry *entry) {
    struct diary_entry copy = *entry;
    switch (entry->kind) {
    case REMOVAL_RATING:
        copy.rating.note = copy_of(entry->rating.note);
        break;
    case REMOVAL_DAY:
        copy.form.note = copy_of(entry->form.note);
        break;
    case REMOVAL_WEEK:
        copy.week.note = copy_of(entry->week.note);
        break;
    case REMOVAL_EVENT:
        copy.event.note = copy_of(entry->event.note);
        break;
    case REMOVAL_MOMENT:
        copy.moment.text = copy_of(entry->moment.text);
        copy.moment.note = copy_of(entry->moment.note);
        break;
    case REMOVAL_SESSION:
        copy.session.note = copy_of(entry->session.note);
        copy.session.options = copy_of(entry->session.options);
        break;
    default:
        break;
    }
    return copy;
}

char *diary_entry_id_place(struct diary_entry *entry) {
    switch (entry->kind) {
    case REMOVAL_EVENT:
        return entry->event.id;
    case REMOVAL_MOMENT:
        return entry->moment.id;
    case REMOVAL_SESSION:
        return entry->session.id;
    default:
        return NULL;
    }
}

const char *diary_entry_id(const struct diary_entry *entry) {
    switch (entry->kind) {
    case REMOVAL_RATING:
        return entry->rating.id;
    case REMOVAL_DAY:
        return entry->form.id;
    case REMOVAL_WEEK:
        return entry->week.id;
    case REMOVAL_EVENT:
        return entry->event.id;
    case REMOVAL_MOMENT:
        return entry->moment.id;
    default:
        return entry->session.id;
    }
}

struct diary_entry diary_entry_empty(const struct house *house, enum removal_kind kind,
                                     int64_t day) {
    struct diary_entry entry = {.kind = kind, .day = day};
    struct wall now = clock_wall_now(&house->clock);
    int64_t back = house_today(house) - day;
    if (kind == REMOVAL_RATING) {
        // The clock of now, on that day: it belongs to it whenever a day starts.
        entry.rating =
            (struct rating){.day = day,
                            .at = {.utc_s = now.utc_s - back * DAY_S, .offset_min = now.offset_min},
                            .twitch = -1,
                            .severity = -1,
                            .frequency = -1};
    } else if (kind == REMOVAL_DAY) {
        entry.form = day_form_empty(day);
    } else if (kind == REMOVAL_WEEK) {
        entry.day = week_monday(day);
        entry.week =
            (struct week_form){.monday = entry.day, .severity = -1, .frequency = -1, .impact = -1};
    }
    return entry;
}

static bool find_rating(struct house *house, int64_t day, struct diary_entry *entry, bool *found,
                        struct error *err) {
    struct rating_list list;
    if (!ratings_list(house->store, day, day, house->settings.day_starts_min, &list, err)) {
        return false;
    }
    *found = list.count > 0;
    if (*found) {
        entry->rating = list.ratings[0]; // its note is the entry's now
        list.count = 0;
    }
    rating_list_free(&list);
    return true;
}

static bool find_form(struct house *house, int64_t day, struct diary_entry *entry, bool *found,
                      struct error *err) {
    struct day_form_list list;
    if (!days_list(house->store, day, day, &list, err)) {
        return false;
    }
    *found = list.count > 0;
    if (*found) {
        entry->form = list.forms[0];
        list.count = 0;
    }
    day_form_list_free(&list);
    return true;
}

static bool find_week(struct house *house, int64_t monday, struct diary_entry *entry, bool *found,
                      struct error *err) {
    struct week_form_list list;
    if (!weeks_list(house->store, monday, monday, &list, err)) {
        return false;
    }
    *found = list.count > 0;
    if (*found) {
        entry->week = list.forms[0];
        list.count = 0;
    }
    week_form_list_free(&list);
    return true;
}

bool diary_entry_find(struct house *house, enum removal_kind kind, int64_t day,
                      struct diary_entry *entry, bool *found, struct error *err) {
    *entry = diary_entry_empty(house, kind, day);
    *found = false;
    if (!house->store) {
        return true;
    }
    switch (kind) {
    case REMOVAL_RATING:
        return find_rating(house, day, entry, found, err);
    case REMOVAL_DAY:
        return find_form(house, day, entry, found, err);
    case REMOVAL_WEEK:
        return find_week(house, entry->day, entry, found, err);
    default:
        return true;
    }
}

static bool take(struct house *house, const struct diary_entry *entry, struct error *err) {
    struct store *store = house->store;
    switch (entry->kind) {
    case REMOVAL_RATING:
        return ratings_remove(store, entry->day, house->settings.day_starts_min, err);
    case REMOVAL_DAY:
        return days_remove(store, entry->day, err);
    case REMOVAL_WEEK:
        return weeks_remove(store, entry->day, err);
    case REMOVAL_EVENT:
        return events_remove(store, entry->event.id, err);
    case REMOVAL_MOMENT:
        return removal_of(store, REMOVAL_MOMENT, entry->moment.id, err);
    default:
        return removal_of(store, REMOVAL_SESSION, entry->session.id, err);
    }
}

static bool tells_nothing(const struct diary_entry *entry) {
    switch (entry->kind) {
    case REMOVAL_RATING:
        return entry->rating.twitch < 0;
    case REMOVAL_WEEK:
        return entry->week.severity < 0 && entry->week.frequency < 0 && entry->week.impact < 0 &&
               !entry->week.note;
    case REMOVAL_DAY:
        for (int field = 0; field < FIELD_COUNT; field++) {
            if (entry->form.fields[field] >= 0) {
                return false;
            }
        }
        return entry->form.ticks == 0 && !entry->form.note;
    default:
        return false;
    }
}

// The store keeps what is not told again; what is told no more has to go with the whole entry.
static bool tells_less(const struct diary_entry *entry, const struct diary_entry *before) {
    if (entry->kind == REMOVAL_RATING) {
        const struct rating *now = &entry->rating;
        const struct rating *old = &before->rating;
        return (old->severity >= 0 && now->severity < 0) ||
               (old->frequency >= 0 && now->frequency < 0) ||
               (old->side != SIDE_NONE && now->side == SIDE_NONE) ||
               (old->places != 0 && now->places == 0) || (old->note && !now->note);
    }
    if (entry->kind == REMOVAL_WEEK) {
        const struct week_form *now = &entry->week;
        const struct week_form *old = &before->week;
        return (old->severity >= 0 && now->severity < 0) ||
               (old->frequency >= 0 && now->frequency < 0) ||
               (old->impact >= 0 && now->impact < 0) || (old->note && !now->note);
    }
    return before->form.note && !entry->form.note;
}

static bool put_form(struct house *house, struct day_form *form, struct error *err) {
    struct day_form told = *form;
    told.note = copy_of(form->note);
    for (int field = 0; field < FIELD_COUNT; field++) {
        told.fields[field] = form->fields[field] < 0 ? DAY_CLEAR : form->fields[field];
    }
    bool right = days_set(house->store, &told, 0, err);
    text_copy(form->id, sizeof form->id, told.id);
    day_form_free(&told);
    return right;
}

// The day that it is told for now.
static int64_t told_day(const struct house *house, const struct diary_entry *entry) {
    return entry->kind == REMOVAL_RATING
               ? wall_day_of(entry->rating.at, house->settings.day_starts_min)
           : entry->kind == REMOVAL_WEEK ? entry->week.monday
                                         : entry->form.day;
}

// What was told for another day goes there, where nothing stands.
static bool move(struct house *house, struct diary_entry *entry, struct error *err) {
    struct diary_entry there;
    bool found;
    int64_t day = told_day(house, entry);
    if (day == entry->day) {
        return true;
    }
    if (!diary_entry_find(house, entry->kind, day, &there, &found, err)) {
        return false;
    }
    diary_entry_free(&there);
    if (found) {
        return error_set(err, ERROR_INPUT,
                         _("for that day it is told already; correct or delete that one first"));
    }
    if (!diary_entry_find(house, entry->kind, entry->day, &there, &found, err)) {
        return false;
    }
    bool right = !found || take(house, &there, err);
    diary_entry_free(&there);
    entry->day = day;
    return right;
}

static bool put_daily(struct house *house, struct diary_entry *entry, struct error *err) {
    struct diary_entry before;
    bool found;
    if (!move(house, entry, err) ||
        !diary_entry_find(house, entry->kind, entry->day, &before, &found, err)) {
        return false;
    }
    bool empty = tells_nothing(entry);
    bool right = !found || !(empty || tells_less(entry, &before)) || take(house, &before, err);
    diary_entry_free(&before);
    if (!right || empty) {
        return right;
    }
    switch (entry->kind) {
    case REMOVAL_RATING:
        return ratings_set(house->store, &entry->rating, house->settings.day_starts_min, err);
    case REMOVAL_WEEK:
        entry->week.id[0] = '\0';
        return weeks_set(house->store, &entry->week, err);
    default:
        return put_form(house, &entry->form, err);
    }
}

static bool put_session(struct store *store, struct session_record *record, struct error *err) {
    struct session_record end = *record; // beginning sets it running
    bool right = sessions_start(store, record, err);
    text_copy(end.id, sizeof end.id, record->id);
    *record = end;
    return right && sessions_finish(store, record, err);
}

static bool put(struct house *house, struct diary_entry *entry, struct error *err) {
    struct store *store = house->store;
    switch (entry->kind) {
    case REMOVAL_SESSION:
        return entry->session.id[0] ? sessions_correct(store, &entry->session, err)
                                    : put_session(store, &entry->session, err);
    case REMOVAL_EVENT:
        return entry->event.id[0] ? events_correct(store, &entry->event, err)
                                  : events_add(store, &entry->event, err);
    case REMOVAL_MOMENT:
        return entry->moment.id[0] ? moments_correct(store, &entry->moment, err)
                                   : moments_add(store, &entry->moment, err);
    default:
        return put_daily(house, entry, err);
    }
}

bool diary_entries_exchange(struct house *house, const struct diary_entry_list *taken,
                            struct diary_entry_list *added, struct error *err) {
    if (!store_begin(house->store, err)) {
        return false;
    }
    bool right = true;
    for (int i = 0; right && taken && i < taken->count; i++) {
        right = take(house, &taken->entries[i], err);
    }
    for (int i = 0; right && added && i < added->count; i++) {
        right = put(house, &added->entries[i], err);
    }
    if (right) {
        return store_commit(house->store, err);
    }
    store_rollback(house->store);
    return false;
}

bool diary_entry_put(struct house *house, struct diary_entry *entry, struct error *err) {
    struct diary_entry_list one = {.entries = entry, .count = 1};
    return diary_entries_exchange(house, NULL, &one, err);
}

bool diary_entry_take(struct house *house, const struct diary_entry *entry, struct error *err) {
    return take(house, entry, err);
}
