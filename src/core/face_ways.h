// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/face.h"

// The table that the face moves by, for face.c alone.

// A landmark's way under one unit at strength 1: thousandths of the face width, outward and down.
struct face_way {
    enum landmark landmark;
    int out, down;
};

// The ways of a unit one behind the other; the first that ends is none any more.
const struct face_way *face_ways_of(enum face_unit unit);
bool face_way_ends(const struct face_way *way);
