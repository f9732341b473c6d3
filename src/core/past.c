// SPDX-License-Identifier: MIT
#include "core/past.h"

#include <string.h>

bool past_is_of(const struct past_session *session, const char *routine) {
    return strcmp(session->routine, routine) == 0;
}

int past_completed(const struct past *past, const char *routine) {
    int count = 0;
    for (int index = 0; index < past->count; index++) {
        count += past->sessions[index].complete && past_is_of(&past->sessions[index], routine);
    }
    return count;
}
