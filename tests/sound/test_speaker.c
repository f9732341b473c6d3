// SPDX-License-Identifier: MIT
// wrap: malloc calloc realloc free SDL_GetAudioDeviceStatus
#include "sound/scene.h"

// What is heard: the recording, sample by sample.

static void the_recording_holds_the_track_whole(void **state) {
    struct scene *scene = *state;
    struct speaker *speaker = open_ready(100);
    assert_null(speaker_state(speaker).silent_because);
    assert_string_equal(speaker_state(speaker).driver, "disk");
    int64_t asked_ms = speaker_now(speaker);
    int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 150);
    assert_in_range(began_ms, asked_ms + 150, speaker_now(speaker) + 151);
    pass_until(speaker, began_ms + 1500);
    ring_out(speaker);
    check_recorded(scene->path, &scene->track);
}

static void a_driver_faster_than_time_loses_nothing(void **state) {
    struct scene *scene = *state;
    setenv("SDL_DISKAUDIODELAY", "0", 1);
    struct speaker *speaker = open_ready(100);
    for (int round = 0; round < 3; round++) {
        int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 3000);
        pass_until(speaker, began_ms + 1500 + 5000);
    }
    speaker_close(speaker, 1000);
    struct bytes recording = file_get(scene->path);
    int64_t frames = scene->track.end_frame;
    int16_t *samples = samples_of(&scene->track, (struct track_run){0}, frames);
    int64_t at = -1;
    for (int round = 0; round < 3; round++) {
        at = find(&recording, samples, frames, at + 1);
        assert_true(at >= 0);
    }
    assert_int_equal(find(&recording, samples, frames, at + 1), -1);
    memory_free(samples);
    bytes_free(&recording);
}

static void a_pause_parts_two_runs_that_are_both_there(void **state) {
    struct scene *scene = *state;
    struct speaker *speaker = open_ready(100);
    int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 50);
    pass_until(speaker, began_ms + 700);
    SDL_LockAudioDevice(OUR_DEVICE); // what was handed over stays the same between the two calls
    int64_t position_ms = speaker_now(speaker) - began_ms;
    speaker_pause(speaker);
    SDL_UnlockAudioDevice(OUR_DEVICE);
    pass_until(speaker, began_ms + position_ms + 300);
    assert_int_equal(speaker_rest_ms(speaker), 0);
    int64_t again_ms = speaker_begin(speaker, &scene->track, 0, position_ms, 0);
    pass_until(speaker, again_ms + 1500 - position_ms);
    ring_out(speaker);
    struct bytes recording = file_get(scene->path);
    int64_t until = 48 * position_ms;
    struct track_run first = {0}, second = {.from_frame = until};
    int16_t *before = samples_of(&scene->track, first, until);
    int64_t frames = scene->track.end_frame - until;
    int16_t *after = samples_of(&scene->track, second, frames);
    int64_t at = find(&recording, before, until, 0);
    assert_true(at >= 0);
    // The position of the pause was being heard, so two buffers more were on their way, and then
    // the fade: all of it is over 200 ms behind the key.
    int64_t silent = at + until + 48 * 200;
    int64_t again = find(&recording, after, frames, silent);
    assert_true(again > silent);
    assert_true(is_silent(&recording, silent, again));
    // Each millisecond of the clock is 48 samples of the recording.
    assert_int_equal(again - at - until, 48 * (again_ms - began_ms - position_ms));
    memory_free(before);
    memory_free(after);
    bytes_free(&recording);
}

static void volume_and_mute_act_on_what_the_device_gets(void **state) {
    struct scene *scene = *state;
    struct speaker *speaker = open_ready(50);
    assert_int_equal(speaker_volume(speaker), 50);
    const struct clip *clip = &scene->bank.cues[SOUND_IN];
    speaker_strike(speaker, clip, false);
    while (speaker_rest_ms(speaker) > 0) {
        clock_sleep_ms(5);
    }
    speaker_set_mute(speaker, true);
    assert_true(speaker_is_muted(speaker));
    pass_until(speaker, speaker_now(speaker) + 150); // the way to silence is one buffer's
    speaker_strike(speaker, &scene->bank.cues[SOUND_OUT], false);
    speaker_strike(speaker, &scene->bank.cues[SOUND_WAKE], true);
    ring_out(speaker);
    struct bytes recording = file_get(scene->path);
    int16_t *half = memory_new((size_t)(2 * clip->frames), sizeof *half);
    for (int64_t index = 0; index < 2 * clip->frames; index++) {
        half[index] = (int16_t)sound_scale(clip->samples[index], SOUND_GAIN_FULL / 2);
    }
    int64_t at = find(&recording, half, clip->frames, 0);
    assert_true(at >= 0);
    const struct clip *wake = &scene->bank.cues[SOUND_WAKE];
    int64_t loud = find(&recording, wake->samples, wake->frames, at + clip->frames);
    assert_true(loud >= 0);
    assert_true(is_silent(&recording, at + clip->frames, loud));
    assert_true(is_silent(&recording, loud + wake->frames, (int64_t)(recording.length / 4)));
    memory_free(half);
    bytes_free(&recording);
}

static void closing_in_the_middle_is_soon_silent(void **state) {
    struct scene *scene = *state;
    struct speaker *speaker = open_ready(100);
    int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 0);
    pass_until(speaker, began_ms + 300);
    int64_t asked_ms = clock_monotonic_ms();
    speaker_close(speaker, 0);
    assert_true(clock_monotonic_ms() - asked_ms < 1500);
    struct bytes recording = file_get(scene->path);
    int16_t *samples = samples_of(&scene->track, (struct track_run){0}, 48 * 300);
    int64_t at = find(&recording, samples, 48 * 300, 0);
    assert_true(at >= 0);
    int64_t end = (int64_t)(recording.length / 4);
    assert_true(is_silent(&recording, end - 100, end));
    memory_free(samples);
    bytes_free(&recording);
    speaker_close(NULL, 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_recording_holds_the_track_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_driver_faster_than_time_loses_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_pause_parts_two_runs_that_are_both_there, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(volume_and_mute_act_on_what_the_device_gets, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(closing_in_the_middle_is_soon_silent, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
