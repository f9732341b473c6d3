// SPDX-License-Identifier: MIT
#include "app/diary_parts.h"
#include "app/focus.h"
#include "app/keys.h"
#include "app/profile.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/diary_entry_words.h"
#include "run/diary_labels.h"

// What was entered, by days: all of the last ninety, or one kind of it, to which more can be added.

enum { WIDTH = 720, GROUP_ADD = 1, GROUP_ROWS = 2 };

void diary_list_show(struct window *window, enum diary_list_kind kind) {
    struct diary *diary = diary_of(window);
    bool again = window->screen == SCREEN_ENTRY && diary->kind == kind;
    diary->kind = kind;
    window_show(window, SCREEN_ENTRIES);
    diary_again(window);
    if (again) {
        window->scroll.offset = diary->list_offset;
        focus_on(window, diary->list_focus);
    }
}

static const char *name_of(enum diary_list_kind kind) {
    static const char *const names[DIARY_LISTS] = {
        [DIARY_LIST_ALL] = N_("What was entered"),
        [DIARY_LIST_EVENTS] = N_("Treatments and events"),
        [DIARY_LIST_QUESTIONS] = N_("Questions for the next appointment"),
    };
    return _(names[kind]);
}

static double put_event_kinds(struct window *window, struct box box) {
    const char *labels[EVENT_COUNT];
    int values[EVENT_COUNT];
    for (int i = 0; i < EVENT_COUNT; i++) {
        labels[i] = diary_label_event((enum event_kind)i);
        values[i] = i;
    }
    box.y = window_text(window, _("What is to be added?"), TEXT_BODY, TOKEN_TEXT2, box);
    box.y += layout_space(&window->layout, 8);
    return profile_chips(
        window, &(struct chips){labels, values, EVENT_COUNT, ACT_ADD, -1, 0, GROUP_ADD}, box);
}

static double put_add(struct window *window, struct box box) {
    if (window->diary->kind == DIARY_LIST_EVENTS) {
        box.y = put_event_kinds(window, box);
    } else if (window->diary->kind == DIARY_LIST_QUESTIONS) {
        const struct button button = {
            .kind = BUTTON_SECONDARY, .icon = ICON_PLUS, .label = _("Add a question")};
        double width = fmin(box.width, button_width(window->cairo, &button, window->scale));
        double height = layout_body(&window->layout, 56);
        element_button(window, &button, (struct box){box.x, box.y, width, height},
                       (struct act){ACT_NOTE, WRITE_QUESTION});
        box.y += height;
    } else {
        box.y = window_text(
            window, _("Each can be corrected or deleted. What it was stays in the records."),
            TEXT_BODY, TOKEN_TEXT2, box);
    }
    return box.y + layout_space(&window->layout, 20);
}

static double put_entry(struct window *window, int index, struct box box) {
    char time[DIARY_TIME_MAX];
    const struct diary_entry *entry = &window->diary->list.entries[index];
    struct text_builder title = {0}, line = {0};
    bool question = window->diary->kind == DIARY_LIST_QUESTIONS;
    diary_entry_title(&title, entry);
    diary_entry_line(&line, entry);
    const struct row row = {.title = question ? line.text : title.text,
                            .line = question || line.length == 0 ? NULL : line.text,
                            .value = diary_entry_time(entry, time)};
    box.y = element_row_in_line(window, &row, box, (struct act){ACT_ENTRY, index}, GROUP_ROWS);
    text_builder_free(&title);
    text_builder_free(&line);
    return box.y;
}

static double put_entries(struct window *window, struct box box) {
    const struct diary_entry_list *list = &window->diary->list;
    if (list->count == 0) {
        return window_text(window, _("Nothing so far."), TEXT_BODY, TOKEN_TEXT2, box);
    }
    for (int i = 0; i < list->count; i++) {
        if (i == 0 || list->entries[i].day != list->entries[i - 1].day) {
            char day[DAY_WORDS_DATE_MAX];
            box.y += i > 0 ? layout_space(&window->layout, 16) : 0;
            element_head(window, box.y);
            box.y = window_text(window, day_words_day(list->entries[i].day, day), TEXT_STRONG,
                                TOKEN_TEXT, box);
        }
        box.y = put_entry(window, i, box);
        element_no_head(window); // it stands above its first row
    }
    return box.y;
}

static void entries_paint(struct window *window) {
    struct diary *diary = window->diary;
    struct box box = profile_column(window, name_of(diary->kind), WIDTH);
    box.y = put_add(window, box);
    profile_column_end(window, put_entries(window, box));
    diary->list_offset = window->scroll.offset;
    const struct element *element = focus_element(window);
    if (element && element->act.kind == ACT_ENTRY) {
        diary->list_focus = element->act;
    }
    const struct key_hint hints[] = {
        {_("Enter"), _("open")}, {_("Ctrl Z"), _("undo")}, {"F1", _("keys")}, {"Esc", _("back")}};
    window_hints(window, hints, 4);
}

// Stored with the day it is, and opened, so that its date can be put right at once.
void diary_add_event(struct window *window, enum event_kind kind) {
    struct diary_entry entry = {
        .kind = REMOVAL_EVENT,
        .day = house_today(window->house),
        .event = {.kind = kind, .day = house_today(window->house), .until_day = EVENT_OPEN},
    };
    if (diary_keep(window, &entry, NULL, _("Added, with today's date."))) {
        diary_open(window, &entry);
    }
    diary_entry_free(&entry);
}

static void entries_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_ENTRY:
        diary_open(window, &window->diary->list.entries[act.value]);
        break;
    case ACT_ADD:
        diary_add_event(window, (enum event_kind)act.value);
        break;
    case ACT_NOTE:
        diary_write(window, (enum writing)act.value);
        break;
    case ACT_BACK:
        diary_close(window);
        break;
    default:
        break;
    }
}

bool diary_escape(struct window *window, const SDL_KeyboardEvent *event) {
    bool escape = keys_is_back(window, event);
    if (escape) {
        diary_close(window);
    }
    return escape;
}

const struct screen entries_screen = {
    .paint = entries_paint, .key = diary_escape, .act = entries_act};
