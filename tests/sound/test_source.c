// SPDX-License-Identifier: MIT
#include "sound/source.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "seed.h"
#include "sound/sounds.h"
#include "sound/source_scene.h"

static void our_own_format_comes_through_bit_by_bit(void **state) {
    struct source_scene *scene = *state;
    struct clip want = clip_noise(30011, 3, 32767);
    want.samples[4] = INT16_MIN;
    put_clip(scene->path, &want);
    struct clip got = read_all(scene);
    assert_int_equal(got.frames, want.frames);
    assert_memory_equal(got.samples, want.samples, (size_t)(4 * want.frames));
    clip_free(&got);
    clip_free(&want);
}

// How far a sound is from the tone it should be, as a root mean square of full scale; edges apart,
// where silence begins.
static double away_from(const struct clip *clip, int channel, double hertz, double amplitude) {
    double sum = 0.0;
    int64_t edge = clip->frames / 10;
    for (int64_t frame = edge; frame < clip->frames - edge; frame++) {
        double want = amplitude * sin(2.0 * 3.14159265358979323846 * hertz * (double)frame / 48000);
        double got = clip->samples[2 * frame + channel] / 32768.0;
        sum += (got - want) * (got - want);
    }
    return sqrt(sum / (double)(clip->frames - 2 * edge));
}

static void other_rates_and_widths_keep_the_tone(void **state) {
    struct source_scene *scene = *state;
    static const struct {
        int format, rate;
        double most; // of full scale
    } kinds[] = {
        {SF_FORMAT_WAV | SF_FORMAT_PCM_24, 48000, 0.00002},
        {SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 48000, 0.005},
        {SF_FORMAT_WAV | SF_FORMAT_FLOAT, 96000, 0.00005},
        {SF_FORMAT_WAV | SF_FORMAT_PCM_16, 8000, 0.00005},
        {SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100, 0.00005},
        {SF_FORMAT_AIFF | SF_FORMAT_PCM_24, 22050, 0.00005},
        {SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 192000, 0.00005},
        {SF_FORMAT_WAV | SF_FORMAT_PCM_32, 11025, 0.00005},
    };
    for (size_t index = 0; index < sizeof kinds / sizeof kinds[0]; index++) {
        float *samples = tone(440.0, kinds[index].rate, 2, kinds[index].rate);
        put_sound(scene->path, kinds[index].format, kinds[index].rate, 2, samples,
                  kinds[index].rate);
        struct clip clip = read_all(scene);
        assert_int_equal(clip.frames, 48000);
        double left = away_from(&clip, 0, 440.0, 0.5), right = away_from(&clip, 1, 440.0, 0.25);
        if (left > kinds[index].most || right > kinds[index].most) {
            fail_msg("%x at %d: %f and %f away", (unsigned)kinds[index].format, kinds[index].rate,
                     left, right);
        }
        clip_free(&clip);
        memory_free(samples);
    }
}

static void what_is_too_high_for_our_rate_is_taken_away(void **state) {
    struct source_scene *scene = *state;
    float *samples = tone(30000.0, 96000, 2, 96000);
    put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 96000, 2, samples, 96000);
    struct clip clip = read_all(scene);
    assert_true(away_from(&clip, 0, 0.0, 0.0) < 0.0001);
    clip_free(&clip);
    memory_free(samples);
}

static void one_channel_goes_to_both_sides_and_six_fold_to_two(void **state) {
    struct source_scene *scene = *state;
    float *mono = tone(440.0, 48000, 1, 9600);
    put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_PCM_24, 48000, 1, mono, 9600);
    struct clip clip = read_all(scene);
    assert_true(away_from(&clip, 0, 440.0, 0.5) < 0.0001);
    assert_true(away_from(&clip, 1, 440.0, 0.5) < 0.0001);
    clip_free(&clip);
    memory_free(mono);
    // Left, right, middle, low, behind: 1, 1/2, 1/3, 1/4, 1/5, 1/6 of 0.5.
    float *six = tone(440.0, 48000, 6, 9600);
    const double softer = 1.0 / (1.0 + 0.7071 + 0.7071);
    const double left = 0.5 * softer * (1.0 + 0.7071 / 3 + 0.7071 / 5);
    const double right = 0.5 * softer * (1.0 / 2 + 0.7071 / 3 + 0.7071 / 6);
    put_sound(scene->path, SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 48000, 6, six, 9600);
    clip = read_all(scene);
    assert_true(away_from(&clip, 0, 440.0, left) < 0.0001);
    assert_true(away_from(&clip, 1, 440.0, right) < 0.0001);
    clip_free(&clip);
    memory_free(six);
}

// Vorbis has an order of its own: left, middle, right, behind left and right, low.
static void six_channels_of_vorbis_are_in_its_order(void **state) {
    struct source_scene *scene = *state;
    float *six = memory_new((size_t)6 * 48000, sizeof *six);
    for (int frame = 0; frame < 48000; frame++) {
        six[6 * frame + 2] = 0.5F * sinf(2.0F * 3.14159265F * 440.0F * (float)frame / 48000.0F);
        six[6 * frame + 5] = 0.5F * sinf(2.0F * 3.14159265F * 50.0F * (float)frame / 48000.0F);
    }
    put_sound(scene->path, SF_FORMAT_OGG | SF_FORMAT_VORBIS, 48000, 6, six, 48000);
    struct clip clip = read_all(scene);
    assert_true(away_from(&clip, 0, 0.0, 0.0) < 0.01); // the middle one is low, the right one right
    assert_true(away_from(&clip, 1, 440.0, 0.5 / (1.0 + 0.7071 + 0.7071)) < 0.01);
    clip_free(&clip);
    memory_free(six);
}

static void assert_any_way_the_same(const struct source_scene *scene, const char *what) {
    struct source *source = open_it(scene, &round_and_round);
    int frames = (int)source_frames(source);
    int16_t *straight = memory_new(2 * (size_t)frames, sizeof *straight);
    source_read(source, 0, straight, frames);
    struct chance chance = {seed_usual()};
    enum { MOST = 5000 };
    int16_t *got = memory_new(2 * (size_t)MOST, sizeof *got);
    int64_t at = 0;
    for (int look = 0; look < 150; look++) {
        // Anywhere, or on from where it was, or round the end.
        int way = chance_below(&chance, 3);
        int64_t away = (int64_t)chance_below(&chance, 5) * frames;
        at = way == 0   ? away + chance_below(&chance, frames)
             : way == 1 ? at
                        : away + frames - 1 - chance_below(&chance, MOST);
        int count = 1 + chance_below(&chance, MOST);
        source_read(source, at, got, count);
        for (int index = 0; index < count; index++) {
            const int16_t *want = straight + 2 * ((at + index) % frames);
            if (got[2 * index] != want[0] || got[2 * index + 1] != want[1]) {
                fail_msg("%s: look %d, frame %lld + %d of %d", what, look, (long long)at, index,
                         frames);
            }
        }
        at += count;
    }
    memory_free(got);
    memory_free(straight);
    source_close(source);
}

static void a_frame_is_the_same_by_whichever_way_it_is_reached(void **state) {
    struct source_scene *scene = *state;
    static const struct {
        const char *name;
        int format, rate, channels;
    } kinds[] = {
        {"Vorbis", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 48000, 2},
        {"Vorbis, another rate", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 44100, 1},
        {"FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 48000, 2},
        {"WAV, another rate", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 22050, 2},
        {"WAV, twice the rate", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 96000, 1},
    };
    for (size_t index = 0; index < sizeof kinds / sizeof kinds[0]; index++) {
        int64_t frames = (int64_t)kinds[index].rate * 15 + 7;
        float *samples = noise(kinds[index].channels, frames, index);
        // Softer and softer: pages of many sizes.
        for (int64_t at = 0; at < kinds[index].channels * frames; at++) {
            samples[at] *= expf(-(float)at / (float)(kinds[index].channels * frames) * 8.0F);
        }
        put_sound(scene->path, kinds[index].format, kinds[index].rate, kinds[index].channels,
                  samples, frames);
        assert_any_way_the_same(scene, kinds[index].name);
        memory_free(samples);
    }
}

static void the_shipped_ambiences_are_the_same_by_any_way(void **state) {
    struct source_scene *scene = *state;
    if (!file_exists("audio/ambience/rain.ogg")) {
        skip();
    }
    char *own = scene->path;
    static const char *const shipped[] = {"audio/ambience/rain.ogg", "audio/ambience/waves.ogg"};
    for (size_t index = 0; index < 2; index++) {
        scene->path = memory_text(shipped[index]);
        assert_any_way_the_same(scene, shipped[index]);
        memory_free(scene->path);
    }
    scene->path = own;
}

// A tone of whole periods goes on over the seam, whatever the rate.
static void a_circle_closes_without_a_step(void **state) {
    struct source_scene *scene = *state;
    static const int rates[] = {48000, 44100, 22050, 96000, 8000};
    for (size_t index = 0; index < sizeof rates / sizeof rates[0]; index++) {
        float *samples = tone(441.0, rates[index], 2, 2 * rates[index]);
        put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, rates[index], 2, samples,
                  2 * (int64_t)rates[index]);
        struct source *source = open_it(scene, &round_and_round);
        assert_int_equal(source_frames(source), 96000);
        int16_t got[2 * 4000];
        source_read(source, 5 * 96000 - 2000, got, 4000);
        for (int frame = 0; frame < 4000; frame++) {
            double want = 0.5 * sin(2.0 * 3.14159265358979 * 441.0 * (frame - 2000) / 48000);
            assert_true(fabs(got[2 * frame] / 32768.0 - want) < 0.0003);
        }
        source_close(source);
        memory_free(samples);
    }
}

static void before_and_behind_is_silence(void **state) {
    struct source_scene *scene = *state;
    struct clip want = clip_noise(1000, 3, 9000);
    put_clip(scene->path, &want);
    struct source *source = open_it(scene, &plain);
    int16_t got[2 * 3000];
    memset(got, 1, sizeof got);
    source_read(source, 500, got, 3000);
    assert_memory_equal(got, want.samples + 2 * 500, 4 * 500);
    for (int index = 2 * 500; index < 2 * 3000; index++) {
        assert_int_equal(got[index], 0);
    }
    source_close(source);
    clip_free(&want);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(our_own_format_comes_through_bit_by_bit),
        TEST(other_rates_and_widths_keep_the_tone),
        TEST(what_is_too_high_for_our_rate_is_taken_away),
        TEST(one_channel_goes_to_both_sides_and_six_fold_to_two),
        TEST(six_channels_of_vorbis_are_in_its_order),
        TEST(a_frame_is_the_same_by_whichever_way_it_is_reached),
        TEST(the_shipped_ambiences_are_the_same_by_any_way),
        TEST(a_circle_closes_without_a_step),
        TEST(before_and_behind_is_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
