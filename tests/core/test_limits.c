// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"
#include "core/limits.h"
#include "played_days.h"

// Enough for now: each limit at, before and after its edge. Days and moments come from the clock of
// a place with summer time, as they do for those who ask.

enum { HOUR_S = 3600, STARTS_MIN = 240 };

// The moment that a clock in Berlin shows, as "2026-11-21 12:00".
static int64_t berlin(const char *text) {
    struct wall wall;
    struct error err;
    assert_true(wall_read(text, &wall, &err));
    return wall.utc_s;
}

static struct wall local_at(int64_t utc_s) {
    return (struct wall){.utc_s = utc_s, .offset_min = clock_offset_at(utc_s)};
}

static int64_t day_of(int64_t utc_s) {
    struct wall wall = local_at(utc_s);
    wall.utc_s -= STARTS_MIN * 60;
    return wall_day(wall);
}

static struct limit_facts facts_at(int64_t now_s) {
    int64_t today = day_of(now_s);
    return (struct limit_facts){.now_s = now_s,
                                .today = today,
                                .next_day_s =
                                    wall_day_begins(local_at(now_s), today + 1, STARTS_MIN),
                                .ceiling = FACE_CEILING,
                                .compress_area = -1};
}

static struct past_session *play(struct history *history, const char *routine, const char *ended) {
    int64_t ended_s = berlin(ended);
    return history_add(history, routine, day_of(ended_s), ended_s);
}

static struct step smile = {.verb = VERB_EXERCISE, .count = 5};
static struct step warmth = {.verb = VERB_COMPRESS, .temperature = TEMPERATURE_WARM};
static struct step cold = {.verb = VERB_COMPRESS, .temperature = TEMPERATURE_COLD};
static struct step breath = {.verb = VERB_BREATHE, .count = 4};

static const struct dose written = {.stage = DOSE_WRITTEN, .effort_most = -1};

static struct routine of_step(const char *id, enum category category, struct step *step,
                              struct dose_limit limit) {
    struct routine routine = {
        .category = category, .steps = step, .step_count = 1, .limit = limit, .rate = true};
    snprintf(routine.id, sizeof routine.id, "%s", id);
    return routine;
}

static struct limit limit_at(const struct routine *routine, const struct history *history,
                             const char *now) {
    struct past past = past_of(history);
    struct limit_facts facts = facts_at(berlin(now));
    return limit_of(routine, &written, &past, &facts);
}

// Opens at that moment, NULL: open now.
static void check_limit(struct limit limit, enum limit_reason reason, const char *opens) {
    assert_int_equal(limit.reason, reason);
    assert_int_equal(limit.opens_s, opens ? berlin(opens) : 0);
}

static void so_often_a_day(void **state) {
    (void)state;
    struct routine routine =
        of_step("smile", CATEGORY_MASSAGE, &smile, (struct dose_limit){.per_day = 2});
    struct history history = {.count = 0};
    check_limit(limit_at(&routine, &history, "2026-11-21 08:00"), LIMIT_NONE, NULL);
    play(&history, "smile", "2026-11-21 08:00");
    play(&history, "other", "2026-11-21 09:00");
    play(&history, "smile", "2026-11-21 10:00")->complete = false;
    check_limit(limit_at(&routine, &history, "2026-11-21 10:00"), LIMIT_NONE, NULL);
    play(&history, "smile", "2026-11-21 11:00");
    check_limit(limit_at(&routine, &history, "2026-11-21 11:00"), LIMIT_PER_DAY,
                "2026-11-22 04:00");
    play(&history, "smile", "2026-11-21 12:00"); // one more, by whatever way
    check_limit(limit_at(&routine, &history, "2026-11-21 23:59:59"), LIMIT_PER_DAY,
                "2026-11-22 04:00");
    // Without a number there is none.
    routine.limit.per_day = 0;
    check_limit(limit_at(&routine, &history, "2026-11-21 12:00"), LIMIT_NONE, NULL);
}

// The day goes on over midnight until four.
static void the_day_begins_at_four(void **state) {
    (void)state;
    struct routine routine =
        of_step("smile", CATEGORY_MASSAGE, &smile, (struct dose_limit){.per_day = 1});
    struct history history = {.count = 0};
    play(&history, "smile", "2026-11-21 23:50");
    check_limit(limit_at(&routine, &history, "2026-11-22 00:10"), LIMIT_PER_DAY,
                "2026-11-22 04:00");
    check_limit(limit_at(&routine, &history, "2026-11-22 03:59:59"), LIMIT_PER_DAY,
                "2026-11-22 04:00");
    check_limit(limit_at(&routine, &history, "2026-11-22 04:00"), LIMIT_NONE, NULL);
    // What is played at half past three belongs to the day before.
    play(&history, "smile", "2026-11-23 03:30");
    check_limit(limit_at(&routine, &history, "2026-11-23 03:31"), LIMIT_PER_DAY,
                "2026-11-23 04:00");
    check_limit(limit_at(&routine, &history, "2026-11-23 04:00:01"), LIMIT_NONE, NULL);
}

// Clocks are put back on 2026-10-25 at 3:00 and forward on 2026-03-29 at 2:00.
static void the_day_knows_summer_time(void **state) {
    (void)state;
    struct routine routine =
        of_step("smile", CATEGORY_MASSAGE, &smile, (struct dose_limit){.per_day = 1});
    struct history autumn = {.count = 0};
    play(&autumn, "smile", "2026-10-24 22:00");
    struct limit limit = limit_at(&routine, &autumn, "2026-10-24 23:00");
    check_limit(limit, LIMIT_PER_DAY, "2026-10-25 04:00+01:00");
    assert_int_equal(limit.opens_s - berlin("2026-10-24 22:00"), 7 * HOUR_S);
    check_limit(limit_at(&routine, &autumn, "2026-10-25 03:59:59"), LIMIT_PER_DAY,
                "2026-10-25 04:00");
    check_limit(limit_at(&routine, &autumn, "2026-10-25 04:00"), LIMIT_NONE, NULL);

    struct history spring = {.count = 0};
    play(&spring, "smile", "2026-03-28 22:00");
    limit = limit_at(&routine, &spring, "2026-03-28 23:00");
    check_limit(limit, LIMIT_PER_DAY, "2026-03-29 04:00+02:00");
    assert_int_equal(limit.opens_s - berlin("2026-03-28 22:00"), 5 * HOUR_S);
    check_limit(limit_at(&routine, &spring, "2026-03-29 03:59:59"), LIMIT_PER_DAY,
                "2026-03-29 04:00");
    check_limit(limit_at(&routine, &spring, "2026-03-29 04:00"), LIMIT_NONE, NULL);
}

// The file's number, a small dose's, a plan's: the smaller of the first two, or the plan's alone.
static void whose_number_counts(void **state) {
    (void)state;
    static const struct {
        int file, dose, plan, most;
    } cases[] = {{4, 0, 0, 4}, {4, 1, 0, 1}, {4, 2, 0, 2}, {1, 2, 0, 1}, {0, 2, 0, 2},
                 {2, 2, 0, 2}, {4, 0, 6, 6}, {4, 0, 1, 1}, {0, 0, 2, 2}, {4, 1, 3, 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct routine routine = of_step("smile", CATEGORY_MASSAGE, &smile,
                                         (struct dose_limit){.per_day = cases[i].file});
        struct dose dose = {.per_day = cases[i].dose};
        struct limit_facts facts = facts_at(berlin("2026-11-21 20:00"));
        facts.plan_per_day = cases[i].plan;
        struct history history = {.count = 0};
        for (int done = 0; done <= cases[i].most; done++) {
            struct past past = past_of(&history);
            struct limit limit = limit_of(&routine, &dose, &past, &facts);
            assert_int_equal(limit.reason, done < cases[i].most ? LIMIT_NONE : LIMIT_PER_DAY);
            play(&history, "smile", "2026-11-21 08:00");
        }
    }
}

// Of any kind that moves the face; jaw and imagined ones with it, letting go not.
static void the_ceiling_of_face_routines(void **state) {
    (void)state;
    struct routine routine = of_step("smile", CATEGORY_NMR, &smile, (struct dose_limit){0});
    static const int ceilings[] = {FACE_CEILING, 1, 6};
    for (int i = 0; i < 3; i++) {
        struct history history = {.count = 0};
        if (i > 0) {
            play(&history, "yesterday", "2026-11-21 03:59:59");
        }
        for (int done = 0; done <= ceilings[i]; done++) {
            struct past past = past_of(&history);
            struct limit_facts facts = facts_at(berlin("2026-11-21 20:00"));
            facts.ceiling = ceilings[i];
            struct limit limit = limit_of(&routine, &written, &past, &facts);
            bool enough = done == ceilings[i];
            check_limit(limit, enough ? LIMIT_CEILING : LIMIT_NONE,
                        enough ? "2026-11-22 04:00" : NULL);
            struct routine rest = routine;
            rest.category = CATEGORY_MEDITATION;
            check_limit(limit_of(&rest, &written, &past, &facts), LIMIT_NONE, NULL);
            play(&history, done % 2 ? "smile" : "pucker", "2026-11-21 04:00");
            play(&history, "smile", "2026-11-21 04:00")->complete = false;
            play(&history, "letting-go", "2026-11-21 04:00")->face_routine = false;
        }
    }
    assert_int_equal(FACE_CEILING, 4);
}

static struct past_session *lay(struct history *history, const char *routine, const char *ended,
                                bool warm, int area) {
    struct past_session *session = play(history, routine, ended);
    session->category = warm ? CATEGORY_COMPRESS_WARM : CATEGORY_COMPRESS_COLD;
    session->face_routine = false;
    session->warm = warm;
    session->cold = !warm;
    session->compress_area = area;
    return session;
}

// Two hours from the end of the last one of that kind on that place, broken off or not.
static void the_skin_rests_between_two(void **state) {
    (void)state;
    const struct dose_limit limit = {.gap_hours = 2};
    struct routine warm = of_step("warm", CATEGORY_COMPRESS_WARM, &warmth, limit);
    struct history history = {.count = 0};
    lay(&history, "lids", "2026-11-21 08:00", true, COMPRESS_CHEEK)->complete = false;
    check_limit(limit_at(&warm, &history, "2026-11-21 08:00"), LIMIT_GAP, "2026-11-21 10:00");
    check_limit(limit_at(&warm, &history, "2026-11-21 09:59:59"), LIMIT_GAP, "2026-11-21 10:00");
    check_limit(limit_at(&warm, &history, "2026-11-21 10:00"), LIMIT_NONE, NULL);
    // Of several the last one counts, whatever the order.
    lay(&history, "warm", "2026-11-21 07:00", true, COMPRESS_CHEEK);
    check_limit(limit_at(&warm, &history, "2026-11-21 09:00"), LIMIT_GAP, "2026-11-21 10:00");
    // Cold is another kind, and one that was not begun is none.
    struct routine ice = of_step("ice", CATEGORY_COMPRESS_COLD, &cold, limit);
    check_limit(limit_at(&ice, &history, "2026-11-21 08:00"), LIMIT_NONE, NULL);
    history.sessions[0].warm = false;
    check_limit(limit_at(&warm, &history, "2026-11-21 09:30"), LIMIT_NONE, NULL);
    lay(&history, "ice", "2026-11-21 10:30", false, COMPRESS_CHEEK);
    check_limit(limit_at(&ice, &history, "2026-11-21 11:00"), LIMIT_GAP, "2026-11-21 12:30");
    check_limit(limit_at(&warm, &history, "2026-11-21 11:00"), LIMIT_NONE, NULL);
    // Without a gap in its file nothing is waited for.
    ice.limit.gap_hours = 0;
    check_limit(limit_at(&ice, &history, "2026-11-21 11:00"), LIMIT_NONE, NULL);
    // And the gap is the file's own.
    ice.limit.gap_hours = 3;
    check_limit(limit_at(&ice, &history, "2026-11-21 11:00"), LIMIT_GAP, "2026-11-21 13:30");
    ice.limit.gap_hours = 1;
    check_limit(limit_at(&ice, &history, "2026-11-21 11:00"), LIMIT_GAP, "2026-11-21 11:30");
    ice.limit.gap_hours = 0; // also where a clock was put back since
    check_limit(limit_at(&ice, &history, "2026-11-21 10:29"), LIMIT_NONE, NULL);
}

static void an_unknown_place_is_every_place(void **state) {
    (void)state;
    static const struct {
        int laid, next;
        bool waits;
    } cases[] = {{COMPRESS_EYE_RIM, COMPRESS_EYE_RIM, true},
                 {COMPRESS_NECK_BACK, COMPRESS_NECK_BACK, true},
                 {COMPRESS_EYE_RIM, COMPRESS_CHEEK, false},
                 {COMPRESS_CHEEK, COMPRESS_EYE_RIM, false},
                 {-1, COMPRESS_EYE_RIM, true},
                 {COMPRESS_EYE_RIM, -1, true},
                 {-1, -1, true}};
    struct routine warm =
        of_step("warm", CATEGORY_COMPRESS_WARM, &warmth, (struct dose_limit){.gap_hours = 2});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        lay(&history, "warm", "2026-11-21 08:00", true, cases[i].laid);
        struct past past = past_of(&history);
        struct limit_facts facts = facts_at(berlin("2026-11-21 09:00"));
        facts.compress_area = cases[i].next;
        struct limit limit = limit_of(&warm, &written, &past, &facts);
        assert_int_equal(limit.reason, cases[i].waits ? LIMIT_GAP : LIMIT_NONE);
    }
}

// The gap is time on the skin: it goes over midnight, over four, and over a change of the clocks.
static void a_gap_knows_no_day(void **state) {
    (void)state;
    static const struct {
        const char *ended, *before, *opens;
    } cases[] = {
        {"2026-11-21 23:30", "2026-11-22 01:29:59", "2026-11-22 01:30"},
        {"2026-11-22 03:30", "2026-11-22 05:29:59", "2026-11-22 05:30"},
        {"2026-10-25 01:30", "2026-10-25 02:29:59+01:00", "2026-10-25 02:30+01:00"},
        {"2026-03-29 01:30", "2026-03-29 04:29:59", "2026-03-29 04:30"},
    };
    struct routine warm =
        of_step("warm", CATEGORY_COMPRESS_WARM, &warmth, (struct dose_limit){.gap_hours = 2});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        lay(&history, "warm", cases[i].ended, true, -1);
        check_limit(limit_at(&warm, &history, cases[i].before), LIMIT_GAP, cases[i].opens);
        check_limit(limit_at(&warm, &history, cases[i].opens), LIMIT_NONE, NULL);
    }
}

// Three a day, begun ones too; of two reasons the later one is told.
static void of_two_reasons_the_later(void **state) {
    (void)state;
    struct routine warm = of_step("warm", CATEGORY_COMPRESS_WARM, &warmth,
                                  (struct dose_limit){.per_day = 3, .gap_hours = 2});
    struct history history = {.count = 0};
    lay(&history, "warm", "2026-11-21 08:00", true, -1);
    lay(&history, "warm", "2026-11-21 11:00", true, -1)->complete = false;
    check_limit(limit_at(&warm, &history, "2026-11-21 13:00"), LIMIT_NONE, NULL);
    struct past_session *third = lay(&history, "warm", "2026-11-21 14:00", true, -1);
    third->complete = false;
    check_limit(limit_at(&warm, &history, "2026-11-21 15:00"), LIMIT_PER_DAY, "2026-11-22 04:00");
    third->warm = false; // left before the cloth was laid on
    check_limit(limit_at(&warm, &history, "2026-11-21 15:00"), LIMIT_NONE, NULL);
    third->cold = true;
    check_limit(limit_at(&warm, &history, "2026-11-21 15:00"), LIMIT_PER_DAY, "2026-11-22 04:00");
    lay(&history, "warm", "2026-11-22 03:30", true, -1);
    check_limit(limit_at(&warm, &history, "2026-11-22 03:40"), LIMIT_GAP, "2026-11-22 05:30");
    // Of two that end together the routine's own comes first.
    struct routine smiling =
        of_step("smile", CATEGORY_NMR, &smile, (struct dose_limit){.per_day = 4});
    struct history slots = {.count = 0};
    for (int i = 0; i < 4; i++) {
        play(&slots, "smile", "2026-11-21 08:00");
    }
    check_limit(limit_at(&smiling, &slots, "2026-11-21 09:00"), LIMIT_PER_DAY, "2026-11-22 04:00");
}

// 4-7-8: four breaths in the first month after the first run, then eight.
static void the_first_month_has_fewer_breaths(void **state) {
    (void)state;
    struct routine routine = of_step("478", CATEGORY_BREATHING, &breath,
                                     (struct dose_limit){.cycles_max = 8, .cycles_first_month = 4});
    static const struct {
        const char *first;
        int most;
    } cases[] = {{NULL, 4},
                 {"2026-11-21 08:00", 4},
                 {"2026-10-23 08:00", 4},    // 29 days back
                 {"2026-10-23 04:00", 4},    // at the beginning of that day
                 {"2026-10-23 03:59:59", 8}, // still the day before: 30
                 {"2026-10-22 08:00", 8},
                 {"2025-11-21 08:00", 8}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct history history = {.count = 0};
        if (i % 2) {
            play(&history, "other", "2020-01-01 08:00");
        }
        if (cases[i].first) {
            play(&history, "478", cases[i].first);
            play(&history, "478", "2026-11-21 09:00"); // the first one counts
        }
        snprintf(history.sessions[history.count].routine, sizeof routine.id, "478"); // no session
        struct limit limit = limit_at(&routine, &history, "2026-11-21 12:00");
        check_limit(limit, LIMIT_NONE, NULL);
        assert_int_equal(limit.cycles_most, cases[i].most);
        // Without a rule for the first month the ceiling alone, without either the file's count.
        struct routine plain = routine;
        plain.limit.cycles_first_month = 0;
        assert_int_equal(limit_at(&plain, &history, "2026-11-21 12:00").cycles_most, 8);
        plain.limit.cycles_max = 0;
        assert_int_equal(limit_at(&plain, &history, "2026-11-21 12:00").cycles_most, 0);
    }
}

static int in_berlin(void **state) {
    (void)state;
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    return 0;
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(so_often_a_day),
        cmocka_unit_test(the_day_begins_at_four),
        cmocka_unit_test(the_day_knows_summer_time),
        cmocka_unit_test(whose_number_counts),
        cmocka_unit_test(the_ceiling_of_face_routines),
        cmocka_unit_test(the_skin_rests_between_two),
        cmocka_unit_test(an_unknown_place_is_every_place),
        cmocka_unit_test(a_gap_knows_no_day),
        cmocka_unit_test(of_two_reasons_the_later),
        cmocka_unit_test(the_first_month_has_fewer_breaths),
    };
    return cmocka_run_group_tests(cases, in_berlin, NULL);
}
