// SPDX-License-Identifier: MIT
#include "core/signs.h"

#include <assert.h>
#include <stddef.h>

#include "core/quiet.h"
#include "core/signs_rules.h"

const char *const urgency_words[] = {
    [URGENCY_EMERGENCY] = "emergency", [URGENCY_SAME_DAY] = "same-day", [URGENCY_SOON] = "soon",
    [URGENCY_DOCTOR] = "doctor",       [URGENCY_CARD] = "card",
};
static_assert(sizeof urgency_words / sizeof *urgency_words == URGENCY_COUNT, "a word each");

const struct sign_row sign_rows[] = {
    [SIGN_SWALLOWING] = {"RF-0", "swallowing", URGENCY_EMERGENCY, true, 0},
    [SIGN_WEAKNESS] = {"RF-1", "weakness", URGENCY_SAME_DAY, true, 0},
    [SIGN_LASTING] = {"RF-2", "lasting", URGENCY_DOCTOR, false, 28},
    [SIGN_RISING] = {"RF-2", "rising", URGENCY_DOCTOR, false, 14},
    [SIGN_SPREAD] = {"RF-3", "spread", URGENCY_DOCTOR, true, 0},
    [SIGN_STIFF] = {"RF-4", "stiff", URGENCY_DOCTOR, false, 14},
    [SIGN_PAIN] = {"RF-5", "pain", URGENCY_DOCTOR, false, 14},
    [SIGN_SENSES] = {"RF-6", "senses", URGENCY_SOON, true, 0},
    [SIGN_INJURY] = {"RF-7", "injury", URGENCY_SOON, false, 28},
    [SIGN_BOTH_SIDES] = {"RF-8", "both-sides", URGENCY_DOCTOR, false, 28},
    [SIGN_MEDICINE] = {"RF-9", "medicine", URGENCY_DOCTOR, false, 28},
    [SIGN_EYE] = {"RF-10", "eye", URGENCY_SOON, false, 0},
    [SIGN_CLINIC] = {"RF-10", "clinic", URGENCY_SOON, false, 0},
    [SIGN_MOOD] = {"RF-11", "mood", URGENCY_DOCTOR, false, 30},
    [SIGN_WARMTH] = {"RF-12", "warmth", URGENCY_CARD, false, 28},
    [SIGN_WEARING_OFF] = {"wearing-off", "wearing-off", URGENCY_CARD, true, 14},
};
static_assert(sizeof sign_rows / sizeof *sign_rows == SIGN_COUNT, "a row each");

// ---- what the days hold ----

// The days of the last `span`, today included.
static struct sign_span last_days(const struct sign_facts *facts, int span) {
    int end = facts->day_count;
    while (end > 0 && facts->days[end - 1].day > facts->today) {
        end--;
    }
    int from = end;
    while (from > 0 && facts->days[from - 1].day > facts->today - span) {
        from--;
    }
    return (struct sign_span){facts->days + from, end - from};
}

static uint64_t bit(enum day_tick tick) {
    return (uint64_t)1 << tick;
}

// ---- what is ticked ----

static uint64_t ticks_between(const struct sign_facts *facts, int64_t first, int64_t last) {
    uint64_t ticks = 0;
    for (int i = 0; i < facts->day_count; i++) {
        int64_t day = facts->days[i].day;
        ticks |= first <= day && day <= last ? facts->days[i].ticks : 0;
    }
    return ticks;
}

// What on a day may come of an injection: trouble swallowing for weeks, double sight as long as it
// stands on the form, and what began to sink within two weeks. What sinks later is news.
static uint64_t of_injection(const struct sign_facts *facts, int64_t day) {
    int present = cycle_present(facts->injections, facts->injection_count, day);
    int64_t injected = present < 0 ? 0 : facts->injections[present];
    if (present < 0) {
        return 0;
    }
    if (day - injected > SIGN_CLINIC_DAYS) {
        return bit(TICK_SWALLOWING);
    }
    int64_t begun = injected + SIGN_SINKING_DAYS < day ? injected + SIGN_SINKING_DAYS : day;
    uint64_t sinks = bit(TICK_LID_DROOPS) | bit(TICK_MOUTH_DROOPS);
    return bit(TICK_SWALLOWING) | bit(TICK_DOUBLE_VISION) |
           (sinks & ticks_between(facts, injected, begun));
}

// What was put away or answered is raised by newer days alone where the sign knows no rest.
static bool is_answered(const struct sign_facts *facts, const struct sign *sign, int64_t day) {
    return sign_rows[sign->id].every_days == 0 && day <= facts->shown[sign->id];
}

// Ticks of the last two weeks: `apart` as far as they come of no injection, `after` as far as they
// may come of one.
static bool by_ticks(const struct sign_facts *facts, uint64_t apart, uint64_t after,
                     struct sign *sign) {
    struct sign_span recent = last_days(facts, SIGN_RECENT_DAYS);
    for (int i = 0; i < recent.count; i++) {
        int64_t day = recent.days[i].day;
        uint64_t effects = of_injection(facts, day);
        uint64_t ticks = recent.days[i].ticks & ((apart & ~effects) | (after & effects));
        if (ticks && !is_answered(facts, sign, day)) {
            sign->ticks |= ticks;
            sign->days++;
            sign->last = day;
        }
    }
    return sign->ticks != 0;
}

// facts: days from the injection to the last tick.
static bool after_injection(const struct sign_facts *facts, uint64_t wanted, struct sign *sign) {
    if (!by_ticks(facts, 0, wanted, sign)) {
        return false;
    }
    int injection = cycle_present(facts->injections, facts->injection_count, sign->last);
    sign->facts[0] = (double)(sign->last - facts->injections[injection]);
    return true;
}

static bool swallowing(const struct sign_facts *facts, struct sign *sign) {
    return after_injection(facts, bit(TICK_SWALLOWING), sign);
}

static bool clinic(const struct sign_facts *facts, struct sign *sign) {
    return after_injection(
        facts, bit(TICK_LID_DROOPS) | bit(TICK_MOUTH_DROOPS) | bit(TICK_DOUBLE_VISION), sign);
}

// An eye that does not close after a palsy, as it did not in the weeks before, is no news.
static bool is_open_of_old(const struct sign_facts *facts) {
    int64_t last = facts->today - SIGN_RECENT_DAYS;
    return facts->palsy_told &&
           ticks_between(facts, last - SIGN_EARLIER_DAYS + 1, last) & bit(TICK_OPEN_EYE);
}

static bool weakness(const struct sign_facts *facts, struct sign *sign) {
    uint64_t open_eye = is_open_of_old(facts) ? 0 : bit(TICK_OPEN_EYE);
    return by_ticks(facts,
                    bit(TICK_WEAKNESS) | bit(TICK_LID_DROOPS) | bit(TICK_MOUTH_DROOPS) | open_eye,
                    0, sign);
}

static bool stiff(const struct sign_facts *facts, struct sign *sign) {
    return by_ticks(facts, bit(TICK_STIFFNESS), 0, sign);
}

static bool senses(const struct sign_facts *facts, struct sign *sign) {
    return by_ticks(facts,
                    bit(TICK_VISION) | bit(TICK_BALANCE) | bit(TICK_NUMBNESS) | bit(TICK_HEARING) |
                        bit(TICK_DOUBLE_VISION),
                    0, sign);
}

static bool eye(const struct sign_facts *facts, struct sign *sign) {
    bool late = is_open_of_old(facts) && facts->today - facts->palsy >= SIGN_PALSY_DAYS;
    return by_ticks(facts, bit(TICK_RED_EYE) | (late ? bit(TICK_OPEN_EYE) : 0), 0, sign);
}

// facts: days with pain, the most of it, days that were hard to get through, whether a week was.
static bool pain(const struct sign_facts *facts, struct sign *sign) {
    struct sign_span recent = last_days(facts, SIGN_RECENT_DAYS);
    for (int i = 0; i < recent.count; i++) {
        const struct diary_day *day = &recent.days[i];
        double felt = day->fields[FIELD_PAIN];
        sign->facts[0] += felt >= SIGN_PAIN_LEAST;
        sign->facts[1] = felt > sign->facts[1] ? felt : sign->facts[1];
        sign->facts[2] += (day->ticks & bit(TICK_STOPS_TASKS)) || day->severity == GRADE_MOST;
    }
    sign->facts[3] = facts->week_severity == GRADE_MOST;
    return sign->facts[0] >= 2 || sign->facts[2] > 0 || sign->facts[3] > 0;
}

// facts: days, of seven.
static bool mood(const struct sign_facts *facts, struct sign *sign) {
    struct sign_span week = last_days(facts, 7);
    for (int i = 0; i < week.count; i++) {
        const double *fields = week.days[i].fields;
        bool low = fields[FIELD_MOOD] >= 0 && fields[FIELD_MOOD] <= SIGN_MOOD_MOST;
        sign->facts[0] += low || fields[FIELD_STRESS] >= SIGN_STRESS_LEAST;
    }
    return sign->facts[0] >= SIGN_MOOD_DAYS;
}

// ---- where it twitches ----

// Places of the last two weeks that none of the eight weeks before had. Whoever named none then
// has none to compare with.
static bool spread(const struct sign_facts *facts, struct sign *sign) {
    struct sign_span recent = last_days(facts, SIGN_RECENT_DAYS);
    struct sign_span all = last_days(facts, SIGN_RECENT_DAYS + SIGN_EARLIER_DAYS);
    unsigned now = 0, answered = 0;
    for (int i = 0; i < all.count; i++) {
        const struct diary_day *day = &all.days[i];
        if (i < all.count - recent.count) {
            sign->earlier |= day->places;
        } else if (is_answered(facts, sign, day->day)) {
            answered |= day->places;
        } else {
            now |= day->places;
        }
    }
    sign->places = sign->earlier ? now & ~(sign->earlier | answered) : 0;
    return sign->places != 0;
}

// Blepharospasm is of both sides by its nature.
static bool both_sides(const struct sign_facts *facts, struct sign *sign) {
    struct sign_span recent = last_days(facts, SIGN_RECENT_DAYS);
    for (int i = 0; i < recent.count; i++) {
        sign->facts[0] += recent.days[i].side == SIDE_BOTH;
    }
    return sign->facts[0] > 0 && !(facts->conditions & 1U << PROFILE_BSP);
}

// ---- since when ----

static const struct daily *first_above(const struct daily *days, int count) {
    for (int i = 0; i < count; i++) {
        if (days[i].value >= 1) {
            return &days[i];
        }
    }
    return NULL;
}

// facts: days since it began, 1 where that is further back than was looked; `days` are those above
// 0. A quiet spell between ends what was before.
static bool lasting(const struct sign_facts *facts, struct sign *sign) {
    int64_t first = INT64_MAX, last = INT64_MIN;
    int quiet = 0;
    for (int i = facts->twitch_count - 1; i >= 0 && quiet < QUIET_SPELL_RATED; i--) {
        if (facts->twitch[i].day > facts->today) {
            continue;
        }
        quiet = facts->twitch[i].value < 1 ? quiet + 1 : 0;
        if (quiet == 0) {
            first = facts->twitch[i].day;
            sign->days++;
            last = last == INT64_MIN ? first : last;
        }
    }
    if (last == INT64_MIN || facts->today - last > SIGN_RECENT_DAYS / 2) {
        return false;
    }
    sign->facts[0] = (double)(last - first);
    bool before = first_above(facts->first, facts->first_count) != NULL;
    sign->facts[1] = quiet < QUIET_SPELL_RATED && before;
    sign->last = last;
    return last - first > SIGN_LASTING_DAYS;
}

// Whether the first number above 0 came within four weeks after one of these days. facts: days
// between.
static bool began_after(const struct sign_facts *facts, const int64_t *days, int count,
                        struct sign *sign) {
    const struct daily *above = first_above(facts->first, facts->first_count);
    above = above ? above : first_above(facts->twitch, facts->twitch_count);
    if (!above || above->day > facts->today) {
        return false;
    }
    int64_t began = above->day;
    for (int i = 0; i < count; i++) {
        if (days[i] <= began && began - days[i] <= SIGN_ONSET_DAYS) {
            sign->facts[0] = (double)(began - days[i]);
            return true;
        }
    }
    return false;
}

static bool injury(const struct sign_facts *facts, struct sign *sign) {
    return began_after(facts, facts->injuries, facts->injury_count, sign);
}

// A medicine may well have been begun because it twitched: a day without it has to come first.
static bool medicine(const struct sign_facts *facts, struct sign *sign) {
    const struct daily *first = facts->first_count > 0 ? facts->first : facts->twitch;
    bool quiet_first = facts->first_count + facts->twitch_count > 0 && first->value < 1;
    return quiet_first && began_after(facts, facts->medicines, facts->medicine_count, sign);
}

// ---- all ----

int signs_raised(const struct sign_facts *facts, struct sign signs[SIGN_COUNT]) {
    static bool (*const rules[])(const struct sign_facts *, struct sign *) = {
        [SIGN_SWALLOWING] = swallowing,
        [SIGN_WEAKNESS] = weakness,
        [SIGN_LASTING] = lasting,
        [SIGN_RISING] = sign_rising,
        [SIGN_SPREAD] = spread,
        [SIGN_STIFF] = stiff,
        [SIGN_PAIN] = pain,
        [SIGN_SENSES] = senses,
        [SIGN_INJURY] = injury,
        [SIGN_BOTH_SIDES] = both_sides,
        [SIGN_MEDICINE] = medicine,
        [SIGN_EYE] = eye,
        [SIGN_CLINIC] = clinic,
        [SIGN_MOOD] = mood,
        [SIGN_WARMTH] = sign_warmth,
        [SIGN_WEARING_OFF] = sign_wearing_off,
    };
    static_assert(sizeof rules / sizeof *rules == SIGN_COUNT, "a rule each");
    int count = 0;
    for (int urgency = 0; urgency < URGENCY_COUNT; urgency++) {
        for (int id = 0; id < SIGN_COUNT; id++) {
            const struct sign_row *row = &sign_rows[id];
            struct sign sign = {.id = (enum sign_id)id};
            bool rests = row->every_days > 0 && facts->shown[id] != INT64_MIN &&
                         facts->today - facts->shown[id] < row->every_days;
            bool known = facts->known[id] && !row->repeated;
            if ((int)row->urgency == urgency && !rests && !known && rules[id](facts, &sign)) {
                signs[count++] = sign;
            }
        }
    }
    return count;
}
