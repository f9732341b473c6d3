// SPDX-License-Identifier: MIT
#include "core/dose.h"

#include "core/routine_kind.h"

enum { BUSIER_RUNNING = 2 };

// How far somebody has come with a routine.
struct progress {
    int days;    // done before `day`, from the beginning of the first stage
    int64_t day; // of the last session
    bool done;   // on that day
    int busier;  // running answers
    bool stepped_back;
};

static enum dose_stage stage_of(const struct progress *progress) {
    int stage = progress->days / DOSE_STAGE_DAYS;
    return stage > DOSE_TWICE ? DOSE_TWICE : (enum dose_stage)stage;
}

static void begin_day(struct progress *progress, int64_t day) {
    if (day > progress->day) {
        progress->days += progress->done;
        progress->day = day;
        progress->done = false;
    }
}

// The day of the answer belongs to the stage that was too much, and counts for none.
static void step_back(struct progress *progress) {
    enum dose_stage stage = stage_of(progress);
    progress->stepped_back = stage > DOSE_SMALL;
    progress->days = stage > DOSE_SMALL ? ((int)stage - 1) * DOSE_STAGE_DAYS : 0;
    progress->done = false;
}

static void add_session(struct progress *progress, const struct past_session *session) {
    begin_day(progress, session->day);
    progress->done = progress->done || session->complete;
    if (session->feel == FEEL_NONE) {
        return;
    }
    progress->stepped_back = false;
    progress->busier = session->feel == FEEL_BUSIER ? progress->busier + 1 : 0;
    if (progress->busier > 0 && progress->busier % BUSIER_RUNNING == 0) {
        step_back(progress);
    }
}

static struct progress progress_of(const struct routine *routine, const struct past *past,
                                   int64_t today) {
    struct progress progress = {.day = INT64_MIN};
    for (int i = 0; i < past->count; i++) {
        if (past_is_of(&past->sessions[i], routine->id)) {
            add_session(&progress, &past->sessions[i]);
        }
    }
    begin_day(&progress, today);
    return progress;
}

// What the last use of a compress says about the next one.
enum last_use { USE_NONE, USE_FINE, USE_TOO_MUCH };

static enum last_use last_use_of(const struct routine *routine, const struct past *past) {
    enum last_use last = USE_NONE;
    for (int i = 0; i < past->count; i++) {
        const struct past_session *session = &past->sessions[i];
        if (!past_is_of(session, routine->id)) {
            continue;
        }
        bool answered = session->feel != FEEL_NONE;
        if (session->feel > FEEL_SAME) {
            last = USE_TOO_MUCH;
        } else if (session->complete && (answered || last == USE_NONE)) {
            last = USE_FINE;
        }
    }
    return last;
}

static void shorten(struct dose *dose) {
    dose->reps_most = DOSE_SMALL_REPS;
    dose->short_form = true;
}

static struct dose dose_of_compress(const struct routine *routine, const struct gating *gating,
                                    const struct past *past) {
    struct dose dose = {.stage = DOSE_WRITTEN, .effort_most = -1};
    enum last_use last = last_use_of(routine, past);
    if (routine_has_small_form(routine)) {
        dose.short_form = gating->small || last != USE_FINE;
        dose.stepped_back = last == USE_TOO_MUCH;
    }
    return dose;
}

struct dose dose_of(const struct routine *routine, const struct gating *gating,
                    const struct past *past, int64_t today) {
    if (routine_warms(routine) || routine_cools(routine)) {
        return dose_of_compress(routine, gating, past);
    }
    struct dose dose = {.stage = DOSE_WRITTEN, .effort_most = -1};
    struct progress progress = progress_of(routine, past, today);
    if (gating->small) {
        dose.stage = stage_of(&progress);
        dose.stepped_back = progress.stepped_back;
        dose.per_day = dose.stage == DOSE_TWICE ? 2 : 1;
        if (dose.stage == DOSE_SMALL) {
            shorten(&dose);
            dose.effort_most = DOSE_SMALL_EFFORT;
        }
    } else if (!gating->plan_dose && progress.busier >= BUSIER_RUNNING &&
               routine_can_be_shorter(routine, DOSE_SMALL_REPS)) {
        shorten(&dose);
        dose.stepped_back = true;
    }
    return dose;
}
