// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/box.h"
#include "draw/theme.h"

// How much and how often, as shapes: ten discs of which as many are filled as effort is asked, and
// a capsule for each repetition. A figure in words stands beside them; these repeat it.

enum { EFFORT_DISCS = 10 };

// Both return the width used, which is at most that of the box: they become smaller to fit.
double effort_discs_paint(cairo_t *cairo, const struct theme *theme, int effort, struct box box,
                          double scale);
// `done` are over, the one after them is under way. Too many for the box become one long capsule
// that is filled by share.
double repetitions_paint(cairo_t *cairo, const struct theme *theme, int done, int all,
                         struct box box, double scale);

// The player's bar: one stretch for each step, played up to `at`, a diamond where something is
// asked or the side changes. All places in 0..1.
struct player_bar {
    const double *ends; // where each stretch ends, the last is 1
    int count;
    const double *marks;
    int mark_count;
    double at;
};
void player_bar_paint(cairo_t *cairo, const struct theme *theme, const struct player_bar *bar,
                      struct box box, double scale);
// What is left of it while nobody touches anything: a line.
void player_line_paint(cairo_t *cairo, const struct theme *theme, double at, struct box box);
