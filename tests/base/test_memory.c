// SPDX-License-Identifier: MIT
// wrap: calloc realloc
#include "base/memory.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

// Which call from now on fails; 0 for none.
static int failing_call;

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_realloc(void *block, size_t size);

static bool is_refused(void) {
    return failing_call > 0 && --failing_call == 0;
}

void *__wrap_calloc(size_t count, size_t size) {
    return is_refused() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size) {
    return is_refused() ? NULL : __real_realloc(block, size);
}

static bool is_zero(const unsigned char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (bytes[i]) {
            return false;
        }
    }
    return true;
}

static void new_memory_is_zero(void **state) {
    (void)state;
    unsigned char *block = memory_new(1000, 7);
    assert_true(is_zero(block, 7000));
    memory_free(block);
}

static void nothing_asked_for_is_still_a_block(void **state) {
    (void)state;
    void *empty = memory_new(0, 8);
    assert_non_null(empty);
    empty = memory_resize(empty, 0, 8);
    assert_non_null(empty);
    memory_free(empty);
    memory_free(NULL);
}

static void resizing_keeps_what_was_there(void **state) {
    (void)state;
    int *numbers = memory_new(4, sizeof *numbers);
    for (int i = 0; i < 4; i++) {
        numbers[i] = i * 11;
    }
    numbers = memory_resize(numbers, 4000, sizeof *numbers);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(numbers[i], i * 11);
    }
    memory_free(numbers);
}

static void texts_are_copied(void **state) {
    (void)state;
    char original[] = "still";
    char *copy = memory_text(original);
    original[0] = 'x';
    assert_string_equal(copy, "still");
    memory_free(copy);
    char *empty = memory_text(NULL);
    assert_string_equal(empty, "");
    memory_free(empty);
}

static void the_arena_gives_zeroed_aligned_places_apart(void **state) {
    (void)state;
    enum { COUNT = 600 };
    struct arena arena = {0};
    unsigned char *places[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        size_t length = i * 37 % 997 + 1;
        places[i] = arena_new(&arena, length, 1);
        assert_int_equal((uintptr_t)places[i] % alignof(max_align_t), 0);
        assert_true(is_zero(places[i], length));
        memset(places[i], (int)(i % 251) + 1, length);
    }
    // A place that overlapped another would no longer hold its own number throughout.
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t at = 0; at < i * 37 % 997 + 1; at++) {
            assert_int_equal(places[i][at], i % 251 + 1);
        }
    }
    arena_free(&arena);
    assert_null(arena.last);
    arena_free(&arena);
}

static void the_arena_takes_things_larger_than_its_blocks(void **state) {
    (void)state;
    struct arena arena = {0};
    char *small = arena_text(&arena, "before", 6);
    unsigned char *large = arena_new(&arena, 100000, 3);
    assert_true(is_zero(large, 300000));
    memset(large, 1, 300000);
    assert_string_equal(small, "before");
    assert_string_equal(arena_text(&arena, "after all", 5), "after");
    assert_string_equal(arena_text(&arena, "", 0), "");
    arena_free(&arena);
}

// Six allocations of every kind.
static void allocate_all_ways(void) {
    struct arena arena = {0};
    void *block = memory_new(3, 5);
    char *text = memory_text("words");
    block = memory_resize(block, 1000, 5);
    arena_new(&arena, 10, 10);
    arena_new(&arena, 1, 100000);
    arena_text(&arena, "words", 5);
    memory_free(block);
    memory_free(text);
    arena_free(&arena);
}

// Runs `work` in a child whose n-th allocation fails; returns its status and what it printed.
static int run_child(void (*work)(void), int failing, char *printed, size_t size) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        failing_call = failing;
        work();
        _exit(0);
    }
    close(ends[1]);
    ssize_t length = read(ends[0], printed, size - 1);
    close(ends[0]);
    printed[length > 0 ? length : 0] = '\0';
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void running_out_ends_the_program_with_a_sentence(void **state) {
    (void)state;
    enum { ALLOCATIONS = 6 };
    for (int failing = 1; failing <= ALLOCATIONS; failing++) {
        char printed[256];
        assert_int_equal(run_child(allocate_all_ways, failing, printed, sizeof printed), 1);
        assert_string_equal(printed, "repose: out of memory; what was recorded before is kept\n");
    }
    char printed[256];
    assert_int_equal(run_child(allocate_all_ways, ALLOCATIONS + 1, printed, sizeof printed), 0);
    assert_string_equal(printed, "");
}

static void ask_new(void) {
    memory_new(SIZE_MAX / 2, 4);
}

static void ask_resize(void) {
    void *block = memory_resize(memory_new(1, 1), SIZE_MAX / 2, 4);
    memory_free(block);
}

static void ask_arena(void) {
    struct arena arena = {0};
    arena_new(&arena, SIZE_MAX / 2, 4);
}

static void sizes_that_no_number_holds_are_refused(void **state) {
    (void)state;
    void (*const ways[])(void) = {ask_new, ask_resize, ask_arena};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        char printed[4096];
        assert_int_equal(run_child(ways[i], 0, printed, sizeof printed), 1);
        assert_non_null(strstr(printed, "memory"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_memory_is_zero),
        cmocka_unit_test(nothing_asked_for_is_still_a_block),
        cmocka_unit_test(resizing_keeps_what_was_there),
        cmocka_unit_test(texts_are_copied),
        cmocka_unit_test(the_arena_gives_zeroed_aligned_places_apart),
        cmocka_unit_test(the_arena_takes_things_larger_than_its_blocks),
        cmocka_unit_test(running_out_ends_the_program_with_a_sentence),
        cmocka_unit_test(sizes_that_no_number_holds_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
