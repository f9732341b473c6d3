// SPDX-License-Identifier: MIT
#include <math.h>
#include <stdlib.h>

#include "app/element.h"
#include "app/first.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/head.h"
#include "app/keys.h"
#include "app/list.h"
#include "app/page.h"
#include "app/profile.h"
#include "app/scroll.h"
#include "app/toast.h"
#include "base/memory.h"
#include "base/text.h"
#include "draw/scene.h"
#include "run/day_words.h"
#include "run/profile_effect.h"

// What was told, one thing to a row, each with its answer and when it was given.

enum { GROUP_ITEMS = 1, CONTENT = 944, COLUMNS_FROM = 736 };

struct box profile_column(struct window *window, const char *name, double most) {
    const struct layout *layout = &window->layout;
    scene_ground(window->cairo, &window->theme, (struct scene){window->width, window->height});
    struct box view = window_content(window, CONTENT);
    double end = window_corner(window).x - layout_space(layout, 12);
    head_paint(window, name, (struct act){ACT_BACK, 0}, view.x, end);
    view.y = ceil(window_head(window) + layout_space(layout, 12));
    double foot = fmax(window_foot(window), toast_foot(window));
    view.height = floor(window->height - foot - view.y);
    struct box box = view;
    box.y = scroll_begin(window, &window->scroll, view) + layout_space(layout, 4);
    box.width = fmin(box.width, layout_body(layout, most));
    return box;
}

void profile_column_end(struct window *window, double y) {
    scroll_end(window, &window->scroll, y + layout_space(&window->layout, 8));
    scroll_edges(window, &window->scroll);
}

// The answer and below it its date, as texts.
struct row_texts {
    struct text_builder answer, date;
    bool told;
};

static void read_texts(const struct window *window, int item, struct row_texts *texts) {
    const struct answer *answer = profile_answer(window, item);
    *texts = (struct row_texts){.told = answer != NULL};
    if (!answer) {
        text_add(&texts->answer, _("Not told yet"));
        text_add(&texts->date, "");
        return;
    }
    char day[DAY_WORDS_DATE_MAX];
    bool other = answer->by[0] == 'o';
    profile_answer_words(window, item, &texts->answer);
    // TRANSLATORS: %s is a date; below an answer that somebody else gave for the person
    text_add_format(&texts->date, other ? _("told on %s, by somebody else") : _("told on %s"),
                    day_words_day(wall_day(answer->at), day));
}

static void free_texts(struct row_texts *texts) {
    text_builder_free(&texts->answer);
    text_builder_free(&texts->date);
}

// Whether name and date stand on one line.
static bool fits_beside(struct window *window, const char *name, const char *date, double width) {
    struct text_style style = window_style(window, TEXT_SMALL);
    double gap = layout_space(&window->layout, 24);
    return text_width(window->cairo, name, &style) + text_width(window->cairo, date, &style) + gap <
           width;
}

// The name, its date at the end of the line or below, and the answer; with `paint` off it only
// measures. Returns the end.
static double row_words(struct window *window, const struct profile_item *item,
                        const struct row_texts *texts, struct box box, bool paint) {
    bool beside = fits_beside(window, _(item->name), texts->date.text, box.width);
    const struct words lines[] = {
        {.text = _(item->name), .size = TEXT_SMALL, .token = TOKEN_TEXT2},
        {.text = texts->answer.text,
         .size = TEXT_BODY,
         .token = texts->told ? TOKEN_TEXT : TOKEN_TEXT2},
        {.text = beside ? "" : texts->date.text, .size = TEXT_SMALL, .token = TOKEN_TEXT2},
    };
    if (beside && paint) {
        window_words(window,
                     &(struct words){.text = texts->date.text,
                                     .size = TEXT_SMALL,
                                     .token = TOKEN_TEXT2,
                                     .align = ALIGN_END},
                     box);
    }
    for (int i = 0; i < 3; i++) {
        box.y += paint ? window_words(window, &lines[i], box)
                       : window_words_height(window, lines[i].text, lines[i].size, box.width);
    }
    return box.y;
}

static void add_row(struct window *window, int index, const struct row_texts *texts,
                    struct box box) {
    struct element element = {.role = ROLE_ROW,
                              .box = box,
                              .act = {ACT_ITEM, index},
                              .group = GROUP_ITEMS,
                              .radius = layout_body(&window->layout, 14)};
    text_copy(element.name, sizeof element.name, _(profile_item(index)->name));
    text_format(element.value, sizeof element.value, "%s%s%s", texts->answer.text,
                *texts->date.text ? ", " : "", texts->date.text);
    element_add(window, &element);
}

static double paint_row(struct window *window, int index, struct box box) {
    const struct layout *layout = &window->layout;
    const struct profile_item *item = profile_item(index);
    // The words stand in line with the head above them; what is pressed reaches farther.
    double out = layout_body(layout, 8);
    double air = layout_space(layout, 8);
    struct row_texts texts;
    read_texts(window, index, &texts);
    struct box inner = {box.x, box.y + air, box.width, 0};
    double end =
        fmax(row_words(window, item, &texts, inner, false) + air, box.y + layout_body(layout, 56));
    struct box place = {box.x - out, box.y, box.width + 2 * out, end - box.y};
    if (element_is_seen(window, place)) {
        warmth_paint(window->cairo, &window->theme, place, layout_body(layout, 14),
                     element_warmth(window, place));
        row_words(window, item, &texts, inner, true);
    }
    add_row(window, index, &texts, place);
    free_texts(&texts);
    return end + layout_space(layout, 2);
}

static double paint_items(struct window *window, int from, int end, struct box box) {
    for (int i = from; i < end; i++) {
        const char *head = profile_item(i)->head;
        if (head) {
            box.y += i > from ? layout_space(&window->layout, 16) : 0;
            element_head(window, box.y);
            box.y += window_words(
                window, &(struct words){.text = _(head), .size = TEXT_STRONG, .token = TOKEN_TEXT},
                box);
            box.y += layout_space(&window->layout, 4);
        }
        box.y = paint_row(window, i, box);
        element_no_head(window); // it stands above its first row
    }
    return box.y;
}

// Where the second column begins: at the head that parts the items most evenly.
static int half_of_items(void) {
    int count = profile_item_count();
    int best = count;
    for (int i = 1; i < count; i++) {
        if (profile_item(i)->head && abs(2 * i - count) < abs(2 * best - count)) {
            best = i;
        }
    }
    return best;
}

static double paint_form(struct window *window, struct box box) {
    double gap = layout_space(&window->layout, 48);
    int count = profile_item_count();
    if (box.width < layout_body(&window->layout, COLUMNS_FROM)) {
        return paint_items(window, 0, count, box);
    }
    struct box half = {box.x, box.y, (box.width - gap) / 2, 0};
    double left = paint_items(window, 0, half_of_items(), half);
    half.x += half.width + gap;
    return fmax(left, paint_items(window, half_of_items(), count, half));
}

static double paint_begin(struct window *window, struct box box) {
    struct text_builder text = {0};
    text_add(&text, _("What you tell decides which routines are open. Nothing has to be told, and "
                      "all of it can be changed."));
    text_add(&text, " ");
    profile_sum(&text, &window->gates->person, &window->house->catalog);
    box.y += window_words(
        window, &(struct words){.text = text.text, .size = TEXT_BODY, .token = TOKEN_TEXT2}, box);
    text_builder_free(&text);
    return box.y + layout_space(&window->layout, 20);
}

static void profile_paint(struct window *window) {
    struct box box = profile_column(window, _("What you told"), CONTENT);
    box.y = paint_begin(window, box);
    profile_column_end(window, paint_form(window, box));
    const struct element *element = focus_element(window);
    window->profile->offset = window->scroll.offset;
    if (element && element->act.kind == ACT_ITEM) {
        window->profile->focus = element->act;
    }
    const struct key_hint hints[] = {
        {_("Enter"), _("change")}, {_("Ctrl Z"), _("undo")}, {"F1", _("keys")}, {"Esc", _("back")}};
    window_hints(window, hints, 4);
}

void profile_show(struct window *window, int item) {
    bool opened = window->profile != NULL;
    if (!opened) {
        window->profile = memory_new(1, sizeof *window->profile);
    }
    struct profile_form *form = window->profile;
    if (window->screen != SCREEN_ITEM && window->screen != SCREEN_PROFILE) {
        form->from = window->screen == SCREEN_LIST || window->screen == SCREEN_PAGE ? window->screen
                                                                                    : SCREEN_FIRST;
        form->focus = (struct act){ACT_ITEM, item >= 0 ? item : 0};
        form->offset = 0;
    }
    profile_read_all(window);
    window_show(window, SCREEN_PROFILE);
    window->scroll.offset = form->offset;
    focus_on(window, form->focus);
}

double profile_way(struct window *window, struct box box) {
    const struct row row = {.title = _("What you told"),
                            .line = _("It decides which routines are open."),
                            .value =
                                layout_kind(&window->layout) >= LAYOUT_MIDDLE ? _("Ctrl ,") : ""};
    return element_row_in_line(window, &row, box, (struct act){ACT_PROFILE, -1}, 0);
}

void profile_leave(struct window *window) {
    struct profile_form *form = window->profile;
    if (form && form->has_kept) {
        (void)profile_take_field(window);
        window->field = form->kept;
        form->has_kept = false;
    }
}

static void leave(struct window *window) {
    if (window->profile->from == SCREEN_LIST) {
        list_show(window);
    } else if (window->profile->from == SCREEN_PAGE && window->page) {
        page_again(window);
    } else {
        first_show(window);
    }
}

static void profile_act(struct window *window, struct act act) {
    if (act.kind == ACT_ITEM) {
        profile_open(window, act.value);
    } else if (act.kind == ACT_BACK) {
        leave(window);
    }
}

static bool profile_key_pressed(struct window *window, const SDL_KeyboardEvent *event) {
    if (keys_is_back(window, event)) {
        leave(window);
        return true;
    }
    return false;
}

const struct screen profile_screen = {
    .paint = profile_paint, .key = profile_key_pressed, .act = profile_act};
