// SPDX-License-Identifier: MIT
#pragma once

#include "core/routine.h"
#include "files/group.h"

// What a routine file says about who may do it, how often and how much: gates, limit, tempo, range,
// choices. The routine's category is known before.

void dose_read(const struct group *top, struct routine *routine);
