// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/page.h"
#include "base/text.h"
#include "core/timeline_cues.h"
#include "draw/shapes.h"
#include "run/day_words.h"
#include "run/plan_lines.h"
#include "run/step_words.h"
#include "run/words.h"

enum { DISC = 32, INDENT = 24 };

static const struct routine *routine_of(const struct window *window) {
    return page_routine(window);
}

// What a plan says in place of what is written, and that it does.
static double paint_asked(struct window *window, struct box box) {
    const struct today_place asked = page_asked(window);
    struct text_builder dose = {0}, text = {0};
    if (!asked.plan || !plan_lines_has_dose(asked.plan, asked.item)) {
        return box.y;
    }
    plan_lines_asked(&dose, asked.plan, asked.item);
    // TRANSLATORS: %s is what a plan sets: "repetitions 4 · hold 5 s"
    text_add_format(&text, _("As your plan says: %s"), dose.text);
    box.y = window_text(window, text.text, TEXT_BODY, TOKEN_TEXT2, box) +
            layout_space(&window->layout, 8);
    text_builder_free(&dose);
    text_builder_free(&text);
    return box.y;
}

static double paint_head(struct window *window, struct box box) {
    char head[96], length[DAY_WORDS_LENGTH_MAX];
    int count = routine_of(window)->step_count;
    char steps[48];
    text_format(steps, sizeof steps,
                text_translate_count("%d step", "%d steps", (unsigned long)count), count);
    text_format(head, sizeof head, "%s, %s", steps,
                day_words_length(window->page->timeline->total_ms, length));
    return window_words(window,
                        &(struct words){.text = head, .size = TEXT_STRONG, .token = TOKEN_TEXT},
                        box) +
           layout_space(&window->layout, 12);
}

static void paint_number(struct window *window, int number, struct box box) {
    char text[TEXT_NUMBER_MAX];
    struct text_style style = window_style(window, TEXT_SMALL);
    double width = window->theme.line * window->layout.pixel;
    if (!element_is_seen(window, box)) {
        return;
    }
    theme_use(window->cairo, &window->theme, TOKEN_OUTLINE, 1);
    cairo_set_line_width(window->cairo, width);
    shape_circle(window->cairo, box_middle_x(box), box_middle_y(box), (box.width - width) / 2);
    cairo_stroke(window->cairo);
    style.align = ALIGN_CENTRE;
    style.rise = RISE_MIDDLE;
    style.tabular = true;
    theme_use(window->cairo, &window->theme, TOKEN_TEXT, 1);
    text_draw(window->cairo, text_decimal(number, text), &style, box);
}

// How long all passages take, at the end of the line; returns the width it uses.
static double paint_time(struct window *window, int64_t length_ms, struct box box) {
    enum { AS_SECONDS_MS = 90000 };
    char text[DAY_WORDS_LENGTH_MAX];
    if (length_ms <= 0) {
        return 0;
    }
    // Short times are counted, long ones read from a clock.
    if (length_ms < AS_SECONDS_MS) {
        text_format(text, sizeof text, _("%d s"), (int)((length_ms + 500) / 1000));
    } else {
        text_clock(length_ms, text);
    }
    struct text_style style = window_style(window, TEXT_BODY);
    style.tabular = true;
    double width = text_width(window->cairo, text, &style) + 1;
    if (element_is_seen(window, box)) {
        theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
        style.align = ALIGN_END;
        text_draw(window->cairo, text, &style,
                  (struct box){box.x + box.width - width, box.y, width, style.size * 1.6});
    }
    return width + layout_space(&window->layout, 16);
}

// By a dose, a side, an answer.
static bool is_left_out(const struct timeline *timeline, const struct step *step) {
    for (int i = 0; i < timeline->entry_count; i++) {
        if (timeline->entries[i].step == step) {
            return false;
        }
    }
    return step->verb != VERB_REPEAT;
}

// Name, dose and what is said, each on its own lines.
static double paint_words(struct window *window, const struct step *step, struct box box) {
    box.y = window_text(window, step->name, TEXT_BODY, TOKEN_TEXT, box);
    if (is_left_out(window->page->timeline, step)) {
        box.y += layout_space(&window->layout, 2);
        return window_text(window, _("left out this time"), TEXT_SMALL, TOKEN_TEXT2, box);
    }
    struct text_builder dose = {0};
    step_words_add(&dose, routine_of(window), step, &window->page->options,
                   &window->house->catalog.shared);
    if (dose.length > 0) {
        box.y += layout_space(&window->layout, 2);
        box.y = window_text(window, dose.text, TEXT_SMALL, TOKEN_TEXT2, box);
    }
    text_builder_free(&dose);
    const char *say = timeline_words(window->page->timeline, step, window->page->options.words);
    if (say) {
        box.y += layout_space(&window->layout, 4);
        box.y = window_text(window, say, TEXT_SMALL, TOKEN_TEXT2, box);
    }
    return box.y;
}

static double paint_step(struct window *window, const struct step *step, int depth,
                         struct box box) {
    const struct layout *layout = &window->layout;
    double indent = depth * layout_space(layout, INDENT);
    double disc = layout_body(layout, DISC);
    box.x += indent;
    box.width -= indent;
    paint_number(window, step->number,
                 (struct box){box.x, box.y + layout_body(layout, 1), disc, disc});
    double used = disc + layout_space(layout, 16);
    struct box words = {box.x + used, box.y + layout_body(layout, 3), box.width - used, 0};
    words.width -= paint_time(window, step_words_length(window->page->timeline, step), words);
    return fmax(box.y + disc, paint_words(window, step, words)) + layout_space(layout, 14);
}

double page_steps(struct window *window, struct box box) {
    const struct routine *routine = routine_of(window);
    int ends[ROUTINE_DEPTH_MAX];
    int depth = 0;
    box.y += paint_head(window, box);
    box.y = paint_asked(window, box);
    box.y = page_adjust(window, box);
    for (int i = 0; i < routine->step_count; i++) {
        const struct step *step = &routine->steps[i];
        while (depth > 0 && i >= ends[depth - 1]) {
            depth--;
        }
        box.y = paint_step(window, step, depth, box);
        if (step->inner > 0 && depth < ROUTINE_DEPTH_MAX) {
            ends[depth++] = i + 1 + step->inner;
        }
    }
    return box.y;
}
