// SPDX-License-Identifier: MIT
#include <assert.h>
#include <math.h>
#include <string.h>

#include "draw/controls.h"

// Chips, fields, sliders and the toast.

static struct text_style chip_style(bool chosen, double scale) {
    return (struct text_style){.size = 18 * scale,
                               .smallest = 13 * scale,
                               .weight = chosen ? 600 : 400,
                               .align = ALIGN_CENTRE};
}

// As wide as it is when it is chosen, so that choosing moves no neighbour.
double chip_width(cairo_t *cairo, const char *label, double scale) {
    struct text_style style = chip_style(true, scale);
    return text_width(cairo, label, &style) + 38 * scale;
}

void chip_paint(cairo_t *cairo, const struct theme *theme, const struct chip *chip, struct box box,
                double scale) {
    enum { RADIUS = 22 }; // of one line; of more it is the same
    double radius = fmin(box.height / 2, RADIUS * scale);
    double line = (chip->chosen ? 2 : theme->line) * scale;
    if (chip->chosen) {
        theme_use(cairo, theme, TOKEN_SOFT, 1);
        shape_round(cairo, box, radius);
        cairo_fill(cairo);
    }
    warmth_paint(cairo, theme, box, radius, chip->warmth);
    theme_use(cairo, theme, chip->chosen ? TOKEN_ACCENT : TOKEN_OUTLINE, 1);
    cairo_set_line_width(cairo, line);
    shape_round(cairo, box_inset(box, line / 2), radius - line / 2);
    cairo_stroke(cairo);
    struct text_style style = chip_style(chip->chosen, scale);
    style.lines = box.height > 2.5 * RADIUS * scale ? 4 : 1;
    theme_use(cairo, theme, TOKEN_TEXT, 1);
    text_draw(cairo, chip->label, &style, box_inset(box, 4 * scale));
}

// The words from the caret's side: of what is longer than the field, the part around the caret.
static void paint_text(cairo_t *cairo, const struct theme *theme, const struct field_look *field,
                       struct box box, double scale) {
    struct text_style style = {
        .size = 18 * scale, .smallest = 18 * scale, .weight = 400, .rise = RISE_MIDDLE};
    bool empty = field->text[0] == '\0';
    const char *text = empty ? field->placeholder : field->text;
    theme_use(cairo, theme, empty ? TOKEN_TEXT2 : TOKEN_TEXT, 1);
    double at =
        !empty && field->caret >= 0 ? text_caret(cairo, text, &style, (size_t)field->caret) : 0;
    double slack = fmax(0, at + 2 * scale - box.width);
    double width = text_width(cairo, text, &style) + scale;
    cairo_save(cairo);
    cairo_rectangle(cairo, box.x - 2 * scale, box.y, box.width + 4 * scale, box.height);
    cairo_clip(cairo);
    text_draw(cairo, text, &style,
              (struct box){box.x - slack, box.y, fmax(width, box.width), box.height});
    if (field->caret >= 0) {
        double height = 24 * scale;
        theme_use(cairo, theme, TOKEN_ACCENT, 1);
        cairo_rectangle(cairo, box.x + at - slack, box_middle_y(box) - height / 2, 2 * scale,
                        height);
        cairo_fill(cairo);
    }
    cairo_restore(cairo);
}

void field_paint(cairo_t *cairo, const struct theme *theme, const struct field_look *field,
                 struct box box, double scale) {
    double radius = 14 * scale;
    double line = theme->line * scale;
    warmth_paint(cairo, theme, box, radius, field->warmth);
    theme_use(cairo, theme, TOKEN_OUTLINE, 1);
    cairo_set_line_width(cairo, line);
    shape_round(cairo, box_inset(box, line / 2), radius);
    cairo_stroke(cairo);
    struct box inner = {box.x + 16 * scale, box.y, box.width - 32 * scale, box.height};
    if (field->icon != ICON_NONE) {
        theme_use(cairo, theme, TOKEN_TEXT2, 1);
        icon_draw(cairo, field->icon, inner.x + 12 * scale, box_middle_y(box), 24 * scale);
        inner.x += 34 * scale;
        inner.width -= 34 * scale;
    }
    if (field->key) {
        double cap = key_cap_width(cairo, field->key, scale);
        key_cap_paint(cairo, theme, field->key,
                      (struct box){inner.x + inner.width - cap, box_middle_y(box) - 12 * scale, cap,
                                   24 * scale},
                      scale);
        inner.width -= cap + 8 * scale;
    }
    paint_text(cairo, theme, field, inner, scale);
}

void slider_paint(cairo_t *cairo, const struct theme *theme, double at, struct box box,
                  double scale) {
    double knob = 13 * scale;
    double thick = 6 * scale;
    double from = box.x + knob;
    double x = from + (box.width - 2 * knob) * fmax(0, fmin(1, at));
    double y = box_middle_y(box) - thick / 2;
    theme_use(cairo, theme, TOKEN_OUTLINE, 1);
    shape_round(cairo, (struct box){box.x, y, box.width, thick}, thick / 2);
    cairo_fill(cairo);
    theme_use(cairo, theme, TOKEN_ACCENT, 1);
    shape_round(cairo, (struct box){box.x, y, x - box.x, thick}, thick / 2);
    cairo_fill(cairo);
    shape_circle(cairo, x, box_middle_y(box), knob);
    cairo_fill(cairo);
}

void toast_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius) {
    theme_use(cairo, theme, TOKEN_RAISED, 1);
    shape_round(cairo, box, radius);
    cairo_fill(cairo);
    if (theme->flat) {
        card_edge_paint(cairo, theme, box, radius, 1);
    }
}
