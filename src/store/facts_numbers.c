// SPDX-License-Identifier: MIT
#include "store/facts.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "store/inside.h"
#include "store/span.h"
#include "store/statement.h"

// Numbers are read in the order of the index `ratings_facts`, which has all that is asked for: no
// row of the table is touched. It knows nothing of the person's clock, so that is worked out here.

enum { ROOM_FIRST = 64, MINUTE_S = 60 };

// The number of each day, in the order of days.
struct numbers {
    struct store *store;
    int day_starts_min;
    struct daily *list;
    int64_t *changed_s; // owned: of the rating that each number is from
    int count, room;
};

static const char *const reading_ratings = N_("the ratings could not be read");

// The day of a second on the clock that the person saw.
static int64_t day_of(int64_t local_s, int day_starts_min) {
    return wall_day_of((struct wall){.utc_s = local_s}, day_starts_min);
}

// Makes a place among the numbers.
static void insert(struct numbers *numbers, int place) {
    if (numbers->count == numbers->room) {
        numbers->room = numbers->room ? numbers->room * 2 : ROOM_FIRST;
        size_t room = (size_t)numbers->room;
        numbers->list = memory_resize(numbers->list, room, sizeof *numbers->list);
        numbers->changed_s = memory_resize(numbers->changed_s, room, sizeof *numbers->changed_s);
    }
    for (int i = numbers->count++; i > place; i--) {
        numbers->list[i] = numbers->list[i - 1];
        numbers->changed_s[i] = numbers->changed_s[i - 1];
    }
}

// Of two entries that were changed in one second the UUID decides, which the index leaves out.
static bool ask_for_day(const struct numbers *numbers, struct daily *number, struct error *err) {
    struct statement row = statement_open(numbers->store->database, reading_ratings,
                                          "SELECT twitch FROM ratings"
                                          " WHERE at_local_s >= ? AND at_local_s < ?"
                                          " ORDER BY changed_s DESC, id DESC LIMIT 1",
                                          err);
    span_give(&row, number->day, number->day, numbers->day_starts_min);
    if (statement_step(&row)) {
        number->value = (double)statement_column_whole(&row, 0);
    }
    return statement_close(&row);
}

// Days come in their order but for a clock that was put back, which takes them back by two at most.
static bool take_number(struct numbers *numbers, struct daily number, int64_t changed_s,
                        struct error *err) {
    int place = numbers->count;
    while (place > 0 && numbers->list[place - 1].day > number.day) {
        place--;
    }
    if (place == 0 || numbers->list[place - 1].day < number.day) {
        insert(numbers, place);
    } else if (changed_s < numbers->changed_s[--place]) {
        return true;
    } else if (changed_s == numbers->changed_s[place]) {
        return ask_for_day(numbers, &numbers->list[place], err);
    }
    numbers->list[place] = number;
    numbers->changed_s[place] = changed_s;
    return true;
}

bool facts_numbers(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                   struct daily **days, int *count, struct error *err) {
    enum { AT, OFFSET, TWITCH, CHANGED };
    struct numbers numbers = {.store = store, .day_starts_min = day_starts_min};
    struct utc_span span = span_in_utc(first_day, last_day, day_starts_min);
    bool right = true;
    int64_t at_s;
    struct statement rows = statement_open(store->database, reading_ratings,
                                           "SELECT at_s, at_offset_min, twitch, changed_s"
                                           " FROM ratings WHERE at_s >= ? ORDER BY at_s",
                                           err);
    statement_whole(&rows, span.from_s);
    while (right && statement_step(&rows) &&
           (at_s = statement_column_whole(&rows, AT)) < span.to_s) {
        int64_t local_s = at_s + statement_column_whole(&rows, OFFSET) * MINUTE_S;
        struct daily number = {.day = day_of(local_s, day_starts_min),
                               .value = (double)statement_column_whole(&rows, TWITCH)};
        right = number.day < first_day || number.day > last_day ||
                take_number(&numbers, number, statement_column_whole(&rows, CHANGED), err);
    }
    right = statement_close(&rows) && right;
    memory_free(numbers.changed_s);
    if (!right) {
        memory_free(numbers.list);
    }
    *days = right ? numbers.list : NULL;
    *count = right ? numbers.count : 0;
    return right;
}

// The first day with an entry of at least so much that begins not before a second on the clock that
// the person saw.
static bool find_day(struct store *store, int64_t from_local_s, int least, int day_starts_min,
                     int64_t *day, bool *found, struct error *err) {
    struct statement row =
        statement_open(store->database, reading_ratings,
                       "SELECT at_local_s FROM ratings WHERE at_local_s >= ? AND twitch >= ?"
                       " ORDER BY at_local_s LIMIT 1",
                       err);
    statement_whole(&row, from_local_s);
    statement_whole(&row, least);
    *found = statement_step(&row);
    *day = *found ? day_of(statement_column_whole(&row, 0), day_starts_min) : 0;
    return statement_close(&row);
}

// The first number of at least so much. An entry that another one of its day takes the place of is
// none, so the day is looked at again.
static bool find_number(struct store *store, int least, int day_starts_min, struct daily *number,
                        bool *found, struct error *err) {
    int64_t from_local_s = INT64_MIN;
    bool right = true, done = false;
    while (right && !done) {
        struct daily *numbers = NULL;
        int64_t day;
        int count = 0;
        right = find_day(store, from_local_s, least, day_starts_min, &day, found, err) &&
                (!*found || facts_numbers(store, day, day, day_starts_min, &numbers, &count, err));
        done = right && (!*found || (numbers && numbers[0].value >= least));
        if (done && *found) {
            *number = numbers[0];
        }
        from_local_s = span_begins(day + 1, day_starts_min);
        memory_free(numbers);
    }
    return right;
}

bool facts_first_numbers(struct store *store, int day_starts_min, struct daily first[2], int *count,
                         struct error *err) {
    bool any = false, above = false;
    *count = 0;
    if (!find_number(store, 0, day_starts_min, &first[0], &any, err) ||
        (any && first[0].value < 1 &&
         !find_number(store, 1, day_starts_min, &first[1], &above, err))) {
        return false;
    }
    *count = any + above;
    return true;
}
