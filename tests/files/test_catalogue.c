// SPDX-License-Identifier: MIT
#include <math.h>

#include "files/catalogue_bench.h"

// The shipped routines against what a voice needs.

enum { SPOKEN_MAX = 160 };

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
        bool moves = false;
        for (int unit = 0; unit < UNIT_COUNT; unit++) {
            const double *strength = pose->units.strength[unit];
            moves = moves || fabs(strength[FACE_LEFT]) > 0 || fabs(strength[FACE_RIGHT]) > 0;
        }
        assert_int_equal(moves, strcmp(pose->id, "neutral") != 0);
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
    assert_int_equal(names.count, bench->catalog.count);
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
        check_tone(routine->id, routine->summary); // titles are the catalogue's own
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
    static const char *const ids[] = {"breath-478", "breath-sigh", "breath-pursed"};
    for (int i = 0; i < 3; i++) {
        const struct catalog_entry *entry = catalog_find(catalog, ids[i]);
        assert_non_null(entry);
        const char *say = routine_step(&entry->routine, 2)->say_if[PROFILE_SYNK];
        assert_non_null(say);
        assert_non_null(strstr(say, words));
    }
}

static void long_mouth_breaths_have_a_nose_version(void **state) {
    const struct bench *bench = *state;
    check_nose(&bench->catalog, "ut through the nose");
    check_nose(&bench->german, "urch die Nase aus");
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(shared_catalogues_are_clean),
        cmocka_unit_test_setup_teardown(poses_are_whole_and_mirrored, set_up, tear_down),
        cmocka_unit_test_setup_teardown(routines_are_clean_when_read_strictly, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_step_speaks_and_none_too_long, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_tone_is_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_mouth_breaths_have_a_nose_version, set_up, tear_down),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
