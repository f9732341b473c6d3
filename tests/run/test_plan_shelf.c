// SPDX-License-Identifier: MIT
// wrap: log_warning
#include "person.h"

#include <stdio.h>

#include "base/log.h"
#include "core/week.h"
#include "plan_made.h"
#include "run/plan_shelf.h"

// Plans from the texts of the history to the book that adherence asks. `morning` is Saturday, day
// 20778.

enum { SATURDAY = MONDAY + 5 };

static char warned[512];

void __wrap_log_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void __wrap_log_warning(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(warned, sizeof warned, format, arguments);
    va_end(arguments);
}

#define HEAD(id, from)                                                                             \
    "format = 1; id = \"" id "\"; title = \"T\"; author = \"A\"; from = \"" from "\";\n"

static void keep(struct room *room, const char *id, const char *text, struct wall added) {
    assert_true(store_plan(room, id, text, added));
}

static void rest(struct room *room, const char *id, int64_t from, int64_t to) {
    struct stored_pause pause = {.from = from, .to = to};
    struct error err = {0};
    text_copy(pause.plan, sizeof pause.plan, id);
    assert_true(plan_pauses_add(room->house.store, &pause, morning, &err));
}

static void read_shelf(struct room *room, struct plan_shelf *shelf) {
    struct error err = {0};
    warned[0] = '\0';
    if (!plan_shelf_read(&room->house, shelf, &err)) {
        fail_msg("%s", err.text);
    }
}

// How often the one item of a plan is due on a day; -1: the plan is not in force.
static int due_on(const struct plan_shelf *shelf, const char *id, int64_t day) {
    const struct plan *plan = plan_in_force(&shelf->book, id, day);
    return plan ? plan_item_due(plan, 0, day) : -1;
}

static void without_a_history_it_is_empty(void **state) {
    (void)state;
    struct house house = {0};
    struct plan_shelf shelf;
    struct error err = {0};
    const struct plan *plans[PLANS_MAX];
    assert_true(plan_shelf_read(&house, &shelf, &err));
    assert_int_equal(shelf.book.version_count + shelf.book.rest_count, 0);
    assert_int_equal(plan_shelf_in_force(&shelf, SATURDAY, plans), 0);
    plan_shelf_free(&shelf);
}

static void versions_serve_from_the_day_they_were_added(void **state) {
    struct room *room = *state;
    struct plan_shelf shelf;
    keep(room, "a", HEAD("a", "2026-11-16") "items = ( { task = \"x\"; per_day = 2; } );", morning);
    keep(room, "a", HEAD("a", "2026-11-16") "items = ( { task = \"x\"; per_day = 3; } );",
         later(morning, 2 * DAY_S));
    // Two in the morning belongs to the day before.
    keep(room, "a", HEAD("a", "2026-11-16") "items = ( { task = \"x\"; per_day = 4; } );",
         later(morning, 5 * DAY_S - 6 * HOUR_S));
    read_shelf(room, &shelf);
    assert_int_equal(due_on(&shelf, "a", MONDAY - 1), -1);
    assert_int_equal(due_on(&shelf, "a", MONDAY), 2); // the first counts from its `from`
    assert_int_equal(due_on(&shelf, "a", SATURDAY + 1), 2);
    assert_int_equal(due_on(&shelf, "a", SATURDAY + 3), 3);
    assert_int_equal(due_on(&shelf, "a", SATURDAY + 5), 4);
    assert_int_equal(shelf.book.versions[2].added, SATURDAY + 4);
    plan_shelf_free(&shelf);
    room->house.settings.day_starts_min = 0;
    read_shelf(room, &shelf);
    assert_int_equal(shelf.book.versions[2].added, SATURDAY + 5);
    plan_shelf_free(&shelf);
}

static void what_was_removed_serves_no_more(void **state) {
    struct room *room = *state;
    struct plan_shelf shelf;
    struct error err = {0};
    keep(room, "a", HEAD("a", "2026-11-16") "items = ( { task = \"x\"; per_day = 2; } );", morning);
    assert_true(plans_remove(room->house.store, "a", SATURDAY + 2, later(morning, 60), &err));
    keep(room, "a", HEAD("a", "2026-11-16") "items = ( { task = \"x\"; per_day = 5; } );",
         later(morning, 4 * DAY_S));
    read_shelf(room, &shelf);
    assert_int_equal(due_on(&shelf, "a", SATURDAY + 1), 2);
    assert_int_equal(due_on(&shelf, "a", SATURDAY + 2), -1);
    assert_int_equal(due_on(&shelf, "a", SATURDAY + 3), -1);
    assert_int_equal(due_on(&shelf, "a", SATURDAY + 4), 5); // and not the one that was removed
    plan_shelf_free(&shelf);
}

static void pauses_are_of_one_plan_or_of_all(void **state) {
    struct room *room = *state;
    struct plan_shelf shelf;
    const struct plan *plans[PLANS_MAX];
    keep(room, "a", HEAD("a", "2026-11-16") "items = ( { task = \"x\"; per_day = 2; } );", morning);
    keep(room, "b", HEAD("b", "2026-11-16") "items = ( { task = \"y\"; per_day = 2; } );", morning);
    rest(room, "b", SATURDAY, SATURDAY);
    rest(room, "", SATURDAY + 2, SATURDAY + 3);
    read_shelf(room, &shelf);
    assert_int_equal(plan_shelf_in_force(&shelf, SATURDAY, plans), 2);
    assert_string_equal(plans[0]->id, "a");
    assert_string_equal(plans[1]->id, "b");
    static const bool rests[2][5] = {{false, false, true, true, false},
                                     {true, false, true, true, false}};
    for (int i = 0; i < 2; i++) {
        for (int day = 0; day < 5; day++) {
            assert_int_equal(plan_rests(&shelf.book, plans[i], SATURDAY + day), rests[i][day]);
        }
    }
    plan_shelf_free(&shelf);
}

static const char with_routine[] = HEAD(
    "a",
    "2026-11-16") "items = ( { routine = \"own\"; per_day = 2; only = [ \"Rest\" ]; },\n"
                  "  { routine = \"gone-since\"; per_day = 1; reps = 3; side = \"left\"; only = [ "
                  "\"Smile\" ];\n"
                  "    despite = \"She knows.\"; } );\n"
                  "profile = { condition = [ \"synk\" ]; };\n"
                  "routines = ( { id = \"own\"; title = \"Own\"; category = \"massage\"; summary = "
                  "\"S.\";\n"
                  "  author = \"A. T.\"; revised = \"2026-11-21\"; sources = [ ]; cautions = [ ];\n"
                  "  steps = ( { name = \"Rest\"; name_de = \"Pause\"; seconds = 10; } ); },\n"
                  "  { id = \"broken\"; title = \"Own\"; steps = ( { name = \"x\"; exercise = "
                  "\"no_pose\"; } ); } "
                  ");\n";

// With the catalogue its own routines are there, without it what is asked for alone.
static void a_routine_that_has_gone_takes_nothing_away(void **state) {
    struct room *room = *state;
    keep(room, "a", with_routine, morning);
    for (int with = 0; with < 2; with++) {
        struct plan_shelf shelf;
        room->house.catalog_read = with;
        read_shelf(room, &shelf);
        assert_string_equal(warned, "");
        assert_int_equal(shelf.book.version_count, 1);
        const struct plan *plan = shelf.book.versions[0].plan;
        assert_int_equal(plan->item_count, 2);
        assert_string_equal(plan->items[0].routine, "own");
        assert_string_equal(plan->items[0].dose.only[0], "Rest");
        assert_string_equal(plan->items[1].routine, "gone-since");
        assert_int_equal(plan->items[1].dose.reps, 3);
        assert_int_equal(plan->items[1].side, SIDE_LEFT);
        assert_int_equal(plan->items[1].dose.only_count, 1);
        assert_string_equal(plan->items[1].dose.only[0], "Smile");
        assert_string_equal(plan->items[1].despite, "She knows.");
        assert_int_equal(plan->conditions, 1U << PROFILE_SYNK);
        const struct plan_file *file = plan_shelf_file(&shelf, plan);
        const struct catalog *catalog = with ? &room->house.catalog : NULL;
        assert_int_equal(file->routine_count, with);
        assert_true((plan_file_routine(file, catalog, "own") != NULL) == with);
        assert_null(plan_file_routine(file, catalog, "gone-since"));
        assert_string_equal(plan_shelf_stored(&shelf, plan)->text, with_routine);
        plan_shelf_free(&shelf);
    }
    room->house.catalog_read = true;
}

// What a routine's gate or its picture has become since then is no reason against a plan.
static void what_was_right_when_it_was_added_stays(void **state) {
    struct room *room = *state;
    struct plan_shelf shelf;
    static const char text[] =
        HEAD("a", "2026-11-16") "profile = { condition = [ \"synk\" ]; };\n"
                                "items = ( { routine = \"rom-upper-face\"; per_day = 1; }, { "
                                "routine = \"own\"; per_day = 2; "
                                "} );\n"
                                "routines = ( { id = \"own\"; title = \"Own\"; category = "
                                "\"massage\"; summary = \"S.\";\n"
                                "  author = \"A. T.\"; revised = \"2026-11-21\"; sources = [ ]; "
                                "cautions = [ ];\n"
                                "  steps = ( { name = \"Rest\"; seconds = 10; image = "
                                "\"gone.png\"; } ); } );\n";
    keep(room, "a", text, morning);
    read_shelf(room, &shelf);
    assert_string_equal(warned, "");
    assert_int_equal(shelf.book.version_count, 1);
    const struct plan_file *file = plan_shelf_file(&shelf, shelf.book.versions[0].plan);
    assert_int_equal(file->plan.item_count, 2);
    assert_int_equal(file->routine_count, 1);
    assert_null(file->routines[0].steps[0].image);
    plan_shelf_free(&shelf);
}

static void a_text_that_cannot_be_read_is_left_out(void **state) {
    struct room *room = *state;
    struct plan_shelf shelf;
    keep(room, "a", HEAD("a", "2026-11-16") "items = ( { task = \"x\"; per_day = 2; } );", morning);
    keep(room, "b", HEAD("b", "2026-11-16") "\nitems = ( { task = \"x\"; per_day = 99; } );",
         morning);
    keep(room, "c", HEAD("c", "2026-11-16") "items = ( { task = \"x\"; per_day = 3; } );", morning);
    read_shelf(room, &shelf);
    assert_string_equal(warned, "a plan that was added at 2026-11-21T08:00:00+01:00 cannot be read "
                                "any more and is left out: b:3: error: items[1].per_day: 99 is "
                                "above 24");
    assert_int_equal(shelf.book.version_count, 2);
    assert_int_equal(due_on(&shelf, "a", SATURDAY), 2);
    assert_int_equal(due_on(&shelf, "b", SATURDAY), -1);
    assert_int_equal(due_on(&shelf, "c", SATURDAY), 3);
    assert_string_equal(plan_shelf_stored(&shelf, shelf.book.versions[1].plan)->id, "c");
    struct plan other = plan_made("a", MONDAY, MONDAY);
    assert_null(plan_shelf_file(&shelf, &other));
    assert_null(plan_shelf_stored(&shelf, &other));
    plan_shelf_free(&shelf);
}

// A starter ends by itself after a fortnight, whatever its text says of its beginning.
static void a_starter_begins_on_the_day_it_was_given(void **state) {
    struct room *room = *state;
    struct plan_shelf shelf;
    static const char text[] = "format = 1; id = \"s\"; title = \"T\"; author = \"A\";\n"
                               "by = \"starter\"; items = ( { task = \"x\"; per_day = 2; } );";
    char *begun = plan_file_begun(text, SATURDAY + 3);
    keep(room, "s", begun, morning);
    memory_free(begun);
    read_shelf(room, &shelf);
    assert_int_equal(due_on(&shelf, "s", SATURDAY + 2), -1);
    assert_int_equal(due_on(&shelf, "s", SATURDAY + 3), 2);
    assert_int_equal(due_on(&shelf, "s", SATURDAY + 16), 2);
    assert_int_equal(due_on(&shelf, "s", SATURDAY + 17), -1);
    plan_shelf_free(&shelf);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_history_it_is_empty),
        TEST(versions_serve_from_the_day_they_were_added),
        TEST(what_was_removed_serves_no_more),
        TEST(pauses_are_of_one_plan_or_of_all),
        TEST(a_routine_that_has_gone_takes_nothing_away),
        TEST(what_was_right_when_it_was_added_stays),
        TEST(a_text_that_cannot_be_read_is_left_out),
        TEST(a_starter_begins_on_the_day_it_was_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
