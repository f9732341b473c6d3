// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/list.h"
#include "app/session.h"
#include "base/text.h"
#include "run/day_words.h"
#include "run/gate_words.h"

// Several routines marked in the list, to be played one after the other in the order in which they
// were marked.

int list_mark(const struct window *window, int entry) {
    const struct list *list = window->list;
    for (int i = 0; i < list->mark_count; i++) {
        if (list->marks[i] == entry) {
            return i + 1;
        }
    }
    return 0;
}

void list_forget_marks(struct window *window) {
    window->list->marking = false;
    window->list->mark_count = 0;
    window->list->bedtime = false;
}

// The focus stays on its card, whose act is another one then.
void list_show_marking(struct window *window, bool marking) {
    const struct act focus = window->elements->focus;
    list_forget_marks(window);
    window->list->marking = marking;
    if (focus.kind == ACT_OPEN || focus.kind == ACT_MARK) {
        focus_on(window, (struct act){marking ? ACT_MARK : ACT_OPEN, focus.value});
    }
    window_stale(window);
}

static void say_why_not(struct window *window, int entry) {
    const struct allowed *allowed = gates_of(window, entry);
    struct text_builder text = {0};
    const struct routine *routine = repertoire_routine(window, entry);
    if (!routine) {
        text_add(&text, _("This file has a fault and cannot be played yet."));
    } else if (allowed_is_shut(allowed)) {
        gate_words_reason(&text, routine, allowed);
    } else {
        gate_words_limit(&text, allowed, window->gates->person.now);
    }
    window_say(window, text.text);
    text_builder_free(&text);
}

static void unmark(struct list *list, int place) {
    for (int i = place; i + 1 < list->mark_count; i++) {
        list->marks[i] = list->marks[i + 1];
    }
    list->mark_count--;
}

void list_toggle_mark(struct window *window, int entry) {
    struct list *list = window->list;
    int mark = list_mark(window, entry);
    if (mark > 0) {
        unmark(list, mark - 1);
    } else if (!gates_let_play(window, entry)) {
        say_why_not(window, entry);
    } else if (list->mark_count == LIST_MARKS_MAX) {
        window_say(window, _("That is a long evening already: eight in a row are the most."));
    } else {
        list->marks[list->mark_count++] = entry;
    }
    window_stale(window);
}

void list_start_marked(struct window *window) {
    const struct list *list = window->list;
    if (list->mark_count > 0 &&
        session_prepare(window, list->marks, list->mark_count, list->bedtime)) {
        session_ask(window);
    }
}

bool list_marks_key(struct window *window, SDL_Keycode key) {
    struct list *list = window->list;
    const struct element *element = focus_element(window);
    bool plus = key == SDLK_PLUS || key == SDLK_EQUALS || key == SDLK_KP_PLUS;
    if (key == SDLK_ESCAPE && list->marking) {
        list_show_marking(window, false);
        return true;
    }
    if (!plus || !element || (element->act.kind != ACT_OPEN && element->act.kind != ACT_MARK)) {
        return false;
    }
    int entry = element->act.value;
    if (!list->marking) {
        list_show_marking(window, true);
    }
    list_toggle_mark(window, entry);
    return true;
}

// A quiet choice: beside the start, in a small window above the cards. Returns the height.
static double paint_bedtime(struct window *window, struct box box) {
    const char *label = _("At bedtime");
    return element_chips(window, &label, 1, window->list->bedtime, box, ACT_BEDTIME, 0);
}

// The way into it; once there, what to do.
double list_marks_line(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    if (window->list->marking) {
        const struct words words = {.text = _("Press them in the order in which they shall come."),
                                    .size = TEXT_BODY,
                                    .token = TOKEN_TEXT2};
        double used = window_words(window, &words, box);
        if (window_is_compact(window)) {
            used += layout_space(layout, 8);
            box.y += used;
            used += paint_bedtime(window, box) + layout_space(layout, 4);
        }
        return used;
    }
    const struct button button = {
        .kind = BUTTON_QUIET, .icon = ICON_PLUS, .label = _("Several in a row"), .plain = true};
    double height = layout_body(layout, 48);
    double width = fmin(box.width, button_width(window->cairo, &button, window->scale));
    element_button(window, &button, (struct box){box.x, box.y, width, height},
                   (struct act){ACT_MARKING, 0});
    return height;
}

double list_marks_dock_height(const struct window *window) {
    const struct layout *layout = &window->layout;
    return window->list->marking ? layout_body(layout, 56) + 2 * layout_space(layout, 10) : 0;
}

static int64_t length_of_all(const struct window *window) {
    const struct list *list = window->list;
    int64_t sum_ms = 0;
    for (int i = 0; i < list->mark_count; i++) {
        sum_ms += gates_length_ms(window, list->marks[i]);
    }
    return sum_ms;
}

void list_marks_dock(struct window *window, struct box box) {
    const struct list *list = window->list;
    const struct layout *layout = &window->layout;
    char label[96], length[DAY_WORDS_LENGTH_MAX];
    double x = box.x;
    double gap = layout_space(layout, 12);
    bool narrow = layout_kind(layout) == LAYOUT_SMALLEST;
    box.y += layout_space(layout, 10);
    box.height = layout_body(layout, 56);
    if (list->mark_count > 0) {
        day_words_length(length_of_all(window), length);
        if (narrow) {
            text_copy(label, sizeof label, _("Start"));
        } else {
            // TRANSLATORS: on a button; how many routines, and how long they take together
            text_format(label, sizeof label, _("Start %d, %s"), list->mark_count, length);
        }
        struct button start = {.kind = BUTTON_PRIMARY, .icon = ICON_PLAY, .label = label};
        double width = button_width(window->cairo, &start, window->scale);
        // Its sign gives way to the other button where words are large.
        if (narrow && width + gap + box.height > box.width) {
            start.icon = ICON_NONE;
            width = fmin(button_width(window->cairo, &start, window->scale),
                         box.width - gap - box.height);
        }
        element_button(window, &start, (struct box){x, box.y, width, box.height},
                       (struct act){ACT_START, 0});
        x += width + gap;
    }
    const struct button away = {
        .kind = narrow ? BUTTON_SIGN : BUTTON_QUIET,
        .icon = narrow ? ICON_CLOSE : ICON_NONE,
        .label = narrow ? NULL : _("Leave it"),
        .plain = true,
    };
    double width = narrow ? box.height : button_width(window->cairo, &away, window->scale);
    element_button(window, &away, (struct box){x, box.y, width, box.height},
                   (struct act){ACT_MARKING, 0});
    x += width + gap;
    if (!window_is_compact(window)) {
        double chip = layout_body(layout, 44);
        double y = box.y + (box.height - chip) / 2;
        paint_bedtime(window, (struct box){x, y, box.x + box.width - x, chip});
    }
}
