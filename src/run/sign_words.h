// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/signs.h"

// When a doctor should hear of it (domain.md 8.6), in words: calm, no diagnosis, and nowhere that a
// twitch is harmless. The same for the window, the terminal and the JSON of `repose stats`.

// "A new place".
const char *sign_words_title(enum sign_id id);

// How soon: "Now", "The same day", "In the next days", "Your own doctor", "" for a card.
const char *sign_words_urgency(enum urgency urgency);

// What it means and what to do, in one to three sentences.
void sign_words_say(struct text_builder *text, const struct sign *sign);

// What raised it: sentences of figures, each with the days it stands on.
enum { SIGN_SENTENCES_MAX = 3 };
struct sign_sentences {
    struct text_builder sentences[SIGN_SENTENCES_MAX];
    int count;
};
void sign_words_facts(struct sign_sentences *facts, const struct sign *sign);
void sign_sentences_free(struct sign_sentences *facts);

// What a person can answer to a sign.
const char *sign_words_doctor(void); // "I am under a doctor for this"
const char *sign_words_away(void);   // "Put away"
