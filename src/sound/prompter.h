// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "sound/speech.h"

// Makes the clips of a list of texts, in order, on a thread of its own. The owner takes what is
// done and never waits.
//
// While it runs, `speech` is its alone. The calls here are for the one thread that began it.
struct prompter;

// The texts are copied.
struct prompter *prompter_begin(struct speech *speech, const struct speech_text *texts, int count);

// The first text of the list that sounds the same as this one: itself, or an earlier one. What
// stands in a list several times is made and handed out once, under the number of the first.
int prompter_first(const struct prompter *prompter, int index);

// The next that is settled, in the order of the list, those that repeat an earlier one left out.
// False when there is none yet, or no more. The clip is the taker's; it is empty where nothing
// could be made, which then stands in the log.
bool prompter_take(struct prompter *prompter, int *index, struct clip *clip);

// How many texts from the beginning of the list are settled: made, failed, or the same as one that
// is.
int prompter_done(const struct prompter *prompter);

// Ends what is being made, within a second, and frees all that nobody took. NULL is fine.
void prompter_end(struct prompter *prompter);
