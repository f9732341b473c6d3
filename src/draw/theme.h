// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>
#include <stdint.h>

// The colours, by what they are for. Whoever draws names a token, never a number.
//
// Three themes hold the same tokens: evening, day and high contrast; the lamp of each can be dimmed
// to an ember. The contrasts that the pairs must keep are checked by the theme's test.

enum theme_name { THEME_EVENING, THEME_DAY, THEME_CONTRAST, THEME_COUNT };

enum token {
    TOKEN_BG,      // window, top
    TOKEN_BG2,     // window, bottom
    TOKEN_SURFACE, // cards, the chosen row
    TOKEN_RAISED,
    TOKEN_SOFT,    // fill of a chosen chip
    TOKEN_DISC,    // ground of a category's picture
    TOKEN_LINE,    // hairlines, decoration only
    TOKEN_OUTLINE, // edges of controls
    TOKEN_TEXT,
    TOKEN_TEXT2,  // second line, labels
    TOKEN_TEXT3,  // key hints only
    TOKEN_ACCENT, // the one accent: lamp, primary button, done
    TOKEN_ONACCENT,
    TOKEN_FOCUS,
    TOKEN_BLUE,    // treatment in charts
    TOKEN_ALERT,   // danger words
    TOKEN_ALERTBG, // emergency band
    TOKEN_ONALERT,
    TOKEN_SKY0, // scene sky at 0.00 of its height
    TOKEN_SKY1, // 0.42
    TOKEN_SKY2, // 0.72
    TOKEN_SKY3, // 0.90
    TOKEN_HILL1,
    TOKEN_HILL2,
    TOKEN_HILL3,
    TOKEN_LAMP0, // lamp, centre
    TOKEN_LAMP1,
    TOKEN_LAMP2, // lamp, edge
    TOKEN_HALO,  // halo and layers
    TOKEN_ONLAMP,
    TOKEN_STAGE,  // text on the scene
    TOKEN_STAGE2, // second text on the scene
    TOKEN_GLOW,   // working muscle
    TOKEN_COUNT
};

struct colour {
    double red, green, blue;
};

struct theme {
    enum theme_name name;
    bool flat; // no gradients, no hills, no halo
    struct colour colours[TOKEN_COUNT];
    double unplayed; // alpha of `stage` for the unplayed part of the bar
    double ring;     // alpha of `stage2` for the target ring and empty dots
    double line;     // width of control edges at scale 1
    double focus;    // width of the focus ring at scale 1
    double rim;      // width of the lamp's rim, 0: none
    struct colour rim_colour;
};

// The lamp at `lamp_percent` of its brightness, 10-100; the count on it takes
// the ink that is read more easily.
struct theme theme_make(enum theme_name name, int lamp_percent);

// By the word of the setting: evening, day, contrast, dim (evening with an ember); "auto" and
// anything else is evening, because the eye this program is for is a light-sensitive one.
struct theme theme_by_setting(const char *word);

struct colour theme_colour(const struct theme *theme, enum token token);
void theme_use(cairo_t *cairo, const struct theme *theme, enum token token, double alpha);

// `share` of the way from one to the other.
struct colour colour_mix(struct colour from, struct colour to, double share);
// The contrast of WCAG 2, 1 to 21.
double colour_contrast(struct colour one, struct colour other);
