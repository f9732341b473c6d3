// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/gates.h"
#include "app/page.h"
#include "app/plans.h"
#include "base/text.h"
#include "core/routine_kind.h"
#include "run/gate_words.h"

// Why it cannot be played now, until when and whom to tell; or how much of it is played.

static const char *head_of(const struct allowed *allowed) {
    static const char *const texts[GATE_COUNT] = {
        [GATE_OPEN] = N_("This time"),
        [GATE_SMALL] = N_("Starts small"),
        // TRANSLATORS: open while a therapist's plan names it; the head of a paragraph
        [GATE_PLAN] = N_("With a plan"),
        [GATE_CLOSED] = N_("Closed"),
    };
    bool enough = !allowed_is_shut(allowed) && allowed->limit.reason != LIMIT_NONE;
    bool by_plan = allowed->gating.gate == GATE_SMALL && allowed->gating.plan_dose;
    return enough    ? _("Enough for now")
           : by_plan ? _("As your plan says")
                     : _(texts[allowed->gating.gate]);
}

// One sentence of run/gate_words below the other.
struct lines {
    struct window *window;
    struct box box;
};

static void put(struct lines *lines, struct text_builder *text, enum text_size size) {
    if (text->length > 0) {
        const struct words words = {.text = text->text, .size = size, .token = TOKEN_TEXT};
        lines->box.y += window_words(lines->window, &words, lines->box) +
                        layout_space(&lines->window->layout, 8);
    }
    text_builder_free(text);
}

static void put_shut(struct lines *lines, const struct allowed *allowed, struct wall now) {
    struct text_builder text = {0};
    gate_words_until(&text, allowed, now);
    put(lines, &text, TEXT_BODY);
    gate_words_tell(&text, allowed);
    put(lines, &text, TEXT_BODY);
}

static void put_dose(struct lines *lines, const struct routine *routine,
                     const struct allowed *allowed) {
    struct text_builder text = {0};
    gate_words_injection(&text, routine, allowed);
    put(lines, &text, TEXT_BODY);
    gate_words_dose(&text, allowed);
    put(lines, &text, TEXT_BODY);
    if (allowed->gating.small && routine_moves_face(routine)) {
        text_add(&text, gate_words_evidence());
        put(lines, &text, TEXT_SMALL);
    }
}

// The way out where an answer of hers shuts it.
static void put_anew(struct lines *lines, const struct allowed *allowed) {
    struct window *window = lines->window;
    const struct question *due[QUESTIONS_MAX];
    const struct button anew = {.kind = BUTTON_SECONDARY, .label = _("Answer anew")};
    if (questions_anew(&window->gates->person, allowed, due) > 0) {
        double width = fmin(lines->box.width, button_width(window->cairo, &anew, window->scale));
        double height = layout_body(&window->layout, 48);
        lines->box.y += layout_space(&window->layout, 4);
        element_button(window, &anew, (struct box){lines->box.x, lines->box.y, width, height},
                       (struct act){ACT_ANSWER_ANEW, 0});
        lines->box.y += height + layout_space(&window->layout, 8);
    }
}

static bool says_nothing(const struct window *window, const struct routine *routine,
                         const struct allowed *allowed) {
    struct text_builder text = {0};
    gate_words_all(&text, routine, allowed, &window->gates->person, &window->house->catalog, " ");
    bool nothing = text.length == 0;
    text_builder_free(&text);
    return nothing;
}

// What travels in a plan that is not in force is looked at, and not played.
static double put_looked_at(struct window *window, struct box box) {
    static const char *const texts[] = {
        [PLAN_KEPT] = N_("It travels in a plan that is not in force now, so it is not played."),
        [PLAN_STARTER] = N_("It can be played once this fortnight has begun."),
        [PLAN_COMING] = N_("It can be played once this plan is taken over."),
    };
    box.y = window_text(window, _("With its plan"), TEXT_STRONG, TOKEN_TEXT, box) +
            layout_space(&window->layout, 8);
    return window_text(window, _(texts[window->plans->page]), TEXT_BODY, TOKEN_TEXT, box) +
           layout_space(&window->layout, 24);
}

double page_gate(struct window *window, struct box box) {
    if (page_is_looked_at(window)) {
        return put_looked_at(window, box);
    }
    const struct routine *routine = page_routine(window);
    const struct allowed *allowed = page_allowed(window);
    struct wall now = window->gates->person.now;
    if (says_nothing(window, routine, allowed)) {
        return box.y;
    }
    const struct words head = {.text = head_of(allowed), .size = TEXT_STRONG, .token = TOKEN_TEXT};
    box.y += window_words(window, &head, box) + layout_space(&window->layout, 8);
    struct lines lines = {window, box};
    struct text_builder text = {0};
    gate_words_reason(&text, routine, allowed);
    put(&lines, &text, TEXT_BODY);
    if (allowed_is_shut(allowed)) {
        put_shut(&lines, allowed, now);
        put_anew(&lines, allowed);
    } else if (allowed->limit.reason != LIMIT_NONE) {
        gate_words_limit(&text, allowed, now);
        put(&lines, &text, TEXT_BODY);
    } else {
        put_dose(&lines, routine, allowed);
    }
    lines.box.y = page_ways(window, lines.box);
    return lines.box.y + layout_space(&window->layout, 16);
}
