// SPDX-License-Identifier: MIT
#pragma once

#include <string.h>

#include "app/element.h"
#include "app/focus.h"
#include "base/memory.h"
#include "base/text.h"
#include "pixel.h"

// A window of nothing but elements, on a picture in memory: no display, no routines, no history.

struct desk {
    struct house house;
    struct play_request request;
    struct app_options options;
    struct window window;
    cairo_surface_t *picture;
    cairo_t *cairo;
};

static inline void desk_open_as(struct desk *desk, int width, int height, int text_percent,
                                bool from_right) {
    *desk = (struct desk){.request = {.before = -1, .after = -1}};
    desk->house.settings = settings_default();
    desk->house.settings.text_percent = text_percent;
    desk->options = (struct app_options){
        .house = &desk->house, .request = &desk->request, .from_right = from_right};
    window_set_up(&desk->window, &desk->options);
    desk->picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    desk->cairo = cairo_create(desk->picture);
    desk->window.cairo = desk->cairo;
    desk->window.width = width;
    desk->window.height = height;
    desk->window.layout = layout_make(width, height, text_percent, from_right);
    desk->window.scale = layout_body(&desk->window.layout, 1);
}

static inline void desk_open(struct desk *desk) {
    desk_open_as(desk, 800, 600, 100, false);
}

static inline void desk_close(struct desk *desk) {
    window_tear_down(&desk->window);
    cairo_destroy(desk->cairo);
    cairo_surface_destroy(desk->picture);
}

// For cmocka: one of usual size, and its end.
static inline int desk_make(void **state) {
    struct desk *desk = memory_new(1, sizeof *desk);
    desk_open(desk);
    *state = desk;
    return 0;
}

static inline int desk_remove(void **state) {
    desk_close(*state);
    memory_free(*state);
    return 0;
}

// An element that nobody paints.
static inline void desk_add(struct desk *desk, const char *name, struct act act, struct box box,
                            int group) {
    struct element element = {.role = ROLE_BUTTON, .box = box, .act = act, .group = group};
    text_copy(element.name, sizeof element.name, name);
    element_add(&desk->window, &element);
}

static inline uint32_t desk_pixel(const struct desk *desk, double x, double y) {
    return pixel_at(desk->picture, (int)x, (int)y) & 0xffffff;
}

static inline const char *desk_focus(const struct desk *desk) {
    const struct element *element = focus_element(&desk->window);
    return element ? element->name : "";
}
