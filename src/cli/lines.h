// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include "base/error.h"
#include "run/sitting.h"

// A sitting as plain lines: one for each phase, one for each thing said. For pipes, logs, dumb
// terminals and screen readers. Nothing is asked; gates pass by themselves where nobody can answer
// (sitting_options.nobody). Returns when it has ended or was asked to stop; false when standard
// output is gone.
bool lines_play(struct sitting *sitting, const volatile sig_atomic_t *asked_to_stop,
                struct error *err);
