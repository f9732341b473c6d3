// SPDX-License-Identifier: MIT
#pragma once

#include "app/find.h"
#include "app/window.h"

// All routines: as cards, what is open now first and what is closed last, filtered and searched.

enum { LIST_MARKS_MAX = 8 }; // routines of a chain that is put together in the list

enum list_group {
    LIST_ASKED, // open now, and a plan asks for it
    LIST_OPEN,
    LIST_SMALL,
    LIST_PLAN,
    LIST_ENOUGH, // for now
    LIST_CLOSED, // folded away behind one line
    LIST_BROKEN, // files with a fault
    LIST_GROUP_COUNT
};

struct list {
    struct find *find;
    int64_t *length_ms; // of each entry as written; 0 where its file has a fault
    int *hits;          // numbers that pass filter and search, by group, then in order
    int hit_count;
    enum filter filter;
    bool closed;  // what is closed is shown too
    bool marking; // several are chosen, to be played in a row
    bool bedtime; // and it is for going to sleep
    int marks[LIST_MARKS_MAX], mark_count;
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

// By what holds now (gates_weigh).
enum list_group list_group(const struct window *window, int entry);
const char *list_group_word(enum list_group group);
// Puts the hits in the order of their groups.
void list_sort(struct window *window);
// Whether the cards of a group are not shown. Nothing is folded away from a search.
bool list_is_folded(const struct window *window, enum list_group group);

// Marking several: the number of an entry in the row, 0: it is not in it.
int list_mark(const struct window *window, int entry);
void list_show_marking(struct window *window, bool marking);
void list_toggle_mark(struct window *window, int entry);
void list_forget_marks(struct window *window);
void list_start_marked(struct window *window);
// "+" marks what has the focus, Escape ends it.
bool list_marks_key(struct window *window, SDL_Keycode key);
// The line above the cards, and the start below them; returns the height, 0: none.
double list_marks_line(struct window *window, struct box box);
double list_marks_dock_height(const struct window *window);
void list_marks_dock(struct window *window, struct box box);

// The cards of what was found, from box.y on; returns where they end.
double list_cards(struct window *window, struct box box);
