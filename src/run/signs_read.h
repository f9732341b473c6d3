// SPDX-License-Identifier: MIT
#pragma once

#include "core/signs.h"
#include "run/house.h"

// The signs for a doctor (core/signs.h) that the history raises, and what the person answers to
// them.

struct raised_signs {
    struct sign signs[SIGN_COUNT]; // most urgent first
    int count;
};
// As it stands on a day; none without a history.
bool signs_read(struct house *house, int64_t day, struct raised_signs *raised, struct error *err);

// Answers stand among those about the person (store/answers.h), each with its moment, and so travel
// with the history: "sign-lasting-doctor" or "sign-lasting-away" with the value "yes", where
// "lasting" is the word of the sign's row.
enum sign_reply {
    SIGN_DOCTOR, // "I am under a doctor for this"
    SIGN_AWAY,   // put away; it comes back as the sign's row says
    SIGN_REPLIES
};
bool signs_answer(struct house *house, enum sign_id id, enum sign_reply reply, struct error *err);
// Takes the last of these answers back: for a step that is undone.
bool signs_answer_back(struct house *house, enum sign_id id, enum sign_reply reply,
                       struct error *err);
