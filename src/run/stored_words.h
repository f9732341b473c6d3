// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "sound/clip.h"

// Sentences that lie beside the sounds (audio/voice-failed), for where no program can be asked:
// "failed", "in", "out", "over", "open".

// In the language of the program, else in English. False: there is none, and the clip is empty.
// `audio` is the folder of the sounds, or NULL.
bool stored_words_read(const char *audio, const char *name, struct clip *clip);
