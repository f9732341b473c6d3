// SPDX-License-Identifier: MIT
#include "sound/bank.h"

#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "sound/source.h"

enum { NAME_BYTES_MAX = 80, FOLDERS_MAX = 3 };

static const struct source_options cue_limits = {.bytes_most = 8 << 20, .seconds_most = 10};
// The first of them under which there is a file decides.
static const char *const cue_endings[] = {".wav", ".flac", ".ogg", NULL};
static const char *const ambience_endings[] = {".ogg", ".flac", ".wav", NULL};

// Where to look, first come first; owned.
struct folders {
    char *paths[FOLDERS_MAX];
    int count;
};

static bool is_plain_name(const char *name) {
    size_t length = strlen(name);
    return length > 0 && length <= NAME_BYTES_MAX && name[0] != '.' && !strchr(name, '/');
}

// base/within[/name]. A folder that is not there is no trouble of each file.
static void add_folder(struct folders *folders, const char *base, const char *within,
                       const char *name) {
    char *folder = file_join(base, within);
    if (name) {
        char *above = folder;
        folder = file_join(above, name);
        memory_free(above);
    }
    if (file_is_folder(folder)) {
        folders->paths[folders->count++] = folder;
    } else {
        memory_free(folder);
    }
}

static void folders_free(struct folders *folders) {
    for (int index = 0; index < folders->count; index++) {
        memory_free(folders->paths[index]);
    }
}

// The file of that name in a folder, or NULL; owned by the caller.
static char *find_file(const char *folder, const char *name, const char *const *endings) {
    for (; *endings; endings++) {
        char file[NAME_BYTES_MAX + sizeof ".flac"];
        text_format(file, sizeof file, "%s%s", name, *endings);
        char *path = file_join(folder, file);
        if (file_exists(path)) {
            return path;
        }
        memory_free(path);
    }
    return NULL;
}

// `found`: there is such a file at all; what is refused is said here.
static bool load_cue(const struct folders *folders, const char *name, struct clip *clip,
                     bool *found) {
    *found = false;
    for (int index = 0; index < folders->count; index++) {
        char *path = find_file(folders->paths[index], name, cue_endings);
        struct error why = {0};
        bool read = path && source_read_clip(path, &cue_limits, clip, &why);
        if (path && !read) {
            log_warning("%s: %s", path, why.text);
        }
        *found = *found || path;
        memory_free(path);
        if (read) {
            return true;
        }
    }
    return false;
}

// How many could be read.
static int load_cues(const struct bank_options *options, struct bank *bank) {
    struct folders folders = {0};
    if (options->own) {
        add_folder(&folders, options->own, "cues", NULL);
    }
    if (options->cue_set && is_plain_name(options->cue_set)) {
        add_folder(&folders, options->shipped, "sets", options->cue_set);
    }
    add_folder(&folders, options->shipped, "cues", NULL);
    int read = 0;
    bool found = false;
    for (int sound = SOUND_NONE + 1; sound < SOUND_COUNT; sound++) {
        read += load_cue(&folders, sound_words[sound], &bank->cues[sound], &found);
        if (!found && folders.count > 0) {
            log_warning("%s: there is no sound \"%s\"", folders.paths[folders.count - 1],
                        sound_words[sound]);
        }
    }
    folders_free(&folders);
    return read;
}

static struct loop *load_ambience(const struct bank_options *options, const char *name) {
    if (!is_plain_name(name)) {
        log_warning("\"%s\" is not the name of an ambience", name);
        return NULL;
    }
    struct folders folders = {0};
    struct loop *loop = NULL;
    if (options->own) {
        add_folder(&folders, options->own, "ambience", NULL);
    }
    add_folder(&folders, options->shipped, "ambience", NULL);
    for (int index = 0; index < folders.count && !loop; index++) {
        char *path = find_file(folders.paths[index], name, ambience_endings);
        struct error why = {0};
        loop = path ? loop_open(path, &why) : NULL;
        if (path && !loop) {
            log_warning("%s: %s", path, why.text);
        }
        memory_free(path);
    }
    if (!loop) {
        log_warning("there is no ambience \"%s\" that can be played", name);
    }
    folders_free(&folders);
    return loop;
}

struct loop *bank_open_ambience(const struct bank_options *options) {
    struct loop *loop = options->ambience ? load_ambience(options, options->ambience) : NULL;
    return !loop && options->ambience_else ? load_ambience(options, options->ambience_else) : loop;
}

bool bank_load(const struct bank_options *options, struct bank *bank, struct error *err) {
    *bank = (struct bank){0};
    if (load_cues(options, bank) == 0) {
        bank_free(bank);
        return error_set(err, ERROR_MISSING, "%s/cues: none of the sounds could be read",
                         options->shipped);
    }
    bank->ambience = bank_open_ambience(options);
    return true;
}

void bank_free(struct bank *bank) {
    for (int sound = 0; sound < SOUND_COUNT; sound++) {
        clip_free(&bank->cues[sound]);
    }
    loop_close(bank->ambience);
    bank->ambience = NULL;
}
