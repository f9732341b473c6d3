// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "core/timeline.h"

// How a session was adjusted, as a short text in its row ("tempo=1.2 side=left reps=3"), so that a
// session that was broken off can be laid out again exactly as it was. "" is the routine as
// written.

enum { ADJUSTMENTS_TEXT_MAX = 512 };

void adjustments_write(const struct timeline_options *options, char to[ADJUSTMENTS_TEXT_MAX]);

// The word for a session of a bedtime chain, and whether a text holds it; NULL is "".
extern const char adjustments_bedtime_word[];
bool adjustments_has_bedtime(const char *text);

// The word for a session that was ticked without a time: the one that it has stands for some time
// of its day, and is shown nowhere. adjustments_tell_time takes the word away.
extern const char adjustments_untold_word[];
bool adjustments_has_time(const char *text);
void adjustments_tell_time(char *text);

// Puts what the text says over `options`; words it does not know are passed over. NULL is "".
void adjustments_read(const char *text, struct timeline_options *options);
