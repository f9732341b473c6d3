// SPDX-License-Identifier: MIT
#include "store/migration_plans.h"

#include <stddef.h>

#include "store/migration_removal.h"

// Moments and days as in the schema of the diary.
//
// `turn` says what was entered after what: the second of its entry, or one more than the last turn
// where that is not earlier (several in one second, a clock that was put back). Joined histories
// keep the order of each, and otherwise go by the clock.

#define ENTRY                                                                                      \
    " id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),"                                       \
    " at_s INTEGER NOT NULL,"                                                                      \
    " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1440 AND 1440),"

// The text of a version, with the id that stands in it.
static const char plans_table[] =
    "CREATE TABLE plans (" ENTRY
    " turn INTEGER NOT NULL, plan TEXT NOT NULL CHECK (length(plan) BETWEEN 1 AND 64),"
    " text TEXT NOT NULL CHECK (length(text) >= 1),"
    " name TEXT"
    ") STRICT;"
    "CREATE INDEX plans_by_turn ON plans (turn);"
    "CREATE INDEX plans_by_plan ON plans (plan, turn);";

// The versions of a plan with an earlier turn do not serve `day` any more, nor any day after it.
static const char plan_removals_table[] =
    "CREATE TABLE plan_removals (" ENTRY " turn INTEGER NOT NULL,"
    " plan TEXT NOT NULL CHECK (length(plan) BETWEEN 1 AND 64),"
    " day INTEGER NOT NULL"
    ") STRICT;"
    "CREATE INDEX plan_removals_by_turn ON plan_removals (turn);"
    "CREATE INDEX plan_removals_by_plan ON plan_removals (plan, turn);";

// Without a plan it is a pause of all of them.
static const char plan_pauses_table[] =
    "CREATE TABLE plan_pauses (" ENTRY " plan TEXT CHECK (length(plan) BETWEEN 1 AND 64),"
    " from_day INTEGER NOT NULL,"
    " to_day INTEGER NOT NULL CHECK (to_day >= from_day),"
    " reason TEXT"
    ") STRICT;"
    "CREATE INDEX plan_pauses_by_day ON plan_pauses (from_day);";

// Nothing of this is corrected: what is different is another version, another pause.
#define KEPT(table)                                                                                \
    "CREATE TRIGGER " table "_kept BEFORE UPDATE ON " table " BEGIN"                               \
    " SELECT RAISE(ABORT, 'what was asked for is not rewritten'); END;"

static const char kept[] = KEPT("plans") KEPT("plan_removals") KEPT("plan_pauses");

// `removed` learns three kinds more. SQLite changes no CHECK, so the table is built anew, and with
// it the triggers that hang on it.
static const char removed_again[] =
    "CREATE TABLE removed_before (record TEXT, kind TEXT, at_s INTEGER, at_offset_min INTEGER)"
    " STRICT;"
    "INSERT INTO removed_before SELECT record, kind, at_s, at_offset_min FROM removed;"
    "DROP TABLE removed;"
    "CREATE TABLE removed ("
    " record TEXT PRIMARY KEY NOT NULL CHECK (length(record) = 36),"
    " kind TEXT NOT NULL CHECK (kind IN ('sessions', 'ratings', 'days', 'weeks', 'events',"
    "  'moments', 'plans', 'plan_removals', 'plan_pauses')),"
    " at_s INTEGER NOT NULL,"
    " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1440 AND 1440)"
    ") STRICT, WITHOUT ROWID;"
    "INSERT INTO removed SELECT record, kind, at_s, at_offset_min FROM removed_before;"
    "DROP TABLE removed_before;";

static const char removals_again[] = REMOVAL("sessions") REMOVAL("ratings") REMOVAL("days")
    REMOVAL("weeks") REMOVAL("events") REMOVAL("moments");

static const char plans_removals[] = REMOVAL("plans")
    REMOVED("plans", "",
            TRACED LAST("plans", "plan") LAST("plans", "at_s") LAST("plans", "at_offset_min")
                LAST("plans", "text") LAST("plans", "name"));

static const char plan_removals_removals[] = REMOVAL("plan_removals")
    REMOVED("plan_removals", "",
            TRACED LAST("plan_removals", "plan") LAST("plan_removals", "at_s")
                LAST("plan_removals", "at_offset_min") LAST("plan_removals", "day"));

static const char plan_pauses_removals[] = REMOVAL("plan_pauses")
    REMOVED("plan_pauses", "",
            TRACED LAST("plan_pauses", "plan") LAST("plan_pauses", "at_s")
                LAST("plan_pauses", "at_offset_min") LAST("plan_pauses", "from_day")
                    LAST("plan_pauses", "to_day") LAST("plan_pauses", "reason"));

const char *const migration_plans[] = {
    plans_table,    plan_removals_table,    plan_pauses_table,
    kept,           removed_again,          removals_again,
    plans_removals, plan_removals_removals, plan_pauses_removals,
    NULL,
};
