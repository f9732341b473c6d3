// SPDX-License-Identifier: MIT
#include "run/adjustments.h"

#include <string.h>

#include "base/text.h"

static void add_word(char *to, const char *key, const char *value) {
    size_t used = strlen(to);
    text_format(to + used, ADJUSTMENTS_TEXT_MAX - used, "%s%s=%s", used ? " " : "", key, value);
}

void adjustments_write(const struct timeline_options *options, char to[ADJUSTMENTS_TEXT_MAX]) {
    char number[TEXT_NUMBER_MAX];
    to[0] = '\0';
    if (options->tempo != 1.0) {
        add_word(to, "tempo", text_decimal(options->tempo, number));
    }
    if (options->side != SIDE_NONE) {
        add_word(to, "side", side_words[options->side]);
    }
    if (options->reps > 0) {
        add_word(to, "reps", text_decimal(options->reps, number));
    }
    if (options->affected != SIDE_NONE) {
        add_word(to, "affected", side_words[options->affected]);
    }
    if (options->words != 0) {
        add_word(to, "words", text_decimal(options->words, number));
    }
}

static enum side read_side(const char *value) {
    int side = vocabulary_find(side_words, SIDE_COUNT, value);
    return side < 0 ? SIDE_NONE : (enum side)side;
}

static void read_word(const char *key, const char *value, struct timeline_options *options) {
    int64_t whole = 0;
    double tempo = 1.0;
    if (strcmp(key, "tempo") == 0 && text_read_decimal(value, &tempo)) {
        options->tempo = tempo;
    } else if (strcmp(key, "side") == 0) {
        options->side = read_side(value);
    } else if (strcmp(key, "affected") == 0) {
        options->affected = read_side(value);
    } else if (strcmp(key, "reps") == 0 && text_read_whole(value, &whole) && whole > 0 &&
               whole <= ROUTINE_COUNT_MAX) {
        options->reps = (int)whole;
    } else if (strcmp(key, "words") == 0 && text_read_whole(value, &whole) && whole >= 0 &&
               whole < (1 << PROFILE_COUNT)) {
        options->words = (unsigned)whole;
    }
}

void adjustments_read(const char *text, struct timeline_options *options) {
    char copy[ADJUSTMENTS_TEXT_MAX];
    text_copy(copy, sizeof copy, text ? text : "");
    char *rest = copy;
    while (*rest) {
        char *word = rest;
        size_t length = strcspn(word, " ");
        rest = word + length + (word[length] ? 1 : 0);
        word[length] = '\0';
        char *equals = strchr(word, '=');
        if (equals) {
            *equals = '\0';
            read_word(word, equals + 1, options);
        }
    }
}
