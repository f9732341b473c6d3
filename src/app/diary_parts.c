// SPDX-License-Identifier: MIT
#include "app/diary_parts.h"

#include <math.h>

#include "app/element_face.h"
#include "app/focus.h"
#include "base/text.h"
#include "run/diary_labels.h"
#include "run/diary_words.h"

static void put_chip(struct window *window, const struct toggles *toggles, int index,
                     struct box box) {
    struct chip chip = {.label = toggles->labels[index],
                        .chosen = toggles->chosen >> toggles->values[index] & 1,
                        .warmth = element_warmth(window, box)};
    if (element_is_seen(window, box)) {
        chip_paint(window->cairo, &window->theme, &chip, box, window->scale);
    }
    struct element element = {.role = toggles->one ? ROLE_CHOICE : ROLE_CHIP,
                              .box = box,
                              .act = {toggles->act, toggles->base + toggles->values[index]},
                              .group = toggles->group,
                              .chosen = chip.chosen};
    text_copy(element.name, sizeof element.name, chip.label);
    element_add(window, &element);
}

static double broken_height(struct window *window, const char *label, double width) {
    enum { LEAST = 60, AROUND = 24 };
    double around = layout_body(&window->layout, AROUND);
    double words = window_words_height(window, label, TEXT_STRONG, width - around);
    return fmax(layout_body(&window->layout, LEAST), words + around);
}

double diary_toggles(struct window *window, const struct toggles *toggles, struct box box) {
    double gap = layout_space(&window->layout, 8);
    double height = layout_body(&window->layout, 44);
    double row = 0;
    double x = box.x;
    for (int i = 0; i < toggles->count; i++) {
        const char *label = toggles->labels[i];
        double wants = chip_width(window->cairo, label, window->scale);
        double width = fmin(box.width, wants);
        if (x > box.x && x + width > box.x + box.width + 0.5) {
            x = box.x;
            box.y += row + gap;
        }
        // What is longer than the line breaks.
        row = wants > box.width ? broken_height(window, label, width) : height;
        put_chip(window, toggles, i, (struct box){x, box.y, width, row});
        x += width + gap;
    }
    return box.y + row;
}

static double put_sides(struct window *window, enum side side, struct box box) {
    static const int values[] = {SIDE_LEFT, SIDE_RIGHT, SIDE_BOTH};
    const char *labels[3];
    for (int i = 0; i < 3; i++) {
        labels[i] = diary_label_side((enum side)values[i]);
    }
    const struct toggles sides = {.labels = labels,
                                  .values = values,
                                  .count = 3,
                                  .chosen = side == SIDE_NONE ? 0 : UINT64_C(1) << side,
                                  .act = ACT_SIDE,
                                  .group = DIARY_GROUP_SIDE,
                                  .one = true};
    return diary_toggles(window, &sides, box);
}

static double put_places(struct window *window, unsigned chosen, struct box box) {
    const char *labels[PLACE_COUNT];
    int values[PLACE_COUNT];
    for (int i = 0; i < PLACE_COUNT; i++) {
        labels[i] = diary_words_place((enum face_place)i);
        values[i] = i;
    }
    const struct toggles places = {.labels = labels,
                                   .values = values,
                                   .count = PLACE_COUNT,
                                   .chosen = chosen,
                                   .act = ACT_PLACE,
                                   .group = DIARY_GROUP_PLACES};
    return diary_toggles(window, &places, box);
}

static double put_chips(struct window *window, struct where where, struct box box) {
    box.y = put_sides(window, where.side, box) + layout_space(&window->layout, 12);
    return put_places(window, where.places, box);
}

double diary_where(struct window *window, struct where where, struct box box) {
    enum { LEAST = 224 }; // for the chips beside the face
    double gap = layout_space(&window->layout, 24);
    struct box face = {box.x, box.y, element_face_width(window), 0};
    if (!element_face_fits(window) ||
        box.width - face.width - gap < layout_body(&window->layout, LEAST)) {
        return put_chips(window, where, box);
    }
    double end =
        put_chips(window, where,
                  (struct box){box.x + face.width + gap, box.y, box.width - face.width - gap, 0});
    return fmax(end, element_face(window, where, face));
}

bool diary_where_act(struct window *window, struct act act, struct where *where) {
    switch (act.kind) {
    case ACT_SIDE:
        where->side = (enum side)act.value;
        return true;
    case ACT_PLACE:
        where->places ^= 1u << act.value;
        return true;
    case ACT_WHERE: {
        enum face_place place = (enum face_place)(act.value % PLACE_COUNT);
        *where = where_turned(*where, act.value < PLACE_COUNT ? SIDE_LEFT : SIDE_RIGHT, place);
        focus_on(window, (struct act){ACT_PLACE, (int)place});
        return true;
    }
    default:
        return false;
    }
}

static void put_sign(struct window *window, const struct stepper *stepper, bool up,
                     struct box box) {
    const struct stepper_sign sign = {.more = up,
                                      .name = up ? stepper->more : stepper->less,
                                      .value = stepper->value,
                                      .act = {stepper->act, 2 * stepper->of + up},
                                      .group = stepper->group};
    element_sign(window, &sign, box);
}

// The two signs with the value between them; returns how high they are.
static double put_value(struct window *window, const struct stepper *stepper, struct box box) {
    double side = layout_body(&window->layout, 44);
    double width = box.width - 2 * side;
    double words = window_words_height(window, stepper->value, TEXT_BODY, width);
    double height = fmax(side, words);
    double y = box.y + (height - side) / 2;
    put_sign(window, stepper, false, (struct box){box.x, y, side, side});
    const struct words value = {
        .text = stepper->value, .size = TEXT_BODY, .token = TOKEN_TEXT, .align = ALIGN_CENTRE};
    window_words(window, &value,
                 (struct box){box.x + side, box.y + (height - words) / 2, width, 0});
    put_sign(window, stepper, true, (struct box){box.x + side + width, y, side, side});
    return height;
}

double diary_stepper(struct window *window, const struct stepper *stepper, struct box box) {
    enum { WIDTH = 224, NAME_LEAST = 150 };
    const struct layout *layout = &window->layout;
    double wide = fmin(box.width, layout_body(layout, WIDTH));
    double gap = layout_space(layout, 12);
    bool beside = box.width - wide - gap >= layout_body(layout, NAME_LEAST);
    struct box words = {box.x, box.y, beside ? box.width - wide - gap : box.width, 0};
    double name = window_words_height(window, stepper->name, TEXT_BODY, words.width);
    double goal =
        stepper->goal ? window_words_height(window, stepper->goal, TEXT_SMALL, words.width) : 0;
    double row = layout_body(layout, 44);
    words.y += beside ? fmax(0, (row - name - goal) / 2) : 0;
    words.y = window_text(window, stepper->name, TEXT_BODY, TOKEN_TEXT, words);
    if (stepper->goal) {
        words.y = window_text(window, stepper->goal, TEXT_SMALL, TOKEN_TEXT2, words);
    }
    if (!beside) {
        box.y = words.y + layout_space(layout, 4);
        return box.y + put_value(window, stepper, (struct box){box.x, box.y, wide, 0});
    }
    struct box value = {box.x + box.width - wide, box.y, wide, 0};
    return fmax(words.y, box.y + put_value(window, stepper, value));
}
