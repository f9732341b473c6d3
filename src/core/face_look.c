// SPDX-License-Identifier: MIT
#include "core/face_look.h"

#include <assert.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static const char *const styles[] = {
    [HAIR_WAVES] = "waves", [HAIR_CROP] = "crop",   [HAIR_BOB] = "bob",
    [HAIR_BUN] = "bun",     [HAIR_CURLS] = "curls", [HAIR_SCARF] = "scarf",
};
static_assert(COUNT(styles) == HAIR_STYLES, "every style has a word");

static const char *const hair_colours[] = {
    [HAIR_BLACK] = "black", [HAIR_BROWN] = "brown", [HAIR_CHESTNUT] = "chestnut",
    [HAIR_BLOND] = "blond", [HAIR_GREY] = "grey",   [HAIR_RED] = "red",
};
static_assert(COUNT(hair_colours) == HAIR_COLOURS, "every colour has a word");

static const char *const eye_colours[] = {
    [EYES_BROWN] = "brown", [EYES_HAZEL] = "hazel", [EYES_GREEN] = "green",
    [EYES_BLUE] = "blue",   [EYES_GREY] = "grey",   [EYES_DARK] = "dark",
};
static_assert(COUNT(eye_colours) == EYE_COLOURS, "every colour has a word");

struct face_look face_look_default(void) {
    return (struct face_look){.tone = SKIN_TONE_DEFAULT,
                              .hair = HAIR_WAVES,
                              .hair_colour = HAIR_BROWN,
                              .eyes = EYES_HAZEL};
}

const char *hair_style_word(enum hair_style style) {
    return styles[style];
}

const char *hair_colour_word(enum hair_colour colour) {
    return hair_colours[colour];
}

const char *eye_colour_word(enum eye_colour colour) {
    return eye_colours[colour];
}
