// SPDX-License-Identifier: MIT
#include "core/compiled.h"

#include <math.h>

#include "random_routine.h"

// What a picture asks of a timeline at a moment of it.

static void a_frame_counts_down(void **state) {
    (void)state;
    struct step steps[] = {{.verb = VERB_BREATHE, .breath = {.in_ms = 4000, .out_ms = 4000}}};
    struct routine routine = routine_of(steps, 1);
    struct timeline *timeline = compile_written(&routine);
    assert_int_equal(timeline_frame_at(timeline, 0).count, 4);
    assert_int_equal(timeline_frame_at(timeline, 1).count, 4);
    assert_int_equal(timeline_frame_at(timeline, 3000).count, 1);
    assert_int_equal(timeline_frame_at(timeline, 3999).count, 1);
    assert_int_equal(timeline_frame_at(timeline, 4000).count, 4);
    assert_int_equal(timeline_frame_at(timeline, 8000).count, 0);
    assert_int_equal(timeline_next_change(timeline, 0), 1000);
    assert_int_equal(timeline_next_change(timeline, 3999), 4000);
    assert_int_equal(timeline_next_change(timeline, 7500), 8000);
    assert_int_equal(timeline_next_change(timeline, 8000), 8000);
    assert_true(fabs(timeline_frame_at(timeline, 2000).level - 0.5) < 1e-9);
    assert_true(timeline_frame_at(timeline, 4000).level == 1.0);
    timeline_free(timeline);
}

// Half a cosine over 100 ms moves at most pi/2 of a hundredth in a millisecond.
static void check_continuity(const struct timeline *timeline, int64_t first_ms, int64_t end_ms) {
    const double step_max = 0.016;
    double before = timeline_frame_at(timeline, first_ms).level;
    for (int64_t at_ms = first_ms; at_ms <= end_ms; at_ms++) {
        struct frame frame = timeline_frame_at(timeline, at_ms);
        assert_true(frame.level >= 0 && frame.level <= 1);
        assert_true(frame.progress >= 0 && frame.progress <= 1);
        assert_true(fabs(frame.level - before) <= step_max);
        before = frame.level;
    }
}

static void the_level_never_jumps(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    struct timeline_options options = timeline_options_written(phrases);
    for (int round = 0; round < 500; round++) {
        struct routine routine;
        random_routine(&seed, &routine);
        struct error err = {0};
        struct timeline *timeline = timeline_compile(&routine, &options, &err);
        for (int index = 0; timeline && index < timeline->segment_count; index++) {
            int64_t border_ms = timeline->segments[index].end_ms;
            int64_t first_ms = border_ms > 30 ? border_ms - 30 : 0;
            int64_t end_ms =
                border_ms + 30 < timeline->total_ms ? border_ms + 30 : timeline->total_ms;
            check_continuity(timeline, first_ms, end_ms);
        }
        timeline_free(timeline);
        routine_free(&routine);
    }
}

static void positions_find_their_segment(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    struct timeline_options options = timeline_options_written(phrases);
    for (int round = 0; round < 2000; round++) {
        struct routine routine;
        random_routine(&seed, &routine);
        struct error err = {0};
        struct timeline *timeline = timeline_compile(&routine, &options, &err);
        for (int index = 0; timeline && index < timeline->segment_count; index++) {
            const struct segment *segment = &timeline->segments[index];
            assert_int_equal(timeline_segment_at(timeline, segment->start_ms), index);
            assert_int_equal(timeline_segment_at(timeline, segment->end_ms - 1), index);
        }
        timeline_free(timeline);
        routine_free(&routine);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_counts_down),
        cmocka_unit_test(the_level_never_jumps),
        cmocka_unit_test(positions_find_their_segment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
