// SPDX-License-Identifier: MIT
#include "run/ticked.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/timeline_dose.h"
#include "run/adjustments.h"
#include "run/wishes.h"
#include "run/words.h"

enum { SECOND_MS = 1000, NOON_MIN = 12 * 60 };

bool ticked_takes_day(int64_t day, int64_t today) {
    return day <= today && day >= today - TICKED_DAYS_BACK;
}

static struct today_place place_on(const struct person *person, const char *routine,
                                   const struct ticked_for *done_for) {
    struct done_session sessions[PERSON_DONE_MAX];
    int count = past_done_on(&person->held.past, done_for->day, sessions, PERSON_DONE_MAX);
    const struct today_done done = {.sessions = {sessions, count}};
    return today_place_of(&person->shelf.book, &done, done_for->day, routine, done_for->side);
}

bool ticked_lay(struct house *house, const struct person *person, const struct routine *routine,
                const struct ticked_for *done_for, struct ticked_form *form, struct error *err) {
    struct wishes wishes = {.side = SIDE_NONE};
    const struct wishes told = {.side = done_for->side};
    struct allowed allowed = allowed_for_side(person, routine, done_for->side);
    allowed.place =
        done_for->place.plan ? done_for->place : place_on(person, routine->id, done_for);
    *form = (struct ticked_form){.routine = routine,
                                 .plan = allowed.place.plan,
                                 .options = timeline_options_written(words_phrases())};
    allowed_apply(&allowed, person, routine, &form->options);
    if (!wishes_read(house->store, routine, &form->options.asked, &wishes, err)) {
        return false;
    }
    wishes_join(&wishes, &told);
    if (!wishes_check(routine, &form->options.asked, form->options.cycles_most, &wishes, err)) {
        return false;
    }
    wishes_apply(&wishes, &form->options);
    struct timeline *timeline = timeline_compile(routine, &form->options, err);
    if (!timeline) {
        return false;
    }
    form->length_ms = timeline->total_ms;
    timeline_free(timeline);
    return true;
}

static int64_t whole_seconds(int64_t ms) {
    return (ms + SECOND_MS - 1) / SECOND_MS;
}

struct wall ticked_began(struct wall now, int64_t day, int minute, int64_t played_ms,
                         int day_starts_min) {
    bool today = day == wall_day_of(now, day_starts_min);
    int64_t latest_s = now.utc_s - whole_seconds(played_ms);
    int told = minute < 0 ? NOON_MIN : minute;
    // A time before the beginning of the day comes after the midnight behind it.
    int64_t at_s = wall_day_begins(now, day + (told < day_starts_min), told);
    if (today && (minute < 0 || at_s > latest_s)) {
        at_s = latest_s;
    }
    int64_t first_s = wall_day_begins(now, day, day_starts_min);
    return wall_at(now, at_s < first_s ? first_s : at_s);
}

struct ticked_told ticked_told_nothing(void) {
    return (struct ticked_told){.before = -1, .after = -1};
}

enum ending ticked_ending(enum ending told, enum category category, int64_t played_ms,
                          int64_t planned_ms) {
    bool trains = category == CATEGORY_NMR || category == CATEGORY_ROM;
    if (told != ENDING_NONE && (told != ENDING_WELL || trains)) {
        return told;
    }
    return session_is_enough(played_ms, planned_ms) ? ENDING_COMPLETE : ENDING_INTERRUPTED;
}

struct session_record ticked_record(const struct ticked_form *form, const struct ticked_told *told,
                                    struct wall now) {
    const struct routine *routine = form->routine;
    char adjustments[ADJUSTMENTS_TEXT_MAX];
    enum side side = timeline_side(&form->options);
    int64_t played_ms = told->played_ms > 0 ? told->played_ms : form->length_ms;
    int64_t played_s = whole_seconds(played_ms);
    struct wall began = told->began_told ? told->began : wall_at(now, now.utc_s - played_s);
    struct session_record record = {
        .category = routine->category,
        .started = began,
        .seen = wall_at(began, began.utc_s + played_s),
        .ending = ticked_ending(told->ending, routine->category, played_ms, form->length_ms),
        .why = told->why,
        .played_ms = played_ms,
        .planned_ms = form->length_ms,
        .before = told->before,
        .after = told->after,
        .feel = told->feel,
        .source = "ticked",
        .note = told->note ? memory_text(told->note) : NULL,
    };
    record.status = session_status_of(record.ending, played_ms, form->length_ms);
    text_copy(record.routine, sizeof record.routine, routine->id);
    text_copy(record.title, sizeof record.title, routine->title);
    text_copy(record.side, sizeof record.side, side == SIDE_NONE ? "" : side_words[side]);
    text_copy(record.plan, sizeof record.plan, form->plan ? form->plan->id : "");
    adjustments_write(&form->options, adjustments);
    if (told->time_untold) {
        size_t used = strlen(adjustments);
        text_format(adjustments + used, sizeof adjustments - used, "%s%s", used ? " " : "",
                    adjustments_untold_word);
    }
    record.options = memory_text(adjustments);
    return record;
}
