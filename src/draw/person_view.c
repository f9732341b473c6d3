// SPDX-License-Identifier: MIT
#include "draw/person_view.h"

// How near the person is seen: pixels of the design for a face's width, and the height of the eyes.
// The crown lies no higher than FIGURE_TOP, because there the words begin.
static const struct {
    double unit, eyes;
    double gone, there; // near views fade out towards above, between these heights
} cameras[] = {
    [CAMERA_WHOLE] = {54, 200, 0, 0},      [CAMERA_UPPER] = {76, 220, 0, 0},
    [CAMERA_BUST] = {104, 244, 0, 0},      [CAMERA_BEHIND] = {100, 240, 0, 0},
    [CAMERA_LAP] = {122, -120, 156, 262},  [CAMERA_LEGS] = {102, -140, 156, 250},
    [CAMERA_FEET] = {150, -486, 156, 284},
};

void person_enter(cairo_t *cairo, enum camera camera, struct figure_place place) {
    struct box room = figure_room(place);
    cairo_save(cairo);
    cairo_rectangle(cairo, room.x, room.y, room.width, room.height);
    cairo_clip(cairo);
    figure_enter(cairo, place);
    cairo_push_group(cairo);
    cairo_save(cairo);
    cairo_translate(cairo, 0, cameras[camera].eyes);
    cairo_scale(cairo, cameras[camera].unit, cameras[camera].unit);
}

void person_leave(cairo_t *cairo, enum camera camera) {
    cairo_restore(cairo);
    cairo_pop_group_to_source(cairo);
    if (cameras[camera].there > 0) {
        cairo_pattern_t *fade =
            cairo_pattern_create_linear(0, cameras[camera].gone, 0, cameras[camera].there);
        cairo_pattern_add_color_stop_rgba(fade, 0, 0, 0, 0, 0);
        cairo_pattern_add_color_stop_rgba(fade, 0.5, 0, 0, 0, 0.45);
        cairo_pattern_add_color_stop_rgba(fade, 1, 0, 0, 0, 1);
        cairo_mask(cairo, fade);
        cairo_pattern_destroy(fade);
    } else {
        cairo_paint(cairo);
    }
    cairo_restore(cairo);
}

struct body_look person_look(const struct theme *theme, const struct figure *figure,
                             enum camera camera) {
    return (struct body_look){.theme = theme,
                              .face = figure_look(figure),
                              .closed = 1,
                              .behind = camera == CAMERA_BEHIND,
                              .near = camera == CAMERA_FEET};
}

struct box person_box(enum camera camera, struct box box, struct figure_place place) {
    double unit = cameras[camera].unit;
    struct box design = {box.x * unit, cameras[camera].eyes + box.y * unit, box.width * unit,
                         box.height * unit};
    return box_meeting(figure_to_pixels(place, design), figure_room(place));
}

int person_sign(const struct figure *figure) {
    int signs[2];
    return figure_signs(figure, figure->segment->side, signs) == 1 ? signs[0] : 0;
}
