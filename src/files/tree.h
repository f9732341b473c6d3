// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/file.h"
#include "files/faults.h"

// A configuration file as a tree, checked key by key: the only place (with tree_*.c) that includes
// libconfig.
//
// It looks at values without judging them; what a key may hold, and the fault when it does not, is
// files/group's.

struct tree;
struct node; // a setting; borrowed from its tree

// Reads the bytes of a configuration file; a fault of the whole file when that cannot be done.
bool tree_read_bytes(const char *path, struct bytes *bytes, struct faults *faults);
// Reads and parses. NULL when the file cannot be read or parsed; the faults say why.
// `path` is opened (see file_read); parse errors are reported with plain advice (the comma before a
// closing bracket, the missing quote) rather than the library's words.
struct tree *tree_read(const char *path, struct faults *faults);
// The same from bytes that came from elsewhere (a stored plan).
struct tree *tree_parse(struct bytes *bytes, struct faults *faults);
void tree_free(struct tree *tree);
const struct node *tree_root(const struct tree *tree);

int node_line(const struct node *node);
const struct node *node_member(const struct node *group, const char *key); // NULL: absent
int node_length(const struct node *list);
const struct node *node_element(const struct node *list, int index);
const char *node_name(const struct node *node); // NULL for elements
bool node_is_group(const struct node *node);
bool node_is_list(const struct node *node); // list or array
bool node_is_text(const struct node *node);
bool node_is_number(const struct node *node); // whole or decimal
bool node_is_whole(const struct node *node);
bool node_is_flag(const struct node *node); // true or false

// The value; the kind was asked for before.
const char *node_text(const struct node *node);
int64_t node_whole(const struct node *node);
double node_decimal(const struct node *node); // of any number
bool node_flag(const struct node *node);
