// SPDX-License-Identifier: MIT
#include "store/plans.h"

#include <stddef.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "store/entry.h"
#include "store/inside.h"
#include "store/statement.h"

// The turn of what is entered now; one parameter, its second.
#define TURN                                                                                       \
    "max(?, 1 + (SELECT coalesce(max(turn), 0) FROM plans),"                                       \
    " 1 + (SELECT coalesce(max(turn), 0) FROM plan_removals))"

// The first day that a version does not serve any more; NULL: it was not removed.
#define REMOVED_DAY                                                                                \
    "(SELECT min(day) FROM plan_removals WHERE plan_removals.plan = plans.plan"                    \
    " AND plan_removals.turn > plans.turn)"

static void stored_plan_free(struct stored_plan *plan) {
    memory_free(plan->text);
    memory_free(plan->name);
    memory_free(plan->person);
}

void stored_plan_list_free(struct stored_plan_list *list) {
    for (int i = 0; i < list->count; i++) {
        stored_plan_free(&list->plans[i]);
    }
    memory_free(list->plans);
    *list = (struct stored_plan_list){0};
}

static struct stored_plan read_plan(const struct statement *row) {
    enum { ID, PLAN, AT, OFFSET, REMOVED, TEXT, NAME, PERSON };
    struct stored_plan plan = {
        .added = {.utc_s = statement_column_whole(row, AT),
                  .offset_min = (int)statement_column_whole(row, OFFSET)},
        .removed = statement_column_is_null(row, REMOVED) ? INT64_MAX
                                                          : statement_column_whole(row, REMOVED),
        .text = entry_text(row, TEXT),
        .name = entry_text(row, NAME),
        .person = entry_text(row, PERSON),
    };
    text_copy(plan.row, sizeof plan.row, statement_column_text(row, ID));
    text_copy(plan.id, sizeof plan.id, statement_column_text(row, PLAN));
    return plan;
}

bool plans_list(struct store *store, struct stored_plan_list *list, struct error *err) {
    *list = (struct stored_plan_list){0};
    int room = 0;
    struct statement rows = statement_open(store->database, "the plans could not be read",
                                           "SELECT id, plan, at_s, at_offset_min, " REMOVED_DAY
                                           ", text, name, person FROM plans WHERE turn > 0"
                                           " ORDER BY turn, id",
                                           err);
    while (statement_step(&rows)) {
        if (list->count == room) {
            room = room ? room * 2 : 8;
            list->plans = memory_resize(list->plans, (size_t)room, sizeof *list->plans);
        }
        list->plans[list->count++] = read_plan(&rows);
    }
    if (statement_close(&rows)) {
        return true;
    }
    stored_plan_list_free(list);
    return false;
}

// Whether the newest version of a plan has this text and was not removed.
static bool is_kept(struct store *store, const struct stored_plan *plan, bool *kept,
                    struct error *err) {
    struct statement row =
        statement_open(store->database, "the plans could not be read",
                       "SELECT text = ? AND " REMOVED_DAY " IS NULL FROM plans WHERE plan = ?"
                       " ORDER BY turn DESC, id DESC LIMIT 1",
                       err);
    statement_text(&row, plan->text);
    statement_text(&row, plan->id);
    *kept = statement_step(&row) && statement_column_whole(&row, 0) != 0;
    return statement_close(&row);
}

static bool insert_plan(struct store *store, struct stored_plan *plan, struct error *err) {
    uuid_make(plan->row);
    struct statement insert =
        statement_open(store->database, "the plan could not be stored",
                       "INSERT INTO plans (turn, at_s, at_offset_min, id, plan, text, name, person)"
                       " VALUES (" TURN ", ?, ?, ?, ?, ?, ?, ?)",
                       err);
    statement_whole(&insert, plan->added.utc_s);
    entry_give_moment(&insert, plan->added);
    statement_text(&insert, plan->row);
    statement_text(&insert, plan->id);
    statement_text(&insert, plan->text);
    entry_give_text(&insert, plan->name);
    entry_give_text(&insert, plan->person);
    return statement_run(&insert);
}

// Of the version that is kept already.
static bool set_person(struct store *store, const struct stored_plan *plan, struct error *err) {
    if (!plan->person || !*plan->person) {
        return true;
    }
    struct statement update =
        statement_open(store->database, "the plan could not be stored",
                       "UPDATE plans SET person = ?, changed_s = ?, changed_offset_min = ?"
                       " WHERE id = (SELECT id FROM plans WHERE plan = ?"
                       " ORDER BY turn DESC, id DESC LIMIT 1)",
                       err);
    statement_text(&update, plan->person);
    entry_give_moment(&update, plan->added);
    statement_text(&update, plan->id);
    return statement_run(&update);
}

bool plans_add(struct store *store, struct stored_plan *plan, bool *added, struct error *err) {
    bool own, kept = false;
    *added = false;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = is_kept(store, plan, &kept, err) &&
                 (kept ? set_person(store, plan, err) : insert_plan(store, plan, err));
    bool done = entry_end(store, own, right, err);
    *added = done && !kept;
    return done;
}

bool plans_remove(struct store *store, const char *id, int64_t day, struct wall now,
                  struct error *err) {
    char row[UUID_TEXT_MAX];
    uuid_make(row);
    struct statement insert = statement_open(
        store->database, "the plan could not be removed",
        "INSERT INTO plan_removals (turn, at_s, at_offset_min, id, day, plan)"
        " SELECT " TURN ", ?, ?, ?, ?, plan FROM plans WHERE plan = ? AND " REMOVED_DAY " IS NULL"
        " LIMIT 1",
        err);
    statement_whole(&insert, now.utc_s);
    entry_give_moment(&insert, now);
    statement_text(&insert, row);
    statement_whole(&insert, day);
    statement_text(&insert, id);
    return statement_run(&insert) &&
           (sqlite3_changes(store->database) > 0 ||
            error_set(err, ERROR_MISSING, "there is no plan %s to be removed", id));
}

bool plans_restore(struct store *store, const char *id, struct wall now, struct error *err) {
    struct statement insert =
        statement_open(store->database, "the plan could not be taken back",
                       "INSERT INTO removed (record, kind, at_s, at_offset_min)"
                       " SELECT id, 'plan_removals', ?, ? FROM plan_removals WHERE plan = ?"
                       " ORDER BY turn DESC, id DESC LIMIT 1",
                       err);
    entry_give_moment(&insert, now);
    statement_text(&insert, id);
    return statement_run(&insert) &&
           (sqlite3_changes(store->database) > 0 ||
            error_set(err, ERROR_MISSING, "the plan %s was not removed", id));
}

void stored_pause_list_free(struct stored_pause_list *list) {
    for (int i = 0; i < list->count; i++) {
        memory_free(list->pauses[i].reason);
    }
    memory_free(list->pauses);
    *list = (struct stored_pause_list){0};
}

static struct stored_pause read_pause(const struct statement *row) {
    enum { ID, PLAN, FROM, TO, REASON };
    struct stored_pause pause = {
        .from = statement_column_whole(row, FROM),
        .to = statement_column_whole(row, TO),
        .reason = entry_text(row, REASON),
    };
    const char *plan = statement_column_text(row, PLAN);
    text_copy(pause.row, sizeof pause.row, statement_column_text(row, ID));
    text_copy(pause.plan, sizeof pause.plan, plan ? plan : "");
    return pause;
}

bool plan_pauses_list(struct store *store, struct stored_pause_list *list, struct error *err) {
    *list = (struct stored_pause_list){0};
    int room = 0;
    struct statement rows =
        statement_open(store->database, "the pauses could not be read",
                       "SELECT id, plan, from_day, to_day, reason FROM plan_pauses"
                       " WHERE from_day > ? ORDER BY from_day, to_day, at_s, id",
                       err);
    statement_whole(&rows, INT64_MIN);
    while (statement_step(&rows)) {
        if (list->count == room) {
            room = room ? room * 2 : 8;
            list->pauses = memory_resize(list->pauses, (size_t)room, sizeof *list->pauses);
        }
        list->pauses[list->count++] = read_pause(&rows);
    }
    if (statement_close(&rows)) {
        return true;
    }
    stored_pause_list_free(list);
    return false;
}

bool plan_pauses_add(struct store *store, struct stored_pause *pause, struct wall now,
                     struct error *err) {
    uuid_make(pause->row);
    struct statement insert = statement_open(
        store->database, "the pause could not be stored",
        "INSERT INTO plan_pauses (at_s, at_offset_min, id, plan, from_day, to_day, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        err);
    entry_give_moment(&insert, now);
    statement_text(&insert, pause->row);
    entry_give_text(&insert, pause->plan);
    statement_whole(&insert, pause->from);
    statement_whole(&insert, pause->to);
    entry_give_text(&insert, pause->reason);
    return statement_run(&insert);
}
