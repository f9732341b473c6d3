// SPDX-License-Identifier: MIT
#include "run/plan_coming.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "files/tree.h"
#include "run/profile_read.h"
#include "store/plans.h"

static bool parse(struct house *house, struct plan_coming *coming, struct faults *faults) {
    struct profile profile = {0};
    struct error err = {0};
    struct wall now = clock_wall_now(&house->clock);
    if (!profile_read(house->store, now, &profile, &err)) {
        log_warning("%s", err.text);
    }
    struct plan_reading reading = {.catalog = &house->catalog,
                                   .language = text_language(),
                                   .images = house->paths.images,
                                   .own = &profile,
                                   .now_s = now.utc_s,
                                   .begins = house_today(house)};
    return plan_file_parse(coming->path, &coming->text, &reading, &coming->file, faults);
}

bool plan_coming_read(struct house *house, const char *what, struct plan_coming *coming,
                      struct faults *faults) {
    house_read_catalog(house);
    *coming = (struct plan_coming){.path = plan_file_path(house->paths.routines, what)};
    if (!tree_read_bytes(coming->path, &coming->text, faults) || !parse(house, coming, faults)) {
        faults_sort(faults);
        plan_coming_free(coming);
        return false;
    }
    return true;
}

void plan_coming_free(struct plan_coming *coming) {
    plan_file_free(&coming->file);
    bytes_free(&coming->text);
    memory_free(coming->path);
    *coming = (struct plan_coming){0};
}

bool plan_coming_keep(const struct house *house, const struct plan_coming *coming, bool *added,
                      char row[UUID_TEXT_MAX], struct error *err) {
    struct stored_plan plan = {.added = clock_wall_now(&house->clock),
                               .removed = INT64_MAX,
                               .text = coming->text.data,
                               .name = coming->path};
    text_copy(plan.id, sizeof plan.id, coming->file.plan.id);
    bool kept = plans_add(house->store, &plan, added, err);
    text_copy(row, UUID_TEXT_MAX, plan.row);
    return kept;
}
