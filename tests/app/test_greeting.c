// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence
// wrap: aloud_open aloud_close aloud_say aloud_take aloud_is_busy voice_kind
// wrap: outside_ring outside_strike outside_hush outside_rest_ms

// The very first start: a bell and a sentence, once, and whose voice says it.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/greeting.h"
#include "app/outside.h"

#include "aloud_made.h"
#include "app/hand.h"

static struct {
    int rings, hushes;
    const struct clip *struck; // the sentence
    int64_t rest_ms;
} world;

void __wrap_outside_ring(struct window *window, const struct clip *clip, int percent,
                         int64_t delay_ms);
void __wrap_outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms);
void __wrap_outside_hush(struct window *window, const struct clip *clip);
int64_t __wrap_outside_rest_ms(struct window *window);

void __wrap_outside_ring(struct window *window, const struct clip *clip, int percent,
                         int64_t delay_ms) {
    assert_non_null(window);
    assert_true(clip->frames > 0);
    assert_int_equal(percent, 100);
    assert_int_equal(delay_ms, 0);
    world.rings++;
    world.rest_ms = 2400;
}

void __wrap_outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms) {
    assert_non_null(window);
    assert_int_equal(delay_ms, 0);
    assert_null(world.struck);
    world.struck = clip;
    world.rest_ms = clip->frames / SOUND_PER_MS;
}

void __wrap_outside_hush(struct window *window, const struct clip *clip) {
    assert_non_null(window);
    assert_non_null(clip);
    world.hushes++;
}

int64_t __wrap_outside_rest_ms(struct window *window) {
    assert_non_null(window);
    return world.rest_ms;
}

static int set_up(void **state) {
    memset(&world, 0, sizeof world);
    spoken_reset(5000, false);
    return open_stage(state);
}

static int tear_down(void **state) {
    struct stage *stage = *state;
    greeting_end(&stage->window);
    assert_int_equal(spoken.opens, 0);
    if (spoken.says > 0) {
        assert_string_equal(spoken.said,
                            "Repose is open. Hold the space bar to have everything read aloud.");
    }
    return close_stage(state);
}

// Up to that time from the beginning on, as the loop does it.
static void pass_to(struct stage *stage, int64_t ms) {
    static int64_t began_us;
    began_us = ms == 0 ? *stage_now_us() : began_us;
    *stage_now_us() = began_us + ms * 1000;
    greeting_tick(&stage->window);
}

static void begin(struct stage *stage) {
    greeting_begin(&stage->window);
    pass_to(stage, 0);
}

static void it_rings_and_speaks_once_ever(void **state) {
    struct stage *stage = *state;
    spoken.made = true;
    begin(stage);
    assert_int_equal(world.rings, 1);
    assert_int_equal(greeting_wait_ms(&stage->window), 1600);
    pass_to(stage, 1599);
    assert_null(world.struck); // the bell first
    pass_to(stage, 1600);
    assert_ptr_equal(world.struck, &spoken.clip);
    assert_int_equal(greeting_wait_ms(&stage->window), 5000);
    world.rest_ms = 0;
    pass_to(stage, 6600);
    assert_null(stage->window.greeting);
    assert_true(greeting_wait_ms(&stage->window) == INT64_MAX);
    greeting_begin(&stage->window);
    assert_null(stage->window.greeting);
    assert_int_equal(world.rings, 1);
}

static void expect_stored(struct stage *stage) {
    assert_non_null(world.struck);
    assert_ptr_not_equal(world.struck, &spoken.clip);
    // "open" of audio/voice-failed/en is 5.6 s long.
    assert_in_range(world.struck->frames, 5 * 48000, 6 * 48000);
    assert_non_null(stage->window.greeting);
}

static void a_voice_that_fails_gives_way(void **state) {
    struct stage *stage = *state;
    begin(stage);
    spoken.fails = true;
    pass_to(stage, 1600);
    expect_stored(stage);
}

static void a_voice_that_is_late_gives_way(void **state) {
    struct stage *stage = *state;
    begin(stage);
    pass_to(stage, 1600);
    pass_to(stage, 3099);
    assert_null(world.struck);
    pass_to(stage, 3100);
    expect_stored(stage);
}

static void a_machines_voice_is_not_asked(void **state) {
    struct stage *stage = *state;
    spoken.kind = SPEECH_FORMANT;
    begin(stage);
    assert_int_equal(spoken.opens, 0);
    pass_to(stage, 1600);
    expect_stored(stage);
}

static void without_any_words_it_rings_alone(void **state) {
    struct stage *stage = *state;
    spoken.kind = SPEECH_NONE;
    stage_path(&stage->house.paths.audio, "tests", "nowhere");
    stage_path(&stage->house.paths.own_audio, ".", "audio");
    begin(stage);
    pass_to(stage, 1600);
    assert_int_equal(world.rings, 1);
    assert_null(world.struck);
    world.rest_ms = 0;
    pass_to(stage, 2400);
    assert_null(stage->window.greeting);
}

static void who_is_read_to_hears_the_bell_alone(void **state) {
    struct stage *stage = *state;
    stage->house.settings.spoken = true;
    spoken.made = true;
    begin(stage);
    pass_to(stage, 3000);
    assert_int_equal(world.rings, 1);
    assert_null(world.struck);
}

static void it_is_silent_where_nobody_wants_it(void **state) {
    struct stage *stage = *state;
    bool *const reasons[] = {&stage->window.nobody, &stage->open.no_record, &stage->open.mute,
                             &stage->open.mini, &stage->house.settings.mute};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        *reasons[i] = true;
        greeting_begin(&stage->window);
        assert_null(stage->window.greeting);
        *reasons[i] = false;
    }
    stage->house.settings.cues = false;
    greeting_begin(&stage->window);
    assert_null(stage->window.greeting);
    stage->house.settings.cues = true;
    begin(stage); // none of them has used it up
    assert_int_equal(world.rings, 1);
    // Cut short, nothing of it is needed any more.
    greeting_end(&stage->window);
    assert_true(world.hushes > 0);
    assert_null(stage->window.greeting);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(it_rings_and_speaks_once_ever),      CASE(a_voice_that_fails_gives_way),
        CASE(a_voice_that_is_late_gives_way),     CASE(a_machines_voice_is_not_asked),
        CASE(without_any_words_it_rings_alone),   CASE(who_is_read_to_hears_the_bell_alone),
        CASE(it_is_silent_where_nobody_wants_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
