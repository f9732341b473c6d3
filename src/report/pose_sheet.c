// SPDX-License-Identifier: MIT
#include "report/pose_sheet.h"

#include <assert.h>

#include "base/text.h"
#include "draw/text.h"
#include "report/picture.h"
#include "report/pose_held.h"

// The view of a cell, in the face's unit: hair to collar, a little wider than the disc.
static const double VIEW = 1.9, VIEW_Y = 0.085;
// In pixels. The width is that of a page on the web; two lines of words stand below each face. From
// face to face it is a multiple of eight, the period of the grain of soft paint: so what is alike
// from face to face is alike to the pixel, and packs.
enum { ACROSS = 8, CELL = 172, GAP = 12, WORDS = 44, ROW = CELL + WORDS, EDGE = 14 };
enum { WIDTH = ACROSS * CELL + (ACROSS - 1) * GAP + 2 * EDGE };
static_assert((CELL + GAP) % 8 == 0, "a multiple of the grain's period");
enum { TITLE_SIZE = 14, ID_SIZE = 13, LINE = 18 };

static void paint_words(cairo_t *cairo, const struct theme *theme, const struct pose *pose,
                        struct box box) {
    struct text_style style = {
        .size = TITLE_SIZE, .smallest = 9, .weight = 600, .align = ALIGN_CENTRE};
    theme_use(cairo, theme, TOKEN_TEXT, 1);
    text_draw(cairo, pose->title, &style, (struct box){box.x, box.y, box.width, LINE});
    style.size = ID_SIZE;
    style.weight = 400;
    theme_use(cairo, theme, TOKEN_TEXT2, 1);
    text_draw(cairo, pose->id, &style, (struct box){box.x, box.y + LINE - 2, box.width, LINE});
}

static void paint_cell(cairo_t *cairo, const struct theme *theme, const struct pose_picture *what,
                       int x, int y) {
    const double unit = CELL / VIEW;
    const struct portrait_place place = {x + CELL / 2.0, y + CELL / 2.0 - VIEW_Y * unit, unit};
    cairo_save(cairo);
    cairo_rectangle(cairo, x, y, CELL, CELL);
    cairo_clip(cairo);
    pose_held_paint(cairo, theme, what, place);
    cairo_restore(cairo);
    paint_words(cairo, theme, what->pose, (struct box){x, y + CELL + 2, CELL, WORDS});
}

static int faces(const struct pose_sheet *what) {
    int count = 0;
    for (int i = 0; i < what->count; i++) {
        count += !what->poses[i].scene;
    }
    return count;
}

bool pose_sheet_write(const struct pose_sheet *what, const char *path, struct error *err) {
    struct theme theme = theme_make(THEME_DAY, 100);
    int count = faces(what);
    int height = (count + ACROSS - 1) / ACROSS * ROW + 2 * EDGE;
    if (count == 0) {
        return error_set(err, ERROR_MISSING, "there is no pose to be drawn");
    }
    if (height > PICTURE_SIDE_MOST) {
        return error_set(err, ERROR_LIMIT, "%d poses have no room in one picture", count);
    }
    struct picture *picture = picture_begin(path, WIDTH, height, err);
    if (!picture) {
        return false;
    }
    cairo_t *cairo = picture_cairo(picture);
    theme_use(cairo, &theme, TOKEN_BG, 1);
    cairo_paint(cairo);
    for (int i = 0, cell = 0; i < what->count; i++) {
        const struct pose_picture one = {
            .pose = &what->poses[i], .side = SIDE_BOTH, .effort = 10, .look = what->look};
        if (!one.pose->scene) {
            int column = cell % ACROSS, row = cell / ACROSS;
            paint_cell(cairo, &theme, &one, EDGE + column * (CELL + GAP), EDGE + row * ROW);
            cell++;
        }
    }
    picture_coarsen(picture);
    return picture_finish(picture, err);
}
