// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "core/face_look.h"

// What the person chose: a small file, written whole or not at all, one row of a table for each
// key.
//
// A key that this version does not know is kept as it is when the file is written again.

enum { SETTINGS_COMMAND_SIZE = 256 };

struct settings {
    int volume; // percent of the device's stream, 0-100
    bool mute;
    bool cues; // the sounds of the phases
    bool ambience;
    char voice[16];                            // auto on off: run/voice_use.h
    bool spoken;                               // the window is read aloud
    int ambience_volume;                       // percent
    int voice_volume;                          // percent
    int cue_volume;                            // percent
    char voice_name[32];                       // "usual", else of sound/speech_voices
    char voice_command[SETTINGS_COMMAND_SIZE]; // "": what voice_name says
    char ambience_name[32]; // "routine": as the routine says; "off"; else a file in audio/ambience
    char cue_set[16];       // bowl wood synth
    bool bluetooth;         // faint noise below everything, so that a headset stays awake
    int lead_in_ms;         // before the first step
    int key_repeat_ms;      // the same key counts once within this
    int day_starts_min;     // minutes after midnight, 0-360
    char theme[16];         // auto evening day contrast dim
    int text_percent;       // 100-250
    bool still;             // nothing moves by itself
    bool large_cue;         // the player shows cue and count alone
    bool mirror_picture;    // your left on the left
    int skin_tone;          // of the drawn person: 1 lightest to 6 darkest
    char hair[16];          // waves crop bob bun curls scarf
    char hair_colour[16];
    char eyes[16];
    bool muscle_names;    // beside the muscles that work
    char language[16];    // "" as the system says
    char rate[16];        // sitting every off
    int goal_sleep_min;   // a line in the diary, never a score; 0: none
    int goal_caffeine;    // cups, 0: none
    bool streak;          // days running are shown
    int toxin_lock_hours; // after an injection, 4-336: so long the face is left in peace
};

struct settings settings_default(void);

// Who the drawn person is.
struct face_look settings_look(const struct settings *settings);

// A file that is not there gives the defaults. A broken value keeps its default and is a warning
// in the log with its line; a file that cannot be parsed is renamed to settings.cfg.broken (with a
// number behind it where an earlier one stands there), with one warning.
struct settings settings_read(const char *path);

// The value of one key as text, in the form that settings_set takes and the file holds: "100",
// "true", "3.5", "04:00", "evening"; an empty language is "system". False: unknown key (err names
// the nearest).
bool settings_get(const struct settings *settings, const char *key, char *to, size_t size,
                  struct error *err);
// On failure the setting stays as it was and err says what would be right.
bool settings_set(struct settings *settings, const char *key, const char *value, struct error *err);
int settings_count(void);
const char *settings_key(int index);
const char *settings_help(int index); // one translated line: what it does and what it takes

// Whole or not at all (0600), into a folder that exists.
bool settings_write(const char *path, const struct settings *settings, struct error *err);
