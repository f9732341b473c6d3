// SPDX-License-Identifier: MIT
#include "app/ask.h"

#include <assert.h>
#include <math.h>

#include "app/element.h"
#include "app/scroll.h"
#include "base/text.h"
#include "draw/scene.h"

enum { RATING_MOST = 10, CHOICES_MAX = 6, ANSWERS_GROUP = 2, LOW = 400 };

void ask_ground(struct window *window) {
    struct scene scene = {window->width, window->height};
    scene_ground(window->cairo, &window->theme, scene);
}

void ask_back(struct window *window, const char *label) {
    double scale = layout_body(&window->layout, 1);
    struct button button = {.kind = BUTTON_QUIET, .icon = ICON_BACK, .label = label};
    struct box corner = window_corner(window);
    double width = button_width(window->cairo, &button, scale);
    double start = window_margin(window) - layout_body(&window->layout, 12);
    // The ring around it stays inside the window.
    struct box box = {fmax(layout_body(&window->layout, 8), start), corner.y, width, corner.height};
    if (box.x + width > corner.x - 4) {
        button.label = NULL; // the sign is enough where the words would meet the corner
        box.width = corner.height;
    }
    element_button(window, &button, box, (struct act){ACT_BACK, 0});
}

static struct box free_view(const struct window *window, double most) {
    struct box content = window_content(window, most);
    content.y = window_head(window) + layout_space(&window->layout, 8);
    content.height = window->height - window_foot(window) - content.y;
    return content;
}

// How far below the beginning of its view a column lower than it begins.
static double lead(const struct window *window, struct box view) {
    return fmax(0, (view.height - window->scroll.height) / 2);
}

static bool is_low(const struct window *window) {
    const struct layout *layout = &window->layout;
    return layout->height < LOW * layout->pixel * layout->text;
}

// Returns how high it is, with the air below it.
static double keep_question(struct window *window, const char *question, struct box view) {
    static const double MOST = 0.44; // of the view
    struct text_style style = window_style(window, TEXT_TITLE);
    style.smallest = 0.5 * style.size;
    style.lines = 5;
    style.align = ALIGN_CENTRE;
    view.height *= MOST;
    said_title(window, question);
    theme_use(window->cairo, &window->theme, TOKEN_TEXT, 1);
    struct text_fit fit = text_draw(window->cairo, question, &style, view);
    return ceil(fit.height + layout_body(&window->layout, 8));
}

bool ask_column(struct window *window, double most, const char *question, struct box *column) {
    struct box view = free_view(window, most);
    bool kept = question && is_low(window);
    if (kept) {
        double used = keep_question(window, question, view);
        view.y += used;
        view.height -= used;
    }
    double shift = window->scroll.height > 0 ? lead(window, view) : 0;
    *column = view;
    column->y = scroll_begin(window, &window->scroll, view) + shift;
    return kept;
}

void ask_column_end(struct window *window, double y) {
    struct scroll *scroll = &window->scroll;
    double before = scroll->height;
    double shift = before > 0 ? lead(window, scroll->view) : 0;
    scroll_end(window, scroll, y - shift);
    scroll_edges(window, scroll);
    if (fabs(scroll->height - before) > 0.5) {
        window_stale(window); // in the middle of another height
    }
}

double ask_line(struct window *window, const char *text, enum text_size size, enum token token,
                struct box box) {
    struct words words = {.text = text, .size = size, .token = token, .align = ALIGN_CENTRE};
    return box.y + window_words(window, &words, box);
}

double ask_question(struct window *window, const char *above, const char *question,
                    struct box box) {
    if (above && above[0]) {
        box.y = ask_line(window, above, TEXT_BODY, TOKEN_TEXT2, box);
        box.y += layout_space(&window->layout, 8);
    }
    said_title(window, question);
    if (window_is_compact(window)) {
        return ask_line(window, question, TEXT_TITLE, TOKEN_TEXT, box);
    }
    // One line a little smaller reads better than a last word alone on a second.
    struct text_style style = window_style(window, TEXT_DISPLAY);
    style.lines = 1;
    style.smallest = style.size * 0.8;
    style.align = ALIGN_CENTRE;
    box.height = layout_display(&window->layout, 56);
    struct text_fit fit = text_fit(window->cairo, question, &style, box);
    if (fit.cut) {
        return ask_line(window, question, TEXT_DISPLAY, TOKEN_TEXT, box);
    }
    theme_use(window->cairo, &window->theme, TOKEN_TEXT, 1);
    return box.y + text_draw(window->cairo, question, &style, box).height;
}

static double button_height(const struct window *window, const struct button *button) {
    bool compact = window_is_compact(window);
    double large = layout_title(&window->layout, compact ? 60 : 68);
    double plain = layout_body(&window->layout, compact ? 48 : 56);
    return button->large ? fmax(large, plain) : plain;
}

double ask_buttons(struct window *window, const struct choice *choices, int count, struct box box) {
    assert(count <= CHOICES_MAX);
    double scale = layout_body(&window->layout, 1);
    double gap = layout_space(&window->layout, window_is_compact(window) ? 12 : 16);
    double widths[CHOICES_MAX];
    double sum = (count - 1) * gap;
    double widest = 0;
    double highest = 0;
    for (int i = 0; i < count; i++) {
        widths[i] = fmin(box.width, button_width(window->cairo, &choices[i].button, scale));
        sum += widths[i];
        widest = fmax(widest, widths[i]);
        highest = fmax(highest, button_height(window, &choices[i].button));
    }
    bool stacked = sum > box.width;
    double x = box_middle_x(box) - (stacked ? widest : sum) / 2;
    for (int i = 0; i < count; i++) {
        double height = button_height(window, &choices[i].button);
        struct box place = {x, box.y + (stacked ? 0 : (highest - height) / 2),
                            stacked ? widest : widths[i], height};
        element_button(window, &choices[i].button, place, choices[i].act);
        x += stacked ? 0 : widths[i] + gap;
        box.y += stacked ? height + (i + 1 < count ? gap : 0) : 0;
    }
    return stacked ? box.y : box.y + highest;
}

static void answer(struct window *window, const struct answers *answers, int index,
                   struct box box) {
    char key[TEXT_NUMBER_MAX];
    char said[ELEMENT_NAME_MAX];
    text_decimal(index + 1, key);
    struct button button = {.kind = BUTTON_SECONDARY,
                            .label = answers->labels[index],
                            .key = key,
                            .warmth = element_warmth(window, box)};
    if (element_is_seen(window, box)) {
        button_paint(window->cairo, &window->theme, &button, box, layout_body(&window->layout, 1));
    }
    struct element element = {.role = ROLE_CHOICE,
                              .box = box,
                              .act = {answers->act, index + 1},
                              .group = ANSWERS_GROUP,
                              .main = answers->main == index};
    text_copy(element.name, sizeof element.name, answers->labels[index]);
    text_format(said, sizeof said, "%d: %s", index + 1, answers->labels[index]);
    said_words(window, said);
    element_add(window, &element);
}

double ask_answers(struct window *window, const struct answers *answers, struct box box) {
    bool compact = window_is_compact(window);
    double height = layout_body(&window->layout, compact ? 48 : 56);
    double gap = layout_space(&window->layout, compact ? 8 : 12);
    double width = fmin(box.width, layout_body(&window->layout, 520));
    for (int i = 0; i < answers->count; i++) {
        answer(window, answers, i,
               (struct box){box_middle_x(box) - width / 2, box.y, width, height});
        box.y += height + (i + 1 < answers->count ? gap : 0);
    }
    return box.y;
}

int ask_digit(struct window *window, const SDL_KeyboardEvent *event, int chosen) {
    SDL_Keycode key = event->keysym.sym;
    int digit = key >= SDLK_0 && key <= SDLK_9         ? (int)(key - SDLK_0)
                : key == SDLK_KP_0                     ? 0
                : key >= SDLK_KP_1 && key <= SDLK_KP_9 ? (int)(key - SDLK_KP_1) + 1
                                                       : -1;
    int64_t now_ms = clock_monotonic_ms();
    if (key == SDLK_t) {
        return RATING_MOST;
    }
    if (digit == 0 && chosen == 1 && now_ms - window->digit_ms < ASK_TEN_WITHIN_MS) {
        return RATING_MOST;
    }
    if (digit == 1) {
        window->digit_ms = now_ms;
    }
    return digit;
}

bool ask_rating_key(struct window *window, const SDL_KeyboardEvent *event, int *rating) {
    int value = ask_digit(window, event, *rating);
    SDL_Keycode key = event->keysym.sym;
    if (value >= 0) {
        *rating = value;
    } else if (key == SDLK_LEFT || key == SDLK_RIGHT) {
        int by = key == SDLK_LEFT ? -1 : 1;
        int from = *rating < 0 ? (by > 0 ? -1 : RATING_MOST / 2 + 1) : *rating;
        *rating = from + by < 0 ? 0 : from + by > RATING_MOST ? RATING_MOST : from + by;
    } else if (key == SDLK_BACKSPACE || key == SDLK_DELETE) {
        *rating = -1;
    } else {
        return false;
    }
    return true;
}
