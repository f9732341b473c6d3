// SPDX-License-Identifier: MIT
#pragma once

#include "core/timeline.h"
#include "run/house.h"
#include "run/request.h"
#include "run/sitting.h"
#include "store/sessions.h"

// From what was asked for to a sitting: finds the routine, lays the person's words and the command
// line over it, and finds a session that was broken off.

struct preparation {
    const struct routine *routine; // borrowed from the catalog, or &own
    struct routine own;            // of a routine given as a path
    struct timeline_options timeline;
    struct session_record resume;
    struct played resume_played;
    bool resumes;
};

// The routine that the request names. False: no such routine, or not playable as asked.
bool prepare_request(struct house *house, const struct play_request *request,
                     struct preparation *preparation, struct error *err);

// The newest session that broke off less than half an hour ago, if its routine is still the same;
// *found tells. Fills the preparation so that it goes on there.
bool prepare_resume(struct house *house, struct preparation *preparation, bool *found,
                    struct error *err);

void preparation_free(struct preparation *preparation);

// The options of a sitting of this preparation. `silent` opens no device.
struct sitting_options preparation_options(const struct house *house,
                                           const struct preparation *preparation,
                                           const struct play_request *request);
