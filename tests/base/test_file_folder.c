// SPDX-License-Identifier: MIT
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "scratch.h"

static char folder[SCRATCH_PATH_MAX];
static char path[SCRATCH_PATH_MAX];

static int begin(void **state) {
    (void)state;
    scratch_make(folder);
    return 0;
}

static int end(void **state) {
    (void)state;
    scratch_remove(folder);
    return 0;
}

static unsigned mode_of(const char *name) {
    struct stat status;
    assert_int_equal(stat(name, &status), 0);
    return status.st_mode & 07777;
}

static void folders_are_made_with_those_above(void **state) {
    (void)state;
    struct error err = {0};
    assert_true(file_make_folder(scratch_path(path, folder, "a//b/c/"), 0700, &err));
    assert_true(file_is_folder(path));
    assert_int_equal(mode_of(scratch_path(path, folder, "a/b")), 0700);
    assert_int_equal(mode_of(scratch_path(path, folder, "a/b/c")), 0700);
    // Again, and one that keeps the mode it had.
    chmod(path, 0755);
    assert_true(file_make_folder(path, 0700, &err));
    assert_int_equal(mode_of(path), 0755);
    assert_true(file_make_folder("/", 0700, &err));
}

static void relative_folders_are_made_here(void **state) {
    (void)state;
    char before[SCRATCH_PATH_MAX];
    struct error err = {0};
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(folder), 0);
    assert_true(file_make_folder("x/y", 0700, &err));
    assert_true(file_make_folder("z", 0700, &err));
    assert_int_equal(chdir(before), 0);
    assert_true(file_is_folder(scratch_path(path, folder, "x/y")));
    assert_true(file_is_folder(scratch_path(path, folder, "z")));
}

static void a_file_in_the_way_is_named(void **state) {
    (void)state;
    char file[SCRATCH_PATH_MAX];
    char expected[SCRATCH_PATH_MAX + 32];
    struct error err = {0};
    scratch_put(scratch_path(file, folder, "file"), "x", 1);
    snprintf(expected, sizeof expected, "%s is not a folder", file);
    assert_false(file_make_folder(scratch_path(path, file, "below/it"), 0700, &err));
    assert_string_equal(err.text, expected);
    err = (struct error){0};
    assert_false(file_make_folder(file, 0700, &err));
    assert_string_equal(err.text, expected);
    assert_false(file_make_folder("", 0700, &err));
    assert_int_equal(err.code, ERROR_MISSING);
}

static void where_one_may_not_write_it_is_told(void **state) {
    (void)state;
    if (geteuid() == 0) {
        print_message("SKIPPED: nothing is forbidden to root\n");
        skip();
    }
    struct error err = {0};
    chmod(folder, 0500);
    assert_false(file_make_folder(scratch_path(path, folder, "a/b"), 0700, &err));
    assert_string_equal(err.text, strerror(EACCES));
    assert_int_equal(err.code, ERROR_FILE);
}

static void check_joined(const char *above, const char *name, const char *expected) {
    char *joined = file_join(above, name);
    assert_string_equal(joined, expected);
    memory_free(joined);
}

static void names_are_joined_by_one_slash(void **state) {
    (void)state;
    check_joined("a", "b", "a/b");
    check_joined("a/", "b", "a/b");
    check_joined("/", "b", "/b");
    check_joined("", "b", "b");
    check_joined("a/b", "c/d", "a/b/c/d");
}

static void lists_are_sorted_and_chosen_by_ending(void **state) {
    (void)state;
    static const char *const made[] = {"b.cfg", "a.cfg",   "Z.cfg", "a10.cfg", "a2.cfg",
                                       ".cfg",  ".x.cfg",  "cfg",   "a.cfg~",  "a.CFG",
                                       "é.cfg", "a.cfg.d", "x.wav", "two.cfg", "a b.cfg"};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        scratch_put(scratch_path(path, folder, made[i]), "", 0);
    }
    static const char *const expected[] = {"Z.cfg",  "a b.cfg", "a.cfg",   "a10.cfg",
                                           "a2.cfg", "b.cfg",   "two.cfg", "é.cfg"};
    struct file_names names;
    struct error err = {0};
    assert_true(file_list(folder, ".cfg", &names, &err));
    assert_int_equal(names.count, sizeof expected / sizeof *expected);
    for (int i = 0; i < names.count; i++) {
        assert_string_equal(names.names[i], expected[i]);
    }
    file_names_free(&names);
    assert_true(file_list(folder, "", &names, &err));
    assert_int_equal(names.count, sizeof made / sizeof *made - 2);
    file_names_free(&names);
    file_names_free(&names);
}

static void long_lists_are_whole(void **state) {
    (void)state;
    for (int i = 0; i < 100; i++) {
        char name[16];
        snprintf(name, sizeof name, "%03d.cfg", 99 - i);
        scratch_put(scratch_path(path, folder, name), "", 0);
    }
    struct file_names names;
    struct error err = {0};
    assert_true(file_list(folder, ".cfg", &names, &err));
    assert_int_equal(names.count, 100);
    for (int i = 0; i < 100; i++) {
        assert_int_equal(strtol(names.names[i], NULL, 10), i);
    }
    file_names_free(&names);
}

static void a_folder_that_is_not_there_lists_nothing(void **state) {
    (void)state;
    struct file_names names = {.count = 7};
    struct error err = {0};
    assert_true(file_list(scratch_path(path, folder, "none"), ".cfg", &names, &err));
    assert_int_equal(names.count, 0);
    assert_null(names.names);
    scratch_put(scratch_path(path, folder, "file"), "", 0);
    assert_false(file_list(path, ".cfg", &names, &err));
    assert_string_equal(err.text, strerror(ENOTDIR));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(folders_are_made_with_those_above, begin, end),
        cmocka_unit_test_setup_teardown(relative_folders_are_made_here, begin, end),
        cmocka_unit_test_setup_teardown(a_file_in_the_way_is_named, begin, end),
        cmocka_unit_test_setup_teardown(where_one_may_not_write_it_is_told, begin, end),
        cmocka_unit_test_setup_teardown(names_are_joined_by_one_slash, begin, end),
        cmocka_unit_test_setup_teardown(lists_are_sorted_and_chosen_by_ending, begin, end),
        cmocka_unit_test_setup_teardown(long_lists_are_whole, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_that_is_not_there_lists_nothing, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
