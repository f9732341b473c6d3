// SPDX-License-Identifier: MIT
#include "run/allowed.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/plan_lay.h"
#include "core/routine_kind.h"

static bool read_plans(struct house *house, struct person *person, struct error *err) {
    if (!plan_shelf_read(house, &person->shelf, err)) {
        return false;
    }
    person->in_force = in_force_on(&person->shelf.book, person->today);
    return true;
}

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
                     &person->held, err) &&
           read_plans(house, person, err);
}

void person_free(struct person *person) {
    plan_shelf_free(&person->shelf);
    past_held_free(&person->held);
    *person = (struct person){0};
}

void person_assume(struct person *person, const struct routine *routine, enum side side) {
    past_add(&person->held, routine, side, person->now.utc_s, person->today);
}

enum { PERSON_OWN_MAX = 64 }; // routines inside the plans of one day

static bool asks_for(const struct plan *plan, const char *routine) {
    for (int i = 0; i < plan->item_count; i++) {
        if (plan->items[i].routine && strcmp(plan->items[i].routine, routine) == 0) {
            return true;
        }
    }
    return false;
}

int person_own_routines(const struct person *person, const struct routine *own[], int most) {
    int count = 0;
    for (int at = 0; at < person->in_force.count; at++) {
        const struct plan *plan = person->in_force.plans[at];
        const struct plan_file *file = plan_shelf_file(&person->shelf, plan);
        for (int i = 0; file && i < file->routine_count && count < most; i++) {
            if (asks_for(plan, file->routines[i].id)) {
                own[count++] = &file->routines[i];
            }
        }
    }
    return count;
}

const struct routine *person_routine(const struct person *person, const struct catalog *catalog,
                                     const char *id) {
    const struct routine *own[PERSON_OWN_MAX];
    int count = person_own_routines(person, own, PERSON_OWN_MAX);
    for (int i = 0; i < count; i++) {
        if (strcmp(own[i]->id, id) == 0) {
            return own[i];
        }
    }
    const struct catalog_entry *entry = catalog_find(catalog, id);
    return entry && !entry->error ? &entry->routine : NULL;
}

const struct routine *person_open_routine(const struct house *house, const struct person *person,
                                          const char *what, struct routine *own,
                                          struct error *err) {
    const struct routine *routine =
        catalog_is_path(what) ? NULL : person_routine(person, &house->catalog, what);
    *own = (struct routine){0};
    return routine ? routine
                   : catalog_open(&house->catalog, what, house->paths.images, text_language(), own,
                                  err);
}

void person_done(const struct person *person, struct person_done *done) {
    int count = past_done_on(&person->held.past, person->today, done->sessions, PERSON_DONE_MAX);
    done->done = (struct today_done){.sessions = {done->sessions, count}};
}

static unsigned words_of(const struct person *person) {
    return profile_words_at(&person->profile, person->now.utc_s, person->toxin_lock_hours);
}

// Known linked movement is no reason to stop.
static bool knows_linked(const struct person *person) {
    return (words_of(person) & 1u << PROFILE_SYNK) != 0;
}

enum hold_reason *person_holds(const struct person *person) {
    const struct past *past = &person->held.past;
    enum hold_reason *reasons = memory_new((size_t)past->count + 1, sizeof *reasons);
    bool *seen = memory_new((size_t)past->count + 1, sizeof *seen);
    for (int i = 0; i < past->count; i++) {
        const char *routine = past->sessions[i].routine;
        if (seen[i]) {
            continue;
        }
        hold_reasons(routine, past, knows_linked(person), reasons);
        for (int k = i; k < past->count; k++) {
            seen[k] = seen[k] || past_is_of(&past->sessions[k], routine);
        }
    }
    memory_free(seen);
    return reasons;
}

// When a therapist's plan has last named a routine: a hold before that counts no more.
static int64_t renewed_s(const struct person *person, const struct routine *routine) {
    int64_t newest_s = 0;
    for (int at = 0; at < person->in_force.count; at++) {
        const struct plan *plan = person->in_force.plans[at];
        const struct stored_plan *stored = plan_shelf_stored(&person->shelf, plan);
        for (int i = 0; stored && plan->by == BY_THERAPIST && i < plan->item_count; i++) {
            if (in_force_names(plan, i, person->today, routine->id) &&
                stored->added.utc_s > newest_s) {
                newest_s = stored->added.utc_s;
            }
        }
    }
    return newest_s;
}

static struct limit limit_for(const struct person *person, const struct routine *routine,
                              const struct allowed *allowed) {
    const struct limit_facts facts = {
        .now_s = person->now.utc_s,
        .today = person->today,
        .next_day_s = person->next_day_s,
        .ceiling = in_force_ceiling(&person->in_force),
        .compress_area = past_compress_area(routine),
        .plan_per_day = allowed->gating.plan_dose ? allowed->word.per_day : 0,
    };
    return limit_of(routine, &allowed->dose, &person->held.past, &facts);
}

struct allowed allowed_for_side(const struct person *person, const struct routine *routine,
                                enum side side) {
    const struct past *past = &person->held.past;
    int64_t now_s = person->now.utc_s;
    struct person_done done;
    struct allowed allowed = {
        .word = in_force_word_of(&person->in_force, routine->id),
        .hold = hold_of(routine->id, past, now_s, knows_linked(person), renewed_s(person, routine)),
    };
    person_done(person, &done);
    allowed.place =
        today_place_of(&person->shelf.book, &done.done, person->today, routine->id, side);
    allowed.gating = gating_of(routine, &person->profile,
                               &(struct gating_facts){
                                   .now_s = now_s,
                                   .toxin_lock_hours = person->toxin_lock_hours,
                                   .moved_s = person->held.moved_s,
                                   .plan_names = allowed.word.plan != NULL,
                                   .plan_despite = allowed.word.despite != NULL,
                                   .held_until_s = allowed.hold.until_s,
                               });
    allowed.dose = dose_of(routine, &allowed.gating, past, person->today);
    allowed.limit = limit_for(person, routine, &allowed);
    return allowed;
}

struct allowed allowed_for(const struct person *person, const struct routine *routine) {
    return allowed_for_side(person, routine, SIDE_NONE);
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

// The smaller of two bounds, of which 0 is none.
static int tighter(int one, int other) {
    return one == 0 || (other > 0 && other < one) ? other : one;
}

void allowed_apply(const struct allowed *allowed, const struct person *person,
                   const struct routine *routine, struct timeline_options *options) {
    const struct dose *dose = &allowed->dose;
    options->reps_most = options->effort_most = 0;
    if (allowed->place.plan) {
        plan_lay(allowed->place.plan, allowed->place.item, routine, options);
    }
    options->words = words_of(person);
    options->affected = person->profile.affected;
    text_copy(options->trick, sizeof options->trick, person->trick);
    options->reps_most = tighter(options->reps_most, dose->reps_most);
    options->effort_most =
        tighter(options->effort_most, dose->effort_most > 0 ? dose->effort_most : 0);
    options->cycles_most = allowed->limit.cycles_most;
    options->short_form = dose->short_form;
    options->imagine_only = allowed->gating.imagine_only;
}
