// SPDX-License-Identifier: MIT
#include "core/pose.h"

#include <math.h>
#include <string.h>

static bool ends_in(const char *text, const char *ending) {
    size_t length = strlen(text), tail = strlen(ending);
    return length >= tail && strcmp(text + length - tail, ending) == 0;
}

enum face_side pose_id_side(const char *id) {
    return ends_in(id, "_left") ? FACE_LEFT : ends_in(id, "_right") ? FACE_RIGHT : FACE_SIDES;
}

// The side on which the pose is done; FACE_SIDES: on both.
static enum face_side side_of(const struct pose *pose, enum side side) {
    if (pose->one_sided) {
        return pose_id_side(pose->id);
    }
    return side == SIDE_LEFT ? FACE_LEFT : side == SIDE_RIGHT ? FACE_RIGHT : FACE_SIDES;
}

// What goes to one side goes to the side that is asked for.
static void send_to(struct face_units *units, enum face_side side) {
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        for (int each = 0; face_unit_is_sideways((enum face_unit)unit) && each < FACE_SIDES;
             each++) {
            double strength = fabs(units->strength[unit][each]);
            units->strength[unit][each] = side == FACE_LEFT ? 0 - strength : strength;
        }
    }
}

struct face_units pose_units_for(const struct pose *pose, enum side side, int effort) {
    enum face_side only = pose->one_sided ? FACE_SIDES : side_of(pose, side);
    struct face_units asked =
        only < FACE_SIDES ? face_units_of_side(&pose->units, only) : pose->units;
    if (only < FACE_SIDES) {
        send_to(&asked, only);
    }
    struct face_units units = face_units_scaled(&asked, face_effort_share(effort));
    for (int each = 0; each < FACE_SIDES; each++) {
        units.strength[UNIT_AU43][each] = asked.strength[UNIT_AU43][each];
    }
    return units;
}

// The muscle's side that works for a pose done on `side`.
static enum face_side working_side(const struct pose *pose, enum muscle muscle,
                                   enum face_side side) {
    double slide = pose->units.strength[UNIT_AD30][FACE_LEFT];
    bool slides = slide < 0 || slide > 0;
    if (slides && (muscle == MUSCLE_LATERAL_PTERYGOID || muscle == MUSCLE_MEDIAL_PTERYGOID)) {
        return side == FACE_LEFT ? FACE_RIGHT : FACE_LEFT;
    }
    return side;
}

void pose_muscles_for(const struct pose *pose, enum side side,
                      bool works[FACE_SIDES][MUSCLE_COUNT]) {
    enum face_side only = side_of(pose, side);
    memset(works, 0, sizeof(bool[FACE_SIDES][MUSCLE_COUNT]));
    for (int i = 0; i < pose->muscle_count; i++) {
        enum muscle muscle = pose->muscles[i];
        for (int each = 0; each < FACE_SIDES; each++) {
            works[each][muscle] =
                only == FACE_SIDES || (int)working_side(pose, muscle, only) == each;
        }
    }
}
