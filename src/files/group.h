// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/memory.h"
#include "files/faults.h"
#include "files/tree.h"

// One { } of a configuration file, read key by key with every fault found.
//
// A getter adds its own fault, with the line and the path of the key, and returns false when the
// value is absent or wrong; what it would have set is then untouched. So a reader sets its
// defaults, asks for everything, and looks at the count of errors once at the end.

// What the readers of one file share.
struct reading {
    struct faults *faults;
    struct arena *arena;  // where texts go
    const char *language; // "de": takes title_de in place of title; NULL: English
    bool strict;
};

struct group {
    const struct reading *reading;
    const struct node *node;
    const char *path; // "" at the top, else "steps[2]" or "steps[2].breathe"
};

// A key that a group may hold. `text` keys may also stand with a language behind them (say_de).
struct key {
    const char *name;
    bool text;
    unsigned kinds; // where it belongs, in bits of the reader's own; 0: everywhere
};

// "steps[2].cycles" for "cycles"; the group itself for NULL.
const char *group_path(const struct group *group, const char *key);
// A fault at the key's line, or where the key is absent, at the group's.
void group_fault(const struct group *group, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void group_warning(const struct group *group, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool group_has(const struct group *group, const char *key);
// A fault when the key is absent.
bool group_require(const struct group *group, const char *key);

// Adds a fault for each key that is none of these, with the nearest of them.
void group_check_keys(const struct group *group, const struct key keys[], int count);

// The key that a name stands for, or NULL: say for say_de.
const struct key *key_find(const struct key keys[], int count, const char *name);
// The length of a name without its language (say_de: 3), 0 when it has none.
size_t key_stem(const char *name);
// The key that a misspelt name seems to mean, as it would be written, or NULL.
const char *key_nearest(const struct group *group, const struct key keys[], int count,
                        const char *name);

// A group inside: { }. Absent: false without a fault, as with all that follow.
bool group_inner(const struct group *group, const char *key, struct group *inner);
// A list ( ) or [ ], or NULL.
const struct node *group_list(const struct group *group, const char *key);

bool group_flag(const struct group *group, const char *key, bool *to);
bool group_whole(const struct group *group, const char *key, int min, int max, int *to);
bool group_decimal(const struct group *group, const char *key, double min, double max, double *to);
// Seconds, 0.1-3600, as milliseconds.
bool group_time(const struct group *group, const char *key, int64_t *to);
// A text of at most `max` characters in the language that is read; every language it stands in is
// checked. An empty one is a fault where `required`, else NULL.
bool group_text(const struct group *group, const char *key, int max, const char **to);
bool group_required_text(const struct group *group, const char *key, int max, const char **to);
// A text in every language it stands in, ended by NULL, in the reading's arena; asked for once it
// is known to be right.
const char *const *group_text_names(const struct group *group, const char *key);
// A day of the calendar, "2026-11-21", as a day number.
bool group_date(const struct group *group, const char *key, int64_t *to);
bool group_text_is_date(const char *text, int64_t *day);
// What names a routine or a plan: 1 to 64 of a-z, 0-9 and -. A fault when it is absent.
bool group_id(const struct group *group, const char *key, const char **to);
// One of a list of words, as its index.
bool group_word(const struct group *group, const char *key, const char *const words[], int count,
                int *to);
// A list of words, as bits 1 << index.
bool group_words(const struct group *group, const char *key, const char *const words[], int count,
                 unsigned *to);
// Two numbers, the first not above the second.
bool group_whole_pair(const struct group *group, const char *key, int min, int max, int to[2]);
bool group_time_pair(const struct group *group, const char *key, int64_t to[2]);

// An element of a list, a whole number from 1 to `max`.
bool group_element_whole(const struct group *group, const struct node *list, const char *key,
                         int index, int max, int *to);
// A text node on its own (an element of a list), under the name of `key`.
bool group_check_text(const struct group *group, const struct node *node, const char *key, int max);
// One of a list of words; a fault at the node otherwise.
int group_check_word(const struct group *group, const struct node *node, const char *key,
                     const char *const words[], int count);
// A fault at the line of a node.
void group_node_fault(const struct group *group, const struct node *node, const char *key,
                      const char *format, ...) __attribute__((format(printf, 4, 5)));
// "sources[2]", for the element of that index.
const char *group_element_key(const struct group *group, const char *key, int index);
// A copy in the reading's arena.
const char *group_keep(const struct group *group, const char *text);
