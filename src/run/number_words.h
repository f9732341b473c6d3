// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/text.h"

// Decimal numbers as a person writes them: with the mark of the language in use, "6,5" in German.
// Files, JSON and settings keep the dot and take text_decimal.

const char *number_words(double value, char to[TEXT_NUMBER_MAX]);

// Reads what number_words writes in any language: "6.5" and "6,5". A mark that parts thousands is
// none: "1,000" is one.
bool number_read(const char *text, double *value);
