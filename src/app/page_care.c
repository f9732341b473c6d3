// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/gates.h"
#include "app/page.h"
#include "base/text.h"
#include "draw/shapes.h"
#include "run/own_cautions.h"
#include "run/routine_words.h"

static const struct routine *routine_of(const struct window *window) {
    return page_routine(window);
}

static double paint_caution(struct window *window, const char *text, struct box box) {
    const struct layout *layout = &window->layout;
    double side = layout_body(layout, 24);
    struct box sign = {box.x, box.y, side, side};
    if (element_is_seen(window, sign)) {
        theme_use(window->cairo, &window->theme, TOKEN_ACCENT, 1);
        icon_draw(window->cairo, ICON_CARE, box.x + side / 2,
                  box.y + window_style(window, TEXT_BODY).size * 0.72, side);
    }
    double used = side + layout_space(layout, 12);
    box.x += used;
    box.width -= used;
    return window_text(window, text, TEXT_BODY, TOKEN_TEXT, box) + layout_space(layout, 14);
}

static bool is_among(const char *key, const char *const keys[], int count) {
    for (int i = 0; i < count; i++) {
        if (strcmp(keys[i], key) == 0) {
            return true;
        }
    }
    return false;
}

static double paint_head(struct window *window, const char *text, struct box box) {
    return window_text(window, text, TEXT_STRONG, TOKEN_TEXT, box) +
           layout_space(&window->layout, 12);
}

// Those that her own answers switch on.
static double paint_own(struct window *window, const char *const keys[], int count,
                        struct box box) {
    const struct shared *shared = &window->house->catalog.shared;
    struct text_builder others = {0};
    own_cautions_others(&others, &window->gates->person, routine_of(window));
    bool any = count > 0 || others.length > 0;
    if (any) {
        box.y = paint_head(window, _("You most of all, by what you told"), box);
    }
    if (others.length > 0) {
        box.y = paint_caution(window, others.text, box);
    }
    for (int i = 0; i < count; i++) {
        const struct caution *caution = shared_caution(shared, keys[i]);
        box.y = paint_caution(window, caution ? caution->text : keys[i], box);
    }
    text_builder_free(&others);
    return box.y + (any ? layout_space(&window->layout, 10) : 0);
}

double page_care(struct window *window, struct box box) {
    const struct routine *routine = routine_of(window);
    const char *own[OWN_CAUTIONS_MAX];
    int own_count = own_cautions(&window->gates->person.profile, routine, own);
    bool headed = false;
    said_first(window, true);
    box.y = page_gate(window, box);
    box.y = paint_own(window, own, own_count, box);
    for (int i = 0; i < routine->caution_count; i++) {
        if (is_among(routine->cautions[i], own, own_count)) {
            continue;
        }
        box.y = headed ? box.y : paint_head(window, _("Take care"), box);
        headed = true;
        box.y = paint_caution(
            window, routine_words_caution(routine, i, &window->house->catalog.shared), box);
    }
    said_first(window, false);
    return box.y;
}

static double paint_rule(struct window *window, struct box box) {
    double thick = window->layout.pixel;
    theme_use(window->cairo, &window->theme, TOKEN_LINE, 1);
    cairo_rectangle(window->cairo, box.x, floor(box.y), box.width, thick);
    cairo_fill(window->cairo);
    return box.y + thick + layout_space(&window->layout, 12);
}

static double paint_sources(struct window *window, struct box box) {
    const struct routine *routine = routine_of(window);
    const struct layout *layout = &window->layout;
    char title[64];
    int count = routine->source_count;
    if (count == 0) {
        return box.y;
    }
    text_format(title, sizeof title,
                text_translate_count("%d source", "%d sources", (unsigned long)count), count);
    double out = layout_body(layout, 8);
    double height = layout_body(layout, 48);
    element_row(
        window,
        &(struct row){.title = title, .value = window->page->sources ? _("hide") : _("show")},
        (struct box){box.x - out, box.y, box.width + 2 * out, height},
        (struct act){ACT_FOLD, PAGE_FOLD_SOURCES}, 0);
    box.y += height;
    for (int i = 0; window->page->sources && i < count; i++) {
        struct text_builder text = {0};
        routine_words_source(&text, routine, i, &window->house->catalog.shared);
        box.y =
            window_text(window, text.text, TEXT_SMALL, TOKEN_TEXT2, box) + layout_space(layout, 8);
        text_builder_free(&text);
    }
    return box.y;
}

static bool is_therapists(const struct plan *plan) {
    return plan && plan->by == BY_THERAPIST;
}

// Whose it is, of one that travels in a plan.
static double paint_plan(struct window *window, struct box box) {
    const struct plan *plan = page_plan(window);
    struct text_builder text = {0};
    if (!plan) {
        return box.y;
    }
    if (is_therapists(plan)) {
        // TRANSLATORS: %s are who wrote the plan, and the title of the plan
        text_add_format(&text, _("Written for you by %s, in the plan “%s”."), plan->author,
                        plan->title);
    } else {
        // TRANSLATORS: %s is the title of a plan
        text_add_format(&text, _("It travels in the plan “%s”."), plan->title);
    }
    box.y = window_text(window, text.text, TEXT_BODY, TOKEN_TEXT, box) +
            layout_space(&window->layout, 8);
    text_builder_free(&text);
    return box.y;
}

double page_origin(struct window *window, struct box box) {
    struct text_builder review = {0};
    box.y = paint_rule(window, box);
    box.y = paint_plan(window, box);
    if (is_therapists(page_plan(window))) {
        return paint_sources(window, box);
    }
    routine_words_review(&review, routine_of(window));
    box.y = window_text(window, review.text, TEXT_SMALL, TOKEN_TEXT2, box);
    text_builder_free(&review);
    return paint_sources(window, box);
}
