// SPDX-License-Identifier: MIT
#include "run/plan_shelf.h"

#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

static char *first_error(struct faults *faults, const char *id) {
    faults_sort(faults);
    for (int i = 0; i < faults->count; i++) {
        if (faults->items[i].level == FAULT_ERROR) {
            return fault_text(&faults->items[i], id);
        }
    }
    return memory_text(id);
}

bool plan_shelf_parse(const struct house *house, const struct stored_plan *stored,
                      struct plan_file *file, struct faults *faults) {
    struct bytes bytes = {.data = memory_text(stored->text), .length = strlen(stored->text)};
    struct plan_reading reading = {
        .catalog = house->catalog_read ? &house->catalog : NULL,
        .kept = true,
        .language = text_language(),
        .images = house->paths.images,
        .begins = wall_day_of(stored->added, house->settings.day_starts_min),
    };
    bool good = plan_file_parse(stored->name, &bytes, &reading, file, faults);
    bytes_free(&bytes);
    return good;
}

static bool read_file(const struct house *house, const struct stored_plan *stored,
                      struct plan_file *file) {
    struct faults faults = {0};
    bool good = plan_shelf_parse(house, stored, file, &faults);
    if (!good) {
        char added[WALL_TEXT_MAX];
        char *why = first_error(&faults, stored->id);
        log_warning(_("a plan that was added at %s cannot be read any more and is left out: %s"),
                    wall_text(stored->added, added), why);
        memory_free(why);
    }
    faults_free(&faults);
    return good;
}

static void take_versions(const struct house *house, struct plan_shelf *shelf) {
    size_t count = (size_t)shelf->stored.count + 1;
    shelf->files = memory_new(count, sizeof *shelf->files);
    shelf->versions = memory_new(count, sizeof *shelf->versions);
    for (int i = 0; i < shelf->stored.count; i++) {
        const struct stored_plan *stored = &shelf->stored.plans[i];
        if (read_file(house, stored, &shelf->files[i])) {
            shelf->versions[shelf->book.version_count++] = (struct plan_version){
                .plan = &shelf->files[i].plan,
                .added = wall_day_of(stored->added, house->settings.day_starts_min),
                .removed = stored->removed,
            };
        }
    }
    shelf->book.versions = shelf->versions;
}

static void take_rests(struct plan_shelf *shelf) {
    shelf->rests = memory_new((size_t)shelf->stored_pauses.count + 1, sizeof *shelf->rests);
    for (int i = 0; i < shelf->stored_pauses.count; i++) {
        const struct stored_pause *pause = &shelf->stored_pauses.pauses[i];
        shelf->rests[i] = (struct plan_rest){
            .plan = *pause->plan ? pause->plan : NULL, .from = pause->from, .to = pause->to};
    }
    shelf->book.rests = shelf->rests;
    shelf->book.rest_count = shelf->stored_pauses.count;
}

bool plan_shelf_read(struct house *house, struct plan_shelf *shelf, struct error *err) {
    *shelf = (struct plan_shelf){0};
    if (!house->store) {
        return true;
    }
    if (!plans_list(house->store, &shelf->stored, err) ||
        !plan_pauses_list(house->store, &shelf->stored_pauses, err)) {
        plan_shelf_free(shelf);
        return false;
    }
    take_versions(house, shelf);
    take_rests(shelf);
    return true;
}

void plan_shelf_free(struct plan_shelf *shelf) {
    for (int i = 0; shelf->files && i < shelf->stored.count; i++) {
        plan_file_free(&shelf->files[i]);
    }
    memory_free(shelf->files);
    memory_free(shelf->versions);
    memory_free(shelf->rests);
    stored_plan_list_free(&shelf->stored);
    stored_pause_list_free(&shelf->stored_pauses);
    *shelf = (struct plan_shelf){0};
}

static int index_of(const struct plan_shelf *shelf, const struct plan *plan) {
    for (int i = 0; i < shelf->stored.count; i++) {
        if (&shelf->files[i].plan == plan) {
            return i;
        }
    }
    return -1;
}

const struct plan_file *plan_shelf_file(const struct plan_shelf *shelf, const struct plan *plan) {
    int index = index_of(shelf, plan);
    return index >= 0 ? &shelf->files[index] : NULL;
}

const struct stored_plan *plan_shelf_stored(const struct plan_shelf *shelf,
                                            const struct plan *plan) {
    int index = index_of(shelf, plan);
    return index >= 0 ? &shelf->stored.plans[index] : NULL;
}

int plan_shelf_in_force(const struct plan_shelf *shelf, int64_t day,
                        const struct plan *plans[PLANS_MAX]) {
    return plans_in_force(&shelf->book, day, plans, PLANS_MAX);
}
