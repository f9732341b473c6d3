// SPDX-License-Identifier: MIT
#include "person.h"

#include "plan_made.h"
#include "run/diary_past.h"
#include "run/figures.h"
#include "run/signs_read.h"
#include "seed.h"
#include "store/days.h"
#include "store/events.h"
#include "store/ratings.h"

// A history that was told in another order is the same history: what is entered late, brought from
// another machine or imported backwards changes no figure.

enum { DAYS = 80, ENTRIES_MOST = DAYS * 5 };

enum what { NUMBER, FORM, EVENT, SESSION };

struct told {
    enum what what;
    int64_t day;
    int number;
    struct sat sat;
    int before, after;
};

static int live(uint64_t *seed, int64_t first, struct told *entries) {
    static const char *const routines[] = {"breath-calm", "warm-compress", "med-breath-10"};
    int n = 0;
    for (int64_t day = first; day < first + DAYS; day++) {
        if (seed_below(seed, 5)) {
            entries[n++] =
                (struct told){.what = NUMBER, .day = day, .number = seed_below(seed, 11)};
        }
        if (seed_below(seed, 3) == 0) {
            entries[n++] =
                (struct told){.what = FORM, .day = day, .number = seed_below(seed, TICK_COUNT)};
        }
        if (seed_below(seed, 20) == 0) {
            entries[n++] =
                (struct told){.what = EVENT, .day = day, .number = seed_below(seed, EVENT_COUNT)};
        }
        for (int k = seed_below(seed, 3); k > 0; k--) {
            struct wall began = {.utc_s =
                                     day * DAY_S + (6 + k * 5) * HOUR_S + seed_below(seed, 3600)};
            entries[n++] = (struct told){.what = SESSION,
                                         .day = day,
                                         .sat = {.routine = routines[seed_below(seed, 3)],
                                                 .started = began,
                                                 .minutes = 4 + seed_below(seed, 8),
                                                 .complete = seed_below(seed, 4) > 0},
                                         .before = seed_below(seed, 12) - 1,
                                         .after = seed_below(seed, 12) - 1};
        }
    }
    return n;
}

static void enter(struct room *room, const struct told *entry) {
    struct store *store = room->house.store;
    struct error err = {0};
    if (entry->what == NUMBER) {
        struct rating rating = {.at = {.utc_s = entry->day * DAY_S + 18 * HOUR_S},
                                .twitch = entry->number,
                                .severity = -1,
                                .frequency = -1};
        rating.places = 1U << entry->number % PLACE_COUNT;
        assert_true(ratings_set(store, &rating, 240, &err));
        rating_free(&rating);
    } else if (entry->what == FORM) {
        struct day_form form = day_form_empty(entry->day);
        form.ticks = (uint64_t)1 << entry->number;
        form.fields[FIELD_STRESS] = entry->number % 11;
        assert_true(days_set(store, &form, UINT64_MAX, &err));
        day_form_free(&form);
    } else if (entry->what == EVENT) {
        struct event event = {
            .kind = (enum event_kind)entry->number, .day = entry->day, .until_day = EVENT_OPEN};
        assert_true(events_add(store, &event, &err));
        event_free(&event);
    } else {
        sit_rated(room, entry->sat, entry->before, entry->after);
    }
}

static void shuffle(uint64_t *seed, struct told *entries, int count) {
    for (int i = count - 1; i > 0; i--) {
        int k = seed_below(seed, i + 1);
        struct told kept = entries[i];
        entries[i] = entries[k];
        entries[k] = kept;
    }
}

static void assert_same_days(struct room *one, struct room *other) {
    struct diary_past a, b;
    struct error err = {0};
    assert_true(diary_past_read(&one->house, INT64_MIN, INT64_MAX, &a, &err));
    assert_true(diary_past_read(&other->house, INT64_MIN, INT64_MAX, &b, &err));
    assert_int_equal(a.count, b.count);
    for (int i = 0; i < a.count; i++) {
        assert_int_equal(a.days[i].day, b.days[i].day);
        assert_int_equal(a.days[i].twitch, b.days[i].twitch);
        assert_int_equal(a.days[i].places, b.days[i].places);
        assert_int_equal(a.days[i].ticks, b.days[i].ticks);
        assert_memory_equal(a.days[i].fields, b.days[i].fields, sizeof a.days[i].fields);
    }
    diary_past_free(&a);
    diary_past_free(&b);
}

static struct adherence adherence(struct room *room, int64_t first) {
    struct plan plan = plan_made("a", first + 5, first + DAYS - 9);
    plan_asks(&plan, "breath-calm", 1);
    plan_asks(&plan, "warm-compress", 1)->days = 0x15; // Monday, Wednesday, Friday
    struct plan_version version = version_of(&plan, first);
    struct plan_book book = book_of(&version, 1);
    struct session_past past;
    struct error err = {0};
    assert_true(session_past_read(&room->house, INT64_MIN, INT64_MAX, &past, &err));
    struct adherence all =
        adherence_of(&book, past.done, first, first + DAYS - 1, first + DAYS - 1);
    int due = 0, done = 0;
    for (int64_t day = first; day < first + DAYS; day++) {
        struct day_account account = adherence_day(&book, past.done, day, first + DAYS - 1);
        due += account.due;
        done += account.done;
    }
    assert_int_equal(due, all.due);
    assert_int_equal(done, all.done);
    assert_true(all.share >= 0 && all.share <= 1);
    assert_int_equal(past.complete, all.complete);
    session_past_free(&past);
    return all;
}

static void assert_same_figures(struct room *one, struct room *other, int64_t first) {
    struct adherence a = adherence(one, first), b = adherence(other, first);
    assert_int_equal(a.due, b.due);
    assert_int_equal(a.done, b.done);
    assert_int_equal(a.complete, b.complete);
    assert_int_equal(a.partial, b.partial);
    assert_int_equal(a.best_streak, b.best_streak);
    assert_true(a.due > 0);
    for (int64_t day = first + 20; day < first + DAYS; day += 7) {
        struct raised_signs x, y;
        struct error err = {0};
        assert_true(signs_read(&one->house, day, &x, &err));
        assert_true(signs_read(&other->house, day, &y, &err));
        assert_int_equal(x.count, y.count);
        for (int i = 0; i < x.count; i++) {
            assert_int_equal(x.signs[i].id, y.signs[i].id);
            assert_int_equal(x.signs[i].days, y.signs[i].days);
            assert_memory_equal(x.signs[i].facts, y.signs[i].facts, sizeof x.signs[i].facts);
        }
    }
}

// All that `repose stats` says of a range: the numbers' weeks, median and slope, what happened
// around sessions, the days running and how quiet it is.
static void assert_same_stats(struct room *one, struct room *other, int64_t first, int64_t last) {
    struct figures a, b;
    struct error err = {0};
    assert_true(figures_read(&one->house, first, last, &a, &err));
    assert_true(figures_read(&other->house, first, last, &b, &err));
    assert_true(a.first == b.first && a.last == b.last && a.rated == b.rated);
    assert_true(a.sessions == b.sessions && a.complete == b.complete && a.well == b.well);
    assert_int_equal(a.played_ms, b.played_ms);
    assert_memory_equal(&a.median, &b.median, sizeof a.median);
    assert_int_equal(a.slope_given, b.slope_given);
    assert_memory_equal(&a.slope_per_week, &b.slope_per_week, sizeof a.slope_per_week);
    assert_int_equal(a.week_count, b.week_count);
    for (int i = 0; i < a.week_count; i++) {
        assert_true(a.weeks[i].monday == b.weeks[i].monday && a.weeks[i].n == b.weeks[i].n);
        assert_memory_equal(&a.weeks[i].value, &b.weeks[i].value, sizeof a.weeks[i].value);
    }
    assert_int_equal(a.routine_count, b.routine_count);
    for (int i = 0; i < a.routine_count; i++) {
        assert_string_equal(a.routines[i].id, b.routines[i].id);
        assert_int_equal(a.routines[i].sessions, b.routines[i].sessions);
        assert_int_equal(a.routines[i].change.n, b.routines[i].change.n);
        assert_memory_equal(&a.routines[i].change.mean, &b.routines[i].change.mean, sizeof(double));
    }
    assert_true(a.quiet.status == b.quiet.status && a.quiet.since == b.quiet.since);
    assert_true(a.cycle_day == b.cycle_day && a.compared.given == b.compared.given);
    assert_memory_equal(&a.compared.then, &b.compared.then, sizeof a.compared.then);
    figures_free(&a);
    figures_free(&b);
}

static void order_is_no_matter(void **state) {
    struct room *room = *state;
    uint64_t seed = seed_usual();
    set_now(room, later(morning, DAY_S)); // behind all of it
    int64_t first = house_today(&room->house) - DAYS;
    for (int round = 0; round < 8; round++) {
        void *mixed_state = NULL;
        struct told entries[ENTRIES_MOST];
        int n = live(&seed, first, entries);
        room_open(&mixed_state);
        struct room *mixed = mixed_state;
        set_now(mixed, later(morning, DAY_S));
        for (int i = 0; i < n; i++) {
            enter(room, &entries[i]);
        }
        shuffle(&seed, entries, n);
        for (int i = 0; i < n; i++) {
            enter(mixed, &entries[i]);
        }
        assert_same_days(room, mixed);
        assert_same_figures(room, mixed, first);
        assert_same_stats(room, mixed, INT64_MIN, INT64_MAX);
        assert_same_stats(room, mixed, first + 9, first + 50);
        room_close(&mixed_state);
        void *again = room;
        room_close(&again);
        room_open(&again);
        room = again;
        set_now(room, later(morning, DAY_S));
        *state = room;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {TEST(order_is_no_matter)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
