// SPDX-License-Identifier: MIT
#pragma once

#include "cli/ask.h"
#include "run/chain.h"

// What stands before the first step, in a terminal: the questions that decide something, the gate,
// the "anyway", the limits.

// Whether this member of the chain may be played now. `asker` NULL: there is nobody to ask. What is
// answered holds for the members behind it. False: err says why not, until when, what instead.
bool admission_give(const struct asker *asker, struct house *house,
                    const struct play_request *request, struct chain *chain, int member,
                    struct error *err);
