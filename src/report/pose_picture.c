// SPDX-License-Identifier: MIT
#include "report/pose_picture.h"

#include <assert.h>

#include "report/picture.h"
#include "report/pose_held.h"

// The view, in the face's unit: square from above any hair to below the collar, where the shoulders
// leave it through its lower edge; and the room for the muscles' names beside it.
static const double VIEW = 2.04, VIEW_Y = 0.02, NAMES = 0.52;
enum { SIDE = 800 };

// Pixels for the names on one side.
static int names_room(const struct pose_picture *what, enum face_side side) {
    enum muscle muscles[MUSCLE_COUNT];
    struct portrait_show show = pose_held(what);
    bool named = what->muscles && pose_held_named(&show, side, muscles) > 0;
    return named ? (int)(NAMES * SIDE / VIEW) : 0;
}

bool pose_picture_write(const struct pose_picture *what, const char *path, struct error *err) {
    assert(!what->pose->scene);
    const double unit = SIDE / VIEW;
    int left = names_room(what, FACE_LEFT), right = names_room(what, FACE_RIGHT);
    struct theme theme = theme_make(THEME_DAY, 100);
    struct portrait_place place = {left + SIDE / 2.0, SIDE / 2.0 - VIEW_Y * unit, unit};
    struct picture *picture = picture_begin(path, left + SIDE + right, SIDE, err);
    if (!picture) {
        return false;
    }
    cairo_t *cairo = picture_cairo(picture);
    theme_use(cairo, &theme, TOKEN_BG, 1);
    cairo_paint(cairo);
    pose_held_paint(cairo, &theme, what, place);
    if (what->muscles) {
        pose_held_paint_names(cairo, &theme, what, place);
    }
    return picture_finish(picture, err);
}
