// SPDX-License-Identifier: MIT
#include "routine_fixture.h"

#include <unistd.h>

#include "base/file.h"
#include "german.h"

// Everything a routine file can say, once.
static const char *const everything =
    "format = 1;\n"
    "title = \"All of it\"; title_de = \"Alles\";\n"
    "category = \"compress-warm\";\n"
    "summary = \"Every key.\"; summary_de = \"Jeder Schl\xC3\xBCssel.\";\n"
    "author = \"A. Therapist\"; revised = \"2024-02-29\";\n"
    "reviewed_by = \"B. Clinician\"; reviewed_on = \"2026-11-21\";\n"
    "sources = [ \"S1\", \"S2\" ];\n"
    "cautions = [ \"C1\", \"Mind the dog.\" ];\n"
    "gates = { synk = \"small\"; palsy-weak = \"plan\"; toxin-24h = \"open\"; };\n"
    "limit = { per_day = 4; gap_hours = 2; };\n"
    "ambience = \"rain-2\";\n"
    "tempo = { min = 0.5; max = 1.25; };\n"
    "rate = false;\n"
    "range = { reps = [ 3, 10 ]; hold = [ 3.0, 10.5 ]; };\n"
    "choices = { cycles = [ 28, 55, 110 ]; };\n"
    "steps = (\n"
    "  { name = \"Sit\"; name_de = \"Sitzen\"; seconds = 20.5; bell_every = 5; say = \"Sit.\";\n"
    "    say_de = \"Sitz.\"; tip = \"Softly.\"; image = \"near.png\"; show = \"far\"; own = "
    "\"trick\";\n"
    "    optional = true; small = false; skippable = false; not_for = [ \"hfs\", \"bsp\" ];\n"
    "    say_if = { synk = \"Through the nose.\"; synk_de = \"Durch die Nase.\"; }; },\n"
    "  { name = \"Breathe\"; breathe = { in = 4; top_up = 1; hold = 2; out = 6.5; rest = 0.1; };\n"
    "    cycles = 3; },\n"
    "  { name = \"Twice\"; repeat = 2; steps = (\n"
    "    { name = \"Smile\"; exercise = \"smile\"; side = \"alternate\"; effort = 2; reps = 5; "
    "move = 4;\n"
    "      hold = 5; release = 3; rest = 12; mode = \"assist\"; mirror = \"required\"; pace = "
    "\"mine\"; },\n"
    "    { name = \"Thrice\"; repeat = 3; steps = ( { name = \"Turn\"; exercise = \"neck_turn\";\n"
    "      side = \"left\"; hold = 8; } ); },\n"
    "    { name = \"Look\"; wait = \"Is the skin fine?\"; awake = 30; } ); },\n"
    "  { name = \"Knead\"; massage = [ \"temple\", \"chin\" ]; seconds = 60; side = \"affected\"; "
    "strokes = 30; circles = true; },\n"
    "  { name = \"Press\"; massage = \"masseter\"; reps = 6; hold = 8; rest = 2; },\n"
    "  { name = \"Warm\"; compress = \"warm\"; area = \"eye-rim\"; seconds = 300; },\n"
    "  { name = \"Scan\"; scan = \"jaw-tongue\"; seconds = 45; }\n"
    ");\n";

static void test_head_of_a_routine(void **state) {
    struct routine routine = read_good(*state, everything, NULL);
    assert_string_equal(routine.id, "all-of-it");
    assert_string_equal(routine.folder, ((struct fixture *)*state)->folder);
    assert_string_equal(routine.title, "All of it");
    assert_string_equal(routine.summary, "Every key.");
    assert_string_equal(routine.author, "A. Therapist");
    assert_string_equal(routine.revised, "2024-02-29");
    assert_string_equal(routine.reviewed_by, "B. Clinician");
    assert_string_equal(routine.reviewed_on, "2026-11-21");
    assert_string_equal(routine.ambience, "rain-2");
    assert_int_equal(routine.category, CATEGORY_COMPRESS_WARM);
    assert_int_equal(routine.source_count, 2);
    assert_string_equal(routine.sources[1], "S2");
    assert_int_equal(routine.caution_count, 2);
    assert_string_equal(routine.cautions[0], "C1");
    assert_string_equal(routine.cautions[1], "Mind the dog.");
    assert_true(routine.has_gates);
    for (int word = 0; word < PROFILE_COUNT; word++) {
        enum gate_word expected = word == PROFILE_SYNK         ? GATE_SMALL
                                  : word == PROFILE_PALSY_WEAK ? GATE_PLAN
                                  : word == PROFILE_TOXIN_24H  ? GATE_OPEN
                                                               : GATE_CLOSED;
        assert_int_equal(routine.gates[word], expected);
    }
    assert_int_equal(routine.limit.per_day, 4);
    assert_int_equal(routine.limit.gap_hours, 2);
    assert_int_equal(routine.limit.cycles_max, 0);
    assert_true(routine.tempo_min == 0.5 && routine.tempo_max == 1.25 && routine.tempo_given);
    assert_false(routine.rate);
    assert_int_equal(routine.range.reps_min, 3);
    assert_int_equal(routine.range.reps_max, 10);
    assert_int_equal(routine.range.hold_min_ms, 3000);
    assert_int_equal(routine.range.hold_max_ms, 10500);
    assert_int_equal(routine.choice_count, 3);
    assert_int_equal(routine.choices[2], 110);
    routine_free(&routine);
}

static void test_steps_depth_first(void **state) {
    struct routine routine = read_good(*state, everything, NULL);
    static const struct {
        const char *name;
        enum verb verb;
        int line, inner;
    } expected[] = {
        {"Sit", VERB_SECONDS, 17, 0},   {"Breathe", VERB_BREATHE, 21, 0},
        {"Twice", VERB_REPEAT, 23, 4},  {"Smile", VERB_EXERCISE, 24, 0},
        {"Thrice", VERB_REPEAT, 26, 1}, {"Turn", VERB_EXERCISE, 26, 0},
        {"Look", VERB_WAIT, 28, 0},     {"Knead", VERB_MASSAGE, 29, 0},
        {"Press", VERB_MASSAGE, 30, 0}, {"Warm", VERB_COMPRESS, 31, 0},
        {"Scan", VERB_SCAN, 32, 0},
    };
    assert_int_equal(routine.step_count, 11);
    for (int index = 0; index < routine.step_count; index++) {
        const struct step *step = &routine.steps[index];
        assert_int_equal(step->number, index + 1);
        assert_string_equal(step->name, expected[index].name);
        assert_int_equal(step->verb, expected[index].verb);
        assert_int_equal(step->line, expected[index].line);
        assert_int_equal(step->inner, expected[index].inner);
    }
    assert_int_equal(routine.steps[2].count, 2);
    assert_int_equal(routine.steps[4].count, 3);
    routine_free(&routine);
}

static void test_what_any_step_may_say(void **state) {
    struct fixture *fixture = *state;
    char path[SCRATCH_PATH_MAX];
    struct routine routine = read_good(fixture, everything, NULL);
    const struct step *step = routine_step(&routine, 1);
    assert_int_equal(step->length_ms, 20500);
    assert_int_equal(step->bell_every_ms, 5000);
    assert_string_equal(step->say, "Sit.");
    assert_string_equal(step->tip, "Softly.");
    char *real = realpath(scratch_path(path, fixture->folder, "near.png"), NULL);
    assert_string_equal(step->image, real);
    free(real);
    assert_string_equal(step->show, "far");
    assert_string_equal(step->own, "trick");
    assert_true(step->optional && !step->in_small_dose && !step->skippable);
    assert_int_equal(step->not_for, 1U << PROFILE_HFS | 1U << PROFILE_BSP);
    assert_string_equal(step->say_if[PROFILE_SYNK], "Through the nose.");
    assert_null(step->say_if[PROFILE_HFS]);
    assert_int_equal(step->side, SIDE_NONE);
    const struct step *plain = routine_step(&routine, 2);
    assert_true(!plain->optional && plain->in_small_dose && plain->skippable);
    assert_true(!plain->say && !plain->tip && !plain->image && !plain->show && !plain->own);
    assert_int_equal(plain->not_for, 0);
    assert_int_equal(plain->mirror, MIRROR_NONE);
    routine_free(&routine);
}

static void test_verbs(void **state) {
    struct routine routine = read_good(*state, everything, NULL);
    const struct step *breathe = routine_step(&routine, 2);
    assert_int_equal(breathe->count, 3);
    assert_int_equal(breathe->breath.in_ms, 4000);
    assert_int_equal(breathe->breath.top_up_ms, 1000);
    assert_int_equal(breathe->breath.hold_ms, 2000);
    assert_int_equal(breathe->breath.out_ms, 6500);
    assert_int_equal(breathe->breath.rest_ms, 100);
    const struct step *smile = routine_step(&routine, 4);
    assert_string_equal(smile->pose, "smile");
    assert_int_equal(smile->moves, MOVES_FACE);
    assert_int_equal(smile->side, SIDE_ALTERNATE);
    assert_int_equal(smile->effort, 2);
    assert_int_equal(smile->count, 5);
    assert_int_equal(smile->movement.move_ms, 4000);
    assert_int_equal(smile->movement.hold_ms, 5000);
    assert_int_equal(smile->movement.release_ms, 3000);
    assert_int_equal(smile->movement.rest_ms, 12000);
    assert_int_equal(smile->mode, MODE_ASSIST);
    assert_int_equal(smile->mirror, MIRROR_REQUIRED);
    assert_true(smile->pace_mine);
    const struct step *turn = routine_step(&routine, 6);
    assert_int_equal(turn->moves, MOVES_BODY);
    assert_int_equal(turn->side, SIDE_LEFT);
    assert_int_equal(turn->effort, -1);
    assert_int_equal(turn->count, 1);
    assert_int_equal(turn->movement.move_ms, 0);
    assert_false(turn->pace_mine);
    const struct step *look = routine_step(&routine, 7);
    assert_string_equal(look->question, "Is the skin fine?");
    assert_int_equal(look->awake_ms, 30000);
    const struct step *knead = routine_step(&routine, 8);
    assert_int_equal(knead->area_count, 2);
    assert_int_equal(knead->areas[0], AREA_TEMPLE);
    assert_int_equal(knead->areas[1], AREA_CHIN);
    assert_int_equal(knead->length_ms, 60000);
    assert_int_equal(knead->side, SIDE_AFFECTED);
    assert_int_equal(knead->strokes, 30);
    assert_true(knead->circles);
    assert_false(knead->by_repetition);
    const struct step *press = routine_step(&routine, 9);
    assert_true(press->by_repetition);
    assert_false(press->circles);
    assert_int_equal(press->count, 6);
    assert_int_equal(press->movement.hold_ms, 8000);
    assert_int_equal(press->side, SIDE_BOTH);
    const struct step *warm = routine_step(&routine, 10);
    assert_int_equal(warm->temperature, TEMPERATURE_WARM);
    assert_int_equal(warm->compress_area, COMPRESS_EYE_RIM);
    assert_int_equal(warm->length_ms, 300000);
    const struct step *scan = routine_step(&routine, 11);
    assert_int_equal(scan->region, REGION_JAW_TONGUE);
    assert_int_equal(scan->compress_area, -1);
    routine_free(&routine);
}

static void test_another_language(void **state) {
    struct routine_reading german = {.language = "de"};
    struct routine routine = read_good(*state, everything, &german);
    assert_string_equal(routine.title, "Alles");
    assert_string_equal(routine.summary, "Jeder Schl\xC3\xBCssel.");
    assert_string_equal(routine.steps[0].name, "Sitzen");
    assert_string_equal(routine.steps[0].say, "Sitz.");
    assert_string_equal(routine.steps[0].tip, "Softly."); // not translated: as it is
    assert_string_equal(routine.steps[0].say_if[PROFILE_SYNK], "Durch die Nase.");
    assert_string_equal(routine.steps[1].name, "Breathe");
    routine_free(&routine);
    struct routine_reading french = {.language = "fr"};
    routine = read_good(*state, everything, &french);
    assert_string_equal(routine.title, "All of it");
    routine_free(&routine);
}

static const char *const one_step = "{ name = \"A\"; seconds = 60; }";

static void test_defaults(void **state) {
    char text[1000];
    for (int category = 0; category < CATEGORY_COUNT; category++) {
        small_file(text, sizeof text, category_words[category], "", one_step);
        struct routine routine = read_good(*state, text, NULL);
        assert_int_equal(routine.category, category);
        assert_false(routine.has_gates);
        assert_int_equal(routine.rate, category != CATEGORY_SCREEN_BREAK);
        bool breathing = category == CATEGORY_BREATHING;
        assert_true(routine.tempo_min == (breathing ? 0.5 : 1.0));
        assert_true(routine.tempo_max == (breathing ? 1.5 : 1.0));
        assert_false(routine.tempo_given);
        assert_true(!routine.ambience && !routine.reviewed_by && !routine.reviewed_on);
        assert_int_equal(routine.choice_count, 0);
        assert_int_equal(routine.range.reps_max, 0);
        routine_free(&routine);
    }
}

// Without gates a file of one's own is open, but never above what its category asks of everybody.
static void test_gates_of_the_category(void **state) {
    static const char *const rows[CATEGORY_COUNT] = {
        [CATEGORY_ROM] = "open small small closed open plan small plan",
        [CATEGORY_STRENGTHENING] = "plan plan plan plan plan closed plan closed",
        [CATEGORY_NMR] = "small small small open open plan small plan",
    };
    char text[1000];
    for (int category = 0; category < CATEGORY_COUNT; category++) {
        struct text_builder found = {0};
        small_file(text, sizeof text, category_words[category], "", one_step);
        struct routine routine = read_good(*state, text, NULL);
        for (int word = 0; word < PROFILE_COUNT; word++) {
            text_add_format(&found, "%s%s", word ? " " : "", gate_words[routine.gates[word]]);
        }
        assert_string_equal(found.text, rows[category] ? rows[category]
                                                       : "open open open open open open open open");
        text_builder_free(&found);
        routine_free(&routine);
    }
}

static void test_all_gates_at_once(void **state) {
    char text[1000];
    small_file(text, sizeof text, "rom", "gates = { all = \"plan\"; };", one_step);
    struct routine routine = read_good(*state, text, NULL);
    for (int word = 0; word < PROFILE_COUNT; word++) {
        assert_int_equal(routine.gates[word], GATE_PLAN);
    }
    routine_free(&routine);
}

static void test_seconds_become_milliseconds(void **state) {
    static const struct {
        const char *written;
        int64_t ms;
    } cases[] = {{"0.1", 100},         {"3600", 3600000}, {"5.5", 5500},    {"0.1004", 100},
                 {"2.0006", 2001},     {"1e2", 100000},   {"4.9999", 5000}, {"3599.9996", 3600000},
                 {"0.100500001", 101}, {"8.2", 8200},     {"1.001", 1001},  {"10L", 10000}};
    char text[1000], steps[100];
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        text_format(steps, sizeof steps, "{ name = \"A\"; seconds = %s; }", cases[index].written);
        small_file(text, sizeof text, "meditation", "", steps);
        struct routine routine = read_good(*state, text, NULL);
        assert_int_equal(routine.steps[0].length_ms, cases[index].ms);
        routine_free(&routine);
    }
}

static void test_the_same_in_a_german_locale(void **state) {
    struct fixture *fixture = *state;
    german_make(fixture->folder);
    struct routine routine = read_good(fixture, everything, NULL);
    assert_int_equal(routine.steps[0].length_ms, 20500);
    assert_int_equal(routine.steps[1].breath.out_ms, 6500);
    assert_true(routine.tempo_max == 1.25);
    assert_int_equal(routine.range.hold_max_ms, 10500);
    routine_free(&routine);
    char text[1000];
    struct faults faults = {0};
    small_file(text, sizeof text, "meditation", "", "{ name = \"A\"; seconds = 0.05; }");
    assert_false(read_text(fixture, text, NULL, &routine, &faults));
    assert_faults(&faults, "5: error: steps[1].seconds: 0.05 is below 0.1\n");
    german_leave();
}

static void test_pictures(void **state) {
    struct fixture *fixture = *state;
    char text[1000], images[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    assert_int_equal(mkdir(scratch_path(images, fixture->folder, "images"), 0700), 0);
    scratch_put(scratch_path(path, images, "far.SVG"), "x", 1);
    scratch_put(scratch_path(path, images, "near.png"), "x", 1);
    struct routine_reading reading = {.images = images};
    small_file(text, sizeof text, "meditation", "",
               "{ name = \"A\"; seconds = 5; image = \"far.SVG\"; },\n"
               "{ name = \"A\"; seconds = 5; image = \"near.png\"; },\n"
               "{ name = \"A\"; seconds = 5; image = \"images/far.SVG\"; }");
    struct routine routine = read_good(fixture, text, &reading);
    assert_non_null(strstr(routine.steps[0].image, "/images/far.SVG"));
    assert_null(strstr(routine.steps[1].image, "/images/")); // beside the file comes first
    assert_int_equal(access(routine.steps[2].image, R_OK), 0);
    routine_free(&routine);
}

// The routines we ship are clean under the strictest eye.
static void test_shipped_routines(void **state) {
    (void)state;
    struct shared shared = {0};
    struct file_names names;
    struct error err;
    shared_read_folder("routines/shared", &shared);
    assert_true(file_list("routines", ".cfg", &names, &err));
    assert_true(names.count > 0);
    for (int index = 0; index < names.count; index++) {
        struct routine_reading reading = {.shared = &shared, .images = "images", .strict = true};
        struct faults faults = {0};
        char path[SCRATCH_PATH_MAX];
        struct routine routine;
        scratch_path(path, "routines", names.names[index]);
        bool good = routine_file_read(path, &reading, &routine, &faults);
        assert_faults(&faults, "");
        assert_true(good && routine.has_gates);
        assert_string_equal(routine.folder, "routines");
        routine_free(&routine);
    }
    file_names_free(&names);
    shared_free(&shared);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_head_of_a_routine, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_steps_depth_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_any_step_may_say, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_verbs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_another_language, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_gates_of_the_category, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_all_gates_at_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_seconds_become_milliseconds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_same_in_a_german_locale, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pictures, set_up, tear_down),
        cmocka_unit_test(test_shipped_routines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
