// SPDX-License-Identifier: MIT
// wrap: malloc calloc realloc free SDL_GetAudioDeviceStatus
#include "sound/scene.h"

// Devices that stall, vanish or are not there.

static void a_short_stall_lengthens_the_session_and_loses_no_sample(void **state) {
    struct scene *scene = *state;
    struct speaker *speaker = open_ready(100);
    int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 0);
    pass_until(speaker, began_ms + 300);
    SDL_LockAudioDevice(OUR_DEVICE); // nothing gets through to the device meanwhile
    int64_t before_ms = speaker_now(speaker);
    clock_sleep_ms(500);
    int64_t stood_ms = speaker_now(speaker) - before_ms;
    SDL_UnlockAudioDevice(OUR_DEVICE);
    assert_in_range(stood_ms, 0, 60);
    pass_until(speaker, began_ms + 1500);
    assert_false(speaker_came_back(speaker));
    ring_out(speaker);
    struct bytes recording = file_get(scene->path);
    int16_t *samples = samples_of(&scene->track, (struct track_run){0}, scene->track.end_frame);
    assert_true(find(&recording, samples, scene->track.end_frame, 0) >= 0);
    memory_free(samples);
    bytes_free(&recording);
}

static void after_a_long_stall_the_owner_begins_anew(void **state) {
    struct scene *scene = *state;
    struct speaker *speaker = open_ready(100);
    int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 0);
    pass_until(speaker, began_ms + 300);
    SDL_LockAudioDevice(OUR_DEVICE);
    int64_t before_ms = speaker_now(speaker), slept_ms = clock_monotonic_ms();
    clock_sleep_ms(1700);
    int64_t went_ms = speaker_now(speaker) - before_ms;
    slept_ms = clock_monotonic_ms() - slept_ms;
    assert_non_null(speaker_state(speaker).silent_because);
    SDL_UnlockAudioDevice(OUR_DEVICE);
    // It stood for a second from the last callback on, which was a little before.
    assert_in_range(went_ms, slept_ms - 1000, slept_ms - 1000 + 110);
    while (!speaker_came_back(speaker)) {
        clock_sleep_ms(5);
    }
    assert_null(speaker_state(speaker).silent_because);
    assert_in_range(speaker_rest_ms(speaker), 0, 200); // what rang before the stall fades
    int64_t again_ms = speaker_begin(speaker, &scene->track, 0, 1100, 0);
    pass_until(speaker, again_ms + 400);
    ring_out(speaker);
    struct bytes recording = file_get(scene->path);
    int64_t frames = scene->track.end_frame - 48 * 1100;
    int16_t *after = samples_of(&scene->track, (struct track_run){.from_frame = 48 * 1100}, frames);
    int64_t at = find(&recording, after, frames, 0);
    assert_true(at >= 0);
    assert_true(is_silent(&recording, at - 48 * 20, at));
    memory_free(after);
    bytes_free(&recording);
}

static void a_device_that_vanishes_is_replaced_and_the_clock_goes_on(void **state) {
    struct scene *scene = *state;
    struct speaker *speaker = open_ready(100);
    int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 0);
    pass_until(speaker, began_ms + 300);
    unplugged = true;
    int64_t before_ms = speaker_now(speaker);
    assert_non_null(speaker_state(speaker).silent_because);
    assert_null(speaker_state(speaker).driver);
    assert_true(before_ms - began_ms >= 300);
    // No device is to be had for a while; cues go on in silence.
    assert_true(speaker_begin(speaker, &scene->track, 0, 700, 0) >= before_ms);
    assert_int_equal(speaker_rest_ms(speaker), 0);
    speaker_pause(speaker);
    speaker_strike(speaker, &scene->bank.cues[SOUND_IN], true);
    pass_until(speaker, before_ms + 500);
    unplugged = false;
    while (!speaker_came_back(speaker)) {
        pass_until(speaker, speaker_now(speaker) + 5);
    }
    assert_false(speaker_came_back(speaker));
    assert_null(speaker_state(speaker).silent_because);
    int64_t again_ms = speaker_begin(speaker, &scene->track, 0, 1100, 0);
    pass_until(speaker, again_ms + 400);
    ring_out(speaker);
    struct bytes recording = file_get(scene->path); // the second device's
    int64_t frames = scene->track.end_frame - 48 * 1100;
    int16_t *after = samples_of(&scene->track, (struct track_run){.from_frame = 48 * 1100}, frames);
    assert_true(find(&recording, after, frames, 0) >= 0);
    memory_free(after);
    bytes_free(&recording);
}

static void the_dummy_driver_has_a_clock_too(void **state) {
    struct scene *scene = *state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct speaker *speaker = open_ready(100);
    assert_string_equal(speaker_state(speaker).driver, "dummy");
    int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 0);
    int64_t monotonic_ms = clock_monotonic_ms(), steady_ms = speaker_now(speaker);
    pass_until(speaker, began_ms + 1500);
    monotonic_ms = clock_monotonic_ms() - monotonic_ms;
    steady_ms = speaker_now(speaker) - steady_ms;
    // The driver sleeps whole milliseconds and on a busy machine more than it wants.
    assert_in_range(steady_ms, monotonic_ms / 2, monotonic_ms + monotonic_ms / 20 + 20);
    assert_true(speaker_rest_ms(speaker) > 0);
    ring_out(speaker);
}

static void without_a_driver_there_is_a_reason_and_a_clock(void **state) {
    struct scene *scene = *state;
    setenv("SDL_AUDIODRIVER", "none-such", 1);
    const struct speaker_options options = {.volume_percent = 100};
    struct speaker *speaker = speaker_open(&options);
    assert_true(speaker_is_ready(speaker));
    assert_null(speaker_state(speaker).driver);
    assert_non_null(strstr(speaker_state(speaker).silent_because, "none-such"));
    int64_t asked_ms = speaker_now(speaker);
    int64_t began_ms = speaker_begin(speaker, &scene->track, 0, 0, 200);
    assert_in_range(began_ms, asked_ms + 200, speaker_now(speaker) + 201);
    speaker_strike(speaker, &scene->bank.cues[SOUND_IN], false);
    pass_until(speaker, began_ms + 100);
    speaker_pause(speaker);
    assert_int_equal(speaker_rest_ms(speaker), 0);
    assert_false(speaker_came_back(speaker));
    // A device is plugged in later.
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    speaker_device_changed(speaker);
    while (!speaker_came_back(speaker)) {
        pass_until(speaker, speaker_now(speaker) + 5);
    }
    assert_null(speaker_state(speaker).silent_because);
    speaker_close(speaker, 100);
}

static void silent_opens_nothing_at_all(void **state) {
    (void)state;
    const struct speaker_options options = {.volume_percent = 70, .mute = true, .silent = true};
    struct speaker *speaker = speaker_open(&options);
    assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
    assert_true(speaker_is_ready(speaker));
    assert_non_null(speaker_state(speaker).silent_because);
    speaker_device_changed(speaker);
    clock_sleep_ms(20);
    assert_in_range(speaker_now(speaker), 20, 1000);
    assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
    assert_int_equal(speaker_volume(speaker), 70);
    speaker_set_volume(speaker, 170);
    assert_int_equal(speaker_volume(speaker), 100);
    speaker_set_volume(speaker, -1);
    assert_int_equal(speaker_volume(speaker), 0);
    assert_true(speaker_is_muted(speaker));
    speaker_close(speaker, 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_short_stall_lengthens_the_session_and_loses_no_sample,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(after_a_long_stall_the_owner_begins_anew, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_device_that_vanishes_is_replaced_and_the_clock_goes_on,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_dummy_driver_has_a_clock_too, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_a_driver_there_is_a_reason_and_a_clock, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(silent_opens_nothing_at_all, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
