// SPDX-License-Identifier: MIT
#include "run/starters.h"

#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "core/timeline.h"
#include "run/words.h"

static char *first_error(struct faults *faults, const char *path) {
    faults_sort(faults);
    for (int i = 0; i < faults->count; i++) {
        if (faults->items[i].level == FAULT_ERROR) {
            return fault_text(&faults->items[i], path);
        }
    }
    return memory_text(path);
}

// As long as the routine is as written.
static int64_t length_of(const struct routine *routine) {
    struct timeline_options options = timeline_options_written(words_phrases());
    struct error err = {0};
    struct timeline *timeline = routine ? timeline_compile(routine, &options, &err) : NULL;
    int64_t ms = timeline ? timeline->total_ms : 0;
    timeline_free(timeline);
    return ms;
}

static void take_times(const struct house *house, struct starter *starter) {
    const struct plan *plan = &starter->file.plan;
    for (int i = 0; i < plan->item_count; i++) {
        const char *id = plan->items[i].routine;
        const struct routine *routine =
            id ? plan_file_routine(&starter->file, &house->catalog, id) : NULL;
        starter->item_ms[i] = length_of(routine);
    }
    for (int64_t day = plan->from; day < plan->from + PLAN_STARTER_DAYS; day++) {
        int64_t ms = 0;
        for (int i = 0; i < plan->item_count; i++) {
            ms += plan_item_due(plan, i, day) * starter->item_ms[i];
        }
        starter->day_ms = ms > starter->day_ms ? ms : starter->day_ms;
    }
}

static void read_one(struct house *house, struct starter *starter) {
    struct faults faults = {0};
    struct plan_reading reading = {.catalog = &house->catalog,
                                   .language = text_language(),
                                   .images = house->paths.images,
                                   .begins = house_today(house)};
    if (plan_file_read(starter->path, &reading, &starter->file, &faults)) {
        take_times(house, starter);
    } else {
        starter->error = first_error(&faults, starter->path);
    }
    faults_free(&faults);
}

void starters_read(struct house *house, struct starters *starters) {
    struct file_names names;
    struct error err = {0};
    *starters = (struct starters){0};
    if (!house->paths.routines) {
        return;
    }
    house_read_catalog(house);
    char *folder = file_join(house->paths.routines, "starters");
    if (file_list(folder, ".cfg", &names, &err)) {
        starters->starters = memory_new((size_t)names.count + 1, sizeof *starters->starters);
        for (int i = 0; i < names.count; i++) {
            struct starter *starter = &starters->starters[starters->count++];
            starter->path = file_join(folder, names.names[i]);
            read_one(house, starter);
        }
        file_names_free(&names);
    } else {
        log_warning("%s: %s", folder, err.text);
    }
    memory_free(folder);
}

void starters_free(struct starters *starters) {
    for (int i = 0; i < starters->count; i++) {
        plan_file_free(&starters->starters[i].file);
        memory_free(starters->starters[i].path);
        memory_free(starters->starters[i].error);
    }
    memory_free(starters->starters);
    *starters = (struct starters){0};
}
