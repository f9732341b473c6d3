// SPDX-License-Identifier: MIT
#include "sound/speech_cache.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
static const uint64_t FNV_BASIS = UINT64_C(14695981039346656037);
static const uint64_t FNV_PRIME = UINT64_C(1099511628211);

// The closing zero too, so that words do not run into one another.
static uint64_t add_to_hash(uint64_t hash, const char *text) {
    size_t size = strlen(text) + 1;
    for (size_t index = 0; index < size; index++) {
        hash = (hash ^ (unsigned char)text[index]) * FNV_PRIME;
    }
    return hash;
}

char *speech_cache_path(const char *folder, const char *language, const char *const *words,
                        const char *text) {
    uint64_t hash = add_to_hash(FNV_BASIS, language);
    for (; *words; words++) {
        hash = add_to_hash(hash, *words);
    }
    hash = add_to_hash(hash, "");
    hash = add_to_hash(hash, text);
    char name[32];
    text_format(name, sizeof name, "%016llx.wav", (unsigned long long)hash);
    return file_join(folder, name);
}

void speech_cache_touch(const char *path) {
    utimensat(AT_FDCWD, path, NULL, 0);
}

struct kept {
    char *path;
    int64_t size;
    struct timespec used;
};

static int by_use(const void *one, const void *other) {
    const struct kept *a = one, *b = other;
    if (a->used.tv_sec != b->used.tv_sec) {
        return a->used.tv_sec < b->used.tv_sec ? -1 : 1;
    }
    if (a->used.tv_nsec != b->used.tv_nsec) {
        return a->used.tv_nsec < b->used.tv_nsec ? -1 : 1;
    }
    return strcmp(a->path, b->path);
}

void speech_cache_bound(const char *folder, int64_t most) {
    struct file_names names = {0};
    struct error ignored = {0};
    if (!file_list(folder, "", &names, &ignored) || names.count == 0) {
        return;
    }
    struct kept *files = memory_new((size_t)names.count, sizeof *files);
    int64_t total = 0;
    for (int index = 0; index < names.count; index++) {
        struct stat status = {0};
        files[index].path = file_join(folder, names.names[index]);
        if (stat(files[index].path, &status) == 0 && S_ISREG(status.st_mode)) {
            files[index].size = status.st_size;
            files[index].used = status.st_mtim;
            total += status.st_size;
        }
    }
    qsort(files, (size_t)names.count, sizeof *files, by_use);
    for (int index = 0; index < names.count; index++) {
        if (total > most && files[index].size > 0 && unlink(files[index].path) == 0) {
            total -= files[index].size;
        }
        memory_free(files[index].path);
    }
    memory_free(files);
    file_names_free(&names);
}
