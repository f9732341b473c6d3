// SPDX-License-Identifier: MIT
#pragma once

#include "draw/face_colours.h"
#include "draw/figure.h"
#include "draw/hand_kept.h"
#include "draw/portrait.h"

// The figures one by one, for figure.c alone. Positions are the design's pixels (figure_place.h).

// The lamp of a quiet step: the same size and place as it rises to.
void steady_paint(cairo_t *cairo, const struct theme *theme, struct figure_place place);

// ---- the drawn person ----

const struct face_look *figure_look(const struct figure *figure);
// On which sides of the picture a step takes place: -1 left, 1 right; returns how many.
int figure_signs(const struct figure *figure, enum side side, int signs[2]);
// The face's unit and place; from behind the head stands higher, so that the shoulders clear the
// hills.
struct portrait_place figure_face_place(bool behind, struct figure_place place);
// Saves, and turns the cairo_t into the face's unit; the caller restores.
void figure_enter_face(cairo_t *cairo, bool behind, struct figure_place place);
// The face with these units of the picture's sides, or the head from behind.
void figure_paint_head(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       const struct face_units *units, bool behind, struct figure_place place);

// The disc that stands behind the head, and behind everything that is drawn of the person.
void figure_paint_disc(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       struct figure_place place);

// What is painted between these two is cut at the figure's room and fades towards its sides, so
// that no arm ends in an edge. Both save and restore.
enum { FIGURE_FADE = 52 }; // the design's pixels
void figure_enter_room(cairo_t *cairo, struct figure_place place);
void figure_leave_room(cairo_t *cairo, struct figure_place place);

// The cloth on its place, held by a hand.
void compress_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                    struct figure_place place);
// The cloth lifted aside, the place in a ring; without a compress the cheek.
void compress_paint_check(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                          struct figure_place place);

int massage_area_at(const struct segment *segment, int64_t into_ms);
void massage_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                         struct figure_place place);
void massage_pose(const struct figure *figure, const struct frame *frame, struct figure_pose *pose);
struct figure_kept *massage_keep(const struct theme *theme, const struct figure *figure,
                                 struct figure_place place);
int massage_damage(const struct figure_kept *kept, const struct figure_pose *from,
                   const struct figure_pose *to, struct figure_place place,
                   struct box boxes[FIGURE_DAMAGE_MAX]);
void massage_paint(cairo_t *cairo, const struct figure *figure, const struct figure_kept *kept,
                   const struct figure_pose *pose, struct figure_place place);

// The parts of the face, or of the sitting person, in a soft light.
void scan_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                struct figure_place place);

// ---- the sitting person ----

// The way of a part from rest to its farthest, in the design's pixels, by which two poses differ.
enum { BODY_WAY = 40 };
bool body_has_region(enum region region);
void body_paint_region(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       struct figure_place place);
void body_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                      struct figure_place place);
void body_pose_at(const struct figure *figure, const struct frame *frame, struct figure_pose *pose);
void body_paint_moving(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       const struct figure_pose *pose, struct figure_place place);
int body_damage(const struct figure *figure, struct figure_place place,
                struct box boxes[FIGURE_DAMAGE_MAX]);

// Half of the time back (0), half forward (1).
int roll_way_at(const struct frame *frame);
void roll_pose_at(const struct figure *figure, const struct frame *frame, struct figure_pose *pose);
void roll_paint_moving(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       const struct figure_pose *pose, struct figure_place place);
int roll_damage(struct figure_place place, struct box boxes[FIGURE_DAMAGE_MAX]);

// ---- the other scenes ----

void drink_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                 struct figure_place place);
void palming_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                   struct figure_place place);
void far_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
               struct figure_place place);
