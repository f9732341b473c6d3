// SPDX-License-Identifier: MIT
#include <assert.h>
#include <math.h>

#include "app/element.h"
#include "base/text.h"
#include "run/words.h"

// The elements that are a control alone: painted, then registered.

enum { RATING_MOST = 10 };

static double scale_of(const struct window *window) {
    return layout_body(&window->layout, 1);
}

// What a button without words is called.
static const char *icon_name(enum icon icon) {
    static const char *const names[ICON_COUNT] = {
        [ICON_PLAY] = N_("Start"),
        [ICON_PAUSE] = N_("Pause"),
        [ICON_NEXT] = N_("Next step"),
        [ICON_PREVIOUS] = N_("The step before"),
        [ICON_AGAIN] = N_("This step again"),
        [ICON_STOP] = N_("Stop and keep"),
        [ICON_SOUND] = N_("Sound off"),
        [ICON_MUTED] = N_("Sound on"),
        [ICON_FULL] = N_("Full screen"),
        [ICON_WINDOWED] = N_("Leave full screen"),
        [ICON_HELP] = N_("Help"),
        [ICON_BACK] = N_("Back"),
        [ICON_DOCTOR] = N_("Emergency"),
        [ICON_SEARCH] = N_("Search"),
        [ICON_CLOSE] = N_("Close"),
    };
    return names[icon] ? _(names[icon]) : _("Button");
}

void element_button(struct window *window, const struct button *button, struct box box,
                    struct act act) {
    struct element element = {.role = ROLE_BUTTON, .box = box, .act = act};
    element.main = button->kind == BUTTON_PRIMARY || button->kind == BUTTON_ROUND;
    text_copy(element.name, sizeof element.name,
              button->label ? button->label : icon_name(button->icon));
    if (element_is_seen(window, box)) {
        struct button look = *button;
        look.focused = false; // the ring comes last, over everything
        look.warmth = element_warmth(window, box);
        button_paint(window->cairo, &window->theme, &look, box, scale_of(window));
    }
    element_add(window, &element);
}

void element_sign(struct window *window, const struct stepper_sign *sign, struct box box) {
    struct element element = {
        .role = ROLE_BUTTON, .box = box, .act = sign->act, .group = sign->group};
    text_copy(element.name, sizeof element.name, sign->name);
    text_copy(element.value, sizeof element.value, sign->value);
    if (element_is_seen(window, box)) {
        const struct button look = {.kind = BUTTON_SECONDARY,
                                    .icon = sign->more ? ICON_PLUS : ICON_MINUS,
                                    .warmth = element_warmth(window, box)};
        button_paint(window->cairo, &window->theme, &look, box, scale_of(window));
    }
    element_add(window, &element);
}

static double chip_height(const struct window *window) {
    return layout_body(&window->layout, 44);
}

double element_chips(struct window *window, const char *const labels[], int count, unsigned chosen,
                     struct box box, enum act_kind act, int group) {
    double gap = layout_space(&window->layout, 8);
    double height = chip_height(window);
    double x = box.x;
    double y = box.y;
    for (int i = 0; i < count; i++) {
        double width = fmin(box.width, chip_width(window->cairo, labels[i], scale_of(window)));
        if (x > box.x && x + width > box.x + box.width + 0.5) {
            x = box.x;
            y += height + gap;
        }
        struct box place = {x, y, width, height};
        struct chip chip = {
            .label = labels[i], .chosen = chosen >> i & 1, .warmth = element_warmth(window, place)};
        if (element_is_seen(window, place)) {
            chip_paint(window->cairo, &window->theme, &chip, place, scale_of(window));
        }
        struct element element = {.role = ROLE_CHIP,
                                  .box = place,
                                  .act = {act, i},
                                  .group = group,
                                  .chosen = chip.chosen};
        text_copy(element.name, sizeof element.name, labels[i]);
        element_add(window, &element);
        x += width + gap;
    }
    return count > 0 ? y + height - box.y : 0;
}

// How the eleven circles stand: in one row, or 0-5 above 6-10.
struct eleven {
    int across;
    double side, pitch, row, left;
};

// So wide that the words of neighbours never meet.
static double word_width(double pitch) {
    return pitch * 1.96;
}

static struct eleven eleven_lay(struct window *window, const struct rating_look *look,
                                struct box box) {
    static const double GAP = 12.0 / 64; // of a circle
    const struct layout *layout = &window->layout;
    struct eleven eleven = {.across = layout->effective < 600 ? 6 : RATING_MOST + 1};
    // The design's sizes where there is room, else circle and gap smaller together.
    double pitch = layout_body(layout, look->size * (1 + GAP));
    eleven.pitch = fmin(pitch, box.width / (eleven.across - GAP / (1 + GAP)));
    eleven.side = eleven.pitch / (1 + GAP);
    double width = eleven.pitch * (eleven.across - 1) + eleven.side;
    eleven.left = box.x + (look->bare ? 0 : (box.width - width) / 2);
    eleven.row = fmax(eleven.side, layout_body(layout, 44)) + layout_space(layout, 8);
    if (look->bare) {
        return eleven;
    }
    // Where large text stands under small circles its words take two lines.
    double words = window_words_height(window, _("before"), TEXT_SMALL, box.width);
    for (int value = 0; value <= RATING_MOST; value++) {
        int column = value % eleven.across;
        bool edge = column == 0 || column == eleven.across - 1;
        double room =
            edge ? (word_width(eleven.pitch) + eleven.side) / 2 : word_width(eleven.pitch);
        words = fmax(words, window_words_height(window, words_rating(value), TEXT_SMALL, room));
    }
    eleven.row = eleven.side + words + layout_space(layout, 24);
    return eleven;
}

// The word below a number.
static void rating_word(struct window *window, const char *word, struct box circle, double pitch) {
    struct text_style style = window_style(window, TEXT_SMALL);
    double width = word_width(pitch);
    style.smallest = style.size * 0.7;
    style.align = ALIGN_CENTRE;
    style.rise = RISE_TOP;
    style.lines = 2;
    struct box box = {box_middle_x(circle) - width / 2,
                      circle.y + circle.height + layout_space(&window->layout, 10), width,
                      style.size * 2.9};
    const struct box view = window->elements->view;
    // At the edge it becomes narrower: pushed aside it would lie on its neighbour. A short word
    // keeps the middle of its number.
    double end = fmin(box.x + width, view.x + view.width);
    double middle = box_middle_x(circle);
    double both = 2 * fmin(middle - fmax(view.x, box.x), end - middle);
    bool is_short = window_words_height(window, word, TEXT_SMALL, both) <=
                    window_words_height(window, word, TEXT_SMALL, width);
    box.x = is_short ? middle - both / 2 : fmax(view.x, box.x);
    box.width = is_short ? both : end - box.x;
    theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
    text_draw(window->cairo, word, &style, box);
}

static void rating_one(struct window *window, const struct rating_look *look, int value,
                       struct box cell, double side, int group) {
    struct box round = {box_middle_x(cell) - side / 2,
                        cell.y + (look->bare ? (cell.height - side) / 2 : 0), side, side};
    const struct rating_circle circle = {.value = value,
                                         .chosen = value == look->chosen,
                                         .before = value == look->before,
                                         .warmth = element_warmth(window, cell)};
    if (element_is_seen(window, cell)) {
        rating_circle_paint(window->cairo, &window->theme, &circle, round, scale_of(window));
    }
    const char *word = words_rating(value);
    const char *below = circle.before ? _("before") : word;
    if (below[0] && !look->bare) {
        rating_word(window, below, round, cell.width);
    }
    struct element element = {.role = ROLE_CHOICE,
                              .box = cell,
                              .act = {look->act, look->base + value},
                              .group = group,
                              .chosen = circle.chosen,
                              .radius = side / 2};
    if (look->name) {
        text_format(element.name, sizeof element.name, "%s %d", look->name, value);
    } else {
        text_format(element.name, sizeof element.name, "%d", value);
    }
    text_copy(element.value, sizeof element.value, look->bare ? "" : word);
    element.ring = round;
    element_add(window, &element);
}

double element_rating_as(struct window *window, const struct rating_look *look, struct box box,
                         int group) {
    struct eleven eleven = eleven_lay(window, look, box);
    for (int value = 0; value <= RATING_MOST; value++) {
        int row = value / eleven.across;
        int column = value % eleven.across;
        // The cell owns half of the gap on both sides: there is no dead space between two numbers.
        struct box cell = {eleven.left + column * eleven.pitch - (eleven.pitch - eleven.side) / 2,
                           box.y + row * eleven.row, eleven.pitch,
                           fmax(eleven.side, layout_body(&window->layout, 44))};
        rating_one(window, look, value, cell, eleven.side, group);
    }
    int rows = RATING_MOST / eleven.across + 1;
    return eleven.row * rows;
}

double element_rating(struct window *window, int chosen, int before, struct box box, int group) {
    const struct rating_look look = {
        .act = ACT_RATE, .chosen = chosen, .before = before, .size = 64};
    said_title(window, _("Press 0 to 9. For ten press 1 and then 0."));
    return element_rating_as(window, &look, box, group);
}

void element_field(struct window *window, const char *name, const char *placeholder, struct box box,
                   struct act act) {
    struct element element = {
        .role = ROLE_FIELD, .box = box, .act = act, .radius = layout_body(&window->layout, 14)};
    text_copy(element.name, sizeof element.name, name);
    text_copy(element.value, sizeof element.value, window->field.text);
    bool focused = element_add(window, &element);
    struct field_look look = {.text = window->field.text,
                              .placeholder = placeholder,
                              .caret = focused ? (int)window->field.caret : -1,
                              .icon = ICON_SEARCH,
                              .key = focused || window->field.text[0] ? NULL : "/",
                              .warmth = element_warmth(window, box)};
    if (element_is_seen(window, box)) {
        field_paint(window->cairo, &window->theme, &look, box, scale_of(window));
    }
}

void element_entry(struct window *window, const char *name, const char *placeholder, struct box box,
                   bool main) {
    struct element element = {.role = ROLE_FIELD,
                              .box = box,
                              .act = {ACT_WRITE, 0},
                              .main = main,
                              .radius = layout_body(&window->layout, 14)};
    text_copy(element.name, sizeof element.name, name);
    text_copy(element.value, sizeof element.value, window->field.text);
    bool focused = element_add(window, &element);
    struct field_look look = {.text = window->field.text,
                              .placeholder = placeholder,
                              .caret = focused ? (int)window->field.caret : -1,
                              .warmth = element_warmth(window, box)};
    if (element_is_seen(window, box)) {
        field_paint(window->cairo, &window->theme, &look, box, scale_of(window));
    }
}

void element_slider(struct window *window, const char *name, const char *value, double at,
                    struct box box, struct act act) {
    struct element element = {.role = ROLE_SLIDER, .box = box, .act = act};
    text_copy(element.name, sizeof element.name, name);
    text_copy(element.value, sizeof element.value, value);
    struct text_style style = window_style(window, TEXT_BODY);
    double words = fmin(box.width / 2, text_width(window->cairo, value, &style) + 1);
    double gap = layout_space(&window->layout, 16);
    if (element_is_seen(window, box)) {
        slider_paint(window->cairo, &window->theme, at,
                     (struct box){box.x, box.y, box.width - words - gap, box.height},
                     scale_of(window));
        theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
        style.smallest = style.size * 0.7;
        text_draw(window->cairo, value, &style,
                  (struct box){box.x + box.width - words, box.y, words, box.height});
    }
    element_add(window, &element);
}
