// SPDX-License-Identifier: MIT
#include "catalogue_rows.h"
#include "core/routine_kind.h"

// What kind of routine each of the catalogue is (design section 6, domain.md 12).

enum kinds {
    MOVES = 1,        // the face: wants the three answers
    FACE_ROUTINE = 2, // counts for the ceiling
    CLOSES = 4,       // ends with the closing question
    IMAGINES = 8,
    HOLDS_BREATH = 16,
    MASSAGES = 32,
    BEYOND_MOUTH = 64,
    WARMS = 128,
    COOLS = 256,
    JAW_OR_FACE = 512,
};

static unsigned kinds_of(const struct routine *routine) {
    unsigned kinds = 0;
    kinds |= routine_moves_face(routine) ? MOVES : 0;
    kinds |= routine_is_face_routine(routine) ? FACE_ROUTINE : 0;
    kinds |= routine_asks_closing(routine) ? CLOSES : 0;
    kinds |= routine_imagines(routine) ? IMAGINES : 0;
    kinds |= routine_holds_breath(routine) ? HOLDS_BREATH : 0;
    kinds |= routine_massages(routine) ? MASSAGES : 0;
    kinds |= routine_massages_beyond_mouth(routine) ? BEYOND_MOUTH : 0;
    kinds |= routine_warms(routine) ? WARMS : 0;
    kinds |= routine_cools(routine) ? COOLS : 0;
    kinds |= routine_works_jaw_or_face(routine) ? JAW_OR_FACE : 0;
    return kinds;
}

static void each_of_the_catalogue_is_of_its_kind(void **state) {
    const struct rows *rows = *state;
    enum { TRAINS = MOVES | FACE_ROUTINE | CLOSES | JAW_OR_FACE };
    static const struct {
        const char *routine;
        unsigned kinds;
    } cases[] = {
        {"breath-box", HOLDS_BREATH},
        {"breath-478", HOLDS_BREATH},
        {"relax-pmr-face", MOVES | CLOSES | JAW_OR_FACE},
        {"rom-upper-face", TRAINS},
        {"rom-lower-face", TRAINS},
        {"rom-jaw", FACE_ROUTINE | CLOSES | JAW_OR_FACE},
        {"str-lips-cheeks", TRAINS},
        {"str-brow-lids", TRAINS},
        {"nmr-smile-eyes-open", TRAINS},
        {"nmr-pucker-eyes-open", TRAINS},
        {"nmr-close-mouth-still", TRAINS},
        {"nmr-imagine-then-do", TRAINS | IMAGINES},
        {"nmr-vowels", TRAINS},
        {"mas-face-full", CLOSES | MASSAGES | BEYOND_MOUTH},
        {"mas-jaw-temple-neck", CLOSES | MASSAGES | BEYOND_MOUTH},
        {"mas-cheek-stretch", CLOSES | MASSAGES},
        {"warm-compress", CLOSES | WARMS},
        {"warm-lids", CLOSES | WARMS},
        {"cold-compress", CLOSES | COOLS},
        {"warm-massage-breath", CLOSES | WARMS | MASSAGES | BEYOND_MOUTH},
        {"screen-reset", JAW_OR_FACE},
    };
    int others = ROWS;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++, others--) {
        const struct routine *routine = row_of(rows, cases[i].routine);
        if (kinds_of(routine) != cases[i].kinds) {
            fail_msg("%s: %x, not %x", routine->id, kinds_of(routine), cases[i].kinds);
        }
    }
    for (int i = 0; i < ROWS; i++) {
        others -= kinds_of(&rows->routines[i]) == 0;
    }
    assert_int_equal(others, 0);
}

static void one_step_tells_the_kind(void **state) {
    (void)state;
    const struct {
        struct step step;
        enum category category;
        unsigned kinds;
    } cases[] = {
        {{.verb = VERB_EXERCISE, .mode = MODE_ASSIST},
         CATEGORY_NMR,
         MOVES | FACE_ROUTINE | CLOSES | JAW_OR_FACE},
        {{.verb = VERB_EXERCISE, .mode = MODE_IMAGINE},
         CATEGORY_NMR,
         IMAGINES | FACE_ROUTINE | CLOSES | JAW_OR_FACE},
        {{.verb = VERB_EXERCISE, .moves = MOVES_JAW, .mode = MODE_IMAGINE},
         CATEGORY_MEDITATION,
         CLOSES | JAW_OR_FACE},
        {{.verb = VERB_EXERCISE, .moves = MOVES_BODY}, CATEGORY_STRENGTHENING, 0},
        {{.verb = VERB_EXERCISE}, CATEGORY_SCREEN_BREAK, CLOSES | JAW_OR_FACE},
        {{.verb = VERB_BREATHE, .breath = {.in_ms = 1, .top_up_ms = 1, .out_ms = 1}},
         CATEGORY_BREATHING,
         0},
        {{.verb = VERB_BREATHE, .breath = {.hold_ms = 1}}, CATEGORY_BREATHING, HOLDS_BREATH},
        {{.verb = VERB_BREATHE, .breath = {.rest_ms = 1}}, CATEGORY_BREATHING, HOLDS_BREATH},
        {{.verb = VERB_MASSAGE, .areas = {AREA_CHEEK_INSIDE, AREA_CHIN}, .area_count = 2},
         CATEGORY_MASSAGE,
         CLOSES | MASSAGES},
        {{.verb = VERB_MASSAGE, .areas = {AREA_CHIN, AREA_NECK_BACK}, .area_count = 2},
         CATEGORY_MASSAGE,
         CLOSES | MASSAGES | BEYOND_MOUTH},
        {{.verb = VERB_COMPRESS, .temperature = TEMPERATURE_COLD},
         CATEGORY_MEDITATION,
         CLOSES | COOLS},
        {{.verb = VERB_COMPRESS, .temperature = TEMPERATURE_WARM},
         CATEGORY_MEDITATION,
         CLOSES | WARMS},
        {{.verb = VERB_SCAN}, CATEGORY_NMR, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct step steps[2] = {{.verb = VERB_SECONDS}, cases[i].step};
        struct routine routine = {
            .category = cases[i].category, .rate = true, .steps = steps, .step_count = 2};
        assert_int_equal(kinds_of(&routine), cases[i].kinds);
        routine.rate = false; // then nothing is asked
        assert_int_equal(kinds_of(&routine), cases[i].kinds & ~(unsigned)CLOSES);
    }
}

static void what_may_be_shorter(void **state) {
    (void)state;
    const struct {
        struct step step;
        bool small_form, shorter; // than 3 repetitions
    } cases[] = {
        {{.verb = VERB_EXERCISE, .count = 4, .in_small_dose = true}, false, true},
        {{.verb = VERB_EXERCISE, .count = 3, .in_small_dose = true}, false, false},
        {{.verb = VERB_MASSAGE, .count = 4, .by_repetition = true, .in_small_dose = true},
         false,
         true},
        {{.verb = VERB_MASSAGE, .count = 4, .in_small_dose = true}, false, false},
        {{.verb = VERB_BREATHE, .count = 4, .in_small_dose = true}, false, false},
        {{.verb = VERB_COMPRESS, .count = 1}, true, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct step steps[2] = {{.verb = VERB_SECONDS, .in_small_dose = true}, cases[i].step};
        struct routine routine = {.steps = steps, .step_count = 2};
        assert_int_equal(routine_has_small_form(&routine), cases[i].small_form);
        assert_int_equal(routine_can_be_shorter(&routine, 3), cases[i].shorter);
    }
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(each_of_the_catalogue_is_of_its_kind),
        cmocka_unit_test(one_step_tells_the_kind),
        cmocka_unit_test(what_may_be_shorter),
    };
    return cmocka_run_group_tests(cases, rows_open, rows_close);
}
