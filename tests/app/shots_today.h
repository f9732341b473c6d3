// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>

#include "app/first_today.h"
#include "app/fortnight.h"
#include "app/notice.h"
#include "app/shot.h"
#include "app/stage_diary.h"
#include "app/stage_plans.h"
#include "store/days.h"

// What the first screen makes of a plan, a diary and the days before: today, a notice, a fortnight
// that is offered.

static inline void stage_tick(struct stage *stage, int days_ago, enum day_tick tick) {
    struct error err = {0};
    struct day_form form = day_form_empty(house_today(&stage->house) - days_ago);
    form.ticks = 1ULL << tick;
    if (!days_set(stage->house.store, &form, 0, &err)) {
        stage_fail("day", &err);
    }
    day_form_free(&form);
}

// A weakness is for the same day; the face was quiet meanwhile.
static inline void shot_notice_sign(struct stage *stage, const struct shot *shot) {
    stage_tick(stage, 1, TICK_WEAKNESS);
    shot_first(stage, shot);
    assert(stage->window.notice->shown.kind == NOTICE_SIGN);
}

static inline void shot_notice_over(struct stage *stage, const struct shot *shot) {
    stage_starter(stage, "quiet", 16);
    for (int day = 0; day < 9; day++) {
        stage_rate(stage, day, 0);
    }
    shot_first(stage, shot);
    assert(stage->window.notice->shown.kind == NOTICE_FORTNIGHT);
}

static inline void shot_notice_plan(struct stage *stage, const struct shot *shot) {
    stage_plans(stage);
    shot_first(stage, shot);
    assert(stage->window.notice->shown.kind == NOTICE_NEW_PLAN);
}

// The numbers rise while an injection wears off.
static inline void shot_notice_wearing(struct stage *stage, const struct shot *shot) {
    enum { INJECTED = 77, RISES = 14 };
    for (int day = INJECTED; day > 0; day--) {
        stage_rate(stage, day, day > RISES ? 2 : 6);
    }
    stage_event(stage, EVENT_TOXIN, INJECTED, NULL);
    stage_tell(stage, "sign-lasting-doctor", "yes");
    shot_first(stage, shot);
    assert(stage->window.notice->shown.sign.id == SIGN_WEARING_OFF);
}

// A plan of which little was done so far.
static inline void shot_notice_less(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "answers", "no,no,no");
    stage_plan(stage, "weeks-1-4", stage_plan_second, 19);
    stage_played(stage, "relax-face-let-go", 300);
    shot_first(stage, shot);
    assert(stage->window.notice->shown.kind == NOTICE_TOO_MUCH);
}

static inline void shot_fortnight(struct stage *stage, const struct shot *shot) {
    (void)shot;
    stage_forget_sessions(stage, 1);
    if (!fortnight_offer(&stage->window)) {
        stage_fail("fortnight", &(struct error){.text = "it is not offered"});
    }
}

static inline void shot_today(struct stage *stage, const struct shot *shot) {
    struct error err = {0};
    shot_notice_less(stage, shot);
    if (!plan_less_put_away(&stage->house, "weeks-1-4", true, &err)) {
        stage_fail("card", &err);
    }
    shot_first(stage, shot);
    assert(stage->window.day);
}

static inline void shot_today_done(struct stage *stage, const struct shot *shot) {
    stage_starter(stage, "quiet", 3);
    stage_played(stage, "relax-face-let-go", 300);
    stage_played(stage, "breath-calm", 30);
    shot_first(stage, shot);
    assert(first_today_state(&stage->window) == FIRST_DONE);
}

static inline void shot_today_later(struct stage *stage, const struct shot *shot) {
    stage_starter(stage, "quiet", 3);
    stage_played(stage, "relax-face-let-go", 300);
    shot_first(stage, shot);
    assert(first_today_state(&stage->window) == FIRST_LATER);
}

static inline void shot_today_rest(struct stage *stage, const struct shot *shot) {
    stage_starter(stage, "quiet", 3);
    stage_rest(stage);
    shot_first(stage, shot);
    assert(first_today_state(&stage->window) == FIRST_RESTS);
}

static inline void shot_today_away(struct stage *stage, const struct shot *shot) {
    stage_plan(stage, "weeks-1-4", stage_plan_second, 19);
    stage_stay_away(stage);
    shot_first(stage, shot);
    assert(first_today_state(&stage->window) == FIRST_GENTLE);
}
