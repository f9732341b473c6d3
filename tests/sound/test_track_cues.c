// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/track_scene.h"

// What a cue says by the way it is heard: its side, and that it is the last.

static void a_sound_comes_from_the_side_it_concerns(void **state) {
    (void)state;
    struct scene *scene = memory_new(1, sizeof *scene);
    scene->bank.cues[SOUND_MOVE] = clip_level(10, 10000);
    static const enum side sides[] = {SIDE_BOTH, SIDE_LEFT, SIDE_RIGHT};
    struct segment segments[3] = {{0}};
    for (int index = 0; index < 3; index++) {
        segments[index] = (struct segment){
            .start_ms = 100 * index, .end_ms = 100 * (index + 1), .side = sides[index]};
        timeline_add(&scene->plain, 100 * index, 0, SOUND_MOVE);
    }
    timeline_close(&scene->plain, 300);
    scene->plain.timeline.segments = segments;
    scene->plain.timeline.segment_count = 3;
    const struct track_options options = {.cue_percent = 50};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    static const int wanted[3][2] = {{5000, 5000}, {5000, 2000}, {2000, 5000}};
    for (int index = 0; index < 3; index++) {
        int32_t sums[2] = {0};
        track_mix(&scene->track, all, 4800 * index, sums, 1);
        assert_int_equal(sums[0], wanted[index][0]);
        assert_int_equal(sums[1], wanted[index][1]);
    }
    scene_free(scene);
}

static void the_last_repetition_has_a_note_more(void **state) {
    (void)state;
    struct scene *scene = memory_new(1, sizeof *scene);
    const struct step step = {.verb = VERB_EXERCISE};
    struct segment segments[4] = {{0}};
    for (int index = 0; index < 4; index++) {
        segments[index] = (struct segment){.start_ms = 1000 * index,
                                           .end_ms = 1000 * (index + 1),
                                           .step = &step,
                                           .rep = index + 1,
                                           .reps = 4};
        timeline_add(&scene->plain, 1000 * index, 0, SOUND_MOVE);
    }
    timeline_close(&scene->plain, 4000);
    scene->plain.timeline.segments = segments;
    scene->plain.timeline.segment_count = 4;
    scene->bank.cues[SOUND_MOVE] = clip_noise(9600, 1, 5000);
    const struct track_options options = {.cue_percent = 100};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    assert_int_equal(scene->track.cue_count, 4); // without its file there is none
    track_free(&scene->track);
    scene->bank.cues[SOUND_LAST] = clip_noise(60000, 2, 5000);
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    assert_int_equal(scene->track.cue_count, 5);
    assert_int_equal(scene->track.end_frame, 48 * 3000 + 60000);
    int32_t third[2] = {0}, last[2] = {0};
    track_mix(&scene->track, all, 48 * 2000, third, 1);
    track_mix(&scene->track, all, 48 * 3000, last, 1);
    assert_int_equal(third[0], 5000);
    assert_int_equal(last[0], 10000);
    scene_free(scene);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_comes_from_the_side_it_concerns),
        cmocka_unit_test(the_last_repetition_has_a_note_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
