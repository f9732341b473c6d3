// SPDX-License-Identifier: MIT
#include "app/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"

enum { BOX, REST, SMILE, WARM, BROKEN, ENTRY_COUNT };

struct shelf {
    struct catalog catalog;
    struct catalog_entry entries[ENTRY_COUNT];
    struct step steps[2];
    char fault[32];
    struct find *find;
    int hits[ENTRY_COUNT];
};

static void put(struct shelf *shelf, int at, const char *id, const struct routine *routine) {
    struct catalog_entry *entry = &shelf->entries[at];
    strcpy(entry->id, id);
    entry->routine = *routine;
}

static int prepare(void **state) {
    struct shelf *shelf = memory_new(1, sizeof *shelf);
    shelf->steps[0] = (struct step){.number = 1, .name = "Quiet face"};
    shelf->steps[1] = (struct step){.number = 2, .name = "Lächeln, 2 of 10"};
    put(shelf, BOX, "breath-box",
        &(struct routine){.title = "Box breathing 4-4-4-4",
                          .summary = "Four equal parts.",
                          .category = CATEGORY_BREATHING});
    put(shelf, REST, "med-rest",
        &(struct routine){.title = "Übung der Stille",
                          .summary = "Nothing to do but soften.",
                          .category = CATEGORY_MEDITATION});
    put(shelf, SMILE, "nmr-smile",
        &(struct routine){.title = "Small smile",
                          .summary = "Slow and equal.",
                          .category = CATEGORY_NMR,
                          .steps = shelf->steps,
                          .step_count = 2});
    put(shelf, WARM, "warm",
        &(struct routine){.title = "Warm compress",
                          .summary = "Rest with a warm cloth.",
                          .category = CATEGORY_COMPRESS_WARM});
    strcpy(shelf->entries[BROKEN].id, "own-broken");
    strcpy(shelf->fault, "own-broken.cfg:3: error");
    shelf->entries[BROKEN].error = shelf->fault;
    shelf->catalog = (struct catalog){.entries = shelf->entries, .count = ENTRY_COUNT};
    shelf->find = find_new(&shelf->catalog);
    *state = shelf;
    return 0;
}

static int clear(void **state) {
    struct shelf *shelf = *state;
    find_free(shelf->find);
    memory_free(shelf);
    return 0;
}

// The hits as a set of bits, after looking whether they stand in order.
static unsigned found(struct shelf *shelf, enum filter filter, const char *words) {
    int count = find_run(shelf->find, filter, words, shelf->hits);
    unsigned set = 0;
    for (int i = 0; i < count; i++) {
        assert_true(i == 0 || shelf->hits[i - 1] < shelf->hits[i]);
        set |= 1u << shelf->hits[i];
    }
    return set;
}

static const unsigned all = (1u << ENTRY_COUNT) - 1;

static void no_word_finds_everything(void **state) {
    assert_int_equal(found(*state, FILTER_ALL, ""), all);
    assert_int_equal(found(*state, FILTER_ALL, "   "), all);
    assert_int_equal(found(*state, FILTER_ALL, "?!"), all);
}

static void title_summary_step_and_category_are_searched(void **state) {
    assert_int_equal(found(*state, FILTER_ALL, "box"), 1u << BOX);
    assert_int_equal(found(*state, FILTER_ALL, "soften"), 1u << REST);
    assert_int_equal(found(*state, FILTER_ALL, "quiet face"), 1u << SMILE);
    assert_int_equal(found(*state, FILTER_ALL, "neuromuscular"), 1u << SMILE);
    assert_int_equal(found(*state, FILTER_ALL, "nothing like this"), 0);
}

static void case_and_marks_make_no_difference(void **state) {
    assert_int_equal(found(*state, FILTER_ALL, "ÜBUNG"), 1u << REST);
    assert_int_equal(found(*state, FILTER_ALL, "ubung"), 1u << REST);
    assert_int_equal(found(*state, FILTER_ALL, "lAcHeLn"), 1u << SMILE);
    assert_int_equal(found(*state, FILTER_ALL, "läch"), 1u << SMILE);
    assert_int_equal(found(*state, FILTER_ALL, "4444"), 1u << BOX);
}

static void every_word_must_be_there_in_any_order(void **state) {
    assert_int_equal(found(*state, FILTER_ALL, "rest"), 1u << REST | 1u << WARM);
    assert_int_equal(found(*state, FILTER_ALL, "cloth  rest "), 1u << WARM);
    assert_int_equal(found(*state, FILTER_ALL, "cloth box"), 0);
}

static void a_word_does_not_span_two_fields(void **state) {
    assert_int_equal(found(*state, FILTER_ALL, "smileslow"), 0);
}

static void filters_hold_their_categories(void **state) {
    unsigned broken = 1u << BROKEN;
    assert_int_equal(found(*state, FILTER_BREATHING, ""), 1u << BOX | broken);
    assert_int_equal(found(*state, FILTER_FACE, ""), 1u << SMILE | broken);
    assert_int_equal(found(*state, FILTER_TEMPERATURE, "cloth"), 1u << WARM);
    assert_int_equal(found(*state, FILTER_MASSAGE, "box"), 0);
}

static void every_category_has_one_filter(void **state) {
    (void)state;
    for (int category = 0; category < CATEGORY_COUNT; category++) {
        int filters = 0;
        for (int filter = FILTER_ALL + 1; filter < FILTER_COUNT; filter++) {
            filters += filter_holds((enum filter)filter, (enum category)category);
        }
        assert_int_equal(filters, 1);
        assert_true(filter_holds(FILTER_ALL, (enum category)category));
    }
}

static void a_broken_file_is_found_by_its_id(void **state) {
    assert_int_equal(found(*state, FILTER_ALL, "own broken"), 1u << BROKEN);
}

static void strange_words_do_no_harm(void **state) {
    enum { LONG = 1 << 20 };
    char *pasted = memory_new(LONG + 1, 1);
    memset(pasted, 'x', LONG);
    assert_int_equal(found(*state, FILTER_ALL, pasted), 0);
    memset(pasted, ' ', LONG);
    assert_int_equal(found(*state, FILTER_ALL, pasted), all);
    memory_free(pasted);
    assert_int_equal(found(*state, FILTER_ALL, "\xFF\xC3"), all);
    assert_int_equal(found(*state, FILTER_ALL, "\u202Ebox\x01"), 1u << BOX);
    assert_int_equal(found(*state, FILTER_ALL, "\U0001F60A"), 0);
}

static void an_empty_catalog_finds_nothing(void **state) {
    (void)state;
    struct catalog nothing = {0};
    int hits[1];
    struct find *find = find_new(&nothing);
    assert_int_equal(find_run(find, FILTER_ALL, "", hits), 0);
    find_free(find);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_word_finds_everything, prepare, clear),
        cmocka_unit_test_setup_teardown(title_summary_step_and_category_are_searched, prepare,
                                        clear),
        cmocka_unit_test_setup_teardown(case_and_marks_make_no_difference, prepare, clear),
        cmocka_unit_test_setup_teardown(every_word_must_be_there_in_any_order, prepare, clear),
        cmocka_unit_test_setup_teardown(a_word_does_not_span_two_fields, prepare, clear),
        cmocka_unit_test_setup_teardown(filters_hold_their_categories, prepare, clear),
        cmocka_unit_test(every_category_has_one_filter),
        cmocka_unit_test_setup_teardown(a_broken_file_is_found_by_its_id, prepare, clear),
        cmocka_unit_test_setup_teardown(strange_words_do_no_harm, prepare, clear),
        cmocka_unit_test(an_empty_catalog_finds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
