// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/play.h"
#include "base/text.h"

// What can be pressed in the player, each with its name.

struct control {
    const char *name;
    struct button button;
    struct act act;
    bool main;
    double scale; // pixels for one of the design
};

static void place_control(struct window *window, const struct control *control, struct box box) {
    struct element element = {
        .role = ROLE_BUTTON, .box = box, .act = control->act, .main = control->main};
    struct button button = control->button;
    text_copy(element.name, sizeof element.name, control->name);
    button.on_scene = true;
    button.warmth = element_warmth(window, box);
    button_paint(window->cairo, &window->theme, &button, box, control->scale);
    element_add(window, &element);
}

static void sign(struct window *window, enum icon icon, const char *name, enum act_kind act,
                 struct box box) {
    struct control control = {.name = name,
                              .button = {.kind = BUTTON_SIGN, .icon = icon},
                              .act = {act, 0},
                              .scale = box.height / 48};
    place_control(window, &control, box);
}

void controls_paint(struct window *window, struct box box) {
    const struct play *play = window->play;
    bool compact = window_is_compact(window);
    bool full = window->canvas && canvas_is_full(window->canvas);
    bool muted = sitting_is_muted(play->sitting);
    double ring = window_px(window, 8);
    double side = play_control(window, 48);
    double gap = window_px(window, compact ? 8 : 16);
    double round = play_control(window, compact ? 60 : 72);
    double y = box_middle_y(box) - side / 2;
    double x = box.x + ring;
    sign(window, ICON_PREVIOUS, _("The step before"), ACT_PREVIOUS, (struct box){x, y, side, side});
    x += side + gap;
    struct control pause = {.name = _("Pause"),
                            .button = {.kind = BUTTON_ROUND, .icon = ICON_PAUSE, .large = true},
                            .act = {ACT_PAUSE, 0},
                            .main = true,
                            .scale = side / 48};
    place_control(window, &pause, (struct box){x, box_middle_y(box) - round / 2, round, round});
    x += round + gap;
    sign(window, ICON_NEXT, _("Next step"), ACT_NEXT, (struct box){x, y, side, side});
    double between = compact ? 0 : window_px(window, 8);
    double last = box.x + box.width - ring - 3 * side - 2 * between;
    // At its narrowest the keys and the menu of the pause have what finds no room here.
    sign(window, muted ? ICON_MUTED : ICON_SOUND, muted ? _("Sound on") : _("Sound off"), ACT_MUTE,
         (struct box){last, y, side, side});
    last += side + between;
    sign(window, full ? ICON_WINDOWED : ICON_FULL, full ? _("Leave full screen") : _("Full screen"),
         ACT_FULL, (struct box){last, y, side, side});
    last += side + between;
    sign(window, ICON_HELP, _("Help"), ACT_HELP, (struct box){last, y, side, side});
}

static bool looks_at_skin(const struct play *play) {
    enum category category = sitting_timeline(play->sitting)->routine->category;
    return category == CATEGORY_COMPRESS_WARM || category == CATEGORY_COMPRESS_COLD;
}

// One answer that goes on, and where the skin was looked at one that does not.
void answers_paint(struct window *window, struct box box) {
    const struct play *play = window->play;
    bool skin = looks_at_skin(play);
    struct control on = {.name = skin ? _("Fine") : _("Carry on"),
                         .button = {.kind = BUTTON_PRIMARY, .large = true},
                         .act = {ACT_PAUSE, 0},
                         .main = true};
    struct control off = {.name = _("Not fine: stop here"),
                          .button = {.kind = BUTTON_SECONDARY},
                          .act = {ACT_STOP, PLAY_STOP_SKIN}};
    on.button.label = on.name;
    off.button.label = off.name;
    double px = play_control(window, 48) / 48;
    on.scale = off.scale = px;
    double edge = window_px(window, 10);
    double gap = play_px(window, 14);
    struct box row = box_inset(box, fmin(edge, 10));
    double height = fmin(play_control(window, 64), (row.height - gap) / (skin ? 1.6 : 1));
    double one = fmin(button_width(window->cairo, &on.button, px), row.width);
    double two = skin ? fmin(button_width(window->cairo, &off.button, px), row.width) : 0;
    bool stacked = skin && one + gap + two > row.width;
    double x = play->centred ? box_middle_x(row) - (one + (two > 0 && !stacked ? gap + two : 0)) / 2
                             : row.x;
    if (stacked) {
        height = fmin(height, (row.height - gap) / 2);
    }
    place_control(window, &on, (struct box){x, row.y, one, height});
    if (skin && stacked) {
        place_control(window, &off, (struct box){x, row.y + height + gap, two, height});
    } else if (skin) {
        place_control(window, &off, (struct box){x + one + gap, row.y, two, height});
    }
}
