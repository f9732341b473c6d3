// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/flow.h"
#include "app/plan_side.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/plan_seen.h"
#include "run/plan_words.h"

// What is new in a plan since the version before: once as a card, then behind the versions.

static enum icon icon_of(enum plan_change_kind kind) {
    switch (kind) {
    case CHANGE_ITEM_ADDED:
    case CHANGE_PAUSE_ADDED:
        return ICON_PLUS;
    case CHANGE_ITEM_REMOVED:
    case CHANGE_PAUSE_REMOVED:
        return ICON_MINUS;
    default:
        return ICON_EXCHANGE;
    }
}

static void paint_sign(struct window *window, enum icon icon, struct box box) {
    double line = window->theme.line * window->layout.pixel;
    if (!element_is_seen(window, box)) {
        return;
    }
    theme_use(window->cairo, &window->theme, TOKEN_OUTLINE, 1);
    cairo_set_line_width(window->cairo, line);
    shape_circle(window->cairo, box_middle_x(box), box_middle_y(box), (box.width - line) / 2);
    cairo_stroke(window->cairo);
    theme_use(window->cairo, &window->theme, TOKEN_ACCENT, 1);
    icon_draw(window->cairo, icon, box_middle_x(box), box_middle_y(box), box.width * 0.6);
}

// The arrow of the terminal as a sign that can be read.
static void add_arrowed(struct text_builder *to, const char *line) {
    for (const char *arrow; (arrow = strstr(line, " -> ")); line = arrow + strlen(" -> ")) {
        text_add_bytes(to, line, (size_t)(arrow - line));
        text_add(to, " \u2192 ");
    }
    text_add(to, line);
}

// Another field of the item whose line stands there already: without its name.
static void add_behind(struct text_builder *line, const struct plan_versions *versions,
                       const struct plan_change *change) {
    struct text_builder words = {0}, name = {0};
    plan_words_change(&words, versions, change);
    plan_words_name(&name, versions->after, versions->catalog, change->after);
    text_add(&name, ": ");
    bool named = strncmp(words.text, name.text, name.length) == 0;
    text_add(line, "; ");
    add_arrowed(line, words.text + (named ? name.length : 0));
    text_builder_free(&words);
    text_builder_free(&name);
}

static double put_line(struct window *window, enum icon icon, const char *line, struct box box,
                       bool paint) {
    const struct layout *layout = &window->layout;
    double side = layout_body(layout, 30);
    double used = side + layout_space(layout, 14);
    struct box text = {box.x + used, box.y + layout_body(layout, 2), box.width - used, 0};
    if (paint) {
        paint_sign(window, icon, (struct box){box.x, box.y, side, side});
    }
    double end = window_lay(window, line, TEXT_BODY, TOKEN_TEXT, text, paint);
    return fmax(end, box.y + side) + layout_space(layout, 12);
}

static bool is_of_same_item(const struct plan_change *one, const struct plan_change *other) {
    return one->kind == CHANGE_ITEM && other->kind == CHANGE_ITEM && one->after == other->after;
}

static double lay_changes(struct window *window, const struct plan_file *before,
                          const struct plan_file *after, struct box box, bool paint) {
    const struct plan_versions versions = {before, after, &window->house->catalog};
    struct plan_change *changes = memory_new(PLAN_CHANGES_MAX, sizeof *changes);
    int count = plan_diff(&before->plan, &after->plan, changes);
    for (int i = 0; i < count;) {
        struct text_builder words = {0}, line = {0};
        int first = i++;
        plan_words_change(&words, &versions, &changes[first]);
        add_arrowed(&line, words.text);
        for (; i < count && is_of_same_item(&changes[first], &changes[i]); i++) {
            add_behind(&line, &versions, &changes[i]);
        }
        box.y = put_line(window, icon_of(changes[first].kind), line.text, box, paint);
        text_builder_free(&words);
        text_builder_free(&line);
    }
    if (count == 0) {
        box.y = window_lay(window, _("Nothing that is asked for is another."), TEXT_BODY,
                           TOKEN_TEXT2, box, paint);
    }
    memory_free(changes);
    return box.y;
}

double plan_changes(struct window *window, const struct plan_file *before,
                    const struct plan_file *after, struct box box) {
    return lay_changes(window, before, after, box, true);
}

void plan_side_seen(struct window *window) {
    struct plans *plans = window->plans;
    struct error err = {0};
    if (window->house->store && !window->options->request->no_record &&
        !plan_seen_set(window->house, &plans->shelf, plans->open, true, &err)) {
        log_warning("%s", err.text);
    }
    plans->seen = true;
    window_stale(window);
}

static double lay_card(struct window *window, int before, struct box box, bool paint) {
    const struct layout *layout = &window->layout;
    const struct plans *plans = window->plans;
    const struct plan_book *book = &plans->shelf.book;
    char day[DAY_WORDS_DATE_MAX], earlier[DAY_WORDS_DATE_MAX], line[256];
    text_format(line, sizeof line, _("version of %s against %s"),
                day_words_day(book->versions[plans->open].added, day),
                day_words_day(book->versions[before].added, earlier));
    box.y = window_lay(window, _("New since your last plan"), TEXT_STRONG, TOKEN_TEXT, box, paint);
    box.y =
        window_lay(window, line, TEXT_SMALL, TOKEN_TEXT2, box, paint) + layout_space(layout, 14);
    box.y = lay_changes(window, plan_shelf_file(&plans->shelf, book->versions[before].plan),
                        plans_file(window), box, paint) +
            layout_space(layout, 6);
    // One that lies out of sight when the page comes up would drag it down to itself.
    const struct flow_button seen[] = {
        {{.kind = plans->fresh == NEW_WHOLE ? BUTTON_PRIMARY : BUTTON_SECONDARY,
          .label = _("Seen, thank you")},
         {ACT_SEEN, 0}}};
    return flow_buttons(window, seen, 1, box, paint);
}

static bool has_new(const struct window *window) {
    const struct plans *plans = window->plans;
    return plans->page == PLAN_KEPT && !plans->seen &&
           plan_seen_has_news(window->house, &plans->shelf, plans->open);
}

static double card_height(struct window *window, struct box inner, double padding) {
    int before = plan_seen_before(&window->plans->shelf, window->plans->open);
    return lay_card(window, before, inner, false) - inner.y + 2 * padding;
}

enum plan_new plan_new_of(struct window *window, struct box box) {
    double padding = layout_space(&window->layout, 24);
    struct box inner = {box.x + padding, box.y + padding, box.width - 2 * padding, 0};
    const struct box view = window->elements->view;
    if (!has_new(window)) {
        return NEW_NONE;
    }
    // As if nothing was scrolled: the page begins there.
    double end = box.y + window->scroll.offset + card_height(window, inner, padding);
    return end <= view.y + view.height ? NEW_WHOLE : NEW_LONG;
}

double plan_new(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct plans *plans = window->plans;
    if (plans->fresh == NEW_NONE) {
        return box.y;
    }
    double padding = layout_space(layout, 24);
    struct box inner = {box.x + padding, box.y + padding, box.width - 2 * padding, 0};
    struct box card = {box.x, box.y, box.width, card_height(window, inner, padding)};
    if (element_is_seen(window, card)) {
        card_paint(window->cairo, &window->theme, card, layout_body(layout, 20));
    }
    lay_card(window, plan_seen_before(&plans->shelf, plans->open), inner, true);
    return box.y + card.height + layout_space(layout, 20);
}
