// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/diary.h"
#include "app/first.h"
#include "app/focus.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/date_read.h"
#include "run/diary_value.h"
#include "run/number_words.h"

// Where that goes which was written.

char **diary_note_of(struct diary_entry *entry) {
    return diary_value_text(entry, VALUE_NOTE);
}

bool diary_looks_ahead(const struct window *window) {
    const struct diary_entry *open = &window->diary->open;
    return open->kind == REMOVAL_EVENT && open->event.kind == EVENT_APPOINTMENT;
}

static bool wrong(struct window *window, const char *why) {
    text_copy(window->diary->fault, sizeof window->diary->fault, why);
    return false;
}

static void set_text(char **to, const char *text) {
    memory_free(*to);
    *to = *text ? memory_text(text) : NULL;
}

static bool write_day_note(struct window *window, const char *text) {
    const struct diary_entry *before = &window->diary->form;
    struct diary_entry form = diary_entry_copy(before);
    set_text(&form.form.note, text);
    bool kept = diary_keep(window, &form, before, _("Kept."));
    diary_entry_free(&form);
    return kept;
}

static bool write_question(struct window *window, const char *text) {
    if (!*text) {
        return true;
    }
    struct diary_entry entry = {
        .kind = REMOVAL_MOMENT,
        .day = house_today(window->house),
        .moment = {.kind = MOMENT_QUESTION,
                   .at = clock_wall_now(&window->house->clock),
                   .per_minute = -1,
                   .text = memory_text(text)},
    };
    bool kept = diary_keep(window, &entry, NULL, _("Kept for the next appointment."));
    diary_entry_free(&entry);
    return kept;
}

static bool read_date(struct window *window, const char *text, struct diary_date *date) {
    struct wall now = clock_wall_now(&window->house->clock);
    char value[WALL_TEXT_MAX];
    struct error ignored = {0};
    enum date_fault fault = date_read(text, now, diary_looks_ahead(window), value);
    if (fault != DATE_RIGHT || !wall_read(value, &date->at, &ignored)) {
        return wrong(window, date_fault_words(fault));
    }
    date->day = wall_day(date->at);
    date->timed = strlen(value) > sizeof "2026-11-21" - 1;
    return true;
}

static bool read_when(struct window *window, const char *text, struct diary_entry *entry) {
    struct diary_date date = {0};
    if (!read_date(window, text, &date)) {
        return false;
    }
    enum diary_value value = diary_value_belongs(entry, VALUE_AT) ? VALUE_AT : VALUE_ON;
    diary_value_set_date(window->house, entry, value, &date);
    bool behind = entry->kind == REMOVAL_EVENT && entry->event.until_day != EVENT_OPEN &&
                  entry->event.until_day < entry->event.day;
    return !behind || wrong(window, _("That lies behind the day on which it ended."));
}

static bool read_end(struct window *window, const char *text, struct diary_entry *entry) {
    struct diary_date date = {.day = EVENT_OPEN};
    if (*text && !read_date(window, text, &date)) {
        return false;
    }
    entry->event.until_day = date.day;
    return date.day == EVENT_OPEN || date.day >= entry->event.day ||
           wrong(window, _("That lies before the day on which it began."));
}

// In minutes, as they are shown.
static bool read_played(struct window *window, const char *text, struct diary_entry *entry) {
    enum { MINUTE_S = 60 };
    double minutes;
    double most = diary_value_row(VALUE_PLAYED).most / MINUTE_S;
    if (!number_read(text, &minutes) || !(minutes >= 0.1 && minutes <= most)) {
        return wrong(window, _("Minutes are right here, 0.1 to 240."));
    }
    diary_value_set_number(entry, VALUE_PLAYED, minutes * MINUTE_S);
    return true;
}

static bool read_count(struct window *window, const char *text, struct moment *moment) {
    double number;
    if (!text_read_decimal(text, &number) || !(number >= 0 && number <= COUNT_MOST) ||
        (double)(int)number < number) {
        return wrong(window, _("A whole number from 0 to 600 is right here."));
    }
    moment->per_minute = (int)number;
    return true;
}

static bool change(struct window *window, const char *text, struct diary_entry *entry) {
    switch (window->diary->writing) {
    case WRITE_TEXT:
        set_text(&entry->moment.text, text);
        return *text || wrong(window, _("Something has to stand here. Delete takes it away."));
    case WRITE_BEGIN:
    case WRITE_AT:
        return read_when(window, text, entry);
    case WRITE_END:
        return read_end(window, text, entry);
    case WRITE_PLAYED:
        return read_played(window, text, entry);
    case WRITE_PER_MINUTE:
        return read_count(window, text, &entry->moment);
    default:
        set_text(diary_note_of(entry), text);
        return true;
    }
}

static bool write_entry(struct window *window, const char *text) {
    struct diary *diary = window->diary;
    struct diary_entry entry = diary_entry_copy(&diary->open);
    bool kept =
        change(window, text, &entry) && diary_keep(window, &entry, &diary->open, _("Kept."));
    if (kept) {
        diary_entry_free(&diary->open);
        diary->open = entry;
    } else {
        diary_entry_free(&entry);
    }
    return kept;
}

bool diary_written(struct window *window, const char *written) {
    char text[FIELD_MAX];
    text_copy(text, sizeof text, written + strspn(written, " "));
    for (size_t end = strlen(text); end > 0 && text[end - 1] == ' ';) {
        text[--end] = '\0';
    }
    if (strcmp(written, window->diary->written) == 0) {
        return true;
    }
    switch (window->diary->writing) {
    case WRITE_NOTHING:
        return true;
    case WRITE_DAY_NOTE:
        return write_day_note(window, text);
    case WRITE_QUESTION:
        return write_question(window, text);
    default:
        return write_entry(window, text);
    }
}

void diary_write_end(struct window *window) {
    struct diary *diary = window->diary;
    enum writing writing = diary->writing;
    diary_leave(window);
    if (diary->writing_from == SCREEN_DIARY) {
        diary_show(window, diary->day);
        focus_on(window, (struct act){ACT_NOTE, (int)writing});
    } else if (diary->writing_from == SCREEN_ENTRIES) {
        diary_list_show(window, diary->kind);
    } else if (diary->writing_from == SCREEN_FIRST) {
        first_show(window);
    } else {
        window_show(window, SCREEN_ENTRY);
        focus_on(window, (struct act){ACT_NOTE, (int)writing});
    }
}
