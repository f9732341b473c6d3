// SPDX-License-Identifier: MIT
#pragma once

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/figure.h"
#include "draw/scene.h"
#include "pixel.h"

// A figure in a small picture, steps and frames to ask it with, and what differs between two
// pictures.

enum { WIDTH = 300, HEIGHT = 400 };

struct picture {
    cairo_surface_t *surface;
    cairo_t *cairo;
};

static const struct figure_place place = {150, 0, 0.5};

static inline struct picture picture_new(const struct theme *theme) {
    struct picture picture;
    picture.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    picture.cairo = cairo_create(picture.surface);
    scene_sky(picture.cairo, theme, (struct scene){WIDTH, HEIGHT});
    return picture;
}

static inline void picture_free(struct picture *picture) {
    assert_int_equal(cairo_status(picture->cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(picture->cairo);
    cairo_surface_destroy(picture->surface);
}

static inline uint32_t pixel(const struct picture *picture, int x, int y) {
    return pixel_at(picture->surface, x, y) & 0xffffff;
}

// Pixels that differ inside a box, or outside it.
static inline int differing(const struct picture *one, const struct picture *other, struct box box,
                            bool within) {
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            count += box_holds(box, x, y) == within && pixel(one, x, y) != pixel(other, x, y);
        }
    }
    return count;
}

// Pixels of which a channel differs by more than so many levels.
static inline int apart_by(const struct picture *one, const struct picture *other, int levels) {
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            int most = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int here = (int)(pixel(one, x, y) >> shift & 255);
                int there = (int)(pixel(other, x, y) >> shift & 255);
                most = abs(here - there) > most ? abs(here - there) : most;
            }
            count += most > levels;
        }
    }
    return count;
}

static const struct box whole = {0, 0, WIDTH, HEIGHT};

static inline struct step step_of(enum verb verb) {
    return (struct step){.name = "Step",
                         .verb = verb,
                         .effort = 4,
                         .compress_area = -1,
                         .strokes = 20,
                         .areas = {AREA_MASSETER},
                         .area_count = 1};
}

static inline enum phase phase_of(enum verb verb) {
    switch (verb) {
    case VERB_EXERCISE:
        return PHASE_MOVE;
    case VERB_MASSAGE:
        return PHASE_MASSAGE;
    case VERB_COMPRESS:
        return PHASE_COMPRESS;
    case VERB_SCAN:
        return PHASE_SCAN;
    default:
        return PHASE_STEADY;
    }
}

static inline struct segment segment_of(const struct step *step) {
    return (struct segment){.step = step,
                            .effort = step->effort,
                            .phase = phase_of(step->verb),
                            .end_ms = 60000,
                            .side = SIDE_BOTH,
                            .level_to = 1,
                            .ramp_ms = 4000};
}

static inline struct frame frame_of(const struct segment *segment, int64_t into_ms, double level) {
    return (struct frame){.segment = segment,
                          .into_ms = into_ms,
                          .left_ms = segment->end_ms - into_ms,
                          .level = level};
}

// What a still figure makes of the plain sky, in every theme: something, and no error.
static inline void is_seen(const struct figure *figure) {
    for (int name = 0; name < THEME_COUNT; name++) {
        struct theme theme = theme_make((enum theme_name)name, 100);
        struct picture bare = picture_new(&theme);
        struct picture drawn = picture_new(&theme);
        figure_paint_still(drawn.cairo, &theme, figure, place);
        assert_true(differing(&bare, &drawn, whole, true) > 400);
        picture_free(&bare);
        picture_free(&drawn);
    }
}

static inline struct picture copy_of(const struct theme *theme, const struct picture *from) {
    struct picture copy = picture_new(theme);
    cairo_set_source_surface(copy.cairo, from->surface, 0, 0);
    cairo_paint(copy.cairo);
    return copy;
}

// Going from one pose to the next by painting the damage alone leaves the picture that the second
// makes, to so many levels: what is painted into a picture of its own may round otherwise in a
// smaller one.
static inline void follow(struct figure *figure, const struct segment *segment, int64_t step_ms,
                          int levels) {
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct picture ground = picture_new(&theme);
    figure_paint_still(ground.cairo, &theme, figure, place);
    struct figure_kept *kept = figure_keep(&theme, figure, place);
    struct picture moved = copy_of(&theme, &ground);
    struct frame frame = frame_of(segment, 0, 0);
    struct figure_pose last = figure_pose(figure, &frame);
    figure_paint_moving(moved.cairo, &theme, figure, kept, &last, place);
    for (int64_t at_ms = step_ms; at_ms < 6000; at_ms += step_ms) {
        frame = frame_of(segment, at_ms, fmin(1, (double)at_ms / 4000));
        struct figure_pose pose = figure_pose(figure, &frame);
        struct box boxes[FIGURE_DAMAGE_MAX];
        int count = figure_damage(figure, kept, &last, &pose, place, boxes);
        assert_in_range(count, 1, FIGURE_DAMAGE_MAX);
        for (int i = 0; i < count; i++) {
            struct picture before = copy_of(&theme, &moved);
            cairo_save(moved.cairo);
            cairo_rectangle(moved.cairo, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
            cairo_clip(moved.cairo);
            cairo_set_source_surface(moved.cairo, ground.surface, 0, 0);
            cairo_paint(moved.cairo);
            figure_paint_moving(moved.cairo, &theme, figure, kept, &pose, place);
            cairo_restore(moved.cairo);
            assert_int_equal(differing(&before, &moved, boxes[i], false), 0);
            picture_free(&before);
        }
        struct picture fresh = copy_of(&theme, &ground);
        figure_paint_moving(fresh.cairo, &theme, figure, kept, &pose, place);
        assert_int_equal(apart_by(&fresh, &moved, levels), 0);
        picture_free(&fresh);
        last = pose;
    }
    figure_kept_free(kept);
    picture_free(&ground);
    picture_free(&moved);
}

// A step and the segment that shows it.
struct shown {
    struct step step;
    struct segment segment;
};

static inline void show(struct shown *shown, enum verb verb, const char *word, enum side side) {
    shown->step = step_of(verb);
    shown->segment = segment_of(&shown->step);
    shown->segment.pose = word;
    shown->segment.side = side;
}

// Still and moving part, as the player lays them down.
static inline struct picture paint(const struct theme *theme, const struct figure *figure,
                                   const struct frame *frame) {
    struct picture picture = picture_new(theme);
    struct figure_pose pose = figure_pose(figure, frame);
    figure_paint_still(picture.cairo, theme, figure, place);
    figure_paint_moving(picture.cairo, theme, figure, NULL, &pose, place);
    return picture;
}

static inline struct picture paint_region(const struct theme *theme, enum region region,
                                          const char *word) {
    struct shown shown;
    show(&shown, VERB_SCAN, word, SIDE_NONE);
    shown.step.region = region;
    struct frame frame = frame_of(&shown.segment, 5000, 0);
    struct figure figure = figure_at(&frame, NULL, NULL, false);
    return paint(theme, &figure, &frame);
}
