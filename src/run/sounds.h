// SPDX-License-Identifier: MIT
#pragma once

#include "core/routine.h"
#include "files/settings.h"
#include "sound/bank.h"

// Which sounds a routine is played with: what the person chose, laid over what it says.

struct sounds {
    const char *shipped; // folder of the sounds; NULL: not found, which is said in the log
    const char *own;     // the person's, or NULL
    const struct settings *settings;
    bool no_ambience;
};

// The ambience of a routine, NULL for none: "routine" and names that are no file leave the choice
// to the routine, "off" and a volume of 0 to nobody.
const char *sounds_ambience(const struct sounds *sounds, const struct routine *routine);

// That ambience alone, where there is another choice in the midst of a session. NULL: none, or none
// that can be played.
struct loop *sounds_open_ambience(const struct sounds *sounds, const struct routine *routine);

// False when there are no sounds at all; then `bank` is empty and can be used as it is.
bool sounds_load(const struct sounds *sounds, const struct routine *routine, struct bank *bank,
                 struct error *err);
