// SPDX-License-Identifier: MIT
#include "run/aloud.h"

#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "sound/prompter.h"

struct sentence {
    char *text;
    struct clip clip; // of the first that sounds the same
    bool made;        // or it could not be
};

struct aloud {
    struct speech *speech;
    struct prompter *prompter; // of the sentences; NULL: none yet
    struct sentence *sentences;
    int count, said; // all, and those that are handed out
    int taken;
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
    for (int index = 0; index < aloud->count; index++) {
        clip_free(&aloud->sentences[index].clip);
        memory_free(aloud->sentences[index].text);
    }
    memory_free(aloud->sentences);
    aloud->sentences = NULL;
    aloud->count = 0;
}

void aloud_close(struct aloud *aloud) {
    if (!aloud) {
        return;
    }
    forget(aloud);
    speech_close(aloud->speech);
    memory_free(aloud);
}

enum speech_kind aloud_kind(const struct aloud *aloud) {
    return speech_kind(aloud->speech);
}

static bool are_the_same(const struct aloud *aloud, const char *const texts[], int count) {
    bool same = aloud->count == count;
    for (int index = 0; index < count && same; index++) {
        same = strcmp(aloud->sentences[index].text, texts[index]) == 0;
    }
    return same;
}

static void begin(struct aloud *aloud, const char *const texts[], int count) {
    struct speech_text *wanted = memory_new((size_t)count + 1, sizeof *wanted);
    aloud->sentences = memory_new((size_t)count + 1, sizeof *aloud->sentences);
    aloud->count = count;
    for (int index = 0; index < count; index++) {
        aloud->sentences[index].text = memory_text(texts[index]);
        wanted[index] = (struct speech_text){.text = texts[index]};
    }
    aloud->prompter = prompter_begin(aloud->speech, wanted, count);
    memory_free(wanted);
}

void aloud_say_all(struct aloud *aloud, const char *const texts[], int count, int said) {
    if (!aloud->prompter || !are_the_same(aloud, texts, count)) {
        forget(aloud);
        begin(aloud, texts, count);
    }
    aloud->taken = 0;
    aloud->said = said;
}

void aloud_say(struct aloud *aloud, const char *text) {
    aloud_say_all(aloud, &text, 1, 1);
}

static void take_what_is_made(struct aloud *aloud) {
    int index = 0;
    struct clip clip = {0};
    while (aloud->prompter && prompter_take(aloud->prompter, &index, &clip)) {
        aloud->sentences[index].clip = clip;
        aloud->sentences[index].made = true;
    }
}

bool aloud_take(struct aloud *aloud, const struct clip **clip) {
    take_what_is_made(aloud);
    while (aloud->taken < aloud->said) {
        const struct sentence *sentence =
            &aloud->sentences[prompter_first(aloud->prompter, aloud->taken)];
        if (!sentence->made) {
            return false;
        }
        aloud->taken++;
        if (sentence->clip.frames > 0) {
            *clip = &sentence->clip;
            return true;
        }
    }
    return false;
}

bool aloud_is_busy(const struct aloud *aloud) {
    return aloud->prompter && aloud->taken < aloud->said;
}
