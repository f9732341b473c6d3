// SPDX-License-Identifier: MIT
#include "sound/bank.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/text.h"
#include "sound/sounds.h"

#include "sound/sound_file.h"

struct scene {
    char *folder, *shipped, *own;
    struct bank bank;
};

// shipped/WITHIN/NAME, the folder made when it is not there; free with memory_free.
static char *path_of(const char *base, const char *within, const char *name) {
    struct error err = {0};
    char *folder = file_join(base, within);
    assert_true(file_make_folder(folder, 0700, &err));
    char *path = file_join(folder, name);
    memory_free(folder);
    return path;
}

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    scene->folder = folder_make();
    scene->shipped = file_join(scene->folder, "shipped");
    scene->own = file_join(scene->folder, "own");
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    log_set_level(LOG_WARNING);
    bank_free(&scene->bank);
    char command[512];
    text_format(command, sizeof command, "rm -r '%s'", scene->folder);
    assert_int_equal(system(command), 0);
    memory_free(scene->folder);
    memory_free(scene->shipped);
    memory_free(scene->own);
    memory_free(scene);
    return 0;
}

// A sound whose every sample is `level`, by which it is known again.
static void put_level(const char *base, const char *within, const char *name, int level,
                      int frames) {
    struct clip clip = {memory_new(2 * (size_t)frames, sizeof(int16_t)), frames};
    for (int index = 0; index < 2 * frames; index++) {
        clip.samples[index] = (int16_t)level;
    }
    char *path = path_of(base, within, name);
    put_clip(path, &clip);
    memory_free(path);
    clip_free(&clip);
}

static void put_text(const char *base, const char *within, const char *name, const char *text) {
    char *path = path_of(base, within, name);
    file_put(path, text, strlen(text));
    memory_free(path);
}

static void load(struct scene *scene, const struct bank_options *wanted) {
    struct bank_options options = *wanted;
    struct error err = {0};
    options.shipped = scene->shipped;
    bank_free(&scene->bank);
    if (!bank_load(&options, &scene->bank, &err)) {
        fail_msg("%s", err.text);
    }
}

// The warnings of a loading; free with memory_free.
static char *said_while_loading(struct scene *scene, const struct bank_options *options) {
    char *path = file_join(scene->folder, "said");
    fflush(stderr);
    int kept = dup(STDERR_FILENO);
    assert_non_null(freopen(path, "w", stderr));
    load(scene, options);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    struct bytes said = file_get(path);
    memory_free(path);
    return said.data;
}

// The level of a cue, 0 where there is none.
static int level_of(const struct clip *clip) {
    return clip->frames > 0 ? clip->samples[0] : 0;
}

static int level_of_ambience(const struct bank *bank) {
    const int16_t *samples = NULL;
    if (!bank->ambience) {
        return 0;
    }
    loop_span(bank->ambience, 1000, 1, &samples);
    return samples[0];
}

static void every_sound_of_the_vocabulary_has_its_file(void **state) {
    struct scene *scene = *state;
    for (int sound = 1; sound < SOUND_COUNT; sound++) {
        char name[64];
        text_format(name, sizeof name, "%s.wav", sound_words[sound]);
        put_level(scene->shipped, "cues", name, 100 * sound, 1000 + sound);
    }
    put_level(scene->shipped, "ambience", "rain.wav", 5000, 48000);
    char *said = said_while_loading(scene, &(struct bank_options){.ambience = "rain"});
    assert_string_equal(said, "");
    memory_free(said);
    for (int sound = 1; sound < SOUND_COUNT; sound++) {
        assert_int_equal(scene->bank.cues[sound].frames, 1000 + sound);
        assert_int_equal(level_of(&scene->bank.cues[sound]), 100 * sound);
    }
    assert_int_equal(level_of_ambience(&scene->bank), 5000);
    assert_int_equal(loop_frames(scene->bank.ambience), 48000);
    assert_null(scene->bank.cues[SOUND_NONE].samples);
}

static void a_set_and_the_persons_own_win_file_by_file(void **state) {
    struct scene *scene = *state;
    put_level(scene->shipped, "cues", "in.wav", 100, 1000);
    put_level(scene->shipped, "cues", "out.wav", 101, 1000);
    put_level(scene->shipped, "cues", "hold.wav", 102, 1000);
    put_level(scene->shipped, "sets/wood", "out.wav", 201, 1000);
    put_level(scene->shipped, "sets/wood", "hold.wav", 202, 1000);
    put_level(scene->shipped, "sets/synth", "out.wav", 301, 1000);
    put_level(scene->own, "cues", "hold.flac", 402, 1000);
    log_set_level(LOG_SILENT);
    load(scene, &(struct bank_options){0});
    assert_int_equal(level_of(&scene->bank.cues[SOUND_IN]), 100);
    assert_int_equal(level_of(&scene->bank.cues[SOUND_OUT]), 101);
    assert_int_equal(level_of(&scene->bank.cues[SOUND_HOLD]), 102);
    load(scene, &(struct bank_options){.cue_set = "wood", .own = scene->own});
    assert_int_equal(level_of(&scene->bank.cues[SOUND_IN]), 100);
    assert_int_equal(level_of(&scene->bank.cues[SOUND_OUT]), 201);
    assert_int_equal(level_of(&scene->bank.cues[SOUND_HOLD]), 402);
    load(scene, &(struct bank_options){.cue_set = "synth", .own = "/nowhere/at/all"});
    assert_int_equal(level_of(&scene->bank.cues[SOUND_OUT]), 301);
    assert_int_equal(level_of(&scene->bank.cues[SOUND_HOLD]), 102);
    // A set that is none is the one in cues/, and no name leads out of the folder.
    load(scene, &(struct bank_options){.cue_set = "../sets/wood"});
    assert_int_equal(level_of(&scene->bank.cues[SOUND_OUT]), 101);
    load(scene, &(struct bank_options){.cue_set = "brass"});
    assert_int_equal(level_of(&scene->bank.cues[SOUND_OUT]), 101);
}

static void what_cannot_be_used_is_named_and_the_built_in_one_plays(void **state) {
    struct scene *scene = *state;
    static const char *const names[] = {"begin.wav", "end.wav",    "bell.wav", "in.wav",
                                        "out.wav",   "hold.wav",   "rest.wav", "move.wav",
                                        "step.wav",  "change.wav", "check.wav"};
    for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
        put_level(scene->shipped, "cues", names[index], 10 + (int)index, 1000);
    }
    put_text(scene->own, "cues", "begin.wav", "");
    put_text(scene->own, "cues", "end.wav", "not a sound at all, but long enough to look at it");
    put_level(scene->own, "cues", "bell.wav", 500, 10 * 48000 + 1);
    put_level(scene->own, "cues", "in.wav", 500, 10 * 60 * 48000); // ten minutes, 115 MB
    char *huge = path_of(scene->own, "cues", "out.wav");
    put_level(scene->own, "cues", "out.wav", 500, 1000);
    assert_int_equal(truncate(huge, 1000000000), 0);
    char *fifo = path_of(scene->own, "cues", "hold.wav");
    assert_int_equal(mkfifo(fifo, 0600), 0);
    char *link = path_of(scene->own, "cues", "rest.wav");
    assert_int_equal(symlink("/dev/zero", link), 0);
    char *folder = path_of(scene->own, "cues", "move.wav");
    assert_int_equal(mkdir(folder, 0700), 0);
    char *nine = path_of(scene->own, "cues", "step.wav");
    float *samples = noise(9, 1000, 1);
    put_sound(nine, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 9, samples, 1000);
    // And what is only exotic is taken.
    char *low = path_of(scene->own, "cues", "change.wav");
    put_sound(low, SF_FORMAT_WAV | SF_FORMAT_PCM_24, 8000, 1, samples, 8000);
    char *six = path_of(scene->own, "cues", "check.wav");
    put_sound(six, SF_FORMAT_WAV | SF_FORMAT_PCM_24, 44100, 6, samples, 1000);
    char *said = said_while_loading(scene, &(struct bank_options){.own = scene->own});
    for (size_t index = 0; index < 9; index++) {
        char file[64];
        text_format(file, sizeof file, "own/cues/%s: ", names[index]);
        if (!strstr(said, file)) {
            fail_msg("%s is not named in:\n%s", names[index], said);
        }
    }
    assert_null(strstr(said, "own/cues/change.wav"));
    assert_null(strstr(said, "own/cues/check.wav"));
    const struct clip *cues = scene->bank.cues;
    static const enum sound refused[] = {SOUND_BEGIN, SOUND_END,  SOUND_BELL, SOUND_IN,  SOUND_OUT,
                                         SOUND_HOLD,  SOUND_REST, SOUND_MOVE, SOUND_STEP};
    for (size_t index = 0; index < sizeof refused / sizeof refused[0]; index++) {
        assert_int_equal(cues[refused[index]].frames, 1000);
        assert_int_equal(level_of(&cues[refused[index]]), 10 + (int)index);
    }
    assert_int_equal(cues[SOUND_CHANGE].frames, 48000);
    assert_int_equal(cues[SOUND_CHECK].frames, (1000 * 48000 + 22050) / 44100);
    char *const texts[] = {huge, fifo, link, folder, nine, low, six, said};
    for (size_t index = 0; index < sizeof texts / sizeof texts[0]; index++) {
        memory_free(texts[index]);
    }
    memory_free(samples);
}

static void what_is_missing_is_empty_and_named(void **state) {
    struct scene *scene = *state;
    put_level(scene->shipped, "cues", "begin.wav", 100, 1000);
    char *said = said_while_loading(scene, &(struct bank_options){0});
    assert_non_null(strstr(said, "\"in\""));
    assert_null(strstr(said, "\"begin\""));
    assert_int_equal(scene->bank.cues[SOUND_IN].frames, 0);
    assert_null(scene->bank.cues[SOUND_IN].samples);
    memory_free(said);
}

static void a_folder_without_any_sound_is_an_error_that_names_it(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    put_level(scene->shipped, "ambience", "rain.wav", 100, 48000);
    const struct bank_options options = {.shipped = scene->shipped, .ambience = "rain"};
    log_set_level(LOG_SILENT);
    assert_false(bank_load(&options, &scene->bank, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_non_null(strstr(err.text, scene->shipped));
    assert_null(scene->bank.ambience);
}

static void an_ambience_is_the_persons_own_else_the_shipped_else_the_other(void **state) {
    struct scene *scene = *state;
    put_level(scene->shipped, "cues", "begin.wav", 100, 1000);
    put_level(scene->shipped, "ambience", "rain.wav", 1, 48000);
    put_level(scene->shipped, "ambience", "waves.wav", 2, 48000);
    put_level(scene->own, "ambience", "rain.flac", 3, 48000);
    put_level(scene->own, "ambience", "sea.wav", 4, 48000);
    put_level(scene->own, "ambience", "brook.wav", 5, 47999);
    put_text(scene->own, "ambience", "waves.ogg", "no sound");
    static const struct {
        const char *name, *otherwise;
        int level;
    } cases[] = {
        {"rain", NULL, 3},     {"waves", NULL, 2}, // its own file is broken
        {"sea", "rain", 4},    {"brook", NULL, 0}, // shorter than a second
        {"brook", "waves", 2}, {"none-such", "rain", 3},   {"none-such", NULL, 0},
        {NULL, NULL, 0},       {"../cues/begin", NULL, 0}, {"", NULL, 0},
        {"..", NULL, 0},       {"/etc/passwd", NULL, 0},
    };
    log_set_level(LOG_SILENT);
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++) {
        load(scene, &(struct bank_options){.own = scene->own,
                                           .ambience = cases[index].name,
                                           .ambience_else = cases[index].otherwise});
        if (level_of_ambience(&scene->bank) != cases[index].level) {
            fail_msg("case %zu: %d", index, level_of_ambience(&scene->bank));
        }
    }
}

static void an_ogg_ambience_keeps_its_length_to_the_sample(void **state) {
    struct scene *scene = *state;
    put_level(scene->shipped, "cues", "begin.wav", 100, 1000);
    char *path = path_of(scene->shipped, "ambience", "waves.ogg");
    float *samples = noise(2, 123457, 1);
    put_sound(path, SF_FORMAT_OGG | SF_FORMAT_VORBIS, 48000, 2, samples, 123457);
    log_set_level(LOG_SILENT);
    load(scene, &(struct bank_options){.ambience = "waves"});
    assert_int_equal(loop_frames(scene->bank.ambience), 123457);
    memory_free(samples);
    memory_free(path);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_sound_of_the_vocabulary_has_its_file),
        TEST(a_set_and_the_persons_own_win_file_by_file),
        TEST(what_cannot_be_used_is_named_and_the_built_in_one_plays),
        TEST(what_is_missing_is_empty_and_named),
        TEST(a_folder_without_any_sound_is_an_error_that_names_it),
        TEST(an_ambience_is_the_persons_own_else_the_shipped_else_the_other),
        TEST(an_ogg_ambience_keeps_its_length_to_the_sample),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
