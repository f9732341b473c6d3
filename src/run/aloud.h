// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "files/settings.h"
#include "sound/clip.h"
#include "sound/speech.h"

// Sentences outside of a routine: a sample of the voice, what a screen says. They are made on a
// thread; the newest ones count.

struct aloud_options {
    const struct settings *settings; // borrowed for the call alone, as all of these
    const char *cache;               // folder, or NULL
    const char *own, *beside;        // folders with recordings, or NULL
};

// Never fails: where nothing speaks it stays silent.
struct aloud *aloud_open(const struct aloud_options *options);
void aloud_close(struct aloud *aloud); // NULL is fine

// What speaks.
enum speech_kind aloud_kind(const struct aloud *aloud);

// Begins to make a sentence (copied). What was made before is gone: nobody plays it any more,
// unless it is the same again.
void aloud_say(struct aloud *aloud, const char *text);
// Several, in this order: the first `said` of them are handed out, those behind them are only kept
// for the next time, when they are there at once.
void aloud_say_all(struct aloud *aloud, const char *const texts[], int count, int said);

// True once for each sentence, in their order, when it is there: the clip is borrowed until other
// ones are said.
bool aloud_take(struct aloud *aloud, const struct clip **clip);
// Whether any of them is still to come.
bool aloud_is_busy(const struct aloud *aloud);
