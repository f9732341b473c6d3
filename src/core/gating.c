// SPDX-License-Identifier: MIT
#include "core/gating.h"

#include "core/routine_kind.h"

enum { HOUR_S = 3600 };

// myok hfs bsp synk palsy-weak palsy-early unknown toxin-24h (domain.md 4.5, summary by category).
static const enum gate_word rom_row[PROFILE_COUNT] = {
    GATE_OPEN, GATE_SMALL, GATE_SMALL, GATE_CLOSED, GATE_OPEN, GATE_PLAN, GATE_SMALL, GATE_PLAN};
static const enum gate_word strengthening_row[PROFILE_COUNT] = {
    GATE_PLAN, GATE_PLAN, GATE_PLAN, GATE_PLAN, GATE_PLAN, GATE_CLOSED, GATE_PLAN, GATE_CLOSED};
static const enum gate_word nmr_row[PROFILE_COUNT] = {
    GATE_SMALL, GATE_SMALL, GATE_SMALL, GATE_OPEN, GATE_OPEN, GATE_PLAN, GATE_SMALL, GATE_PLAN};

enum gate_word category_gate(enum category category, enum profile_word word) {
    switch (category) {
    case CATEGORY_ROM:
        return rom_row[word];
    case CATEGORY_STRENGTHENING:
        return strengthening_row[word];
    case CATEGORY_NMR:
        return nmr_row[word];
    default:
        return GATE_OPEN;
    }
}

static enum gate_word gate_for(const struct routine *routine, enum profile_word word) {
    return routine->has_gates ? routine->gates[word] : category_gate(routine->category, word);
}

// The strictest of the words that hold.
static struct gating of_words(const struct routine *routine, unsigned words) {
    struct gating gating = {.gate = GATE_OPEN};
    for (int word = 0; word < PROFILE_COUNT; word++) {
        if (!(words & 1u << word)) {
            continue;
        }
        enum gate_word gate = gate_for(routine, (enum profile_word)word);
        if (gate > gating.gate) {
            gating = (struct gating){
                .gate = gate, .reason = REASON_WORD, .word = (enum profile_word)word};
        }
    }
    return gating;
}

static bool asks(const struct profile *profile, enum ask ask) {
    return profile->asks & 1u << ask;
}

static bool massages_outside(const struct routine *routine) {
    for (int i = 0; i < routine->step_count; i++) {
        const struct step *step = &routine->steps[i];
        for (int area = 0; step->verb == VERB_MASSAGE && area < step->area_count; area++) {
            if (step->areas[area] != AREA_CHEEK_INSIDE) {
                return true;
            }
        }
    }
    return false;
}

static bool waits_for_surgeon(const struct routine *routine) {
    return routine_massages(routine) || routine_warms(routine) || routine_cools(routine) ||
           (routine->category != CATEGORY_SCREEN_BREAK && routine_works_jaw_or_face(routine));
}

// What closes beside the words (domain.md 12.4, blocks); the ones without an override first.
static enum gating_reason block(const struct routine *routine, const struct profile *profile,
                                int64_t now_s) {
    bool compress = routine_warms(routine) || routine_cools(routine);
    if (compress && (profile->skin == REPLY_NO || profile->skin == REPLY_UNSURE)) {
        return REASON_SKIN;
    }
    if (profile_awaits_surgeon(profile, now_s) && waits_for_surgeon(routine)) {
        return REASON_SURGERY;
    }
    if (asks(profile, ASK_STABBING_PAIN) && (compress || routine_massages(routine))) {
        return REASON_STABBING_PAIN;
    }
    if ((asks(profile, ASK_STROKE) || asks(profile, ASK_CAROTID)) && massages_outside(routine)) {
        return REASON_STROKE;
    }
    if (asks(profile, ASK_COLD_ALLERGY) && routine_cools(routine)) {
        return REASON_COLD_ALLERGY;
    }
    bool breath = asks(profile, ASK_ASTHMA) || asks(profile, ASK_COPD) ||
                  asks(profile, ASK_HEART) || asks(profile, ASK_PREGNANCY);
    if (breath && routine_holds_breath(routine)) {
        return REASON_BREATH_HOLD;
    }
    return REASON_NONE;
}

static bool injected_without_date(const struct profile *profile) {
    enum reply reply = profile->answers[ANSWER_INJECTED];
    return (reply == REPLY_YES || reply == REPLY_UNSURE) && !profile->toxin_told &&
           !profile->surgery_told;
}

static void close(struct gating *gating, enum gating_reason reason) {
    gating->gate = GATE_CLOSED;
    gating->reason = reason;
}

// What a therapist's plan opens.
static void apply_plan(struct gating *gating, const struct gating_facts *facts,
                       const struct profile *profile, bool early) {
    bool opens = gating->gate == GATE_PLAN ? facts->plan_names || facts->plan_despite
                                           : gating->gate == GATE_CLOSED && facts->plan_despite;
    if (!opens) {
        return;
    }
    // Once some movement is back, never while the face is floppy.
    if (early && profile->floppy != REPLY_NO) {
        close(gating, REASON_FLOPPY);
        return;
    }
    *gating = (struct gating){.gate = GATE_OPEN, .reason = REASON_PLAN};
}

struct gating gating_of(const struct routine *routine, const struct profile *profile,
                        const struct gating_facts *facts) {
    unsigned words = profile_words_at(profile, facts->now_s, facts->toxin_lock_hours);
    bool face = routine_moves_face(routine);
    bool early = face && (words & 1u << PROFILE_PALSY_EARLY);
    struct gating gating = of_words(routine, words);
    apply_plan(&gating, facts, profile, early);
    if (gating.reason == REASON_WORD && gating.word == PROFILE_TOXIN_24H) {
        gating.until_s = profile->toxin_s + (int64_t)facts->toxin_lock_hours * HOUR_S;
    }
    if (face && injected_without_date(profile)) {
        close(&gating, REASON_ANSWER_INJECTED);
    }
    if (facts->held_until_s > facts->now_s) {
        close(&gating, REASON_HOLD);
        gating.until_s = facts->held_until_s;
    }
    enum gating_reason blocked = block(routine, profile, facts->now_s);
    if (blocked != REASON_NONE) {
        close(&gating, blocked);
        gating.until_s =
            blocked == REASON_SURGERY && profile->released_told ? profile->released_s : 0;
    }
    bool shut = gating.gate == GATE_CLOSED || gating.gate == GATE_PLAN;
    gating.absolute = shut && (early || (blocked == REASON_SKIN && profile->skin == REPLY_NO));
    gating.wants_answers =
        face && !shut && profile_wants_answers(profile, facts->moved_s, facts->now_s);
    gating.small = gating.gate == GATE_SMALL && !facts->plan_names;
    return gating;
}
