// SPDX-License-Identifier: MIT
#include "run/plan_lines.h"

#include "base/clock.h"
#include "base/memory.h"
#include "run/day_words.h"
#include "run/plan_words.h"

static void add_dot(struct text_builder *text) {
    text_add(text, " \u00b7 ");
}

static int year_of(int64_t day) {
    int year, month, number;
    date_of_day(day, &year, &month, &number);
    return year;
}

static void add_range(struct text_builder *text, int64_t from, int64_t to) {
    char first[DAY_WORDS_DATE_MAX], last[DAY_WORDS_DATE_MAX];
    if (from == to) {
        text_add(text, day_words_day(from, first));
    } else if (to == INT64_MAX) {
        // TRANSLATORS: %s is a date
        text_add_format(text, _("from %s"), day_words_day(from, first));
    } else {
        bool same = year_of(from) == year_of(to);
        // TRANSLATORS: two dates: 23 November to 20 December 2026
        text_add_format(text, _("%s to %s"),
                        same ? day_words_day_month(from, first) : day_words_day(from, first),
                        day_words_day(to, last));
    }
}

void plan_lines_whose(struct text_builder *text, const struct plan *plan) {
    if (plan->by == BY_THERAPIST) {
        // TRANSLATORS: %s is who wrote a plan
        text_add_format(text, _("From %s"), plan->author);
        add_dot(text);
    } else if (plan->by == BY_SELF) {
        text_add(text, _("Your own plan"));
        add_dot(text);
    }
    add_range(text, plan->from, plan->to);
}

void plan_lines_left(struct text_builder *text, const struct plan *plan, int64_t today) {
    char day[DAY_WORDS_DATE_MAX];
    if (plan->from > today) {
        // TRANSLATORS: weekday, date
        text_add_format(text, _("Begins on %s, %s"), day_words_weekday(plan->from),
                        day_words_day(plan->from, day));
    } else if (plan->to < today) {
        // TRANSLATORS: weekday, date
        text_add_format(text, _("Ended on %s, %s"), day_words_weekday(plan->to),
                        day_words_day(plan->to, day));
    } else if (plan->to == today) {
        text_add(text, _("The last day is today"));
    } else if (plan->to != INT64_MAX) {
        int64_t left = plan->to - today;
        text_add_format(text,
                        text_translate_count("%d more day", "%d more days", (unsigned long)left),
                        (int)left);
    }
}

void plan_lines_often(struct text_builder *text, const struct plan *plan, int item) {
    const struct plan_item *asked = &plan->items[item];
    if (asked->per_day == 1) {
        text_add(text, _("once a day"));
    } else {
        text_add_format(
            text,
            text_translate_count("%d time a day", "%d times a day", (unsigned long)asked->per_day),
            asked->per_day);
    }
    if (asked->days != PLAN_EVERY_DAY) {
        add_dot(text);
        plan_words_value(text, plan, item, ITEM_DAYS);
    }
    bool begins = asked->from != INT64_MIN && asked->from > plan->from;
    bool ends = asked->to != INT64_MAX && asked->to < plan->to;
    char day[DAY_WORDS_DATE_MAX];
    if (begins || ends) {
        add_dot(text);
    }
    if (begins) {
        add_range(text, asked->from, ends ? asked->to : INT64_MAX);
    } else if (ends) {
        // TRANSLATORS: %s is a date
        text_add_format(text, _("until %s"), day_words_day(asked->to, day));
    }
}

void plan_lines_times(struct text_builder *text, const struct plan *plan, int item) {
    if (plan->items[item].at_count > 0) {
        plan_words_value(text, plan, item, ITEM_AT);
    }
}

// Whether the dose says anything about a field.
static bool is_given(const struct plan_dose *dose, enum plan_field field) {
    switch (field) {
    case ITEM_REPS:
        return dose->reps >= 0;
    case ITEM_MOVE:
        return dose->move_ms >= 0;
    case ITEM_HOLD:
        return dose->hold_ms >= 0;
    case ITEM_REST:
        return dose->rest_ms >= 0;
    case ITEM_EFFORT:
        return dose->effort >= 0;
    case ITEM_TEMPO:
        return dose->tempo > 0;
    case ITEM_MIRROR:
        return dose->mirror_given;
    case ITEM_ONLY:
        return dose->only_count > 0;
    default:
        return false;
    }
}

bool plan_lines_has_dose(const struct plan *plan, int item) {
    const struct plan_item *asked = &plan->items[item];
    bool has = asked->side != SIDE_NONE;
    for (enum plan_field field = ITEM_REPS; field <= ITEM_ONLY; field++) {
        has = has || is_given(&asked->dose, field);
    }
    return has && !asked->task;
}

void plan_lines_dose(struct text_builder *text, const struct plan *plan, int item) {
    bool any = false;
    bool task = plan->items[item].task != NULL;
    for (enum plan_field field = ITEM_REPS; field <= ITEM_ONLY; field++) {
        if (task || !is_given(&plan->items[item].dose, field)) {
            continue;
        }
        if (any) {
            add_dot(text);
        }
        text_add_format(text, "%s ", plan_words_field(field));
        plan_words_value(text, plan, item, field);
        any = true;
    }
}

void plan_lines_asked(struct text_builder *text, const struct plan *plan, int item) {
    bool dose = false;
    for (enum plan_field field = ITEM_REPS; field <= ITEM_ONLY; field++) {
        dose = dose || is_given(&plan->items[item].dose, field);
    }
    if (plan->items[item].side != SIDE_NONE) {
        plan_words_value(text, plan, item, ITEM_SIDE);
        text_add(text, dose ? " \u00b7 " : "");
    }
    plan_lines_dose(text, plan, item);
}

// As an item; a number that gave way to one of hers, or to what a dose allows at most, is not
// given.
static void take_played(const struct timeline_options *options, struct plan_item *item) {
    const struct timeline_asked *asked = &options->asked;
    bool reps = asked->reps > 0 && options->reps == 0 &&
                (options->reps_most == 0 || asked->reps <= options->reps_most);
    bool hold = asked->hold_ms > 0 && (options->hold_ms == 0 || options->hold_ms >= asked->hold_ms);
    bool effort =
        asked->effort_given && (options->effort_most == 0 || asked->effort <= options->effort_most);
    item->side = asked->side;
    item->dose = (struct plan_dose){.reps = reps ? asked->reps : -1,
                                    .effort = effort ? asked->effort : -1,
                                    .move_ms = asked->move_ms > 0 ? asked->move_ms : -1,
                                    .hold_ms = hold ? asked->hold_ms : -1,
                                    .rest_ms = asked->rest_ms > 0 ? asked->rest_ms : -1,
                                    .tempo = asked->tempo > 0 ? asked->tempo : -1,
                                    .mirror = asked->mirror,
                                    .mirror_given = asked->mirror_given};
}

void plan_lines_played(struct text_builder *text, const struct timeline_options *options) {
    struct plan *plan = memory_new(1, sizeof *plan);
    struct text_builder played = {0};
    take_played(options, &plan->items[0]);
    plan_lines_asked(&played, plan, 0);
    if (options->asked.keeps_some) {
        text_add(&played, played.length > 0 ? " \u00b7 " : "");
        text_add(&played, _("some of its steps"));
    }
    if (played.length > 0) {
        // TRANSLATORS: how an exercise was done: "left · repetitions 4 · hold 5 s"
        text_add_format(text, _("As the plan asks: %s"), played.text);
    }
    text_builder_free(&played);
    memory_free(plan);
}

void plan_lines_pause(struct text_builder *text, int64_t from, int64_t to, const char *reason) {
    add_range(text, from, to);
    if (reason && *reason) {
        text_add_format(text, ": %s", reason);
    }
}
