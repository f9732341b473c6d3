// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/diary_entry.h"

// An entry in two lines: what it is, and what it says: "Twitching 4", "left, upper lid, cheek".
void diary_entry_title(struct text_builder *to, const struct diary_entry *entry);
void diary_entry_line(struct text_builder *to, const struct diary_entry *entry);

// "14:32" of what has a time, else "".
enum { DIARY_TIME_MAX = 8 };
const char *diary_entry_clock(struct wall at, char to[DIARY_TIME_MAX]);
const char *diary_entry_time(const struct diary_entry *entry, char to[DIARY_TIME_MAX]);
