// SPDX-License-Identifier: MIT
#include "core/signs_rules.h"

#include "core/week.h"

// Weeks here are the seven days that end with a day, so that a sign need not wait for a Sunday.

struct value {
    bool given;
    double median;
    int n; // rated days
};

// The median of the numbers of days from..to; given from four of seven on.
static struct value value_of(const struct sign_facts *facts, int64_t from, int64_t to) {
    double values[CYCLE_DAYS] = {0};
    int n = 0;
    for (int i = facts->twitch_count - 1; i >= 0 && facts->twitch[i].day >= from; i--) {
        if (facts->twitch[i].day <= to && n < CYCLE_DAYS) {
            values[n++] = facts->twitch[i].value;
        }
    }
    // Of a cycle that was shorter no day may be left: `to` lies before `from` then.
    bool given = n > 0 && n * WEEK_DAYS >= (to - from + 1) * TREND_WEEK_LEAST;
    return (struct value){given, given ? trend_median(values, n) : 0, n};
}

static struct value week_to(const struct sign_facts *facts, int64_t day) {
    return value_of(facts, day - WEEK_DAYS + 1, day);
}

// The mean of the weeks before the one that ends with a day.
static struct value weeks_before(const struct sign_facts *facts, int64_t day) {
    double sum = 0;
    int weeks = 0, n = 0;
    for (int week = 1; week <= SIGN_RISE_BEFORE; week++) {
        struct value value = week_to(facts, day - (int64_t)week * WEEK_DAYS);
        sum += value.median;
        weeks += value.given;
        n += value.given ? value.n : 0;
    }
    return (struct value){weeks >= SIGN_WEEKS_LEAST, weeks > 0 ? sum / weeks : 0, n};
}

// The numbers of an earlier cycle around the days that lie as far from its injection.
static struct value cycle_week(const struct sign_facts *facts, int cycle, int64_t into, int more) {
    int64_t injected = facts->injections[cycle];
    int64_t to = injected + into + more;
    int64_t from = injected + into - WEEK_DAYS + 1 - more;
    int64_t next = facts->injections[cycle + 1];
    // Of a shorter cycle the days after its end belong to the next one.
    return value_of(facts, from, to < next ? to : next - 1);
}

// The higher of the same days of the two cycles before: what one of them has seen is no worsening.
// Where there is but one, some days more on each side steady its value.
static struct value cycles_before(const struct sign_facts *facts, int present, int64_t day) {
    enum { MORE = 4 };
    int64_t into = day - facts->injections[present];
    int64_t room = into - WEEK_DAYS + 1; // not across its injection
    int more = present > 1 ? 0 : room < MORE ? (int)room : MORE;
    struct value higher = {0};
    for (int cycle = present - 1; cycle >= 0 && cycle >= present - SIGN_CYCLES; cycle--) {
        struct value value = cycle_week(facts, cycle, into, more);
        if (value.given && (!higher.given || value.median > higher.median)) {
            higher = value;
        }
    }
    return higher;
}

// The worst seven days running of the four weeks before the present injection.
static struct value worst_before(const struct sign_facts *facts, int present) {
    struct value worst = {0};
    for (int back = 0; back <= (SIGN_RISE_BEFORE - 1) * WEEK_DAYS; back++) {
        struct value value = week_to(facts, facts->injections[present] - 1 - back);
        if (value.given && (!worst.given || value.median > worst.median)) {
            worst = value;
        }
    }
    return worst;
}

// Whether a day of the weeks that a plain comparison looks at lies where an injection wears off. A
// cycle ends where the next one begins.
static bool wears_off_within(const struct sign_facts *facts) {
    int64_t begins = facts->today - (int64_t)(SIGN_RISE_BEFORE + 2) * WEEK_DAYS + 1;
    for (int i = 0; i < facts->injection_count; i++) {
        int64_t from = facts->injections[i] + CYCLE_LATE_FROM;
        int64_t to = facts->injections[i] + CYCLE_DAYS;
        if (i + 1 < facts->injection_count && facts->injections[i + 1] <= to) {
            to = facts->injections[i + 1] - 1;
        }
        if (from <= to && from <= facts->today && to >= begins) {
            return true;
        }
    }
    return false;
}

static bool is_above(struct value now, struct value then) {
    return now.given && then.given && now.median >= then.median + SIGN_RISE;
}

static bool tell(struct sign *sign, const struct value running[SIGN_RISE_RUNNING],
                 struct value then, enum sign_against against) {
    sign->facts[0] = running[0].median;
    sign->facts[1] = then.median;
    sign->facts[2] = against;
    sign->facts[3] = running[1].median;
    sign->facts[4] = running[1].n;
    sign->facts[5] = then.n;
    sign->days = running[0].n;
    return true;
}

bool sign_rising(const struct sign_facts *facts, struct sign *sign) {
    int64_t today = facts->today;
    int present = cycle_present(facts->injections, facts->injection_count, today);
    struct value now = week_to(facts, today);
    struct value last = week_to(facts, today - WEEK_DAYS);
    const struct value running[] = {now, last};
    int64_t into = present >= 0 ? today - facts->injections[present] : 0;
    struct value worst = present >= 0 ? worst_before(facts, present) : (struct value){0};
    bool set_in = into >= TREND_TOXIN_RISE_DAYS + WEEK_DAYS;
    if (set_in && is_above(now, worst) && is_above(last, worst)) {
        return tell(sign, running, worst, AGAINST_WORST); // whatever the cycle says
    }
    if (present > 0 && into >= 2 * WEEK_DAYS - 1) {
        struct value then = cycles_before(facts, present, today);
        struct value before = cycles_before(facts, present, today - WEEK_DAYS);
        if (then.given && before.given) {
            return is_above(now, then) && is_above(last, before) &&
                   tell(sign, running, then, AGAINST_CYCLES);
        }
    }
    struct value then = weeks_before(facts, today);
    struct value before = weeks_before(facts, today - WEEK_DAYS);
    return !wears_off_within(facts) && is_above(now, then) && is_above(last, before) &&
           tell(sign, running, then, AGAINST_WEEKS);
}

bool sign_wearing_off(const struct sign_facts *facts, struct sign *sign) {
    int present = cycle_present(facts->injections, facts->injection_count, facts->today);
    if (present < 0) {
        return false;
    }
    int64_t injected = facts->injections[present];
    int64_t into = facts->today - injected;
    struct value now = week_to(facts, facts->today);
    struct value steady =
        value_of(facts, injected + TREND_TOXIN_RISE_DAYS + 1, injected + CYCLE_LATE_FROM - 1);
    sign->facts[0] = (double)into;
    sign->facts[1] = now.median;
    sign->facts[2] = steady.median;
    sign->facts[3] = steady.n;
    sign->days = now.n;
    struct sign worse = {0};
    return into >= CYCLE_LATE_FROM && is_above(now, steady) && !sign_rising(facts, &worse);
}

bool sign_warmth(const struct sign_facts *facts, struct sign *sign) {
    int64_t last = INT64_MIN;
    for (int i = 0; i < facts->warm_count; i++) {
        int64_t day = facts->warm[i];
        if (day > facts->today - SIGN_RECENT_DAYS && day <= facts->today) {
            sign->facts[0] += day == facts->today;
            sign->facts[1] += day != last;
            last = day;
        }
    }
    struct value first = week_to(facts, facts->today - WEEK_DAYS);
    struct value second = week_to(facts, facts->today);
    bool no_less = first.given && second.given && second.median >= first.median;
    bool often = sign->facts[1] >= SIGN_WARM_DAYS && no_less;
    sign->facts[2] = second.median;
    sign->facts[3] = first.median;
    sign->facts[4] = first.given && second.given;
    return !facts->under_neurologist && (sign->facts[0] >= SIGN_WARM_A_DAY || often);
}
