// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/element.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/plan_items.h"
#include "app/plan_side.h"
#include "app/plan_whose.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/plan_news.h"
#include "run/plan_words.h"

// Whether a plan that comes from a file is hers: for whom it was written, where that is not what
// she told, what it changes. Nothing is taken over before she has said so.

static double put_for(struct window *window, const struct plan *plan, struct box box) {
    struct text_builder text = {0};
    text_add(&text, _("Written for:"));
    text_add(&text, " ");
    plan_words_value(&text, plan, 0, PLAN_CONDITIONS);
    if (plan->affected != SIDE_NONE) {
        text_add(&text, ", ");
        plan_words_value(&text, plan, 0, PLAN_AFFECTED);
    }
    box.y = window_text(window, text.text, TEXT_BODY, TOKEN_TEXT, box);
    text_builder_free(&text);
    return box.y + layout_space(&window->layout, 12);
}

static double put_lines(struct window *window, const char *head, const char *lines,
                        struct box box) {
    const struct layout *layout = &window->layout;
    box.y = window_text(window, head, TEXT_STRONG, TOKEN_TEXT, box) + layout_space(layout, 8);
    while (*lines) {
        size_t length = strcspn(lines, "\n");
        struct text_builder line = {0};
        text_add_bytes(&line, lines, length);
        box.y = plan_signed_line(window, ICON_CARE, line.text, TOKEN_TEXT, box);
        text_builder_free(&line);
        lines += length + (lines[length] == '\n');
    }
    return box.y + layout_space(layout, 8);
}

// Which days it counts on, where that is not what one would think.
static double put_days(struct window *window, const struct plan_news *news, struct box box) {
    const char *text =
        news->ended     ? _("Its last day has passed: it asks for nothing any more.")
        : news->earlier ? _("It begins before the version that is in force. Is it an older file?")
        : news->later   ? _("Until its first day the version before it counts.")
                        : "";
    if (*text) {
        box.y = plan_signed_line(window, ICON_CLOCK, text, TOKEN_TEXT, box);
    }
    return box.y;
}

// A plan of the same id stays in the history; this one takes its place.
static double put_earlier(struct window *window, struct box box) {
    const struct plans *plans = window->plans;
    struct plan_news *news = memory_new(1, sizeof *news);
    plan_news_weigh(window->house, &plans->shelf, &plans->coming, news);
    box.y = put_days(window, news, box);
    if (news->before) {
        const char *head = news->kind == NEWS_SAME ? _("This very version is kept already.")
                                                   : _("It takes the place of the plan that is "
                                                       "there:");
        box.y = window_text(window, head, TEXT_STRONG, TOKEN_TEXT, box) +
                layout_space(&window->layout, 12);
    }
    if (news->before && news->kind != NEWS_SAME) {
        box.y = plan_changes(window, news->before, &plans->coming.file, box) +
                layout_space(&window->layout, 8);
    }
    memory_free(news);
    return box.y;
}

static double put_name(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    double height = layout_body(layout, 48);
    element_head(window, box.y);
    box.y = window_text(window, _("Your name or initials"), TEXT_BODY, TOKEN_TEXT, box) +
            layout_space(layout, 8);
    element_entry(window, _("Your name or initials"), "",
                  (struct box){box.x, box.y, box.width, height}, false);
    element_no_head(window);
    return box.y + height + layout_space(layout, 16);
}

// Where the side is another one than hers, leaving it is what the large button does.
static double put_ways(struct window *window, struct box box) {
    const struct flow_button hers[] = {
        {{.kind = BUTTON_PRIMARY, .label = _("Yes, it is mine")}, {ACT_TAKE_PLAN, 0}},
        {{.kind = BUTTON_QUIET, .label = _("No, leave it"), .plain = true}, {ACT_BACK, 0}}};
    const struct flow_button other[] = {
        {{.kind = BUTTON_PRIMARY, .label = _("Leave it for now")}, {ACT_BACK, 0}},
        {{.kind = BUTTON_QUIET, .label = _("Take it over as it is"), .plain = true},
         {ACT_TAKE_PLAN, 0}}};
    return flow_buttons(window, plan_whose_differs(window) ? other : hers, 2, box, true);
}

double plan_coming_side(struct window *window, struct box box) {
    const struct plans *plans = window->plans;
    box.y = window_text(window, _("Is this your plan?"), TEXT_TITLE, TOKEN_TEXT, box) +
            layout_space(&window->layout, 12);
    box.y = put_for(window, &plans->coming.file.plan, box);
    if (plans->differs.length > 0) {
        box.y = put_lines(window, _("You told it otherwise"), plans->differs.text, box);
    }
    if (plans->warnings.length > 0) {
        box.y = put_lines(window, _("To be looked at"), plans->warnings.text, box);
    }
    box.y = put_earlier(window, box);
    box.y = put_name(window, box);
    box.y = plan_whose(window, box);
    return put_ways(window, box);
}

bool plan_coming_is_hers(struct window *window) {
    const char *name = window->field.text + strspn(window->field.text, " ");
    bool named = *name != '\0';
    text_copy(window->plans->coming.person, sizeof window->plans->coming.person, name);
    if (!named) {
        window_say(window, _("Write your name or initials first: a plan is for one person."));
        focus_on(window, (struct act){ACT_WRITE, 0});
    }
    return named && plan_whose_is_told(window);
}
