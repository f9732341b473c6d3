// SPDX-License-Identifier: MIT
#include "core/where.h"

#include <assert.h>

static bool covers(enum side told, enum side side) {
    return told == side || told == SIDE_BOTH || told == SIDE_NONE;
}

bool where_holds(struct where where, enum side side, enum face_place place) {
    assert((side == SIDE_LEFT || side == SIDE_RIGHT) && place < PLACE_COUNT);
    return where.places >> place & 1 && covers(where.side, side);
}

struct where where_turned(struct where where, enum side side, enum face_place place) {
    unsigned bit = 1u << place;
    enum side other = side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
    if (where_holds(where, side, place)) {
        bool alone = where.side == SIDE_BOTH && where.places == bit;
        if (alone) {
            where.side = other; // there it stays
        } else {
            where.places &= ~bit;
        }
        return where;
    }
    if (where.side == other && where.places != 0) {
        where.side = SIDE_BOTH;
    } else if (where.side != SIDE_BOTH) {
        where.side = side;
    }
    where.places |= bit;
    return where;
}
