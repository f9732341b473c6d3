// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/help.h"
#include "app/over.h"
#include "base/text.h"

// The keys on one page, in two groups.

enum { KEYS_MAX = 3 };
struct help_line {
    const char *keys[KEYS_MAX];
    const char *does;
};

static const struct help_line in_session[] = {
    {{N_("Space")}, N_("pause, carry on; go on at a question")},
    {{"\u2192"}, N_("next step")},
    {{"\u2190"}, N_("this step again")},
    {{"Shift", "\u2190"}, N_("the step before")},
    {{"\u2191", "\u2193"}, N_("louder, softer")},
    {{"M"}, N_("sound off and on")},
    {{"V"}, N_("voice off and on")},
    {{"Shift", "V"}, N_("all words, where only the first ones are left")},
    {{"S"}, N_("how loud voice, tones and background are")},
    {{"F", "F11"}, N_("full screen")},
    {{"A"}, N_("small form, above other windows")},
    {{"H", "F1"}, N_("these keys, over the picture; the session goes on")},
    {{"Esc"}, N_("leave full screen, then stop and keep")},
};
static const struct help_line everywhere[] = {
    {{"E", "F3"}, N_("when to see a doctor")},
    {{"0\u20269"}, N_("rate; 1 and then 0 is ten")},
    {{N_("Tab")}, N_("on; with Shift back")},
    {{"\u2190", "\u2192"}, N_("inside a group")},
    {{N_("Enter")}, N_("do it")},
    {{"Esc"}, N_("one step back")},
    {{"Alt", "1\u20263"}, N_("first screen, routines, diary")},
    {{"Alt", "5"}, N_("plans")},
    {{"N", "F2"}, N_("a spasm now: noted, with 1\u00bd min for it")},
    {{"D"}, N_("the diary: how strong the twitching was")},
    {{"Ctrl", ","}, N_("what you told")},
    {{"/"}, N_("search the routines")},
    {{"+"}, N_("mark a routine of the list, for several in a row")},
    {{"Ctrl", "+"}, N_("larger text; Ctrl \u2212 smaller, Ctrl 0 as it was")},
    {{"Ctrl", "Z"}, N_("undo")},
    {{N_("Space")}, N_("held down: everything is read aloud, or no longer")},
    {{"Ctrl"}, N_("while it is read aloud: silence")},
    {{"H", "F1"}, N_("this page")},
    {{"Ctrl", "Q"}, N_("close repose")},
};
enum {
    IN_SESSION = sizeof in_session / sizeof *in_session,
    EVERYWHERE = sizeof everywhere / sizeof *everywhere
};

// Names of keys that are words are translated; signs and F-keys are not.
static const char *key_word(const char *key) {
    return strlen(key) > 1 && key[0] >= 'A' && key[0] <= 'Z' ? _(key) : key;
}

static double keys_width(struct window *window, const struct help_line *line) {
    double scale = layout_body(&window->layout, 1);
    double width = 0;
    for (int i = 0; i < KEYS_MAX && line->keys[i]; i++) {
        width += key_cap_width(window->cairo, key_word(line->keys[i]), scale) + 8 * scale;
    }
    return width;
}

static void paint_keys(struct window *window, const struct help_line *line, struct box box) {
    double scale = layout_body(&window->layout, 1);
    struct text_builder said = {0};
    for (int i = 0; i < KEYS_MAX && line->keys[i]; i++) {
        text_add_format(&said, i == 0 ? "%s" : " %s", key_word(line->keys[i]));
    }
    said_words(window, said.text);
    text_builder_free(&said);
    for (int i = 0; i < KEYS_MAX && line->keys[i]; i++) {
        const char *word = key_word(line->keys[i]);
        double width = key_cap_width(window->cairo, word, scale);
        struct box cap = {box.x, box.y, width, 28 * scale};
        if (element_is_seen(window, cap)) {
            key_cap_paint(window->cairo, &window->theme, word, cap, scale);
        }
        box.x += width + 8 * scale;
    }
}

static double paint_group(struct window *window, const char *head, const struct help_line *lines,
                          int count, struct box box) {
    const struct layout *layout = &window->layout;
    double keys = 0;
    for (int i = 0; i < count; i++) {
        keys = fmax(keys, keys_width(window, &lines[i]));
    }
    keys = fmin(keys + layout_space(layout, 16), box.width / 2);
    box.y = window_text(window, head, TEXT_STRONG, TOKEN_TEXT, box) + layout_space(layout, 14);
    for (int i = 0; i < count; i++) {
        paint_keys(window, &lines[i], box);
        // The caps are a little higher than a line: its words stand in their middle.
        struct box words = {box.x + keys, box.y + layout_body(layout, 1), box.width - keys, 0};
        double end = window_text(window, _(lines[i].does), TEXT_BODY, TOKEN_TEXT, words);
        box.y = fmax(end, box.y + layout_body(layout, 28)) + layout_space(layout, 12);
    }
    return box.y;
}

double help_session_paint(struct window *window, struct box box) {
    return paint_group(window, _("In a session"), in_session, IN_SESSION, box);
}

static double paint_groups(struct window *window, struct box box) {
    double gap = layout_space(&window->layout, 48);
    bool beside = layout_kind(&window->layout) >= LAYOUT_MIDDLE;
    double width = beside ? (box.width - gap) / 2 : box.width;
    struct box place = {box.x, box.y, width, 0};
    double left = help_session_paint(window, place);
    left = window_text(window, _("One key is enough: Space does the expected thing everywhere."),
                       TEXT_SMALL, TOKEN_TEXT2, (struct box){box.x, left, width, 0});
    if (beside) {
        place.x += width + gap;
    } else {
        place.y = left + gap / 2;
    }
    return fmax(left, paint_group(window, _("Everywhere"), everywhere, EVERYWHERE, place));
}

static void help_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    struct box box = over_begin(window, _("Help"));
    box.y += layout_space(layout, 14);
    box.y = paint_groups(window, box);
    box.y = window_text(window, _("Everything here works in the terminal too: repose --help"),
                        TEXT_BODY, TOKEN_TEXT2,
                        (struct box){box.x, box.y + layout_space(layout, 8), box.width, 0});
    over_end(window, box.y + layout_space(layout, 12));
}

// The keys that brought one here lead back too.
static bool help_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (key == SDLK_h || key == SDLK_F1) {
        window_back(window);
        return true;
    }
    return over_key(window, event);
}

const struct screen help_screen = {.paint = help_paint, .key = help_key, .act = over_act};
