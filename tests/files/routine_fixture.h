// SPDX-License-Identifier: MIT
#pragma once

#include "faulty.h"

#include "files/routine_file.h"
#include "scratch.h"

// A folder for routine files, and small catalogues that they name things of.

struct fixture {
    char folder[SCRATCH_PATH_MAX];
    struct shared shared;
};

static inline int set_up(void **state) {
    static struct fixture fixture;
    char path[SCRATCH_PATH_MAX];
    fixture = (struct fixture){0};
    scratch_make(fixture.folder);
    scratch_put(scratch_path(path, fixture.folder, "near.png"), "x", 1);
    const struct pose poses[] = {
        {.id = "smile", .title = "Smile", .moves = MOVES_FACE},
        {.id = "jaw_open", .title = "Jaw", .moves = MOVES_JAW},
        {.id = "jaw_left", .title = "Jaw", .moves = MOVES_JAW, .one_sided = true}};
    for (size_t index = 0; index < sizeof poses / sizeof *poses; index++) {
        assert_true(shared_add_pose(&fixture.shared, &poses[index]));
    }
    assert_true(shared_add_caution(&fixture.shared, &(struct caution){"C1", "Stop."}));
    assert_true(shared_add_source(&fixture.shared, &(struct source){.id = "S1", .title = "One"}));
    assert_true(shared_add_source(&fixture.shared, &(struct source){.id = "S2", .title = "Two"}));
    *state = &fixture;
    return 0;
}

static inline int tear_down(void **state) {
    struct fixture *fixture = *state;
    shared_free(&fixture->shared);
    scratch_remove(fixture->folder);
    return 0;
}

// Reads a text as NAME.cfg in the fixture's folder.
static inline bool read_text(struct fixture *fixture, const char *text,
                             const struct routine_reading *asked, struct routine *routine,
                             struct faults *faults) {
    char path[SCRATCH_PATH_MAX];
    struct routine_reading reading = asked ? *asked : (struct routine_reading){0};
    reading.shared = &fixture->shared;
    scratch_put(scratch_path(path, fixture->folder, "all-of-it.cfg"), text, strlen(text));
    return routine_file_read(path, &reading, routine, faults);
}

static inline struct routine read_good(struct fixture *fixture, const char *text,
                                       const struct routine_reading *asked) {
    struct faults faults = {0};
    struct routine routine;
    bool good = read_text(fixture, text, asked, &routine, &faults);
    assert_faults(&faults, "");
    assert_true(good);
    return routine;
}

// A small file: a category, further lines of the top, and its steps.
static inline const char *small_file(char *to, size_t size, const char *category, const char *more,
                                     const char *steps) {
    assert_true(text_format(
        to, size,
        "format = 1; title = \"T\"; category = \"%s\"; summary = \"S\"; author = \"A\";\n"
        "revised = \"2026-11-21\"; sources = [ ]; cautions = [ ];\n%s\nsteps = (\n%s\n);\n",
        category, more, steps));
    return to;
}
