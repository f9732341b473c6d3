// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/play.h"
#include "base/text.h"
#include "run/sounds.h"

// How loud voice, tones and background are, and what sounds behind it: on the sheet over the
// picture, which goes on. All of it holds at once and is kept.

enum { GROUP_LEVELS = 40, GROUP_AMBIENCE = 50, STEP = 5, SIDE = 48, VALUE = 88 };

// Names and keys of the three layers, from the one that is changed most.
static const struct layer {
    const char *label, *softer, *louder;
    const char *key;  // of its loudness
    const char *flag; // of whether it sounds at all
} layers[] = {
    {N_("Voice"), N_("Voice softer"), N_("Voice louder"), "voice_volume", "voice"},
    {N_("Tones"), N_("Tones softer"), N_("Tones louder"), "cue_volume", "cues"},
    {N_("Background"), N_("Background softer"), N_("Background louder"), "ambience_volume",
     "ambience"},
};
enum { LAYER_VOICE, LAYER_CUES, LAYER_AMBIENCE, LAYERS };

static const char *const ambiences[] = {"routine", "rain",  "waves", "stream",
                                        "wind",    "brown", "drone", "off"};
enum { AMBIENCES = sizeof ambiences / sizeof *ambiences };

static const char *ambience_word(int index) {
    static const char *const words[AMBIENCES] = {
        N_("as the routine says"), N_("rain"),  N_("waves"),  N_("stream"), N_("wind"),
        N_("brown noise"),         N_("drone"), N_("nothing")};
    return _(words[index]);
}

static int percent_of(const struct window *window, int layer) {
    const struct settings *settings = &window->house->settings;
    switch (layer) {
    case LAYER_VOICE:
        return settings->voice_volume;
    case LAYER_CUES:
        return settings->cue_volume;
    default:
        return settings->ambience_volume;
    }
}

static bool is_on(const struct window *window, int layer) {
    const struct settings *settings = &window->house->settings;
    switch (layer) {
    case LAYER_VOICE:
        return sitting_speaks(window->play->sitting);
    case LAYER_CUES:
        return settings->cues;
    default:
        return settings->ambience && strcmp(settings->ambience_name, "off") != 0;
    }
}

static void level_words(const struct window *window, int layer, char *to, size_t size) {
    int percent = percent_of(window, layer);
    if (percent == 0 || !is_on(window, layer)) {
        text_copy(to, size, _("off"));
    } else {
        text_format(to, size, _("%d %%"), percent);
    }
}

static void put_button(struct window *window, int layer, bool louder, const char *value,
                       struct box box) {
    struct element element = {.role = ROLE_BUTTON,
                              .box = box,
                              .act = {ACT_LEVEL, 2 * layer + louder},
                              .group = GROUP_LEVELS + layer};
    text_copy(element.name, sizeof element.name,
              louder ? _(layers[layer].louder) : _(layers[layer].softer));
    text_copy(element.value, sizeof element.value, value);
    if (element_is_seen(window, box)) {
        const struct button button = {.kind = BUTTON_SECONDARY,
                                      .icon = louder ? ICON_PLUS : ICON_MINUS,
                                      .warmth = element_warmth(window, box)};
        button_paint(window->cairo, &window->theme, &button, box, window->scale);
    }
    element_add(window, &element);
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
    const char *label = _(layers[layer].label);
    struct text_style style = window_style(window, TEXT_BODY);
    double side = layout_body(layout, SIDE);
    double value = layout_body(layout, VALUE);
    double width = 2 * side + value;
    double x = box.x + box.width - width;
    char words[64];
    level_words(window, layer, words, sizeof words);
    box.height = side;
    if (text_width(window->cairo, label, &style) > box.width - width) {
        box.y = put_words(window, label, ALIGN_START, (struct box){box.x, box.y, box.width, 0});
        x = box.x;
    } else {
        put_words(window, label, ALIGN_START, (struct box){box.x, box.y, box.width - width, side});
    }
    put_button(window, layer, false, words, (struct box){x, box.y, side, side});
    put_words(window, words, ALIGN_CENTRE, (struct box){x + side, box.y, value, side});
    put_button(window, layer, true, words, (struct box){x + side + value, box.y, side, side});
    return box.y + side + layout_space(layout, 10);
}

static double put_ambiences(struct window *window, struct box box) {
    const char *labels[AMBIENCES];
    unsigned chosen = 0;
    for (int index = 0; index < AMBIENCES; index++) {
        labels[index] = ambience_word(index);
        bool is = strcmp(window->house->settings.ambience_name, ambiences[index]) == 0;
        chosen |= is ? 1U << index : 0;
    }
    return box.y +
           element_chips(window, labels, AMBIENCES, chosen, box, ACT_AMBIENCE, GROUP_AMBIENCE);
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
    for (int layer = 0; layer < LAYERS; layer++) {
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
        focus_on(window, (struct act){ACT_LEVEL, 2 * LAYER_VOICE + 1});
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

static void step(struct window *window, int layer, bool louder) {
    int percent = percent_of(window, layer);
    bool was_on = is_on(window, layer);
    int stepped = louder ? percent / STEP * STEP + STEP : (percent - 1) / STEP * STEP;
    stepped = stepped > 100 ? 100 : stepped;
    char value[16];
    text_format(value, sizeof value, "%d", stepped);
    window_set(window, layers[layer].key, value);
    if (louder && !was_on) {
        window_set(window, layers[layer].flag, "true");
        if (layer == LAYER_VOICE) {
            sitting_speak(window->play->sitting, true);
        } else if (layer == LAYER_AMBIENCE) {
            sitting_choose_ambience(window->play->sitting);
        }
    }
}

static void turn_voice(struct window *window) {
    struct sitting *sitting = window->play->sitting;
    bool on = !sitting_speaks(sitting);
    sitting_speak(sitting, on);
    window_set(window, "voice", on ? "true" : "false");
    if (on && window->house->settings.voice_volume == 0) {
        window_set(window, "voice_volume", "100");
    }
    window_say(window, on ? _("Voice on") : _("Voice off"));
}

static void say_all(struct window *window) {
    struct sitting *sitting = window->play->sitting;
    if (!sitting_speaks(sitting)) {
        turn_voice(window);
    }
    if (!sitting_says_all(sitting)) {
        sitting_say_all(sitting);
    }
    window_say(window, _("All words, for this session"));
}

bool play_levels_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_LEVELS:
        play_levels_show(window);
        break;
    case ACT_LEVEL:
        step(window, act.value / 2, act.value % 2);
        break;
    case ACT_AMBIENCE:
        sitting_choose_ambience(window->play->sitting);
        window_set(window, "ambience", "true");
        window_set(window, "ambience_name", ambiences[act.value]);
        break;
    case ACT_VOICE:
        turn_voice(window);
        break;
    case ACT_ALL_WORDS:
        say_all(window);
        break;
    case ACT_TRY:
        sitting_try(window->play->sitting);
        break;
    default:
        return false;
    }
    return true;
}
