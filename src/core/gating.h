// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/routine.h"

// Who may do what (domain.md 4.5 and 12.4): the gate of a routine for a person at a moment, and the
// one fact that decided it.
//
// Much may stand against a routine at once: each word of the profile, the stop rule, and blocks
// beside the profile, which close whatever the table says. The strictest decides; of equally strict
// ones what lasts longest, then the first: blocks in the order of the reasons below, words in the
// order of the vocabulary.
//
// A therapist's plan lifts what is written `plan`, with a reason of hers also what is closed for a
// lasting word. It was written before a fresh injection, which may still close a routine or keep
// the dose small.

enum gating_reason {
    REASON_NONE,    // nothing stands against it
    REASON_PLAN,    // open: a therapist's plan in force lifts what stood against it
    REASON_SKIN,    // no normal feeling: neither warmth nor cold
    REASON_FLOPPY,  // the face does not move yet; by plan also when nobody has said that it does
    REASON_SURGERY, // an operation that the surgeon has not released
    REASON_STABBING_PAIN,   // neither compress nor massage
    REASON_STROKE,          // a stroke or a narrowed carotid: a doctor first
    REASON_COLD_ALLERGY,    // or Raynaud: no cold
    REASON_BREATH_HOLD,     // asthma, COPD, heart trouble or pregnancy: breathing without holds
    REASON_ANSWER_INJECTED, // the third answer, and neither injection nor operation has a date:
                            // what either would close
    REASON_WORD,            // the routine's row for a word of the profile
    REASON_HOLD,            // the stop rule (core/hold.h)
    REASON_COUNT
};

enum { TOXIN_LOCK_HOURS = 24 }; // the default of the setting

struct gating_facts {
    int64_t now_s;
    int toxin_lock_hours;
    int64_t moved_s;      // when a session last moved the face, 0 never
    bool plan_names;      // a therapist's plan in force names the routine
    bool plan_despite;    // and gives its reason although it is closed
    int64_t held_until_s; // by the stop rule, 0 not
};

struct gating {
    enum gate_word gate;
    enum gating_reason reason;
    enum profile_word word; // that decided, for REASON_WORD
    int64_t until_s;        // when it opens by itself, 0: not by itself
    bool absolute;          // shut, and there is no "anyway"
    bool wants_answers;     // the three answers come before it, however it is to be played: also
                        // after an "anyway", and in place of a refusal for REASON_ANSWER_INJECTED
    bool small;           // the small dose holds (core/dose.h)
    bool plan_dose;       // a therapist's plan sets the dose
    bool imagine_only;    // the plan opens what is imagined, nothing may move
    bool fresh_injection; // toxin-24h holds: to be said wherever the face is moved or cooled
};

struct gating gating_of(const struct routine *routine, const struct profile *profile,
                        const struct gating_facts *facts);

// The row of a routine without `gates`: open, but in rom, strengthening and nmr never looser than
// its category (domain.md 4.5).
enum gate_word category_gate(enum category category, enum profile_word word);
