// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/text.h"
#include "cli/log.h"
#include "cli/log_values.h"
#include "cli/routines.h"
#include "run/adjustments.h"
#include "store/sessions.h"

// A session that was done without the program: ticked, and never refused by gates, limits or age
// (design section 6).

enum { SECOND_MS = 1000, PLAYED_MOST_S = 4 * 3600 };

// What the command line says of it, without the routine.
struct ticked {
    struct session_record record;
    bool at_given;
    int ending; // enum ending, ENDING_NONE: not given
};

static bool read_played(const struct arguments *arguments, int64_t *played_ms, struct error *err) {
    const char *text = log_value(arguments, "--played");
    double seconds;
    if (!text)
        return true;
    if (!text_read_decimal(text, &seconds) || !(seconds >= 0.001 && seconds <= PLAYED_MOST_S))
        return error_set(err, ERROR_INPUT,
                         _("--played: %s is no number of seconds above 0, up to %d"), text,
                         (int)PLAYED_MOST_S);
    *played_ms = (int64_t)(seconds * SECOND_MS + 0.5);
    return true;
}

static bool read_ticked(const struct house *house, const struct arguments *arguments,
                        struct ticked *ticked, struct error *err) {
    struct session_record *record = &ticked->record;
    int feel = FEEL_NONE, why = WHY_NONE;
    *ticked = (struct ticked){.record = {.before = -1, .after = -1, .source = "ticked"},
                              .at_given = log_value(arguments, "--at") != NULL};
    if (!read_played(arguments, &record->played_ms, err) ||
        !log_number(arguments, "--before", 10, &record->before, err) ||
        !log_number(arguments, "--after", 10, &record->after, err) ||
        !log_word(arguments, "--feel", feel_words, FEEL_COUNT, &feel, err) ||
        !log_word(arguments, "--why", why_words, WHY_COUNT, &why, err) ||
        !log_word(arguments, "--ended", ending_words, ENDING_COUNT, &ticked->ending, err) ||
        !log_at(house, arguments, clock_wall_now(&house->clock), &record->started, err))
        return false;
    record->feel = (enum feel)feel;
    record->why = (enum why)why;
    return log_note(arguments, &record->note, err);
}

// Ending well counts in training alone, elsewhere what was played decides.
static enum ending ending_of(const struct ticked *ticked, enum category category, bool enough) {
    bool trains = category == CATEGORY_NMR || category == CATEGORY_ROM;
    if (ticked->ending != ENDING_NONE && (ticked->ending != ENDING_WELL || trains))
        return (enum ending)ticked->ending;
    return enough ? ENDING_COMPLETE : ENDING_INTERRUPTED;
}

static void fill(struct ticked *ticked, const struct opened *opened, struct wall now) {
    struct session_record *record = &ticked->record;
    const struct routine *routine = opened->routine;
    char adjustments[ADJUSTMENTS_TEXT_MAX];
    record->planned_ms = opened->timeline->total_ms;
    if (record->played_ms == 0)
        record->played_ms = record->planned_ms;
    int64_t played_s = (record->played_ms + SECOND_MS - 1) / SECOND_MS;
    if (!ticked->at_given)
        record->started = wall_at(now, now.utc_s - played_s);
    record->seen = wall_at(record->started, record->started.utc_s + played_s);
    record->category = routine->category;
    text_copy(record->routine, sizeof record->routine, routine->id);
    text_copy(record->title, sizeof record->title, routine->title);
    adjustments_write(&opened->options, adjustments);
    record->options = memory_text(adjustments);
    bool enough = session_is_enough(record->played_ms, record->planned_ms);
    record->ending = ending_of(ticked, routine->category, enough);
    record->status = session_status_of(record->ending, record->played_ms, record->planned_ms);
}

static bool store(struct store *store, struct session_record *record, struct error *err) {
    struct session_record end = *record; // beginning sets it running
    if (!store_begin(store, err))
        return false;
    bool right = sessions_start(store, record, err);
    text_copy(end.id, sizeof end.id, record->id);
    if (!right || !sessions_finish(store, &end, err)) {
        store_rollback(store);
        return false;
    }
    return store_commit(store, err);
}

enum status log_session(struct house *house, const struct arguments *arguments, struct error *err) {
    struct ticked ticked;
    struct opened opened = {0};
    struct arguments mine = *arguments; // its length is what this person would play
    mine.mine = true;
    if (!read_ticked(house, arguments, &ticked, err))
        return STATUS_USAGE;
    bool stored = house_open_store(house, false, err) &&
                  opened_read(house, &mine, arguments->words[1], &opened, err);
    if (stored) {
        fill(&ticked, &opened, clock_wall_now(&house->clock));
        stored = store(house->store, &ticked.record, err);
    }
    opened_free(&opened);
    session_record_free(&ticked.record);
    return stored ? STATUS_DONE : STATUS_FAILED;
}
