// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "run/allowed.h"

// When a person is asked to rate, so that an ordinary day stays cheap (design section 6). The
// closing question is asked where routine_asks_closing says so.

// Before and after this session, 0-10: by the setting `rate` ("sitting": the first sitting of the
// day, and the first six sessions of a face routine; "every"; "off"), and only where the routine
// may ask. Where a plan in force says what is asked, it counts over the setting: without `session`
// nothing is asked here, with it "off" is as "sitting".
bool rating_is_due(const struct house *house, const struct person *person,
                   const struct routine *routine);

// Whether a number is asked for by itself: always, where no plan in force says what is asked.
bool rating_asks(const struct person *person, enum plan_ask ask);
