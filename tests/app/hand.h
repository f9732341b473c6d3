// SPDX-License-Identifier: MIT
#pragma once

#include "app/stage.h"

// The hands of a person at a stage of usual size: what they do is painted at once. To be included
// behind cmocka.

enum { WIDTH = 1280, HEIGHT = 800 };

static inline int open_stage(void **state) {
    struct stage *stage = memory_new(1, sizeof *stage);
    stage_open(stage, &(struct stage_place){.root = ".", .language = "en"});
    *state = stage;
    return 0;
}

static inline int close_stage(void **state) {
    struct stage *stage = *state;
    stage_close(stage);
    memory_free(stage);
    return 0;
}

static inline void paint(struct stage *stage) {
    cairo_surface_destroy(stage_paint(stage, WIDTH, HEIGHT));
}

static inline void act(struct stage *stage, enum act_kind kind, int value) {
    window_act(&stage->window, (struct act){kind, value});
    paint(stage);
}
