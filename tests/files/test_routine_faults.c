// SPDX-License-Identifier: MIT
#include "routine_fixture.h"

#include "base/file.h"
#include "files/plan_file.h"

// What is said of routine files that are not right: warnings, the limits of the whole, and every
// file of tests/bad.

static void test_strict_warns_more(void **state) {
    struct routine_reading strict = {.strict = true};
    struct routine routine;
    struct faults faults = {0};
    char text[2000], steps[600], sentence[200];
    memset(sentence, 'x', 161);
    sentence[161] = '\0';
    text_format(steps, sizeof steps,
                "{ name = \"A\"; seconds = 60;\nsay = \"%s\"; },\n"
                "{ name = \"B\";\nwait = \"%s\"; }",
                sentence, sentence + 1);
    small_file(text, sizeof text, "meditation", "", steps);
    assert_true(read_text(*state, text, &strict, &routine, &faults));
    assert_faults(&faults, "1: warning: gates: missing\n"
                           "6: warning: steps[1].say: 161 characters are long to listen to; 160 "
                           "are ten seconds\n");
    routine_free(&routine);
    routine = read_good(*state, text, NULL); // without strict not a word
    routine_free(&routine);
}

// Whatever a voice may be given, in whichever language the file is read; a tip is read by the eye.
static void test_strict_hears_every_language(void **state) {
    static const struct {
        const char *before, *after, *key;
    } cases[] = {
        {"{ name = \"A\"; seconds = 60;\nsay = \"In.\"; say_de = \"", "\"; }", "say_de"},
        {"{ name = \"A\"; seconds = 60;\nsay_if = { synk = \"", "\"; }; }", "say_if.synk"},
        {"{ name = \"A\"; seconds = 60;\nsay_if = { hfs = \"In.\"; hfs_de = \"", "\"; }; }",
         "say_if.hfs_de"},
        {"{ name = \"A\"; seconds = 60; },\n{ name = \"B\"; wait = \"Now?\"; wait_de = \"", "\"; }",
         "wait_de"},
        {"{ name = \"A\"; seconds = 60;\ntip = \"", "\"; }", NULL},
    };
    char sentence[200], step[600], text[2000], expected[200];
    memset(sentence, 'x', 161);
    sentence[161] = '\0';
    for (size_t index = 0; index < 2 * (sizeof cases / sizeof *cases); index++) {
        struct routine_reading strict = {.strict = true, .language = index % 2 ? "de" : NULL};
        struct routine routine;
        struct faults faults = {0};
        const char *key = cases[index / 2].key;
        int number = key && strstr(key, "wait") ? 2 : 1;
        text_format(step, sizeof step, "%s%s%s", cases[index / 2].before, sentence,
                    cases[index / 2].after);
        small_file(text, sizeof text, "meditation", "gates = { all = \"open\"; };\n", step);
        text_format(expected, sizeof expected,
                    "7: warning: steps[%d].%s: 161 characters are long to listen to; 160 are ten "
                    "seconds\n",
                    number, key ? key : "");
        assert_true(read_text(*state, text, &strict, &routine, &faults));
        assert_faults(&faults, key ? expected : "");
        routine_free(&routine);
    }
}

static void test_warnings(void **state) {
    static const struct {
        const char *step, *expected;
    } cases[] = {
        {"{ name = \"A\"; exercise = \"smile\"; side = \"alternate\"; reps = 2; hold = 5; }",
         "5: warning: steps[1].rest: 0 between left and right\n"},
        {"{ name = \"A\"; massage = \"chin\"; side = \"alternate\"; reps = 2;\nhold = 5; }",
         "5: warning: steps[1].rest: 0 between left and right\n"},
        {"{ name = \"A\"; exercise = \"smile\"; side = \"alternate\"; hold = 5; }",
         "5: warning: steps[1].reps: 1 alternating repetition leaves the right side out\n"},
        {"{ name = \"A\";\nbreathe = { in = 4; hold = 4; rest = 4; }; }",
         "6: warning: steps[1].breathe: hold and rest follow each other with the same sound\n"},
        {"{ name = \"A\"; breathe = { hold = 4; out = 6; rest = 2; }; cycles = 2; }",
         "5: warning: steps[1].breathe: hold and rest follow each other with the same sound\n"},
        {"{ name = \"A\"; exercise = \"smile\"; side = \"left\"; hold = 5; },\n"
         "{ name = \"B\"; exercise = \"smile\"; side = \"right\"; hold = 5; }",
         "5: warning: steps[1].rest: 0 between left and right\n"},
        {"{ name = \"A\"; exercise = \"smile\"; side = \"right\"; hold = 5; },\n"
         "{ name = \"B\"; exercise = \"smile\"; side = \"left\"; hold = 5; }",
         "5: warning: steps[1].rest: 0 between left and right\n"},
        {"{ name = \"A\"; massage = \"chin\"; side = \"left\"; seconds = 5; },\n"
         "{ name = \"B\"; massage = \"chin\"; side = \"right\"; seconds = 5; }",
         ""},
        {"{ name = \"A\"; exercise = \"jaw_left\"; hold = 5; },\n"
         "{ name = \"B\"; massage = \"chin\"; side = \"right\"; hold = 5; }",
         "5: warning: steps[1].rest: 0 between left and right\n"},
        {"{ name = \"A\"; repeat = 2; steps = (\n"
         "{ name = \"B\"; exercise = \"smile\"; side = \"affected\"; hold = 5; },\n"
         "{ name = \"C\"; exercise = \"smile\"; side = \"healthy\"; hold = 5; } ); }",
         "6: warning: steps[2].rest: 0 between left and right\n"},
        {"{ name = \"A\"; seconds = 10;\nbell_every = 10; }",
         "6: warning: steps[1].bell_every: not before the end of the step, so no bell sounds\n"},
        {"{ name = \"A\"; exercise = \"smile\"; side = \"each\"; reps = 2; hold = 5; }", ""},
        {"{ name = \"A\"; breathe = { hold = 4; out = 6; rest = 2; }; }", ""},
        {"{ name = \"A\"; breathe = { top_up = 1; hold = 4; out = 6; rest = 2; }; cycles = 2; }",
         ""},
        {"{ name = \"A\"; exercise = \"smile\"; side = \"left\"; hold = 5; rest = 1; },\n"
         "{ name = \"B\"; exercise = \"smile\"; side = \"right\"; hold = 5; }",
         ""},
        {"{ name = \"A\"; exercise = \"smile\"; side = \"left\"; hold = 5; },\n"
         "{ name = \"B\"; exercise = \"smile\"; side = \"left\"; hold = 5; }",
         ""},
        {"{ name = \"A\"; exercise = \"smile\"; side = \"left\"; hold = 5; },\n"
         "{ name = \"B\"; seconds = 2; },\n"
         "{ name = \"C\"; exercise = \"smile\"; side = \"right\"; hold = 5; }",
         ""},
        {"{ name = \"A\"; breathe = { in = 4; hold = 4; out = 4; rest = 4; }; }", ""},
        {"{ name = \"A\"; seconds = 10; bell_every = 9.9; }", ""},
    };
    char text[1000];
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        struct routine routine;
        struct faults faults = {0};
        small_file(text, sizeof text, "rom", "", cases[index].step);
        assert_true(read_text(*state, text, NULL, &routine, &faults)); // warnings alone are fine
        assert_faults(&faults, cases[index].expected);
        routine_free(&routine);
    }
}

// Limits of the whole: what is just allowed, and one more.
static void test_limits_of_the_whole(void **state) {
    static const struct {
        const char *step, *expected;
    } cases[] = {
        {"{ name = \"A\"; repeat = 4; steps = ( { name = \"B\"; seconds = 3600; } ); }", ""},
        {"{ name = \"A\"; repeat = 4; steps = ( { name = \"B\"; seconds = 3600; } ); },\n"
         "{ name = \"C\"; seconds = 0.1; }",
         "1: error: the whole is too long: at most 4 hours and 20000 segments\n"},
        {"{ name = \"A\"; repeat = 100; steps = ( { name = \"B\"; breathe = { in = 0.1; }; cycles "
         "= "
         "200; } ); }",
         ""},
        {"{ name = \"A\"; repeat = 101; steps = ( { name = \"B\"; breathe = { in = 0.1; }; cycles "
         "= "
         "200; } ); }",
         "1: error: the whole is too long: at most 4 hours and 20000 segments\n"},
        {"{ name = \"1\"; repeat = 2; steps = ( { name = \"2\"; repeat = 2; steps = ( { name = "
         "\"3\"; repeat = 2; steps = ( { name = \"4\"; repeat = 2; steps = ( { name = \"5\"; "
         "seconds "
         "= 1; } ); } ); } ); } ); }",
         ""},
    };
    char text[2000];
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        struct routine routine;
        struct faults faults = {0};
        small_file(text, sizeof text, "breathing", "", cases[index].step);
        assert_int_equal(read_text(*state, text, NULL, &routine, &faults),
                         cases[index].expected[0] == '\0');
        assert_faults(&faults, cases[index].expected);
        routine_free(&routine);
    }
}

static void test_number_of_steps(void **state) {
    for (int count = ROUTINE_STEPS_MAX; count <= ROUTINE_STEPS_MAX + 1; count++) {
        struct text_builder steps = {0};
        for (int index = 0; index < count; index++) {
            text_add_format(&steps, "%s{ name = \"A\"; seconds = 1; }", index ? ",\n" : "");
        }
        size_t size = steps.length + 1000;
        char *text = memory_new(size, 1);
        struct routine routine;
        struct faults faults = {0};
        small_file(text, size, "meditation", "", steps.text);
        bool good = read_text(*state, text, NULL, &routine, &faults);
        assert_int_equal(good, count == ROUTINE_STEPS_MAX);
        assert_int_equal(good ? routine.step_count : 0, good ? count : 0);
        assert_faults(&faults, good ? "" : "517: error: steps: more than 512 steps\n");
        routine_free(&routine);
        text_builder_free(&steps);
        memory_free(text);
    }
}

// A fault that leaves the form of a file alone hides no other, and its own line is told once.
static void test_number_too_large_hides_nothing(void **state) {
    struct routine routine;
    struct faults faults = {0};
    char text[1000];
    small_file(text, sizeof text, "meditation", "rate = 5;\nlimit = { per_day = 4294967301; };",
               "{ name = \"A\"; seconds = 0; },\n{ name = \"\\q\"; }");
    assert_false(read_text(*state, text, NULL, &routine, &faults));
    assert_faults(&faults,
                  "3: error: rate: must be true or false, without quotes\n"
                  "4: error: 4294967301 does not fit; a whole number lies between -2147483648 and "
                  "2147483647\n"
                  "6: error: steps[1].seconds: 0 is below 0.1\n"
                  "7: error: \\q is no escape; a \\ before a character is only known for \\\" and "
                  "\\\\\n"
                  "7: error: steps[2]: says not what to do: one of seconds, breathe, exercise, "
                  "massage, compress, scan, wait and repeat is missing\n");
}

// Only what stands on the line itself is uncertain then: a missing key is missing, and a mere
// warning hides nothing.
static void test_what_a_line_does_not_hide(void **state) {
    struct routine routine;
    struct faults faults = {0};
    assert_false(
        read_text(*state,
                  "format = 4294967301;\ntitle = \"T\"; category = \"rom\"; author = \"A\";\n"
                  "revised = \"2026-11-21\"; cautions = [ ];\nsources = [ \"S1\" \"S2\" ];\n"
                  "steps = ( { name = \"A\"; seconds = 5; } );\n",
                  NULL, &routine, &faults));
    assert_faults(&faults,
                  "1: error: 4294967301 does not fit; a whole number lies between -2147483648 and "
                  "2147483647\n"
                  "1: error: summary: missing\n"
                  "4: warning: no comma before this text, so it is joined to the one before\n"
                  "4: error: sources[1]: there is no source \"S1S2\"\n");
}

// A routine, or a plan where the name says so.
static bool read_bad(const char *path, const char *name, const struct catalog *catalog,
                     struct faults *faults) {
    bool good;
    if (strncmp(name, "plan-", 5) == 0) {
        struct plan_reading reading = {.catalog = catalog};
        struct plan_file plan;
        good = plan_file_read(path, &reading, &plan, faults);
        plan_file_free(&plan);
    } else {
        struct routine_reading reading = {.shared = &catalog->shared, .images = "images"};
        struct routine routine;
        good = routine_file_read(path, &reading, &routine, faults);
        routine_free(&routine);
    }
    return good;
}

// All of tests/bad, with the messages that tests/test_bad.sh wants from the program.
static void test_bad_files(void **state) {
    (void)state;
    struct catalog catalog;
    struct file_names names;
    struct error err;
    catalog_read("routines", NULL, "images", NULL, &catalog);
    assert_true(file_list("tests/bad", ".cfg", &names, &err));
    assert_true(names.count >= 80);
    for (int index = 0; index < names.count; index++) {
        struct faults faults = {0};
        struct bytes expected = {0};
        struct text_builder found = {0};
        char path[SCRATCH_PATH_MAX];
        const char *name = names.names[index];
        scratch_path(path, "tests/bad", name);
        bool good = read_bad(path, name, &catalog, &faults);
        assert_int_equal(good, faults.errors == 0);
        faults_sort(&faults);
        for (int fault = 0; fault < faults.count; fault++) {
            char *text = fault_text(&faults.items[fault], name);
            text_add_format(&found, "%s\n", text);
            memory_free(text);
        }
        text_format(path, sizeof path, "tests/bad/%.*s.expect", (int)strlen(name) - 4, name);
        assert_true(file_read(path, 100000, &expected, &err));
        assert_string_equal(found.text ? found.text : "", expected.data);
        text_builder_free(&found);
        bytes_free(&expected);
        faults_free(&faults);
    }
    file_names_free(&names);
    catalog_free(&catalog);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_strict_warns_more, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_strict_hears_every_language, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_warnings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_limits_of_the_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_number_of_steps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_number_too_large_hides_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_a_line_does_not_hide, set_up, tear_down),
        cmocka_unit_test(test_bad_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
