// SPDX-License-Identifier: MIT
#include "run/today.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/wishes.h"
#include "run/words.h"
#include "store/moments.h"

const char *const today_state_words[TODAY_STATES] = {
    [TODAY_DONE] = "done",     [TODAY_NOW] = "now",   [TODAY_LATER] = "later",
    [TODAY_ENOUGH] = "enough", [TODAY_SHUT] = "shut",
};

enum { MINUTES_OF_HOUR = 60, MINUTE_S = 60 };

// Ticks of the day by the names that the plans have for their tasks.
struct ticks {
    struct moment_list list;
    const char **names; // owned; borrow from the list or the plans
};

bool today_same_task(const char *one, const char *other) {
    struct text_builder folded[2] = {{0}, {0}};
    text_fold(&folded[0], one);
    text_fold(&folded[1], other);
    bool same = folded[0].length > 0 && folded[0].length == folded[1].length &&
                strcmp(folded[0].text, folded[1].text) == 0;
    text_builder_free(&folded[0]);
    text_builder_free(&folded[1]);
    return same;
}

static bool is_called(const struct plan_item *item, const char *name) {
    for (const char *const *known = item->task_names; known && *known; known++) {
        if (today_same_task(*known, name)) {
            return true;
        }
    }
    return false;
}

const char *today_task_meant(const struct in_force *in_force, const char *name) {
    for (int at = 0; at < in_force->count; at++) {
        const struct plan *plan = in_force->plans[at];
        for (int i = 0; i < plan->item_count; i++) {
            if (is_called(&plan->items[i], name)) {
                return plan->items[i].task;
            }
        }
    }
    return name;
}

static bool read_ticks(struct house *house, const struct person *person, struct ticks *ticks,
                       struct error *err) {
    *ticks = (struct ticks){0};
    if (house->store && !moments_list(house->store, MOMENT_TASK, person->today, person->today,
                                      house->settings.day_starts_min, &ticks->list, err)) {
        return false;
    }
    ticks->names = memory_new((size_t)ticks->list.count + 1, sizeof *ticks->names);
    for (int i = 0; i < ticks->list.count; i++) {
        ticks->names[i] = today_task_meant(&person->in_force, ticks->list.moments[i].text);
    }
    return true;
}

static void free_ticks(struct ticks *ticks) {
    moment_list_free(&ticks->list);
    memory_free(ticks->names);
}

static struct allowed allowed_of(const struct person *person, const struct today_row *row) {
    struct allowed allowed = allowed_for_side(person, row->routine, row->item->side);
    allowed.place = (struct today_place){row->plan, row->number};
    return allowed;
}

int64_t today_length_ms(const struct house *house, const struct person *person,
                        const struct routine *routine, const struct allowed *allowed) {
    struct timeline_options options = timeline_options_written(words_phrases());
    struct wishes wishes = {.side = SIDE_NONE};
    struct error ignored = {0};
    allowed_apply(allowed, person, routine, &options);
    if (wishes_read(house->store, routine, &options.asked, &wishes, &ignored)) {
        wishes_apply(&wishes, &options);
    }
    struct timeline *timeline = timeline_compile(routine, &options, &ignored);
    int64_t length_ms = timeline ? timeline->total_ms : 0;
    timeline_free(timeline);
    return length_ms;
}

// Whether it is possible once more before the day ends.
static bool is_possible(const struct person *person, const struct allowed *allowed) {
    const struct limit *limit = &allowed->limit;
    return !allowed_is_shut(allowed) &&
           (limit->reason == LIMIT_NONE ||
            (limit->reason == LIMIT_GAP && limit->opens_s < person->next_day_s));
}

// A copy in which things can be assumed done; it borrows the plans of the other.
static struct person supposed(const struct person *person) {
    struct person then = *person;
    past_held_copy(&person->held, &then.held);
    return then;
}

static void assume(struct person *then, const struct today_row *row) {
    person_assume(then, row->routine, row->item->side);
}

// As the day goes: each row once, then each a second time, and so on, until it is enough.
static void count_open(struct today *today) {
    struct person then = supposed(&today->person);
    bool more = true;
    for (int round = 1; more; round++) {
        more = false;
        for (int i = 0; i < today->count; i++) {
            struct today_row *row = &today->rows[i];
            if (row->done + round > row->due) {
                continue;
            }
            if (!row->routine) {
                row->open += row->item->task != NULL;
            } else {
                struct allowed allowed = allowed_of(&then, row);
                if (is_possible(&then, &allowed)) {
                    row->open++;
                    assume(&then, row);
                }
            }
            more = more || row->done + round < row->due;
        }
    }
    past_held_free(&then.held);
}

// The moment of a time of day; what lies before the beginning of the day comes after midnight.
static int64_t moment_of(const struct house *house, const struct person *person, int minute) {
    int64_t date = person->today + (minute < house->settings.day_starts_min);
    return wall_day_begins(person->now, date, minute);
}

static int minute_now(const struct person *person) {
    int64_t local_s = person->now.utc_s + (int64_t)person->now.offset_min * MINUTE_S;
    return (int)(((local_s / MINUTE_S) % (24 * MINUTES_OF_HOUR) + 24 * MINUTES_OF_HOUR) %
                 (24 * MINUTES_OF_HOUR));
}

static void settle_limit(const struct person *then, const struct allowed *allowed,
                         struct today_row *row) {
    row->opens_s = allowed->limit.opens_s;
    row->state = is_possible(then, allowed) ? TODAY_LATER : TODAY_ENOUGH;
}

// `then` has what stands before this row already done.
static void settle(const struct house *house, const struct person *then, bool come,
                   struct today_row *row) {
    if (row->done >= row->due) {
        row->state = TODAY_DONE;
        return;
    }
    if (row->item->task) {
        row->state = come ? TODAY_NOW : TODAY_LATER;
    } else if (!row->routine) {
        row->state = TODAY_SHUT;
        return;
    } else {
        struct allowed allowed = allowed_of(then, row);
        if (allowed_is_shut(&allowed)) {
            row->state = TODAY_SHUT;
            row->opens_s = allowed.gating.until_s;
            return;
        }
        if (allowed.limit.reason != LIMIT_NONE) {
            settle_limit(then, &allowed, row);
            return;
        }
        row->state = come ? TODAY_NOW : TODAY_LATER;
    }
    row->opens_s = come ? 0 : moment_of(house, then, row->next_at);
}

static void settle_all(const struct house *house, struct today *today,
                       const struct today_item *items) {
    struct person then = supposed(&today->person);
    int minute = minute_now(&today->person);
    for (int i = 0; i < today->count; i++) {
        struct today_row *row = &today->rows[i];
        bool come = today_has_come(&items[i], minute, house->settings.day_starts_min);
        settle(house, &then, come, row);
        if (row->state == TODAY_NOW && row->routine) {
            assume(&then, row);
        }
    }
    past_held_free(&then.held);
}

static struct today_row row_of(struct house *house, const struct person *person,
                               const struct today_item *from) {
    const struct plan_item *item = &from->plan->items[from->item];
    struct today_row row = {
        .plan = from->plan,
        .item = item,
        .number = from->item,
        .due = from->due,
        .done = from->done,
        .next_at = today_next_at(from, house->settings.day_starts_min),
    };
    if (item->routine) {
        row.routine = person_routine(person, &house->catalog, item->routine);
    }
    if (row.routine) {
        row.allowed = allowed_of(person, &row);
        row.length_ms = today_length_ms(house, person, row.routine, &row.allowed);
    }
    return row;
}

static void sum_up(struct today *today) {
    for (int i = 0; i < today->count; i++) {
        const struct today_row *row = &today->rows[i];
        if (row->item->routine) {
            today->due += row->due;
            today->done += row->done;
            today->open += row->open;
            today->open_ms += row->open * row->length_ms;
            today->enough = today->enough ||
                            (row->done < row->due && row->allowed.limit.reason == LIMIT_CEILING &&
                             !allowed_is_shut(&row->allowed));
        }
        bool later = row->state == TODAY_LATER && row->opens_s > 0;
        if (later && (today->next_s == 0 || row->opens_s < today->next_s)) {
            today->next_s = row->opens_s;
        }
    }
}

static void take_rows(struct house *house, struct today *today, const struct ticks *ticks) {
    struct today_item items[TODAY_ITEMS_MAX];
    struct person_done done;
    const struct plan_book *book = &today->person.shelf.book;
    person_done(&today->person, &done);
    done.done.ticks = ticks->names;
    done.done.tick_count = ticks->list.count;
    today->kind = adherence_day(book, done.done.sessions, today->day, today->day).kind;
    today->count = today_items(book, &done.done, today->day, items);
    today->rows = memory_new((size_t)today->count + 1, sizeof *today->rows);
    for (int i = 0; i < today->count; i++) {
        today->rows[i] = row_of(house, &today->person, &items[i]);
    }
    settle_all(house, today, items);
    count_open(today);
    sum_up(today);
}

bool today_read(struct house *house, struct today *today, struct error *err) {
    struct ticks ticks = {0};
    *today = (struct today){0};
    if (!person_read(house, &today->person, err) ||
        !read_ticks(house, &today->person, &ticks, err)) {
        return false;
    }
    today->day = today->person.today;
    today->has_plan = today->person.in_force.count > 0;
    take_rows(house, today, &ticks);
    free_ticks(&ticks);
    return true;
}

void today_free(struct today *today) {
    person_free(&today->person);
    memory_free(today->rows);
    *today = (struct today){0};
}

int today_chain(const struct today *today, const char *ids[TODAY_CHAIN_MAX], int64_t *length_ms) {
    int count = 0;
    int64_t sum_ms = 0;
    for (int i = 0; i < today->count && count < TODAY_CHAIN_MAX; i++) {
        const struct today_row *row = &today->rows[i];
        if (row->state == TODAY_NOW && row->routine) {
            ids[count++] = row->item->routine;
            sum_ms += row->length_ms;
        }
    }
    if (length_ms) {
        *length_ms = sum_ms;
    }
    return count;
}

const char *today_row_title(const struct today_row *row) {
    return row->item->task ? row->item->task
           : row->routine  ? row->routine->title
                           : row->item->routine;
}
