// SPDX-License-Identifier: MIT
#include "run/prepare.h"

#include <string.h>

#include "base/text.h"
#include "core/prompts.h"
#include "run/adjustments.h"
#include "run/words.h"

static struct wishes wishes_of(const struct play_request *request) {
    return (struct wishes){
        .tempo = request->tempo,
        .side = request->side,
        .reps = request->reps,
        .hold_ms = request->hold_ms,
        .length_ms = request->length_ms,
    };
}

// What is allowed, and the person's dose as options, before any wish.
static void lay_person(struct preparation *preparation) {
    bool anyway = preparation->allowed.anyway;
    preparation->allowed =
        allowed_for_side(&preparation->person, preparation->routine, preparation->wishes.side);
    preparation->allowed.anyway = anyway;
    preparation->timeline = timeline_options_written(words_phrases());
    allowed_apply(&preparation->allowed, &preparation->person, preparation->routine,
                  &preparation->timeline);
}

bool prepare_again(struct preparation *preparation, struct error *err) {
    const struct routine *routine = preparation->routine;
    lay_person(preparation);
    if (!wishes_check(routine, &preparation->timeline.asked, preparation->allowed.limit.cycles_most,
                      &preparation->wishes, err)) {
        return error_prefix(err, routine->id);
    }
    wishes_apply(&preparation->wishes, &preparation->timeline);
    return true;
}

// What was remembered gives way where the file has changed since, or a plan says otherwise.
static bool lay_wishes(struct house *house, const struct play_request *request,
                       struct preparation *preparation, struct error *err) {
    struct wishes asked = wishes_of(request);
    struct wishes *wishes = &preparation->wishes;
    wishes->side = request->side;
    lay_person(preparation);
    if (!wishes_read(house->store, preparation->routine, &preparation->timeline.asked, wishes,
                     err)) {
        return false;
    }
    wishes_join(wishes, &asked);
    return true;
}

bool prepare_member(struct house *house, const struct play_request *request, int member,
                    struct preparation *preparation, struct error *err) {
    *preparation = (struct preparation){0};
    house_read_catalog(house);
    if (!person_read(house, &preparation->person, err)) {
        return false;
    }
    preparation->routine = person_open_routine(house, &preparation->person,
                                               request->routines[member], &preparation->own, err);
    return preparation->routine && lay_wishes(house, request, preparation, err) &&
           prepare_again(preparation, err);
}

bool prepare_pause(struct house *house, const char *routine, struct preparation *preparation,
                   struct error *err) {
    *preparation = (struct preparation){0};
    house_read_catalog(house);
    const struct catalog_entry *entry = catalog_find(&house->catalog, routine);
    if (!entry || entry->error) {
        return false;
    }
    preparation->routine = &entry->routine;
    return person_read(house, &preparation->person, err) && prepare_again(preparation, err);
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
    if (!person_read(house, &preparation->person, err)) {
        return false;
    }
    preparation->routine =
        person_routine(&preparation->person, &house->catalog, preparation->resume.routine);
    preparation->timeline = timeline_options_written(words_phrases());
    adjustments_read(preparation->resume.options, &preparation->timeline);
    preparation->resumes = true;
    *found = preparation->routine && still_fits(preparation);
    return true;
}

void preparation_free(struct preparation *preparation) {
    routine_free(&preparation->own);
    person_free(&preparation->person);
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
        .own_audio = house->paths.own_audio,
        .cache = house->paths.cache,
        .mute = request->mute,
        .no_ambience = request->no_ambience,
        .no_voice = request->no_voice,
        .known = past_completed(&preparation->person.held.past, preparation->routine->id) >=
                 PROMPT_KNOWN_AFTER,
        .lead_in_ms = house->settings.lead_in_ms,
        .from_ms = request->from_ms,
        .before = request->before,
        .anyway = preparation->allowed.anyway,
        .plan = preparation->allowed.place.plan ? preparation->allowed.place.plan->id : NULL,
        .resume = preparation->resumes ? &preparation->resume : NULL,
        .resume_played = preparation->resumes ? &preparation->resume_played : NULL,
    };
}
