// SPDX-License-Identifier: MIT
#include "draw/face_colours.h"

#include <assert.h>

#include "draw/paint.h"

// Tone 1, the lightest, to 6 (face/face.md section 8).
static const struct {
    unsigned base, shadow, blush, lip, line, light;
} skins[SKIN_TONES] = {
    {0xF8DCC8, 0xE3A88C, 0xF0957F, 0xD98A7C, 0x8A4A3C, 0xFFF3E6},
    {0xF0C8A6, 0xD49670, 0xE58A6C, 0xC97868, 0x74402F, 0xFDE6CC},
    {0xDFAC80, 0xBC7D53, 0xD27553, 0xB4624F, 0x5E3021, 0xF3CFA6},
    {0xBF8656, 0x965B36, 0xB55C3D, 0x96503F, 0x452318, 0xDCA876},
    {0x935F3D, 0x683C24, 0x934732, 0x7A3F33, 0x2E160F, 0xB88057},
    {0x69422D, 0x432619, 0x733628, 0x5F322B, 0x1F0E0B, 0x8B6142},
};

// From this tone on blush has to be laid more strongly, and what points has to be light.
enum { TONE_DARK = 4 };

static const struct {
    unsigned base, light;
} hairs[HAIR_COLOURS] = {
    [HAIR_BLACK] = {0x2A2426, 0x453B3C},    [HAIR_BROWN] = {0x4A3026, 0x6B4736},
    [HAIR_CHESTNUT] = {0x6E4029, 0x915A3B}, [HAIR_BLOND] = {0xB98A4E, 0xD9B274},
    [HAIR_GREY] = {0x8D8A88, 0xB5B1AD},     [HAIR_RED] = {0x9A4B28, 0xBE6A3E},
};

static const unsigned eyes[EYE_COLOURS] = {
    [EYES_BROWN] = 0x6A4229, [EYES_HAZEL] = 0x7C6A3A, [EYES_GREEN] = 0x5F7A55,
    [EYES_BLUE] = 0x5A7F9B,  [EYES_GREY] = 0x74828A,  [EYES_DARK] = 0x3E281C,
};

// What the person stands before. In high contrast the disc is dark and even, so that every hair
// and skin colour keeps an edge on black.
static const struct {
    unsigned disc, shirt;
} grounds[THEME_COUNT] = {
    [THEME_EVENING] = {0x3D3541, 0x4F6E6B},
    [THEME_DAY] = {0xDFE3D6, 0x6F8A86},
    [THEME_CONTRAST] = {0x3A4648, 0x7FA09C},
};

struct face_colours face_colours_of(const struct face_look *look, const struct theme *theme) {
    assert(look->tone >= 1 && look->tone <= SKIN_TONES);
    const int tone = look->tone - 1;
    const bool dark = look->tone >= TONE_DARK;
    struct colour hair = paint_hex(hairs[look->hair_colour].base);
    return (struct face_colours){
        .base = paint_hex(skins[tone].base),
        .shadow = paint_hex(skins[tone].shadow),
        .blush = paint_hex(skins[tone].blush),
        .lip = paint_hex(skins[tone].lip),
        .line = paint_hex(skins[tone].line),
        .light = paint_hex(skins[tone].light),
        .blush_alpha = dark ? 0.40 : 0.34,
        .hair = hair,
        .hair_light = paint_hex(hairs[look->hair_colour].light),
        .hair_dark = colour_mix(hair, paint_hex(0x0A0504), 0.45),
        .hair_is_grey = look->hair_colour == HAIR_GREY,
        .eye = paint_hex(eyes[look->eyes]),
        .shirt = paint_hex(grounds[theme->name].shirt),
        .disc = paint_hex(grounds[theme->name].disc),
        .point = paint_hex(dark ? 0xA9DCD2 : 0x2F6F73),
        .glow = paint_hex(0xFF7A45),
        .fibre = paint_hex(0xFFE9D2),
    };
}
