// SPDX-License-Identifier: MIT
#include "run/questions.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/routine_kind.h"
#include "run/profile_keys.h"
#include "store/answers.h"

// When it is asked.
enum before {
    BEFORE_FACE = 1 << 0,
    BEFORE_HOLD = 1 << 1,
    BEFORE_WARM = 1 << 2,
    BEFORE_COLD = 1 << 3,
    BEFORE_MASSAGE = 1 << 4,
};

// A question, and what its answers do. `key` is the profile key that takes the value; the word of
// an answer is added to `asks`, replaces the value of another key, or, as days ago, becomes a date.
struct row {
    struct question question;
    unsigned before; // bits of enum before
    const char *key;
    const char *values[QUESTION_ANSWERS_MAX]; // NULL: nothing is stored but that it was asked
    const char *caution;
};

#define YES_NO_UNSURE                                                                              \
    { N_("Yes"), N_("No"), N_("Not sure") }
enum { YES_NO_UNSURE_COUNT = 3 };

static const struct row rows[] = {
    {{"weak", N_("Is a part of your face weak or hanging, or was it in the last three months?"),
      YES_NO_UNSURE, YES_NO_UNSURE_COUNT},
     BEFORE_FACE,
     "answers",
     {"yes", "no", "unsure"},
     NULL},
    {{"narrows", N_("When you smile or purse your lips, does an eye narrow by itself?"),
      YES_NO_UNSURE, YES_NO_UNSURE_COUNT},
     BEFORE_FACE,
     "answers",
     {"yes", "no", "unsure"},
     NULL},
    {{"injected",
      N_("An injection in the face in the last day, or an operation on face, ear, skull or jaw "
         "that "
         "the surgeon has not released yet?"),
      YES_NO_UNSURE, YES_NO_UNSURE_COUNT},
     BEFORE_FACE,
     "answers",
     {"yes", "no", "unsure"},
     NULL},
    {{"breath",
      N_("Holding the breath does not suit everybody. Does one of these concern you?"),
      {N_("Asthma"), N_("COPD, a narrowing of the lungs"), N_("Heart trouble"), N_("Pregnancy"),
       N_("None of these"), N_("Not sure")},
      6},
     BEFORE_HOLD,
     "asks",
     {"asthma", "copd", "heart", "pregnancy", NULL, NULL},
     "C2"},
    {{"skin", N_("Does the skin of your face feel warm, cold and touch as usual?"), YES_NO_UNSURE,
      YES_NO_UNSURE_COUNT},
     BEFORE_WARM | BEFORE_COLD,
     "skin",
     {"yes", "no", "unsure"},
     "C17"},
    {{"injection",
      N_("An injection of botulinum toxin in the face?"),
      {N_("Yes, today"), N_("Yes, yesterday"), N_("No, or longer ago"), N_("Not sure")},
      4},
     BEFORE_MASSAGE,
     "toxin",
     {"0", "1", NULL, NULL},
     "C8"},
    {{"stabbing", N_("Does touch or cold set off a sudden, stabbing pain in your face?"),
      YES_NO_UNSURE, YES_NO_UNSURE_COUNT},
     BEFORE_WARM | BEFORE_COLD | BEFORE_MASSAGE,
     "asks",
     {"stabbing-pain", NULL, NULL},
     "C17"},
    {{"stroke",
      N_("Does one of these concern you?"),
      {N_("A stroke ever, also one that passed"), N_("A narrowed artery of the neck"),
       N_("Medicine that thins the blood"), N_("None of these"), N_("Not sure")},
      5},
     BEFORE_MASSAGE,
     "asks",
     {"stroke", "carotid", "blood-thinners", NULL, NULL},
     "C15"},
    {{"cold", N_("Does cold give you hives, or white, numb fingers (Raynaud)?"), YES_NO_UNSURE,
      YES_NO_UNSURE_COUNT},
     BEFORE_COLD,
     "asks",
     {"cold-allergy", NULL, NULL},
     "C18"},
};
enum { ROWS = sizeof rows / sizeof *rows };

static const struct row *row_of(const struct question *question) {
    const struct row *row = rows;
    while (&row->question != question) {
        row++;
    }
    return row;
}

bool question_is_answer(const struct question *question) {
    return (row_of(question)->before & BEFORE_FACE) != 0;
}

const char *question_caution(const struct question *question) {
    return row_of(question)->caution;
}

static unsigned moments_of(const struct routine *routine, const struct allowed *allowed) {
    unsigned moments = allowed->gating.wants_answers ? BEFORE_FACE : 0;
    moments |= routine_holds_breath(routine) ? BEFORE_HOLD : 0;
    moments |= routine_warms(routine) ? BEFORE_WARM : 0;
    moments |= routine_cools(routine) ? BEFORE_COLD : 0;
    moments |= routine_massages(routine) ? BEFORE_MASSAGE : 0;
    return moments;
}

enum { MARK_MAX = 64 };

static void mark_of(const struct row *row, char to[MARK_MAX]) {
    text_format(to, MARK_MAX, "asked.%s", row->question.id);
}

// Whether the profile already says what it asks.
static bool is_told(const struct row *row, const struct person *person) {
    const struct profile *profile = &person->profile;
    if (strcmp(row->key, "skin") == 0) {
        return profile->skin != REPLY_NONE;
    }
    if (strcmp(row->key, "toxin") == 0) {
        return profile->toxin_told;
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
static bool was_asked(struct store *store, const struct row *row) {
    char mark[MARK_MAX];
    char *when = NULL;
    struct error ignored = {0};
    mark_of(row, mark);
    bool asked = store && remembered_get(store, mark, &when, &ignored) && when;
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
    for (int i = 0; i < ROWS && count < QUESTIONS_MAX; i++) {
        const struct row *row = &rows[i];
        bool answer = question_is_answer(&row->question);
        if (row->before & moments &&
            (answer || (!is_told(row, person) && !was_asked(store, row)))) {
            due[count++] = &row->question;
        }
    }
    return count;
}

static bool set(struct store *store, const char *key, const char *value, struct wall now,
                struct error *err) {
    int index = profile_key_find(key, err);
    char *right = index >= 0 ? profile_key_value(index, value, now, err) : NULL;
    bool stored = right && answers_set(store, key, right, "self", now, err);
    memory_free(right);
    return stored;
}

static bool add_to_asks(struct store *store, const char *word, struct wall now, struct error *err) {
    char *told = NULL;
    struct text_builder list = {0};
    bool right = answers_get(store, "asks", &told, err);
    text_add(&list, told && *told ? told : "");
    text_add_format(&list, "%s%s", list.length ? "," : "", word);
    right = right && set(store, "asks", list.text, now, err);
    memory_free(told);
    text_builder_free(&list);
    return right;
}

// Whether "not sure" counts as yes for this sitting, and is asked again before the next.
static bool is_unsure_injection(const struct row *row, int answer) {
    return strcmp(row->key, "toxin") == 0 && answer == row->question.answer_count - 1;
}

// "1": the date of yesterday.
static bool keep_date(struct store *store, const char *days_ago, struct wall now,
                      struct error *err) {
    enum { DAY_S = 24 * 3600, DATE_LENGTH = sizeof "2026-11-21" - 1 };
    char text[WALL_TEXT_MAX];
    struct wall then = now;
    then.utc_s -= *days_ago == '1' ? DAY_S : 0;
    wall_text(then, text);
    text[DATE_LENGTH] = '\0';
    return set(store, "toxin", text, now, err);
}

static bool keep_one(struct store *store, const struct row *row, int answer, struct wall now,
                     struct error *err) {
    const char *value = row->values[answer];
    char mark[MARK_MAX], when[WALL_TEXT_MAX];
    mark_of(row, mark);
    if (value && strcmp(row->key, "asks") == 0) {
        return add_to_asks(store, value, now, err);
    }
    if (value && strcmp(row->key, "toxin") == 0) {
        return keep_date(store, value, now, err);
    }
    if (value) {
        return set(store, row->key, value, now, err);
    }
    if (is_unsure_injection(row, answer)) {
        return true;
    }
    return remembered_set(store, mark, wall_text(now, when), err);
}

// The three in their order, when none of them was left open.
static bool keep_answers(struct store *store, const struct question *const due[],
                         const int answers[], int count, struct wall now, struct error *err) {
    struct text_builder list = {0};
    int given = 0;
    for (int i = 0; i < count; i++) {
        if (question_is_answer(due[i]) && answers[i] >= 0) {
            text_add_format(&list, "%s%s", given > 0 ? "," : "",
                            row_of(due[i])->values[answers[i]]);
            given++;
        }
    }
    bool right = given < ANSWERS || set(store, "answers", list.text, now, err);
    text_builder_free(&list);
    return right;
}

static void tell_date(int64_t days_ago, struct wall now, struct profile *profile) {
    int64_t day = wall_day(now) - days_ago;
    profile->toxin_told = true;
    profile->toxin_from_s = wall_day_begins(now, day, 0);
    profile->toxin_s = wall_day_begins(now, day + 1, 0);
}

static void tell_one(const struct row *row, int answer, struct wall now, struct profile *profile) {
    const char *value = row->values[answer];
    if (is_unsure_injection(row, answer)) {
        profile->toxin_told = true;
        profile->toxin_from_s = profile->toxin_s = now.utc_s;
    } else if (value && strcmp(row->key, "toxin") == 0) {
        tell_date(*value - '0', now, profile);
    } else if (value && strcmp(row->key, "skin") == 0) {
        profile->skin = (enum reply)vocabulary_find(reply_words, REPLY_COUNT, value);
    } else if (value && strcmp(row->key, "asks") == 0) {
        profile->asks |= 1u << vocabulary_find(ask_words, ASK_COUNT, value);
    }
}

void questions_tell(const struct question *const due[], const int answers[], int count,
                    struct wall now, struct profile *profile) {
    int place = 0;
    for (int i = 0; i < count; i++) {
        const struct row *row = row_of(due[i]);
        if (answers[i] >= 0 && question_is_answer(due[i]) && place < ANSWERS) {
            profile->answers[place++] =
                (enum reply)vocabulary_find(reply_words, REPLY_COUNT, row->values[answers[i]]);
            profile->answers_s = now.utc_s;
        } else if (answers[i] >= 0) {
            tell_one(row, answers[i], now, profile);
        }
    }
}

bool questions_keep(struct store *store, const struct question *const due[], const int answers[],
                    int count, struct wall now, struct error *err) {
    for (int i = 0; i < count; i++) {
        if (!question_is_answer(due[i]) && answers[i] >= 0 &&
            !keep_one(store, row_of(due[i]), answers[i], now, err)) {
            return false;
        }
    }
    return keep_answers(store, due, answers, count, now, err);
}
