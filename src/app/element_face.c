// SPDX-License-Identifier: MIT
#include "app/element_face.h"

#include "base/text.h"
#include "draw/places.h"
#include "run/diary_labels.h"
#include "run/diary_words.h"

enum { WIDTH = 228, LOW = 560 }; // pixels of the design

double element_face_width(const struct window *window) {
    return layout_body(&window->layout, WIDTH);
}

bool element_face_fits(const struct window *window) {
    const struct layout *layout = &window->layout;
    return layout->height >= layout_body(layout, LOW);
}

// The picture's side of a side of the person, and back.
static enum face_side picture_side(const struct window *window, bool right) {
    return right == window->house->settings.mirror_picture ? FACE_RIGHT : FACE_LEFT;
}

static bool is_right(const struct window *window, enum face_side side) {
    return (side == FACE_RIGHT) == window->house->settings.mirror_picture;
}

static struct act act_of(const struct window *window, enum face_place place, enum face_side side) {
    return (struct act){ACT_WHERE, (int)place + (is_right(window, side) ? PLACE_COUNT : 0)};
}

// Whether a point of the window as laid out is meant for this place. The element's box is that of
// the place on the face, so the point on the face follows from it.
static bool holds(const struct window *window, const struct element *element, double x, double y) {
    enum face_place place = (enum face_place)(element->act.value % PLACE_COUNT);
    enum face_side side = picture_side(window, element->act.value >= PLACE_COUNT);
    struct box around = place_box(place, side);
    double across = (x - element->box.x) / element->box.width;
    double down = (y - element->box.y) / element->box.height;
    across = window->layout.right_to_left ? 1 - across : across; // a face is not turned round
    struct place_found found;
    return place_at(
               (struct point){around.x + across * around.width, around.y + down * around.height},
               &found) &&
           found.place == place && found.side == side;
}

// As laid out, of what lies on the face.
static struct box box_on(const struct window *window, struct chart_place at, struct box face) {
    return layout_mirror(&window->layout,
                         (struct box){at.x + face.x * at.unit, at.y + face.y * at.unit,
                                      face.width * at.unit, face.height * at.unit});
}

static void name_place(enum face_place place, bool right, char *to, size_t size) {
    // TRANSLATORS: a place of the face on one side: "Left: cheek"
    text_format(to, size, _("%s: %s"), diary_label_side(right ? SIDE_RIGHT : SIDE_LEFT),
                diary_words_place(place));
}

static bool is_pointed_at(const struct window *window, const struct element *element) {
    double x = window->pointer_x, y = window->pointer_y;
    return x >= 0 && y >= 0 && box_holds(element->box, x, y) &&
           box_holds(window->elements->view, x, y) && holds(window, element, x, y);
}

// Tells the places and gathers what of them shows; the name of the one under the pointer.
static void add_places(struct window *window, struct where where, struct chart_place at,
                       struct chart *chart, char *named, size_t size) {
    for (int side = 0; side < FACE_SIDES; side++) {
        bool right = is_right(window, (enum face_side)side);
        for (int place = 0; place < PLACE_COUNT; place++) {
            struct box around = place_box((enum face_place)place, (enum face_side)side);
            struct element element = {
                .role = ROLE_CHIP,
                .box = box_on(window, at, around),
                .act = act_of(window, (enum face_place)place, (enum face_side)side),
                .chosen =
                    where_holds(where, right ? SIDE_RIGHT : SIDE_LEFT, (enum face_place)place),
                .aside = true,
                .holds = holds};
            name_place((enum face_place)place, right, element.name, sizeof element.name);
            element_add(window, &element);
            chart->chosen[side] |= (unsigned)element.chosen << place;
            if (is_pointed_at(window, &element)) {
                chart->warm[side] |= 1u << place;
                text_copy(named, size, element.name);
            }
        }
    }
}

// Which side is which; under the pointer, what would be chosen.
static double put_words(struct window *window, const char *named, struct box box) {
    double half = box.width / 2;
    const char *labels[FACE_SIDES];
    labels[picture_side(window, false)] = _("Your left");
    labels[picture_side(window, true)] = _("Your right");
    double height = 0;
    for (int side = 0; side < FACE_SIDES; side++) {
        // The face is not turned round where the window is.
        bool second = (side == FACE_RIGHT) != window->layout.right_to_left;
        struct words words = {
            .text = labels[side], .size = TEXT_SMALL, .token = TOKEN_TEXT2, .align = ALIGN_CENTRE};
        struct box place = {box.x + (second ? half : 0), box.y, half, 0};
        double used = *named ? window_words_height(window, labels[side], TEXT_SMALL, half)
                             : window_words(window, &words, place);
        height = used > height ? used : height;
    }
    if (*named) {
        struct words words = {
            .text = named, .size = TEXT_SMALL, .token = TOKEN_TEXT, .align = ALIGN_CENTRE};
        window_words(window, &words, box);
    }
    return box.y + height;
}

// The chart and the words below it; returns where it ends.
static double put_chart(struct window *window, const struct chart *chart, const char *named,
                        struct box box) {
    if (element_is_seen(window, box)) {
        cairo_save(window->cairo);
        window_turn(window, window->cairo);
        chart_paint(window->cairo, &window->theme, chart,
                    chart_place_in(layout_mirror(&window->layout, box)), window->layout.pixel);
        cairo_restore(window->cairo);
    }
    said_apart(window, true); // for who looks; the chips say their side
    box.y = put_words(
        window, named,
        (struct box){box.x, box.y + box.height + layout_space(&window->layout, 4), box.width, 0});
    said_apart(window, false);
    return box.y;
}

double element_face(struct window *window, struct where where, struct box box) {
    struct chart chart = {.named = true};
    char named[ELEMENT_NAME_MAX] = "";
    box.height = box.width / chart_aspect();
    add_places(window, where, chart_place_in(layout_mirror(&window->layout, box)), &chart, named,
               sizeof named);
    return put_chart(window, &chart, named, box);
}

double element_face_side(struct window *window, enum side chosen, struct act left, struct act right,
                         struct box box) {
    enum { ALL = (1 << PLACE_COUNT) - 1 };
    struct chart chart = {.named = true};
    box.height = box.width / chart_aspect();
    for (int i = 0; i < FACE_SIDES; i++) {
        bool is_of_right = i == 1;
        enum side told = is_of_right ? SIDE_RIGHT : SIDE_LEFT;
        enum face_side side = picture_side(window, is_of_right);
        // The face is not turned round where the window is.
        bool second = (side == FACE_RIGHT) != window->layout.right_to_left;
        double half = box.width / 2;
        struct element element = {.role = ROLE_CHOICE,
                                  .box = {box.x + (second ? half : 0), box.y, half, box.height},
                                  .act = is_of_right ? right : left,
                                  .chosen = chosen == told || chosen == SIDE_BOTH,
                                  .aside = true};
        text_copy(element.name, sizeof element.name, diary_label_side(told));
        element_add(window, &element);
        chart.chosen[side] = element.chosen ? ALL : 0;
        chart.warm[side] = element_warmth(window, element.box) > 0 ? ALL : 0;
    }
    return put_chart(window, &chart, "", box);
}
