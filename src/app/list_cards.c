// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/element.h"
#include "app/gates.h"
#include "app/list.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/gate_words.h"
#include "run/plan_lines.h"
#include "run/routine_words.h"
#include "run/words.h"

// The found routines as cards, under what may be done with them now; broken files last.

enum { GROUP_CARDS = 2, GROUP_CLOSED, TWO_COLUMNS_FROM = 736 };

static enum list_group group_at(const struct window *window, int index) {
    return list_group(window, window->list->hits[index]);
}

static int section_end(const struct window *window, int from) {
    int end = from + 1;
    while (end < window->list->hit_count && group_at(window, from) == group_at(window, end)) {
        end++;
    }
    return end;
}

static void count_words(enum list_group group, int count, char to[64]) {
    unsigned long many = (unsigned long)count;
    if (group == LIST_BROKEN) {
        text_format(to, 64, text_translate_count("%d file", "%d files", many), count);
    } else {
        text_format(to, 64, text_translate_count("%d routine", "%d routines", many), count);
    }
}

// The name of what follows, and how many there are.
static double paint_head(struct window *window, enum list_group group, int count, struct box box) {
    char number[64];
    count_words(group, count, number);
    struct text_style small = window_style(window, TEXT_SMALL);
    bool narrow = layout_kind(&window->layout) == LAYOUT_SMALLEST;
    if (narrow) {
        number[0] = '\0'; // the name needs the whole line
    }
    double beside = narrow ? 0 : text_width(window->cairo, number, &small) + 1;
    const char *name = list_group_word(group);
    double gap = narrow ? 0 : layout_space(&window->layout, 16);
    double used = window_words(
        window, &(struct words){.text = name, .size = TEXT_STRONG, .token = TOKEN_TEXT},
        (struct box){box.x, box.y, box.width - beside - gap, 0});
    double drop = window_style(window, TEXT_STRONG).size - small.size;
    window_words(window,
                 &(struct words){
                     .text = number, .size = TEXT_SMALL, .token = TOKEN_TEXT2, .align = ALIGN_END},
                 (struct box){box.x + box.width - beside, box.y + drop, beside, 0});
    // The ring of the first card stays clear of it.
    return used + layout_body(&window->layout, 10);
}

// A message without the folder before the file's name: "own.cfg:3: error: ...".
static const char *short_fault(const struct catalog_entry *entry) {
    const char *slash = strrchr(entry->path, '/');
    size_t folder = slash ? (size_t)(slash - entry->path) + 1 : 0;
    bool begins = strncmp(entry->error, entry->path, folder) == 0;
    return begins ? entry->error + folder : entry->error;
}

enum { LINE_BYTES = ROUTINE_SUMMARY_MAX * 4 + 1, REASON_BYTES = 512 };
struct card_words {
    char line[LINE_BYTES], length[DAY_WORDS_LENGTH_MAX];
    char meta[DAY_WORDS_LENGTH_MAX + 64], reason[REASON_BYTES];
};

// One sentence; the smallest layout has room for a word, and the page says the rest.
static void reason_of(const struct window *window, int entry, char to[REASON_BYTES]) {
    const struct allowed *allowed = gates_of(window, entry);
    const struct routine *routine = repertoire_routine(window, entry);
    struct text_builder text = {0};
    if (layout_kind(&window->layout) == LAYOUT_SMALLEST) {
        text_add(&text, allowed_is_shut(allowed) ? gate_words_gate(allowed->gating.gate)
                                                 : _("enough for now"));
    } else if (allowed_is_shut(allowed)) {
        gate_words_reason(&text, routine, allowed);
    } else {
        gate_words_limit(&text, allowed, window->gates->person.now);
    }
    text_copy(to, REASON_BYTES, text.text);
    text_builder_free(&text);
}

// What a plan says about it: how much, where a therapist says so, else that it is asked for.
static const char *asked_words(const struct allowed *allowed) {
    return plan_lines_has_dose(allowed->place.plan, allowed->place.item) ? _("as your plan says")
                                                                         : _("in your plan");
}

// How long it takes, and that it starts small or goes by a plan.
static const char *meta_of(const struct window *window, int entry, struct card_words *words) {
    const char *length = day_words_length(gates_length_ms(window, entry), words->length);
    const struct allowed *allowed = gates_of(window, entry);
    bool asked = allowed_now(allowed) && allowed->place.plan;
    if (!asked && allowed->gating.gate != GATE_SMALL) {
        return length;
    }
    text_format(words->meta, sizeof words->meta, "%s \u00b7 %s", length,
                asked ? asked_words(allowed) : gate_words_now(allowed));
    return words->meta;
}

// The card borrows from `words`.
static struct card card_of(const struct window *window, int index, struct card_words *words) {
    int number = window->list->hits[index];
    const struct routine *routine = repertoire_routine(window, number);
    if (!routine) {
        const struct catalog_entry *entry = repertoire_entry(window, number);
        return (struct card){.title = entry->id, .line = short_fault(entry), .broken = true};
    }
    routine_words_summary(routine, words->line, sizeof words->line);
    const struct allowed *allowed = gates_of(window, number);
    struct card card = {.title = routine->title,
                        .line = words->line,
                        .meta = meta_of(window, number, words),
                        .picture = routine->category};
    card.marking = window->list->marking && allowed_now(allowed);
    card.mark = list_mark(window, number);
    if (!allowed_now(allowed)) {
        reason_of(window, number, words->reason);
        card.reason = words->reason;
        card.enough = !allowed_is_shut(allowed);
    }
    return card;
}

// One row of cards, as high as the highest of them.
static double paint_row(struct window *window, int from, int end, struct box box, int columns) {
    double gap = layout_space(&window->layout, 12);
    double width = (box.width - (columns - 1) * gap) / columns;
    struct card_words words;
    double height = 0;
    enum act_kind kind = window->list->marking ? ACT_MARK : ACT_OPEN;
    // Behind the line that folds them they are a stop of their own: else Tab would never pass it.
    int group = group_at(window, from) >= LIST_CLOSED ? GROUP_CLOSED : GROUP_CARDS;
    for (int i = from; i < end; i++) {
        struct card card = card_of(window, i, &words);
        double own = element_card_wants(window, &card, width);
        height = own > height ? own : height;
    }
    for (int i = from; i < end; i++) {
        struct card card = card_of(window, i, &words);
        struct box place = {box.x + (i - from) * (width + gap), box.y, width, height};
        element_card(window, &card, place, (struct act){kind, window->list->hits[i]}, group);
    }
    return height + gap;
}

// Behind this line lies what is closed.
static double paint_fold(struct window *window, int count, struct box box) {
    char number[64];
    count_words(LIST_CLOSED, count, number);
    const struct row row = {.title = list_group_word(LIST_CLOSED),
                            .line = number,
                            .value = window->list->closed ? _("hide") : _("show")};
    double out = window_is_compact(window) ? 0 : layout_body(&window->layout, 8);
    struct box place = {box.x - out, box.y, box.width + 2 * out, 0};
    place.height = element_row_wants(window, &row, place.width);
    element_row(window, &row, place, (struct act){ACT_FOLD, 0}, 0);
    return place.height + layout_body(&window->layout, 10);
}

double list_cards(struct window *window, struct box box) {
    int columns = box.width >= layout_body(&window->layout, TWO_COLUMNS_FROM) ? 2 : 1;
    int count = window->list->hit_count;
    bool searches = window->field.text[0] != '\0';
    for (int from = 0; from < count;) {
        int end = section_end(window, from);
        enum list_group group = group_at(window, from);
        element_head(window, box.y);
        box.y += group == LIST_CLOSED && !searches ? paint_fold(window, end - from, box)
                                                   : paint_head(window, group, end - from, box);
        from = list_is_folded(window, group) ? end : from;
        for (; from < end; from += columns) {
            int last = from + columns < end ? from + columns : end;
            box.y += paint_row(window, from, last, box, columns);
            element_no_head(window); // it stands above the first row
        }
        from = end;
        box.y += layout_space(&window->layout, 12);
    }
    return box.y;
}
