// SPDX-License-Identifier: MIT
#pragma once

// The text of a plan in which one item asks for less: `per_day` times, and no more times of day
// than that; 0 takes the item out. All else stays as it is written, letter by letter. Items count
// from 0. The caller frees it with memory_free; NULL: the text has no such item.
char *plan_file_less(const char *text, int item, int per_day);
