// SPDX-License-Identifier: MIT
#include "core/routine.h"

#include <stddef.h>

const struct step *routine_step(const struct routine *routine, int number) {
    for (int index = 0; index < routine->step_count; index++) {
        if (routine->steps[index].number == number) {
            return &routine->steps[index];
        }
    }
    return NULL;
}

void routine_free(struct routine *routine) {
    arena_free(&routine->arena);
    *routine = (struct routine){0};
}
