// SPDX-License-Identifier: MIT
#pragma once

#include "app/plans.h"
#include "app/stage_told.h"
#include "store/plans.h"

// Plans on the stage: a therapist's in two versions, a starter, one that comes as a file.

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

static inline void stage_rest(struct stage *stage) {
    struct error err = {0};
    struct stored_pause pause = {.from = house_today(&stage->house),
                                 .to = house_today(&stage->house) + 1};
    if (!plan_pauses_add(stage->house.store, &pause, stage_evening, &err)) {
        stage_fail("pause", &err);
    }
}

// A routine that travels in a plan: its page, the list, and a look at it before the plan is hers.
static inline void stage_carrying(struct stage *stage) {
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "affected", "left");
    stage_tell(stage, "answers", "no,no,no");
    stage_tell(stage, "asks", "");
    stage_plan(stage, "cheek", stage_plan_carrying, 19);
}
