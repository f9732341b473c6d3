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

// Pause, next, sound, and the way back to the usual window.
static void small_controls_paint(struct window *window, struct box box) {
    const struct play *play = window->play;
    bool muted = sitting_is_muted(play->sitting);
    bool paused = play->state == PLAYER_PAUSED;
    double ring = play_small_px(window, 5); // the focus stands around them
    double side = fmin(box.height - 2 * ring, (box.width - 5 * ring) / 4);
    double step = (box.width - 2 * ring - side) / 3;
    struct box place = {box.x + ring, box.y + ring, side, side};
    struct control pause = {
        .name = paused ? _("Carry on") : _("Pause"),
        .button = {.kind = BUTTON_ROUND, .icon = paused ? ICON_PLAY : ICON_PAUSE, .large = true},
        .act = {ACT_PAUSE, 0},
        .main = true,
        .scale = side / 56};
    place_control(window, &pause, place);
    place.x += step;
    sign(window, ICON_NEXT, _("Next step"), ACT_NEXT, place);
    place.x += step;
    sign(window, muted ? ICON_MUTED : ICON_SOUND, muted ? _("Sound on") : _("Sound off"), ACT_MUTE,
         place);
    place.x += step;
    sign(window, ICON_FULL, _("The usual window"), ACT_SMALL, place);
}

void controls_paint(struct window *window, struct box box) {
    const struct play *play = window->play;
    if (window->small) {
        small_controls_paint(window, box);
        return;
    }
    bool compact = window_is_compact(window);
    bool full = window->canvas && canvas_is_full(window->canvas);
    bool muted = sitting_is_muted(play->sitting);
    double ring = window_px(window, 8);
    double side = play_control(window, 48);
    double gap = window_px(window, compact ? 8 : 16);
    double round = play_control(window, compact ? 60 : 72);
    double y = box_middle_y(box) - side / 2;
    double x = box.x + ring;
    struct box before = {x, y, side, side};
    struct box after = {x + side + round + 2 * gap, y, side, side};
    if (window->layout.right_to_left) {
        // Signs of players are the same in every language, and so is their order.
        struct box kept = before;
        before = after;
        after = kept;
    }
    sign(window, ICON_PREVIOUS, _("The step before"), ACT_PREVIOUS, before);
    x += side + gap;
    struct control pause = {.name = _("Pause"),
                            .button = {.kind = BUTTON_ROUND, .icon = ICON_PAUSE, .large = true},
                            .act = {ACT_PAUSE, 0},
                            .main = true,
                            .scale = side / 48};
    place_control(window, &pause, (struct box){x, box_middle_y(box) - round / 2, round, round});
    sign(window, ICON_NEXT, _("Next step"), ACT_NEXT, after);
    double between = compact ? 0 : window_px(window, 8);
    double last = box.x + box.width - ring - 3 * side - 2 * between;
    // At its narrowest the keys and the menu of the pause have what finds no room here.
    if (last - side - between >= x + round + gap + side + gap) {
        sign(window, ICON_LEVELS, _("How loud"), ACT_LEVELS,
             (struct box){last - side - between, y, side, side});
    }
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
    bool middle = play->centred || play_is_large(window);
    double x =
        middle ? box_middle_x(row) - (one + (two > 0 && !stacked ? gap + two : 0)) / 2 : row.x;
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
