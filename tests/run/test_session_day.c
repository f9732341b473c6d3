// SPDX-License-Identifier: MIT
#include "person.h"

#include "plan_made.h"
#include "run/figures.h"

// A session belongs to the day, and to the version of a plan, in force at its start, whenever it
// ends. `morning` is Saturday, day 20778.

enum { SUNDAY = MONDAY + 6 };

#define ONE(routine)                                                                               \
    "format = 1; id = \"a\"; title = \"T\"; author = \"A\"; from = \"2026-11-16\";\n"              \
    "items = ( { routine = \"" routine "\"; per_day = 1; } );"

// What counts on a day: sessions, done, and due when that day is over.
static void counts(struct room *room, int64_t day, int sessions, int done, int due) {
    struct figures figures;
    struct error err = {0};
    assert_true(figures_read(&room->house, day, day, &figures, &err));
    assert_int_equal(figures.sessions, sessions);
    assert_int_equal(figures.adherence.done, done);
    assert_int_equal(figures.adherence.due, due);
    figures_free(&figures);
}

static void a_session_belongs_to_its_start(void **state) {
    (void)state;
    static const struct {
        const char *routine;
        int start_s; // from 04:00 on Monday
        int64_t minutes;
        int sunday, monday; // sessions
        bool sunday_done, monday_done;
    } rows[] = {
        {"breath-box", -1, 10, 1, 0, true, false}, // it ends on Monday
        {"breath-box", 0, 10, 0, 1, false, false}, // Monday asks for another
        {"breath-calm", -1, 10, 1, 0, false, false},
        {"breath-calm", 0, 10, 0, 1, false, true},
        {"breath-box", -DAY_S, 10, 1, 0, true, false}, // Sunday's first second
        {"breath-box", -DAY_S - 1, 10, 0, 0, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        void *held = NULL;
        room_open(&held);
        struct room *room = held;
        store_plan(room, "a", ONE("breath-box"), morning);
        store_plan(room, "a", ONE("breath-calm"), later(morning, 2 * DAY_S)); // on Monday at 08:00
        struct wall four = later(morning, 2 * DAY_S - 4 * HOUR_S);
        sit(room, (struct sat){.routine = rows[i].routine,
                               .started = later(four, rows[i].start_s),
                               .minutes = rows[i].minutes,
                               .complete = true});
        set_now(room, later(morning, 3 * DAY_S)); // both are over
        counts(room, SUNDAY, rows[i].sunday, rows[i].sunday_done, 1);
        counts(room, SUNDAY + 1, rows[i].monday, rows[i].monday_done, 1);
        room_close(&held);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_session_belongs_to_its_start)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
