// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"
#include "core/week.h"
#include "files/plan_parts.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

enum { OF_ROUTINE = 1, MINUTES_OF_DAY = 24 * 60 };

// Keys of the first kind have no place beside a task, which is a tick.
static const struct key item_keys[] = {
    {"routine", false, 0},
    {"task", true, 0},
    {"per_day", false, 0},
    {"days", false, 0},
    {"at", false, 0},
    {"from", false, 0},
    {"to", false, 0},
    {"why", true, 0},
    {"say", true, OF_ROUTINE},
    {"note", true, 0},
    {"despite", true, OF_ROUTINE},
    {"reps", false, OF_ROUTINE},
    {"hold", false, OF_ROUTINE},
    {"rest", false, OF_ROUTINE},
    {"move", false, OF_ROUTINE},
    {"effort", false, OF_ROUTINE},
    {"tempo", false, OF_ROUTINE},
    {"side", false, OF_ROUTINE},
    {"mirror", false, OF_ROUTINE},
    {"only", false, OF_ROUTINE},
};

static const char *const day_words[WEEK_DAYS] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

static void read_days(const struct group *group, struct plan_item *item) {
    item->days = PLAN_EVERY_DAY;
    if (group_words(group, "days", day_words, WEEK_DAYS, &item->days) && !item->days) {
        group_fault(group, "days", "names no day; without `days` it is every day");
    }
}

// "08:00", as minutes after midnight; -1: it is no time of a day.
static int minutes_of(const char *text) {
    const char *digits = "0123456789";
    if (strlen(text) != 5 || text[2] != ':' || strspn(text, digits) != 2 ||
        strspn(text + 3, digits) != 2) {
        return -1;
    }
    int hour = (text[0] - '0') * 10 + text[1] - '0';
    int minute = (text[3] - '0') * 10 + text[4] - '0';
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

static void add_time(const struct group *group, const struct node *node, const char *key,
                     struct plan_item *item) {
    if (!group_check_text(group, node, key, ROUTINE_TEXT_MAX)) {
        return;
    }
    int minutes = minutes_of(node_text(node));
    if (minutes < 0) {
        group_node_fault(group, node, key, "must be a time of day, as \"08:00\" or \"20:30\"");
        return;
    }
    for (int i = 0; i < item->at_count; i++) {
        if (item->at[i] == minutes) {
            group_node_fault(group, node, key, "stands there twice");
            return;
        }
    }
    item->at[item->at_count++] = minutes;
}

static void read_times(const struct group *group, struct plan_item *item) {
    const struct node *list = group_list(group, "at");
    int count = list ? node_length(list) : 0;
    if (count > PLAN_PER_DAY_MAX || (item->per_day && count > item->per_day)) {
        group_fault(group, "at", "%d times of day are above per_day, %d", count, item->per_day);
        return;
    }
    for (int i = 0; i < count; i++) {
        add_time(group, node_element(list, i), group_element_key(group, "at", i), item);
    }
}

static void read_side(const struct group *group, struct plan_item *item) {
    static const char *const words[] = {"both", "left", "right"};
    static const enum side sides[] = {SIDE_NONE, SIDE_LEFT, SIDE_RIGHT};
    int word = 0;
    group_word(group, "side", words, COUNT(words), &word);
    item->side = sides[word];
}

// Whether any of the days that the item names falls into its span and the plan's.
static bool ever_falls(const struct plan *plan, const struct plan_item *item) {
    int64_t from = item->from > plan->from ? item->from : plan->from;
    int64_t to = item->to < plan->to ? item->to : plan->to;
    for (int64_t day = from; day <= to && day < from + WEEK_DAYS; day++) {
        if (item->days >> week_day(day) & 1U) {
            return true;
        }
    }
    return false;
}

static void read_when(const struct group *group, const struct plan *plan, struct plan_item *item) {
    int errors = group->reading->faults->errors;
    item->from = INT64_MIN;
    item->to = INT64_MAX;
    if (group_require(group, "per_day")) {
        group_whole(group, "per_day", 1, PLAN_PER_DAY_MAX, &item->per_day);
    }
    read_days(group, item);
    read_times(group, item);
    plan_span_read(group, &item->from, &item->to);
    if (group->reading->faults->errors == errors && !ever_falls(plan, item)) {
        group_warning(group, NULL, "falls on no day of the plan");
    }
}

static void refuse_for_task(const struct group *group) {
    for (int i = 0; i < COUNT(item_keys); i++) {
        if (item_keys[i].kinds == OF_ROUTINE && group_has(group, item_keys[i].name)) {
            group_fault(group, item_keys[i].name, "a task is a tick and has none");
        }
    }
}

static void read_texts(const struct group *group, struct plan_item *item) {
    group_text(group, "why", ROUTINE_TEXT_MAX, &item->why);
    group_text(group, "say", ROUTINE_TEXT_MAX, &item->say);
    group_text(group, "note", ROUTINE_TEXT_MAX, &item->note);
    group_text(group, "despite", ROUTINE_TEXT_MAX, &item->despite);
}

static void read_item(const struct group *group, const struct plan_reader *reader,
                      struct plan_item *item) {
    bool is_routine = group_has(group, "routine");
    bool is_task = group_has(group, "task");
    group_check_keys(group, item_keys, COUNT(item_keys));
    read_when(group, &reader->file->plan, item);
    read_texts(group, item);
    if (is_routine == is_task) {
        group_fault(group, is_task ? "task" : NULL,
                    is_task ? N_("an item is a routine or a task, not both")
                            : N_("an item has a routine or a task"));
        return;
    }
    if (is_task) {
        if (group_required_text(group, "task", ROUTINE_TITLE_MAX, &item->task)) {
            item->task_names = group_text_names(group, "task");
        }
        refuse_for_task(group);
        return;
    }
    const struct routine *routine = NULL;
    if (group_required_text(group, "routine", ROUTINE_TEXT_MAX, &item->routine)) {
        routine = plan_routine_find(group, reader, item->routine);
    }
    read_side(group, item);
    plan_dose_read(group, reader, routine, &item->dose);
    if (routine) {
        plan_gates_check(group, reader, routine, item->despite);
    }
}

static bool is_same_text(const char *one, const char *other) {
    return one && other && strcmp(one, other) == 0;
}

// Whether both ask for the same on some day: then it could not be told which of them was done.
static bool overlap(const struct plan_item *one, const struct plan_item *other) {
    bool same = is_same_text(one->routine, other->routine) || is_same_text(one->task, other->task);
    bool apart = one->side != other->side && one->side != SIDE_NONE && other->side != SIDE_NONE;
    return same && !apart && (one->days & other->days) && one->from <= other->to &&
           other->from <= one->to;
}

static void check_overlap(const struct group *group, const struct plan_reader *reader,
                          const struct plan_item *item) {
    const struct plan *plan = &reader->file->plan;
    for (int i = 0; i < plan->item_count; i++) {
        if (overlap(&plan->items[i], item)) {
            group_fault(group, item->task ? "task" : "routine",
                        "items[%d] asks for it on the same days; one item with a larger per_day "
                        "says both",
                        reader->item_numbers[i]);
            return;
        }
    }
}

static void read_one(const struct group *group, struct plan_reader *reader) {
    struct plan *plan = &reader->file->plan;
    int errors = group->reading->faults->errors;
    struct plan_item item = {.days = PLAN_EVERY_DAY, .dose = plan_dose_none()};
    read_item(group, reader, &item);
    if (group->reading->faults->errors != errors) {
        return;
    }
    check_overlap(group, reader, &item);
    plan->items[plan->item_count++] = item;
}

void plan_items_read(const struct group *top, struct plan_reader *reader) {
    const struct node *list = group_require(top, "items") ? group_list(top, "items") : NULL;
    int count = list ? node_length(list) : 0;
    if (list && count == 0) {
        group_fault(top, "items", "holds no item");
    } else if (count > PLAN_ITEMS_MAX) {
        group_fault(top, "items", "%d are above %d", count, PLAN_ITEMS_MAX);
        return;
    }
    for (int i = 0; i < count; i++) {
        struct group group = {
            .reading = &reader->reading,
            .node = node_element(list, i),
            .path = group_element_key(top, "items", i),
        };
        reader->item_numbers[reader->file->plan.item_count] = i + 1;
        if (node_is_group(group.node)) {
            read_one(&group, reader);
        } else {
            group_node_fault(&group, group.node, NULL, "an item is a group in { }");
        }
    }
}
