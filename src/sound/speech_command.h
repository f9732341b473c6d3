// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/error.h"

// The command that speaks, as words without a shell.
//
// Blanks part words; "..." and '...' keep them together, a backslash takes the next character as it
// is (not within '...'). {text}, {out} and {lang} are then replaced within the words, so that no
// text can become a word of its own. Without {text} the text goes to standard input; without {out}
// a WAV comes from standard output.

enum { SPEECH_WORDS_MAX = 64 };

struct speech_command {
    char **words; // up to a NULL; owned
    bool takes_text, takes_out;
};

// False where a quote is left open, there are too many words, or none.
bool speech_command_split(const char *text, struct speech_command *command, struct error *err);

struct speech_filling {
    const char *text, *out, *language;
};

// The words with all filled in, up to a NULL. A text that begins with a dash gets a blank before
// it where it begins a word, so that it is no option.
char **speech_command_fill(const struct speech_command *command,
                           const struct speech_filling *filling);

// Frees what split and fill have made; NULL is fine.
void speech_words_free(char **words);
