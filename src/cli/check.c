// SPDX-License-Identifier: MIT
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/commands.h"
#include "files/plan_file.h"
#include "files/tree.h"
#include "run/plan_coming.h"

enum file_kind { FILE_ROUTINE, FILE_PLAN, FILE_CATALOGUE };

static bool is_list_of_groups(const struct node *node) {
    return node && node_is_list(node) && node_length(node) > 0 &&
           node_is_group(node_element(node, 0));
}

// `cautions` and `sources` are lists of keys in a routine and lists of groups in a catalogue.
// A file that cannot be parsed is taken for a routine, whose reader then says why.
static enum file_kind kind_of(const char *path) {
    struct faults ignored = {0};
    enum file_kind kind = FILE_ROUTINE;
    struct tree *tree = tree_read(path, &ignored);
    if (tree) {
        const struct node *root = tree_root(tree);
        if (node_member(root, "items"))
            kind = FILE_PLAN;
        else if (node_member(root, "poses") || (!node_member(root, "steps") &&
                                                (is_list_of_groups(node_member(root, "cautions")) ||
                                                 is_list_of_groups(node_member(root, "sources")))))
            kind = FILE_CATALOGUE;
    }
    tree_free(tree);
    faults_free(&ignored);
    return kind;
}

// Whether a file lies in this folder, by whatever way it was named.
static bool lies_in(const char *path, const char *folder) {
    char real[PATH_MAX], real_folder[PATH_MAX];
    if (!realpath(path, real) || !realpath(folder, real_folder))
        return false;
    char *slash = strrchr(real, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return strcmp(real, real_folder) == 0;
}

// What keys are looked up in: the shipped catalogues, then the person's own.
static void read_shared(const struct house *house, struct shared *shared) {
    const char *const folders[] = {house->paths.routines, house->paths.own_routines};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (folders[i]) {
            char *folder = file_join(folders[i], "shared");
            shared_read_folder(folder, shared);
            memory_free(folder);
        }
}

// A catalogue may name anything but what another one has already; the shipped ones are looked at
// by themselves, a person's own beside the shipped ones.
static void check_catalogue(const struct house *house, const char *path, struct faults *faults) {
    struct shared shared = {0};
    if (house->paths.routines) {
        char *folder = file_join(house->paths.routines, "shared");
        if (!lies_in(path, folder))
            shared_read_folder(folder, &shared);
        memory_free(folder);
    }
    (void)shared_read(path, &shared, faults);
    shared_free(&shared);
}

static void check_routine(const struct house *house, const struct arguments *arguments,
                          const struct shared *shared, const char *path, struct faults *faults) {
    struct routine routine = {0};
    struct routine_reading reading = {.shared = shared,
                                      .language = text_language(),
                                      .images = house->paths.images,
                                      .strict = arguments->strict};
    if (routine_file_read(path, &reading, &routine, faults))
        routine_free(&routine);
}

// What a plan asks for may be any routine that is there; a starter begins on the day of the check.
static void check_plan(struct house *house, const struct arguments *arguments, const char *path,
                       struct faults *faults) {
    struct plan_file file;
    struct profile own = {0};
    house_read_catalog(house);
    struct plan_reading reading = {.catalog = &house->catalog,
                                   .language = text_language(),
                                   .images = house->paths.images,
                                   .own = plan_coming_own(house, &own) ? &own : NULL,
                                   .now_s = clock_wall_now(&house->clock).utc_s,
                                   .begins = house_today(house),
                                   .strict = arguments->strict};
    if (plan_file_read(path, &reading, &file, faults))
        plan_file_free(&file);
}

// For plans that are held against the person's own profile. A history that cannot be read is no
// fault of a file.
static void open_history(struct house *house) {
    struct error ignored = {0};
    if (file_exists(house->paths.history)) {
        (void)house_open_store(house, true, &ignored);
    }
}

enum status command_check(struct house *house, const struct arguments *arguments,
                          struct error *err) {
    (void)err; // faults are lines of their own
    struct shared shared = {0};
    int errors = 0, all = 0;
    open_history(house);
    read_shared(house, &shared);
    for (int i = 0; i < arguments->word_count; i++) {
        const char *path = arguments->words[i];
        struct faults faults = {0};
        switch (kind_of(path)) {
        case FILE_PLAN:
            check_plan(house, arguments, path, &faults);
            break;
        case FILE_CATALOGUE:
            check_catalogue(house, path, &faults);
            break;
        case FILE_ROUTINE:
            check_routine(house, arguments, &shared, path, &faults);
            break;
        }
        faults_print(&faults, path, stderr);
        errors += faults.errors;
        all += faults.count;
        faults_free(&faults);
    }
    shared_free(&shared);
    return errors > 0 || (arguments->strict && all > 0) ? STATUS_FAILED : STATUS_DONE;
}
