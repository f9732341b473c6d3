// SPDX-License-Identifier: MIT
#include "draw/controls.h"

#include <assert.h>
#include <math.h>

#include "base/text.h"

void focus_ring_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius,
                      double scale) {
    // Outside the element, with the ground showing between: it never has to contrast with a fill.
    double width = theme->focus * scale;
    theme_use(cairo, theme, TOKEN_FOCUS, 1);
    cairo_set_line_width(cairo, width);
    double out = 3 * scale + width / 2;
    shape_round(cairo, box_inset(box, -out), radius + out);
    cairo_stroke(cairo);
}

void card_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius) {
    theme_use(cairo, theme, TOKEN_SURFACE, 1);
    shape_round(cairo, box, radius);
    cairo_fill(cairo);
    if (theme->flat) {
        theme_use(cairo, theme, TOKEN_LINE, 1);
        cairo_set_line_width(cairo, theme->line);
        shape_round(cairo, box_inset(box, theme->line / 2), radius);
        cairo_stroke(cairo);
    }
}

void warmth_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius,
                  double warmth) {
    if (warmth <= 0) {
        return;
    }
    theme_use(cairo, theme, TOKEN_TEXT, warmth);
    shape_round(cairo, box, radius);
    cairo_fill(cairo);
}

void card_edge_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius,
                     double scale) {
    double width = theme->flat ? theme->line : scale;
    theme_use(cairo, theme, TOKEN_LINE, 1);
    cairo_set_line_width(cairo, width);
    shape_round(cairo, box_inset(box, width / 2), radius);
    cairo_stroke(cairo);
}

static struct text_style label_style(const struct button *button, double scale) {
    return (struct text_style){.size = (button->large ? 26 : 18) * scale,
                               .smallest = 12 * scale,
                               .weight = button->large   ? 500
                                         : button->plain ? 400
                                                         : 600,
                               .lines = button->large ? 1 : 2,
                               .align = ALIGN_CENTRE};
}

// Without a body of its own, so without its padding.
static bool is_bare(const struct button *button) {
    return button->kind == BUTTON_QUIET || button->kind == BUTTON_SIGN;
}

static double icon_size(const struct button *button, double scale) {
    return (button->large ? 26 : 24) * scale;
}

double key_cap_width(cairo_t *cairo, const char *key, double scale) {
    struct text_style style = {.size = 14 * scale, .weight = 400};
    return fmax(24 * scale, text_width(cairo, key, &style) + 14 * scale);
}

void key_cap_paint(cairo_t *cairo, const struct theme *theme, const char *key, struct box box,
                   double scale) {
    struct text_style style = {
        .size = 14 * scale, .smallest = 10 * scale, .weight = 400, .align = ALIGN_CENTRE};
    theme_use(cairo, theme, TOKEN_OUTLINE, 1);
    cairo_set_line_width(cairo, scale);
    shape_round(cairo, box_inset(box, scale / 2), 6 * scale);
    cairo_stroke(cairo);
    theme_use(cairo, theme, TOKEN_TEXT2, 1);
    text_draw(cairo, key, &style, box);
}

double button_width(cairo_t *cairo, const struct button *button, double scale) {
    struct text_style style = label_style(button, scale);
    double width = (is_bare(button) ? 24 : 56) * scale;
    if (button->large) {
        width += 40 * scale;
    }
    if (button->label) {
        width += text_width(cairo, button->label, &style) + scale;
    }
    if (button->icon != ICON_NONE) {
        width += icon_size(button, scale) + 12 * scale;
    }
    if (button->key) {
        width += key_cap_width(cairo, button->key, scale) + 12 * scale;
    }
    return width;
}

static enum token ink_of(const struct button *button) {
    if (button->kind == BUTTON_PRIMARY || button->kind == BUTTON_ROUND) {
        return TOKEN_ONACCENT;
    }
    if (button->plain) {
        return button->on_scene ? TOKEN_STAGE2 : TOKEN_TEXT2;
    }
    return button->on_scene ? TOKEN_STAGE : TOKEN_TEXT;
}

static void paint_body(cairo_t *cairo, const struct theme *theme, const struct button *button,
                       struct box box, double scale) {
    double radius = box.height / 2;
    switch (button->kind) {
    case BUTTON_PRIMARY:
    case BUTTON_ROUND:
        theme_use(cairo, theme, TOKEN_ACCENT, 1);
        shape_round(cairo, box, radius);
        cairo_fill(cairo);
        break;
    case BUTTON_SECONDARY:
        theme_use(cairo, theme, TOKEN_OUTLINE, 1);
        cairo_set_line_width(cairo, theme->line * scale);
        shape_round(cairo, box_inset(box, theme->line * scale / 2), radius);
        cairo_stroke(cairo);
        break;
    case BUTTON_ROW:
        card_paint(cairo, theme, box, 14 * scale);
        break;
    case BUTTON_QUIET:
    case BUTTON_SIGN:
        break;
    }
}

// Sign, label and key stand together in the middle.
static void paint_words(cairo_t *cairo, const struct theme *theme, const struct button *button,
                        struct box box, double scale) {
    double side = button->icon == ICON_NONE ? 0 : icon_size(button, scale);
    theme_use(cairo, theme, ink_of(button), 1);
    if (!button->label) {
        icon_draw(cairo, button->icon, box_middle_x(box), box_middle_y(box), side);
        return;
    }
    struct text_style style = label_style(button, scale);
    double gap = 12 * scale;
    double cap = button->key ? key_cap_width(cairo, button->key, scale) + gap : 0;
    double sign = side > 0 ? side + gap : 0;
    double room = box.width - (is_bare(button) ? 8 : 24) * scale - cap - sign;
    double label = fmin(room, text_width(cairo, button->label, &style) + scale);
    double x = box_middle_x(box) - (sign + label + cap) / 2;
    if (side > 0) {
        icon_draw(cairo, button->icon, x + side / 2, box_middle_y(box), side);
    }
    text_draw(cairo, button->label, &style, (struct box){x + sign, box.y, label, box.height});
    if (button->key) {
        struct box place = {x + sign + label + gap, box_middle_y(box) - 12 * scale, cap - gap,
                            24 * scale};
        key_cap_paint(cairo, theme, button->key, place, scale);
    }
}

void button_paint(cairo_t *cairo, const struct theme *theme, const struct button *button,
                  struct box box, double scale) {
    paint_body(cairo, theme, button, box, scale);
    warmth_paint(cairo, theme, box, button->kind == BUTTON_ROW ? 14 * scale : box.height / 2,
                 button->warmth);
    paint_words(cairo, theme, button, box, scale);
    if (button->focused) {
        focus_ring_paint(cairo, theme, box,
                         button->kind == BUTTON_ROW ? 14 * scale : box.height / 2, scale);
    }
}

void key_hints_paint(cairo_t *cairo, const struct theme *theme, const struct key_hint *hints,
                     int count, struct box box, double scale) {
    struct text_style style = {.size = 15 * scale, .weight = 400};
    double end = box.x + box.width;
    for (int i = count - 1; i >= 0; i--) {
        double word = text_width(cairo, hints[i].does, &style) + scale;
        double cap = key_cap_width(cairo, hints[i].key, scale);
        double start = end - word - 8 * scale - cap;
        if (start < box.x) {
            break;
        }
        struct box place = {start, box_middle_y(box) - 12 * scale, cap, 24 * scale};
        key_cap_paint(cairo, theme, hints[i].key, place, scale);
        theme_use(cairo, theme, TOKEN_TEXT3, 1);
        text_draw(cairo, hints[i].does, &style,
                  (struct box){start + cap + 8 * scale, box.y, word, box.height});
        end = start - 22 * scale;
    }
}

void rating_circle_paint(cairo_t *cairo, const struct theme *theme,
                         const struct rating_circle *circle, struct box box, double scale) {
    double x = box_middle_x(box);
    double y = box_middle_y(box);
    double r = fmin(box.width, box.height) / 2;
    char number[TEXT_NUMBER_MAX];
    text_decimal(circle->value, number);
    if (circle->chosen) {
        theme_use(cairo, theme, TOKEN_ACCENT, 1);
        shape_circle(cairo, x, y, r);
        cairo_fill(cairo);
    } else {
        theme_use(cairo, theme, TOKEN_OUTLINE, 1);
        cairo_set_line_width(cairo, theme->line * scale);
        shape_circle(cairo, x, y, r - theme->line * scale / 2);
        cairo_stroke(cairo);
    }
    if (circle->before) {
        const double dashes[] = {4 * scale, 4 * scale};
        theme_use(cairo, theme, TOKEN_TEXT2, 1);
        cairo_set_line_width(cairo, 2 * scale);
        cairo_set_dash(cairo, dashes, 2, 0);
        shape_circle(cairo, x, y, r + 4 * scale);
        cairo_stroke(cairo);
        cairo_set_dash(cairo, NULL, 0, 0);
    }
    warmth_paint(cairo, theme, (struct box){x - r, y - r, 2 * r, 2 * r}, r, circle->warmth);
    struct text_style style = {.size = r * 0.84,
                               .smallest = r * 0.5,
                               .weight = circle->chosen ? 600 : 400,
                               .align = ALIGN_CENTRE,
                               .tabular = true};
    theme_use(cairo, theme, circle->chosen ? TOKEN_ONACCENT : TOKEN_TEXT, 1);
    text_draw(cairo, number, &style, (struct box){x - r, y - r, 2 * r, 2 * r});
    if (circle->focused) {
        focus_ring_paint(cairo, theme, (struct box){x - r, y - r, 2 * r, 2 * r}, r, scale);
    }
}
