// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "draw/face_colours.h"
#include "draw/paint.h"

static struct face_colours colours_of(int tone, enum theme_name name) {
    struct theme theme = theme_make(name, 100);
    struct face_look look = face_look_default();
    look.tone = tone;
    return face_colours_of(&look, &theme);
}

// From 0, black, to 20.
static double lightness(struct colour colour) {
    return colour_contrast(colour, (struct colour){0, 0, 0}) - 1;
}

static bool equal(struct colour one, struct colour other) {
    // Both come from the same numbers, so that nothing is rounded between them.
    return one.red == other.red && one.green == other.green && one.blue == other.blue;
}

static void six_tones_go_from_light_to_dark(void **state) {
    (void)state;
    for (int tone = 2; tone <= SKIN_TONES; tone++) {
        struct face_colours lighter = colours_of(tone - 1, THEME_DAY);
        struct face_colours darker = colours_of(tone, THEME_DAY);
        assert_true(lightness(lighter.base) > lightness(darker.base) + 0.3);
        assert_true(lightness(lighter.line) > lightness(darker.line));
        assert_true(darker.blush_alpha >= lighter.blush_alpha);
    }
}

// Light and shade have to be seen on every skin, and a line more than a shade.
static void light_and_shade_part_on_every_tone(void **state) {
    (void)state;
    for (int tone = 1; tone <= SKIN_TONES; tone++) {
        struct face_colours colours = colours_of(tone, THEME_EVENING);
        assert_true(colour_contrast(colours.light, colours.base) > 1.15);
        assert_true(lightness(colours.light) > lightness(colours.base));
        assert_true(colour_contrast(colours.base, colours.shadow) > 1.3);
        assert_true(lightness(colours.base) > lightness(colours.shadow));
        assert_true(colour_contrast(colours.shadow, colours.line) > 1.2);
        assert_true(lightness(colours.shadow) > lightness(colours.line));
        assert_true(colour_contrast(colours.base, colours.lip) > 1.15);
        assert_true(colour_contrast(colours.base, colours.point) > 2);
    }
}

static void the_face_is_the_same_in_every_theme(void **state) {
    (void)state;
    for (int name = 1; name < THEME_COUNT; name++) {
        struct face_colours one = colours_of(3, THEME_EVENING);
        struct face_colours other = colours_of(3, (enum theme_name)name);
        assert_true(equal(one.base, other.base));
        assert_true(equal(one.shadow, other.shadow));
        assert_true(equal(one.hair, other.hair));
        assert_true(equal(one.eye, other.eye));
        assert_false(equal(one.disc, other.disc));
        assert_false(equal(one.shirt, other.shirt));
    }
}

// The disc is what a dark head stands out from on a dark window.
static void the_disc_parts_from_the_window_and_from_the_skin(void **state) {
    (void)state;
    for (int name = 0; name < THEME_COUNT; name++) {
        struct theme theme = theme_make((enum theme_name)name, 100);
        for (int tone = 1; tone <= SKIN_TONES; tone++) {
            struct face_colours colours = colours_of(tone, (enum theme_name)name);
            assert_true(colour_contrast(colours.disc, theme_colour(&theme, TOKEN_BG)) > 1.1);
            assert_true(colour_contrast(colours.disc, colours.shirt) > 1.3);
            assert_false(equal(colours.disc, colours.base));
        }
    }
}

static void hair_and_eyes_are_those_that_were_chosen(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_DAY, 100);
    struct face_look look = face_look_default();
    for (int hair = 0; hair < HAIR_COLOURS; hair++) {
        look.hair_colour = (enum hair_colour)hair;
        struct face_colours colours = face_colours_of(&look, &theme);
        assert_true(lightness(colours.hair_light) > lightness(colours.hair));
        assert_true(lightness(colours.hair) > lightness(colours.hair_dark));
        assert_int_equal(colours.hair_is_grey, hair == HAIR_GREY);
        for (int other = 0; other < hair; other++) {
            look.hair_colour = (enum hair_colour)other;
            assert_false(equal(colours.hair, face_colours_of(&look, &theme).hair));
        }
    }
    for (int eye = 1; eye < EYE_COLOURS; eye++) {
        look.eyes = (enum eye_colour)eye;
        struct colour this_one = face_colours_of(&look, &theme).eye;
        look.eyes = (enum eye_colour)(eye - 1);
        assert_false(equal(this_one, face_colours_of(&look, &theme).eye));
    }
    look = face_look_default();
    assert_true(equal(face_colours_of(&look, &theme).hair, paint_hex(0x4A3026)));
    assert_true(equal(face_colours_of(&look, &theme).base, paint_hex(0xF0C8A6)));
    assert_true(equal(face_colours_of(&look, &theme).eye, paint_hex(0x7C6A3A)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(six_tones_go_from_light_to_dark),
        cmocka_unit_test(light_and_shade_part_on_every_tone),
        cmocka_unit_test(the_face_is_the_same_in_every_theme),
        cmocka_unit_test(the_disc_parts_from_the_window_and_from_the_skin),
        cmocka_unit_test(hair_and_eyes_are_those_that_were_chosen),
    };
    return cmocka_run_group_tests_name("colours of the face", tests, NULL, NULL);
}
