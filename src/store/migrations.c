// SPDX-License-Identifier: MIT
#include "store/migrations.h"

#include <assert.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/backups.h"
#include "store/database.h"
#include "store/migration_corrections.h"
#include "store/migration_diary.h"
#include "store/migration_facts.h"
#include "store/migration_marks.h"
#include "store/migration_plans.h"
#include "store/statement.h"

// Times are UTC seconds with the offset of the person's clock in minutes; *_local_s is what that
// clock showed, so that a span of days is one span of an index. Words are those of the formats.
static const char sessions_table[] =
    "CREATE TABLE sessions ("
    " id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),"
    " chain TEXT CHECK (length(chain) = 36),"
    " routine TEXT NOT NULL CHECK (length(routine) BETWEEN 1 AND 64),"
    " title TEXT NOT NULL,"
    " category TEXT NOT NULL CHECK (category IN ('breathing', 'meditation', 'rom',"
    "  'strengthening', 'nmr', 'massage', 'compress-warm', 'compress-cold', 'screen-break')),"
    " side TEXT CHECK (side IN ('left', 'right')),"
    " source TEXT NOT NULL CHECK (source IN ('played', 'ticked')),"
    " plan TEXT CHECK (length(plan) BETWEEN 1 AND 64),"
    " anyway INTEGER NOT NULL CHECK (anyway IN (0, 1)),"
    " options TEXT,"
    " note TEXT,"
    " started_s INTEGER NOT NULL,"
    " started_offset_min INTEGER NOT NULL CHECK (started_offset_min BETWEEN -1440 AND 1440),"
    " started_local_s INTEGER GENERATED ALWAYS AS (started_s + started_offset_min * 60) VIRTUAL,"
    " seen_s INTEGER NOT NULL,"
    " seen_offset_min INTEGER NOT NULL CHECK (seen_offset_min BETWEEN -1440 AND 1440),"
    " status TEXT NOT NULL CHECK (status IN ('running', 'complete', 'partial')),"
    " ended TEXT CHECK (ended IN ('complete', 'well', 'tired', 'pain', 'interrupted')),"
    " why TEXT CHECK (why IN ('pull', 'enough', 'tired', 'pain', 'interrupted')),"
    " planned_ms INTEGER NOT NULL CHECK (planned_ms >= 0),"
    " played_ms INTEGER NOT NULL CHECK (played_ms >= 0),"
    " played TEXT NOT NULL,"
    " position_ms INTEGER NOT NULL CHECK (position_ms >= 0),"
    " section INTEGER NOT NULL CHECK (section >= 0),"
    " rated_before INTEGER CHECK (rated_before BETWEEN 0 AND 10),"
    " rated_after INTEGER CHECK (rated_after BETWEEN 0 AND 10),"
    " feel TEXT CHECK (feel IN ('calmer', 'same', 'busier', 'pulled', 'hurt')),"
    " process INTEGER,"
    " changed_s INTEGER NOT NULL,"
    " changed_offset_min INTEGER NOT NULL,"
    " CHECK ((status = 'running') = (ended IS NULL))"
    ") STRICT;"
    "CREATE INDEX sessions_by_day ON sessions (started_local_s);"
    "CREATE INDEX sessions_by_routine ON sessions (routine, started_local_s);"
    "CREATE INDEX sessions_running ON sessions (seen_s) WHERE status = 'running';";

static const char entered_tables[] =
    "CREATE TABLE ratings ("
    " id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),"
    " at_s INTEGER NOT NULL,"
    " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1440 AND 1440),"
    " at_local_s INTEGER GENERATED ALWAYS AS (at_s + at_offset_min * 60) VIRTUAL,"
    " twitch INTEGER NOT NULL CHECK (twitch BETWEEN 0 AND 10),"
    " severity INTEGER CHECK (severity BETWEEN 0 AND 4),"
    " frequency INTEGER CHECK (frequency BETWEEN 0 AND 4),"
    " side TEXT CHECK (side IN ('left', 'right', 'both')),"
    " regions TEXT,"
    " note TEXT,"
    " changed_s INTEGER NOT NULL,"
    " changed_offset_min INTEGER NOT NULL"
    ") STRICT;"
    "CREATE INDEX ratings_by_day ON ratings (at_local_s);"

    "CREATE TABLE answers ("
    " id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),"
    " key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 32),"
    " value TEXT NOT NULL,"
    " at_s INTEGER NOT NULL,"
    " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1440 AND 1440),"
    " answered_by TEXT NOT NULL CHECK (answered_by IN ('self', 'other'))"
    ") STRICT;"
    "CREATE INDEX answers_by_key ON answers (key, at_s);"

    "CREATE TABLE remembered ("
    " key TEXT PRIMARY KEY NOT NULL CHECK (length(key) >= 1),"
    " value TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;"

    // What a corrected value was before, and when it was corrected. `kind` is the table.
    "CREATE TABLE audit ("
    " kind TEXT NOT NULL,"
    " record TEXT NOT NULL,"
    " field TEXT NOT NULL,"
    " at_s INTEGER NOT NULL,"
    " at_offset_min INTEGER NOT NULL,"
    " was TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX audit_by_record ON audit (record, field, at_s);";

// A value that was given once and is now given differently leaves its old form in the audit. Done
// by the database itself, so that no way of writing forgets it.
#define AUDITED(column)                                                                            \
    "CREATE TRIGGER sessions_" column "_corrected AFTER UPDATE OF " column " ON sessions"          \
    " WHEN OLD." column " IS NOT NULL AND OLD." column " IS NOT NEW." column " BEGIN"              \
    " INSERT INTO audit (kind, record, field, at_s, at_offset_min, was) VALUES ('sessions',"       \
    " OLD.id, '" column "', NEW.changed_s, NEW.changed_offset_min, CAST(OLD." column " AS TEXT));" \
    " END;"

static const char *const first_schema[] = {
    sessions_table,         entered_tables,  AUDITED("rated_before"),
    AUDITED("rated_after"), AUDITED("feel"), AUDITED("ended"),
    AUDITED("why"),         AUDITED("note"), NULL,
};

static const struct migration known[] = {
    {1,
     N_("sessions with their progress, ratings, answers, what the program remembers, corrections"),
     first_schema},
    {2,
     N_("the diary: days, weeks, treatments, counted minutes, questions, tasks, and what was "
        "removed"),
     migration_diary},
    {3, N_("plans: the text of every version, when one was taken away, pauses"), migration_plans},
    {4, N_("spasms as they are noted, and how well an injection worked"), migration_marks},
    {5, N_("corrections of when a session was, and for whom a plan was taken over"),
     migration_corrections},
    {6,
     N_("what the figures ask of sessions and numbers, where it is read without the rest of them"),
     migration_facts},
};

struct migration_list migrations_known(void) {
    return (struct migration_list){.migrations = known, .count = sizeof known / sizeof *known};
}

static bool copy_before(sqlite3 *database, int number, const char *folder, struct error *err) {
    char name[48];
    text_format(name, sizeof name, "history-before-%d.db", number);
    char *path = file_join(folder, name);
    bool copied = file_make_folder(folder, 0700, err) && backup_copy(database, path, err);
    memory_free(path);
    if (!copied) {
        err->code = ERROR_STORE;
        error_prefix(err, _("the history was left as it is, because it could not be copied before "
                            "bringing it up to date"));
    }
    return copied;
}

static bool apply(sqlite3 *database, const struct migration *migration, const char *doing,
                  struct error *err) {
    for (const char *const *part = migration->sql; *part; part++) {
        if (!statement_script(database, doing, *part, err)) {
            return false;
        }
    }
    char stamp[96];
    text_format(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                STORE_APPLICATION_ID, migration->number);
    return statement_script(database, doing, stamp, err) && database_rows_belong(database, err) &&
           statement_script(database, doing, "COMMIT", err);
}

static bool run_one(sqlite3 *database, const struct migration *migration, struct error *err) {
    char doing[160];
    text_format(doing, sizeof doing, _("the history could not be brought to schema %d (%s)"),
                migration->number, _(migration->reason));
    if (!statement_script(database, doing, "BEGIN IMMEDIATE", err)) {
        return false;
    }
    if (apply(database, migration, doing, err)) {
        return true;
    }
    // SQLite rolls back by itself on some failures; then there is nothing left to do.
    if (!sqlite3_get_autocommit(database)) {
        struct error ignored = {0};
        statement_script(database, doing, "ROLLBACK", &ignored);
    }
    return false;
}

static bool run_pending(sqlite3 *database, struct migration_list list, const char *folder,
                        struct error *err) {
    int64_t version = 0;
    if (!statement_number(database, "the history could not be read", "PRAGMA user_version",
                          &version, err)) {
        return false;
    }
    assert(version >= 0 && version <= list.count);
    for (int index = (int)version; index < list.count; index++) {
        const struct migration *migration = &list.migrations[index];
        assert(migration->number == index + 1);
        if (version > 0 && folder && !copy_before(database, migration->number, folder, err)) {
            return false;
        }
        if (!run_one(database, migration, err)) {
            return false;
        }
    }
    return true;
}

bool migrations_run(sqlite3 *database, struct migration_list list, const char *folder,
                    struct error *err) {
    // Tables that are built anew pass through states in which rows belong to nothing; each
    // migration is checked as a whole before it counts.
    const char *doing = N_("the history could not be prepared");
    if (!statement_script(database, doing, "PRAGMA foreign_keys = OFF", err)) {
        return false;
    }
    bool ran = run_pending(database, list, folder, err);
    struct error late = {0};
    if (!statement_script(database, doing, "PRAGMA foreign_keys = ON", &late) && ran) {
        *err = late;
        ran = false;
    }
    return ran;
}
