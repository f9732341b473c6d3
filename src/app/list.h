// SPDX-License-Identifier: MIT
#pragma once

#include "app/find.h"
#include "app/window.h"

// All routines: as cards in the order of their categories, filtered and searched.

struct list {
    struct find *find;
    int64_t *length_ms; // of each entry as written; 0 where its file has a fault
    int *hits;          // entries that pass filter and search, in the catalog's order
    int hit_count;
    enum filter filter;
    int chosen; // the entry that was opened or started last
    // As the screen was painted last, so that a visit to a page finds it again.
    double offset;
    struct act focus;
};

struct list *list_new(const struct catalog *catalog);
void list_free(struct list *list);

// The screen, as it was left; at a filter; ready to be written into.
void list_show(struct window *window);
void list_show_filter(struct window *window, enum filter wanted);
void list_show_search(struct window *window);

// The cards of what was found, from box.y on; returns where they end.
double list_cards(struct window *window, struct box box);
