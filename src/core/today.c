// SPDX-License-Identifier: MIT
#include "core/today.h"

#include <string.h>

enum { MINUTES_OF_DAY = 24 * 60 };

// What of a routine is done by the sessions, and not yet given to an item.
static int take_sessions(struct asked *asked, int count, const struct plan_item *item, int due) {
    for (int i = 0; i < count; i++) {
        if (asked[i].side == item->side && strcmp(asked[i].routine, item->routine) == 0) {
            int taken = asked[i].done < due ? asked[i].done : due;
            asked[i].done -= taken;
            return taken;
        }
    }
    return 0;
}

// Ticks of a task that no item before it has taken.
static int take_ticks(const struct today_done *done, const struct today_item *items, int count,
                      const char *task, int due) {
    int ticked = 0;
    for (int i = 0; i < done->tick_count; i++) {
        ticked += strcmp(done->ticks[i], task) == 0;
    }
    for (int i = 0; i < count; i++) {
        const char *other = items[i].plan->items[items[i].item].task;
        ticked -= other && strcmp(other, task) == 0 ? items[i].done : 0;
    }
    return ticked < due ? ticked : due;
}

int today_items(const struct plan_book *book, const struct today_done *done, int64_t day,
                struct today_item items[TODAY_ITEMS_MAX]) {
    struct asked asked[ASKED_MAX];
    int asked_count = adherence_asked(book, done->sessions, day, asked);
    struct in_force in_force = in_force_on(book, day);
    int count = 0;
    for (int at = 0; at < in_force.count; at++) {
        const struct plan *plan = in_force.plans[at];
        bool rests = plan_rests(book, plan, day);
        for (int i = 0; i < plan->item_count && !rests && count < TODAY_ITEMS_MAX; i++) {
            const struct plan_item *item = &plan->items[i];
            int due = plan_item_due(plan, i, day);
            if (due > 0) {
                int served = item->routine ? take_sessions(asked, asked_count, item, due)
                                           : take_ticks(done, items, count, item->task, due);
                items[count++] = (struct today_item){plan, i, due, served};
            }
        }
    }
    return count;
}

// Minutes since the day began.
static int into_day(int minute, int day_starts_min) {
    return (minute - day_starts_min + MINUTES_OF_DAY) % MINUTES_OF_DAY;
}

int today_next_at(const struct today_item *row, int day_starts_min) {
    const struct plan_item *item = &row->plan->items[row->item];
    int found = -1;
    for (int i = 0; i < item->at_count && row->done < row->due; i++) {
        int at = into_day(item->at[i], day_starts_min);
        int earlier = 0;
        for (int other = 0; other < item->at_count; other++) {
            earlier += into_day(item->at[other], day_starts_min) < at;
        }
        found = earlier == row->done ? item->at[i] : found;
    }
    return found;
}

bool today_has_come(const struct today_item *row, int minute, int day_starts_min) {
    int at = today_next_at(row, day_starts_min);
    return at < 0 ||
           into_day(at, day_starts_min) <= into_day(minute, day_starts_min) + TODAY_EARLY_MIN;
}

static const struct today_item *row_of(const struct today_item *items, int count,
                                       const struct plan *plan, int item) {
    for (int i = 0; i < count; i++) {
        if (items[i].plan == plan && items[i].item == item) {
            return &items[i];
        }
    }
    return NULL;
}

// How well an item fits, from 1; each thing weighs more than all that follow.
static int fitness(const struct plan *plan, int item, const struct today_item *row,
                   enum side side) {
    enum side own = plan->items[item].side;
    bool right_side = side == SIDE_NONE || own == SIDE_NONE || own == side;
    bool open = row && row->done < row->due;
    return 1 + right_side * 8 + (plan->by == BY_THERAPIST) * 4 + open * 2 + (row != NULL);
}

struct today_place today_place_of(const struct plan_book *book, const struct today_done *done,
                                  int64_t day, const char *routine, enum side side) {
    struct today_item items[TODAY_ITEMS_MAX];
    int count = today_items(book, done, day, items);
    struct in_force in_force = in_force_on(book, day);
    struct today_place place = {0};
    int best = 0, best_done = 0;
    for (int at = 0; at < in_force.count; at++) {
        const struct plan *plan = in_force.plans[at];
        for (int i = 0; i < plan->item_count; i++) {
            if (!in_force_names(plan, i, day, routine)) {
                continue;
            }
            const struct today_item *row = row_of(items, count, plan, i);
            int fits = fitness(plan, i, row, side), times = row ? row->done : 0;
            if (fits > best || (fits == best && times < best_done)) {
                best = fits;
                best_done = times;
                place = (struct today_place){plan, i};
            }
        }
    }
    return place;
}
