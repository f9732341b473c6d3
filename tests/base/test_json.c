// SPDX-License-Identifier: MIT
#include "base/json.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "german.h"

enum { PRINTED_MAX = 4096 };

// Prints, frees and compares.
static void check_printed(struct json *value, const char *expected) {
    char printed[PRINTED_MAX] = {0};
    FILE *stream = fmemopen(printed, sizeof printed, "w");
    assert_non_null(stream);
    assert_true(json_print(value, stream));
    fclose(stream);
    json_free(value);
    assert_string_equal(printed, expected);
}

static void objects_keep_the_order_of_their_keys(void **state) {
    (void)state;
    struct json *root = json_object();
    json_set(root, "zebra", json_whole(1));
    json_set(root, "alpha", json_text("two"));
    struct json *list = json_array();
    json_append(list, json_bool(true));
    json_append(list, json_bool(false));
    json_append(list, json_null());
    json_append(list, json_array());
    json_append(list, json_object());
    json_set(root, "list", list);
    check_printed(root, "{\n  \"zebra\": 1,\n  \"alpha\": \"two\",\n  \"list\": [\n    true,\n"
                        "    false,\n    null,\n    [],\n    {}\n  ]\n}\n");
}

static void setting_a_key_again_replaces_its_value(void **state) {
    (void)state;
    struct json *root = json_object();
    json_set(root, "a", json_text("first"));
    json_set(root, "b", json_null());
    json_set(root, "a", json_whole(2));
    check_printed(root, "{\n  \"a\": 2,\n  \"b\": null\n}\n");
}

static void whole_numbers_reach_both_ends(void **state) {
    (void)state;
    struct json *list = json_array();
    json_append(list, json_whole(INT64_MIN));
    json_append(list, json_whole(INT64_MAX));
    check_printed(list, "[\n  -9223372036854775808,\n  9223372036854775807\n]\n");
}

static void check_numbers(void) {
    static const struct {
        double value;
        const char *printed;
    } cases[] = {
        {0, "0.0\n"},
        {-0.0, "0.0\n"},
        {4, "4.0\n"},
        {0.1, "0.1\n"},
        {-2.5, "-2.5\n"},
        {1.0 / 3, "0.3333333333\n"},
        {0.1 + 0.2, "0.3\n"},
        {1234567890.123, "1234567890.0\n"},
        {12.3456, "12.3456\n"},
        {1e-7, "1e-7\n"},
        {(double)NAN, "null\n"},
        {(double)INFINITY, "null\n"},
        {-(double)INFINITY, "null\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_printed(json_number(cases[i].value), cases[i].printed);
    }
}

static void numbers_have_ten_digits_and_a_dot(void **state) {
    (void)state;
    check_numbers();
}

static void a_german_locale_changes_no_number(void **state) {
    (void)state;
    char folder[SCRATCH_PATH_MAX];
    german_make(scratch_make(folder));
    check_numbers();
    german_leave();
    scratch_remove(folder);
}

static void texts_are_escaped(void **state) {
    (void)state;
    check_printed(json_text("a \"quoted\" \\ word"), "\"a \\\"quoted\\\" \\\\ word\"\n");
    check_printed(json_text("one\ntwo\tthree\r"), "\"one\\ntwo\\tthree\\r\"\n");
    check_printed(json_text("\x01\x1F"), "\"\\u0001\\u001F\"\n");
    check_printed(json_text("Lidschluß 眼 \U0001F642"), "\"Lidschluß 眼 \U0001F642\"\n");
    check_printed(json_text(""), "\"\"\n");
    check_printed(json_text(NULL), "null\n");
}

static void invalid_bytes_become_the_replacement_character(void **state) {
    (void)state;
    check_printed(json_text("a\xFFz"), "\"a\uFFFDz\"\n");
    check_printed(json_text("\xE2\x82"), "\"\uFFFD\uFFFD\"\n");
    check_printed(json_text("\xC0\x80ok\xED\xA0\x80"), "\"\uFFFD\uFFFDok\uFFFD\uFFFD\uFFFD\"\n");
    struct json *root = json_object();
    json_set(root, "k\x80", json_text("\xF5"));
    check_printed(root, "{\n  \"k\uFFFD\": \"\uFFFD\"\n}\n");
}

static void deep_and_long_trees_are_printed(void **state) {
    (void)state;
    struct json *root = json_array();
    struct json *inner = root;
    for (int i = 0; i < 60; i++) {
        struct json *next = json_array();
        json_append(inner, next);
        inner = next;
    }
    char *printed = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&printed, &length);
    assert_true(json_print(root, stream));
    fclose(stream);
    json_free(root);
    assert_non_null(strstr(printed, "[]"));
    int opened = 0;
    for (size_t i = 0; i < length; i++) {
        opened += printed[i] == '[';
    }
    assert_int_equal(opened, 61);
    free(printed);
}

static void a_full_disk_is_told(void **state) {
    (void)state;
    FILE *full = fopen("/dev/full", "w");
    if (!full) {
        print_message("SKIPPED: no /dev/full here\n");
        skip();
    }
    struct json *root = json_text("never arrives");
    assert_false(json_print(root, full));
    fclose(full);
    json_free(root);
    json_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_keep_the_order_of_their_keys),
        cmocka_unit_test(setting_a_key_again_replaces_its_value),
        cmocka_unit_test(whole_numbers_reach_both_ends),
        cmocka_unit_test(numbers_have_ten_digits_and_a_dot),
        cmocka_unit_test(a_german_locale_changes_no_number),
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(invalid_bytes_become_the_replacement_character),
        cmocka_unit_test(deep_and_long_trees_are_printed),
        cmocka_unit_test(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
