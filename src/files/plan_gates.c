// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "core/gating.h"
#include "files/plan_parts.h"

// Whom the plan is held against: what lasts. An injection, an operation, an answer that is owed
// close when a routine is to be played, and are no reason against a plan of weeks. Nobody has said
// of a plan's patient that nothing moves yet.
static bool find_person(const struct plan_reader *reader, struct profile *person) {
    const unsigned passing = 1U << PROFILE_TOXIN_24H | 1U << PROFILE_UNKNOWN;
    const struct plan *plan = &reader->file->plan;
    const struct profile *own = reader->asked->own;
    *person = (struct profile){.floppy = REPLY_NO};
    if (plan->has_profile) {
        person->conditions = plan->conditions;
    } else if (own) {
        unsigned words = profile_words_at(own, reader->asked->now_s, TOXIN_LOCK_HOURS);
        person->conditions = words & ~passing;
        person->floppy = own->floppy == REPLY_YES ? REPLY_YES : REPLY_NO;
    }
    return plan->has_profile || own;
}

static struct gating gating_for(const struct plan_reader *reader, const struct profile *person,
                                const struct routine *routine, bool despite) {
    struct gating_facts facts = {.now_s = reader->asked->now_s,
                                 .toxin_lock_hours = TOXIN_LOCK_HOURS,
                                 .plan_names = reader->file->plan.by == BY_THERAPIST,
                                 .plan_despite = despite};
    return gating_of(routine, person, &facts);
}

void plan_gates_check(const struct group *group, const struct plan_reader *reader,
                      const struct routine *routine, const char *despite) {
    struct profile person;
    bool therapist = reader->file->plan.by == BY_THERAPIST;
    if (plan_is_kept(reader)) {
        return;
    }
    if (despite && !therapist) {
        group_fault(group, "despite", "only a plan by = \"therapist\" may give a reason");
        return;
    }
    if (!find_person(reader, &person)) {
        return;
    }
    struct gating gating = gating_for(reader, &person, routine, false);
    const char *word = gating.reason == REASON_WORD ? profile_words[gating.word] : _("this person");
    if (gating.gate == GATE_PLAN) {
        group_warning(group, "routine",
                      "%s is opened by a therapist's plan alone (%s); it will not play",
                      routine->id, word);
    } else if (gating.gate != GATE_CLOSED) {
        if (despite) {
            group_warning(group, "despite", "%s is not closed for this profile", routine->id);
        }
    } else if (!therapist) {
        group_fault(group, "routine", "%s is closed for %s", routine->id, word);
    } else if (!despite) {
        group_fault(group, "routine",
                    "%s is closed for %s; where it is right all the same, say why: despite = "
                    "\"...\"",
                    routine->id, word);
    } else if (gating_for(reader, &person, routine, true).gate == GATE_CLOSED) {
        group_fault(group, "despite", "%s stays closed for %s, whatever the reason", routine->id,
                    word);
    }
}
