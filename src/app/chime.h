// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// A soft bell outside a session: where something begins and ends that is done with shut eyes.

struct chime;

// NULL where nothing may sound: no person is there, or the sound is off.
struct chime *chime_new(struct window *window);
void chime_strike(struct chime *chime);
int64_t chime_rest_ms(const struct chime *chime); // until it has rung out; INT64_MAX without one
// NULL is fine.
void chime_free(struct chime *chime);
