// SPDX-License-Identifier: MIT
#include "app/entry_values.h"

#include <assert.h>

#include "app/diary_parts.h"
#include "app/element.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/diary_entry_words.h"
#include "run/diary_value_words.h"
#include "run/number_words.h"

enum { GROUP_ROWS = 1, GROUP_VALUES, CIRCLE = 44, PERCENT_STEP = 10, CHOICES_MAX = 64 };
static_assert((int)TICK_COUNT <= (int)CHOICES_MAX, "one bit each");
static_assert((int)CHOICES_MAX <= (int)ENTRY_PITCH, "choices do not run into the next value");

// How well it worked is asked in tens of a hundred.
static int step_of(enum diary_value value) {
    return value == VALUE_EFFECT ? PERCENT_STEP : 1;
}

static bool is_rated(enum diary_value value) {
    return value == VALUE_TWITCH || value == VALUE_STRENGTH || value == VALUE_IMPACT ||
           value == VALUE_BEFORE || value == VALUE_AFTER;
}

// The line that writes it; WRITE_NOTHING: it is chosen.
static enum writing writing_of(const struct diary_entry *entry, enum diary_value value) {
    switch (value) {
    case VALUE_PER_MINUTE:
        return WRITE_PER_MINUTE;
    case VALUE_PLAYED:
        return WRITE_PLAYED;
    case VALUE_TEXT:
        return WRITE_TEXT;
    case VALUE_NOTE:
        return WRITE_NOTE;
    case VALUE_AT:
        return WRITE_AT;
    case VALUE_ON:
        return entry->kind == REMOVAL_EVENT ? WRITE_BEGIN : WRITE_AT;
    case VALUE_UNTIL:
        return WRITE_END;
    default:
        return WRITE_NOTHING;
    }
}

static void date_text(struct text_builder *to, const struct diary_entry *entry,
                      enum diary_value value) {
    const struct diary_date date = diary_value_date(entry, value);
    char day[DAY_WORDS_DATE_MAX], time[DIARY_TIME_MAX] = "";
    if (value == VALUE_UNTIL && date.day == EVENT_OPEN) {
        text_add(to, _("not told"));
        return;
    }
    if (value != VALUE_UNTIL && date.timed) {
        diary_entry_clock(date.at, time);
    }
    text_add_format(to, "%s%s%s", day_words_day(date.day, day), *time ? ", " : "", time);
}

static void value_text(struct text_builder *to, const struct diary_entry *entry,
                       enum diary_value value) {
    struct diary_entry read = *entry; // its texts stay the entry's
    char length[DAY_WORDS_LENGTH_MAX], number[TEXT_NUMBER_MAX];
    switch (diary_value_row(value).type) {
    case TYPE_DATE:
        date_text(to, entry, value);
        break;
    case TYPE_TEXT:
        text_add(to, *diary_value_text(&read, value) ? *diary_value_text(&read, value) : "");
        break;
    default:
        text_add(to, value == VALUE_PLAYED
                         ? day_words_length(entry->session.played_ms, length)
                         : number_words(diary_value_number(entry, value), number));
        break;
    }
}

static double put_row(struct window *window, enum diary_value value, struct box box) {
    const struct diary_entry *open = &window->diary->open;
    struct text_builder text = {0};
    value_text(&text, open, value);
    const struct row row = {.title = text.length > 0 ? text.text : "\u2013",
                            .line = diary_value_name(open, value),
                            .value = _("change")};
    const struct act act = {ACT_NOTE, (int)writing_of(open, value)};
    box.y = element_row_in_line(window, &row, box, act, GROUP_ROWS);
    text_builder_free(&text);
    return box.y;
}

static double put_rating(struct window *window, enum diary_value value, struct box box) {
    const struct diary_entry *open = &window->diary->open;
    const struct rating_look look = {.name = diary_value_name(open, value),
                                     .act = ACT_CORRECT,
                                     .base = (int)value * ENTRY_PITCH,
                                     .chosen = (int)diary_value_number(open, value),
                                     .before = -1,
                                     .size = CIRCLE,
                                     .bare = true};
    return box.y + element_rating_as(window, &look, box, GROUP_VALUES + (int)value);
}

static uint64_t chosen_of(const struct diary_entry *entry, enum diary_value value) {
    if (diary_value_row(value).type == TYPE_WORDS) {
        return diary_value_bits(entry, value);
    }
    int number = (int)diary_value_number(entry, value);
    bool none = number < 0 || number % step_of(value) != 0;
    return none ? 0 : UINT64_C(1) << number / step_of(value);
}

// What the page offers: of a spasm what was around, ending well in training alone, and whatever is
// chosen already.
static bool is_offered(const struct diary_entry *entry, enum diary_value value, int index) {
    if (chosen_of(entry, value) >> index & 1) {
        return true;
    }
    if (value == VALUE_TICKS) {
        return index <= TICK_LAST_TRIGGER && index != TICK_TINTED_GLASSES;
    }
    if (value == VALUE_ENDED && index == ENDING_WELL) {
        return entry->session.category == CATEGORY_NMR || entry->session.category == CATEGORY_ROM;
    }
    return true;
}

static double put_choices(struct window *window, enum diary_value value, struct box box) {
    const struct diary_entry *open = &window->diary->open;
    const struct diary_value_row row = diary_value_row(value);
    const char *labels[CHOICES_MAX];
    char percents[CHOICES_MAX][16];
    int values[CHOICES_MAX], count = 0;
    int most = row.words ? row.word_count - 1 : (int)row.most / step_of(value);
    for (int place = 0; place <= most; place++) {
        // Left and right come before both, as everywhere.
        int i = value == VALUE_SIDE ? (place + SIDE_LEFT) % (most + 1) : place;
        text_format(percents[i], sizeof percents[i], "%d %%", i * PERCENT_STEP);
        const char *label = value == VALUE_EFFECT ? percents[i] : diary_value_choice(value, i);
        if (label && is_offered(open, value, i)) {
            labels[count] = label;
            values[count++] = i;
        }
    }
    const struct toggles toggles = {.labels = labels,
                                    .values = values,
                                    .count = count,
                                    .chosen = chosen_of(open, value),
                                    .act = ACT_CORRECT,
                                    .base = (int)value * ENTRY_PITCH,
                                    .group = GROUP_VALUES + (int)value,
                                    .one = row.type != TYPE_WORDS};
    return diary_toggles(window, &toggles, box);
}

static double put_chosen(struct window *window, enum diary_value value, struct box box) {
    const struct layout *layout = &window->layout;
    const struct diary_entry *open = &window->diary->open;
    struct text_builder head = {0};
    text_add(&head, diary_value_name(open, value));
    if (value == VALUE_EFFECT && open->event.rated && chosen_of(open, value) == 0) {
        text_add_format(&head, " %d %%", open->event.effect); // told by the command, between tens
    }
    box.y += layout_space(layout, 12);
    element_head(window, box.y);
    box.y = window_text(window, head.text, TEXT_STRONG, TOKEN_TEXT, box) + layout_space(layout, 8);
    box.y = is_rated(value) ? put_rating(window, value, box) : put_choices(window, value, box);
    element_no_head(window);
    text_builder_free(&head);
    return box.y + layout_space(layout, 8);
}

// A day has its form, where all of it is chosen. The grades of a number come by the command alone,
// in the window they are asked of a week.
static bool is_shown(const struct diary_entry *entry, enum diary_value value) {
    if (!diary_value_belongs(entry, value)) {
        return false;
    }
    if (value == VALUE_WHY && entry->session.ending == ENDING_COMPLETE) {
        return entry->session.why != WHY_NONE; // it was not left early
    }
    bool grade = value == VALUE_SEVERITY || value == VALUE_FREQUENCY;
    return entry->kind == REMOVAL_DAY
               ? value == VALUE_ON || value == VALUE_NOTE
               : !(grade && entry->kind == REMOVAL_RATING) || diary_value_number(entry, value) >= 0;
}

double entry_values(struct window *window, struct box box) {
    static const enum diary_value order[] = {
        VALUE_TWITCH,    VALUE_STRENGTH, VALUE_PER_MINUTE, VALUE_TEXT,   VALUE_SEVERITY,
        VALUE_FREQUENCY, VALUE_IMPACT,   VALUE_ON,         VALUE_UNTIL,  VALUE_EFFECT,
        VALUE_SIDE,      VALUE_PLACES,   VALUE_TICKS,      VALUE_BEFORE, VALUE_AFTER,
        VALUE_FEEL,      VALUE_ENDED,    VALUE_WHY,        VALUE_PLAYED, VALUE_AT,
        VALUE_NOTE,      VALUE_EVENT};
    const struct diary_entry *open = &window->diary->open;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (is_shown(open, order[i])) {
            bool written = writing_of(open, order[i]) != WRITE_NOTHING;
            box.y = written ? put_row(window, order[i], box) : put_chosen(window, order[i], box);
        }
    }
    return box.y;
}

// Chosen again it is told no more, where there is an entry without it.
static void choose(struct diary_entry *entry, enum diary_value value, int choice) {
    const struct diary_value_row row = diary_value_row(value);
    if (row.type == TYPE_WORDS) {
        uint64_t bit = UINT64_C(1) << choice;
        diary_value_set_bits(entry, value, diary_value_bits(entry, value) ^ bit);
        return;
    }
    int number = choice * step_of(value);
    bool again = (int)diary_value_number(entry, value) == number;
    diary_value_set_number(entry, value, again && !row.needed ? -1 : number);
}

void entry_correct(struct window *window, int value) {
    struct diary *diary = window->diary;
    struct diary_entry entry = diary_entry_copy(&diary->open);
    choose(&entry, (enum diary_value)(value / ENTRY_PITCH), value % ENTRY_PITCH);
    if (diary_keep(window, &entry, &diary->open, NULL)) {
        diary_entry_free(&diary->open);
        diary->open = entry;
    } else {
        diary_entry_free(&entry);
    }
    window_stale(window);
}
