// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/routine.h"
#include "run/house.h"

// When a person is asked to rate, so that an ordinary day stays cheap (design section 6). The
// closing question is asked where routine_asks_closing says so.

// Before and after this session, 0-10: by the setting `rate` ("sitting": the first sitting of the
// day, and the first six sessions of a face routine; "every"; "off"), and only where the routine
// may ask.
bool rating_is_due(const struct house *house, const struct routine *routine);
