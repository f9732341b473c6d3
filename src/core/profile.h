// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/vocabulary.h"

// What the person told about herself, as far as it decides something (domain.md 4.5 and 5.6; the
// keys of `repose profile`). Nothing told is a value of its own and never stands for another.

enum reply { REPLY_NONE, REPLY_YES, REPLY_NO, REPLY_UNSURE, REPLY_COUNT };
extern const char *const reply_words[REPLY_COUNT]; // NULL for REPLY_NONE

// What to ask a doctor about first; each switches a caution on, and some close a kind of routine.
enum ask {
    ASK_ASTHMA,
    ASK_COPD,
    ASK_HEART,
    ASK_PREGNANCY,
    ASK_STABBING_PAIN,
    ASK_STROKE, // or a transient one
    ASK_CAROTID,
    ASK_COLD_ALLERGY, // or Raynaud
    ASK_BLOOD_THINNERS,
    ASK_COUNT
};
extern const char *const ask_words[ASK_COUNT];

// The three answers before the first face movement.
enum answer_place {
    ANSWER_WEAK,     // a part of the face is weak or hanging, or was within three months
    ANSWER_NARROWS,  // an eye narrows by itself with a smile or pursed lips
    ANSWER_INJECTED, // an injection in the last day, or an operation that is not released
    ANSWERS
};
enum { ANSWERS_DAYS = 90 }; // without a face movement for so long they are asked again

struct profile {
    unsigned conditions;    // bits 1 << enum profile_word, MYOK to PALSY_EARLY
    enum side affected;     // SIDE_NONE: not told
    enum reply neurologist; // yes: one looks after the face
    enum reply floppy;      // yes: nothing of the face moves yet
    enum reply skin;        // yes: it feels touch and warmth as usual
    // Moments are UTC seconds, each with whether it was told. A date alone is its beginning for
    // onset, surgery and release, so that the day of an operation itself is shut.
    bool onset_told, surgery_told, released_told, toxin_told;
    int64_t onset_s, surgery_s, released_s;
    int64_t toxin_from_s, toxin_s; // a date alone: its begin and its end; else the same
    enum reply answers[ANSWERS];   // REPLY_NONE: not given
    int64_t answers_s;             // when
    unsigned asks;                 // bits 1 << enum ask
};

// The words that hold at a moment, as bits: what was told (a floppy face is `palsy-early`), what
// the three answers say, `unknown` where neither says anything, and toxin-24h on top until
// `toxin_lock_hours` after the last injection.
unsigned profile_words_at(const struct profile *profile, int64_t now_s, int toxin_lock_hours);

// Between an operation and the surgeon's word.
bool profile_awaits_surgeon(const struct profile *profile, int64_t now_s);

// The third answer is yes or unsure, and no date accounts for it: neither an injection of about the
// day of the answer nor an operation that was not released then.
bool profile_owes_date(const struct profile *profile);

bool profile_has_answers(const struct profile *profile);
// Whether the three answers have to be asked: never given; or the last session that moved the face
// (`moved_s`, 0: none) and they themselves lie 90 days back; or the third one owes its date for a
// day, after which "in the last day" means another day.
bool profile_wants_answers(const struct profile *profile, int64_t moved_s, int64_t now_s);
