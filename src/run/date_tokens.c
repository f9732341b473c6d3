// SPDX-License-Identifier: MIT
#include "run/date_tokens.h"

#include <string.h>

#include "base/text.h"
#include "run/day_words.h"

enum { WORD_MAX = 32, NUMBER_DIGITS_MAX = 4, MONTHS = 12, WEEK = 7 };

// Each list holds words with blanks between them.
// TRANSLATORS: words with blanks between them; whichever a person writes is understood in a date
static const char *const small_words[DATE_SMALL_COUNT] = {
    [DATE_SMALL_TODAY] = N_("today now"),
    [DATE_SMALL_YESTERDAY] = N_("yesterday"),
    // TRANSLATORS: the day before yesterday, where the language has one word for it
    [DATE_SMALL_EREYESTERDAY] = N_("ereyesterday"),
    [DATE_SMALL_TOMORROW] = N_("tomorrow"),
    // TRANSLATORS: as in "nine weeks ago"; the words may stand before the number too
    [DATE_SMALL_AGO] = N_("ago back"),
    // TRANSLATORS: as in "in two weeks"
    [DATE_SMALL_IN] = N_("in within"),
    [DATE_SMALL_DAY] = N_("day days d"),
    [DATE_SMALL_WEEK] = N_("week weeks w"),
    [DATE_SMALL_MONTH] = N_("month months"),
    [DATE_SMALL_YEAR] = N_("year years y"),
    [DATE_SMALL_ONE] = N_("a an one"),
    // TRANSLATORS: words that may stand in a date and say nothing, as in "on the 21st of November"
    [DATE_SMALL_FILL] = N_("on the of at about since st nd rd th"),
};
// TRANSLATORS: the numbers from two to twelve, with blanks between them
static const char *const number_words =
    N_("two three four five six seven eight nine ten eleven twelve");

// The place of a word in a list, from 0; -1: it is not in it.
static int place_in(const char *list, const char *word) {
    struct text_builder folded = {0};
    size_t length = strlen(word);
    int place = 0;
    text_fold(&folded, list);
    const char *at = folded.text;
    bool found = false;
    while (*at && !found) {
        size_t span = strcspn(at, " ");
        found = span == length && strncmp(at, word, length) == 0;
        place += !found;
        at += span + (at[span] == ' ');
    }
    text_builder_free(&folded);
    return found ? place : -1;
}

static int place_in_either(const char *list, const char *word) {
    int place = place_in(_(list), word);
    return place >= 0 ? place : place_in(list, word);
}

// A month by its name or the first three letters and more of it.
static bool begins(const char *name, const char *word) {
    enum { LEAST = 3 };
    struct text_builder folded = {0};
    text_fold(&folded, name);
    bool right = strlen(word) >= LEAST && strncmp(folded.text, word, strlen(word)) == 0;
    text_builder_free(&folded);
    return right;
}

static int month_of(const char *word) {
    static const char *const english[MONTHS] = {"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};
    for (int month = 1; month <= MONTHS; month++) {
        if (begins(day_words_month(month), word) || begins(english[month - 1], word)) {
            return month;
        }
    }
    return 0;
}

// As a day number from 0 to 6; -1: it is none.
static int weekday_of(const char *word) {
    for (int day = 0; day < WEEK; day++) {
        if (begins(day_words_weekday(day), word)) {
            return day;
        }
    }
    return -1;
}

static void add(struct date_tokens *reading, struct date_token token) {
    if (reading->count == DATE_TOKENS_MAX) {
        reading->wrong = true;
    } else {
        reading->all[reading->count++] = token;
    }
}

static bool add_small(struct date_tokens *reading, const char *word) {
    for (int small = 0; small < DATE_SMALL_COUNT; small++) {
        if (place_in_either(small_words[small], word) < 0) {
            continue;
        }
        if (small == DATE_SMALL_AGO || small == DATE_SMALL_IN) {
            reading->direction = small == DATE_SMALL_AGO ? -1 : 1;
        } else if (small == DATE_SMALL_ONE) {
            add(reading, (struct date_token){DATE_NUMBER, 1, 0});
        } else if (small != DATE_SMALL_FILL) {
            add(reading, (struct date_token){DATE_UNIT, small, 0});
        }
        return true;
    }
    return false;
}

static void add_word(struct date_tokens *reading, const char *word) {
    int number = place_in_either(number_words, word);
    int month = month_of(word);
    int weekday = weekday_of(word);
    if (add_small(reading, word)) {
        return;
    }
    if (number >= 0) {
        add(reading, (struct date_token){DATE_NUMBER, number + 2, 0});
    } else if (month > 0) {
        add(reading, (struct date_token){DATE_MONTH, month, 0});
    } else if (weekday >= 0 && reading->weekday < 0) {
        reading->weekday = weekday;
    } else {
        reading->wrong = true;
    }
}

static bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

static size_t take_number(struct date_tokens *reading, const char *text) {
    int value = 0;
    size_t digits = 0;
    for (; is_digit(text[digits]); digits++) {
        value = digits < NUMBER_DIGITS_MAX ? value * 10 + (text[digits] - '0') : value;
    }
    reading->wrong = reading->wrong || digits > NUMBER_DIGITS_MAX;
    bool time = text[digits] == ':' && is_digit(text[digits + 1]) && is_digit(text[digits + 2]) &&
                !is_digit(text[digits + 3]);
    if (!time) {
        add(reading, (struct date_token){DATE_NUMBER, value, (int)digits});
        return digits;
    }
    int minutes = (text[digits + 1] - '0') * 10 + (text[digits + 2] - '0');
    enum { HOUR = 60, HOURS = 24, TIME_LENGTH = 3 };
    bool right = reading->minute < 0 && value < HOURS && minutes < HOUR;
    reading->minute = value * HOUR + minutes;
    add(reading, (struct date_token){DATE_TIME, right ? 0 : -1, 0});
    return digits + TIME_LENGTH;
}

static bool is_between(char letter) {
    return letter != '\0' && strchr(" .,/-\t", letter) != NULL;
}

static size_t take_word(struct date_tokens *reading, const char *text) {
    size_t length = 0;
    char piece[WORD_MAX];
    while (text[length] && !is_between(text[length]) && !is_digit(text[length])) {
        length++;
    }
    if (length >= sizeof piece) {
        reading->wrong = true;
        return length;
    }
    memcpy(piece, text, length);
    piece[length] = '\0';
    struct text_builder folded = {0};
    text_fold(&folded, piece);
    if (folded.length > 0) {
        add_word(reading, folded.text);
    } else {
        reading->wrong = true;
    }
    text_builder_free(&folded);
    return length;
}

// Times are taken out of the row: what is left is the date.
static void split(const char *text, struct date_tokens *reading) {
    while (*text) {
        if (is_between(*text)) {
            text++;
        } else if (is_digit(*text)) {
            text += take_number(reading, text);
        } else {
            text += take_word(reading, text);
        }
    }
}

struct date_tokens date_tokens_of(const char *text) {
    struct date_tokens tokens = {.minute = -1, .weekday = -1};
    split(text, &tokens);
    return tokens;
}
