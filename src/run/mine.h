// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "core/timeline.h"
#include "store/store.h"

// What the person told, as it bears on how a routine is played: which side is affected, which
// words of the profile hold now, the person's own trick. Tempo, side and repetitions are left as
// they are.
bool mine_read(struct store *store, struct wall now, struct timeline_options *options,
               struct error *err);
