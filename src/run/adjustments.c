// SPDX-License-Identifier: MIT
#include "run/adjustments.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"

enum { EFFORT_MAX = 10 };

static void add_word(char *to, const char *key, const char *value) {
    size_t used = strlen(to);
    text_format(to + used, ADJUSTMENTS_TEXT_MAX - used, "%s%s=%s", used ? " " : "", key, value);
}

// Whole numbers that stand for "as written" when they are 0.
struct number {
    const char *key;
    size_t offset; // in struct timeline_options, an int
    int most;
};
static const struct number numbers[] = {
    {"reps", offsetof(struct timeline_options, reps), ROUTINE_COUNT_MAX},
    {"cycles", offsetof(struct timeline_options, cycles), ROUTINE_COUNT_MAX},
    {"reps_most", offsetof(struct timeline_options, reps_most), ROUTINE_COUNT_MAX},
    {"effort_most", offsetof(struct timeline_options, effort_most), EFFORT_MAX},
    {"cycles_most", offsetof(struct timeline_options, cycles_most), ROUTINE_COUNT_MAX},
};
enum { NUMBERS = sizeof numbers / sizeof *numbers };

static void add_numbers(const struct timeline_options *options, char *to) {
    char text[TEXT_NUMBER_MAX];
    for (size_t i = 0; i < NUMBERS; i++) {
        int value = *(const int *)((const char *)options + numbers[i].offset);
        if (value > 0) {
            add_word(to, numbers[i].key, text_decimal(value, text));
        }
    }
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
    add_numbers(options, to);
    if (options->hold_ms > 0) {
        add_word(to, "hold", text_decimal((double)options->hold_ms / 1000.0, number));
    }
    if (options->short_form) {
        add_word(to, "form", "short");
    }
    if (options->imagine_only) {
        add_word(to, "mode", "imagine");
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

// True when the key is one of the numbers; one that is not right is passed over.
static bool read_number(const char *key, const char *value, struct timeline_options *options) {
    for (size_t i = 0; i < NUMBERS; i++) {
        int64_t whole = 0;
        if (strcmp(key, numbers[i].key) == 0) {
            if (text_read_whole(value, &whole) && whole > 0 && whole <= numbers[i].most) {
                *(int *)((char *)options + numbers[i].offset) = (int)whole;
            }
            return true;
        }
    }
    return false;
}

static void read_hold(const char *value, struct timeline_options *options) {
    double seconds = 0.0;
    if (text_read_decimal(value, &seconds) && seconds * 1000.0 >= ROUTINE_TIME_MIN_MS &&
        seconds * 1000.0 <= ROUTINE_TIME_MAX_MS) {
        options->hold_ms = (int64_t)(seconds * 1000.0 + 0.5);
    }
}

static void read_word(const char *key, const char *value, struct timeline_options *options) {
    int64_t whole = 0;
    double tempo = 1.0;
    if (read_number(key, value, options)) {
        return;
    }
    if (strcmp(key, "tempo") == 0 && text_read_decimal(value, &tempo)) {
        options->tempo = tempo;
    } else if (strcmp(key, "side") == 0) {
        options->side = read_side(value);
    } else if (strcmp(key, "affected") == 0) {
        options->affected = read_side(value);
    } else if (strcmp(key, "hold") == 0) {
        read_hold(value, options);
    } else if (strcmp(key, "form") == 0) {
        options->short_form = strcmp(value, "short") == 0;
    } else if (strcmp(key, "mode") == 0) {
        options->imagine_only = strcmp(value, "imagine") == 0;
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

const char adjustments_bedtime_word[] = "bedtime=yes";

bool adjustments_has_bedtime(const char *text) {
    return text && strstr(text, adjustments_bedtime_word);
}
