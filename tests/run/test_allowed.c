// SPDX-License-Identifier: MIT
#include "person.h"

#include <stdlib.h>
#include <time.h>

// Whether a routine may be played now, from stored answers and sessions to one value.

static void everything_told_is_read(void **state) {
    struct room *room = *state;
    struct person person;
    struct error err = {0};
    tell(room, "condition", "hfs,synk");
    tell(room, "affected", "left");
    tell(room, "floppy", "no");
    tell(room, "skin", "unsure");
    tell(room, "answers", "no,yes,unsure");
    tell(room, "asks", "nuts,heart,stroke");
    tell(room, "toxin", "2026-11-19");
    tell(room, "surgery", "2026-11-01T10:00:00+01:00");
    tell(room, "trick", "Touch the temple");
    assert_true(person_read(&room->house, &person, &err));
    const struct profile *profile = &person.profile;
    assert_int_equal(profile->conditions, 1u << PROFILE_HFS | 1u << PROFILE_SYNK);
    assert_int_equal(profile->affected, SIDE_LEFT);
    assert_int_equal(profile->floppy, REPLY_NO);
    assert_int_equal(profile->skin, REPLY_UNSURE);
    assert_int_equal(profile->answers[ANSWER_WEAK], REPLY_NO);
    assert_int_equal(profile->answers[ANSWER_NARROWS], REPLY_YES);
    assert_int_equal(profile->answers[ANSWER_INJECTED], REPLY_UNSURE);
    assert_int_equal(profile->answers_s, morning.utc_s);
    assert_int_equal(profile->asks, 1u << ASK_HEART | 1u << ASK_STROKE);
    assert_true(profile->toxin_told && profile->toxin_s == profile->toxin_from_s + DAY_S);
    assert_true(profile->surgery_told && !profile->released_told && !profile->onset_told);
    assert_string_equal(person.trick, "Touch the temple");
    person_free(&person);
}

static void what_was_taken_back_is_untold(void **state) {
    struct room *room = *state;
    tell(room, "condition", "bsp");
    tell(room, "toxin", "2026-11-21T07:00:00+01:00");
    tell(room, "condition", "");
    tell(room, "toxin", "");
    struct allowed allowed = allowed_now_for(room, "str-brow-lids");
    assert_int_equal(allowed.gating.word, PROFILE_UNKNOWN);
    assert_int_equal(allowed.gating.gate, GATE_PLAN);
}

static void the_next_day_follows_the_setting(void **state) {
    struct room *room = *state;
    struct person person;
    struct error err = {0};
    static const struct {
        int starts_min;
        int64_t now_s, next_s; // after midnight of 2026-11-21, local
    } cases[] = {
        {240, 8 * HOUR_S, DAY_S + 4 * HOUR_S}, {240, 4 * HOUR_S - 1, 4 * HOUR_S},
        {240, 4 * HOUR_S, DAY_S + 4 * HOUR_S}, {0, DAY_S - 1, DAY_S},
        {360, 5 * HOUR_S, 6 * HOUR_S},
    };
    const int64_t midnight_s = morning.utc_s - 8 * HOUR_S;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        room->house.settings.day_starts_min = cases[i].starts_min;
        set_now(room, (struct wall){midnight_s + cases[i].now_s, 60});
        assert_true(person_read(&room->house, &person, &err));
        assert_int_equal(person.next_day_s, midnight_s + cases[i].next_s);
        person_free(&person);
    }
}

// The clocks go forward in the night: the day that opens at 04:00 is an hour nearer.
static void summer_time_moves_the_next_day(void **state) {
    struct room *room = *state;
    struct person person;
    struct error err = {0};
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    const struct wall evening = {.utc_s = 1774731600, .offset_min = 60}; // 2026-03-28T22:00+01:00
    set_now(room, evening);
    assert_true(person_read(&room->house, &person, &err));
    assert_int_equal(person.next_day_s, evening.utc_s + 5 * HOUR_S);
    person_free(&person);
    setenv("TZ", "UTC0", 1);
    tzset();
}

static void a_compress_keeps_its_distance(void **state) {
    struct room *room = *state;
    sit(room, (struct sat){"warm-compress", later(morning, -HOUR_S), 20, true, FEEL_SAME});
    struct allowed allowed = allowed_now_for(room, "warm-lids");
    assert_int_equal(allowed.limit.reason, LIMIT_GAP);
    assert_int_equal(allowed.limit.opens_s, morning.utc_s - HOUR_S + 20 * 60 + 2 * HOUR_S);
    assert_int_equal(allowed_now_for(room, "cold-compress").limit.reason, LIMIT_NONE);
    set_now(room, later(morning, -HOUR_S + 20 * 60 + 2 * HOUR_S));
    assert_int_equal(allowed_now_for(room, "warm-lids").limit.reason, LIMIT_NONE);
}

// Left in its first minute, while the pack was being made ready, it warmed nothing.
static void a_compress_left_before_the_pack_counts_nothing(void **state) {
    struct room *room = *state;
    sit(room, (struct sat){"warm-compress", later(morning, -HOUR_S), 1, false, FEEL_NONE});
    assert_int_equal(allowed_now_for(room, "warm-compress").limit.reason, LIMIT_NONE);
    sit(room, (struct sat){"warm-compress", later(morning, -HOUR_S), 2, false, FEEL_NONE});
    assert_int_equal(allowed_now_for(room, "warm-compress").limit.reason, LIMIT_GAP);
}

static void a_routine_that_is_gone_counts_by_its_category(void **state) {
    struct room *room = *state;
    struct error err = {0};
    sit(room, (struct sat){"warm-compress", later(morning, -HOUR_S), 20, true, FEEL_SAME});
    struct catalog whole = room->house.catalog;
    catalog_read(NULL, NULL, NULL, "en", &room->house.catalog);
    struct person person;
    assert_true(person_read(&room->house, &person, &err));
    assert_int_equal(person.held.past.count, 1);
    assert_true(person.held.past.sessions[0].warm);
    assert_false(person.held.past.sessions[0].face_routine);
    assert_int_equal(person.held.past.sessions[0].compress_area, -1);
    person_free(&person);
    catalog_free(&room->house.catalog);
    room->house.catalog = whole;
}

static void a_hold_is_told_and_ends(void **state) {
    struct room *room = *state;
    tell(room, "condition", "synk");
    tell(room, "answers", "no,yes,no");
    sit(room, (struct sat){"nmr-smile-eyes-open", later(morning, -HOUR_S), 3, true, FEEL_HURT});
    struct allowed allowed = allowed_now_for(room, "nmr-smile-eyes-open");
    assert_int_equal(allowed.gating.reason, REASON_HOLD);
    assert_int_equal(allowed.hold.reason, HOLD_HURT);
    assert_true(allowed_is_shut(&allowed) && !allowed_now(&allowed));
    allowed.anyway = true;
    assert_true(allowed_now(&allowed));
    struct person person;
    struct error err = {0};
    assert_true(person_read(&room->house, &person, &err));
    enum hold_reason *holds = person_holds(&person);
    assert_int_equal(person.held.past.count, 1);
    assert_int_equal(holds[0], HOLD_HURT);
    memory_free(holds);
    person_free(&person);
    set_now(room, later(morning, 7 * DAY_S - HOUR_S + 3 * 60));
    assert_int_equal(allowed_now_for(room, "nmr-smile-eyes-open").gating.gate, GATE_OPEN);
}

// Known linked movement is entered in the profile, and then "pulled along" is no news.
static void pulled_along_holds_where_it_is_new(void **state) {
    struct room *room = *state;
    tell(room, "condition", "hfs");
    sit(room, (struct sat){"rom-jaw", later(morning, -HOUR_S), 5, true, FEEL_PULLED});
    assert_int_equal(allowed_now_for(room, "rom-jaw").hold.reason, HOLD_PULLED);
    tell(room, "condition", "synk");
    assert_int_equal(allowed_now_for(room, "rom-jaw").hold.reason, HOLD_NONE);
}

// What is assumed counts like what was done.
static void what_comes_earlier_in_a_chain_counts(void **state) {
    struct room *room = *state;
    struct person person;
    struct error err = {0};
    assert_true(person_read(&room->house, &person, &err));
    const struct routine *warm = routine(room, "warm-compress");
    assert_int_equal(allowed_for(&person, warm).limit.reason, LIMIT_NONE);
    person_assume(&person, warm, SIDE_NONE);
    assert_int_equal(allowed_for(&person, warm).limit.reason, LIMIT_GAP);
    person_free(&person);
}

static void what_is_offered_instead_may_be_played(void **state) {
    struct room *room = *state;
    static const char *const told[] = {"myok",       "hfs",         "bsp", "synk",
                                       "palsy-weak", "palsy-early", ""};
    struct error err = {0};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        struct person person;
        tell(room, "condition", told[i]);
        tell(room, "toxin", i % 2 ? "2026-11-21T07:00:00+01:00" : "");
        assert_true(person_read(&room->house, &person, &err));
        for (int at = 0; at < room->house.catalog.count; at++) {
            const struct routine *shut = &room->house.catalog.entries[at].routine;
            struct allowed allowed = allowed_for(&person, shut);
            const struct routine *instead = allowed_instead(&person, &room->house.catalog, shut);
            assert_non_null(instead);
            assert_ptr_not_equal(instead, shut);
            struct allowed other = allowed_for(&person, instead);
            assert_true(allowed_now(&other));
            // Who may not move the face is not sent to move it, and holds give way to none.
            if (allowed.gating.reason == REASON_WORD && shut->category == CATEGORY_BREATHING) {
                assert_int_equal(instead->category, CATEGORY_BREATHING);
            }
        }
        person_free(&person);
    }
}

static void a_dose_is_laid_over_the_options(void **state) {
    struct room *room = *state;
    struct person person;
    struct error err = {0};
    tell(room, "condition", "hfs");
    tell(room, "affected", "right");
    assert_true(person_read(&room->house, &person, &err));
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    struct allowed allowed = allowed_for(&person, routine(room, "nmr-smile-eyes-open"));
    allowed_apply(&allowed, &person, routine(room, "nmr-smile-eyes-open"), &options);
    assert_int_equal(options.reps_most, 3);
    assert_int_equal(options.effort_most, 2);
    assert_int_equal(options.affected, SIDE_RIGHT);
    assert_int_equal(options.words, 1u << PROFILE_HFS);
    allowed = allowed_for(&person, routine(room, "breath-478"));
    allowed_apply(&allowed, &person, routine(room, "breath-478"), &options);
    assert_int_equal(options.reps_most, 0);
    assert_int_equal(options.effort_most, 0);
    assert_int_equal(options.cycles_most, 4);
    allowed = allowed_for(&person, routine(room, "cold-compress"));
    allowed_apply(&allowed, &person, routine(room, "cold-compress"), &options);
    assert_true(options.short_form);
    person_free(&person);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(everything_told_is_read),
        TEST(what_was_taken_back_is_untold),
        TEST(the_next_day_follows_the_setting),
        TEST(summer_time_moves_the_next_day),
        TEST(a_compress_keeps_its_distance),
        TEST(a_compress_left_before_the_pack_counts_nothing),
        TEST(a_routine_that_is_gone_counts_by_its_category),
        TEST(a_hold_is_told_and_ends),
        TEST(pulled_along_holds_where_it_is_new),
        TEST(what_comes_earlier_in_a_chain_counts),
        TEST(what_is_offered_instead_may_be_played),
        TEST(a_dose_is_laid_over_the_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
