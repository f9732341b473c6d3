// SPDX-License-Identifier: MIT
#pragma once

#include <string.h>

#include "run/sitting.h"

// One minute of rain without a word, as a session in real time on whatever device there is.
struct plain_minute {
    struct step step;
    struct routine routine;
    struct settings settings;
    struct wall_clock clock;
};

// Fills `plain`, which outlives the sitting, and begins.
static inline struct sitting *plain_minute_begin(struct plain_minute *plain) {
    plain->settings = settings_default();
    plain->clock = clock_wall_fixed((struct wall){.utc_s = 1795244400});
    plain->step = (struct step){.number = 1, .name = "Step", .count = 1, .length_ms = 60000};
    plain->routine = (struct routine){.title = "Plain",
                                      .category = CATEGORY_MEDITATION,
                                      .ambience = "rain",
                                      .steps = &plain->step,
                                      .step_count = 1,
                                      .tempo_min = 1.0,
                                      .tempo_max = 1.0};
    memcpy(plain->routine.id, "plain", sizeof "plain");
    const struct sitting_options options = {
        .routine = &plain->routine,
        .timeline = timeline_options_written(
            (struct timeline_phrases){.left = "left", .right = "right", .over = "over"}),
        .settings = &plain->settings,
        .clock = &plain->clock,
        .audio = "audio",
        .before = -1,
    };
    struct error err = {0};
    struct sitting *sitting = sitting_open(&options, &err);
    if (!sitting) {
        fail_msg("%s", err.text);
    }
    sitting_begin(sitting);
    return sitting;
}
