// SPDX-License-Identifier: MIT
#include "core/face_look.h"

struct face_look face_look_default(void) {
    return (struct face_look){.tone = SKIN_TONE_DEFAULT, .hair_colour = HAIR_BROWN, .eyes = EYES_HAZEL};
}
