// SPDX-License-Identifier: MIT
#include "cli/plan_find.h"

#include <string.h>

#include "base/memory.h"
#include "run/day_words.h"
#include "run/plan_change.h"

static int number_of(const struct plan_shelf *shelf, const struct plan *plan) {
    int number = 1;
    for (const struct plan *each; (each = plan_version(shelf, plan->id, number)) && each != plan;) {
        number++;
    }
    return number;
}

static void take(const struct plan_shelf *shelf, const struct plan *plan,
                 struct plan_standing *standing) {
    standing->plan = plan;
    standing->version = number_of(shelf, plan);
}

static bool take_number(const struct plan_shelf *shelf, int64_t number,
                        struct plan_standing *standing, struct error *err) {
    const struct plan *plan = number >= 1 && number <= standing->versions
                                  ? plan_version(shelf, standing->id, (int)number)
                                  : NULL;
    if (!plan) {
        return error_set(err, ERROR_MISSING,
                         _("%s has no version %lld; there are versions 1 to %d"), standing->id,
                         (long long)number, standing->versions);
    }
    take(shelf, plan, standing);
    return true;
}

static bool take_day(const struct plan_shelf *shelf, int64_t day, struct plan_standing *standing,
                     struct error *err) {
    char words[DAY_WORDS_DATE_MAX];
    const struct plan *plan = plan_in_force(&shelf->book, standing->id, day);
    if (!plan) {
        return error_set(err, ERROR_MISSING, _("no version of %s was in force on %s"), standing->id,
                         day_words_day(day, words));
    }
    take(shelf, plan, standing);
    return true;
}

// What stands behind the "@".
static bool take_version(const struct plan_shelf *shelf, const char *which,
                         struct plan_standing *standing, struct error *err) {
    int64_t number;
    struct wall wall;
    struct error ignored = {0};
    if (text_read_whole(which, &number)) {
        return take_number(shelf, number, standing, err);
    }
    if (strlen(which) == strlen("2026-11-21") && wall_read(which, &wall, &ignored)) {
        return take_day(shelf, wall_day(wall), standing, err);
    }
    return error_set(err, ERROR_INPUT,
                     _("%s@%s: behind the @ stands the number of a version or a date: %s@1, "
                       "%s@2026-11-21"),
                     standing->id, which, standing->id, standing->id);
}

bool plan_find(const struct plan_shelf *shelf, const char *word, int64_t today, bool newest,
               struct plan_standing *standing, struct error *err) {
    struct text_builder id = {0};
    size_t length = strcspn(word, "@");
    text_add_bytes(&id, word, length);
    text_add(&id, "");
    bool found = plan_must_be(shelf, id.text, err) && plan_stands(shelf, id.text, today, standing);
    text_builder_free(&id);
    if (found && word[length] == '@') {
        return take_version(shelf, word + length + 1, standing, err);
    }
    if (found && newest) {
        take(shelf, plan_version(shelf, standing->id, standing->versions), standing);
    }
    return found;
}
