// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/anyway.h"
#include "app/element.h"
#include "app/field.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/keys.h"
#include "app/page.h"
#include "app/profile.h"
#include "app/session.h"
#include "base/text.h"
#include "run/gate_words.h"

// The reason, the word, and no filled button: nothing here invites.

enum { WIDTH = 720, FIELD_WIDTH = 320 };

bool anyway_is_there(const struct window *window) {
    const struct allowed *allowed = page_allowed(window);
    return page_routine(window) && !page_is_looked_at(window) && allowed_is_shut(allowed) &&
           !allowed->gating.absolute && allowed->limit.reason == LIMIT_NONE &&
           !gates_ask_anew(allowed);
}

void anyway_show(struct window *window) {
    if (window->screen != SCREEN_PAGE || !anyway_is_there(window)) {
        return;
    }
    window->page->kept = window->field;
    window->page->has_kept = true;
    field_set(&window->field, "");
    window_show(window, SCREEN_ANYWAY);
}

void anyway_leave(struct window *window) {
    if (window->page && window->page->has_kept) {
        window->field = window->page->kept;
        window->page->has_kept = false;
    }
}

// TRANSLATORS: the word that is typed to play against a closed gate
static const char *the_word(void) {
    return _("anyway");
}

// Capitals and blanks around it do not matter.
static bool is_typed(const struct window *window) {
    struct text_builder typed = {0}, wanted = {0};
    text_fold(&typed, window->field.text);
    text_fold(&wanted, the_word());
    const char *begin = typed.text + strspn(typed.text, " ");
    size_t length = strcspn(begin, " ");
    bool right = strlen(wanted.text) == length && strncmp(begin, wanted.text, length) == 0 &&
                 begin[length + strspn(begin + length, " ")] == '\0';
    text_builder_free(&typed);
    text_builder_free(&wanted);
    return right;
}

static double put(struct window *window, const char *text, enum token token, struct box box) {
    return window_text(window, text, TEXT_BODY, token, box) + layout_space(&window->layout, 12);
}

// A sentence of run/gate_words on lines of its own.
static double put_sentence(struct window *window, struct text_builder *text, struct box box) {
    double end = text->length > 0 ? put(window, text->text, TOKEN_TEXT, box) : box.y;
    text_builder_free(text);
    return end;
}

static double put_why(struct window *window, struct box box) {
    const struct routine *routine = page_routine(window);
    const struct allowed *allowed = page_allowed(window);
    struct text_builder text = {0};
    gate_words_reason(&text, routine, allowed);
    box.y = put_sentence(window, &text, box);
    gate_words_until(&text, allowed, window->gates->person.now);
    box.y = put_sentence(window, &text, box);
    gate_words_tell(&text, allowed);
    return put_sentence(window, &text, box);
}

static double put_field(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    struct box place = {box.x, box.y, fmin(box.width, layout_body(layout, FIELD_WIDTH)),
                        layout_body(layout, 48)};
    element_entry(window, _("The word"), "", place, true);
    return place.y + place.height + layout_space(layout, 20);
}

static double put_ways(struct window *window, struct box box) {
    char label[ROUTINE_TITLE_MAX * 4 + 64];
    int instead = gates_instead(window, window->page->entry);
    struct flow_button ways[] = {
        {{.kind = BUTTON_SECONDARY, .label = _("Play it anyway")}, {ACT_START, 0}},
        {{.kind = BUTTON_QUIET, .label = label}, {ACT_OPEN, instead}},
    };
    if (instead >= 0) {
        text_format(label, sizeof label, _("Instead: %s"),
                    repertoire_routine(window, instead)->title);
    }
    return flow_buttons(window, ways, instead >= 0 ? 2 : 1, box, true);
}

static void anyway_paint(struct window *window) {
    char text[256];
    struct box box = profile_column(window, page_routine(window)->title, WIDTH);
    box.y = put_why(window, box);
    box.y = put(window,
                _("It is your decision. The session is marked as played against its gate, "
                  "and you can stop at any moment."),
                TOKEN_TEXT2, box);
    text_format(text, sizeof text, _("To play it all the same, write the word “%s”."), the_word());
    box.y = put(window, text, TOKEN_TEXT, box);
    box.y = put_field(window, box);
    profile_column_end(window, put_ways(window, box));
    const struct key_hint hints[] = {{_("Enter"), _("play")}, {"Esc", _("back")}};
    window_hints(window, hints, 2);
}

static void leave(struct window *window) {
    anyway_leave(window);
    page_again(window);
}

static void start(struct window *window) {
    char text[128];
    if (is_typed(window)) {
        leave(window); // the way back from what follows is the page
        session_ask_anyway(window);
    } else {
        text_format(text, sizeof text, _("The word is “%s”."), the_word());
        window_say(window, text);
        focus_on(window, (struct act){ACT_WRITE, 0});
    }
}

static void anyway_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_START:
        start(window);
        break;
    case ACT_OPEN:
        anyway_leave(window);
        page_open(window, act.value);
        break;
    case ACT_BACK:
        leave(window);
        break;
    default:
        break;
    }
}

static bool anyway_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (keys_is_back(window, event)) {
        leave(window);
        return true;
    }
    if (keys_is_enter(event) && focus_is_on(window, (struct act){ACT_WRITE, 0})) {
        start(window);
        return true;
    }
    return false;
}

const struct screen anyway_screen = {.paint = anyway_paint, .key = anyway_key, .act = anyway_act};
