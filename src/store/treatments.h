// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/diary.h"
#include "store/store.h"

// Injections and operations stand in the diary as events and in the profile as the answers `toxin`
// and `surgery`, which decide what may be played. They are one entry: the answer is the last event
// of its kind, and here the one is brought to follow the other.

enum { TREATMENT_CORRECTS_DAYS = 7 }; // none is given twice within a week (design choice)

// The profile key of a kind of event, NULL for the others.
const char *treatment_key(enum event_kind kind);

// After an answer: `before` is what was told until then (NULL or "": nothing), `value` the new one.
// A date before the last event, or at most a week behind it, corrects that event, a later one is
// another event, and "" takes it away. Does nothing for other keys.
bool treatments_follow_answer(struct store *store, const char *key, const char *before,
                              const char *value, struct error *err);
// The way back: `value` is told no more, `before` holds again.
bool treatments_follow_undo(struct store *store, const char *key, const char *before,
                            const char *value, struct error *err);

// After an event of that kind was added, corrected or removed.
bool treatments_follow_event(struct store *store, enum event_kind kind, struct error *err);
