// SPDX-License-Identifier: MIT
#include "draw/scenes.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static const char *const words[] = {
    [SHOW_BODY] = "body",
    [SHOW_HANDS] = "hands",
    [SHOW_ARMS] = "arms",
    [SHOW_SHOULDERS] = "shoulders",
    [SHOW_CHEST] = "chest",
    [SHOW_BELLY] = "belly",
    [SHOW_THIGHS] = "thighs",
    [SHOW_CALVES] = "calves",
    [SHOW_FEET] = "feet",
    [SHOW_LEGS] = "legs",
    [SHOW_SHOULDER_ROLL] = "shoulder_roll",
    [SHOW_FAR] = "far",
    [SHOW_DRINK] = "drink",
    [SHOW_PALMING] = "palming",
};
static_assert(sizeof words / sizeof *words == SHOW_COUNT, "every scene has its word");

enum show show_by_word(const char *word) {
    int show = 0;
    while (show < SHOW_COUNT && (!word || strcmp(word, words[show]) != 0)) {
        show++;
    }
    return (enum show)show;
}
