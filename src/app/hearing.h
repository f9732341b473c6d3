// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The voice is heard before the first session of a life (run/sample.h): a screen that goes on by
// itself, so that it costs no key.

// Has it made while the person looks at the first screen, where it will be heard.
void hearing_prepare(struct window *window);

// Shows it before the session that is about to begin; false: there is nothing to hear. It leads
// back to session_begin.
bool hearing_show(struct window *window);

// Silence, and nothing is kept in memory.
void hearing_end(struct window *window);
