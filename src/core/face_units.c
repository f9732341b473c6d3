// SPDX-License-Identifier: MIT
#include "core/face_units.h"

#include <string.h>

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
