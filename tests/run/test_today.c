// SPDX-License-Identifier: MIT
#include "person.h"

#include "core/week.h"
#include "plan_made.h"
#include "run/chain.h"
#include "run/today.h"
#include "store/moments.h"
#include "store/plans.h"

// Plans in force as they reach a person: what opens, how much, what is due, done and open today.
// `morning` is Saturday, 8:00.

enum { SATURDAY = MONDAY + 5 };

static void keep_plan(struct room *room, const char *id, const char *head, const char *items) {
    struct text_builder text = {0};
    text_add_format(&text,
                    "format = 1; id = \"%s\"; title = \"Plan %s\"; author = \"A\"; from = "
                    "\"2026-11-16\"; %s items = ( %s );",
                    id, id, head, items);
    assert_true(store_plan(room, id, text.text, clock_wall_now(&room->house.clock)));
    text_builder_free(&text);
}

static void tick(struct room *room, const char *name) {
    struct moment moment = {.kind = MOMENT_TASK,
                            .at = clock_wall_now(&room->house.clock),
                            .per_minute = -1,
                            .text = memory_text(name)};
    struct error err = {0};
    assert_true(moments_add(room->house.store, &moment, &err));
    moment_free(&moment);
}

static void play(struct room *room, const char *id) {
    struct wall now = clock_wall_now(&room->house.clock);
    sit(room, (struct sat){id, now, 3, true, FEEL_SAME});
    set_now(room, later(now, 240));
}

static enum gate_word gate_of(struct room *room, const char *id) {
    return allowed_now_for(room, id).gating.gate;
}

static const char strength[] = "{ routine = \"str-lips-cheeks\"; per_day = 2; }";

// A therapist's plan in force opens what waits for one; nobody else's does, nor one that has ended
// or was taken away.
static void a_therapists_plan_alone_opens(void **state) {
    struct room *room = *state;
    struct error err = {0};
    tell(room, "condition", "hfs");
    assert_int_equal(gate_of(room, "str-lips-cheeks"), GATE_PLAN);
    keep_plan(room, "mine", "by = \"self\";", strength);
    keep_plan(room, "two", "by = \"starter\";", strength);
    assert_int_equal(gate_of(room, "str-lips-cheeks"), GATE_PLAN);
    keep_plan(room, "past", "to = \"2026-11-20\";", strength);
    assert_int_equal(gate_of(room, "str-lips-cheeks"), GATE_PLAN);
    keep_plan(room, "hers", "", strength);
    struct allowed allowed = allowed_now_for(room, "str-lips-cheeks");
    assert_int_equal(allowed.gating.gate, GATE_OPEN);
    assert_int_equal(allowed.gating.reason, REASON_PLAN);
    assert_int_equal(gate_of(room, "str-brow-lids"), GATE_PLAN);
    assert_true(plans_remove(room->house.store, "hers", SATURDAY, morning, &err));
    assert_int_equal(gate_of(room, "str-lips-cheeks"), GATE_PLAN);
}

// Her reason opens what is closed for a lasting word.
static void a_reason_opens_what_is_closed(void **state) {
    struct room *room = *state;
    tell(room, "condition", "synk");
    assert_int_equal(gate_of(room, "rom-upper-face"), GATE_CLOSED);
    keep_plan(
        room, "hers", "",
        "{ routine = \"rom-upper-face\"; per_day = 1; despite = \"We have practised it.\"; }");
    struct person person;
    struct error err = {0};
    assert_true(person_read(&room->house, &person, &err));
    struct allowed allowed = allowed_for(&person, routine(room, "rom-upper-face"));
    assert_int_equal(allowed.gating.gate, GATE_OPEN);
    assert_string_equal(allowed.word.despite, "We have practised it.");
    assert_string_equal(allowed.word.despite_plan->id, "hers");
    person_free(&person);
}

// It begins with the day, at four in the morning, and so does the day after its last.
static void a_plan_begins_when_the_day_does(void **state) {
    struct room *room = *state;
    tell(room, "condition", "hfs");
    keep_plan(room, "hers", "to = \"2026-11-21\";", strength);
    static const struct {
        int64_t hours_later;
        enum gate_word gate;
    } cases[] = {{0, GATE_OPEN}, {19, GATE_OPEN}, {20, GATE_PLAN}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_now(room, later(morning, cases[i].hours_later * HOUR_S));
        assert_int_equal(gate_of(room, "str-lips-cheeks"), cases[i].gate);
        set_now(room, later(morning, cases[i].hours_later * HOUR_S - 1));
        assert_int_equal(gate_of(room, "str-lips-cheeks"), GATE_OPEN);
    }
}

// How often, and how many face routines a day: the plan's numbers count.
static void limits_are_those_of_the_plan(void **state) {
    struct room *room = *state;
    tell(room, "condition", "hfs");
    play(room, "nmr-smile-eyes-open");
    assert_int_equal(allowed_now_for(room, "nmr-smile-eyes-open").limit.reason, LIMIT_PER_DAY);
    keep_plan(room, "hers", "ceiling = 2;",
              "{ routine = \"nmr-smile-eyes-open\"; per_day = 6; reps = 8; }");
    struct allowed allowed = allowed_now_for(room, "nmr-smile-eyes-open");
    assert_int_equal(allowed.limit.reason, LIMIT_NONE);
    assert_true(allowed.gating.plan_dose);
    assert_int_equal(allowed.dose.reps_most, 0);
    play(room, "nmr-smile-eyes-open");
    assert_int_equal(allowed_now_for(room, "nmr-smile-eyes-open").limit.reason, LIMIT_CEILING);
}

// A hold ends when a therapist names the routine anew, and not by a plan that was there before.
static void a_new_word_of_hers_ends_a_hold(void **state) {
    struct room *room = *state;
    static const char item[] = "{ routine = \"nmr-smile-eyes-open\"; per_day = 4; }";
    keep_plan(room, "hers", "", item);
    sit(room, (struct sat){"nmr-smile-eyes-open", later(morning, HOUR_S), 3, true, FEEL_HURT});
    set_now(room, later(morning, 2 * HOUR_S));
    assert_int_equal(allowed_now_for(room, "nmr-smile-eyes-open").gating.reason, REASON_HOLD);
    keep_plan(room, "other", "by = \"self\";", item);
    assert_int_equal(allowed_now_for(room, "nmr-smile-eyes-open").gating.reason, REASON_HOLD);
    keep_plan(room, "hers", "goal = \"Less of it.\";", item);
    assert_int_not_equal(allowed_now_for(room, "nmr-smile-eyes-open").gating.reason, REASON_HOLD);
}

static struct today read_today(struct room *room) {
    struct today today;
    struct error err = {0};
    if (!today_read(&room->house, &today, &err)) {
        fail_msg("%s", err.text);
    }
    return today;
}

static void check_row(const struct today_row *row, int due, int done, int open,
                      enum today_state state) {
    if (row->due != due || row->done != done || row->open != open || row->state != state) {
        fail_msg("%s: %d of %d, %d open, %s", today_row_title(row), row->done, row->due, row->open,
                 today_state_words[row->state]);
    }
}

static void a_day_from_morning_to_evening(void **state) {
    struct room *room = *state;
    tell(room, "condition", "myok");
    struct today today = read_today(room);
    assert_false(today.has_plan);
    assert_int_equal(today.kind, DAY_FREE);
    today_free(&today);
    keep_plan(
        room, "hers", "",
        "{ routine = \"nmr-smile-eyes-open\"; per_day = 2; at = [ \"08:00\", \"20:00\" ]; },"
        "{ routine = \"breath-calm\"; per_day = 1; at = [ \"21:30\" ]; },"
        "{ routine = \"warm-compress\"; per_day = 2; }, { task = \"Eye drops\"; per_day = 2; }");
    today = read_today(room);
    const char *ids[TODAY_CHAIN_MAX];
    int64_t length_ms = 0;
    assert_int_equal(today.count, 4);
    assert_int_equal(today.kind, DAY_OPEN);
    check_row(&today.rows[0], 2, 0, 2, TODAY_NOW);
    check_row(&today.rows[1], 1, 0, 1, TODAY_LATER);
    check_row(&today.rows[2], 2, 0, 2, TODAY_NOW);
    check_row(&today.rows[3], 2, 0, 2, TODAY_NOW);
    assert_int_equal(today_chain(&today, ids, &length_ms), 2);
    assert_string_equal(ids[0], "nmr-smile-eyes-open");
    assert_string_equal(ids[1], "warm-compress");
    assert_int_equal(length_ms, today.rows[0].length_ms + today.rows[2].length_ms);
    assert_int_equal(today.open_ms, 2 * length_ms + today.rows[1].length_ms);
    assert_int_equal(today.next_s, morning.utc_s + 13 * HOUR_S + HOUR_S / 2);
    today_free(&today);
    play(room, "nmr-smile-eyes-open");
    play(room, "warm-compress");
    tick(room, "EYE drops");
    tick(room, "Tape");
    today = read_today(room);
    check_row(&today.rows[0], 2, 1, 1, TODAY_LATER);
    check_row(&today.rows[2], 2, 1, 1, TODAY_LATER); // the skin rests
    check_row(&today.rows[3], 2, 1, 1, TODAY_NOW);
    assert_int_equal(today.next_s, today.rows[2].opens_s);
    assert_int_equal(today_chain(&today, ids, NULL), 0);
    today_free(&today);
    set_now(room, later(morning, 14 * HOUR_S));
    play(room, "nmr-smile-eyes-open");
    play(room, "warm-compress");
    play(room, "breath-calm");
    today = read_today(room);
    assert_int_equal(today.kind, DAY_DONE);
    assert_int_equal(today.open, 0);
    assert_false(today.enough);
    check_row(&today.rows[0], 2, 2, 0, TODAY_DONE);
    check_row(&today.rows[3], 2, 1, 1, TODAY_NOW);
    today_free(&today);
}

// What the ceiling leaves is no longer open, and the day is enough; one that is nearly there counts
// across the rows.
static void enough_is_enough(void **state) {
    struct room *room = *state;
    tell(room, "condition", "synk");
    keep_plan(room, "hers", "ceiling = 3;",
              "{ routine = \"nmr-smile-eyes-open\"; per_day = 3; },"
              "{ routine = \"nmr-pucker-eyes-open\"; per_day = 3; },"
              "{ routine = \"breath-calm\"; per_day = 1; }");
    struct today today = read_today(room);
    check_row(&today.rows[0], 3, 0, 2, TODAY_NOW);
    check_row(&today.rows[1], 3, 0, 1, TODAY_NOW);
    assert_int_equal(today.open, 4);
    assert_false(today.enough);
    today_free(&today);
    play(room, "nmr-smile-eyes-open");
    play(room, "nmr-pucker-eyes-open");
    today = read_today(room);
    check_row(&today.rows[0], 3, 1, 1, TODAY_NOW);
    check_row(&today.rows[1], 3, 1, 0, TODAY_ENOUGH); // behind the other it would be too much
    assert_false(today.enough);
    today_free(&today);
    play(room, "nmr-pucker-eyes-open");
    today = read_today(room);
    check_row(&today.rows[0], 3, 1, 0, TODAY_ENOUGH);
    check_row(&today.rows[1], 3, 2, 0, TODAY_ENOUGH);
    check_row(&today.rows[2], 1, 0, 1, TODAY_NOW);
    assert_true(today.enough);
    assert_int_equal(today.open, 1);
    assert_int_equal(today.open_ms, today.rows[2].length_ms);
    today_free(&today);
}

static void what_is_shut_or_gone_is_not_open(void **state) {
    struct room *room = *state;
    tell(room, "condition", "bsp");
    keep_plan(room, "mine", "by = \"self\";",
              "{ routine = \"str-lips-cheeks\"; per_day = 1; },"
              "{ routine = \"went-away\"; per_day = 1; }");
    struct today today = read_today(room);
    check_row(&today.rows[0], 1, 0, 0, TODAY_SHUT);
    check_row(&today.rows[1], 1, 0, 0, TODAY_SHUT);
    assert_null(today.rows[1].routine);
    assert_string_equal(today_row_title(&today.rows[1]), "went-away");
    assert_int_equal(today.open_ms, 0);
    today_free(&today);
}

static const char both_sides[] =
    "{ routine = \"nmr-pucker-eyes-open\"; per_day = 1; side = \"left\"; reps = 3; },"
    "{ routine = \"nmr-pucker-eyes-open\"; per_day = 1; side = \"right\"; reps = 7; hold = 6.0; }";

// Prepares the same routine so often, as `play` does.
static void prepare(struct room *room, int count, enum side side, struct chain *chain) {
    static const char *const routines[] = {"nmr-pucker-eyes-open", "nmr-pucker-eyes-open",
                                           "nmr-pucker-eyes-open"};
    const struct play_request request = {
        .routines = routines, .routine_count = count, .side = side, .before = -1, .after = -1};
    struct error err = {0};
    if (!chain_prepare(&room->house, &request, chain, &err)) {
        fail_msg("%s", err.text);
    }
}

// Left, then right, each as its item asks; then the first again. A session says whose it was.
static void a_chain_plays_each_item_as_such(void **state) {
    struct room *room = *state;
    struct chain chain;
    tell(room, "condition", "synk");
    keep_plan(room, "hers", "", both_sides);
    prepare(room, 3, SIDE_NONE, &chain);
    static const struct {
        enum side side;
        int reps;
        int64_t hold_ms;
    } expected[] = {{SIDE_LEFT, 3, 0}, {SIDE_RIGHT, 7, 6000}, {SIDE_LEFT, 3, 0}};
    for (int i = 0; i < 3; i++) {
        const struct timeline_asked *asked = &chain.members[i]->timeline.asked;
        assert_int_equal(asked->side, expected[i].side);
        assert_int_equal(asked->reps, expected[i].reps);
        assert_int_equal(asked->hold_ms, expected[i].hold_ms);
        const struct play_request request = {.before = -1, .after = -1};
        struct sitting_options options = chain_options(&chain, i, &room->house, &request);
        assert_string_equal(options.plan, "hers");
    }
    chain_lay_pauses(&room->house, &chain, false);
    assert_int_equal(chain.count, 5);
    chain_free(&chain);
    // One side is asked for: its item.
    prepare(room, 1, SIDE_RIGHT, &chain);
    assert_int_equal(chain.members[0]->timeline.asked.reps, 7);
    chain_free(&chain);
}

static void a_plan_can_leave_out_the_minute_between(void **state) {
    struct room *room = *state;
    struct chain chain;
    tell(room, "condition", "synk");
    keep_plan(room, "hers", "between = \"none\";", both_sides);
    prepare(room, 3, SIDE_NONE, &chain);
    chain_lay_pauses(&room->house, &chain, false);
    assert_int_equal(chain.count, 3);
    chain_free(&chain);
}

// Without a plan nothing of one is written.
static void without_a_plan_a_session_belongs_to_none(void **state) {
    struct room *room = *state;
    struct chain chain;
    prepare(room, 1, SIDE_NONE, &chain);
    const struct play_request request = {.before = -1, .after = -1};
    assert_null(chain_options(&chain, 0, &room->house, &request).plan);
    chain_free(&chain);
}

// Up to a therapist's number and never above it; her own plan is no reason for more.
static void wishes_go_up_to_the_plans_number(void **state) {
    struct room *room = *state;
    static const struct {
        const char *by;
        int reps;
        bool fits;
    } cases[] = {
        {"therapist", 8, true}, {"therapist", 9, false}, {"self", 5, true}, {"self", 6, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const char *const routines[] = {"nmr-smile-eyes-open"};
        char head[64], id[16];
        struct chain chain;
        struct error err = {0};
        const struct play_request request = {.routines = routines,
                                             .routine_count = 1,
                                             .reps = cases[i].reps,
                                             .before = -1,
                                             .after = -1};
        text_format(head, sizeof head, "by = \"%s\";", cases[i].by);
        text_format(id, sizeof id, "p-%d", (int)i);
        keep_plan(room, id, head, "{ routine = \"nmr-smile-eyes-open\"; per_day = 1; reps = 8; }");
        assert_int_equal(chain_prepare(&room->house, &request, &chain, &err), cases[i].fits);
        chain_free(&chain);
        assert_true(plans_remove(room->house.store, id, SATURDAY, morning, &err));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_therapists_plan_alone_opens),
        TEST(a_reason_opens_what_is_closed),
        TEST(a_plan_begins_when_the_day_does),
        TEST(limits_are_those_of_the_plan),
        TEST(a_new_word_of_hers_ends_a_hold),
        TEST(a_day_from_morning_to_evening),
        TEST(enough_is_enough),
        TEST(what_is_shut_or_gone_is_not_open),
        TEST(a_chain_plays_each_item_as_such),
        TEST(a_plan_can_leave_out_the_minute_between),
        TEST(without_a_plan_a_session_belongs_to_none),
        TEST(wishes_go_up_to_the_plans_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
