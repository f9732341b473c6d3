// SPDX-License-Identifier: MIT
#include "app/diary_parts.h"
#include "base/text.h"
#include "core/cycle.h"
#include "run/diary_entry_words.h"

// What the day held, where it stands in the cycle of injections, and the ways on.

static double put_cycle(struct window *window, struct box box) {
    const struct diary *diary = window->diary;
    int64_t days = diary->injected == INT64_MIN ? INT64_MAX : diary->day - diary->injected;
    char text[256];
    if (days >= CYCLE_DAYS) {
        return box.y;
    }
    text_format(text, sizeof text, _("Day %d since botulinum toxin."), (int)days);
    box.y = window_text(window, text, TEXT_BODY, TOKEN_TEXT, box);
    // An average picture, said as such (domain.md 8.2).
    const char *average =
        days < CYCLE_STEADY_FROM ? _("On average it builds up for about two weeks.")
        : days < CYCLE_STEADY_TO ? _("On average it holds until about week 10.")
                                 : _("On average it wears off from about week 10.");
    box.y = window_text(window, average, TEXT_SMALL, TOKEN_TEXT2, box);
    return box.y + layout_space(&window->layout, 16);
}

static double put_entries(struct window *window, struct box box) {
    const struct diary_entry_list *held = &window->diary->held;
    if (held->count == 0) {
        return window_text(window, _("Nothing else so far."), TEXT_BODY, TOKEN_TEXT2, box);
    }
    // As the day went: the first first.
    for (int i = held->count - 1; i >= 0; i--) {
        char time[DIARY_TIME_MAX];
        struct text_builder title = {0}, line = {0};
        diary_entry_title(&title, &held->entries[i]);
        diary_entry_line(&line, &held->entries[i]);
        const struct row row = {.title = title.text,
                                .line = line.length > 0 ? line.text : NULL,
                                .value = diary_entry_time(&held->entries[i], time)};
        box.y =
            element_row_in_line(window, &row, box, (struct act){ACT_ENTRY, i}, DIARY_GROUP_HELD);
        text_builder_free(&title);
        text_builder_free(&line);
    }
    return box.y;
}

static double put_ways(struct window *window, struct box box) {
    const struct {
        const char *title;
        struct act act;
    } ways[] = {
        {_("Fill in my week"), {ACT_PRACTICE, 0}},
        {_("A spasm now"), {ACT_SPASM, 0}},
        {_("Count a minute"), {ACT_MINUTE, 0}},
        {_("Treatments and events"), {ACT_ENTRIES, DIARY_LIST_EVENTS}},
        {_("Questions for the next appointment"), {ACT_ENTRIES, DIARY_LIST_QUESTIONS}},
        {_("What was entered"), {ACT_ENTRIES, DIARY_LIST_ALL}},
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const struct row row = {.title = ways[i].title};
        box.y = element_row_in_line(window, &row, box, ways[i].act, DIARY_GROUP_WAYS);
    }
    return box.y;
}

double diary_held(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    box.y = put_cycle(window, box);
    element_head(window, box.y);
    box.y = window_text(window, _("What the day held"), TEXT_STRONG, TOKEN_TEXT, box);
    box.y = put_entries(window, (struct box){box.x, box.y + layout_space(layout, 4), box.width, 0});
    element_no_head(window);
    box.y += layout_space(layout, 20);
    element_head(window, box.y);
    box.y = window_text(window, _("More to enter"), TEXT_STRONG, TOKEN_TEXT, box);
    box.y = put_ways(window, (struct box){box.x, box.y + layout_space(layout, 4), box.width, 0});
    element_no_head(window);
    return box.y;
}
