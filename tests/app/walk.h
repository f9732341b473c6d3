// SPDX-License-Identifier: MIT
#pragma once

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "draw/controls.h"
#include "draw/text.h"

// Looks over the shoulder of whatever paints: each text with its place on the picture, whether it
// was cut, and how well it stands out from the very pixels it was drawn on. Whoever includes this
// links with `wrap: text_draw button_paint`.

struct seen_text {
    char text[80];
    struct box box; // on the picture, as far as it is not clipped away
    bool cut;
    double contrast; // against nearly all of what lies under it
};

enum { SEEN_MAX = 400 };
struct seen {
    struct seen_text texts[SEEN_MAX];
    int count;
    int primaries; // filled buttons
};

static inline struct seen *seen_here(void) {
    static struct seen seen;
    return &seen;
}

static inline void seen_forget(void) {
    seen_here()->count = 0;
    seen_here()->primaries = 0;
}

struct text_fit __real_text_draw(cairo_t *cairo, const char *text, const struct text_style *style,
                                 struct box box);
struct text_fit __wrap_text_draw(cairo_t *cairo, const char *text, const struct text_style *style,
                                 struct box box);
void __real_button_paint(cairo_t *cairo, const struct theme *theme, const struct button *button,
                         struct box box, double scale);
void __wrap_button_paint(cairo_t *cairo, const struct theme *theme, const struct button *button,
                         struct box box, double scale);

static inline struct box on_picture(cairo_t *cairo, struct box box) {
    double x = box.x;
    double y = box.y;
    double right = box.x + box.width;
    double bottom = box.y + box.height;
    cairo_user_to_device(cairo, &x, &y);
    cairo_user_to_device(cairo, &right, &bottom);
    return (struct box){fmin(x, right), fmin(y, bottom), fabs(right - x), fabs(bottom - y)};
}

static inline struct box box_common(struct box one, struct box other) {
    double x = fmax(one.x, other.x);
    double y = fmax(one.y, other.y);
    double right = fmin(one.x + one.width, other.x + other.width);
    double bottom = fmin(one.y + one.height, other.y + other.height);
    return (struct box){x, y, fmax(0, right - x), fmax(0, bottom - y)};
}

static inline struct box what_shows(cairo_t *cairo) {
    double x, y, right, bottom;
    cairo_clip_extents(cairo, &x, &y, &right, &bottom);
    return on_picture(cairo, (struct box){x, y, right - x, bottom - y});
}

// Where the words themselves come to lie in their box.
static inline struct box place_of(const struct text_fit *fit, const struct text_style *style,
                                  struct box box) {
    double spare_x = box.width - fit->width;
    double spare_y = box.height - fit->height;
    double x = style->align == ALIGN_START ? 0 : style->align == ALIGN_END ? 1 : 0.5;
    double y = style->rise == RISE_TOP ? 0 : style->rise == RISE_BOTTOM ? 1 : 0.5;
    return (struct box){box.x + spare_x * x, box.y + spare_y * y, fit->width, fit->height};
}

static inline bool ink_of(cairo_t *cairo, struct colour *ink) {
    double alpha;
    cairo_pattern_t *source = cairo_get_source(cairo);
    return cairo_pattern_get_rgba(source, &ink->red, &ink->green, &ink->blue, &alpha) ==
               CAIRO_STATUS_SUCCESS &&
           alpha > 0.99;
}

// The contrast that all but a twentieth of the ground exceeds: a line that a box touches with its
// edge does not make its words unreadable. 21 where it cannot be told.
static inline double contrast_on(cairo_surface_t *surface, struct colour ink, struct box box) {
    enum { STEPS = 24, BINS = 211 };
    int bins[BINS] = {0};
    int samples = 0;
    if (cairo_surface_get_type(surface) != CAIRO_SURFACE_TYPE_IMAGE) {
        return 21;
    }
    cairo_surface_flush(surface);
    double left, top;
    cairo_surface_get_device_offset(surface, &left, &top);
    box.x += left;
    box.y += top;
    bool clear = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32;
    const unsigned char *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    struct box all = {0, 0, cairo_image_surface_get_width(surface),
                      cairo_image_surface_get_height(surface)};
    for (int i = 0; i < STEPS * STEPS; i++) {
        double x = floor(box.x + (i % STEPS + 0.5) * box.width / STEPS);
        double y = floor(box.y + (i / STEPS + 0.5) * box.height / STEPS);
        if (!box_holds(all, x, y)) {
            continue;
        }
        uint32_t pixel;
        memcpy(&pixel, data + (size_t)y * (size_t)stride + (size_t)x * 4, sizeof pixel);
        if (clear && pixel >> 24 < 255) {
            continue; // what comes to lie under it is not known yet
        }
        struct colour ground = {(pixel >> 16 & 255) / 255.0, (pixel >> 8 & 255) / 255.0,
                                (pixel & 255) / 255.0};
        bins[(int)(colour_contrast(ink, ground) * 10)]++;
        samples++;
    }
    int below = 0;
    for (int bin = 0; bin < BINS; bin++) {
        below += bins[bin];
        if (below * 20 > samples) {
            return (bin + 1) / 10.0;
        }
    }
    return 21;
}

struct text_fit __wrap_text_draw(cairo_t *cairo, const char *text, const struct text_style *style,
                                 struct box box) {
    struct seen *seen = seen_here();
    // Measured first, because the ground is gone once the text stands on it.
    struct text_fit fit = text_fit(cairo, text, style, box);
    struct box place = box_common(on_picture(cairo, place_of(&fit, style, box)), what_shows(cairo));
    if (text[0] && place.width > 1 && place.height > 1 && seen->count < SEEN_MAX) {
        struct seen_text *note = &seen->texts[seen->count++];
        struct colour ink;
        text_copy(note->text, sizeof note->text, text);
        note->box = place;
        note->cut = fit.cut;
        // Of a line that is mostly scrolled away nothing can be read whatever its ink.
        bool shows = place.height > fit.height / 2;
        note->contrast = shows && ink_of(cairo, &ink)
                             ? contrast_on(cairo_get_group_target(cairo), ink, place)
                             : 21;
    }
    return __real_text_draw(cairo, text, style, box);
}

void __wrap_button_paint(cairo_t *cairo, const struct theme *theme, const struct button *button,
                         struct box box, double scale) {
    // One that a sheet lies over is not seen.
    struct box shown = box_common(on_picture(cairo, box), what_shows(cairo));
    bool filled = button->kind == BUTTON_PRIMARY || button->kind == BUTTON_ROUND;
    seen_here()->primaries += filled && shown.width > 1 && shown.height > 1;
    __real_button_paint(cairo, theme, button, box, scale);
}
