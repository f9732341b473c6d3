// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "draw/doses.h"
#include "figure_picture.h"

static void doses_stay_in_their_box(void **state) {
    (void)state;
    static const double widths[] = {60, 120, 280};
    static const double ends[] = {0.25, 0.5, 1};
    static const double marks[] = {0.4};
    struct theme theme = theme_make(THEME_DAY, 100);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct box box = {10, 100, widths[i], 30};
        for (int all = 1; all <= 200; all = all * 2 + 1) {
            struct picture bare = picture_new(&theme);
            struct picture drawn = picture_new(&theme);
            double used =
                repetitions_paint(drawn.cairo, &theme, all / 2, all, box, i == 0 ? 2.5 : 1);
            assert_true(used <= box.width + 0.01);
            assert_int_equal(differing(&bare, &drawn, box_inset(box, -2), false), 0);
            assert_true(differing(&bare, &drawn, box, true) > 20);
            used = effort_discs_paint(drawn.cairo, &theme, 3, box, 2.5);
            assert_true(used <= box.width + 0.01);
            assert_int_equal(differing(&bare, &drawn, box_inset(box, -2), false), 0);
            picture_free(&bare);
            picture_free(&drawn);
        }
        for (int eighth = 0; eighth <= 8; eighth++) {
            double at = eighth / 8.0;
            struct picture bare = picture_new(&theme);
            struct picture drawn = picture_new(&theme);
            struct player_bar bar = {ends, 3, marks, 1, at};
            struct box inner = {20, 100, widths[i] - 20, 30};
            player_bar_paint(drawn.cairo, &theme, &bar, inner, 1);
            assert_int_equal(differing(&bare, &drawn, box_inset(inner, -9), false), 0);
            assert_true(differing(&bare, &drawn, inner, true) > 60);
            picture_free(&bare);
            picture_free(&drawn);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doses_stay_in_their_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
