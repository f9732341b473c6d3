// SPDX-License-Identifier: MIT
#pragma once

#include "run/notices.h"
#include "run/sign_words.h"

// A card of Today in words: the same for the window and the terminal.

// What stands above it, small: how soon; "" for most.
const char *notice_words_above(const struct notice *notice);
void notice_words_title(struct text_builder *text, const struct notice *notice);
void notice_words_say(struct text_builder *text, const struct notice *notice);
// What raised it; the caller frees them with sign_sentences_free.
void notice_words_facts(struct sign_sentences *facts, const struct notice *notice);
// An answer, as it stands on a button.
const char *notice_words_answer(enum notice_answer answer);
// What is said when it was given.
const char *notice_words_kept(enum notice_answer answer);
