// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/text.h"
#include "cli/log.h"
#include "cli/log_values.h"
#include "run/diary_entry.h"
#include "run/number_words.h"
#include "run/ticked.h"

// What the command line says of a session that was done without the program.

enum { SECOND_MS = 1000, PLAYED_MOST_S = 4 * 3600 };

static bool read_played(const struct arguments *arguments, int64_t *played_ms, struct error *err) {
    const char *text = log_value(arguments, "--played");
    double seconds;
    if (!text)
        return true;
    if (!number_read(text, &seconds) || !(seconds >= 0.001 && seconds <= PLAYED_MOST_S))
        return error_set(err, ERROR_INPUT,
                         _("--played: %s is no number of seconds above 0, up to %d"), text,
                         (int)PLAYED_MOST_S);
    *played_ms = (int64_t)(seconds * SECOND_MS + 0.5);
    return true;
}

static bool read_side(const struct arguments *arguments, enum side *side, struct error *err) {
    static const char *const words[] = {"left", "right", "both"};
    static const enum side sides[] = {SIDE_LEFT, SIDE_RIGHT, SIDE_NONE};
    int index = 2;
    if (!log_word(arguments, "--side", words, 3, &index, err))
        return false;
    *side = sides[index];
    return true;
}

// The note is owned by *note.
static bool read_told(const struct house *house, const struct arguments *arguments,
                      struct ticked_told *told, char **note, struct error *err) {
    int feel = FEEL_NONE, why = WHY_NONE, ending = ENDING_NONE;
    *told = ticked_told_nothing();
    if (!read_played(arguments, &told->played_ms, err) ||
        !log_number(arguments, "--before", 10, &told->before, err) ||
        !log_number(arguments, "--after", 10, &told->after, err) ||
        !log_word(arguments, "--feel", feel_words, FEEL_COUNT, &feel, err) ||
        !log_word(arguments, "--why", why_words, WHY_COUNT, &why, err) ||
        !log_word(arguments, "--ended", ending_words, ENDING_COUNT, &ending, err) ||
        !log_at(house, arguments, clock_wall_now(&house->clock), &told->began, err))
        return false;
    const char *at = log_value(arguments, "--at");
    struct log_date date = {.timed = true};
    if (at && !log_read_date(house, "--at", at, false, &date, err))
        return false;
    told->began_told = at != NULL;
    told->time_untold = !date.timed;
    told->feel = (enum feel)feel;
    told->why = (enum why)why;
    told->ending = (enum ending)ending;
    if (!log_note(arguments, note, err))
        return false;
    told->note = *note;
    return true;
}

static bool keep(struct house *house, const struct routine *routine, const struct person *person,
                 const struct ticked_for *done_for, const struct ticked_told *told,
                 struct error *err) {
    struct ticked_form form;
    if (!ticked_lay(house, person, routine, done_for, &form, err))
        return error_prefix(err, routine->id);
    struct diary_entry entry = {
        .kind = REMOVAL_SESSION,
        .day = done_for->day,
        .session = ticked_record(&form, told, clock_wall_now(&house->clock)),
    };
    bool kept = diary_entry_put(house, &entry, err);
    diary_entry_free(&entry);
    return kept;
}

enum status log_session(struct house *house, const struct arguments *arguments, struct error *err) {
    struct ticked_told told;
    struct ticked_for done_for = {.day = 0};
    struct person person = {0};
    struct routine own = {0};
    char *note = NULL;
    if (!read_told(house, arguments, &told, &note, err) ||
        !read_side(arguments, &done_for.side, err)) {
        memory_free(note);
        return STATUS_USAGE;
    }
    done_for.day = wall_day_of(told.began, house->settings.day_starts_min);
    house_read_catalog(house);
    const struct routine *routine = NULL;
    if (house_open_store(house, false, err) && person_read(house, &person, err))
        routine = person_open_routine(house, &person, arguments->words[1], &own, err);
    bool kept = routine && keep(house, routine, &person, &done_for, &told, err);
    person_free(&person);
    routine_free(&own);
    memory_free(note);
    return kept ? STATUS_DONE : STATUS_FAILED;
}
