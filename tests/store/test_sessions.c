// SPDX-License-Identifier: MIT
#include "store/place.h"

#include <signal.h>
#include <sys/wait.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/vocabulary.h"

static void set_text(char *to, size_t size, const char *text) {
    assert_true(text_copy(to, size, text));
}

// A record in which nothing is as it would be by default.
static struct session_record full_record(void) {
    struct session_record record = box_breath(morning);
    record.category = CATEGORY_NMR;
    set_text(record.routine, sizeof record.routine, "nmr-smile-eyes-open");
    set_text(record.title, sizeof record.title, "Lächeln – ruhig");
    set_text(record.chain, sizeof record.chain, "0a1b2c3d-0000-4000-8000-000000000001");
    set_text(record.plan, sizeof record.plan, "weeks-1-4");
    set_text(record.side, sizeof record.side, "left");
    set_text(record.source, sizeof record.source, "ticked");
    record.anyway = true;
    record.before = 0;
    record.options = memory_text("reps=4");
    return record;
}

static void end_record(struct session_record *record) {
    record->status = SESSION_COMPLETE;
    record->ending = ENDING_WELL;
    record->why = WHY_PULL;
    record->played_ms = 40000;
    record->position_ms = 40001;
    record->section = 2;
    record->after = 10;
    record->feel = FEEL_HURT;
    record->note = memory_text("line\n\"two\"; DROP TABLE sessions; --");
    record->seen = later(morning, 41);
}

static void assert_same_texts(const struct session_record *read,
                              const struct session_record *expected) {
    assert_string_equal(read->id, expected->id);
    assert_string_equal(read->chain, expected->chain);
    assert_string_equal(read->routine, expected->routine);
    assert_string_equal(read->title, expected->title);
    assert_string_equal(read->plan, expected->plan);
    assert_string_equal(read->side, expected->side);
    assert_string_equal(read->source, expected->source);
    assert_string_equal(read->note, expected->note);
    assert_string_equal(read->options, expected->options);
}

static void assert_same_values(const struct session_record *read,
                               const struct session_record *expected) {
    assert_int_equal(read->category, expected->category);
    assert_int_equal(read->started.utc_s, expected->started.utc_s);
    assert_int_equal(read->started.offset_min, expected->started.offset_min);
    assert_int_equal(read->seen.utc_s, expected->seen.utc_s);
    assert_int_equal(read->status, expected->status);
    assert_int_equal(read->ending, expected->ending);
    assert_int_equal(read->why, expected->why);
    assert_int_equal(read->feel, expected->feel);
    assert_int_equal(read->played_ms, expected->played_ms);
    assert_int_equal(read->planned_ms, expected->planned_ms);
    assert_int_equal(read->position_ms, expected->position_ms);
    assert_int_equal(read->section, expected->section);
    assert_int_equal(read->before, expected->before);
    assert_int_equal(read->after, expected->after);
    assert_int_equal(read->anyway, expected->anyway);
}

static void every_field_returns(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record = full_record();
    assert_ok(sessions_start(store, &record, &err));
    assert_int_equal(strlen(record.id), 36);
    end_record(&record);
    assert_ok(sessions_finish(store, &record, &err));
    struct session_list list = list_all(store, later(morning, 60));
    assert_int_equal(list.count, 1);
    assert_same_texts(&list.records[0], &record);
    assert_same_values(&list.records[0], &record);
    session_list_free(&list);
    session_record_free(&record);
    store_close(store);
}

// What is known only at the end ("a gate was not answered") goes with it; nothing given leaves it.
static void options_follow_the_end(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record = full_record();
    assert_ok(sessions_start(store, &record, &err));
    session_record_free(&record);
    end_record(&record);
    assert_ok(sessions_finish(store, &record, &err));
    struct session_list list = list_all(store, morning);
    assert_string_equal(list.records[0].options, "reps=4");
    session_list_free(&list);
    record.options = memory_text("reps=4 unanswered=1");
    assert_ok(sessions_finish(store, &record, &err));
    list = list_all(store, morning);
    assert_string_equal(list.records[0].options, "reps=4 unanswered=1");
    session_list_free(&list);
    session_record_free(&record);
    store_close(store);
}

static void every_word_is_known_to_the_tables(void **state) {
    (void)state;
    struct store *store = open_memory();
    for (int category = 0; category < CATEGORY_COUNT; category++) {
        for (int ending = ENDING_COMPLETE; ending < ENDING_COUNT; ending++) {
            struct session_record record = box_breath(morning);
            record.category = (enum category)category;
            assert_ok(sessions_start(store, &record, &err));
            record.status = SESSION_COMPLETE;
            record.ending = (enum ending)ending;
            record.why = (enum why)(category % WHY_COUNT);
            record.feel = (enum feel)(category % FEEL_COUNT);
            record.played_ms = 1;
            assert_ok(sessions_finish(store, &record, &err));
        }
    }
    struct session_list list = list_all(store, morning);
    assert_int_equal(list.count, CATEGORY_COUNT * (ENDING_COUNT - 1));
    for (int i = 0; i < list.count; i++) {
        assert_int_equal(list.records[i].category, i / (ENDING_COUNT - 1));
        assert_int_equal(list.records[i].ending, 1 + i % (ENDING_COUNT - 1));
        assert_int_equal(list.records[i].why, list.records[i].category % WHY_COUNT);
        assert_int_equal(list.records[i].feel, list.records[i].category % FEEL_COUNT);
    }
    session_list_free(&list);
    store_close(store);
}

static void impossible_values_are_refused(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record = box_breath(morning);
    record.before = 11;
    struct error err = {0};
    assert_false(sessions_start(store, &record, &err));
    assert_int_equal(err.code, ERROR_STORE);
    record.before = -1;
    set_text(record.side, sizeof record.side, "up");
    assert_false(sessions_start(store, &record, &err));
    assert_int_equal(count_sessions(store), 0);
    store_close(store);
}

static void nothing_played_is_no_record(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record = box_breath(morning);
    assert_ok(sessions_start(store, &record, &err));
    assert_int_equal(count_sessions(store), 0);
    record.status = SESSION_PARTIAL;
    record.ending = ENDING_INTERRUPTED;
    assert_ok(sessions_finish(store, &record, &err));
    assert_int_equal(count_sessions(store), 0);
    struct error err = {0};
    struct played played = played_of(0, 5);
    assert_false(sessions_checkpoint(store, record.id, 5, 0, &played, morning, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    played_free(&played);
    store_close(store);
}

static void played_time_is_what_the_intervals_hold(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record = box_breath(morning);
    assert_ok(sessions_start(store, &record, &err));
    struct played played = played_of(0, 1200);
    played_add(&played, 4000, 5000);
    played_add(&played, 500, 1300);
    assert_ok(sessions_checkpoint(store, record.id, 700, 1, &played, later(morning, 9), &err));
    played_free(&played);
    bool found;
    struct session_record read;
    assert_ok(sessions_unfinished(store, later(morning, 20), &read, &played, &found, &err));
    assert_true(found);
    assert_string_equal(read.id, record.id);
    assert_int_equal(read.played_ms, 2300);
    assert_int_equal(read.position_ms, 700);
    assert_int_equal(read.section, 1);
    assert_int_equal(played.count, 2);
    assert_int_equal(played.intervals[0].to_ms, 1300);
    assert_int_equal(played.intervals[1].from_ms, 4000);
    assert_int_equal(played.intervals[1].to_ms, 5000);
    played_free(&played);
    session_record_free(&read);
    store_close(store);
}

static bool is_offered(struct store *store, struct wall now, char id[UUID_TEXT_MAX]) {
    bool found;
    struct session_record record;
    struct played played;
    assert_ok(sessions_unfinished(store, now, &record, &played, &found, &err));
    set_text(id, UUID_TEXT_MAX, record.id);
    session_record_free(&record);
    played_free(&played);
    return found;
}

static void the_newest_is_offered_for_half_an_hour(void **state) {
    (void)state;
    struct store *store = open_memory();
    char id[UUID_TEXT_MAX];
    assert_false(is_offered(store, morning, id));
    struct session_record first = box_breath(morning);
    struct session_record second = box_breath(later(morning, 100));
    struct session_record unmoved = box_breath(later(morning, 200));
    assert_ok(sessions_start(store, &first, &err));
    assert_ok(sessions_start(store, &second, &err));
    assert_ok(sessions_start(store, &unmoved, &err));
    checkpoint(store, first.id, 1000, later(morning, 1));
    checkpoint(store, second.id, 5000, later(morning, 105));
    checkpoint(store, unmoved.id, 0, later(morning, 205));
    assert_true(is_offered(store, later(morning, 210), id));
    assert_string_equal(id, second.id);
    assert_true(is_offered(store, later(morning, 105 + SESSION_RESUME_S), id));
    assert_false(is_offered(store, later(morning, 106 + SESSION_RESUME_S), id));
    assert_ok(sessions_settle(store, second.id, later(morning, 210), &err));
    assert_true(is_offered(store, later(morning, 210), id));
    assert_string_equal(id, second.id);
    assert_ok(sessions_settle(store, NULL, later(morning, 210), &err));
    assert_false(is_offered(store, later(morning, 210), id));
    struct session_list list = list_all(store, later(morning, 210));
    assert_int_equal(list.count, 2); // the unmoved one is gone
    assert_int_equal(list.records[0].status, SESSION_PARTIAL);
    assert_int_equal(list.records[0].ending, ENDING_INTERRUPTED);
    assert_int_equal(list.records[0].why, WHY_NONE);
    assert_int_equal(list.records[1].played_ms, 5000);
    session_list_free(&list);
    store_close(store);
}

// What another process plays at this moment is neither offered nor ended from here.
static void a_session_of_a_living_process_is_left_alone(void **state) {
    struct place *place = *state;
    store_close(must_open(&(struct store_options){.path = place->history, .now = morning}));
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct error err;
        struct store *store =
            store_open(&(struct store_options){.path = place->history, .now = morning}, &err);
        struct session_record record = box_breath(morning);
        struct played played = played_of(0, 4000);
        bool done = store && sessions_start(store, &record, &err) &&
                    sessions_checkpoint(store, record.id, 4000, 0, &played, morning, &err);
        (void)!write(ready[1], done ? "1" : "0", 1);
        pause();
        _exit(0);
    }
    char done = '0';
    assert_int_equal(read(ready[0], &done, 1), 1);
    assert_int_equal(done, '1');
    struct store *store = open_at(place, morning);
    char id[UUID_TEXT_MAX];
    assert_false(is_offered(store, later(morning, 3), id));
    assert_ok(sessions_settle(store, NULL, later(morning, 3), &err));
    struct session_list list = list_all(store, later(morning, 3));
    assert_int_equal(list.records[0].status, SESSION_RUNNING);
    session_list_free(&list);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    assert_true(is_offered(store, later(morning, 3), id));
    store_close(store);
    close(ready[0]);
    close(ready[1]);
}

static void ratings_come_later_and_keep_what_they_were(void **state) {
    struct place *place = *state;
    struct store *store = open_at(place, morning);
    struct session_record record;
    add_session(store, morning, 90000, &record);
    assert_ok(sessions_rate(store, record.id, -1, 4, FEEL_SAME, &err));
    assert_ok(sessions_rate(store, record.id, 6, -1, FEEL_NONE, &err));
    struct session_list list = list_all(store, morning);
    assert_int_equal(list.records[0].before, 6);
    assert_int_equal(list.records[0].after, 4);
    assert_int_equal(list.records[0].feel, FEEL_SAME);
    session_list_free(&list);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM audit"), 0);
    assert_ok(sessions_rate(store, record.id, 6, 3, FEEL_CALMER, &err));
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM audit"), 2);
    assert_int_equal(ask_sql(place->history,
                             "SELECT was = '4' AND kind = 'sessions' AND at_offset_min = 60"
                             " FROM audit WHERE field = 'rated_after'"),
                     1);
    struct error err = {0};
    assert_false(sessions_rate(store, "no-such", 1, 1, FEEL_NONE, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_false(sessions_rate(store, record.id, 1, 11, FEEL_NONE, &err));
    assert_int_equal(err.code, ERROR_STORE);
    store_close(store);
}

static void many_entries_are_one(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record;
    assert_ok(store_begin(store, &err));
    add_session(store, morning, 1000, &record);
    add_session(store, morning, 1000, &record);
    store_rollback(store);
    assert_int_equal(count_sessions(store), 0);
    assert_ok(store_begin(store, &err));
    add_session(store, morning, 1000, &record);
    checkpoint(store, record.id, 2000, morning);
    assert_ok(store_commit(store, &err));
    assert_int_equal(count_sessions(store), 1);
    struct error err = {0};
    assert_false(store_commit(store, &err));
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_returns),
        cmocka_unit_test(options_follow_the_end),
        cmocka_unit_test(every_word_is_known_to_the_tables),
        cmocka_unit_test(impossible_values_are_refused),
        cmocka_unit_test(nothing_played_is_no_record),
        cmocka_unit_test(played_time_is_what_the_intervals_hold),
        cmocka_unit_test(the_newest_is_offered_for_half_an_hour),
        TEST(a_session_of_a_living_process_is_left_alone),
        TEST(ratings_come_later_and_keep_what_they_were),
        cmocka_unit_test(many_entries_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
