// SPDX-License-Identifier: MIT
#include "core/face_units.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

// The lips' parting keeps this share on the side that was not asked.
static const double LIPS_PART_BESIDE = 0.4;

static const char *const words[UNIT_COUNT] = {
    [UNIT_AU1] = "AU1",       [UNIT_AU2] = "AU2",       [UNIT_AU4] = "AU4",
    [UNIT_AU5] = "AU5",       [UNIT_AU6] = "AU6",       [UNIT_AU7] = "AU7",
    [UNIT_AU9] = "AU9",       [UNIT_AU10] = "AU10",     [UNIT_AU12] = "AU12",
    [UNIT_AU14] = "AU14",     [UNIT_AU15] = "AU15",     [UNIT_AU16] = "AU16",
    [UNIT_AU17] = "AU17",     [UNIT_AU18] = "AU18",     [UNIT_AU20] = "AU20",
    [UNIT_AU21] = "AU21",     [UNIT_AU22] = "AU22",     [UNIT_AU23] = "AU23",
    [UNIT_AU24] = "AU24",     [UNIT_AU25] = "AU25",     [UNIT_AU26] = "AU26",
    [UNIT_AU27] = "AU27",     [UNIT_AU28] = "AU28",     [UNIT_AU31] = "AU31",
    [UNIT_AU33] = "AU33",     [UNIT_AU34] = "AU34",     [UNIT_AU35] = "AU35",
    [UNIT_AU38] = "AU38",     [UNIT_AU43] = "AU43",     [UNIT_AU45] = "AU45",
    [UNIT_AD29] = "AD29",     [UNIT_AD30] = "AD30",     [UNIT_TURN] = "turn",
    [UNIT_TILT] = "tilt",     [UNIT_TUCK] = "tuck",     [UNIT_GAZE_X] = "gaze_x",
    [UNIT_GAZE_Y] = "gaze_y", [UNIT_TONGUE] = "tongue",
};

const char *face_unit_word(enum face_unit unit) {
    return words[unit];
}

enum face_unit face_unit_named(const char *word) {
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        if (strcmp(words[unit], word) == 0) {
            return (enum face_unit)unit;
        }
    }
    return UNIT_COUNT;
}

const char *face_unit_nearest(const char *word) {
    return text_nearest(word, words, UNIT_COUNT);
}

bool face_unit_is_signed(enum face_unit unit) {
    return unit == UNIT_AD30 || unit == UNIT_TURN || unit == UNIT_TILT || unit == UNIT_GAZE_X ||
           unit == UNIT_GAZE_Y;
}

bool face_unit_has_sides(enum face_unit unit) {
    switch (unit) {
    case UNIT_AU26:
    case UNIT_AU27:
    case UNIT_AD29:
    case UNIT_TUCK:
    case UNIT_TONGUE:
        return false;
    default:
        return !face_unit_is_signed(unit);
    }
}

static double in_range(double strength, double least) {
    return isnan(strength) ? 0 : fmin(1, fmax(least, strength));
}

struct face_units face_units_in_range(const struct face_units *units) {
    struct face_units result;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        double least = face_unit_is_signed((enum face_unit)unit) ? -1 : 0;
        double left = in_range(units->strength[unit][FACE_LEFT], least);
        double right = in_range(units->strength[unit][FACE_RIGHT], least);
        bool sides = face_unit_has_sides((enum face_unit)unit);
        result.strength[unit][FACE_LEFT] = sides ? left : (left + right) / 2;
        result.strength[unit][FACE_RIGHT] = sides ? right : (left + right) / 2;
    }
    return result;
}

struct face_units face_units_of_side(const struct face_units *units, enum face_side side) {
    struct face_units result = *units;
    enum face_side other = side == FACE_LEFT ? FACE_RIGHT : FACE_LEFT;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        if (unit == UNIT_AU25) {
            result.strength[unit][other] = LIPS_PART_BESIDE * units->strength[unit][other];
        } else if (face_unit_has_sides((enum face_unit)unit)) {
            result.strength[unit][other] = 0;
        }
    }
    return result;
}

struct face_units face_units_scaled(const struct face_units *units, double share) {
    struct face_units result = {0};
    if (!(share > 0)) {
        return result;
    }
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            result.strength[unit][side] = units->strength[unit][side] * share;
        }
    }
    return result;
}

bool face_unit_is_sideways(enum face_unit unit) {
    return face_unit_is_signed(unit) && unit != UNIT_GAZE_Y;
}

struct face_units face_units_exchanged(const struct face_units *units) {
    struct face_units result;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        const double *strength = units->strength[unit];
        bool sideways = face_unit_is_sideways((enum face_unit)unit);
        result.strength[unit][FACE_LEFT] =
            sideways ? 0 - strength[FACE_RIGHT] : strength[FACE_RIGHT];
        result.strength[unit][FACE_RIGHT] =
            sideways ? 0 - strength[FACE_LEFT] : strength[FACE_LEFT];
    }
    return result;
}

double face_effort_share(int effort) {
    double tenths = effort < 0 ? 5 : fmin(10, effort);
    return 0.25 + 0.75 * tenths / 10;
}
