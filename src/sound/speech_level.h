// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "sound/clip.h"

// A spoken clip as it is to be heard: without the silence at its ends, and as loud as every other.

// What it is brought to, in LUFS, and what its true peak stays below, in dB of full scale. Cues are
// made at -18 LUFS or softer.
#define SPEECH_LUFS (-20.0)
#define SPEECH_PEAK_DB (-3.0)

enum {
    SPEECH_LEAD_MS = 20, // kept before the first sound
    SPEECH_TAIL_MS = 80, // and behind the last
};

// Changes the clip in place. Where the peak allows less, it stays softer. False where there is
// nothing but silence; the clip is then unchanged.
bool speech_level(struct clip *clip, struct error *err);
