// SPDX-License-Identifier: MIT
#include "app/offer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { BOX, CALM, REST, JAW, SMILE, WARM, BROKEN, ENTRY_COUNT };

static const char *const ids[ENTRY_COUNT] = {"breath-box", "breath-calm", "med-rest",  "rom-jaw",
                                             "nmr-smile",  "warm",        "own-broken"};

struct shelf {
    struct catalog_entry entries[ENTRY_COUNT];
    struct catalog catalog;
    struct session_record records[16];
    struct session_list history;
    char fault[8];
};

static void fill(struct shelf *shelf) {
    *shelf = (struct shelf){.fault = "fault"};
    for (int i = 0; i < ENTRY_COUNT; i++) {
        strcpy(shelf->entries[i].id, ids[i]);
    }
    shelf->entries[BROKEN].error = shelf->fault;
    shelf->catalog = (struct catalog){.entries = shelf->entries, .count = ENTRY_COUNT};
    shelf->history.records = shelf->records;
}

static void played(struct shelf *shelf, const char *id) {
    strcpy(shelf->records[shelf->history.count++].routine, id);
}

static void the_first_start_begins_gently(void **state) {
    (void)state;
    struct shelf shelf;
    fill(&shelf);
    struct offer offer = offer_make(&shelf.catalog, &shelf.history, NULL, NULL);
    assert_int_equal(offer.kind, OFFER_FIRST);
    assert_int_equal(offer.entry, CALM);
    assert_int_equal(offer.breathe, CALM);
    assert_int_equal(offer.lately_count, 0);
}

static void what_was_played_last_comes_first(void **state) {
    (void)state;
    struct shelf shelf;
    fill(&shelf);
    played(&shelf, "rom-jaw");
    played(&shelf, "breath-calm");
    played(&shelf, "rom-jaw");
    played(&shelf, "warm");
    struct offer offer = offer_make(&shelf.catalog, &shelf.history, NULL, NULL);
    assert_int_equal(offer.kind, OFFER_LATELY);
    assert_int_equal(offer.entry, WARM);
    assert_int_equal(offer.breathe, CALM);
    assert_int_equal(offer.lately_count, 2);
    assert_int_equal(offer.lately[0], JAW);
    assert_int_equal(offer.lately[1], CALM);
}

static void no_more_is_offered_than_has_room(void **state) {
    (void)state;
    struct shelf shelf;
    fill(&shelf);
    for (int i = 0; i < BROKEN; i++) {
        played(&shelf, ids[i]);
    }
    struct offer offer = offer_make(&shelf.catalog, &shelf.history, NULL, NULL);
    assert_int_equal(offer.entry, WARM);
    assert_int_equal(offer.lately_count, OFFER_LATELY_MAX);
    assert_int_equal(offer.lately[OFFER_LATELY_MAX - 1], CALM);
}

static void a_broken_off_session_goes_before_all(void **state) {
    (void)state;
    struct shelf shelf;
    fill(&shelf);
    played(&shelf, "warm");
    played(&shelf, "med-rest");
    struct offer offer = offer_make(&shelf.catalog, &shelf.history, "med-rest", NULL);
    assert_int_equal(offer.kind, OFFER_GO_ON);
    assert_int_equal(offer.entry, REST);
    assert_int_equal(offer.lately_count, 1);
    assert_int_equal(offer.lately[0], WARM);
}

static void what_is_gone_or_broken_is_passed_over(void **state) {
    (void)state;
    struct shelf shelf;
    fill(&shelf);
    played(&shelf, "nmr-smile");
    played(&shelf, "own-broken");
    played(&shelf, "deleted-long-ago");
    struct offer offer = offer_make(&shelf.catalog, &shelf.history, "own-broken", NULL);
    assert_int_equal(offer.kind, OFFER_LATELY);
    assert_int_equal(offer.entry, SMILE);
    assert_int_equal(offer.lately_count, 0);
}

static void without_the_gentle_one_any_routine_will_do(void **state) {
    (void)state;
    struct shelf shelf;
    fill(&shelf);
    strcpy(shelf.entries[CALM].id, "another");
    struct offer offer = offer_make(&shelf.catalog, &shelf.history, NULL, NULL);
    assert_int_equal(offer.kind, OFFER_FIRST);
    assert_int_equal(offer.entry, BOX);
    assert_int_equal(offer.breathe, -1);
}

static void without_routines_nothing_is_offered(void **state) {
    (void)state;
    struct shelf shelf;
    fill(&shelf);
    shelf.catalog.count = 0;
    struct offer offer = offer_make(&shelf.catalog, &shelf.history, NULL, NULL);
    assert_int_equal(offer.kind, OFFER_NOTHING);
    assert_int_equal(offer.entry, -1);
    shelf.catalog = (struct catalog){.entries = shelf.entries + BROKEN, .count = 1};
    offer = offer_make(&shelf.catalog, &shelf.history, NULL, NULL);
    assert_int_equal(offer.kind, OFFER_NOTHING);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_start_begins_gently),
        cmocka_unit_test(what_was_played_last_comes_first),
        cmocka_unit_test(no_more_is_offered_than_has_room),
        cmocka_unit_test(a_broken_off_session_goes_before_all),
        cmocka_unit_test(what_is_gone_or_broken_is_passed_over),
        cmocka_unit_test(without_the_gentle_one_any_routine_will_do),
        cmocka_unit_test(without_routines_nothing_is_offered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
