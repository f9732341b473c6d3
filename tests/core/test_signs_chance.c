// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/signs.h"
#include "cycles.h"
#include "seed.h"

// People who rate every day for five years of injections: what is raised by chance, and how soon a
// true worsening is found.

enum { CYCLES = 20, CYCLE = 91, LEAD = 56, DAYS = LEAD + CYCLES * CYCLE, DAY = 15000 };

struct person {
    struct daily twitch[DAYS];
    int64_t injections[CYCLES];
};

// `more` points on top from day `from` on.
static void live(struct person *person, uint64_t *seed, double worst, int from, double more) {
    for (int i = 0; i < CYCLES; i++) {
        person->injections[i] = DAY + LEAD + (int64_t)i * CYCLE;
    }
    for (int i = 0; i < DAYS; i++) {
        double mean = i < LEAD ? worst : cycle_course((i - LEAD) % CYCLE, worst);
        double value = cycle_number(mean + (i >= from ? more : 0), seed);
        person->twitch[i] = (struct daily){DAY + i, value};
    }
}

static struct sign_facts facts_at(const struct person *person, int i) {
    struct sign_facts facts = {.today = DAY + i,
                               .twitch = person->twitch,
                               .twitch_count = i + 1,
                               .week_severity = -1,
                               .injections = person->injections};
    while (facts.injection_count < CYCLES &&
           person->injections[facts.injection_count] <= facts.today) {
        facts.injection_count++;
    }
    for (int id = 0; id < SIGN_COUNT; id++) {
        facts.shown[id] = INT64_MIN;
        facts.known[id] = true; // under a doctor for all of it but the trend
    }
    facts.known[SIGN_RISING] = false;
    return facts;
}

static bool raises(const struct person *person, int i, enum sign_id id) {
    struct sign_facts facts = facts_at(person, i);
    struct sign signs[SIGN_COUNT];
    int count = signs_raised(&facts, signs);
    for (int k = 0; k < count; k++) {
        if (signs[k].id == id) {
            return true;
        }
    }
    return false;
}

struct seen {
    int rising; // days
    int cards;  // cycles
};
static struct seen look_at_cycles(const struct person *person) {
    struct seen seen = {0};
    for (int cycle = 0; cycle < CYCLES; cycle++) {
        bool card = false;
        for (int day = 0; day < CYCLE; day++) {
            int i = LEAD + cycle * CYCLE + day;
            seen.rising += raises(person, i, SIGN_RISING);
            card = card || raises(person, i, SIGN_WEARING_OFF);
        }
        seen.cards += card;
    }
    return seen;
}

// Five years of one person, day by day. Of forty such people one or two may meet chance once.
static void usual_cycles_raise_no_sign_of_a_trend(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    static struct person person;
    enum { PEOPLE = 40, BY_CHANCE = 2 };
    int raised = 0, cards = 0;
    for (int k = 0; k < PEOPLE; k++) {
        live(&person, &seed, 7, DAYS, 0);
        struct seen seen = look_at_cycles(&person);
        raised += seen.rising > 0;
        cards += seen.cards;
        if (k == 0) {
            assert_int_equal(seen.rising, 0);
        }
    }
    print_message(
        "of %d people %d see a sign of a trend in 20 cycles; the card comes in %d of %d\n", PEOPLE,
        raised, cards, PEOPLE * CYCLES);
    assert_in_range(raised, 0, BY_CHANCE);
    assert_int_equal(cards, PEOPLE * CYCLES);
}

static void a_true_worsening_is_raised(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    static struct person person;
    enum { PEOPLE = 5, FROM = LEAD + 10 * CYCLE + 20, IN_TIME = 28 };
    for (int k = 0; k < PEOPLE; k++) {
        live(&person, &seed, 7, FROM, 3);
        int found = -1;
        for (int i = FROM; i < FROM + CYCLE && found < 0; i++) {
            found = raises(&person, i, SIGN_RISING) ? i - FROM : -1;
        }
        print_message("3 points more are found after %d days\n", found);
        assert_in_range(found, 7, IN_TIME);
        assert_false(raises(&person, FROM - 1, SIGN_RISING));
        // Once it is, nothing says that this is how a cycle ends.
        for (int i = FROM; i < FROM + CYCLE; i++) {
            assert_false(raises(&person, i, SIGN_RISING) && raises(&person, i, SIGN_WEARING_OFF));
        }
    }
}

static int found_without_injections(const struct person *person, int from, int days) {
    for (int i = 0; i < from + days; i++) {
        struct sign_facts facts = facts_at(person, i);
        facts.injection_count = 0;
        struct sign signs[SIGN_COUNT];
        int count = signs_raised(&facts, signs);
        for (int k = 0; k < count; k++) {
            if (signs[k].id == SIGN_RISING) {
                return i;
            }
        }
    }
    return -1;
}

// Without any injection: eight even weeks, then three points more. The weeks before rise along with
// it, so that not everybody is found; whoever is, after it began.
static void without_injections_the_weeks_before_count(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    static struct person person;
    enum { PEOPLE = 200, FROM = LEAD };
    int found = 0, early = 0;
    for (int k = 0; k < PEOPLE; k++) {
        live(&person, &seed, 4, FROM, 0);
        for (int i = FROM; i < FROM + 30; i++) {
            person.twitch[i].value = cycle_number(7, &seed);
        }
        int day = found_without_injections(&person, FROM, 30);
        found += day >= FROM;
        early += day >= 0 && day < FROM;
    }
    print_message("of %d people %d are found within 30 days, %d before it began\n", PEOPLE, found,
                  early);
    assert_true(found >= PEOPLE * 9 / 10);
    assert_int_equal(early, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(usual_cycles_raise_no_sign_of_a_trend),
        cmocka_unit_test(a_true_worsening_is_raised),
        cmocka_unit_test(without_injections_the_weeks_before_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
