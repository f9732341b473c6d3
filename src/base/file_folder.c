// SPDX-License-Identifier: MIT
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/memory.h"

static bool fail_errno(struct error *err) {
    bool missing = errno == ENOENT || errno == ENOTDIR;
    return error_set(err, missing ? ERROR_MISSING : ERROR_FILE, "%s", strerror(errno));
}

static bool make_one(const char *path, unsigned mode, struct error *err) {
    if (mkdir(path, (mode_t)mode) == 0 || file_is_folder(path)) {
        return true;
    }
    if (errno == EEXIST) {
        return error_set(err, ERROR_FILE, "%s is not a folder", path);
    }
    return fail_errno(err);
}

bool file_make_folder(const char *path, unsigned mode, struct error *err) {
    if (file_is_folder(path)) {
        return true;
    }
    char *part = memory_text(path);
    bool done = true;
    // Every slash but those at the start ends the name of a folder above.
    for (char *slash = part + strspn(part, "/"); done && (slash = strchr(slash, '/'));) {
        *slash = '\0';
        done = make_one(part, mode, err);
        *slash = '/';
        slash += strspn(slash, "/");
    }
    done = done && make_one(path, mode, err);
    memory_free(part);
    return done;
}

char *file_join(const char *folder, const char *name) {
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] != '/';
    size_t name_length = strlen(name);
    char *path = memory_new(length + slash + name_length + 1, 1);
    memcpy(path, folder, length);
    if (slash) {
        path[length] = '/';
    }
    memcpy(path + length + slash, name, name_length);
    return path;
}

static bool ends_in(const char *name, const char *ending) {
    size_t length = strlen(name);
    size_t tail = strlen(ending);
    return length >= tail && strcmp(name + length - tail, ending) == 0;
}

static int compare_names(const void *left, const void *right) {
    const char *const *a = left;
    const char *const *b = right;
    return strcmp(*a, *b);
}

static bool read_names(DIR *folder, const char *ending, struct file_names *out, struct error *err) {
    int room = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry) {
            return errno == 0 || fail_errno(err);
        }
        if (entry->d_name[0] == '.' || !ends_in(entry->d_name, ending)) {
            continue;
        }
        if (out->count == room) {
            room = room ? room * 2 : 16;
            out->names = memory_resize(out->names, (size_t)room, sizeof *out->names);
        }
        out->names[out->count++] = memory_text(entry->d_name);
    }
}

bool file_list(const char *folder, const char *ending, struct file_names *out, struct error *err) {
    *out = (struct file_names){0};
    DIR *open_folder = opendir(folder);
    if (!open_folder) {
        return errno == ENOENT || fail_errno(err);
    }
    bool done = read_names(open_folder, ending, out, err);
    closedir(open_folder);
    if (!done) {
        file_names_free(out);
        return false;
    }
    if (out->count > 1) {
        qsort(out->names, (size_t)out->count, sizeof *out->names, compare_names);
    }
    return true;
}

void file_names_free(struct file_names *names) {
    for (int i = 0; i < names->count; i++) {
        memory_free(names->names[i]);
    }
    memory_free(names->names);
    *names = (struct file_names){0};
}
