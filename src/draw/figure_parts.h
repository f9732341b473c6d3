// SPDX-License-Identifier: MIT
#pragma once

#include "draw/figure.h"

// The figures one by one, for figure.c alone. Positions are the design's pixels (bust.h).

// The lamp of a quiet step: the same size and place as it rises to.
void steady_paint(cairo_t *cairo, const struct theme *theme, struct figure_place place);

void effort_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                        struct figure_place place);
void effort_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                  const struct figure_pose *pose, struct figure_place place);
void effort_pose(const struct figure *figure, const struct frame *frame, struct figure_pose *pose);
struct box effort_damage(const struct figure_pose *from, const struct figure_pose *to);

void compress_paint(cairo_t *cairo, const struct theme *theme, const struct step *step,
                    struct figure_place place);
// The place without the cloth; NULL: the cheek.
void compress_paint_check(cairo_t *cairo, const struct theme *theme, const struct step *step,
                          struct figure_place place);

int massage_area_at(const struct segment *segment, int64_t into_ms);
void massage_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                         struct figure_place place);
void massage_pose(const struct figure *figure, const struct frame *frame, struct figure_pose *pose);
void massage_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                   const struct figure_pose *pose, struct figure_place place);
struct box massage_damage(const struct figure *figure, const struct figure_pose *from,
                          const struct figure_pose *to);

void scan_paint(cairo_t *cairo, const struct theme *theme, enum region region,
                struct figure_place place);
