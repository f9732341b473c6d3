// SPDX-License-Identifier: MIT
#include "app/hero.h"

#include <math.h>

#include "app/element.h"
#include "draw/breath.h"
#include "draw/category.h"
#include "draw/scene.h"
#include "draw/shapes.h"

// Shares of the card's width and height.
static const double LAMP_X = 0.80;
static const double LAMP_Y = 0.615;
static const double LAMP_RADIUS = 0.277;
static const double SIGN_HEIGHT = 0.66;
static const double WORDS_WIDTH = 0.64;
// In a card the hills stand a little higher than in the whole window.
static const double HORIZON = 0.95;
enum { RADIUS = 28, WIDTH_LEAST = 480 };

double hero_padding(const struct window *window) {
    bool wide = layout_kind(&window->layout) >= LAYOUT_MIDDLE;
    return layout_space(&window->layout, wide ? 40 : 24);
}

double hero_words_width(const struct window *window, const struct hero *hero) {
    double padding = hero_padding(window);
    double whole = hero->box.width - 2 * padding;
    return hero->bare ? whole : fmin(whole, hero->box.width * WORDS_WIDTH - padding);
}

static double lamp_radius(struct box box) {
    return fmin(LAMP_RADIUS * box.height, 0.12 * box.width);
}

// Between the sky and the hills.
static void paint_light(struct window *window, const struct hero *hero) {
    cairo_t *cairo = window->cairo;
    struct box box = hero->box;
    double x = LAMP_X * box.width;
    double y = LAMP_Y * box.height;
    double radius = lamp_radius(box);
    if (hero->lamp) {
        if (window->theme.flat) {
            // Without hills there is nothing to set behind: a plain disc stands free.
            theme_use(cairo, &window->theme, TOKEN_LAMP1, 1);
            shape_circle(cairo, x, 0.5 * box.height, 0.8 * radius);
            cairo_fill(cairo);
            return;
        }
        scene_halo(cairo, &window->theme, x, y, radius);
        lamp_paint(cairo, &window->theme, x, y, radius);
        return;
    }
    double side = fmin(SIGN_HEIGHT * box.height, 0.26 * box.width);
    double bottom = (window->theme.flat ? 0.5 * (1 + side / box.height) : 0.80) * box.height;
    scene_halo(cairo, &window->theme, x, bottom - side / 2, side * 0.55);
    category_sign_paint(cairo, &window->theme, hero->category, TOKEN_ACCENT,
                        (struct box){x - side / 2, bottom - side, side, side});
}

void hero_paint(struct window *window, const struct hero *hero) {
    cairo_t *cairo = window->cairo;
    struct box box = hero->box;
    double radius = layout_scene(&window->layout, RADIUS);
    if (!element_is_seen(window, box)) {
        return;
    }
    cairo_save(cairo);
    shape_round(cairo, box, radius);
    cairo_clip(cairo);
    cairo_translate(cairo, box.x, box.y);
    scene_sky(cairo, &window->theme, (struct scene){box.width, box.height});
    if (!hero->bare) {
        paint_light(window, hero);
    }
    double horizon = HORIZON * box.height;
    scene_hills(cairo, &window->theme, (struct scene){box.width, horizon});
    if (!window->theme.flat) {
        theme_use(cairo, &window->theme, TOKEN_HILL3, 1);
        cairo_rectangle(cairo, 0, floor(horizon) - 1, box.width, box.height - floor(horizon) + 1);
        cairo_fill(cairo);
    }
    cairo_restore(cairo);
    if (window->theme.flat) {
        card_edge_paint(cairo, &window->theme, box, radius, window->layout.pixel);
    }
}
