// SPDX-License-Identifier: MIT
#pragma once

#include "files/catalog.h"

// Looking for routines: by a filter of categories and by words, in title, summary, category and the
// names of steps. Pure: knows no window.

enum { FIND_CARRIED_MAX = 64 }; // routines from elsewhere than the catalogue

// The chips above the list, in their order.
enum filter {
    FILTER_ALL,
    FILTER_BREATHING,
    FILTER_REST,
    FILTER_FACE,
    FILTER_MASSAGE,
    FILTER_TEMPERATURE,
    FILTER_SCREEN,
    FILTER_COUNT
};
const char *filter_word(enum filter filter);
bool filter_holds(enum filter filter, enum category category);

// A routine's texts as they are looked for, once for the whole catalog.
struct find;
struct find *find_new(const struct catalog *catalog); // borrowed, outlives the result
void find_free(struct find *find);

// Routines that come from elsewhere, numbered behind the catalog's entries; NULL: the number is not
// in use. Each takes the place of the catalog's of its id. Borrowed until they are given anew.
void find_carry(struct find *find, const struct routine *const routines[], int count);

// The numbers of those that hold every word of `words`, in order, into `hits`, which has room for
// all of them; returns how many. No word finds all. A file with a fault has no
// category known, so it hides behind no filter; it is found by its id.
int find_run(const struct find *find, enum filter filter, const char *words, int *hits);
