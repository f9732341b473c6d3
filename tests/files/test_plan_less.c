// SPDX-License-Identifier: MIT
#include "faulty.h"

#include "base/memory.h"
#include "files/plan_less.h"

// What stands around an item stays as it was written, letter by letter.

static void assert_less(const char *text, int item, int per_day, const char *expected) {
    char *less = plan_file_less(text, item, per_day);
    assert_non_null(less);
    assert_string_equal(less, expected);
    memory_free(less);
}

static void one_item_is_asked_for_less(void **state) {
    (void)state;
    assert_less("items = ( { routine = \"a\"; per_day = 3; }, { task = \"b\"; per_day = 4; } );", 1,
                2,
                "items = ( { routine = \"a\"; per_day = 3; }, { task = \"b\"; per_day = 2; } );");
}

static void no_more_times_of_day_stay_than_it_is_asked_for(void **state) {
    (void)state;
    assert_less(
        "items = ( { per_day = 3; at = [ \"08:00\", \"13:00\", \"20:00\" ]; note = \"x\"; } );", 0,
        2, "items = ( { per_day = 2; at = [ \"08:00\", \"13:00\"]; note = \"x\"; } );");
    assert_less("items = ( { at = [ \"08:00\", \"13:00\" ]; per_day = 2; } );", 0, 1,
                "items = ( { at = [ \"08:00\"]; per_day = 1; } );");
    // Fewer times than that all stay.
    assert_less("items = ( { at = [ \"08:00\" ]; per_day = 3; } );", 0, 2,
                "items = ( { at = [ \"08:00\"]; per_day = 2; } );");
}

static void days_are_no_times_of_day(void **state) {
    (void)state;
    assert_less(
        "items = ( { days = [ \"mon\", \"tue\" ]; per_day = 2; only = [ \"one\", \"two\" ]; } );",
        0, 1,
        "items = ( { days = [ \"mon\", \"tue\" ]; per_day = 1; only = [ \"one\", \"two\" ]; } );");
}

static void what_is_put_aside_or_quoted_is_no_item(void **state) {
    (void)state;
    assert_less("# items = ( { per_day = 9; } );\ntitle = \"items = ( { per_day = 8; } )\";\n"
                "items = ( // { per_day = 7; },\n  { routine = \"a\"; # per_day = 6;\n"
                "    per_day = 3; /* per_day = 5 */ } );\n",
                0, 2,
                "# items = ( { per_day = 9; } );\ntitle = \"items = ( { per_day = 8; } )\";\n"
                "items = ( // { per_day = 7; },\n  { routine = \"a\"; # per_day = 6;\n"
                "    per_day = 2; /* per_day = 5 */ } );\n");
}

static void a_routine_that_travels_along_is_no_item(void **state) {
    (void)state;
    assert_less("routines = ( { id = \"a\"; steps = ( { reps = 3; per_day = 5; } ); } );\n"
                "items = ( { routine = \"a\"; per_day = 2; } );\npauses = ( { per_day = 4; } );",
                0, 1,
                "routines = ( { id = \"a\"; steps = ( { reps = 3; per_day = 5; } ); } );\n"
                "items = ( { routine = \"a\"; per_day = 1; } );\npauses = ( { per_day = 4; } );");
}

static void an_item_goes_with_one_comma(void **state) {
    (void)state;
    static const char three[] = "items = ( { per_day = 1; }, { per_day = 2; }, { per_day = 3; } );";
    assert_less(three, 0, 0, "items = (  { per_day = 2; }, { per_day = 3; } );");
    assert_less(three, 1, 0, "items = ( { per_day = 1; }, { per_day = 3; } );");
    assert_less(three, 2, 0, "items = ( { per_day = 1; }, { per_day = 2; } );");
    assert_less("items = ( { per_day = 1; } );", 0, 0, "items = (  );");
}

static void an_item_that_is_not_there_gives_no_text(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "title = \"x\";",
        "items = ( { per_day = 1; } );",
        "items = ( { per_day = 1; }, { routine = \"a\"; } );",
        "items = ( { per_day = 1; }, { per_day = ",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_null(plan_file_less(texts[i], 1, 1));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_item_is_asked_for_less),
        cmocka_unit_test(no_more_times_of_day_stay_than_it_is_asked_for),
        cmocka_unit_test(days_are_no_times_of_day),
        cmocka_unit_test(what_is_put_aside_or_quoted_is_no_item),
        cmocka_unit_test(a_routine_that_travels_along_is_no_item),
        cmocka_unit_test(an_item_goes_with_one_comma),
        cmocka_unit_test(an_item_that_is_not_there_gives_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
