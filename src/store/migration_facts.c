// SPDX-License-Identifier: MIT
#include "store/migration_facts.h"

#include <stddef.h>

// A lifetime of sessions and numbers is read in the order of an index that has every column asked
// for, so that no row of the table is looked up and taken apart. SQLite does that for stored
// columns alone, never for a computed one: hence UTC and the offset, not the local second. Ids are
// left out, and looked up where two entries can be told apart by nothing else.
static const char facts_indices[] =
    "CREATE INDEX sessions_facts ON sessions (started_s, started_offset_min, routine, side, status,"
    " ended, source, played_ms, seen_s, chain, rated_before, rated_after);"
    "CREATE INDEX ratings_facts ON ratings (at_s, at_offset_min, twitch, changed_s);";

const char *const migration_facts[] = {facts_indices, NULL};
