// SPDX-License-Identifier: MIT
#include "run/stored_words.h"

#include "base/file.h"
#include "base/text.h"
#include "sound/source.h"

static bool read_one(const char *audio, const char *language, const char *name, struct clip *clip) {
    const struct source_options limits = {
        .bytes_most = 1 << 20, .seconds_least = 0, .seconds_most = 30};
    struct text_builder path = {0};
    struct error why = {0};
    text_add_format(&path, "%s/voice-failed/%.2s/%s.ogg", audio, language, name);
    bool read = file_exists(path.text) && source_read_clip(path.text, &limits, clip, &why);
    text_builder_free(&path);
    return read;
}

bool stored_words_read(const char *audio, const char *name, struct clip *clip) {
    bool read = audio &&
                (read_one(audio, text_language(), name, clip) || read_one(audio, "en", name, clip));
    if (!read) {
        *clip = (struct clip){0};
    }
    return read;
}
