// SPDX-License-Identifier: MIT
#pragma once

// Who the drawn person is: a choice of the user, never a statement. The words stand in
// settings.cfg.

enum { SKIN_TONES = 6, SKIN_TONE_DEFAULT = 2 };

enum hair_style { HAIR_WAVES, HAIR_CROP, HAIR_BOB, HAIR_BUN, HAIR_CURLS, HAIR_SCARF, HAIR_STYLES };

enum hair_colour {
    HAIR_BLACK,
    HAIR_BROWN,
    HAIR_CHESTNUT,
    HAIR_BLOND,
    HAIR_GREY,
    HAIR_RED,
    HAIR_COLOURS
};

enum eye_colour {
    EYES_BROWN,
    EYES_HAZEL,
    EYES_GREEN,
    EYES_BLUE,
    EYES_GREY,
    EYES_DARK,
    EYE_COLOURS
};

struct face_look {
    int tone; // 1 lightest to 6 darkest
    enum hair_style hair;
    enum hair_colour hair_colour;
    enum eye_colour eyes;
};

// Tone 2, brown waves, hazel eyes.
struct face_look face_look_default(void);

// The words of the settings, each list ended by NULL.
extern const char *const hair_style_words[HAIR_STYLES + 1];
extern const char *const hair_colour_words[HAIR_COLOURS + 1];
extern const char *const eye_colour_words[EYE_COLOURS + 1];

// From such words; what is none of them is as in the default.
struct face_look face_look_of(int tone, const char *hair, const char *hair_colour,
                              const char *eyes);
