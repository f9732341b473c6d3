// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "files/settings.h"
#include "sound/clip.h"
#include "sound/speech.h"

// Single sentences outside of a routine: a sample of the voice, what a screen is called. Each is
// made on a thread; the newest one counts.

struct aloud_options {
    const struct settings *settings; // borrowed for the call alone, as all of these
    const char *cache;               // folder, or NULL
    const char *own, *beside;        // folders with recordings, or NULL
};

// Never fails: where nothing speaks it stays silent.
struct aloud *aloud_open(const struct aloud_options *options);
void aloud_close(struct aloud *aloud); // NULL is fine

// Begins to make a sentence (copied). What was made before is gone: nobody plays it any more,
// unless it is the same sentence again.
void aloud_say(struct aloud *aloud, const char *text);
// True once for each sentence, when it is there: the clip is borrowed until the next aloud_say.
bool aloud_take(struct aloud *aloud, const struct clip **clip);
