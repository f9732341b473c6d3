// SPDX-License-Identifier: MIT
#pragma once

#include "app/diary.h"
#include "app/element.h"
#include "core/where.h"

// What the rows of a day are made of. Each returns where it ends.

// Groups of elements, by what they change.
enum {
    DIARY_GROUP_NUMBER = 1,
    DIARY_GROUP_SIDE,
    DIARY_GROUP_PLACES,
    DIARY_GROUP_TICKS, // and three more
    DIARY_GROUP_HELD = DIARY_GROUP_TICKS + 4,
    DIARY_GROUP_GRADES, // and one more
    DIARY_GROUP_WAYS = DIARY_GROUP_GRADES + 2,
    DIARY_GROUP_FIELDS, // and one for each field
    DIARY_GROUP_IMPACT = DIARY_GROUP_FIELDS + FIELD_COUNT,
    DIARY_GROUP_FIRST, // on the first screen, which has groups of its own
};

// Chips of which any may be on; `values` of the act above `base`, `chosen` their bits.
struct toggles {
    const char *const *labels;
    const int *values;
    int count;
    uint64_t chosen;
    enum act_kind act;
    int base;
    int group;
    bool one; // of which one alone is on
};
double diary_toggles(struct window *window, const struct toggles *toggles, struct box box);
// Where it twitches: chips for the side and for the places, and beside them the face where there is
// room (element_face.h). Keys and reading aloud have the chips; both show the same.
double diary_where(struct window *window, struct where where, struct box box);
// What ACT_SIDE, ACT_PLACE or ACT_WHERE makes of it; true: it was one of them. The focus goes to
// the chip of what was pointed at.
bool diary_where_act(struct window *window, struct act act, struct where *where);

// A value between two signs, with its name before it and its goal below (NULL: none).
struct stepper {
    const char *name, *value, *goal;
    const char *less, *more; // what the signs are called
    enum act_kind act;       // its value is 2 * `of`, and one more for upwards
    int of;
    int group;
};
double diary_stepper(struct window *window, const struct stepper *stepper, struct box box);
