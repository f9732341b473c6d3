// SPDX-License-Identifier: MIT
#pragma once

#include "run/diary_entry.h"

// Entries as `repose log list` shows them, each with a sign: so many characters of its UUID.

enum { LOG_SIGN = 8 };

// `before`, then the entry, as a paragraph on standard output.
void log_print_entry(const char *before, const struct diary_entry *entry);

// The one entry that a sign means; the caller frees it.
bool log_find_entry(struct house *house, const char *sign, struct diary_entry *entry,
                    struct error *err);
