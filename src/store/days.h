// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/uuid.h"
#include "core/diary.h"
#include "store/store.h"

// The form of a day (domain.md 8.1). Each day has one; a later
// entry corrects it field by field and leaves the old values in the audit. After two histories were
// joined the later entry counts, then the larger UUID.

enum {
    DAY_UNTOLD = -1, // leaves a number as it is
    DAY_CLEAR = -2,  // takes a number back
};

struct day_form {
    char id[UUID_TEXT_MAX];
    int64_t day;                // local day number
    double fields[FIELD_COUNT]; // DAY_UNTOLD where there is none
    uint64_t ticks;             // bits 1 << enum day_tick
    char *note;                 // owned, NULL: none
};
struct day_form day_form_empty(int64_t day);
void day_form_free(struct day_form *form);

// What is told joins what the day had: numbers and the note replace theirs, ticks are added to
// those that `keep` holds. Fills form->id and leaves in `form` what stands there now.
bool days_set(struct store *store, struct day_form *form, uint64_t keep, struct error *err);
bool days_remove(struct store *store, int64_t day, struct error *err);

struct day_form_list {
    struct day_form *forms; // one a day, oldest first
    int count;
};
bool days_list(struct store *store, int64_t first_day, int64_t last_day, struct day_form_list *list,
               struct error *err);
void day_form_list_free(struct day_form_list *list);
