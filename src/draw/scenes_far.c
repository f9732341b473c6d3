// SPDX-License-Identifier: MIT
#include <math.h>
#include <stddef.h>

#include "draw/body.h"
#include "draw/figure_parts.h"
#include "draw/shapes.h"

// Looking far: a person at a wide window, behind it hill after hill up to a low sun, and a tree a
// long way off. In the design's pixels.

// The opening of the window, and its frame.
enum { LEFT = -206, TOP = 172, WIDTH = 412, FOOT = 548, FRAME = 13, CORNER = 10, HORIZON = 392 };
enum { SUN_X = 74, SUN_Y = 372, SUN_R = 27 };

struct palette {
    unsigned sky[4];   // from above to the horizon
    unsigned hills[5]; // from the farthest to the nearest
    unsigned sun, glow, tree, frame, light;
};

static const struct palette palettes[THEME_COUNT] = {
    [THEME_EVENING] = {{0x3A3854, 0x6A5068, 0xB5746A, 0xEDB07E},
                       {0xA4707A, 0x82596C, 0x63475C, 0x48364A, 0x34293A},
                       0xFFE3B4,
                       0xFFC58A,
                       0x3A2B3D,
                       0x5E4638,
                       0x7F6350},
    [THEME_DAY] = {{0xA9C8D6, 0xC9DCDD, 0xEFE5CF, 0xFBDDB0},
                   {0xB7C3C4, 0x9DB2AC, 0x86A090, 0x6F8C76, 0x5C7A62},
                   0xFFF6DC,
                   0xFFE7B4,
                   0x47604E,
                   0x9A7556,
                   0xBC9A78},
    [THEME_CONTRAST] = {{0x101822, 0x1E2C3A, 0x3E4C58, 0x7E7C6C},
                        {0x6E7C88, 0x56646F, 0x414E58, 0x2E3A43, 0x1C262E},
                        0xFFE9C0,
                        0xFFCE85,
                        0x0A0F14,
                        0x8A6A50,
                        0xFFFFFF},
};

static void opening(cairo_t *cairo, double by) {
    shape_round(cairo, (struct box){LEFT - by, TOP - by, WIDTH + 2 * by, FOOT - TOP + 2 * by},
                CORNER + by * 0.6);
}

static void paint_sky(cairo_t *cairo, const struct palette *palette) {
    cairo_pattern_t *sky = cairo_pattern_create_linear(0, TOP, 0, HORIZON + 8);
    for (int i = 0; i < 4; i++) {
        struct colour colour = paint_hex(palette->sky[i]);
        cairo_pattern_add_color_stop_rgb(sky, i / 3.0, colour.red, colour.green, colour.blue);
    }
    cairo_set_source(cairo, sky);
    cairo_paint(cairo);
    cairo_pattern_destroy(sky);
    struct point sun = {SUN_X, SUN_Y};
    paint_blob(cairo, sun, 190, 130, 0, paint_hex(palette->glow), 0.60);
    // Long thin clouds, lit from below.
    static const struct point clouds[3][3] = {{{-196, 262}, {-112, 259}, {-24, 261}},
                                              {{16, 226}, {104, 222}, {192, 225}},
                                              {{-66, 313}, {30, 311}, {126, 314}}};
    static const double widths[] = {0.5, 5, 8, 5, 0.5};
    for (int i = 0; i < 3; i++) {
        paint_taper(cairo, clouds[i], 3, widths, 5, paint_hex(palette->glow), 0.30);
    }
    shape_circle(cairo, SUN_X, SUN_Y, SUN_R);
    paint_use(cairo, paint_hex(palette->sun), 0.96);
    cairo_fill(cairo);
}

// The far tree: a trunk and a round crown of a few soft masses.
static void paint_tree(cairo_t *cairo, const struct palette *palette, struct point foot,
                       double size) {
    static const struct {
        struct point at;
        double rx, ry;
    } masses[] = {{{-0.46, -0.62}, 0.32, 0.24},
                  {{0.44, -0.66}, 0.36, 0.26},
                  {{-0.16, -0.92}, 0.42, 0.34},
                  {{0.24, -0.98}, 0.34, 0.30},
                  {{0.02, -0.64}, 0.52, 0.26}};
    struct colour ink = paint_hex(palette->tree);
    cairo_save(cairo);
    cairo_translate(cairo, foot.x, foot.y);
    cairo_scale(cairo, size, size);
    struct point trunk[3] = {{0, 0.10}, {0.02, -0.25}, {-0.02, -0.70}};
    paint_taper(cairo, trunk, 3, (double[]){0.26, 0.13, 0.10}, 3, ink, 1);
    for (size_t i = 0; i < sizeof masses / sizeof *masses; i++) {
        cairo_save(cairo);
        cairo_translate(cairo, masses[i].at.x, masses[i].at.y);
        cairo_scale(cairo, masses[i].rx, masses[i].ry);
        shape_circle(cairo, 0, 0, 1);
        cairo_restore(cairo);
        paint_use(cairo, ink, 1);
        cairo_fill(cairo);
    }
    cairo_restore(cairo);
}

static void paint_hills(cairo_t *cairo, const struct palette *palette) {
    enum { RIDGES = 5, KNOTS = 6 };
    static const struct point ridges[RIDGES][KNOTS] = {
        {{-240, 378}, {-150, 352}, {-70, 384}, {40, 392}, {140, 370}, {240, 356}},
        {{-240, 398}, {-160, 404}, {-60, 386}, {50, 404}, {150, 402}, {240, 388}},
        {{-240, 418}, {-140, 408}, {-30, 428}, {70, 420}, {150, 430}, {240, 416}},
        {{-240, 438}, {-130, 452}, {-20, 446}, {90, 436}, {170, 448}, {240, 446}},
        {{-240, 486}, {-120, 474}, {0, 486}, {110, 488}, {190, 474}, {240, 470}}};
    for (int i = 0; i < RIDGES; i++) {
        struct colour colour = paint_hex(palette->hills[i]);
        struct colour mist = paint_hex(palette->hills[i > 0 ? i - 1 : 0]);
        if (i == 3) {
            paint_tree(cairo, palette, (struct point){140, 442}, 22);
        }
        cairo_new_path(cairo);
        paint_path(cairo, ridges[i], KNOTS, false);
        cairo_line_to(cairo, 240, FOOT + 4);
        cairo_line_to(cairo, -240, FOOT + 4);
        cairo_close_path(cairo);
        cairo_pattern_t *depth =
            cairo_pattern_create_linear(0, ridges[i][2].y - 18, 0, ridges[i][2].y + 52);
        cairo_pattern_add_color_stop_rgb(depth, 0, colour.red, colour.green, colour.blue);
        struct colour foot = colour_mix(colour, mist, i > 0 && i < 4 ? 0.45 : 0.12);
        cairo_pattern_add_color_stop_rgb(depth, 1, foot.red, foot.green, foot.blue);
        cairo_set_source(cairo, depth);
        cairo_fill(cairo);
        cairo_pattern_destroy(depth);
    }
    // A way that leads there.
    static const struct point way[] = {{30, 556}, {66, 524}, {40, 500}, {84, 480}, {96, 470}};
    static const double widths[] = {22, 13, 7, 4, 1.0};
    paint_taper(cairo, way, 5, widths, 5, paint_hex(palette->glow), 0.30);
}

static void paint_frame(cairo_t *cairo, const struct palette *palette) {
    struct colour wood = paint_hex(palette->frame), light = paint_hex(palette->light);
    opening(cairo, FRAME);
    opening(cairo, 0);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_pattern_t *down = cairo_pattern_create_linear(0, TOP - FRAME, 0, FOOT + FRAME);
    struct colour top = colour_mix(wood, light, 0.20);
    cairo_pattern_add_color_stop_rgb(down, 0, top.red, top.green, top.blue);
    cairo_pattern_add_color_stop_rgb(down, 1, wood.red, wood.green, wood.blue);
    cairo_set_source(cairo, down);
    cairo_fill(cairo);
    cairo_pattern_destroy(down);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
    // Light on the inner edge, and one slender bar.
    cairo_set_line_width(cairo, 1.5);
    opening(cairo, 1);
    paint_use(cairo, light, 0.60);
    cairo_stroke(cairo);
    cairo_rectangle(cairo, -3, TOP, 6, FOOT - TOP);
    paint_use(cairo, wood, 1);
    cairo_fill(cairo);
    // The sill.
    shape_round(cairo, (struct box){LEFT - 30, FOOT, WIDTH + 60, 22}, 6);
    paint_use(cairo, colour_mix(wood, light, 0.30), 1);
    cairo_fill(cairo);
    shape_round(cairo, (struct box){LEFT - 30, FOOT + 13, WIDTH + 60, 9}, 4);
    paint_use(cairo, colour_mix(wood, (struct colour){0, 0, 0}, 0.25), 1);
    cairo_fill(cairo);
}

static void paint_person(cairo_t *cairo, const struct theme *theme, const struct figure *figure) {
    enum { X = -92, EYES = 452, UNIT = 86 };
    struct body_look look = {.theme = theme, .face = figure_look(figure), .behind = true};
    cairo_save(cairo);
    cairo_translate(cairo, X, EYES);
    cairo_scale(cairo, UNIT, UNIT);
    body_paint(cairo, &look, BODY_ALL);
    cairo_restore(cairo);
}

void far_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
               struct figure_place place) {
    const struct palette *palette = &palettes[theme->name];
    struct box room = figure_room(place);
    cairo_save(cairo);
    cairo_rectangle(cairo, room.x, room.y, room.width, room.height);
    cairo_clip(cairo);
    figure_enter(cairo, place);
    cairo_save(cairo);
    cairo_new_path(cairo);
    opening(cairo, 0);
    cairo_clip(cairo);
    paint_sky(cairo, palette);
    paint_hills(cairo, palette);
    cairo_restore(cairo);
    cairo_new_path(cairo);
    paint_frame(cairo, palette);
    paint_person(cairo, theme, figure);
    cairo_restore(cairo);
}
