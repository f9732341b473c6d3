// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms speech_voices voice_kind aloud_open aloud_close aloud_say aloud_take
// wrap: aloud_is_busy house_set

// The voice before the first session: who hears it, how long it waits, what an answer leads to.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "aloud_made.h"
#include "run/once.h"
#include "run/sample.h"

static const struct speech_voice voices[] = {{"one", "one"}, {"two", "two"}, {"three", "three"}};

static struct {
    int64_t now_ms;
    int voices;
} world;

int64_t __wrap_clock_monotonic_ms(void);
int __wrap_speech_voices(const char *language, const struct speech_voice *to[SPEECH_VOICES_MAX]);
bool __wrap_house_set(struct house *house, const char *key, const char *value, struct error *err);

int64_t __wrap_clock_monotonic_ms(void) {
    return world.now_ms;
}

int __wrap_speech_voices(const char *language, const struct speech_voice *to[SPEECH_VOICES_MAX]) {
    assert_non_null(language);
    for (int i = 0; i < world.voices; i++) {
        to[i] = &voices[i];
    }
    return world.voices;
}

bool __wrap_house_set(struct house *house, const char *key, const char *value, struct error *err) {
    return settings_set(&house->settings, key, value, err);
}

struct scene {
    struct house house;
    struct play_request request;
    struct step steps[1];
    struct routine routine;
    struct preparation preparation;
    struct sample sample;
};

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    struct error err = {0};
    memset(&world, 0, sizeof world);
    world.now_ms = 50000;
    world.voices = 3;
    spoken_reset(9000, true);
    scene->house.settings = settings_default();
    scene->house.store =
        store_open(&(struct store_options){.path = ":memory:", .now = {.utc_s = 1795244400}}, &err);
    assert_non_null(scene->house.store);
    scene->routine = (struct routine){.steps = scene->steps, .step_count = 1};
    text_copy(scene->routine.id, sizeof scene->routine.id, "breath-calm");
    scene->preparation.routine = &scene->routine;
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    sample_close(&scene->sample);
    assert_int_equal(spoken.opens, 0);
    store_close(scene->house.store);
    memory_free(scene);
    return 0;
}

static bool is_due(const struct scene *scene) {
    return sample_is_due(&scene->house, &scene->request, &scene->preparation);
}

// Opens and begins it, and lets the clip be taken.
static void hear(struct scene *scene) {
    const struct clip *clip = NULL;
    sample_open(&scene->house, &scene->sample);
    world.now_ms += 5000; // the first screen was looked at
    sample_begin(&scene->sample);
    assert_true(sample_take(&scene->sample, &clip));
    assert_ptr_equal(clip, &spoken.clip);
    assert_non_null(strstr(spoken.said, "tones alone"));
    assert_false(sample_take(&scene->sample, &clip)); // once
}

static void it_comes_once_and_to_who_hears_it(void **state) {
    struct scene *scene = *state;
    assert_true(is_due(scene));
    bool *const left_out[] = {&scene->request.no_record,  &scene->request.mute,
                              &scene->request.no_voice,   &scene->request.mini,
                              &scene->request.bedtime,    &scene->preparation.resumes,
                              &scene->house.settings.mute};
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
        *left_out[i] = true;
        assert_false(is_due(scene));
        *left_out[i] = false;
    }
    world.voices = 0;
    assert_false(is_due(scene)); // nothing speaks
    world.voices = 3;
    assert_true(once_remember(&scene->house, ONCE_SAMPLE));
    assert_false(is_due(scene));
}

static void who_has_chosen_is_not_asked(void **state) {
    struct scene *scene = *state;
    static const char *const chosen[][2] = {{"voice", "on"},
                                            {"voice", "off"},
                                            {"voice_name", "flite-rms"},
                                            {"voice_command", "mine {text}"},
                                            {"voice_volume", "0"}};
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++) {
        struct error err = {0};
        scene->house.settings = settings_default();
        assert_true(is_due(scene));
        assert_true(settings_set(&scene->house.settings, chosen[i][0], chosen[i][1], &err));
        assert_false(is_due(scene));
    }
}

static void without_a_key_it_goes_on_with_this_one(void **state) {
    struct scene *scene = *state;
    hear(scene);
    assert_string_equal(spoken.voice_name, "one");
    assert_int_equal(sample_wait_ms(&scene->sample), 9000 + SAMPLE_BEHIND_MS);
    world.now_ms += 9000 + SAMPLE_BEHIND_MS - 1;
    assert_int_equal(sample_wait_ms(&scene->sample), 1);
    world.now_ms++;
    assert_int_equal(sample_wait_ms(&scene->sample), 0);
    sample_leave(&scene->house, &scene->sample);
    assert_string_equal(scene->house.settings.voice, "auto");
    assert_string_equal(scene->house.settings.voice_name, "usual");
}

static void each_answer_is_kept(void **state) {
    struct scene *scene = *state;
    hear(scene);
    assert_true(sample_decide(&scene->house, &scene->sample, SAMPLE_THIS));
    assert_string_equal(scene->house.settings.voice, "on");
    assert_string_equal(scene->house.settings.voice_name, "usual");
    sample_close(&scene->sample);
    hear(scene);
    assert_true(sample_decide(&scene->house, &scene->sample, SAMPLE_TONES));
    assert_string_equal(scene->house.settings.voice, "off");
}

static void another_one_is_heard_and_kept(void **state) {
    struct scene *scene = *state;
    const struct clip *clip = NULL;
    hear(scene);
    assert_false(sample_decide(&scene->house, &scene->sample, SAMPLE_ANOTHER));
    assert_string_equal(spoken.voice_name, "two");
    assert_true(sample_take(&scene->sample, &clip));
    assert_false(sample_decide(&scene->house, &scene->sample, SAMPLE_ANOTHER));
    assert_false(sample_decide(&scene->house, &scene->sample, SAMPLE_ANOTHER));
    assert_string_equal(spoken.voice_name, "one"); // around
    assert_false(sample_decide(&scene->house, &scene->sample, SAMPLE_ANOTHER));
    assert_true(sample_take(&scene->sample, &clip));
    sample_leave(&scene->house, &scene->sample); // without another key
    assert_string_equal(scene->house.settings.voice_name, "two");
    assert_string_equal(scene->house.settings.voice, "on");
}

// Rules alone: nobody hears them unasked.
static void a_machines_voice_waits_to_be_asked(void **state) {
    struct scene *scene = *state;
    const struct clip *clip = NULL;
    spoken.kind = SPEECH_FORMANT;
    sample_open(&scene->house, &scene->sample);
    sample_begin(&scene->sample);
    assert_int_equal(spoken.says, 0);
    assert_false(sample_take(&scene->sample, &clip));
    assert_string_equal(sample_answer_words(&scene->sample, SAMPLE_THIS), "Let me hear it");
    assert_int_equal(sample_wait_ms(&scene->sample), SAMPLE_LEAST_MS);
    sample_leave(&scene->house, &scene->sample);
    assert_string_equal(scene->house.settings.voice, "auto"); // and so the tones lead
    // Asked for, it is heard, and goes on without another key.
    assert_false(sample_decide(&scene->house, &scene->sample, SAMPLE_THIS));
    assert_string_equal(spoken.voice_name, "one");
    assert_string_equal(sample_answer_words(&scene->sample, SAMPLE_THIS), "This voice");
    assert_true(sample_take(&scene->sample, &clip));
    sample_leave(&scene->house, &scene->sample);
    assert_string_equal(scene->house.settings.voice, "on");
}

static void who_is_read_to_hears_it_at_once(void **state) {
    struct scene *scene = *state;
    spoken.kind = SPEECH_FORMANT;
    scene->house.settings.spoken = true;
    hear(scene);
}

static void a_voice_that_cannot_be_made_holds_nobody_up(void **state) {
    struct scene *scene = *state;
    const struct clip *clip = NULL;
    spoken.made = false;
    sample_open(&scene->house, &scene->sample);
    sample_begin(&scene->sample);
    assert_false(sample_take(&scene->sample, &clip));
    assert_int_equal(sample_wait_ms(&scene->sample), SAMPLE_MAKING_MS);
    spoken.fails = true;
    assert_int_equal(sample_wait_ms(&scene->sample), 0);
    sample_leave(&scene->house, &scene->sample);
    assert_string_equal(scene->house.settings.voice, "auto");
}

static void once_is_once(void **state) {
    struct scene *scene = *state;
    for (int once = 0; once < ONCE_COUNT; once++) {
        assert_true(once_is_due(&scene->house, (enum once)once));
        assert_true(once_remember(&scene->house, (enum once)once));
        assert_false(once_is_due(&scene->house, (enum once)once));
        for (int other = once + 1; other < ONCE_COUNT; other++) {
            assert_true(once_is_due(&scene->house, (enum once)other));
        }
    }
    struct house nowhere = {0};
    assert_false(once_is_due(&nowhere, ONCE_GREETING));
    assert_false(once_remember(&nowhere, ONCE_GREETING));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(it_comes_once_and_to_who_hears_it),
        CASE(who_has_chosen_is_not_asked),
        CASE(without_a_key_it_goes_on_with_this_one),
        CASE(each_answer_is_kept),
        CASE(another_one_is_heard_and_kept),
        CASE(a_machines_voice_waits_to_be_asked),
        CASE(who_is_read_to_hears_it_at_once),
        CASE(a_voice_that_cannot_be_made_holds_nobody_up),
        CASE(once_is_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
