// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"

// Where the picture of a step lies: beside the routine or among the shipped ones, never outside
// them, whatever links there are.

enum { PICTURE_PATH_MAX = 4096 };

// `name` is as written in the file, with folders inside allowed; either folder may be NULL. Fills
// in a path that can be opened.
bool picture_find(const char *name, const char *beside, const char *images,
                  char to[PICTURE_PATH_MAX], struct error *err);
