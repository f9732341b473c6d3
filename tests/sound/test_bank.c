// SPDX-License-Identifier: MIT
#include "sound/bank.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/text.h"
#include "sound/render.h"
#include "sound/sounds.h"

struct scene {
    char *folder, *cues, *ambience;
    struct bank bank;
};

static char *cue_path(const struct scene *scene, enum sound sound) {
    char name[64];
    text_format(name, sizeof name, "%s.wav", sound_words[sound]);
    return file_join(scene->cues, name);
}

// Writes a WAV of any shape; samples of 16 bits or, for `bits` = 8, their upper halves.
static void put_wav(const char *path, const struct clip *clip, int rate, int bits, int channels) {
    int width = channels * bits / 8;
    size_t length = 44 + (size_t)clip->frames * (size_t)width;
    unsigned char *file = memory_new(length, 1);
    const uint32_t fields[] = {16, (uint32_t)(1 | channels << 16), (uint32_t)rate,
                               (uint32_t)(rate * width), (uint32_t)(width | bits << 16)};
    memcpy(file, "RIFF\0\0\0\0WAVEfmt ", 16);
    memcpy(file + 16, fields, sizeof fields);
    memcpy(file + 36, "data", 4);
    const uint32_t sizes[] = {(uint32_t)length - 8, (uint32_t)length - 44};
    memcpy(file + 4, &sizes[0], 4);
    memcpy(file + 40, &sizes[1], 4);
    for (int64_t frame = 0; frame < clip->frames; frame++) {
        for (int channel = 0; channel < channels; channel++) {
            int16_t sample = clip->samples[2 * frame + channel];
            unsigned char *to = file + 44 + frame * width + channel * bits / 8;
            if (bits == 8) {
                *to = (unsigned char)((sample >> 8) + 128);
            } else {
                memcpy(to, &sample, 2);
            }
        }
    }
    file_put(path, file, length);
    memory_free(file);
}

static void put_cue(const struct scene *scene, enum sound sound, const struct clip *clip) {
    char *path = cue_path(scene, sound);
    put_wav(path, clip, 48000, 16, 2);
    memory_free(path);
}

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    struct error err = {0};
    log_set_level(LOG_SILENT); // the warnings are asked for here
    scene->folder = folder_make();
    scene->cues = file_join(scene->folder, "cues");
    scene->ambience = file_join(scene->folder, "ambience");
    assert_true(file_make_folder(scene->cues, 0700, &err));
    assert_true(file_make_folder(scene->ambience, 0700, &err));
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    bank_free(&scene->bank);
    char command[512];
    text_format(command, sizeof command, "rm -r '%s'", scene->folder);
    assert_int_equal(system(command), 0);
    memory_free(scene->folder);
    memory_free(scene->cues);
    memory_free(scene->ambience);
    memory_free(scene);
    assert_int_equal(Mix_QuerySpec(NULL, NULL, NULL), 0);
    assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
    return 0;
}

static void load(struct scene *scene, const char *ambience) {
    struct error err = {0};
    if (!bank_load(scene->folder, ambience, &scene->bank, &err)) {
        fail_msg("%s", err.text);
    }
}

static void assert_clip(const struct clip *got, const struct clip *want) {
    assert_int_equal(got->frames, want->frames);
    assert_memory_equal(got->samples, want->samples, (size_t)(4 * want->frames));
}

static void a_file_in_our_format_comes_through_bit_by_bit(void **state) {
    struct scene *scene = *state;
    for (int sound = 1; sound < SOUND_COUNT; sound++) {
        struct clip clip = clip_noise(14400 + 997 * sound, (uint64_t)sound, 32767);
        clip.samples[4] = INT16_MIN;
        put_cue(scene, (enum sound)sound, &clip);
        clip_free(&clip);
    }
    struct clip rain = clip_noise(48000, 5, 20000);
    char *path = file_join(scene->ambience, "rain.wav");
    put_wav(path, &rain, 48000, 16, 2);
    load(scene, "rain");
    for (int sound = 1; sound < SOUND_COUNT; sound++) {
        struct clip clip = clip_noise(14400 + 997 * sound, (uint64_t)sound, 32767);
        clip.samples[4] = INT16_MIN;
        assert_clip(&scene->bank.cues[sound], &clip);
        clip_free(&clip);
    }
    assert_clip(&scene->bank.ambience, &rain);
    assert_null(scene->bank.cues[SOUND_NONE].samples);
    clip_free(&rain);
    memory_free(path);
}

static void other_formats_become_48_khz_stereo(void **state) {
    struct scene *scene = *state;
    struct clip clip = clip_noise(22050, 5, 12000);
    char *mono = cue_path(scene, SOUND_IN), *slow = cue_path(scene, SOUND_OUT);
    put_wav(mono, &clip, 48000, 8, 1);
    put_wav(slow, &clip, 22050, 16, 2);
    load(scene, NULL);
    assert_int_equal(scene->bank.cues[SOUND_IN].frames, 22050);
    for (int64_t frame = 0; frame < 22050; frame++) {
        const int16_t *sample = scene->bank.cues[SOUND_IN].samples + 2 * frame;
        assert_int_equal(sample[0], sample[1]);
        assert_true(abs(sample[0] - clip.samples[2 * frame]) <= 256);
    }
    // One second stays one second, give or take what the resampler holds back.
    assert_true(llabs(scene->bank.cues[SOUND_OUT].frames - 48000) < 480);
    clip_free(&clip);
    memory_free(mono);
    memory_free(slow);
}

static void what_is_missing_or_broken_stays_empty(void **state) {
    struct scene *scene = *state;
    struct clip clip = clip_noise(20000, 5, 12000);
    put_cue(scene, SOUND_BEGIN, &clip);
    char *empty = cue_path(scene, SOUND_IN), *garbage = cue_path(scene, SOUND_OUT);
    char *headless = cue_path(scene, SOUND_HOLD), *folder = cue_path(scene, SOUND_REST);
    char *fifo = cue_path(scene, SOUND_MOVE), *no_samples = cue_path(scene, SOUND_CHANGE);
    char *link = cue_path(scene, SOUND_BELL), *huge = cue_path(scene, SOUND_CHECK);
    file_put(empty, "", 0);
    file_put(garbage, "this is not a sound at all, but it is long enough to look at", 60);
    file_put(headless, "RIFF\xff\xff\xff\xffWAVEfmt ", 16);
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(mkfifo(fifo, 0600), 0);
    struct clip nothing = {clip.samples, 0};
    put_wav(no_samples, &nothing, 48000, 16, 2);
    assert_int_equal(symlink("/dev/zero", link), 0);
    char *large = memory_new(5 << 20, 1);
    file_put(huge, large, 5 << 20);
    load(scene, "none-such");
    for (int sound = SOUND_BEGIN + 1; sound < SOUND_COUNT; sound++) {
        assert_null(scene->bank.cues[sound].samples);
        assert_int_equal(scene->bank.cues[sound].frames, 0);
    }
    assert_clip(&scene->bank.cues[SOUND_BEGIN], &clip);
    assert_null(scene->bank.ambience.samples);
    char *paths[] = {empty, garbage, headless, folder, fifo, no_samples, link, huge, large};
    for (size_t index = 0; index < sizeof paths / sizeof paths[0]; index++) {
        memory_free(paths[index]);
    }
    clip_free(&clip);
}

static void a_file_that_was_cut_short_gives_what_is_there_or_nothing(void **state) {
    struct scene *scene = *state;
    struct clip clip = clip_noise(20000, 5, 12000);
    put_cue(scene, SOUND_BEGIN, &clip);
    put_cue(scene, SOUND_IN, &clip);
    char *path = cue_path(scene, SOUND_IN);
    assert_int_equal(truncate(path, 44 + 4 * 500 + 3), 0);
    load(scene, NULL);
    assert_true(scene->bank.cues[SOUND_IN].frames <= 501);
    clip_free(&clip);
    memory_free(path);
}

static void a_folder_without_any_sound_is_an_error_that_names_it(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    assert_false(bank_load(scene->folder, "rain", &scene->bank, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_non_null(strstr(err.text, scene->folder));
    assert_false(bank_load("/nowhere/at/all", NULL, &scene->bank, &err));
    assert_non_null(strstr(err.text, "/nowhere/at/all"));
}

static void a_name_of_an_ambience_never_leaves_its_folder(void **state) {
    struct scene *scene = *state;
    struct clip clip = clip_noise(20000, 5, 12000);
    put_cue(scene, SOUND_BEGIN, &clip);
    static const char *const names[] = {"../cues/begin", "", ".", "..", "/etc/passwd", "x/y"};
    for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
        load(scene, names[index]);
        assert_null(scene->bank.ambience.samples);
        bank_free(&scene->bank);
    }
    clip_free(&clip);
}

static void an_ogg_ambience_keeps_its_length_to_the_sample(void **state) {
    struct scene *scene = *state;
    if (system("command -v sox >/dev/null 2>&1") != 0) {
        print_message("SKIPPED: sox is not installed\n");
        skip();
    }
    struct clip clip = clip_noise(20000, 5, 12000);
    put_cue(scene, SOUND_BEGIN, &clip);
    clip_free(&clip);
    char command[1024];
    text_format(command, sizeof command,
                "sox -n -r 48000 -c 2 -b 16 '%s/waves.ogg' synth 123457s sine 440 vol 0.5",
                scene->ambience);
    assert_int_equal(system(command), 0);
    load(scene, "waves");
    assert_int_equal(scene->bank.ambience.frames, 123457);
}

static void decoding_leaves_the_environment_and_a_later_driver_alone(void **state) {
    struct scene *scene = *state;
    struct clip clip = clip_noise(20000, 5, 12000);
    put_cue(scene, SOUND_BEGIN, &clip);
    char *home = memory_text(getenv("HOME"));
    unsetenv("HOME");
    unsetenv("DISPLAY");
    // Were this driver asked for, opening would fail.
    setenv("SDL_AUDIODRIVER", "none-such", 1);
    load(scene, NULL);
    assert_clip(&scene->bank.cues[SOUND_BEGIN], &clip);
    assert_string_equal(getenv("SDL_AUDIODRIVER"), "none-such");
    assert_string_equal(SDL_GetHint(SDL_HINT_AUDIODRIVER), "none-such");
    assert_int_not_equal(SDL_InitSubSystem(SDL_INIT_AUDIO), 0);
    unsetenv("SDL_AUDIODRIVER");
    setenv("HOME", home, 1);
    memory_free(home);
    clip_free(&clip);
}

static void one_opening_serves_several_banks(void **state) {
    struct scene *scene = *state;
    struct clip clip = clip_noise(20000, 5, 12000);
    put_cue(scene, SOUND_BEGIN, &clip);
    struct error err = {0};
    assert_true(bank_begin_offline(&err));
    for (int round = 0; round < 3; round++) {
        load(scene, NULL);
        assert_clip(&scene->bank.cues[SOUND_BEGIN], &clip);
        bank_free(&scene->bank);
    }
    assert_int_equal(Mix_QuerySpec(NULL, NULL, NULL), 1);
    bank_end_offline();
    clip_free(&clip);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_in_our_format_comes_through_bit_by_bit, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(other_formats_become_48_khz_stereo, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_missing_or_broken_stays_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_was_cut_short_gives_what_is_there_or_nothing,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_without_any_sound_is_an_error_that_names_it,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_name_of_an_ambience_never_leaves_its_folder, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_ogg_ambience_keeps_its_length_to_the_sample, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(decoding_leaves_the_environment_and_a_later_driver_alone,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_opening_serves_several_banks, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
