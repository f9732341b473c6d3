// SPDX-License-Identifier: MIT
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/allowed.h"
#include "store/answers.h"
#include "store/plans.h"
#include "store/sessions.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, room_open, room_close)

// A house without a disk: a history in memory, the routines of the shipped catalogue.
struct room {
    struct house house;
};

// 2026-11-21T08:00:00+01:00
static const struct wall morning = {.utc_s = 1795244400, .offset_min = 60};
enum { HOUR_S = 3600, DAY_S = 24 * HOUR_S };

static inline void set_now(struct room *room, struct wall now) {
    room->house.clock = clock_wall_fixed(now);
}

static inline int64_t today(const struct room *room) {
    return house_today(&room->house);
}

// At UTC+1.
static inline struct wall noon(int64_t day) {
    return (struct wall){.utc_s = day * DAY_S + 11 * HOUR_S, .offset_min = 60};
}

static inline int room_open(void **state) {
    struct room *room = memory_new(1, sizeof *room);
    struct error err = {0};
    room->house.settings = settings_default();
    set_now(room, morning);
    room->house.store =
        store_open(&(struct store_options){.path = ":memory:", .now = morning}, &err);
    catalog_read("routines", NULL, NULL, "en", &room->house.catalog);
    room->house.catalog_read = true;
    assert_non_null(room->house.store);
    *state = room;
    return 0;
}

static inline int room_close(void **state) {
    struct room *room = *state;
    catalog_free(&room->house.catalog);
    store_close(room->house.store);
    memory_free(room);
    return 0;
}

static inline void tell(struct room *room, const char *key, const char *value) {
    struct error err = {0};
    assert_true(answers_set(room->house.store, key, value, "self",
                            clock_wall_now(&room->house.clock), &err));
}

static inline const struct routine *routine(struct room *room, const char *id) {
    const struct catalog_entry *entry = catalog_find(&room->house.catalog, id);
    if (!entry || entry->error) {
        fail_msg("no routine %s", id);
    }
    return &entry->routine;
}

struct sat {
    const char *routine;
    struct wall started;
    int64_t minutes; // it went on
    bool complete;
    enum feel feel;
};

// With the numbers before and after it, -1: none.
static inline void sit_rated(struct room *room, struct sat sat, int before, int after) {
    const struct routine *played = routine(room, sat.routine);
    struct error err = {0};
    int64_t length_ms = sat.minutes * 60000;
    struct session_record record = {
        .category = played->category,
        .started = sat.started,
        .seen = sat.started,
        .before = before,
        .after = after,
        .planned_ms = length_ms,
        .source = "played",
    };
    text_copy(record.routine, sizeof record.routine, sat.routine);
    text_copy(record.title, sizeof record.title, played->title);
    assert_true(sessions_start(room->house.store, &record, &err));
    record.seen.utc_s += sat.minutes * 60;
    record.played_ms = record.position_ms = length_ms;
    record.status = sat.complete ? SESSION_COMPLETE : SESSION_PARTIAL;
    record.ending = sat.complete ? ENDING_COMPLETE : ENDING_INTERRUPTED;
    record.feel = sat.feel;
    record.before = before;
    record.after = after;
    assert_true(sessions_finish(room->house.store, &record, &err));
    session_record_free(&record);
}

static inline void sit(struct room *room, struct sat sat) {
    sit_rated(room, sat, -1, -1);
}

static inline struct allowed allowed_now_for(struct room *room, const char *id) {
    struct person person;
    struct error err = {0};
    assert_true(person_read(&room->house, &person, &err));
    struct allowed allowed = allowed_for(&person, routine(room, id));
    person_free(&person);
    return allowed;
}

static inline struct wall later(struct wall from, int64_t seconds) {
    return (struct wall){.utc_s = from.utc_s + seconds, .offset_min = from.offset_min};
}

// A plan that is kept since then; whether it is another version than the one before.
static inline bool store_plan(struct room *room, const char *id, const char *text,
                              struct wall added) {
    struct stored_plan plan = {.added = added, .text = memory_text(text)};
    struct error err = {0};
    bool another = false;
    text_copy(plan.id, sizeof plan.id, id);
    assert_true(plans_add(room->house.store, &plan, &another, &err));
    memory_free(plan.text);
    return another;
}
