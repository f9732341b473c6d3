// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/practice.h"
#include "run/today.h"

// What a tick changes.

static const struct practice_cell *cell_of(const struct practice *practice, int row, int day) {
    return &practice->rows[row].cells[day];
}

// How often a cell can be ticked by itself.
static int goal_of(const struct practice_cell *cell) {
    return cell->due > 0 ? cell->due : 1;
}

static bool can_add(const struct practice_row *row) {
    return row->task || row->routine;
}

enum practice_move practice_move(const struct practice *practice, int row, int day) {
    const struct practice_cell *cell = cell_of(practice, row, day);
    if (cell->done < goal_of(cell) && can_add(&practice->rows[row])) {
        return PRACTICE_ADDS;
    }
    return cell->ticked > 0 ? PRACTICE_TAKES : PRACTICE_STAYS;
}

void practice_change_free(struct practice_change *change) {
    diary_entry_list_free(&change->added);
    diary_entry_list_free(&change->taken);
}

static bool is_item_of(const struct plan_item *item, const struct practice_row *row) {
    enum side side = item->side == SIDE_LEFT || item->side == SIDE_RIGHT ? item->side : SIDE_NONE;
    return row->task ? item->task && today_same_task(item->task, row->task)
                     : item->routine && side == row->side && strcmp(item->routine, row->id) == 0;
}

// The item that the next tick of a cell is for: the one that is served next, as today_items does
// it. `plan` NULL: nobody asked.
static struct today_item item_of(const struct practice *practice, int row, int day, int done) {
    const struct plan_book *book = &practice->person.shelf.book;
    struct in_force in_force = in_force_on(book, practice->first + day);
    struct today_item found = {0};
    for (int at = 0; at < in_force.count; at++) {
        const struct plan *plan = in_force.plans[at];
        for (int i = 0; i < plan->item_count && !plan_rests(book, plan, in_force.day); i++) {
            int due = plan_item_due(plan, i, in_force.day);
            if (due == 0 || !is_item_of(&plan->items[i], &practice->rows[row])) {
                continue;
            }
            if (done < due) {
                return (struct today_item){plan, i, due, done};
            }
            done -= due;
        }
    }
    return found;
}

static int minute_of(const struct house *house, const struct today_item *item) {
    return item->plan ? today_next_at(item, house->settings.day_starts_min) : -1;
}

static struct diary_entry task_entry(const struct house *house, const struct practice *practice,
                                     int row, int day, const struct today_item *item) {
    int64_t on = practice->first + day;
    return (struct diary_entry){
        .kind = REMOVAL_MOMENT,
        .day = on,
        .moment = {.kind = MOMENT_TASK,
                   .at = ticked_began(practice->person.now, on, minute_of(house, item), 0,
                                      house->settings.day_starts_min),
                   .per_minute = -1,
                   .text = memory_text(practice->rows[row].task),
                   .strength = -1},
    };
}

static bool session_entry(struct house *house, const struct practice *practice, int row, int day,
                          const struct today_item *item, struct diary_entry *entry,
                          struct error *err) {
    const struct practice_row *what = &practice->rows[row];
    const struct ticked_for done_for = {
        .day = practice->first + day,
        .place = {item->plan, item->item},
        .side = item->plan ? SIDE_NONE : what->side, // that of the item goes by itself
    };
    struct ticked_told told = ticked_told_nothing();
    struct ticked_form form;
    if (!ticked_lay(house, &practice->person, what->routine, &done_for, &form, err)) {
        return false;
    }
    told.began_told = true;
    told.time_untold = minute_of(house, item) < 0;
    told.began = ticked_began(practice->person.now, done_for.day, minute_of(house, item),
                              form.length_ms, house->settings.day_starts_min);
    *entry = (struct diary_entry){.kind = REMOVAL_SESSION,
                                  .day = done_for.day,
                                  .session = ticked_record(&form, &told, practice->person.now)};
    return true;
}

// So many times more.
static bool add(struct house *house, const struct practice *practice, int row, int day, int times,
                struct practice_change *change, struct error *err) {
    int done = cell_of(practice, row, day)->done;
    for (int i = 0; i < times; i++) {
        struct today_item item = item_of(practice, row, day, done + i);
        struct diary_entry entry;
        if (practice->rows[row].task) {
            entry = task_entry(house, practice, row, day, &item);
        } else if (!session_entry(house, practice, row, day, &item, &entry, err)) {
            return false;
        }
        diary_entry_list_add(&change->added, &entry);
    }
    return true;
}

static bool is_ticked(const struct diary_entry *entry) {
    return entry->kind == REMOVAL_MOMENT || strcmp(entry->session.source, "ticked") == 0;
}

static void take(const struct practice *practice, int row, int day,
                 struct practice_change *change) {
    for (int i = 0; i < practice->entries.count; i++) {
        const struct diary_entry *entry = &practice->entries.entries[i];
        if (practice->row_of[i] == row && entry->day == practice->first + day && is_ticked(entry)) {
            struct diary_entry copy = diary_entry_copy(entry);
            diary_entry_list_add(&change->taken, &copy);
        }
    }
}

static bool changes(const struct practice_change *change) {
    return change->added.count > 0 || change->taken.count > 0;
}

bool practice_turn(struct house *house, const struct practice *practice, int row, int day,
                   struct practice_change *change, struct error *err) {
    *change = (struct practice_change){0};
    enum practice_move move = practice_move(practice, row, day);
    if (move == PRACTICE_TAKES) {
        take(practice, row, day, change);
    }
    return (move != PRACTICE_ADDS || add(house, practice, row, day, 1, change, err)) &&
           changes(change);
}

// What a whole row or day leaves to be ticked in a cell.
static int left_in(const struct practice *practice, int row, int day) {
    const struct practice_row *what = &practice->rows[row];
    const struct practice_cell *cell = &what->cells[day];
    int goal = what->asked ? cell->due : 1;
    return can_add(what) && goal > cell->done ? goal - cell->done : 0;
}

// Cells first..last of rows from..to: what is open is ticked, else what is ticked is taken back.
struct span {
    int from, to, first, last;
};

static bool turn_span(struct house *house, const struct practice *practice, struct span span,
                      struct practice_change *change, struct error *err) {
    *change = (struct practice_change){0};
    for (int row = span.from; row <= span.to; row++) {
        for (int day = span.first; day <= span.last; day++) {
            if (!add(house, practice, row, day, left_in(practice, row, day), change, err)) {
                return false;
            }
        }
    }
    for (int row = span.from; row <= span.to && change->added.count == 0; row++) {
        for (int day = span.first; day <= span.last; day++) {
            take(practice, row, day, change);
        }
    }
    return changes(change);
}

bool practice_turn_row(struct house *house, const struct practice *practice, int row,
                       struct practice_change *change, struct error *err) {
    const struct span days_over = {row, row, 0, PRACTICE_DAYS - 2};
    return turn_span(house, practice, days_over, change, err);
}

bool practice_turn_day(struct house *house, const struct practice *practice, int day,
                       struct practice_change *change, struct error *err) {
    int asked = 0; // they come first
    while (asked < practice->count && practice->rows[asked].asked) {
        asked++;
    }
    return turn_span(house, practice, (struct span){0, asked - 1, day, day}, change, err);
}

bool practice_keep(struct house *house, struct practice_change *change, struct error *err) {
    return diary_entries_exchange(house, &change->taken, &change->added, err);
}

bool practice_undo(struct house *house, struct practice_change *change, struct error *err) {
    for (int i = 0; i < change->taken.count; i++) {
        // One that has gone comes back as a new one.
        diary_entry_id_place(&change->taken.entries[i])[0] = '\0';
    }
    return diary_entries_exchange(house, &change->added, &change->taken, err);
}
