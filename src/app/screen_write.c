// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/diary_parts.h"
#include "app/field.h"
#include "app/focus.h"
#include "app/keys.h"
#include "app/profile.h"
#include "base/text.h"
#include "run/date_read.h"
#include "run/date_step.h"
#include "run/diary_value.h"
#include "run/number_words.h"

// One line to write: a note, a question, a date. Enter and leaving keep it, unless it is wrong:
// then the page says so, once.

enum { WIDTH = 880, DATE_WIDTH = 440, GROUP_STEPS = 3 };

static bool is_date(const struct window *window) {
    enum writing writing = window->diary->writing;
    return writing == WRITE_BEGIN || writing == WRITE_END || writing == WRITE_AT;
}

// A date of the open entry, as the field shows it; "" where it is not told.
static const char *date_text(const struct window *window, enum diary_value value,
                             char to[DATE_WORDS_MAX]) {
    const struct diary_date date = diary_value_date(&window->diary->open, value);
    char text[WALL_TEXT_MAX];
    int year, month, number;
    to[0] = '\0';
    if (value == VALUE_UNTIL && date.day == EVENT_OPEN) {
        return to;
    }
    if (date.timed) {
        wall_text(date.at, text);
    } else {
        date_of_day(date.day, &year, &month, &number);
        text_format(text, sizeof text, "%04d-%02d-%02d", year, month, number);
    }
    return date_words(text, clock_wall_now(&window->house->clock), to);
}

// What stands there now, as the field shows it.
static void fill(struct window *window) {
    enum { MINUTE_S = 60 };
    struct diary *diary = window->diary;
    struct diary_entry *open = &diary->open;
    char words[DATE_WORDS_MAX];
    const char *text = "";
    switch (diary->writing) {
    case WRITE_DAY_NOTE:
        text = diary->form.form.note;
        break;
    case WRITE_TEXT:
        text = open->moment.text;
        break;
    case WRITE_NOTE:
        text = *diary_note_of(open);
        break;
    case WRITE_BEGIN:
    case WRITE_AT:
        text = date_text(window, diary_value_belongs(open, VALUE_AT) ? VALUE_AT : VALUE_ON, words);
        break;
    case WRITE_END:
        text = date_text(window, VALUE_UNTIL, words);
        break;
    case WRITE_PER_MINUTE:
        text = text_decimal(diary_value_number(open, VALUE_PER_MINUTE), words);
        break;
    case WRITE_PLAYED:
        text = number_words(diary_value_number(open, VALUE_PLAYED) / MINUTE_S, words);
        break;
    default:
        break;
    }
    field_set(&window->field, text ? text : "");
}

void diary_write(struct window *window, enum writing writing) {
    struct diary *diary = window->diary;
    if (diary->writing == WRITE_NOTHING) {
        diary->kept = window->field;
    }
    diary->writing = writing;
    diary->writing_from = window->screen;
    diary->fault[0] = '\0';
    window_show(window, SCREEN_WRITE);
    fill(window);
    window->field.caret = strlen(window->field.text);
    text_copy(diary->written, sizeof diary->written, window->field.text);
}

static const char *question(const struct window *window) {
    static const char *const questions[] = {
        [WRITE_NOTHING] = "",
        [WRITE_DAY_NOTE] = N_("What else was there that day?"),
        [WRITE_QUESTION] = N_("What would you like to ask at the next appointment?"),
        [WRITE_TEXT] = N_("What does it say?"),
        [WRITE_NOTE] = N_("A note to it"),
        [WRITE_BEGIN] = N_("When was it, or when did it begin?"),
        [WRITE_END] = N_("When did it end? Nothing, while it goes on."),
        [WRITE_PER_MINUTE] = N_("How many were there in the minute?"),
        [WRITE_AT] = N_("When was it?"),
        [WRITE_PLAYED] = N_("How many minutes was it?"),
    };
    return _(questions[window->diary->writing]);
}

// What is wrong with it; else how a date is understood, while it is being written.
static void reading(const struct window *window, char *to, size_t size) {
    char value[WALL_TEXT_MAX], words[DATE_WORDS_MAX];
    struct wall now = clock_wall_now(&window->house->clock);
    text_copy(to, size, window->diary->fault);
    if (!*to && is_date(window) &&
        date_read(window->field.text, now, diary_looks_ahead(window), value) == DATE_RIGHT) {
        text_format(to, size, _("Understood as %s. Enter keeps it."),
                    date_words(value, now, words));
    }
}

static double put_field(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    box.height = layout_body(layout, 48);
    box.width = is_date(window) ? fmin(box.width, layout_body(layout, DATE_WIDTH)) : box.width;
    struct element element = {.role = ROLE_FIELD,
                              .box = box,
                              .act = {ACT_WRITE, 0},
                              .main = true,
                              .radius = layout_body(layout, 14)};
    text_copy(element.name, sizeof element.name, question(window));
    text_copy(element.value, sizeof element.value, window->field.text);
    bool focused = element_add(window, &element);
    const struct field_look look = {.text = window->field.text,
                                    .placeholder =
                                        is_date(window) ? _("A date") : _("Your own words"),
                                    .caret = focused ? (int)window->field.caret : -1,
                                    .warmth = element_warmth(window, box)};
    if (element_is_seen(window, box)) {
        field_paint(window->cairo, &window->theme, &look, box, window->scale);
    }
    return box.y + box.height + layout_space(layout, 16);
}

static double put_steps(struct window *window, struct box box) {
    const char *labels[DATE_STEPS];
    int values[DATE_STEPS];
    for (int i = 0; i < DATE_STEPS; i++) {
        labels[i] = date_step_label((enum date_step)i);
        values[i] = i;
    }
    return profile_chips(
        window, &(struct chips){labels, values, DATE_STEPS, ACT_STEP, -1, -1, GROUP_STEPS}, box);
}

static void write_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    char text[512];
    struct box box = profile_column(window, _("Diary"), WIDTH);
    reading(window, text, sizeof text);
    element_head(window, box.y);
    box.y = window_text(window, question(window), TEXT_TITLE, TOKEN_TEXT, box);
    box.y += layout_space(layout, 8);
    box.y = window_text(window, text, TEXT_BODY, TOKEN_TEXT2, box) + layout_space(layout, 8);
    box.y = put_field(window, box);
    element_no_head(window);
    box.y = is_date(window) ? put_steps(window, box) : box.y;
    profile_column_end(window, box.y);
    const struct key_hint hints[] = {{_("Enter"), _("keep")}, {"Esc", _("back")}};
    window_hints(window, hints, 2);
}

static void leave(struct window *window, bool forced) {
    bool told = forced && window->diary->fault[0];
    if (told || diary_written(window, window->field.text)) {
        diary_write_end(window);
    } else {
        focus_on(window, (struct act){ACT_WRITE, 0});
        window_stale(window);
    }
}

static void step(struct window *window, int chip) {
    struct wall now = clock_wall_now(&window->house->clock);
    char from[WALL_TEXT_MAX] = "", value[WALL_TEXT_MAX], words[DATE_WORDS_MAX];
    if (chip < 0 || chip >= DATE_STEPS) {
        return;
    }
    if (date_read(window->field.text, now, diary_looks_ahead(window), value) == DATE_RIGHT) {
        text_copy(from, sizeof from, value);
    }
    date_step(from, (enum date_step)chip, now, value);
    field_set(&window->field, date_words(value, now, words));
    window->diary->fault[0] = '\0';
    window_stale(window);
}

static void write_act(struct window *window, struct act act) {
    if (act.kind == ACT_STEP) {
        step(window, act.value);
    } else if (act.kind == ACT_WRITE) {
        window->diary->fault[0] = '\0'; // it is being put right
        window_stale(window);
    } else if (act.kind == ACT_BACK) {
        leave(window, true);
    }
}

static bool write_key(struct window *window, const SDL_KeyboardEvent *event) {
    bool writing = focus_is_on(window, (struct act){ACT_WRITE, 0});
    if (keys_is_back(window, event)) {
        leave(window, true);
        return true;
    }
    if (writing && keys_is_enter(event)) {
        leave(window, false);
        return true;
    }
    return false;
}

const struct screen write_screen = {.paint = write_paint, .key = write_key, .act = write_act};
