// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "figure_picture.h"

static const char *const body_words[] = {"body",  "hands",  "arms",   "shoulders", "chest",
                                         "belly", "thighs", "calves", "feet",      "legs"};
static const char *const other_words[] = {"shoulder_roll", "far", "drink", "palming"};
enum {
    BODIES = sizeof body_words / sizeof *body_words,
    OTHERS = sizeof other_words / sizeof *other_words,
    MIDDLE = WIDTH / 2
};

static struct picture paint_word(const struct theme *theme, enum verb verb, const char *word,
                                 enum side side, double level, bool exchanged) {
    struct shown shown;
    show(&shown, verb, word, side);
    struct frame frame = frame_of(&shown.segment, 5000, level);
    struct figure figure = figure_at(&frame, NULL, NULL, exchanged);
    return paint(theme, &figure, &frame);
}

static void words_are_known_and_no_others(void **state) {
    (void)state;
    for (int i = 0; i < BODIES; i++) {
        assert_int_equal(show_by_word(body_words[i]), SHOW_BODY + i);
    }
    for (int i = 0; i < OTHERS; i++) {
        assert_int_equal(show_by_word(other_words[i]), SHOW_SHOULDER_ROLL + i);
    }
    static const char *const strange[] = {"",          "Hands",      "hand", "smile_closed",
                                          "neck_turn", "skin-check", "far "};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        assert_int_equal(show_by_word(strange[i]), SHOW_COUNT);
    }
    assert_int_equal(show_by_word(NULL), SHOW_COUNT);
}

static void each_word_has_its_figure(void **state) {
    (void)state;
    static const enum figure_kind kinds[OTHERS] = {FIGURE_ROLL, FIGURE_FAR, FIGURE_DRINK,
                                                   FIGURE_PALMING};
    struct shown shown;
    for (int i = 0; i < BODIES; i++) {
        show(&shown, VERB_SECONDS, body_words[i], SIDE_NONE);
        assert_int_equal(figure_kind(&shown.segment), FIGURE_BODY);
        show(&shown, VERB_EXERCISE, body_words[i], SIDE_BOTH);
        assert_int_equal(figure_kind(&shown.segment), FIGURE_BODY);
    }
    for (int i = 0; i < OTHERS; i++) {
        show(&shown, VERB_SECONDS, other_words[i], SIDE_NONE);
        assert_int_equal(figure_kind(&shown.segment), kinds[i]);
    }
    // What has a picture of its own keeps it; a movement nobody drew is done by the sitting person.
    show(&shown, VERB_BREATHE, "hands", SIDE_NONE);
    assert_int_equal(figure_kind(&shown.segment), FIGURE_LAMP);
    show(&shown, VERB_SCAN, "eye_close_gentle", SIDE_NONE);
    assert_int_equal(figure_kind(&shown.segment), FIGURE_SCAN);
    show(&shown, VERB_EXERCISE, "ankle_circle", SIDE_BOTH);
    assert_int_equal(figure_kind(&shown.segment), FIGURE_BODY);
    show(&shown, VERB_SECONDS, NULL, SIDE_NONE);
    assert_int_equal(figure_kind(&shown.segment), FIGURE_STEADY);
}

// No two of all scenes, poses at their farthest and regions look alike, on any ground.
static void every_scene_paints_something_of_its_own(void **state) {
    (void)state;
    enum { ALL = 2 * BODIES + OTHERS + REGION_COUNT + 1 };
    for (int name = 0; name < THEME_COUNT; name++) {
        struct theme theme = theme_make((enum theme_name)name, 100);
        struct picture pictures[ALL];
        int count = 0;
        pictures[count++] = picture_new(&theme);
        for (int i = 0; i < BODIES; i++) {
            pictures[count++] =
                paint_word(&theme, VERB_SECONDS, body_words[i], SIDE_NONE, 0, false);
            pictures[count++] =
                paint_word(&theme, VERB_EXERCISE, body_words[i], SIDE_BOTH, 1, false);
        }
        for (int i = 0; i < OTHERS; i++) {
            pictures[count++] =
                paint_word(&theme, VERB_SECONDS, other_words[i], SIDE_NONE, 0, false);
        }
        // The regions that a scene shows as well are the same on purpose.
        static const enum region regions[] = {
            REGION_HIPS_BELLY, REGION_JAW_TONGUE, REGION_CHEEKS_LIPS, REGION_LIPS_CHIN,
            REGION_EYES_LIDS,  REGION_NECK_FRONT, REGION_FACE,        REGION_FOREHEAD_BROWS};
        for (size_t i = 1; i < sizeof regions / sizeof *regions; i++) {
            pictures[count++] = paint_region(&theme, regions[i], NULL);
        }
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                assert_true(differing(&pictures[i], &pictures[j], whole, true) > 150);
            }
        }
        for (int i = 0; i < count; i++) {
            picture_free(&pictures[i]);
        }
    }
}

// Painting what is said to change leaves exactly the new picture, at every step of the way.
static void moving_boxes_hold_all_that_changes(void **state) {
    (void)state;
    static const enum side sides[] = {SIDE_BOTH, SIDE_LEFT, SIDE_RIGHT};
    struct shown shown;
    for (int i = 0; i < BODIES; i++) {
        show(&shown, VERB_EXERCISE, body_words[i], sides[i % 3]);
        struct frame frame = frame_of(&shown.segment, 0, 0);
        struct figure figure = figure_at(&frame, NULL, NULL, i % 2);
        follow(&figure, &shown.segment, 710, 2);
    }
    show(&shown, VERB_SECONDS, "shoulder_roll", SIDE_NONE);
    struct frame frame = frame_of(&shown.segment, 0, 0);
    struct figure figure = figure_at(&frame, NULL, NULL, false);
    follow(&figure, &shown.segment, 370, 2);
    figure.area = 1;
    follow(&figure, &shown.segment, 530, 2);
}

// The ramp is painted, what is held and rested is not; a step that only shows a part is still.
static void only_work_moves(void **state) {
    (void)state;
    struct shown shown;
    for (int i = 0; i < BODIES; i++) {
        show(&shown, VERB_EXERCISE, body_words[i], SIDE_BOTH);
        struct frame start = frame_of(&shown.segment, 0, 0);
        struct frame end = frame_of(&shown.segment, shown.segment.ramp_ms, 1);
        struct figure figure = figure_at(&start, NULL, NULL, false);
        struct figure_pose from = figure_pose(&figure, &start);
        struct figure_pose to = figure_pose(&figure, &end);
        struct box boxes[FIGURE_DAMAGE_MAX];
        assert_true(figure_moves(&figure, &start));
        assert_false(figure_moves(&figure, &end));
        assert_true(figure_poses_differ(&from, &to, place.scale));
        assert_int_equal(figure_damage(&figure, NULL, &from, &to, place, boxes), 1);
        show(&shown, VERB_SECONDS, body_words[i], SIDE_NONE);
        figure = figure_at(&start, NULL, NULL, false);
        figure.segment = &shown.segment;
        start = frame_of(&shown.segment, 0, 1);
        struct figure_pose still = figure_pose(&figure, &start);
        assert_false(figure_moves(&figure, &start));
        assert_int_equal(figure_damage(&figure, NULL, &still, &still, place, boxes), 0);
    }
    for (int i = 1; i < OTHERS; i++) {
        show(&shown, VERB_SECONDS, other_words[i], SIDE_NONE);
        struct frame frame = frame_of(&shown.segment, 900, 0);
        struct figure figure = figure_at(&frame, NULL, NULL, false);
        assert_false(figure_moves(&figure, &frame));
    }
}

static struct box half(bool left) {
    return (struct box){left ? 0 : MIDDLE, 0, MIDDLE, HEIGHT};
}

// The other half but for the seam of the trousers.
static struct box beyond(bool left) {
    enum { SEAM = 4 };
    return (struct box){left ? 0 : MIDDLE + SEAM, 0, MIDDLE - SEAM, HEIGHT};
}

// A movement of one side changes that side of the picture alone; without the mirror the other one.
static void a_side_is_the_side_that_is_meant(void **state) {
    (void)state;
    static const char *const sided[] = {"hands", "arms", "thighs", "calves", "feet", "legs"};
    struct theme theme = theme_make(THEME_EVENING, 100);
    for (size_t i = 0; i < sizeof sided / sizeof *sided; i++) {
        struct picture rest = paint_word(&theme, VERB_EXERCISE, sided[i], SIDE_LEFT, 0, false);
        struct picture left = paint_word(&theme, VERB_EXERCISE, sided[i], SIDE_LEFT, 1, false);
        struct picture right = paint_word(&theme, VERB_EXERCISE, sided[i], SIDE_RIGHT, 1, false);
        struct picture other = paint_word(&theme, VERB_EXERCISE, sided[i], SIDE_LEFT, 1, true);
        int on_left = differing(&rest, &left, half(true), true);
        int on_right = differing(&rest, &right, half(false), true);
        assert_true(on_left > 60);
        assert_int_equal(differing(&rest, &left, beyond(false), true), 0);
        assert_true(on_right > 60);
        assert_int_equal(differing(&rest, &right, beyond(true), true), 0);
        assert_int_equal(differing(&right, &other, whole, true), 0);
        // Mirror images but for the light, which is stronger on one side.
        assert_true(abs(on_left - on_right) < on_left / 4);
        picture_free(&rest);
        picture_free(&left);
        picture_free(&right);
        picture_free(&other);
    }
}

// Pixels of water: clearly more blue than red.
static int water(const struct picture *picture, struct box box) {
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            uint32_t value = pixel(picture, x, y);
            bool blue = (int)(value & 255) > (int)(value >> 16 & 255) + 30;
            count += box_holds(box, x, y) && blue;
        }
    }
    return count;
}

static void the_glass_is_in_the_right_hand(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_DAY, 100);
    struct picture mirror = paint_word(&theme, VERB_SECONDS, "drink", SIDE_NONE, 0, false);
    struct picture seen = paint_word(&theme, VERB_SECONDS, "drink", SIDE_NONE, 0, true);
    assert_true(water(&mirror, half(false)) > 60);
    assert_int_equal(water(&mirror, half(true)), 0);
    assert_true(water(&seen, half(true)) > 60);
    assert_int_equal(water(&seen, half(false)), 0);
    picture_free(&mirror);
    picture_free(&seen);
}

// The lowest row in which skin is seen; trousers, bench and ground are less red.
static int lowest_skin(const struct picture *picture) {
    for (int y = HEIGHT - 1; y >= 0; y--) {
        for (int x = 0; x < WIDTH; x++) {
            uint32_t value = pixel(picture, x, y);
            int red = (int)(value >> 16 & 255);
            if (red > 175 && red > (int)(value & 255) + 50) {
                return y;
            }
        }
    }
    return -1;
}

static void toes_lift_and_curl(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct picture rest = paint_word(&theme, VERB_EXERCISE, "calves", SIDE_BOTH, 0, false);
    struct picture up = paint_word(&theme, VERB_EXERCISE, "calves", SIDE_BOTH, 1, false);
    struct picture curled = paint_word(&theme, VERB_EXERCISE, "feet", SIDE_BOTH, 1, false);
    int ground = lowest_skin(&rest);
    assert_true(ground > HEIGHT / 2);
    assert_true(lowest_skin(&up) < ground - 16);
    assert_true(lowest_skin(&curled) < ground - 2);
    picture_free(&rest);
    picture_free(&up);
    picture_free(&curled);
}

static void sides_are_named_where_one_is_meant(void **state) {
    (void)state;
    static const struct {
        enum verb verb;
        const char *word;
        enum side side;
        bool named;
    } cases[] = {{VERB_EXERCISE, "hands", SIDE_LEFT, true},
                 {VERB_EXERCISE, "hands", SIDE_BOTH, false},
                 {VERB_SECONDS, "hands", SIDE_NONE, false},
                 {VERB_EXERCISE, "shoulder_roll", SIDE_RIGHT, true},
                 {VERB_SECONDS, "far", SIDE_NONE, false},
                 {VERB_SECONDS, "drink", SIDE_NONE, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct shown shown;
        show(&shown, cases[i].verb, cases[i].word, cases[i].side);
        struct frame frame = frame_of(&shown.segment, 0, 0);
        struct figure figure = figure_at(&frame, NULL, NULL, false);
        assert_true(figure_has_sides(&figure) == cases[i].named);
    }
}

// Up and down again in three seconds, back in the first half of the time and forward in the second.
static void shoulders_go_round(void **state) {
    (void)state;
    struct shown shown;
    show(&shown, VERB_SECONDS, "shoulder_roll", SIDE_NONE);
    struct figure figures[2];
    for (int way = 0; way < 2; way++) {
        struct frame frame = frame_of(&shown.segment, way ? 30001 : 29999, 0);
        figures[way] = figure_at(&frame, NULL, NULL, false);
        assert_int_equal(figures[way].area, way);
        for (int64_t start_ms = 0; start_ms < 60000; start_ms += 3000) {
            struct frame at[4];
            struct figure_pose pose[4];
            for (int i = 0; i < 4; i++) {
                at[i] = frame_of(&shown.segment, start_ms + 750 * i, 0);
                pose[i] = figure_pose(&figures[way], &at[i]);
                assert_true(figure_moves(&figures[way], &at[i]));
            }
            double sign = way == 0 ? 1 : -1;
            assert_true(fabs(pose[0].way_x) < 1e-9 && fabs(pose[0].way_y) < 1e-9);
            assert_true(sign * pose[1].way_x < -10 && sign * pose[3].way_x > 10);
            assert_true(pose[2].way_y > pose[1].way_y && pose[2].way_y > pose[3].way_y);
        }
    }
    assert_false(figure_same_still(&figures[0], &figures[1]));
}

// As an exercise it goes once round with move and release, and rests between.
static void a_repeated_roll_closes_its_ring(void **state) {
    (void)state;
    struct shown shown;
    show(&shown, VERB_EXERCISE, "shoulder_roll", SIDE_BOTH);
    struct frame up = frame_of(&shown.segment, 2000, 0.5);
    struct figure figure = figure_at(&up, NULL, NULL, false);
    struct figure_pose rising = figure_pose(&figure, &up);
    shown.segment.phase = PHASE_RELEASE;
    struct figure_pose sinking = figure_pose(&figure, &up);
    assert_true(rising.way_x * sinking.way_x < 0);
    assert_true(fabs(rising.way_y - sinking.way_y) < 1e-9);
    up.level = 0;
    struct figure_pose down = figure_pose(&figure, &up);
    assert_true(fabs(down.way_x) < 1e-9 && fabs(down.way_y) < 1e-9);
}

// The person's own skin and hair, in every scene that shows any of it.
static void every_scene_shows_the_chosen_person(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct face_look light = face_look_default(), dark = light;
    dark.tone = 6;
    for (int i = 0; i < BODIES + OTHERS; i++) {
        const char *word = i < BODIES ? body_words[i] : other_words[i - BODIES];
        struct shown shown;
        show(&shown, VERB_EXERCISE, word, SIDE_BOTH);
        shown.step.verb = i < BODIES ? VERB_EXERCISE : VERB_SECONDS;
        struct frame frame = frame_of(&shown.segment, 5000, 0);
        struct figure one = figure_at(&frame, NULL, &light, false);
        struct figure other = figure_at(&frame, NULL, &dark, false);
        struct picture first = paint(&theme, &one, &frame);
        struct picture second = paint(&theme, &other, &frame);
        assert_true(differing(&first, &second, whole, true) > 200);
        picture_free(&first);
        picture_free(&second);
    }
}

// In high contrast no light surrounds the figure: what is painted is the figure alone.
static void nothing_leaves_the_room(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_CONTRAST, 100);
    struct picture bare = picture_new(&theme);
    struct box room = figure_room(place);
    for (int i = 0; i < BODIES + OTHERS; i++) {
        enum verb verb = i < BODIES ? VERB_EXERCISE : VERB_SECONDS;
        const char *word = i < BODIES ? body_words[i] : other_words[i - BODIES];
        struct picture drawn = paint_word(&theme, verb, word, SIDE_BOTH, 1, false);
        assert_int_equal(differing(&bare, &drawn, room, false), 0);
        picture_free(&drawn);
    }
    picture_free(&bare);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_known_and_no_others),
        cmocka_unit_test(each_word_has_its_figure),
        cmocka_unit_test(every_scene_paints_something_of_its_own),
        cmocka_unit_test(moving_boxes_hold_all_that_changes),
        cmocka_unit_test(only_work_moves),
        cmocka_unit_test(a_side_is_the_side_that_is_meant),
        cmocka_unit_test(the_glass_is_in_the_right_hand),
        cmocka_unit_test(toes_lift_and_curl),
        cmocka_unit_test(sides_are_named_where_one_is_meant),
        cmocka_unit_test(shoulders_go_round),
        cmocka_unit_test(a_repeated_roll_closes_its_ring),
        cmocka_unit_test(every_scene_shows_the_chosen_person),
        cmocka_unit_test(nothing_leaves_the_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
