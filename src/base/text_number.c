// SPDX-License-Identifier: MIT
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

// The program keeps LC_NUMERIC at "C" for itself, but a library may set it; numbers that are
// stored or read back are therefore made under a locale of their own for the length of one call.
struct number_locale {
    locale_t plain;
    locale_t before;
};

static struct number_locale numbers_begin(void) {
    struct number_locale numbers = {.plain = newlocale(LC_ALL_MASK, "C", (locale_t)0)};
    if (numbers.plain) {
        numbers.before = uselocale(numbers.plain);
    }
    return numbers;
}

static void numbers_end(struct number_locale numbers) {
    if (numbers.plain) {
        uselocale(numbers.before);
        freelocale(numbers.plain);
    }
}

const char *text_clock(int64_t ms, char to[TEXT_CLOCK_MAX]) {
    int64_t seconds = ms > 0 ? ms / 1000 : 0;
    int64_t hours = seconds / 3600;
    int minutes = (int)(seconds / 60 % 60);
    // More hours than have place in the buffer are over a hundred thousand years.
    hours = hours > 999999999 ? 999999999 : hours;
    if (hours > 0) {
        text_format(to, TEXT_CLOCK_MAX, "%d:%02d:%02d", (int)hours, minutes, (int)(seconds % 60));
    } else {
        text_format(to, TEXT_CLOCK_MAX, "%d:%02d", minutes, (int)(seconds % 60));
    }
    return to;
}

// Takes off the zeros behind the dot, the dot itself when nothing stays behind it, and the sign of
// a zero.
static void trim_zeros(char *number) {
    if (strchr(number, '.')) {
        size_t length = strlen(number);
        while (number[length - 1] == '0') {
            length--;
        }
        length -= number[length - 1] == '.';
        number[length] = '\0';
    }
    if (strcmp(number, "-0") == 0) {
        text_copy(number, TEXT_NUMBER_MAX, "0");
    }
}

const char *text_decimal(double value, char to[TEXT_NUMBER_MAX]) {
    if (!isfinite(value)) {
        text_copy(to, TEXT_NUMBER_MAX, isnan(value) ? "nan" : value > 0 ? "inf" : "-inf");
        return to;
    }
    struct number_locale numbers = numbers_begin();
    if (fabs(value) < 1e15) {
        text_format(to, TEXT_NUMBER_MAX, "%.6f", value);
        trim_zeros(to);
    } else {
        text_format(to, TEXT_NUMBER_MAX, "%.15g", value);
    }
    numbers_end(numbers);
    return to;
}

static size_t count_digits(const char *text) {
    size_t count = 0;
    while (text[count] >= '0' && text[count] <= '9') {
        count++;
    }
    return count;
}

bool text_read_decimal(const char *text, double *value) {
    const char *digits = text + (text[0] == '-');
    size_t whole = count_digits(digits);
    size_t end = whole;
    if (digits[end] == '.') {
        size_t part = count_digits(digits + end + 1);
        if (part == 0) {
            return false;
        }
        end += 1 + part;
    }
    if (end == 0 || digits[end] != '\0') {
        return false;
    }
    struct number_locale numbers = numbers_begin();
    double number = strtod(text, NULL);
    numbers_end(numbers);
    if (!isfinite(number)) {
        return false;
    }
    *value = number;
    return true;
}

bool text_read_whole(const char *text, int64_t *value) {
    bool negative = text[0] == '-';
    const char *digits = text + negative;
    size_t count = count_digits(digits);
    if (count == 0 || digits[count] != '\0') {
        return false;
    }
    // Counted downwards, because the least number has no positive counterpart.
    int64_t number = 0;
    for (size_t i = 0; i < count; i++) {
        int digit = digits[i] - '0';
        if (number < (INT64_MIN + digit) / 10) {
            return false;
        }
        number = number * 10 - digit;
    }
    if (!negative && number == INT64_MIN) {
        return false;
    }
    *value = negative ? number : -number;
    return true;
}
