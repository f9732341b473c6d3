// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/figure_parts.h"
#include "draw/shapes.h"

// A cloth on its place. Warm is soft and round with rising waves, cold is a pack with corners and a
// star, so the two are told apart without colour.

struct patch {
    double x, y, width, height, turn; // of the left of the picture; the right mirrors it
};

static const struct patch patches[COMPRESS_AREA_COUNT] = {
    [COMPRESS_EYE_RIM] = {-60, 364, 104, 70, -0.05}, [COMPRESS_CHEEK] = {-72, 430, 104, 122, 0.22},
    [COMPRESS_JAW] = {-68, 478, 108, 96, 0.42},      [COMPRESS_TEMPLE] = {-96, 322, 78, 104, 0.10},
    [COMPRESS_NECK_BACK] = {0, 500, 176, 92, 0},
};

static enum compress_area area_of(const struct step *step) {
    return step && step->compress_area >= 0 ? (enum compress_area)step->compress_area
                                            : COMPRESS_CHEEK;
}

static enum bust_view view_of(const struct step *step, enum bust_view front) {
    return area_of(step) == COMPRESS_NECK_BACK ? BUST_BEHIND : front;
}

// How many patches, and on which side each lies. Where nobody said a side it lies on one.
static int patch_signs(const struct step *step, int signs[2]) {
    enum side side = step ? step->side : SIDE_NONE;
    if (area_of(step) == COMPRESS_NECK_BACK || side == SIDE_NONE) {
        signs[0] = -1;
        return 1;
    }
    return side_signs(side, signs);
}

static void waves(cairo_t *cairo, double width, double height) {
    double reach = width * 0.29;
    for (int i = -1; i <= 1; i++) {
        double y = i * height * 0.21;
        cairo_move_to(cairo, -reach, y);
        cairo_curve_to(cairo, -reach * 0.5, y - height * 0.09, -reach * 0.4, y - height * 0.09, 0,
                       y);
        cairo_curve_to(cairo, reach * 0.4, y + height * 0.09, reach * 0.5, y + height * 0.09, reach,
                       y);
        cairo_stroke(cairo);
    }
}

static void star(cairo_t *cairo, double width, double height) {
    double arm = fmin(width, height) * 0.30;
    for (int i = 0; i < 6; i++) {
        double angle = i * M_PI / 3;
        double x = cos(angle);
        double y = sin(angle);
        cairo_move_to(cairo, 0, 0);
        cairo_line_to(cairo, arm * x, arm * y);
        // The two short twigs near the end of an arm.
        for (int sign = -1; sign <= 1; sign += 2) {
            cairo_move_to(cairo, 0.6 * arm * x, 0.6 * arm * y);
            cairo_line_to(cairo, arm * (0.6 * x + 0.3 * cos(angle + sign * 0.9)),
                          arm * (0.6 * y + 0.3 * sin(angle + sign * 0.9)));
        }
        cairo_stroke(cairo);
    }
}

static void cloth(cairo_t *cairo, const struct theme *theme, const struct patch *patch, bool cold) {
    struct box box = {-patch->width / 2, -patch->height / 2, patch->width, patch->height};
    shape_round(cairo, box, cold ? 9 : 34);
    theme_use(cairo, theme, cold ? TOKEN_STAGE2 : TOKEN_ACCENT, theme->flat ? 1 : 0.94);
    cairo_fill(cairo);
    theme_use(cairo, theme, cold ? TOKEN_SKY0 : TOKEN_ONACCENT, cold ? 0.85 : 0.5);
    cairo_set_line_width(cairo, 4);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    if (!cold) {
        waves(cairo, patch->width, patch->height);
        return;
    }
    star(cairo, patch->width, patch->height);
    cairo_set_line_width(cairo, 2);
    shape_round(cairo, box_inset(box, 8), 5);
    cairo_stroke(cairo);
}

void compress_paint(cairo_t *cairo, const struct theme *theme, const struct step *step,
                    struct figure_place place) {
    int signs[2];
    int count = patch_signs(step, signs);
    const struct patch *patch = &patches[area_of(step)];
    enum bust_view view = view_of(step, BUST_EYES_CLOSED);
    bust_paint(cairo, theme, place, view);
    cairo_save(cairo);
    figure_enter(cairo, place, bust_lift(view));
    for (int i = 0; i < count; i++) {
        cairo_save(cairo);
        cairo_translate(cairo, -signs[i] * patch->x, patch->y);
        cairo_rotate(cairo, -signs[i] * patch->turn);
        cloth(cairo, theme, patch, step->temperature == TEMPERATURE_COLD);
        cairo_restore(cairo);
    }
    cairo_restore(cairo);
}

void compress_paint_check(cairo_t *cairo, const struct theme *theme, const struct step *step,
                          struct figure_place place) {
    int signs[2];
    int count = patch_signs(step, signs);
    const struct patch *patch = &patches[area_of(step)];
    enum bust_view view = view_of(step, BUST_EYES_OPEN);
    bust_paint(cairo, theme, place, view);
    cairo_save(cairo);
    figure_enter(cairo, place, bust_lift(view));
    theme_use(cairo, theme, theme->flat ? TOKEN_ACCENT : TOKEN_STAGE, 1);
    cairo_set_line_width(cairo, 4);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(cairo, (double[]){6, 9}, 2, 0);
    for (int i = 0; i < count; i++) {
        cairo_save(cairo);
        cairo_translate(cairo, -signs[i] * (patch->x + (patch->x < 0 ? 8 : 0)), patch->y);
        cairo_rotate(cairo, signs[i] * patch->turn);
        cairo_scale(cairo, patch->width * 0.30, patch->height * 0.36);
        shape_circle(cairo, 0, 0, 1);
        cairo_restore(cairo);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}
