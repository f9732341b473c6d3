// SPDX-License-Identifier: MIT
#include "base/process_bench.h"

// A program run to its end, and what it may cost.

static void what_goes_in_and_comes_out_is_the_same(void **state) {
    (void)state;
    enum { SIZE = 5 * MIB };
    char *input = memory_new(SIZE, 1);
    for (int i = 0; i < SIZE; i++) {
        input[i] = (char)(i * 7 + i / 251);
    }
    struct ran ran = run_with(
        (struct process_options){.input = input, .input_size = SIZE, .output_most = SIZE}, "cat");
    assert_true(ran.done);
    assert_int_equal(ran.output.length, SIZE);
    assert_memory_equal(ran.output.data, input, SIZE);
    assert_int_equal(ran.output.data[SIZE], '\0');
    bytes_free(&ran.output);
    memory_free(input);
}

static void nothing_in_and_nothing_out(void **state) {
    (void)state;
    struct ran ran = run("cat; exit 0");
    assert_true(ran.done);
    assert_int_equal(ran.output.length, 0);
    assert_string_equal(ran.output.data, "");
    bytes_free(&ran.output);
}

static void words_are_not_read_by_a_shell(void **state) {
    (void)state;
    const char *const words[] = {"printf", "%s|", "$HOME `id` ;", "two words", "", "*", NULL};
    struct process_options options = {.words = words, .output_most = 100, .time_most_ms = 20000};
    struct bytes output = {0};
    struct error err = {0};
    assert_true(process_run(&options, &output, &err));
    assert_string_equal(output.data, "$HOME `id` ;|two words||*|");
    bytes_free(&output);
}

static void a_program_that_is_not_there_is_missing(void **state) {
    (void)state;
    const char *const words[] = {"repose-has-no-such-program", NULL};
    struct process_options options = {.words = words, .output_most = 100, .time_most_ms = 1000};
    struct bytes output = {0};
    struct error err = {0};
    assert_false(process_run(&options, &output, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_non_null(strstr(err.text, words[0]));
    assert_null(process_open(words, &err));
}

static void an_ending_in_failure_brings_its_last_words(void **state) {
    (void)state;
    check_failed(
        run("echo out; echo first >&2; printf 'no \\033[31msuch\\377 voice\\n\\n' >&2; exit 3"),
        ERROR_PROGRAM, "sh: ended with status 3: no [31msuch voice");
    check_failed(run("exit 1"), ERROR_PROGRAM, "sh: ended with status 1");
    check_failed(run("kill -SEGV $$"), ERROR_PROGRAM, "ended by signal 11");
    check_failed(run("yes complaint | head -c 3000000 >&2; echo the end >&2; exit 9"),
                 ERROR_PROGRAM, "status 9: the end");
}

static void input_that_is_not_read_is_no_trouble(void **state) {
    (void)state;
    char *input = memory_new(MIB, 1);
    struct process_options options = {.input = input, .input_size = MIB};
    struct ran ran = run_with(options, "exec <&-; echo done; sleep 0.1; echo really");
    assert_true(ran.done);
    assert_string_equal(ran.output.data, "done\nreally\n");
    bytes_free(&ran.output);
    ran = run_with(options, "echo at once");
    assert_true(ran.done);
    assert_string_equal(ran.output.data, "at once\n");
    bytes_free(&ran.output);
    memory_free(input);
}

// SIGPIPE would end this program; neither its handling nor its mask may change.
static void a_closed_pipe_raises_no_signal(void **state) {
    (void)state;
    struct sigaction before = {0}, after = {0};
    sigset_t mask, pending;
    sigaction(SIGPIPE, NULL, &before);
    assert_true(before.sa_handler == SIG_DFL);
    input_that_is_not_read_is_no_trouble(NULL);
    sigaction(SIGPIPE, NULL, &after);
    assert_true(after.sa_handler == SIG_DFL);
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    sigpending(&pending);
    assert_int_equal(sigismember(&mask, SIGPIPE), 0);
    assert_int_equal(sigismember(&pending, SIGPIPE), 0);
}

static void too_much_output_ends_it(void **state) {
    (void)state;
    struct ran ran = run("head -c 2000000000 /dev/zero");
    check_failed(ran, ERROR_LIMIT, "more than 1024 KiB");
    assert_true(ran.took_ms < 5 * SOON_MS);
    ran = run_with((struct process_options){.output_most = 100}, "head -c 100 /dev/zero");
    assert_true(ran.done);
    assert_int_equal(ran.output.length, 100);
    bytes_free(&ran.output);
    check_failed(run_with((struct process_options){.output_most = 99}, "head -c 100 /dev/zero"),
                 ERROR_LIMIT, "more than");
}

static void a_file_that_grows_too_large_ends_it(void **state) {
    (void)state;
    char path[SCRATCH_PATH_MAX];
    scratch_path(path, folder, "out");
    struct ran ran = run_with((struct process_options){.written = path},
                              "while :; do head -c 300000 /dev/zero; sleep 0.02; done >$1/out");
    check_failed(ran, ERROR_LIMIT, "more than 1024 KiB");
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_true(status.st_size > MIB && status.st_size < 16 * MIB);
}

static void one_that_hangs_is_ended_with_its_children(void **state) {
    (void)state;
    struct process_options options = {.time_most_ms = 300};
    struct ran ran = run_with(options, "trap '' TERM HUP INT; sleep 100 & echo $! >$1/child; "
                                       "echo $$ >$1/itself; while :; do sleep 1; done");
    check_failed(ran, ERROR_LIMIT, "not done within 300 ms");
    assert_true(ran.took_ms >= 300 && ran.took_ms < 300 + SOON_MS);
    check_gone("child");
    check_gone("itself");
}

// Its end counts, not that of children that keep its output open; they end with it.
static void children_left_behind_do_not_stay(void **state) {
    (void)state;
    struct ran ran = run("sleep 100 & echo $! >$1/one; (sleep 100 & echo $! >$1/two); echo said");
    assert_true(ran.done);
    assert_string_equal(ran.output.data, "said\n");
    assert_true(ran.took_ms < SOON_MS);
    bytes_free(&ran.output);
    check_gone("one");
    check_gone("two");
    if (process_find("setsid") && file_is_folder("/proc/self")) {
        ran = run("setsid sh -c 'echo $$ >$1/gone; exec sleep 100' sh $1 >/dev/null 2>&1 & "
                  "while ! [ -s $1/gone ]; do sleep 0.01; done");
        assert_true(ran.done);
        bytes_free(&ran.output);
        check_gone("gone");
    }
    ran = run("env -i sleep 100 & echo $! >$1/bare"); // without a mark, but of its group
    assert_true(ran.done);
    bytes_free(&ran.output);
    check_gone("bare");
    check_failed(run("sleep 100 & echo $! >$1/three; exit 2"), ERROR_PROGRAM, "status 2");
    check_gone("three");
}

static void cancel_ends_it_soon(void **state) {
    (void)state;
    static const char *const lines[] = {"echo $$ >$1/it; sleep 100", "echo $$ >$1/it; exec yes >&2",
                                        "echo $$ >$1/it; exec >&- 2>&-; sleep 100"};
    for (int i = 0; i < 3; i++) {
        atomic_bool cancel = false;
        pthread_t other;
        assert_int_equal(pthread_create(&other, NULL, cancel_soon, &cancel), 0);
        struct ran ran = run_with((struct process_options){.cancel = &cancel}, lines[i]);
        pthread_join(other, NULL);
        check_failed(ran, ERROR_LIMIT, "stopped");
        assert_true(ran.took_ms >= 100 && ran.took_ms < 150 + SOON_MS);
        check_gone("it");
    }
}

static int open_files(void) {
    int count = 0;
    for (int file = 0; file < 256; file++) {
        count += fcntl(file, F_GETFD) != -1;
    }
    return count;
}

static void no_file_is_lent_or_lost(void **state) {
    (void)state;
    int lent = open(folder, O_RDONLY); // without O_CLOEXEC, as a library may
    assert_true(lent > 2);
    int before = open_files();
    // The fourth is the folder that is being listed.
    struct ran ran = run("if [ -d /proc/self/fd ]; then exec ls /proc/self/fd; fi; seq 0 3");
    assert_true(ran.done);
    assert_string_equal(ran.output.data, "0\n1\n2\n3\n");
    bytes_free(&ran.output);
    check_failed(run("exit 1"), ERROR_PROGRAM, "");
    a_program_that_is_not_there_is_missing(NULL);
    assert_int_equal(open_files(), before);
    close(lent);
}

// What is ignored or blocked here is not there: the program ends by its own pipe's closing.
static void signals_are_as_a_program_expects_them(void **state) {
    (void)state;
    sigset_t all, before;
    sigfillset(&all);
    struct sigaction ignore = {.sa_handler = SIG_IGN}, usual = {.sa_handler = SIG_DFL};
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGINT, &ignore, NULL);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    struct ran piped = run_with((struct process_options){.time_most_ms = 3000}, "yes | head -n 1");
    struct ran asked = run("kill -INT $$; echo survived");
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    sigaction(SIGPIPE, &usual, NULL);
    sigaction(SIGINT, &usual, NULL);
    assert_true(piped.done);
    assert_string_equal(piped.output.data, "y\n");
    bytes_free(&piped.output);
    check_failed(asked, ERROR_PROGRAM, "signal 2");
}

static void *run_many(void *failures) {
    for (int i = 0; i < 20; i++) {
        struct ran ran = run("cat; echo x; sleep 0.01");
        if (!ran.done || strcmp(ran.output.data, "x\n") != 0) {
            atomic_fetch_add((atomic_int *)failures, 1);
        }
        bytes_free(&ran.output);
    }
    return NULL;
}

static void several_threads_do_not_mind_each_other(void **state) {
    (void)state;
    pthread_t threads[4];
    atomic_int failures = 0;
    for (int i = 0; i < 4; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, run_many, &failures), 0);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
    assert_int_equal(atomic_load(&failures), 0);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        CASE(what_goes_in_and_comes_out_is_the_same),
        CASE(nothing_in_and_nothing_out),
        CASE(words_are_not_read_by_a_shell),
        CASE(a_program_that_is_not_there_is_missing),
        CASE(an_ending_in_failure_brings_its_last_words),
        CASE(input_that_is_not_read_is_no_trouble),
        CASE(a_closed_pipe_raises_no_signal),
        CASE(too_much_output_ends_it),
        CASE(a_file_that_grows_too_large_ends_it),
        CASE(one_that_hangs_is_ended_with_its_children),
        CASE(children_left_behind_do_not_stay),
        CASE(cancel_ends_it_soon),
        CASE(no_file_is_lent_or_lost),
        CASE(signals_are_as_a_program_expects_them),
        CASE(several_threads_do_not_mind_each_other),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
