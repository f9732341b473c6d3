// SPDX-License-Identifier: MIT
#include "run/adjustments.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { EFFORT_MAX = 10, KEPT_TEXT_MAX = TIMELINE_KEPT_WORDS * 17 + 1 };

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
    {"plan_reps", offsetof(struct timeline_options, asked.reps), ROUTINE_COUNT_MAX},
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

// Times in seconds that stand for "as written" when they are 0.
struct length {
    const char *key;
    size_t offset; // in struct timeline_options, an int64_t of milliseconds
};
static const struct length lengths[] = {
    {"hold", offsetof(struct timeline_options, hold_ms)},
    {"plan_move", offsetof(struct timeline_options, asked.move_ms)},
    {"plan_hold", offsetof(struct timeline_options, asked.hold_ms)},
    {"plan_rest", offsetof(struct timeline_options, asked.rest_ms)},
};
enum { LENGTHS = sizeof lengths / sizeof *lengths };

static void add_lengths(const struct timeline_options *options, char *to) {
    char text[TEXT_NUMBER_MAX];
    for (size_t i = 0; i < LENGTHS; i++) {
        int64_t value = *(const int64_t *)((const char *)options + lengths[i].offset);
        if (value > 0) {
            add_word(to, lengths[i].key, text_decimal((double)value / 1000.0, text));
        }
    }
}

// The numbers of the steps that are kept, as bits: 64 steps a word, in hexadecimal, the first word
// first.
static void add_kept(const struct timeline_asked *asked, char *to) {
    char text[KEPT_TEXT_MAX] = "";
    int words = TIMELINE_KEPT_WORDS;
    while (words > 0 && asked->kept[words - 1] == 0) {
        words--;
    }
    for (int i = 0; i < words; i++) {
        size_t used = strlen(text);
        text_format(text + used, sizeof text - used, "%s%" PRIx64, i ? "," : "", asked->kept[i]);
    }
    add_word(to, "plan_only", words > 0 ? text : "0");
}

// What a plan asked for; its words are not kept, a session that goes on says the routine's own.
static void add_asked(const struct timeline_asked *asked, char *to) {
    char number[TEXT_NUMBER_MAX];
    if (asked->tempo > 0.0) {
        add_word(to, "plan_tempo", text_decimal(asked->tempo, number));
    }
    if (asked->effort_given) {
        add_word(to, "plan_effort", text_decimal(asked->effort, number));
    }
    if (asked->side != SIDE_NONE) {
        add_word(to, "plan_side", side_words[asked->side]);
    }
    if (asked->mirror_given) {
        add_word(to, "plan_mirror", mirror_words[asked->mirror]);
    }
    if (asked->keeps_some) {
        add_kept(asked, to);
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
    add_lengths(options, to);
    add_asked(&options->asked, to);
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

// The same for the times.
static bool read_length(const char *key, const char *value, struct timeline_options *options) {
    for (size_t i = 0; i < LENGTHS; i++) {
        double seconds = 0.0;
        if (strcmp(key, lengths[i].key) == 0) {
            if (text_read_decimal(value, &seconds) && seconds * 1000.0 >= ROUTINE_TIME_MIN_MS &&
                seconds * 1000.0 <= ROUTINE_TIME_MAX_MS) {
                *(int64_t *)((char *)options + lengths[i].offset) =
                    (int64_t)(seconds * 1000.0 + 0.5);
            }
            return true;
        }
    }
    return false;
}

static void read_kept(const char *value, struct timeline_asked *asked) {
    const char *at = value;
    asked->keeps_some = true;
    for (int i = 0; i < TIMELINE_KEPT_WORDS && *at; i++) {
        char *end = NULL;
        asked->kept[i] = strtoull(at, &end, 16);
        at = *end == ',' ? end + 1 : "";
    }
}

static void read_asked(const char *key, const char *value, struct timeline_asked *asked) {
    int64_t effort = 0;
    double tempo = 0.0;
    int mirror = vocabulary_find(mirror_words, MIRROR_COUNT, value);
    if (strcmp(key, "plan_tempo") == 0 && text_read_decimal(value, &tempo) && tempo > 0.0) {
        asked->tempo = tempo;
    } else if (strcmp(key, "plan_effort") == 0 && text_read_whole(value, &effort) && effort >= 0 &&
               effort <= EFFORT_MAX) {
        asked->effort_given = true;
        asked->effort = (int)effort;
    } else if (strcmp(key, "plan_side") == 0) {
        asked->side = read_side(value);
    } else if (strcmp(key, "plan_mirror") == 0 && mirror >= 0) {
        asked->mirror_given = true;
        asked->mirror = (enum mirror)mirror;
    } else if (strcmp(key, "plan_only") == 0) {
        read_kept(value, asked);
    }
}

static void read_word(const char *key, const char *value, struct timeline_options *options) {
    int64_t whole = 0;
    double tempo = 1.0;
    if (read_number(key, value, options) || read_length(key, value, options)) {
        return;
    }
    read_asked(key, value, &options->asked);
    if (strcmp(key, "tempo") == 0 && text_read_decimal(value, &tempo)) {
        options->tempo = tempo;
    } else if (strcmp(key, "side") == 0) {
        options->side = read_side(value);
    } else if (strcmp(key, "affected") == 0) {
        options->affected = read_side(value);
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

const char adjustments_untold_word[] = "time=untold";

bool adjustments_has_time(const char *text) {
    return !text || !strstr(text, adjustments_untold_word);
}

void adjustments_tell_time(char *text) {
    char *word = text ? strstr(text, adjustments_untold_word) : NULL;
    if (!word) {
        return;
    }
    char *rest = word + strlen(adjustments_untold_word);
    if (*rest == ' ') {
        rest++;
    } else if (word > text) {
        word--; // the blank before the last word
    }
    memmove(word, rest, strlen(rest) + 1);
}
