// SPDX-License-Identifier: MIT
#include "person.h"

#include <stdio.h>

#include "core/adherence.h"
#include "plan_made.h"
#include "run/plan_change.h"
#include "run/plan_shelf.h"
#include "seed.h"

// Weeks of adding, removing and pausing plans at random, through the history and back: whatever is
// done on a day, what was asked for on the days before stays as it was, but for the two days that a
// pause reaches back and for a plan that is new. `morning` is day 20778.

enum { FIRST = MONDAY, DAYS = 60, IDS = 2, SCRIPTS = 25, STEPS = 40, HOURS = 24 };

static const char *const ids[IDS] = {"a", "b"};

static uint32_t draw(uint64_t *seed, uint32_t below) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 32) % below;
}

// What is asked for of each plan on each day.
struct asked_for {
    int due[IDS][DAYS];
};

static int due_on(const struct asked_for *all, int id, int64_t day) {
    size_t at = (size_t)(day - FIRST);
    assert_true(at < DAYS);
    return all->due[id][at];
}

static void read_shelf(struct room *room, struct plan_shelf *shelf) {
    struct error err = {0};
    if (!plan_shelf_read(&room->house, shelf, &err)) {
        fail_msg("%s", err.text);
    }
}

static struct asked_for look(const struct plan_shelf *shelf) {
    struct asked_for all = {0};
    for (int id = 0; id < IDS; id++) {
        for (int day = 0; day < DAYS; day++) {
            const struct plan *plan = plan_in_force(&shelf->book, ids[id], FIRST + day);
            if (plan && !plan_rests(&shelf->book, plan, FIRST + day)) {
                all.due[id][day] = plan_item_due(plan, 0, FIRST + day);
            }
        }
    }
    return all;
}

// A version as it was drawn; the test says by hand what it asks for.
struct drawn {
    int64_t from, to;
    int per_day;
};

static int asks(const struct drawn *drawn, int64_t day) {
    return day >= drawn->from && day <= drawn->to ? drawn->per_day : 0;
}

static struct drawn draw_version(uint64_t *seed, int64_t today) {
    struct drawn drawn = {.from = today + draw(seed, 14) - 7, .per_day = 1 + (int)draw(seed, 5)};
    drawn.to = drawn.from + draw(seed, 30);
    return drawn;
}

static const char *date_of(int64_t day, char to[16]) {
    int year, month, number;
    date_of_day(day, &year, &month, &number);
    text_format(to, 16, "%04d-%02d-%02d", year, month, number);
    return to;
}

// Whether it became another version: the same may be drawn twice.
static bool add(struct room *room, int id, const struct drawn *drawn) {
    char text[512], from[16], to[16];
    text_format(text, sizeof text,
                "format = 1; id = \"%s\"; title = \"T\"; author = \"A\"; from = \"%s\"; to = "
                "\"%s\"; items = ( { routine = \"breath-box\"; per_day = %d; } );",
                ids[id], date_of(drawn->from, from), date_of(drawn->to, to), drawn->per_day);
    return store_plan(room, ids[id], text, clock_wall_now(&room->house.clock));
}

static bool knows(const struct plan_shelf *shelf, int id) {
    return plan_version(shelf, ids[id], 1) != NULL;
}

struct turn {
    struct room *room;
    struct plan_shelf shelf; // before it
    struct asked_for before, after;
    int64_t today;
    int *dawn; // what each asked for today when the day began, whatever rests; 0: it was not there
    uint64_t *seed;
};

static void look_anew(struct turn *turn) {
    struct plan_shelf shelf;
    read_shelf(turn->room, &shelf);
    turn->after = look(&shelf);
    plan_shelf_free(&shelf);
}

static void assert_unchanged(const struct turn *turn, int id, int64_t first, int64_t last) {
    for (int64_t day = first < FIRST ? FIRST : first; day <= last && day < FIRST + DAYS; day++) {
        if (due_on(&turn->after, id, day) != due_on(&turn->before, id, day)) {
            fail_msg("plan %s on day %d asks for %d and asked for %d, done on day %d", ids[id],
                     (int)day, due_on(&turn->after, id, day), due_on(&turn->before, id, day),
                     (int)turn->today);
        }
    }
}

static bool rests(const struct turn *turn, int id, int64_t day) {
    struct plan plan = plan_made(ids[id], FIRST, FIRST + DAYS);
    return plan_rests(&turn->shelf.book, &plan, day);
}

static void adding(struct turn *turn) {
    int id = (int)draw(turn->seed, IDS);
    struct drawn drawn = draw_version(turn->seed, turn->today);
    bool first = !knows(&turn->shelf, id);
    bool added = add(turn->room, id, &drawn);
    look_anew(turn);
    assert_unchanged(turn, 1 - id, FIRST, FIRST + DAYS);
    if (!added) {
        assert_unchanged(turn, id, FIRST, FIRST + DAYS);
        return;
    }
    int64_t begins = drawn.from > turn->today ? drawn.from : turn->today + 1;
    for (int64_t day = first ? drawn.from : begins; day < FIRST + DAYS; day++) {
        if (day >= FIRST) { // from here on the new one and no other
            int due = rests(turn, id, day) ? 0 : asks(&drawn, day);
            assert_int_equal(due_on(&turn->after, id, day), due);
        }
    }
    if (first) {
        assert_unchanged(turn, id, FIRST, drawn.from - 1);
        turn->dawn[id] = asks(&drawn, turn->today);
        return;
    }
    // Until then as before; of today the less of it and of what was there when the day began.
    assert_unchanged(turn, id, FIRST, turn->today - 1);
    assert_unchanged(turn, id, turn->today + 1, begins - 1);
    if (drawn.from > turn->today) {
        assert_unchanged(turn, id, turn->today, turn->today);
        return;
    }
    int own = asks(&drawn, turn->today), dawn = turn->dawn[id];
    int less = dawn > 0 && dawn < own ? dawn : own;
    assert_int_equal(due_on(&turn->after, id, turn->today),
                     rests(turn, id, turn->today) ? 0 : less);
}

static void removing(struct turn *turn) {
    int id = (int)draw(turn->seed, IDS);
    struct error err = {0};
    bool removed = plan_end(&turn->room->house, &turn->shelf, ids[id], &err);
    look_anew(turn);
    assert_unchanged(turn, 1 - id, FIRST, FIRST + DAYS);
    assert_unchanged(turn, id, FIRST, turn->today - 1);
    for (int64_t day = turn->today; day < FIRST + DAYS; day++) {
        assert_int_equal(due_on(&turn->after, id, day), 0); // removed, ended, or never there
    }
    if (removed && draw(turn->seed, 2) == 0) {
        turn->dawn[id] = 0;
    } else if (removed) {
        struct plan_shelf shelf;
        read_shelf(turn->room, &shelf);
        assert_true(plan_end_undo(&turn->room->house, &shelf, ids[id], &err));
        plan_shelf_free(&shelf);
        look_anew(turn);
        assert_unchanged(turn, id, FIRST, FIRST + DAYS);
    }
}

static void pausing(struct turn *turn) {
    int which = (int)draw(turn->seed, IDS + 1);
    struct stored_pause pause = {.from = turn->today - 3 + draw(turn->seed, 6)};
    pause.to = pause.from + draw(turn->seed, 5);
    text_copy(pause.plan, sizeof pause.plan, which < IDS ? ids[which] : "");
    bool too_far = pause.from < turn->today - PLAN_PAUSE_BACK;
    bool there =
        which < IDS ? knows(&turn->shelf, which) : knows(&turn->shelf, 0) || knows(&turn->shelf, 1);
    struct error err = {0};
    bool added;
    assert_int_equal(plan_pause(&turn->room->house, &turn->shelf, &pause, &added, &err),
                     !too_far && there);
    look_anew(turn);
    for (int id = 0; id < IDS; id++) {
        bool meant = added && (which == IDS || which == id);
        assert_unchanged(turn, id, FIRST, meant ? pause.from - 1 : FIRST + DAYS);
        assert_unchanged(turn, id, pause.to + 1, FIRST + DAYS);
        for (int64_t day = pause.from; meant && day <= pause.to && day < FIRST + DAYS; day++) {
            assert_int_equal(due_on(&turn->after, id, day), 0);
        }
    }
}

// Adherence over all days from the same numbers.
static void assert_adherence(struct room *room, uint64_t *seed, int64_t today) {
    struct done_session sessions[DAYS * 4];
    struct done_sessions done = {.sessions = sessions};
    struct plan_shelf shelf;
    int due_sum = 0, done_sum = 0;
    read_shelf(room, &shelf);
    struct asked_for all = look(&shelf);
    for (int64_t day = FIRST; day <= today; day++) {
        int due = due_on(&all, 0, day) + due_on(&all, 1, day);
        int count = (int)draw(seed, 4);
        for (int i = 0; i < count; i++) {
            sessions[done.count++] = session_done(day, "breath-box");
        }
        int served = count < due ? count : due;
        due_sum += day < today ? due : served;
        done_sum += served;
    }
    struct adherence adherence = adherence_of(&shelf.book, done, FIRST, FIRST + DAYS, today);
    assert_int_equal(adherence.due, due_sum);
    assert_int_equal(adherence.done, done_sum);
    assert_int_equal(adherence.given, due_sum > 0);
    plan_shelf_free(&shelf);
}

static void look_at_dawn(const struct plan_shelf *shelf, int64_t today, int dawn[IDS]) {
    for (int id = 0; id < IDS; id++) {
        const struct plan *plan = plan_in_force(&shelf->book, ids[id], today);
        dawn[id] = plan ? plan_item_due(plan, 0, today) : 0;
    }
}

static void run_script(struct room *room, uint64_t *seed) {
    static void (*const turns[])(struct turn *) = {adding, adding, removing, pausing};
    int64_t hours = 0, day = FIRST - 1;
    int dawn[IDS];
    for (int i = 0; i < STEPS; i++) {
        hours += draw(seed, 30); // several on a day, and days left out
        if (hours >= (DAYS - 10) * HOURS) {
            break;
        }
        set_now(room, later(morning, hours * HOUR_S));
        struct turn turn = {
            .room = room, .seed = seed, .dawn = dawn, .today = house_today(&room->house)};
        read_shelf(room, &turn.shelf);
        if (turn.today != day) {
            look_at_dawn(&turn.shelf, turn.today, dawn);
        }
        day = turn.today;
        turn.before = look(&turn.shelf);
        turns[draw(seed, sizeof turns / sizeof *turns)](&turn);
        plan_shelf_free(&turn.shelf);
    }
    assert_adherence(room, seed, house_today(&room->house));
}

static void what_is_done_today_leaves_the_past_alone(void **state) {
    struct room *room = *state;
    uint64_t seed = seed_usual();
    room->house.catalog_read = false; // plans are read for counting alone
    for (int script = 0; script < SCRIPTS; script++) {
        struct error err = {0};
        store_close(room->house.store);
        set_now(room, morning);
        room->house.store =
            store_open(&(struct store_options){.path = ":memory:", .now = morning}, &err);
        assert_non_null(room->house.store);
        run_script(room, &seed);
    }
    room->house.catalog_read = true;
}

// Three on one day: the last counts from the next day on, and on the day itself the less of it and
// of the one that was there before.
static void of_several_on_a_day_the_last_counts(void **state) {
    struct room *room = *state;
    struct drawn versions[] = {
        {FIRST, FIRST + 50, 3}, {FIRST, FIRST + 50, 1}, {FIRST, FIRST + 50, 5}};
    struct plan_shelf shelf;
    assert_true(add(room, 0, &versions[0]));
    set_now(room, later(morning, 2 * DAY_S));
    int today = (int)(house_today(&room->house) - FIRST);
    assert_true(add(room, 0, &versions[1]));
    assert_true(add(room, 0, &versions[2]));
    read_shelf(room, &shelf);
    struct asked_for all = look(&shelf);
    assert_int_equal(all.due[0][today - 1], 3);
    assert_int_equal(all.due[0][today], 3);
    assert_int_equal(all.due[0][today + 1], 5);
    plan_shelf_free(&shelf);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_done_today_leaves_the_past_alone),
        TEST(of_several_on_a_day_the_last_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
