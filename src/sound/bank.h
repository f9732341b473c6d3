// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "core/vocabulary.h"
#include "sound/clip.h"

// The sounds as files, decoded once through SDL2_mixer before the first step.

struct bank {
    struct clip cues[SOUND_COUNT]; // empty where a file is missing
    struct clip ambience;          // empty without
};

// Opens SDL2_mixer on SDL's dummy driver, for decoding alone; end with bank_end_offline. Neither
// the environment nor later openings of a device are touched. Not while a speaker has a device.
bool bank_begin_offline(struct error *err);
void bank_end_offline(void);

// Where the mixer is not open (no speaker, or one without a device) this opens it offline for as
// long as it needs. Reads cues/NAME.wav for every sound of the vocabulary, and
// ambience/NAME.{ogg,flac,wav} when `ambience` is not NULL. A missing or broken file leaves its
// clip empty and is a warning in the log; false only when not a single cue could be read (err names
// the folder), then `bank` is empty.
bool bank_load(const char *audio_folder, const char *ambience, struct bank *bank,
               struct error *err);
void bank_free(struct bank *bank);
