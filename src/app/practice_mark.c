// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/practice_form.h"
#include "base/text.h"

// A cell as a sign and in words. What the program recorded is filled; what was ticked is an edge
// with a tick, because a time stamp is better evidence (domain.md 7.1).

static bool is_asked(const struct practice_cell *cell) {
    return cell->due > 0;
}

static bool is_done(const struct practice_cell *cell) {
    return cell->done > 0 && cell->done >= cell->due;
}

void practice_words(const struct practice *practice, int row, int day, struct text_builder *words) {
    const struct practice_row *what = &practice->rows[row];
    const struct practice_cell *cell = &what->cells[day];
    if (is_done(cell)) {
        text_add(words, _("done"));
    } else if (is_asked(cell) && cell->done > 0) {
        text_add_format(words, _("%d of %d done"), cell->done, cell->due);
    } else if (is_asked(cell) && cell->due > 1) {
        text_add_format(words, _("open, %d times"), cell->due);
    } else {
        text_add(words,
                 is_asked(cell) ? text_translate_sense("state", "open") : _("not asked for"));
    }
    if (what->task) {
        return;
    }
    if (cell->ticked > 0 && cell->ticked >= cell->done) {
        text_add_format(words, ", %s", _("without the screen"));
    } else if (cell->ticked > 0) {
        text_add_format(words, ", ");
        text_add_format(words, _("%d of it without the screen"), cell->ticked);
    }
    if (cell->parts > 0) {
        text_add_format(words, ", %s", _("a part was played"));
    }
}

static void put_number(struct window *window, const char *text, struct box circle) {
    struct text_style style = window_style(window, TEXT_SMALL);
    style.align = ALIGN_CENTRE;
    style.rise = RISE_MIDDLE;
    style.tabular = true;
    theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
    said_apart(window, true);
    text_draw(window->cairo, text, &style, circle);
    said_apart(window, false);
}

static void put_done(struct window *window, bool recorded, struct box circle) {
    cairo_t *cairo = window->cairo;
    double line = 2 * window->theme.line * window->layout.pixel;
    double x = box_middle_x(circle), y = box_middle_y(circle);
    theme_use(cairo, &window->theme, TOKEN_ACCENT, 1);
    cairo_set_line_width(cairo, line);
    shape_circle(cairo, x, y, circle.width / 2 - (recorded ? 0 : line / 2));
    if (recorded) {
        cairo_fill(cairo);
        theme_use(cairo, &window->theme, TOKEN_ONACCENT, 1);
    } else {
        cairo_stroke(cairo);
        theme_use(cairo, &window->theme, TOKEN_ACCENT, 1);
    }
    icon_draw(cairo, ICON_TICK, x, y, circle.width * 0.66);
}

// Nobody asked: a dot, so that the grid stays one.
static void put_dot(struct window *window, const struct practice_cell *cell, struct box circle) {
    double radius = layout_body(&window->layout, cell->parts > 0 ? 5 : 2.5);
    theme_use(window->cairo, &window->theme, cell->parts > 0 ? TOKEN_ACCENT : TOKEN_OUTLINE, 1);
    shape_circle(window->cairo, box_middle_x(circle), box_middle_y(circle), radius);
    cairo_fill(window->cairo);
}

static void put_open(struct window *window, const struct practice_cell *cell, struct box circle) {
    cairo_t *cairo = window->cairo;
    double line = 1.5 * window->theme.line * window->layout.pixel;
    char number[2 * TEXT_NUMBER_MAX];
    bool begun = cell->done > 0 || cell->parts > 0;
    theme_use(cairo, &window->theme, begun ? TOKEN_ACCENT : TOKEN_OUTLINE, 1);
    cairo_set_line_width(cairo, line);
    shape_circle(cairo, box_middle_x(circle), box_middle_y(circle), (circle.width - line) / 2);
    cairo_stroke(cairo);
    if (cell->due > 1) {
        if (cell->done > 0) {
            text_format(number, sizeof number, "%d/%d", cell->done, cell->due);
        } else {
            text_format(number, sizeof number, "%d\u00d7", cell->due);
        }
        put_number(window, number, circle);
    }
}

void practice_mark(struct window *window, int row, int day, struct box box) {
    enum { SIDE = 36 };
    const struct practice_cell *cell = &window->practice->practice.rows[row].cells[day];
    double side = layout_body(&window->layout, SIDE);
    struct box circle = {box_middle_x(box) - side / 2, box_middle_y(box) - side / 2, side, side};
    if (is_done(cell)) {
        put_done(window, cell->done > cell->ticked, circle);
    } else if (is_asked(cell)) {
        put_open(window, cell, circle);
    } else {
        put_dot(window, cell, circle);
    }
}

double practice_legend(struct window *window, struct box box) {
    enum { SIDE = 22 };
    const struct layout *layout = &window->layout;
    const char *const texts[] = {_("recorded by the program"), _("ticked by you")};
    double side = layout_body(layout, SIDE);
    double used = side + layout_space(layout, 10);
    for (int i = 0; i < 2; i++) {
        struct box words = {box.x + used, box.y, box.width - used, 0};
        double height = window_words_height(window, texts[i], TEXT_SMALL, words.width);
        struct box circle = {box.x, box.y + (height - side) / 2, side, side};
        if (element_is_seen(window, circle)) {
            put_done(window, i == 0, circle);
        }
        window_text(window, texts[i], TEXT_SMALL, TOKEN_TEXT2, words);
        box.y += fmax(height, side) + layout_space(layout, 6);
    }
    return box.y;
}
