// SPDX-License-Identifier: MIT
#include "store/treatments.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "store/answers.h"
#include "store/event_row.h"
#include "store/events.h"
#include "store/inside.h"
#include "store/removal.h"

enum { DATE_LENGTH = sizeof "2026-11-21" - 1 };

static const char *const keys[EVENT_COUNT] = {
    [EVENT_TOXIN] = "toxin",
    [EVENT_SURGERY] = "surgery",
};

const char *treatment_key(enum event_kind kind) {
    return keys[kind];
}

// What an answer says: a date, with or without a time.
struct told {
    bool given;
    int64_t day;
    bool timed;
    struct wall at;
};

static struct told told_of(const char *value) {
    struct told told = {0};
    struct error ignored;
    if (value && *value && wall_read(value, &told.at, &ignored)) {
        told.given = true;
        told.day = wall_day(told.at);
        told.timed = strlen(value) > DATE_LENGTH;
    }
    return told;
}

// One answer, and what is to become of its event.
struct following {
    struct store *store;
    enum event_kind kind;
    struct told before, now;
    struct error *err;
};

static bool find(const struct following *following, const struct told *told, struct event *event,
                 bool *found) {
    *found = false;
    return !told->given || event_row_find(following->store, following->kind, told->day, event,
                                          found, following->err);
}

static bool take_away(const struct following *following, const struct told *told) {
    struct event event = {0};
    bool found;
    bool right = find(following, told, &event, &found) &&
                 (!found || removal_of(following->store, REMOVAL_EVENT, event.id, following->err));
    event_free(&event);
    return right;
}

// Lets the event that stands on the day of `on` say what is told now; where none does, a new one.
static bool let_say(const struct following *following, const struct told *on) {
    struct event event = {.kind = following->kind, .until_day = EVENT_OPEN};
    bool found;
    bool right = find(following, on, &event, &found);
    if (right) {
        event.day = following->now.day;
        event.timed = following->now.timed;
        event.at = following->now.at;
        if (event.until_day < event.day) {
            event.until_day = EVENT_OPEN;
        }
        right = event_row_write(following->store, &event, !found, following->err);
    }
    event_free(&event);
    return right;
}

// The event of what was told before becomes that of what is told now.
static bool move(const struct following *following) {
    struct event there = {0};
    bool found = false;
    bool same_day = following->before.day == following->now.day;
    bool right = same_day || find(following, &following->now, &there, &found);
    event_free(&there);
    if (!right) {
        return false;
    }
    return found ? take_away(following, &following->before) && let_say(following, &following->now)
                 : let_say(following, &following->before);
}

static enum event_kind kind_of(const char *key) {
    enum event_kind kind = 0;
    while (kind < EVENT_COUNT && !(keys[kind] && strcmp(keys[kind], key) == 0)) {
        kind++;
    }
    return kind;
}

bool treatments_follow_answer(struct store *store, const char *key, const char *before,
                              const char *value, struct error *err) {
    const struct following following = {.store = store,
                                        .kind = kind_of(key),
                                        .before = told_of(before),
                                        .now = told_of(value),
                                        .err = err};
    if (following.kind == EVENT_COUNT) {
        return true;
    }
    if (!following.now.given) {
        return take_away(&following, &following.before);
    }
    bool corrects = following.before.given &&
                    following.now.day <= following.before.day + TREATMENT_CORRECTS_DAYS;
    return corrects ? move(&following) : let_say(&following, &following.now);
}

bool treatments_follow_undo(struct store *store, const char *key, const char *before,
                            const char *value, struct error *err) {
    // Seen from the way back, what is taken back was told before.
    const struct following following = {.store = store,
                                        .kind = kind_of(key),
                                        .before = told_of(value),
                                        .now = told_of(before),
                                        .err = err};
    struct event older = {0};
    bool found;
    if (following.kind == EVENT_COUNT) {
        return true;
    }
    if (!following.now.given) {
        return take_away(&following, &following.before);
    }
    if (!following.before.given) {
        return let_say(&following, &following.now);
    }
    bool right = find(&following, &following.now, &older, &found);
    event_free(&older);
    bool apart = found && following.before.day != following.now.day;
    return right && (apart ? take_away(&following, &following.before) : move(&following));
}

static const char *event_value(const struct event *event, char to[WALL_TEXT_MAX]) {
    int year, month, day;
    if (event->timed) {
        return wall_text(event->at, to);
    }
    date_of_day(event->day, &year, &month, &day);
    text_format(to, WALL_TEXT_MAX, "%04d-%02d-%02d", year, month, day);
    return to;
}

bool treatments_follow_event(struct store *store, enum event_kind kind, struct error *err) {
    struct event newest = {0};
    bool found;
    char *told = NULL;
    char text[WALL_TEXT_MAX] = "";
    if (!keys[kind]) {
        return true;
    }
    bool right = events_newest(store, kind, &newest, &found, err) &&
                 answers_get(store, keys[kind], &told, err);
    if (right && found) {
        event_value(&newest, text);
    }
    if (right && strcmp(told ? told : "", text) != 0) {
        right = answer_write(store, keys[kind], text, "self", clock_wall_now(&store->clock), err);
    }
    event_free(&newest);
    memory_free(told);
    return right;
}
