// SPDX-License-Identifier: MIT
#pragma once

#include "app/plans.h"

// Whose side a plan is for that comes from a file: asked where it names one and she told none, or
// another. The answer goes into her profile where she says so, and nowhere else.

// The question with its answers, and what follows from the one that was given. Returns where it
// ends; box.y where nothing is asked.
double plan_whose(struct window *window, struct box box);
// ACT_SIDE and ACT_TELL.
void plan_whose_act(struct window *window, struct act act);

// She said another side than the one it is for.
bool plan_whose_differs(const struct window *window);
// False: she was asked and has not answered yet; then she is told to.
bool plan_whose_is_told(struct window *window);
// Keeps her answer where she wanted that, and puts it into the step. False: the reason is in err.
bool plan_whose_keep(struct window *window, struct plan_step *step, struct error *err);
