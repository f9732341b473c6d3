// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/gates.h"
#include "app/hero.h"
#include "app/page.h"
#include "base/text.h"
#include "run/words.h"

// What stands first on a page: the scene with what the routine is or, where its file has a fault,
// what is wrong with it.

bool page_is_smallest(const struct window *window) {
    return layout_kind(&window->layout) == LAYOUT_SMALLEST;
}

static double lay_words(struct window *window, const struct words *lines, int count, struct box box,
                        bool paint) {
    for (int i = 0; i < count; i++) {
        box.y += paint ? window_words(window, &lines[i], box)
                       : window_words_height(window, lines[i].text, lines[i].size, box.width);
        box.y += i + 1 < count ? layout_space(&window->layout, 4) : 0;
    }
    return box.y;
}

// What it is; in the smallest layout the name alone, and the rest in the column below.
static int hero_lines(const struct window *window, struct words lines[3]) {
    const struct routine *routine = page_routine(window);
    bool compact = window_is_compact(window);
    int count = 0;
    const struct words title = {
        .text = routine->title, .size = compact ? TEXT_TITLE : TEXT_DISPLAY, .token = TOKEN_STAGE};
    if (page_is_smallest(window)) {
        lines[count++] = title;
        return count;
    }
    lines[count++] = (struct words){
        .text = words_category(routine->category), .size = TEXT_BODY, .token = TOKEN_STAGE2};
    lines[count++] = title;
    lines[count++] =
        (struct words){.text = routine->summary, .size = TEXT_BODY, .token = TOKEN_STAGE2};
    return count;
}

double page_head(struct window *window, struct box box) {
    struct words lines[3];
    int count = hero_lines(window, lines);
    bool compact = window_is_compact(window);
    struct hero hero = {
        .box = box, .category = page_routine(window)->category, .bare = page_is_smallest(window)};
    double padding = hero_padding(window);
    struct box inner = {box.x + padding, box.y + padding, hero_words_width(window, &hero), 0};
    double used = lay_words(window, lines, count, inner, false) - box.y + padding;
    hero.box.height = fmax(layout_scene(&window->layout, compact ? 120 : 232), used);
    hero_paint(window, &hero);
    inner.y += (hero.box.height - used) / 2;
    lay_words(window, lines, count, inner, true);
    return hero.box.height;
}

double page_fault(struct window *window, struct box box) {
    const struct catalog_entry *entry =
        page_is_looked_at(window) ? NULL : repertoire_entry(window, window->page->entry);
    if (!entry || !entry->error) {
        return window_text(window, _("Its plan has changed: this routine is not in it any more."),
                           TEXT_BODY, TOKEN_TEXT, box);
    }
    char more[96] = "";
    const int others = entry->faults - 1;
    if (others > 0) {
        text_format(more, sizeof more,
                    text_translate_count("And %d more fault.", "And %d more faults.",
                                         (unsigned long)others),
                    others);
    }
    const struct words lines[] = {
        {.text = entry->id, .size = TEXT_DISPLAY, .token = TOKEN_TEXT},
        {.text = _("This file has a fault and cannot be played yet."),
         .size = TEXT_BODY,
         .token = TOKEN_TEXT2},
        {.text = entry->error, .size = TEXT_BODY, .token = TOKEN_TEXT},
        {.text = more, .size = TEXT_BODY, .token = TOKEN_TEXT2},
        {.text = _("In a terminal, “repose check FILE” names all of them."),
         .size = TEXT_SMALL,
         .token = TOKEN_TEXT2},
    };
    return lay_words(window, lines, 5, box, true);
}
