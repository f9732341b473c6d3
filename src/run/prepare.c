// SPDX-License-Identifier: MIT
#include "run/prepare.h"

#include <string.h>

#include "base/text.h"
#include "run/adjustments.h"
#include "run/mine.h"
#include "run/words.h"

static bool lay_options(struct house *house, const struct play_request *request,
                        struct timeline_options *options, struct error *err) {
    *options = timeline_options_written(words_phrases());
    options->tempo = request->tempo > 0 ? request->tempo : 1.0;
    options->side = request->side;
    options->reps = request->reps;
    return !house->store || mine_read(house->store, clock_wall_now(&house->clock), options, err);
}

bool prepare_request(struct house *house, const struct play_request *request,
                     struct preparation *preparation, struct error *err) {
    *preparation = (struct preparation){0};
    if (request->routine_count != 1) {
        return error_set(err, ERROR_INPUT, _("one routine at a time; `repose list` names them"));
    }
    house_read_catalog(house);
    const char *language = text_language();
    preparation->routine = catalog_open(&house->catalog, request->routines[0], house->paths.images,
                                        language, &preparation->own, err);
    return preparation->routine && lay_options(house, request, &preparation->timeline, err);
}

// Whether the routine still has the shape that the broken-off session was laid out with.
static bool still_fits(const struct preparation *preparation) {
    struct error err = {0};
    struct timeline *timeline =
        timeline_compile(preparation->routine, &preparation->timeline, &err);
    const struct session_record *old = &preparation->resume;
    bool fits = timeline && timeline->total_ms == old->planned_ms &&
                old->position_ms < timeline->total_ms && old->section <= timeline->gate_count;
    timeline_free(timeline);
    return fits;
}

bool prepare_resume(struct house *house, struct preparation *preparation, bool *found,
                    struct error *err) {
    *preparation = (struct preparation){0};
    *found = false;
    if (!house->store ||
        !sessions_unfinished(house->store, clock_wall_now(&house->clock), &preparation->resume,
                             &preparation->resume_played, found, err) ||
        !*found) {
        return *found || err->code == ERROR_NONE;
    }
    house_read_catalog(house);
    const struct catalog_entry *entry = catalog_find(&house->catalog, preparation->resume.routine);
    preparation->routine = entry && !entry->error ? &entry->routine : NULL;
    preparation->timeline = timeline_options_written(words_phrases());
    adjustments_read(preparation->resume.options, &preparation->timeline);
    preparation->resumes = true;
    *found = preparation->routine && still_fits(preparation);
    return true;
}

void preparation_free(struct preparation *preparation) {
    routine_free(&preparation->own);
    session_record_free(&preparation->resume);
    played_free(&preparation->resume_played);
    *preparation = (struct preparation){0};
}

struct sitting_options preparation_options(const struct house *house,
                                           const struct preparation *preparation,
                                           const struct play_request *request) {
    return (struct sitting_options){
        .routine = preparation->routine,
        .timeline = preparation->timeline,
        .settings = &house->settings,
        .clock = &house->clock,
        .store = request->no_record ? NULL : house->store,
        .audio = house->paths.audio,
        .mute = request->mute,
        .no_ambience = request->no_ambience,
        .lead_in_ms = house->settings.lead_in_ms,
        .from_ms = request->from_ms,
        .before = request->before,
        .resume = preparation->resumes ? &preparation->resume : NULL,
        .resume_played = preparation->resumes ? &preparation->resume_played : NULL,
    };
}
