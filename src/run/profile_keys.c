// SPDX-License-Identifier: MIT
#include "run/profile_keys.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/vocabulary.h"

enum { WORDS_MAX = 16, WORDS_TOLD_MAX = 24, TEXT_CHARACTERS_MAX = 500 };
enum { DAY_S = 24 * 3600 };

enum kind {
    KIND_WORD,    // one of `words`
    KIND_WORDS,   // several of them
    KIND_OPEN,    // several of them, or others
    KIND_ANSWERS, // three of them, in order, doubles allowed
    KIND_TEXT,    // own words
    KIND_MOMENT,  // a date, or date and time; at most a day ahead
    KIND_AHEAD,   // the same, and may lie ahead
};

struct row {
    const char *key;
    enum kind kind;
    const char *words[WORDS_MAX];
};

#define YES_NO_UNSURE                                                                              \
    { "yes", "no", "unsure" }

// toxin-24h is no condition that is told: it follows from `toxin`.
static const struct row rows[] = {
    {"condition",
     KIND_WORDS,
     {"myok", "hfs", "bsp", "synk", "palsy-weak", "palsy-early", "unknown"}},
    {"affected", KIND_WORD, {"left", "right", "both"}},
    {"cause", KIND_TEXT, {NULL}},
    {"neurologist", KIND_WORD, {"yes", "no"}},
    {"onset", KIND_MOMENT, {NULL}},
    {"floppy", KIND_WORD, {"yes", "no"}},
    {"surgery", KIND_MOMENT, {NULL}},
    {"released", KIND_AHEAD, {NULL}},
    {"toxin", KIND_MOMENT, {NULL}},
    {"skin", KIND_WORD, YES_NO_UNSURE},
    {"answers", KIND_ANSWERS, YES_NO_UNSURE},
    {"asks",
     KIND_OPEN,
     {"asthma", "copd", "heart", "pregnancy", "stabbing-pain", "stroke", "carotid", "cold-allergy",
      "blood-thinners"}},
    {"trick", KIND_TEXT, {NULL}},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

static int word_count(const struct row *row) {
    int count = 0;
    while (count < WORDS_MAX && row->words[count])
        count++;
    return count;
}

int profile_key_count(void) {
    return ROW_COUNT;
}

const char *profile_key(int index) {
    assert(index >= 0 && index < ROW_COUNT);
    return rows[index].key;
}

bool profile_key_is_list(int index) {
    assert(index >= 0 && index < ROW_COUNT);
    enum kind kind = rows[index].kind;
    return kind == KIND_WORDS || kind == KIND_OPEN || kind == KIND_ANSWERS;
}

void profile_key_add_takes(int index, struct text_builder *text) {
    static const char *const takes[] = {
        [KIND_WORD] = N_("one of"),
        [KIND_WORDS] = N_("one or several, with commas between them, of"),
        [KIND_OPEN] = N_("words with commas between them, like"),
        [KIND_ANSWERS] = N_("three, with commas between them, of"),
        [KIND_TEXT] = N_("your own words, up to 500 characters"),
        [KIND_MOMENT] = N_("a date like 2026-11-21, or with a time: 2026-11-21T14:30"),
        [KIND_AHEAD] = N_("a date like 2026-11-21, or with a time: 2026-11-21T14:30"),
    };
    assert(index >= 0 && index < ROW_COUNT);
    text_add(text, _(takes[rows[index].kind]));
    for (int i = 0; i < word_count(&rows[index]); i++)
        text_add_format(text, " %s", rows[index].words[i]);
}

int profile_key_find(const char *key, struct error *err) {
    const char *known[ROW_COUNT];
    for (int i = 0; i < ROW_COUNT; i++) {
        if (strcmp(rows[i].key, key) == 0)
            return i;
        known[i] = rows[i].key;
    }
    const char *nearest = text_nearest(key, known, ROW_COUNT);
    struct text_builder all = {0};
    for (int i = 0; i < ROW_COUNT; i++)
        text_add_format(&all, " %s", known[i]);
    if (nearest)
        error_set(err, ERROR_INPUT, _("the profile has no %s; did you mean %s?"), key, nearest);
    else
        error_set(err, ERROR_INPUT, _("the profile has no %s; there are:%s"), key, all.text);
    text_builder_free(&all);
    return -1;
}

static char *refuse(const struct row *row, const char *value, struct error *err) {
    struct text_builder takes = {0};
    profile_key_add_takes((int)(row - rows), &takes);
    error_set(err, ERROR_INPUT, _("%s: \"%s\" is not right; allowed: %s"), row->key, value,
              takes.text);
    text_builder_free(&takes);
    return NULL;
}

// Text without line breaks and other control characters.
static bool is_plain(const char *text, size_t most) {
    size_t length = strlen(text);
    if (text_valid(text, length) != length || text_length(text) > most)
        return false;
    for (size_t at = 0; at < length;) {
        uint32_t code;
        at += text_character(text + at, length - at, &code);
        if (text_is_control(code))
            return false;
    }
    return true;
}

// The words between the commas, blanks around them taken off; -1 when one is empty or too long, or
// there are too many.
static int split_words(const char *value, char words[WORDS_TOLD_MAX][PROFILE_WORD_BYTES_MAX]) {
    int count = 0;
    for (;;) {
        value += strspn(value, " ");
        size_t length = strcspn(value, ",");
        size_t end = length;
        while (end > 0 && value[end - 1] == ' ')
            end--;
        if (end == 0 || end >= PROFILE_WORD_BYTES_MAX || count == WORDS_TOLD_MAX)
            return -1;
        memcpy(words[count], value, end);
        words[count][end] = '\0';
        count++;
        if (value[length] == '\0')
            return count;
        value += length + 1;
    }
}

static bool holds(char words[WORDS_TOLD_MAX][PROFILE_WORD_BYTES_MAX], int count, const char *word) {
    for (int i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static void add_word(struct text_builder *list, const char *word) {
    if (list->length > 0)
        text_add(list, ",");
    text_add(list, word);
}

// A set of words: the known ones in the order of the row, then the others as they were told.
static char *read_words(const struct row *row, const char *value, struct error *err) {
    char words[WORDS_TOLD_MAX][PROFILE_WORD_BYTES_MAX];
    int known = word_count(row);
    int count = split_words(value, words);
    struct text_builder list = {0};
    for (int i = 0; i < count; i++)
        if (row->kind == KIND_WORDS && vocabulary_find(row->words, known, words[i]) < 0)
            return refuse(row, value, err);
    if (count < 0 || !is_plain(value, TEXT_CHARACTERS_MAX))
        return refuse(row, value, err);
    for (int i = 0; i < known; i++)
        // "unknown" never stands for another word and goes as soon as another is told.
        if (holds(words, count, row->words[i]) &&
            !(strcmp(row->words[i], "unknown") == 0 && list.length > 0))
            add_word(&list, row->words[i]);
    for (int i = 0; i < count; i++)
        if (vocabulary_find(row->words, known, words[i]) < 0 && !holds(words, i, words[i]))
            add_word(&list, words[i]);
    return list.text;
}

static char *read_answers(const struct row *row, const char *value, struct error *err) {
    char words[WORDS_TOLD_MAX][PROFILE_WORD_BYTES_MAX];
    struct text_builder list = {0};
    if (split_words(value, words) != 3)
        return refuse(row, value, err);
    for (int i = 0; i < 3; i++)
        if (vocabulary_find(row->words, word_count(row), words[i]) < 0)
            return refuse(row, value, err);
    for (int i = 0; i < 3; i++)
        add_word(&list, words[i]);
    return list.text;
}

static char *read_moment(const struct row *row, const char *value, struct wall now,
                         struct error *err) {
    struct wall at;
    struct error why;
    char text[WALL_TEXT_MAX];
    if (strspn(value, "0123456789-:T+Z. ") != strlen(value) ||
        !wall_read_there(value, now, &at, &why))
        return refuse(row, value, err);
    if (row->kind == KIND_MOMENT && at.utc_s > now.utc_s + DAY_S) {
        error_set(err, ERROR_INPUT, _("%s: %s lies more than a day ahead"), row->key, value);
        return NULL;
    }
    // A date alone keeps its form: it counts from its end, a moment from itself.
    if (strlen(value) == PROFILE_DATE_LENGTH)
        return memory_text(value);
    return memory_text(wall_text(at, text));
}

char *profile_key_value(int index, const char *value, struct wall now, struct error *err) {
    assert(index >= 0 && index < ROW_COUNT);
    const struct row *row = &rows[index];
    if (*value == '\0')
        return memory_text("");
    switch (row->kind) {
    case KIND_WORD:
        if (vocabulary_find(row->words, word_count(row), value) < 0)
            return refuse(row, value, err);
        return memory_text(value);
    case KIND_WORDS:
    case KIND_OPEN:
        return read_words(row, value, err);
    case KIND_ANSWERS:
        return read_answers(row, value, err);
    case KIND_TEXT:
        if (!is_plain(value, TEXT_CHARACTERS_MAX))
            return refuse(row, value, err);
        return memory_text(value);
    case KIND_MOMENT:
    case KIND_AHEAD:
        return read_moment(row, value, now, err);
    }
    assert(false);
    return NULL;
}
