// SPDX-License-Identifier: MIT
// wrap: malloc calloc realloc free SDL_GetAudioDeviceStatus
#include "sound/speaker.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/clock.h"
#include "sound/sounds.h"

// SDL's own drivers play here: `disk`, whose recording is looked at sample by sample, and `dummy`.

// While armed, our code may allocate on the main thread alone.
static struct {
    bool armed;
    pthread_t main_thread;
} trap;

static void check_thread(const char *what) {
    if (trap.armed && !pthread_equal(pthread_self(), trap.main_thread)) {
        fprintf(stderr, "%s on the device's thread\n", what);
        abort();
    }
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

void *__wrap_malloc(size_t size) {
    check_thread("malloc");
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    check_thread("calloc");
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size) {
    check_thread("realloc");
    return __real_realloc(block, size);
}

void __wrap_free(void *block) {
    check_thread("free");
    __real_free(block);
}

// Pulls the plug: SDL then says that the device has stopped.
static bool unplugged;

SDL_AudioStatus __real_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID number);
SDL_AudioStatus __wrap_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID number);

SDL_AudioStatus __wrap_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID number) {
    return unplugged ? SDL_AUDIO_STOPPED : __real_SDL_GetAudioDeviceStatus(number);
}

enum { OUR_DEVICE = 2 }; // SDL's number of the first device that is opened

struct scene {
    struct bank bank;
    struct plain_timeline plain;
    struct track track;
    char *folder, *path;
};

// A second and a half of cues, the last of which rings on.
static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    bank_make(&scene->bank, true);
    for (int sound = SOUND_NONE + 1; sound < SOUND_COUNT; sound++) {
        scene->bank.cues[sound].frames = 15000 + 100 * sound; // nobody waits for longer ones here
    }
    for (int64_t at_ms = 0; at_ms <= 1500; at_ms += 250) {
        timeline_add(&scene->plain, at_ms, 0, (enum sound)(1 + at_ms / 250));
    }
    timeline_close(&scene->plain, 1500);
    const struct track_options options = {.cues = true};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    scene->folder = folder_make();
    scene->path = file_join(scene->folder, "recording.raw");
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", scene->path, 1);
    unsetenv("SDL_DISKAUDIODELAY");
    unplugged = false;
    trap.main_thread = pthread_self();
    trap.armed = true;
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    trap.armed = false;
    assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
    remove(scene->path);
    assert_int_equal(rmdir(scene->folder), 0);
    track_free(&scene->track);
    bank_free(&scene->bank);
    memory_free(scene->folder);
    memory_free(scene->path);
    memory_free(scene);
    return 0;
}

static struct speaker *open_ready(int volume_percent) {
    const struct speaker_options options = {.volume_percent = volume_percent};
    struct speaker *speaker = speaker_open(&options);
    while (!speaker_is_ready(speaker)) {
        assert_int_equal(speaker_now(speaker), 0);
        clock_sleep_ms(1);
    }
    return speaker;
}

// Lets time pass as a picture does, 144 times a second, and sees that the clock is one.
static void pass_until(struct speaker *speaker, int64_t steady_ms) {
    int64_t before_ms = speaker_now(speaker), stood_ms = clock_monotonic_ms();
    while (before_ms < steady_ms) {
        int64_t slept_ms = clock_monotonic_ms();
        clock_sleep_ms(7);
        int64_t now_ms = speaker_now(speaker);
        slept_ms = clock_monotonic_ms() - slept_ms;
        assert_true(now_ms >= before_ms);
        if (!getenv("SDL_DISKAUDIODELAY")) {
            assert_true(now_ms - before_ms <= slept_ms + 50);
        }
        before_ms = now_ms;
        assert_true(clock_monotonic_ms() - stood_ms < 60000); // or it has stopped for good
    }
}

static void ring_out(struct speaker *speaker) {
    while (speaker_rest_ms(speaker) > 0) {
        clock_sleep_ms(5);
    }
    speaker_close(speaker, 1000);
}

static int16_t *samples_of(const struct track *track, struct track_run run, int64_t frames) {
    int32_t *sums = memory_new(2 * (size_t)frames, sizeof *sums);
    int16_t *samples = memory_new(2 * (size_t)frames, sizeof *samples);
    track_mix(track, run, run.from_frame, sums, (int)frames);
    track_settle(sums, samples, (int)frames);
    memory_free(sums);
    return samples;
}

// The frame of a recording at which `frames` frames stand bit by bit, -1 for nowhere.
static int64_t find(const struct bytes *recording, const int16_t *samples, int64_t frames,
                    int64_t from) {
    size_t length = (size_t)(4 * frames);
    for (size_t at = (size_t)(4 * from); at + length <= recording->length; at += 4) {
        if (memcmp(recording->data + at, samples, 4) == 0 &&
            memcmp(recording->data + at, samples, length) == 0) {
            return (int64_t)(at / 4);
        }
    }
    return -1;
}

static bool is_silent(const struct bytes *recording, int64_t first, int64_t end) {
    for (int64_t at = 4 * first; at < 4 * end; at++) {
        if (recording->data[at] != 0) {
            return false;
        }
    }
    return true;
}

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
    struct bytes recording = file_get(scene->path);
    int64_t frames = scene->track.end_frame;
    int16_t *samples = samples_of(&scene->track, (struct track_run){0}, frames);
    int64_t at = find(&recording, samples, frames, 0);
    assert_true(at >= 0);
    assert_true(is_silent(&recording, 0, at));
    assert_true(is_silent(&recording, at + frames, (int64_t)(recording.length / 4)));
    memory_free(samples);
    bytes_free(&recording);
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

static void sounds_are_decoded_beside_a_device(void **state) {
    struct scene *scene = *state;
    struct speaker *speaker = open_ready(100);
    struct bank bank;
    struct error err = {0};
    trap.armed = false; // the log may speak
    assert_false(bank_load(scene->folder, NULL, &bank, &err));
    assert_int_equal(Mix_QuerySpec(NULL, NULL, NULL), 1);
    speaker_close(speaker, 0);
    assert_int_equal(Mix_QuerySpec(NULL, NULL, NULL), 0);
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
        cmocka_unit_test_setup_teardown(sounds_are_decoded_beside_a_device, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
