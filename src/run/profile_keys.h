// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"

// What may be told about oneself: the keys, and what each takes. One row of a table for each key.

enum { PROFILE_DATE_LENGTH = sizeof "2026-11-21" - 1, PROFILE_WORD_BYTES_MAX = 80 };

int profile_key_count(void);
const char *profile_key(int index);
bool profile_key_is_list(int index);
// Adds what it takes, for people: "one of left right both".
void profile_key_add_takes(int index, struct text_builder *text);

// The index of a key, or -1 with err naming the nearest.
int profile_key_find(const char *key, struct error *err);

// Checks a value and gives it in the form in which it is stored: lists in the order of the
// vocabulary without doubles, moments as ISO 8601, a date alone as it is. An empty value is right
// for every key: it takes back what was told. The caller frees the result; NULL: err says what is
// allowed.
char *profile_key_value(int index, const char *value, struct wall now, struct error *err);
