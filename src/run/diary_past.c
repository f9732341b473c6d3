// SPDX-License-Identifier: MIT
#include "run/diary_past.h"

#include <string.h>

#include "base/memory.h"
#include "store/events.h"

bool daily_past_read(struct house *house, int64_t first, int64_t last, struct daily_past *past,
                     struct error *err) {
    *past = (struct daily_past){0};
    return !house->store || facts_numbers(house->store, first, last, house->settings.day_starts_min,
                                          &past->days, &past->count, err);
}

bool daily_past_first(struct house *house, struct daily_past *past, struct error *err) {
    enum { FIRST_MOST = 2 };
    *past = (struct daily_past){.days = memory_new(FIRST_MOST, sizeof *past->days)};
    return !house->store || facts_first_numbers(house->store, house->settings.day_starts_min,
                                                past->days, &past->count, err);
}

void daily_past_free(struct daily_past *past) {
    memory_free(past->days);
    *past = (struct daily_past){0};
}

// Rows of days, oldest first.
struct day_rows {
    struct diary_day *days; // owned
    int count;
};

// One row for each day that either has. Both come oldest first.
static void join(struct day_rows ratings, struct day_rows forms, struct diary_past *past) {
    int rating = 0, form = 0;
    past->days = memory_new((size_t)ratings.count + (size_t)forms.count + 1, sizeof *past->days);
    while (rating < ratings.count || form < forms.count) {
        bool rated = rating < ratings.count &&
                     (form == forms.count || ratings.days[rating].day <= forms.days[form].day);
        bool told = form < forms.count &&
                    (rating == ratings.count || forms.days[form].day <= ratings.days[rating].day);
        struct diary_day *day = &past->days[past->count++];
        *day = rated ? ratings.days[rating] : forms.days[form];
        if (rated && told) {
            memcpy(day->fields, forms.days[form].fields, sizeof day->fields);
            day->ticks = forms.days[form].ticks;
        }
        rating += rated;
        form += told;
    }
}

bool diary_past_read(struct house *house, int64_t first, int64_t last, struct diary_past *past,
                     struct error *err) {
    struct day_rows ratings = {0}, forms = {0};
    *past = (struct diary_past){0};
    if (!house->store) {
        return true;
    }
    bool right = facts_ratings(house->store, first, last, house->settings.day_starts_min,
                               &ratings.days, &ratings.count, err) &&
                 facts_forms(house->store, first, last, &forms.days, &forms.count, err);
    if (right) {
        join(ratings, forms, past);
    }
    memory_free(ratings.days);
    memory_free(forms.days);
    return right;
}

void diary_past_free(struct diary_past *past) {
    memory_free(past->days);
    *past = (struct diary_past){0};
}

// Adds a day that is not there yet; they come oldest first. False: it was there.
static bool add_day(int64_t *days, int *count, int64_t day) {
    if (*count > 0 && days[*count - 1] == day) {
        return false;
    }
    days[(*count)++] = day;
    return true;
}

static void take_medicine(struct treatment_past *past, const struct event *event) {
    int64_t end = event->until_day == EVENT_OPEN ? INT64_MAX : event->until_day;
    // Two that began on one day are one begin, and act until the later end.
    if (add_day(past->medicines, &past->medicine_count, event->day) ||
        end > past->medicine_ends[past->medicine_count - 1]) {
        past->medicine_ends[past->medicine_count - 1] = end;
    }
}

static void take_event(struct treatment_past *past, const struct event *event) {
    if (event->kind == EVENT_TOXIN) {
        (void)add_day(past->injections, &past->injection_count, event->day);
    } else if (event->kind == EVENT_SURGERY) {
        (void)add_day(past->operations, &past->operation_count, event->day);
    } else if (event->kind == EVENT_INJURY) {
        (void)add_day(past->injuries, &past->injury_count, event->day);
    } else if (event->kind == EVENT_MEDICINE) {
        take_medicine(past, event);
    }
}

bool treatment_past_read(struct house *house, struct treatment_past *past, struct error *err) {
    struct event_list list = {0};
    *past = (struct treatment_past){0};
    if (house->store && !events_list(house->store, INT64_MIN, INT64_MAX, &list, err)) {
        return false;
    }
    size_t room = (size_t)list.count + 1;
    past->injections = memory_new(room, sizeof *past->injections);
    past->operations = memory_new(room, sizeof *past->operations);
    past->injuries = memory_new(room, sizeof *past->injuries);
    past->medicines = memory_new(room, sizeof *past->medicines);
    past->medicine_ends = memory_new(room, sizeof *past->medicine_ends);
    for (int i = 0; i < list.count; i++) {
        take_event(past, &list.events[i]);
    }
    event_list_free(&list);
    past->treatment = treatment_past_at(past, house_today(house));
    return true;
}

void treatment_past_free(struct treatment_past *past) {
    memory_free(past->injections);
    memory_free(past->operations);
    memory_free(past->injuries);
    memory_free(past->medicines);
    memory_free(past->medicine_ends);
    *past = (struct treatment_past){0};
}

static int64_t last_until(const int64_t *days, int count, int64_t day) {
    while (count > 0 && days[count - 1] > day) {
        count--;
    }
    return count > 0 ? days[count - 1] : INT64_MIN;
}

struct treatment treatment_past_at(const struct treatment_past *past, int64_t day) {
    struct treatment treatment = {
        .injected = last_until(past->injections, past->injection_count, day),
        .operated = last_until(past->operations, past->operation_count, day),
    };
    for (int i = 0; i < past->medicine_count; i++) {
        treatment.medicine =
            treatment.medicine || (past->medicines[i] <= day && day <= past->medicine_ends[i]);
    }
    return treatment;
}

bool session_past_read(struct house *house, int64_t first, int64_t last, struct session_past *past,
                       struct error *err) {
    *past = (struct session_past){0};
    if (house->store && !facts_sessions(house->store, first, last, house->settings.day_starts_min,
                                        clock_wall_now(&house->clock), &past->facts, err)) {
        return false;
    }
    for (int i = 0; i < past->facts.count; i++) {
        const struct done_session *session = &past->facts.sessions[i];
        bool complete = session->status == SESSION_COMPLETE;
        past->complete += complete;
        past->partial += session->status == SESSION_PARTIAL;
        past->well += complete && session->well;
        past->ticked += complete && session->ticked;
    }
    past->done =
        (struct done_sessions){.sessions = past->facts.sessions, .count = past->facts.count};
    past->played_ms = past->facts.played_ms;
    return true;
}

void session_past_free(struct session_past *past) {
    session_facts_free(&past->facts);
    *past = (struct session_past){0};
}
