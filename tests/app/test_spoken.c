// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence
// wrap: aloud_open aloud_close aloud_say aloud_say_all aloud_take aloud_is_busy
// wrap: outside_strike outside_hush

// What is read aloud on each screen, as words: a voice that writes down what it would say.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/outside.h"
#include "app/reader.h"
#include "app/space_bar.h"
#include "run/aloud.h"

#include "app/hand.h"
#include "app/shots.h"
#include "app/stage_play.h"

enum { HEARD_MAX = 96, LINE = 1024, CLIP_FRAMES = 48000, STRUCK = 16 };

static struct voice_double {
    char said[HEARD_MAX][LINE]; // of the last time
    int count, ahead, taken;
    int times;
    struct clip clips[HEARD_MAX];
    const struct clip *struck[STRUCK];
    int64_t begins_ms[STRUCK]; // monotonic
    int strikes, hushes;
} voice;

struct aloud *__wrap_aloud_open(const struct aloud_options *options);
void __wrap_aloud_close(struct aloud *aloud);
void __wrap_aloud_say_all(struct aloud *aloud, const char *const texts[], int count, int said);
void __wrap_aloud_say(struct aloud *aloud, const char *text);
bool __wrap_aloud_take(struct aloud *aloud, const struct clip **clip);
bool __wrap_aloud_is_busy(const struct aloud *aloud);
void __wrap_outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms);
void __wrap_outside_hush(struct window *window, const struct clip *clip);

struct aloud *__wrap_aloud_open(const struct aloud_options *options) {
    (void)options;
    return memory_new(1, 1);
}

void __wrap_aloud_close(struct aloud *aloud) {
    memory_free(aloud);
}

void __wrap_aloud_say_all(struct aloud *aloud, const char *const texts[], int count, int said) {
    assert_non_null(aloud);
    assert_true(said <= count && count <= HEARD_MAX);
    for (int i = 0; i < said; i++) {
        text_copy(voice.said[i], LINE, texts[i]);
        voice.clips[i].frames = CLIP_FRAMES;
    }
    voice.count = said;
    voice.ahead = count - said;
    voice.taken = 0;
    voice.times++;
}

// The sample of a voice says its own sentence.
void __wrap_aloud_say(struct aloud *aloud, const char *text) {
    assert_non_null(aloud);
    assert_non_null(text);
}

bool __wrap_aloud_take(struct aloud *aloud, const struct clip **clip) {
    assert_non_null(aloud);
    if (voice.taken == voice.count) {
        return false;
    }
    *clip = &voice.clips[voice.taken++];
    return true;
}

bool __wrap_aloud_is_busy(const struct aloud *aloud) {
    assert_non_null(aloud);
    return voice.taken < voice.count;
}

void __wrap_outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms) {
    assert_non_null(window);
    assert_true(voice.strikes < STRUCK);
    voice.begins_ms[voice.strikes] = *stage_now_us() / 1000 + delay_ms;
    voice.struck[voice.strikes++] = clip;
}

void __wrap_outside_hush(struct window *window, const struct clip *clip) {
    assert_non_null(window);
    assert_non_null(clip);
    voice.hushes++;
}

static int set_up(void **state) {
    open_stage(state);
    struct stage *stage = *state;
    memset(&voice, 0, sizeof voice);
    stage->house.settings.spoken = true;
    stage->house.settings.key_repeat_ms = 0;
    stage->window.input_ms = 0;
    reader_open(&stage->window);
    return 0;
}

static int tear_down(void **state) {
    struct stage *stage = *state;
    reader_close(&stage->window);
    return close_stage(state);
}

// Paints and listens; how many sentences that gave.
static int listen(struct stage *stage) {
    int times = voice.times;
    paint(stage);
    reader_follow(&stage->window);
    if (voice.times == times) {
        voice.count = 0;
    }
    return voice.count;
}

static int press_and_listen(struct stage *stage, SDL_Keycode sym) {
    keyboard_press(&stage->window, sym, 0);
    keyboard_release(&stage->window, sym);
    return listen(stage);
}

static bool says(const char *text) {
    for (int i = 0; i < voice.count; i++) {
        if (strstr(voice.said[i], text)) {
            return true;
        }
    }
    return false;
}

static int place_of(const char *text) {
    for (int i = 0; i < voice.count; i++) {
        if (strstr(voice.said[i], text)) {
            return i;
        }
    }
    fail_msg("nothing says \"%s\"; the first is \"%s\"", text, voice.count ? voice.said[0] : "");
    return -1;
}

static void expect_alone(const char *text) {
    assert_int_equal(voice.count, 1);
    assert_string_equal(voice.said[0], text);
}

static void a_number_is_asked_in_words(void **state) {
    struct stage *stage = *state;
    stage_begin(stage, "breath-calm");
    window_show(&stage->window, SCREEN_BEFORE);
    assert_true(listen(stage) >= 3);
    int question = place_of("In the last few minutes, how busy was your face?");
    int how = place_of("Press 0 to 9. For ten press 1 and then 0.");
    int focus = place_of("Begin, button, ");
    assert_true(question < how && how < focus);
    press_and_listen(stage, SDLK_5);
    expect_alone("5, clearly, choice, chosen, 6 of 11");
    press_and_listen(stage, SDLK_RIGHT);
    expect_alone("6, choice, chosen, 7 of 11");
    assert_int_equal(listen(stage), 0); // nothing is new
}

static void keys_cut_what_is_being_said(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    assert_true(listen(stage) > 3);
    assert_true(says("button, "));
    reader_tick(&stage->window);
    assert_int_equal(voice.strikes, 1);
    assert_ptr_equal(voice.struck[0], &voice.clips[0]);
    assert_int_equal(reader_wait_ms(&stage->window) > 900, 1); // a sentence takes its time
    // The next one follows without a hole, and before the one before it is over.
    *stage_now_us() += 1100 * 1000;
    reader_tick(&stage->window);
    assert_int_equal(voice.strikes, 2);
    assert_in_range(voice.begins_ms[1] - voice.begins_ms[0], 1000, 1300);
    press_and_listen(stage, SDLK_TAB);
    assert_int_equal(voice.count, 1);
    assert_int_equal(voice.hushes, 2);
    assert_true(voice.ahead > 2); // what the next keys lead to is made by now
    const struct element *element = focus_element(&stage->window);
    assert_int_equal(strncmp(voice.said[0], element->name, strlen(element->name)), 0);
    reader_tick(&stage->window);
    assert_int_equal(voice.strikes, 3);
    assert_int_equal(voice.begins_ms[2], *stage_now_us() / 1000); // at once
}

static void the_doctors_page_is_read_first_and_again(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    listen(stage);
    keyboard_press(&stage->window, SDLK_F3, 0);
    assert_true(listen(stage) > 10);
    assert_string_equal(voice.said[0], "When to see a doctor");
    assert_string_equal(voice.said[1], "1 1 2");
    assert_string_equal(voice.said[2], "Sudden, and one of these? Call now.");
    assert_true(place_of("Do not wait") < place_of("button"));
    assert_true(place_of("button") < place_of("Within days"));
    int whole = voice.count;
    assert_int_equal(press_and_listen(stage, SDLK_SPACE), whole);
    assert_int_equal(stage->window.screen, SCREEN_SAFETY);
    reader_tick(&stage->window);
    int hushes = voice.hushes;
    keyboard_press(&stage->window, SDLK_LCTRL, KMOD_LCTRL);
    assert_int_equal(voice.hushes, hushes + 1);
    assert_int_equal(voice.count, 0);
    reader_tick(&stage->window);
    assert_int_equal(listen(stage), 0);
    assert_true(reader_wait_ms(&stage->window) == INT64_MAX);
}

static void what_the_program_tells_is_said(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    listen(stage);
    window_say(&stage->window, "Kept in your diary.");
    listen(stage);
    expect_alone("Kept in your diary.");
    assert_int_equal(listen(stage), 0);
}

static void letters_are_said_as_they_are_written(void **state) {
    struct stage *stage = *state;
    list_show_search(&stage->window);
    listen(stage);
    assert_true(says("field"));
    keys_text(&stage->window, "x");
    listen(stage);
    assert_string_equal(voice.said[0], "x");
    for (int i = 1; i < voice.count; i++) {
        assert_null(strstr(voice.said[i], "field")); // its name is not said with every letter
    }
    keys_text(&stage->window, "\u00fc");
    listen(stage);
    assert_string_equal(voice.said[0], "\u00fc");
    press_and_listen(stage, SDLK_BACKSPACE);
    assert_string_equal(voice.said[0], "\u00fc erased");
    assert_string_equal(stage->window.field.text, "x");
    // A blank is written when the bar is let go, and once.
    keyboard_press(&stage->window, SDLK_SPACE, 0);
    keys_text(&stage->window, " ");
    assert_string_equal(stage->window.field.text, "x");
    keyboard_release(&stage->window, SDLK_SPACE);
    assert_string_equal(stage->window.field.text, "x ");
}

static void a_session_leads_itself(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    first_show(window);
    listen(stage);
    stage_lead(stage, "breath-calm");
    assert_int_equal(listen(stage), 0);
    stage_play_touched(stage, 30000);
    assert_int_equal(listen(stage), 0);
    press_and_listen(stage, SDLK_TAB);
    assert_int_equal(voice.count, 1);
    press_and_listen(stage, SDLK_SPACE); // at once, and no hold
    stage_pass(stage, 0);
    listen(stage);
    assert_int_equal(stage_player(stage)->state, PLAYER_PAUSED);
    assert_string_equal(voice.said[0], "Paused");
    assert_true(says("Carry on, button"));
    window_say(window, "Sound 60 %");
    listen(stage);
    assert_true(says("Sound 60 %"));
}

// Held for 0.7 s, and not a moment sooner.
static void holding_the_bar_turns_it(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage->house.settings.spoken = false;
    stage_begin(stage, "breath-calm");
    window_show(window, SCREEN_BEFORE);
    assert_int_equal(listen(stage), 0);
    keyboard_press(&stage->window, SDLK_SPACE, 0);
    assert_int_equal(space_bar_wait_ms(window), HOLD_MS);
    *stage_now_us() += (HOLD_MS - 1) * 1000;
    space_bar_tick(window);
    assert_false(stage->house.settings.spoken);
    *stage_now_us() += 1000;
    space_bar_tick(window);
    assert_true(stage->house.settings.spoken);
    listen(stage);
    assert_int_equal(place_of("Everything is read aloud."), 0);
    assert_true(says("how busy was your face?"));
    assert_true(says("Begin, button"));
    keyboard_release(&stage->window, SDLK_SPACE);
    assert_int_equal(window->screen, SCREEN_BEFORE); // it pressed nothing
    assert_true(space_bar_wait_ms(window) == INT64_MAX);
    // And off again, which is said too.
    keyboard_press(&stage->window, SDLK_SPACE, 0);
    *stage_now_us() += HOLD_MS * 1000;
    space_bar_tick(window);
    assert_false(stage->house.settings.spoken);
    expect_alone("No longer read aloud.");
    keyboard_release(&stage->window, SDLK_SPACE);
    assert_int_equal(listen(stage), 0);
    assert_int_equal(window->screen, SCREEN_BEFORE);
    // A short press is one, when it is let go.
    keyboard_press(&stage->window, SDLK_SPACE, 0);
    assert_int_equal(window->screen, SCREEN_BEFORE);
    *stage_now_us() += 200 * 1000;
    keyboard_release(&stage->window, SDLK_SPACE);
    assert_int_equal(window->screen, SCREEN_PLAY);
}

static void a_bar_belongs_to_the_screen_it_went_down_on(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_begin(stage, "breath-calm");
    window_show(window, SCREEN_BEFORE);
    listen(stage);
    keyboard_press(&stage->window, SDLK_SPACE, 0);
    session_begin(window); // by itself, as where nobody answers
    stage_pass(stage, 0);
    keyboard_release(&stage->window, SDLK_SPACE);
    stage_pass(stage, 0);
    assert_int_not_equal(stage_player(stage)->state, PLAYER_PAUSED);
    keyboard_press(&stage->window, SDLK_SPACE, 0);
    space_bar_forget(window);
    keyboard_release(&stage->window, SDLK_SPACE);
}

// Everything that can be pressed is said with its name when the keys reach it, on every screen.
static void every_screen_says_what_it_is(void **state) {
    (void)state;
    for (int i = 0; i < SHOTS; i++) {
        void *own = NULL;
        set_up(&own);
        struct stage *stage = own;
        shots[i].set(stage, &shots[i]);
        listen(stage);
        bool sample = stage->window.screen == SCREEN_HEARING;
        bool leads = sample || (stage->window.screen == SCREEN_PLAY && voice.count <= 1);
        bool dark = stage->window.screen == SCREEN_NIGHT;
        if (!leads && !dark && voice.count < 2) {
            fail_msg("%s says %d", shots[i].name, voice.count);
        }
        for (int step = 0; step < 3 && !dark; step++) {
            press_and_listen(stage, SDLK_TAB);
            const struct element *element = focus_element(&stage->window);
            if (stage->window.elements->count > 1 && !says(element->name)) {
                fail_msg("%s: Tab to \"%s\" is not said", shots[i].name, element->name);
            }
        }
        tear_down(&own);
    }
}

static void nothing_is_read_unasked(void **state) {
    struct stage *stage = *state;
    stage->house.settings.spoken = false;
    first_show(&stage->window);
    listen(stage);
    press_and_listen(stage, SDLK_TAB);
    window_say(&stage->window, "Kept.");
    listen(stage);
    assert_int_equal(voice.times, 0);
    assert_int_equal(stage->window.elements->said.count, 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_number_is_asked_in_words),
        CASE(keys_cut_what_is_being_said),
        CASE(the_doctors_page_is_read_first_and_again),
        CASE(what_the_program_tells_is_said),
        CASE(letters_are_said_as_they_are_written),
        CASE(a_session_leads_itself),
        CASE(holding_the_bar_turns_it),
        CASE(a_bar_belongs_to_the_screen_it_went_down_on),
        cmocka_unit_test(every_screen_says_what_it_is),
        CASE(nothing_is_read_unasked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
