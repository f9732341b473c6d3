// SPDX-License-Identifier: MIT
#include "run/questions.h"

#include <string.h>

#include "base/memory.h"
#include "core/routine_kind.h"
#include "run/question_rows.h"
#include "store/answers.h"

bool question_is_answer(const struct question *question) {
    return (question_row_of(question)->before & BEFORE_FACE) != 0;
}

const char *question_caution(const struct question *question) {
    return question_row_of(question)->caution;
}

static unsigned moments_of(const struct routine *routine, const struct allowed *allowed) {
    unsigned moments = allowed->gating.wants_answers ? BEFORE_FACE : 0;
    moments |= routine_holds_breath(routine) ? BEFORE_HOLD : 0;
    moments |= routine_warms(routine) ? BEFORE_WARM : 0;
    moments |= routine_cools(routine) ? BEFORE_COLD : 0;
    moments |= routine_massages(routine) ? BEFORE_MASSAGE : 0;
    moments |= routine_asks_side(routine) ? BEFORE_SIDE : 0;
    return moments;
}

// Whether the profile already says what it asks.
static bool is_told(const struct question_row *row, const struct person *person) {
    const struct profile *profile = &person->profile;
    if (strcmp(row->key, "skin") == 0) {
        return profile->skin != REPLY_NONE;
    }
    if (strcmp(row->key, "toxin") == 0) {
        return profile->toxin_told;
    }
    if (strcmp(row->key, "affected") == 0) {
        return profile->affected != SIDE_NONE;
    }
    for (int i = 0; strcmp(row->key, "asks") == 0 && i < row->question.answer_count; i++) {
        int ask = row->values[i] ? vocabulary_find(ask_words, ASK_COUNT, row->values[i]) : -1;
        if (ask >= 0 && profile->asks & 1u << ask) {
            return true;
        }
    }
    return false;
}

// A history that cannot be read asks: one question too many is better than one too few.
static bool was_asked(struct store *store, const struct question_row *row) {
    char mark[QUESTION_MARK_MAX];
    char *when = NULL;
    struct error ignored = {0};
    question_mark(row, mark);
    bool asked = store && remembered_get(store, mark, &when, &ignored) && when && *when;
    memory_free(when);
    return asked;
}

int questions_due(struct store *store, const struct person *person, const struct routine *routine,
                  const struct allowed *allowed, const struct question *due[QUESTIONS_MAX]) {
    unsigned moments = moments_of(routine, allowed);
    int count = 0;
    bool by_answer = allowed->gating.reason == REASON_ANSWER_INJECTED;
    if (allowed_is_shut(allowed) && !(by_answer && allowed->gating.wants_answers)) {
        return 0;
    }
    for (int i = 0; i < QUESTION_ROWS && count < QUESTIONS_MAX; i++) {
        const struct question_row *row = &question_rows[i];
        bool answer = question_is_answer(&row->question);
        if (row->before & moments &&
            (answer || (!is_told(row, person) && !was_asked(store, row)))) {
            due[count++] = &row->question;
        }
    }
    return count;
}

// The words that the three answers alone have brought about.
static bool is_by_answers(const struct profile *profile, enum profile_word word) {
    bool told = (profile->conditions & 1u << word) != 0;
    bool floppy = profile->floppy == REPLY_YES || profile->floppy == REPLY_UNSURE;
    return !told && ((word == PROFILE_PALSY_EARLY && !floppy) || word == PROFILE_SYNK);
}

// Whether its answer is what shuts a routine.
static bool shuts(const struct question_row *row, const struct profile *profile,
                  const struct gating *gating) {
    switch (gating->reason) {
    case REASON_WORD:
        return gating->word == PROFILE_TOXIN_24H
                   ? strcmp(row->key, "toxin") == 0
                   : is_by_answers(profile, gating->word) && question_is_answer(&row->question);
    case REASON_ANSWER_INJECTED:
        return question_is_answer(&row->question);
    case REASON_SKIN:
        return strcmp(row->key, "skin") == 0;
    case REASON_STABBING_PAIN:
        return strcmp(row->question.id, "stabbing") == 0;
    case REASON_STROKE:
        return strcmp(row->question.id, "stroke") == 0;
    case REASON_COLD_ALLERGY:
        return strcmp(row->question.id, "cold") == 0;
    case REASON_BREATH_HOLD:
        return strcmp(row->question.id, "breath") == 0;
    default:
        return false;
    }
}

int questions_anew(const struct person *person, const struct allowed *allowed,
                   const struct question *due[QUESTIONS_MAX]) {
    int count = 0;
    for (int i = 0; i < QUESTION_ROWS && allowed_is_shut(allowed); i++) {
        if (shuts(&question_rows[i], &person->profile, &allowed->gating)) {
            due[count++] = &question_rows[i].question;
        }
    }
    return count;
}

const struct question *question_of_answer(enum answer_place place) {
    const struct question_row *row = question_rows;
    for (int before = (int)place; before > 0 || !question_is_answer(&row->question); row++) {
        before -= question_is_answer(&row->question);
    }
    return &row->question;
}

// One of those that leave a mark behind.
static bool leaves_mark(const struct question_row *row, const char *key) {
    return strcmp(row->key, key) == 0 && !question_is_answer(&row->question);
}

bool questions_were_asked(struct store *store, const char *key) {
    bool all = true, any = false;
    for (int i = 0; i < QUESTION_ROWS; i++) {
        if (leaves_mark(&question_rows[i], key)) {
            any = true;
            all = all && was_asked(store, &question_rows[i]);
        }
    }
    return any && all;
}

bool questions_set_asked(struct store *store, const char *key, bool asked, struct wall now,
                         struct error *err) {
    char mark[QUESTION_MARK_MAX], when[WALL_TEXT_MAX];
    for (int i = 0; i < QUESTION_ROWS; i++) {
        question_mark(&question_rows[i], mark);
        if (leaves_mark(&question_rows[i], key) &&
            !remembered_set(store, mark, asked ? wall_text(now, when) : "", err)) {
            return false;
        }
    }
    return true;
}
