// SPDX-License-Identifier: MIT
// wrap: voice_kind

#include "core/compiled.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"
#include "run/playback.h"
#include "run/speaking_script.h"

// Words that are made ahead of a session, by a voice that a test makes.

// What would speak where the settings name nothing.
static enum speech_kind installed = SPEECH_NATURAL;

enum speech_kind __real_voice_kind(const struct settings *settings, const char *language);
enum speech_kind __wrap_voice_kind(const struct settings *settings, const char *language);
enum speech_kind __wrap_voice_kind(const struct settings *settings, const char *language) {
    return settings->voice_command[0] ? __real_voice_kind(settings, language) : installed;
}

enum { SLACK_MS = 60 }; // what trimming may take or leave

struct scene {
    char folder[SCRATCH_PATH_MAX];
    char cache[SCRATCH_PATH_MAX];
    struct settings settings;
    struct step steps[4];
    struct routine routine;
    struct timeline *timeline;
};

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    scratch_make(scene->folder);
    scratch_path(scene->cache, scene->folder, "cache");
    scene->settings = settings_default();
    put_speaking_script(scene->folder, &scene->settings);
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    timeline_free(scene->timeline);
    scratch_remove(scene->folder);
    memory_free(scene);
    return 0;
}

// Three steps and the end.
static struct voice_options lay(struct scene *scene, const char *first, const char *second,
                                const char *third) {
    const char *const says[] = {first, second, third};
    for (int index = 0; index < 3; index++) {
        scene->steps[index] = (struct step){.length_ms = 40000, .say = says[index]};
    }
    scene->steps[0].length_ms = 2000;
    scene->routine = routine_of(scene->steps, 3);
    scene->timeline = compile_written(&scene->routine);
    return (struct voice_options){
        .timeline = scene->timeline,
        .settings = &scene->settings,
        .language = "en",
        .cache = scene->cache,
    };
}

static void wait_for(struct voice *voice, int done) {
    int64_t began_ms = clock_monotonic_ms();
    while (voice_progress(voice).done < done) {
        clock_sleep_ms(5);
        voice_take(voice);
        assert_true(clock_monotonic_ms() - began_ms < 30000);
    }
}

static void words_are_laid_by_their_own_lengths(void **state) {
    struct scene *scene = *state;
    struct voice_options options = lay(scene, "long", "short", "short");
    struct voice *voice = voice_open(&options);
    assert_non_null(voice);
    assert_int_equal(voice_progress(voice).count, 4);
    wait_for(voice, 4);
    assert_true(voice_is_ready(voice, 0));
    const struct prompts *prompts = voice_prompts(voice);
    assert_int_equal(prompts->count, 4);
    // The second waits until the first is through, which takes three seconds.
    int64_t through_ms = prompts->items[0].ends_ms;
    assert_in_range(through_ms, 3000 - SLACK_MS, 3000 + SLACK_MS);
    assert_int_equal(prompts->items[1].spoken_ms, through_ms);
    assert_int_equal(prompts->items[2].spoken_ms, 42000);
    assert_int_equal(prompts->items[3].spoken_ms, 82000);
    assert_ptr_equal(voice_prompts(voice), prompts);
    struct bank bank = {0};
    struct track track;
    track_build(scene->timeline, &bank,
                &(struct track_options){.voice_percent = 100, .prompts = prompts}, &track);
    voice_give(voice, NULL, &track);
    for (int index = 0; index < 4; index++) {
        assert_true(track.prompts[index].clip.frames > 0);
    }
    voice_follow(voice, 0, scene->timeline->cue_count);
    track_free(&track);
    voice_close(voice);
}

static void what_was_made_once_is_there_soon(void **state) {
    struct scene *scene = *state;
    struct voice_options options = lay(scene, "long", "short", "other");
    struct voice *voice = voice_open(&options);
    wait_for(voice, 4);
    voice_close(voice);
    scene->steps[1].length_ms = 90000; // only the first two belong to the first minute now
    timeline_free(scene->timeline);
    scene->timeline = compile_written(&scene->routine);
    options.timeline = scene->timeline;
    voice = voice_open(&options);
    assert_false(voice_is_ready(voice, VOICE_WAIT_MOST_MS - 1)); // none was taken yet
    assert_true(voice_is_ready(voice, VOICE_WAIT_MOST_MS));
    wait_for(voice, 2);
    if (voice_progress(voice).done < 4) {
        assert_false(voice_is_ready(voice, VOICE_WAIT_MOST_MS - 1)); // all are kept: it waits
    }
    wait_for(voice, 4);
    assert_true(voice_is_ready(voice, 0));
    voice_close(voice);
}

static void a_session_begins_without_slow_words(void **state) {
    struct scene *scene = *state;
    struct voice_options options = lay(scene, "short", "long", "slow");
    struct voice *voice = voice_open(&options);
    wait_for(voice, 2);
    assert_false(voice_is_ready(voice, VOICE_WAIT_MOST_MS - 1)); // the third is said at 42 s
    assert_true(voice_is_ready(voice, VOICE_WAIT_MOST_MS));
    // It is laid with an estimate, its words are missed at their time, and the voice has not
    // failed.
    const struct prompts *prompts = voice_prompts(voice);
    assert_int_equal(prompts->items[2].ends_ms - prompts->items[2].spoken_ms,
                     prompt_estimate_ms("slow"));
    assert_null(voice_clip(voice, prompts->items[2].cue));
    assert_non_null(voice_clip(voice, prompts->items[1].cue));
    voice_follow(voice, 0, scene->timeline->cue_count);
    int64_t began_ms = clock_monotonic_ms();
    voice_close(voice);
    assert_true(clock_monotonic_ms() - began_ms < 3000); // and nothing is waited for
}

static void words_behind_the_first_minute_need_not_be_there(void **state) {
    struct scene *scene = *state;
    struct voice_options options = lay(scene, "short", "long", "slow");
    scene->steps[1].length_ms = 60000;
    timeline_free(scene->timeline);
    scene->timeline = compile_written(&scene->routine);
    options.timeline = scene->timeline;
    struct voice *voice = voice_open(&options);
    wait_for(voice, 2);
    assert_true(voice_progress(voice).soon);
    assert_false(voice_is_ready(voice, VOICE_WAIT_MS - 1));
    assert_true(voice_is_ready(voice, VOICE_WAIT_MS));
    voice_close(voice);
}

static void words_that_cannot_be_made_are_known(void **state) {
    struct scene *scene = *state;
    struct voice_options options = lay(scene, "broken", "short", "broken too");
    struct voice *voice = voice_open(&options);
    wait_for(voice, 4);
    const struct prompts *prompts = voice_prompts(voice);
    assert_int_equal(prompts->items[0].ends_ms, prompts->items[0].spoken_ms);
    int third = prompts->items[2].cue;
    assert_true(voice_lacks(voice, prompts->items[0].cue));
    assert_false(voice_lacks(voice, prompts->items[1].cue));
    assert_true(voice_lacks(voice, third));
    voice_close(voice);
}

static void without_a_voice_everything_is_ready(void **state) {
    struct scene *scene = *state;
    struct voice_options options = lay(scene, "short", "long", "short");
    text_copy(scene->settings.voice, sizeof scene->settings.voice, "off");
    assert_null(voice_open(&options));
    text_copy(scene->settings.voice, sizeof scene->settings.voice, "on");
    scene->settings.voice_volume = 0;
    assert_null(voice_open(&options));
    assert_true(voice_is_ready(NULL, 0));
    assert_null(voice_prompts(NULL));
    voice_follow(NULL, 0, 4);
    assert_false(voice_lacks(NULL, 0));
    struct prompts prompts;
    voice_estimate(scene->timeline, &options.script, &prompts);
    assert_int_equal(prompts.count, 4);
    assert_int_equal(prompts.items[1].ends_ms - 2000, prompt_estimate_ms("long"));
    prompts_free(&prompts);
}

// Where rules alone would speak, what a person recorded is heard, and the rest is not missed.
static void unasked_recordings_alone_are_heard(void **state) {
    struct scene *scene = *state;
    struct voice_options options = lay(scene, "long", "short", "short");
    char path[SCRATCH_PATH_MAX], from[SCRATCH_PATH_MAX], folder[SCRATCH_PATH_MAX];
    struct error err = {0};
    installed = SPEECH_FORMANT;
    scene->settings.voice_command[0] = '\0';
    options.own = scene->folder;
    assert_null(voice_open(&options));
    text_copy(scene->routine.id, sizeof scene->routine.id, "mine");
    text_format(folder, sizeof folder, "%s/voice/en/%s", scene->folder, scene->routine.id);
    assert_true(file_make_folder(folder, 0700, &err));
    assert_int_equal(
        rename(scratch_path(from, scene->folder, "3.wav"), scratch_path(path, folder, "2.wav")), 0);
    struct voice *voice = voice_open(&options);
    assert_non_null(voice);
    assert_true(voice_is_recorded(voice));
    wait_for(voice, 4);
    const struct prompts *prompts = voice_prompts(voice);
    int first = prompts->items[0].cue, second = prompts->items[1].cue;
    assert_null(voice_clip(voice, first));
    assert_false(voice_lacks(voice, first));
    assert_in_range(voice_clip(voice, second)->frames, 2 * SECOND, 4 * SECOND);
    voice_close(voice);
    // Asked for, the program says the rest.
    scene->settings.spoken = true;
    voice = voice_open(&options);
    assert_false(voice_is_recorded(voice));
    voice_close(voice);
    installed = SPEECH_NATURAL;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_are_laid_by_their_own_lengths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_was_made_once_is_there_soon, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_session_begins_without_slow_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_behind_the_first_minute_need_not_be_there, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(words_that_cannot_be_made_are_known, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_a_voice_everything_is_ready, set_up, tear_down),
        cmocka_unit_test_setup_teardown(unasked_recordings_alone_are_heard, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
