// SPDX-License-Identifier: MIT
#include "app/gates.h"
#include "app/list.h"
#include "base/memory.h"
#include "base/text.h"

// What may be played comes before what may not.

enum list_group list_group(const struct window *window, int entry) {
    const struct allowed *allowed = gates_of(window, entry);
    if (!repertoire_routine(window, entry)) {
        return LIST_BROKEN;
    }
    if (allowed_is_shut(allowed)) {
        return allowed->gating.gate == GATE_PLAN ? LIST_PLAN : LIST_CLOSED;
    }
    if (!allowed_now(allowed)) {
        return LIST_ENOUGH;
    }
    if (allowed->place.plan) {
        return LIST_ASKED;
    }
    return allowed->gating.gate == GATE_SMALL ? LIST_SMALL : LIST_OPEN;
}

const char *list_group_word(enum list_group group) {
    static const char *const words[LIST_GROUP_COUNT] = {
        [LIST_ASKED] = N_("From your plan"),
        [LIST_OPEN] = N_("Open now"),
        [LIST_SMALL] = N_("Starts small"),
        [LIST_PLAN] = N_("With a therapist's plan"),
        [LIST_ENOUGH] = N_("Enough for now"),
        [LIST_CLOSED] = N_("Closed"),
        [LIST_BROKEN] = N_("These cannot be played yet"),
    };
    return _(words[group]);
}

void list_sort(struct window *window) {
    struct list *list = window->list;
    int *sorted = memory_new((size_t)list->hit_count + 1, sizeof *sorted);
    int count = 0;
    for (int group = 0; group < LIST_GROUP_COUNT; group++) {
        for (int i = 0; i < list->hit_count; i++) {
            if (list_group(window, list->hits[i]) == (enum list_group)group) {
                sorted[count++] = list->hits[i];
            }
        }
    }
    for (int i = 0; i < count; i++) {
        list->hits[i] = sorted[i];
    }
    memory_free(sorted);
}

bool list_is_folded(const struct window *window, enum list_group group) {
    return group == LIST_CLOSED && !window->list->closed && window->field.text[0] == '\0';
}
