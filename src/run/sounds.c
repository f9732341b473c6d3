// SPDX-License-Identifier: MIT
#include "run/sounds.h"

#include <string.h>

#include "base/text.h"

const char *sounds_ambience(const struct sounds *sounds, const struct routine *routine) {
    const struct settings *settings = sounds->settings;
    if (sounds->no_ambience || !settings->ambience || settings->ambience_volume == 0 ||
        strcmp(settings->ambience_name, "off") == 0) {
        return NULL;
    }
    bool as_it_says = strcmp(settings->ambience_name, "routine") == 0;
    return as_it_says ? routine->ambience : settings->ambience_name;
}

static struct bank_options options_of(const struct sounds *sounds, const struct routine *routine) {
    const char *ambience = sounds_ambience(sounds, routine);
    return (struct bank_options){
        .shipped = sounds->shipped,
        .own = sounds->own,
        .cue_set = sounds->settings->cue_set,
        .ambience = ambience,
        .ambience_else = ambience && ambience != routine->ambience ? routine->ambience : NULL,
    };
}

struct loop *sounds_open_ambience(const struct sounds *sounds, const struct routine *routine) {
    const struct bank_options options = options_of(sounds, routine);
    return sounds->shipped ? bank_open_ambience(&options) : NULL;
}

bool sounds_load(const struct sounds *sounds, const struct routine *routine, struct bank *bank,
                 struct error *err) {
    *bank = (struct bank){0};
    if (!sounds->shipped) {
        return error_set(err, ERROR_MISSING, "%s", _("the folder of the sounds was not found"));
    }
    const struct bank_options options = options_of(sounds, routine);
    return bank_load(&options, bank, err);
}
