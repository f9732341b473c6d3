// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/text.h"
#include "core/played.h"

// Played intervals as the text of one cell: "0-1200,4000-5000", "" for none. A session has few of
// them, they are only read whole, and a person can read them too.

void intervals_write(const struct played *played, struct text_builder *to);

// Fills *played (initialised here; the caller frees it). False for a text of another form; what
// came before the fault is kept.
bool intervals_read(const char *text, struct played *played);
