// SPDX-License-Identifier: MIT
#include "store/migration_corrections.h"

#include <stddef.h>

#include "store/migration_removal.h"

// When a session began, how long it was and whether it was whole can be told otherwise too, once it
// has ended. While it runs these move by themselves and are no correction.
#define SESSION_CORRECTED(column)                                                                  \
    "CREATE TRIGGER sessions_" column "_corrected AFTER UPDATE OF " column " ON sessions"          \
    " WHEN OLD.status <> 'running' AND NEW.status <> 'running'"                                    \
    " AND OLD." column " IS NOT NEW." column " BEGIN"                                              \
    " INSERT INTO audit (kind, record, field, at_s, at_offset_min, was) VALUES ('sessions',"       \
    " OLD.id, '" column "', NEW.changed_s, NEW.changed_offset_min, CAST(OLD." column " AS TEXT));" \
    " END;"

static const char sessions_corrections[] =
    SESSION_CORRECTED("started_s") SESSION_CORRECTED("started_offset_min")
        SESSION_CORRECTED("played_ms") SESSION_CORRECTED("status");

// The name or initials of the person a plan was taken over for, and when that was put right. It
// alone of a version can be: what was asked for stays as it was.
static const char person_of_plans[] =
    "ALTER TABLE plans ADD COLUMN person TEXT;"
    "ALTER TABLE plans ADD COLUMN changed_s INTEGER;"
    "ALTER TABLE plans ADD COLUMN changed_offset_min INTEGER;"
    "DROP TRIGGER plans_kept;"
    "CREATE TRIGGER plans_kept BEFORE UPDATE OF id, at_s, at_offset_min, turn, plan, text, name"
    " ON plans BEGIN SELECT RAISE(ABORT, 'what was asked for is not rewritten'); END;"
    "DROP TRIGGER plans_removed;";

static const char plans_corrections[] = CORRECTED("plans", "person");

static const char plans_removals[] =
    REMOVED("plans", "",
            TRACED LAST("plans", "plan") LAST("plans", "at_s") LAST("plans", "at_offset_min")
                LAST("plans", "text") LAST("plans", "name") LAST("plans", "person"));

const char *const migration_corrections[] = {
    sessions_corrections, person_of_plans, plans_corrections, plans_removals, NULL,
};
