// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/flow.h"
#include "app/practice_form.h"
#include "base/text.h"
#include "run/day_words.h"

// One day at a time, where the window is small or the text large.

enum { LAST = PRACTICE_DAYS - 1, ROW = 56, MARK = 44, CORNER = 14 };

static double put_ways(struct window *window, struct box box) {
    const struct practice_form *form = window->practice;
    struct flow_button buttons[3];
    int count = 0;
    if (form->day > 0) {
        buttons[count++] = (struct flow_button){
            {.kind = BUTTON_QUIET, .icon = ICON_BACK, .label = _("The day before"), .plain = true},
            {ACT_DAY, -1}};
    }
    if (form->day < LAST) {
        buttons[count++] = (struct flow_button){
            {.kind = BUTTON_QUIET, .label = _("The day after"), .plain = true}, {ACT_DAY, 1}};
    }
    return flow_buttons(window, buttons, count, box, true);
}

static double row_words(struct window *window, const char *title, const char *state, struct box box,
                        bool paint) {
    said_apart(window, true);
    box.y = window_lay(window, title, TEXT_BODY, TOKEN_TEXT, box, paint);
    box.y = window_lay(window, state, TEXT_SMALL, TOKEN_TEXT2, box, paint);
    said_apart(window, false);
    return box.y;
}

static double put_row(struct window *window, int row, struct box box) {
    const struct layout *layout = &window->layout;
    const struct practice *practice = &window->practice->practice;
    int day = window->practice->day;
    const char *title = practice->rows[row].title;
    struct text_builder state = {0};
    double out = layout_body(layout, 8);
    double air = layout_space(layout, 8);
    double side = layout_body(layout, MARK);
    double used = side + layout_space(layout, 12);
    practice_words(practice, row, day, &state);
    struct box words = {box.x + used, box.y + air, box.width - used, 0};
    double end = row_words(window, title, state.text, words, false) + air;
    struct box place = {box.x - out, box.y, box.width + 2 * out,
                        fmax(end - box.y, layout_body(layout, ROW))};
    words.y += (place.height - (end - box.y)) / 2;
    if (element_is_seen(window, place)) {
        warmth_paint(window->cairo, &window->theme, place, layout_body(layout, CORNER),
                     element_warmth(window, place));
        practice_mark(window, row, day,
                      (struct box){box.x, box_middle_y(place) - side / 2, side, side});
        row_words(window, title, state.text, words, true);
    }
    struct element element = {.role = ROLE_CHIP,
                              .box = place,
                              .act = {ACT_CELL, row * PRACTICE_PITCH + day},
                              .group = PRACTICE_GROUP_CELLS,
                              .chosen = practice->rows[row].cells[day].done > 0,
                              .radius = layout_body(layout, CORNER)};
    text_copy(element.name, sizeof element.name, title);
    text_copy(element.value, sizeof element.value, state.text);
    element_add(window, &element);
    text_builder_free(&state);
    return place.y + place.height + layout_space(layout, 2);
}

void practice_day_name(const struct practice *practice, int day, char to[PRACTICE_NAME_MAX]) {
    char date[DAY_WORDS_DATE_MAX];
    int64_t number = practice->first + day;
    text_format(to, PRACTICE_NAME_MAX, "%s, %s", day_words_weekday(number),
                day_words_day_month(number, date));
}

double practice_day(struct window *window, struct box box) {
    const struct practice *practice = &window->practice->practice;
    const struct layout *layout = &window->layout;
    int day = window->practice->day;
    element_head(window, box.y);
    if (practice->rests[day]) {
        box.y = window_text(window, _("The plan rested on this day."), TEXT_BODY, TOKEN_TEXT2, box);
    }
    box.y = put_ways(window, box) + layout_space(layout, 4);
    for (int row = 0; row < practice->count; row++) {
        box.y = put_row(window, row, box);
        element_no_head(window);
    }
    element_no_head(window);
    const struct flow_button all = {
        {.kind = BUTTON_SECONDARY, .icon = ICON_TICK, .label = _("All that was asked for")},
        {ACT_CELL_DAY, day}};
    return flow_buttons(window, &all, 1,
                        (struct box){box.x, box.y + layout_space(layout, 12), box.width, 0}, true);
}
