// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/allowed.h"

// Why a routine is closed, small or enough for now, and what to do instead: in one calm sentence
// each, for the list, the page and before the first step. Each function adds nothing where there is
// nothing to say.

// The gate as a word for people: "open", "starts small", "with a plan", "closed".
const char *gate_words_gate(enum gate_word gate);

// The same for a person now: "by the plan" where a therapist's plan sets the dose.
const char *gate_words_now(const struct allowed *allowed);

// Why the gate is what it is; nothing for a gate that is open by itself. It names the word of the
// profile that decided, or the therapist's plan that opens it or sets the dose.
void gate_words_reason(struct text_builder *text, const struct routine *routine,
                       const struct allowed *allowed);

// What the therapist wrote where her plan opens a routine that is closed; to be shown before it is
// played. Nothing elsewhere.
void gate_words_despite(struct text_builder *text, const struct allowed *allowed);

// What the stop rule noticed, and that the routine rests; nothing without a hold.
void gate_words_rest(struct text_builder *text, const struct allowed *allowed);

// When a gate opens by itself: "It opens again tomorrow at 14:30."
void gate_words_until(struct text_builder *text, const struct allowed *allowed, struct wall now);

// "Enough of this one for today; it opens again tomorrow at 04:00."
void gate_words_limit(struct text_builder *text, const struct allowed *allowed, struct wall now);

// What to do instead, naming the routine; NULL: nothing is offered.
void gate_words_instead(struct text_builder *text, const struct routine *instead);

// Whom to tell what the closing question has noticed; nothing without a hold.
void gate_words_tell(struct text_builder *text, const struct allowed *allowed);

// What has led to a hold, until when the routine rests and whom to tell, with `between` between the
// sentences: for the end of the session that led to it. Nothing without a hold.
void gate_words_held(struct text_builder *text, const struct allowed *allowed, struct wall now,
                     const char *between);

// Asked, kindly, when the closing question stayed open several times running (core/hold.h).
const char *gate_words_unanswered(void);

// What a fresh injection asks of a routine that moves or cools the face all the same.
void gate_words_injection(struct text_builder *text, const struct routine *routine,
                          const struct allowed *allowed);

// How much of it is played now where that is less than written.
void gate_words_dose(struct text_builder *text, const struct allowed *allowed);

// What is known of face exercises without an injection (domain.md 4.5): for a page whose gate is
// small for a face movement.
const char *gate_words_evidence(void);

// All of the above that holds now, with `between` between the sentences: why, until when, whom to
// tell, what instead; or how much of it.
void gate_words_all(struct text_builder *text, const struct routine *routine,
                    const struct allowed *allowed, const struct person *person,
                    const struct catalog *catalog, const char *between);

// What was noticed: "It hurt." For a hold, in the history and in a reason.
const char *gate_words_hold(enum hold_reason reason);
