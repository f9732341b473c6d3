// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "base/text.h"
#include "core/routine.h"
#include "files/shared.h"

// What is said about a whole routine, for the page of the window and for that of the terminal.

// Who wrote it and when, and who reviewed it: "By repose, revised 2026-11-21; not yet reviewed by
// a clinician."
void routine_words_review(struct text_builder *text, const struct routine *routine);

// The first sentence of the summary, for a list.
void routine_words_summary(const struct routine *routine, char *to, size_t size);

// The sentence of a caution, by its number in the routine.
const char *routine_words_caution(const struct routine *routine, int index,
                                  const struct shared *shared);

// A source, by its number in the routine: "Title, 2021. Where".
void routine_words_source(struct text_builder *text, const struct routine *routine, int index,
                          const struct shared *shared);
