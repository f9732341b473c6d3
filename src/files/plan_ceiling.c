// SPDX-License-Identifier: MIT
#include "core/routine_kind.h"
#include "files/plan_parts.h"

// Whether a plan asks for more face routines on a day than it lets be played.

enum { WEEK = 7 };

// Times of face routines on a day.
static int asked_on(const struct plan_reader *reader, int64_t day) {
    const struct plan_file *file = reader->file;
    int sum = 0;
    for (int i = 0; i < file->plan.item_count; i++) {
        const char *id = file->plan.items[i].routine;
        const struct routine *routine =
            id ? plan_file_routine(file, reader->asked->catalog, id) : NULL;
        bool face = routine && routine_is_face_routine(routine);
        sum += face ? plan_item_due(&file->plan, i, day) : 0;
    }
    return sum;
}

// The most of the week that begins on a day: from there to the next first day of an item it
// repeats.
static int most_of_week(const struct plan_reader *reader, int64_t first) {
    int most = 0;
    for (int64_t day = first; day < first + WEEK; day++) {
        int asked = asked_on(reader, day);
        most = asked > most ? asked : most;
    }
    return most;
}

void plan_ceiling_check(const struct group *top, const struct plan_reader *reader) {
    const struct plan *plan = &reader->file->plan;
    if (plan->ceiling == 0 || plan_is_kept(reader)) {
        return;
    }
    int most = most_of_week(reader, plan->from);
    for (int i = 0; i < plan->item_count; i++) {
        int64_t from = plan->items[i].from;
        int asked = from > plan->from ? most_of_week(reader, from) : 0;
        most = asked > most ? asked : most;
    }
    if (most > plan->ceiling) {
        group_warning(top, "ceiling",
                      "the items ask for up to %d face routines a day, of which %d may be played; "
                      "write ceiling = %d, or ask for less",
                      most, plan->ceiling, most);
    }
}
