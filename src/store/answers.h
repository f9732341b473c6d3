// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

#include "base/clock.h"
#include "store/store.h"

// What the person told about herself: profile keys with their values, each with its date and who
// answered. Nothing is overwritten: the newest entry counts, older ones stay. `toxin` and `surgery`
// are one entry with the diary's events (store/treatments.h).

struct answer {
    char key[33];
    char *value; // owned
    struct wall at;
    char by[17]; // "self", "other"
};
struct answer_list {
    struct answer *answers; // by key; the newest of each
    int count;
};
bool answers_set(struct store *store, const char *key, const char *value, const char *by,
                 struct wall now, struct error *err);
// Takes the newest entry of a key away again, if it is the one told at that second: for a step that
// is undone. What was told before it counts as before, with its own date.
bool answers_take_back(struct store *store, const char *key, const char *value, int64_t at_s,
                       struct error *err);
// The newest value of a key in *value (the caller frees it), NULL when never told.
bool answers_get(struct store *store, const char *key, char **value, struct error *err);
bool answers_list(struct store *store, struct answer_list *list, struct error *err);
void answer_list_free(struct answer_list *list);

// Remembered facts of the program itself ("safety lines read", "sample heard"), not of the person.
bool remembered_set(struct store *store, const char *key, const char *value, struct error *err);
bool remembered_get(struct store *store, const char *key, char **value, struct error *err);
