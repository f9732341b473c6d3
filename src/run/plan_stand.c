// SPDX-License-Identifier: MIT
#include "run/plan_stand.h"

#include <string.h>

#include "base/log.h"
#include "base/memory.h"

// The newest session of today of that routine; -1: none.
static int newest_of(const struct done_sessions *sessions, const char *routine) {
    for (int i = sessions->count - 1; i >= 0; i--) {
        if (strcmp(sessions->sessions[i].routine, routine) == 0) {
            return i;
        }
    }
    return -1;
}

static bool is_meant(const struct today_row *row, const struct asked *of) {
    return row->item->routine &&
           (!of || (strcmp(row->item->routine, of->routine) == 0 && row->item->side == of->side));
}

// None of what is left is open now or later; `of` NULL: of all of it.
static bool is_enough(const struct today *today, const struct asked *of) {
    bool left = false;
    for (int i = 0; i < today->count; i++) {
        const struct today_row *row = &today->rows[i];
        if (is_meant(row, of) && (row->state == TODAY_NOW || row->state == TODAY_LATER)) {
            return false;
        }
        left = left || (is_meant(row, of) && row->done < row->due);
    }
    return left;
}

struct plan_stand plan_stand_of(const struct today *today, const char *routine, bool all) {
    struct plan_stand stand = {0};
    struct asked asked[ASKED_MAX];
    int served[PERSON_DONE_MAX];
    struct person_done *done = memory_new(1, sizeof *done);
    person_done(&today->person, done);
    const struct done_sessions *sessions = &done->done.sessions;
    (void)adherence_served(&today->person.shelf.book, *sessions, today->day, asked, served);
    int newest = newest_of(sessions, routine);
    if (newest >= 0 && served[newest] >= 0) {
        const struct asked *of = &asked[served[newest]];
        stand = all ? (struct plan_stand){today->done, today->due, is_enough(today, NULL)}
                    : (struct plan_stand){of->done, of->due, is_enough(today, of)};
    }
    memory_free(done);
    return stand;
}

void plan_stand_words(struct text_builder *text, struct house *house, const char *routine,
                      bool all) {
    struct today today;
    struct error err = {0};
    if (!today_read(house, &today, &err)) {
        log_warning("%s", err.text);
        today_free(&today);
        return;
    }
    struct plan_stand stand = plan_stand_of(&today, routine, all);
    if (stand.due > 0 && stand.done >= stand.due) {
        text_add(text, _("For the plan: done for today."));
    } else if (stand.due > 0 && stand.enough) {
        text_add(text, _("For the plan: enough for today."));
    } else if (stand.due > 0) {
        // TRANSLATORS: how often it was done of how often it is asked for today
        text_add_format(text, _("For the plan: %d of %d today."), stand.done, stand.due);
    }
    today_free(&today);
}
