// SPDX-License-Identifier: MIT
#include "draw/portrait.h"

#include <math.h>

#include "base/memory.h"
#include "draw/face_signs.h"

struct portrait {
    const struct theme *theme;
    struct portrait_options options;
    struct face_colours colours;
};

struct portrait *portrait_new(const struct theme *theme, const struct portrait_options *options) {
    struct portrait *portrait = memory_new(1, sizeof *portrait);
    *portrait = (struct portrait){.theme = theme,
                                  .options = *options,
                                  .colours = face_colours_of(&options->look, theme)};
    return portrait;
}

void portrait_free(struct portrait *portrait) {
    memory_free(portrait);
}

static void enter(const struct portrait *portrait, cairo_t *cairo) {
    const struct portrait_place *place = &portrait->options.place;
    cairo_save(cairo);
    cairo_translate(cairo, place->x, place->y);
    cairo_scale(cairo, place->unit, place->unit);
}

static void paint_muscles(cairo_t *cairo, const struct face_view *view,
                          const struct portrait_show *show, enum muscle_layer layer) {
    if (show->glow <= 0) {
        return;
    }
    for (int side = 0; side < FACE_SIDES; side++) {
        for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
            if (show->muscles[side][muscle] && muscle_layer((enum muscle)muscle) == layer) {
                muscle_paint(cairo, view, (enum muscle)muscle, (enum face_side)side, show->glow);
            }
        }
    }
}

// What lies behind the face.
static void paint_behind(const struct portrait *portrait, cairo_t *cairo,
                         const struct face_view *view, const struct portrait_show *show) {
    if (portrait->options.disc) {
        face_disc_paint(cairo, view);
    }
    if (portrait->options.marked < FACE_SIDES) {
        sign_side_paint(cairo, view, portrait->options.marked);
    }
    hair_paint_behind(cairo, view);
    neck_paint(cairo, view);
    paint_muscles(cairo, view, show, MUSCLE_NECK);
    shirt_paint(cairo, view);
    ears_paint(cairo, view);
}

static void paint_skin(cairo_t *cairo, const struct face_view *view,
                       const struct portrait_show *show) {
    cairo_save(cairo);
    face_contour_path(cairo, view);
    cairo_clip(cairo);
    skin_paint_still(cairo, view);
    skin_paint_moving(cairo, view);
    nose_paint(cairo, view);
    paint_muscles(cairo, view, show, MUSCLE_FACE);
    folds_paint_upper(cairo, view);
    folds_paint_lower(cairo, view);
    mouth_paint(cairo, view);
    cairo_restore(cairo);
}

void portrait_paint_whole(const struct portrait *portrait, cairo_t *cairo,
                          const struct portrait_show *show) {
    struct face face = face_of_units(&show->units, &show->soft);
    struct face_view view = {.face = &face,
                             .colours = &portrait->colours,
                             .hair = portrait->options.look.hair,
                             .at_ease = show->at_ease};
    enter(portrait, cairo);
    paint_behind(portrait, cairo, &view, show);
    paint_skin(cairo, &view, show);
    eyes_paint(cairo, &view);
    hair_paint_front(cairo, &view);
    brows_paint(cairo, &view);
    paint_muscles(cairo, &view, show, MUSCLE_LIDS);
    if (show->imagined > 0) {
        struct face target = face_of_units(&show->target, &show->target);
        sign_imagined_paint(cairo, &view, &target, show->imagined);
    }
    cairo_restore(cairo);
}
