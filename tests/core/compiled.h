// SPDX-License-Identifier: MIT
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/timeline.h"

// Timelines of a few steps, written down in a test.

static const struct timeline_phrases phrases = {
    .left = "Now the left side.", .right = "Now the right side.", .over = "That is all."};

static inline struct routine routine_of(struct step *steps, int count) {
    for (int index = 0; index < count; index++) {
        steps[index].number = index + 1;
        steps[index].name = "Step";
        steps[index].skippable = true;
        steps[index].count = steps[index].count ? steps[index].count : 1;
    }
    return (struct routine){
        .steps = steps, .step_count = count, .tempo_min = 0.5, .tempo_max = 1.5};
}

static inline struct timeline *compile(const struct routine *routine,
                                       const struct timeline_options *options) {
    struct error err = {0};
    struct timeline *timeline = timeline_compile(routine, options, &err);
    if (!timeline) {
        fail_msg("%s", err.text);
    }
    return timeline;
}

static inline struct timeline *compile_written(const struct routine *routine) {
    struct timeline_options options = timeline_options_written(phrases);
    return compile(routine, &options);
}

static inline void check_segment(const struct timeline *timeline, int index, int64_t start_ms,
                                 int64_t end_ms, enum phase phase) {
    assert_in_range(index, 0, timeline->segment_count - 1);
    assert_int_equal(timeline->segments[index].start_ms, start_ms);
    assert_int_equal(timeline->segments[index].end_ms, end_ms);
    assert_int_equal(timeline->segments[index].phase, phase);
}

static inline void check_cue(const struct timeline *timeline, int index, int64_t at_ms,
                             enum sound sound, const char *say) {
    assert_in_range(index, 0, timeline->cue_count - 1);
    assert_int_equal(timeline->cues[index].at_ms, at_ms);
    assert_int_equal(timeline->cues[index].sound, sound);
    if (say) {
        assert_string_equal(timeline->cues[index].say, say);
    } else {
        assert_null(timeline->cues[index].say);
    }
}
