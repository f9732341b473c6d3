// SPDX-License-Identifier: MIT
#include "core/plan_diff.h"

#include <string.h>

static bool same_text(const char *one, const char *other) {
    return one && other ? strcmp(one, other) == 0 : one == other;
}

static bool same_of_plan(const struct plan *one, const struct plan *other, enum plan_field field) {
    switch (field) {
    case PLAN_TITLE:
        return same_text(one->title, other->title);
    case PLAN_AUTHOR:
        return same_text(one->author, other->author);
    case PLAN_BY:
        return one->by == other->by;
    case PLAN_CONTACT:
        return same_text(one->contact, other->contact);
    case PLAN_GOAL:
        return same_text(one->goal, other->goal);
    case PLAN_REVIEW:
        return one->review == other->review;
    case PLAN_FROM:
        return one->from == other->from;
    case PLAN_TO:
        return one->to == other->to;
    case PLAN_CONDITIONS:
        return one->has_profile == other->has_profile && one->conditions == other->conditions;
    case PLAN_AFFECTED:
        return one->affected == other->affected;
    case PLAN_CEILING:
        return one->ceiling == other->ceiling;
    case PLAN_ASKS:
        return one->asks_told == other->asks_told && one->asks == other->asks;
    default:
        return one->lets_go == other->lets_go;
    }
}

static bool same_times(const struct plan_item *one, const struct plan_item *other) {
    return one->at_count == other->at_count &&
           memcmp(one->at, other->at, (size_t)one->at_count * sizeof *one->at) == 0;
}

static bool same_steps(const struct plan_dose *one, const struct plan_dose *other) {
    bool same = one->only_count == other->only_count;
    for (int i = 0; same && i < one->only_count; i++) {
        same = same_text(one->only[i], other->only[i]);
    }
    return same;
}

static bool same_of_dose(const struct plan_dose *one, const struct plan_dose *other,
                         enum plan_field field) {
    switch (field) {
    case ITEM_REPS:
        return one->reps == other->reps;
    case ITEM_MOVE:
        return one->move_ms == other->move_ms;
    case ITEM_HOLD:
        return one->hold_ms == other->hold_ms;
    case ITEM_REST:
        return one->rest_ms == other->rest_ms;
    case ITEM_EFFORT:
        return one->effort == other->effort;
    case ITEM_TEMPO:
        return !(one->tempo < other->tempo) && !(one->tempo > other->tempo);
    case ITEM_MIRROR:
        return one->mirror_given == other->mirror_given && one->mirror == other->mirror;
    default:
        return same_steps(one, other);
    }
}

static bool same_of_item(const struct plan_item *one, const struct plan_item *other,
                         enum plan_field field) {
    switch (field) {
    case ITEM_PER_DAY:
        return one->per_day == other->per_day;
    case ITEM_DAYS:
        return one->days == other->days;
    case ITEM_AT:
        return same_times(one, other);
    case ITEM_FROM:
        return one->from == other->from;
    case ITEM_TO:
        return one->to == other->to;
    case ITEM_SIDE:
        return one->side == other->side;
    case ITEM_WHY:
        return same_text(one->why, other->why);
    case ITEM_SAY:
        return same_text(one->say, other->say);
    case ITEM_NOTE:
        return same_text(one->note, other->note);
    case ITEM_DESPITE:
        return same_text(one->despite, other->despite);
    default:
        return same_of_dose(&one->dose, &other->dose, field);
    }
}

static bool asks_for_same(const struct plan_item *one, const struct plan_item *other) {
    return same_text(one->routine, other->routine) && same_text(one->task, other->task);
}

// How much two items have in common; each rank includes the ones below.
enum likeness { UNLIKE, ALIKE, OF_ONE_SIDE, OF_ONE_SIDE_AND_DAYS, EQUAL };

static enum likeness likeness_of(const struct plan_item *one, const struct plan_item *other) {
    if (!asks_for_same(one, other)) {
        return UNLIKE;
    }
    if (one->side != other->side) {
        return ALIKE;
    }
    if (one->days != other->days || one->from != other->from || one->to != other->to) {
        return OF_ONE_SIDE;
    }
    for (int field = ITEM_FIELD_FIRST; field < PLAN_FIELDS; field++) {
        if (!same_of_item(one, other, (enum plan_field)field)) {
            return OF_ONE_SIDE_AND_DAYS;
        }
    }
    return EQUAL;
}

// For each item of either version its partner in the other, -1: none.
struct pairs {
    int of_before[PLAN_ITEMS_MAX], of_after[PLAN_ITEMS_MAX];
};

static void pair_at(const struct plan *before, const struct plan *after, enum likeness least,
                    struct pairs *pairs) {
    for (int new = 0; new < after->item_count; new ++) {
        for (int old = 0; old < before->item_count && pairs->of_after[new] < 0; old++) {
            if (pairs->of_before[old] < 0 &&
                likeness_of(&before->items[old], &after->items[new]) >= least) {
                pairs->of_before[old] = new;
                pairs->of_after[new] = old;
            }
        }
    }
}

static struct pairs pair(const struct plan *before, const struct plan *after) {
    struct pairs pairs;
    for (int i = 0; i < PLAN_ITEMS_MAX; i++) {
        pairs.of_before[i] = pairs.of_after[i] = -1;
    }
    for (int least = EQUAL; least > UNLIKE; least--) {
        pair_at(before, after, (enum likeness)least, &pairs);
    }
    return pairs;
}

struct changes {
    struct plan_change *changes;
    int count;
};

static void add(struct changes *to, struct plan_change change) {
    to->changes[to->count++] = change;
}

// Whether what is in both comes in another order.
static bool is_reordered(const struct plan *after, const struct pairs *pairs) {
    int last = -1;
    for (int new = 0; new < after->item_count; new ++) {
        int old = pairs->of_after[new];
        if (old >= 0 && old < last) {
            return true;
        }
        last = old >= 0 ? old : last;
    }
    return false;
}

static void compare_items(const struct plan *before, const struct plan *after,
                          const struct pairs *pairs, struct changes *to) {
    for (int new = 0; new < after->item_count; new ++) {
        int old = pairs->of_after[new];
        if (old < 0) {
            add(to, (struct plan_change){CHANGE_ITEM_ADDED, PLAN_FIELDS, -1, new});
            continue;
        }
        for (int field = ITEM_FIELD_FIRST; field < PLAN_FIELDS; field++) {
            if (!same_of_item(&before->items[old], &after->items[new], (enum plan_field)field)) {
                add(to, (struct plan_change){CHANGE_ITEM, (enum plan_field)field, old, new});
            }
        }
    }
    for (int old = 0; old < before->item_count; old++) {
        if (pairs->of_before[old] < 0) {
            add(to, (struct plan_change){CHANGE_ITEM_REMOVED, PLAN_FIELDS, old, -1});
        }
    }
}

static bool has_pause(const struct plan *plan, const struct plan_pause *pause) {
    for (int i = 0; i < plan->pause_count; i++) {
        const struct plan_pause *other = &plan->pauses[i];
        if (pause->from == other->from && pause->to == other->to &&
            same_text(pause->reason, other->reason)) {
            return true;
        }
    }
    return false;
}

static void compare_pauses(const struct plan *before, const struct plan *after,
                           struct changes *to) {
    for (int new = 0; new < after->pause_count; new ++) {
        if (!has_pause(before, &after->pauses[new])) {
            add(to, (struct plan_change){CHANGE_PAUSE_ADDED, PLAN_FIELDS, -1, new});
        }
    }
    for (int old = 0; old < before->pause_count; old++) {
        if (!has_pause(after, &before->pauses[old])) {
            add(to, (struct plan_change){CHANGE_PAUSE_REMOVED, PLAN_FIELDS, old, -1});
        }
    }
}

int plan_diff(const struct plan *before, const struct plan *after,
              struct plan_change changes[PLAN_CHANGES_MAX]) {
    struct changes to = {changes, 0};
    struct pairs pairs = pair(before, after);
    for (int field = 0; field < ITEM_FIELD_FIRST; field++) {
        if (!same_of_plan(before, after, (enum plan_field)field)) {
            add(&to, (struct plan_change){CHANGE_FIELD, (enum plan_field)field, -1, -1});
        }
    }
    if (is_reordered(after, &pairs)) {
        add(&to, (struct plan_change){CHANGE_ORDER, PLAN_FIELDS, -1, -1});
    }
    compare_items(before, after, &pairs, &to);
    compare_pauses(before, after, &to);
    return to.count;
}

bool plan_item_says(const struct plan_item *item, enum plan_field field) {
    const struct plan_item plain = {
        .days = PLAN_EVERY_DAY,
        .from = INT64_MIN,
        .to = INT64_MAX,
        .dose =
            {.reps = -1, .effort = -1, .move_ms = -1, .hold_ms = -1, .rest_ms = -1, .tempo = -1},
    };
    return !same_of_item(&plain, item, field);
}
