// SPDX-License-Identifier: MIT
// wrap: write read
#include "base/file.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>

#include <cmocka.h>

#include "base/memory.h"
#include "scratch.h"
#include "seed.h"

static char folder[SCRATCH_PATH_MAX];
static char path[SCRATCH_PATH_MAX];

// Writes a few bytes at a time and is interrupted now and then, as a slow disk may.
static bool write_is_slow;
static unsigned write_calls;

ssize_t __real_write(int file, const void *data, size_t length);
ssize_t __wrap_write(int file, const void *data, size_t length);

ssize_t __wrap_write(int file, const void *data, size_t length) {
    if (!write_is_slow) {
        return __real_write(file, data, length);
    }
    if (++write_calls % 3 == 0) {
        errno = EINTR;
        return -1;
    }
    return __real_write(file, data, length > 1000 ? length / 2 : length);
}

// What the n-th reading from now on answers instead of bytes; 0 for nothing.
static int read_calls_left;
static int read_reason;

ssize_t __real_read(int file, void *to, size_t length);
ssize_t __wrap_read(int file, void *to, size_t length);

ssize_t __wrap_read(int file, void *to, size_t length) {
    if (read_calls_left > 0 && --read_calls_left == 0) {
        errno = read_reason;
        return -1;
    }
    return __real_read(file, to, length);
}

static int begin(void **state) {
    (void)state;
    scratch_make(folder);
    scratch_path(path, folder, "one");
    write_is_slow = false;
    read_calls_left = 0;
    return 0;
}

static int end(void **state) {
    (void)state;
    scratch_remove(folder);
    return 0;
}

static void check_content(const char *name, const char *content, size_t length) {
    struct bytes bytes = {0};
    struct error err = {0};
    if (!file_read(name, SIZE_MAX, &bytes, &err)) {
        fail_msg("%s: %s", name, err.text);
    }
    assert_int_equal(bytes.length, length);
    assert_memory_equal(bytes.data, content, length);
    assert_int_equal(bytes.data[length], '\0');
    bytes_free(&bytes);
    assert_null(bytes.data);
}

static void check_refused(const char *name, size_t limit, enum error_code code, const char *why) {
    struct bytes bytes = {0};
    struct error err = {0};
    assert_false(file_read(name, limit, &bytes, &err));
    assert_string_equal(err.text, why);
    assert_int_equal(err.code, code);
    assert_null(bytes.data);
}

static void files_are_read_byte_for_byte(void **state) {
    (void)state;
    scratch_put(path, "", 0);
    check_content(path, "", 0);
    scratch_put(path, "a\0b\r\n\xFF", 6);
    check_content(path, "a\0b\r\n\xFF", 6);
    char link[SCRATCH_PATH_MAX];
    assert_int_equal(symlink("one", scratch_path(link, folder, "link")), 0);
    check_content(link, "a\0b\r\n\xFF", 6);
}

static void the_limit_itself_is_still_read(void **state) {
    (void)state;
    static char zeros[300 * 1024];
    const size_t limit = 256 * 1024;
    scratch_put(path, zeros, limit);
    check_content(path, zeros, limit);
    struct bytes bytes = {0};
    struct error err = {0};
    assert_true(file_read(path, limit, &bytes, &err));
    bytes_free(&bytes);
    scratch_put(path, zeros, limit + 1);
    check_refused(path, limit, ERROR_LIMIT, "is larger than 256 KiB");
    check_refused(path, 100, ERROR_LIMIT, "is larger than 100 bytes");
    check_refused(path, 0, ERROR_LIMIT, "is larger than 0 bytes");
}

static void a_file_that_hides_its_length_meets_the_limit(void **state) {
    (void)state;
    // The kernel calls this a regular file of no length at all.
    check_refused("/proc/self/status", 16, ERROR_LIMIT, "is larger than 16 bytes");
    struct bytes bytes = {0};
    struct error err = {0};
    assert_true(file_read("/proc/self/status", 1 << 20, &bytes, &err));
    assert_true(bytes.length > 100);
    bytes_free(&bytes);
}

static void what_is_no_file_is_refused_at_once(void **state) {
    (void)state;
    check_refused(folder, 100, ERROR_FILE, "is a folder");
    check_refused("/dev/zero", 100, ERROR_FILE, "is not a regular file");
    check_refused("/dev/null", 100, ERROR_FILE, "is not a regular file");
    assert_int_equal(mkfifo(path, 0600), 0);
    check_refused(path, 100, ERROR_FILE, "is not a regular file");
    // A socket's address is too short for most paths, so it is bound from within the folder.
    char before[SCRATCH_PATH_MAX];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(folder), 0);
    const struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "sock"};
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(listener, (const struct sockaddr *)&address, sizeof address), 0);
    check_refused("sock", 100, ERROR_FILE, "is not a regular file");
    assert_int_equal(chdir(before), 0);
    close(listener);
}

static void what_is_not_there_is_missing(void **state) {
    (void)state;
    check_refused(path, 100, ERROR_MISSING, strerror(ENOENT));
    check_refused("", 100, ERROR_MISSING, strerror(ENOENT));
    scratch_put(path, "x", 1);
    char below[SCRATCH_PATH_MAX];
    check_refused(scratch_path(below, path, "two"), 100, ERROR_MISSING, strerror(ENOTDIR));
    assert_true(file_exists(path));
    assert_false(file_exists(below));
    assert_false(file_is_folder(path));
    assert_true(file_is_folder(folder));
}

static void a_disk_that_fails_in_the_middle_is_told(void **state) {
    (void)state;
    static char zeros[100000];
    scratch_put(path, zeros, sizeof zeros);
    for (int nth = 1; nth <= 3; nth++) {
        read_calls_left = nth;
        read_reason = EIO;
        check_refused(path, SIZE_MAX, ERROR_FILE, strerror(EIO));
        assert_int_equal(read_calls_left, 0);
        // An interruption is no failure.
        read_calls_left = nth;
        read_reason = EINTR;
        check_content(path, zeros, sizeof zeros);
        assert_int_equal(read_calls_left, 0);
    }
}

static void what_may_not_be_read_is_told(void **state) {
    (void)state;
    if (geteuid() == 0) {
        print_message("SKIPPED: nothing is forbidden to root\n");
        skip();
    }
    scratch_put(path, "x", 1);
    chmod(path, 0);
    check_refused(path, 100, ERROR_FILE, strerror(EACCES));
}

static void writing_makes_and_replaces(void **state) {
    (void)state;
    struct error err = {0};
    mode_t mask = umask(0077);
    assert_true(file_write(path, "first", 5, 0644, &err));
    umask(mask);
    check_content(path, "first", 5);
    struct stat status;
    stat(path, &status);
    assert_int_equal(status.st_mode & 07777, 0644);
    assert_true(file_write(path, "a\0b", 3, 0600, &err));
    check_content(path, "a\0b", 3);
    stat(path, &status);
    assert_int_equal(status.st_mode & 07777, 0600);
    assert_true(file_write(path, NULL, 0, 0600, &err));
    check_content(path, "", 0);
    assert_int_equal(scratch_count(folder), 1);
}

static void a_name_without_folder_is_written_here(void **state) {
    (void)state;
    char before[SCRATCH_PATH_MAX];
    struct error err = {0};
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(folder), 0);
    assert_true(file_write("one", "here", 4, 0600, &err));
    assert_int_equal(chdir(before), 0);
    check_content(path, "here", 4);
}

static void a_link_stays_a_link(void **state) {
    (void)state;
    char link[SCRATCH_PATH_MAX];
    struct error err = {0};
    scratch_put(path, "old", 3);
    assert_int_equal(symlink("one", scratch_path(link, folder, "link")), 0);
    assert_true(file_write(link, "new", 3, 0600, &err));
    check_content(path, "new", 3);
    struct stat status;
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(scratch_count(folder), 2);
}

static void nothing_but_a_file_is_replaced(void **state) {
    (void)state;
    struct error err = {0};
    assert_false(file_write(folder, "x", 1, 0600, &err));
    assert_string_equal(err.text, "is a folder");
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(file_write(path, "x", 1, 0600, &err));
    assert_string_equal(err.text, "is not a regular file");
    assert_false(file_write("/dev/null", "x", 1, 0600, &err));
    assert_string_equal(err.text, "is not a regular file");
    char below[SCRATCH_PATH_MAX];
    assert_false(file_write(scratch_path(below, folder, "none/two"), "x", 1, 0600, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_string_equal(err.text, strerror(ENOENT));
    assert_int_equal(scratch_count(folder), 1);
}

static void what_a_killed_process_left_does_not_hinder(void **state) {
    (void)state;
    char left[SCRATCH_PATH_MAX];
    char name[64];
    struct error err = {0};
    snprintf(name, sizeof name, "one.tmp%ld", (long)getpid());
    scratch_put(scratch_path(left, folder, name), "half", 4);
    assert_true(file_write(path, "whole", 5, 0600, &err));
    check_content(path, "whole", 5);
    assert_int_equal(scratch_count(folder), 1);
}

static uint64_t random_next(uint64_t *seed) {
    return seed_next(seed) >> 33;
}

// Appends and patches at random and keeps the expected bytes beside it.
static void append_at_random(uint64_t *seed, char *expected, size_t room) {
    struct error err = {0};
    struct file_output *output = file_output_begin(path, 0600, &err);
    assert_non_null(output);
    size_t length = 0;
    for (;;) {
        size_t step = random_next(seed) % (random_next(seed) % 8 ? 3000 : 100000);
        if (length + step > room) {
            break;
        }
        for (size_t i = 0; i < step; i++) {
            expected[length + i] = (char)random_next(seed);
        }
        assert_true(file_output_append(output, expected + length, step, &err));
        length += step;
        if (random_next(seed) % 10 == 0) {
            size_t at = random_next(seed) % (length + 1);
            size_t patch = random_next(seed) % (length - at + 1) % 500;
            memset(expected + at, (int)(random_next(seed) % 256), patch);
            assert_true(file_output_patch(output, at, expected + at, patch, &err));
        }
    }
    // Until the end nobody sees it under its name.
    assert_false(file_exists(path));
    assert_true(file_output_commit(output, &err));
    check_content(path, expected, length);
    unlink(path);
}

static void outputs_hold_what_was_appended_and_patched(void **state) {
    (void)state;
    enum { ROOM = 400000 };
    uint64_t seed = seed_new();
    char *expected = memory_new(ROOM, 1);
    for (int round = 0; round < 12; round++) {
        write_is_slow = round % 2;
        append_at_random(&seed, expected, ROOM);
    }
    memory_free(expected);
}

static void an_abandoned_output_leaves_nothing(void **state) {
    (void)state;
    struct error err = {0};
    scratch_put(path, "old", 3);
    struct file_output *output = file_output_begin(path, 0600, &err);
    assert_non_null(output);
    assert_true(file_output_append(output, folder, sizeof folder, &err));
    assert_int_equal(scratch_count(folder), 2);
    file_output_abandon(output);
    file_output_abandon(NULL);
    check_content(path, "old", 3);
    assert_int_equal(scratch_count(folder), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_are_read_byte_for_byte, begin, end),
        cmocka_unit_test_setup_teardown(the_limit_itself_is_still_read, begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_hides_its_length_meets_the_limit, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_file_is_refused_at_once, begin, end),
        cmocka_unit_test_setup_teardown(what_is_not_there_is_missing, begin, end),
        cmocka_unit_test_setup_teardown(a_disk_that_fails_in_the_middle_is_told, begin, end),
        cmocka_unit_test_setup_teardown(what_may_not_be_read_is_told, begin, end),
        cmocka_unit_test_setup_teardown(writing_makes_and_replaces, begin, end),
        cmocka_unit_test_setup_teardown(a_name_without_folder_is_written_here, begin, end),
        cmocka_unit_test_setup_teardown(a_link_stays_a_link, begin, end),
        cmocka_unit_test_setup_teardown(nothing_but_a_file_is_replaced, begin, end),
        cmocka_unit_test_setup_teardown(what_a_killed_process_left_does_not_hinder, begin, end),
        cmocka_unit_test_setup_teardown(outputs_hold_what_was_appended_and_patched, begin, end),
        cmocka_unit_test_setup_teardown(an_abandoned_output_leaves_nothing, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
