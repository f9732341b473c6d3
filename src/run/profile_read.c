// SPDX-License-Identifier: MIT
#include "run/profile_read.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/profile_keys.h"
#include "store/answers.h"

// The next word of a list like "hfs,synk" as an index into `words`, -1 for one that is none of
// them; *list moves behind it. Words of others stand in the list too: they only switch on a
// caution.
static int take_word(const char **list, const char *const words[], int count) {
    char word[PROFILE_WORD_BYTES_MAX] = "";
    size_t length = strcspn(*list, ",");
    if (length < sizeof word) {
        memcpy(word, *list, length);
    }
    *list += length + ((*list)[length] == ',');
    return vocabulary_find(words, count, word);
}

static unsigned read_bits(const char *list, const char *const words[], int count) {
    unsigned bits = 0;
    while (*list) {
        int word = take_word(&list, words, count);
        bits |= word >= 0 ? 1u << word : 0;
    }
    return bits;
}

static enum reply read_reply(const char *value) {
    int reply = vocabulary_find(reply_words, REPLY_COUNT, value);
    return reply < 0 ? REPLY_NONE : (enum reply)reply;
}

static void read_answers(const struct answer *answer, struct profile *profile) {
    const char *list = answer->value;
    for (int place = 0; place < ANSWERS && *list; place++) {
        int reply = take_word(&list, reply_words, REPLY_COUNT);
        profile->answers[place] = reply < 0 ? REPLY_NONE : (enum reply)reply;
    }
    profile->answers_s = answer->at.utc_s;
}

static enum side read_side(const char *value) {
    int side = vocabulary_find(side_words, SIDE_COUNT, value);
    return side == SIDE_LEFT || side == SIDE_RIGHT || side == SIDE_BOTH ? (enum side)side
                                                                        : SIDE_NONE;
}

// A moment, or a date alone from its begin to its end, on the clock of `now`.
static bool read_span(const char *value, struct wall now, int64_t *from_s, int64_t *to_s) {
    struct wall wall;
    struct error ignored;
    if (!*value || !wall_read(value, &wall, &ignored)) {
        return false;
    }
    bool date_alone = strlen(value) == PROFILE_DATE_LENGTH;
    *from_s = date_alone ? wall_day_begins(now, wall_day(wall), 0) : wall.utc_s;
    *to_s = date_alone ? wall_day_begins(now, wall_day(wall) + 1, 0) : wall.utc_s;
    return true;
}

static bool read_moment(const char *value, struct wall now, int64_t *utc_s) {
    int64_t end_s;
    return read_span(value, now, utc_s, &end_s);
}

static void read_answer(const struct answer *answer, struct wall now, struct profile *profile) {
    const char *key = answer->key;
    const char *value = answer->value;
    if (strcmp(key, "condition") == 0) {
        profile->conditions = read_bits(value, profile_words, PROFILE_COUNT) &
                              ~(1u << PROFILE_UNKNOWN | 1u << PROFILE_TOXIN_24H);
    } else if (strcmp(key, "affected") == 0) {
        profile->affected = read_side(value);
    } else if (strcmp(key, "neurologist") == 0) {
        profile->neurologist = read_reply(value);
    } else if (strcmp(key, "floppy") == 0) {
        profile->floppy = read_reply(value);
    } else if (strcmp(key, "skin") == 0) {
        profile->skin = read_reply(value);
    } else if (strcmp(key, "onset") == 0) {
        profile->onset_told = read_moment(value, now, &profile->onset_s);
    } else if (strcmp(key, "surgery") == 0) {
        profile->surgery_told = read_moment(value, now, &profile->surgery_s);
    } else if (strcmp(key, "released") == 0) {
        profile->released_told = read_moment(value, now, &profile->released_s);
    } else if (strcmp(key, "toxin") == 0) {
        profile->toxin_told = read_span(value, now, &profile->toxin_from_s, &profile->toxin_s);
    } else if (strcmp(key, "answers") == 0) {
        read_answers(answer, profile);
    } else if (strcmp(key, "asks") == 0) {
        profile->asks = read_bits(value, ask_words, ASK_COUNT);
    }
}

bool profile_read(struct store *store, struct wall now, struct profile *profile,
                  struct error *err) {
    struct answer_list list = {0};
    *profile = (struct profile){.affected = SIDE_NONE};
    if (store && !answers_list(store, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        read_answer(&list.answers[i], now, profile);
    }
    answer_list_free(&list);
    return true;
}

void profile_suppose(struct profile *profile, const char *key, const char *value, struct wall now) {
    char *own = memory_text(value);
    struct answer answer = {.value = own, .at = now};
    text_copy(answer.key, sizeof answer.key, key);
    if (strcmp(key, "answers") == 0) {
        for (int place = 0; place < ANSWERS; place++) {
            profile->answers[place] = REPLY_NONE;
        }
    }
    read_answer(&answer, now, profile);
    memory_free(own);
}

bool profile_read_trick(struct store *store, char *to, size_t size, struct error *err) {
    char *trick = NULL;
    bool right = !store || answers_get(store, "trick", &trick, err);
    text_copy(to, size, trick ? trick : "");
    memory_free(trick);
    return right;
}

bool profile_read_others(struct store *store, char *to, size_t size, struct error *err) {
    char *told = NULL;
    struct text_builder others = {0};
    bool right = !store || answers_get(store, "asks", &told, err);
    text_add(&others, "");
    for (const char *rest = told; rest && *rest;) {
        const char *word = rest;
        size_t length = strcspn(word, ",");
        if (take_word(&rest, ask_words, ASK_COUNT) < 0) {
            text_add(&others, others.length > 0 ? ", " : "");
            text_add_bytes(&others, word, length);
        }
    }
    text_copy(to, size, others.text);
    text_builder_free(&others);
    memory_free(told);
    return right;
}
