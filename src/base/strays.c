// SPDX-License-Identifier: MIT
#define _GNU_SOURCE // environ
#include "base/strays.h"

#include <dirent.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/uuid.h"

enum {
    ENVIRONMENT_MOST = 1 << 20, // bytes of a process's environment that are looked at
    ROUNDS = 8,                 // one that is not yet ended may start another meanwhile
    PATH_SIZE = 64,
};

void strays_mark(char to[STRAYS_MARK_MAX]) {
    char id[UUID_TEXT_MAX];
    uuid_make(id);
    text_format(to, STRAYS_MARK_MAX, "REPOSE_STARTED=%s", id);
}

char **strays_environment(char *mark) {
    size_t count = 0;
    while (environ && environ[count]) {
        count++;
    }
    char **list = memory_new(count + 2, sizeof *list);
    size_t kept = 0;
    const size_t name = strcspn(mark, "=") + 1;
    for (size_t index = 0; index < count; index++) {
        if (strncmp(environ[index], mark, name) != 0) {
            list[kept++] = environ[index];
        }
    }
    list[kept] = mark;
    return list;
}

static bool bears(const char *number, const char *mark) {
    char path[PATH_SIZE];
    struct bytes bytes = {0};
    struct error ignored = {0};
    text_format(path, sizeof path, "/proc/%s/environ", number);
    if (!file_read(path, ENVIRONMENT_MOST, &bytes, &ignored)) {
        return false;
    }
    bool found = false;
    for (size_t at = 0; at < bytes.length && !found; at += strlen(bytes.data + at) + 1) {
        found = strcmp(bytes.data + at, mark) == 0;
    }
    bytes_free(&bytes);
    return found;
}

// How many were found.
static int end_once(DIR *processes, const char *mark) {
    int found = 0;
    const struct dirent *entry = NULL;
    while ((entry = readdir(processes))) {
        int64_t number = 0;
        bool process = text_read_whole(entry->d_name, &number) && number > 1;
        if (process && number != getpid() && bears(entry->d_name, mark)) {
            kill((pid_t)number, SIGKILL);
            found++;
        }
    }
    return found;
}

void strays_end(const char *mark) {
    DIR *processes = opendir("/proc");
    if (!processes) {
        return;
    }
    for (int round = 0; round < ROUNDS && end_once(processes, mark) > 0; round++) {
        rewinddir(processes);
    }
    closedir(processes);
}
