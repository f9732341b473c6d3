// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>

#include "app/shot.h"
#include "app/stage_plans.h"

// A session, from the question before it to the one behind it.

static inline void shot_before(struct stage *stage, const struct shot *shot) {
    stage_begin(stage, shot->routine);
    window_show(&stage->window, SCREEN_BEFORE);
}

static inline void shot_rated(struct stage *stage, const struct shot *shot) {
    shot_before(stage, shot);
    stage->window.before = 4;
}

// The voice before the first session; nothing is waited for.
static inline void shot_hearing(struct stage *stage, const struct shot *shot) {
    stage_begin(stage, shot->routine);
    window_show(&stage->window, SCREEN_HEARING);
}

static inline void shot_lead(struct stage *stage, const struct shot *shot) {
    stage_lead(stage, shot->routine);
}

static inline void shot_phase(struct stage *stage, const struct shot *shot) {
    stage_lead(stage, shot->routine);
    stage_play_touched(stage, stage_find(stage, shot->phase, shot->share));
}

// The first segment of that phase that shows the pose, or the region of a scan.
static inline void shot_shown(struct stage *stage, const struct shot *shot) {
    stage_lead(stage, shot->routine);
    const struct timeline *timeline = sitting_timeline(stage->window.play->sitting);
    for (int i = 0; i < timeline->segment_count; i++) {
        const struct segment *segment = &timeline->segments[i];
        bool meant = shot->pose ? segment->pose && strcmp(segment->pose, shot->pose) == 0
                                : segment->step->region == shot->region;
        if (segment->phase == shot->phase && meant) {
            double length_ms = (double)(segment->end_ms - segment->start_ms);
            stage_play_touched(stage, segment->start_ms + (int64_t)(shot->share * length_ms));
            return;
        }
    }
    stage_fail(stage->routine, &(struct error){.text = "it shows no such thing"});
}

// Long enough without a touch that all but the figure and its words are gone.
static inline void shot_rest(struct stage *stage, const struct shot *shot) {
    enum { STEP_MS = 100 };
    stage_lead(stage, shot->routine);
    stage_play_to(stage, stage_find(stage, shot->phase, shot->share), STEP_MS);
}

static inline void shot_gate(struct stage *stage, const struct shot *shot) {
    stage_lead(stage, shot->routine);
    const struct timeline *timeline = sitting_timeline(stage->window.play->sitting);
    assert(timeline->gate_count > 0);
    stage_play_to(stage, timeline->gates[0].at_ms, 500);
    stage_pass(stage, 0);
    assert(stage_player(stage)->state == PLAYER_GATE);
}

// Nobody came for more than two minutes.
static inline void shot_waking(struct stage *stage, const struct shot *shot) {
    shot_gate(stage, shot);
    for (int second = 0; second < 125; second++) {
        stage_pass(stage, 1000);
    }
}

static inline void shot_keys(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_HELP, 0});
}

static inline void shot_levels(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_LEVELS, 0});
}

// Forms of the player: by the setting, and the small window.
static inline void shot_large(struct stage *stage, const struct shot *shot) {
    stage->house.settings.large_cue = true;
    shot_phase(stage, shot);
}

static inline void shot_large_gate(struct stage *stage, const struct shot *shot) {
    stage->house.settings.large_cue = true;
    shot_gate(stage, shot);
}

static inline void shot_still(struct stage *stage, const struct shot *shot) {
    stage->house.settings.still = true;
    shot_phase(stage, shot);
}

static inline void shot_small(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_SMALL, 0});
}

static inline void shot_small_pause(struct stage *stage, const struct shot *shot) {
    shot_small(stage, shot);
    window_act(&stage->window, (struct act){ACT_PAUSE, 0});
    stage_pass(stage, 100);
}

static inline void shot_louder(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_LOUDER, 0});
}

static inline void shot_pause(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_PAUSE, 0});
    stage_pass(stage, 100);
}

static inline void shot_why(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_STOP, 0});
}

static inline void shot_done(struct stage *stage, const struct shot *shot) {
    stage_begin(stage, shot->routine);
    stage->window.before = 5;
    stage->window.rating_wanted = true;
    session_begin(&stage->window);
    stage_pass(stage, 0);
    stage_play_to(stage, sitting_timeline(stage->window.play->sitting)->total_ms, 500);
    session_end(&stage->window, WHY_NONE);
}

static inline void shot_compared(struct stage *stage, const struct shot *shot) {
    shot_done(stage, shot);
    stage->window.after = 3;
}

// Once of the three times that the plan asks for, with its dose.
static inline void shot_done_plan(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "affected", "left");
    stage_tell(stage, "answers", "no,no,no");
    stage_plans(stage);
    shot_done(stage, shot);
    assert(stage->window.stand[0]);
}

static inline void shot_feel(struct stage *stage, const struct shot *shot) {
    shot_done(stage, shot);
    window_show(&stage->window, SCREEN_FEEL);
}

// The closing question has its answer, and the routine rests.
static inline void shot_held(struct stage *stage, const struct shot *shot) {
    shot_feel(stage, shot);
    window_act(&stage->window, (struct act){ACT_FEEL, FEEL_HURT});
    assert(stage->window.screen == SCREEN_HELD);
}
