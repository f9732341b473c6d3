// SPDX-License-Identifier: MIT
#pragma once

#include "run/house.h"

// What happens once in the life of a history. Where nothing can be remembered it does not happen.

enum once {
    ONCE_VOICELESS, // that nothing here can speak was said
    ONCE_SAMPLE,    // the voice was heard before the first session
    ONCE_GREETING,  // the window sounded when it was opened
    ONCE_FORTNIGHT, // the quiet fortnight was offered
    ONCE_COUNT
};

bool once_is_due(const struct house *house, enum once once);
// False: it could not be remembered, which is said in the log; then it should not happen either.
bool once_remember(struct house *house, enum once once);
