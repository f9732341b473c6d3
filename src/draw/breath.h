// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "core/timeline.h"
#include "draw/box.h"
#include "draw/theme.h"

// The figure that breathes: a lamp that swells and sinks, with the count in it.
//
// What it looks like is a pure function of the frame. What makes it cheap is kept here: the lamp's
// light as a picture (a radial gradient painted anew costs ten times as much), what lies beneath
// it, and the count as a mask. Only the square around the lamp is painted in a frame.

// The lamp alone, of outer radius `radius`; for still pictures.
void lamp_paint(cairo_t *cairo, const struct theme *theme, double x, double y, double radius);

// The lamp as a small flat mark.
void lamp_mark_paint(cairo_t *cairo, const struct theme *theme, double x, double y, double radius);

// A phase is a shape too, so that it can be told without colour or movement.
enum breath_mark {
    MARK_NONE,
    MARK_FULL,   // held full: the target ring thickens
    MARK_EMPTY,  // held empty: the ring is dashed
    MARK_TOP_UP, // the second in-breath: an outer ring closes
};

struct breath_pose {
    double level; // 0 smallest, 1 as large as the target ring
    double count; // how clearly the count shows, 0..1
    enum breath_mark mark;
    double mark_share; // of the outer ring, for MARK_TOP_UP
};

struct breath_pose breath_pose(const struct frame *frame);

// Whether the figure is moving at this frame, and if not, in how many milliseconds it will begin
// within this segment (INT64_MAX: not within it).
bool breath_moves(const struct frame *frame);
int64_t breath_moves_in_ms(const struct frame *frame);

// The words for the count: seconds as a person counts them, a clock where the time is long.
enum { BREATH_COUNT_MAX = 16, BREATH_CLOCK_FROM_MS = 91000 };
void breath_count_text(const struct frame *frame, char to[BREATH_COUNT_MAX]);

// Whether going from one pose to the other changes any shade of the picture. Near its turning
// points the lamp moves by a fraction of a pixel in a frame; left out, these frames are seen as a
// halt.
bool breath_poses_differ(const struct breath_pose *one, const struct breath_pose *other,
                         double radius);

struct breath;

// `radius` is that of the target ring; `theme` is borrowed.
struct breath *breath_new(const struct theme *theme, double x, double y, double radius);
void breath_free(struct breath *breath);

// All that it can ever cover.
struct box breath_room(const struct breath *breath);

void breath_ring(const struct breath *breath, cairo_t *cairo);

// Takes a copy of what lies beneath the room, so that it can be laid down again.
void breath_keep(struct breath *breath, cairo_surface_t *picture);

// The count to show from now on; "" for none. `size` in pixels is the most; it is made smaller
// until it stands in the smallest lamp of such a phase.
void breath_set_count(struct breath *breath, const char *text, const struct frame *frame,
                      double size);

// What this pose covers.
struct box breath_box(const struct breath *breath, const struct breath_pose *pose);

// Lays down what lies beneath within `area` and the figure over it. The area holds the boxes of
// this pose and the one before.
void breath_paint(const struct breath *breath, cairo_t *cairo, const struct breath_pose *pose,
                  struct box area);

// The figure at another height, without what lies beneath it: rising and setting. The level of a
// quiet step is BREATH_QUIET_PERCENT.
enum { BREATH_QUIET_PERCENT = 62 };
void breath_paint_at(const struct breath *breath, cairo_t *cairo, double y, double level);
