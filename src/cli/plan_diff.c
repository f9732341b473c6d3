// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/plan.h"
#include "cli/plan_find.h"
#include "run/plan_words.h"

// Two plans side by side, each from a file or from the history.

struct compared {
    struct plan_file own;         // of a file
    const struct plan_file *file; // that one, or one of the shelf; NULL: it could not be read
};

// By the rule for routines: with a / or ending in .cfg it is a path.
static bool is_path(const char *word) {
    size_t length = strlen(word), ending = strlen(".cfg");
    return strchr(word, '/') || (length > ending && strcmp(word + length - ending, ".cfg") == 0);
}

// A shipped starter that was never begun stands for its file.
static bool is_file(const struct plan_shelf *shelf, const char *word, const char *path) {
    bool starter = strcmp(path, word) != 0 && !strchr(word, '@');
    return is_path(word) || (starter && !plan_version(shelf, word, 1));
}

static void read_file(const struct house *house, const char *path, struct compared *side) {
    struct faults faults = {0};
    struct plan_reading reading = {.catalog = &house->catalog,
                                   .language = text_language(),
                                   .images = house->paths.images,
                                   .begins = house_today(house)};
    if (plan_file_read(path, &reading, &side->own, &faults)) {
        side->file = &side->own;
    } else {
        faults_print(&faults, path, stderr);
    }
    faults_free(&faults);
}

static void read_side(const struct house *house, const struct plan_shelf *shelf, const char *word,
                      struct compared *side, struct error *err) {
    struct plan_standing standing;
    char *path = plan_file_path(house->paths.routines, word);
    *side = (struct compared){0};
    if (is_file(shelf, word, path)) {
        read_file(house, path, side);
    } else if (plan_find(shelf, word, house_today(house), true, &standing, err)) {
        side->file = plan_shelf_file(shelf, standing.plan);
    }
    memory_free(path);
}

static void print_changes(const struct house *house, const struct compared *before,
                          const struct compared *after) {
    struct plan_change changes[PLAN_CHANGES_MAX];
    struct plan_versions versions = {
        .before = before->file, .after = after->file, .catalog = &house->catalog};
    int count = plan_diff(&before->file->plan, &after->file->plan, changes);
    struct columns_margin margin = {.first = "", .indent = 4, .width = columns_width()};
    for (int i = 0; i < count; i++) {
        struct text_builder text = {0};
        plan_words_change(&text, &versions, &changes[i]);
        columns_wrap(stdout, &margin, text.text);
        text_builder_free(&text);
    }
    if (count == 0) {
        columns_wrap(stdout, &margin, _("Both ask for the same."));
    }
}

enum status plan_diff_of(struct house *house, const struct arguments *arguments,
                         struct error *err) {
    struct plan_shelf shelf;
    struct compared before, after = {0};
    house_read_catalog(house);
    if (!house_open_store(house, true, err) || !plan_shelf_read(house, &shelf, err)) {
        return STATUS_FAILED;
    }
    read_side(house, &shelf, arguments->words[1], &before, err);
    if (before.file) {
        read_side(house, &shelf, arguments->words[2], &after, err);
    }
    bool both = before.file && after.file;
    if (both) {
        print_changes(house, &before, &after);
    }
    plan_file_free(&before.own);
    plan_file_free(&after.own);
    plan_shelf_free(&shelf);
    return both ? STATUS_DONE : STATUS_FAILED;
}
