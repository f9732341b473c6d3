// SPDX-License-Identifier: MIT
#include "store/ratings.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/memory.h"
#include "store/entry.h"
#include "store/inside.h"
#include "store/removal.h"
#include "store/span.h"
#include "store/statement.h"
#include "store/word_list.h"

static const char *const reading = N_("the ratings could not be read");
static const char *const storing = N_("the rating could not be stored");

// In the order of the columns asked for.
enum column {
    COLUMN_ID,
    COLUMN_AT,
    COLUMN_OFFSET,
    COLUMN_TWITCH,
    COLUMN_SEVERITY,
    COLUMN_FREQUENCY,
    COLUMN_SIDE,
    COLUMN_REGIONS,
    COLUMN_NOTE,
    COLUMN_CHANGED
};

void rating_free(struct rating *rating) {
    memory_free(rating->note);
    rating->note = NULL;
}

void rating_list_free(struct rating_list *list) {
    for (int i = 0; i < list->count; i++) {
        rating_free(&list->ratings[i]);
    }
    memory_free(list->ratings);
    *list = (struct rating_list){0};
}

// When a rating was given.
struct stamp {
    int64_t changed_s;
    char id[UUID_TEXT_MAX];
};

// The later entry counts, then the one with the larger UUID.
static bool counts_before(const struct stamp *one, const struct stamp *other) {
    return one->changed_s != other->changed_s ? one->changed_s > other->changed_s
                                              : strcmp(one->id, other->id) > 0;
}

static bool read_row(const struct statement *row, int day_starts_min, struct rating *rating,
                     struct stamp *stamp) {
    const char *side = statement_column_text(row, COLUMN_SIDE);
    uint64_t places;
    if (!word_list_read(row, COLUMN_REGIONS, place_words, PLACE_COUNT, &places)) {
        return false;
    }
    *rating = (struct rating){
        .at = {.utc_s = statement_column_whole(row, COLUMN_AT),
               .offset_min = (int)statement_column_whole(row, COLUMN_OFFSET)},
        .twitch = entry_number(row, COLUMN_TWITCH),
        .severity = entry_number(row, COLUMN_SEVERITY),
        .frequency = entry_number(row, COLUMN_FREQUENCY),
        .side = side ? (enum side)vocabulary_find(side_words, SIDE_COUNT, side) : SIDE_NONE,
        .places = (unsigned)places,
        .note = entry_text(row, COLUMN_NOTE),
    };
    rating->day = wall_day_of(rating->at, day_starts_min);
    *stamp = (struct stamp){.changed_s = statement_column_whole(row, COLUMN_CHANGED)};
    text_copy(rating->id, sizeof rating->id, statement_column_text(row, COLUMN_ID));
    text_copy(stamp->id, sizeof stamp->id, rating->id);
    return true;
}

// A list that grows, and when its last rating was given.
struct gathering {
    struct rating_list *list;
    int room;
    struct stamp last;
};

// Rows come by day, so those of one day are neighbours.
static void take(struct gathering *gathering, struct rating *rating, const struct stamp *stamp) {
    struct rating_list *list = gathering->list;
    bool same_day = list->count > 0 && list->ratings[list->count - 1].day == rating->day;
    if (same_day && counts_before(&gathering->last, stamp)) {
        rating_free(rating);
        return;
    }
    if (same_day) {
        rating_free(&list->ratings[--list->count]);
    }
    if (list->count == gathering->room) {
        gathering->room = gathering->room ? gathering->room * 2 : 32;
        list->ratings =
            memory_resize(list->ratings, (size_t)gathering->room, sizeof *list->ratings);
    }
    list->ratings[list->count++] = *rating;
    gathering->last = *stamp;
}

bool ratings_list(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                  struct rating_list *list, struct error *err) {
    *list = (struct rating_list){0};
    struct gathering gathering = {.list = list};
    struct statement rows =
        statement_open(store->database, reading,
                       "SELECT id, at_s, at_offset_min, twitch, severity, frequency, side, regions,"
                       " note, changed_s FROM ratings WHERE at_local_s >= ? AND at_local_s < ?"
                       " ORDER BY at_local_s",
                       err);
    span_give(&rows, first_day, last_day, day_starts_min);
    bool done = true;
    while (done && statement_step(&rows)) {
        struct rating rating;
        struct stamp stamp;
        done = read_row(&rows, day_starts_min, &rating, &stamp);
        if (done) {
            take(&gathering, &rating, &stamp);
        }
    }
    done = statement_close(&rows) && done;
    if (!done) {
        rating_list_free(list);
    }
    return done;
}

// What was told for the day before, *found tells whether anything.
static bool read_day(struct store *store, int64_t day, int day_starts_min, struct rating *rating,
                     bool *found, struct error *err) {
    struct rating_list list;
    if (!ratings_list(store, day, day, day_starts_min, &list, err)) {
        return false;
    }
    *found = list.count == 1;
    assert(list.count <= 1);
    if (*found) {
        *rating = list.ratings[0]; // its note is the caller's now
        list.count = 0;
    }
    rating_list_free(&list);
    return true;
}

static void give(struct statement *statement, const struct rating *rating, const char *regions,
                 const struct store *store) {
    entry_give_moment(statement, rating->at);
    statement_whole(statement, rating->twitch);
    entry_give_number(statement, rating->severity);
    entry_give_number(statement, rating->frequency);
    statement_text(statement, side_words[rating->side]);
    entry_give_text(statement, regions);
    entry_give_text(statement, rating->note);
    entry_give_moment(statement, clock_wall_now(&store->clock));
    statement_text(statement, rating->id);
}

static bool put(struct store *store, struct rating *rating, bool anew, struct error *err) {
    static const char insert[] =
        "INSERT INTO ratings (at_s, at_offset_min, twitch, severity, frequency, side, regions,"
        " note, changed_s, changed_offset_min, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static const char update[] =
        "UPDATE ratings SET at_s = ?, at_offset_min = ?, twitch = ?, severity = coalesce(?,"
        " severity), frequency = coalesce(?, frequency), side = coalesce(?, side),"
        " regions = coalesce(?, regions), note = coalesce(?, note), changed_s = ?,"
        " changed_offset_min = ? WHERE id = ?";
    struct text_builder regions = {0};
    word_list_write(rating->places, place_words, PLACE_COUNT, &regions);
    if (anew) {
        uuid_make(rating->id);
    }
    struct statement statement =
        statement_open(store->database, storing, anew ? insert : update, err);
    give(&statement, rating, regions.text, store);
    bool done = statement_run(&statement);
    text_builder_free(&regions);
    return done;
}

bool ratings_set(struct store *store, struct rating *rating, int day_starts_min,
                 struct error *err) {
    struct rating before = {0};
    bool own, found = false;
    rating->day = wall_day_of(rating->at, day_starts_min);
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = read_day(store, rating->day, day_starts_min, &before, &found, err);
    if (found) {
        text_copy(rating->id, sizeof rating->id, before.id);
    }
    right = right && put(store, rating, !found, err);
    rating_free(&before);
    return entry_end(store, own, right, err);
}

bool ratings_remove(struct store *store, int64_t day, int day_starts_min, struct error *err) {
    struct rating rating = {0};
    bool own, found = true, any = false, right = true;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    while (right && found) {
        right = read_day(store, day, day_starts_min, &rating, &found, err) &&
                (!found || removal_of(store, REMOVAL_RATING, rating.id, err));
        any = any || found;
        rating_free(&rating);
    }
    if (right && !any) {
        right = error_set(err, ERROR_MISSING, "there is no rating of that day");
    }
    return entry_end(store, own, right, err);
}
