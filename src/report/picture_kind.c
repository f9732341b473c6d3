// SPDX-License-Identifier: MIT
#include "report/picture_kind.h"

#include <string.h>

static const char *const endings[] = {[PICTURE_PNG] = ".png", [PICTURE_SVG] = ".svg"};

enum picture_kind picture_kind_of(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strlen(name);
    for (int kind = PICTURE_PNG; kind <= PICTURE_SVG; kind++) {
        size_t tail = strlen(endings[kind]);
        if (length > tail && strcmp(name + length - tail, endings[kind]) == 0) {
            return (enum picture_kind)kind;
        }
    }
    return PICTURE_NONE;
}
