// SPDX-License-Identifier: MIT
#include "draw/back_view.h"
#include "draw/figure_parts.h"
#include "draw/portrait_place.h"

// The drawn person of a figure, from the front and from behind.

// In face widths.
static const double BEHIND_LIFT = 0.24;
// What a figure can cover, in the design's pixels from the middle line and the upper edge; below is
// the bar. Towards its sides arms fade.
enum { ROOM_HALF_WIDTH = 288, ROOM_TOP = 88, ROOM_FOOT = 664 };

static const struct face_look *default_look(void) {
    static const struct face_look look = {SKIN_TONE_DEFAULT, HAIR_WAVES, HAIR_BROWN, EYES_HAZEL};
    return &look;
}

const struct face_look *figure_look(const struct figure *figure) {
    return figure->look ? figure->look : default_look();
}

int figure_signs(const struct figure *figure, enum side side, int signs[2]) {
    int count = side_signs(side, signs);
    for (int i = 0; i < count && figure->exchanged; i++) {
        signs[i] = -signs[i];
    }
    return count;
}

struct box figure_room(struct figure_place place) {
    return figure_to_pixels(
        place, (struct box){-ROOM_HALF_WIDTH, ROOM_TOP, 2 * ROOM_HALF_WIDTH, ROOM_FOOT - ROOM_TOP});
}

void figure_enter_room(cairo_t *cairo, struct figure_place place) {
    struct box room = figure_room(place);
    cairo_save(cairo);
    cairo_rectangle(cairo, room.x, room.y, room.width, room.height);
    cairo_clip(cairo);
    cairo_push_group(cairo);
}

void figure_leave_room(cairo_t *cairo, struct figure_place place) {
    struct box room = figure_room(place);
    double fade = FIGURE_FADE / (2.0 * ROOM_HALF_WIDTH);
    cairo_pop_group_to_source(cairo);
    cairo_pattern_t *sides = cairo_pattern_create_linear(room.x, 0, room.x + room.width, 0);
    cairo_pattern_add_color_stop_rgba(sides, 0, 0, 0, 0, 0);
    cairo_pattern_add_color_stop_rgba(sides, fade, 0, 0, 0, 1);
    cairo_pattern_add_color_stop_rgba(sides, 1 - fade, 0, 0, 0, 1);
    cairo_pattern_add_color_stop_rgba(sides, 1, 0, 0, 0, 0);
    cairo_mask(cairo, sides);
    cairo_pattern_destroy(sides);
    cairo_restore(cairo);
}

struct portrait_place figure_face_place(bool behind, struct figure_place place) {
    struct portrait_place face = portrait_place_in(place);
    face.y -= behind ? BEHIND_LIFT * face.unit : 0;
    return face;
}

void figure_enter_face(cairo_t *cairo, bool behind, struct figure_place place) {
    struct portrait_place face = figure_face_place(behind, place);
    cairo_save(cairo);
    cairo_translate(cairo, face.x, face.y);
    cairo_scale(cairo, face.unit, face.unit);
}

void figure_paint_disc(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       struct figure_place place) {
    struct face_colours colours = face_colours_of(figure_look(figure), theme);
    struct face_view view = {.colours = &colours};
    figure_enter_face(cairo, false, place);
    face_disc_paint(cairo, &view);
    cairo_restore(cairo);
}

static void paint_front(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                        const struct face_units *units, struct figure_place place) {
    struct portrait_options options = {.look = *figure_look(figure),
                                       .place = portrait_place_in(place),
                                       .disc = true,
                                       .marked = FACE_SIDES};
    struct portrait_show show = {.units = *units, .soft = *units};
    struct portrait *portrait = portrait_new(theme, &options);
    portrait_paint_whole(portrait, cairo, &show);
    portrait_free(portrait);
}

void figure_paint_head(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       const struct face_units *units, bool behind, struct figure_place place) {
    struct box room = figure_room(place);
    cairo_save(cairo);
    cairo_rectangle(cairo, room.x, room.y, room.width, room.height);
    cairo_clip(cairo);
    if (behind) {
        struct face_colours colours = face_colours_of(figure_look(figure), theme);
        struct face_view view = {
            .face = face_neutral(), .colours = &colours, .hair = figure_look(figure)->hair};
        figure_enter_face(cairo, true, place);
        face_disc_paint(cairo, &view);
        back_view_paint(cairo, &colours, view.hair);
        cairo_restore(cairo);
    } else {
        paint_front(cairo, theme, figure, units, place);
    }
    cairo_restore(cairo);
}
