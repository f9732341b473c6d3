// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "core/timeline.h"

// The page of one routine: what it is, its steps, what to mind, and the start.

struct page {
    int entry;                 // of the catalog
    struct timeline *timeline; // as it would be played now, as written where it may not be; NULL
                               // where the file has a fault
    bool sources;              // shown, not folded away
    enum screen_name from;     // the screen that opened it
};

void page_open(struct window *window, int entry);
// The page that was opened last, with what holds by now.
void page_again(struct window *window);
void page_close(struct page *page);

// What of it is open now, and why; the steps with their numbers and times; what to mind; who made
// it and where it comes from. From box.y on; each returns where it ends.
double page_gate(struct window *window, struct box box);
double page_steps(struct window *window, struct box box);
double page_care(struct window *window, struct box box);
double page_origin(struct window *window, struct box box);
