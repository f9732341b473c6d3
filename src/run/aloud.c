// SPDX-License-Identifier: MIT
#include "run/aloud.h"

#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "sound/prompter.h"

struct aloud {
    struct speech *speech;
    struct prompter *prompter; // of the sentence; NULL: none yet
    char *text;
    struct clip clip;
    bool made, taken;
};

struct aloud *aloud_open(const struct aloud_options *options) {
    struct aloud *aloud = memory_new(1, sizeof *aloud);
    char *cache = options->cache ? file_join(options->cache, "voice") : NULL;
    aloud->speech = speech_open(&(struct speech_options){
        .command = options->settings->voice_command,
        .voice = options->settings->voice_name,
        .language = text_language(),
        .cache = cache,
        .own = options->own,
        .shipped = options->beside,
    });
    memory_free(cache);
    return aloud;
}

static void forget(struct aloud *aloud) {
    prompter_end(aloud->prompter);
    aloud->prompter = NULL;
    clip_free(&aloud->clip);
    memory_free(aloud->text);
    aloud->text = NULL;
    aloud->made = false;
}

void aloud_close(struct aloud *aloud) {
    if (!aloud) {
        return;
    }
    forget(aloud);
    speech_close(aloud->speech);
    memory_free(aloud);
}

void aloud_say(struct aloud *aloud, const char *text) {
    aloud->taken = false;
    if (aloud->text && strcmp(aloud->text, text) == 0) {
        return;
    }
    forget(aloud);
    aloud->text = memory_text(text);
    const struct speech_text wanted = {.text = aloud->text};
    aloud->prompter = prompter_begin(aloud->speech, &wanted, 1);
}

bool aloud_take(struct aloud *aloud, const struct clip **clip) {
    int index = 0;
    if (aloud->prompter && !aloud->made) {
        aloud->made = prompter_take(aloud->prompter, &index, &aloud->clip);
    }
    if (!aloud->made || aloud->taken) {
        return false;
    }
    aloud->taken = true;
    *clip = &aloud->clip;
    return aloud->clip.frames > 0;
}
