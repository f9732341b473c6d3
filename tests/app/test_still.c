// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence
//
// A moment of the player as a picture: what the window shows then, without what can be pressed.
#include "app/still.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/stage.h"
#include "app/stage_play.h"
#include "fonts.h"
#include "run/words.h"
#include "scratch.h"

// The rows between what stands above and below the figure and its words.
enum { WIDTH = 1280, HEIGHT = 800, HEAD = 120, FOOT = 660, AT_MS = 30000 };

struct scene_of_test {
    struct stage stage;
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
};

static int set_up(void **state) {
    static struct scene_of_test scene;
    stage_open(&scene.stage,
               &(struct stage_place){.root = ".", .locale = "/dev/null", .language = "en"});
    scratch_make(scene.folder);
    scratch_path(scene.path, scene.folder, "a.png");
    *state = &scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene_of_test *scene = *state;
    stage_close(&scene->stage);
    scratch_remove(scene->folder);
    return 0;
}

// `timeline` is borrowed by what is returned.
static struct still_request request_of(struct scene_of_test *scene, const char *routine,
                                       int64_t at_ms, struct timeline_options *timeline) {
    const struct catalog_entry *entry = catalog_find(&scene->stage.house.catalog, routine);
    assert_non_null(entry);
    *timeline = timeline_options_written(words_phrases());
    return (struct still_request){
        .routine = &entry->routine,
        .timeline = timeline,
        .at_ms = at_ms,
        .width = WIDTH,
        .height = HEIGHT,
    };
}

static bool write_at(struct scene_of_test *scene, const char *routine, int64_t at_ms,
                     struct error *err) {
    struct timeline_options timeline;
    const struct still_request request = request_of(scene, routine, at_ms, &timeline);
    return still_write(&scene->stage.house, &request, scene->path, err);
}

// Whether there is more than the evening sky: words and signs are bright.
static bool row_has_ink(cairo_surface_t *picture, int y) {
    enum { BRIGHT = 110 };
    const unsigned char *row = cairo_image_surface_get_data(picture) +
                               (ptrdiff_t)y * cairo_image_surface_get_stride(picture);
    for (size_t x = 0; x < WIDTH; x++) {
        if (row[4 * x + 1] > BRIGHT) {
            return true;
        }
    }
    return false;
}

static bool row_is_same(cairo_surface_t *one, cairo_surface_t *other, int y) {
    ptrdiff_t at = (ptrdiff_t)y * cairo_image_surface_get_stride(one);
    const unsigned char *a = cairo_image_surface_get_data(one) + at;
    const unsigned char *b = cairo_image_surface_get_data(other) + at;
    for (size_t x = 0; x < WIDTH; x++) {
        if (memcmp(a + 4 * x, b + 4 * x, 3) != 0) {
            return false;
        }
    }
    return true;
}

// Figure and words are the window's to the pixel; the window's controls are not there.
static void it_is_the_window_without_what_can_be_pressed(void **state) {
    struct scene_of_test *scene = *state;
    static const char *const routines[] = {"breath-box", "mas-jaw-temple-neck"};
    for (size_t i = 0; i < sizeof routines / sizeof routines[0]; i++) {
        struct error err = {0};
        assert_true(write_at(scene, routines[i], AT_MS, &err));
        cairo_surface_t *still = cairo_image_surface_create_from_png(scene->path);
        assert_int_equal(cairo_image_surface_get_width(still), WIDTH);
        assert_int_equal(cairo_image_surface_get_height(still), HEIGHT);
        stage_lead(&scene->stage, routines[i]);
        stage_play_to(&scene->stage, AT_MS, 50);
        assert_int_equal(stage_player(&scene->stage)->position_ms, AT_MS);
        cairo_surface_t *window = stage_paint(&scene->stage, WIDTH, HEIGHT);
        for (int y = HEAD; y < FOOT; y++) {
            assert_true(row_is_same(still, window, y));
        }
        // The sky alone, where the window has its corner and what is played.
        int inked = 0;
        for (int y = 0; y < HEAD / 2; y++) {
            assert_false(row_has_ink(still, y));
            inked += row_has_ink(window, y);
        }
        assert_true(inked > 0);
        cairo_surface_destroy(still);
        cairo_surface_destroy(window);
        session_abandon(&scene->stage.window);
    }
}

// No clock moves it: an hour later it is the same.
static void the_hour_is_not_in_it(void **state) {
    struct scene_of_test *scene = *state;
    struct error err = {0};
    struct bytes bytes[2];
    for (int i = 0; i < 2; i++) {
        assert_true(write_at(scene, "nmr-smile-eyes-open", AT_MS, &err));
        assert_true(file_read(scene->path, (size_t)1 << 24, &bytes[i], &err));
        *stage_now_us() += (int64_t)3600 * 1000000;
    }
    assert_int_equal(bytes[0].length, bytes[1].length);
    assert_memory_equal(bytes[0].data, bytes[1].data, bytes[0].length);
    bytes_free(&bytes[0]);
    bytes_free(&bytes[1]);
}

static int kept(struct store *store) {
    enum { DAYS = 100000 };
    struct session_list list = {0};
    struct error err = {0};
    assert_true(sessions_list(store, 0, DAYS, 0, stage_evening, &list, &err));
    int count = list.count;
    session_list_free(&list);
    return count;
}

static void nothing_is_kept_of_it(void **state) {
    struct scene_of_test *scene = *state;
    struct error err = {0};
    int before = kept(scene->stage.house.store);
    assert_true(before > 0);
    assert_true(write_at(scene, "breath-box", AT_MS, &err));
    assert_int_equal(kept(scene->stage.house.store), before);
    assert_int_equal(scratch_count(scene->folder), 1);
}

static void what_cannot_be_written_is_told(void **state) {
    struct scene_of_test *scene = *state;
    struct error err = {0};
    text_copy(scene->path, sizeof scene->path, "/nonexistent/a.png");
    assert_false(write_at(scene, "breath-box", AT_MS, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    err = (struct error){0};
    scratch_path(scene->path, scene->folder, "a.png");
    assert_false(write_at(scene, "breath-box", (int64_t)86400 * 1000, &err));
    assert_int_equal(scratch_count(scene->folder), 0);
}

// How many pixels differ by more than can be seen.
static int differing(const struct still_pixels *one, const struct still_pixels *other) {
    enum { SEEN = 6 };
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
        const unsigned char *a = one->bytes + (ptrdiff_t)y * one->stride;
        const unsigned char *b = other->bytes + (ptrdiff_t)y * other->stride;
        for (size_t x = 0; x < WIDTH; x++) {
            bool differs = false;
            for (size_t i = 0; i < 3; i++) {
                differs = differs || abs(a[4 * x + i] - b[4 * x + i]) > SEEN;
            }
            count += differs;
        }
    }
    return count;
}

// A picture that came out of many before it is the one that would be painted alone: across steps,
// gates and the end, and after a jump backwards. (What stands below the words keeps the place that
// the first repetition gave it, so the later ones are not compared.)
static void a_reel_shows_what_each_picture_alone_would(void **state) {
    enum { PICTURE_MS = 33, LOOK_AT = 37, SEEN_MOST = WIDTH * HEIGHT / 1000 };
    struct scene_of_test *scene = *state;
    static const struct {
        const char *routine;
        int64_t from_ms, to_ms;
    } runs[] = {{"breath-box", 0, 24000},
                {"nmr-smile-eyes-open", 20000, 55000},
                {"mas-jaw-temple-neck", 40000, 70000},
                {"warm-compress", 355000, 385000},
                {"screen-20", 0, 19900},
                {"rom-neck", 12000, 30000}};
    for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
        struct house *house = &scene->stage.house;
        struct timeline_options timeline;
        struct error err = {0};
        const struct still_request request = request_of(scene, runs[i].routine, 0, &timeline);
        struct reel *reel = reel_open(house, &request, &err);
        assert_non_null(reel);
        struct still_pixels of_reel, alone;
        assert_true(reel_paint(reel, runs[i].to_ms, &of_reel));
        int looked = 0;
        for (int64_t at_ms = runs[i].from_ms; at_ms < runs[i].to_ms; at_ms += PICTURE_MS) {
            assert_true(reel_paint(reel, at_ms, &of_reel));
            if (at_ms / PICTURE_MS % LOOK_AT != 0) {
                continue;
            }
            struct reel *other = reel_open(house, &request, &err);
            assert_true(reel_paint(other, at_ms, &alone));
            int count = differing(&of_reel, &alone);
            if (count > SEEN_MOST) {
                fail_msg("%s at %lld ms: %d pixels differ", runs[i].routine, (long long)at_ms,
                         count);
            }
            reel_close(other);
            looked++;
        }
        assert_true(looked > 10);
        reel_close(reel);
    }
}

static void a_reel_of_what_cannot_be_played_is_none(void **state) {
    struct scene_of_test *scene = *state;
    struct timeline_options timeline;
    struct error err = {0};
    const struct still_request request = request_of(scene, "breath-box", 0, &timeline);
    timeline.tempo = 9;
    assert_null(reel_open(&scene->stage.house, &request, &err));
    assert_int_equal(err.code, ERROR_INPUT);
    reel_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_is_the_window_without_what_can_be_pressed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_hour_is_not_in_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_kept_of_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_reel_shows_what_each_picture_alone_would, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_reel_of_what_cannot_be_played_is_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_written_is_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
