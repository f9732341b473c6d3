// SPDX-License-Identifier: MIT
#pragma once

// A program that speaks, as a script of a line or two, and what becomes of its words. Included
// behind cmocka.h.

#include <math.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"
#include "scratch.h"
#include "sound/loudness.h"
#include "sound/sounds.h"
#include "sound/speech.h"

#include "sound/sound_file.h"

static char folder[SCRATCH_PATH_MAX], cache[SCRATCH_PATH_MAX], said[SCRATCH_PATH_MAX];
static char command[2 * SCRATCH_PATH_MAX];

enum { SAID_MS = 600, HERTZ = 440 };

// What the script gives when it behaves: a tone, as a formant voice would come.
static void put_said(const char *path, int format, int rate, int channels, int64_t frames) {
    float *samples = tone(HERTZ, rate, channels, frames);
    put_sound(path, format, rate, channels, samples, frames);
    memory_free(samples);
}

// The script gets its folder as $1 and counts how often it was asked.
static void put_script(const char *lines) {
    char path[SCRATCH_PATH_MAX];
    struct text_builder script = {0};
    text_add_format(&script, "cd '%s' && echo >>asked\n%s\n", folder, lines);
    scratch_put(scratch_path(path, folder, "speak.sh"), script.text, script.length);
    text_builder_free(&script);
    text_format(command, sizeof command, "sh '%s'", path);
}

static int times_asked(void) {
    char path[SCRATCH_PATH_MAX];
    struct stat status;
    return stat(scratch_path(path, folder, "asked"), &status) == 0 ? (int)status.st_size : 0;
}

static int set_up(void **state) {
    (void)state;
    scratch_make(folder);
    scratch_path(cache, folder, "kept");
    put_said(scratch_path(said, folder, "said.wav"), SF_FORMAT_WAV | SF_FORMAT_PCM_16, 22050, 1,
             22050 * SAID_MS / 1000);
    put_script("cat >heard; cat said.wav");
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); // nothing is left running
    scratch_remove(folder);
    return 0;
}

static struct speech *open_speech(void) {
    struct speech *speech =
        speech_open(&(struct speech_options){.command = command, .language = "en", .cache = cache});
    assert_non_null(speech);
    return speech;
}

static inline struct speech_text words(const char *text) {
    return (struct speech_text){.text = text};
}

static inline struct clip hear(struct speech *speech, const char *text) {
    struct clip clip = {0};
    struct error err = {0};
    struct speech_text what = words(text);
    if (!speech_clip(speech, &what, NULL, &clip, &err)) {
        fail_msg("%s", err.text);
    }
    return clip;
}

static inline void check_same_clip(const struct clip *one, const struct clip *other) {
    assert_int_equal(one->frames, other->frames);
    assert_memory_equal(one->samples, other->samples,
                        sizeof *one->samples * SOUND_CHANNELS * (size_t)one->frames);
}

// So long, at one level, and no click at its ends.
static inline void check_spoken(const struct clip *clip, int ms) {
    int64_t most = (int64_t)(ms + 120) * SOUND_PER_MS, least = (int64_t)(ms - 20) * SOUND_PER_MS;
    if (clip->frames < least || clip->frames > most) {
        fail_msg("%d ms became %lld", ms, (long long)clip->frames / SOUND_PER_MS);
    }
    double loudness = loudness_of(clip);
    if (fabs(loudness + 20.0) > 0.2) {
        fail_msg("%.2f LUFS", loudness);
    }
    assert_true(loudness_true_peak(clip) <= pow(10.0, -3.0 / 20.0) + 0.001);
    for (int channel = 0; channel < SOUND_CHANNELS; channel++) {
        assert_true(abs(clip->samples[channel]) < 40);
        assert_true(abs(clip->samples[SOUND_CHANNELS * (clip->frames - 1) + channel]) < 40);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
