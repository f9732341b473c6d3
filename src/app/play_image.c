// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/picture.h"
#include "app/play.h"
#include "base/log.h"
#include "base/text.h"
#include "draw/shapes.h"
#include "draw/text.h"

// The picture of a step's own, in the place of the figure.

enum { TOP = 130, FOOT = 590, HALF = 235, CORNER = 16, MOST = 1600 };

static struct box image_box(const struct play *play) {
    const struct figure_place *place = &play->place;
    return (struct box){place->x - HALF * place->scale, place->y + TOP * place->scale,
                        2 * HALF * place->scale, (FOOT - TOP) * place->scale};
}

void play_drop_image(struct play *play) {
    if (play->image) {
        cairo_surface_destroy(play->image);
        play->image = NULL;
    }
    play->image_path[0] = '\0';
}

// Read once for as long as the step lasts; one that cannot be read is said in the log, once.
static void read_image(struct play *play, const char *path) {
    struct error err = {0};
    if (strcmp(play->image_path, path) == 0) {
        return;
    }
    play_drop_image(play);
    text_copy(play->image_path, sizeof play->image_path, path);
    play->image = picture_read(path, MOST, &err);
    if (!play->image) {
        log_warning("%s", err.text);
    }
}

// The place stays empty, with the file's name.
static void paint_missing(struct window *window, cairo_t *cairo, struct box box, const char *path) {
    const char *slash = strrchr(path, '/');
    const struct text_style style = {
        .size = play_px(window, 16), .weight = 400, .align = ALIGN_CENTRE};
    theme_use(cairo, &window->theme, TOKEN_STAGE2, 0.5);
    cairo_set_line_width(cairo, 1);
    shape_round(cairo, box_inset(box, 0.5), CORNER * window->play->place.scale);
    cairo_stroke(cairo);
    theme_use(cairo, &window->theme, TOKEN_STAGE2, 1);
    struct box line = {box.x + 8, box_middle_y(box) - style.size, box.width - 16, 2 * style.size};
    text_draw(cairo, slash ? slash + 1 : path, &style, line);
}

void play_paint_image(struct window *window, cairo_t *cairo, const char *path) {
    struct play *play = window->play;
    struct box box = image_box(play);
    read_image(play, path);
    if (play->image) {
        picture_paint(cairo, play->image, picture_place(play->image, box),
                      CORNER * play->place.scale);
    } else {
        paint_missing(window, cairo, box, path);
    }
}
