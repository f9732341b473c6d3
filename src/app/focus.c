// SPDX-License-Identifier: MIT
#include "app/focus.h"

#include <assert.h>
#include <math.h>

const struct element *focus_element(const struct window *window) {
    const struct elements *elements = window->elements;
    return elements->focused >= 0 && elements->focused < elements->count
               ? &elements->all[elements->focused]
               : NULL;
}

bool focus_is_on(const struct window *window, struct act act) {
    const struct element *element = focus_element(window);
    return element && act_is(element->act, act);
}

void focus_on(struct window *window, struct act act) {
    window->elements->focus = act;
    window->elements->focus_same = 0;
    window->elements->focused = -1;
    window->elements->follow = true;
    for (int i = 0; i < window->elements->count; i++) {
        if (act_is(window->elements->all[i].act, act)) {
            window->elements->focused = i;
            break;
        }
    }
    window_stale(window);
}

void focus_on_element(struct window *window, int index) {
    struct elements *elements = window->elements;
    assert(index >= 0 && index < elements->count);
    elements->focus = elements->all[index].act;
    elements->focus_same = elements->all[index].same;
    elements->focused = index;
    elements->follow = true;
    window_stale(window);
}

// Where Tab lands in the group of this element: on what is chosen there, else on its first.
static int entrance(const struct elements *elements, int index) {
    int group = elements->all[index].group;
    if (group == 0) {
        return index;
    }
    int first = -1;
    for (int i = 0; i < elements->count; i++) {
        if (elements->all[i].group != group) {
            continue;
        }
        if (elements->all[i].chosen) {
            return i;
        }
        first = first < 0 ? i : first;
    }
    return first;
}

void focus_step(struct window *window, int by) {
    const struct elements *elements = window->elements;
    int count = elements->count;
    if (count == 0) {
        return;
    }
    int at = elements->focused >= 0 ? elements->focused : 0;
    int group = elements->all[at].group;
    for (int i = 0; i < count; i++) {
        at = (at + by + count) % count;
        bool leaves = group == 0 || elements->all[at].group != group;
        if (leaves && !elements->all[at].aside) {
            break;
        }
    }
    focus_on_element(window, entrance(elements, at));
    window->elements->moved = true;
}

// How far `to` lies from `from` in that direction; negative when it does not.
static double distance(struct box from, struct box to, enum direction direction) {
    double right = box_middle_x(to) - box_middle_x(from);
    double down = box_middle_y(to) - box_middle_y(from);
    bool across = direction == DIRECTION_LEFT || direction == DIRECTION_RIGHT;
    bool back = direction == DIRECTION_LEFT || direction == DIRECTION_UP;
    double along = (across ? right : down) * (back ? -1 : 1);
    double aside = fabs(across ? down : right);
    bool same_line = across && aside < fmin(from.height, to.height) / 2;
    if (along < 1 || (across && !same_line)) {
        return -1;
    }
    // A neighbour of the next row is nearer than one straight below in the row after it.
    return along * 4 + aside;
}

static int nearest(const struct elements *elements, enum direction direction) {
    const struct element *from = &elements->all[elements->focused];
    int best = -1;
    double least = HUGE_VAL;
    for (int i = 0; i < elements->count; i++) {
        const struct element *to = &elements->all[i];
        double far = distance(from->box, to->box, direction);
        if (to->group == from->group && far >= 0 && far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

// At the end of a line the next one begins.
static int neighbour(const struct elements *elements, int by) {
    int at = elements->focused + by;
    bool inside = at >= 0 && at < elements->count;
    return inside && elements->all[at].group == elements->all[elements->focused].group ? at : -1;
}

bool focus_move(struct window *window, enum direction direction) {
    const struct elements *elements = window->elements;
    if (elements->focused < 0 || elements->all[elements->focused].group == 0) {
        return false;
    }
    bool across = direction == DIRECTION_LEFT || direction == DIRECTION_RIGHT;
    if (across && window->layout.right_to_left) {
        direction = direction == DIRECTION_LEFT ? DIRECTION_RIGHT : DIRECTION_LEFT;
    }
    int to = nearest(elements, direction);
    if (to < 0 && across) {
        to = neighbour(elements, direction == DIRECTION_RIGHT ? 1 : -1);
    }
    if (to >= 0) {
        focus_on_element(window, to);
        window->elements->moved = true;
    }
    return to >= 0;
}

// A group is one stop, where the first of it stands.
static bool is_stop(const struct elements *elements, int index) {
    int group = elements->all[index].group;
    if (elements->all[index].aside) {
        return false;
    }
    for (int i = 0; i < index && group != 0; i++) {
        if (elements->all[i].group == group) {
            return false;
        }
    }
    return true;
}

void focus_place(const struct window *window, int index, int *at, int *of) {
    const struct elements *elements = window->elements;
    int group = elements->all[index].group;
    *at = *of = 0;
    for (int i = 0; i < elements->count; i++) {
        bool counts = group == 0 ? is_stop(elements, i) : elements->all[i].group == group;
        *of += counts;
        *at += counts && i <= index;
    }
}

void focus_press(struct window *window) {
    const struct element *element = focus_element(window);
    if (element) {
        window_act(window, element->act);
    }
}
