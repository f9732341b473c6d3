// SPDX-License-Identifier: MIT
#include "run/plan_words.h"

#include "run/day_words.h"
#include "run/words.h"

static const char *const field_texts[PLAN_FIELDS] = {
    [PLAN_TITLE] = N_("title"),
    [PLAN_AUTHOR] = N_("author"),
    [PLAN_BY] = N_("written by"),
    [PLAN_CONTACT] = N_("contact"),
    [PLAN_GOAL] = N_("goal"),
    [PLAN_REVIEW] = N_("review"),
    [PLAN_FROM] = N_("first day"),
    [PLAN_TO] = N_("last day"),
    [PLAN_CONDITIONS] = N_("written for"),
    [PLAN_AFFECTED] = N_("affected side"),
    [PLAN_CEILING] = N_("face routines a day at most"),
    [PLAN_ASKS] = N_("asked for"),
    [PLAN_BETWEEN] = N_("between two face routines"),
    [ITEM_PER_DAY] = N_("times a day"),
    [ITEM_DAYS] = N_("days"),
    [ITEM_AT] = N_("times of day"),
    [ITEM_FROM] = N_("first day"),
    [ITEM_TO] = N_("last day"),
    [ITEM_SIDE] = N_("side"),
    [ITEM_REPS] = N_("repetitions"),
    [ITEM_MOVE] = N_("movement"),
    [ITEM_HOLD] = N_("hold"),
    [ITEM_REST] = N_("rest"),
    [ITEM_EFFORT] = N_("effort"),
    [ITEM_TEMPO] = N_("tempo"),
    [ITEM_MIRROR] = N_("mirror"),
    [ITEM_ONLY] = N_("steps"),
    [ITEM_WHY] = N_("why"),
    [ITEM_SAY] = N_("to be said"),
    [ITEM_NOTE] = N_("note"),
    [ITEM_DESPITE] = N_("reason although it is closed"),
};

const char *plan_words_field(enum plan_field field) {
    return _(field_texts[field]);
}

// The routine by its title, its id where it cannot be found; the side only where it is one.
void plan_words_name(struct text_builder *text, const struct plan_file *file,
                     const struct catalog *catalog, int item) {
    const struct plan_item *asked = &file->plan.items[item];
    const struct routine *routine =
        asked->routine ? plan_file_routine(file, catalog, asked->routine) : NULL;
    if (asked->task) {
        text_add(text, asked->task);
    } else {
        text_add(text, routine ? routine->title : asked->routine);
    }
    if (asked->side != SIDE_NONE) {
        text_add_format(text, ", %s", words_side(asked->side));
    }
}

void plan_words_item(struct text_builder *text, const struct plan_file *file,
                     const struct catalog *catalog, int item) {
    int per_day = file->plan.items[item].per_day;
    plan_words_name(text, file, catalog, item);
    text_add_format(
        text, text_translate_count(", %d time a day", ", %d times a day", (unsigned long)per_day),
        per_day);
}

static void add_pause(struct text_builder *text, const struct plan_pause *pause) {
    char from[DAY_WORDS_DATE_MAX], to[DAY_WORDS_DATE_MAX];
    text_add_format(text, _("a pause from %s to %s"), day_words_day(pause->from, from),
                    day_words_day(pause->to, to));
    if (pause->reason) {
        text_add_format(text, " (%s)", pause->reason);
    }
}

static void add_values(struct text_builder *text, const struct plan_versions *versions,
                       const struct plan_change *change) {
    text_add_format(text, "%s ", _(field_texts[change->field]));
    plan_words_value(text, &versions->before->plan, change->before, change->field);
    text_add(text, " -> ");
    plan_words_value(text, &versions->after->plan, change->after, change->field);
}

void plan_words_change(struct text_builder *text, const struct plan_versions *versions,
                       const struct plan_change *change) {
    const struct plan_file *before = versions->before, *after = versions->after;
    switch (change->kind) {
    case CHANGE_FIELD:
        add_values(text, versions, change);
        break;
    case CHANGE_ORDER:
        text_add(text, _("the order is another"));
        break;
    case CHANGE_ITEM:
        plan_words_name(text, after, versions->catalog, change->after);
        text_add(text, ": ");
        add_values(text, versions, change);
        break;
    case CHANGE_ITEM_ADDED:
        text_add(text, _("new: "));
        plan_words_item(text, after, versions->catalog, change->after);
        break;
    case CHANGE_ITEM_REMOVED:
        text_add(text, _("no longer: "));
        plan_words_item(text, before, versions->catalog, change->before);
        break;
    case CHANGE_PAUSE_ADDED:
        text_add(text, _("new: "));
        add_pause(text, &after->plan.pauses[change->after]);
        break;
    case CHANGE_PAUSE_REMOVED:
        text_add(text, _("no longer: "));
        add_pause(text, &before->plan.pauses[change->before]);
        break;
    }
}
