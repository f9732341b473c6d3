// SPDX-License-Identifier: MIT
#include "draw/body.h"

#include <stddef.h>

#include "draw/back_view.h"
#include "draw/body_parts.h"
#include "draw/portrait.h"

static const struct colour black = {0.05, 0.05, 0.08};
static const struct colour white = {1, 0.98, 0.94};

static struct body_cloth cloth_of(struct colour base) {
    return (struct body_cloth){.base = base,
                               .dark = colour_mix(base, black, 0.42),
                               .light = colour_mix(base, white, 0.30),
                               .line = colour_mix(base, black, 0.70)};
}

static struct body_view view_of(const struct face_colours *colours, const struct body_look *look) {
    static const struct {
        unsigned trousers, wood;
    } grounds[THEME_COUNT] = {[THEME_EVENING] = {0x7A6C60, 0x5E4638},
                              [THEME_DAY] = {0xA3937F, 0x9A7556},
                              [THEME_CONTRAST] = {0xB3A48F, 0x8A6A50}};
    return (struct body_view){.colours = colours,
                              .shirt = cloth_of(colours->shirt),
                              .trousers = cloth_of(paint_hex(grounds[look->theme->name].trousers)),
                              .wood = cloth_of(paint_hex(grounds[look->theme->name].wood)),
                              .look = look,
                              .pose = &look->sides[1]};
}

struct body_view body_side(const struct body_view *view, int sign) {
    struct body_view side = *view;
    side.pose = &view->look->sides[sign > 0];
    return side;
}

bool body_is_seen(cairo_t *cairo, struct box box) {
    double x1, y1, x2, y2;
    cairo_clip_extents(cairo, &x1, &y1, &x2, &y2);
    return box_meets(box, (struct box){x1, y1, x2 - x1, y2 - y1});
}

// The head is the portrait's, but for its shirt: that is the body's own.
static void clip_to_head(cairo_t *cairo) {
    // A scarf falls behind the shoulders as far as they reach.
    static const struct point below[] = {
        {3, 0.90},       {0.75, 0.90},   {0.75, 0.985},  {0.30, 0.985}, {0.206, 1.050}, {0, 1.096},
        {-0.206, 1.050}, {-0.30, 0.985}, {-0.75, 0.985}, {-0.75, 0.90}, {-3, 0.90}};
    cairo_new_path(cairo);
    cairo_move_to(cairo, -3, -3);
    cairo_line_to(cairo, 3, -3);
    for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
        cairo_line_to(cairo, below[i].x, below[i].y);
    }
    cairo_close_path(cairo);
    cairo_clip(cairo);
}

static void paint_head(cairo_t *cairo, const struct body_look *look) {
    struct portrait_options options = {
        .look = *look->face, .place = {0, 0, 1}, .disc = false, .marked = FACE_SIDES};
    struct portrait_show show = {.at_ease = 0};
    for (int side = 0; side < FACE_SIDES; side++) {
        show.units.strength[UNIT_AU43][side] = look->closed;
    }
    show.soft = show.units;
    struct portrait *portrait = portrait_new(look->theme, &options);
    cairo_save(cairo);
    clip_to_head(cairo);
    portrait_paint_whole(portrait, cairo, &show);
    cairo_restore(cairo);
    portrait_free(portrait);
}

// A scarf falls over the shoulders.
static void paint_scarf(cairo_t *cairo, const struct body_view *view) {
    struct face_view face = {
        .face = face_neutral(), .colours = view->colours, .hair = view->look->face->hair};
    if (face.hair == HAIR_SCARF) {
        hair_paint_front(cairo, &face);
    }
}

static void paint_front(cairo_t *cairo, const struct body_view *view) {
    static const struct box bench = {-1.8, 4.0, 3.6, 3.0}, head = {-0.7, -1.1, 1.4, 2.25},
                            feet = {-1.4, 6.1, 2.8, 1.4}, legs = {-1.3, 3.5, 2.6, 3.0},
                            trunk = {-1.5, 0.4, 3.0, 3.8};
    if (!view->look->near && body_is_seen(cairo, bench)) {
        body_bench_paint(cairo, view);
    }
    if (body_is_seen(cairo, head)) {
        paint_head(cairo, view->look);
    }
    if (body_is_seen(cairo, feet)) {
        body_feet_paint(cairo, view);
    }
    if (body_is_seen(cairo, legs)) {
        body_legs_paint(cairo, view);
    }
    if (body_is_seen(cairo, trunk)) {
        body_torso_paint(cairo, view);
        paint_scarf(cairo, view);
    }
}

void body_paint(cairo_t *cairo, const struct body_look *look, enum body_layer layer) {
    static const struct box arms = {-1.8, 0.4, 3.6, 4.8};
    struct face_colours colours = face_colours_of(look->face, look->theme);
    struct body_view view = view_of(&colours, look);
    cairo_save(cairo);
    if (look->behind) {
        if (layer != BODY_ARMS) {
            back_view_paint(cairo, &colours, look->face->hair);
            body_back_paint(cairo, &view);
        }
        if (layer != BODY_BUT_ARMS) {
            body_back_arms_paint(cairo, &view);
        }
    } else {
        if (layer != BODY_ARMS) {
            paint_front(cairo, &view);
        }
        if (layer != BODY_BUT_ARMS && body_is_seen(cairo, arms)) {
            body_arms_paint(cairo, &view);
        }
    }
    cairo_restore(cairo);
}
