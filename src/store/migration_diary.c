// SPDX-License-Identifier: MIT
#include "store/migration_diary.h"

#include <stddef.h>

#include "store/migration_removal.h"

// Moments are UTC seconds with the offset of the person's clock, as in the first schema. What
// belongs to a date and not to a moment has the number of its local day (1970-01-01 is 0), a week
// that of its Monday. Two entries of one day can only come from two histories that were joined;
// which of them counts is decided when they are read (store/ratings.h). changed_* is when an entry
// was last given, id what tells it apart in every copy of the history.

#define CHANGED " changed_s INTEGER NOT NULL, changed_offset_min INTEGER NOT NULL"
#define IDENTITY " id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),"

static const char days_table[] = "CREATE TABLE days (" IDENTITY " day INTEGER NOT NULL,"
                                 " stress INTEGER CHECK (stress BETWEEN 0 AND 10),"
                                 " sleep REAL CHECK (sleep BETWEEN 0 AND 24),"       // hours
                                 " caffeine REAL CHECK (caffeine BETWEEN 0 AND 30)," // cups
                                 " screen REAL CHECK (screen BETWEEN 0 AND 24),"     // hours
                                 " water REAL CHECK (water BETWEEN 0 AND 40),"       // glasses
                                 " fatigue INTEGER CHECK (fatigue BETWEEN 0 AND 10),"
                                 " mood INTEGER CHECK (mood BETWEEN 0 AND 10),"
                                 " pain INTEGER CHECK (pain BETWEEN 0 AND 10),"
                                 " sleep_quality INTEGER CHECK (sleep_quality BETWEEN 0 AND 10),"
                                 " alcohol REAL CHECK (alcohol BETWEEN 0 AND 40)," // units
                                 " eye_strain INTEGER CHECK (eye_strain BETWEEN 0 AND 10),"
                                 " ticks TEXT," // words of core/diary with commas between them
                                 " note TEXT," CHANGED ") STRICT;"
                                 "CREATE INDEX days_by_day ON days (day);";

static const char weeks_table[] =
    "CREATE TABLE weeks (" IDENTITY " monday INTEGER NOT NULL CHECK ((monday + 3) % 7 = 0),"
    " severity INTEGER CHECK (severity BETWEEN 0 AND 4),"
    " frequency INTEGER CHECK (frequency BETWEEN 0 AND 4),"
    " impact INTEGER CHECK (impact BETWEEN 0 AND 10),"
    " note TEXT," CHANGED ") STRICT;"
    "CREATE INDEX weeks_by_day ON weeks (monday);";

// The moment is there where a time was told, else the day alone.
static const char events_table[] =
    "CREATE TABLE events (" IDENTITY
    " kind TEXT NOT NULL CHECK (kind IN ('botulinum-toxin', 'medicine', 'surgery', 'procedure',"
    "  'therapy', 'supplement', 'appointment', 'test', 'injury', 'other')),"
    " day INTEGER NOT NULL,"
    " at_s INTEGER,"
    " at_offset_min INTEGER CHECK (at_offset_min BETWEEN -1440 AND 1440),"
    " until_day INTEGER CHECK (until_day >= day),"
    " note TEXT," CHANGED ", CHECK ((at_s IS NULL) = (at_offset_min IS NULL))) STRICT;"
    "CREATE INDEX events_by_day ON events (day);"
    "CREATE INDEX events_by_kind ON events (kind, day);";

// A counted minute has its number, a question and a task that was ticked have their text.
static const char moments_table[] =
    "CREATE TABLE moments (" IDENTITY
    " kind TEXT NOT NULL CHECK (kind IN ('count', 'question', 'task')),"
    " at_s INTEGER NOT NULL,"
    " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1440 AND 1440),"
    " at_local_s INTEGER GENERATED ALWAYS AS (at_s + at_offset_min * 60) VIRTUAL,"
    " per_minute INTEGER CHECK (per_minute BETWEEN 0 AND 600),"
    " text TEXT CHECK (length(text) BETWEEN 1 AND 500),"
    " note TEXT," CHANGED ","
    " CHECK ((kind = 'count') = (per_minute IS NOT NULL)),"
    " CHECK ((kind = 'count') = (text IS NULL))) STRICT;"
    "CREATE INDEX moments_by_day ON moments (kind, at_local_s);";

// That something was removed, so that a copy of the history which still has it does not bring it
// back. An entry goes by being named here; what it held goes to the audit.
static const char removed_table[] =
    "CREATE TABLE removed ("
    " record TEXT PRIMARY KEY NOT NULL CHECK (length(record) = 36),"
    " kind TEXT NOT NULL CHECK (kind IN ('sessions', 'ratings', 'days', 'weeks', 'events',"
    "  'moments')),"
    " at_s INTEGER NOT NULL,"
    " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1440 AND 1440)"
    ") STRICT, WITHOUT ROWID;";

static const char ratings_corrections[] =
    CORRECTED("ratings", "at_s") CORRECTED("ratings", "at_offset_min")
        CORRECTED("ratings", "twitch") CORRECTED("ratings", "severity")
            CORRECTED("ratings", "frequency") CORRECTED("ratings", "side")
                CORRECTED("ratings", "regions") CORRECTED("ratings", "note");

static const char ratings_removals[] = REMOVAL("ratings")
    REMOVED("ratings", "",
            TRACED LAST("ratings", "at_s") LAST("ratings", "at_offset_min")
                LAST("ratings", "twitch") LAST("ratings", "severity") LAST("ratings", "frequency")
                    LAST("ratings", "side") LAST("ratings", "regions") LAST("ratings", "note"));

static const char days_corrections_1[] = CORRECTED("days", "day") CORRECTED("days", "stress")
    CORRECTED("days", "sleep") CORRECTED("days", "caffeine") CORRECTED("days", "screen")
        CORRECTED("days", "water") CORRECTED("days", "fatigue") CORRECTED("days", "mood")
            CORRECTED("days", "pain") CORRECTED("days", "sleep_quality")
                CORRECTED("days", "alcohol") CORRECTED("days", "eye_strain");

static const char days_corrections_2[] = CORRECTED("days", "ticks") CORRECTED("days", "note");

static const char days_removals[] = REMOVAL("days") REMOVED(
    "days", "",
    TRACED LAST("days", "day") LAST("days", "stress") LAST("days", "sleep") LAST("days", "caffeine")
        LAST("days", "screen") LAST("days", "water") LAST("days", "fatigue") LAST("days", "mood")
            LAST("days", "pain") LAST("days", "sleep_quality") LAST("days", "alcohol")
                LAST("days", "eye_strain") LAST("days", "ticks") LAST("days", "note"));

static const char weeks_corrections[] = CORRECTED("weeks", "monday") CORRECTED("weeks", "severity")
    CORRECTED("weeks", "frequency") CORRECTED("weeks", "impact") CORRECTED("weeks", "note");

static const char weeks_removals[] = REMOVAL("weeks")
    REMOVED("weeks", "",
            TRACED LAST("weeks", "monday") LAST("weeks", "severity") LAST("weeks", "frequency")
                LAST("weeks", "impact") LAST("weeks", "note"));

static const char events_corrections[] = CORRECTED("events", "kind") CORRECTED("events", "day")
    CORRECTED("events", "at_s") CORRECTED("events", "at_offset_min")
        CORRECTED("events", "until_day") CORRECTED("events", "note");

static const char events_removals[] = REMOVAL("events")
    REMOVED("events", "",
            TRACED LAST("events", "kind") LAST("events", "day") LAST("events", "at_s")
                LAST("events", "at_offset_min") LAST("events", "until_day") LAST("events", "note"));

static const char moments_corrections[] = CORRECTED("moments", "at_s")
    CORRECTED("moments", "at_offset_min") CORRECTED("moments", "per_minute")
        CORRECTED("moments", "text") CORRECTED("moments", "note");

static const char moments_removals[] = REMOVAL("moments")
    REMOVED("moments", "",
            TRACED LAST("moments", "kind") LAST("moments", "at_s") LAST("moments", "at_offset_min")
                LAST("moments", "per_minute") LAST("moments", "text") LAST("moments", "note"));

// A session of which nothing was played goes without a word, as it came.
static const char sessions_removals[] = REMOVAL("sessions") REMOVED(
    "sessions", "WHEN EXISTS (SELECT 1 FROM removed WHERE record = OLD.id)",
    LAST("sessions", "routine") LAST("sessions", "source") LAST("sessions", "started_s")
        LAST("sessions", "started_offset_min") LAST("sessions", "status") LAST("sessions", "ended")
            LAST("sessions", "why") LAST("sessions", "played_ms") LAST("sessions", "rated_before")
                LAST("sessions", "rated_after") LAST("sessions", "feel") LAST("sessions", "note"));

// Injections and operations that were told to the profile so far: an answer and its event are one
// entry and carry the same id (store/treatments.h). Told again within a week it was a correction,
// taken back it was none.
static const char told_events[] =
    "INSERT INTO events (id, kind, day, at_s, at_offset_min, changed_s, changed_offset_min)"
    " SELECT id, CASE key WHEN 'toxin' THEN 'botulinum-toxin' ELSE 'surgery' END,"
    "  CAST(julianday(substr(value, 1, 10)) - 2440587.5 AS INTEGER),"
    "  CASE WHEN length(value) > 10 THEN CAST(strftime('%s', value) AS INTEGER) END,"
    "  CASE WHEN length(value) > 10 THEN"
    "   (CAST(strftime('%s', substr(value, 1, 19)) AS INTEGER)"
    "    - CAST(strftime('%s', value) AS INTEGER)) / 60 END,"
    "  at_s, at_offset_min"
    " FROM (SELECT *, lead(value) OVER (PARTITION BY key ORDER BY at_s, rowid) AS next"
    "  FROM answers WHERE key IN ('toxin', 'surgery'))"
    " WHERE julianday(substr(value, 1, 10)) IS NOT NULL AND (next IS NULL OR"
    "  julianday(substr(next, 1, 10)) - julianday(substr(value, 1, 10)) > 7)";

const char *const migration_diary[] = {
    days_table,
    weeks_table,
    events_table,
    moments_table,
    removed_table,
    ratings_corrections,
    ratings_removals,
    days_corrections_1,
    days_corrections_2,
    days_removals,
    weeks_corrections,
    weeks_removals,
    events_corrections,
    events_removals,
    moments_corrections,
    moments_removals,
    sessions_removals,
    told_events,
    NULL,
};
