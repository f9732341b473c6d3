// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "run/house.h"
#include "run/sitting.h"

// How loud voice, tones and background are while a session plays, and what sounds behind it. The
// window and the terminal change it through this; all of it holds at once and is kept.

enum level { LEVEL_VOICE, LEVEL_CUES, LEVEL_AMBIENCE, LEVEL_COUNT };

const char *levels_name(enum level level); // translated: "Voice"

// Its loudness in words, "80 %", or "off" where it is not heard.
enum { LEVELS_WORDS_MAX = 64 };
void levels_words(const struct settings *settings, const struct sitting *sitting, enum level level,
                  char to[LEVELS_WORDS_MAX]);

// Louder or softer by 5, to the next multiple; louder also brings back what was off.
void levels_step(struct house *house, struct sitting *sitting, enum level level, bool louder);

// Off and on; says which it is now. Where it was on but silent it comes back whole.
bool levels_turn_voice(struct house *house, struct sitting *sitting);

// All words for this session, where they have thinned out; also brings back the voice.
void levels_say_all(struct house *house, struct sitting *sitting);

// The ambiences to choose from, "as the routine says" first and "nothing" last.
enum { LEVELS_AMBIENCES = 8 };
const char *levels_ambience_word(int index); // translated
// The one that is chosen, -1: a file of the person's own.
int levels_ambience(const struct settings *settings);
void levels_choose_ambience(struct house *house, struct sitting *sitting, int index);
