// SPDX-License-Identifier: MIT
#pragma once

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A folder of a test's own under TMPDIR, and what stands in it. The functions end the test program
// when the machine refuses: no test could say anything then.

enum { SCRATCH_PATH_MAX = 512 };

static inline void scratch_stop(const char *what) {
    perror(what);
    exit(99);
}

// Makes an empty folder and writes its path.
static inline const char *scratch_make(char to[SCRATCH_PATH_MAX]) {
    const char *above = getenv("TMPDIR");
    snprintf(to, SCRATCH_PATH_MAX, "%s/repose-test-XXXXXX", above && above[0] ? above : "/tmp");
    if (!mkdtemp(to)) {
        scratch_stop(to);
    }
    return to;
}

static inline const char *scratch_path(char to[SCRATCH_PATH_MAX], const char *folder,
                                       const char *name) {
    int needed = snprintf(to, SCRATCH_PATH_MAX, "%s/%s", folder, name);
    if (needed < 0 || needed >= SCRATCH_PATH_MAX) {
        scratch_stop("a path of a test is too long");
    }
    return to;
}

static inline void scratch_put(const char *path, const char *data, size_t length) {
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(data, 1, length, file) != length || fclose(file) != 0) {
        scratch_stop(path);
    }
}

// The names in a folder, "." and ".." apart.
static inline int scratch_count(const char *folder) {
    DIR *names = opendir(folder);
    if (!names) {
        scratch_stop(folder);
        return -1;
    }
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(names));) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    closedir(names);
    return count;
}

// Removes a folder of scratch_make with all in it.
static inline void scratch_remove(const char *folder) {
    char command[2 * SCRATCH_PATH_MAX + 32];
    snprintf(command, sizeof command, "chmod -R u+rwx '%s' && rm -rf '%s'", folder, folder);
    if (system(command) != 0) {
        scratch_stop(folder);
    }
}
