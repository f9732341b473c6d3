// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/routine.h"

// The cautions of the catalogue that a person's own answers (profile key `asks`) switch on for a
// routine: asthma the one of breath holds, a stroke the one of massage ...

enum { OWN_CAUTIONS_MAX = 4 };

// Keys of the catalogue of cautions, each once; the number of them.
int own_cautions(const struct profile *profile, const struct routine *routine,
                 const char *keys[OWN_CAUTIONS_MAX]);
