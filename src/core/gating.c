// SPDX-License-Identifier: MIT
#include "core/gating.h"

#include <assert.h>

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

// One thing that stands against a routine.
struct cause {
    enum gate_word gate;
    enum gating_reason reason;
    enum profile_word word;
    int64_t until_s; // LASTING: it does not end by itself
};
#define LASTING INT64_MAX
enum { CAUSES_MAX = PROFILE_COUNT + REASON_COUNT }; // each word and each reason at most once

struct causes {
    struct cause list[CAUSES_MAX];
    int count;
};

static void add(struct causes *causes, struct cause cause) {
    assert(causes->count < CAUSES_MAX);
    causes->list[causes->count++] = cause;
}

static void add_closing(struct causes *causes, enum gating_reason reason, int64_t until_s) {
    add(causes, (struct cause){.gate = GATE_CLOSED, .reason = reason, .until_s = until_s});
}

static bool is_shut(enum gate_word gate) {
    return gate == GATE_PLAN || gate == GATE_CLOSED;
}

static bool weighs_more(const struct cause *one, const struct cause *other) {
    return one->gate != other->gate ? one->gate > other->gate : one->until_s > other->until_s;
}

// The cause that decides, and when all of those end that keep the routine as shut, or as small.
static struct gating judge(const struct causes *causes) {
    struct cause first = {.gate = GATE_OPEN};
    int64_t until_s = 0;
    for (int i = 0; i < causes->count; i++) {
        if (weighs_more(&causes->list[i], &first)) {
            first = causes->list[i];
        }
    }
    for (int i = 0; i < causes->count; i++) {
        const struct cause *cause = &causes->list[i];
        if (is_shut(cause->gate) == is_shut(first.gate) && cause->until_s > until_s) {
            until_s = cause->until_s;
        }
    }
    return (struct gating){.gate = first.gate,
                           .reason = first.reason,
                           .word = first.word,
                           .until_s = until_s == LASTING ? 0 : until_s};
}

// A routine, whom it is for, and what stands against it so far.
struct weighing {
    const struct routine *routine;
    const struct profile *profile;
    const struct gating_facts *facts;
    unsigned lasting, fresh;         // words of the profile, as bits; toxin-24h is the fresh one
    bool named;                      // by a therapist's plan
    bool lifts_lasting, lifts_fresh; // what the plan lifts of the words
    bool shut_by_words;              // and what stays behind
    struct causes causes;
};

static enum gate_word strictest(const struct routine *routine, unsigned words) {
    enum gate_word strictest = GATE_OPEN;
    for (int word = 0; word < PROFILE_COUNT; word++) {
        enum gate_word gate = gate_for(routine, (enum profile_word)word);
        if (words & 1u << word && gate > strictest) {
            strictest = gate;
        }
    }
    return strictest;
}

// What a therapist's plan lifts. A small dose goes with a plan gate: the plan sets the dose.
static void lift(struct weighing *weighing) {
    const unsigned toxin = 1u << PROFILE_TOXIN_24H;
    const struct gating_facts *facts = weighing->facts;
    unsigned words = profile_words_at(weighing->profile, facts->now_s, facts->toxin_lock_hours);
    weighing->lasting = words & ~toxin;
    weighing->fresh = words & toxin;
    weighing->named = facts->plan_names || facts->plan_despite;
    enum gate_word lasting = strictest(weighing->routine, weighing->lasting);
    enum gate_word fresh = strictest(weighing->routine, weighing->fresh);
    weighing->lifts_fresh = fresh == GATE_PLAN && weighing->named;
    weighing->lifts_lasting = lasting == GATE_CLOSED ? facts->plan_despite
                              : lasting == GATE_PLAN ? weighing->named
                                                     : weighing->lifts_fresh;
    weighing->shut_by_words = (is_shut(lasting) && !weighing->lifts_lasting) ||
                              (is_shut(fresh) && !weighing->lifts_fresh);
}

static void add_words(struct weighing *weighing, unsigned words, int64_t until_s) {
    for (int word = 0; word < PROFILE_COUNT; word++) {
        enum gate_word gate = gate_for(weighing->routine, (enum profile_word)word);
        if (words & 1u << word && gate > GATE_OPEN) {
            add(&weighing->causes, (struct cause){.gate = gate,
                                                  .reason = REASON_WORD,
                                                  .word = (enum profile_word)word,
                                                  .until_s = until_s});
        }
    }
}

static void weigh_words(struct weighing *weighing) {
    int64_t fresh_until_s =
        weighing->profile->toxin_s + (int64_t)weighing->facts->toxin_lock_hours * HOUR_S;
    if (!weighing->lifts_lasting) {
        add_words(weighing, weighing->lasting, LASTING);
    }
    if (!weighing->lifts_fresh) {
        add_words(weighing, weighing->fresh, fresh_until_s);
    }
}

static bool asks(const struct profile *profile, enum ask ask) {
    return profile->asks & 1u << ask;
}

static bool waits_for_surgeon(const struct routine *routine) {
    return routine_massages(routine) || routine_warms(routine) || routine_cools(routine) ||
           (routine->category != CATEGORY_SCREEN_BREAK && routine_works_jaw_or_face(routine));
}

static int64_t release_s(const struct profile *profile, int64_t now_s) {
    return profile->released_told && profile->released_s > now_s ? profile->released_s : LASTING;
}

// What closes beside the words (domain.md 12.4, blocks), in the order of the reasons.
static void weigh_blocks(struct weighing *weighing, bool floppy) {
    const struct routine *routine = weighing->routine;
    const struct profile *profile = weighing->profile;
    struct causes *causes = &weighing->causes;
    int64_t now_s = weighing->facts->now_s;
    bool compress = routine_warms(routine) || routine_cools(routine);
    if (compress && (profile->skin == REPLY_NO || profile->skin == REPLY_UNSURE)) {
        add_closing(causes, REASON_SKIN, LASTING);
    }
    if (floppy) {
        add_closing(causes, REASON_FLOPPY, LASTING);
    }
    if (profile_awaits_surgeon(profile, now_s) && waits_for_surgeon(routine)) {
        add_closing(causes, REASON_SURGERY, release_s(profile, now_s));
    }
    if (asks(profile, ASK_STABBING_PAIN) && (compress || routine_massages(routine))) {
        add_closing(causes, REASON_STABBING_PAIN, LASTING);
    }
    if ((asks(profile, ASK_STROKE) || asks(profile, ASK_CAROTID)) &&
        routine_massages_beyond_mouth(routine)) {
        add_closing(causes, REASON_STROKE, LASTING);
    }
    if (asks(profile, ASK_COLD_ALLERGY) && routine_cools(routine)) {
        add_closing(causes, REASON_COLD_ALLERGY, LASTING);
    }
    bool breath = asks(profile, ASK_ASTHMA) || asks(profile, ASK_COPD) ||
                  asks(profile, ASK_HEART) || asks(profile, ASK_PREGNANCY);
    if (breath && routine_holds_breath(routine)) {
        add_closing(causes, REASON_BREATH_HOLD, LASTING);
    }
    if (profile_owes_date(profile) && waits_for_surgeon(routine)) {
        add_closing(causes, REASON_ANSWER_INJECTED, LASTING);
    }
}

struct gating gating_of(const struct routine *routine, const struct profile *profile,
                        const struct gating_facts *facts) {
    struct weighing weighing = {.routine = routine, .profile = profile, .facts = facts};
    lift(&weighing);
    bool lifted = weighing.lifts_lasting || weighing.lifts_fresh;
    bool early = weighing.lasting & 1u << PROFILE_PALSY_EARLY;
    // A plan needs to know that some movement is back; without one the face is still when told so.
    bool still = early && profile->floppy != REPLY_NO && (lifted || profile->floppy != REPLY_NONE);
    bool imagines = routine_imagines(routine);
    bool imagine_only = still && imagines && !weighing.shut_by_words;
    bool moves = routine_moves_face(routine) && !imagine_only;

    weigh_blocks(&weighing, still && moves && !imagines);
    weigh_words(&weighing);
    if (facts->held_until_s > facts->now_s) {
        add_closing(&weighing.causes, REASON_HOLD, facts->held_until_s);
    }
    struct gating gating = judge(&weighing.causes);

    if (gating.gate == GATE_OPEN && lifted) {
        gating.reason = REASON_PLAN;
    }
    bool numb = profile->skin == REPLY_NO && (routine_warms(routine) || routine_cools(routine));
    gating.absolute = is_shut(gating.gate) && ((moves && early) || numb);
    bool fresh_small = strictest(routine, weighing.fresh) == GATE_SMALL;
    gating.small = gating.gate == GATE_SMALL && (!weighing.named || fresh_small);
    gating.plan_dose = weighing.named && !gating.small;
    gating.imagine_only = imagine_only;
    gating.fresh_injection = weighing.fresh != 0;
    bool asks_first = moves || gating.reason == REASON_ANSWER_INJECTED;
    gating.wants_answers = asks_first && !gating.absolute &&
                           profile_wants_answers(profile, facts->moved_s, facts->now_s);
    return gating;
}
