// SPDX-License-Identifier: MIT
#include "core/sentence.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

static const char *const marks[] = {".", "!", "?", "…", "؟", "।", "。", "！", "？"};
static const char *const closers[] = {"\"", "'", ")", "]", "”", "’", "»", "“", "‘", "」"};
// Marks behind which no blank is written.
static const char *const full_width[] = {"。", "！", "？"};

// Bytes of the word of a list that stands here, 0 when none does.
static size_t match(const char *text, const char *const words[], size_t count) {
    for (size_t index = 0; index < count; index++) {
        size_t length = strlen(words[index]);
        if (strncmp(text, words[index], length) == 0) {
            return length;
        }
    }
    return 0;
}

#define MATCH(text, words) match(text, words, sizeof(words) / sizeof *(words))

static bool is_letter(char byte) {
    return isalpha((unsigned char)byte) || ((unsigned char)byte & 0x80);
}

// Whether the dot at `at` belongs to a shortened word or a number.
static bool is_part_of_word(const char *text, size_t at) {
    if (at == 0 || isdigit((unsigned char)text[at - 1])) {
        return true;
    }
    bool letter = isalpha((unsigned char)text[at - 1]);
    return letter && (at == 1 || !is_letter(text[at - 2]));
}

size_t sentence_first(const char *text) {
    for (size_t at = 0; text[at]; at++) {
        size_t mark = MATCH(text + at, marks);
        if (mark == 0 || (text[at] == '.' && is_part_of_word(text, at))) {
            continue;
        }
        size_t end = at;
        for (size_t more = mark; more > 0; more = MATCH(text + end, marks)) {
            end += more;
        }
        for (size_t more = MATCH(text + end, closers); more > 0;
             more = MATCH(text + end, closers)) {
            end += more;
        }
        bool blank = text[end] == ' ' || text[end] == '\n';
        bool goes_on = blank && islower((unsigned char)text[end + 1]);
        if ((blank && !goes_on) || MATCH(text + at, full_width) > 0) {
            return end;
        }
    }
    return strlen(text);
}
