// SPDX-License-Identifier: MIT
#include "run/plan_seen.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "store/answers.h"

enum { KEY_MAX = ROUTINE_ID_MAX + 16, NUMBER_MAX = 16 };

static const struct plan *plan_of(const struct plan_shelf *shelf, int version) {
    return shelf->book.versions[version].plan;
}

int plan_seen_before(const struct plan_shelf *shelf, int version) {
    for (int i = version - 1; i >= 0; i--) {
        if (strcmp(plan_of(shelf, i)->id, plan_of(shelf, version)->id) == 0) {
            return i;
        }
    }
    return -1;
}

// Which of the versions of its plan it is, from 1.
static int number_of(const struct plan_shelf *shelf, int version) {
    int number = 0;
    for (; version >= 0; version = plan_seen_before(shelf, version)) {
        number++;
    }
    return number;
}

static void key_of(const struct plan_shelf *shelf, int version, char to[KEY_MAX]) {
    text_format(to, KEY_MAX, "plan-seen-%s", plan_of(shelf, version)->id);
}

static bool was_seen(const struct house *house, const struct plan_shelf *shelf, int version) {
    char key[KEY_MAX], number[NUMBER_MAX];
    char *seen = NULL;
    struct error ignored = {0};
    key_of(shelf, version, key);
    text_format(number, sizeof number, "%d", number_of(shelf, version));
    bool same = house->store && remembered_get(house->store, key, &seen, &ignored) && seen &&
                strcmp(seen, number) == 0;
    memory_free(seen);
    return same;
}

bool plan_seen_has_news(const struct house *house, const struct plan_shelf *shelf, int version) {
    const struct plan_version *kept = &shelf->book.versions[version];
    bool over = kept->removed != INT64_MAX || kept->plan->to < house_today(house);
    return plan_seen_before(shelf, version) >= 0 && !over && kept->plan->by != BY_STARTER &&
           !was_seen(house, shelf, version);
}

bool plan_seen_set(struct house *house, const struct plan_shelf *shelf, int version, bool seen,
                   struct error *err) {
    char key[KEY_MAX], number[NUMBER_MAX];
    key_of(shelf, version, key);
    text_format(number, sizeof number, "%d", number_of(shelf, version) - !seen);
    return remembered_set(house->store, key, number, err);
}
