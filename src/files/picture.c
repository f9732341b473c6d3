// SPDX-License-Identifier: MIT
#include "files/picture.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/text.h"

static bool ends_in(const char *name, const char *ending) {
    size_t length = strlen(name), tail = strlen(ending);
    return length > tail && strcasecmp(name + length - tail, ending) == 0;
}

static bool has_picture_ending(const char *name) {
    return ends_in(name, ".png") || ends_in(name, ".jpg") || ends_in(name, ".jpeg") ||
           ends_in(name, ".svg");
}

// Whether one of the parts between slashes is "..".
static bool climbs(const char *name) {
    for (const char *part = name; part; part = strchr(part, '/')) {
        part += *part == '/';
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0')) {
            return true;
        }
    }
    return false;
}

enum finding { FINDING_NONE, FINDING_OUTSIDE, FINDING_NO_FILE, FINDING_GOOD };

static enum finding look_in(const char *folder, const char *name, char to[PICTURE_PATH_MAX]) {
    char joined[PICTURE_PATH_MAX], base[PICTURE_PATH_MAX];
    struct stat status;
    // realpath needs PATH_MAX bytes, which is what PICTURE_PATH_MAX is on every system we know.
    if (!folder || !text_format(joined, sizeof joined, "%s/%s", folder, name) ||
        !realpath(folder, base) || !realpath(joined, to)) {
        return FINDING_NONE;
    }
    size_t length = strlen(base);
    if (strncmp(to, base, length) != 0 || (to[length] != '/' && length > 1)) {
        return FINDING_OUTSIDE;
    }
    return stat(to, &status) == 0 && S_ISREG(status.st_mode) ? FINDING_GOOD : FINDING_NO_FILE;
}

bool picture_find(const char *name, const char *beside, const char *images,
                  char to[PICTURE_PATH_MAX], struct error *err) {
    if (name[0] == '/' || climbs(name)) {
        return error_set(err, ERROR_REFUSED,
                         "a picture lies beside the routine or in images/; .. and / at the start "
                         "lead elsewhere");
    }
    if (!has_picture_ending(name)) {
        return error_set(err, ERROR_INPUT, "a picture ends in .png, .jpg, .jpeg or .svg");
    }
    enum finding near = look_in(beside, name, to);
    enum finding finding = near == FINDING_NONE ? look_in(images, name, to) : near;
    switch (finding) {
    case FINDING_GOOD:
        return true;
    case FINDING_OUTSIDE:
        return error_set(err, ERROR_REFUSED, "this link leads out of its folder");
    case FINDING_NO_FILE:
        return error_set(err, ERROR_INPUT, "this is no file");
    default:
        return error_set(err, ERROR_MISSING,
                         "there is no such picture beside the routine or in images/");
    }
}
