// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "plan_made.h"
#include "run/plan_profile.h"

// Whether a plan is written for this person.

enum {
    HFS = 1 << PROFILE_HFS,
    MYOK = 1 << PROFILE_MYOK,
    SYNK = 1 << PROFILE_SYNK,
    EARLY = 1 << PROFILE_PALSY_EARLY,
    PASSING = 1 << PROFILE_UNKNOWN | 1 << PROFILE_TOXIN_24H,
};

static void each_difference_is_found(void **state) {
    (void)state;
    static const struct {
        enum side plan, own;
        unsigned of_plan, of_own;
        bool side, conditions; // what differs
    } cases[] = {
        {SIDE_LEFT, SIDE_LEFT, HFS, HFS, false, false},
        {SIDE_LEFT, SIDE_RIGHT, HFS, HFS, true, false},
        {SIDE_BOTH, SIDE_RIGHT, HFS, HFS, true, false},
        {SIDE_RIGHT, SIDE_RIGHT, HFS, SYNK, false, true},
        {SIDE_RIGHT, SIDE_RIGHT, HFS | MYOK, HFS, false, true},
        {SIDE_RIGHT, SIDE_RIGHT, HFS, HFS | MYOK, false, true},
        {SIDE_LEFT, SIDE_BOTH, EARLY, SYNK, true, true},
        // What nobody told is no difference, and what passes or says nothing is no condition.
        {SIDE_NONE, SIDE_RIGHT, 0, HFS, false, false},
        {SIDE_LEFT, SIDE_NONE, HFS, 0, false, false},
        {SIDE_NONE, SIDE_NONE, 0, 0, false, false},
        {SIDE_LEFT, SIDE_LEFT, HFS | PASSING, HFS, false, false},
        {SIDE_LEFT, SIDE_LEFT, HFS, HFS | PASSING, false, false},
        {SIDE_LEFT, SIDE_LEFT, HFS, PASSING, false, false},
        {SIDE_LEFT, SIDE_LEFT, PASSING, SYNK, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan plan = plan_made("a", MONDAY, MONDAY);
        struct profile own = {.affected = cases[i].own, .conditions = cases[i].of_own};
        struct plan_difference differences[PLAN_DIFFERENCES_MAX];
        plan.affected = cases[i].plan;
        plan.conditions = cases[i].of_plan;
        int count = plan_profile_compare(&plan, &own, differences), at = 0;
        assert_int_equal(count, cases[i].side + cases[i].conditions);
        if (cases[i].side) {
            assert_int_equal(differences[at].kind, DIFFERS_SIDE);
            assert_int_equal(differences[at].plan_side, cases[i].plan);
            assert_int_equal(differences[at++].own_side, cases[i].own);
        }
        if (cases[i].conditions) {
            assert_int_equal(differences[at].kind, DIFFERS_CONDITIONS);
            assert_int_equal(differences[at].plan_conditions, cases[i].of_plan);
            assert_int_equal(differences[at].own_conditions, cases[i].of_own);
        }
    }
}

// One item for the left, two for the right, ... as letters; "." has no side.
static struct plan made_of(enum side affected, const char *sides) {
    struct plan plan = plan_made("a", MONDAY, MONDAY);
    plan.affected = affected;
    plan.item_count = 0;
    for (; *sides; sides++) {
        struct plan_item *item = &plan.items[plan.item_count++];
        item->routine = "r";
        item->side = *sides == 'l' ? SIDE_LEFT : *sides == 'r' ? SIDE_RIGHT : SIDE_NONE;
    }
    return plan;
}

static void the_side_is_asked_where_it_decides(void **state) {
    (void)state;
    static const struct {
        enum side affected;
        const char *items;
        enum side side, own; // the plan's, and hers
        bool asked;
    } cases[] = {
        {SIDE_NONE, "", SIDE_NONE, SIDE_NONE, false},
        {SIDE_NONE, "..", SIDE_NONE, SIDE_LEFT, false},
        {SIDE_LEFT, "", SIDE_LEFT, SIDE_NONE, true},
        {SIDE_LEFT, "", SIDE_LEFT, SIDE_LEFT, false},
        {SIDE_LEFT, "", SIDE_LEFT, SIDE_RIGHT, true},
        {SIDE_LEFT, "", SIDE_LEFT, SIDE_BOTH, true},
        {SIDE_BOTH, "", SIDE_BOTH, SIDE_RIGHT, true},
        {SIDE_BOTH, "", SIDE_BOTH, SIDE_BOTH, false},
        {SIDE_LEFT, "r", SIDE_LEFT, SIDE_LEFT, false},
        {SIDE_NONE, ".l.", SIDE_LEFT, SIDE_NONE, true},
        {SIDE_NONE, "ll", SIDE_LEFT, SIDE_LEFT, false},
        {SIDE_NONE, "l.", SIDE_LEFT, SIDE_RIGHT, true},
        {SIDE_NONE, "l", SIDE_LEFT, SIDE_BOTH, false},
        {SIDE_NONE, "lr", SIDE_NONE, SIDE_NONE, false},
        {SIDE_NONE, "r.l", SIDE_NONE, SIDE_RIGHT, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan plan = made_of(cases[i].affected, cases[i].items);
        struct profile own = {.affected = cases[i].own};
        assert_int_equal(plan_profile_side(&plan), cases[i].side);
        assert_int_equal(plan_profile_asks_side(&plan, &own), cases[i].asked);
    }
}

static void each_is_said_with_both_values(void **state) {
    (void)state;
    struct text_builder text = {0};
    plan_profile_words(&text, &(struct plan_difference){.kind = DIFFERS_SIDE,
                                                        .plan_side = SIDE_BOTH,
                                                        .own_side = SIDE_RIGHT});
    assert_string_equal(text.text,
                        "Affected side: the plan says both sides, you told right. Is it yours?");
    text_builder_free(&text);
    plan_profile_words(&text, &(struct plan_difference){.kind = DIFFERS_CONDITIONS,
                                                        .plan_conditions = SYNK,
                                                        .own_conditions = HFS | EARLY});
    assert_string_equal(text.text, "The plan is written for \"Linked movements (synkinesis)\", you "
                                   "told \"Hemifacial spasm; Fresh facial palsy\". Is it yours?");
    text_builder_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_difference_is_found),
        cmocka_unit_test(the_side_is_asked_where_it_decides),
        cmocka_unit_test(each_is_said_with_both_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
