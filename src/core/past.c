// SPDX-License-Identifier: MIT
#include "core/past.h"

#include <string.h>

bool past_is_of(const struct past_session *session, const char *routine) {
    return strcmp(session->routine, routine) == 0;
}
