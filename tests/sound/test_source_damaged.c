// SPDX-License-Identifier: MIT
// Files that are no sound, too large, cut or changed.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "seed.h"
#include "sound/sounds.h"
#include "sound/source_scene.h"

static void assert_refused(const struct source_scene *scene, const struct source_options *options,
                           const char *because) {
    struct error err = {0};
    struct source *source = source_open(scene->path, options, &err);
    if (source) {
        fail_msg("not refused: %s", because);
    }
    if (!strstr(err.text, because)) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, because);
    }
    remove(scene->path);
}

static void what_is_no_sound_is_refused_with_the_reason(void **state) {
    struct source_scene *scene = *state;
    assert_refused(scene, &plain, "No such file");
    file_put(scene->path, "", 0);
    assert_refused(scene, &plain, "is empty");
    file_put(scene->path, "this is not a sound at all, but it is long enough to look at", 60);
    assert_refused(scene, &plain, "is no sound that can be read");
    file_put(scene->path, "RIFF\xff\xff\xff\xffWAVEfmt ", 16);
    assert_refused(scene, &plain, "is no sound that can be read");
    assert_int_equal(mkfifo(scene->path, 0600), 0);
    assert_refused(scene, &plain, "is not a regular file");
    assert_int_equal(symlink("/dev/zero", scene->path), 0);
    assert_refused(scene, &plain, "is not a regular file");
    assert_int_equal(mkdir(scene->path, 0700), 0);
    assert_refused(scene, &plain, "is a folder");
    // A thousand million bytes, of which the disk holds none.
    file_put(scene->path, "RIFF", 4);
    assert_int_equal(truncate(scene->path, 1000000000), 0);
    assert_refused(scene, &plain, "is larger than 64 MiB");
    struct clip none = {0};
    put_clip(scene->path, &none);
    assert_refused(scene, &plain, "holds no sound");
}

static void what_is_outside_the_limits_is_refused_with_them(void **state) {
    struct source_scene *scene = *state;
    const struct source_options limits = {
        .bytes_most = 64 << 20, .seconds_least = 1, .seconds_most = 10};
    float *samples = memory_new(10 * 96000, sizeof *samples);
    put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 8000, 1, samples, 80001);
    assert_refused(scene, &limits, "is longer than 10 s");
    put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 8000, 1, samples, 7999);
    assert_refused(scene, &limits, "is shorter than 1 s");
    put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 2000, 1, samples, 4000);
    assert_refused(scene, &limits, "has 2000 samples a second");
    put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 9, samples, 50000);
    assert_refused(scene, &limits, "has 9 channels");
    put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 8000, 1, samples, 80000);
    source_close(open_it(scene, &limits));
    put_sound(scene->path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 8000, 1, samples, 8000);
    source_close(open_it(scene, &limits));
    memory_free(samples);
}

// Cut anywhere, or with any byte changed: what is there, else silence; never more than was
// promised.
static void damaged_files_do_no_harm(void **state) {
    struct source_scene *scene = *state;
    static const int formats[] = {SF_FORMAT_WAV | SF_FORMAT_PCM_16,
                                  SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
                                  SF_FORMAT_OGG | SF_FORMAT_VORBIS};
    struct chance chance = {seed_new()};
    float *samples = noise(2, 48000, 1);
    for (size_t kind = 0; kind < sizeof formats / sizeof formats[0]; kind++) {
        put_sound(scene->path, formats[kind], 48000, 2, samples, 48000);
        struct bytes whole = file_get(scene->path);
        int opened = 0;
        for (int round = 0; round < 150; round++) {
            char *bytes = memory_new(whole.length, 1);
            memcpy(bytes, whole.data, whole.length);
            size_t length =
                round % 2 ? whole.length : (size_t)chance_below(&chance, (int)whole.length) + 1;
            for (int changed = 0; changed < round % 4; changed++) {
                bytes[chance_below(&chance, (int)length)] = (char)chance_below(&chance, 256);
            }
            file_put(scene->path, bytes, length);
            struct clip clip = {0};
            struct error err = {0};
            if (source_read_clip(scene->path, &plain, &clip, &err)) {
                opened++;
                clip_free(&clip);
            } else {
                assert_true(err.text[0] != '\0');
            }
            memory_free(bytes);
        }
        assert_true(opened > 10);
        bytes_free(&whole);
    }
    memory_free(samples);
}

static void a_file_that_ends_too_soon_goes_on_in_silence(void **state) {
    struct source_scene *scene = *state;
    float *samples = noise(2, 48000, 1);
    put_sound(scene->path, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 48000, 2, samples, 48000);
    struct clip whole = read_all(scene);
    struct bytes bytes = file_get(scene->path);
    assert_int_equal(truncate(scene->path, (off_t)bytes.length / 2), 0);
    struct clip half = read_all(scene);
    assert_int_equal(half.frames, 48000);
    assert_memory_equal(half.samples, whole.samples, 4 * 16000);
    for (int index = 2 * 32000; index < 2 * 48000; index++) {
        assert_int_equal(half.samples[index], 0);
    }
    clip_free(&half);
    clip_free(&whole);
    bytes_free(&bytes);
    memory_free(samples);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_no_sound_is_refused_with_the_reason),
        TEST(what_is_outside_the_limits_is_refused_with_them),
        TEST(damaged_files_do_no_harm),
        TEST(a_file_that_ends_too_soon_goes_on_in_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
