// SPDX-License-Identifier: MIT
#pragma once

#include "draw/face_touch.h"

// What face_folds_lower.c gathers from face_folds_mouth.c. With the head straight and the contour
// at rest all folds stay within the boxes that portrait_damage tells: the upper ones x +-0.43, y
// -0.41 to 0.13, the lower ones x +-0.54, y 0.02 to 0.82.

// Dents, brackets and shades around the corner of the mouth on one side.
void folds_paint_corner(const struct touch *touch);
// Pressed lips and the chin: what lies on the midline and has both sides' strength.
void folds_paint_chin(const struct touch *touch);
