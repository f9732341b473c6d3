// SPDX-License-Identifier: MIT
#include "app/returned.h"

#include <string.h>

#include "app/diary.h"
#include "app/first_today.h"
#include "app/practice_form.h"
#include "base/text.h"

static void follow(char *id, const char *was, const char *is) {
    if (strcmp(id, was) == 0) {
        text_copy(id, UUID_TEXT_MAX, is);
    }
}

static void follow_entry(struct diary_entry *entry, const char *was, const char *is) {
    char *id = diary_entry_id_place(entry);
    if (id) {
        follow(id, was, is);
    }
}

static void follow_list(struct diary_entry_list *list, const char *was, const char *is) {
    for (int i = 0; i < list->count; i++) {
        follow_entry(&list->entries[i], was, is);
    }
}

void entry_returned(struct window *window, const char *was, const char *is) {
    if (!*was || strcmp(was, is) == 0) {
        return;
    }
    for (int i = 0; window->diary && i < UNDO_MAX; i++) {
        struct diary_step *step = &window->diary->steps[i];
        follow_entry(&step->before, was, is);
        follow_entry(&step->after, was, is);
    }
    for (int i = 0; window->practice && i < UNDO_MAX; i++) {
        follow_list(&window->practice->steps[i].added, was, is);
    }
    for (int i = 0; window->day && i < UNDO_MAX; i++) {
        follow(window->day->ticked[i], was, is);
    }
}
