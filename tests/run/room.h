// SPDX-License-Identifier: MIT
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "run/sitting.h"

// A sitting with time of its own: the monotonic clock is this test's, so an hour takes no time. No
// device is opened; the history lives in memory.

enum { FIRST_MS = 1000000 };

static int64_t now_ms;
static bool history_refuses;

int64_t __wrap_clock_monotonic_ms(void);
int64_t __wrap_clock_monotonic_ms(void) {
    return now_ms;
}

int64_t __wrap_clock_monotonic_us(void);
int64_t __wrap_clock_monotonic_us(void) {
    return now_ms * 1000;
}

// The wall clock goes on with the same time.
struct wall __wrap_clock_wall_now(const struct wall_clock *clock);
struct wall __wrap_clock_wall_now(const struct wall_clock *clock) {
    struct wall wall = clock->began;
    wall.utc_s += (now_ms - FIRST_MS) / 1000;
    return wall;
}

bool __real_sessions_checkpoint(struct store *store, const char *id, int64_t position_ms,
                                int section, const struct played *played, struct wall now,
                                struct error *err);
bool __wrap_sessions_checkpoint(struct store *store, const char *id, int64_t position_ms,
                                int section, const struct played *played, struct wall now,
                                struct error *err);
bool __wrap_sessions_checkpoint(struct store *store, const char *id, int64_t position_ms,
                                int section, const struct played *played, struct wall now,
                                struct error *err) {
    if (history_refuses) {
        return error_set(err, ERROR_STORE, "the disk is full");
    }
    return __real_sessions_checkpoint(store, id, position_ms, section, played, now, err);
}

struct room {
    struct step steps[4];
    struct routine routine;
    struct settings settings;
    struct wall_clock clock;
    struct store *store;
};

static inline struct wall wall_now(const struct room *room) {
    return clock_wall_now(&room->clock);
}

static inline int room_open(void **state) {
    struct room *room = memory_new(1, sizeof *room);
    now_ms = FIRST_MS;
    history_refuses = false;
    room->settings = settings_default();
    room->clock = clock_wall_fixed((struct wall){.utc_s = 1795244400, .offset_min = 60});
    struct error err = {0};
    room->store =
        store_open(&(struct store_options){.path = ":memory:", .now = wall_now(room)}, &err);
    if (!room->store) {
        fail_msg("%s", err.text);
    }
    *state = room;
    return 0;
}

static inline int room_close(void **state) {
    struct room *room = *state;
    store_close(room->store);
    memory_free(room);
    return 0;
}

// Thirty seconds, a question that wakes, thirty seconds, another one.
static inline void lay_compress(struct room *room) {
    room->steps[0] = (struct step){.length_ms = 30000};
    room->steps[1] = (struct step){.verb = VERB_WAIT, .question = "Look.", .awake_ms = 30000};
    room->steps[2] = (struct step){.length_ms = 30000};
    room->steps[3] = (struct step){.verb = VERB_WAIT, .question = "Off?", .awake_ms = 30000};
    room->routine = (struct routine){
        .title = "Warm", .category = CATEGORY_COMPRESS_WARM, .steps = room->steps, .step_count = 4};
}

static inline void lay_plain(struct room *room) {
    room->steps[0] = (struct step){.length_ms = 60000};
    room->steps[1] = (struct step){.length_ms = 40000};
    room->routine = (struct routine){
        .title = "Plain", .category = CATEGORY_MEDITATION, .steps = room->steps, .step_count = 2};
}

static inline struct sitting *open_with(struct room *room, struct sitting_options options) {
    for (int index = 0; index < room->routine.step_count; index++) {
        room->steps[index].number = index + 1;
        room->steps[index].name = "Step";
        room->steps[index].count = 1;
        room->steps[index].skippable = true;
    }
    memcpy(room->routine.id, "plain", sizeof "plain");
    room->routine.tempo_min = room->routine.tempo_max = 1.0;
    options.routine = &room->routine;
    options.timeline = timeline_options_written(
        (struct timeline_phrases){.left = "left", .right = "right", .over = "over"});
    options.settings = &room->settings;
    options.clock = &room->clock;
    options.store = room->store;
    options.silent = true;
    struct error err = {0};
    struct sitting *sitting = sitting_open(&options, &err);
    if (!sitting) {
        fail_msg("%s", err.text);
    }
    return sitting;
}

static inline struct sitting *open_plain(struct room *room) {
    lay_plain(room);
    struct sitting *sitting = open_with(room, (struct sitting_options){.before = -1});
    sitting_begin(sitting);
    return sitting;
}

// Lets so much time pass, ticking as an owner would.
static inline struct tick pass(struct sitting *sitting, int64_t ms) {
    struct tick tick = sitting_tick(sitting);
    int64_t end_ms = now_ms + ms;
    while (now_ms < end_ms) {
        int64_t wait_ms = sitting_wait_ms(sitting);
        int64_t left_ms = end_ms - now_ms;
        now_ms += wait_ms < left_ms ? wait_ms : left_ms;
        tick = sitting_tick(sitting);
    }
    return tick;
}

static inline struct session_list history(struct room *room) {
    struct session_list list = {0};
    struct error err = {0};
    if (!sessions_list(room->store, INT64_MIN, INT64_MAX, 240, wall_now(room), &list, &err)) {
        fail_msg("%s", err.text);
    }
    return list;
}
