// SPDX-License-Identifier: MIT
#pragma once

#include "base/uuid.h"
#include "run/plan_less.h"
#include "run/signs_read.h"

// What is told on Today beside what is asked for: signs for a doctor, the end of a fortnight,
// another version of a plan, a plan that is too much. The first screen shows the first of them as a
// card, `repose today cards` all; each is answered, and the answer can be taken back.

enum notice_kind {
    NOTICE_NONE,
    NOTICE_SIGN,      // a doctor should hear of it (domain.md 8.6), or a neutral card
    NOTICE_FORTNIGHT, // a fortnight is over: once more, another one, enough
    NOTICE_NEW_PLAN,  // another version of a plan holds, and was not looked at
    NOTICE_TOO_MUCH,  // of a plan in force: it can be made smaller
    NOTICE_KINDS
};

enum notice_answer {
    NOTICE_DOCTOR,      // "I am under a doctor for this"
    NOTICE_AWAY,        // put away; it comes back as its rule says
    NOTICE_APPOINTMENT, // the next one, with its day
    NOTICE_AGAIN,       // the same fortnight once more
    NOTICE_STOP,
    NOTICE_SEEN, // what is new in a plan
    NOTICE_LESS, // one item once less, or not at all
    NOTICE_REST, // today is a rest day
    NOTICE_ANSWERS
};
extern const char *const notice_answer_words[NOTICE_ANSWERS]; // as they are typed

struct notice {
    enum notice_kind kind;
    struct sign sign;
    // Of the kinds about a plan.
    char plan[ROUTINE_ID_MAX + 1];
    char title[ROUTINE_TITLE_MAX * 4 + 1];
    int version;   // of the shelf it was read with
    int due, done; // in the fortnight
    int paused;    // days of it
    // Of NOTICE_TOO_MUCH.
    struct plan_less less;
    bool therapist; // the plan is one's
};

enum { NOTICES_MAX = SIGN_COUNT + PLANS_MAX + 2 };
struct notices {
    struct notice all[NOTICES_MAX]; // the most urgent first, neutral cards last
    int count;
};

// As it stands today; none without a history.
bool notices_read(struct house *house, const struct plan_shelf *shelf, struct notices *notices,
                  struct error *err);

// ---- answers ----

// The bits 1 << enum notice_answer of what can be answered to it.
unsigned notice_answers(const struct notice *notice);

// The word of a card as it is typed: that of its sign, or the id of its plan.
const char *notice_word(const struct notice *notice);
// The card that a word and an answer mean, shown today or not: what an answer was given to is shown
// no more. False: no sign has that word, and no plan of the shelf such a card.
bool notice_meant(const struct plan_shelf *shelf, const char *word, enum notice_answer answer,
                  struct notice *notice);

// Keeps an answer. Of NOTICE_APPOINTMENT nothing: its day is an event of the diary.
bool notices_answer(struct house *house, const struct plan_shelf *shelf,
                    const struct notice *notice, enum notice_answer answer, struct error *err);
// Takes it back; of NOTICE_APPOINTMENT the last one that was noted. ERROR_MISSING: there is none.
bool notices_answer_back(struct house *house, const struct plan_shelf *shelf,
                         const struct notice *notice, enum notice_answer answer, struct error *err);

// For the two files of this noun: what remembers that the end of a fortnight was answered, by the
// day on which it began.
#define NOTICE_OVER_KEY "fortnight-over-%s"
enum { NOTICE_KEY_MAX = ROUTINE_ID_MAX + 24, NOTICE_DAY_MAX = 24 };
