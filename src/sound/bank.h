// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "core/vocabulary.h"
#include "sound/clip.h"
#include "sound/loop.h"

// The sounds as files, read before the first step.

struct bank {
    struct clip cues[SOUND_COUNT]; // empty where a file is missing
    struct loop *ambience;         // NULL without
};

struct bank_options {
    const char *shipped;  // folder of the shipped sounds
    const char *own;      // folder of the person's, which need not exist; or NULL
    const char *cue_set;  // NULL: the set in cues/
    const char *ambience; // NULL: none
    // Where there is no such ambience, this one; NULL: none
    const char *ambience_else;
};

// A cue is the first of own/cues/NAME, shipped/sets/CUE_SET/NAME and shipped/cues/NAME, as .wav,
// .flac or .ogg, that can be read and is at most 10 s long and 8 MiB large; the ambience the first
// of own/ambience/NAME and shipped/ambience/NAME. A file that is refused is a warning in the log
// that names it, and the next one plays. False only when not a single cue could be read (err names
// the folder), then `bank` is empty.
bool bank_load(const struct bank_options *options, struct bank *bank, struct error *err);
// The ambience alone, as bank_load would find it; NULL: none that can be played.
struct loop *bank_open_ambience(const struct bank_options *options);
void bank_free(struct bank *bank);
