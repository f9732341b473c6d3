// SPDX-License-Identifier: MIT
#include "files/catalogue_bench.h"

// The shipped routines against the clinical catalogue (tests/catalogue.tsv).

enum { LINE_SIZE = 1024 };

static const struct timeline_phrases phrases = {
    .left = "Now the left side.", .right = "Now the right side.", .over = "That is all."};

static void end_routine(struct bench *bench) {
    if (bench->routine) {
        assert_int_equal(bench->segment, bench->timeline->segment_count);
        assert_int_equal(bench->gate, bench->timeline->gate_count);
        assert_int_equal(bench->steps, bench->routine->step_count);
    }
    timeline_free(bench->timeline);
    bench->timeline = NULL;
    bench->routine = NULL;
}

static void begin_routine(struct bench *bench, const char *id) {
    end_routine(bench);
    const struct catalog_entry *entry = catalog_find(&bench->catalog, id);
    if (!entry || entry->error) {
        fail_msg("%s: %s", id, entry ? entry->error : "not there");
    }
    struct error err = {0};
    struct timeline_options options = timeline_options_written(phrases);
    bench->routine = &entry->routine;
    bench->timeline = timeline_compile(&entry->routine, &options, &err);
    if (!bench->timeline) {
        fail_msg("%s: %s", id, err.text);
    }
    bench->segment = 0;
    bench->gate = 0;
    bench->steps = 0;
}

// The number that a text begins with.
static int number_of(const char *text) {
    char *end = NULL;
    long number = strtol(text, &end, 10);
    assert_true(end != text && (*end == '\0' || *end == ' '));
    return (int)number;
}

// "6 x move 2000 hold 3000 ...": the next segments are these, in this order.
static void check_step(struct bench *bench, int number, char *value) {
    const struct timeline *timeline = bench->timeline;
    bench->steps++;
    if (strncmp(value, "wait ", 5) == 0) {
        assert_in_range(bench->gate, 0, timeline->gate_count - 1);
        const struct gate *gate = &timeline->gates[bench->gate++];
        assert_int_equal(gate->step->number, number);
        assert_int_equal(gate->awake_ms, number_of(value + 5));
        assert_non_null(gate->text);
        int64_t here = bench->segment < timeline->segment_count
                           ? timeline->segments[bench->segment].start_ms
                           : timeline->total_ms;
        assert_int_equal(gate->at_ms, here);
        return;
    }
    int reps = number_of(value);
    for (int rep = 1; rep <= reps; rep++) {
        char parts[LINE_SIZE], *rest = NULL;
        text_copy(parts, sizeof parts, strstr(value, " x ") + 3);
        for (char *phase = strtok_r(parts, " ", &rest); phase; phase = strtok_r(NULL, " ", &rest)) {
            int length = number_of(strtok_r(NULL, " ", &rest));
            assert_in_range(bench->segment, 0, timeline->segment_count - 1);
            const struct segment *segment = &timeline->segments[bench->segment++];
            assert_int_equal(segment->step->number, number);
            assert_string_equal(phase_words[segment->phase], phase);
            assert_int_equal(segment->end_ms - segment->start_ms, length);
            assert_int_equal(segment->reps, reps > 1 ? reps : 0);
            assert_int_equal(segment->rep, reps > 1 ? rep : 0);
        }
    }
}

static void check_gates(const struct routine *routine, char *value) {
    char *rest = NULL;
    char *word = strtok_r(value, " ", &rest);
    for (int profile = 0; profile < PROFILE_COUNT; profile++) {
        assert_non_null(word);
        if (strcmp(gate_words[routine->gates[profile]], word) != 0) {
            fail_msg("%s: %s for %s, the catalogue says %s", routine->id,
                     gate_words[routine->gates[profile]], profile_words[profile], word);
        }
        word = strtok_r(NULL, " ", &rest);
    }
}

static void check_keys(const char *const keys[], int count, const char *value) {
    struct text_builder text = {0};
    for (int i = 0; i < count; i++) {
        text_add_format(&text, i ? " %s" : "%s", keys[i]);
    }
    assert_string_equal(text.text, value);
    text_builder_free(&text);
}

static void add_pose(const struct bench *bench, struct text_builder *found, const char *id) {
    const struct pose *pose = id ? shared_pose(&bench->catalog.shared, id) : NULL;
    if (pose && pose->moves != MOVES_BODY && strcmp(id, "neutral") != 0 &&
        (!found->text || !strstr(found->text, id))) {
        text_add_format(found, found->text ? " %s" : "%s", id);
    }
}

static void check_poses(const struct bench *bench, const char *value) {
    const struct routine *routine = bench->routine;
    struct text_builder found = {0};
    for (int i = 0; i < routine->step_count; i++) {
        add_pose(bench, &found, routine->steps[i].pose);
        add_pose(bench, &found, routine->steps[i].show);
    }
    assert_string_equal(found.text ? found.text : "neutral", value);
    text_builder_free(&found);
}

static void check_row(struct bench *bench, const char *key, char *value) {
    const struct routine *routine = bench->routine;
    if (strcmp(key, "title") == 0) {
        assert_string_equal(routine->title, value);
    } else if (strcmp(key, "category") == 0) {
        assert_string_equal(category_words[routine->category], value);
    } else if (strcmp(key, "per_day") == 0) {
        assert_int_equal(routine->limit.per_day, number_of(value));
    } else if (strcmp(key, "gates") == 0) {
        check_gates(routine, value);
    } else if (strcmp(key, "cautions") == 0) {
        check_keys(routine->cautions, routine->caution_count, value);
    } else if (strcmp(key, "sources") == 0) {
        check_keys(routine->sources, routine->source_count, value);
    } else if (strcmp(key, "poses") == 0) {
        check_poses(bench, value);
    } else if (strcmp(key, "total") == 0) {
        assert_int_equal(bench->timeline->total_ms, number_of(value));
    } else {
        assert_int_not_equal(number_of(key), 0);
        check_step(bench, number_of(key), value);
    }
}

static void routines_are_what_the_catalogue_says(void **state) {
    struct bench *bench = *state;
    char line[LINE_SIZE];
    int routines = 0;
    FILE *table = fopen("tests/catalogue.tsv", "r");
    assert_non_null(table);
    while (fgets(line, sizeof line, table)) {
        char *rest = NULL;
        if (line[0] == '#') {
            continue;
        }
        assert_non_null(strchr(line, '\n'));
        const char *id = strtok_r(line, "\t\n", &rest);
        const char *key = strtok_r(NULL, "\t\n", &rest);
        char *value = strtok_r(NULL, "\t\n", &rest);
        assert_non_null(value);
        if (strcmp(key, "title") == 0) {
            begin_routine(bench, id);
            routines++;
        }
        check_row(bench, key, value);
    }
    fclose(table);
    end_routine(bench);
    assert_int_equal(routines, 36);
    assert_int_equal(bench->catalog.count, routines); // and nothing that the catalogue has not
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test_setup_teardown(routines_are_what_the_catalogue_says, set_up, tear_down),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
