// SPDX-License-Identifier: MIT
#include "run/practice.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/today.h"
#include "run/words.h"

// What was asked for and what was done, brought together.

static enum side one_side(enum side side) {
    return side == SIDE_LEFT || side == SIDE_RIGHT ? side : SIDE_NONE;
}

static char *title_of(const char *name, enum side side) {
    struct text_builder title = {0};
    text_add(&title, name);
    if (side != SIDE_NONE) {
        text_add_format(&title, " \u00b7 %s", words_side(side));
    }
    return title.text; // the caller's
}

static int find_routine(const struct practice *practice, const char *id, enum side side) {
    for (int i = 0; i < practice->count; i++) {
        const struct practice_row *row = &practice->rows[i];
        if (!row->task && row->side == side && strcmp(row->id, id) == 0) {
            return i;
        }
    }
    return -1;
}

static int find_task(const struct practice *practice, const char *task) {
    for (int i = 0; i < practice->count; i++) {
        if (practice->rows[i].task && today_same_task(practice->rows[i].task, task)) {
            return i;
        }
    }
    return -1;
}

static struct practice_row *new_row(struct practice *practice) {
    if (practice->count == PRACTICE_ROWS_MAX) {
        return NULL;
    }
    struct practice_row *row = &practice->rows[practice->count++];
    *row = (struct practice_row){.side = SIDE_NONE};
    return row;
}

// `name` is what it is called where its routine has gone. -1: there is no room for it.
static int add_routine(struct house *house, struct practice *practice, const char *id,
                       enum side side, const char *name) {
    struct practice_row *row = new_row(practice);
    if (!row) {
        return -1;
    }
    row->side = side;
    row->routine = person_routine(&practice->person, &house->catalog, id);
    row->title = title_of(row->routine ? row->routine->title : name, side);
    text_copy(row->id, sizeof row->id, id);
    return practice->count - 1;
}

static int add_task(struct practice *practice, const char *task) {
    struct practice_row *row = new_row(practice);
    if (!row) {
        return -1;
    }
    row->task = memory_text(task);
    row->title = memory_text(task);
    return practice->count - 1;
}

static int row_of_item(struct house *house, struct practice *practice,
                       const struct plan_item *item) {
    if (item->task) {
        int row = find_task(practice, item->task);
        return row >= 0 ? row : add_task(practice, item->task);
    }
    enum side side = one_side(item->side);
    int row = find_routine(practice, item->routine, side);
    return row >= 0 ? row : add_routine(house, practice, item->routine, side, item->routine);
}

// Today's plans first, so that their order is the one of the rows.
static void add_asked(struct house *house, struct practice *practice) {
    const struct plan_book *book = &practice->person.shelf.book;
    for (int day = PRACTICE_DAYS - 1; day >= 0; day--) {
        struct in_force in_force = in_force_on(book, practice->first + day);
        for (int at = 0; at < in_force.count; at++) {
            const struct plan *plan = in_force.plans[at];
            bool rests = plan_rests(book, plan, in_force.day);
            practice->rests[day] = practice->rests[day] || rests;
            for (int i = 0; i < plan->item_count && !rests; i++) {
                int due = plan_item_due(plan, i, in_force.day);
                int row = due > 0 ? row_of_item(house, practice, &plan->items[i]) : -1;
                if (row >= 0) {
                    practice->rows[row].asked = true;
                    practice->rows[row].cells[day].due += due;
                }
            }
        }
    }
}

static enum side side_of(const struct session_record *record) {
    int side = vocabulary_find(side_words, SIDE_COUNT, record->side);
    return side < 0 ? SIDE_NONE : one_side((enum side)side);
}

static bool is_ticked(const struct session_record *record) {
    return strcmp(record->source, "ticked") == 0;
}

static int add_outside(struct house *house, struct practice *practice,
                       const struct session_record *record) {
    int outside = 0;
    for (int i = 0; i < practice->count; i++) {
        outside += !practice->rows[i].asked;
    }
    return outside < PRACTICE_OUTSIDE_MAX
               ? add_routine(house, practice, record->routine, SIDE_NONE, record->title)
               : -1;
}

// What serves no row of its day stands in the row of its routine all the same.
static int row_of_rest(struct house *house, struct practice *practice,
                       const struct session_record *record) {
    const enum side sides[] = {side_of(record), SIDE_NONE, SIDE_LEFT, SIDE_RIGHT};
    int row = -1;
    for (int i = 0; i < 4 && row < 0; i++) {
        row = find_routine(practice, record->routine, sides[i]);
    }
    return row >= 0 ? row : add_outside(house, practice, record);
}

static void count_session(struct practice_cell *cell, const struct session_record *record) {
    bool complete = record->status == SESSION_COMPLETE;
    cell->done += complete;
    cell->ticked += is_ticked(record);
    cell->parts += !complete && !is_ticked(record);
}

// The sessions of one day, which stand side by side in the list.
static void place_sessions(struct house *house, struct practice *practice, const int *places,
                           int count, int64_t day) {
    struct done_session *sessions = memory_new((size_t)count + 1, sizeof *sessions);
    int *served = memory_new((size_t)count + 1, sizeof *served);
    struct asked asked[ASKED_MAX];
    for (int i = 0; i < count; i++) {
        const struct session_record *record = &practice->entries.entries[places[i]].session;
        sessions[i] = (struct done_session){.day = day,
                                            .routine = record->routine,
                                            .side = side_of(record),
                                            .status = record->status};
    }
    adherence_served(&practice->person.shelf.book, (struct done_sessions){sessions, count}, day,
                     asked, served);
    for (int i = 0; i < count; i++) {
        const struct session_record *record = &practice->entries.entries[places[i]].session;
        const struct asked *by = served[i] >= 0 ? &asked[served[i]] : NULL;
        int row = by ? find_routine(practice, by->routine, by->side)
                     : row_of_rest(house, practice, record);
        practice->row_of[places[i]] = row;
        if (row >= 0 && day >= practice->first) {
            count_session(&practice->rows[row].cells[day - practice->first], record);
        }
    }
    memory_free(sessions);
    memory_free(served);
}

// Sessions oldest first, as adherence takes them; the newest day first, so that what was done last
// comes first outside of the plans.
static void place_all(struct house *house, struct practice *practice, int64_t first) {
    const struct diary_entry_list *list = &practice->entries;
    int *places = memory_new((size_t)list->count + 1, sizeof *places);
    for (int64_t day = practice->today; day >= first; day--) {
        int count = 0;
        for (int i = list->count - 1; i >= 0; i--) {
            if (list->entries[i].kind == REMOVAL_SESSION && list->entries[i].day == day) {
                places[count++] = i;
            }
        }
        place_sessions(house, practice, places, count, day);
    }
    memory_free(places);
}

// A tick of something that no plan of these days asks for is no row.
static void place_tasks(struct practice *practice) {
    for (int i = 0; i < practice->entries.count; i++) {
        const struct diary_entry *entry = &practice->entries.entries[i];
        if (entry->kind == REMOVAL_MOMENT && entry->day >= practice->first) {
            struct in_force in_force = in_force_on(&practice->person.shelf.book, entry->day);
            const char *task = today_task_meant(&in_force, entry->moment.text);
            int row = practice->row_of[i] = find_task(practice, task);
            if (row >= 0) {
                struct practice_cell *cell =
                    &practice->rows[row].cells[entry->day - practice->first];
                cell->done++;
                cell->ticked++;
            }
        }
    }
}

// What is neither a session nor a task is no practice.
static void keep_practice(struct practice *practice) {
    struct diary_entry_list *list = &practice->entries;
    int kept = 0;
    for (int i = 0; i < list->count; i++) {
        struct diary_entry *entry = &list->entries[i];
        if (entry->kind == REMOVAL_SESSION ||
            (entry->kind == REMOVAL_MOMENT && entry->moment.kind == MOMENT_TASK)) {
            list->entries[kept++] = *entry;
        } else {
            diary_entry_free(entry);
        }
    }
    list->count = kept;
}

bool practice_read(struct house *house, struct practice *practice, struct error *err) {
    *practice = (struct practice){0};
    if (!person_read(house, &practice->person, err)) {
        return false;
    }
    practice->today = practice->person.today;
    practice->first = practice->today - PRACTICE_DAYS + 1;
    int64_t look = practice->today - PRACTICE_OUTSIDE_LOOK_DAYS + 1;
    if (!diary_entries_read(house, look, practice->today, &practice->entries, err)) {
        return false;
    }
    keep_practice(practice);
    practice->row_of = memory_new((size_t)practice->entries.count + 1, sizeof *practice->row_of);
    for (int i = 0; i < practice->entries.count; i++) {
        practice->row_of[i] = -1;
    }
    add_asked(house, practice);
    place_all(house, practice, look);
    place_tasks(practice);
    return true;
}

void practice_free(struct practice *practice) {
    for (int i = 0; i < practice->count; i++) {
        memory_free(practice->rows[i].task);
        memory_free(practice->rows[i].title);
    }
    diary_entry_list_free(&practice->entries);
    memory_free(practice->row_of);
    person_free(&practice->person);
    *practice = (struct practice){0};
}
