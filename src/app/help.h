// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The keys, as the page Help and the player's own overlay show them.

// Those of a session, under one another; returns where they end.
double help_session_paint(struct window *window, struct box box);
