// SPDX-License-Identifier: MIT
#include "app/element.h"

#include <assert.h>
#include <string.h>

#include "app/focus.h"
#include "base/memory.h"
#include "base/text.h"

const char *role_word(enum role role) {
    static const char *const words[ROLE_COUNT] = {
        [ROLE_BUTTON] = N_("button"), [ROLE_CARD] = N_("card"),   [ROLE_ROW] = N_("row"),
        [ROLE_CHOICE] = N_("choice"), [ROLE_CHIP] = N_("filter"), [ROLE_SLIDER] = N_("slider"),
        [ROLE_FIELD] = N_("field"),
    };
    static_assert(sizeof words / sizeof words[0] == ROLE_COUNT, "a word for every role");
    assert(role < ROLE_COUNT);
    return _(words[role]);
}

void element_spoken(const struct element *element, char *to, size_t size) {
    bool has_value = element->value[0] != '\0';
    text_format(to, size, "%s%s%s, %s%s%s", element->name, has_value ? ", " : "", element->value,
                role_word(element->role), element->chosen ? ", " : "",
                element->chosen ? _("chosen") : "");
}

static int count_same(const struct elements *elements, struct act act) {
    int same = 0;
    for (int i = 0; i < elements->count; i++) {
        same += act_is(elements->all[i].act, act);
    }
    return same;
}

// Outside a whole painting: the place of the one that does the same, or a new one.
static int place_of(struct elements *elements, struct act act) {
    for (int i = 0; i < elements->count && !elements->open; i++) {
        if (act_is(elements->all[i].act, act)) {
            return i;
        }
    }
    if (elements->count == elements->room) {
        elements->room = elements->room > 0 ? 2 * elements->room : 32;
        elements->all = memory_resize(elements->all, (size_t)elements->room, sizeof *elements->all);
    }
    return elements->count++;
}

static void ring(struct window *window, const struct element *element) {
    struct box box = element->ring.width > 0 ? element->ring : element->box;
    double radius = element->radius > 0 ? element->radius : box.height / 2;
    cairo_save(window->cairo);
    // What is half scrolled away keeps its ring inside the view too.
    struct box view = box_inset(element->view, -layout_body(&window->layout, 8));
    cairo_rectangle(window->cairo, view.x, view.y, view.width, view.height);
    cairo_clip(window->cairo);
    focus_ring_paint(window->cairo, &window->theme, box, radius, layout_body(&window->layout, 1));
    cairo_restore(window->cairo);
}

bool element_add(struct window *window, const struct element *element) {
    assert(element->name[0] != '\0');
    struct elements *elements = window->elements;
    int same = count_same(elements, element->act);
    int at = place_of(elements, element->act);
    struct element *place = &elements->all[at];
    *place = *element;
    place->same = elements->open ? same : 0;
    place->view = elements->view;
    place->above = elements->has_head ? element->box.y - elements->head : 0;
    bool focused = act_is(elements->focus, element->act) && elements->focus_same == place->same;
    if (focused) {
        elements->focused = at;
    }
    if (focused && !elements->open) {
        ring(window, place);
    }
    return focused;
}

void element_head(struct window *window, double y) {
    window->elements->has_head = true;
    window->elements->head = y;
}

void element_no_head(struct window *window) {
    window->elements->has_head = false;
}

bool element_is_seen(const struct window *window, struct box box) {
    return box_meets(box, window->elements->view);
}

static bool is_under_pointer(const struct window *window, struct box box, struct box view) {
    double x = window->pointer_x;
    double y = window->pointer_y;
    return x >= 0 && y >= 0 && box_holds(box, x, y) && box_holds(view, x, y);
}

double element_warmth(const struct window *window, struct box box) {
    static const double HOVERED = 0.06;
    static const double PRESSED = 0.12;
    const struct elements *elements = window->elements;
    if (!is_under_pointer(window, box, elements->view)) {
        return 0;
    }
    return elements->pressed >= 0 ? PRESSED : HOVERED;
}

int elements_at(const struct window *window, double x, double y) {
    const struct elements *elements = window->elements;
    // The later one lies above.
    for (int i = elements->count - 1; i >= 0; i--) {
        const struct element *element = &elements->all[i];
        if (box_holds(element->box, x, y) && box_holds(element->view, x, y) &&
            (!element->holds || element->holds(window, element, x, y))) {
            return i;
        }
    }
    return -1;
}

void elements_begin(struct window *window) {
    struct elements *elements = window->elements;
    elements->count = 0;
    elements->focused = -1;
    elements->open = true;
    elements->has_head = false;
    said_begin(&elements->said);
    elements->view = (struct box){0, 0, window->width, window->height};
}

// Where the focus goes on a screen that has just appeared: what the screen named, what is chosen,
// the first that is not the corner.
static bool lies_in(struct box box, struct box view) {
    return box.y >= view.y && box.y + box.height <= view.y + view.height;
}

static bool is_corner(const struct element *element) {
    return element->act.kind == ACT_SAFETY;
}

static int main_element(const struct elements *elements) {
    for (int i = 0; i < elements->count; i++) {
        if (elements->all[i].main) {
            return i;
        }
    }
    for (int i = 0; i < elements->count; i++) {
        if (elements->all[i].chosen && elements->all[i].role != ROLE_CHIP) {
            return i;
        }
    }
    return elements->count > 1 && is_corner(&elements->all[0]) ? 1 : 0;
}

void elements_end(struct window *window) {
    struct elements *elements = window->elements;
    elements->open = false;
    if (elements->focused < 0 && elements->count > 0) {
        elements->focused = main_element(elements);
        elements->focus = elements->all[elements->focused].act;
        elements->focus_same = elements->all[elements->focused].same;
        const struct element *element = &elements->all[elements->focused];
        elements->follow = !lies_in(element->box, element->view);
        // A field shows its caret only where it knew of the focus, and what is scrolled away has to
        // come into sight.
        if (element->role == ROLE_FIELD || elements->follow) {
            window_stale(window);
        }
    }
    window->focus = elements->focused;
    elements->hovered = elements_at(window, window->pointer_x, window->pointer_y);
    const struct element *focused = focus_element(window);
    if (focused) {
        ring(window, focused);
    }
}

void elements_free(struct elements *elements) {
    if (elements) {
        memory_free(elements->all);
        said_free(&elements->said);
        memory_free(elements);
    }
}
