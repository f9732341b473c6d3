// SPDX-License-Identifier: MIT
#include "app/diary_parts.h"
#include "app/entry_values.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/profile.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/diary_entry_words.h"

// One entry: what it says, each part to be corrected, and the way to delete it.

enum { WIDTH = 720 };

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

// A day in one line: all of it is corrected on its form. Of a session what the program has
// measured.
static double put_line(struct window *window, struct box box) {
    const struct diary_entry *open = &window->diary->open;
    struct text_builder line = {0};
    bool told = open->kind == REMOVAL_DAY ||
                (open->kind == REMOVAL_SESSION && !diary_value_belongs(open, VALUE_PLAYED));
    if (told) {
        diary_entry_line(&line, open);
        box.y = window_text(window, line.length > 0 ? line.text : "", TEXT_BODY, TOKEN_TEXT, box) +
                layout_space(&window->layout, 8);
    }
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
    box.y = put_line(window, box);
    box.y = entry_values(window, box) + layout_space(layout, 24);
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
    case ACT_CORRECT:
        entry_correct(window, act.value);
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
