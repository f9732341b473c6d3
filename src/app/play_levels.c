// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/play.h"
#include "base/text.h"
#include "run/levels.h"

// How loud voice, tones and background are, and what sounds behind it: on the sheet over the
// picture, which goes on. All of it holds at once and is kept.

enum { GROUP_LEVELS = 40, GROUP_AMBIENCE = 50, SIDE = 48, VALUE = 88 };

static const struct layer {
    const char *softer, *louder;
} layers[LEVEL_COUNT] = {
    [LEVEL_VOICE] = {N_("Voice softer"), N_("Voice louder")},
    [LEVEL_CUES] = {N_("Tones softer"), N_("Tones louder")},
    [LEVEL_AMBIENCE] = {N_("Background softer"), N_("Background louder")},
};

static void put_sign(struct window *window, int layer, bool louder, const char *value,
                     struct box box) {
    const struct stepper_sign sign = {.more = louder,
                                      .name = louder ? _(layers[layer].louder)
                                                     : _(layers[layer].softer),
                                      .value = value,
                                      .act = {ACT_LEVEL, 2 * layer + louder},
                                      .group = GROUP_LEVELS + layer};
    element_sign(window, &sign, box);
}

static double put_words(struct window *window, const char *text, enum align align, struct box box) {
    double height = window_words_height(window, text, TEXT_BODY, box.width);
    double y = box.y + fmax(0, (box.height - height) / 2);
    const struct words words = {
        .text = text, .size = TEXT_BODY, .token = TOKEN_TEXT, .align = align};
    window_words(window, &words, (struct box){box.x, y, box.width, 0});
    return y + height;
}

// The name, and behind it the value between two signs; below it where the words are large.
static double put_level(struct window *window, int layer, struct box box) {
    const struct layout *layout = &window->layout;
    const char *label = levels_name((enum level)layer);
    struct text_style style = window_style(window, TEXT_BODY);
    double side = layout_body(layout, SIDE);
    double value = layout_body(layout, VALUE);
    double width = 2 * side + value;
    double x = box.x + box.width - width;
    char words[LEVELS_WORDS_MAX];
    levels_words(&window->house->settings, window->play->sitting, (enum level)layer, words);
    box.height = side;
    if (text_width(window->cairo, label, &style) > box.width - width) {
        box.y = put_words(window, label, ALIGN_START, (struct box){box.x, box.y, box.width, 0});
        x = box.x;
    } else {
        put_words(window, label, ALIGN_START, (struct box){box.x, box.y, box.width - width, side});
    }
    put_sign(window, layer, false, words, (struct box){x, box.y, side, side});
    put_words(window, words, ALIGN_CENTRE, (struct box){x + side, box.y, value, side});
    put_sign(window, layer, true, words, (struct box){x + side + value, box.y, side, side});
    return box.y + side + layout_space(layout, 10);
}

static double put_ambiences(struct window *window, struct box box) {
    const char *labels[LEVELS_AMBIENCES];
    int chosen = levels_ambience(&window->house->settings);
    for (int index = 0; index < LEVELS_AMBIENCES; index++) {
        labels[index] = levels_ambience_word(index);
    }
    return box.y + element_chips(window, labels, LEVELS_AMBIENCES, chosen < 0 ? 0 : 1U << chosen,
                                 box, ACT_AMBIENCE, GROUP_AMBIENCE);
}

static double put_ways(struct window *window, struct box box) {
    const struct sitting *sitting = window->play->sitting;
    bool speaks = sitting_speaks(sitting);
    const struct way {
        const char *label;
        enum act_kind act;
        bool shown;
    } ways[] = {
        {_("Try it"), ACT_TRY, true},
        {speaks ? _("Voice off") : _("Voice on"), ACT_VOICE, true},
        {_("All words"), ACT_ALL_WORDS, speaks && !sitting_says_all(sitting)},
        {sitting_is_muted(sitting) ? _("Sound on") : _("Sound off"), ACT_MUTE, true},
    };
    const struct layout *layout = &window->layout;
    double gap = layout_space(layout, 10);
    double height = layout_body(layout, 48);
    double x = box.x;
    for (size_t index = 0; index < sizeof ways / sizeof *ways; index++) {
        const struct button button = {.kind = BUTTON_SECONDARY, .label = ways[index].label};
        double width = fmin(box.width, button_width(window->cairo, &button, window->scale));
        if (!ways[index].shown) {
            continue;
        }
        if (x > box.x && x + width > box.x + box.width) {
            x = box.x;
            box.y += height + gap;
        }
        element_button(window, &button, (struct box){x, box.y, width, height},
                       (struct act){ways[index].act, 0});
        x += width + gap;
    }
    return box.y + height;
}

double play_levels_paint(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct words head = {.text = _("Sound"), .size = TEXT_STRONG, .token = TOKEN_TEXT};
    box.y += window_words(window, &head, box) + layout_space(layout, 14);
    for (int layer = 0; layer < LEVEL_COUNT; layer++) {
        box.y = put_level(window, layer, box);
    }
    box.y =
        put_ambiences(window, (struct box){box.x, box.y + layout_space(layout, 4), box.width, 0}) +
        layout_space(layout, 18);
    return put_ways(window, box);
}

void play_levels_show(struct window *window) {
    struct play *play = window->play;
    bool shown = !play->levels && !play_shows_pause(window) && !window->small;
    play_help_show(window, false);
    if (shown) {
        play_help_show(window, true);
        play->levels = true;
        focus_on(window, (struct act){ACT_LEVEL, 2 * LEVEL_VOICE + 1});
    }
}

// Left and right make softer and louder what has the focus.
bool play_levels_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    const struct element *element = focus_element(window);
    if (key == SDLK_ESCAPE) {
        play_help_show(window, false);
        return true;
    }
    bool steps = element && element->act.kind == ACT_LEVEL;
    if (!steps || (key != SDLK_LEFT && key != SDLK_RIGHT)) {
        return false;
    }
    bool louder = (key == SDLK_RIGHT) != window->from_right;
    struct act act = {ACT_LEVEL, element->act.value / 2 * 2 + louder};
    focus_on(window, act);
    window_act(window, act);
    return true;
}

bool play_levels_act(struct window *window, struct act act) {
    struct house *house = window->house;
    struct sitting *sitting = window->play->sitting;
    window_read_settings(window); // for the light that may be another one
    switch (act.kind) {
    case ACT_LEVELS:
        play_levels_show(window);
        break;
    case ACT_LEVEL:
        levels_step(house, sitting, (enum level)(act.value / 2), act.value % 2);
        break;
    case ACT_AMBIENCE:
        levels_choose_ambience(house, sitting, act.value);
        break;
    case ACT_VOICE:
        window_say(window, levels_turn_voice(house, sitting) ? _("Voice on") : _("Voice off"));
        break;
    case ACT_ALL_WORDS:
        levels_say_all(house, sitting);
        window_say(window, _("All words, for this session"));
        break;
    case ACT_TRY:
        sitting_try(sitting);
        break;
    default:
        return false;
    }
    return true;
}
