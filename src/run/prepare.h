// SPDX-License-Identifier: MIT
#pragma once

#include "core/timeline.h"
#include "run/allowed.h"
#include "run/house.h"
#include "run/request.h"
#include "run/sitting.h"
#include "run/wishes.h"
#include "store/sessions.h"

// From what was asked for to a sitting: finds the routine, lays the person's words and the command
// line over it, and finds a session that was broken off.

struct preparation {
    const struct routine *routine;    // borrowed from the catalog or a plan of `person`, or &own
    struct routine own;               // of a routine given as a path
    struct timeline_options timeline; // by the person, her wishes and the request
    struct person person;
    struct allowed allowed;
    struct wishes wishes; // remembered ones and those of the request
    struct session_record resume;
    struct played resume_played;
    bool resumes;
};

// One routine of those that the request names, by its number from 0. False: no such routine, or not
// playable as asked. Whether it may be played now stands in `allowed`.
bool prepare_member(struct house *house, const struct play_request *request, int member,
                    struct preparation *preparation, struct error *err);

// A routine by its id, played as a part of the program (letting go between two others): nothing of
// the request but the sound applies. False without err: there is none of that id.
bool prepare_pause(struct house *house, const char *routine, struct preparation *preparation,
                   struct error *err);

// Works out `allowed` and the options of the timeline anew, after the person has told something.
// False: what she wishes does not fit.
bool prepare_again(struct preparation *preparation, struct error *err);

// The newest session that broke off less than half an hour ago, if its routine is still the same;
// *found tells. Fills the preparation so that it goes on there.
bool prepare_resume(struct house *house, struct preparation *preparation, bool *found,
                    struct error *err);

void preparation_free(struct preparation *preparation);

// The options of a sitting of this preparation. `silent` opens no device.
struct sitting_options preparation_options(const struct house *house,
                                           const struct preparation *preparation,
                                           const struct play_request *request);
