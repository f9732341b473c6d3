// SPDX-License-Identifier: MIT
#include "run/number_words.h"

#include <string.h>

// TRANSLATORS: a half, as the language writes it: the sign between the two digits stands in all
// decimal numbers that are shown
static const char *const half = N_("0.5");

// The sign, one character of any width; the dot where the translation is no half.
static void put_mark(struct text_builder *text) {
    const char *written = _(half);
    size_t length = strlen(written);
    if (length > 2 && written[0] == '0' && written[length - 1] == '5') {
        text_add_bytes(text, written + 1, length - 2);
    } else {
        text_add(text, ".");
    }
}

const char *number_words(double value, char to[TEXT_NUMBER_MAX]) {
    char digits[TEXT_NUMBER_MAX];
    struct text_builder text = {0};
    const char *dot = strchr(text_decimal(value, digits), '.');
    if (!dot) {
        text_copy(to, TEXT_NUMBER_MAX, digits);
        return to;
    }
    text_add_bytes(&text, digits, (size_t)(dot - digits));
    put_mark(&text);
    text_add(&text, dot + 1);
    text_copy(to, TEXT_NUMBER_MAX, text.text);
    text_builder_free(&text);
    return to;
}

bool number_read(const char *text, double *value) {
    char plain[TEXT_NUMBER_MAX];
    if (strlen(text) >= sizeof plain) {
        return false;
    }
    text_copy(plain, sizeof plain, text);
    char *comma = strchr(plain, ',');
    if (comma) {
        *comma = '.'; // a second one, or a dot beside it, is a fault to text_read_decimal
    }
    return text_read_decimal(plain, value);
}
