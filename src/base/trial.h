// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// Something that a library may not survive, tried in a copy of the program first.

// Runs `work` in a child that ends with it; nothing of what it does stays. False when it took
// longer than `most_s` or ended the child by a signal, or no child could be made. What `work` says
// does not count: it is the dying that is asked about.
bool trial_survives(void (*work)(void), unsigned most_s);
