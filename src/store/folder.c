// SPDX-License-Identifier: MIT
#include "store/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"

enum {
    LOCK_WAIT_MS = 10000, // a check and a copy of a very long history take this long at most
    LOCK_POLL_MS = 10,
};

char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash) {
        return memory_text(".");
    }
    size_t length = slash == path ? 1 : (size_t)(slash - path);
    char *folder = memory_new(length + 1, 1);
    memcpy(folder, path, length);
    return folder;
}

bool folder_lock(const char *folder, int *lock, struct error *err) {
    *lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*lock < 0) {
        return error_set(err, ERROR_STORE, "%s: %s", folder, strerror(errno));
    }
    int64_t until_ms = clock_monotonic_ms() + LOCK_WAIT_MS;
    while (flock(*lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            break; // no locks here
        }
        if (clock_monotonic_ms() >= until_ms) {
            close(*lock);
            *lock = -1;
            return error_set(err, ERROR_STORE,
                             "another repose is busy opening the history in %s; please try again "
                             "in a moment",
                             folder);
        }
        clock_sleep_ms(LOCK_POLL_MS);
    }
    return true;
}

void folder_unlock(int lock) {
    if (lock >= 0) {
        close(lock);
    }
}
