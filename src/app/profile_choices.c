// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/profile.h"
#include "base/text.h"
#include "run/questions.h"

// The choices of an item: rows with what each would switch, and chips.

enum { GROUP_CHOICES = 1, GROUP_ANSWERS = 2 };

// Whether it is what counts now.
static bool is_chosen(const struct window *window, const struct profile_item *item,
                      const struct item_choice *choice) {
    const struct answer *answer = profile_answer(window, window->profile->item);
    if (!answer) {
        return false;
    }
    if (!choice->value || !*choice->value) {
        bool asked = questions_were_asked(window->house->store, item->key);
        return !*answer->value && asked == (choice->value != NULL);
    }
    return item->form == ITEM_SEVERAL ? profile_list_holds(answer->value, choice->value)
                                      : strcmp(answer->value, choice->value) == 0;
}

struct choice_look {
    const char *text, *line, *effect;
    bool chosen, several;
    bool main; // has the focus at first
};

// A circle with a disc in it, or a square with a tick: chosen is a shape as well as a colour.
static void paint_sign(struct window *window, const struct choice_look *look, struct box box) {
    double side = layout_body(&window->layout, 24);
    double line = window->theme.line * window->layout.pixel;
    struct box sign = {box.x, box.y, side, side};
    theme_use(window->cairo, &window->theme, look->chosen ? TOKEN_ACCENT : TOKEN_OUTLINE, 1);
    cairo_set_line_width(window->cairo, look->chosen ? 1.5 * line : line);
    shape_round(window->cairo, box_inset(sign, line), look->several ? side * 0.25 : side / 2);
    cairo_stroke(window->cairo);
    if (look->chosen && look->several) {
        icon_draw(window->cairo, ICON_TICK, box_middle_x(sign), box_middle_y(sign), side * 0.8);
    } else if (look->chosen) {
        shape_circle(window->cairo, box_middle_x(sign), box_middle_y(sign), side * 0.25);
        cairo_fill(window->cairo);
    }
}

static double choice_words(struct window *window, const struct choice_look *look, struct box box,
                           bool paint) {
    const struct words lines[] = {
        {.text = look->text, .size = look->chosen ? TEXT_STRONG : TEXT_BODY, .token = TOKEN_TEXT},
        {.text = look->line, .size = TEXT_SMALL, .token = TOKEN_TEXT2},
        {.text = look->effect, .size = TEXT_SMALL, .token = TOKEN_TEXT2},
    };
    for (int i = 0; i < 3; i++) {
        box.y += paint ? window_words(window, &lines[i], box)
                       : window_words_height(window, lines[i].text, lines[i].size, box.width);
    }
    return box.y;
}

static double paint_choice(struct window *window, const struct choice_look *look, int index,
                           struct box box) {
    const struct layout *layout = &window->layout;
    double out = layout_body(layout, 8);
    double air = layout_space(layout, 10);
    double in = layout_body(layout, 24) + layout_space(layout, 16);
    double radius = layout_body(layout, 14);
    struct box words = {box.x + in, box.y + air, box.width - in, 0};
    double height = choice_words(window, look, words, false) - words.y + 2 * air;
    struct box place = {box.x - out, box.y, box.width + 2 * out,
                        fmax(height, layout_body(layout, 52))};
    words.y += (place.height - height) / 2;
    if (element_is_seen(window, place)) {
        warmth_paint(window->cairo, &window->theme, place, radius, element_warmth(window, place));
        paint_sign(window, look, (struct box){box.x, words.y + layout_body(layout, 1), 0, 0});
        choice_words(window, look, words, true);
    }
    struct element element = {.role = ROLE_CHOICE,
                              .box = place,
                              .act = {ACT_TELL, index},
                              .group = GROUP_CHOICES,
                              .chosen = look->chosen,
                              .main = look->main,
                              .radius = radius};
    text_copy(element.name, sizeof element.name, look->text);
    text_format(element.value, sizeof element.value, "%s%s%s", look->line,
                *look->line && *look->effect ? ". " : "", look->effect);
    element_add(window, &element);
    return box.y + place.height + layout_space(layout, 2);
}

// What choosing it would switch; of one that is chosen, what leaving it out would.
static void add_effect(struct text_builder *text, const char *effect, bool chosen) {
    bool some = effect && *effect;
    if (some && chosen) {
        // TRANSLATORS: before sentences like: Opens “Box breathing”.
        text_add(text, _("Left out again:"));
        text_add(text, " ");
    }
    text_add(text, some ? effect : "");
}

double profile_choices(struct window *window, struct box box) {
    const struct profile_item *item = profile_item(window->profile->item);
    bool rows = item->form == ITEM_ONE || item->form == ITEM_SEVERAL;
    bool fresh = rows && !profile_answer(window, window->profile->item);
    for (int i = 0; i < profile_item_choice_count(item); i++) {
        const struct item_choice *choice = &item->choices[i];
        if (!rows && choice->value && *choice->value) {
            continue; // a suggestion for the field
        }
        struct text_builder effect = {0};
        bool chosen = is_chosen(window, item, choice);
        add_effect(&effect, window->profile->effects[i], chosen);
        const struct choice_look look = {.text = _(choice->text),
                                         .line = choice->line ? _(choice->line) : "",
                                         .effect = effect.text,
                                         .chosen = chosen,
                                         .main = fresh && i == 0,
                                         .several = item->form == ITEM_SEVERAL && choice->value &&
                                                    *choice->value};
        box.y = paint_choice(window, &look, i, box);
        text_builder_free(&effect);
    }
    return box.y;
}

double profile_chips(struct window *window, const struct chips *chips, struct box box) {
    double scale = layout_body(&window->layout, 1);
    double gap = layout_space(&window->layout, 8);
    double height = layout_body(&window->layout, 44);
    double x = box.x;
    for (int i = 0; i < chips->count; i++) {
        // One that is wider than there is room for is written smaller, and not cut.
        double wanted = chip_width(window->cairo, chips->labels[i], scale);
        double width = fmin(box.width, wanted);
        if (x > box.x && x + width > box.x + box.width + 0.5) {
            x = box.x;
            box.y += height + gap;
        }
        struct box place = {x, box.y, width, height};
        struct chip chip = {.label = chips->labels[i],
                            .chosen = i == chips->chosen,
                            .warmth = element_warmth(window, place)};
        if (element_is_seen(window, place)) {
            chip_paint(window->cairo, &window->theme, &chip, place, scale * width / wanted);
        }
        struct element element = {.role = ROLE_CHOICE,
                                  .box = place,
                                  .act = {chips->act, chips->values[i]},
                                  .group = chips->group,
                                  .chosen = chip.chosen,
                                  .main = i == chips->main};
        text_copy(element.name, sizeof element.name, chips->labels[i]);
        element_add(window, &element);
        x += width + gap;
    }
    return box.y + height;
}

double profile_answers(struct window *window, struct box box) {
    const struct profile_item *item = profile_item(window->profile->item);
    const struct layout *layout = &window->layout;
    int left = 0;
    for (int place = 0; place < ANSWERS; place++) {
        const struct question *question = question_of_answer((enum answer_place)place);
        const char *labels[ITEM_CHOICES_MAX];
        int values[ITEM_CHOICES_MAX];
        int count = profile_item_choice_count(item);
        for (int i = 0; i < count; i++) {
            labels[i] = _(item->choices[i].text);
            values[i] = place * ITEM_CHOICES_MAX + i;
        }
        int given = (int)window->profile->answers[place];
        left += given == REPLY_NONE;
        element_head(window, box.y);
        box.y += window_words(
            window,
            &(struct words){.text = _(question->text), .size = TEXT_BODY, .token = TOKEN_TEXT},
            box);
        box.y += layout_space(layout, 8);
        box.y = profile_chips(window,
                              &(struct chips){labels, values, count, ACT_TELL, given - 1,
                                              place == 0 && given == REPLY_NONE ? 0 : -1,
                                              GROUP_ANSWERS + place},
                              box) +
                layout_space(layout, 20);
        element_no_head(window);
    }
    const char *text = left > 0 && left < ANSWERS
                           ? _("The three are kept together, as soon as the last one is given.")
                           : "";
    return box.y +
           window_words(
               window, &(struct words){.text = text, .size = TEXT_BODY, .token = TOKEN_TEXT2}, box);
}
