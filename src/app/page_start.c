// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/gates.h"
#include "app/page.h"
#include "base/text.h"

static void limit_words(const struct routine *routine, char *to, size_t size) {
    to[0] = '\0';
    if (routine->limit.per_day > 0) {
        text_format(to, size, _("At most %d a day."), routine->limit.per_day);
    }
}

// The one button of a page: the start or, where it may not be played now, the page of what to play
// instead.
struct way {
    struct button button;
    struct act act;
    char label[ROUTINE_TITLE_MAX * 4 + 64];
};

// False: there is neither.
static bool find_way(const struct window *window, struct way *way) {
    *way = (struct way){.button = {.kind = BUTTON_PRIMARY, .large = !window_is_compact(window)}};
    way->button.label = way->label;
    if (page_lets_play(window)) {
        text_copy(way->label, sizeof way->label, _("Start"));
        way->button.icon = ICON_PLAY;
        way->act = (struct act){ACT_START, 0};
        return true;
    }
    int instead = page_is_looked_at(window) ? -1 : gates_instead(window, window->page->entry);
    if (instead < 0) {
        return false;
    }
    // TRANSLATORS: on a button; %s is the name of a routine
    text_format(way->label, sizeof way->label, _("Instead: %s"),
                repertoire_routine(window, instead)->title);
    way->act = (struct act){ACT_OPEN, instead};
    return true;
}

enum act_kind page_way(const struct window *window) {
    struct way way;
    return find_way(window, &way) ? way.act.kind : ACT_NONE;
}

double page_start_height(const struct window *window) {
    return layout_body(&window->layout, window_is_compact(window) ? 56 : 72);
}

void page_start(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    struct way way;
    if (!find_way(window, &way)) {
        return;
    }
    double width = fmin(box.width, button_width(window->cairo, &way.button, window->scale));
    element_button(window, &way.button, (struct box){box.x, box.y, width, box.height}, way.act);
    char words[128] = "";
    if (way.act.kind == ACT_START) {
        limit_words(page_routine(window), words, sizeof words);
    }
    double gap = layout_space(layout, 20);
    struct box beside = {box.x + width + gap, box.y, box.width - width - gap, box.height};
    double height = window_words_height(window, words, TEXT_BODY, beside.width);
    if (words[0] && beside.width > layout_body(layout, 100) && height <= box.height) {
        beside.y += (box.height - height) / 2;
        window_words(window,
                     &(struct words){.text = words, .size = TEXT_BODY, .token = TOKEN_TEXT2},
                     beside);
    }
}
