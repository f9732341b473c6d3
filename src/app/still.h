// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "run/house.h"
#include "run/request.h"

// The player's picture at a moment, without a window, a sound or a record: what a person sees who
// has not touched anything for a while. The same request gives the same bytes, whatever the hour.

// Writes it into a file that ends as report/picture_kind.h knows it; false with the reason, without
// the path. The house's settings say how it looks.
bool still_write(struct house *house, const struct still_request *request, const char *path,
                 struct error *err);
