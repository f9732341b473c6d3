// SPDX-License-Identifier: MIT
#include "run/plan_state.h"

#include <string.h>

#include "base/memory.h"
#include "run/day_words.h"

const char *const plan_state_words[PLAN_STATES] = {
    [PLAN_IN_FORCE] = "in-force", [PLAN_RESTS] = "paused",    [PLAN_BEGINS] = "begins",
    [PLAN_ENDED] = "ended",       [PLAN_REMOVED] = "removed",
};

static bool is_of(const struct plan_version *version, const char *id) {
    return strcmp(version->plan->id, id) == 0;
}

static const struct plan_version *version_of(const struct plan_shelf *shelf,
                                             const struct plan *plan) {
    for (int i = 0; i < shelf->book.version_count; i++) {
        if (shelf->versions[i].plan == plan) {
            return &shelf->versions[i];
        }
    }
    return NULL;
}

static const struct plan_version *newest_of(const struct plan_shelf *shelf, const char *id) {
    for (int i = shelf->book.version_count - 1; i >= 0; i--) {
        if (is_of(&shelf->versions[i], id)) {
            return &shelf->versions[i];
        }
    }
    return NULL;
}

const struct plan *plan_version(const struct plan_shelf *shelf, const char *id, int number) {
    for (int i = 0; i < shelf->book.version_count; i++) {
        if (is_of(&shelf->versions[i], id) && --number == 0) {
            return shelf->versions[i].plan;
        }
    }
    return NULL;
}

int64_t plan_added(const struct plan_shelf *shelf, const struct plan *plan) {
    const struct plan_version *version = version_of(shelf, plan);
    return version ? version->added : INT64_MIN;
}

static int64_t rests_until(const struct plan_shelf *shelf, const struct plan *plan, int64_t today) {
    while (today < plan->to && plan_rests(&shelf->book, plan, today + 1)) {
        today++;
    }
    return today;
}

// Of a plan that is not in force, by its newest version.
static void stand_aside(const struct plan_version *newest, int64_t today,
                        struct plan_standing *standing) {
    int64_t begins = newest->added > today && newest->added > newest->plan->from
                         ? newest->added
                         : newest->plan->from;
    if (newest->removed != INT64_MAX) {
        standing->state = PLAN_REMOVED;
        standing->day = newest->removed - 1 < standing->day ? newest->removed - 1 : standing->day;
    } else if (begins > today) {
        standing->state = PLAN_BEGINS;
        standing->day = begins;
    } else {
        standing->state = PLAN_ENDED;
    }
}

static void count_versions(const struct plan_shelf *shelf, struct plan_standing *standing) {
    for (int i = 0; i < shelf->book.version_count; i++) {
        if (is_of(&shelf->versions[i], standing->id)) {
            standing->versions++;
            if (shelf->versions[i].plan == standing->plan) {
                standing->version = standing->versions;
            }
        }
    }
}

bool plan_stands(const struct plan_shelf *shelf, const char *id, int64_t today,
                 struct plan_standing *standing) {
    const struct plan_version *newest = newest_of(shelf, id);
    if (!newest) {
        return false;
    }
    const struct plan *serving = plan_in_force(&shelf->book, id, today);
    const struct plan *plan = serving ? serving : newest->plan;
    *standing = (struct plan_standing){.id = newest->plan->id, .plan = plan, .day = plan->to};
    count_versions(shelf, standing);
    if (!serving) {
        stand_aside(newest, today, standing);
    } else {
        if (plan_rests(&shelf->book, plan, today)) {
            standing->state = PLAN_RESTS;
            standing->day = rests_until(shelf, plan, today);
        }
        bool follows = newest->plan != plan && newest->removed == INT64_MAX;
        standing->next = follows ? newest->plan : NULL;
        standing->next_day = newest->plan->from > today ? newest->plan->from : today + 1;
    }
    return true;
}

int plan_standings(const struct plan_shelf *shelf, int64_t today,
                   struct plan_standing **standings) {
    int count = 0;
    *standings = memory_new((size_t)shelf->book.version_count + 1, sizeof **standings);
    for (int i = 0; i < shelf->book.version_count; i++) {
        const char *id = shelf->versions[i].plan->id;
        bool first = plan_version(shelf, id, 1) == shelf->versions[i].plan;
        if (first && plan_stands(shelf, id, today, &(*standings)[count])) {
            count++;
        }
    }
    return count;
}

void plan_span_tell(struct text_builder *text, int64_t from, int64_t to) {
    char first[DAY_WORDS_DATE_MAX], last[DAY_WORDS_DATE_MAX];
    day_words_day(from, first);
    if (to == INT64_MAX) {
        text_add_format(text, _("from %s on"), first);
    } else if (to == from) {
        text_add_format(text, _("on %s"), first);
    } else {
        text_add_format(text, _("from %s to %s"), first, day_words_day(to, last));
    }
}

void plan_state_tell(struct text_builder *text, const struct plan_standing *standing) {
    char day[DAY_WORDS_DATE_MAX];
    bool open = standing->day == INT64_MAX;
    day_words_day(open ? 0 : standing->day, day);
    switch (standing->state) {
    case PLAN_RESTS:
        text_add_format(text, _("paused until %s"), day);
        break;
    case PLAN_BEGINS:
        text_add_format(text, _("begins on %s"), day);
        break;
    case PLAN_ENDED:
        text_add_format(text, _("ended on %s"), day);
        break;
    case PLAN_REMOVED:
        if (standing->day < standing->plan->from) {
            text_add(text, _("removed"));
        } else {
            text_add_format(text, _("removed; its last day was %s"), day);
        }
        break;
    default:
        if (open) {
            text_add(text, _("in force"));
        } else {
            text_add_format(text, _("in force until %s"), day);
        }
        break;
    }
}

const char *plan_nearest(const struct plan_shelf *shelf, const char *id) {
    const char **ids = memory_new((size_t)shelf->book.version_count + 1, sizeof *ids);
    for (int i = 0; i < shelf->book.version_count; i++) {
        ids[i] = shelf->versions[i].plan->id;
    }
    const char *nearest = text_nearest(id, ids, (size_t)shelf->book.version_count);
    memory_free(ids);
    return nearest;
}
