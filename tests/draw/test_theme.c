// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "draw/theme.h"

// One colour on several grounds: the worst of them counts.
struct pair {
    enum token ink;
    enum token grounds[5];
    int ground_count;
    double normal, high; // least contrast in evening and day, and in high contrast
};

static const struct pair pairs[] = {
    {TOKEN_TEXT, {TOKEN_BG, TOKEN_BG2, TOKEN_SURFACE, TOKEN_RAISED, TOKEN_SOFT}, 5, 4.5, 7},
    {TOKEN_TEXT2, {TOKEN_BG, TOKEN_BG2, TOKEN_SURFACE, TOKEN_RAISED}, 4, 4.5, 7},
    {TOKEN_TEXT3, {TOKEN_BG, TOKEN_BG2, TOKEN_SURFACE, TOKEN_RAISED}, 4, 4.5, 7},
    {TOKEN_ACCENT, {TOKEN_BG, TOKEN_BG2, TOKEN_SURFACE, TOKEN_RAISED}, 4, 4.5, 7},
    {TOKEN_ACCENT, {TOKEN_DISC}, 1, 3, 7},
    {TOKEN_ALERT, {TOKEN_BG, TOKEN_BG2, TOKEN_SURFACE, TOKEN_RAISED}, 4, 4.5, 7},
    {TOKEN_ONACCENT, {TOKEN_ACCENT}, 1, 4.5, 7},
    {TOKEN_ONALERT, {TOKEN_ALERTBG}, 1, 4.5, 7},
    {TOKEN_STAGE, {TOKEN_SKY0, TOKEN_SKY1, TOKEN_SKY2, TOKEN_SKY3}, 4, 4.5, 7},
    {TOKEN_STAGE, {TOKEN_HILL1, TOKEN_HILL2, TOKEN_HILL3}, 3, 4.5, 7},
    {TOKEN_STAGE2, {TOKEN_SKY0, TOKEN_SKY1, TOKEN_SKY2, TOKEN_SKY3}, 4, 4.5, 7},
    {TOKEN_STAGE2, {TOKEN_HILL1, TOKEN_HILL2, TOKEN_HILL3}, 3, 4.5, 7},
    {TOKEN_ONLAMP, {TOKEN_LAMP0, TOKEN_LAMP1, TOKEN_LAMP2}, 3, 4.5, 7},
    {TOKEN_ACCENT, {TOKEN_SKY0, TOKEN_SKY1, TOKEN_SKY2}, 3, 3, 7},
    {TOKEN_ACCENT, {TOKEN_HILL1, TOKEN_HILL2, TOKEN_HILL3}, 3, 3, 3},
    {TOKEN_OUTLINE, {TOKEN_BG, TOKEN_BG2, TOKEN_SURFACE, TOKEN_RAISED}, 4, 3, 3},
    {TOKEN_FOCUS, {TOKEN_BG, TOKEN_BG2, TOKEN_SURFACE, TOKEN_RAISED}, 4, 3, 3},
    {TOKEN_FOCUS, {TOKEN_HILL1, TOKEN_HILL2, TOKEN_HILL3}, 3, 3, 3},
    {TOKEN_BLUE, {TOKEN_BG, TOKEN_BG2, TOKEN_SURFACE, TOKEN_RAISED}, 4, 3, 3},
};

static double worst(const struct theme *theme, const struct pair *pair) {
    double least = 21;
    for (int i = 0; i < pair->ground_count; i++) {
        double contrast =
            colour_contrast(theme_colour(theme, pair->ink), theme_colour(theme, pair->grounds[i]));
        least = contrast < least ? contrast : least;
    }
    return least;
}

static void contrast_is_known_for_black_and_white(void **state) {
    (void)state;
    struct colour black = {0, 0, 0};
    struct colour white = {1, 1, 1};
    struct colour grey = {0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0};
    assert_float_equal(colour_contrast(black, white), 21, 0.001);
    assert_float_equal(colour_contrast(white, black), 21, 0.001);
    assert_float_equal(colour_contrast(grey, white), 4.54, 0.01);
}

static void every_pair_can_be_read(void **state) {
    (void)state;
    for (int name = 0; name < THEME_COUNT; name++) {
        struct theme theme = theme_make((enum theme_name)name, 100);
        for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
            double least = name == THEME_CONTRAST ? pairs[i].high : pairs[i].normal;
            double contrast = worst(&theme, &pairs[i]);
            if (contrast < least) {
                print_error("theme %d, pair %zu: %.2f is below %.1f\n", name, i, contrast, least);
            }
            assert_true(contrast >= least);
        }
    }
}

static double mixed_contrast(const struct theme *theme, enum token ink, double alpha,
                             enum token ground) {
    struct colour below = theme_colour(theme, ground);
    return colour_contrast(colour_mix(below, theme_colour(theme, ink), alpha), below);
}

static void the_bar_and_the_ring_can_be_seen(void **state) {
    (void)state;
    static const enum token hills[] = {TOKEN_HILL1, TOKEN_HILL2, TOKEN_HILL3};
    static const enum token skies[] = {TOKEN_SKY0, TOKEN_SKY1};
    for (int name = 0; name < THEME_COUNT; name++) {
        struct theme theme = theme_make((enum theme_name)name, 100);
        for (int i = 0; i < 3; i++) {
            assert_true(mixed_contrast(&theme, TOKEN_STAGE, theme.unplayed, hills[i]) >= 3);
        }
        for (int i = 0; i < 2; i++) {
            assert_true(mixed_contrast(&theme, TOKEN_STAGE2, theme.ring, skies[i]) >= 3);
        }
    }
}

static void the_count_is_read_on_a_lamp_of_any_brightness(void **state) {
    (void)state;
    // It stands in the middle and does not reach the edge.
    static const struct pair count = {TOKEN_ONLAMP, {TOKEN_LAMP0, TOKEN_LAMP1}, 2, 3, 7};
    for (int percent = 10; percent <= 100; percent++) {
        struct theme theme = theme_make(THEME_EVENING, percent);
        // Large text, so 3 is enough between bright and ember; both ends keep the full 4.5.
        double least = percent <= 30 || percent == 100 ? 4.5 : 3;
        assert_true(worst(&theme, &count) >= least);
    }
}

static void nothing_is_pure_white_but_high_contrast(void **state) {
    (void)state;
    for (int name = 0; name < THEME_CONTRAST; name++) {
        struct theme theme = theme_make((enum theme_name)name, 100);
        for (int token = 0; token < TOKEN_COUNT; token++) {
            struct colour colour = theme_colour(&theme, (enum token)token);
            bool on_dark = token == TOKEN_ONACCENT || token == TOKEN_ONALERT;
            assert_true(on_dark || colour.red < 1 || colour.green < 1 || colour.blue < 1);
        }
    }
}

static void the_setting_names_the_theme(void **state) {
    (void)state;
    assert_int_equal(theme_by_setting("evening").name, THEME_EVENING);
    assert_int_equal(theme_by_setting("auto").name, THEME_EVENING);
    assert_int_equal(theme_by_setting("day").name, THEME_DAY);
    assert_int_equal(theme_by_setting("contrast").name, THEME_CONTRAST);
    struct theme dim = theme_by_setting("dim");
    struct theme evening = theme_by_setting("evening");
    assert_int_equal(dim.name, THEME_EVENING);
    assert_true(dim.colours[TOKEN_LAMP0].red < evening.colours[TOKEN_LAMP0].red);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_known_for_black_and_white),
        cmocka_unit_test(every_pair_can_be_read),
        cmocka_unit_test(the_bar_and_the_ring_can_be_seen),
        cmocka_unit_test(the_count_is_read_on_a_lamp_of_any_brightness),
        cmocka_unit_test(nothing_is_pure_white_but_high_contrast),
        cmocka_unit_test(the_setting_names_the_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
