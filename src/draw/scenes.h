// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// The scenes that a step can name with `show`, and the poses of the body that an exercise can name
// (design: section 4 of the routine's format). Closed lists, as in files: the words are checked
// when a routine is read.

enum show {
    SHOW_BODY,
    SHOW_HANDS,
    SHOW_ARMS,
    SHOW_SHOULDERS,
    SHOW_CHEST,
    SHOW_BELLY,
    SHOW_THIGHS,
    SHOW_CALVES,
    SHOW_FEET,
    SHOW_LEGS,
    SHOW_SHOULDER_ROLL,
    SHOW_FAR,
    SHOW_DRINK,
    SHOW_PALMING,
    SHOW_COUNT // none of these
};

// SHOW_COUNT for any other word, and for NULL.
enum show show_by_word(const char *word);
