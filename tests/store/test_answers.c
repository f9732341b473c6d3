// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "store/answers.h"

static void tell(struct store *store, const char *key, const char *value, int64_t after_s) {
    assert_ok(answers_set(store, key, value, "self", later(morning, after_s), &err));
}

static void assert_answer(struct store *store, const char *key, const char *expected) {
    char *value = NULL;
    assert_ok(answers_get(store, key, &value, &err));
    if (expected) {
        assert_non_null(value);
        assert_string_equal(value, expected);
    } else {
        assert_null(value);
    }
    free(value);
}

static void the_newest_counts_and_the_older_stay(void **state) {
    const struct place *place = *state;
    struct store *store = open_at(place, morning);
    assert_answer(store, "condition", NULL);
    tell(store, "condition", "hfs", 0);
    tell(store, "condition", "hfs,synk", 60);
    tell(store, "affected", "left", 10);
    assert_answer(store, "condition", "hfs,synk");
    assert_answer(store, "affected", "left");
    // Told for an earlier moment, it does not replace what was said since.
    tell(store, "condition", "unknown", 30);
    assert_answer(store, "condition", "hfs,synk");
    // Twice within a second: the later words count.
    tell(store, "affected", "right", 10);
    assert_answer(store, "affected", "right");
    store_close(store);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM answers"), 5);
}

static void the_list_has_each_key_once(void **state) {
    (void)state;
    struct store *store = open_memory();
    tell(store, "trick", "a finger on the temple, \"soft\"\n", 5);
    tell(store, "affected", "left", 0);
    tell(store, "affected", "both", 9);
    assert_ok(answers_set(store, "answers", "no,no,unsure", "other", later(morning, 7), &err));
    struct answer_list list;
    assert_ok(answers_list(store, &list, &err));
    assert_int_equal(list.count, 3);
    assert_string_equal(list.answers[0].key, "affected");
    assert_string_equal(list.answers[0].value, "both");
    assert_string_equal(list.answers[0].by, "self");
    assert_int_equal(list.answers[0].at.utc_s, morning.utc_s + 9);
    assert_int_equal(list.answers[0].at.offset_min, 60);
    assert_string_equal(list.answers[1].key, "answers");
    assert_string_equal(list.answers[1].by, "other");
    assert_string_equal(list.answers[2].value, "a finger on the temple, \"soft\"\n");
    answer_list_free(&list);
    assert_int_equal(list.count, 0);
    store_close(store);
}

static void an_empty_value_is_an_answer(void **state) {
    (void)state;
    struct store *store = open_memory();
    tell(store, "cause", "a vessel at the nerve", 0);
    tell(store, "cause", "", 1);
    assert_answer(store, "cause", "");
    store_close(store);
}

static void what_cannot_be_is_refused(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct error refusal = {0};
    assert_false(answers_set(store, "", "x", "self", morning, &refusal));
    assert_int_equal(refusal.code, ERROR_STORE);
    assert_false(answers_set(store, "a-key-that-is-longer-than-any-of-them", "x", "self", morning,
                             &refusal));
    assert_false(answers_set(store, "cause", "x", "nobody", morning, &refusal));
    struct answer_list list;
    assert_ok(answers_list(store, &list, &err));
    assert_int_equal(list.count, 0);
    answer_list_free(&list);
    store_close(store);
}

static void facts_of_the_program_are_replaced(void **state) {
    const struct place *place = *state;
    struct store *store = open_at(place, morning);
    char *value;
    assert_ok(remembered_get(store, "safety-lines", &value, &err));
    assert_null(value);
    assert_ok(remembered_set(store, "safety-lines", "1", &err));
    assert_ok(remembered_set(store, "safety-lines", "2", &err));
    store_close(store);
    store = open_at(place, morning);
    assert_ok(remembered_get(store, "safety-lines", &value, &err));
    assert_string_equal(value, "2");
    free(value);
    store_close(store);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM remembered"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_newest_counts_and_the_older_stay, place_make,
                                        place_remove),
        cmocka_unit_test(the_list_has_each_key_once),
        cmocka_unit_test(an_empty_value_is_an_answer),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test_setup_teardown(facts_of_the_program_are_replaced, place_make,
                                        place_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
