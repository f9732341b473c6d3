// SPDX-License-Identifier: MIT
#include "sound/loudness.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"

// The signals of EBU Tech 3341 (minimum requirements of a loudness meter), its cases by number.

static const double PI = 3.14159265358979323846;

// A wave on both channels, each part so many seconds long and so far below full scale.
struct part {
    int seconds;
    double db;
};

static struct clip wave(double hertz, double phase, const struct part *parts, int count) {
    struct clip clip = {0};
    for (int part = 0; part < count; part++) {
        int64_t end = clip.frames + (int64_t)parts[part].seconds * SOUND_RATE;
        clip.samples = memory_resize(clip.samples, (size_t)(SOUND_CHANNELS * end), sizeof(int16_t));
        double high = 32768.0 * pow(10.0, parts[part].db / 20.0);
        for (; clip.frames < end; clip.frames++) {
            double value = sin(2.0 * PI * hertz * (double)clip.frames / SOUND_RATE + phase);
            int16_t sample = (int16_t)lrint(high * value);
            clip.samples[2 * clip.frames] = clip.samples[2 * clip.frames + 1] = sample;
        }
    }
    return clip;
}

static void check_loudness(const struct part *parts, int count, double lufs) {
    struct clip clip = wave(1000.0, 0.0, parts, count);
    double found = loudness_of(&clip);
    clip_free(&clip);
    if (fabs(found - lufs) > 0.1) {
        fail_msg("%.2f LUFS in place of %.1f", found, lufs);
    }
}

static void a_tone_is_as_loud_as_it_should_be(void **state) {
    (void)state;
    check_loudness((struct part[]){{20, -23.0}}, 1, -23.0); // 1
    check_loudness((struct part[]){{20, -33.0}}, 1, -33.0); // 2
}

static void what_is_soft_does_not_count(void **state) {
    (void)state;
    check_loudness((struct part[]){{10, -36.0}, {60, -23.0}, {10, -36.0}}, 3, -23.0); // 3
    check_loudness((struct part[]){{10, -72.0}, {10, -36.0}, {60, -23.0}, {10, -36.0}, {10, -72.0}},
                   5, -23.0);                                             // 4
    check_loudness((struct part[]){{40, -75.0}, {10, -60.0}}, 2, -60.05); // below -70 for itself
    check_loudness((struct part[]){{20, -26.0}, {20, -20.0}, {20, -26.0}}, 3, -23.0); // 5, nearly
}

static void the_short_and_the_silent_have_their_answer(void **state) {
    (void)state;
    struct clip clip = wave(1000.0, 0.0, (struct part[]){{1, -23.0}}, 1);
    for (int64_t frames = 14400; frames > 2000; frames /= 2) {
        clip.frames = frames;
        assert_true(fabs(loudness_of(&clip) + 23.0) < 0.7);
    }
    clip.frames = 0;
    assert_true(loudness_of(&clip) < -1000.0);
    assert_true(loudness_true_peak(&clip) < 1e-9);
    clip_free(&clip);
    clip = wave(1000.0, 0.0, (struct part[]){{1, -200.0}}, 1);
    assert_true(loudness_of(&clip) < -1000.0);
    clip_free(&clip);
}

// A wave that begins or ends at once swings beyond itself there.
static void soften_ends(struct clip *clip) {
    enum { FADE = SOUND_RATE / 10 };
    for (int64_t frame = 0; frame < FADE; frame++) {
        for (int channel = 0; channel < SOUND_CHANNELS; channel++) {
            int16_t *first = &clip->samples[SOUND_CHANNELS * frame + channel];
            int16_t *last = &clip->samples[SOUND_CHANNELS * (clip->frames - 1 - frame) + channel];
            *first = (int16_t)(*first * frame / FADE);
            *last = (int16_t)(*last * frame / FADE);
        }
    }
}

// Between samples the wave stands 3 dB above them. Cases 15 to 18, at -6 dB of full scale: within
// +0.2 and -0.4 dB.
static void the_peak_between_samples_is_found(void **state) {
    (void)state;
    static const struct {
        double hertz, phase;
    } waves[] = {
        {SOUND_RATE / 4.0, PI / 4.0},
        {SOUND_RATE / 6.0, PI / 3.0},
        {SOUND_RATE / 8.0, 3.0 * PI / 8.0},
        {1000.0, 0.0},
    };
    for (int i = 0; i < 4; i++) {
        struct clip clip = wave(waves[i].hertz, waves[i].phase, (struct part[]){{1, -6.0}}, 1);
        soften_ends(&clip);
        double db = 20.0 * log10(loudness_true_peak(&clip));
        clip_free(&clip);
        if (db > -5.8 || db < -6.4) {
            fail_msg("%.2f dB of %.0f Hz", db, waves[i].hertz);
        }
    }
}

// A pulse whose highest point lies 0.3 samples behind its highest sample (0.86): of a band that
// ends at 0.92 of half the rate, 0.92.
static void the_peak_is_looked_for_on_the_right_side(void **state) {
    (void)state;
    enum { FRAMES = 400, MIDDLE = 200 };
    for (int mirror = 0; mirror < 2; mirror++) {
        struct clip clip = {memory_new(SOUND_CHANNELS * FRAMES, sizeof(int16_t)), FRAMES};
        for (int frame = 0; frame < FRAMES; frame++) {
            double away = PI * (frame - MIDDLE - (mirror ? -0.3 : 0.3));
            int16_t sample = (int16_t)lrint(32000.0 * sin(away) / away);
            clip.samples[SOUND_CHANNELS * frame + mirror] = sample;
        }
        double peak = loudness_true_peak(&clip);
        clip_free(&clip);
        if (peak < 0.87 || peak > 0.93) {
            fail_msg("%.3f", peak);
        }
    }
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(a_tone_is_as_loud_as_it_should_be),
        cmocka_unit_test(what_is_soft_does_not_count),
        cmocka_unit_test(the_short_and_the_silent_have_their_answer),
        cmocka_unit_test(the_peak_between_samples_is_found),
        cmocka_unit_test(the_peak_is_looked_for_on_the_right_side),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
