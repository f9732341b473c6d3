// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/first_today.h"
#include "app/gates.h"
#include "app/practice_form.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/words.h"

// What is asked for today, one thing to a row: a sign and a word for its state.

enum { GROUP_TODAY = 1, MARK = 28 };

static enum week_mark mark_of(const struct today_row *row) {
    bool rests = row->state == TODAY_ENOUGH || row->state == TODAY_SHUT;
    return row->state == TODAY_DONE ? WEEK_DONE
           : rests                  ? WEEK_PAUSED
           : row->done > 0          ? WEEK_PART
                                    : WEEK_OPEN;
}

static void add_dot(struct text_builder *text) {
    text_add(text, text->length > 0 ? " \u00b7 " : "");
}

// "left side · 1 of 3 done · around 13:00 · 5 min".
static void add_state(struct text_builder *text, const struct window *window,
                      const struct today_row *row) {
    char length[DAY_WORDS_LENGTH_MAX], moment[DAY_WORDS_MOMENT_MAX];
    struct wall now = clock_wall_now(&window->house->clock);
    const char *side = words_on_side(row->item->side);
    text_add(text, side ? side : "");
    if (row->state == TODAY_DONE) {
        add_dot(text);
        text_add(text, _("done"));
        return;
    }
    if (row->done > 0) {
        add_dot(text);
        text_add_format(text, _("%d of %d done"), row->done, row->due);
    }
    switch (row->state) {
    case TODAY_ENOUGH:
        add_dot(text);
        text_add(text, _("enough for today"));
        return;
    case TODAY_SHUT:
        add_dot(text);
        text_add(text, _("rests for now"));
        return;
    case TODAY_LATER:
        add_dot(text);
        text_add(text, row->opens_s > 0 ? day_words_moment(now, row->opens_s, moment) : _("later"));
        break;
    default:
        if (row->done == 0) {
            add_dot(text);
            text_add(text, _("open now"));
            if (row->due > 1) {
                text_add_format(text, ", %d", row->due);
                text_add(text, "\u00d7");
            }
        }
        break;
    }
    if (row->item->note) {
        add_dot(text);
        text_add(text, row->item->note);
    }
    if (row->length_ms > 0) {
        add_dot(text);
        text_add(text, day_words_length(row->length_ms, length));
    }
}

static struct act act_of(const struct window *window, int index) {
    const struct today_row *row = &window->day->today.rows[index];
    int entry = row->routine ? gates_entry(window, row->routine) : -1;
    return row->item->task ? (struct act){ACT_TASK, index}
           : entry >= 0    ? (struct act){ACT_OPEN, entry}
                           : (struct act){ACT_TODAY, TODAY_ROW + index};
}

static double row_words(struct window *window, const char *title, const char *state, bool next,
                        struct box box, bool paint) {
    const struct words lines[] = {
        {.text = title, .size = next ? TEXT_STRONG : TEXT_BODY, .token = TOKEN_TEXT},
        {.text = state, .size = TEXT_SMALL, .token = TOKEN_TEXT2},
    };
    for (int i = 0; i < 2; i++) {
        box.y += paint ? window_words(window, &lines[i], box)
                       : window_words_height(window, lines[i].text, lines[i].size, box.width);
    }
    return box.y;
}

static double put_row(struct window *window, int index, struct box box) {
    const struct layout *layout = &window->layout;
    const struct today_row *row = &window->day->today.rows[index];
    double out = layout_body(layout, 8);
    double air = layout_space(layout, 8);
    double side = layout_body(layout, MARK);
    double used = side + layout_space(layout, 16);
    bool next = row == first_today_next(window);
    struct text_builder state = {0};
    const char *title = today_row_title(row);
    add_state(&state, window, row);
    struct box words = {box.x + used, box.y + air, box.width - used, 0};
    double end = row_words(window, title, state.text, next, words, false) + air;
    struct box place = {box.x - out, box.y, box.width + 2 * out,
                        fmax(end - box.y, layout_body(layout, 56))};
    words.y += (place.height - (end - box.y)) / 2;
    if (element_is_seen(window, place)) {
        warmth_paint(window->cairo, &window->theme, place, layout_body(layout, 14),
                     element_warmth(window, place));
        first_mark(window, mark_of(row),
                   (struct box){box.x, box_middle_y(place) - side / 2, side, side});
        row_words(window, title, state.text, next, words, true);
    }
    struct element element = {.role = ROLE_ROW,
                              .box = place,
                              .act = act_of(window, index),
                              .group = GROUP_TODAY,
                              .radius = layout_body(layout, 14)};
    text_copy(element.name, sizeof element.name, title);
    text_copy(element.value, sizeof element.value, state.text);
    element_add(window, &element);
    text_builder_free(&state);
    return place.y + place.height + layout_space(layout, 2);
}

// How long all of it takes, done or not.
static int64_t whole_ms(const struct today *today) {
    int64_t ms = 0;
    for (int i = 0; i < today->count; i++) {
        ms += today->rows[i].due * today->rows[i].length_ms;
    }
    return ms;
}

static double put_head(struct window *window, struct box box) {
    const struct today *today = &window->day->today;
    char length[DAY_WORDS_LENGTH_MAX], value[64] = "";
    int64_t ms = whole_ms(today);
    if (ms > 0) {
        // TRANSLATORS: %s is how long something takes: "21 min"
        text_format(value, sizeof value, _("%s in all"), day_words_length(ms, length));
    }
    const struct words end = {
        .text = value, .size = TEXT_SMALL, .token = TOKEN_TEXT2, .align = ALIGN_END};
    window_words(window, &end,
                 (struct box){box.x, box.y + layout_body(&window->layout, 3), box.width, 0});
    return box.y +
           window_words(
               window,
               &(struct words){.text = _("Today"), .size = TEXT_STRONG, .token = TOKEN_TEXT}, box) +
           layout_space(&window->layout, 8);
}

double first_today_list(struct window *window, struct box box) {
    element_head(window, box.y);
    box.y = put_head(window, box);
    for (int i = 0; i < window->day->today.count; i++) {
        box.y = put_row(window, i, box);
        element_no_head(window);
    }
    element_no_head(window);
    return practice_way(window, box) + layout_space(&window->layout, 8);
}
