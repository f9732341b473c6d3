// SPDX-License-Identifier: MIT
#include "draw/face_colours.h"
#include "draw/paint.h"

struct face_colours face_colours_of(const struct face_look *look, const struct theme *theme) {
    (void)look;
    (void)theme;
    return (struct face_colours){.base = paint_hex(0xF0C8A6), .shadow = paint_hex(0xD49670), .blush = paint_hex(0xE58A6C), .lip = paint_hex(0xC97868), .line = paint_hex(0x74402F), .light = paint_hex(0xFDE6CC), .blush_alpha = 0.34, .hair = paint_hex(0x4A3026), .hair_light = paint_hex(0x6B4736), .hair_dark = paint_hex(0x2A1B16), .eye = paint_hex(0x7C6A3A), .shirt = paint_hex(0x4F6E6B), .disc = paint_hex(0x2D393B), .point = paint_hex(0x2F6F73), .glow = paint_hex(0xFF7A45), .fibre = paint_hex(0xFFE9D2)};
}
