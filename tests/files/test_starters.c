// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/timeline.h"
#include "files/plan_file.h"

// The shipped fortnights as domain.md 7.3 wants them. Read in the root of the repository.

enum { STARTERS = 4, ITEMS_MAX = 3, DAY_MAX_MS = 20 * 60 * 1000 };
static const char *const names[STARTERS] = {"move", "quiet", "screen", "warm"};

struct bench {
    struct catalog catalog;
    struct plan_file english[STARTERS], german[STARTERS];
};

static void read_one(const struct bench *bench, int index, const char *language,
                     struct plan_file *file) {
    struct plan_reading reading = {.catalog = &bench->catalog,
                                   .language = language,
                                   .images = "images",
                                   .begins = day_of_date(2026, 11, 21),
                                   .strict = true};
    struct faults faults = {0};
    char id[32];
    text_format(id, sizeof id, "starter-%s", names[index]);
    char *path = plan_file_path("routines", id);
    assert_true(plan_file_read(path, &reading, file, &faults));
    assert_int_equal(faults.count, 0);
    assert_string_equal(file->plan.id, id);
    memory_free(path);
    faults_free(&faults);
}

static int set_up(void **state) {
    struct bench *bench = test_calloc(1, sizeof *bench);
    catalog_read("routines", NULL, "images", NULL, &bench->catalog);
    for (int i = 0; i < STARTERS; i++) {
        read_one(bench, i, NULL, &bench->english[i]);
        read_one(bench, i, "de", &bench->german[i]);
    }
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    struct bench *bench = *state;
    for (int i = 0; i < STARTERS; i++) {
        plan_file_free(&bench->english[i]);
        plan_file_free(&bench->german[i]);
    }
    catalog_free(&bench->catalog);
    test_free(bench);
    return 0;
}

static void each_lasts_a_fortnight_and_is_a_starter(void **state) {
    const struct bench *bench = *state;
    for (int i = 0; i < STARTERS; i++) {
        const struct plan *plan = &bench->english[i].plan;
        assert_int_equal(plan->by, BY_STARTER);
        assert_int_equal(plan->from, day_of_date(2026, 11, 21));
        assert_int_equal(plan->to, day_of_date(2026, 12, 4));
        assert_false(plan->has_profile);
    }
}

static const struct routine *routine_of(const struct bench *bench, int starter, int item) {
    const struct plan_file *file = &bench->english[starter];
    return plan_file_routine(file, &bench->catalog, file->plan.items[item].routine);
}

static void each_asks_little(void **state) {
    const struct bench *bench = *state;
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    for (int i = 0; i < STARTERS; i++) {
        const struct plan *plan = &bench->english[i].plan;
        int64_t most = 0;
        assert_in_range(plan->item_count, 1, ITEMS_MAX);
        for (int64_t day = plan->from; day <= plan->to; day++) {
            int64_t sum = 0;
            for (int item = 0; item < plan->item_count; item++) {
                struct error err = {0};
                struct timeline *timeline =
                    timeline_compile(routine_of(bench, i, item), &options, &err);
                assert_non_null(timeline);
                sum += timeline->total_ms * plan_item_due(plan, item, day);
                timeline_free(timeline);
            }
            most = sum > most ? sum : most;
        }
        assert_in_range(most, 1, DAY_MAX_MS);
    }
}

// Nobody needs a plan for what is offered to everybody; what an injection closes for a day may be
// among it.
static void each_is_open_to_everybody(void **state) {
    const struct bench *bench = *state;
    for (int i = 0; i < STARTERS; i++) {
        const struct plan *plan = &bench->english[i].plan;
        for (int item = 0; item < plan->item_count; item++) {
            const struct routine *routine = routine_of(bench, i, item);
            for (int word = 0; word < PROFILE_TOXIN_24H; word++) {
                assert_int_equal(routine->gates[word], GATE_OPEN);
            }
            int limit = routine->limit.per_day;
            assert_true(!limit || plan->items[item].per_day <= limit);
            assert_null(plan->items[item].despite);
        }
    }
}

static void assert_translated(const char *english, const char *german) {
    assert_true(english && german && english[0] && german[0]);
    assert_string_not_equal(english, german);
}

static void each_speaks_german(void **state) {
    const struct bench *bench = *state;
    for (int i = 0; i < STARTERS; i++) {
        const struct plan *english = &bench->english[i].plan, *german = &bench->german[i].plan;
        assert_translated(english->title, german->title);
        assert_translated(english->goal, german->goal);
        for (int item = 0; item < english->item_count; item++) {
            assert_translated(english->items[item].why, german->items[item].why);
            assert_translated(english->items[item].note, german->items[item].note);
            assert_int_equal(english->items[item].at_count, english->items[item].per_day);
        }
    }
}

// "Five minutes in the morning, three and a half in the evening" (people.md 2).
static void the_quiet_one_is_as_it_is_offered(void **state) {
    const struct bench *bench = *state;
    const struct plan *quiet = &bench->english[1].plan;
    assert_int_equal(quiet->item_count, 2);
    assert_string_equal(quiet->items[0].routine, "relax-face-let-go");
    assert_string_equal(quiet->items[1].routine, "breath-calm");
    assert_true(quiet->items[0].at[0] < 12 * 60 && quiet->items[1].at[0] > 18 * 60);
}

// What is kept of it says itself when it began, whenever it is read.
static void one_that_has_begun_keeps_its_days(void **state) {
    const struct bench *bench = *state;
    struct plan_reading reading = {.catalog = &bench->catalog, .begins = 1};
    for (int i = 0; i < STARTERS; i++) {
        struct bytes bytes = {0}, kept = {0};
        struct error err = {0};
        struct faults faults = {0};
        struct plan_file file;
        char name[32];
        text_format(name, sizeof name, "starter-%s", names[i]);
        char *path = plan_file_path("routines", name);
        assert_true(file_read(path, 100000, &bytes, &err));
        kept.data = plan_file_begun(bytes.data, day_of_date(2028, 2, 20));
        kept.length = strlen(kept.data);
        assert_true(plan_file_parse(NULL, &kept, &reading, &file, &faults));
        assert_int_equal(faults.count, 0);
        assert_int_equal(file.plan.from, day_of_date(2028, 2, 20));
        assert_int_equal(file.plan.to, day_of_date(2028, 3, 4));
        plan_file_free(&file);
        faults_free(&faults);
        bytes_free(&kept);
        bytes_free(&bytes);
        memory_free(path);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_lasts_a_fortnight_and_is_a_starter),
        cmocka_unit_test(each_asks_little),
        cmocka_unit_test(each_is_open_to_everybody),
        cmocka_unit_test(each_speaks_german),
        cmocka_unit_test(the_quiet_one_is_as_it_is_offered),
        cmocka_unit_test(one_that_has_begun_keeps_its_days),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
