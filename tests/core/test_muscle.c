// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/muscle.h"

static void every_muscle_has_a_name_of_its_own(void **state) {
    (void)state;
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        assert_int_equal(muscle_named(muscle_word((enum muscle)muscle)), muscle);
    }
    assert_string_equal(muscle_word(MUSCLE_ZYGOMATICUS_MAJOR), "zygomaticus major");
    assert_string_equal(muscle_word(MUSCLE_ORBICULARIS_OCULI_PALPEBRAL),
                        "orbicularis oculi palpebral");
    assert_int_equal(muscle_named("biceps"), MUSCLE_COUNT);
}

static void the_nearest_name_is_found(void **state) {
    (void)state;
    assert_string_equal(muscle_nearest("zygomaticus minr"), "zygomaticus minor");
    assert_string_equal(muscle_nearest("plattysma"), "platysma");
    assert_null(muscle_nearest("biceps"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_muscle_has_a_name_of_its_own),
        cmocka_unit_test(the_nearest_name_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
