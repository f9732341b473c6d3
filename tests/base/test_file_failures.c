// SPDX-License-Identifier: MIT
// wrap: write fsync rename close lseek fchmod
//
// Each call of writing a file is made to fail in turn. Whatever fails, the old file stands, nothing
// temporary is left, and the reason is told.
#include "base/file.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/log.h"
#include "scratch.h"

enum call { CALL_NONE, CALL_WRITE, CALL_FSYNC, CALL_RENAME, CALL_CLOSE, CALL_LSEEK, CALL_FCHMOD };

// The n-th call of this kind fails, `calls_seen` counts all of the kind.
static enum call failing;
static int failing_nth;
static int calls_seen;

static bool is_refused(enum call call) {
    if (call != failing || ++calls_seen != failing_nth) {
        return false;
    }
    errno = call == CALL_WRITE ? ENOSPC : EIO;
    return true;
}

ssize_t __real_write(int file, const void *data, size_t length);
ssize_t __wrap_write(int file, const void *data, size_t length);
int __real_fsync(int file);
int __wrap_fsync(int file);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_close(int file);
int __wrap_close(int file);
off_t __real_lseek(int file, off_t offset, int whence);
off_t __wrap_lseek(int file, off_t offset, int whence);
int __real_fchmod(int file, mode_t mode);
int __wrap_fchmod(int file, mode_t mode);

ssize_t __wrap_write(int file, const void *data, size_t length) {
    return is_refused(CALL_WRITE) ? -1 : __real_write(file, data, length);
}

int __wrap_fsync(int file) {
    return is_refused(CALL_FSYNC) ? -1 : __real_fsync(file);
}

int __wrap_rename(const char *from, const char *to) {
    return is_refused(CALL_RENAME) ? -1 : __real_rename(from, to);
}

int __wrap_close(int file) {
    // The descriptor is gone whatever close answers.
    bool refused = is_refused(CALL_CLOSE);
    int answer = __real_close(file);
    if (refused) {
        errno = EIO;
    }
    return refused ? -1 : answer;
}

off_t __wrap_lseek(int file, off_t offset, int whence) {
    return is_refused(CALL_LSEEK) ? -1 : __real_lseek(file, offset, whence);
}

int __wrap_fchmod(int file, mode_t mode) {
    return is_refused(CALL_FCHMOD) ? -1 : __real_fchmod(file, mode);
}

static char folder[SCRATCH_PATH_MAX];
static char path[SCRATCH_PATH_MAX];

static int begin(void **state) {
    (void)state;
    failing = CALL_NONE;
    scratch_make(folder);
    scratch_put(scratch_path(path, folder, "settings.cfg"), "old", 3);
    return 0;
}

static int end(void **state) {
    (void)state;
    failing = CALL_NONE;
    scratch_remove(folder);
    return 0;
}

static void check_stands(const char *content) {
    struct bytes bytes = {0};
    struct error err = {0};
    assert_true(file_read(path, 1 << 20, &bytes, &err));
    assert_int_equal(bytes.length, strlen(content));
    assert_memory_equal(bytes.data, content, bytes.length);
    bytes_free(&bytes);
    assert_int_equal(scratch_count(folder), 1);
}

static void arm(enum call call, int nth) {
    failing = call;
    failing_nth = nth;
    calls_seen = 0;
}

static void check_write_fails(enum call call, int nth, enum error_code code, int reason) {
    struct error err = {0};
    arm(call, nth);
    bool written = file_write(path, "new", 3, 0600, &err);
    failing = CALL_NONE;
    assert_false(written);
    assert_int_equal(calls_seen, nth);
    assert_int_equal(err.code, code);
    assert_string_equal(err.text, strerror(reason));
    check_stands("old");
}

static void whatever_fails_the_old_file_stands(void **state) {
    (void)state;
    check_write_fails(CALL_FCHMOD, 1, ERROR_FILE, EIO);
    check_write_fails(CALL_WRITE, 1, ERROR_FILE, ENOSPC);
    check_write_fails(CALL_FSYNC, 1, ERROR_FILE, EIO);
    check_write_fails(CALL_CLOSE, 1, ERROR_FILE, EIO);
    check_write_fails(CALL_RENAME, 1, ERROR_FILE, EIO);
}

static void a_folder_that_cannot_be_flushed_holds_the_new_file(void **state) {
    (void)state;
    struct error err = {0};
    // The name is in place by then, so that this must not be called a failure.
    log_set_level(LOG_SILENT);
    arm(CALL_FSYNC, 2);
    assert_true(file_write(path, "new", 3, 0600, &err));
    assert_int_equal(calls_seen, 2);
    assert_int_equal(err.code, ERROR_NONE);
    check_stands("new");
}

// Writes 40 blocks of 8 KiB and a patch in the middle; false as soon as one call says so.
static bool write_long(struct error *err) {
    static const char block[8192];
    struct file_output *output = file_output_begin(path, 0600, err);
    if (!output) {
        return false;
    }
    bool done = true;
    for (int i = 0; done && i < 40; i++) {
        done = file_output_append(output, block, sizeof block, err);
        if (done && i == 20) {
            done = file_output_patch(output, 4, "size", 4, err);
        }
    }
    if (!done) {
        // Even asked to, it does not make a file of which a part is missing appear.
        struct error second = {0};
        assert_false(file_output_commit(output, &second));
        assert_int_equal(second.code, ERROR_FILE);
        return false;
    }
    return file_output_commit(output, err);
}

static void each_call_of_a_long_output_may_fail(void **state) {
    (void)state;
    static const enum call calls[] = {CALL_WRITE, CALL_LSEEK};
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        struct error err = {0};
        int nth = 0;
        bool done = false;
        while (!done) {
            err = (struct error){0};
            arm(calls[i], ++nth);
            done = write_long(&err);
            failing = CALL_NONE;
            if (!done) {
                assert_int_equal(err.code, ERROR_FILE);
                assert_string_equal(err.text, strerror(calls[i] == CALL_WRITE ? ENOSPC : EIO));
                check_stands("old");
            }
        }
        // It went through only because no call was left to fail.
        assert_true(nth > 2);
        assert_int_equal(calls_seen, nth - 1);
        struct bytes bytes = {0};
        assert_true(file_read(path, 1 << 20, &bytes, &err));
        assert_int_equal(bytes.length, 40 * 8192);
        assert_memory_equal(bytes.data + 4, "size", 4);
        bytes_free(&bytes);
        scratch_put(path, "old", 3);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whatever_fails_the_old_file_stands, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_flushed_holds_the_new_file, begin,
                                        end),
        cmocka_unit_test_setup_teardown(each_call_of_a_long_output_may_fail, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
