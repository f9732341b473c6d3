// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// A sheet from the lower edge over the screen that was open, which stays in sight, dimmed
// (docs/design-language.md, "Components"). For screens that window_over shows. What lies beneath is
// painted above the sheet's edge alone and tells no elements: nothing of it can be pressed, and a
// press beside the sheet leads back (ACT_BACK).
//
// What is higher than the window allows scrolls (window->scroll). Between sheet_begin and sheet_end
// the screen lays out from the returned box; `most` is its width at most, in pixels of the design.

struct box sheet_begin(struct window *window, double most);
// Takes the y where the content ended.
void sheet_end(struct window *window, double y);
