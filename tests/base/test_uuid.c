// SPDX-License-Identifier: MIT
// wrap: getrandom open
#include "base/uuid.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/types.h>

#include <cmocka.h>

// How the system's random source behaves.
static int interruptions;
static bool call_fails;
static bool device_fails;

ssize_t __real_getrandom(void *to, size_t length, unsigned flags);
ssize_t __wrap_getrandom(void *to, size_t length, unsigned flags);
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);

ssize_t __wrap_getrandom(void *to, size_t length, unsigned flags) {
    if (interruptions > 0) {
        interruptions--;
        errno = EINTR;
        return -1;
    }
    if (call_fails) {
        errno = ENOSYS;
        return -1;
    }
    return __real_getrandom(to, length, flags);
}

int __wrap_open(const char *path, int flags, ...) {
    if (device_fails && strcmp(path, "/dev/urandom") == 0) {
        errno = ENOENT;
        return -1;
    }
    return __real_open(path, flags, 0600);
}

static void check_form(const char *uuid) {
    assert_int_equal(strlen(uuid), 36);
    for (int i = 0; i < 36; i++) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            assert_int_equal(uuid[i], '-');
        } else {
            assert_non_null(strchr("0123456789abcdef", uuid[i]));
        }
    }
    assert_int_equal(uuid[14], '4');
    assert_non_null(strchr("89ab", uuid[19]));
}

static int compare(const void *left, const void *right) {
    return strcmp(left, right);
}

// Makes many and sees that they have the right form and differ; that each hexadecimal digit turns
// up in each free place shows that no part of them stands still.
static void check_many(void) {
    enum { COUNT = 5000 };
    char(*made)[UUID_TEXT_MAX] = calloc(COUNT, sizeof *made);
    assert_non_null(made);
    unsigned digits_seen[36] = {0};
    for (int i = 0; i < COUNT; i++) {
        uuid_make(made[i]);
        check_form(made[i]);
        for (int at = 0; at < 36; at++) {
            const char digit[2] = {made[i][at], '\0'};
            digits_seen[at] |= 1u << strtoul(digit, NULL, 16);
        }
    }
    qsort(made, COUNT, sizeof *made, compare);
    for (int i = 1; i < COUNT; i++) {
        assert_string_not_equal(made[i - 1], made[i]);
    }
    for (int at = 0; at < 36; at++) {
        bool given = at == 8 || at == 13 || at == 14 || at == 18 || at == 19 || at == 23;
        assert_true(given || digits_seen[at] == 0xFFFF);
    }
    free(made);
}

static int reset(void **state) {
    (void)state;
    interruptions = 0;
    call_fails = device_fails = false;
    return 0;
}

static void ids_are_of_version_four_and_differ(void **state) {
    (void)state;
    check_many();
}

static void an_interrupted_call_is_repeated(void **state) {
    (void)state;
    interruptions = 3;
    device_fails = true;
    check_many();
    assert_int_equal(interruptions, 0);
}

static void without_the_call_the_device_serves(void **state) {
    (void)state;
    call_fails = true;
    check_many();
}

static void without_any_source_ids_still_differ(void **state) {
    (void)state;
    call_fails = device_fails = true;
    check_many();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(ids_are_of_version_four_and_differ, reset),
        cmocka_unit_test_setup(an_interrupted_call_is_repeated, reset),
        cmocka_unit_test_setup(without_the_call_the_device_serves, reset),
        cmocka_unit_test_setup(without_any_source_ids_still_differ, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
