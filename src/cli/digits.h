// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// Numbers five rows high, to be read from across a room.

enum { DIGITS_ROWS = 5, DIGITS_LINE_MAX = 256 };

// One row (0-4) of a count; from 100 seconds on as minutes and seconds. Blocks in UTF-8, else '#'.
void digits_line(int count, int row, bool utf8, char to[DIGITS_LINE_MAX]);
