// SPDX-License-Identifier: MIT
#pragma once

// Parts of SQL that the migrations share: how an entry is corrected, and how it goes. A migration
// that has run stays as it is, so these never change; another way would be another macro.

// A value that is given differently leaves its old form in the audit, as in the first schema.
#define CORRECTED(table, column)                                                                   \
    "CREATE TRIGGER " table "_" column "_corrected AFTER UPDATE OF " column " ON " table           \
    " WHEN OLD." column " IS NOT NULL AND OLD." column " IS NOT NEW." column " BEGIN"              \
    " INSERT INTO audit (kind, record, field, at_s, at_offset_min, was) VALUES ('" table "',"      \
    " OLD.id, '" column "', NEW.changed_s, NEW.changed_offset_min, CAST(OLD." column " AS TEXT));" \
    " END;"

// Naming an entry of `table` in `removed` takes it away.
#define REMOVAL(table)                                                                             \
    "CREATE TRIGGER " table "_removal AFTER INSERT ON removed WHEN NEW.kind = '" table "' BEGIN"   \
    " DELETE FROM " table " WHERE id = NEW.record; END;"
// What happens when one is taken away.
#define REMOVED(table, condition, columns)                                                         \
    "CREATE TRIGGER " table "_removed AFTER DELETE ON " table " " condition " BEGIN" columns " EN" \
    "D;"
// A value of what was removed, with the moment of the removal.
#define LAST(table, column)                                                                        \
    " INSERT INTO audit (kind, record, field, at_s, at_offset_min, was)"                           \
    " SELECT '" table "', record, '" column "', at_s, at_offset_min, CAST(OLD." column " AS TEXT)" \
    " FROM removed WHERE record = OLD.id AND OLD." column " IS NOT NULL;"
// Nothing that was entered goes without a trace.
#define TRACED                                                                                     \
    " SELECT RAISE(ABORT, 'an entry is removed by naming it in removed')"                          \
    " WHERE NOT EXISTS (SELECT 1 FROM removed WHERE record = OLD.id);"
