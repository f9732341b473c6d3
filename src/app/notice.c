// SPDX-License-Identifier: MIT
#include "app/notice.h"

#include <string.h>

#include "app/first.h"
#include "app/fortnight.h"
#include "app/plans.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "core/adherence.h"
#include "core/quiet.h"
#include "run/diary_past.h"
#include "run/signs_read.h"
#include "run/status_words.h"
#include "store/answers.h"

// What there is to tell, read from the history, and what is answered to it.

enum { KEY_MAX = ROUTINE_ID_MAX + 24, TOLD_DAYS = 14 };

static bool read_sign(struct window *window, struct notice *notice) {
    struct raised_signs raised = {.count = 0};
    struct error err = {0};
    if (!signs_read(window->house, house_today(window->house), &raised, &err)) {
        log_warning("%s", err.text);
        return false;
    }
    notice->sign = raised.count > 0 ? raised.signs[0] : (struct sign){.id = SIGN_COUNT};
    return raised.count > 0;
}

// ---- plans ----

static void over_key(const struct plan *plan, char to[KEY_MAX]) {
    text_format(to, KEY_MAX, "fortnight-over-%s", plan->id);
}

// Whether the end of the fortnight that began then was answered.
static bool is_answered(const struct window *window, const struct plan *plan) {
    char key[KEY_MAX], day[24];
    char *told = NULL;
    struct error err = {0};
    over_key(plan, key);
    text_format(day, sizeof day, "%d", (int)plan->from);
    bool read = remembered_get(window->house->store, key, &told, &err);
    bool answered = read && told && strcmp(told, day) == 0;
    memory_free(told);
    return answered;
}

static void set_answered(const struct window *window, const struct plan *plan, bool answered) {
    char key[KEY_MAX], day[24];
    struct error err = {0};
    over_key(plan, key);
    text_format(day, sizeof day, "%d", (int)plan->from);
    if (!remembered_set(window->house->store, key, answered ? day : "", &err)) {
        log_warning("%s", err.text);
    }
}

// How much of it was done, and how many days of it were rest days.
static void count_fortnight(const struct window *window, const struct plan *plan,
                            struct notice *notice) {
    struct house *house = window->house;
    struct session_past past = {0};
    struct error err = {0};
    // The fortnight alone, whatever else was asked for in those days.
    const struct plan_version alone = {.plan = plan, .added = plan->from, .removed = INT64_MAX};
    const struct plan_book *all = &window->plans->shelf.book;
    const struct plan_book book = {&alone, 1, all->rests, all->rest_count};
    if (!session_past_read(house, plan->from, plan->to, &past, &err)) {
        log_warning("%s", err.text);
        return;
    }
    struct adherence done =
        adherence_of(&book, past.done, plan->from, plan->to, house_today(house));
    notice->due = done.due;
    notice->done = done.done;
    for (int64_t day = plan->from; day <= plan->to; day++) {
        notice->paused += plan_rests(&book, plan, day);
    }
    session_past_free(&past);
}

static void take_plan(struct notice *notice, enum notice_kind kind, const struct plan *plan,
                      int version) {
    notice->kind = kind;
    notice->version = version;
    text_copy(notice->plan, sizeof notice->plan, plan->id);
    text_copy(notice->title, sizeof notice->title, plan->title);
}

// A fortnight that ended in the last two weeks, where nothing else is in force.
static bool find_fortnight(struct window *window, struct notice *notice) {
    const struct plan_shelf *shelf = &window->plans->shelf;
    int64_t today = house_today(window->house);
    const struct plan *plans[PLANS_MAX];
    if (plan_shelf_in_force(shelf, today, plans) > 0) {
        return false;
    }
    for (int i = shelf->book.version_count - 1; i >= 0; i--) {
        const struct plan_version *version = &shelf->book.versions[i];
        const struct plan *plan = version->plan;
        bool ended = plan->by == BY_STARTER && version->removed == INT64_MAX && plan->to < today &&
                     plan->to >= today - TOLD_DAYS;
        if (ended && !is_answered(window, plan)) {
            take_plan(notice, NOTICE_FORTNIGHT, plan, i);
            count_fortnight(window, plan, notice);
            return true;
        }
    }
    return false;
}

static bool find_new_plan(struct window *window, struct notice *notice) {
    const struct plan_shelf *shelf = &window->plans->shelf;
    int *versions = memory_new((size_t)shelf->book.version_count + 1, sizeof *versions);
    int count = plans_newest(window, false, versions);
    for (int i = 0; i < count && notice->kind == NOTICE_NONE; i++) {
        if (plans_has_news(window, versions[i])) {
            take_plan(notice, NOTICE_NEW_PLAN, shelf->book.versions[versions[i]].plan, versions[i]);
        }
    }
    memory_free(versions);
    return notice->kind != NOTICE_NONE;
}

// ---- quiet days ----

static void read_status(struct window *window, struct notice *notice) {
    struct house *house = window->house;
    int64_t today = house_today(house);
    struct daily_past past = {0};
    struct treatment_past treatments = {0};
    struct text_builder text = {0};
    struct error err = {0};
    if (daily_past_read(house, INT64_MIN, today, &past, &err) &&
        treatment_past_read(house, &treatments, &err)) {
        struct quiet quiet = quiet_of(past.days, past.count, &treatments.treatment, today);
        status_words_quiet(&text, &quiet);
        if (text.length > 0) {
            text_add(&text, ". ");
        }
        status_words_quiet_note(&text, &quiet);
    } else {
        log_warning("%s", err.text);
    }
    text_copy(notice->status, sizeof notice->status, text.text ? text.text : "");
    text_builder_free(&text);
    daily_past_free(&past);
    treatment_past_free(&treatments);
}

void notice_read(struct window *window) {
    if (!window->notice) {
        window->notice = memory_new(1, sizeof *window->notice);
    }
    struct notice *notice = window->notice;
    *notice = (struct notice){.kind = NOTICE_NONE};
    if (!window->house->store || !plans_read(window)) {
        return;
    }
    read_status(window, notice);
    bool sign = read_sign(window, notice);
    bool urgent = sign && sign_rows[notice->sign.id].urgency != URGENCY_CARD;
    if (urgent || (!find_fortnight(window, notice) && !find_new_plan(window, notice) && sign)) {
        notice->kind = NOTICE_SIGN;
    }
}

// ---- answers ----

static bool can_keep(struct window *window) {
    return plans_can_keep(window);
}

// The value of ACT_NOTICE_BACK: a sign with its answer, or the end of a fortnight.
enum { BACK_FORTNIGHT = SIGN_COUNT * SIGN_REPLIES };

static void answer_sign(struct window *window, enum sign_reply reply) {
    enum sign_id id = window->notice->sign.id;
    struct error err = {0};
    if (!can_keep(window)) {
        return;
    }
    if (!signs_answer(window->house, id, reply, &err)) {
        window_say(window, err.text);
        return;
    }
    first_show(window);
    window_did(window, reply == SIGN_DOCTOR ? _("Kept. A doctor knows of it.") : _("Put away."),
               (struct act){ACT_NOTICE_BACK, (int)id * SIGN_REPLIES + (int)reply});
}

static void answer_fortnight(struct window *window, enum notice_answer answer) {
    const struct notice notice = *window->notice;
    const struct plan *plan = window->plans->shelf.book.versions[notice.version].plan;
    if (!can_keep(window)) {
        return;
    }
    set_answered(window, plan, true);
    if (answer == NOTICE_OTHER) {
        plans_show_all(window);
    } else if (answer == NOTICE_AGAIN) {
        (void)fortnight_begin(window, notice.plan);
        first_show(window);
    } else {
        first_show(window);
        window_did(window, _("Nothing is asked for now. Everything stays open."),
                   (struct act){ACT_NOTICE_BACK, BACK_FORTNIGHT + notice.version});
    }
}

void notice_act(struct window *window, struct act act) {
    switch ((enum notice_answer)act.value) {
    case NOTICE_DOCTOR:
        answer_sign(window, SIGN_DOCTOR);
        break;
    case NOTICE_AWAY:
        answer_sign(window, SIGN_AWAY);
        break;
    case NOTICE_LOOK:
        plans_open(window, PLAN_KEPT, window->notice->version);
        break;
    case NOTICE_AGAIN:
    case NOTICE_OTHER:
    case NOTICE_STOP:
        answer_fortnight(window, (enum notice_answer)act.value);
        break;
    }
}

void notice_back(struct window *window, int value) {
    struct error err = {0};
    bool back = true;
    if (value >= BACK_FORTNIGHT) {
        const struct plan_book *book = &window->plans->shelf.book;
        int version = value - BACK_FORTNIGHT;
        if (version < book->version_count) {
            set_answered(window, book->versions[version].plan, false);
        }
    } else {
        back = signs_answer_back(window->house, (enum sign_id)(value / SIGN_REPLIES),
                                 (enum sign_reply)(value % SIGN_REPLIES), &err);
    }
    if (window->screen == SCREEN_FIRST) {
        first_show(window);
    }
    window_say(window, back ? _("Taken back.") : err.text);
}
