// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence
// wrap: aloud_open aloud_close aloud_say aloud_take aloud_is_busy voice_kind
// wrap: outside_strike outside_hush

// What is heard when a spasm was noted, for eyes that are shut; and what is read aloud of it.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/keys.h"
#include "app/outside.h"
#include "app/reader.h"
#include "app/reading.h"
#include "app/spasm.h"

#include "aloud_made.h"
#include "app/hand.h"
#include "app/play.h"

static struct { int strikes, hushes; } world;

void __wrap_outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms);
void __wrap_outside_hush(struct window *window, const struct clip *clip);

void __wrap_outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms) {
    assert_non_null(window);
    assert_ptr_equal(clip, &spoken.clip);
    assert_int_equal(delay_ms, 0);
    world.strikes++;
}

void __wrap_outside_hush(struct window *window, const struct clip *clip) {
    assert_non_null(window);
    assert_ptr_equal(clip, &spoken.clip);
    world.hushes++;
}

static int set_up(void **state) {
    memset(&world, 0, sizeof world);
    spoken_reset(5000, true);
    open_stage(state);
    struct window *window = &((struct stage *)*state)->window;
    reader_open(window);
    first_show(window);
    paint(*state);
    return 0;
}

static int tear_down(void **state) {
    struct stage *stage = *state;
    spasm_voice_end(&stage->window);
    reader_close(&stage->window);
    assert_int_equal(spoken.opens, 0);
    return close_stage(state);
}

// As the loop does it.
static void pass(struct stage *stage, int64_t ms) {
    *stage_now_us() += ms * 1000;
    spasm_voice_tick(&stage->window);
    if (screens[stage->window.screen]->tick) {
        screens[stage->window.screen]->tick(&stage->window);
    }
}

static void hit(struct stage *stage, SDL_Keycode key) {
    SDL_KeyboardEvent event = {.keysym = {.sym = key}};
    pass(stage, 1000);
    keys_pressed(&stage->window, &event);
    paint(stage);
}

static void one_sentence_names_the_keys(void **state) {
    struct stage *stage = *state;
    hit(stage, SDLK_n);
    assert_string_equal(spoken.said,
                        "Noted. Enter eases it, in a minute and a half. Escape goes back.");
    pass(stage, 20);
    assert_int_equal(world.strikes, 1);
    assert_true(spasm_voice_wait_ms(&stage->window) > 60000); // nothing is polled any more
    hit(stage, SDLK_6);
    assert_string_equal(spoken.said, "Strength 6.");
    assert_int_equal(world.hushes, 1); // what was being said gives way
    pass(stage, 20);
    assert_int_equal(world.strikes, 2);
    hit(stage, SDLK_RETURN); // what the sentence promised holds behind a digit too
    assert_string_equal(stage->window.preparation->routine->id, "now-grip");
    pass(stage, 20);
    assert_int_equal(spoken.opens, 0);
    assert_int_equal(world.hushes, 2);
}

static void it_is_silent_with_the_sheet(void **state) {
    struct stage *stage = *state;
    hit(stage, SDLK_n);
    pass(stage, 20);
    hit(stage, SDLK_ESCAPE);
    pass(stage, 0);
    assert_int_equal(world.hushes, 1);
    assert_int_equal(spoken.opens, 0);
    assert_true(spasm_voice_wait_ms(&stage->window) == INT64_MAX);
    pass(stage, 20000);
    hit(stage, SDLK_n); // left alone it goes by itself
    pass(stage, 25000);
    pass(stage, 0);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_int_equal(spoken.opens, 0);
}

static void a_voice_that_fails_holds_nothing_up(void **state) {
    struct stage *stage = *state;
    spoken.fails = true;
    hit(stage, SDLK_n);
    pass(stage, 20);
    assert_int_equal(world.strikes, 0);
    assert_true(spasm_voice_wait_ms(&stage->window) == INT64_MAX);
    assert_int_equal(stage->window.screen, SCREEN_SPASM);
}

// Nobody hears a voice unasked, and one that reads everything says it already.
static void where_no_voice_is_on_it_is_silent(void **state) {
    struct stage *stage = *state;
    struct settings *settings = &stage->house.settings;
    for (int i = 0; i < 4; i++) {
        spoken.kind = i == 0 ? SPEECH_FORMANT : SPEECH_NATURAL;
        text_copy(settings->voice, sizeof settings->voice, i == 1 ? "off" : "auto");
        settings->mute = i == 2;
        settings->spoken = i == 3;
        hit(stage, SDLK_n);
        pass(stage, 20);
        assert_int_equal(spoken.says, 0);
        hit(stage, SDLK_ESCAPE);
    }
}

static void within_a_session_one_word_is_heard(void **state) {
    struct stage *stage = *state;
    act(stage, ACT_BREATHE, 0);
    for (int i = 0; i < 8 && stage->window.screen != SCREEN_PLAY; i++) {
        hit(stage, SDLK_RETURN);
    }
    assert_int_equal(stage->window.screen, SCREEN_PLAY);
    pass(stage, 3000);
    int64_t before = sitting_player(stage->window.play->sitting)->position_ms;
    SDL_KeyboardEvent event = {.keysym = {.sym = SDLK_n}};
    keys_pressed(&stage->window, &event);
    assert_string_equal(spoken.said, "Noted. ");
    spasm_voice_tick(&stage->window);
    assert_int_equal(sitting_player(stage->window.play->sitting)->position_ms, before);
    assert_int_equal(world.strikes, 1);
    pass(stage, 1000);
    assert_int_equal(spoken.opens, 1);
    pass(stage, 5000);
    assert_int_equal(spoken.opens, 0);
    assert_int_equal(stage->window.screen, SCREEN_PLAY);
}

// Read aloud the keys come before the button, and nothing of what lies beneath is read.
static void read_aloud_the_sheet_says_itself(void **state) {
    struct stage *stage = *state;
    stage->house.settings.spoken = true;
    hit(stage, SDLK_n);
    paint(stage);
    struct reading reading = {0};
    struct reading_texts texts = {0};
    assert_true(reading_follow(&reading, &stage->window, &texts));
    assert_true(texts.said > 4);
    assert_string_equal(texts.texts[0], "Noted, 20:15");
    assert_string_equal(texts.texts[1],
                        "Enter eases it, in a minute and a half. Escape goes back.");
    assert_non_null(strstr(texts.texts[2], "For this moment"));
    for (int i = 0; i < texts.count; i++) {
        assert_null(strstr(texts.texts[i], "Good evening"));
        assert_null(strstr(texts.texts[i], "Your left")); // for who looks
    }
    reading_texts_free(&texts);
    reading_free(&reading);
}

#define VOICED(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        VOICED(one_sentence_names_the_keys),         VOICED(it_is_silent_with_the_sheet),
        VOICED(a_voice_that_fails_holds_nothing_up), VOICED(where_no_voice_is_on_it_is_silent),
        VOICED(within_a_session_one_word_is_heard),  VOICED(read_aloud_the_sheet_says_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
