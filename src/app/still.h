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

// Many of them, one after the other: what stands still from one to the next is kept.
struct reel;

// `request` is borrowed, its moment does not count. NULL where the routine cannot be played.
struct reel *reel_open(struct house *house, const struct still_request *request, struct error *err);
void reel_close(struct reel *reel);

// The picture at a moment, from 0 to before the end. Borrowed until the next one or the close;
// false when there was no memory for it.
bool reel_paint(struct reel *reel, int64_t at_ms, struct still_pixels *pixels);
