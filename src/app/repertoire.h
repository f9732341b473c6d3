// SPDX-License-Identifier: MIT
#pragma once

#include "app/find.h"
#include "run/allowed.h"

struct window;

// All routines that the window can show, by number: the entries of the catalogue, then those that
// travel inside a plan in force and are asked for there. One of a plan takes the place of the
// catalogue's of the same id, as it does where it is played.
//
// A number keeps its meaning while the window lives: what a plan carries no more stays without a
// routine. Part of the gates (app/gates.h), read anew whenever they are weighed; what is borrowed
// holds until then.

enum { REPERTOIRE_CARRIED_MAX = FIND_CARRIED_MAX };

// One that travels inside a plan.
struct carried {
    char id[ROUTINE_ID_MAX + 1];
    const struct routine *routine; // NULL: no plan in force carries it any more
    const struct plan *plan;       // that it travels in
};

struct repertoire {
    struct carried carried[REPERTOIRE_CARRIED_MAX];
    int count; // of them; numbered behind the catalogue's
};

void repertoire_read(struct repertoire *repertoire, const struct person *person);

int repertoire_count(const struct window *window);
// NULL: its file has a fault, or it is not there any more.
const struct routine *repertoire_routine(const struct window *window, int entry);
const char *repertoire_id(const struct window *window, int entry);
// Of the catalogue; NULL: it travels in a plan.
const struct catalog_entry *repertoire_entry(const struct window *window, int entry);
// The plan that it travels in; NULL: it is the catalogue's, or not there any more.
const struct plan *repertoire_plan(const struct window *window, int entry);
// What is played by that id; -1: nothing whole.
int repertoire_find(const struct window *window, const char *id);
// Of the catalogue, while one that travels in a plan takes its place.
bool repertoire_is_replaced(const struct window *window, int entry);
