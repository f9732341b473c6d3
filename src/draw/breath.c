// SPDX-License-Identifier: MIT
#include "draw/breath.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "draw/shapes.h"
#include "draw/text.h"

// Of the outer radius.
static const double MIDDLE_SHARE = 0.87;
static const double CORE_SHARE = 0.76;
// Of the target ring: the empty lamp.
static const double EMPTY_SHARE = 0.48;
// The edge of the lamp has 256 shades: less than this many pixels changes none of them.
static const double SHADE = 1.0 / 256;
// Of the colour of the halo, over what lies beneath.
static const double OUTER_ALPHA = 0.16;
static const double MIDDLE_ALPHA = 0.22;
// In quiet times the lamp stands at this level, reached and left in QUIET_MS.
static const double QUIET_LEVEL = BREATH_QUIET_PERCENT / 100.0;
enum {
    QUIET_MS = 1600,
    RING_ROOM = 14, // pixels outside the target ring that marks may use
};

struct breath {
    const struct theme *theme;
    double x, y, radius;
    cairo_surface_t *core;   // the light of the lamp, its largest core's square
    cairo_surface_t *scaled; // and as large as it was wanted last
    // What lies beneath, and the same with one and with two layers over it: laying down opaque
    // pictures costs a third of blending. NULL until breath_keep.
    cairo_surface_t *under, *outer, *middle;
    cairo_surface_t *count; // NULL: none
    int count_width, count_height;
};

static bool is_quiet(enum phase phase) {
    switch (phase) {
    case PHASE_STEADY:
    case PHASE_CHANGE:
    case PHASE_MASSAGE:
    case PHASE_COMPRESS:
    case PHASE_SCAN:
        return true;
    default:
        return false;
    }
}

static double eased(double share) {
    double clamped = fmax(0, fmin(1, share));
    return 0.5 - 0.5 * cos(M_PI * clamped);
}

// How far the lamp has risen to its quiet place: up after the beginning, down before the end.
static double quiet_share(const struct frame *frame) {
    int64_t edge_ms = frame->into_ms < frame->left_ms ? frame->into_ms : frame->left_ms;
    return eased((double)edge_ms / QUIET_MS);
}

static enum breath_mark mark_of(enum phase phase) {
    switch (phase) {
    case PHASE_HOLD_FULL:
    case PHASE_HOLD:
        return MARK_FULL;
    case PHASE_HOLD_EMPTY:
        return MARK_EMPTY;
    case PHASE_TOP_UP:
        return MARK_TOP_UP;
    default:
        return MARK_NONE;
    }
}

struct breath_pose breath_pose(const struct frame *frame) {
    struct breath_pose pose = {.level = frame->level, .count = 1};
    if (!frame->segment)
        return (struct breath_pose){.level = frame->level};
    if (is_quiet(frame->segment->phase)) {
        double share = quiet_share(frame);
        pose.level += fmax(0, QUIET_LEVEL - frame->level) * share;
        pose.count = share;
        return pose;
    }
    pose.mark = mark_of(frame->segment->phase);
    pose.mark_share = frame->progress;
    return pose;
}

bool breath_moves(const struct frame *frame) {
    const struct segment *segment = frame->segment;
    if (!segment)
        return false;
    if (is_quiet(segment->phase) && (frame->into_ms < QUIET_MS || frame->left_ms <= QUIET_MS))
        return true;
    return frame->into_ms < segment->ramp_ms &&
           (segment->level_from < segment->level_to || segment->level_from > segment->level_to ||
            segment->phase == PHASE_TOP_UP);
}

int64_t breath_moves_in_ms(const struct frame *frame) {
    if (breath_moves(frame))
        return 0;
    if (frame->segment && is_quiet(frame->segment->phase))
        return frame->left_ms - QUIET_MS;
    return INT64_MAX;
}

void breath_count_text(const struct frame *frame, char to[BREATH_COUNT_MAX]) {
    if (!frame->segment)
        text_copy(to, BREATH_COUNT_MAX, "");
    else if (frame->segment->end_ms - frame->segment->start_ms >= BREATH_CLOCK_FROM_MS)
        text_clock((int64_t)frame->count * 1000, to);
    else
        text_format(to, BREATH_COUNT_MAX, "%d", frame->count);
}

bool breath_poses_differ(const struct breath_pose *one, const struct breath_pose *other,
                         double radius) {
    enum { COUNT_LEVELS = 64 };
    double way = radius * (1 - EMPTY_SHARE);
    double around = 2 * M_PI * radius;
    return one->mark != other->mark || fabs(one->level - other->level) * way >= SHADE ||
           fabs(one->count - other->count) * COUNT_LEVELS >= 1 ||
           (one->mark == MARK_TOP_UP &&
            fabs(one->mark_share - other->mark_share) * around >= SHADE);
}

static cairo_pattern_t *light(const struct theme *theme, double x, double y, double radius) {
    static const struct {
        double at;
        enum token token;
    } stops[] = {{0, TOKEN_LAMP0}, {0.6, TOKEN_LAMP1}, {1, TOKEN_LAMP2}};
    // The bright point lies up and to the left of the middle, at (0.42, 0.36) of the square.
    double bright_x = x - 0.16 * radius;
    double bright_y = y - 0.28 * radius;
    cairo_pattern_t *pattern =
        cairo_pattern_create_radial(bright_x, bright_y, 0, bright_x, bright_y, 1.32 * radius);
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
        struct colour colour = theme_colour(theme, stops[i].token);
        cairo_pattern_add_color_stop_rgb(pattern, stops[i].at, colour.red, colour.green,
                                         colour.blue);
    }
    return pattern;
}

static void paint_layers(cairo_t *cairo, const struct theme *theme, double x, double y, double q) {
    theme_use(cairo, theme, TOKEN_HALO, OUTER_ALPHA);
    shape_circle(cairo, x, y, q);
    cairo_fill(cairo);
    theme_use(cairo, theme, TOKEN_HALO, MIDDLE_ALPHA);
    shape_circle(cairo, x, y, q * MIDDLE_SHARE);
    cairo_fill(cairo);
}

static void paint_rim(cairo_t *cairo, const struct theme *theme, double x, double y, double q) {
    if (theme->rim <= 0)
        return;
    struct colour rim = theme->rim_colour;
    cairo_set_source_rgb(cairo, rim.red, rim.green, rim.blue);
    cairo_set_line_width(cairo, theme->rim);
    shape_circle(cairo, x, y, q * CORE_SHARE - theme->rim / 2);
    cairo_stroke(cairo);
}

void lamp_paint(cairo_t *cairo, const struct theme *theme, double x, double y, double radius) {
    paint_layers(cairo, theme, x, y, radius);
    cairo_pattern_t *pattern = light(theme, x, y, radius * CORE_SHARE);
    cairo_set_source(cairo, pattern);
    shape_circle(cairo, x, y, radius * CORE_SHARE);
    cairo_fill(cairo);
    cairo_pattern_destroy(pattern);
    paint_rim(cairo, theme, x, y, radius);
}

void lamp_mark_paint(cairo_t *cairo, const struct theme *theme, double x, double y, double radius) {
    theme_use(cairo, theme, TOKEN_ACCENT, 0.20);
    shape_circle(cairo, x, y, radius);
    cairo_fill(cairo);
    theme_use(cairo, theme, TOKEN_ACCENT, 0.40);
    shape_circle(cairo, x, y, radius * 0.72);
    cairo_fill(cairo);
    theme_use(cairo, theme, TOKEN_ACCENT, 1);
    shape_circle(cairo, x, y, radius * 0.47);
    cairo_fill(cairo);
}

struct breath *breath_new(const struct theme *theme, double x, double y, double radius) {
    assert(radius > 0);
    struct breath *breath = memory_new(1, sizeof *breath);
    *breath = (struct breath){.theme = theme, .x = x, .y = y, .radius = radius};
    int side = (int)ceil(2 * radius * CORE_SHARE);
    breath->core = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    cairo_t *cairo = cairo_create(breath->core);
    cairo_pattern_t *pattern = light(theme, side / 2.0, side / 2.0, side / 2.0);
    cairo_set_source(cairo, pattern);
    cairo_paint(cairo);
    cairo_pattern_destroy(pattern);
    cairo_destroy(cairo);
    breath->scaled = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    return breath;
}

static void surface_free(cairo_surface_t *surface) {
    if (surface)
        cairo_surface_destroy(surface);
}

void breath_free(struct breath *breath) {
    if (!breath)
        return;
    surface_free(breath->core);
    surface_free(breath->scaled);
    surface_free(breath->under);
    surface_free(breath->outer);
    surface_free(breath->middle);
    surface_free(breath->count);
    memory_free(breath);
}

struct box breath_room(const struct breath *breath) {
    double reach = breath->radius + RING_ROOM;
    return box_whole((struct box){breath->x - reach, breath->y - reach, 2 * reach, 2 * reach});
}

void breath_ring(const struct breath *breath, cairo_t *cairo) {
    theme_use(cairo, breath->theme, TOKEN_STAGE2, breath->theme->ring);
    cairo_set_line_width(cairo, 2);
    shape_circle(cairo, breath->x, breath->y, breath->radius);
    cairo_stroke(cairo);
}

static cairo_surface_t *copy_of(cairo_surface_t *picture, struct box room) {
    cairo_surface_t *copy =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)room.width, (int)room.height);
    cairo_t *cairo = cairo_create(copy);
    cairo_set_source_surface(cairo, picture, -room.x, -room.y);
    cairo_set_operator(cairo, CAIRO_OPERATOR_SOURCE);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return copy;
}

static cairo_surface_t *veiled(const struct breath *breath, cairo_surface_t *picture,
                               double alpha) {
    struct box room = breath_room(breath);
    cairo_surface_t *copy = copy_of(picture, (struct box){0, 0, room.width, room.height});
    cairo_t *cairo = cairo_create(copy);
    theme_use(cairo, breath->theme, TOKEN_HALO, alpha);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return copy;
}

void breath_keep(struct breath *breath, cairo_surface_t *picture) {
    surface_free(breath->under);
    surface_free(breath->outer);
    surface_free(breath->middle);
    breath->under = copy_of(picture, breath_room(breath));
    breath->outer = veiled(breath, breath->under, OUTER_ALPHA);
    breath->middle = veiled(breath, breath->outer, MIDDLE_ALPHA);
}

static double radius_at(const struct breath *breath, double level) {
    return breath->radius * (EMPTY_SHARE + (1 - EMPTY_SHARE) * fmax(0, fmin(1, level)));
}

void breath_set_count(struct breath *breath, const char *text, const struct frame *frame,
                      double size) {
    surface_free(breath->count);
    breath->count = NULL;
    if (text[0] == '\0')
        return;
    // The smallest lamp it stands in while it is seen clearly.
    bool quiet = frame->segment && is_quiet(frame->segment->phase);
    double core = 2 * CORE_SHARE * radius_at(breath, quiet ? QUIET_LEVEL : 0);
    struct text_style style = {.size = size, .weight = 400, .tabular = true};
    for (int i = 0; i < 12; i++) {
        breath->count = text_mask(text, &style);
        breath->count_width = cairo_image_surface_get_width(breath->count);
        breath->count_height = cairo_image_surface_get_height(breath->count);
        double across = hypot(breath->count_width, breath->count_height / 1.5);
        if (across <= core * 0.86)
            return;
        style.size *= fmin(0.97, core * 0.86 / across);
        surface_free(breath->count);
    }
    breath->count = NULL;
}

struct box breath_box(const struct breath *breath, const struct breath_pose *pose) {
    double reach = radius_at(breath, pose->level) + 2;
    if (pose->mark == MARK_FULL || pose->mark == MARK_EMPTY || pose->mark == MARK_TOP_UP)
        reach = breath->radius + RING_ROOM;
    return box_whole((struct box){breath->x - reach, breath->y - reach, 2 * reach, 2 * reach});
}

// Fills `scaled` with the light at a side of `wanted` pixels, by the nearest pixel: the light is so
// smooth that nothing finer can be seen, and Cairo's own scaling costs ten times as much.
static void scale_core(const struct breath *breath, int wanted) {
    int side = cairo_image_surface_get_width(breath->core);
    int stride = cairo_image_surface_get_stride(breath->core);
    const unsigned char *from = cairo_image_surface_get_data(breath->core);
    unsigned char *to = cairo_image_surface_get_data(breath->scaled);
    // One more than wanted: a circle between two pixels touches both.
    int most = wanted + 1 < side ? wanted + 1 : side;
    uint32_t step = (uint32_t)(((uint64_t)(side - 1) << 16) / (uint64_t)wanted);
    cairo_surface_flush(breath->scaled);
    for (int y = 0; y < most; y++) {
        const uint32_t *source =
            (const void *)(from + (size_t)((y * (int64_t)step) >> 16) * (size_t)stride);
        uint32_t *row = (void *)(to + (size_t)y * (size_t)stride);
        for (uint32_t x = 0, at = 0; x < (uint32_t)most; x++, at += step)
            row[x] = source[at >> 16];
    }
    cairo_surface_mark_dirty(breath->scaled);
}

static void fill_circle(cairo_t *cairo, cairo_surface_t *picture, double left, double top) {
    cairo_set_source_surface(cairo, picture, left, top);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
    cairo_fill(cairo);
}

// The kept light is square: the circle that is filled with it gives the edge.
static void paint_core(const struct breath *breath, cairo_t *cairo, double y, double q) {
    double radius = q * CORE_SHARE;
    scale_core(breath, (int)ceil(2 * radius));
    shape_circle(cairo, breath->x, y, radius);
    fill_circle(cairo, breath->scaled, floor(breath->x - radius), floor(y - radius));
}

static void paint_mark(const struct breath *breath, cairo_t *cairo,
                       const struct breath_pose *pose) {
    static const double dashes[] = {0.10, 0.07};
    double r = breath->radius;
    theme_use(cairo, breath->theme, TOKEN_STAGE2, 1);
    cairo_set_line_width(cairo, 4);
    if (pose->mark == MARK_TOP_UP) {
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, breath->x, breath->y, r + 9, -M_PI / 2,
                  -M_PI / 2 + 2 * M_PI * fmin(1, pose->mark_share));
        cairo_stroke(cairo);
        return;
    }
    if (pose->mark == MARK_EMPTY)
        cairo_set_dash(cairo, (double[]){dashes[0] * r, dashes[1] * r}, 2, 0);
    shape_circle(cairo, breath->x, breath->y, r);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
}

static void paint_count(const struct breath *breath, cairo_t *cairo, double clearness) {
    if (!breath->count || clearness <= 0)
        return;
    theme_use(cairo, breath->theme, TOKEN_ONLAMP, clearness);
    cairo_mask_surface(cairo, breath->count, round(breath->x - breath->count_width / 2.0),
                       round(breath->y - breath->count_height / 2.0));
}

void breath_paint_at(const struct breath *breath, cairo_t *cairo, double y, double level) {
    double q = radius_at(breath, level);
    paint_layers(cairo, breath->theme, breath->x, y, q);
    paint_core(breath, cairo, y, q);
    paint_rim(cairo, breath->theme, breath->x, y, q);
}

void breath_paint(const struct breath *breath, cairo_t *cairo, const struct breath_pose *pose,
                  struct box area) {
    struct box room = breath_room(breath);
    assert(breath->under);
    cairo_save(cairo);
    cairo_rectangle(cairo, area.x, area.y, area.width, area.height);
    cairo_set_source_surface(cairo, breath->under, room.x, room.y);
    cairo_set_operator(cairo, CAIRO_OPERATOR_SOURCE);
    cairo_fill(cairo);
    cairo_restore(cairo);
    double q = radius_at(breath, pose->level);
    shape_circle(cairo, breath->x, breath->y, q);
    fill_circle(cairo, breath->outer, room.x, room.y);
    shape_circle(cairo, breath->x, breath->y, q * MIDDLE_SHARE);
    fill_circle(cairo, breath->middle, room.x, room.y);
    paint_core(breath, cairo, breath->y, q);
    paint_rim(cairo, breath->theme, breath->x, breath->y, q);
    if (pose->mark != MARK_NONE)
        paint_mark(breath, cairo, pose);
    paint_count(breath, cairo, pose->count);
}
