// SPDX-License-Identifier: MIT
#include "base/process_bench.h"

// A program that is fed piece by piece, and where programs are found.

static struct process *open_line(const char *line) {
    const char *const words[] = {"sh", "-c", line, "sh", folder, NULL};
    struct error err = {0};
    struct process *process = process_open(words, &err);
    if (!process) {
        fail_msg("%s", err.text);
    }
    return process;
}

static void one_can_be_fed_piece_by_piece(void **state) {
    (void)state;
    char path[SCRATCH_PATH_MAX];
    struct error err = {0};
    // It complains and prints more than a pipe holds before it reads.
    struct process *process = open_line("yes | head -c 1000000 >&2; yes | head -c 1000000; "
                                        "cat >$1/fed");
    char *piece = memory_new(MIB, 1);
    for (int i = 0; i < 4; i++) {
        memset(piece, 'a' + i, MIB);
        assert_true(process_write(process, piece, (size_t)MIB - (size_t)i, &err));
    }
    memory_free(piece);
    assert_true(process_close(process, &err));
    struct bytes fed = {0};
    assert_true(file_read(scratch_path(path, folder, "fed"), (size_t)8 * MIB, &fed, &err));
    assert_int_equal(fed.length, 4 * MIB - 6);
    assert_int_equal(fed.data[0], 'a');
    assert_int_equal(fed.data[fed.length - 1], 'd');
    bytes_free(&fed);
}

static void one_that_fails_while_it_is_fed_says_why(void **state) {
    (void)state;
    struct error err = {0};
    char *piece = memory_new(MIB, 1);
    struct process *process = open_line("echo 'Unknown encoder' >&2; exit 4");
    assert_false(process_write(process, piece, MIB, &err));
    assert_int_equal(err.code, ERROR_PROGRAM);
    assert_non_null(strstr(err.text, "Unknown encoder"));
    assert_false(process_close(process, &err));
    assert_non_null(strstr(err.text, "status 4: Unknown encoder"));
    process = open_line("cat >/dev/null; echo 'disk full' >&2; exit 5");
    assert_true(process_write(process, piece, MIB, &err));
    assert_false(process_close(process, &err));
    assert_non_null(strstr(err.text, "status 5: disk full"));
    memory_free(piece);
}

static void one_that_is_fed_can_be_killed_and_cancelled(void **state) {
    (void)state;
    struct error err = {0};
    char *piece = memory_new(MIB, 1);
    struct process *process = open_line("sleep 100 & echo $! >$1/child; wait");
    clock_sleep_ms(200);
    process_kill(process);
    check_gone("child");
    process_kill(NULL);
    atomic_bool cancel = false;
    pthread_t other;
    process = open_line("echo $$ >$1/stuck; sleep 100");
    process_heed(process, &cancel);
    assert_int_equal(pthread_create(&other, NULL, cancel_soon, &cancel), 0);
    int64_t began = clock_monotonic_ms();
    assert_false(process_write(process, piece, MIB, &err));
    pthread_join(other, NULL);
    assert_non_null(strstr(err.text, "stopped"));
    assert_false(process_close(process, &err));
    assert_true(clock_monotonic_ms() - began < 150 + SOON_MS);
    check_gone("stuck");
    memory_free(piece);
}

static void programs_are_found_as_a_shell_finds_them(void **state) {
    (void)state;
    char path[SCRATCH_PATH_MAX];
    assert_true(process_find("sh"));
    assert_false(process_find("repose-has-no-such-program"));
    assert_false(process_find(""));
    scratch_put(scratch_path(path, folder, "own"), "#!/bin/sh\n", 10);
    assert_false(process_find(path));
    chmod(path, 0755);
    assert_true(process_find(path));
    assert_false(process_find(folder));
    char *before = memory_text(getenv("PATH"));
    setenv("PATH", folder, 1);
    assert_true(process_find("own"));
    assert_false(process_find("sh"));
    setenv("PATH", before, 1);
    memory_free(before);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        CASE(one_can_be_fed_piece_by_piece),
        CASE(one_that_fails_while_it_is_fed_says_why),
        CASE(one_that_is_fed_can_be_killed_and_cancelled),
        CASE(programs_are_found_as_a_shell_finds_them),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
