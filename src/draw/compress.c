// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/figure_parts.h"

// A cloth on its place, held by the person's own hand, and the moment when it is lifted to look at
// the skin. Warm and cold cloths differ in shape (cloth.c).

// In face widths, for the right of the picture; the left mirrors it.
struct patch {
    struct point at;
    double width, turn;
    struct point tips;   // where the fingertips of the hand lie
    double lean;         // of the hand
    struct point looked; // the place that is looked at, and its radii
    double rx, ry;
    bool behind;
};

static const struct patch patches[COMPRESS_AREA_COUNT] = {
    [COMPRESS_EYE_RIM] = {.at = {0.270, 0.065},
                          .width = 0.40,
                          .turn = 0.10,
                          .tips = {0.315, 0.085},
                          .lean = 0.62,
                          .looked = {0.235, 0.075},
                          .rx = 0.165,
                          .ry = 0.110},
    [COMPRESS_CHEEK] = {.at = {0.335, 0.280},
                        .width = 0.48,
                        .turn = 0.16,
                        .tips = {0.350, 0.285},
                        .lean = 0.56,
                        .looked = {0.300, 0.245},
                        .rx = 0.130,
                        .ry = 0.150},
    [COMPRESS_JAW] = {.at = {0.330, 0.480},
                      .width = 0.46,
                      .turn = -0.42,
                      .tips = {0.345, 0.470},
                      .lean = 0.56,
                      .looked = {0.305, 0.450},
                      .rx = 0.110,
                      .ry = 0.130},
    [COMPRESS_TEMPLE] = {.at = {0.430, -0.110},
                         .width = 0.40,
                         .turn = 0.10,
                         .tips = {0.445, -0.085},
                         .lean = 0.50,
                         .looked = {0.400, -0.110},
                         .rx = 0.080,
                         .ry = 0.120},
    [COMPRESS_NECK_BACK] = {.at = {0.020, 0.655},
                            .width = 0.52,
                            .turn = 0.04,
                            .tips = {0.070, 0.640},
                            .lean = 0.95,
                            .looked = {0.000, 0.660},
                            .rx = 0.200,
                            .ry = 0.150,
                            .behind = true},
};

static enum compress_area area_of(const struct step *step) {
    return step && step->compress_area >= 0 ? (enum compress_area)step->compress_area
                                            : COMPRESS_CHEEK;
}

// On which sides of the picture the cloth lies. Where nobody said a side it lies on one.
static int patch_signs(const struct figure *figure, const struct step *step, int signs[2]) {
    enum side side = step ? step->side : SIDE_NONE;
    if (area_of(step) == COMPRESS_NECK_BACK) {
        signs[0] = 1;
        return 1;
    }
    return figure_signs(figure, side == SIDE_NONE ? SIDE_LEFT : side, signs);
}

static struct face_units eyes_closed(double strength) {
    struct face_units units = {0};
    units.strength[UNIT_AU43][FACE_LEFT] = units.strength[UNIT_AU43][FACE_RIGHT] = strength;
    return units;
}

// The cloth and the hand on it, moved by `aside` of the picture's right.
static void held_cloth(cairo_t *cairo, const struct face_colours *colours,
                       const struct patch *patch, int sign, bool warm, struct point aside,
                       double lean) {
    cairo_save(cairo);
    cairo_scale(cairo, sign, 1);
    struct point at = {patch->at.x + aside.x, patch->at.y + aside.y};
    cloth_paint(cairo, at, patch->width, patch->turn, warm);
    cairo_restore(cairo);
    struct point tips = {sign * (patch->tips.x + aside.x), patch->tips.y + aside.y};
    // A hand that reaches behind shows its other side: the thumb lies below.
    int turned = patch->behind ? -sign : sign;
    hand_paint(cairo, colours, HAND_FLAT, tips, patch->behind ? -lean : lean, turned, 0.5);
}

void compress_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                    struct figure_place place) {
    const struct step *step = figure->segment->step;
    const struct patch *patch = &patches[area_of(step)];
    struct face_colours colours = face_colours_of(figure_look(figure), theme);
    struct face_units eyes = eyes_closed(1);
    int signs[2];
    int count = patch_signs(figure, step, signs);
    figure_paint_head(cairo, theme, figure, &eyes, patch->behind, place);
    figure_enter_room(cairo, place);
    figure_enter_face(cairo, patch->behind, place);
    for (int i = 0; i < count; i++) {
        held_cloth(cairo, &colours, patch, signs[i], step->temperature != TEMPERATURE_COLD,
                   (struct point){0, 0}, patch->lean);
    }
    cairo_restore(cairo);
    figure_leave_room(cairo, place);
}

// A soft ring of light around the place, a little pink within, as warmed or cooled skin is.
static void looked_at(cairo_t *cairo, const struct face_colours *colours,
                      const struct patch *patch) {
    enum { STEPS = 4 };
    static const double widths[STEPS] = {0.050, 0.034, 0.020, 0.009};
    static const double alphas[STEPS] = {0.10, 0.16, 0.26, 0.85};
    paint_blob(cairo, patch->looked, 1.15 * patch->rx, 1.15 * patch->ry, 0, colours->blush, 0.34);
    for (int i = 0; i < STEPS; i++) {
        cairo_save(cairo);
        cairo_translate(cairo, patch->looked.x, patch->looked.y);
        cairo_scale(cairo, patch->rx, patch->ry);
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, 0, 0, 1, 0, 2 * M_PI);
        cairo_restore(cairo);
        cairo_set_source_rgba(cairo, 1, 0.99, 0.96, alphas[i]);
        cairo_set_line_width(cairo, widths[i]);
        cairo_stroke(cairo);
    }
}

void compress_paint_check(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                          struct figure_place place) {
    // Out and down, so that the place lies free; the arm sinks with it.
    static const struct point LOWERED = {0.655, 0.780};
    static const struct point LOWERED_BEHIND = {0.480, 1.015};
    static const double LEAN = 0.30;
    const struct step *step = figure->covered;
    const struct patch *patch = &patches[area_of(step)];
    struct face_colours colours = face_colours_of(figure_look(figure), theme);
    struct face_units eyes = eyes_closed(0);
    int signs[2];
    int count = patch_signs(figure, step, signs);
    struct point lowered = patch->behind ? LOWERED_BEHIND : LOWERED;
    struct point aside = {lowered.x - patch->at.x, lowered.y - patch->at.y};
    bool warm = !step || step->temperature != TEMPERATURE_COLD;
    figure_paint_head(cairo, theme, figure, &eyes, patch->behind, place);
    figure_enter_room(cairo, place);
    figure_enter_face(cairo, patch->behind, place);
    for (int i = 0; i < count; i++) {
        cairo_save(cairo);
        cairo_scale(cairo, signs[i], 1);
        looked_at(cairo, &colours, patch);
        cairo_restore(cairo);
        held_cloth(cairo, &colours, patch, signs[i], warm, aside, LEAN);
    }
    cairo_restore(cairo);
    figure_leave_room(cairo, place);
}
