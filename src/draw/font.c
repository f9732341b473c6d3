// SPDX-License-Identifier: MIT
#include "draw/font.h"

#include <pango/pangocairo.h>

static bool holds(PangoFont *font, const char *characters) {
    PangoCoverage *coverage = pango_font_get_coverage(font, pango_language_get_default());
    bool all = true;
    for (const char *each = characters; *each && all; each++) {
        all = pango_coverage_get(coverage, *each) == PANGO_COVERAGE_EXACT;
    }
    g_object_unref(coverage);
    return all;
}

bool font_is_there(void) {
    PangoFontMap *map = pango_cairo_font_map_get_default(); // borrowed
    PangoContext *context = pango_font_map_create_context(map);
    PangoFontDescription *wanted = pango_font_description_from_string("sans-serif 12");
    PangoFont *font = pango_font_map_load_font(map, context, wanted);
    bool there = font && holds(font, "Az09");
    if (font) {
        g_object_unref(font);
    }
    pango_font_description_free(wanted);
    g_object_unref(context);
    return there;
}
