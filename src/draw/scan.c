// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "draw/figure_parts.h"
#include "draw/light.h"

// A scan: the drawn face, or below the chin the sitting person, with a soft light where the
// attention goes.

enum { LIGHTS = 3 };
struct meant {
    struct light lights[LIGHTS]; // in the face's unit
    int count;
    double closed; // the lids
    double parted; // the lips
};

static const struct meant faces[REGION_COUNT] = {
    [REGION_JAW_TONGUE] = {{{{0, 0.58}, 0.40, 0.26, false}, {{0.34, 0.44}, 0.20, 0.27, true}},
                           2,
                           0,
                           0},
    [REGION_CHEEKS_LIPS] = {{{{0.27, 0.26}, 0.25, 0.25, true}, {{0, 0.45}, 0.28, 0.16, false}},
                            2,
                            0,
                            0},
    [REGION_LIPS_CHIN] = {{{{0, 0.46}, 0.27, 0.15, false}, {{0, 0.63}, 0.24, 0.20, false}},
                          2,
                          0,
                          0.22},
    [REGION_EYES_LIDS] = {{{{0.23, 0.00}, 0.23, 0.15, true}}, 1, 1, 0},
    [REGION_FOREHEAD_BROWS] = {{{{0, -0.32}, 0.46, 0.24, false}, {{0.23, -0.17}, 0.24, 0.12, true}},
                               2,
                               0,
                               0},
    [REGION_NECK_FRONT] = {{{{0, 0.88}, 0.36, 0.26, false}}, 1, 0, 0},
    [REGION_FACE] = {{{{0, 0.10}, 0.70, 0.92, false}}, 1, 0, 0},
};

// Eyes that look inwards.
static const double HALF_SHUT = 0.24;

static struct face_units units_of(const struct figure *figure, const struct meant *meant) {
    const char *pose = figure->segment->pose;
    bool closed = pose && strcmp(pose, "eye_close_gentle") == 0;
    struct face_units units = {0};
    for (int side = 0; side < FACE_SIDES; side++) {
        units.strength[UNIT_AU43][side] = closed ? 1 : fmax(HALF_SHUT, meant->closed);
        units.strength[UNIT_AU25][side] = meant->parted;
    }
    return units;
}

static void paint_face(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       struct figure_place place) {
    const struct meant *meant = &faces[figure->segment->step->region];
    struct box room = figure_room(place);
    struct portrait_options options = {.look = *figure_look(figure),
                                       .place = figure_face_place(false, place),
                                       .marked = FACE_SIDES};
    struct portrait_show show = {.units = units_of(figure, meant)};
    show.soft = show.units;
    struct portrait *portrait = portrait_new(theme, &options);
    figure_paint_disc(cairo, theme, figure, place);
    cairo_save(cairo);
    cairo_rectangle(cairo, room.x, room.y, room.width, room.height);
    cairo_clip(cairo);
    cairo_push_group(cairo);
    portrait_paint_whole(portrait, cairo, &show);
    figure_enter_face(cairo, false, place);
    light_fall(cairo, theme, meant->lights, meant->count);
    cairo_restore(cairo);
    cairo_pop_group_to_source(cairo);
    cairo_paint(cairo);
    cairo_restore(cairo);
    portrait_free(portrait);
}

void scan_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                struct figure_place place) {
    if (body_has_region(figure->segment->step->region)) {
        body_paint_region(cairo, theme, figure, place);
    } else {
        paint_face(cairo, theme, figure, place);
    }
}
