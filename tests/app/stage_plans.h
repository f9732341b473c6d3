// SPDX-License-Identifier: MIT
#pragma once

#include "app/first_today.h"
#include "app/fortnight.h"
#include "app/notice.h"
#include "app/plans.h"
#include "store/days.h"
#include "store/plans.h"
#include "store/removal.h"

// Plans on the stage: a therapist's in two versions, a starter, one that comes as a file. To be
// included by stage.h, which says what a stage is.

// Both begin before the stage's evening, which is 2026-11-21.
static const char stage_plan_first[] =
    "format = 1; id = \"weeks-1-4\"; title = \"Weeks 1 to 4: quiet the eye\";"
    "author = \"A. Therapist\"; from = \"2026-11-02\"; to = \"2026-12-20\";"
    "items = ("
    "{ routine = \"nmr-smile-eyes-open\"; per_day = 3; hold = 3.0;"
    "  at = [ \"08:00\", \"13:00\", \"20:00\" ]; },"
    "{ routine = \"rom-lower-face\"; per_day = 1; },"
    "{ routine = \"relax-face-let-go\"; per_day = 2; } );";

static const char stage_plan_second[] =
    "format = 1; id = \"weeks-1-4\"; title = \"Weeks 1 to 4: quiet the eye\";"
    "author = \"A. Therapist\"; from = \"2026-11-02\"; to = \"2026-12-20\";"
    "contact = \"Room 4, mornings\"; review = \"2026-12-18\";"
    "goal = \"Smile without the lid joining in.\";"
    "items = ("
    "{ routine = \"nmr-smile-eyes-open\"; per_day = 3; hold = 5.0; reps = 4;"
    "  at = [ \"08:00\", \"13:00\", \"20:00\" ]; why = \"Here the lid joins in most.\";"
    "  say = \"Only as far as the lid stays quiet.\"; },"
    "{ routine = \"relax-face-let-go\"; per_day = 2; },"
    "{ routine = \"warm-compress\"; per_day = 1; at = [ \"20:30\" ]; note = \"before bed\"; },"
    "{ task = \"Eye drops\"; per_day = 4; } );"
    "ceiling = 6; pauses = ( { from = \"2026-12-05\"; to = \"2026-12-06\"; reason = \"away\"; } );";

// With a routine of its own, a dose on each, and one in place of the catalogue's of that id.
static const char stage_plan_carrying[] =
    "format = 1; id = \"cheek\"; title = \"A soft cheek\";"
    "author = \"A. Therapist\"; from = \"2026-11-02\"; to = \"2026-12-20\";"
    "profile = { condition = [ \"synk\" ]; affected = \"left\"; };"
    "items = ("
    "{ routine = \"own-stretch\"; per_day = 2; reps = 2; hold = 6.0; side = \"left\";"
    "  why = \"The cheek is tight in the evening.\"; },"
    "{ routine = \"nmr-smile-eyes-open\"; per_day = 2; reps = 4; hold = 5.0; } );"
    "routines = ("
    "{ id = \"own-stretch\"; title = \"Cheek, from outside\"; category = \"massage\";"
    "  summary = \"A slow stretch of the cheek.\"; author = \"A. Therapist\";"
    "  revised = \"2026-11-01\"; sources = [ ]; cautions = [ \"Clean hands.\" ];"
    "  range = { hold = [ 4.0, 15.0 ]; };"
    "  steps = ("
    "  { name = \"Settle\"; seconds = 10; },"
    "  { name = \"Stretch\"; massage = \"cheek-lower\"; side = \"affected\"; reps = 3; move = 3;"
    "    hold = 10; rest = 5; say = \"Slowly towards the ear.\"; },"
    "  { name = \"Rest\"; seconds = 20; } ); } );";

static inline void stage_plan(struct stage *stage, const char *id, const char *text, int days_ago) {
    struct error err = {0};
    bool added = false;
    struct stored_plan plan = {
        .added = stage_evening, .removed = INT64_MAX, .text = memory_text(text), .name = NULL};
    plan.added.utc_s -= (int64_t)days_ago * 86400;
    text_copy(plan.id, sizeof plan.id, id);
    if (!plans_add(stage->house.store, &plan, &added, &err) || !added) {
        stage_fail(id, &err);
    }
    memory_free(plan.text);
}

static inline void stage_plans(struct stage *stage) {
    stage_plan(stage, "weeks-1-4", stage_plan_first, 19);
    stage_plan(stage, "weeks-1-4", stage_plan_second, 1);
}

// The text of a shipped fortnight as it is begun.
static inline void stage_starter(struct stage *stage, const char *name, int days_ago) {
    char id[64], path[512];
    struct bytes bytes;
    struct error err = {0};
    text_format(id, sizeof id, "starter-%s", name);
    text_format(path, sizeof path, "%s/starters/%s.cfg", stage->house.paths.routines, name);
    if (!file_read(path, 65536, &bytes, &err)) {
        stage_fail(path, &err);
    }
    stage_plan(stage, id, bytes.data, days_ago);
    bytes_free(&bytes);
}

// Writes a plan into a folder of its own and hands it to the window, as a drop would.
static inline void stage_drop(struct stage *stage, const char *text) {
    char folder[] = "/tmp/repose-stage-XXXXXX";
    struct error err = {0};
    if (!mkdtemp(folder)) {
        stage_fail("folder", &err);
    }
    char *path = file_join(folder, "weeks.cfg");
    if (!file_write(path, text, strlen(text), 0600, &err)) {
        stage_fail(path, &err);
    }
    plan_file_take(&stage->window, path);
    remove(path);
    remove(folder);
    memory_free(path);
}

static inline void shot_plans(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    plans_show_all(&stage->window);
}

static inline void shot_plans_kept(struct stage *stage, const struct shot *shot) {
    stage_plans(stage);
    stage_starter(stage, "warm", 30);
    stage_starter(stage, "quiet", 3);
    shot_plans(stage, shot);
}

static inline void shot_plan(struct stage *stage, const struct shot *shot) {
    stage_plans(stage);
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PLANS, 0});
    assert(stage->window.screen == SCREEN_PLAN);
}

static inline void shot_plan_seen(struct stage *stage, const struct shot *shot) {
    shot_plan(stage, shot);
    window_act(&stage->window, (struct act){ACT_SEEN, 0});
    window_act(&stage->window, (struct act){ACT_FOLD, PLANS_FOLD_VERSIONS});
}

static inline void shot_starter(struct stage *stage, const struct shot *shot) {
    shot_plans(stage, shot);
    window_act(&stage->window, (struct act){ACT_STARTER, 1});
}

static inline void shot_plan_pause(struct stage *stage, const struct shot *shot) {
    shot_plan(stage, shot);
    window_act(&stage->window, (struct act){ACT_PLAN_PAUSE, 0});
}

// Another side than she told, and a dose outside the published range.
static inline void shot_plan_coming(struct stage *stage, const struct shot *shot) {
    stage_plan(stage, "weeks-1-4", stage_plan_first, 19);
    stage_tell(stage, "condition", "hfs");
    stage_tell(stage, "affected", "right");
    shot_first(stage, shot);
    stage_drop(stage, "format = 1; id = \"weeks-1-4\"; title = \"Weeks 5 to 8: small and often\";\n"
                      "author = \"A. Therapist\"; from = \"2026-11-23\"; to = \"2026-12-20\";\n"
                      "profile = { condition = [ \"synk\" ]; affected = \"left\"; };\n"
                      "items = (\n"
                      "{ routine = \"nmr-smile-eyes-open\"; per_day = 3; hold = 20.0; },\n"
                      "{ routine = \"relax-face-let-go\"; per_day = 2; } );\n");
    assert(stage->window.screen == SCREEN_PLAN);
}

// The side is asked, and another one was answered than the plan is for.
static inline void shot_plan_whose(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    stage_drop(stage, "format = 1; id = \"weeks-1-4\"; title = \"Weeks 1 to 4: quiet the eye\";\n"
                      "author = \"A. Therapist\"; contact = \"Clinic, 030 1234\";\n"
                      "from = \"2026-11-23\"; to = \"2026-12-20\";\n"
                      "profile = { condition = [ \"hfs\" ]; affected = \"left\"; };\n"
                      "items = (\n"
                      "{ routine = \"relax-face-let-go\"; per_day = 2; },\n"
                      "{ routine = \"breath-calm\"; per_day = 1; } );\n");
    assert(stage->window.plans->whose.asked);
    window_act(&stage->window, (struct act){ACT_SIDE, SIDE_LEFT});
}

static inline void shot_plan_whose_other(struct stage *stage, const struct shot *shot) {
    shot_plan_whose(stage, shot);
    window_act(&stage->window, (struct act){ACT_SIDE, SIDE_RIGHT});
}

// A routine that travels in a plan: its page, the list, and a look at it before the plan is hers.
static inline void stage_carrying(struct stage *stage) {
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "affected", "left");
    stage_tell(stage, "answers", "no,no,no");
    stage_tell(stage, "asks", "");
    stage_plan(stage, "cheek", stage_plan_carrying, 19);
}

static inline void shot_carried(struct stage *stage, const struct shot *shot) {
    stage_carrying(stage);
    shot_first(stage, shot);
    page_open(&stage->window, repertoire_find(&stage->window, "own-stretch"));
    window_act(&stage->window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
}

static inline void shot_carried_list(struct stage *stage, const struct shot *shot) {
    stage_carrying(stage);
    shot_first(stage, shot);
    list_show_filter(&stage->window, FILTER_ALL);
}

static inline void shot_carried_plan(struct stage *stage, const struct shot *shot) {
    stage_carrying(stage);
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PLANS, 0});
    assert(stage->window.screen == SCREEN_PLAN);
}

static inline void shot_carried_look(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    stage_drop(stage, stage_plan_carrying);
    window_act(&stage->window, (struct act){ACT_LOOK, 0});
    assert(stage->window.screen == SCREEN_PAGE);
}

static inline void shot_plan_faults(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    stage_drop(stage, "format = 1; id = \"weeks-5-8\"; title = \"Weeks 5 to 8\";\n"
                      "author = \"A. Therapist\"; from = \"2026-11-23\"; to = \"2026-11-20\";\n"
                      "items = (\n"
                      "{ routine = \"nmr-smile-eyes-opn\"; per_day = 3; },\n"
                      "{ routine = \"relax-face-let-go\"; per_day = 200; } );\n");
    assert(stage->window.screen == SCREEN_PLAN_FILE);
}

// ---- the diary, as far as it raises something ----

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

// As if only the last so many sessions had been played.
static inline void stage_forget_sessions(struct stage *stage, int but) {
    struct session_list list = {0};
    struct error err = {0};
    struct store *store = stage->house.store;
    if (!sessions_list(store, INT64_MIN, INT64_MAX, 0, stage_evening, &list, &err)) {
        stage_fail("sessions", &err);
    }
    for (int i = 0; i + but < list.count; i++) {
        if (!removal_of(store, REMOVAL_SESSION, list.records[i].id, &err)) {
            stage_fail("sessions", &err);
        }
    }
    session_list_free(&list);
}

static inline void shot_fortnight(struct stage *stage, const struct shot *shot) {
    (void)shot;
    stage_forget_sessions(stage, 1);
    if (!fortnight_offer(&stage->window)) {
        stage_fail("fortnight", &(struct error){.text = "it is not offered"});
    }
}

// ---- today ----

// A plan of which little was done so far.
static inline void shot_notice_less(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "answers", "no,no,no");
    stage_plan(stage, "weeks-1-4", stage_plan_second, 19);
    stage_played(stage, "relax-face-let-go", 300);
    shot_first(stage, shot);
    assert(stage->window.notice->shown.kind == NOTICE_TOO_MUCH);
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

static inline void stage_rest(struct stage *stage) {
    struct error err = {0};
    struct stored_pause pause = {.from = house_today(&stage->house),
                                 .to = house_today(&stage->house) + 1};
    if (!plan_pauses_add(stage->house.store, &pause, stage_evening, &err)) {
        stage_fail("pause", &err);
    }
}

static inline void shot_today_rest(struct stage *stage, const struct shot *shot) {
    stage_starter(stage, "quiet", 3);
    stage_rest(stage);
    shot_first(stage, shot);
    assert(first_today_state(&stage->window) == FIRST_RESTS);
}

// The newest session lies six days back.
static inline void stage_stay_away(struct stage *stage) {
    struct session_list list = {0};
    struct error err = {0};
    if (!sessions_list(stage->house.store, INT64_MIN, INT64_MAX, 0, stage_evening, &list, &err)) {
        stage_fail("sessions", &err);
    }
    for (int i = 1; i < list.count; i++) {
        if (!removal_of(stage->house.store, REMOVAL_SESSION, list.records[i].id, &err)) {
            stage_fail("sessions", &err);
        }
    }
    session_list_free(&list);
}

static inline void shot_today_away(struct stage *stage, const struct shot *shot) {
    stage_plan(stage, "weeks-1-4", stage_plan_second, 19);
    stage_stay_away(stage);
    shot_first(stage, shot);
    assert(first_today_state(&stage->window) == FIRST_GENTLE);
}
