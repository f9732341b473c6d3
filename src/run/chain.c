// SPDX-License-Identifier: MIT
#include "run/chain.h"

#include "base/log.h"
#include "base/memory.h"
#include "core/routine_kind.h"
#include "core/timeline_dose.h"
#include "run/adjustments.h"
#include "run/rating.h"

static const char let_go[] = "relax-let-go-60";

// Everything before it done, counted against its limits.
static bool assume_done(struct chain *chain, int member, struct error *err) {
    struct preparation *preparation = chain->members[member];
    for (int i = 0; i < member; i++) {
        const struct preparation *before = chain->members[i];
        person_assume(&preparation->person, before->routine, timeline_side(&before->timeline));
    }
    return member == 0 || prepare_again(preparation, err);
}

static bool suits(const struct chain *chain, int member, struct error *err) {
    const struct routine *routine = chain->members[member]->routine;
    return !chain->bedtime || routine_suits_bedtime(routine) ||
           error_set(err, ERROR_INPUT,
                     "%s: not at bedtime. A pack has to come off in time, and whoever sleeps does "
                     "not notice when it is too warm or too cold.",
                     routine->title);
}

bool chain_prepare(struct house *house, const struct play_request *request, struct chain *chain,
                   struct error *err) {
    *chain = (struct chain){
        .members = memory_new((size_t)request->routine_count + 1, sizeof(struct preparation *))};
    chain->bedtime = request->bedtime;
    if (request->routine_count > 1) {
        uuid_make(chain->id);
    }
    for (int i = 0; i < request->routine_count; i++) {
        chain->members[chain->count++] = memory_new(1, sizeof **chain->members);
        if (!prepare_member(house, request, i, chain->members[i], err) || !suits(chain, i, err) ||
            !assume_done(chain, i, err)) {
            return false;
        }
    }
    return true;
}

bool chain_resume(struct house *house, struct chain *chain, bool *found, struct error *err) {
    *chain = (struct chain){.members = memory_new(1, sizeof(struct preparation *)), .count = 1};
    chain->members[0] = memory_new(1, sizeof **chain->members);
    bool done = prepare_resume(house, chain->members[0], found, err);
    chain->bedtime = adjustments_has_bedtime(chain->members[0]->resume.options);
    return done;
}

void chain_free(struct chain *chain) {
    for (int i = 0; i < chain->count; i++) {
        preparation_free(chain->members[i]);
        memory_free(chain->members[i]);
    }
    memory_free(chain->members);
    *chain = (struct chain){0};
}

bool chain_told(struct chain *chain, int member, struct error *err) {
    for (int i = member + 1; i < chain->count; i++) {
        chain->members[i]->person.profile = chain->members[member]->person.profile;
        if (!prepare_again(chain->members[i], err)) {
            return false;
        }
    }
    return true;
}

static bool is_face(const struct preparation *preparation) {
    return routine_is_face_routine(preparation->routine);
}

// A pause that cannot be laid is passed over: the routines are there all the same.
static void insert_pause(struct house *house, struct chain *chain, int at) {
    struct preparation *pause = memory_new(1, sizeof *pause);
    struct error err = {0};
    if (!prepare_pause(house, let_go, pause, &err)) {
        if (err.code != ERROR_NONE) {
            log_warning("%s", err.text);
        }
        preparation_free(pause);
        memory_free(pause);
        return;
    }
    chain->members =
        memory_resize(chain->members, (size_t)chain->count + 1, sizeof(struct preparation *));
    for (int i = chain->count; i > at; i--) {
        chain->members[i] = chain->members[i - 1];
    }
    chain->members[at] = pause;
    chain->count++;
}

static bool wants_none(const struct preparation *preparation) {
    const struct plan *plan = preparation->allowed.place.plan;
    return plan && !plan->lets_go;
}

// Two face routines, neither of which is asked for by a plan that has it otherwise.
static bool wants_pause(const struct preparation *before, const struct preparation *after) {
    return is_face(before) && is_face(after) && !wants_none(before) && !wants_none(after);
}

void chain_lay_pauses(struct house *house, struct chain *chain, bool at_end) {
    const struct preparation *last = chain->members[chain->count - 1];
    bool small = last->allowed.dose.stage == DOSE_SMALL && is_face(last);
    for (int i = chain->count - 1; i > 0; i--) {
        if (wants_pause(chain->members[i - 1], chain->members[i])) {
            insert_pause(house, chain, i);
        }
    }
    if (at_end && small) {
        insert_pause(house, chain, chain->count);
    }
    if (chain->count > 1 && !*chain->id) {
        uuid_make(chain->id);
    }
}

bool chain_is_rated(const struct chain *chain, const struct house *house) {
    for (int i = 0; i < chain->count; i++) {
        const struct preparation *member = chain->members[i];
        if (rating_is_due(house, &member->person, member->routine)) {
            return true;
        }
    }
    return false;
}

struct sitting_options chain_options(const struct chain *chain, int member,
                                     const struct house *house,
                                     const struct play_request *request) {
    struct sitting_options options = preparation_options(house, chain->members[member], request);
    options.chain = chain->id;
    // One number before the first, one place to begin.
    options.before = member == 0 ? request->before : -1;
    options.from_ms = member == 0 ? request->from_ms : 0;
    options.bedtime = chain->bedtime;
    options.lulls = chain->bedtime && member + 1 == chain->count;
    return options;
}

void chain_cut(struct chain *chain, int member) {
    for (int i = member + 1; i < chain->count; i++) {
        preparation_free(chain->members[i]);
        memory_free(chain->members[i]);
    }
    chain->count = member + 1 < chain->count ? member + 1 : chain->count;
}
