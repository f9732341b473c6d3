// SPDX-License-Identifier: MIT
#include "core/face_look.h"

#include "core/vocabulary.h"

const char *const hair_style_words[HAIR_STYLES + 1] = {
    [HAIR_WAVES] = "waves", [HAIR_CROP] = "crop",   [HAIR_BOB] = "bob",
    [HAIR_BUN] = "bun",     [HAIR_CURLS] = "curls", [HAIR_SCARF] = "scarf",
};

const char *const hair_colour_words[HAIR_COLOURS + 1] = {
    [HAIR_BLACK] = "black", [HAIR_BROWN] = "brown", [HAIR_CHESTNUT] = "chestnut",
    [HAIR_BLOND] = "blond", [HAIR_GREY] = "grey",   [HAIR_RED] = "red",
};

const char *const eye_colour_words[EYE_COLOURS + 1] = {
    [EYES_BROWN] = "brown", [EYES_HAZEL] = "hazel", [EYES_GREEN] = "green",
    [EYES_BLUE] = "blue",   [EYES_GREY] = "grey",   [EYES_DARK] = "dark",
};

struct face_look face_look_default(void) {
    return (struct face_look){.tone = SKIN_TONE_DEFAULT,
                              .hair = HAIR_WAVES,
                              .hair_colour = HAIR_BROWN,
                              .eyes = EYES_HAZEL};
}

struct face_look face_look_of(int tone, const char *hair, const char *hair_colour,
                              const char *eyes) {
    struct face_look look = face_look_default();
    int style = vocabulary_find(hair_style_words, HAIR_STYLES, hair);
    int colour = vocabulary_find(hair_colour_words, HAIR_COLOURS, hair_colour);
    int iris = vocabulary_find(eye_colour_words, EYE_COLOURS, eyes);
    look.tone = tone >= 1 && tone <= SKIN_TONES ? tone : look.tone;
    look.hair = style >= 0 ? (enum hair_style)style : look.hair;
    look.hair_colour = colour >= 0 ? (enum hair_colour)colour : look.hair_colour;
    look.eyes = iris >= 0 ? (enum eye_colour)iris : look.eyes;
    return look;
}
