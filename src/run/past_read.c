// SPDX-License-Identifier: MIT
#include "run/past_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "core/routine_kind.h"
#include "store/sessions.h"

// What every session of a routine is.
struct kind {
    bool face_routine, moves_face;
    bool warm, cold;
    int compress_area;        // -1 unknown, or several
    int64_t compress_from_ms; // where the first compress begins at the earliest
};

int past_compress_area(const struct routine *routine) {
    int area = -1;
    bool first = true;
    for (int i = 0; i < routine->step_count; i++) {
        const struct step *step = &routine->steps[i];
        if (step->verb == VERB_COMPRESS) {
            area = first || step->compress_area == area ? step->compress_area : -1;
            first = false;
        }
    }
    return area;
}

static int64_t compress_from_ms(const struct routine *routine) {
    int64_t at_ms = 0;
    for (int i = 0; i < routine->step_count && routine->steps[i].verb != VERB_COMPRESS; i++) {
        at_ms += routine->steps[i].length_ms;
    }
    return at_ms;
}

static struct kind kind_of(const struct routine *routine) {
    return (struct kind){
        .face_routine = routine_is_face_routine(routine),
        .moves_face = routine_moves_face(routine),
        .warm = routine_warms(routine),
        .cold = routine_cools(routine),
        .compress_area = past_compress_area(routine),
        .compress_from_ms = compress_from_ms(routine),
    };
}

// Of a routine that is gone: the strictest that its category allows.
static struct kind kind_of_category(enum category category) {
    bool trains =
        category == CATEGORY_ROM || category == CATEGORY_STRENGTHENING || category == CATEGORY_NMR;
    return (struct kind){
        .face_routine = trains,
        .moves_face = trains,
        .warm = category == CATEGORY_COMPRESS_WARM,
        .cold = category == CATEGORY_COMPRESS_COLD,
        .compress_area = -1,
    };
}

static enum side side_of(const char *word) {
    int side = vocabulary_find(side_words, SIDE_COUNT, word);
    return side == SIDE_LEFT || side == SIDE_RIGHT ? (enum side)side : SIDE_NONE;
}

static struct past_session session_of(const struct session_record *record, const struct kind *kind,
                                      int day_starts_min) {
    // One that was ticked off has no position of its own.
    int64_t reached_ms =
        record->position_ms > record->played_ms ? record->position_ms : record->played_ms;
    bool reached = reached_ms > kind->compress_from_ms;
    struct past_session session = {
        .category = record->category,
        .side = side_of(record->side),
        .started_s = record->started.utc_s,
        .ended_s = record->seen.utc_s,
        .day = wall_day_of(record->started, day_starts_min),
        .complete = record->status == SESSION_COMPLETE,
        .face_routine = kind->face_routine,
        .warm = kind->warm && reached,
        .cold = kind->cold && reached,
        .compress_area = kind->compress_area,
        .before = record->before,
        .after = record->after,
        .feel = record->feel,
        .why = record->why,
    };
    text_copy(session.routine, sizeof session.routine, record->routine);
    return session;
}

static struct kind kind_of_record(const struct catalog *catalog,
                                  const struct session_record *record) {
    const struct catalog_entry *entry = catalog_find(catalog, record->routine);
    return entry && !entry->error ? kind_of(&entry->routine) : kind_of_category(record->category);
}

bool past_read(struct store *store, const struct catalog *catalog, int day_starts_min,
               struct wall now, struct past_held *held, struct error *err) {
    struct session_list list = {0};
    *held = (struct past_held){0};
    if (store && !sessions_list(store, INT64_MIN, INT64_MAX, day_starts_min, now, &list, err)) {
        return false;
    }
    held->sessions = memory_new((size_t)list.count + 1, sizeof *held->sessions);
    for (int i = 0; i < list.count; i++) {
        const struct session_record *record = &list.records[i];
        struct kind kind = kind_of_record(catalog, record);
        held->sessions[i] = session_of(record, &kind, day_starts_min);
        if (kind.moves_face && held->sessions[i].ended_s > held->moved_s) {
            held->moved_s = held->sessions[i].ended_s;
        }
    }
    held->past = (struct past){.sessions = held->sessions, .count = list.count};
    session_list_free(&list);
    return true;
}

static int compare_days(const void *one, const void *other) {
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return (a > b) - (a < b);
}

// Whether a session can have warmed, as far as can be told without the catalogue: by its category,
// and a routine of the person's own by anything.
static bool may_warm(const struct house *house, const struct session_record *record) {
    char name[ROUTINE_ID_MAX + sizeof ".cfg"];
    if (house->catalog_read || record->category == CATEGORY_COMPRESS_WARM) {
        return true;
    }
    if (!house->paths.own_routines) {
        return false;
    }
    text_format(name, sizeof name, "%s.cfg", record->routine);
    char *path = file_join(house->paths.own_routines, name);
    bool own = file_exists(path);
    memory_free(path);
    return own;
}

static bool may_reach(const struct house *house, const struct session_list *list, int64_t last_day,
                      struct past_warm_least least) {
    int on_last = 0, days = 0;
    int64_t last = INT64_MIN;
    for (int i = 0; i < list->count; i++) {
        int64_t day = wall_day_of(list->records[i].started, house->settings.day_starts_min);
        if (may_warm(house, &list->records[i])) {
            on_last += day == last_day;
            days += day != last;
            last = day;
        }
    }
    return on_last >= least.on_last || days >= least.days;
}

// The routines that may have warmed, without the others: to read the whole catalogue would take
// longer than all the rest.
static void read_warming(const struct house *house, const struct session_list *list,
                         struct catalog *catalog) {
    const char **ids = memory_new((size_t)list->count + 1, sizeof *ids);
    int count = 0;
    for (int i = 0; i < list->count; i++) {
        const struct session_record *record = &list->records[i];
        bool known = !may_warm(house, record);
        for (int at = 0; at < count && !known; at++) {
            known = strcmp(ids[at], record->routine) == 0;
        }
        if (!known) {
            ids[count++] = record->routine;
        }
    }
    catalog_read_named(house->paths.routines, house->paths.own_routines, house->paths.images,
                       text_language(), ids, count, catalog);
    memory_free(ids);
}

bool past_read_warm(struct house *house, int64_t first_day, int64_t last_day,
                    struct past_warm_least least, int64_t **days, int *count, struct error *err) {
    struct session_list list = {0};
    int day_starts_min = house->settings.day_starts_min;
    *count = 0;
    *days = NULL;
    if (house->store && !sessions_list(house->store, first_day, last_day, day_starts_min,
                                       clock_wall_now(&house->clock), &list, err)) {
        return false;
    }
    if (!may_reach(house, &list, last_day, least)) {
        session_list_free(&list);
        return true;
    }
    *days = memory_new((size_t)list.count + 1, sizeof **days);
    struct catalog named = {0};
    if (!house->catalog_read) {
        read_warming(house, &list, &named);
    }
    const struct catalog *catalog = house->catalog_read ? &house->catalog : &named;
    for (int i = 0; i < list.count; i++) {
        struct kind kind = kind_of_record(catalog, &list.records[i]);
        struct past_session session = session_of(&list.records[i], &kind, day_starts_min);
        if (session.warm) {
            (*days)[(*count)++] = session.day;
        }
    }
    session_list_free(&list);
    catalog_free(&named);
    // A flight to the east comes to an earlier date.
    qsort(*days, (size_t)*count, sizeof **days, compare_days);
    return true;
}

bool past_holds(const struct past *past, const char *routine) {
    for (int i = 0; i < past->count; i++) {
        if (past_is_of(&past->sessions[i], routine)) {
            return true;
        }
    }
    return false;
}

void past_add(struct past_held *held, const struct routine *routine, enum side side,
              int64_t ended_s, int64_t day) {
    struct kind kind = kind_of(routine);
    int count = held->past.count;
    held->sessions = memory_resize(held->sessions, (size_t)count + 1, sizeof *held->sessions);
    held->sessions[count] = (struct past_session){
        .category = routine->category,
        .side = side,
        .started_s = ended_s,
        .ended_s = ended_s,
        .day = day,
        .complete = true,
        .face_routine = kind.face_routine,
        .warm = kind.warm,
        .cold = kind.cold,
        .compress_area = kind.compress_area,
        .before = -1,
        .after = -1,
    };
    text_copy(held->sessions[count].routine, sizeof held->sessions[count].routine, routine->id);
    held->past = (struct past){.sessions = held->sessions, .count = count + 1};
}

int past_done_on(const struct past *past, int64_t day, struct done_session *done, int most) {
    int count = 0;
    for (int i = 0; i < past->count && count < most; i++) {
        const struct past_session *session = &past->sessions[i];
        if (session->day == day) {
            done[count++] = (struct done_session){
                .day = day,
                .routine = session->routine,
                .side = session->side,
                .status = session->complete ? SESSION_COMPLETE : SESSION_PARTIAL,
            };
        }
    }
    return count;
}

void past_held_copy(const struct past_held *held, struct past_held *copy) {
    size_t count = (size_t)held->past.count;
    *copy = *held;
    copy->sessions = memory_new(count + 1, sizeof *copy->sessions);
    if (count > 0) {
        memcpy(copy->sessions, held->sessions, count * sizeof *copy->sessions);
    }
    copy->past.sessions = copy->sessions;
}

void past_held_free(struct past_held *held) {
    memory_free(held->sessions);
    *held = (struct past_held){0};
}
