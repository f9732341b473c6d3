// SPDX-License-Identifier: MIT
#include "run/plan_person.h"

#include <string.h>

const char *plan_person(const struct plan_shelf *shelf, const struct plan *plan) {
    const struct stored_plan *stored = plan_shelf_stored(shelf, plan);
    return stored ? stored->person : NULL;
}

// Letters and figures alone, without capitals and blanks.
static void plain(struct text_builder *to, const char *name) {
    struct text_builder folded = {0};
    text_fold(&folded, name);
    text_add(to, "");
    for (const char *at = folded.text; *at; at++) {
        if (*at != ' ') {
            text_add_bytes(to, at, 1);
        }
    }
    text_builder_free(&folded);
}

static bool is_same(const char *one, const char *other) {
    struct text_builder first = {0}, second = {0};
    plain(&first, one);
    plain(&second, other);
    bool same = strcmp(first.text, second.text) == 0;
    text_builder_free(&first);
    text_builder_free(&second);
    return same;
}

static const char *person_before(const struct plan_shelf *shelf) {
    for (int i = shelf->stored.count - 1; i >= 0; i--) {
        if (shelf->stored.plans[i].person) {
            return shelf->stored.plans[i].person;
        }
    }
    return NULL;
}

bool plan_person_differs(struct text_builder *text, const struct plan_shelf *shelf,
                         const struct plan_coming *coming) {
    const char *before = person_before(shelf);
    bool differs = before && *coming->person && !is_same(before, coming->person);
    if (differs) {
        text_add_format(text, _("This plan is for %s, the one before was for %s. Is it yours?"),
                        coming->person, before);
    }
    return differs;
}
