// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/allowed.h"

// The cautions of the catalogue that a person's own answers (profile key `asks`) switch on for a
// routine: asthma the one of breath holds, a stroke the one of massage ...

enum { OWN_CAUTIONS_MAX = 4 };

// Keys of the catalogue of cautions, each once; the number of them.
int own_cautions(const struct profile *profile, const struct routine *routine,
                 const char *keys[OWN_CAUTIONS_MAX]);

// What she told in words of her own switches on no caution of the catalogue: it is named, for every
// routine that does something with breath, skin, jaw, face or neck. Adds nothing where there is
// nothing to say.
void own_cautions_others(struct text_builder *text, const struct person *person,
                         const struct routine *routine);
