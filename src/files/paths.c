// SPDX-License-Identifier: MIT
#include "files/paths.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

// build/repose lies one level below the shipped files, build/san/repose two; one more is for
// whoever builds into a folder of a folder. Further up would be somebody else's.
enum { LEVELS_MAX = 3 };

// Cuts the last part of a path away: "/a/b" becomes "/a", "/a" becomes "/".
static void cut_last(char *path) {
    char *slash = strrchr(path, '/');
    if (slash) {
        slash[slash == path] = '\0';
    }
}

// The path that links lead to, or NULL.
static char *resolve(const char *path) {
    char resolved[PATH_MAX];
    return realpath(path, resolved) ? memory_text(resolved) : NULL;
}

static bool may_run(const char *path) {
    return access(path, X_OK) == 0 && !file_is_folder(path);
}

// The program as the shell found it: the first folder of PATH that holds it and may run it.
static char *find_on_path(const char *program) {
    const char *folders = getenv("PATH");
    while (folders && *folders) {
        size_t length = strcspn(folders, ":");
        struct text_builder candidate = {0};
        // An empty entry means the folder one stands in.
        text_add_bytes(&candidate, length ? folders : ".", length ? length : 1);
        text_add_format(&candidate, "/%s", program);
        char *path = may_run(candidate.text) ? resolve(candidate.text) : NULL;
        text_builder_free(&candidate);
        if (path) {
            return path;
        }
        folders += length + (folders[length] == ':');
    }
    return NULL;
}

// The folder of the running program, or NULL. The kernel knows best; where it does not say (no
// /proc), the word that the program was called by does.
static char *program_folder(const char *program) {
    char link[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", link, sizeof link - 1);
    char *path = NULL;
    if (length > 0) {
        link[length] = '\0';
        path = memory_text(link);
    } else if (program && *program) {
        path = strchr(program, '/') ? resolve(program) : find_on_path(program);
    }
    if (path) {
        cut_last(path);
    }
    return path;
}

static bool holds_folder(const char *root, const char *name) {
    char *path = file_join(root, name);
    bool there = file_is_folder(path);
    memory_free(path);
    return there;
}

static bool is_root(const char *folder) {
    return holds_folder(folder, "routines/shared") && holds_folder(folder, "audio");
}

static void take_root(const char *root, char *locale, struct paths *paths) {
    paths->routines = file_join(root, "routines");
    paths->audio = file_join(root, "audio");
    paths->images = file_join(root, "images");
    paths->locale = locale;
}

// PREFIX/bin and PREFIX/libexec/repose become PREFIX.
static void cut_to_prefix(char *folder) {
    cut_last(folder);
    const char *last = strrchr(folder, '/');
    if (last && strcmp(last, "/libexec") == 0) {
        cut_last(folder);
    }
}

static void find_shipped(const char *program, struct paths *paths) {
    char *folder = program_folder(program);
    if (!folder) {
        return;
    }
    char *root = memory_text(folder);
    for (int level = 0; level <= LEVELS_MAX; level++) {
        if (is_root(root)) {
            take_root(root, file_join(folder, "locale"), paths);
            break;
        }
        cut_last(root);
    }
    memory_free(root);
    if (!paths->routines) {
        cut_to_prefix(folder);
        char *installed = file_join(folder, "share/repose");
        if (is_root(installed)) {
            take_root(installed, file_join(folder, "share/locale"), paths);
        }
        memory_free(installed);
    }
    memory_free(folder);
}

// $VARIABLE/repose, else $HOME/FALLBACK/repose, or NULL.
static char *xdg_folder(const char *variable, const char *fallback) {
    const char *base = getenv(variable);
    const char *home = getenv("HOME");
    if (base && base[0] == '/') {
        return file_join(base, "repose");
    }
    if (!home || home[0] != '/') {
        return NULL;
    }
    char *above = file_join(home, fallback);
    char *folder = file_join(above, "repose");
    memory_free(above);
    return folder;
}

static void take_one_folder(const char *folder, struct paths *paths) {
    paths->data = memory_text(folder);
    paths->cache = file_join(folder, "cache");
    paths->settings = file_join(folder, "settings.cfg");
}

static bool take_xdg_folders(struct paths *paths, struct error *err) {
    paths->data = xdg_folder("XDG_DATA_HOME", ".local/share");
    paths->cache = xdg_folder("XDG_CACHE_HOME", ".cache");
    char *config = xdg_folder("XDG_CONFIG_HOME", ".config");
    if (config) {
        paths->settings = file_join(config, "settings.cfg");
    }
    memory_free(config);
    if (!paths->data || !paths->cache || !paths->settings) {
        return error_set(err, ERROR_MISSING, "%s",
                         _("HOME is not set, so there is no place for the history: set it, or name "
                           "a folder with --data DIR"));
    }
    return true;
}

bool paths_find(const char *program, const char *data, struct paths *paths, struct error *err) {
    *paths = (struct paths){0};
    if (data && !*data) {
        return error_set(err, ERROR_INPUT, "%s", _("--data takes the name of a folder"));
    }
    if (data) {
        take_one_folder(data, paths);
    } else if (!take_xdg_folders(paths, err)) {
        paths_free(paths);
        return false;
    }
    paths->own_routines = file_join(paths->data, "routines");
    paths->own_audio = file_join(paths->data, "audio");
    paths->history = file_join(paths->data, "history.db");
    paths->backups = file_join(paths->data, "backups");
    find_shipped(program, paths);
    return true;
}

char *paths_companion(const char *program, const char *name) {
    char *folder = program_folder(program);
    if (!folder) {
        return NULL;
    }
    char *path = file_join(folder, name);
    if (!may_run(path)) {
        cut_to_prefix(folder);
        char *installed = file_join(folder, "libexec/repose");
        memory_free(path);
        path = file_join(installed, name);
        memory_free(installed);
    }
    memory_free(folder);
    if (!may_run(path)) {
        memory_free(path);
        path = NULL;
    }
    return path;
}

bool paths_prepare(const struct paths *paths, struct error *err) {
    assert(paths->data && paths->settings);
    char *config = memory_text(paths->settings);
    cut_last(config);
    const char *const folders[] = {paths->data, paths->own_routines, paths->backups, paths->cache,
                                   config};
    bool done = true;
    for (size_t i = 0; done && i < sizeof folders / sizeof *folders; i++) {
        done = file_make_folder(folders[i], 0700, err) || error_prefix(err, folders[i]);
    }
    memory_free(config);
    return done;
}

void paths_free(struct paths *paths) {
    char *const texts[] = {paths->routines, paths->audio,   paths->images,       paths->locale,
                           paths->history,  paths->backups, paths->own_routines, paths->cache,
                           paths->settings, paths->data,    paths->own_audio};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        memory_free(texts[i]);
    }
    *paths = (struct paths){0};
}
