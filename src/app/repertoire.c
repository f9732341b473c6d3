// SPDX-License-Identifier: MIT
#include "app/repertoire.h"

#include <string.h>

#include "app/gates.h"
#include "base/text.h"

static const struct catalog *catalog_of(const struct window *window) {
    return &window->house->catalog;
}

static int place_of(const struct repertoire *repertoire, const char *id) {
    for (int i = 0; i < repertoire->count; i++) {
        if (strcmp(repertoire->carried[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

// The one with that id, new where there was none; NULL: there are too many.
static struct carried *take_place(struct repertoire *repertoire, const char *id) {
    int place = place_of(repertoire, id);
    if (place < 0 && repertoire->count < REPERTOIRE_CARRIED_MAX) {
        place = repertoire->count++;
        text_copy(repertoire->carried[place].id, ROUTINE_ID_MAX + 1, id);
    }
    return place >= 0 ? &repertoire->carried[place] : NULL;
}

// The plan in force whose file holds it.
static const struct plan *plan_of(const struct person *person, const struct routine *routine) {
    for (int i = 0; i < person->in_force.count; i++) {
        const struct plan *plan = person->in_force.plans[i];
        const struct plan_file *file = plan_shelf_file(&person->shelf, plan);
        for (int k = 0; file && k < file->routine_count; k++) {
            if (&file->routines[k] == routine) {
                return plan;
            }
        }
    }
    return NULL;
}

void repertoire_read(struct repertoire *repertoire, const struct person *person) {
    const struct routine *own[REPERTOIRE_CARRIED_MAX];
    for (int i = 0; i < repertoire->count; i++) {
        repertoire->carried[i].routine = NULL;
        repertoire->carried[i].plan = NULL;
    }
    int count = person_own_routines(person, own, REPERTOIRE_CARRIED_MAX);
    for (int i = 0; i < count; i++) {
        struct carried *carried = take_place(repertoire, own[i]->id);
        if (carried && !carried->routine) { // of two the first is played
            carried->routine = own[i];
            carried->plan = plan_of(person, own[i]);
        }
    }
}

int repertoire_count(const struct window *window) {
    return catalog_of(window)->count + (window->gates ? window->gates->repertoire.count : 0);
}

const struct catalog_entry *repertoire_entry(const struct window *window, int entry) {
    const struct catalog *catalog = catalog_of(window);
    return entry < catalog->count ? &catalog->entries[entry] : NULL;
}

static const struct carried *carried_at(const struct window *window, int entry) {
    return &window->gates->repertoire.carried[entry - catalog_of(window)->count];
}

const struct routine *repertoire_routine(const struct window *window, int entry) {
    const struct catalog_entry *shipped = repertoire_entry(window, entry);
    if (!shipped) {
        return carried_at(window, entry)->routine;
    }
    return shipped->error ? NULL : &shipped->routine;
}

const char *repertoire_id(const struct window *window, int entry) {
    const struct catalog_entry *shipped = repertoire_entry(window, entry);
    return shipped ? shipped->id : carried_at(window, entry)->id;
}

const struct plan *repertoire_plan(const struct window *window, int entry) {
    return repertoire_entry(window, entry) ? NULL : carried_at(window, entry)->plan;
}

// The place of what a plan carries by that id, -1: none does.
static int find_carried(const struct window *window, const char *id) {
    int place = window->gates ? place_of(&window->gates->repertoire, id) : -1;
    return place >= 0 && window->gates->repertoire.carried[place].routine ? place : -1;
}

int repertoire_find(const struct window *window, const char *id) {
    const struct catalog *catalog = catalog_of(window);
    const struct catalog_entry *shipped = catalog_find(catalog, id);
    int place = find_carried(window, id);
    if (place >= 0) {
        return catalog->count + place;
    }
    return shipped && !shipped->error ? (int)(shipped - catalog->entries) : -1;
}

bool repertoire_is_replaced(const struct window *window, int entry) {
    const struct catalog_entry *shipped = repertoire_entry(window, entry);
    return shipped && find_carried(window, shipped->id) >= 0;
}
