// SPDX-License-Identifier: MIT
#pragma once

#include "core/routine.h"
#include "files/group.h"
#include "files/routine_file.h"

// The steps of a routine file, read depth first into core's flat array.

// What the parts of a routine's reader share.
struct routine_reader {
    struct reading reading;
    const struct routine_reading *asked;
    const char *folder;      // of the file, for its pictures; NULL: none
    const char *place;       // before the keys of its steps: "" or, in a plan, "routines[1]."
    struct routine *routine; // being filled
};

// Reads `steps` of the top group.
void steps_read(const struct group *top, const struct routine_reader *reader);

// What one verb says beyond what all steps may say; the step's verb is set already.
void step_read_verb(const struct group *group, const struct routine_reader *reader,
                    struct step *step);

// Warnings about a step that is right as it stands but rarely meant.
void step_review(const struct group *group, const struct step *step);
// And about one and the step that is written behind it.
void step_review_next(const struct group *group, const struct step *step, const struct step *next);

// A pose or a scene by its id; a fault when it is none.
const struct pose *step_find_pose(const struct group *group, const char *key,
                                  const struct shared *shared, const char *id);
