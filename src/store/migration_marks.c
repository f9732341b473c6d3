// SPDX-License-Identifier: MIT
#include "store/migration_marks.h"

#include <stddef.h>

#include "store/migration_removal.h"

// A spasm is a moment like a question or a task. What is told of it beside its moment may be
// missing altogether: how strong it was, where, what was around. SQLite changes no CHECK, so the
// table is built anew, and with it the triggers that hang on it.
static const char moments_again[] =
    "DROP TRIGGER moments_removal;"
    "CREATE TABLE moments_before (id TEXT, kind TEXT, at_s INTEGER, at_offset_min INTEGER,"
    " per_minute INTEGER, text TEXT, note TEXT, changed_s INTEGER, changed_offset_min INTEGER)"
    " STRICT;"
    "INSERT INTO moments_before SELECT id, kind, at_s, at_offset_min, per_minute, text, note,"
    " changed_s, changed_offset_min FROM moments;"
    "DROP TABLE moments;"
    "CREATE TABLE moments ("
    " id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),"
    " kind TEXT NOT NULL CHECK (kind IN ('count', 'question', 'task', 'spasm')),"
    " at_s INTEGER NOT NULL,"
    " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1440 AND 1440),"
    " at_local_s INTEGER GENERATED ALWAYS AS (at_s + at_offset_min * 60) VIRTUAL,"
    " per_minute INTEGER CHECK (per_minute BETWEEN 0 AND 600),"
    " text TEXT CHECK (length(text) BETWEEN 1 AND 500),"
    " strength INTEGER CHECK (strength BETWEEN 0 AND 10),"
    " side TEXT CHECK (side IN ('left', 'right', 'both')),"
    " regions TEXT," // words of core/diary with commas between them
    " ticks TEXT,"
    " note TEXT,"
    " changed_s INTEGER NOT NULL,"
    " changed_offset_min INTEGER NOT NULL,"
    " CHECK ((kind = 'count') = (per_minute IS NOT NULL)),"
    " CHECK ((kind IN ('question', 'task')) = (text IS NOT NULL)),"
    " CHECK (kind = 'spasm' OR coalesce(strength, side, regions, ticks) IS NULL)) STRICT;"
    "INSERT INTO moments (id, kind, at_s, at_offset_min, per_minute, text, note, changed_s,"
    " changed_offset_min) SELECT * FROM moments_before;"
    "DROP TABLE moments_before;"
    "CREATE INDEX moments_by_day ON moments (kind, at_local_s);";

static const char moments_corrections[] = CORRECTED("moments", "at_s")
    CORRECTED("moments", "at_offset_min") CORRECTED("moments", "per_minute")
        CORRECTED("moments", "text") CORRECTED("moments", "strength") CORRECTED("moments", "side")
            CORRECTED("moments", "regions") CORRECTED("moments", "ticks")
                CORRECTED("moments", "note");

static const char moments_removals[] = REMOVAL("moments")
    REMOVED("moments", "",
            TRACED LAST("moments", "kind") LAST("moments", "at_s") LAST("moments", "at_offset_min")
                LAST("moments", "per_minute") LAST("moments", "text") LAST("moments", "strength")
                    LAST("moments", "side") LAST("moments", "regions") LAST("moments", "ticks")
                        LAST("moments", "note"));

// Asked once, four weeks after an injection: percent of the best that can be.
static const char effect_of_events[] =
    "ALTER TABLE events ADD COLUMN effect INTEGER CHECK (effect BETWEEN 0 AND 100);"
    "DROP TRIGGER events_removed;";

static const char events_corrections[] = CORRECTED("events", "effect");

static const char events_removals[] =
    REMOVED("events", "",
            TRACED LAST("events", "kind") LAST("events", "day") LAST("events", "at_s")
                LAST("events", "at_offset_min") LAST("events", "until_day") LAST("events", "effect")
                    LAST("events", "note"));

const char *const migration_marks[] = {
    moments_again,
    moments_corrections,
    moments_removals,
    effect_of_events,
    events_corrections,
    events_removals,
    NULL,
};
