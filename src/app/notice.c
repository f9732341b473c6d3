// SPDX-License-Identifier: MIT
#include "app/notice.h"

#include "app/diary.h"
#include "app/first.h"
#include "app/plans.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "core/quiet.h"
#include "run/diary_past.h"
#include "run/notice_words.h"
#include "run/status_words.h"

// What there is to tell, read from the history, and what is answered to it.

// ---- quiet days ----

static void read_status(struct window *window, struct first_notice *notice) {
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

static bool is_shown(const struct notice *notice) {
    return notice->kind != NOTICE_NONE;
}

void notice_read(struct window *window) {
    struct notices *notices = memory_new(1, sizeof *notices);
    struct error err = {0};
    if (!window->notice) {
        window->notice = memory_new(1, sizeof *window->notice);
    }
    window->notice->shown = (struct notice){.kind = NOTICE_NONE};
    window->notice->status[0] = '\0';
    if (window->house->store && plans_read(window)) {
        read_status(window, window->notice);
        if (!notices_read(window->house, &window->plans->shelf, notices, &err)) {
            log_warning("%s", err.text);
        }
        window->notice->shown = notices->count > 0 ? notices->all[0] : window->notice->shown;
    }
    memory_free(notices);
}

// ---- answers ----

// What can be taken back: the card and its answer, in a ring.
static struct act remember(struct window *window, const struct notice *notice,
                           enum notice_answer answer) {
    struct first_notice *first = window->notice;
    int number = first->step_count++ % UNDO_MAX;
    first->steps[number] = (struct notice_step){.answer = answer, .notice = *notice};
    return (struct act){ACT_NOTICE_BACK, number};
}

static void answer(struct window *window, enum notice_answer answer) {
    const struct notice notice = window->notice->shown;
    struct error err = {0};
    if (!is_shown(&notice) || !plans_can_keep(window)) {
        return;
    }
    if (!notices_answer(window->house, &window->plans->shelf, &notice, answer, &err)) {
        window_say(window, err.text);
        return;
    }
    struct act back = remember(window, &notice, answer);
    first_show(window);
    window_did(window, notice_words_kept(answer), back);
}

// The fortnights and plans; the end of this one was answered by going there.
static void look_for_others(struct window *window) {
    const struct notice notice = window->notice->shown;
    struct error err = {0};
    if (!plans_can_keep(window)) {
        return;
    }
    if (!notices_answer(window->house, &window->plans->shelf, &notice, NOTICE_STOP, &err)) {
        log_warning("%s", err.text);
    }
    plans_show_all(window);
}

void notice_act(struct window *window, struct act act) {
    switch (act.value) {
    case NOTICE_LOOK:
        plans_open(window, PLAN_KEPT, window->notice->shown.version);
        break;
    case NOTICE_OTHER:
        look_for_others(window);
        break;
    case NOTICE_QUESTION:
        diary_write(window, WRITE_QUESTION);
        break;
    case NOTICE_APPOINTMENT:
        diary_of(window)->from = SCREEN_FIRST;
        diary_add_event(window, EVENT_APPOINTMENT);
        break;
    default:
        answer(window, (enum notice_answer)act.value);
        break;
    }
}

void notice_back(struct window *window, int number) {
    const struct notice_step step = window->notice->steps[number];
    struct notice meant;
    struct error err = {0};
    // Read again: the plans may have changed since then.
    bool back = plans_read(window) &&
                notice_meant(&window->plans->shelf, notice_word(&step.notice), step.answer, &meant);
    back = back &&
           notices_answer_back(window->house, &window->plans->shelf, &meant, step.answer, &err);
    if (window->screen == SCREEN_FIRST) {
        first_show(window);
    }
    window_say(window, back ? _("Taken back.") : err.text);
}
