// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/profile_keys.h"
#include "run/question_rows.h"
#include "store/answers.h"

// What becomes of an answer: told to the profile of this sitting, and kept with its date.

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
static bool is_unsure_injection(const struct question_row *row, int answer) {
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

// A clear no. "Not sure" is always the last, and leaves what was told.
static bool is_no(const struct question_row *row, int answer) {
    return !row->values[answer] && answer + 1 < row->question.answer_count;
}

static bool is_of_row(const struct question_row *row, const char *word, size_t length) {
    for (int i = 0; i < row->question.answer_count; i++) {
        const char *value = row->values[i];
        if (value && strlen(value) == length && strncmp(value, word, length) == 0) {
            return true;
        }
    }
    return false;
}

// What stands in `asks` without the words of this question.
static bool take_from_asks(struct store *store, const struct question_row *row, struct wall now,
                           struct error *err) {
    char *told = NULL;
    struct text_builder list = {0};
    bool right = answers_get(store, "asks", &told, err);
    size_t length = 0;
    text_add(&list, "");
    for (const char *word = told; word && *word; word += length + (word[length] == ',')) {
        length = strcspn(word, ",");
        if (!is_of_row(row, word, length)) {
            text_add(&list, list.length > 0 ? "," : "");
            text_add_bytes(&list, word, length);
        }
    }
    if (right && told && strcmp(told, list.text) != 0) {
        right = set(store, "asks", list.text, now, err);
    }
    memory_free(told);
    text_builder_free(&list);
    return right;
}

static bool take_date(struct store *store, const struct question_row *row, struct wall now,
                      struct error *err) {
    char *told = NULL;
    bool right = answers_get(store, row->key, &told, err) &&
                 (!told || !*told || set(store, row->key, "", now, err));
    memory_free(told);
    return right;
}

static bool take_back(struct store *store, const struct question_row *row, struct wall now,
                      struct error *err) {
    return strcmp(row->key, "asks") == 0 ? take_from_asks(store, row, now, err)
                                         : take_date(store, row, now, err);
}

static bool keep_one(struct store *store, const struct question_row *row, int answer,
                     struct wall now, struct error *err) {
    const char *value = row->values[answer];
    char mark[QUESTION_MARK_MAX], when[WALL_TEXT_MAX];
    question_mark(row, mark);
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
    return (!is_no(row, answer) || take_back(store, row, now, err)) &&
           remembered_set(store, mark, wall_text(now, when), err);
}

// The three in their order, when none of them was left open.
static bool keep_answers(struct store *store, const struct question *const due[],
                         const int answers[], int count, struct wall now, struct error *err) {
    struct text_builder list = {0};
    int given = 0;
    for (int i = 0; i < count; i++) {
        if (question_is_answer(due[i]) && answers[i] >= 0) {
            text_add_format(&list, "%s%s", given > 0 ? "," : "",
                            question_row_of(due[i])->values[answers[i]]);
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

static void untell(const struct question_row *row, struct profile *profile) {
    if (strcmp(row->key, "toxin") == 0) {
        profile->toxin_told = false;
    }
    for (int i = 0; strcmp(row->key, "asks") == 0 && i < row->question.answer_count; i++) {
        if (row->values[i]) {
            profile->asks &= ~(1u << vocabulary_find(ask_words, ASK_COUNT, row->values[i]));
        }
    }
}

static void tell_one(const struct question_row *row, int answer, struct wall now,
                     struct profile *profile) {
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
    } else if (value && strcmp(row->key, "affected") == 0) {
        profile->affected = (enum side)vocabulary_find(side_words, SIDE_COUNT, value);
    } else if (is_no(row, answer)) {
        untell(row, profile);
    }
}

void questions_tell(const struct question *const due[], const int answers[], int count,
                    struct wall now, struct profile *profile) {
    int place = 0;
    for (int i = 0; i < count; i++) {
        const struct question_row *row = question_row_of(due[i]);
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
            !keep_one(store, question_row_of(due[i]), answers[i], now, err)) {
            return false;
        }
    }
    return keep_answers(store, due, answers, count, now, err);
}
