// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "core/timeline.h"
#include "files/catalog.h"

// The shipped routines against the clinical catalogue (tests/catalogue.tsv), and against what a
// voice needs. Runs in the root of the repository.

enum { LINE_SIZE = 1024, SPOKEN_MAX = 160 };

static const struct timeline_phrases phrases = {
    .left = "Now the left side.", .right = "Now the right side.", .over = "That is all."};

// What has to be there already; the table may hold more.
static const char *const shipped[] = {
    "breath-calm",        "breath-coherent", "breath-box",          "breath-478",
    "breath-long-exhale", "breath-sigh",     "med-breathing-space", "med-breath-10",
    "med-body-scan",      "rom-jaw",         "nmr-smile-eyes-open", "mas-jaw-temple-neck",
    "warm-compress",
};
enum { SHIPPED_COUNT = sizeof shipped / sizeof *shipped };

struct bench {
    struct catalog catalog;
    struct catalog german;
    const struct routine *routine; // of the rows that are being read
    struct timeline *timeline;
    int segment; // the next one to be accounted for
    int gate;
    int steps; // rows of steps so far
    int absent;
};

static int set_up(void **state) {
    struct bench *bench = test_calloc(1, sizeof *bench);
    catalog_read("routines", NULL, "images", NULL, &bench->catalog);
    catalog_read("routines", NULL, "images", "de", &bench->german);
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    struct bench *bench = *state;
    catalog_free(&bench->catalog);
    catalog_free(&bench->german);
    test_free(bench);
    return 0;
}

static void fail_on_faults(struct faults *faults, const char *path) {
    if (faults->count) {
        faults_print(faults, path, stderr);
        fail_msg("%s is not clean", path);
    }
    faults_free(faults);
}

static void shared_catalogues_are_clean(void **state) {
    (void)state;
    static const char *const paths[] = {"routines/shared/poses.cfg", "routines/shared/cautions.cfg",
                                        "routines/shared/sources.cfg"};
    struct shared shared = {0};
    for (int i = 0; i < 3; i++) {
        struct faults faults = {0};
        assert_true(file_exists(paths[i]));
        shared_read(paths[i], &shared, &faults);
        fail_on_faults(&faults, paths[i]);
    }
    // C1 to C19, nothing left out.
    assert_int_equal(shared.caution_count, 19);
    for (int i = 1; i <= 19; i++) {
        char id[8];
        text_format(id, sizeof id, "C%d", i);
        assert_non_null(shared_caution(&shared, id));
    }
    shared_free(&shared);
}

// A strength that leaves 0..1 (or -1..1 for what has no sides) is a fault of the reader; here: that
// every pose says what to do and what to leave, and that a side is a mirror of the other.
static void poses_are_whole_and_mirrored(void **state) {
    const struct bench *bench = *state;
    const struct shared *shared = &bench->catalog.shared;
    assert_true(shared->pose_count >= 45);
    for (int i = 0; i < shared->pose_count; i++) {
        const struct pose *pose = &shared->poses[i];
        assert_non_null(pose->how);
        assert_non_null(pose->avoid);
        const struct face_units quiet = {0};
        assert_int_equal(memcmp(&pose->units, &quiet, sizeof quiet) == 0,
                         strcmp(pose->id, "neutral") == 0);
        const char *left = strstr(pose->id, "_left");
        if (!left) {
            continue;
        }
        char id[64];
        text_format(id, sizeof id, "%.*s_right", (int)(left - pose->id), pose->id);
        const struct pose *other = shared_pose(shared, id);
        assert_non_null(other);
        struct face_units mirrored = face_units_exchanged(&other->units);
        assert_memory_equal(&mirrored, &pose->units, sizeof mirrored);
    }
}

static void routines_are_clean_when_read_strictly(void **state) {
    const struct bench *bench = *state;
    struct file_names names;
    struct error err = {0};
    assert_true(file_list("routines", ".cfg", &names, &err));
    assert_true(names.count >= SHIPPED_COUNT);
    for (int i = 0; i < names.count; i++) {
        char *path = file_join("routines", names.names[i]);
        struct routine routine = {0};
        struct faults faults = {0};
        struct routine_reading reading = {
            .shared = &bench->catalog.shared, .images = "images", .strict = true};
        bool read = routine_file_read(path, &reading, &routine, &faults);
        fail_on_faults(&faults, path);
        assert_true(read);
        routine_free(&routine);
        memory_free(path);
    }
    file_names_free(&names);
}

static void what_must_be_there_is_there(void **state) {
    const struct bench *bench = *state;
    for (int i = 0; i < SHIPPED_COUNT; i++) {
        const struct catalog_entry *entry = catalog_find(&bench->catalog, shipped[i]);
        if (!entry || entry->error) {
            fail_msg("%s: %s", shipped[i], entry ? entry->error : "not there");
        }
    }
}

static void check_spoken(const char *id, const struct step *step, const char *text) {
    if (text && text_length(text) > SPOKEN_MAX) {
        fail_msg("%s, step %d: %zu characters are long to listen to", id, step->number,
                 text_length(text));
    }
}

// Everything can be followed with closed eyes: each step says what to do.
static void check_speech(const struct catalog *catalog) {
    for (int i = 0; i < catalog->count; i++) {
        const struct routine *routine = &catalog->entries[i].routine;
        for (int k = 0; k < routine->step_count; k++) {
            const struct step *step = &routine->steps[k];
            if (!step->say && step->verb != VERB_WAIT && step->verb != VERB_REPEAT) {
                fail_msg("%s, step %d says nothing", routine->id, step->number);
            }
            check_spoken(routine->id, step, step->say);
            check_spoken(routine->id, step, step->tip);
            check_spoken(routine->id, step, step->question);
            for (int word = 0; word < PROFILE_COUNT; word++) {
                check_spoken(routine->id, step, step->say_if[word]);
            }
        }
    }
}

static void every_step_speaks_and_none_too_long(void **state) {
    const struct bench *bench = *state;
    check_speech(&bench->catalog);
    check_speech(&bench->german);
}

// Words that promise, blame or belittle have no place in what is read to a person.
static void check_tone(const char *where, const char *text) {
    static const char *const words[] = {"cured", "healed", "recovered", "failed", "only", "Only",
                                        "should have", "easily", "simply", "!", " we ", "We ",
                                        // and in German
                                        "geheilt", "genesen", "gesundet", "versagt", " nur ",
                                        "Nur ", "einfach", " wir ", "Wir "};
    for (size_t i = 0; text && i < sizeof words / sizeof *words; i++) {
        if (strstr(text, words[i])) {
            fail_msg("%s: \"%s\" has \"%s\" in it", where, text, words[i]);
        }
    }
}

static void check_tones(const struct catalog *catalog) {
    const struct shared *shared = &catalog->shared;
    for (int i = 0; i < catalog->count; i++) {
        const struct routine *routine = &catalog->entries[i].routine;
        check_tone(routine->id, routine->title);
        check_tone(routine->id, routine->summary);
        for (int k = 0; k < routine->step_count; k++) {
            check_tone(routine->id, routine->steps[k].say);
            check_tone(routine->id, routine->steps[k].tip);
            check_tone(routine->id, routine->steps[k].question);
            for (int word = 0; word < PROFILE_COUNT; word++) {
                check_tone(routine->id, routine->steps[k].say_if[word]);
            }
        }
    }
    for (int i = 0; i < shared->caution_count; i++) {
        check_tone(shared->cautions[i].id, shared->cautions[i].text);
    }
    for (int i = 0; i < shared->pose_count; i++) {
        check_tone(shared->poses[i].id, shared->poses[i].how);
        check_tone(shared->poses[i].id, shared->poses[i].avoid);
    }
}

static void the_tone_is_kept(void **state) {
    const struct bench *bench = *state;
    check_tones(&bench->catalog);
    check_tones(&bench->german);
}

// Rounding the lips can pull an eye along: whoever has that is told to breathe out by the nose.
static void check_nose(const struct catalog *catalog, const char *words) {
    static const char *const ids[] = {"breath-478", "breath-sigh"};
    for (int i = 0; i < 2; i++) {
        const struct catalog_entry *entry = catalog_find(catalog, ids[i]);
        assert_non_null(entry);
        const char *say = routine_step(&entry->routine, 2)->say_if[PROFILE_SYNK];
        assert_non_null(say);
        assert_non_null(strstr(strstr(say, ". ") + 2, words));
    }
}

static void long_mouth_breaths_have_a_nose_version(void **state) {
    const struct bench *bench = *state;
    check_nose(&bench->catalog, "ut through the nose");
    check_nose(&bench->german, "urch die Nase aus");
}

static void fields_that_the_catalogue_does_not_count(void **state) {
    const struct bench *bench = *state;
    const struct routine *four = &catalog_find(&bench->catalog, "breath-478")->routine;
    assert_int_equal(four->limit.cycles_max, 8);
    assert_int_equal(four->limit.cycles_first_month, 4);
    assert_true(four->tempo_max == 1.0 && four->tempo_min == 0.5);
    const struct routine *coherent = &catalog_find(&bench->catalog, "breath-coherent")->routine;
    assert_int_equal(coherent->choice_count, 3);
    assert_int_equal(coherent->choices[2], 110);
    const struct routine *warm = &catalog_find(&bench->catalog, "warm-compress")->routine;
    assert_int_equal(warm->limit.gap_hours, 2);
    const struct routine *ten = &catalog_find(&bench->catalog, "med-breath-10")->routine;
    assert_int_equal(routine_step(ten, 2)->bell_every_ms, 60000);
}

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
    if (!entry) {
        print_message("not shipped yet: %s\n", id);
        bench->absent++;
        return;
    }
    assert_null(entry->error);
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
        if (bench->routine) {
            check_row(bench, key, value);
        }
    }
    fclose(table);
    end_routine(bench);
    assert_int_equal(routines, 36);
    assert_int_equal(routines - bench->absent, bench->catalog.count);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(shared_catalogues_are_clean),
        cmocka_unit_test_setup_teardown(poses_are_whole_and_mirrored, set_up, tear_down),
        cmocka_unit_test_setup_teardown(routines_are_clean_when_read_strictly, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_must_be_there_is_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_step_speaks_and_none_too_long, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_tone_is_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_mouth_breaths_have_a_nose_version, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fields_that_the_catalogue_does_not_count, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(routines_are_what_the_catalogue_says, set_up, tear_down),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
