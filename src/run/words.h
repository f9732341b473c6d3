// SPDX-License-Identifier: MIT
#pragma once

#include "core/player.h"
#include "core/timeline.h"

// The few sentences and words that both the terminal and the window say, in the language in use.

// Laid into a timeline by its compiler.
struct timeline_phrases words_phrases(void);

// Said first in a file where a pack is laid on: nothing in it waits for a key.
const char *words_timer(void);

// What the person does now, one to three words: "Breathe in", "Hold", "Let go", "Slow circles".
const char *words_phase(const struct segment *segment);

// "left", "right", "both sides", or "" where a step has no side.
const char *words_side(enum side side);
// "left side", "right side"; NULL for both and none.
const char *words_on_side(enum side side);

const char *words_category(enum category category);

// A place of massage: "back of the neck".
const char *words_area(enum massage_area area);

// What a gate asks; its own words, or "Ready? Press any key." for one without.
const char *words_gate(const struct gate *gate);
const char *words_take_off(void); // "Take the pack off now"

// The safety lines of the first screen (domain.md 8.5, people.md 2), with line breaks.
enum { WORDS_SAFETY_MAX = 1024 };
const char *words_safety(char to[WORDS_SAFETY_MAX]);
// What to call in an emergency: the one place where the number stands.
const char *words_emergency_number(void);
// The question before and after a session, and the words under 0 2 5 8 10.
const char *words_question_before(void);
const char *words_question_after(void);
const char *words_question_night(void); // the latter, asked next morning
const char *words_rating(int value);    // "" for numbers without a word
// The ways to say why it ended early, in the order of keys 1-5: pull, enough, tired, pain,
// interrupted.
const char *words_why(enum why why);
// The closing question and its answers, keys 1-5.
const char *words_question_feel(void);
const char *words_feel(enum feel feel);
