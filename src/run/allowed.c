// SPDX-License-Identifier: MIT
#include "run/allowed.h"

#include <string.h>

#include "base/text.h"
#include "core/routine_kind.h"

bool person_read(struct house *house, struct person *person, struct error *err) {
    struct wall now = clock_wall_now(&house->clock);
    int64_t today = house_today(house);
    house_read_catalog(house);
    *person = (struct person){
        .now = now,
        .today = today,
        .next_day_s = wall_day_begins(now, today + 1, house->settings.day_starts_min),
        .toxin_lock_hours = house->settings.toxin_lock_hours,
    };
    return profile_read(house->store, now, &person->profile, err) &&
           profile_read_trick(house->store, person->trick, sizeof person->trick, err) &&
           profile_read_others(house->store, person->others, sizeof person->others, err) &&
           past_read(house->store, &house->catalog, house->settings.day_starts_min, person->now,
                     &person->held, err);
}

void person_free(struct person *person) {
    past_held_free(&person->held);
    *person = (struct person){0};
}

void person_assume(struct person *person, const struct routine *routine) {
    past_add(&person->held, routine, person->now.utc_s, person->today);
}

static unsigned words_of(const struct person *person) {
    return profile_words_at(&person->profile, person->now.utc_s, person->toxin_lock_hours);
}

// Known linked movement is no reason to stop.
static bool knows_linked(const struct person *person) {
    return (words_of(person) & 1u << PROFILE_SYNK) != 0;
}

enum hold_reason person_hold_by(const struct person *person, const char *routine,
                                int64_t started_s) {
    const struct past *past = &person->held.past;
    int index = 0;
    while (index < past->count && !(past->sessions[index].started_s == started_s &&
                                    strcmp(past->sessions[index].routine, routine) == 0)) {
        index++;
    }
    if (index == past->count) {
        return HOLD_NONE;
    }
    const struct past until = {.sessions = past->sessions, .count = index + 1};
    int64_t ended_s = past->sessions[index].ended_s;
    struct hold hold = hold_of(routine, &until, ended_s, knows_linked(person), 0);
    return hold.since_s == ended_s ? hold.reason : HOLD_NONE;
}

struct allowed allowed_for(const struct person *person, const struct routine *routine) {
    const struct past *past = &person->held.past;
    int64_t now_s = person->now.utc_s;
    struct allowed allowed = {.hold = hold_of(routine->id, past, now_s, knows_linked(person), 0)};
    allowed.gating = gating_of(routine, &person->profile,
                               &(struct gating_facts){
                                   .now_s = now_s,
                                   .toxin_lock_hours = person->toxin_lock_hours,
                                   .moved_s = person->held.moved_s,
                                   .held_until_s = allowed.hold.until_s,
                               });
    allowed.dose = dose_of(routine, &allowed.gating, past, person->today);
    allowed.limit = limit_of(routine, &allowed.dose, past,
                             &(struct limit_facts){
                                 .now_s = now_s,
                                 .today = person->today,
                                 .next_day_s = person->next_day_s,
                                 .ceiling = FACE_CEILING,
                                 .compress_area = past_compress_area(routine),
                             });
    return allowed;
}

bool allowed_is_shut(const struct allowed *allowed) {
    enum gate_word gate = allowed->gating.gate;
    return !allowed->anyway && (gate == GATE_PLAN || gate == GATE_CLOSED);
}

bool allowed_now(const struct allowed *allowed) {
    return !allowed_is_shut(allowed) && allowed->limit.reason == LIMIT_NONE;
}

// The nearest in kind first; letting go and easy breathing are open to everybody.
enum { OFFERS_MAX = 5 };
static const char *const offers[CATEGORY_COUNT][OFFERS_MAX] = {
    [CATEGORY_BREATHING] = {"breath-long-exhale", "breath-calm"},
    [CATEGORY_MEDITATION] = {"relax-face-let-go", "med-breathing-space"},
    [CATEGORY_ROM] = {"nmr-smile-eyes-open", "nmr-pucker-eyes-open", "rom-jaw"},
    [CATEGORY_STRENGTHENING] = {"nmr-smile-eyes-open", "rom-lower-face"},
    [CATEGORY_NMR] = {NULL},
    [CATEGORY_MASSAGE] = {NULL},
    [CATEGORY_COMPRESS_WARM] = {NULL},
    [CATEGORY_COMPRESS_COLD] = {"warm-compress"},
    [CATEGORY_SCREEN_BREAK] = {"screen-20"},
};
static const char *const offers_for_all[] = {"relax-face-let-go", "breath-long-exhale",
                                             "relax-let-go-60", "breath-calm"};

static const struct routine *find_offer(const struct person *person, const struct catalog *catalog,
                                        const struct routine *routine, const char *id) {
    const struct catalog_entry *entry = id ? catalog_find(catalog, id) : NULL;
    if (!entry || entry->error || strcmp(id, routine->id) == 0) {
        return NULL;
    }
    struct allowed allowed = allowed_for(person, &entry->routine);
    return allowed_now(&allowed) ? &entry->routine : NULL;
}

// Enough for now, or the face is to be left in peace: other movement or warmth is no way out.
static bool rests_only(const struct allowed *allowed) {
    enum gating_reason reason = allowed->gating.reason;
    return !allowed_is_shut(allowed) || reason == REASON_HOLD || reason == REASON_SURGERY ||
           reason == REASON_STABBING_PAIN || reason == REASON_SKIN ||
           reason == REASON_ANSWER_INJECTED;
}

const struct routine *allowed_instead(const struct person *person, const struct catalog *catalog,
                                      const struct routine *routine) {
    struct allowed allowed = allowed_for(person, routine);
    const struct routine *found = NULL;
    for (int i = 0; !found && i < OFFERS_MAX && !rests_only(&allowed); i++) {
        found = find_offer(person, catalog, routine, offers[routine->category][i]);
    }
    for (size_t i = 0; !found && i < sizeof offers_for_all / sizeof *offers_for_all; i++) {
        found = find_offer(person, catalog, routine, offers_for_all[i]);
    }
    return found;
}

void allowed_apply(const struct allowed *allowed, const struct person *person,
                   struct timeline_options *options) {
    const struct dose *dose = &allowed->dose;
    options->words = words_of(person);
    options->affected = person->profile.affected;
    text_copy(options->trick, sizeof options->trick, person->trick);
    options->reps_most = dose->reps_most;
    options->effort_most = dose->effort_most > 0 ? dose->effort_most : 0;
    options->cycles_most = allowed->limit.cycles_most;
    options->short_form = dose->short_form;
    options->imagine_only = allowed->gating.imagine_only;
}
