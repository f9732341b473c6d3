// SPDX-License-Identifier: MIT
#pragma once

#include "run/allowed.h"

// The questions about a person that decide something, asked at the moment when they do: before the
// first breath hold, heat or cold, massage, face movement, and where the side decides what is
// played (domain.md 4.5 and 5.6). At most three for each of these, one key an answer, "not sure"
// always the last. A question that was left without an answer comes again.

enum { QUESTION_ANSWERS_MAX = 6, QUESTIONS_MAX = 6 };

struct question {
    const char *id;
    const char *text;                          // translate it
    const char *answers[QUESTION_ANSWERS_MAX]; // translate them; keys 1 and on
    int answer_count;
};

// What has to be asked before this routine, in the order in which it is asked; the number of them.
// Nothing for one that is shut for another reason than its own answers.
int questions_due(struct store *store, const struct person *person, const struct routine *routine,
                  const struct allowed *allowed, const struct question *due[QUESTIONS_MAX]);

// What can be asked again of a routine that is shut by an answer given earlier, so that a slip of
// the finger or an answer that has become another is no dead end; 0: no answer shuts it. A clear no
// takes back what was told, "not sure" leaves it.
int questions_anew(const struct person *person, const struct allowed *allowed,
                   const struct question *due[QUESTIONS_MAX]);

// Whether it is one of the three before a face movement, without which none is played.
bool question_is_answer(const struct question *question);

// The question before a face movement that takes this one of the three answers.
const struct question *question_of_answer(enum answer_place place);

// Whether all that this profile key answers counts as asked, where nothing of it is told; and a new
// word on that: "none of these" is not asked again, "not sure" is.
bool questions_were_asked(struct store *store, const char *key);
bool questions_set_asked(struct store *store, const char *key, bool asked, struct wall now,
                         struct error *err);

// What was answered, told to the profile of this sitting: whether or not it can be kept.
void questions_tell(const struct question *const due[], const int answers[], int count,
                    struct wall now, struct profile *profile);

// Keeps what was answered, with its date. `answers` are indices into those of each question, -1
// for one that was left open. The three answers are kept together or not at all.
bool questions_keep(struct store *store, const struct question *const due[], const int answers[],
                    int count, struct wall now, struct error *err);

// The caution that stands for a question about such a routine where nobody can be asked: a key of
// the catalogue of cautions, or NULL.
const char *question_caution(const struct question *question);
