// SPDX-License-Identifier: MIT
#include "app/element.h"
#include "app/flow.h"
#include "app/notice.h"
#include "base/text.h"
#include "run/notice_words.h"

// The card of the first screen.

enum { WAYS_MAX = 3 };

struct notice_look {
    enum icon icon;
    const char *above;
    struct text_builder title, say;
    struct sign_sentences facts;
    struct flow_button ways[WAYS_MAX];
    int way_count;
};

static void add_way(struct notice_look *look, enum button_kind kind, const char *label,
                    struct act act) {
    look->ways[look->way_count++] =
        (struct flow_button){{.kind = kind, .label = label, .plain = kind == BUTTON_QUIET}, act};
}

static void add_answer(struct notice_look *look, enum button_kind kind, enum notice_answer answer) {
    add_way(look, kind, notice_words_answer(answer), (struct act){ACT_NOTICE, (int)answer});
}

static void look_at_sign(const struct notice *notice, struct notice_look *look) {
    enum urgency urgency = sign_rows[notice->sign.id].urgency;
    look->icon = urgency == URGENCY_CARD ? ICON_CLOCK : ICON_DOCTOR;
    if (urgency == URGENCY_EMERGENCY || urgency == URGENCY_SAME_DAY) {
        add_way(look, BUTTON_SECONDARY, _("When to call at once"), (struct act){ACT_SAFETY, 0});
    }
    if (notice->sign.id == SIGN_WEARING_OFF) {
        add_answer(look, BUTTON_SECONDARY, NOTICE_APPOINTMENT);
        add_way(look, BUTTON_SECONDARY, _("Note a question for it"),
                (struct act){ACT_NOTICE, NOTICE_QUESTION});
    } else {
        add_answer(look, BUTTON_SECONDARY, NOTICE_DOCTOR);
    }
    add_answer(look, BUTTON_QUIET, NOTICE_AWAY);
}

static void look_at_fortnight(struct notice_look *look) {
    add_answer(look, BUTTON_SECONDARY, NOTICE_AGAIN);
    add_way(look, BUTTON_SECONDARY, _("Something else or smaller"),
            (struct act){ACT_NOTICE, NOTICE_OTHER});
    add_answer(look, BUTTON_QUIET, NOTICE_STOP);
}

static void read_look(const struct notice *notice, struct notice_look *look) {
    *look = (struct notice_look){.icon = ICON_PLAN, .above = notice_words_above(notice)};
    text_add(&look->title, "");
    text_add(&look->say, "");
    notice_words_title(&look->title, notice);
    notice_words_say(&look->say, notice);
    notice_words_facts(&look->facts, notice);
    switch (notice->kind) {
    case NOTICE_SIGN:
        look_at_sign(notice, look);
        break;
    case NOTICE_FORTNIGHT:
        look_at_fortnight(look);
        break;
    case NOTICE_NEW_PLAN:
        add_way(look, BUTTON_SECONDARY, _("See what is new"),
                (struct act){ACT_NOTICE, NOTICE_LOOK});
        break;
    case NOTICE_TOO_MUCH:
        add_answer(look, BUTTON_SECONDARY, NOTICE_LESS);
        add_answer(look, BUTTON_SECONDARY, NOTICE_REST);
        add_answer(look, BUTTON_QUIET, NOTICE_AWAY);
        break;
    case NOTICE_NONE:
    case NOTICE_KINDS:
        break;
    }
}

static void free_look(struct notice_look *look) {
    text_builder_free(&look->title);
    text_builder_free(&look->say);
    sign_sentences_free(&look->facts);
}

// With `paint` off it only measures. Returns where it ends.
static double lay(struct window *window, const struct notice_look *look, struct box box,
                  bool paint) {
    const struct layout *layout = &window->layout;
    double side = layout_body(layout, 24);
    double used = side + layout_space(layout, 14);
    if (paint && element_is_seen(window, (struct box){box.x, box.y, side, side})) {
        theme_use(window->cairo, &window->theme, TOKEN_ACCENT, 1);
        icon_draw(window->cairo, look->icon, box.x + side / 2, box.y + side / 2, side);
    }
    if (layout_kind(layout) != LAYOUT_SMALLEST) {
        box.x += used; // the words stand beside the sign
        box.width -= used;
    } else {
        box.y += side + layout_space(layout, 4);
    }
    box.y = window_lay(window, look->above, TEXT_SMALL, TOKEN_TEXT2, box, paint);
    box.y = window_lay(window, look->title.text, TEXT_STRONG, TOKEN_TEXT, box, paint) +
            layout_space(layout, 4);
    box.y = window_lay(window, look->say.text, TEXT_BODY, TOKEN_TEXT, box, paint);
    for (int i = 0; i < look->facts.count; i++) {
        box.y =
            window_lay(window, look->facts.sentences[i].text, TEXT_SMALL, TOKEN_TEXT2,
                       (struct box){box.x, box.y + layout_space(layout, 4), box.width, 0}, paint);
    }
    box.y += layout_space(layout, 14);
    return flow_buttons(window, look->ways, look->way_count, box, paint);
}

double notice_paint(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    struct notice_look look;
    if (!window->notice || window->notice->shown.kind == NOTICE_NONE) {
        return box.y;
    }
    read_look(&window->notice->shown, &look);
    double padding = layout_space(layout, window_is_compact(window) ? 16 : 24);
    struct box inner = {box.x + padding, box.y + padding, box.width - 2 * padding, 0};
    double height = lay(window, &look, inner, false) - box.y + padding;
    struct box card = {box.x, box.y, box.width, height};
    if (element_is_seen(window, card)) {
        card_paint(window->cairo, &window->theme, card, layout_body(layout, 20));
    }
    element_head(window, box.y);
    lay(window, &look, inner, true);
    element_no_head(window);
    free_look(&look);
    return box.y + height + layout_space(layout, 24);
}

double notice_status(struct window *window, struct box box) {
    const char *status = window->notice ? window->notice->status : "";
    if (!*status) {
        return box.y;
    }
    return window_lay(window, status, TEXT_BODY, TOKEN_TEXT2, box, true) +
           layout_space(&window->layout, 20);
}
