// SPDX-License-Identifier: MIT
#include "faulty.h"

static void test_text_names_file_line_and_key(void **state) {
    (void)state;
    const struct {
        struct fault fault;
        const char *text;
    } cases[] = {
        {{FAULT_ERROR, 14, "steps[2].cycles", "0 is below 1"},
         "routines/box.cfg:14: error: steps[2].cycles: 0 is below 1"},
        {{FAULT_WARNING, 20, "steps[3].rest", "0 between left and right"},
         "routines/box.cfg:20: warning: steps[3].rest: 0 between left and right"},
        {{FAULT_ERROR, 3, NULL, "why"}, "routines/box.cfg:3: error: why"},
        {{FAULT_ERROR, 0, NULL, "is a folder"}, "routines/box.cfg: error: is a folder"},
    };
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        char *text = fault_text(&cases[index].fault, "routines/box.cfg");
        assert_string_equal(text, cases[index].text);
        memory_free(text);
    }
}

static void test_equal_lines_keep_their_order(void **state) {
    (void)state;
    struct faults faults = {0};
    faults_add(&faults, FAULT_ERROR, 9, NULL, "first of %d", 9);
    faults_add(&faults, FAULT_WARNING, 2, "b", "first of 2");
    faults_add(&faults, FAULT_ERROR, 9, NULL, "second of 9");
    faults_add(&faults, FAULT_ERROR, 0, NULL, "the whole");
    faults_add(&faults, FAULT_ERROR, 2, "a", "second of 2");
    assert_int_equal(faults.errors, 4);
    assert_faults(&faults, ": error: the whole\n2: warning: b: first of 2\n"
                           "2: error: a: second of 2\n9: error: first of 9\n"
                           "9: error: second of 9\n");
}

// A key may come from a place that is gone when the faults are printed.
static void test_keys_are_kept(void **state) {
    (void)state;
    struct faults faults = {0};
    char key[] = "steps[1]";
    faults_add(&faults, FAULT_ERROR, 1, key, "why");
    memset(key, 'x', sizeof key - 1);
    assert_faults(&faults, "1: error: steps[1]: why\n");
}

static void test_endless_faults_stop(void **state) {
    (void)state;
    struct faults faults = {0};
    for (int index = 0; index < FAULTS_MAX + 100; index++) {
        faults_add(&faults, FAULT_ERROR, index + 1, NULL, "again");
    }
    assert_int_equal(faults.count, FAULTS_MAX + 1);
    assert_int_equal(faults.errors, FAULTS_MAX + 100);
    assert_string_equal(faults.items[FAULTS_MAX].why, "and more like these");
    faults_free(&faults);
    assert_int_equal(faults.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_names_file_line_and_key),
        cmocka_unit_test(test_equal_lines_keep_their_order),
        cmocka_unit_test(test_keys_are_kept),
        cmocka_unit_test(test_endless_faults_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
