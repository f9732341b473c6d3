// SPDX-License-Identifier: MIT
#include <math.h>

#include "core/face_build.h"

// The forehead is smooth up to this strength (face/face.md section 5.4).
static const double BROW_FROM = 0.12;
// Lines beside the eye are deeper by so much when it is shut.
static const double CROW_SHUT = 0.3;

// The largest of a unit's strengths, each times a weight.
struct part {
    enum face_unit unit;
    double weight;
};

static double largest(const struct face_units *units, enum face_side side, const struct part *parts,
                      int count) {
    double most = 0;
    for (int i = 0; i < count; i++) {
        most = fmax(most, parts[i].weight * face_strength(units, parts[i].unit, side));
    }
    return most;
}
#define LARGEST(units, side, parts)                                                                \
    largest(units, side, parts, (int)(sizeof(parts) / sizeof *(parts)))

static double fold_of(const struct face_units *units, enum face_side side) {
    static const struct part parts[] = {{UNIT_AU12, 1},   {UNIT_AU10, 0.75}, {UNIT_AU9, 0.7},
                                        {UNIT_AU6, 0.55}, {UNIT_AU20, 0.5},  {UNIT_AU14, 0.35},
                                        {UNIT_AU15, 0.3}};
    return LARGEST(units, side, parts) * (1 - 0.8 * face_strength(units, UNIT_AU34, side)) *
           (1 - 0.6 * face_strength(units, UNIT_AU18, side));
}

void face_find_states(struct face *face, const struct face_units *soft) {
    static const struct part apple[] = {{UNIT_AU12, 1}, {UNIT_AU6, 0.8}};
    static const struct part pouch[] = {
        {UNIT_AU7, 1}, {UNIT_AU6, 0.7}, {UNIT_AU12, 0.35}, {UNIT_AU9, 0.3}};
    static const struct part crow[] = {{UNIT_AU6, 0.9}, {UNIT_AU7, 0.55}};
    static const struct part brow[] = {{UNIT_AU1, 1}, {UNIT_AU2, 1}};
    static const struct part glabella[] = {{UNIT_AU4, 1}, {UNIT_AU9, 0.35}};
    static const struct part puff[] = {{UNIT_AU34, 1}, {UNIT_AU33, 0.5}};
    for (int i = 0; i < FACE_SIDES; i++) {
        enum face_side side = (enum face_side)i;
        struct face_side_state *state = &face->state[i];
        state->apple = LARGEST(soft, side, apple);
        state->fold = fold_of(soft, side);
        state->pouch = LARGEST(soft, side, pouch);
        state->crow = LARGEST(soft, side, crow) * (1 + CROW_SHUT * state->closing);
        state->brow = fmax(0, LARGEST(soft, side, brow) - BROW_FROM) / (1 - BROW_FROM);
        state->glabella = LARGEST(soft, side, glabella);
        state->puff = LARGEST(&face->units, side, puff);
    }
}
