// SPDX-License-Identifier: MIT
#pragma once

#include "core/past.h"

// When a routine rests for a week: the closing question and the stop rule of domain.md 4.5, with
// the numbers found there (for people without any true change "4 of 6" holds a routine for about a
// fifth).
//
// What lay before a hold counts no more once it is over, so that a routine begins again with a
// clean sheet. No answer is no answer: it neither makes a row nor breaks one.

enum hold_reason {
    HOLD_NONE,
    HOLD_HURT,   // "it hurt", once, or pain made an end of moving, touching, warming or cooling
    HOLD_PULLED, // another part pulled along, new for the person
    HOLD_BUSIER, // in 3 of the last 4 answers
    HOLD_RISE,   // 2 or more up in at least 4 of its last 6 rated sessions
};

enum {
    HOLD_DAYS = 7,
    HOLD_BUSIER_OF = 4,
    HOLD_BUSIER_LEAST = 3,
    HOLD_RISE_OF = 6,
    HOLD_RISE_LEAST = 4,
    HOLD_RISE_POINTS = 2,
    HOLD_UNANSWERED = 3,
};

struct hold {
    enum hold_reason reason; // HOLD_NONE: none at `now_s`
    int64_t since_s, until_s;
    bool step_back; // two "busier" running: a stage less, or a shorter form (core/dose.h)
};

// Of one routine, from its sessions alone. `linked_known`: that another part is pulled along is
// known of the person, and no reason to stop. `renewed_s`: a therapist's plan has named the routine
// anew then, and what lies before counts no more; 0 never.
struct hold hold_of(const char *routine, const struct past *past, int64_t now_s, bool linked_known,
                    int64_t renewed_s);

// The holds that each session of a routine caused: fills its places among `reasons`, which has one
// for each session of the past, and leaves all others.
void hold_reasons(const char *routine, const struct past *past, bool linked_known,
                  enum hold_reason *reasons);

// Whether a row of face sessions without an answer to the closing question has just come to
// HOLD_UNANSWERED, or to twice as many, and so on: time to ask, kindly, why not.
bool hold_is_unanswered(const struct past *past);
