// SPDX-License-Identifier: MIT
#include "sound/prompter.h"

#include <SDL.h>
#include <assert.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"

// One text of the list. The worker writes `clip` before it counts the text as settled; from then on
// it is the owner's.
struct prompt {
    struct speech_text text;
    int first; // the first that sounds the same: itself, or an earlier one
    struct clip clip;
};

struct prompter {
    struct speech *speech;
    struct arena arena; // of the texts
    struct prompt *prompts;
    int count;
    int taken; // all before it have been handed out, or repeat others
    atomic_int settled;
    atomic_bool cancel;
    SDL_Thread *thread;
};

static void settle(struct prompter *prompter, struct prompt *prompt) {
    struct error err = {0};
    if (!speech_clip(prompter->speech, &prompt->text, &prompter->cancel, &prompt->clip, &err)) {
        prompt->clip = (struct clip){0};
        // That there is no voice at all is known before.
        if (err.code == ERROR_MISSING) {
            log_info("no voice at \"%s\"", prompt->text.text);
        } else if (!atomic_load(&prompter->cancel)) {
            log_warning("the voice stays silent at \"%s\": %s", prompt->text.text, err.text);
        }
    }
}

static int work(void *owner) {
    struct prompter *prompter = owner;
    for (int index = 0; index < prompter->count && !atomic_load(&prompter->cancel); index++) {
        if (prompter->prompts[index].first == index) {
            settle(prompter, &prompter->prompts[index]);
        }
        atomic_store(&prompter->settled, index + 1);
    }
    return 0;
}

static const char *keep(struct arena *arena, const char *text) {
    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

// Which text is which: by the file that it comes from, or where nothing can be heard by itself.
static void find_firsts(struct prompter *prompter) {
    char **files = memory_new((size_t)prompter->count + 1, sizeof *files);
    for (int index = 0; index < prompter->count; index++) {
        struct prompt *prompt = &prompter->prompts[index];
        files[index] = speech_file(prompter->speech, &prompt->text);
        prompt->first = index;
        for (int earlier = 0; files[index] && earlier < index; earlier++) {
            if (files[earlier] && strcmp(files[earlier], files[index]) == 0) {
                prompt->first = earlier;
                break;
            }
        }
    }
    for (int index = 0; index < prompter->count; index++) {
        memory_free(files[index]);
    }
    memory_free(files);
}

struct prompter *prompter_begin(struct speech *speech, const struct speech_text *texts, int count) {
    assert(count >= 0);
    struct prompter *prompter = memory_new(1, sizeof *prompter);
    prompter->speech = speech;
    prompter->count = count;
    prompter->prompts = memory_new((size_t)count + 1, sizeof *prompter->prompts);
    for (int index = 0; index < count; index++) {
        prompter->prompts[index].text = (struct speech_text){
            .text = keep(&prompter->arena, texts[index].text ? texts[index].text : ""),
            .routine = keep(&prompter->arena, texts[index].routine),
            .step = texts[index].step,
        };
    }
    find_firsts(prompter);
    prompter->thread = SDL_CreateThread(work, "voice", prompter);
    if (!prompter->thread) {
        log_warning("the voice stays silent: %s", SDL_GetError());
        atomic_store(&prompter->settled, count);
    }
    return prompter;
}

int prompter_first(const struct prompter *prompter, int index) {
    assert(index >= 0 && index < prompter->count);
    return prompter->prompts[index].first;
}

bool prompter_take(struct prompter *prompter, int *index, struct clip *clip) {
    int settled = prompter_done(prompter);
    while (prompter->taken < settled &&
           prompter->prompts[prompter->taken].first != prompter->taken) {
        prompter->taken++;
    }
    if (prompter->taken >= settled) {
        return false;
    }
    struct prompt *prompt = &prompter->prompts[prompter->taken];
    *index = prompter->taken++;
    *clip = prompt->clip;
    prompt->clip = (struct clip){0};
    return true;
}

int prompter_done(const struct prompter *prompter) {
    return atomic_load(&prompter->settled);
}

void prompter_end(struct prompter *prompter) {
    if (!prompter) {
        return;
    }
    atomic_store(&prompter->cancel, true);
    SDL_WaitThread(prompter->thread, NULL);
    for (int index = 0; index < prompter->count; index++) {
        clip_free(&prompter->prompts[index].clip);
    }
    memory_free(prompter->prompts);
    arena_free(&prompter->arena);
    memory_free(prompter);
}
