// SPDX-License-Identifier: MIT
#include "store/facts.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/uuid.h"
#include "store/entry.h"
#include "store/inside.h"
#include "store/span.h"
#include "store/statement.h"
#include "store/word_list.h"

enum { ROOM_FIRST = 64 };

// The day of a second on the clock that the person saw.
static int64_t day_of(int64_t local_s, int day_starts_min) {
    return wall_day_of((struct wall){.utc_s = local_s}, day_starts_min);
}

// Rows that become one entry a day, and which entry of a day has been taken.
struct by_day {
    struct statement rows;
    int changed_column, id_column;
    int64_t day, changed_s;
    char id[UUID_TEXT_MAX];
    int count, room;
};

// Whether the present row counts. It takes the place of the last entry where that is of its day;
// `*anew` tells whether it is the first.
static bool counts(struct by_day *by, int64_t day, bool *anew) {
    int64_t changed_s = statement_column_whole(&by->rows, by->changed_column);
    const char *id = statement_column_text(&by->rows, by->id_column);
    *anew = by->count == 0 || day != by->day;
    if (!*anew &&
        (changed_s < by->changed_s || (changed_s == by->changed_s && strcmp(id, by->id) < 0))) {
        return false;
    }
    by->day = day;
    by->changed_s = changed_s;
    text_copy(by->id, sizeof by->id, id);
    return true;
}

// The entry of a list with elements of `size` bytes that the present row goes to.
static void *place_for(struct by_day *by, void **list, size_t size, bool anew) {
    if (anew && by->count == by->room) {
        by->room = by->room ? by->room * 2 : ROOM_FIRST;
        *list = memory_resize(*list, (size_t)by->room, size);
    }
    by->count += anew;
    return (char *)*list + (size_t)(by->count - 1) * size;
}

static bool close_list(struct by_day *by, bool right, void **list, int *count) {
    right = statement_close(&by->rows) && right;
    if (!right) {
        memory_free(*list);
        *list = NULL;
    }
    *count = right ? by->count : 0;
    return right;
}

bool facts_ratings(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                   struct diary_day **days, int *count, struct error *err) {
    enum { LOCAL, TWITCH, CHANGED, ID, SEVERITY, FREQUENCY, SIDE, REGIONS };
    struct by_day by = {.changed_column = CHANGED, .id_column = ID};
    void *list = NULL;
    bool anew, right = true;
    by.rows = statement_open(store->database, N_("the ratings could not be read"),
                             "SELECT at_local_s, twitch, changed_s, id, severity, frequency, side,"
                             " regions FROM ratings WHERE at_local_s >= ? AND at_local_s < ?"
                             " ORDER BY at_local_s",
                             err);
    span_give(&by.rows, first_day, last_day, day_starts_min);
    while (right && statement_step(&by.rows)) {
        int64_t day = day_of(statement_column_whole(&by.rows, LOCAL), day_starts_min);
        if (!counts(&by, day, &anew)) {
            continue;
        }
        const char *side = statement_column_text(&by.rows, SIDE);
        uint64_t places;
        struct diary_day *entry = place_for(&by, &list, sizeof **days, anew);
        right = word_list_read(&by.rows, REGIONS, place_words, PLACE_COUNT, &places);
        *entry = diary_day_empty(day);
        entry->twitch = (int)statement_column_whole(&by.rows, TWITCH);
        entry->severity = entry_number(&by.rows, SEVERITY);
        entry->frequency = entry_number(&by.rows, FREQUENCY);
        entry->side = side ? (enum side)vocabulary_find(side_words, SIDE_COUNT, side) : SIDE_NONE;
        entry->places = (unsigned)places;
    }
    right = close_list(&by, right, &list, count);
    *days = list;
    return right;
}

bool facts_forms(struct store *store, int64_t first_day, int64_t last_day, struct diary_day **days,
                 int *count, struct error *err) {
    enum { DAY, CHANGED, ID, TICKS, FIELDS };
    struct by_day by = {.changed_column = CHANGED, .id_column = ID};
    void *list = NULL;
    bool anew, right = true;
    static_assert(FIELD_COUNT == 11, "every field of a day has its column");
    by.rows = statement_open(store->database, N_("the days could not be read"),
                             "SELECT day, changed_s, id, ticks, stress, sleep, caffeine, screen,"
                             " water, fatigue, mood, pain, sleep_quality, alcohol, eye_strain"
                             " FROM days WHERE day BETWEEN ? AND ? ORDER BY day",
                             err);
    statement_whole(&by.rows, first_day);
    statement_whole(&by.rows, last_day);
    while (right && statement_step(&by.rows)) {
        int64_t day = statement_column_whole(&by.rows, DAY);
        if (!counts(&by, day, &anew)) {
            continue;
        }
        struct diary_day *entry = place_for(&by, &list, sizeof **days, anew);
        *entry = diary_day_empty(day);
        right = word_list_read(&by.rows, TICKS, tick_words, TICK_COUNT, &entry->ticks);
        for (int field = 0; field < FIELD_COUNT; field++) {
            if (!statement_column_is_null(&by.rows, FIELDS + field)) {
                entry->fields[field] = statement_column_real(&by.rows, FIELDS + field);
            }
        }
    }
    right = close_list(&by, right, &list, count);
    *days = list;
    return right;
}
