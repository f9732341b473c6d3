// SPDX-License-Identifier: MIT
#include "run/plan_coming.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "files/tree.h"
#include "run/plan_state.h"
#include "run/profile_read.h"

bool plan_coming_own(const struct house *house, struct profile *own) {
    struct error err = {0};
    if (!house->store) {
        return false;
    }
    if (!profile_read(house->store, clock_wall_now(&house->clock), own, &err)) {
        log_warning("%s", err.text);
        return false;
    }
    return own->conditions || own->floppy == REPLY_YES;
}

static bool parse(const struct house *house, struct plan_coming *coming, struct faults *faults) {
    struct profile own = {0};
    struct wall now = clock_wall_now(&house->clock);
    struct plan_reading reading = {.catalog = &house->catalog,
                                   .language = text_language(),
                                   .images = house->paths.images,
                                   .own = plan_coming_own(house, &own) ? &own : NULL,
                                   .now_s = now.utc_s,
                                   .begins = house_today(house)};
    return plan_file_parse(coming->path, &coming->text, &reading, &coming->file, faults);
}

// " starter-move starter-quiet": those that are shipped.
static void add_starters(const struct house *house, struct text_builder *text) {
    struct file_names names = {0};
    struct error ignored = {0};
    char *folder = file_join(house->paths.routines, "starters");
    if (file_list(folder, ".cfg", &names, &ignored)) {
        for (int i = 0; i < names.count; i++) {
            int stem = (int)(strlen(names.names[i]) - strlen(".cfg"));
            text_add_format(text, " starter-%.*s", stem, names.names[i]);
        }
        file_names_free(&names);
    }
    memory_free(folder);
}

static bool read_bytes(const struct house *house, const char *what, struct plan_coming *coming,
                       struct faults *faults) {
    bool starter = strcmp(coming->path, what) != 0;
    struct text_builder all = {0};
    if (!starter || file_exists(coming->path)) {
        return tree_read_bytes(coming->path, &coming->text, faults);
    }
    add_starters(house, &all);
    faults_add(faults, FAULT_ERROR, 0, NULL, "there is no %s; there are:%s", what,
               all.text ? all.text : " -");
    text_builder_free(&all);
    return false;
}

static void begin(const struct house *house, struct plan_coming *coming) {
    if (coming->file.undated && coming->file.plan.by == BY_STARTER) {
        char *begun = plan_file_begun(coming->text.data, house_today(house));
        bytes_free(&coming->text);
        coming->text = (struct bytes){.data = begun, .length = strlen(begun)};
    }
}

bool plan_coming_read(struct house *house, const char *what, struct plan_coming *coming,
                      struct faults *faults) {
    house_read_catalog(house);
    *coming = (struct plan_coming){.path = plan_file_path(house->paths.routines, what)};
    if (!read_bytes(house, what, coming, faults) || !parse(house, coming, faults)) {
        faults_sort(faults);
        plan_coming_free(coming);
        return false;
    }
    begin(house, coming);
    return true;
}

bool plan_coming_is_routine(const struct house *house, const char *path,
                            struct text_builder *title) {
    const struct routine_reading reading = {.shared = &house->catalog.shared,
                                            .language = text_language(),
                                            .images = house->paths.images};
    struct routine routine = {0};
    struct faults ignored = {0};
    bool whole = routine_file_read(path, &reading, &routine, &ignored);
    if (whole) {
        text_add(title, routine.title);
        routine_free(&routine);
    }
    faults_free(&ignored);
    return whole;
}

void plan_coming_free(struct plan_coming *coming) {
    plan_file_free(&coming->file);
    bytes_free(&coming->text);
    memory_free(coming->path);
    *coming = (struct plan_coming){0};
}

// Whether there is a place among those that are in force or will be, one of this id left out.
static bool has_place(struct house *house, const char *id, struct error *err) {
    struct plan_shelf shelf;
    struct plan_standing *standings;
    if (!plan_shelf_read(house, &shelf, err)) {
        return false;
    }
    int count = plan_standings(&shelf, house_today(house), &standings), others = 0;
    for (int i = 0; i < count; i++) {
        bool serves = standings[i].state != PLAN_ENDED && standings[i].state != PLAN_REMOVED;
        others += serves && strcmp(standings[i].id, id) != 0;
    }
    memory_free(standings);
    plan_shelf_free(&shelf);
    return others < PLANS_MAX ||
           error_set(err, ERROR_INPUT,
                     _("there are %d plans already; repose plan remove ID ends one"),
                     (int)PLANS_MAX);
}

bool plan_coming_keep(struct house *house, const struct plan_coming *coming, bool *added,
                      char row[UUID_TEXT_MAX], struct error *err) {
    char whole[PATH_MAX], person[sizeof coming->person];
    text_copy(person, sizeof person, coming->person);
    struct stored_plan plan = {.added = clock_wall_now(&house->clock),
                               .text = coming->text.data,
                               .name = realpath(coming->path, whole),
                               .person = person};
    *added = false;
    row[0] = '\0';
    if (!has_place(house, coming->file.plan.id, err)) {
        return false;
    }
    text_copy(plan.id, sizeof plan.id, coming->file.plan.id);
    bool kept = plans_add(house->store, &plan, added, err);
    text_copy(row, UUID_TEXT_MAX, plan.row);
    return kept;
}
