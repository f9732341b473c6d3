// SPDX-License-Identifier: MIT
#include "run/levels.h"

#include <assert.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"

enum { STEP = 5, PERCENT_MAX = 100 };

// From the one that is changed most.
static const struct layer {
    const char *name;
    const char *key;  // of its loudness
    const char *flag; // of whether it sounds at all
} layers[LEVEL_COUNT] = {
    [LEVEL_VOICE] = {N_("Voice"), "voice_volume", "voice"},
    [LEVEL_CUES] = {N_("Tones"), "cue_volume", "cues"},
    [LEVEL_AMBIENCE] = {N_("Background"), "ambience_volume", "ambience"},
};

static const struct behind {
    const char *name; // as the settings have it
    const char *word;
} ambiences[LEVELS_AMBIENCES] = {
    {"routine", N_("as the routine says")},
    {"rain", N_("rain")},
    {"waves", N_("waves")},
    {"stream", N_("stream")},
    {"wind", N_("wind")},
    {"brown", N_("brown noise")},
    {"drone", N_("drone")},
    {"off", N_("nothing")},
};

// It holds in this program even where it could not be kept; without a home there is no file.
static void set(struct house *house, const char *key, const char *value) {
    struct error err = {0};
    if (!house_set(house, key, value, &err) && err.code != ERROR_NONE) {
        log_warning("%s", err.text);
    }
}

static int percent_of(const struct settings *settings, enum level level) {
    switch (level) {
    case LEVEL_VOICE:
        return settings->voice_volume;
    case LEVEL_CUES:
        return settings->cue_volume;
    default:
        return settings->ambience_volume;
    }
}

static bool is_on(const struct settings *settings, const struct sitting *sitting,
                  enum level level) {
    switch (level) {
    case LEVEL_VOICE:
        return sitting_speaks(sitting);
    case LEVEL_CUES:
        return settings->cues;
    default:
        return settings->ambience && strcmp(settings->ambience_name, "off") != 0;
    }
}

const char *levels_name(enum level level) {
    return _(layers[level].name);
}

void levels_words(const struct settings *settings, const struct sitting *sitting, enum level level,
                  char to[LEVELS_WORDS_MAX]) {
    int percent = percent_of(settings, level);
    if (percent == 0 || !is_on(settings, sitting, level)) {
        text_copy(to, LEVELS_WORDS_MAX, _("off"));
    } else {
        text_format(to, LEVELS_WORDS_MAX, _("%d %%"), percent);
    }
}

void levels_step(struct house *house, struct sitting *sitting, enum level level, bool louder) {
    int percent = percent_of(&house->settings, level);
    bool was_on = is_on(&house->settings, sitting, level);
    int stepped = louder ? percent / STEP * STEP + STEP : (percent - 1) / STEP * STEP;
    stepped = stepped > PERCENT_MAX ? PERCENT_MAX : stepped;
    char value[TEXT_NUMBER_MAX];
    text_format(value, sizeof value, "%d", stepped);
    set(house, layers[level].key, value);
    if (louder && !was_on) {
        set(house, layers[level].flag, "on");
        if (level == LEVEL_VOICE) {
            sitting_speak(sitting, true);
        } else if (level == LEVEL_AMBIENCE) {
            sitting_choose_ambience(sitting);
        }
    }
}

bool levels_turn_voice(struct house *house, struct sitting *sitting) {
    bool on = !sitting_speaks(sitting);
    sitting_speak(sitting, on);
    set(house, layers[LEVEL_VOICE].flag, on ? "on" : "off");
    if (on && house->settings.voice_volume == 0) {
        set(house, layers[LEVEL_VOICE].key, "100");
    }
    return on;
}

void levels_say_all(struct house *house, struct sitting *sitting) {
    if (!sitting_speaks(sitting)) {
        levels_turn_voice(house, sitting);
    }
    if (!sitting_says_all(sitting)) {
        sitting_say_all(sitting);
    }
}

const char *levels_ambience_word(int index) {
    return _(ambiences[index].word);
}

int levels_ambience(const struct settings *settings) {
    for (int index = 0; index < LEVELS_AMBIENCES; index++) {
        if (strcmp(settings->ambience_name, ambiences[index].name) == 0) {
            return index;
        }
    }
    return -1;
}

void levels_choose_ambience(struct house *house, struct sitting *sitting, int index) {
    assert(index >= 0 && index < LEVELS_AMBIENCES);
    sitting_choose_ambience(sitting);
    set(house, "ambience", "true");
    set(house, "ambience_name", ambiences[index].name);
}
