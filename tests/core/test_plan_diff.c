// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/plan_diff.h"

static struct plan_change changes[PLAN_CHANGES_MAX];

static struct plan_item item_of(const char *routine) {
    return (struct plan_item){
        .routine = routine,
        .per_day = 2,
        .days = PLAN_EVERY_DAY,
        .from = INT64_MIN,
        .to = INT64_MAX,
        .dose = {
            .reps = -1, .effort = -1, .move_ms = -1, .hold_ms = -1, .rest_ms = -1, .tempo = -1}};
}

static struct plan plan_of(int count, const struct plan_item items[]) {
    struct plan plan = {.id = "p", .title = "Plan", .author = "A", .from = 10, .to = 20};
    memcpy(plan.items, items, (size_t)count * sizeof *items);
    plan.item_count = count;
    return plan;
}

static void assert_change(int index, struct plan_change expected) {
    assert_int_equal(changes[index].kind, expected.kind);
    if (expected.kind == CHANGE_FIELD || expected.kind == CHANGE_ITEM) {
        assert_int_equal(changes[index].field, expected.field);
    }
    assert_int_equal(changes[index].before, expected.before);
    assert_int_equal(changes[index].after, expected.after);
}

static void equal_plans_have_no_difference(void **state) {
    (void)state;
    char title[] = "Plan", routine[] = "smile";
    struct plan before = plan_of(1, (struct plan_item[]){item_of("smile")});
    struct plan after = plan_of(1, (struct plan_item[]){item_of(routine)});
    after.title = title;
    assert_int_equal(plan_diff(&before, &after, changes), 0);
}

// One field at a time, each alone: a change of that field and of nothing else, both ways.
static void check_plan_field(const struct plan *after, enum plan_field field) {
    struct plan before = plan_of(1, (struct plan_item[]){item_of("smile")});
    assert_int_equal(plan_diff(&before, after, changes), 1);
    assert_change(0, (struct plan_change){CHANGE_FIELD, field, -1, -1});
    assert_int_equal(plan_diff(after, &before, changes), 1);
    assert_change(0, (struct plan_change){CHANGE_FIELD, field, -1, -1});
}

#define PLAN_FIELD(field, ...)                                                                     \
    do {                                                                                           \
        struct plan after = plan_of(1, (struct plan_item[]){item_of("smile")});                    \
        __VA_ARGS__;                                                                               \
        check_plan_field(&after, field);                                                           \
    } while (0)

static void each_field_of_a_plan_is_seen(void **state) {
    (void)state;
    PLAN_FIELD(PLAN_TITLE, after.title = "Other");
    PLAN_FIELD(PLAN_AUTHOR, after.author = "B");
    PLAN_FIELD(PLAN_BY, after.by = BY_SELF);
    PLAN_FIELD(PLAN_CONTACT, after.contact = "C");
    PLAN_FIELD(PLAN_GOAL, after.goal = "G");
    PLAN_FIELD(PLAN_REVIEW, after.review = 15);
    PLAN_FIELD(PLAN_FROM, after.from = 11);
    PLAN_FIELD(PLAN_TO, after.to = INT64_MAX);
    PLAN_FIELD(PLAN_CONDITIONS, after.conditions = 2);
    PLAN_FIELD(PLAN_CONDITIONS, after.has_profile = true);
    PLAN_FIELD(PLAN_AFFECTED, after.affected = SIDE_LEFT);
    PLAN_FIELD(PLAN_CEILING, after.ceiling = 3);
    PLAN_FIELD(PLAN_ASKS, after.asks = ASKS_IMPACT);
    PLAN_FIELD(PLAN_ASKS, after.asks_told = true);
    PLAN_FIELD(PLAN_BETWEEN, after.lets_go = true);
}

static void check_item_field(struct plan_item item, enum plan_field field) {
    struct plan before = plan_of(2, (struct plan_item[]){item_of("calm"), item_of("smile")});
    struct plan after = plan_of(2, (struct plan_item[]){item_of("calm"), item});
    assert_int_equal(plan_diff(&before, &after, changes), 1);
    assert_change(0, (struct plan_change){CHANGE_ITEM, field, 1, 1});
    assert_int_equal(plan_diff(&after, &before, changes), 1);
    assert_change(0, (struct plan_change){CHANGE_ITEM, field, 1, 1});
}

#define ITEM_FIELD(field, ...)                                                                     \
    do {                                                                                           \
        struct plan_item item = item_of("smile");                                                  \
        __VA_ARGS__;                                                                               \
        check_item_field(item, field);                                                             \
    } while (0)

static void each_field_of_an_item_is_seen(void **state) {
    (void)state;
    ITEM_FIELD(ITEM_PER_DAY, item.per_day = 3);
    ITEM_FIELD(ITEM_DAYS, item.days = 1);
    ITEM_FIELD(ITEM_AT, item.at_count = 1);
    ITEM_FIELD(ITEM_FROM, item.from = 12);
    ITEM_FIELD(ITEM_TO, item.to = 18);
    ITEM_FIELD(ITEM_SIDE, item.side = SIDE_RIGHT);
    ITEM_FIELD(ITEM_REPS, item.dose.reps = 4);
    ITEM_FIELD(ITEM_MOVE, item.dose.move_ms = 1000);
    ITEM_FIELD(ITEM_HOLD, item.dose.hold_ms = 5000);
    ITEM_FIELD(ITEM_REST, item.dose.rest_ms = 5000);
    ITEM_FIELD(ITEM_EFFORT, item.dose.effort = 0);
    ITEM_FIELD(ITEM_TEMPO, item.dose.tempo = 1.5);
    ITEM_FIELD(ITEM_MIRROR, item.dose.mirror_given = true);
    ITEM_FIELD(ITEM_ONLY, item.dose.only[item.dose.only_count++] = "Step");
    ITEM_FIELD(ITEM_WHY, item.why = "W");
    ITEM_FIELD(ITEM_SAY, item.say = "S");
    ITEM_FIELD(ITEM_NOTE, item.note = "N");
    ITEM_FIELD(ITEM_DESPITE, item.despite = "D");
}

// Times and names are compared one by one, not by their number alone.
static void lists_are_compared_by_what_they_hold(void **state) {
    (void)state;
    struct plan_item one = item_of("smile"), other = item_of("smile");
    one.at[one.at_count++] = 480;
    other.at[other.at_count++] = 490;
    one.dose.only[one.dose.only_count++] = "A";
    other.dose.only[other.dose.only_count++] = "B";
    struct plan before = plan_of(1, &one), after = plan_of(1, &other);
    assert_int_equal(plan_diff(&before, &after, changes), 2);
    assert_change(0, (struct plan_change){CHANGE_ITEM, ITEM_AT, 0, 0});
    assert_change(1, (struct plan_change){CHANGE_ITEM, ITEM_ONLY, 0, 0});
}

static void what_came_and_went_is_said(void **state) {
    (void)state;
    struct plan_item drops = {.task = "Drops", .per_day = 4, .days = PLAN_EVERY_DAY};
    struct plan before = plan_of(2, (struct plan_item[]){item_of("calm"), item_of("smile")});
    struct plan after = plan_of(3, (struct plan_item[]){drops, item_of("smile"), item_of("box")});
    assert_int_equal(plan_diff(&before, &after, changes), 3);
    assert_change(0, (struct plan_change){CHANGE_ITEM_ADDED, PLAN_FIELDS, -1, 0});
    assert_change(1, (struct plan_change){CHANGE_ITEM_ADDED, PLAN_FIELDS, -1, 2});
    assert_change(2, (struct plan_change){CHANGE_ITEM_REMOVED, PLAN_FIELDS, 0, -1});
}

// A task and a routine of one name are two things.
static void a_task_is_no_routine(void **state) {
    (void)state;
    struct plan_item task = item_of(NULL);
    task.task = "smile";
    struct plan before = plan_of(1, (struct plan_item[]){item_of("smile")});
    struct plan after = plan_of(1, &task);
    assert_int_equal(plan_diff(&before, &after, changes), 2);
    assert_change(0, (struct plan_change){CHANGE_ITEM_ADDED, PLAN_FIELDS, -1, 0});
    assert_change(1, (struct plan_change){CHANGE_ITEM_REMOVED, PLAN_FIELDS, 0, -1});
}

// Left and right of one routine, in either order, are paired by their side; a third one by what is
// left over.
static void items_of_one_routine_find_their_side(void **state) {
    (void)state;
    struct plan_item left = item_of("smile"), right = item_of("smile");
    left.side = SIDE_LEFT;
    right.side = SIDE_RIGHT;
    struct plan before = plan_of(2, (struct plan_item[]){left, right});
    right.dose.hold_ms = 3000;
    struct plan after = plan_of(2, (struct plan_item[]){right, left});
    assert_int_equal(plan_diff(&before, &after, changes), 2);
    assert_change(0, (struct plan_change){CHANGE_ORDER, PLAN_FIELDS, -1, -1});
    assert_change(1, (struct plan_change){CHANGE_ITEM, ITEM_HOLD, 1, 0});
}

// Of two items on other days the one that is equal keeps its partner, although the first one comes
// earlier and would do.
static void the_equal_one_is_paired_first(void **state) {
    (void)state;
    struct plan_item monday = item_of("smile"), friday = item_of("smile");
    monday.days = 1 << 0;
    friday.days = 1 << 4;
    struct plan before = plan_of(2, (struct plan_item[]){monday, friday});
    struct plan after = plan_of(1, &friday);
    assert_int_equal(plan_diff(&before, &after, changes), 1);
    assert_change(0, (struct plan_change){CHANGE_ITEM_REMOVED, PLAN_FIELDS, 0, -1});
    friday.per_day = 5;
    after = plan_of(1, &friday);
    assert_int_equal(plan_diff(&before, &after, changes), 2);
    assert_change(0, (struct plan_change){CHANGE_ITEM, ITEM_PER_DAY, 1, 0});
    assert_change(1, (struct plan_change){CHANGE_ITEM_REMOVED, PLAN_FIELDS, 0, -1});
}

static void another_order_is_a_change_of_its_own(void **state) {
    (void)state;
    struct plan before = plan_of(2, (struct plan_item[]){item_of("a"), item_of("b")});
    struct plan after = plan_of(2, (struct plan_item[]){item_of("b"), item_of("a")});
    assert_int_equal(plan_diff(&before, &after, changes), 1);
    assert_change(0, (struct plan_change){CHANGE_ORDER, PLAN_FIELDS, -1, -1});
    // One that is new in between moves nothing.
    after = plan_of(3, (struct plan_item[]){item_of("a"), item_of("c"), item_of("b")});
    assert_int_equal(plan_diff(&before, &after, changes), 1);
    assert_change(0, (struct plan_change){CHANGE_ITEM_ADDED, PLAN_FIELDS, -1, 1});
}

static void pauses_are_compared_whole(void **state) {
    (void)state;
    struct plan before = plan_of(0, (struct plan_item[]){item_of("a")}), after = before;
    before.pauses[before.pause_count++] = (struct plan_pause){12, 13, "away"};
    before.pauses[before.pause_count++] = (struct plan_pause){15, 15, NULL};
    after.pauses[after.pause_count++] = (struct plan_pause){15, 15, NULL};
    after.pauses[after.pause_count++] = (struct plan_pause){12, 14, "away"};
    assert_int_equal(plan_diff(&before, &after, changes), 2);
    assert_change(0, (struct plan_change){CHANGE_PAUSE_ADDED, PLAN_FIELDS, -1, 1});
    assert_change(1, (struct plan_change){CHANGE_PAUSE_REMOVED, PLAN_FIELDS, 0, -1});
}

// As much as can change at once fits: nothing is written beyond the end, everything is said.
static void all_at_once_fits(void **state) {
    (void)state;
    static struct plan before, after;
    before = after = (struct plan){.id = "p", .from = 1, .to = 2};
    after = (struct plan){.id = "p",
                          .title = "T",
                          .author = "A",
                          .by = BY_SELF,
                          .contact = "C",
                          .goal = "G",
                          .review = 5,
                          .from = 2,
                          .to = 3,
                          .conditions = 1,
                          .affected = SIDE_LEFT,
                          .ceiling = 1,
                          .asks = 1,
                          .lets_go = true};
    for (int i = 0; i < PLAN_ITEMS_MAX; i++) {
        before.items[i] = item_of("a");
        after.items[i] = (struct plan_item){.routine = "a",
                                            .per_day = 1,
                                            .days = 1,
                                            .at = {1},
                                            .at_count = 1,
                                            .from = 1,
                                            .to = 1,
                                            .side = SIDE_LEFT,
                                            .why = "w",
                                            .say = "s",
                                            .note = "n",
                                            .despite = "d",
                                            .dose = {.reps = 1,
                                                     .effort = 1,
                                                     .move_ms = 1,
                                                     .hold_ms = 1,
                                                     .rest_ms = 1,
                                                     .tempo = 1,
                                                     .mirror_given = true,
                                                     .only = {"x"},
                                                     .only_count = 1}};
    }
    before.item_count = after.item_count = PLAN_ITEMS_MAX;
    for (int i = 0; i < PLAN_PAUSES_MAX; i++) {
        before.pauses[i] = (struct plan_pause){i, i, NULL};
        after.pauses[i] = (struct plan_pause){i, i, "r"};
    }
    before.pause_count = after.pause_count = PLAN_PAUSES_MAX;
    // 13 fields of the plan, 18 of each item, 64 pauses that came and 64 that went.
    assert_int_equal(plan_diff(&before, &after, changes), 13 + 64 * 18 + 128);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_plans_have_no_difference),
        cmocka_unit_test(each_field_of_a_plan_is_seen),
        cmocka_unit_test(each_field_of_an_item_is_seen),
        cmocka_unit_test(lists_are_compared_by_what_they_hold),
        cmocka_unit_test(what_came_and_went_is_said),
        cmocka_unit_test(a_task_is_no_routine),
        cmocka_unit_test(items_of_one_routine_find_their_side),
        cmocka_unit_test(the_equal_one_is_paired_first),
        cmocka_unit_test(another_order_is_a_change_of_its_own),
        cmocka_unit_test(pauses_are_compared_whole),
        cmocka_unit_test(all_at_once_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
