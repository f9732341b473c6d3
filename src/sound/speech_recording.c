// SPDX-License-Identifier: MIT
#include "sound/speech_recording.h"

#include <stdbool.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"

enum { LANGUAGE_MAX = 16 };

// A name that stays in its folder.
static bool is_plain(const char *name) {
    return name && *name && *name != '.' && !strchr(name, '/');
}

static char *find_step(const char *place, int step) {
    static const char *const endings[] = {".wav", ".flac", ".ogg", ".mp3"};
    enum { ENDINGS = sizeof endings / sizeof *endings, WIDTHS = 2 };
    for (int index = 0; index < WIDTHS * ENDINGS; index++) {
        struct text_builder path = {0};
        text_add_format(&path, "%s/%0*d%s", place, 1 + index % WIDTHS, step,
                        endings[index / WIDTHS]);
        if (file_exists(path.text)) {
            return path.text;
        }
        text_builder_free(&path);
    }
    return NULL;
}

static char *find_in(const char *folder, const char *language, const char *routine, int step) {
    struct text_builder place = {0};
    text_add_format(&place, "%s/voice/%s/%s", folder, language, routine);
    char *path = file_is_folder(place.text) ? find_step(place.text, step) : NULL;
    text_builder_free(&place);
    return path;
}

char *speech_recording_find(const char *folder, const char *language, const char *routine,
                            int step) {
    if (step < 1 || !is_plain(routine) || !is_plain(language)) {
        return NULL;
    }
    char *path = find_in(folder, language, routine, step);
    size_t first = strcspn(language, "_-");
    char shorter[LANGUAGE_MAX] = {0};
    if (!path && language[first] && first < sizeof shorter) {
        memcpy(shorter, language, first);
        path = find_in(folder, shorter, routine, step);
    }
    return path;
}
