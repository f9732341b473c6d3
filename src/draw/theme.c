// SPDX-License-Identifier: MIT
#include "draw/theme.h"

#include <assert.h>
#include <math.h>
#include <string.h>

// Evening, day, high contrast.
static const uint32_t token_values[TOKEN_COUNT][THEME_COUNT] = {
    [TOKEN_BG] = {0x17161C, 0xF6F1EA, 0x000000},
    [TOKEN_BG2] = {0x1B191F, 0xF3ECE3, 0x000000},
    [TOKEN_SURFACE] = {0x211F27, 0xFFFCF8, 0x000000},
    [TOKEN_RAISED] = {0x2B2832, 0xF1E9DF, 0x000000},
    [TOKEN_SOFT] = {0x3A2C28, 0xF6E3D3, 0x000000},
    [TOKEN_DISC] = {0x2A242B, 0xF1E4D6, 0x000000},
    [TOKEN_LINE] = {0x37333E, 0xE2D8CB, 0x9A9A9A},
    [TOKEN_OUTLINE] = {0x8A8290, 0x85786F, 0xFFFFFF},
    [TOKEN_TEXT] = {0xECE5DC, 0x2A2320, 0xFFFFFF},
    [TOKEN_TEXT2] = {0xC2B9B2, 0x574C46, 0xF0F0F0},
    [TOKEN_TEXT3] = {0xA69D98, 0x675B54, 0xDADADA},
    [TOKEN_ACCENT] = {0xEFB488, 0x8C4718, 0xFFCE85},
    [TOKEN_ONACCENT] = {0x2A1A10, 0xFFFFFF, 0x000000},
    [TOKEN_FOCUS] = {0xFFF1E0, 0x2A2320, 0xFFFFFF},
    [TOKEN_BLUE] = {0x8DB4F0, 0x2B5C9E, 0xA9CBFF},
    [TOKEN_ALERT] = {0xFFB4A6, 0xA1231B, 0xFFC2B8},
    [TOKEN_ALERTBG] = {0x8C2B22, 0xA1231B, 0xFFFFFF},
    [TOKEN_ONALERT] = {0xFFFFFF, 0xFFFFFF, 0x000000},
    [TOKEN_SKY0] = {0x1F1C26, 0xF4EDE4, 0x000000},
    [TOKEN_SKY1] = {0x261F2B, 0xF5E8DA, 0x000000},
    [TOKEN_SKY2] = {0x3A2830, 0xF4DCC4, 0x000000},
    [TOKEN_SKY3] = {0x5B3833, 0xEFCBA8, 0x000000},
    [TOKEN_HILL1] = {0x2A2129, 0xE6C6A4, 0x000000},
    [TOKEN_HILL2] = {0x1D1920, 0xDBB48C, 0x000000},
    [TOKEN_HILL3] = {0x151419, 0xD6B18A, 0x000000},
    [TOKEN_LAMP0] = {0xF6CDA6, 0xFFF1DC, 0xFFCE85},
    [TOKEN_LAMP1] = {0xEFB488, 0xEFAE78, 0xFFCE85},
    [TOKEN_LAMP2] = {0xC97F5C, 0xC6713B, 0xFFCE85},
    [TOKEN_HALO] = {0xEFB488, 0xD98A55, 0xFFCE85},
    [TOKEN_ONLAMP] = {0x2A1A10, 0x2A1406, 0x000000},
    [TOKEN_STAGE] = {0xECE5DC, 0x2A2320, 0xFFFFFF},
    [TOKEN_STAGE2] = {0xCFC5BD, 0x473C36, 0xF0F0F0},
    [TOKEN_GLOW] = {0xEFB488, 0xE8854A, 0xFFCE85},
};

static struct colour colour_of(uint32_t value) {
    return (struct colour){(value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0,
                           (value & 255) / 255.0};
}

struct colour colour_mix(struct colour from, struct colour to, double share) {
    return (struct colour){from.red + (to.red - from.red) * share,
                           from.green + (to.green - from.green) * share,
                           from.blue + (to.blue - from.blue) * share};
}

static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double colour_contrast(struct colour one, struct colour other) {
    double first = luminance(one);
    double second = luminance(other);
    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

// The count stands in the middle: it does not reach the lamp's edge.
static double worst_on_lamp(const struct theme *theme, enum token ink) {
    struct colour colour = theme->colours[ink];
    return fmin(colour_contrast(colour, theme->colours[TOKEN_LAMP0]),
                colour_contrast(colour, theme->colours[TOKEN_LAMP1]));
}

static void dim_lamp(struct theme *theme, int lamp_percent) {
    static const enum token lamp[] = {TOKEN_LAMP0, TOKEN_LAMP1, TOKEN_LAMP2, TOKEN_HALO};
    double share = 1 - lamp_percent / 100.0;
    for (size_t i = 0; i < sizeof lamp / sizeof lamp[0]; i++) {
        struct colour *colour = &theme->colours[lamp[i]];
        *colour = colour_mix(*colour, theme->colours[TOKEN_SKY1], share);
    }
    // Dark ink on a bright lamp, light ink on an ember: whichever is read more easily.
    if (worst_on_lamp(theme, TOKEN_STAGE) > worst_on_lamp(theme, TOKEN_ONLAMP))
        theme->colours[TOKEN_ONLAMP] = theme->colours[TOKEN_STAGE];
}

struct theme theme_make(enum theme_name name, int lamp_percent) {
    static const double unplayed[THEME_COUNT] = {0.42, 0.62, 0.50};
    static const double ring[THEME_COUNT] = {0.55, 0.75, 1};
    assert(name < THEME_COUNT);
    assert(lamp_percent >= 10 && lamp_percent <= 100);
    bool high = name == THEME_CONTRAST;
    struct theme theme = {.name = name,
                          .flat = high,
                          .unplayed = unplayed[name],
                          .ring = ring[name],
                          .line = high ? 2 : 1.5,
                          .focus = high ? 4 : 3,
                          // In the day the lamp's light side would melt into the sky.
                          .rim = name == THEME_DAY ? 2 : 0,
                          .rim_colour = colour_of(0xAE5A28)};
    for (int i = 0; i < TOKEN_COUNT; i++)
        theme.colours[i] = colour_of(token_values[i][name]);
    if (lamp_percent < 100 && !high)
        dim_lamp(&theme, lamp_percent);
    return theme;
}

struct theme theme_by_setting(const char *word) {
    enum { EMBER_PERCENT = 30 };
    if (strcmp(word, "day") == 0)
        return theme_make(THEME_DAY, 100);
    if (strcmp(word, "contrast") == 0)
        return theme_make(THEME_CONTRAST, 100);
    return theme_make(THEME_EVENING, strcmp(word, "dim") == 0 ? EMBER_PERCENT : 100);
}

struct colour theme_colour(const struct theme *theme, enum token token) {
    assert(token < TOKEN_COUNT);
    return theme->colours[token];
}

void theme_use(cairo_t *cairo, const struct theme *theme, enum token token, double alpha) {
    struct colour colour = theme_colour(theme, token);
    cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, alpha);
}
