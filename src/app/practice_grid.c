// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/practice_form.h"
#include "base/text.h"
#include "run/day_words.h"

// The seven days side by side.

enum { TITLE_LEAST = 208, CELL_LEAST = 54, CELL_MOST = 84, ROW = 56, HEAD = 60, CORNER = 14 };

bool practice_has_grid(const struct window *window, double width) {
    return width >= layout_body(&window->layout, TITLE_LEAST + PRACTICE_DAYS * CELL_LEAST);
}

struct grid {
    struct box box; // of a row
    double title;   // width of its first column
    double cell;
};

static struct box cell_box(const struct grid *grid, int day) {
    return (struct box){grid->box.x + grid->title + day * grid->cell, grid->box.y, grid->cell,
                        grid->box.height};
}

// Today stands on a ground of its own, from the head to the last row.
static void paint_today(struct window *window, const struct grid *grid, bool first, bool last) {
    struct box box = cell_box(grid, PRACTICE_DAYS - 1);
    double radius = layout_body(&window->layout, CORNER);
    double over = first || last ? radius : 0;
    if (!element_is_seen(window, box)) {
        return;
    }
    cairo_save(window->cairo);
    cairo_rectangle(window->cairo, box.x, box.y, box.width, box.height);
    cairo_clip(window->cairo);
    theme_use(window->cairo, &window->theme, TOKEN_SURFACE, 1);
    box.y -= first ? 0 : radius + over;
    box.height += (first ? 0 : radius + over) + (last ? 0 : radius + over);
    shape_round(window->cairo, box, radius);
    cairo_fill(window->cairo);
    cairo_restore(window->cairo);
}

static void warm(struct window *window, struct box box) {
    warmth_paint(window->cairo, &window->theme, box, layout_body(&window->layout, CORNER),
                 element_warmth(window, box));
}

static void add_element(struct window *window, struct box box, struct act act, const char *name,
                        const char *value, bool chosen) {
    struct element element = {.role = ROLE_CHIP,
                              .box = box,
                              .act = act,
                              .group = PRACTICE_GROUP_CELLS,
                              .chosen = chosen,
                              .radius = layout_body(&window->layout, CORNER)};
    text_copy(element.name, sizeof element.name, name);
    text_copy(element.value, sizeof element.value, value);
    element_add(window, &element);
}

// ---- the head: a day, and under it its date or that it rests ----

static double head_words(struct window *window, int day, struct box box, bool paint) {
    const struct practice *practice = &window->practice->practice;
    int year, month, number;
    char text[TEXT_NUMBER_MAX];
    date_of_day(practice->first + day, &year, &month, &number);
    text_decimal(number, text);
    bool today = day == PRACTICE_DAYS - 1;
    const struct words lines[] = {
        {day_words_weekday_short(practice->first + day), TEXT_SMALL,
         today ? TOKEN_TEXT : TOKEN_TEXT2, ALIGN_CENTRE},
        {practice->rests[day] ? _("rest") : text, practice->rests[day] ? TEXT_SMALL : TEXT_STRONG,
         TOKEN_TEXT, ALIGN_CENTRE},
    };
    return window_stack(window, lines, 2, box, paint);
}

static double put_head(struct window *window, struct grid grid) {
    const struct practice *practice = &window->practice->practice;
    grid.box.height = layout_body(&window->layout, HEAD);
    paint_today(window, &grid, true, false);
    for (int day = 0; day < PRACTICE_DAYS; day++) {
        char name[PRACTICE_NAME_MAX];
        struct box box = cell_box(&grid, day);
        double used = head_words(window, day, box, false);
        if (element_is_seen(window, box)) {
            warm(window, box);
            head_words(window, day,
                       (struct box){box.x, box_middle_y(box) - used / 2, box.width, used}, true);
        }
        practice_day_name(practice, day, name);
        add_element(window, box, (struct act){ACT_CELL_DAY, day}, name,
                    practice->rests[day] ? _("rest day") : _("all that was asked for"), false);
    }
    return grid.box.y + grid.box.height;
}

// ---- rows ----

static void put_title(struct window *window, int row, const struct grid *grid) {
    const struct practice_row *what = &window->practice->practice.rows[row];
    double out = layout_body(&window->layout, 8);
    double gap = layout_space(&window->layout, 12);
    struct box box = {grid->box.x - out, grid->box.y, grid->title + out, grid->box.height};
    struct box words = {grid->box.x, grid->box.y, grid->title - gap, 0};
    double used = window_words_height(window, what->title, TEXT_BODY, words.width);
    if (element_is_seen(window, box)) {
        warm(window, box);
        words.y += (box.height - used) / 2;
        said_apart(window, true);
        window_text(window, what->title, TEXT_BODY, TOKEN_TEXT, words);
        said_apart(window, false);
    }
    add_element(window, box, (struct act){ACT_CELL_ROW, row}, what->title,
                _("all days before today"), false);
}

static void put_cell(struct window *window, int row, int day, const struct grid *grid) {
    const struct practice *practice = &window->practice->practice;
    struct box box = cell_box(grid, day);
    struct text_builder words = {0};
    char date[PRACTICE_NAME_MAX], name[ELEMENT_NAME_MAX];
    if (element_is_seen(window, box)) {
        warm(window, box);
        practice_mark(window, row, day, box);
    }
    practice_day_name(practice, day, date);
    text_format(name, sizeof name, "%s, %s", practice->rows[row].title, date);
    practice_words(practice, row, day, &words);
    add_element(window, box, (struct act){ACT_CELL, row * PRACTICE_PITCH + day}, name, words.text,
                practice->rows[row].cells[day].done > 0);
    text_builder_free(&words);
}

static void paint_line(struct window *window, const struct grid *grid) {
    theme_use(window->cairo, &window->theme, TOKEN_LINE, 1);
    cairo_rectangle(window->cairo, grid->box.x, floor(grid->box.y), grid->box.width,
                    window->layout.pixel);
    cairo_fill(window->cairo);
}

static double put_row(struct window *window, int row, struct grid grid) {
    const struct practice *practice = &window->practice->practice;
    double gap = layout_space(&window->layout, 12);
    double words =
        window_words_height(window, practice->rows[row].title, TEXT_BODY, grid.title - gap);
    grid.box.height =
        fmax(layout_body(&window->layout, ROW), words + layout_space(&window->layout, 16));
    paint_today(window, &grid, false, row == practice->count - 1);
    paint_line(window, &grid);
    put_title(window, row, &grid);
    for (int day = 0; day < PRACTICE_DAYS; day++) {
        put_cell(window, row, day, &grid);
    }
    return grid.box.y + grid.box.height;
}

// What nobody asked for stands below a word of its own.
static double put_outside(struct window *window, struct grid grid) {
    double air = layout_space(&window->layout, 12);
    double width = grid.box.width - grid.cell;
    double height = window_words_height(window, _("Done beside it"), TEXT_SMALL, width);
    grid.box.height = height + 1.5 * air;
    paint_today(window, &grid, false, false);
    paint_line(window, &grid);
    window_text(window, _("Done beside it"), TEXT_SMALL, TOKEN_TEXT2,
                (struct box){grid.box.x, grid.box.y + air, width, height});
    return grid.box.y + grid.box.height;
}

double practice_grid(struct window *window, struct box box) {
    const struct practice *practice = &window->practice->practice;
    const struct layout *layout = &window->layout;
    double rest = box.width - layout_body(layout, TITLE_LEAST);
    double cell = floor(fmin(layout_body(layout, CELL_MOST), rest / PRACTICE_DAYS));
    struct grid grid = {box, box.width - PRACTICE_DAYS * cell, cell};
    element_head(window, box.y);
    grid.box.y = put_head(window, grid);
    for (int row = 0; row < practice->count; row++) {
        bool outside = !practice->rows[row].asked && (row == 0 || practice->rows[row - 1].asked);
        if (outside && row > 0) {
            grid.box.y = put_outside(window, grid);
        }
        grid.box.y = put_row(window, row, grid);
        element_no_head(window);
    }
    element_no_head(window);
    return grid.box.y;
}
