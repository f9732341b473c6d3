// SPDX-License-Identifier: MIT
#pragma once

#include "app/element.h"
#include "core/where.h"

// A face on which one points at where it twitches (draw/places.h). It is for the pointer: keys and
// reading aloud have the chips beside it (diary_where), and both show the same. The picture is a
// mirror as in the player, or not, by the setting `mirror_picture`; words below it say which side
// is which, and it is never turned round by the direction of reading.
//
// Each place is an element of ACT_WHERE, aside of Tab; its value is the place, plus PLACE_COUNT on
// the person's right.

// How wide it is, and whether the window has room for it at all: in a low one, or with large text,
// the chips are enough.
double element_face_width(const struct window *window);
bool element_face_fits(const struct window *window);

// Within the width of `box`, from box.y on; returns where it ends.
double element_face(struct window *window, struct where where, struct box box);

// The same where a side alone is asked for: it is lit whole, and each half of the face does what is
// told for it.
double element_face_side(struct window *window, enum side chosen, struct act left, struct act right,
                         struct box box);
