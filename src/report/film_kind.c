// SPDX-License-Identifier: MIT
#include "report/film_kind.h"

#include <string.h>

static const char *const endings[FILM_KINDS] = {
    [FILM_FLAC] = ".flac", [FILM_OGG] = ".ogg", [FILM_MP4] = ".mp4"};

enum film_kind film_kind_of(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strlen(name);
    for (int kind = FILM_FLAC; kind < FILM_KINDS; kind++) {
        size_t tail = strlen(endings[kind]);
        if (length > tail && strcmp(name + length - tail, endings[kind]) == 0) {
            return (enum film_kind)kind;
        }
    }
    return FILM_NONE;
}
