// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/over.h"
#include "base/text.h"
#include "draw/alarm.h"
#include "run/words.h"

// When to see a doctor: the emergency first, always and asking nothing, then what is less urgent,
// by urgency in words. It calms nobody down.

// What can be seen at a glance has a picture.
static const struct {
    const char *what, *how;
} glances[ALARM_COUNT] = {
    [ALARM_FACE] = {N_("Face"), N_("One side hangs")},
    [ALARM_ARM] = {N_("Arm or leg"), N_("Weak or numb")},
    [ALARM_SPEECH] = {N_("Speech"), N_("Slurred or wrong")},
};

static const char *const sudden[] = {
    N_("sight is lost or double"),
    N_("confusion, or you cannot keep your balance"),
    N_("the worst headache of your life"),
};
enum { SUDDEN = sizeof sudden / sizeof *sudden, LINES_MAX = 6, LISTS = 3 };

struct list_of_signs {
    const char *head;
    const char *lines[LINES_MAX];
};
static const struct list_of_signs lists[LISTS] = {
    {N_("The same day"),
     {N_("new weakness or drooping of the face"), N_("an eye that does not close")}},
    {N_("Within days"),
     {N_("numbness, or hearing, sight or balance has changed"), N_("a red, painful or running eye"),
      N_("it began after a blow to the head"),
      N_("after an injection the lid droops: ring the clinic that gave it")}},
    {N_("Soon, your own doctor"),
     {N_("twitching for more than two weeks, or it comes back or grows"),
      N_("it spreads, or both sides twitch"), N_("the place feels weak, stiff or painful"),
      N_("it began with a new medicine; do not stop it on your own"),
      N_("low mood or worry for weeks")}},
};

struct ink {
    enum token token;
    enum text_size size;
};

// Lines with a dot before each; returns where they end.
static double paint_lines(struct window *window, const char *const lines[], int count,
                          struct ink ink, struct box box) {
    const struct layout *layout = &window->layout;
    double in = layout_body(layout, 18);
    double dot = layout_body(layout, 2.6);
    for (int i = 0; i < count && lines[i]; i++) {
        double line = window_style(window, ink.size).size;
        if (element_is_seen(window, (struct box){box.x, box.y, box.width, line * 1.4})) {
            theme_use(window->cairo, &window->theme, ink.token, 0.75);
            shape_circle(window->cairo, box.x + dot, box.y + line * 0.72, dot);
            cairo_fill(window->cairo);
        }
        struct words words = {.text = _(lines[i]), .size = ink.size, .token = ink.token};
        box.y += window_words(window, &words, (struct box){box.x + in, box.y, box.width - in, 0});
        box.y += layout_space(layout, 6);
    }
    return box.y;
}

// As large as the head, at the end of its line or a line of its own.
static struct box number_box(const struct window *window, struct box inner) {
    const struct layout *layout = &window->layout;
    double width = layout_display(layout, 172);
    bool below = inner.width < 3 * width;
    struct box box = {below ? inner.x : inner.x + inner.width - width, inner.y,
                      below ? inner.width : width, layout_display(layout, 64)};
    return box;
}

static void paint_number(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    struct text_style style = window_style(window, TEXT_DISPLAY);
    style.weight = 600;
    style.rise = RISE_MIDDLE;
    style.lines = 1;
    theme_use(window->cairo, &window->theme, TOKEN_ONALERT, 1);
    shape_round(window->cairo, box, layout_body(layout, 18));
    cairo_fill(window->cairo);
    // Sign and number stand together in the middle.
    const char *number = words_emergency_number();
    double sign = layout_display(layout, 30);
    double gap = layout_space(layout, 12);
    double width = text_width(window->cairo, number, &style) + 1;
    double x = box_middle_x(box) - (sign + gap + width) / 2;
    theme_use(window->cairo, &window->theme, TOKEN_ALERTBG, 1);
    icon_draw(window->cairo, ICON_PHONE, x + sign / 2, box_middle_y(box), sign);
    said_words(window, number);
    text_draw(window->cairo, number, &style,
              (struct box){x + sign + gap, box.y, width, box.height});
}

// Beside one another where there is room, else under one another.
static double paint_glance(struct window *window, enum alarm_sign sign, struct box box) {
    const struct layout *layout = &window->layout;
    double side = layout_body(layout, 48);
    double used = side + layout_space(layout, 14);
    struct box picture = {box.x, box.y, side, side};
    if (element_is_seen(window, picture)) {
        theme_use(window->cairo, &window->theme, TOKEN_ONALERT, 1);
        alarm_paint(window->cairo, sign, picture);
    }
    struct box words = {box.x + used, box.y, box.width - used, 0};
    words.y = window_text(window, _(glances[sign].what), TEXT_STRONG, TOKEN_ONALERT, words);
    words.y = window_text(window, _(glances[sign].how), TEXT_SMALL, TOKEN_ONALERT, words);
    return fmax(words.y, box.y + side);
}

static double paint_glances(struct window *window, struct box box) {
    double gap = layout_space(&window->layout, 24);
    bool beside = layout_kind(&window->layout) >= LAYOUT_MIDDLE;
    double width = beside ? (box.width - (ALARM_COUNT - 1) * gap) / ALARM_COUNT : box.width;
    double end = box.y;
    for (int i = 0; i < ALARM_COUNT; i++) {
        struct box place = {box.x + (beside ? i * (width + gap) : 0), beside ? box.y : end, width,
                            0};
        end = fmax(end, paint_glance(window, (enum alarm_sign)i, place)) + (beside ? 0 : gap / 2);
    }
    return end;
}

static double paint_sudden(struct window *window, struct box box) {
    const struct ink ink = {TOKEN_ONALERT, TEXT_BODY};
    double gap = layout_space(&window->layout, 24);
    if (layout_kind(&window->layout) < LAYOUT_MIDDLE) {
        return paint_lines(window, sudden, SUDDEN, ink, box);
    }
    double width = (box.width - (SUDDEN - 1) * gap) / SUDDEN;
    double end = box.y;
    for (int i = 0; i < SUDDEN; i++) {
        struct box column = {box.x + i * (width + gap), box.y, width, 0};
        end = fmax(end, paint_lines(window, sudden + i, 1, ink, column));
    }
    return end;
}

static double paint_band_words(struct window *window, struct box inner) {
    const struct layout *layout = &window->layout;
    double gap = layout_space(layout, 10);
    struct box number = number_box(window, inner);
    struct box box = inner;
    paint_number(window, number);
    bool below = number.width >= inner.width;
    box.y += below ? number.height + gap : 0;
    box.width -= below ? 0 : number.width + layout_space(layout, 24);
    box.y = window_text(window, _("Sudden, and one of these? Call now."), TEXT_TITLE, TOKEN_ONALERT,
                        box);
    box.y = window_text(window, _("Even if it has already passed, and even if you are not sure."),
                        TEXT_BODY, TOKEN_ONALERT, box);
    box.y = fmax(box.y, number.y + number.height) + layout_space(layout, 18);
    box.width = inner.width;
    box.y = paint_glances(window, box) + gap;
    box.y = paint_sudden(window, box) + layout_space(layout, 4);
    box.y = window_text(window,
                        _("Do not wait. Do not drive. Note the time it began. Unlock the door."),
                        TEXT_STRONG, TOKEN_ONALERT, box) +
            gap;
    box.y =
        window_text(window,
                    _("After botulinum toxin, also weeks later: trouble swallowing, breathing or "
                      "speaking, or getting weak all over: call."),
                    TEXT_BODY, TOKEN_ONALERT, box) +
        gap;
    return window_text(window,
                       _("If you think of ending your life: call. You need not be alone with it."),
                       TEXT_BODY, TOKEN_ONALERT, box);
}

// The words are measured by painting them where nothing is seen, then stand on their ground.
static double paint_band(struct window *window, struct box box) {
    double padding = layout_space(&window->layout, window_is_compact(window) ? 20 : 28);
    struct box inner = {box.x + padding, box.y + padding, box.width - 2 * padding, 0};
    cairo_push_group(window->cairo);
    double end = paint_band_words(window, inner) + padding;
    cairo_pattern_t *words = cairo_pop_group(window->cairo);
    theme_use(window->cairo, &window->theme, TOKEN_ALERTBG, 1);
    shape_round(window->cairo, (struct box){box.x, box.y, box.width, end - box.y},
                layout_body(&window->layout, 28));
    cairo_fill(window->cairo);
    cairo_set_source(window->cairo, words);
    cairo_paint(window->cairo);
    cairo_pattern_destroy(words);
    return end;
}

static double paint_list(struct window *window, const struct list_of_signs *list, struct box box) {
    box.y = window_text(window, _(list->head), TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(&window->layout, 10);
    return paint_lines(window, list->lines, LINES_MAX, (struct ink){TOKEN_TEXT, TEXT_BODY}, box);
}

static double paint_lists(struct window *window, struct box box) {
    double gap = layout_space(&window->layout, 32);
    bool beside = layout_kind(&window->layout) >= LAYOUT_MIDDLE;
    double width = beside ? (box.width - (LISTS - 1) * gap) / LISTS : box.width;
    double end = box.y;
    for (int i = 0; i < LISTS; i++) {
        struct box column = {box.x + (beside ? i * (width + gap) : 0), beside ? box.y : end, width,
                             0};
        end = fmax(end, paint_list(window, &lists[i], column)) + (beside ? 0 : gap / 2);
    }
    return end;
}

static void safety_paint(struct window *window) {
    struct box box = over_begin(window, _("When to see a doctor"));
    said_first(window, true);
    box.y = paint_band(window, box) + layout_space(&window->layout, 20);
    said_first(window, false);
    over_end(window, paint_lists(window, box));
}

const struct screen safety_screen = {.paint = safety_paint, .key = over_key, .act = over_act};
