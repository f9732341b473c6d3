// SPDX-License-Identifier: MIT
#include "faulty.h"

#include "files/lexer.h"
#include "files/tree.h"
#include "german.h"

static struct tree *parse(const char *text, struct faults *faults) {
    struct bytes bytes = {.data = memory_text(text), .length = strlen(text)};
    struct tree *tree = tree_parse(&bytes, faults);
    memory_free(bytes.data);
    return tree;
}

static void test_values_and_lines(void **state) {
    (void)state;
    struct faults faults = {0};
    struct tree *tree = parse("a = 5;\nb = 2.5; c = \"x\\\"y\" \"z\";\n\nd = { e = true; };\n"
                              "f = (\n 1,\n {\n g = 4294967301L; } );\n",
                              &faults);
    assert_non_null(tree);
    const struct node *root = tree_root(tree);
    assert_true(node_is_group(root));
    assert_int_equal(node_line(root), 1);
    assert_int_equal(node_length(root), 5);
    const struct node *a = node_member(root, "a"), *b = node_member(root, "b");
    assert_true(node_is_whole(a) && node_is_number(a) && !node_is_text(a) && !node_is_flag(a));
    assert_int_equal(node_whole(a), 5);
    assert_true(node_decimal(a) == 5.0);
    assert_true(node_is_number(b) && !node_is_whole(b));
    assert_true(node_decimal(b) == 2.5);
    assert_string_equal(node_text(node_member(root, "c")), "x\"yz");
    const struct node *d = node_member(root, "d");
    assert_int_equal(node_line(d), 4);
    assert_true(node_is_flag(node_member(d, "e")) && node_flag(node_member(d, "e")));
    const struct node *f = node_member(root, "f");
    assert_true(node_is_list(f) && !node_is_group(f));
    assert_int_equal(node_length(f), 2);
    assert_null(node_name(node_element(f, 0)));
    assert_string_equal(node_name(node_element(root, 4)), "f");
    assert_int_equal(node_line(node_element(f, 1)), 7); // of its {
    assert_true(node_whole(node_member(node_element(f, 1), "g")) == INT64_C(4294967301));
    assert_null(node_member(root, "z"));
    assert_null(node_member(f, "g")); // a list has no members
    assert_null(node_member(a, "b"));
    tree_free(tree);
    assert_faults(&faults, "");
}

// Whatever the locale, and also one that writes 2,5.
static void assert_decimals(void) {
    struct faults faults = {0};
    struct tree *tree = parse("a = [ 5.5, 0.1, 1e3, 3600.0, -2.25 ];", &faults);
    const double expected[] = {5.5, 0.1, 1000.0, 3600.0, -2.25};
    assert_non_null(tree);
    const struct node *list = node_member(tree_root(tree), "a");
    for (int index = 0; index < 5; index++) {
        assert_true(node_decimal(node_element(list, index)) == expected[index]);
    }
    tree_free(tree);
    assert_faults(&faults, "");
}

static void test_decimals_in_a_german_locale(void **state) {
    (void)state;
    char folder[SCRATCH_PATH_MAX];
    assert_decimals();
    scratch_make(folder);
    german_make(folder);
    assert_decimals();
    assert_string_equal(localeconv()->decimal_point, ","); // left as it was
    german_leave();
    scratch_remove(folder);
}

static void test_files(void **state) {
    (void)state;
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    struct faults faults = {0};
    scratch_make(folder);
    assert_null(tree_read(folder, &faults));
    assert_faults(&faults, ": error: is a folder\n");
    assert_null(tree_read(scratch_path(path, folder, "absent.cfg"), &faults));
    assert_faults(&faults, ": error: No such file or directory\n");
    assert_int_equal(mkfifo(scratch_path(path, folder, "pipe.cfg"), 0600), 0);
    assert_null(tree_read(path, &faults));
    assert_faults(&faults, ": error: is not a regular file\n");
    scratch_put(scratch_path(path, folder, "good.cfg"), "a = 1;\n", 7);
    struct tree *tree = tree_read(path, &faults);
    assert_non_null(tree);
    tree_free(tree);
    assert_faults(&faults, "");
    scratch_remove(folder);
}

// Exactly the limit is read, one byte more is not.
static void test_size(void **state) {
    (void)state;
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    struct faults faults = {0};
    char *data = memory_new(LEXER_FILE_MAX + 1, 1);
    memset(data, '\n', LEXER_FILE_MAX + 1);
    scratch_path(path, scratch_make(folder), "large.cfg");
    scratch_put(path, data, LEXER_FILE_MAX);
    struct tree *tree = tree_read(path, &faults);
    assert_non_null(tree);
    tree_free(tree);
    assert_faults(&faults, "");
    scratch_put(path, data, LEXER_FILE_MAX + 1);
    assert_null(tree_read(path, &faults));
    assert_faults(&faults, ": error: is larger than 256 KiB\n");
    memory_free(data);
    scratch_remove(folder);
}

// The lexer's view and libconfig's agree on what is a setting: whatever the lexer lets through
// without a word, libconfig reads.
static void test_lexer_and_library_agree(void **state) {
    (void)state;
    const char *const texts[] = {
        "a = 1 b = 2\nc = \"x\" d = true",
        "a : 1, b : 2,",
        "a = ( );b = [ ];c = { };",
        "a = [ TRUE, false ];",
        "a = ( ( 1, 2 ), [ 1, 2 ], { b = 1; } );",
        "a = .5; b = 5.; c = -.5e-2; d = +7; e = 0X1F; f = 10LL;",
        "*a-b_c* = 1;",
        "a = \"\\\\\\\"\\n\\r\\t\\f\\x41\\X42\";",
        "a = 1; # x\n// y\n/* z */ b = /* in */ 2;",
        "\r\na = 1;\r\n",
        "a\n=\n1\n;",
        "true_ = 1;",
        "a = 08;",
        "a = 1; // the last line",
        "a = 1e5;",
    };
    for (size_t index = 0; index < sizeof texts / sizeof *texts; index++) {
        struct faults faults = {0};
        struct tree *tree = parse(texts[index], &faults);
        if (!tree) {
            fail_msg("not read: %s", texts[index]);
        }
        tree_free(tree);
        assert_faults(&faults, "");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_and_lines),
        cmocka_unit_test(test_decimals_in_a_german_locale),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_size),
        cmocka_unit_test(test_lexer_and_library_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
