// SPDX-License-Identifier: MIT
#include "run/sign_words.h"

#include <assert.h>
#include <math.h>

#include "core/trend.h"
#include "run/day_words.h"
#include "run/diary_words.h"
#include "run/number_words.h"
#include "run/words.h"

const char *sign_words_title(enum sign_id id) {
    static const char *const titles[] = {
        [SIGN_SWALLOWING] = N_("Trouble swallowing after an injection"),
        [SIGN_WEAKNESS] = N_("A new weakness of the face"),
        [SIGN_LASTING] = N_("Twitching for more than two weeks"),
        [SIGN_RISING] = N_("The weekly value has risen"),
        [SIGN_SPREAD] = N_("A new place"),
        [SIGN_STIFF] = N_("A stiff or weak feeling"),
        [SIGN_PAIN] = N_("Pain, or it keeps you from daily tasks"),
        [SIGN_SENSES] = N_("Sight, balance, feeling or hearing"),
        [SIGN_INJURY] = N_("It began after an injury"),
        [SIGN_BOTH_SIDES] = N_("Both sides twitch"),
        [SIGN_MEDICINE] = N_("It began with a new medicine"),
        [SIGN_EYE] = N_("For the eye doctor"),
        [SIGN_CLINIC] = N_("After the injection: ring the clinic"),
        [SIGN_MOOD] = N_("A heavy week"),
        [SIGN_WARMTH] = N_("Warmth is needed often"),
        [SIGN_WEARING_OFF] = N_("Late in the cycle"),
    };
    static_assert(sizeof titles / sizeof *titles == SIGN_COUNT, "a title each");
    return _(titles[id]);
}

const char *sign_words_urgency(enum urgency urgency) {
    static const char *const texts[] = {
        [URGENCY_EMERGENCY] = N_("Now"),
        [URGENCY_SAME_DAY] = N_("The same day"),
        [URGENCY_SOON] = N_("In the next days"),
        [URGENCY_DOCTOR] = N_("Your own doctor"),
        [URGENCY_CARD] = "",
    };
    static_assert(sizeof texts / sizeof *texts == URGENCY_COUNT, "words each");
    return *texts[urgency] ? _(texts[urgency]) : "";
}

// ---- what it says ----

// Those that name the number to call.
static bool says_call(struct text_builder *text, enum sign_id id) {
    const char *number = words_emergency_number();
    if (id == SIGN_SWALLOWING) {
        text_add_format(text,
                        _("Call %s now. After botulinum toxin, trouble swallowing, breathing or "
                          "speaking, or getting weak all over, is an emergency, also weeks later."),
                        number);
    } else if (id == SIGN_WEAKNESS) {
        text_add_format(text,
                        _("This is for a doctor, the same day. If it came suddenly, call %s now, "
                          "even if it has already passed."),
                        number);
    } else if (id == SIGN_SENSES) {
        text_add_format(text,
                        _("This is for a doctor, in the next days. If it came suddenly, call %s "
                          "now, even if it has already passed."),
                        number);
    } else if (id == SIGN_MOOD) {
        text_add_format(text,
                        _("Many heavy days in one week are a reason to talk to your family doctor, "
                          "to a helpline, or to somebody you trust. If you think of ending your "
                          "life, call %s. You need not be alone with it."),
                        number);
    } else {
        return false;
    }
    return true;
}

static const char *const says[SIGN_COUNT] = {
    [SIGN_LASTING] = N_("Twitching that goes on for more than two weeks, comes back or grows is a "
                        "reason to see your family doctor, and then a neurologist."),
    [SIGN_RISING] = N_("A value that is higher by 2 or more, two weeks running, is a reason to "
                       "tell the doctor who treats your face; where there is none, your family "
                       "doctor, and then a neurologist."),
    [SIGN_SPREAD] = N_("Twitching in a new place, or in more than one, is a reason to see your "
                       "family doctor."),
    [SIGN_STIFF] = N_("A place that feels weak or stiff is a reason to see your family doctor."),
    [SIGN_PAIN] = N_("Pain, or twitching that keeps you from daily tasks, is a reason to see your "
                     "family doctor."),
    [SIGN_INJURY] = N_("Twitching that begins after an injury of the head or face is for a doctor, "
                       "in the next days."),
    [SIGN_BOTH_SIDES] = N_("Twitching on both sides of the face is a reason to see a doctor."),
    [SIGN_MEDICINE] = N_("Tell your family doctor that it began soon after a new medicine. Do not "
                         "stop the medicine on your own."),
    [SIGN_EYE] =
        N_("A red, painful, sore or discharging eye is for an eye doctor, in the next days."),
    [SIGN_WARMTH] = N_("Warmth helps for the moment. You have needed it often; that is a good "
                       "reason to see a neurologist."),
};

static void say_clinic(struct text_builder *text, const struct sign *sign) {
    uint64_t sinks = (uint64_t)1 << TICK_LID_DROOPS | (uint64_t)1 << TICK_MOUTH_DROOPS;
    text_add(text, sign->ticks & sinks
                       ? _("A lid or mouth corner that sinks slowly in the first two weeks is a "
                           "known effect: ring the clinic that injected. Sudden, or with arm, leg "
                           "or speech: emergency.")
                       : _("Double sight in the first weeks after an injection: ring the clinic "
                           "that injected. Sudden, or with arm, leg or speech: emergency."));
}

void sign_words_say(struct text_builder *text, const struct sign *sign) {
    if (sign->id == SIGN_CLINIC) {
        say_clinic(text, sign);
    } else if (sign->id == SIGN_EYE && !(sign->ticks & (uint64_t)1 << TICK_RED_EYE)) {
        text_add(text,
                 _("An eye that does not close twelve weeks after a palsy began is for an eye "
                   "doctor, in the next days."));
    } else if (sign->id == SIGN_WEARING_OFF) {
        text_add_format(text,
                        _("Your ratings rise, as often before the next injection. Day %d. Want to "
                          "note the next appointment?"),
                        (int)sign->facts[0]);
    } else if (!says_call(text, sign->id)) {
        text_add(text, _(says[sign->id]));
    }
}

// ---- what raised it ----

static struct text_builder *next(struct sign_sentences *facts) {
    assert(facts->count < SIGN_SENTENCES_MAX);
    return &facts->sentences[facts->count++];
}

// A weekly value, to a tenth: a mean of four has more places than it has meaning.
struct value_text {
    char text[TEXT_NUMBER_MAX];
};
static struct value_text value_text(double value) {
    struct value_text written = {0};
    number_words(round(value * 10) / 10, written.text);
    return written;
}

static void add_ticks(struct sign_sentences *facts, const struct sign *sign) {
    char last[DAY_WORDS_DATE_MAX];
    struct text_builder list = {0};
    diary_words_ticks(&list, sign->ticks);
    text_add_format(next(facts),
                    text_translate_count("On %d day of the last 14, %s: %s.",
                                         "On %d days of the last 14, the last %s: %s.",
                                         (unsigned long)sign->days),
                    sign->days, day_words_day(sign->last, last), list.text);
    text_builder_free(&list);
}

static void add_since_injection(struct sign_sentences *facts, const struct sign *sign) {
    text_add_format(next(facts), _("Day %d after the injection."), (int)sign->facts[0]);
}

static void add_lasting(struct sign_sentences *facts, const struct sign *sign) {
    char first[DAY_WORDS_DATE_MAX];
    int64_t began = sign->last - (int64_t)sign->facts[0];
    if (sign->facts[1] > 0) {
        text_add_format(next(facts),
                        text_translate_count("Numbers above 0 since before %s, on %d rated day "
                                             "from then on.",
                                             "Numbers above 0 since before %s, on %d rated days "
                                             "from then on.",
                                             (unsigned long)sign->days),
                        day_words_day(began, first), sign->days);
        return;
    }
    text_add_format(next(facts),
                    text_translate_count("Numbers above 0 since %s, on %d rated day.",
                                         "Numbers above 0 since %s, on %d rated days.",
                                         (unsigned long)sign->days),
                    day_words_day(began, first), sign->days);
}

static void add_rising(struct sign_sentences *facts, const struct sign *sign) {
    struct value_text last = value_text(sign->facts[3]);
    struct value_text now = value_text(sign->facts[0]);
    struct value_text then = value_text(sign->facts[1]);
    switch ((enum sign_against)sign->facts[2]) {
    case AGAINST_WEEKS:
        text_add_format(next(facts),
                        _("Weekly value %s and %s, against %s in the four weeks before."),
                        last.text, now.text, then.text);
        break;
    case AGAINST_CYCLES:
        text_add_format(next(facts),
                        _("Weekly value %s and %s, against %s on the same days of earlier cycles."),
                        last.text, now.text, then.text);
        break;
    case AGAINST_WORST:
        text_add_format(
            next(facts),
            _("Weekly value %s and %s, against %s in the worst week before the injection."),
            last.text, now.text, then.text);
        break;
    }
    text_add_format(next(facts), _("Rated days: %d and %d, against %d."), (int)sign->facts[4],
                    sign->days, (int)sign->facts[5]);
}

static void add_spread(struct sign_sentences *facts, const struct sign *sign) {
    struct text_builder now = {0}, earlier = {0};
    diary_words_places(&now, sign->places);
    diary_words_places(&earlier, sign->earlier);
    text_add_format(next(facts), _("New in the last 14 days: %s. In the eight weeks before: %s."),
                    now.text, earlier.text);
    text_builder_free(&now);
    text_builder_free(&earlier);
}

static void add_pain(struct sign_sentences *facts, const struct sign *sign) {
    int days = (int)sign->facts[0], hard = (int)sign->facts[2];
    if (days > 0) {
        text_add_format(
            next(facts),
            text_translate_count("Pain of 4 or more on %d day of the last 14, at most %d of 10.",
                                 "Pain of 4 or more on %d days of the last 14, at most %d of 10.",
                                 (unsigned long)days),
            days, (int)sign->facts[1]);
    }
    if (hard > 0) {
        text_add_format(
            next(facts),
            text_translate_count("It kept you from daily tasks on %d day of the last 14.",
                                 "It kept you from daily tasks on %d days of the last 14.",
                                 (unsigned long)hard),
            hard);
    }
    if (sign->facts[3] > 0) {
        text_add(next(facts), _("Severity of the week: 4 of 4, it stops you."));
    }
}

static void add_injury(struct sign_sentences *facts, int days) {
    if (days == 0) {
        text_add(next(facts), _("The first number above 0 came on the day of the injury."));
        return;
    }
    text_add_format(next(facts),
                    text_translate_count("The first number above 0 came %d day after the injury.",
                                         "The first number above 0 came %d days after the injury.",
                                         (unsigned long)days),
                    days);
}

static void add_medicine(struct sign_sentences *facts, int days) {
    if (days == 0) {
        text_add(next(facts), _("The first number above 0 came on the day the medicine began."));
        return;
    }
    text_add_format(
        next(facts),
        text_translate_count("The first number above 0 came %d day after the medicine began.",
                             "The first number above 0 came %d days after the medicine began.",
                             (unsigned long)days),
        days);
}

static void add_both_sides(struct sign_sentences *facts, const struct sign *sign) {
    int days = (int)sign->facts[0];
    text_add_format(next(facts),
                    text_translate_count("Both sides were named on %d day of the last 14.",
                                         "Both sides were named on %d days of the last 14.",
                                         (unsigned long)days),
                    days);
}

static void add_mood(struct sign_sentences *facts, const struct sign *sign) {
    text_add_format(next(facts),
                    _("Stress of 8 or more, or mood of 2 or less: %d of the last 7 days."),
                    (int)sign->facts[0]);
}

static void add_warmth(struct sign_sentences *facts, const struct sign *sign) {
    int today = (int)sign->facts[0];
    if (today >= SIGN_WARM_A_DAY) {
        text_add_format(next(facts), _("Warm compresses today: %d."), today);
    }
    text_add_format(next(facts), _("Days with warmth: %d of the last 14."), (int)sign->facts[1]);
    if (sign->facts[4] > 0) {
        text_add_format(next(facts), _("Weekly value %s, in the week before %s."),
                        value_text(sign->facts[2]).text, value_text(sign->facts[3]).text);
    }
}

static void add_wearing_off(struct sign_sentences *facts, const struct sign *sign) {
    text_add_format(next(facts), _("Weekly value %s, against %s on days %d to %d."),
                    value_text(sign->facts[1]).text, value_text(sign->facts[2]).text,
                    TREND_TOXIN_RISE_DAYS + 1, TREND_TOXIN_STEADY_UNTIL - 1);
    text_add_format(next(facts), _("Rated days: %d, against %d."), sign->days, (int)sign->facts[3]);
}

void sign_words_facts(struct sign_sentences *facts, const struct sign *sign) {
    *facts = (struct sign_sentences){0};
    if (sign->ticks) {
        add_ticks(facts, sign);
    }
    switch (sign->id) {
    case SIGN_SWALLOWING:
    case SIGN_CLINIC:
        add_since_injection(facts, sign);
        break;
    case SIGN_LASTING:
        add_lasting(facts, sign);
        break;
    case SIGN_RISING:
        add_rising(facts, sign);
        break;
    case SIGN_SPREAD:
        add_spread(facts, sign);
        break;
    case SIGN_PAIN:
        add_pain(facts, sign);
        break;
    case SIGN_INJURY:
        add_injury(facts, (int)sign->facts[0]);
        break;
    case SIGN_MEDICINE:
        add_medicine(facts, (int)sign->facts[0]);
        break;
    case SIGN_BOTH_SIDES:
        add_both_sides(facts, sign);
        break;
    case SIGN_MOOD:
        add_mood(facts, sign);
        break;
    case SIGN_WARMTH:
        add_warmth(facts, sign);
        break;
    case SIGN_WEARING_OFF:
        add_wearing_off(facts, sign);
        break;
    case SIGN_WEAKNESS:
    case SIGN_STIFF:
    case SIGN_SENSES:
    case SIGN_EYE:
    case SIGN_COUNT:
        break;
    }
}

void sign_sentences_free(struct sign_sentences *facts) {
    for (int i = 0; i < SIGN_SENTENCES_MAX; i++) {
        text_builder_free(&facts->sentences[i]);
    }
    facts->count = 0;
}

const char *sign_words_doctor(void) {
    return _("I am under a doctor for this");
}

const char *sign_words_away(void) {
    return _("Put away");
}
