// SPDX-License-Identifier: MIT
#include "draw/text.h"

#include <assert.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/text.h"

// Warm open shapes first, what every system has last. The names after the comma are fontconfig's
// business: the first that is installed wins, and scripts it lacks come from the system's others.
static const char families[] = "Lato,Cantarell,Inter,Noto Sans,Noto Sans Arabic,DejaVu Sans,"
                               "sans-serif";

// Distance of lines against the font's own, where the style asks for no line of its own.
static const float leading = 1.14F;

// Shares of the size: the mark that stands where no font has a letter.
static const double MARK_WIDTH = 0.56;
static const double MARK_RADIUS = 0.17;
static const double MARK_MIDDLE = 0.30; // above the baseline
static const double MARK_LINE = 0.07;

// Whether what is drawn comes out mirrored, as it does where a window runs from the right.
static bool is_mirrored(cairo_t *cairo) {
    cairo_matrix_t matrix;
    cairo_get_matrix(cairo, &matrix);
    return matrix.xx < 0;
}

// Turns a mirrored picture back within the box, which keeps its place.
static void turn_back(cairo_t *cairo, struct box box) {
    cairo_translate(cairo, 2 * box.x + box.width, 0);
    cairo_scale(cairo, -1, 1);
}

static void draw_mark(cairo_t *cairo, PangoAttrShape *shape, gboolean as_path, gpointer nothing) {
    (void)nothing;
    double size = shape->logical_rect.width / (MARK_WIDTH * PANGO_SCALE);
    double x, y;
    cairo_get_current_point(cairo, &x, &y);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + MARK_WIDTH * size / 2, y - MARK_MIDDLE * size, MARK_RADIUS * size, 0,
              2 * M_PI);
    if (!as_path) {
        cairo_set_line_width(cairo, MARK_LINE * size);
        cairo_stroke(cairo);
    }
}

static PangoLayout *layout_new(cairo_t *cairo, const char *text) {
    cairo_save(cairo);
    if (is_mirrored(cairo)) {
        cairo_scale(cairo, -1, 1); // measured as it is drawn: never mirrored
    }
    PangoLayout *layout = pango_cairo_create_layout(cairo);
    cairo_restore(cairo);
    cairo_font_options_t *options = cairo_font_options_create();
    // Grey edges and unrounded advances: the same text at every scale, and no coloured fringes
    // over a picture.
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    PangoContext *context = pango_layout_get_context(layout);
    pango_cairo_context_set_font_options(context, options);
    pango_cairo_context_set_shape_renderer(context, draw_mark, NULL, NULL);
    cairo_font_options_destroy(options);
    pango_layout_context_changed(layout);
    // What is no valid UTF-8 ends the text: Pango would print a warning for it.
    pango_layout_set_text(layout, text, (int)text_valid(text, strlen(text)));
    return layout;
}

// Latin letters alone: whatever font is installed holds them.
static bool is_latin(const char *text) {
    const unsigned char FIRST_OF_GREEK = 0xCD; // leads U+0340 and what follows
    for (const unsigned char *byte = (const unsigned char *)text; *byte; byte++) {
        if (*byte >= FIRST_OF_GREEK) {
            return false;
        }
    }
    return true;
}

static void mark_run(PangoAttrList *attributes, const PangoGlyphItem *run, const char *text,
                     double size) {
    PangoRectangle room = {.y = (int)(-0.8 * size * PANGO_SCALE),
                           .width = (int)(MARK_WIDTH * size * PANGO_SCALE),
                           .height = (int)(size * PANGO_SCALE)};
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        if (!(run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
            continue;
        }
        uint32_t code;
        int from = run->item->offset + run->glyphs->log_clusters[i];
        PangoAttribute *mark = pango_attr_shape_new(&room, &room);
        mark->start_index = (guint)from;
        mark->end_index =
            (guint)from + (guint)text_character(text + from, strlen(text + from), &code);
        pango_attr_list_change(attributes, mark);
    }
}

// In place of the frame with digits that Pango draws where no font has a letter: a small ring.
static void mark_unknown(PangoLayout *layout, PangoAttrList *attributes, double size) {
    const char *text = pango_layout_get_text(layout);
    if (is_latin(text) || pango_layout_get_unknown_glyphs_count(layout) == 0) {
        return;
    }
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    do {
        const PangoGlyphItem *run = pango_layout_iter_get_run_readonly(iter);
        if (run) {
            mark_run(attributes, run, text, size);
        }
    } while (pango_layout_iter_next_run(iter));
    pango_layout_iter_free(iter);
    pango_layout_set_attributes(layout, attributes);
    pango_layout_context_changed(layout);
}

static void layout_size(PangoLayout *layout, const struct text_style *style, double size) {
    PangoFontDescription *font = pango_font_description_from_string(families);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, (PangoWeight)style->weight);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    PangoAttrList *attributes = pango_attr_list_new();
    if (style->tabular) {
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum"));
    }
    pango_layout_set_attributes(layout, attributes);
    mark_unknown(layout, attributes, size);
    pango_attr_list_unref(attributes);
}

// Start and end are those of the window, whichever way the text itself runs: an English name in
// an Arabic list stands at the right edge like its neighbours. Pango's left is the start of the
// text.
static void layout_align(PangoLayout *layout, enum align align, bool from_right) {
    if (align == ALIGN_CENTRE) {
        pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
        return;
    }
    PangoDirection direction = pango_layout_get_direction(layout, 0);
    bool right = (align == ALIGN_END) != from_right;
    bool swapped = direction == PANGO_DIRECTION_RTL;
    pango_layout_set_alignment(layout, right != swapped ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static void layout_lines(PangoLayout *layout, const struct text_style *style, double width) {
    pango_layout_set_line_spacing(layout, style->line > 0 ? 0 : leading);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
}

static double own_height(PangoLayout *layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, NULL, &logical);
    return (double)logical.height / PANGO_SCALE;
}

// What a line of the style is higher than the font's own; half of it stands above the first line,
// half below the last. A script that needs more than the style's line keeps it.
static double line_more(PangoLayout *layout, const struct text_style *style, double size) {
    PangoRectangle own;
    if (style->line <= 0) {
        return 0;
    }
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), NULL, &own);
    return fmax(0, style->line * size - (double)own.height / PANGO_SCALE);
}

static struct text_fit layout_extent(PangoLayout *layout, const struct text_style *style,
                                     double size) {
    double more = line_more(layout, style, size);
    int lines = pango_layout_get_line_count(layout);
    PangoRectangle logical;
    pango_layout_set_spacing(layout, lines > 1 ? (int)(more * PANGO_SCALE) : 0);
    pango_layout_get_extents(layout, NULL, &logical);
    return (struct text_fit){.size = size,
                             .width = (double)logical.width / PANGO_SCALE,
                             .height = (double)logical.height / PANGO_SCALE + more,
                             .lines = lines};
}

static bool fits(const struct text_fit *fit, const struct text_style *style, struct box box) {
    int most = style->lines > 0 ? style->lines : 1;
    // Half a pixel more is no overflow: advances are not rounded.
    return fit->lines <= most && fit->width <= box.width + 0.5 && fit->height <= box.height + 0.5;
}

// Finds the size at which the text fits, leaves the layout set to it.
static struct text_fit layout_fit(PangoLayout *layout, const struct text_style *style,
                                  struct box box) {
    double smallest = style->smallest > 0 ? style->smallest : style->size * 0.75;
    layout_lines(layout, style, box.width);
    double size = style->size;
    bool last = false;
    while (!last) {
        last = size <= smallest;
        layout_size(layout, style, size);
        struct text_fit fit = layout_extent(layout, style, size);
        if (fits(&fit, style, box)) {
            return fit;
        }
        size = fmax(smallest, size * 0.94);
    }
    int most = style->lines > 0 ? style->lines : 1;
    double line =
        layout_extent(layout, style, smallest).height / pango_layout_get_line_count(layout);
    int room = (int)((box.height + 0.5) / line);
    int lines = room < 1 ? 1 : room < most ? room : most;
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height(layout, -lines);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    struct text_fit fit = layout_extent(layout, style, smallest);
    fit.cut = pango_layout_is_ellipsized(layout);
    return fit;
}

struct text_fit text_fit(cairo_t *cairo, const char *text, const struct text_style *style,
                         struct box box) {
    PangoLayout *layout = layout_new(cairo, text);
    struct text_fit fit = layout_fit(layout, style, box);
    g_object_unref(layout);
    return fit;
}

struct text_fit text_draw(cairo_t *cairo, const char *text, const struct text_style *style,
                          struct box box) {
    assert(style->size > 0);
    PangoLayout *layout = layout_new(cairo, text);
    struct text_fit fit = layout_fit(layout, style, box);
    bool mirrored = is_mirrored(cairo);
    layout_align(layout, style->align, mirrored);
    double y = box.y + (fit.height - own_height(layout)) / 2;
    if (style->rise == RISE_MIDDLE) {
        y += (box.height - fit.height) / 2;
    } else if (style->rise == RISE_BOTTOM) {
        y += box.height - fit.height;
    }
    cairo_save(cairo);
    if (mirrored) {
        turn_back(cairo, box);
    }
    cairo_move_to(cairo, box.x, y);
    pango_cairo_show_layout(cairo, layout);
    cairo_restore(cairo);
    cairo_new_path(cairo);
    g_object_unref(layout);
    return fit;
}

double text_width(cairo_t *cairo, const char *text, const struct text_style *style) {
    PangoLayout *layout = layout_new(cairo, text);
    layout_size(layout, style, style->size);
    struct text_fit fit = layout_extent(layout, style, style->size);
    g_object_unref(layout);
    return fit.width;
}

double text_height(cairo_t *cairo, const char *text, const struct text_style *style, double width) {
    PangoLayout *layout = layout_new(cairo, text);
    layout_lines(layout, style, width);
    layout_size(layout, style, style->size);
    struct text_fit fit = layout_extent(layout, style, style->size);
    g_object_unref(layout);
    return fit.height;
}

double text_caret(cairo_t *cairo, const char *text, const struct text_style *style, size_t bytes) {
    PangoLayout *layout = layout_new(cairo, text);
    PangoRectangle caret;
    layout_size(layout, style, style->size);
    pango_layout_get_cursor_pos(layout, (int)bytes, &caret, NULL);
    double x = (double)caret.x / PANGO_SCALE;
    if (is_mirrored(cairo)) {
        x = layout_extent(layout, style, style->size).width - x;
    }
    g_object_unref(layout);
    return x;
}

// The ink of a digit above the baseline, for centring by sight and not by the font's own box.
static double digit_height(PangoLayout *layout) {
    PangoLayout *digit = pango_layout_copy(layout);
    pango_layout_set_text(digit, "0", 1);
    PangoRectangle ink;
    pango_layout_get_extents(digit, &ink, NULL);
    double height = (double)(pango_layout_get_baseline(digit) - ink.y) / PANGO_SCALE;
    g_object_unref(digit);
    return height;
}

cairo_surface_t *text_mask(const char *text, const struct text_style *style) {
    cairo_surface_t *probe = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cairo = cairo_create(probe);
    PangoLayout *layout = layout_new(cairo, text);
    layout_size(layout, style, style->size);
    struct text_fit fit = layout_extent(layout, style, style->size);
    double rise = digit_height(layout);
    cairo_destroy(cairo);
    cairo_surface_destroy(probe);

    int width = (int)ceil(fit.width) + 4;
    int height = (int)ceil(rise * 1.5) + 4; // room for a letter that goes below the line
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo = cairo_create(mask);
    double baseline = (double)pango_layout_get_baseline(layout) / PANGO_SCALE;
    cairo_move_to(cairo, (width - fit.width) / 2, height / 2.0 + rise / 2 - baseline);
    pango_cairo_update_layout(cairo, layout);
    pango_cairo_show_layout(cairo, layout);
    cairo_destroy(cairo);
    g_object_unref(layout);
    return mask;
}
