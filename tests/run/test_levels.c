// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "run/levels.h"
#include "scratch.h"

// What a person changes while it plays holds at once, and in the file.

struct scene {
    struct step step;
    struct routine routine;
    struct house house;
    struct sitting *sitting;
};

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    scene->house.settings = settings_default();
    scene->house.clock = clock_wall_fixed((struct wall){.utc_s = 1795244400});
    scene->step = (struct step){.number = 1, .name = "Step", .count = 1, .length_ms = 60000};
    scene->routine = (struct routine){.title = "Plain",
                                      .category = CATEGORY_MEDITATION,
                                      .steps = &scene->step,
                                      .step_count = 1,
                                      .tempo_min = 1.0,
                                      .tempo_max = 1.0};
    const struct sitting_options options = {
        .routine = &scene->routine,
        .timeline = timeline_options_written(
            (struct timeline_phrases){.left = "left", .right = "right", .over = "over"}),
        .settings = &scene->house.settings,
        .clock = &scene->house.clock,
        .silent = true,
        .known = true,
        .before = -1,
    };
    struct error err = {0};
    scene->sitting = sitting_open(&options, &err);
    if (!scene->sitting) {
        fail_msg("%s", err.text);
    }
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    sitting_close(scene->sitting);
    memory_free(scene);
    return 0;
}

static const char *words(const struct scene *scene, enum level level) {
    static char text[LEVELS_WORDS_MAX];
    levels_words(&scene->house.settings, scene->sitting, level, text);
    return text;
}

static void a_step_goes_to_the_next_multiple_and_stays_within(void **state) {
    struct scene *scene = *state;
    struct settings *settings = &scene->house.settings;
    settings->voice_volume = 83;
    levels_step(&scene->house, scene->sitting, LEVEL_VOICE, true);
    assert_int_equal(settings->voice_volume, 85);
    settings->voice_volume = 83;
    levels_step(&scene->house, scene->sitting, LEVEL_VOICE, false);
    assert_int_equal(settings->voice_volume, 80);
    levels_step(&scene->house, scene->sitting, LEVEL_VOICE, false);
    assert_int_equal(settings->voice_volume, 75);
    assert_string_equal(words(scene, LEVEL_VOICE), "75 %");
    settings->cue_volume = 98;
    levels_step(&scene->house, scene->sitting, LEVEL_CUES, true);
    levels_step(&scene->house, scene->sitting, LEVEL_CUES, true);
    assert_int_equal(settings->cue_volume, 100);
    settings->ambience_volume = 3;
    for (int i = 0; i < 3; i++) {
        levels_step(&scene->house, scene->sitting, LEVEL_AMBIENCE, false);
        assert_int_equal(settings->ambience_volume, 0);
    }
    assert_string_equal(words(scene, LEVEL_AMBIENCE), "off");
}

// Whoever makes louder what is off wants to hear it; softer brings nothing back.
static void louder_brings_back_what_was_off(void **state) {
    struct scene *scene = *state;
    struct settings *settings = &scene->house.settings;
    settings->cues = false;
    settings->ambience = false;
    levels_turn_voice(&scene->house, scene->sitting);
    assert_false(sitting_speaks(scene->sitting));
    for (int level = 0; level < LEVEL_COUNT; level++) {
        assert_string_equal(words(scene, (enum level)level), "off");
        levels_step(&scene->house, scene->sitting, (enum level)level, false);
        assert_string_equal(words(scene, (enum level)level), "off");
        levels_step(&scene->house, scene->sitting, (enum level)level, true);
        assert_string_not_equal(words(scene, (enum level)level), "off");
    }
    assert_true(settings->cues && settings->ambience && sitting_speaks(scene->sitting));
}

static void a_voice_that_is_turned_on_is_heard(void **state) {
    struct scene *scene = *state;
    struct settings *settings = &scene->house.settings;
    assert_false(levels_turn_voice(&scene->house, scene->sitting));
    settings->voice_volume = 0;
    assert_true(levels_turn_voice(&scene->house, scene->sitting));
    assert_int_equal(settings->voice_volume, 100);
    settings->voice_volume = 40;
    levels_turn_voice(&scene->house, scene->sitting);
    levels_turn_voice(&scene->house, scene->sitting);
    assert_int_equal(settings->voice_volume, 40);
}

static void all_words_bring_back_the_voice(void **state) {
    struct scene *scene = *state;
    levels_turn_voice(&scene->house, scene->sitting);
    assert_false(sitting_says_all(scene->sitting));
    levels_say_all(&scene->house, scene->sitting);
    assert_true(sitting_says_all(scene->sitting));
    assert_true(sitting_speaks(scene->sitting));
}

// Each name is one that the settings take, and finds its own place again.
static void every_ambience_can_be_chosen(void **state) {
    struct scene *scene = *state;
    struct settings *settings = &scene->house.settings;
    settings->ambience = false;
    for (int index = 0; index < LEVELS_AMBIENCES; index++) {
        levels_choose_ambience(&scene->house, scene->sitting, index);
        assert_int_equal(levels_ambience(settings), index);
        assert_true(settings->ambience);
        bool silent = strcmp(words(scene, LEVEL_AMBIENCE), "off") == 0;
        assert_int_equal(silent, index == LEVELS_AMBIENCES - 1);
    }
    memcpy(settings->ambience_name, "my-brook", sizeof "my-brook");
    assert_int_equal(levels_ambience(settings), -1);
}

static void what_is_set_is_kept(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    char folder[SCRATCH_PATH_MAX];
    scratch_make(folder);
    assert_true(paths_find("repose", folder, &scene->house.paths, &err));
    levels_step(&scene->house, scene->sitting, LEVEL_CUES, false);
    levels_choose_ambience(&scene->house, scene->sitting, 2);
    struct settings kept = settings_read(scene->house.paths.settings);
    assert_int_equal(kept.cue_volume, 95);
    assert_string_equal(kept.ambience_name, "waves");
    paths_free(&scene->house.paths);
    scratch_remove(folder);
}

int main(void) {
#define WITH_A_SITTING(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        WITH_A_SITTING(a_step_goes_to_the_next_multiple_and_stays_within),
        WITH_A_SITTING(louder_brings_back_what_was_off),
        WITH_A_SITTING(a_voice_that_is_turned_on_is_heard),
        WITH_A_SITTING(all_words_bring_back_the_voice),
        WITH_A_SITTING(every_ambience_can_be_chosen),
        WITH_A_SITTING(what_is_set_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
