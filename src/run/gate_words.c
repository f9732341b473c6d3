// SPDX-License-Identifier: MIT
#include "run/gate_words.h"

#include <string.h>

#include "core/routine_kind.h"
#include "run/day_words.h"

const char *gate_words_gate(enum gate_word gate) {
    static const char *const texts[GATE_COUNT] = {
        [GATE_SMALL] = N_("starts small"),
        // TRANSLATORS: open while a therapist's plan names it
        [GATE_PLAN] = N_("with a plan"),
        [GATE_CLOSED] = N_("closed"),
    };
    return gate == GATE_OPEN ? text_translate_sense("state", "open") : _(texts[gate]);
}

const char *gate_words_now(const struct allowed *allowed) {
    const struct gating *gating = &allowed->gating;
    bool by_plan = gating->gate == GATE_SMALL && gating->plan_dose;
    // TRANSLATORS: in place of "starts small": a therapist's plan says how much
    return by_plan ? _("by the plan") : gate_words_gate(gating->gate);
}

// What goes before the colon of a reason. The word in brackets is the one of the profile.
static const char *told_words(enum profile_word word) {
    static const char *const texts[PROFILE_COUNT] = {
        [PROFILE_MYOK] = N_("With a twitching lid (myok)"),
        [PROFILE_HFS] = N_("With hemifacial spasm (hfs)"),
        [PROFILE_BSP] = N_("With blepharospasm (bsp)"),
        [PROFILE_SYNK] = N_("With linked movements (synk)"),
        [PROFILE_PALSY_WEAK] = N_("With a palsy that is coming back (palsy-weak)"),
        [PROFILE_PALSY_EARLY] = N_("With a fresh or floppy palsy (palsy-early)"),
        [PROFILE_UNKNOWN] = N_("Until a doctor has given it a name (unknown)"),
        [PROFILE_TOXIN_24H] = N_("So soon after an injection (toxin-24h)"),
    };
    return _(texts[word]);
}

enum { ANY = -1 };

// The sentence behind the colon: the first row that fits. A row with an id comes before its
// category, a word before all words.
struct why_row {
    const char *routine; // NULL: any
    int category, word;  // ANY
    enum gate_word gate;
    const char *text;
};

static const struct why_row why_rows[] = {
    {NULL, CATEGORY_COMPRESS_COLD, PROFILE_TOXIN_24H, GATE_SMALL,
     N_("five minutes of cold at most, away from the injected places.")},
    {NULL, ANY, ANY, GATE_SMALL, N_("few, small and slow at first; it grows with the days.")},
    {"nmr-imagine-then-do", ANY, ANY, GATE_PLAN,
     N_("this goes with your therapist's plan; a finger works beside the eye here.")},
    {"mas-cheek-stretch", ANY, ANY, GATE_PLAN,
     N_("this goes with your therapist's plan; it is for a cheek that is tight after a palsy.")},
    {NULL, CATEGORY_STRENGTHENING, ANY, GATE_PLAN,
     N_("this goes with your therapist's plan; force can feed unwanted movement.")},
    {NULL, ANY, PROFILE_BSP, GATE_PLAN,
     N_("eye work goes with your therapist's plan; closing is what the lids do too much of.")},
    {NULL, ANY, PROFILE_PALSY_EARLY, GATE_PLAN,
     N_("this goes with your therapist's plan, once some movement is back.")},
    {NULL, ANY, PROFILE_TOXIN_24H, GATE_PLAN,
     N_("moving the face goes with your therapist's plan for now.")},
    {NULL, ANY, ANY, GATE_PLAN, N_("this goes with your therapist's plan.")},
    {"breath-pursed", ANY, ANY, GATE_CLOSED,
     N_("rounding the lips so often may pull an eye along.")},
    {"relax-pmr-face", ANY, ANY, GATE_CLOSED,
     N_("tensing the face is left out, letting go takes its place.")},
    {"mas-cheek-stretch", ANY, PROFILE_PALSY_EARLY, GATE_CLOSED,
     N_("stretching waits until three months after the palsy began.")},
    {"mas-cheek-stretch", ANY, PROFILE_MYOK, GATE_CLOSED,
     N_("this stretch is for a cheek that is tight after a palsy.")},
    {"mas-cheek-stretch", ANY, PROFILE_BSP, GATE_CLOSED,
     N_("this stretch is for a cheek that is tight after a palsy.")},
    {NULL, CATEGORY_ROM, PROFILE_SYNK, GATE_CLOSED,
     N_("small, precise exercises take the place of large movements.")},
    {NULL, CATEGORY_STRENGTHENING, ANY, GATE_CLOSED,
     N_("strength comes later, and waiting costs nothing.")},
    {NULL, CATEGORY_MASSAGE, PROFILE_TOXIN_24H, GATE_CLOSED,
     N_("nothing is rubbed or pressed on the face.")},
    {NULL, CATEGORY_COMPRESS_WARM, PROFILE_TOXIN_24H, GATE_CLOSED, N_("no warmth on the face.")},
    {NULL, ANY, ANY, GATE_CLOSED, N_("this one is left out.")},
};

static bool fits(const struct why_row *row, const struct routine *routine,
                 const struct gating *gating) {
    return row->gate == gating->gate && (!row->routine || strcmp(row->routine, routine->id) == 0) &&
           (row->category == ANY || row->category == (int)routine->category) &&
           (row->word == ANY || row->word == (int)gating->word);
}

static void add_word_reason(struct text_builder *text, const struct routine *routine,
                            const struct gating *gating) {
    size_t index = 0;
    while (!fits(&why_rows[index], routine, gating)) {
        index++; // the last row of each gate but open fits all
    }
    text_add_format(text, "%s: %s", told_words(gating->word), _(why_rows[index].text));
}

const char *gate_words_hold(enum hold_reason reason) {
    static const char *const texts[] = {
        [HOLD_NONE] = "",
        [HOLD_HURT] = N_("It hurt the last time"),
        [HOLD_PULLED] = N_("Another part of the face pulled along"),
        [HOLD_BUSIER] = N_("The face was busier after three of the last four times"),
        [HOLD_RISE] = N_("The number rose by 2 or more in four of the last six times"),
    };
    return *texts[reason] ? _(texts[reason]) : "";
}

void gate_words_rest(struct text_builder *text, const struct allowed *allowed) {
    if (allowed->hold.reason != HOLD_NONE) {
        text_add_format(text, _("%s, so this one rests for a week."),
                        gate_words_hold(allowed->hold.reason));
    }
}

// The therapist's plan that counts here: the one with her reason, where that was needed.
static const struct plan *plan_behind(const struct allowed *allowed) {
    return allowed->word.despite_plan ? allowed->word.despite_plan : allowed->word.plan;
}

void gate_words_despite(struct text_builder *text, const struct allowed *allowed) {
    if (allowed->gating.reason == REASON_PLAN && allowed->word.despite) {
        // TRANSLATORS: behind it come the words of a plan
        text_add_format(text, _("Your therapist writes: %s"), allowed->word.despite);
    }
}

void gate_words_reason(struct text_builder *text, const struct routine *routine,
                       const struct allowed *allowed) {
    static const char *const texts[REASON_COUNT] = {
        [REASON_FLOPPY] = N_("While the face is floppy nothing is exercised; once some movement is "
                             "back, your therapist's plan opens this."),
        [REASON_ANSWER_INJECTED] =
            N_("After a fresh injection or operation the face rests; tell its date, and this opens "
               "by itself."),
        [REASON_SURGERY] = N_("After an operation everything on the face waits for your surgeon's "
                              "word."),
        [REASON_SKIN] = N_("Where the skin does not feel as usual, neither warmth nor cold is "
                           "safe."),
        [REASON_STABBING_PAIN] = N_("With stabbing pain in the face no pack and no massage; a "
                                    "doctor looks at the pain first."),
        [REASON_STROKE] = N_("After a stroke, or with a narrowed artery of the neck, massage waits "
                             "for a doctor's yes."),
        [REASON_BREATH_HOLD] = N_("With asthma, COPD, heart trouble or in pregnancy breathing "
                                  "without holds takes its place, until a doctor says yes."),
        [REASON_COLD_ALLERGY] = N_("With an allergy to cold, or Raynaud's, no cold on the face."),
    };
    const struct gating *gating = &allowed->gating;
    const struct plan *plan = plan_behind(allowed);
    if (gating->reason == REASON_PLAN && plan) {
        // TRANSLATORS: title of the plan, its id
        text_add_format(text, _("Open with your therapist's plan \"%s\" (%s)."), plan->title,
                        plan->id);
    } else if (gating->gate == GATE_SMALL && gating->plan_dose && plan) {
        // TRANSLATORS: title of the plan, its id
        text_add_format(text, _("How much, your therapist's plan \"%s\" (%s) says."), plan->title,
                        plan->id);
    } else if (gating->reason == REASON_WORD) {
        add_word_reason(text, routine, gating);
    } else if (gating->reason == REASON_HOLD) {
        gate_words_rest(text, allowed);
    } else if (texts[gating->reason]) {
        text_add(text, _(texts[gating->reason]));
    }
}

void gate_words_until(struct text_builder *text, const struct allowed *allowed, struct wall now) {
    char moment[DAY_WORDS_MOMENT_MAX];
    if (allowed->gating.until_s > now.utc_s) {
        text_add_format(text, _("It opens %s."),
                        day_words_moment(now, allowed->gating.until_s, moment));
    }
}

void gate_words_limit(struct text_builder *text, const struct allowed *allowed, struct wall now) {
    char moment[DAY_WORDS_MOMENT_MAX];
    day_words_moment(now, allowed->limit.opens_s, moment);
    switch (allowed->limit.reason) {
    case LIMIT_PER_DAY:
        text_add_format(text, _("Enough of this one for today; it opens %s."), moment);
        break;
    case LIMIT_GAP:
        text_add_format(text, _("Enough for now, the skin rests; it opens %s."), moment);
        break;
    case LIMIT_CEILING:
        text_add_format(text, _("Enough face exercises for today; they open %s."), moment);
        break;
    case LIMIT_NONE:
        break;
    }
}

void gate_words_instead(struct text_builder *text, const struct routine *instead) {
    if (instead) {
        text_add_format(text, _("Instead: %s (%s)."), instead->title, instead->id);
    }
}

void gate_words_tell(struct text_builder *text, const struct allowed *allowed) {
    if (allowed->hold.reason == HOLD_NONE) {
        return;
    }
    if (allowed->hold.reason == HOLD_HURT) {
        text_add(text,
                 _("Tell your therapist or doctor where it hurt; pain that stays is looked at "
                   "soon."));
    } else {
        text_add(text, _("Tell your therapist, or the doctor who treats your face."));
    }
}

void gate_words_injection(struct text_builder *text, const struct routine *routine,
                          const struct allowed *allowed) {
    bool touches = routine_moves_face(routine) || routine_cools(routine);
    if (allowed->gating.fresh_injection && touches) {
        text_add(text,
                 _("The injection is fresh: go gently, and leave the injected places alone."));
    }
}

static const char *stage_words(const struct dose *dose) {
    switch (dose->stage) {
    case DOSE_SMALL:
        return _("Small dose: at most three of each movement, 2 of 10, once a day.");
    case DOSE_ONCE:
        return _("The written number, once a day for now.");
    case DOSE_TWICE:
        return _("The written number, up to twice a day.");
    case DOSE_WRITTEN:
        break;
    }
    return dose->short_form || dose->reps_most > 0 ? _("The short form this time.") : "";
}

void gate_words_dose(struct text_builder *text, const struct allowed *allowed) {
    const struct dose *dose = &allowed->dose;
    if (allowed->gating.imagine_only) {
        text_add(text, _("What is imagined is open, nothing moves yet."));
    } else if (dose->stepped_back) {
        text_add_format(text, _("Busier the last times, so less for now. %s"), stage_words(dose));
    } else {
        text_add(text, stage_words(dose));
    }
}

const char *gate_words_evidence(void) {
    return _("Small studies looked at exercises of the face after injections in people with "
             "hemifacial spasm. In one the effect lasted longer, in another there was no clear "
             "difference. Nobody has tested them well without injections. Specialists warn that "
             "force makes unwanted movement worse. So: few, small, slow - and stop when your face "
             "gets busier.");
}

// Takes over a sentence, behind `between` where something stands already.
static void join(struct text_builder *text, size_t begin, const char *between,
                 struct text_builder *sentence) {
    if (sentence->length > 0) {
        text_add(text, text->length > begin ? between : "");
        text_add(text, sentence->text);
    }
    text_builder_free(sentence);
}

void gate_words_held(struct text_builder *text, const struct allowed *allowed, struct wall now,
                     const char *between) {
    size_t begin = text->length;
    struct text_builder sentence = {0};
    if (allowed->hold.reason == HOLD_NONE) {
        return;
    }
    gate_words_rest(&sentence, allowed);
    join(text, begin, between, &sentence);
    gate_words_until(&sentence, allowed, now);
    join(text, begin, between, &sentence);
    gate_words_tell(&sentence, allowed);
    join(text, begin, between, &sentence);
}

const char *gate_words_unanswered(void) {
    return _("The question at the end stayed open three times. Is it in the way? One key is "
             "enough, and it keeps you from doing too much.");
}

void gate_words_all(struct text_builder *text, const struct routine *routine,
                    const struct allowed *allowed, const struct person *person,
                    const struct catalog *catalog, const char *between) {
    size_t begin = text->length;
    struct text_builder sentence = {0};
    // Enough for now says more than why it is small.
    if (allowed_is_shut(allowed) || allowed_now(allowed)) {
        gate_words_reason(&sentence, routine, allowed);
    }
    join(text, begin, between, &sentence);
    gate_words_despite(&sentence, allowed);
    join(text, begin, between, &sentence);
    if (allowed_is_shut(allowed)) {
        gate_words_until(&sentence, allowed, person->now);
        join(text, begin, between, &sentence);
        gate_words_tell(&sentence, allowed);
    } else {
        gate_words_limit(&sentence, allowed, person->now);
    }
    join(text, begin, between, &sentence);
    if (allowed_now(allowed)) {
        gate_words_injection(&sentence, routine, allowed);
        join(text, begin, between, &sentence);
        gate_words_dose(&sentence, allowed);
    } else {
        gate_words_instead(&sentence, allowed_instead(person, catalog, routine));
    }
    join(text, begin, between, &sentence);
}
