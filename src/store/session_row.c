// SPDX-License-Identifier: MIT
#include "store/session_row.h"

#include <assert.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/vocabulary.h"

// In the order of SESSION_COLUMNS.
enum column {
    COLUMN_ID,
    COLUMN_CHAIN,
    COLUMN_ROUTINE,
    COLUMN_TITLE,
    COLUMN_CATEGORY,
    COLUMN_SIDE,
    COLUMN_SOURCE,
    COLUMN_PLAN,
    COLUMN_ANYWAY,
    COLUMN_OPTIONS,
    COLUMN_NOTE,
    COLUMN_STARTED,
    COLUMN_STARTED_OFFSET,
    COLUMN_SEEN,
    COLUMN_SEEN_OFFSET,
    COLUMN_STATUS,
    COLUMN_ENDED,
    COLUMN_WHY,
    COLUMN_PLANNED,
    COLUMN_PLAYED_MS,
    COLUMN_POSITION,
    COLUMN_SECTION,
    COLUMN_BEFORE,
    COLUMN_AFTER,
    COLUMN_FEEL,
    COLUMN_PLAYED,
    COLUMN_COUNT
};
static_assert((int)COLUMN_COUNT == (int)SESSION_COLUMN_COUNT, "every column has its place");

static void copy_text(const struct statement *row, enum column column, char *to, size_t size) {
    const char *text = statement_column_text(row, (int)column);
    text_copy(to, size, text ? text : "");
}

static char *own_text(const struct statement *row, enum column column) {
    const char *text = statement_column_text(row, (int)column);
    return text ? memory_text(text) : NULL;
}

static struct wall moment(const struct statement *row, enum column column) {
    return (struct wall){
        .utc_s = statement_column_whole(row, (int)column),
        .offset_min = (int)statement_column_whole(row, (int)column + 1),
    };
}

static int rating(const struct statement *row, enum column column) {
    return statement_column_is_null(row, (int)column)
               ? -1
               : (int)statement_column_whole(row, (int)column);
}

struct words {
    const char *const *words;
    int count;
};

// NULL is index 0, the enumeration's "none".
static bool read_word(const struct statement *row, enum column column, struct words words,
                      int *index) {
    const char *text = statement_column_text(row, (int)column);
    *index = text ? vocabulary_find(words.words, words.count, text) : 0;
    return *index >= 0 || error_set(row->err, ERROR_STORE,
                                    "the history holds the word \"%s\", which this version does "
                                    "not know",
                                    text);
}

static bool read_words(const struct statement *row, struct session_record *record) {
    int category, status, ended, why, feel;
    if (!read_word(row, COLUMN_CATEGORY, (struct words){category_words, CATEGORY_COUNT},
                   &category) ||
        !read_word(row, COLUMN_STATUS, (struct words){session_status_words, 3}, &status) ||
        !read_word(row, COLUMN_ENDED, (struct words){ending_words, ENDING_COUNT}, &ended) ||
        !read_word(row, COLUMN_WHY, (struct words){why_words, WHY_COUNT}, &why) ||
        !read_word(row, COLUMN_FEEL, (struct words){feel_words, FEEL_COUNT}, &feel)) {
        return false;
    }
    record->category = (enum category)category;
    record->status = (enum session_status)status;
    record->ending = (enum ending)ended;
    record->why = (enum why)why;
    record->feel = (enum feel)feel;
    return true;
}

bool session_row_read(const struct statement *row, struct session_record *record) {
    *record = (struct session_record){
        .started = moment(row, COLUMN_STARTED),
        .seen = moment(row, COLUMN_SEEN),
        .planned_ms = statement_column_whole(row, COLUMN_PLANNED),
        .played_ms = statement_column_whole(row, COLUMN_PLAYED_MS),
        .position_ms = statement_column_whole(row, COLUMN_POSITION),
        .section = (int)statement_column_whole(row, COLUMN_SECTION),
        .before = rating(row, COLUMN_BEFORE),
        .after = rating(row, COLUMN_AFTER),
        .anyway = statement_column_whole(row, COLUMN_ANYWAY) != 0,
    };
    if (!read_words(row, record)) {
        return false;
    }
    copy_text(row, COLUMN_ID, record->id, sizeof record->id);
    copy_text(row, COLUMN_CHAIN, record->chain, sizeof record->chain);
    copy_text(row, COLUMN_ROUTINE, record->routine, sizeof record->routine);
    copy_text(row, COLUMN_TITLE, record->title, sizeof record->title);
    copy_text(row, COLUMN_SIDE, record->side, sizeof record->side);
    copy_text(row, COLUMN_SOURCE, record->source, sizeof record->source);
    copy_text(row, COLUMN_PLAN, record->plan, sizeof record->plan);
    record->note = own_text(row, COLUMN_NOTE);
    record->options = own_text(row, COLUMN_OPTIONS);
    return true;
}

const char *session_row_played(const struct statement *row) {
    return statement_column_text(row, COLUMN_PLAYED);
}
