// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/first_today.h"
#include "app/said.h"
#include "base/text.h"

// The signs of Today: how a thing or a day stands, told by its shape; colour repeats it.

enum { WEEK_MARK = 30, WEEK_PITCH_MOST = 57 };

void first_mark(struct window *window, enum week_mark mark, struct box box) {
    cairo_t *cairo = window->cairo;
    double line = 1.5 * window->theme.line * window->layout.pixel;
    double x = box_middle_x(box);
    double y = box_middle_y(box);
    double radius = (box.width - line) / 2;
    bool warm = mark == WEEK_DONE || mark == WEEK_PART;
    theme_use(cairo, &window->theme, warm ? TOKEN_ACCENT : TOKEN_OUTLINE, 1);
    cairo_set_line_width(cairo, line);
    switch (mark) {
    case WEEK_DONE:
        shape_circle(cairo, x, y, box.width / 2);
        cairo_fill(cairo);
        theme_use(cairo, &window->theme, TOKEN_ONACCENT, 1);
        icon_draw(cairo, ICON_TICK, x, y, box.width * 0.68);
        return;
    case WEEK_PART:
        cairo_new_path(cairo);
        cairo_arc(cairo, x, y, radius, M_PI / 2, 3 * M_PI / 2);
        cairo_close_path(cairo);
        cairo_fill(cairo);
        break;
    case WEEK_PAUSED:
        cairo_rectangle(cairo, x - radius * 0.6, y - line, radius * 1.2, 2 * line);
        cairo_fill(cairo);
        return;
    case WEEK_TO_COME:
        shape_circle(cairo, x, y, box.width / 10);
        cairo_fill(cairo);
        return;
    case WEEK_NOTHING:
        shape_circle(cairo, x, y, box.width / 7);
        cairo_stroke(cairo);
        return;
    case WEEK_OPEN:
    case WEEK_MARKS:
        break;
    }
    shape_circle(cairo, x, y, radius);
    cairo_stroke(cairo);
}

static void put_day(struct window *window, int day, struct box cell) {
    const struct today_week *week = &window->day->week;
    char letter[WEEK_LETTER_MAX];
    bool today = day == week->today;
    window_words(window,
                 &(struct words){.text = today_week_letter(day, letter),
                                 .size = today ? TEXT_STRONG : TEXT_BODY,
                                 .token = today ? TOKEN_TEXT : TOKEN_TEXT2,
                                 .align = ALIGN_CENTRE},
                 cell);
}

// Seven letters above seven signs; for who listens one sentence with the days so far.
static double put_days(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct today_week *week = &window->day->week;
    double pitch = fmin(layout_body(layout, WEEK_PITCH_MOST), box.width / WEEK_DAYS);
    double side = fmin(layout_body(layout, WEEK_MARK), 0.8 * pitch);
    double letters = window_words_height(window, "M", TEXT_STRONG, pitch);
    struct text_builder said = {0};
    today_week_words(&said, week);
    said_words(window, said.text);
    text_builder_free(&said);
    said_apart(window, true);
    for (int i = 0; i < WEEK_DAYS; i++) {
        struct box cell = {box.x + box.width - (WEEK_DAYS - i) * pitch, box.y, pitch, letters};
        put_day(window, i, cell);
        first_mark(window, week->marks[i],
                   (struct box){box_middle_x(cell) - side / 2,
                                box.y + letters + layout_space(layout, 4), side, side});
    }
    said_apart(window, false);
    return box.y + letters + layout_space(layout, 4) + side;
}

double first_today_week(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct first_day *day = window->day;
    const char *title = _("This week");
    if (!day->has_week) {
        return box.y;
    }
    struct text_style style = window_style(window, TEXT_STRONG);
    double wants = WEEK_DAYS * layout_body(layout, WEEK_PITCH_MOST) + layout_space(layout, 16);
    bool beside = text_width(window->cairo, title, &style) + wants < box.width;
    double head = box.y;
    if (beside) {
        // In line with the signs below the letters.
        head += window_words_height(window, "M", TEXT_STRONG, box.width) + layout_space(layout, 4);
    }
    double end = window_text(window, title, TEXT_STRONG, TOKEN_TEXT,
                             (struct box){box.x, head, box.width, 0});
    if (!beside) {
        box.y = end + layout_space(layout, 4);
    }
    box.y = put_days(window, box) + layout_space(layout, 8);
    if (day->week.streak > 0) {
        struct text_builder text = {0};
        today_week_streak(&text, day->week.streak);
        box.y = window_text(window, text.text, TEXT_SMALL, TOKEN_TEXT2, box);
        text_builder_free(&text);
    }
    return box.y + layout_space(layout, 24);
}
