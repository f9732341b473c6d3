// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/uuid.h"
#include "store/store.h"

// What is asked once a week (domain.md 6.3): severity and frequency 0-4, impact 0-10. A week has
// one entry; a later one corrects it and leaves the old values in the audit. After two histories
// were joined the later entry counts, then the larger UUID.

struct week_form {
    char id[UUID_TEXT_MAX];
    int64_t monday;                  // of the ISO week, as a local day number
    int severity, frequency, impact; // -1: not told
    char *note;                      // owned, NULL: none
};
void week_form_free(struct week_form *form);

// What is not told stays as it was told for that week before. Fills form->id.
bool weeks_set(struct store *store, struct week_form *form, struct error *err);
bool weeks_remove(struct store *store, int64_t monday, struct error *err);

struct week_form_list {
    struct week_form *forms; // one a week, oldest first
    int count;
};
// Weeks that begin from `first` to `last`, both included.
bool weeks_list(struct store *store, int64_t first, int64_t last, struct week_form_list *list,
                struct error *err);
void week_form_list_free(struct week_form_list *list);
