// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// The player's picture: what is painted in pieces is what is painted whole, in every form; what
// stands still stands still; and the keys over the picture stop nothing.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/keyboard.h"
#include "app/shots_play.h"
#include "app/stage.h"
#include "app/stage_play.h"
#include "fonts.h"

enum { WIDTH = 800, HEIGHT = 600 };

struct form {
    const char *name, *routine;
    bool from_right, helps, still, large, small;
    bool coarse; // figures beside the lamp leave out what moves less than a quarter of a pixel
};

static const struct form forms[] = {
    {.name = "breathing", .routine = "breath-box"},
    {.name = "breathing, from the right", .routine = "breath-box", .from_right = true},
    {.name = "breathing beneath the keys", .routine = "breath-box", .helps = true},
    {.name = "from the right beneath the keys",
     .routine = "breath-sigh",
     .from_right = true,
     .helps = true},
    {.name = "breathing, still", .routine = "breath-sigh", .still = true},
    {.name = "breathing, large", .routine = "breath-box", .large = true},
    {.name = "breathing, small", .routine = "breath-box", .small = true},
    {.name = "massage from the right",
     .routine = "mas-jaw-temple-neck",
     .from_right = true,
     .coarse = true},
    {.name = "massage beneath the keys",
     .routine = "mas-jaw-temple-neck",
     .helps = true,
     .coarse = true},
    {.name = "massage, still", .routine = "mas-jaw-temple-neck", .still = true, .coarse = true},
    {.name = "exercise from the right",
     .routine = "nmr-smile-eyes-open",
     .from_right = true,
     .coarse = true},
};
enum { FORMS = sizeof forms / sizeof *forms };

static void open_form(struct stage *stage, const struct form *form) {
    *stage_now_us() = 1000000000;
    stage_open(stage, &(struct stage_place){.root = ".",
                                            .locale = "build/locale",
                                            .language = "en",
                                            .from_right = form->from_right});
    stage->house.settings.still = form->still;
    stage->house.settings.large_cue = form->large;
    stage_lead(stage, form->routine);
    stage_play_to(stage, 1, 100);
}

static void copy(cairo_surface_t *from, cairo_surface_t *to) {
    cairo_t *cairo = cairo_create(to);
    cairo_set_source_surface(cairo, from, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
}

// How many bytes differ by more than a rounding of two paintings in other pieces, but for the bar
// of time, which moves once a second.
static int differing(const struct window *window, cairo_surface_t *one, cairo_surface_t *other,
                     int rounding) {
    struct box bar = layout_mirror(&window->layout, window->play->boxes[PART_BAR]);
    struct box line = layout_mirror(&window->layout, window->play->boxes[PART_LINE]);
    int count = 0;
    cairo_surface_flush(one);
    cairo_surface_flush(other);
    const unsigned char *first = cairo_image_surface_get_data(one);
    const unsigned char *second = cairo_image_surface_get_data(other);
    int stride = cairo_image_surface_get_stride(one);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            bool timed = box_holds(bar, x, y) || box_holds(line, x, y);
            for (int at = y * stride + 4 * x; !timed && at < y * stride + 4 * x + 3; at++) {
                count += abs(first[at] - second[at]) > rounding;
            }
        }
    }
    return count;
}

// As the loop does it: the whole picture when it is stale, else what has changed.
static void pass(struct stage *stage, cairo_surface_t *picture, int64_t ms) {
    struct window *window = &stage->window;
    cairo_t *cairo = cairo_create(picture);
    window->cairo = cairo;
    window->input_ms = clock_monotonic_ms(); // a hand at the pointer: nothing fades
    stage_pass(stage, ms);
    if (window->stale) {
        window_paint_screen(window, cairo, WIDTH, HEIGHT);
    }
    window->cairo = NULL;
    cairo_destroy(cairo);
}

static void pieces_make_the_whole(void **state) {
    enum { STEP_MS = 47, STEPS = 500, EVERY = 25, ROUNDING = 3, QUARTER = 64 };
    const struct form *form = *state;
    struct stage stage;
    struct window *window = &stage.window;
    open_form(&stage, form);
    cairo_surface_t *pieces = stage_paint(&stage, WIDTH, HEIGHT);
    if (form->helps) {
        window_act(window, (struct act){ACT_HELP, 0});
    }
    if (form->small) {
        window_act(window, (struct act){ACT_SMALL, 0});
    }
    for (int i = 1; i <= STEPS && stage_player(&stage)->state == PLAYER_PLAYING; i++) {
        pass(&stage, pieces, STEP_MS);
        if (i % EVERY == 0 && !window->stale) {
            cairo_surface_t *before = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
            copy(pieces, before);
            cairo_surface_t *whole = stage_paint(&stage, WIDTH, HEIGHT);
            int wrong = differing(window, before, whole, form->coarse ? QUARTER : ROUNDING);
            if (wrong > 0) {
                print_error("%s: %d bytes differ after %d pictures, at %lld ms\n", form->name,
                            wrong, i, (long long)stage_player(&stage)->position_ms);
            }
            assert_int_equal(wrong, 0);
            cairo_surface_destroy(before);
            cairo_surface_destroy(whole);
        }
    }
    assert_true(stage_player(&stage)->position_ms > STEP_MS * EVERY);
    cairo_surface_destroy(pieces);
    stage_close(&stage);
}

// Within a phase a still picture does not change but for its count, and asks for no frames.
static void still_is_still(void **state) {
    (void)state;
    struct stage stage;
    open_form(&stage, &(struct form){.routine = "breath-box", .still = true});
    struct window *window = &stage.window;
    stage_play_to(&stage, stage_find(&stage, PHASE_IN, 0.05), 20);
    cairo_surface_destroy(stage_paint(&stage, WIDTH, HEIGHT));
    struct breath_pose first = window->play->pose;
    assert_true(first.level > 0.99);
    for (int i = 0; i < 20; i++) {
        stage_pass(&stage, 100);
        struct frame frame = play_figure_frame(window);
        struct breath_pose pose = breath_pose(&frame);
        assert_true(frame.segment->phase == PHASE_IN);
        assert_false(breath_poses_differ(&first, &pose, 212));
        assert_true(screens[SCREEN_PLAY]->wait_ms(window) > 0);
    }
    stage_play_to(&stage, stage_find(&stage, PHASE_OUT, 0.05), 20);
    struct frame frame = play_figure_frame(window);
    struct breath_pose sunk = breath_pose(&frame);
    assert_true(sunk.level < 0.01);
    stage_close(&stage);
}

// Moving, the same routine wants its next picture at once or within a sixtieth of a second.
static void what_moves_wants_frames(void **state) {
    (void)state;
    struct stage stage;
    open_form(&stage, &(struct form){.routine = "breath-box"});
    stage_play_to(&stage, stage_find(&stage, PHASE_IN, 0.3), 20);
    assert_true(screens[SCREEN_PLAY]->wait_ms(&stage.window) <= 17);
    stage_close(&stage);
}

static void press(struct window *window, SDL_Keycode key) {
    *stage_now_us() += 1000000;
    keyboard_screen(window, key, false);
}

static void the_keys_stop_nothing(void **state) {
    (void)state;
    struct stage stage;
    open_form(&stage, &(struct form){.routine = "breath-calm"});
    struct window *window = &stage.window;
    window_act(window, (struct act){ACT_HELP, 0});
    assert_true(window->play->helps);
    assert_int_equal(window->screen, SCREEN_PLAY);
    int64_t before_ms = stage_player(&stage)->position_ms;
    stage_play_to(&stage, before_ms + 3000, 100);
    assert_int_equal(stage_player(&stage)->state, PLAYER_PLAYING);
    assert_true(window->play->helps);
    // Nothing but the way to the emergency lines and the way back can be pressed.
    cairo_surface_destroy(stage_paint(&stage, WIDTH, HEIGHT));
    assert_int_equal(window->elements->count, 2);
    press(window, SDLK_ESCAPE);
    assert_false(window->play->helps);
    assert_int_equal(window->screen, SCREEN_PLAY);
    // A pause takes them away.
    window_act(window, (struct act){ACT_HELP, 0});
    press(window, SDLK_SPACE);
    stage_pass(&stage, 10);
    assert_int_equal(stage_player(&stage)->state, PLAYER_PAUSED);
    assert_false(window->play->helps);
    stage_close(&stage);
}

// Levels by keys, over a picture that goes on; each holds at once.
static void the_levels_are_set_over_the_picture(void **state) {
    (void)state;
    struct stage stage;
    open_form(&stage, &(struct form){.routine = "breath-calm"});
    struct window *window = &stage.window;
    struct settings *settings = &stage.house.settings;
    press(window, SDLK_s);
    stage_pass(&stage, 0);
    assert_true(window->play->levels);
    cairo_surface_destroy(stage_paint(&stage, WIDTH, HEIGHT));
    assert_true(focus_is_on(window, (struct act){ACT_LEVEL, 1}));
    press(window, SDLK_LEFT);
    stage_pass(&stage, 0);
    press(window, SDLK_LEFT);
    stage_pass(&stage, 0);
    assert_int_equal(settings->voice_volume, 90);
    press(window, SDLK_RIGHT);
    stage_pass(&stage, 0);
    assert_int_equal(settings->voice_volume, 95);
    window_act(window, (struct act){ACT_LEVEL, 4});
    assert_int_equal(settings->ambience_volume, 35);
    window_act(window, (struct act){ACT_AMBIENCE, 2});
    assert_string_equal(settings->ambience_name, "waves");
    // What the keys mean beside it stays.
    press(window, SDLK_v);
    stage_pass(&stage, 0);
    assert_string_equal(settings->voice, "off");
    assert_false(sitting_speaks(window->play->sitting));
    assert_true(window->play->levels);
    cairo_surface_destroy(stage_paint(&stage, WIDTH, HEIGHT));
    bool off = false;
    for (int index = 0; index < window->elements->count; index++) {
        const struct element *element = &window->elements->all[index];
        off = off || (element->act.kind == ACT_LEVEL && strcmp(element->value, "off") == 0);
    }
    assert_true(off);
    window_act(window, (struct act){ACT_LEVEL, 1});
    assert_string_equal(settings->voice, "on");
    assert_true(sitting_speaks(window->play->sitting));
    press(window, SDLK_ESCAPE);
    stage_pass(&stage, 0);
    assert_false(window->play->helps || window->play->levels);
    stage_pass(&stage, 10);
    assert_int_equal(stage_player(&stage)->state, PLAYER_PLAYING);
    press(window, SDLK_LEFT); // a step again, not a level
    stage_pass(&stage, 0);
    assert_int_equal(settings->voice_volume, 100);
    stage_close(&stage);
}

static void a_gate_takes_the_keys_and_the_small_form_away(void **state) {
    (void)state;
    struct stage stage;
    open_form(&stage, &(struct form){.routine = "warm-compress"});
    struct window *window = &stage.window;
    int64_t gate_ms = sitting_timeline(window->play->sitting)->gates[0].at_ms;
    stage_play_to(&stage, gate_ms - 1000, 500);
    window_act(window, (struct act){ACT_HELP, 0});
    window_act(window, (struct act){ACT_SMALL, 0});
    stage_play_to(&stage, gate_ms, 100);
    stage_pass(&stage, 0);
    assert_int_equal(stage_player(&stage)->state, PLAYER_GATE);
    assert_false(window->play->helps);
    assert_false(window->small);
    // Two buttons stand below the question: it does not ask for any key.
    char cue[200];
    play_cue(window, cue, sizeof cue);
    assert_string_equal(cue, "Look at the skin.");
    stage_close(&stage);
}

static void only_the_player_is_small(void **state) {
    (void)state;
    struct stage stage;
    open_form(&stage, &(struct form){.routine = "breath-calm"});
    window_act(&stage.window, (struct act){ACT_SMALL, 0});
    assert_true(stage.window.small);
    press(&stage.window, SDLK_a);
    assert_false(stage.window.small);
    press(&stage.window, SDLK_a);
    window_act(&stage.window, (struct act){ACT_STOP, 0});
    assert_int_equal(stage.window.screen, SCREEN_WHY);
    assert_false(stage.window.small);
    stage_close(&stage);
}

// Nothing has been done yet: there is nothing to keep and nothing to be asked.
static void who_leaves_before_the_first_step_is_asked_nothing(void **state) {
    (void)state;
    struct stage stage;
    stage_open(&stage, &(struct stage_place){.root = ".", .locale = "locale"});
    shot_lead(&stage, &(struct shot){.name = "lead-in", .routine = "breath-calm"});
    cairo_surface_destroy(stage_paint(&stage, 1280, 800));
    assert_int_equal(stage.window.screen, SCREEN_PLAY);
    press(&stage.window, SDLK_ESCAPE);
    assert_int_equal(stage.window.screen, SCREEN_FIRST);
    stage_close(&stage);
}

// In the size it has on a desktop, however large the text is elsewhere.
static void the_small_form_holds_its_buttons(void **state) {
    (void)state;
    static const int sizes[][3] = {{380, 196, 44}, {380, 196, 44}, {300, 155, 30}, {760, 392, 44}};
    for (int i = 0; i < 4; i++) {
        struct stage stage;
        open_form(&stage, &(struct form){.routine = "breath-calm", .from_right = i % 2 == 1});
        struct window *window = &stage.window;
        stage_look(&stage, "evening", i == 0 ? 100 : 250);
        window_act(window, (struct act){ACT_SMALL, 0});
        cairo_surface_destroy(stage_paint(&stage, sizes[i][0], sizes[i][1]));
        const struct elements *elements = window->elements;
        assert_int_equal(elements->count, 5);
        for (int one = 0; one < elements->count; one++) {
            struct box box = elements->all[one].box;
            assert_true(box.x >= 0 && box.x + box.width <= sizes[i][0]);
            assert_true(box.y >= 0 && box.y + box.height <= sizes[i][1]);
            assert_true(box.width >= sizes[i][2] - 0.5 && box.height >= sizes[i][2] - 0.5);
            for (int other = 0; other < one; other++) {
                assert_false(box_meets(box, elements->all[other].box));
            }
        }
        stage_close(&stage);
    }
}

int main(void) {
    struct CMUnitTest tests[FORMS + 8];
    for (int i = 0; i < FORMS; i++) {
        tests[i] = (struct CMUnitTest){.name = forms[i].name,
                                       .test_func = pieces_make_the_whole,
                                       .initial_state = (void *)(uintptr_t)&forms[i]};
    }
    const struct CMUnitTest others[] = {
        cmocka_unit_test(still_is_still),
        cmocka_unit_test(what_moves_wants_frames),
        cmocka_unit_test(the_keys_stop_nothing),
        cmocka_unit_test(the_levels_are_set_over_the_picture),
        cmocka_unit_test(a_gate_takes_the_keys_and_the_small_form_away),
        cmocka_unit_test(only_the_player_is_small),
        cmocka_unit_test(who_leaves_before_the_first_step_is_asked_nothing),
        cmocka_unit_test(the_small_form_holds_its_buttons),
    };
    memcpy(tests + FORMS, others, sizeof others);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
