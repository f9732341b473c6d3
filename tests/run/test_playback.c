// SPDX-License-Identifier: MIT
// wrap: speaker_strike speaker_strike_soft

// What the person changes while a session plays, and a voice that fails.

#include "core/compiled.h"

#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"
#include "run/playback.h"
#include "run/speaking_script.h"

enum { STRIKES_MAX = 16 };

static struct strike {
    int64_t frames, delay_ms;
    int percent;
} strikes[STRIKES_MAX];
static int strike_count;

static void note(const struct clip *clip, int percent, int64_t delay_ms) {
    assert_true(strike_count < STRIKES_MAX);
    strikes[strike_count++] = (struct strike){clip->frames, delay_ms, percent};
}

void __wrap_speaker_strike(struct speaker *speaker, const struct clip *clip, bool loud);
void __wrap_speaker_strike(struct speaker *speaker, const struct clip *clip, bool loud) {
    (void)speaker;
    (void)loud;
    note(clip, 100, 0);
}

void __wrap_speaker_strike_soft(struct speaker *speaker, const struct clip *clip, int percent,
                                int64_t delay_ms);
void __wrap_speaker_strike_soft(struct speaker *speaker, const struct clip *clip, int percent,
                                int64_t delay_ms) {
    (void)speaker;
    note(clip, percent, delay_ms);
}

struct scene {
    char folder[SCRATCH_PATH_MAX];
    struct settings settings;
    struct step steps[3];
    struct routine routine;
    struct timeline *timeline;
    struct playback playback;
    struct speaker *speaker;
};

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    strike_count = 0;
    scratch_make(scene->folder);
    scene->settings = settings_default();
    put_speaking_script(scene->folder, &scene->settings);
    scene->speaker = speaker_open(&(struct speaker_options){.volume_percent = 100, .silent = true});
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    playback_close(&scene->playback);
    speaker_close(scene->speaker, 0);
    timeline_free(scene->timeline);
    scratch_remove(scene->folder);
    memory_free(scene);
    return 0;
}

// A step, five breaths of 4 s in and 6 s out, and the end.
static void lay_out(struct scene *scene, const char *first, const char *second, bool known) {
    scene->steps[0] = (struct step){.number = 1, .length_ms = 40000, .say = first};
    scene->steps[1] = (struct step){.number = 2, .length_ms = 40000, .say = second};
    scene->routine = routine_of(scene->steps, 2);
    scene->routine.ambience = "rain";
    scene->timeline = compile_written(&scene->routine);
    struct error err = {0};
    const struct playback_options options = {.timeline = scene->timeline,
                                             .settings = &scene->settings,
                                             .audio = "audio",
                                             .live = true,
                                             .script = {.known = known}};
    if (!playback_open(&options, &scene->playback, &err)) {
        fail_msg("%s", err.text);
    }
}

static void make_words(struct scene *scene) {
    double share = 0;
    int64_t began_ms = clock_monotonic_ms();
    while (!playback_is_whole(&scene->playback, &share)) {
        clock_sleep_ms(5);
        assert_true(clock_monotonic_ms() - began_ms < 30000);
    }
    playback_lay(&scene->playback);
}

static void settle(struct scene *scene) {
    playback_settle(&scene->playback, scene->speaker, 0);
}

// Until the voice that was begun has taken its place.
static void settle_voice(struct scene *scene) {
    int64_t began_ms = clock_monotonic_ms();
    settle(scene);
    assert_non_null(scene->playback.coming);
    while (scene->playback.coming) {
        clock_sleep_ms(5);
        settle(scene);
        assert_true(clock_monotonic_ms() - began_ms < 30000);
    }
    settle(scene);
}

static void levels_follow_the_settings(void **state) {
    struct scene *scene = *state;
    lay_out(scene, "short", "short", false);
    make_words(scene);
    settle(scene);
    const struct track_levels *levels = &scene->playback.track.levels;
    assert_int_equal(levels->cues, SOUND_GAIN_FULL);
    assert_int_equal(levels->voice, SOUND_GAIN_FULL);
    scene->settings.cue_volume = 50;
    scene->settings.ambience_volume = 25;
    text_copy(scene->settings.voice, sizeof scene->settings.voice, "off");
    settle(scene);
    assert_int_equal(levels->cues, SOUND_GAIN_FULL / 2);
    assert_int_equal(levels->ambience, SOUND_GAIN_FULL / 4);
    assert_int_equal(levels->voice, 0);
    assert_int_equal(scene->playback.track.ducking, 0);
    text_copy(scene->settings.voice, sizeof scene->settings.voice, "on");
    settle(scene);
    assert_int_equal(levels->voice, SOUND_GAIN_FULL);
    assert_null(scene->playback.coming); // it was there all the time
}

static void another_ambience_comes_when_the_first_is_silent(void **state) {
    struct scene *scene = *state;
    lay_out(scene, "short", "short", false);
    make_words(scene);
    const struct loop *rain = scene->playback.track.ambience;
    assert_non_null(rain);
    text_copy(scene->settings.ambience_name, sizeof scene->settings.ambience_name, "drone");
    settle(scene);
    assert_int_equal(scene->playback.track.levels.ambience, 0);
    settle(scene);
    settle(scene);
    // The drone is longer than the rain.
    assert_int_equal(loop_frames(scene->playback.track.ambience) / SECOND, 240);
    assert_true(scene->playback.track.levels.ambience > 0);
    text_copy(scene->settings.ambience_name, sizeof scene->settings.ambience_name, "off");
    settle(scene);
    settle(scene);
    assert_null(scene->playback.track.ambience);
    assert_null(scene->playback.bank.ambience);
}

static void a_session_begun_without_a_voice_gets_one(void **state) {
    struct scene *scene = *state;
    text_copy(scene->settings.voice, sizeof scene->settings.voice, "off");
    lay_out(scene, "short", "short", false);
    make_words(scene);
    settle(scene);
    assert_int_equal(scene->playback.track.prompt_count, 0);
    assert_false(playback_is_voiceless(&scene->playback));
    text_copy(scene->settings.voice, sizeof scene->settings.voice, "on");
    settle_voice(scene);
    assert_int_equal(scene->playback.track.prompt_count, 3);
    assert_int_equal(scene->playback.track.levels.voice, SOUND_GAIN_FULL);
    for (int index = 0; index < 3; index++) {
        assert_true(scene->playback.track.prompts[index].clip.frames > 0);
    }
}

static void all_words_come_back(void **state) {
    struct scene *scene = *state;
    lay_out(scene, "Short one. Then a long one.", "short", true);
    make_words(scene);
    assert_true(scene->playback.track.prompts[0].clip.frames < 2 * SECOND);
    playback_say_all(&scene->playback, 0);
    // The words that play go to silence before they change.
    while (scene->playback.coming) {
        settle(scene);
        clock_sleep_ms(5);
    }
    settle(scene);
    assert_true(scene->playback.track.prompts[0].clip.frames > 2 * SECOND);
    assert_int_equal(scene->playback.track.levels.voice, SOUND_GAIN_FULL);
}

static void follow(struct scene *scene, int64_t from_ms, int64_t to_ms) {
    const struct timeline *timeline = scene->timeline;
    struct tick tick = {0};
    while (tick.cue_first < timeline->cue_count && timeline->cues[tick.cue_first].at_ms < from_ms) {
        tick.cue_first++;
    }
    tick.cue_end = tick.cue_first;
    while (tick.cue_end < timeline->cue_count && timeline->cues[tick.cue_end].at_ms < to_ms) {
        tick.cue_end++;
    }
    playback_follow(&scene->playback, scene->speaker, &tick);
}

static void a_voice_that_fails_is_heard_once(void **state) {
    struct scene *scene = *state;
    scene->settings.voice_volume = 80;
    lay_out(scene, "broken", "broken too", false);
    make_words(scene);
    follow(scene, 0, 1);
    assert_int_equal(strike_count, 2);
    assert_int_equal(strikes[0].frames, scene->playback.bank.cues[SOUND_VOICE_FAILED].frames);
    // The sentence, behind the sound and no louder than the voice.
    assert_true(strikes[1].frames > 4 * SECOND);
    assert_true(strikes[1].delay_ms * SOUND_PER_MS >= strikes[0].frames);
    assert_int_equal(strikes[1].percent, 80);
    follow(scene, 1, 79999);
    assert_int_equal(strike_count, 2);
    // Nobody is told who does not want to hear it.
    scene->playback.failing.told = false;
    text_copy(scene->settings.voice, sizeof scene->settings.voice, "off");
    follow(scene, 0, 1);
    assert_int_equal(strike_count, 2);
}

static void a_breath_is_accompanied_and_the_end_is_said(void **state) {
    struct scene *scene = *state;
    lay_out(scene, "broken", "broken too", false);
    make_words(scene);
    struct failing *failing = &scene->playback.failing;
    struct timeline breaths = *scene->timeline;
    struct cue cues[] = {{.sound = SOUND_IN, .gate = -1},
                         {.sound = SOUND_OUT, .gate = -1},
                         {.sound = SOUND_IN, .gate = -1},
                         {.sound = SOUND_OUT, .gate = -1}};
    follow(scene, 0, 1);
    assert_true(failing->in);
    int count = strike_count;
    breaths.cues = cues;
    breaths.cue_count = 4;
    scene->playback.options.timeline = &breaths;
    struct voice *voice = scene->playback.voice;
    scene->playback.voice = NULL;
    struct tick tick = {.cue_first = 0, .cue_end = 2};
    playback_follow(&scene->playback, scene->speaker, &tick);
    assert_int_equal(strike_count, count); // the sentence still sounds
    failing->until_ms = 0;
    tick = (struct tick){.cue_first = 2, .cue_end = 3};
    playback_follow(&scene->playback, scene->speaker, &tick);
    failing->until_ms = 0;
    tick = (struct tick){.cue_first = 3, .cue_end = 4};
    playback_follow(&scene->playback, scene->speaker, &tick);
    assert_int_equal(strike_count, count + 2);
    failing->until_ms = 0;
    playback_follow(&scene->playback, scene->speaker, &(struct tick){.cue_end = 4});
    assert_int_equal(strike_count, count + 2); // one breath is enough
    scene->playback.voice = voice;
    scene->playback.options.timeline = scene->timeline;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(levels_follow_the_settings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_ambience_comes_when_the_first_is_silent, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_session_begun_without_a_voice_gets_one, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(all_words_come_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_voice_that_fails_is_heard_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_breath_is_accompanied_and_the_end_is_said, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
