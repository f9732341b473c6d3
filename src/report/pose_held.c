// SPDX-License-Identifier: MIT
#include "report/pose_held.h"

#include "draw/exercise.h"
#include "draw/face_colours.h"
#include "draw/face_signs.h"

// The letters of the muscles' names, in the face's unit.
static const double NAME_SIZE = 0.053;

struct portrait_show pose_held(const struct pose_picture *what) {
    const struct exercise exercise = {.pose = what->pose,
                                      .side = what->side,
                                      .effort = what->effort,
                                      .mode = MODE_DO,
                                      .exchanged = what->exchanged,
                                      .still = true};
    const struct segment hold = {
        .phase = PHASE_HOLD, .end_ms = 1000, .level_from = 1, .level_to = 1};
    const struct frame frame = {.segment = &hold, .into_ms = 500, .left_ms = 500, .level = 1};
    struct portrait_show show = exercise_show(&exercise, &frame);
    show.glow = what->muscles ? show.glow : 0;
    return show;
}

void pose_held_paint(cairo_t *cairo, const struct theme *theme, const struct pose_picture *what,
                     struct portrait_place place) {
    const struct portrait_options options = {
        .look = what->look, .place = place, .disc = true, .marked = FACE_SIDES};
    struct portrait_show show = pose_held(what);
    struct portrait *portrait = portrait_new(theme, &options);
    portrait_paint_whole(portrait, cairo, &show);
    portrait_free(portrait);
}

int pose_held_named(const struct portrait_show *show, enum face_side side,
                    enum muscle muscles[MUSCLE_COUNT]) {
    int count = 0;
    for (int i = 0; i < MUSCLE_COUNT; i++) {
        bool right = show->muscles[FACE_RIGHT][i];
        if (side == FACE_RIGHT ? right : show->muscles[FACE_LEFT][i] && !right) {
            muscles[count++] = (enum muscle)i;
        }
    }
    return count;
}

void pose_held_paint_names(cairo_t *cairo, const struct theme *theme,
                           const struct pose_picture *what, struct portrait_place place) {
    struct portrait_show show = pose_held(what);
    struct face face = face_of_units(&show.units, &show.soft);
    struct face_colours colours = face_colours_of(&what->look, theme);
    const struct face_view view = {.face = &face, .colours = &colours, .hair = what->look.hair};
    cairo_save(cairo);
    cairo_translate(cairo, place.x, place.y);
    cairo_scale(cairo, place.unit, place.unit);
    for (int side = 0; side < FACE_SIDES; side++) {
        enum muscle muscles[MUSCLE_COUNT];
        const struct sign_names names = {.muscles = muscles,
                                         .count =
                                             pose_held_named(&show, (enum face_side)side, muscles),
                                         .side = (enum face_side)side,
                                         .size = NAME_SIZE * place.unit,
                                         .pixel = 1 / place.unit};
        sign_names_paint(cairo, &view, &names);
    }
    cairo_restore(cairo);
}
