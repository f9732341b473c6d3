// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/text.h"
#include "files/catalog.h"
#include "scratch.h"

struct bench {
    char folder[SCRATCH_PATH_MAX];
    char shipped[SCRATCH_PATH_MAX];
    char own[SCRATCH_PATH_MAX];
    struct catalog catalog;
};

static int set_up(void **state) {
    struct bench *bench = test_calloc(1, sizeof *bench);
    scratch_make(bench->folder);
    scratch_path(bench->shipped, bench->folder, "shipped");
    scratch_path(bench->own, bench->folder, "own");
    if (mkdir(bench->shipped, 0700) || mkdir(bench->own, 0700)) {
        return -1;
    }
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    struct bench *bench = *state;
    catalog_free(&bench->catalog);
    scratch_remove(bench->folder);
    test_free(bench);
    return 0;
}

static void put(const char *folder, const char *name, const char *text) {
    char path[SCRATCH_PATH_MAX];
    scratch_put(scratch_path(path, folder, name), text, strlen(text));
}

// A small routine; `more` goes in at its top level.
static void put_routine(const char *folder, const char *name, const char *category,
                        const char *title, const char *more) {
    char text[2048];
    assert_true(text_format(
        text, sizeof text,
        "format = 1;\ntitle = \"%s\";\ncategory = \"%s\";\nsummary = \"Short.\";\n"
        "author = \"somebody\";\nrevised = \"2026-11-21\";\nsources = [ ];\ncautions = [ ];\n"
        "%s\nsteps = ( { name = \"Rest\"; seconds = 10; } );\n",
        title, category, more));
    put(folder, name, text);
}

static void read_all(struct bench *bench) {
    catalog_read(bench->shipped, bench->own, NULL, NULL, &bench->catalog);
}

static void check_order(const struct catalog *catalog, const char *const ids[], int count) {
    assert_int_equal(catalog->count, count);
    for (int i = 0; i < count; i++) {
        assert_string_equal(catalog->entries[i].id, ids[i]);
    }
}

static void empty_and_absent_folders_give_nothing(void **state) {
    struct bench *bench = *state;
    read_all(bench);
    assert_int_equal(bench->catalog.count, 0);
    assert_null(catalog_find(&bench->catalog, "breath-box"));
    assert_null(catalog_nearest(&bench->catalog, "breath-box"));
    catalog_free(&bench->catalog);
    catalog_read("/nowhere", "/dev/null/routines", NULL, NULL, &bench->catalog);
    assert_int_equal(bench->catalog.count, 0);
    catalog_free(&bench->catalog);
    catalog_read(NULL, NULL, NULL, NULL, &bench->catalog);
    assert_int_equal(bench->catalog.count, 0);
}

static void sorted_by_category_then_id_and_broken_ones_last(void **state) {
    struct bench *bench = *state;
    static const char *const order[] = {"b-breath", "c-breath", "z-med",   "a-rom",
                                        "a-screen", "a-broken", "m-broken"};
    put_routine(bench->shipped, "a-screen.cfg", "screen-break", "Screen", "");
    put_routine(bench->shipped, "a-rom.cfg", "rom", "Movement", "");
    put_routine(bench->own, "c-breath.cfg", "breathing", "Breath", "");
    put_routine(bench->shipped, "b-breath.cfg", "breathing", "Breath", "");
    put_routine(bench->shipped, "z-med.cfg", "meditation", "Rest", "");
    put(bench->own, "a-broken.cfg", "format = 2;");
    put(bench->shipped, "m-broken.cfg", "");
    put(bench->own, "notes.txt", "no routine");
    put(bench->own, ".hidden.cfg", "no routine");
    read_all(bench);
    check_order(&bench->catalog, order, 7);
}

static void own_ones_win_over_shipped_ones_of_the_same_id(void **state) {
    struct bench *bench = *state;
    put_routine(bench->shipped, "box.cfg", "breathing", "Shipped", "");
    put_routine(bench->shipped, "calm.cfg", "breathing", "Calm", "");
    put_routine(bench->own, "box.cfg", "meditation", "Mine", "");
    read_all(bench);
    assert_int_equal(bench->catalog.count, 2);
    const struct catalog_entry *entry = catalog_find(&bench->catalog, "box");
    assert_non_null(entry);
    assert_string_equal(entry->routine.title, "Mine");
    assert_non_null(strstr(entry->path, "/own/box.cfg"));
    assert_non_null(catalog_find(&bench->catalog, "calm"));
}

static void a_broken_own_one_hides_not_even_the_shipped_one(void **state) {
    struct bench *bench = *state;
    put_routine(bench->shipped, "box.cfg", "breathing", "Shipped", "");
    put_routine(bench->own, "box.cfg", "breathing", "Mine", "nonsense = 1;");
    read_all(bench);
    assert_int_equal(bench->catalog.count, 2);
    assert_string_equal(catalog_find(&bench->catalog, "box")->routine.title, "Shipped");
    const struct catalog_entry *broken = &bench->catalog.entries[1];
    assert_string_equal(broken->id, "box");
    assert_non_null(strstr(broken->error, "/own/box.cfg:9: error: nonsense: "));
    assert_int_equal(broken->faults, 1);
}

static void a_broken_shipped_one_gives_way_to_a_whole_own_one(void **state) {
    struct bench *bench = *state;
    put(bench->shipped, "box.cfg", "format = ;");
    put_routine(bench->own, "box.cfg", "breathing", "Mine", "");
    read_all(bench);
    assert_int_equal(bench->catalog.count, 1);
    assert_null(bench->catalog.entries[0].error);
}

static void things_that_are_no_files_are_listed_and_hide_nothing(void **state) {
    struct bench *bench = *state;
    char path[SCRATCH_PATH_MAX];
    static const char *const order[] = {"good", "fifo", "folder", "gone", "UPPER"};
    put_routine(bench->shipped, "good.cfg", "breathing", "Good", "");
    put_routine(bench->own, "UPPER.cfg", "breathing", "Wrong name", "");
    assert_int_equal(mkfifo(scratch_path(path, bench->own, "fifo.cfg"), 0600), 0);
    assert_int_equal(mkdir(scratch_path(path, bench->own, "folder.cfg"), 0700), 0);
    assert_int_equal(symlink("/nowhere", scratch_path(path, bench->own, "gone.cfg")), 0);
    read_all(bench);
    assert_int_equal(bench->catalog.count, 5);
    for (int i = 0; i < 5; i++) {
        const struct catalog_entry *entry = catalog_find(&bench->catalog, order[i]);
        assert_non_null(entry);
        assert_int_equal(entry->error == NULL, i == 0);
        if (entry->error) {
            assert_memory_equal(entry->error, entry->path, strlen(entry->path));
        }
        assert_int_equal(entry->faults > 0, i > 0);
    }
    assert_string_equal(bench->catalog.entries[0].id, "good");
}

static void a_very_long_name_is_cut_and_broken(void **state) {
    struct bench *bench = *state;
    char name[128];
    memset(name, 'a', 100);
    text_copy(name + 100, 28, ".cfg");
    put_routine(bench->own, name, "breathing", "Long", "");
    read_all(bench);
    assert_int_equal(bench->catalog.count, 1);
    assert_non_null(bench->catalog.entries[0].error);
    assert_int_equal(strlen(bench->catalog.entries[0].id), ROUTINE_ID_MAX);
}

static void own_catalogues_add_to_the_shipped_ones(void **state) {
    struct bench *bench = *state;
    char shared[SCRATCH_PATH_MAX];
    assert_int_equal(mkdir(scratch_path(shared, bench->shipped, "shared"), 0700), 0);
    put(shared, "sources.cfg", "sources = ( { id = \"A\"; title = \"Ours\"; } );");
    assert_int_equal(mkdir(scratch_path(shared, bench->own, "shared"), 0700), 0);
    put(shared, "sources.cfg", "sources = ( { id = \"B\"; title = \"Mine\"; } );");
    read_all(bench);
    assert_non_null(shared_source(&bench->catalog.shared, "A"));
    assert_non_null(shared_source(&bench->catalog.shared, "B"));
    assert_int_equal(bench->catalog.count, 0);
}

static void one_folder_under_two_names_is_read_once(void **state) {
    struct bench *bench = *state;
    char link[SCRATCH_PATH_MAX];
    put_routine(bench->shipped, "box.cfg", "breathing", "Shipped", "");
    assert_int_equal(symlink("shipped", scratch_path(link, bench->folder, "link")), 0);
    catalog_read(bench->shipped, link, NULL, NULL, &bench->catalog);
    assert_int_equal(bench->catalog.count, 1);
    assert_non_null(strstr(bench->catalog.entries[0].path, "/shipped/box.cfg"));
}

static void titles_come_in_the_language_that_was_asked_for(void **state) {
    struct bench *bench = *state;
    put_routine(bench->shipped, "box.cfg", "breathing", "Box", "title_de = \"Kasten\";");
    catalog_read(bench->shipped, NULL, NULL, "de", &bench->catalog);
    assert_string_equal(bench->catalog.entries[0].routine.title, "Kasten");
}

static void an_id_opens_what_the_catalog_holds(void **state) {
    struct bench *bench = *state;
    struct routine own;
    struct error err = {0};
    put_routine(bench->shipped, "breath-box.cfg", "breathing", "Box", "");
    read_all(bench);
    const struct routine *routine =
        catalog_open(&bench->catalog, "breath-box", NULL, NULL, &own, &err);
    assert_ptr_equal(routine, &bench->catalog.entries[0].routine);
    routine_free(&own); // empty, as promised
    assert_null(catalog_open(&bench->catalog, "breth-box", NULL, NULL, &own, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_string_equal(err.text, "no such routine: breth-box (did you mean breath-box?)");
    assert_null(catalog_open(&bench->catalog, "knitting", NULL, NULL, &own, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_string_equal(err.text, "no such routine: knitting; repose list shows what there is");
    assert_null(catalog_open(&bench->catalog, "", NULL, NULL, &own, &err));
}

static void a_path_opens_a_file_outside_the_folders(void **state) {
    struct bench *bench = *state;
    struct routine own;
    struct error err = {0};
    char path[SCRATCH_PATH_MAX];
    put_routine(bench->folder, "mine.cfg", "breathing", "Mine", "");
    scratch_path(path, bench->folder, "mine.cfg");
    read_all(bench);
    const struct routine *routine = catalog_open(&bench->catalog, path, NULL, NULL, &own, &err);
    assert_ptr_equal(routine, &own);
    assert_string_equal(own.id, "mine");
    routine_free(&own);
    // A name that ends so is a path too, even where an id of the same stem is known.
    assert_null(catalog_open(&bench->catalog, "mine.cfg", NULL, NULL, &own, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_string_equal(err.text, "there is no file mine.cfg");
    assert_null(catalog_open(&bench->catalog, "./breath-box", NULL, NULL, &own, &err));
    assert_int_equal(err.code, ERROR_MISSING);
}

static int count_lines(const char *text) {
    int lines = 1;
    for (; *text; text++) {
        lines += *text == '\n';
    }
    return lines;
}

static void a_broken_file_is_refused_with_its_faults(void **state) {
    struct bench *bench = *state;
    struct routine own;
    struct error err = {0};
    char path[SCRATCH_PATH_MAX];
    static const char many[] = "a = 1;\nb = 1;\nc = 1;\nd = 1;\ne = 1;\nf = 1;";
    put_routine(bench->own, "two.cfg", "breathing", "Two", "a = 1;\nb = 1;");
    put_routine(bench->own, "many.cfg", "breathing", "Many", many);
    read_all(bench);
    assert_null(catalog_open(&bench->catalog, "two", NULL, NULL, &own, &err));
    assert_int_equal(err.code, ERROR_INPUT);
    assert_non_null(strstr(err.text, "two.cfg:9: error: a: "));
    assert_non_null(strstr(err.text, "\nand 1 more: repose check "));
    routine_free(&own);
    scratch_path(path, bench->own, "two.cfg");
    assert_null(catalog_open(&bench->catalog, path, NULL, NULL, &own, &err));
    assert_int_equal(err.code, ERROR_INPUT);
    assert_int_equal(count_lines(err.text), 2);
    assert_non_null(strstr(err.text, "two.cfg:10: error: b: "));
    scratch_path(path, bench->own, "many.cfg");
    assert_null(catalog_open(&bench->catalog, path, NULL, NULL, &own, &err));
    assert_int_equal(count_lines(err.text), 5);
    assert_non_null(strstr(err.text, "\nand 2 more: repose check "));
}

// Each as the whole catalogue has it: an own one, one that is replaced, a broken one beside a whole
// one; nothing else is there.
static void those_of_some_ids_are_as_in_the_whole_catalogue(void **state) {
    struct bench *bench = *state;
    struct catalog *few = &bench->catalog, whole;
    const char *const ids[] = {"lids", "own", "faulty", "gone"};
    put_routine(bench->shipped, "lids.cfg", "compress-warm", "Shipped", "");
    put_routine(bench->shipped, "lids-long.cfg", "compress-warm", "Longer", "");
    put_routine(bench->shipped, "faulty.cfg", "breathing", "Whole", "");
    put_routine(bench->shipped, "other.cfg", "breathing", "Other", "");
    put_routine(bench->own, "lids.cfg", "compress-warm", "Own", "");
    put_routine(bench->own, "own.cfg", "rom", "Alone", "");
    put_routine(bench->own, "faulty.cfg", "breathing", "Faulty", "colour = 1;");
    catalog_read_named(bench->shipped, bench->own, NULL, NULL, ids, 4, few);
    catalog_read(bench->shipped, bench->own, NULL, NULL, &whole);
    assert_int_equal(few->count, 4);
    for (int i = 0; i < 3; i++) {
        const struct catalog_entry *entry = catalog_find(few, ids[i]);
        const struct catalog_entry *same = catalog_find(&whole, ids[i]);
        assert_non_null(entry);
        assert_non_null(same);
        assert_string_equal(entry->path, same->path);
        assert_int_equal(entry->error == NULL, same->error == NULL);
        assert_string_equal(entry->routine.title, same->routine.title);
    }
    assert_null(catalog_find(few, "gone"));
    assert_null(catalog_find(few, "lids-long"));
    catalog_free(few);
    catalog_read_named(bench->shipped, bench->own, NULL, NULL, ids, 0, few);
    assert_int_equal(few->count, 0);
    catalog_free(&whole);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test_setup_teardown(empty_and_absent_folders_give_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sorted_by_category_then_id_and_broken_ones_last, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(own_ones_win_over_shipped_ones_of_the_same_id, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_broken_own_one_hides_not_even_the_shipped_one, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_broken_shipped_one_gives_way_to_a_whole_own_one, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(things_that_are_no_files_are_listed_and_hide_nothing,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_very_long_name_is_cut_and_broken, set_up, tear_down),
        cmocka_unit_test_setup_teardown(own_catalogues_add_to_the_shipped_ones, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_folder_under_two_names_is_read_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(titles_come_in_the_language_that_was_asked_for, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(those_of_some_ids_are_as_in_the_whole_catalogue, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_id_opens_what_the_catalog_holds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_path_opens_a_file_outside_the_folders, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_broken_file_is_refused_with_its_faults, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
