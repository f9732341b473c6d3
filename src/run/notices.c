// SPDX-License-Identifier: MIT
#include "run/notices.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/adherence.h"
#include "run/diary_past.h"
#include "run/plan_seen.h"
#include "store/answers.h"
#include "store/events.h"

enum { TOLD_DAYS = 14 };

static struct notice *add(struct notices *notices, enum notice_kind kind) {
    assert(notices->count < NOTICES_MAX);
    struct notice *notice = &notices->all[notices->count++];
    *notice = (struct notice){.kind = kind, .version = -1};
    return notice;
}

// ---- signs ----

// One that was noted already is asked for no more.
static bool read_appointment(struct house *house, bool *ahead, struct error *err) {
    struct event_list list = {0};
    *ahead = false;
    if (!events_list(house->store, house_today(house), INT64_MAX, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        *ahead = *ahead || list.events[i].kind == EVENT_APPOINTMENT;
    }
    event_list_free(&list);
    return true;
}

// Those of one part of the order: the neutral cards come last.
static void add_signs(const struct raised_signs *raised, bool cards, bool appointment,
                      struct notices *notices) {
    for (int i = 0; i < raised->count; i++) {
        const struct sign *sign = &raised->signs[i];
        bool card = sign_rows[sign->id].urgency == URGENCY_CARD;
        if (card == cards && !(appointment && sign->id == SIGN_WEARING_OFF)) {
            add(notices, NOTICE_SIGN)->sign = *sign;
        }
    }
}

// ---- plans ----

// Whether the end of the fortnight that began then was answered.
static bool is_answered(const struct house *house, const struct plan *plan) {
    char key[NOTICE_KEY_MAX], day[NOTICE_DAY_MAX];
    char *told = NULL;
    struct error ignored = {0};
    text_format(key, sizeof key, NOTICE_OVER_KEY, plan->id);
    text_format(day, sizeof day, "%d", (int)plan->from);
    bool answered =
        remembered_get(house->store, key, &told, &ignored) && told && strcmp(told, day) == 0;
    memory_free(told);
    return answered;
}

// How much of it was done, and how many days of it were rest days.
static bool count_fortnight(struct house *house, const struct plan_shelf *shelf,
                            const struct plan *plan, struct notice *notice, struct error *err) {
    struct session_past past = {0};
    // The fortnight alone, whatever else was asked for in those days.
    const struct plan_version alone = {.plan = plan, .added = plan->from, .removed = INT64_MAX};
    const struct plan_book book = {&alone, 1, shelf->book.rests, shelf->book.rest_count};
    if (!session_past_read(house, plan->from, plan->to, &past, err)) {
        return false;
    }
    struct adherence done =
        adherence_of(&book, past.done, plan->from, plan->to, house_today(house));
    notice->due = done.due;
    notice->done = done.done;
    for (int64_t day = plan->from; day <= plan->to; day++) {
        notice->paused += plan_rests(&book, plan, day);
    }
    session_past_free(&past);
    return true;
}

static struct notice *add_plan(struct notices *notices, enum notice_kind kind,
                               const struct plan *plan, int version) {
    struct notice *notice = add(notices, kind);
    notice->version = version;
    text_copy(notice->plan, sizeof notice->plan, plan->id);
    text_copy(notice->title, sizeof notice->title, plan->title);
    return notice;
}

// A fortnight that ended in the last two weeks, where nothing else is in force.
static bool add_fortnight(struct house *house, const struct plan_shelf *shelf,
                          struct notices *notices, struct error *err) {
    int64_t today = house_today(house);
    const struct plan *plans[PLANS_MAX];
    if (plan_shelf_in_force(shelf, today, plans) > 0) {
        return true;
    }
    for (int i = shelf->book.version_count - 1; i >= 0; i--) {
        const struct plan_version *version = &shelf->book.versions[i];
        const struct plan *plan = version->plan;
        bool ended = plan->by == BY_STARTER && version->removed == INT64_MAX && plan->to < today &&
                     plan->to >= today - TOLD_DAYS;
        if (ended && !is_answered(house, plan)) {
            return count_fortnight(house, shelf, plan, add_plan(notices, NOTICE_FORTNIGHT, plan, i),
                                   err);
        }
    }
    return true;
}

// The newest version of a plan has none of the same id behind it.
static bool is_newest(const struct plan_shelf *shelf, int version) {
    for (int i = version + 1; i < shelf->book.version_count; i++) {
        if (plan_seen_before(shelf, i) == version) {
            return false;
        }
    }
    return true;
}

static void add_new_plans(struct house *house, const struct plan_shelf *shelf,
                          struct notices *notices) {
    int told = 0;
    for (int i = 0; i < shelf->book.version_count && told < PLANS_MAX; i++) {
        if (is_newest(shelf, i) && plan_seen_has_news(house, shelf, i)) {
            add_plan(notices, NOTICE_NEW_PLAN, shelf->book.versions[i].plan, i);
            told++;
        }
    }
}

static bool add_too_much(struct house *house, const struct plan_shelf *shelf,
                         struct notices *notices, struct error *err) {
    struct plan_less less;
    bool found;
    if (!plan_less_find(house, shelf, &less, &found, err)) {
        return false;
    }
    if (found) {
        const struct plan *plan = shelf->book.versions[less.version].plan;
        struct notice *notice = add_plan(notices, NOTICE_TOO_MUCH, plan, less.version);
        notice->less = less;
        notice->therapist = plan->by == BY_THERAPIST;
    }
    return true;
}

bool notices_read(struct house *house, const struct plan_shelf *shelf, struct notices *notices,
                  struct error *err) {
    struct raised_signs raised = {.count = 0};
    bool appointment = false;
    *notices = (struct notices){.count = 0};
    if (!house->store) {
        return true;
    }
    if (!signs_read(house, house_today(house), &raised, err) ||
        !read_appointment(house, &appointment, err)) {
        return false;
    }
    add_signs(&raised, false, appointment, notices);
    bool right = add_fortnight(house, shelf, notices, err);
    add_new_plans(house, shelf, notices);
    right = right && add_too_much(house, shelf, notices, err);
    add_signs(&raised, true, appointment, notices);
    return right;
}
