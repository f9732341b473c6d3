// SPDX-License-Identifier: MIT
#include "app/diary_parts.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/profile.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/diary_entry_words.h"

// One entry: what it says, each part to be corrected, and the way to delete it.

enum { WIDTH = 720, GROUP_PARTS = 1 };

void diary_open(struct window *window, const struct diary_entry *entry) {
    struct diary *diary = window->diary;
    struct diary_entry copy = diary_entry_copy(entry);
    if (diary->is_open) {
        diary_entry_free(&diary->open);
    }
    diary->open = copy;
    diary->is_open = true;
    diary->open_from = window->screen;
    window_show(window, SCREEN_ENTRY);
}

static double put_part(struct window *window, const char *name, const char *value,
                       enum writing writing, struct box box) {
    const struct row row = {
        .title = value && *value ? value : "\u2013", .line = name, .value = _("change")};
    return element_row_in_line(window, &row, box, (struct act){ACT_NOTE, (int)writing},
                               GROUP_PARTS);
}

static double put_event(struct window *window, const struct event *event, struct box box) {
    char begin[DAY_WORDS_DATE_MAX], time[DIARY_TIME_MAX];
    struct text_builder when = {0};
    text_add(&when, day_words_day(event->day, begin));
    diary_entry_time(&window->diary->open, time);
    text_add_format(&when, "%s%s", *time ? ", " : "", time);
    box.y = put_part(window, _("Begin"), when.text, WRITE_BEGIN, box);
    text_builder_free(&when);
    char end[DAY_WORDS_DATE_MAX];
    const char *until =
        event->until_day == EVENT_OPEN ? _("not told") : day_words_day(event->until_day, end);
    box.y = put_part(window, _("End"), until, WRITE_END, box);
    return put_part(window, _("Note"), event->note, WRITE_NOTE, box);
}

static double put_moment(struct window *window, const struct moment *moment, struct box box) {
    if (moment->kind == MOMENT_SPASM) {
        struct text_builder line = {0};
        diary_entry_line(&line, &window->diary->open);
        box.y = window_text(window, line.length > 0 ? line.text : "", TEXT_BODY, TOKEN_TEXT, box);
        text_builder_free(&line);
    } else if (moment->kind == MOMENT_COUNT) {
        char number[TEXT_NUMBER_MAX];
        text_decimal(moment->per_minute, number);
        box.y = put_part(window, _("In a minute"), number, WRITE_PER_MINUTE, box);
    } else {
        box.y = put_part(window, moment->kind == MOMENT_TASK ? _("Task") : _("Question"),
                         moment->text, WRITE_TEXT, box);
    }
    return put_part(window, _("Note"), moment->note, WRITE_NOTE, box);
}

static double put_parts(struct window *window, struct box box) {
    const struct diary_entry *open = &window->diary->open;
    struct text_builder line = {0};
    if (open->kind == REMOVAL_EVENT) {
        return put_event(window, &open->event, box);
    }
    if (open->kind == REMOVAL_MOMENT) {
        return put_moment(window, &open->moment, box);
    }
    diary_entry_line(&line, open);
    box.y = window_text(window, line.length > 0 ? line.text : "", TEXT_BODY, TOKEN_TEXT, box);
    text_builder_free(&line);
    return box.y;
}

// What stands on the form of a day is corrected there.
static bool is_on_form(const struct diary_entry *entry) {
    return entry->kind == REMOVAL_RATING || entry->kind == REMOVAL_DAY ||
           entry->kind == REMOVAL_WEEK;
}

static void entry_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    const struct diary_entry *open = &window->diary->open;
    struct text_builder title = {0};
    char day[DAY_WORDS_DATE_MAX];
    diary_entry_title(&title, open);
    struct box box = profile_column(window, title.text, WIDTH);
    text_builder_free(&title);
    if (open->kind != REMOVAL_EVENT) {
        box.y = window_text(window, day_words_day(open->day, day), TEXT_BODY, TOKEN_TEXT2, box);
        box.y += layout_space(layout, 12);
    }
    box.y = put_parts(window, box) + layout_space(layout, 24);
    struct flow_button buttons[2];
    int count = 0;
    if (is_on_form(open)) {
        buttons[count++] = (struct flow_button){
            {.kind = BUTTON_PRIMARY, .label = _("Correct it on its day")}, {ACT_DONE, 0}};
    }
    buttons[count++] = (struct flow_button){
        {.kind = BUTTON_SECONDARY, .icon = ICON_CLOSE, .label = _("Delete")}, {ACT_REMOVE, 0}};
    profile_column_end(window, flow_buttons(window, buttons, count, box, true));
    const struct key_hint hints[] = {
        {_("Enter"), _("change")}, {_("Ctrl Z"), _("undo")}, {"Esc", _("back")}};
    window_hints(window, hints, 3);
}

static void entry_act(struct window *window, struct act act) {
    struct diary *diary = window->diary;
    switch (act.kind) {
    case ACT_NOTE:
        diary_write(window, (enum writing)act.value);
        break;
    case ACT_DONE:
        diary_show(window, diary->open.day);
        break;
    case ACT_REMOVE:
        if (diary_remove(window, &diary->open, _("Deleted."))) {
            diary_close(window);
        }
        break;
    case ACT_BACK:
        diary_close(window);
        break;
    default:
        break;
    }
}

const struct screen entry_screen = {.paint = entry_paint, .key = diary_escape, .act = entry_act};
