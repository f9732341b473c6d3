// SPDX-License-Identifier: MIT
#include "draw/hand_kept.h"

#include <math.h>

#include "base/memory.h"

// The shadow moves this far when the hand is lifted whole, in face widths.
static const double LIFTED_X = 0.020;
static const double LIFTED_Y = 0.045;

struct hand_kept {
    cairo_surface_t *skin;
    cairo_surface_t *shadow; // its depth alone
    struct colour dark;
    struct point origin; // where the hand's place lies in the pictures
    double width, height, unit;
    int sign;
};

struct hand_kept *hand_kept_new(const struct face_colours *colours, enum hand_kind kind,
                                double angle, int sign, double unit) {
    struct hand_kept *hand = memory_new(1, sizeof *hand);
    struct box box = hand_box(kind, (struct point){0, 0}, angle, sign);
    // A pixel of room on all sides, so that it can lie between the pixels of the window.
    hand->origin = (struct point){ceil(-box.x * unit) + 1, ceil(-box.y * unit) + 1};
    hand->width = ceil(hand->origin.x + (box.x + box.width) * unit) + 1;
    hand->height = ceil(hand->origin.y + (box.y + box.height) * unit) + 1;
    hand->unit = unit;
    hand->sign = sign;
    hand->dark = hand_shadow_colour(colours);
    static const cairo_format_t formats[] = {CAIRO_FORMAT_ARGB32, CAIRO_FORMAT_A8};
    for (int i = 0; i < 2; i++) {
        cairo_surface_t *surface =
            cairo_image_surface_create(formats[i], (int)hand->width, (int)hand->height);
        cairo_t *cairo = cairo_create(surface);
        cairo_translate(cairo, hand->origin.x, hand->origin.y);
        cairo_scale(cairo, unit, unit);
        struct point at = {0, 0};
        if (i == 0) {
            hand_paint_alone(cairo, colours, kind, at, angle, sign);
            hand->skin = surface;
        } else {
            hand_paint_shadow(cairo, colours, kind, at, angle, sign, 1);
            hand->shadow = surface;
        }
        cairo_destroy(cairo);
    }
    return hand;
}

void hand_kept_free(struct hand_kept *hand) {
    if (!hand) {
        return;
    }
    cairo_surface_destroy(hand->skin);
    cairo_surface_destroy(hand->shadow);
    memory_free(hand);
}

// Between pixels it moves smoothly, at four times the cost; fine displays do not need it.
static struct point settled(const struct hand_kept *hand, struct point at) {
    enum { FINE_UNIT = 360 };
    return hand->unit < FINE_UNIT ? at : (struct point){round(at.x), round(at.y)};
}

static struct point shadow_at(const struct hand_kept *hand, struct point at, double lift) {
    return settled(hand, (struct point){at.x - hand->sign * lift * LIFTED_X * hand->unit,
                                        at.y + lift * LIFTED_Y * hand->unit});
}

// A colour that is clear at both sides of the fade; the caller destroys it.
static cairo_pattern_t *faded(struct colour colour, double alpha, const struct hand_fade *fade) {
    if (!fade) {
        return cairo_pattern_create_rgba(colour.red, colour.green, colour.blue, alpha);
    }
    double over = fade->over / (fade->right - fade->left);
    const double stops[4][2] = {{0, 0}, {over, alpha}, {1 - over, alpha}, {1, 0}};
    cairo_pattern_t *pattern = cairo_pattern_create_linear(fade->left, 0, fade->right, 0);
    for (int i = 0; i < 4; i++) {
        cairo_pattern_add_color_stop_rgba(pattern, stops[i][0], colour.red, colour.green,
                                          colour.blue, stops[i][1]);
    }
    return pattern;
}

void hand_kept_paint(const struct hand_kept *hand, cairo_t *cairo, struct point at,
                     struct hand_touch touch, const struct hand_fade *fade) {
    static const double RESTING = 0.62;     // depth of the shadow without pressure
    static const double LIFTED = 0.45;      // share of it that is left in the air
    static const double SEEN_LIFTED = 0.72; // how clearly the hand is seen there
    struct point under = shadow_at(hand, at, touch.lift);
    double depth = (RESTING + (1 - RESTING) * touch.press) * (1 - (1 - LIFTED) * touch.lift);
    cairo_pattern_t *dark = faded(hand->dark, depth, fade);
    cairo_set_source(cairo, dark);
    cairo_mask_surface(cairo, hand->shadow, under.x - hand->origin.x, under.y - hand->origin.y);
    cairo_pattern_destroy(dark);
    double seen = 1 - (1 - SEEN_LIFTED) * touch.lift;
    at = settled(hand, at);
    cairo_set_source_surface(cairo, hand->skin, at.x - hand->origin.x, at.y - hand->origin.y);
    if (!fade) {
        cairo_paint_with_alpha(cairo, seen);
        return;
    }
    cairo_pattern_t *clear = faded(hand->dark, seen, fade);
    cairo_mask(cairo, clear);
    cairo_pattern_destroy(clear);
}

static struct box picture_box(const struct hand_kept *hand, struct point at) {
    struct box box = {at.x - hand->origin.x, at.y - hand->origin.y, hand->width, hand->height};
    return box_whole(box_inset(box, -1));
}

struct box hand_kept_box(const struct hand_kept *hand, struct point at, struct hand_touch touch) {
    return box_join(picture_box(hand, settled(hand, at)),
                    picture_box(hand, shadow_at(hand, at, touch.lift)));
}
