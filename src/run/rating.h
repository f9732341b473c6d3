// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/routine.h"
#include "run/house.h"

// When a person is asked to rate, so that an ordinary day stays cheap (design section 6).

// A routine of rom, strengthening or nmr with an exercise that is not of the body alone.
bool rating_is_face_routine(const struct routine *routine);

// Before and after this session, 0-10: by the setting `rate` ("sitting": the first sitting of the
// day, and the first six sessions of a face routine; "every"; "off"), and only where the routine
// may ask.
bool rating_is_due(const struct house *house, const struct routine *routine);

// The closing question (one key of five): after any massage, compress or exercise of a face or jaw
// pose.
bool rating_asks_feel(const struct routine *routine);
