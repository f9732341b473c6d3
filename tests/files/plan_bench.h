// SPDX-License-Identifier: MIT
#pragma once

#include "faulty.h"
#include "files/plan_file.h"
#include "scratch.h"

// A folder of routines that plans ask for, in English and German, and plans that are read with it.

struct bench {
    char folder[SCRATCH_PATH_MAX];
    struct catalog catalog;
    struct catalog german;
};

static const char head[] = "format = 1;\ncategory = \"nmr\";\nsummary = \"Short.\";\n"
                           "author = \"somebody\";\nrevised = \"2026-11-21\";\nsources = [ ];\n"
                           "cautions = [ ];\n";

static inline void put_routine(struct bench *bench, const char *name, const char *more) {
    char path[SCRATCH_PATH_MAX], text[2048];
    assert_true(text_format(text, sizeof text, "%s%s", head, more));
    scratch_put(scratch_path(path, bench->folder, name), text, strlen(text));
}

static inline int set_up(void **state) {
    struct bench *bench = test_calloc(1, sizeof *bench);
    scratch_make(bench->folder);
    put_routine(
        bench, "smile.cfg",
        "title = \"Smile\";\ntitle_de = \"Lächeln\";\n"
        "gates = { hfs = \"small\"; synk = \"open\"; bsp = \"plan\"; };\n"
        "range = { reps = [ 3, 10 ]; hold = [ 3.0, 10.0 ]; };\n"
        "steps = ( { name = \"Quiet face\"; name_de = \"Ruhe\"; seconds = 10; },\n"
        "  { name = \"Small smile\"; name_de = \"Kleines Lächeln\";\n"
        "    exercise = \"neck_turn\"; side = \"left\"; reps = 5; hold = 4; rest = 4; } );");
    put_routine(bench, "breathe.cfg",
                "title = \"Breathe\";\ngates = { all = \"open\"; };\n"
                "steps = ( { name = \"Calm\"; breathe = { in = 4; out = 6; }; cycles = 3; } );");
    put_routine(bench, "broken.cfg", "title = \"Broken\";\nsteps = ( );");
    catalog_read(bench->folder, NULL, NULL, NULL, &bench->catalog);
    catalog_read(bench->folder, NULL, NULL, "de", &bench->german);
    *state = bench;
    return 0;
}

static inline int tear_down(void **state) {
    struct bench *bench = *state;
    catalog_free(&bench->catalog);
    catalog_free(&bench->german);
    scratch_remove(bench->folder);
    test_free(bench);
    return 0;
}

static inline struct plan_reading reading_of(const struct bench *bench) {
    return (struct plan_reading){.catalog = &bench->catalog};
}

static inline bool parse(const char *text, const struct plan_reading *reading,
                         struct plan_file *file, struct faults *faults) {
    struct bytes bytes = {memory_text(text), strlen(text)};
    bool good = plan_file_parse(NULL, &bytes, reading, file, faults);
    bytes_free(&bytes);
    return good;
}

// Reads a plan that is right, with the warnings that are given.
static inline void parse_good(const char *text, const struct plan_reading *reading,
                              const char *warnings, struct plan_file *file) {
    struct faults faults = {0};
    bool good = parse(text, reading, file, &faults);
    assert_faults(&faults, warnings);
    assert_true(good);
}

static inline void refuse(const char *text, const struct plan_reading *reading,
                          const char *expected) {
    struct plan_file file;
    struct faults faults = {0};
    assert_false(parse(text, reading, &file, &faults));
    assert_faults(&faults, expected);
    assert_null(file.plan.id);
    assert_null(file.arena.last);
    assert_int_equal(file.routine_count, 0);
}

#define PLAN_HEAD                                                                                  \
    "format = 1; id = \"p\"; title = \"Plan\"; title_de = \"Der Plan\"; author = \"A. T.\";\n"     \
    "from = \"2026-11-23\"; to = \"2026-12-20\";\n"
