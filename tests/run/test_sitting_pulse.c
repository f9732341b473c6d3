// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/plain_minute.h"
#include "run/watched.h"
#include "scratch.h"

// A session in real time on a PulseAudio server of its own, whose null sink is unloaded and loaded
// again. tests/test_pulse.sh starts the server and names it; alone there is nothing to test.

enum { RATE = 48000, FRAME_BYTES = 4 };
// A null sink that has just been loaded, or that had nothing to play, takes sound in pieces of two
// seconds, and the first one that comes waits for the piece to be over. A device takes it at once.
enum { PIECE_MS = 2000 };

struct scene {
    struct plain_minute plain;
    struct watched watched;
    char folder[SCRATCH_PATH_MAX], recording[SCRATCH_PATH_MAX];
    int sinks; // loaded so far
};

// Runs a command of the server's; what it does is seen by what the session does then.
static void tell(const char *command) {
    if (system(command) != 0) {
        fail_msg("%s", command);
    }
}

static void plug_in(struct scene *scene) {
    char command[2 * SCRATCH_PATH_MAX];
    int number = ++scene->sinks;
    text_format(command, sizeof command,
                "pactl load-module module-null-sink sink_name=sink%d rate=%d >/dev/null", number,
                RATE);
    tell(command);
    // What is heard there, until the sink goes or half a minute has passed.
    char name[32];
    text_format(name, sizeof name, "%d.raw", number);
    scratch_path(scene->recording, scene->folder, name);
    text_format(command, sizeof command,
                "timeout 30 parecord --raw --latency-msec=20 --rate=%d --format=s16le --channels=2 "
                "-d sink%d.monitor '%s' 2>/dev/null &",
                RATE, number, scene->recording);
    tell(command);
}

static void pull_out(void) {
    tell("pactl unload-module module-null-sink");
}

// The server has no sink at all when the session begins.
static bool begins_bare(void) {
    const char *server = getenv("REPOSE_PULSE");
    return server && strcmp(server, "late") == 0;
}

static int set_up(void **state) {
    if (!getenv("REPOSE_PULSE")) {
        *state = NULL;
        return 0;
    }
    struct scene *scene = memory_new(1, sizeof *scene);
    scratch_make(scene->folder);
    setenv("SDL_AUDIODRIVER", "pulseaudio", 1);
    if (!begins_bare()) {
        plug_in(scene);
    }
    scene->watched.sitting = plain_minute_begin(&scene->plain);
    scene->watched.monotonic_ms = clock_monotonic_ms();
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    if (scene) {
        sitting_finish(scene->watched.sitting, WHY_INTERRUPTED);
        sitting_close(scene->watched.sitting);
        pull_out();
        scratch_remove(scene->folder);
        memory_free(scene);
    }
    return 0;
}

static size_t recorded(const struct scene *scene) {
    struct bytes recording = {0};
    struct error err = {0};
    size_t length = 0;
    if (file_read(scene->recording, (size_t)1 << 28, &recording, &err)) {
        length = recording.length / FRAME_BYTES * FRAME_BYTES;
        bytes_free(&recording);
    }
    return length;
}

// Whether rain is heard at the sink in all that was recorded from a byte on.
static bool rains_from(const struct scene *scene, size_t from) {
    struct bytes recording = {0};
    struct error err = {0};
    size_t sounding = 0;
    assert_true(file_read(scene->recording, (size_t)1 << 28, &recording, &err));
    for (size_t at = from; at < recording.length; at++) {
        sounding += recording.data[at] != 0;
    }
    size_t length = recording.length > from ? recording.length - from : 0;
    bytes_free(&recording);
    return length > RATE * FRAME_BYTES / 2 && sounding > length / 2;
}

// Within a second there is a device again, and it sounds as soon as that takes any sound; then it
// is heard there, as long as this looks.
static void see_it_come_back(struct scene *scene) {
    const char *before = sitting_silence(scene->watched.sitting);
    char why[ERROR_TEXT_MAX] = "";
    text_copy(why, sizeof why, before ? before : "");
    plug_in(scene);
    see_for(&scene->watched, BACK_MS);
    const char *since = sitting_silence(scene->watched.sitting);
    assert_true(!since || strcmp(since, why) != 0);
    see_for(&scene->watched, PIECE_MS);
    assert_null(sitting_silence(scene->watched.sitting));
    size_t from = recorded(scene);
    see_for(&scene->watched, BACK_MS);
    assert_true(rains_from(scene, from));
}

static void the_picture_goes_on_without_the_sink_and_the_sound_comes_back(void **state) {
    struct scene *scene = *state;
    if (!scene || begins_bare()) {
        skip();
        return;
    }
    see_it_begin(&scene->watched, 2500);
    assert_true(rains_from(scene, recorded(scene) / 2 / FRAME_BYTES * FRAME_BYTES));
    for (int round = 0; round < 2; round++) {
        pull_out();
        see_for(&scene->watched, 2300);
        // A server that has another sink moves the stream there.
        const char *server = getenv("REPOSE_PULSE");
        bool moves = server && strcmp(server, "moves") == 0;
        assert_int_equal(sitting_silence(scene->watched.sitting) == NULL, moves);
        see_it_come_back(scene);
        printf("stood for %lld ms, went at most %lld ms beyond its time\n",
               (long long)scene->watched.stood_ms, (long long)scene->watched.farthest_ms);
        // It never goes back. It waits for what a device had to be filled with before, and where a
        // stream is moved for up to a second each time (sound/pulse.h, PULSE_STALL_US).
        int64_t most_ms = moves ? 2 * BACK_MS + 500 : 500;
        assert_in_range(scene->watched.stood_ms + JUMP_MS, 0, most_ms + JUMP_MS);
        scene->watched.stood_ms = 0;
    }
}

static void without_any_sink_it_begins_in_silence_until_there_is_one(void **state) {
    struct scene *scene = *state;
    if (!scene || !begins_bare()) {
        skip();
        return;
    }
    assert_non_null(sitting_silence(scene->watched.sitting));
    see_for(&scene->watched, 2300);
    assert_true(scene->watched.position_ms > 1000);
    assert_non_null(sitting_silence(scene->watched.sitting));
    see_it_come_back(scene);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            the_picture_goes_on_without_the_sink_and_the_sound_comes_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_any_sink_it_begins_in_silence_until_there_is_one,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
