// SPDX-License-Identifier: MIT
#include "faulty.h"

#include <unistd.h>

#include "files/shared.h"
#include "scratch.h"

static bool read_text(const char *text, struct shared *shared, struct faults *faults) {
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    scratch_path(path, scratch_make(folder), "list.cfg");
    scratch_put(path, text, strlen(text));
    bool good = shared_read(path, shared, faults);
    scratch_remove(folder);
    return good;
}

static const char *const good_poses =
    "poses = (\n"
    "  { id = \"smile_left\"; title = \"Smile\"; title_de = \"L\xC3\xA4"
    "cheln\";\n"
    "    muscles = [ \"zygomaticus major\", \"risorius\" ]; moves = \"face\";\n"
    "    units = ( { unit = \"AU12\"; left = 0.8; right = 0; }, { unit = \"turn\"; left = -0.5; } "
    ");\n"
    "    how = \"Softly.\"; avoid = \"No force.\"; },\n"
    "  { id = \"neutral\"; title = \"At rest\"; moves = \"face\"; units = ( ); },\n"
    "  { id = \"jaw_open\"; title = \"Jaw\"; moves = \"jaw\"; units = ( { unit = \"AU27\"; left = "
    "1; "
    "right = 1; } ); }\n"
    ");\n";

static void test_poses_are_read(void **state) {
    (void)state;
    struct shared shared = {0};
    struct faults faults = {0};
    assert_true(read_text(good_poses, &shared, &faults));
    assert_faults(&faults, "");
    assert_int_equal(shared.pose_count, 3);
    const struct pose *smile = shared_pose(&shared, "smile_left");
    assert_non_null(smile);
    assert_string_equal(smile->title, "Smile");
    assert_string_equal(smile->how, "Softly.");
    assert_string_equal(smile->avoid, "No force.");
    assert_int_equal(smile->muscle_count, 2);
    assert_int_equal(smile->muscles[1], MUSCLE_RISORIUS);
    assert_int_equal(smile->moves, MOVES_FACE);
    assert_true(smile->one_sided);
    assert_false(smile->scene);
    const struct face_units quiet = {0};
    assert_true(smile->units.strength[UNIT_AU12][FACE_LEFT] == 0.8);
    assert_true(smile->units.strength[UNIT_AU12][FACE_RIGHT] == 0.0);
    // A unit without sides has on both what is written for one.
    assert_true(smile->units.strength[UNIT_TURN][FACE_LEFT] == -0.5);
    assert_true(smile->units.strength[UNIT_TURN][FACE_RIGHT] == -0.5);
    const struct pose *neutral = shared_pose(&shared, "neutral");
    assert_true(neutral && !neutral->one_sided && !neutral->scene);
    assert_memory_equal(&neutral->units, &quiet, sizeof quiet);
    assert_int_equal(shared_pose(&shared, "jaw_open")->moves, MOVES_JAW);
    assert_null(shared_pose(&shared, "smile"));
    shared_free(&shared);
    assert_null(shared_pose(&shared, "jaw_open"));
}

static void test_titles_in_another_language(void **state) {
    (void)state;
    struct shared shared = {.language = "de"};
    struct faults faults = {0};
    assert_true(read_text(good_poses, &shared, &faults));
    assert_faults(&faults, "");
    assert_string_equal(shared_pose(&shared, "smile_left")->title, "L\xC3\xA4"
                                                                   "cheln");
    assert_string_equal(shared_pose(&shared, "neutral")->title, "At rest");
    shared_free(&shared);
}

static void test_scenes_are_always_there(void **state) {
    (void)state;
    static const char *const names[] = {
        "far",    "drink", "palming",   "shoulders", "hands",      "arms",
        "legs",   "belly", "chest",     "body",      "skin-check", "thighs",
        "calves", "feet",  "neck_turn", "neck_tilt", "chin_tuck",  "shoulder_roll"};
    struct shared shared = {0};
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        const struct pose *pose = shared_pose(&shared, names[index]);
        assert_non_null(pose);
        bool of_head =
            strncmp(names[index], "neck_", 5) == 0 || strcmp(names[index], "chin_tuck") == 0;
        assert_true(pose->scene == !of_head);
        assert_false(pose->one_sided);
        assert_int_equal(pose->moves, MOVES_BODY);
    }
    assert_string_equal(shared_nearest_pose(&shared, "shoulderroll"), "shoulder_roll");
    assert_null(shared_nearest_pose(&shared, "moonwalk"));
}

// The face draws the head's own movements.
static void test_the_head_has_units(void **state) {
    (void)state;
    struct shared shared = {0};
    assert_true(shared_pose(&shared, "neck_turn")->units.strength[UNIT_TURN][FACE_LEFT] == 0.8);
    assert_true(shared_pose(&shared, "neck_tilt")->units.strength[UNIT_TILT][FACE_RIGHT] == 0.8);
    assert_true(shared_pose(&shared, "chin_tuck")->units.strength[UNIT_TUCK][FACE_LEFT] == 1);
}

// A catalogue may draw what was only a scene.
static void test_a_catalogue_draws_a_scene(void **state) {
    (void)state;
    struct shared shared = {0};
    struct faults faults = {0};
    assert_true(
        read_text("poses = ( { id = \"neck_turn\"; title = \"Turn\"; moves = \"body\"; units "
                  "= ( { unit = \"turn\"; left = 0.6; } ); } );",
                  &shared, &faults));
    assert_faults(&faults, "");
    assert_true(shared_pose(&shared, "neck_turn")->units.strength[UNIT_TURN][FACE_RIGHT] == 0.6);
    assert_false(shared_pose(&shared, "neck_turn")->scene);
    shared_free(&shared);
}

static void test_cautions_and_sources(void **state) {
    (void)state;
    struct shared shared = {0};
    struct faults faults = {0};
    assert_true(read_text("cautions = ( { id = \"C1\"; text = \"Stop.\"; }, { id = \"C2\"; text = "
                          "\"Ask.\"; } );\n"
                          "sources = ( { id = \"202020\"; title = \"Breaks\"; year = 2023; where = "
                          "\"J\"; },\n { id = \"ND\"; title = \"Old\"; year = \"n.d.\"; } );",
                          &shared, &faults));
    assert_faults(&faults, "");
    assert_string_equal(shared_caution(&shared, "C2")->text, "Ask.");
    assert_null(shared_caution(&shared, "C3"));
    assert_string_equal(shared_source(&shared, "202020")->year, "2023");
    assert_string_equal(shared_source(&shared, "202020")->where, "J");
    assert_string_equal(shared_source(&shared, "ND")->year, "n.d.");
    assert_null(shared_source(&shared, "ND")->where);
    assert_string_equal(shared_nearest_caution(&shared, "c1"), "C1");
    assert_string_equal(shared_nearest_source(&shared, "202021"), "202020");
    shared_free(&shared);
}

// What is right is added all the same, and the first of two with one id stays.
static void test_all_faults_at_once(void **state) {
    (void)state;
    struct shared shared = {0};
    struct faults faults = {0};
    assert_false(read_text(
        "poses = (\n"
        "  { id = \"good\"; title = \"Good\"; moves = \"face\"; },\n"
        "  { id = \"good\"; title = \"Again\"; moves = \"face\"; },\n"
        "  { id = \"bad one\"; title = \"\"; moves = \"ear\"; },\n"
        "  { id = \"u\"; title = \"U\"; moves = \"face\"; units = (\n"
        "    { unit = \"AU46\"; left = 0.5; }, { unit = \"AU12\"; left = 1.5; right = -0.1; },\n"
        "    { unit = \"AD30\"; left = -1; }, { unit = \"AU9\"; }, \"AU9\" ); },\n"
        "  5, { title = \"No id\"; muscels = [ ]; }\n"
        ");\n"
        "cautions = ( { id = \"C1\"; } );\n"
        "pauses = 1;\n",
        &shared, &faults));
    assert_faults(&faults,
                  "3: error: poses[2].id: good is a pose already; the first one stays\n"
                  "4: error: poses[3].id: an id has 1 to 64 of the characters a-z A-Z 0-9 _ - and "
                  ".\n"
                  "4: error: poses[3].title: must not be empty\n"
                  "4: error: poses[3].moves: \"ear\" is none of: face jaw body\n"
                  "6: error: poses[4].units[1].unit: there is no action unit \"AU46\"; did you "
                  "mean AU4?\n"
                  "6: error: poses[4].units[2].left: 1.5 is above 1\n"
                  "6: error: poses[4].units[2].right: -0.1 is below 0\n"
                  "7: error: poses[4].units[4].left: missing; a unit says how strong it is, 0 to "
                  "1\n"
                  "7: error: poses[4].units[5]: must be a group in { }\n"
                  "8: error: poses[5]: must be a group in { }\n"
                  "8: error: poses[6].muscels: unknown; did you mean muscles?\n"
                  "8: error: poses[6].id: missing\n"
                  "8: error: poses[6].moves: missing\n"
                  "10: error: cautions[1].text: missing\n"
                  "11: error: pauses: unknown; did you mean poses?\n");
    assert_int_equal(shared.pose_count, 1);
    assert_string_equal(shared_pose(&shared, "good")->title, "Good");
    shared_free(&shared);
}

// A catalogue of one pose with these units and muscles, and the faults it must give.
static void check_pose(const char *units, const char *muscles, const char *expected) {
    struct shared shared = {0};
    struct faults faults = {0};
    char text[400];
    text_format(
        text, sizeof text,
        "poses = ( { id = \"x\"; title = \"X\"; moves = \"face\";\nunits = ( %s );\nmuscles "
        "= [ %s ]; } );",
        units, muscles);
    assert_int_equal(read_text(text, &shared, &faults), expected[0] == '\0');
    assert_faults(&faults, expected);
    shared_free(&shared);
}

static void test_every_unit_and_muscle_has_its_name(void **state) {
    (void)state;
    char text[200];
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        text_format(text, sizeof text, "{ unit = \"%s\"; left = 1; }",
                    face_unit_word((enum face_unit)unit));
        check_pose(text, "", "");
    }
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        text_format(text, sizeof text, "\"%s\"", muscle_word((enum muscle)muscle));
        check_pose("", text, "");
    }
}

static void test_names_that_are_none(void **state) {
    (void)state;
    check_pose("{ unit = \"AU3\"; left = 1; }", "",
               "2: error: poses[1].units[1].unit: there is no action unit \"AU3\"; did you mean "
               "AU1?\n");
    check_pose("{ unit = \"Turn\"; left = 1; }", "",
               "2: error: poses[1].units[1].unit: there is no action unit \"Turn\"; did you mean "
               "turn?\n");
    check_pose("{ unit = \"eyebrow\"; left = 1; }", "",
               "2: error: poses[1].units[1].unit: there is no action unit \"eyebrow\"\n");
    check_pose("{ unit = \"\"; left = 1; }", "",
               "2: error: poses[1].units[1].unit: must not be empty\n");
    check_pose("", "\"mentalis\", \"zygomaticus mayor\"",
               "3: error: poses[1].muscles[2]: there is no muscle \"zygomaticus mayor\"; did you "
               "mean zygomaticus major?\n");
    check_pose("", "\"biceps\"", "3: error: poses[1].muscles[1]: there is no muscle \"biceps\"\n");
}

static void test_sides_of_units(void **state) {
    (void)state;
    check_pose("{ unit = \"AU26\"; left = 0.5; right = 0.5; }", "", "");
    check_pose("{ unit = \"gaze_x\"; right = -1; }", "", "");
    check_pose(
        "{ unit = \"AU26\"; left = 0.5; right = 0.4; }", "",
        "2: error: poses[1].units[1].right: AU26 moves both sides alike; left and right must "
        "be equal\n");
    check_pose(
        "{ unit = \"turn\"; left = -0.5; right = 0.5; }", "",
        "2: error: poses[1].units[1].right: turn moves both sides alike; left and right must "
        "be equal\n");
    check_pose("{ unit = \"gaze_y\"; left = -1.5; }", "",
               "2: error: poses[1].units[1].left: -1.5 is below -1\n");
    check_pose("{ unit = \"tuck\"; left = -0.5; }", "",
               "2: error: poses[1].units[1].left: -0.5 is below 0\n");
    check_pose("{ unit = \"AU12\"; left = 1; }, { unit = \"AU12\"; right = 1; }", "",
               "2: error: poses[1].units[2].unit: AU12 is here already\n");
}

static void test_an_empty_file_is_no_catalogue(void **state) {
    (void)state;
    struct shared shared = {0};
    struct faults faults = {0};
    assert_false(read_text("format = 1;\n", &shared, &faults));
    assert_faults(&faults, "1: error: a catalogue holds poses, cautions or sources\n");
    shared_free(&shared);
}

static void test_folder(void **state) {
    (void)state;
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    const char *const caution = "cautions = ( { id = \"C1\"; text = \"Stop.\"; } );";
    struct shared shared = {0};
    scratch_make(folder);
    shared_read_folder(folder, &shared); // nothing there is fine
    assert_int_equal(shared.pose_count + shared.caution_count + shared.source_count, 0);
    scratch_put(scratch_path(path, folder, "cautions.cfg"), caution, strlen(caution));
    scratch_put(scratch_path(path, folder, "poses.cfg"), good_poses, strlen(good_poses));
    shared_read_folder(folder, &shared);
    assert_int_equal(shared.pose_count, 3);
    assert_int_equal(shared.caution_count, 1);
    shared_free(&shared);
    scratch_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_poses_are_read),
        cmocka_unit_test(test_titles_in_another_language),
        cmocka_unit_test(test_scenes_are_always_there),
        cmocka_unit_test(test_the_head_has_units),
        cmocka_unit_test(test_a_catalogue_draws_a_scene),
        cmocka_unit_test(test_cautions_and_sources),
        cmocka_unit_test(test_all_faults_at_once),
        cmocka_unit_test(test_every_unit_and_muscle_has_its_name),
        cmocka_unit_test(test_names_that_are_none),
        cmocka_unit_test(test_sides_of_units),
        cmocka_unit_test(test_an_empty_file_is_no_catalogue),
        cmocka_unit_test(test_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
