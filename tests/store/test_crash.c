// SPDX-License-Identifier: MIT
#include "store/place.h"

#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>

// The process is killed while it plays: the next start finds the last checkpoint, or the one that
// was being written, and nothing to repair.

enum { KILLS = 50, EARLIER = 3 };

// What the child shares with the one that kills it.
struct progress {
    _Atomic int64_t begun_ms; // position of the checkpoint being written
    _Atomic int64_t done_ms;  // of the last one that returned
};

static void play(const struct place *place, struct progress *progress, struct wall now) {
    struct error err;
    struct store_options options = options_of(place);
    options.now = now;
    struct store *store = store_open(&options, &err);
    struct session_record record = box_breath(now);
    if (!store || !sessions_start(store, &record, &err)) {
        fprintf(stderr, "%s\n", err.text);
        _exit(1);
    }
    struct played played;
    played_init(&played, 2);
    for (int64_t at_ms = 100;; at_ms += 100) {
        played_add(&played, 0, at_ms);
        atomic_store(&progress->begun_ms, at_ms);
        if (!sessions_checkpoint(store, record.id, at_ms, 0, &played, now, &err)) {
            fprintf(stderr, "%s\n", err.text);
            _exit(1);
        }
        atomic_store(&progress->done_ms, at_ms);
    }
}

// Lets it get some way, differently far each time, then kills it in the middle of whatever it does.
static void play_and_kill(const struct place *place, struct progress *progress, int round,
                          struct wall now) {
    atomic_store(&progress->begun_ms, 0);
    atomic_store(&progress->done_ms, 0);
    pid_t child = fork();
    if (child == 0) {
        play(place, progress, now);
    }
    int64_t until_ms = 100 * (1 + (int64_t)round * round % 97);
    while (atomic_load(&progress->done_ms) < until_ms) {
        assert_int_equal(waitpid(child, NULL, WNOHANG), 0);
        sched_yield();
    }
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void assert_resumable(struct store *store, const struct progress *progress,
                             struct wall now) {
    bool found;
    struct session_record record;
    struct played played;
    assert_ok(sessions_unfinished(store, now, &record, &played, &found, &err));
    assert_true(found);
    assert_in_range(record.position_ms, atomic_load(&progress->done_ms),
                    atomic_load(&progress->begun_ms));
    assert_int_equal(record.played_ms, record.position_ms);
    assert_int_equal(played.count, 1);
    assert_int_equal(played.intervals[0].to_ms, record.position_ms);
    played_free(&played);
    session_record_free(&record);
}

static void killed_while_checkpointing(void **state) {
    const struct place *place = *state;
    const int protection = PROT_READ | PROT_WRITE;
    const int flags = MAP_SHARED | MAP_ANONYMOUS;
    // Anonymous memory wants -1 for its file.
    // cppcheck-suppress invalidFunctionArg
    struct progress *progress = mmap(NULL, sizeof *progress, protection, flags, -1, 0);
    assert_ptr_not_equal(progress, MAP_FAILED);
    struct store *store = open_at(place, morning);
    for (int i = 0; i < EARLIER; i++) {
        struct session_record record;
        add_session(store, later(morning, i), 60000 + i, &record);
    }
    store_close(store);
    for (int round = 0; round < KILLS; round++) {
        struct wall now = later(morning, (round + 1) * 60);
        play_and_kill(place, progress, round, now);
        store = open_at(place, now);
        assert_int_equal(store_health(store), STORE_GOOD);
        assert_ok(store_check(store, &err));
        assert_resumable(store, progress, now);
        assert_ok(sessions_settle(store, NULL, now, &err));
        assert_int_equal(count_sessions(store), EARLIER + round + 1);
        store_close(store);
    }
    munmap(progress, sizeof *progress);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(killed_while_checkpointing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
