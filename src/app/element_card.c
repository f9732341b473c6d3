// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "base/text.h"
#include "draw/category.h"

// Cards and rows: elements that hold several texts.

static struct text_style line_style(const struct window *window, enum text_size size) {
    struct text_style style = window_style(window, size);
    style.smallest = style.size * 0.8;
    style.lines = 1;
    return style;
}

static double line_height(const struct window *window, enum text_size size) {
    return window_style(window, size).size * 1.4;
}

// A sign before the small line: a clock for the length, a lock for the reason.
static void put_sign(struct window *window, enum icon icon, struct box box) {
    double side = layout_body(&window->layout, 18);
    double middle = box.y + line_height(window, TEXT_SMALL) / 2;
    theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
    icon_draw(window->cairo, icon, box.x + side / 2, middle, side);
}

static double picture_side(const struct window *window) {
    const struct layout *layout = &window->layout;
    return layout_body(layout, layout_kind(layout) == LAYOUT_SMALLEST ? 56 : 80);
}

// What a card says, from its upper edge on: a title, a sentence, and behind a sign the length or
// the reason. Nothing is cut: the texts break, and the card is as high as they need.
static double card_words(struct window *window, const struct card *card, struct box box,
                         bool paint) {
    const struct layout *layout = &window->layout;
    const char *last = card->reason ? card->reason : card->meta;
    // In the smallest layout a card says what it is called and how long it takes, no more.
    bool brief = layout_kind(layout) == LAYOUT_SMALLEST && !card->broken;
    const struct words lines[] = {
        {.text = card->title, .size = TEXT_STRONG, .token = TOKEN_TEXT},
        {.text = card->line && !brief ? card->line : "", .size = TEXT_SMALL, .token = TOKEN_TEXT2},
        {.text = last ? last : "", .size = TEXT_SMALL, .token = TOKEN_TEXT2},
    };
    said_apart(window, true);
    for (int i = 0; i < 3; i++) {
        if (i == 2 && lines[i].text[0]) {
            double side = layout_body(layout, 18);
            box.y += layout_space(layout, 4);
            if (paint) {
                put_sign(window, card->reason && !card->enough ? ICON_LOCK : ICON_CLOCK, box);
            }
            box.x += side + layout_body(layout, 6);
            box.width -= side + layout_body(layout, 6);
        }
        box.y += paint ? window_words(window, &lines[i], box)
                       : window_words_height(window, lines[i].text, lines[i].size, box.width);
        box.y += i == 0 ? layout_space(layout, 3) : 0;
    }
    said_apart(window, false);
    return box.y;
}

// Beside a picture the words need so much that most of them stand on their line whole.
static bool has_picture(const struct window *window, const struct card *card, double width) {
    static const double WORDS_LEAST = 190;
    double room = width - picture_side(window) - layout_body(&window->layout, 46);
    return !card->broken && room >= layout_body(&window->layout, WORDS_LEAST);
}

static double mark_side(const struct window *window) {
    return layout_body(&window->layout, 34);
}

// An empty circle, or its number in a filled one.
static void put_mark(struct window *window, const struct card *card, struct box box) {
    const struct layout *layout = &window->layout;
    double side = mark_side(window);
    struct box place = {box.x + box.width - side - layout_space(layout, 12),
                        box_middle_y(box) - side / 2, side, side};
    double thick = window->theme.line * layout->pixel;
    theme_use(window->cairo, &window->theme, card->mark > 0 ? TOKEN_ACCENT : TOKEN_OUTLINE, 1);
    cairo_set_line_width(window->cairo, thick);
    shape_circle(window->cairo, box_middle_x(place), box_middle_y(place), (side - thick) / 2);
    if (card->mark == 0) {
        cairo_stroke(window->cairo);
        return;
    }
    char number[TEXT_NUMBER_MAX];
    struct text_style style = window_style(window, TEXT_STRONG);
    style.align = ALIGN_CENTRE;
    style.rise = RISE_MIDDLE;
    cairo_fill(window->cairo);
    theme_use(window->cairo, &window->theme, TOKEN_ONACCENT, 1);
    text_draw(window->cairo, text_decimal(card->mark, number), &style, place);
}

// Where the words of a card stand, beside its picture.
static struct box words_box(const struct window *window, const struct card *card, struct box box) {
    const struct layout *layout = &window->layout;
    double margin = layout_body(layout, 10);
    bool picture = has_picture(window, card, box.width);
    double before = picture ? picture_side(window) + 3 * margin : 2 * margin;
    double after = layout_space(layout, 16) + (card->marking ? mark_side(window) : 0);
    return (struct box){box.x + before, box.y, box.width - before - after, box.height};
}

double element_card_wants(struct window *window, const struct card *card, double width) {
    struct box box = words_box(window, card, (struct box){0, 0, width, 0});
    double margin = layout_body(&window->layout, 10);
    double words = card_words(window, card, box, false) + 2 * layout_space(&window->layout, 12);
    bool picture = has_picture(window, card, width);
    return fmax(words, picture ? picture_side(window) + 2 * margin : 0);
}

static void card_look(struct window *window, const struct card *card, struct box box) {
    const struct layout *layout = &window->layout;
    double radius = layout_body(layout, 20);
    bool closed = card->reason || card->broken;
    if (closed) {
        card_edge_paint(window->cairo, &window->theme, box, radius, layout->pixel);
    } else {
        card_paint(window->cairo, &window->theme, box, radius);
    }
    warmth_paint(window->cairo, &window->theme, box, radius, element_warmth(window, box));
    if (has_picture(window, card, box.width)) {
        double side = picture_side(window);
        struct box picture = {box.x + layout_body(layout, 10), box_middle_y(box) - side / 2, side,
                              side};
        category_paint(window->cairo, &window->theme, card->picture,
                       closed ? CATEGORY_LOOK_CLOSED : CATEGORY_LOOK_OPEN, picture);
    }
    struct box words = words_box(window, card, box);
    double height = card_words(window, card, words, false) - words.y;
    words.y += (box.height - height) / 2;
    card_words(window, card, words, true);
    if (card->marking) {
        put_mark(window, card, box);
    }
}

void element_card(struct window *window, const struct card *card, struct box box, struct act act,
                  int group) {
    struct element element = {.role = ROLE_CARD,
                              .box = box,
                              .act = act,
                              .group = group,
                              .radius = layout_body(&window->layout, 20)};
    element.chosen = card->mark > 0;
    text_copy(element.name, sizeof element.name, card->title);
    text_format(element.value, sizeof element.value, "%s%s%s", card->meta ? card->meta : "",
                card->meta && card->reason ? ", " : "", card->reason ? card->reason : "");
    if (element_is_seen(window, box)) {
        card_look(window, card, box);
    }
    element_add(window, &element);
}

// A row's words stand beside its value, as wide as that leaves them.
struct row_lay {
    struct box words;
    double value; // width
};

static struct row_lay row_lay(struct window *window, const struct row *row, struct box box) {
    const struct layout *layout = &window->layout;
    struct row_lay lay = {.words = {box.x + layout_body(layout, 8), box.y,
                                    box.width - layout_body(layout, 16), box.height}};
    if (row->value && row->value[0]) {
        struct text_style style = window_style(window, TEXT_BODY);
        style.tabular = true;
        lay.value = fmin(lay.words.width / 2, text_width(window->cairo, row->value, &style) + 1);
        lay.words.width -= lay.value + layout_space(layout, 12);
    }
    return lay;
}

// Title and line under one another; returns the height.
static double row_words(struct window *window, const struct row *row, struct box box, bool paint) {
    const struct words lines[] = {
        {.text = row->title, .size = TEXT_BODY, .token = TOKEN_TEXT},
        {.text = row->line ? row->line : "", .size = TEXT_SMALL, .token = TOKEN_TEXT2},
    };
    return window_stack(window, lines, 2, box, paint);
}

double element_row_wants(struct window *window, const struct row *row, double width) {
    struct row_lay lay = row_lay(window, row, (struct box){0, 0, width, 0});
    double words = row_words(window, row, lay.words, false);
    double least = row->line && row->line[0] ? 64 : 56;
    return fmax(layout_body(&window->layout, least), words + layout_space(&window->layout, 16));
}

static void row_look(struct window *window, const struct row *row, struct box box) {
    const struct layout *layout = &window->layout;
    struct row_lay lay = row_lay(window, row, box);
    warmth_paint(window->cairo, &window->theme, box, layout_body(layout, 14),
                 element_warmth(window, box));
    if (lay.value > 0) {
        struct text_style style = line_style(window, TEXT_BODY);
        style.align = ALIGN_END;
        style.rise = RISE_MIDDLE;
        style.tabular = true;
        theme_use(window->cairo, &window->theme, TOKEN_TEXT2, 1);
        text_draw(window->cairo, row->value, &style,
                  (struct box){box.x + box.width - layout_body(layout, 8) - lay.value, box.y,
                               lay.value, box.height});
    }
    lay.words.y += (box.height - row_words(window, row, lay.words, false)) / 2;
    row_words(window, row, lay.words, true);
}

void element_row(struct window *window, const struct row *row, struct box box, struct act act,
                 int group) {
    struct element element = {.role = ROLE_ROW,
                              .box = box,
                              .act = act,
                              .group = group,
                              .radius = layout_body(&window->layout, 14)};
    text_copy(element.name, sizeof element.name, row->title);
    text_copy(element.value, sizeof element.value, row->value ? row->value : "");
    if (element_is_seen(window, box)) {
        row_look(window, row, box);
    }
    element_add(window, &element);
}

double element_row_in_line(struct window *window, const struct row *row, struct box box,
                           struct act act, int group) {
    double out = layout_body(&window->layout, 8);
    struct box place = {box.x - out, box.y, box.width + 2 * out, 0};
    place.height = element_row_wants(window, row, place.width);
    element_row(window, row, place, act, group);
    return box.y + place.height;
}
