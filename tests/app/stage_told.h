// SPDX-License-Identifier: MIT
#pragma once

#include "app/stage.h"
#include "store/answers.h"
#include "store/removal.h"

// What the person of the stage has told of herself, and what she has played.

// What the person has told of herself.
static inline void stage_tell(struct stage *stage, const char *key, const char *value) {
    struct error err = {0};
    if (!answers_set(stage->house.store, key, value, "self", stage_evening, &err)) {
        stage_fail(key, &err);
    }
}

// A good deal was told of.
static inline void stage_tell_much(struct stage *stage) {
    static const char *const told[][2] = {
        {"condition", "hfs,synk"},
        {"affected", "left"},
        {"cause", "After Bell's palsy"},
        {"onset", "2025-03-01"},
        {"floppy", "no"},
        {"surgery", ""},
        {"toxin", "2026-09-19"},
        {"skin", "unsure"},
        {"asks", "asthma,heart"},
        {"answers", "no,yes,no"},
        {"trick", "Humming softly"},
    };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        stage_tell(stage, told[i][0], told[i][1]);
    }
}

// One session that was played whole and ended so long ago.
static inline void stage_played(struct stage *stage, const char *routine, int minutes_ago) {
    struct session_record record = {.started = stage_evening,
                                    .seen = stage_evening,
                                    .before = -1,
                                    .after = -1,
                                    .source = "played"};
    record.seen.utc_s -= (int64_t)minutes_ago * 60;
    record.started.utc_s = record.seen.utc_s - 600;
    record.played_ms = record.planned_ms = record.position_ms = 600000;
    text_copy(record.routine, sizeof record.routine, routine);
    text_copy(record.title, sizeof record.title, routine);
    stage_finish(stage, &record);
}

// As if but the first sessions that were played, or the last ones, had never been.
static inline void stage_forget_all_but(struct stage *stage, int first, int last) {
    struct session_list list = {0};
    struct error err = {0};
    struct store *store = stage->house.store;
    if (!sessions_list(store, INT64_MIN, INT64_MAX, 0, stage_evening, &list, &err)) {
        stage_fail("sessions", &err);
    }
    for (int i = first; i + last < list.count; i++) {
        if (!removal_of(store, REMOVAL_SESSION, list.records[i].id, &err)) {
            stage_fail("sessions", &err);
        }
    }
    session_list_free(&list);
}

// As if only the last so many sessions had been played.
static inline void stage_forget_sessions(struct stage *stage, int but) {
    stage_forget_all_but(stage, 0, but);
}

// The newest session lies six days back.
static inline void stage_stay_away(struct stage *stage) {
    stage_forget_all_but(stage, 1, 0);
}
