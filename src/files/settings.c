// SPDX-License-Identifier: MIT
#include "files/settings.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "files/setting_rows.h"

struct settings settings_default(void) {
    return (struct settings){
        .volume = 100,
        .cues = true,
        .ambience = true,
        .voice = "auto",
        .voice_name = "usual",
        .ambience_volume = 40,
        .voice_volume = 100,
        .cue_volume = 100,
        .ambience_name = "routine",
        .cue_set = "bowl",
        .lead_in_ms = 3000,
        .key_repeat_ms = 400,
        .day_starts_min = 240,
        .theme = "auto",
        .text_percent = 100,
        .mirror_picture = true,
        .skin_tone = SKIN_TONE_DEFAULT,
        .hair = "waves",
        .hair_colour = "brown",
        .eyes = "hazel",
        .rate = "sitting",
        .toxin_lock_hours = 24,
    };
}

struct face_look settings_look(const struct settings *settings) {
    return face_look_of(settings->skin_tone, settings->hair, settings->hair_colour, settings->eyes);
}

static const struct setting_row *find_row(const char *key, struct error *err) {
    const char *keys[SETTING_ROWS_MAX];
    for (int index = 0; index < setting_row_count; index++) {
        if (strcmp(setting_rows[index].key, key) == 0) {
            return &setting_rows[index];
        }
        keys[index] = setting_rows[index].key;
    }
    const char *nearest = text_nearest(key, keys, (size_t)setting_row_count);
    if (nearest) {
        error_set(err, ERROR_INPUT, _("no such setting: %s (did you mean %s?)"), key, nearest);
    } else {
        error_set(err, ERROR_INPUT, _("no such setting: %s; repose settings lists them"), key);
    }
    return NULL;
}

bool settings_get(const struct settings *settings, const char *key, char *to, size_t size,
                  struct error *err) {
    const struct setting_row *row = find_row(key, err);
    if (!row) {
        return false;
    }
    setting_text(settings, row, to, size);
    return true;
}

bool settings_set(struct settings *settings, const char *key, const char *value,
                  struct error *err) {
    const struct setting_row *row = find_row(key, err);
    if (!row) {
        return false;
    }
    if (!setting_take(settings, row, value)) {
        char wanted[SETTING_TEXT_MAX];
        setting_wanted(row, wanted, sizeof wanted);
        return error_set(err, ERROR_INPUT, _("%s: \"%s\" is not right; it %s"), key, value, wanted);
    }
    return true;
}

int settings_count(void) {
    return setting_row_count;
}

const char *settings_key(int index) {
    assert(index >= 0 && index < setting_row_count);
    return setting_rows[index].key;
}

const char *settings_help(int index) {
    assert(index >= 0 && index < setting_row_count);
    return text_translate(setting_rows[index].help);
}
