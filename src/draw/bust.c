// SPDX-License-Identifier: MIT
#include "draw/bust.h"

#include <math.h>

#include "draw/shapes.h"

static const double BEHIND_LIFT = 56;

// What the shapes are filled with; high contrast shows edges alone.
struct shades {
    struct colour skin, shadow, hair, cloth, ink;
};

static struct shades shades_of(const struct theme *theme) {
    struct colour sky = theme_colour(theme, TOKEN_SKY1);
    struct colour halo = theme_colour(theme, TOKEN_HALO);
    enum token dark = theme->name == THEME_DAY ? TOKEN_ONLAMP : TOKEN_HILL1;
    struct shades shades = {.skin = colour_mix(sky, halo, 0.70),
                            .shadow = colour_mix(sky, halo, 0.58),
                            .hair = theme_colour(theme, dark),
                            .cloth = theme_colour(theme, TOKEN_HILL1),
                            .ink = theme_colour(theme, dark)};
    if (theme->name == THEME_DAY)
        shades.hair = colour_mix(shades.hair, sky, 0.28);
    if (theme->flat)
        shades.skin = shades.shadow = shades.hair = shades.cloth = theme_colour(theme, TOKEN_BG);
    if (theme->flat)
        shades.ink = theme_colour(theme, TOKEN_STAGE);
    return shades;
}

static void use(cairo_t *cairo, struct colour colour) {
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

static void fill(cairo_t *cairo, const struct theme *theme, struct colour colour) {
    use(cairo, colour);
    if (!theme->flat) {
        cairo_fill(cairo);
        return;
    }
    cairo_fill_preserve(cairo);
    theme_use(cairo, theme, TOKEN_STAGE, 1);
    cairo_set_line_width(cairo, 3);
    cairo_stroke(cairo);
}

static void shoulders_path(cairo_t *cairo) {
    cairo_move_to(cairo, -46, 520);
    cairo_curve_to(cairo, -46, 572, -66, 584, -100, 596);
    cairo_curve_to(cairo, -170, 618, -232, 628, -244, 690);
    cairo_line_to(cairo, 244, 690);
    cairo_curve_to(cairo, 232, 628, 170, 618, 100, 596);
    cairo_curve_to(cairo, 66, 584, 46, 572, 46, 520);
    cairo_close_path(cairo);
}

static void neck_path(cairo_t *cairo) {
    cairo_move_to(cairo, -46, 410);
    cairo_line_to(cairo, -46, 530);
    cairo_curve_to(cairo, -46, 572, -66, 584, -100, 596);
    cairo_curve_to(cairo, -50, 618, 50, 618, 100, 596);
    cairo_curve_to(cairo, 66, 584, 46, 572, 46, 530);
    cairo_line_to(cairo, 46, 410);
    cairo_close_path(cairo);
}

static void hair_path(cairo_t *cairo) {
    cairo_move_to(cairo, -120, 345);
    cairo_curve_to(cairo, -126, 226, -70, 160, 0, 160);
    cairo_curve_to(cairo, 70, 160, 126, 226, 120, 345);
    cairo_curve_to(cairo, 118, 400, 112, 424, 100, 434);
    cairo_line_to(cairo, -100, 434);
    cairo_curve_to(cairo, -112, 424, -118, 400, -120, 345);
    cairo_close_path(cairo);
}

static void face_path(cairo_t *cairo) {
    cairo_move_to(cairo, -102, 340);
    cairo_curve_to(cairo, -102, 240, -64, 176, 0, 176);
    cairo_curve_to(cairo, 64, 176, 102, 240, 102, 340);
    cairo_curve_to(cairo, 102, 452, 52, 533, 0, 533);
    cairo_curve_to(cairo, -52, 533, -102, 452, -102, 340);
    cairo_close_path(cairo);
}

static void fringe_path(cairo_t *cairo) {
    cairo_move_to(cairo, -104, 336);
    cairo_curve_to(cairo, -92, 282, -50, 288, -16, 243);
    cairo_curve_to(cairo, 28, 268, 90, 284, 104, 336);
    cairo_curve_to(cairo, 122, 232, 72, 164, 0, 164);
    cairo_curve_to(cairo, -72, 164, -122, 232, -104, 336);
    cairo_close_path(cairo);
}

static void ears(cairo_t *cairo, const struct theme *theme, struct colour colour) {
    for (int sign = -1; sign <= 1; sign += 2) {
        cairo_save(cairo);
        cairo_translate(cairo, sign * 105, 383);
        cairo_scale(cairo, 13, 31);
        shape_circle(cairo, 0, 0, 1);
        cairo_restore(cairo);
        fill(cairo, theme, colour);
    }
}

static void arc_between(cairo_t *cairo, double x, double y, double half, double dip) {
    cairo_move_to(cairo, x - half, y);
    cairo_curve_to(cairo, x - half * 0.5, y + dip, x + half * 0.5, y + dip, x + half, y);
    cairo_stroke(cairo);
}

static void eye_open(cairo_t *cairo, const struct theme *theme, struct colour ink, double x) {
    cairo_move_to(cairo, x - 25, 367);
    cairo_curve_to(cairo, x - 12, 351, x + 12, 351, x + 25, 367);
    cairo_curve_to(cairo, x + 12, 381, x - 12, 381, x - 25, 367);
    cairo_close_path(cairo);
    theme_use(cairo, theme, theme->name == THEME_EVENING ? TOKEN_STAGE : TOKEN_BG, 0.9);
    cairo_fill_preserve(cairo);
    use(cairo, ink);
    cairo_stroke(cairo);
    shape_circle(cairo, x, 366, 9);
    cairo_fill(cairo);
}

static void features(cairo_t *cairo, const struct shades *shades, const struct theme *theme,
                     bool open) {
    struct colour soft = colour_mix(shades->skin, shades->ink, theme->flat ? 1 : 0.45);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    use(cairo, shades->ink);
    for (int sign = -1; sign <= 1; sign += 2) {
        cairo_set_line_width(cairo, 5);
        arc_between(cairo, sign * 60, 334, 27, -9);
        cairo_set_line_width(cairo, 3.4);
        if (open)
            eye_open(cairo, theme, shades->ink, sign * 59);
        else
            arc_between(cairo, sign * 59, 367, 25, 11);
    }
    use(cairo, soft);
    arc_between(cairo, 0, 428, 15, 8);
    cairo_set_line_width(cairo, 4);
    arc_between(cairo, 0, 472, 38, 6);
}

double bust_lift(enum bust_view view) {
    return view == BUST_BEHIND ? BEHIND_LIFT : 0;
}

void figure_enter(cairo_t *cairo, struct figure_place place, double lift) {
    cairo_translate(cairo, place.x, place.y - lift * place.scale);
    cairo_scale(cairo, place.scale, place.scale);
}

struct box figure_to_pixels(struct figure_place place, struct box box) {
    return box_whole((struct box){place.x + box.x * place.scale, place.y + box.y * place.scale,
                                  box.width * place.scale, box.height * place.scale});
}

int side_signs(enum side side, int signs[2]) {
    signs[0] = side == SIDE_RIGHT ? 1 : -1;
    signs[1] = 1;
    return side == SIDE_LEFT || side == SIDE_RIGHT ? 1 : 2;
}

void bust_paint(cairo_t *cairo, const struct theme *theme, struct figure_place place,
                enum bust_view view) {
    struct shades shades = shades_of(theme);
    cairo_save(cairo);
    figure_enter(cairo, place, bust_lift(view));
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    if (view != BUST_BEHIND) {
        hair_path(cairo);
        fill(cairo, theme, shades.hair);
    }
    shoulders_path(cairo);
    fill(cairo, theme, shades.cloth);
    neck_path(cairo);
    fill(cairo, theme, shades.shadow);
    ears(cairo, theme, shades.shadow);
    if (view == BUST_BEHIND) {
        hair_path(cairo);
        fill(cairo, theme, shades.hair);
    } else {
        face_path(cairo);
        fill(cairo, theme, shades.skin);
        fringe_path(cairo);
        fill(cairo, theme, shades.hair);
        features(cairo, &shades, theme, view == BUST_EYES_OPEN);
    }
    cairo_restore(cairo);
}
