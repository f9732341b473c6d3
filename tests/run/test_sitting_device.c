// SPDX-License-Identifier: MIT
// wrap: SDL_GetAudioDeviceStatus
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "run/plain_minute.h"
#include "run/watched.h"

// A session in real time whose device is pulled out and put back, with SDL's disk driver.

static bool unplugged;

// SDL's own declaration belongs to the room of sound; 0 is "stopped" there.
unsigned __real_SDL_GetAudioDeviceStatus(uint32_t number);
unsigned __wrap_SDL_GetAudioDeviceStatus(uint32_t number);

unsigned __wrap_SDL_GetAudioDeviceStatus(uint32_t number) {
    return unplugged ? 0 : __real_SDL_GetAudioDeviceStatus(number);
}

struct scene {
    struct plain_minute plain;
    struct watched watched;
    char *folder, *path;
};

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    const char *base = getenv("TMPDIR");
    scene->folder = file_join(base ? base : "/tmp", "repose-device-XXXXXX");
    assert_non_null(mkdtemp(scene->folder));
    scene->path = file_join(scene->folder, "recording.raw");
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", scene->path, 1);
    unsetenv("SDL_DISKAUDIODELAY");
    unplugged = false;
    scene->watched.sitting = plain_minute_begin(&scene->plain);
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    sitting_finish(scene->watched.sitting, WHY_INTERRUPTED);
    sitting_close(scene->watched.sitting);
    remove(scene->path);
    assert_int_equal(rmdir(scene->folder), 0);
    memory_free(scene->folder);
    memory_free(scene->path);
    memory_free(scene);
    return 0;
}

static void begin(struct scene *scene) {
    scene->watched.monotonic_ms = clock_monotonic_ms();
    see_it_begin(&scene->watched, 1500);
}

static void pull_out(struct scene *scene, int for_ms) {
    unplugged = true;
    see(&scene->watched);
    assert_non_null(sitting_silence(scene->watched.sitting));
    see_until(&scene->watched, scene->watched.position_ms + for_ms);
    assert_non_null(sitting_silence(scene->watched.sitting));
    // The picture has gone on all the time.
    assert_in_range(scene->watched.stood_ms + JUMP_MS, 0, 2 * JUMP_MS);
}

static void see_it_come_back(struct scene *scene, bool told) {
    int64_t began_ms = clock_monotonic_ms();
    unplugged = false;
    if (told) {
        sitting_device_changed(scene->watched.sitting);
    }
    while (sitting_silence(scene->watched.sitting) &&
           clock_monotonic_ms() < began_ms + 5 * BACK_MS) {
        see(&scene->watched);
    }
    int64_t took_ms = clock_monotonic_ms() - began_ms;
    if (took_ms > BACK_MS) {
        fail_msg("sound came back after %lld ms", (long long)took_ms);
    }
    see_until(&scene->watched, scene->watched.position_ms + 1000);
    // It waited for what the device had to be filled with before.
    assert_in_range(scene->watched.stood_ms + JUMP_MS, 0, 400);
    scene->watched.stood_ms = 0;
    struct bytes recording = {0};
    struct error err = {0};
    assert_true(file_read(scene->path, (size_t)1 << 30, &recording, &err));
    size_t sounding = 0;
    for (size_t at = 0; at < recording.length; at++) {
        sounding += recording.data[at] != 0;
    }
    assert_true(sounding > 48000 / 2); // the rain
    bytes_free(&recording);
}

static void a_device_that_is_pulled_out_and_put_back_sounds_again(void **state) {
    struct scene *scene = *state;
    begin(scene);
    for (int round = 0; round < 2; round++) {
        pull_out(scene, 1300);
        see_it_come_back(scene, true);
    }
}

static void one_that_nobody_told_of_is_found(void **state) {
    struct scene *scene = *state;
    begin(scene);
    // Whenever that is between two looks of its own.
    pull_out(scene, 1100);
    see_it_come_back(scene, false);
    pull_out(scene, 1600);
    see_it_come_back(scene, false);
}

static void a_pause_without_a_device_goes_on_with_one(void **state) {
    struct scene *scene = *state;
    begin(scene);
    pull_out(scene, 1300);
    assert_true(sitting_pause(scene->watched.sitting));
    int64_t position_ms = scene->watched.position_ms;
    unplugged = false;
    see_for(&scene->watched, BACK_MS + 500);
    assert_in_range(scene->watched.position_ms, position_ms, position_ms + JUMP_MS);
    assert_null(sitting_silence(scene->watched.sitting));
    assert_true(sitting_toggle_pause(scene->watched.sitting));
    see_until(&scene->watched, position_ms + 1000);
}

// How many samples of the recording from a byte on are not silent, and the largest step between two
// samples of the left ear.
static size_t sounding_from(const struct scene *scene, size_t from, int *step, size_t *length) {
    struct bytes recording = {0};
    struct error err = {0};
    assert_true(file_read(scene->path, (size_t)1 << 30, &recording, &err));
    size_t sounding = 0;
    int before = 0;
    for (size_t at = from; at + 4 <= recording.length; at += 4) {
        int16_t sample = 0;
        memcpy(&sample, recording.data + at, sizeof sample);
        sounding += sample != 0;
        *step = at > from && abs(sample - before) > *step ? abs(sample - before) : *step;
        before = sample;
    }
    *length = recording.length / 4 * 4;
    bytes_free(&recording);
    return sounding;
}

// Another ambience, none, and one again in the midst of a session: at once and without a click.
static void what_sounds_behind_it_changes_at_once(void **state) {
    enum { CHANGED_MS = 1500, STEP_MOST = 6000 };
    struct scene *scene = *state;
    char *name = scene->plain.settings.ambience_name;
    size_t length = 0, end = 0;
    int step = 0;
    scene->plain.settings.cues = false;
    begin(scene);
    see_until(&scene->watched, 4000);
    memcpy(name, "drone", sizeof "drone");
    see_until(&scene->watched, scene->watched.position_ms + CHANGED_MS);
    assert_true(sounding_from(scene, 0, &step, &length) > 48000);
    memcpy(name, "off", sizeof "off");
    see_until(&scene->watched, scene->watched.position_ms + CHANGED_MS);
    sounding_from(scene, 0, &step, &length);
    see_until(&scene->watched, scene->watched.position_ms + CHANGED_MS);
    int silent_step = 0;
    assert_int_equal(sounding_from(scene, length, &silent_step, &end), 0);
    assert_true(end > length + (size_t)CHANGED_MS * 48 * 2);
    memcpy(name, "routine", sizeof "routine");
    see_until(&scene->watched, scene->watched.position_ms + CHANGED_MS);
    assert_true(sounding_from(scene, end, &step, &length) > 24000);
    if (step > STEP_MOST) {
        fail_msg("a step of %d", step);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_device_that_is_pulled_out_and_put_back_sounds_again),
        TEST(one_that_nobody_told_of_is_found),
        TEST(a_pause_without_a_device_goes_on_with_one),
        TEST(what_sounds_behind_it_changes_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
