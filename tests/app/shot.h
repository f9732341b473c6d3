// SPDX-License-Identifier: MIT
#pragma once

#include "app/first.h"
#include "app/stage_play.h"

// What is shown: a name, and how the window gets there.
struct shot {
    const char *name;
    void (*set)(struct stage *stage, const struct shot *shot);
    const char *routine;
    enum phase phase;
    double share;
    enum screen_name screen;
    const char *pose;   // what the segment shows
    enum region region; // of a scan
};

// Over the first screen.
static inline void shot_over(struct stage *stage, const struct shot *shot) {
    window_show(&stage->window, SCREEN_LIST);
    window_over(&stage->window, shot->screen);
}

static inline void shot_first(struct stage *stage, const struct shot *shot) {
    (void)shot;
    first_show(&stage->window);
}

// Nothing was played yet.
static inline void shot_beginning(struct stage *stage, const struct shot *shot) {
    struct session_list nothing = {0};
    shot_first(stage, shot);
    stage->window.offer = offer_make(&stage->house.catalog, &nothing, NULL, NULL);
}

static inline void shot_resume(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    stage_begin(stage, shot->routine);
    stage->window.preparation->resume.position_ms = 81000;
    stage->window.offer.kind = OFFER_GO_ON;
    for (int i = 0; i < stage->house.catalog.count; i++) {
        if (strcmp(stage->house.catalog.entries[i].id, shot->routine) == 0) {
            stage->window.offer.entry = i;
        }
    }
}
