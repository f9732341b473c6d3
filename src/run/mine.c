// SPDX-License-Identifier: MIT
#include "run/mine.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/profile_keys.h"
#include "store/answers.h"

enum { DAY_S = 24 * 3600 };

// The words of a list like "hfs,synk" as bits; what is no word counts nothing.
static unsigned words_of(const char *list) {
    unsigned words = 0;
    while (list && *list) {
        size_t length = strcspn(list, ",");
        for (int word = 0; word < PROFILE_COUNT; word++)
            if (strlen(profile_words[word]) == length &&
                strncmp(profile_words[word], list, length) == 0)
                words |= 1u << word;
        list += length + (list[length] == ',');
    }
    return words;
}

static enum side side_of(const char *value) {
    int side = value ? vocabulary_find(side_words, SIDE_COUNT, value) : -1;
    return side == SIDE_LEFT || side == SIDE_RIGHT || side == SIDE_BOTH ? (enum side)side
                                                                        : SIDE_NONE;
}

// Whether an injection lies less than a day back. A date without a time counts from its end.
static bool is_fresh(const char *toxin, struct wall now) {
    struct wall at;
    struct error ignored;
    if (!toxin || !*toxin || !wall_read(toxin, &at, &ignored))
        return false;
    int64_t since_s = now.utc_s - at.utc_s - (strlen(toxin) == PROFILE_DATE_LENGTH ? DAY_S : 0);
    return since_s < DAY_S;
}

bool mine_read(struct store *store, struct wall now, struct timeline_options *options,
               struct error *err) {
    char *condition = NULL, *affected = NULL, *toxin = NULL, *trick = NULL;
    bool right = answers_get(store, "condition", &condition, err) &&
                 answers_get(store, "affected", &affected, err) &&
                 answers_get(store, "toxin", &toxin, err) &&
                 answers_get(store, "trick", &trick, err);
    if (right) {
        options->words = words_of(condition);
        if (options->words == 0)
            options->words = 1u << PROFILE_UNKNOWN;
        if (is_fresh(toxin, now))
            options->words |= 1u << PROFILE_TOXIN_24H;
        options->affected = side_of(affected);
        text_copy(options->trick, sizeof options->trick, trick ? trick : "");
    }
    memory_free(condition);
    memory_free(affected);
    memory_free(toxin);
    memory_free(trick);
    return right;
}
