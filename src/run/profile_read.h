// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "core/profile.h"
#include "store/store.h"

// The profile as it was told, from its stored answers (run/profile_keys.h tells their form). What
// was never told, or taken back, or cannot be read, stays untold; a date alone is one of the clock
// that shows `now`. NULL: nothing was told.
bool profile_read(struct store *store, struct wall now, struct profile *profile, struct error *err);

// What the profile would be with this answer (a stored form, "" none) in place of the present one.
void profile_suppose(struct profile *profile, const char *key, const char *value, struct wall now);

// The person's own trick (profile key `trick`); "" when none was told.
bool profile_read_trick(struct store *store, char *to, size_t size, struct error *err);

// What she told to ask a doctor about in other words than those that decide something, with commas
// between them; "" where there is nothing.
bool profile_read_others(struct store *store, char *to, size_t size, struct error *err);
