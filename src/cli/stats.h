// SPDX-License-Identifier: MIT
#pragma once

#include "run/figures.h"
#include "run/signs_read.h"

// `repose stats` in words.
void stats_print(struct house *house, const struct figures *figures,
                 const struct raised_signs *raised);
