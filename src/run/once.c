// SPDX-License-Identifier: MIT
#include "run/once.h"

#include "base/log.h"
#include "base/memory.h"
#include "store/answers.h"

static const char *const keys[ONCE_COUNT] = {
    [ONCE_VOICELESS] = "voiceless",
    [ONCE_SAMPLE] = "voice-sample",
    [ONCE_GREETING] = "greeting",
    [ONCE_FORTNIGHT] = "fortnight",
};

bool once_is_due(const struct house *house, enum once once) {
    struct error err = {0};
    char *told = NULL;
    bool read = house->store && remembered_get(house->store, keys[once], &told, &err);
    bool due = read && !told;
    memory_free(told);
    return due;
}

bool once_remember(struct house *house, enum once once) {
    struct error err = {0};
    if (!house->store) {
        return false;
    }
    if (!remembered_set(house->store, keys[once], "yes", &err)) {
        log_warning("%s", err.text);
        return false;
    }
    return true;
}
