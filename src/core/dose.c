// SPDX-License-Identifier: MIT
#include "core/dose.h"

#include <string.h>

#include "core/routine_kind.h"

static bool is_of(const struct past_session *session, const struct routine *routine) {
    return strcmp(session->routine, routine->id) == 0;
}

// The days with the routine before today, less a stage for each "busier" twice running.
struct progress {
    int days;
    int busier; // running
    bool stepped_back;
};

static struct progress progress_of(const struct routine *routine, const struct past *past,
                                   int64_t today) {
    struct progress progress = {0};
    int64_t last_day = INT64_MIN;
    for (int i = 0; i < past->count; i++) {
        const struct past_session *session = &past->sessions[i];
        if (!is_of(session, routine)) {
            continue;
        }
        if (session->day != last_day && session->day < today) {
            progress.days++;
        }
        last_day = session->day;
        if (session->feel == FEEL_NONE) {
            continue;
        }
        progress.busier = session->feel == FEEL_BUSIER ? progress.busier + 1 : 0;
        progress.stepped_back = progress.busier == 2;
        if (progress.stepped_back) {
            int stage = progress.days / DOSE_STAGE_DAYS;
            stage = stage > DOSE_TWICE ? DOSE_TWICE : stage;
            progress.days = stage > 0 ? (stage - 1) * DOSE_STAGE_DAYS : 0;
            progress.busier = 0;
        }
    }
    return progress;
}

// Of a compress: the first use is short, and so is the next one after "busier" or worse.
static bool uses_short_form(const struct routine *routine, const struct past *past) {
    if (!routine_has_small_form(routine)) {
        return false;
    }
    for (int i = past->count - 1; i >= 0; i--) {
        const struct past_session *session = &past->sessions[i];
        if (is_of(session, routine) && session->complete) {
            return session->feel > FEEL_SAME;
        }
    }
    return true;
}

struct dose dose_of(const struct routine *routine, const struct gating *gating,
                    const struct past *past, int64_t today) {
    struct dose dose = {.stage = DOSE_WRITTEN, .effort_most = -1};
    bool compress = routine_warms(routine) || routine_cools(routine);
    if (compress) {
        dose.short_form = gating->small || uses_short_form(routine, past);
        return dose;
    }
    if (!gating->small) {
        return dose;
    }
    struct progress progress = progress_of(routine, past, today);
    int stage = progress.days / DOSE_STAGE_DAYS;
    dose.stage = stage > DOSE_TWICE ? DOSE_TWICE : (enum dose_stage)stage;
    dose.stepped_back = progress.stepped_back;
    dose.per_day = dose.stage == DOSE_TWICE ? 2 : 1;
    if (dose.stage == DOSE_SMALL) {
        dose.reps_most = DOSE_SMALL_REPS;
        dose.effort_most = DOSE_SMALL_EFFORT;
        dose.short_form = true;
    }
    return dose;
}
