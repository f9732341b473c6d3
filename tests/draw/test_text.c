// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/text.h"
#include "fonts.h"

enum { WIDTH = 400, HEIGHT = 200 };

struct page {
    cairo_surface_t *surface;
    cairo_t *cairo;
};

static struct page page_new(void) {
    struct page page = {.surface = cairo_image_surface_create(CAIRO_FORMAT_A8, WIDTH, HEIGHT)};
    page.cairo = cairo_create(page.surface);
    return page;
}

static void page_free(struct page *page) {
    cairo_destroy(page->cairo);
    cairo_surface_destroy(page->surface);
}

// How many pixels are inked inside a box, or outside of it.
static int ink(const struct page *page, struct box box, bool inside) {
    cairo_surface_flush(page->surface);
    const unsigned char *data = cairo_image_surface_get_data(page->surface);
    int stride = cairo_image_surface_get_stride(page->surface);
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            bool in = box_holds(box, x, y);
            count += in == inside && data[y * stride + x] > 40;
        }
    }
    return count;
}

static const char *const scripts[] = {
    "Breathe in",
    "Langsam durch die Nase einatmen, die Schultern sinken",
    "Respirez doucement par le nez",
    "\xd8\xaa\xd9\x86\xd9\x81\xd8\xb3 \xd8\xa8\xd8\xa8\xd8\xb7\xd8\xa1",         // Arabic
    "\xd7\xa0\xd7\xa9\xd7\x95\xd7\x9d \xd7\x9c\xd7\x90\xd7\x98",                 // Hebrew
    "\xce\x91\xce\xbd\xce\xb1\xcf\x80\xce\xbd\xce\xbf\xce\xae",                  // Greek
    "\xd0\x92\xd0\xb4\xd0\xbe\xd1\x85 \xd1\x87\xd0\xb5\xd1\x80\xd0\xb5\xd0\xb7", // Cyrillic
    "\xe5\x90\xb8\xe6\xb0\x94",                                                  // Chinese
};

static void a_text_of_any_script_stays_in_its_box(void **state) {
    (void)state;
    static const struct box box = {30, 50, 330, 60};
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        for (int lines = 1; lines <= 2; lines++) {
            struct page page = page_new();
            struct text_style style = {.size = 30, .smallest = 9, .weight = 400, .lines = lines};
            struct text_fit fit = text_draw(page.cairo, scripts[i], &style, box);
            assert_false(fit.cut);
            assert_true(fit.width <= box.width + 1);
            assert_true(fit.height <= box.height + 1);
            assert_true(fit.lines <= lines);
            assert_true(ink(&page, box, true) > 30);
            // Marks above and below a letter may reach a little over the line's own box.
            assert_int_equal(ink(&page, box_inset(box, -4), false), 0);
            page_free(&page);
        }
    }
}

static void a_text_that_fits_keeps_its_size(void **state) {
    (void)state;
    struct page page = page_new();
    struct text_style style = {.size = 20, .weight = 400};
    struct text_fit fit = text_fit(page.cairo, "Hold", &style, (struct box){0, 0, 300, 60});
    assert_float_equal(fit.size, 20, 0);
    assert_int_equal(fit.lines, 1);
    assert_int_equal(ink(&page, (struct box){0, 0, WIDTH, HEIGHT}, true), 0); // nothing was drawn
    page_free(&page);
}

static void a_long_text_is_made_smaller_and_then_cut(void **state) {
    (void)state;
    struct page page = page_new();
    struct text_style style = {.size = 30, .smallest = 15, .weight = 400};
    struct box box = {0, 0, 240, 50};
    struct text_fit small = text_fit(page.cairo, "Lay a hand on the belly", &style, box);
    assert_true(small.size < 30 && small.size >= 15);
    assert_false(small.cut);
    char endless[900];
    memset(endless, 'w', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    struct text_fit cut = text_draw(page.cairo, endless, &style, box);
    assert_true(cut.cut);
    assert_float_equal(cut.size, 15, 0);
    assert_int_equal(ink(&page, box_inset(box, -2), false), 0);
    page_free(&page);
}

static void more_lines_are_used_before_a_smaller_size(void **state) {
    (void)state;
    struct page page = page_new();
    struct text_style style = {.size = 20, .smallest = 10, .weight = 400, .lines = 3};
    struct text_fit fit = text_fit(page.cairo, "Sit with your back supported and be still", &style,
                                   (struct box){0, 0, 200, 120});
    assert_float_equal(fit.size, 20, 0);
    assert_in_range(fit.lines, 2, 3);
    page_free(&page);
}

static void tabular_digits_have_one_width(void **state) {
    (void)state;
    struct page page = page_new();
    struct text_style style = {.size = 40, .weight = 400, .tabular = true};
    double ones = text_width(page.cairo, "111", &style);
    assert_true(ones > 20);
    for (int value = 0; value <= 9; value++) {
        char digit = (char)('0' + value);
        char text[] = {digit, digit, digit, '\0'};
        assert_float_equal(text_width(page.cairo, text, &style), ones, 0.01);
    }
    page_free(&page);
}

static void what_is_no_text_does_no_harm(void **state) {
    (void)state;
    struct page page = page_new();
    struct text_style style = {.size = 20, .weight = 400, .lines = 2};
    struct box box = {10, 10, 300, 60};
    text_draw(page.cairo, "", &style, box);
    assert_int_equal(ink(&page, box, true), 0);
    // Up to the byte that is no UTF-8.
    struct text_fit broken = text_draw(page.cairo, "abc\xff\xfe", &style, box);
    assert_float_equal(broken.width, text_width(page.cairo, "abc", &style), 0.01);
    // Overrides of direction, a lone combining mark, an emoji.
    text_draw(page.cairo, "\xe2\x80\xaegnirts\xe2\x80\xac \xcc\x81 \xf0\x9f\x99\x82", &style, box);
    page_free(&page);
}

static void a_height_grows_with_the_text(void **state) {
    (void)state;
    struct page page = page_new();
    struct text_style style = {.size = 18, .weight = 400};
    double one = text_height(page.cairo, "one", &style, 200);
    double more =
        text_height(page.cairo, "one two three four five six seven eight nine", &style, 200);
    assert_true(one > 15 && one < 40);
    assert_true(more > 1.9 * one);
    page_free(&page);
}

// The middle of the ink of a mask, from its top.
static double ink_middle(cairo_surface_t *mask) {
    int top = -1;
    int bottom = -1;
    const unsigned char *data = cairo_image_surface_get_data(mask);
    int stride = cairo_image_surface_get_stride(mask);
    for (int y = 0; y < cairo_image_surface_get_height(mask); y++) {
        for (int x = 0; x < cairo_image_surface_get_width(mask); x++) {
            if (data[y * stride + x] > 60) {
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
    }
    return (top + bottom) / 2.0;
}

static void counts_stand_in_the_middle_of_their_masks(void **state) {
    (void)state;
    static const char *const counts[] = {"1", "4", "7", "12", "13:25"};
    struct text_style style = {.size = 100, .weight = 400, .tabular = true};
    int height = 0;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        cairo_surface_t *mask = text_mask(counts[i], &style);
        int own = cairo_image_surface_get_height(mask);
        assert_true(height == 0 || own == height);
        height = own;
        assert_true(fabs(ink_middle(mask) - own / 2.0) <= 3);
        cairo_surface_destroy(mask);
    }
}

// Whichever font is installed: one line as high as the style says, three three times as high.
static void a_line_is_as_high_as_its_style_says(void **state) {
    (void)state;
    struct page page = page_new();
    struct text_style style = {.size = 20, .weight = 400, .lines = 3, .line = 1.75};
    assert_true(fabs(text_height(page.cairo, "one", &style, WIDTH) - 35) < 0.1);
    assert_true(fabs(text_height(page.cairo, "one\ntwo\nthree", &style, WIDTH) - 105) < 0.2);
    // Half of the room lies above the letters, half below.
    struct box box = {10, 20, 300, 35};
    text_draw(page.cairo, "xxx", &style, box);
    assert_true(ink(&page, (struct box){10, 32, 300, 14}, true) > 30);
    assert_int_equal(ink(&page, (struct box){10, 32, 300, 14}, false), 0);
    // A line that is asked to be lower than its letters is as high as they are.
    style.line = 0.5;
    assert_true(text_height(page.cairo, "one", &style, WIDTH) > 19.9);
    page_free(&page);
}

static void a_letter_that_no_font_has_is_a_ring(void **state) {
    (void)state;
    static const char nobodys[] = "\U0010FFFD";
    struct page page = page_new();
    struct text_style style = {.size = 100, .smallest = 100, .weight = 400};
    double width = text_width(page.cairo, nobodys, &style);
    assert_true(width > 40 && width < 70);
    text_draw(page.cairo, nobodys, &style, (struct box){0, 0, WIDTH, HEIGHT});
    struct box left = {0, 0, width / 2, HEIGHT};
    struct box hole = {width / 2 - 8, 0, 16, HEIGHT};
    int all = ink(&page, (struct box){0, 0, WIDTH, HEIGHT}, true);
    assert_true(all > 300);
    // Alike on both sides, and open in the middle: only the ring's upper and lower bows are there.
    assert_true(abs(2 * ink(&page, left, true) - all) < all / 10);
    assert_true(ink(&page, hole, true) < all / 2);
    assert_int_equal(ink(&page, (struct box){0, 0, width, HEIGHT}, false), 0);
    page_free(&page);
}

static void the_caret_stands_where_the_next_letter_will(void **state) {
    (void)state;
    static const char hebrew[] = "\u05d0\u05d1";
    struct page page = page_new();
    struct text_style style = {.size = 20, .weight = 400};
    double latin = text_width(page.cairo, "abc", &style);
    assert_true(fabs(text_caret(page.cairo, "abc", &style, 0)) < 0.5);
    assert_true(fabs(text_caret(page.cairo, "abc", &style, 3) - latin) < 0.5);
    double width = text_width(page.cairo, hebrew, &style);
    assert_true(fabs(text_caret(page.cairo, hebrew, &style, 0) - width) < 0.5);
    assert_true(fabs(text_caret(page.cairo, hebrew, &style, strlen(hebrew))) < 0.5);
    // A mirrored window counts from its own start, the right edge.
    cairo_scale(page.cairo, -1, 1);
    assert_true(fabs(text_caret(page.cairo, hebrew, &style, 0)) < 0.5);
    assert_true(fabs(text_caret(page.cairo, "abc", &style, 0) - latin) < 0.5);
    page_free(&page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_of_any_script_stays_in_its_box),
        cmocka_unit_test(a_text_that_fits_keeps_its_size),
        cmocka_unit_test(a_long_text_is_made_smaller_and_then_cut),
        cmocka_unit_test(more_lines_are_used_before_a_smaller_size),
        cmocka_unit_test(tabular_digits_have_one_width),
        cmocka_unit_test(what_is_no_text_does_no_harm),
        cmocka_unit_test(a_height_grows_with_the_text),
        cmocka_unit_test(counts_stand_in_the_middle_of_their_masks),
        cmocka_unit_test(a_line_is_as_high_as_its_style_says),
        cmocka_unit_test(a_letter_that_no_font_has_is_a_ring),
        cmocka_unit_test(the_caret_stands_where_the_next_letter_will),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
