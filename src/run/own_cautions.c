// SPDX-License-Identifier: MIT
#include "run/own_cautions.h"

#include "core/routine_kind.h"

#define ASKED(ask) (1u << ASK_##ask)

// What a caution is about, and whom it concerns (domain.md 12.1).
static const struct {
    const char *key;
    bool (*concerns)(const struct routine *routine);
    unsigned asks;
} rows[OWN_CAUTIONS_MAX] = {
    {"C2", routine_holds_breath, ASKED(ASTHMA) | ASKED(COPD) | ASKED(HEART) | ASKED(PREGNANCY)},
    {"C15", routine_massages,
     ASKED(STROKE) | ASKED(CAROTID) | ASKED(BLOOD_THINNERS) | ASKED(STABBING_PAIN)},
    {"C17", routine_warms, ASKED(STABBING_PAIN)},
    {"C18", routine_cools, ASKED(STABBING_PAIN) | ASKED(COLD_ALLERGY)},
};

int own_cautions(const struct profile *profile, const struct routine *routine,
                 const char *keys[OWN_CAUTIONS_MAX]) {
    int count = 0;
    for (int i = 0; i < OWN_CAUTIONS_MAX; i++) {
        if (profile->asks & rows[i].asks && rows[i].concerns(routine)) {
            keys[count++] = rows[i].key;
        }
    }
    return count;
}

// Easy breathing and letting go suit everybody.
static bool does_something(const struct routine *routine) {
    return routine_holds_breath(routine) || routine_massages(routine) || routine_warms(routine) ||
           routine_cools(routine) || routine_works_jaw_or_face(routine) ||
           routine->category == CATEGORY_ROM;
}

void own_cautions_others(struct text_builder *text, const struct person *person,
                         const struct routine *routine) {
    if (person->others[0] && does_something(routine)) {
        // TRANSLATORS: %s is what the person told in words of her own
        text_add_format(text, _("You told: %s. Ask a doctor first whether this one suits you."),
                        person->others);
    }
}
