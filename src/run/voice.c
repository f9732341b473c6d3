// SPDX-License-Identifier: MIT
#include "run/voice.h"

#include <assert.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/voice_use.h"
#include "sound/prompter.h"
#include "sound/speech.h"

enum { CLIP_BYTES_MOST = 256 << 20 }; // of all words together: 23 minutes

struct line {
    struct clip clip; // empty: still to come, or it could not be made
    int first;        // the line that sounds the same and has the clip; itself
    bool settled;
    bool told; // in the log: not ready at its time
};

struct voice {
    const struct timeline *timeline;
    struct speech *speech;
    struct prompter *prompter;
    struct script script;
    struct line *lines; // as in the script
    bool kept;          // each of them was made before
    bool recorded;      // what nobody recorded is not to be heard
    size_t bytes;
    struct prompts prompts; // items NULL until they are laid
    bool *given;            // for each prompt
};

static struct speech_text text_of(const struct timeline *timeline, const struct script_line *line) {
    return (struct speech_text){
        .text = line->text, .routine = timeline->routine->id, .step = line->step};
}

static struct prompter *begin(struct speech *speech, const struct timeline *timeline,
                              const struct script *script) {
    struct speech_text *texts = memory_new((size_t)script->count, sizeof *texts);
    for (int index = 0; index < script->count; index++) {
        texts[index] = text_of(timeline, &script->lines[index]);
    }
    struct prompter *prompter = prompter_begin(speech, texts, script->count);
    memory_free(texts);
    return prompter;
}

// Whether a single one of the words would be heard: a program makes them all, recordings some.
static bool can_say(const struct speech *speech, const struct timeline *timeline,
                    const struct script *script) {
    bool can = speech_kind(speech) != SPEECH_NONE && script->count > 0;
    for (int index = 0; index < script->count && !can; index++) {
        struct speech_text text = text_of(timeline, &script->lines[index]);
        char *file = speech_file(speech, &text);
        can = file != NULL;
        memory_free(file);
    }
    return can;
}

static bool is_kept(const struct speech *speech, const struct timeline *timeline,
                    const struct script *script) {
    bool kept = true;
    for (int index = 0; index < script->count && kept; index++) {
        struct speech_text text = text_of(timeline, &script->lines[index]);
        kept = speech_is_kept(speech, &text);
    }
    return kept;
}

struct voice *voice_open(const struct voice_options *options) {
    const struct settings *settings = options->settings;
    enum voice_use use =
        voice_use(voice_because(settings, voice_kind(settings, options->language)));
    if (use == VOICE_USE_NONE || settings->voice_volume == 0) {
        return NULL;
    }
    struct speech *speech = speech_open(&(struct speech_options){
        .command = settings->voice_command,
        .voice = settings->voice_name,
        .language = options->language,
        .cache = options->cache,
        .own = options->own,
        .lent = options->timeline->routine->folder,
        .shipped = options->beside,
        .recordings_alone = use == VOICE_USE_RECORDED,
    });
    struct script script;
    script_make(options->timeline, &options->script, &script);
    if (!can_say(speech, options->timeline, &script)) {
        script_free(&script);
        speech_close(speech);
        return NULL;
    }
    struct voice *voice = memory_new(1, sizeof *voice);
    voice->timeline = options->timeline;
    voice->speech = speech;
    voice->recorded = use == VOICE_USE_RECORDED;
    voice->script = script;
    voice->lines = memory_new((size_t)script.count, sizeof *voice->lines);
    voice->kept = is_kept(speech, options->timeline, &script);
    voice->prompter = begin(speech, options->timeline, &script);
    for (int index = 0; index < script.count; index++) {
        voice->lines[index].first = prompter_first(voice->prompter, index);
    }
    return voice;
}

void voice_close(struct voice *voice) {
    if (!voice) {
        return;
    }
    prompter_end(voice->prompter);
    speech_close(voice->speech);
    for (int index = 0; index < voice->script.count; index++) {
        clip_free(&voice->lines[index].clip);
    }
    memory_free(voice->lines);
    memory_free(voice->given);
    prompts_free(&voice->prompts);
    script_free(&voice->script);
    memory_free(voice);
}

static void settle(struct voice *voice, int index, struct clip *clip) {
    struct line *line = &voice->lines[index];
    size_t bytes = (size_t)clip->frames * SOUND_CHANNELS * sizeof *clip->samples;
    if (voice->bytes + bytes > CLIP_BYTES_MOST) {
        log_warning(_("There are more words in this routine than can be spoken: %s"),
                    voice->script.lines[index].text);
        clip_free(clip);
        bytes = 0;
    }
    voice->bytes += bytes;
    line->clip = *clip;
    line->settled = true;
}

void voice_take(struct voice *voice) {
    int index = 0;
    struct clip clip = {0};
    while (voice && prompter_take(voice->prompter, &index, &clip)) {
        settle(voice, index, &clip);
        clip = (struct clip){0};
    }
}

// What the script's line has come to, its own or that of the one that sounds the same.
static const struct line *line_at(const struct voice *voice, int index) {
    return &voice->lines[voice->lines[index].first];
}

struct voice_progress voice_progress(const struct voice *voice) {
    struct voice_progress progress = {.soon = true};
    for (int index = 0; voice && index < voice->script.count; index++) {
        bool settled = line_at(voice, index)->settled;
        progress.count++;
        progress.done += settled;
        progress.soon = progress.soon && (settled || index >= voice->script.soon);
    }
    return progress;
}

bool voice_is_ready(const struct voice *voice, int64_t waited_ms) {
    struct voice_progress progress = voice_progress(voice);
    return progress.done == progress.count || waited_ms >= VOICE_WAIT_MOST_MS ||
           (progress.soon && waited_ms >= VOICE_WAIT_MS && !voice->kept);
}

static const struct line *state_of(const struct voice *voice, int cue) {
    int index = voice->script.line_of_cue[cue];
    return index >= 0 ? line_at(voice, index) : NULL;
}

static int64_t length_of(const struct voice *voice, int cue) {
    const struct line *line = state_of(voice, cue);
    if (!line) {
        return 0;
    }
    const char *text = voice->script.lines[voice->script.line_of_cue[cue]].text;
    return line->settled ? (line->clip.frames + SOUND_PER_MS - 1) / SOUND_PER_MS
                         : prompt_estimate_ms(text);
}

const struct prompts *voice_prompts(struct voice *voice) {
    if (!voice || voice->prompts.items) {
        return voice ? &voice->prompts : NULL;
    }
    int count = voice->timeline->cue_count;
    int64_t *lengths_ms = memory_new((size_t)count, sizeof *lengths_ms);
    for (int cue = 0; cue < count; cue++) {
        lengths_ms[cue] = length_of(voice, cue);
    }
    prompts_make(voice->timeline, lengths_ms, &voice->prompts);
    voice->given = memory_new((size_t)voice->prompts.count, sizeof *voice->given);
    memory_free(lengths_ms);
    return &voice->prompts;
}

void voice_estimate(const struct timeline *timeline, const struct script_options *options,
                    struct prompts *prompts) {
    struct script script;
    script_make(timeline, options, &script);
    int64_t *lengths_ms = memory_new((size_t)script.cue_count, sizeof *lengths_ms);
    for (int cue = 0; cue < script.cue_count; cue++) {
        int line = script.line_of_cue[cue];
        lengths_ms[cue] = line >= 0 ? prompt_estimate_ms(script.lines[line].text) : 0;
    }
    prompts_make(timeline, lengths_ms, prompts);
    memory_free(lengths_ms);
    script_free(&script);
}

static void tell_late(struct voice *voice, int cue) {
    int index = voice->script.line_of_cue[cue];
    if (!voice->lines[index].told) {
        voice->lines[index].told = true;
        log_warning(_("The voice was not ready in time for: %s"), voice->script.lines[index].text);
    }
}

void voice_give(struct voice *voice, struct speaker *speaker, struct track *track) {
    int count = voice ? voice->prompts.count : 0;
    assert(count == 0 || track->prompt_count == count || track->prompt_count == 0);
    for (int index = 0; index < count && track->prompt_count > 0; index++) {
        int cue = voice->prompts.items[index].cue;
        const struct line *line = state_of(voice, cue);
        if (voice->given[index] || !line || line->clip.frames == 0) {
            continue;
        }
        if (!speaker) {
            track_give(track, index, &line->clip);
            voice->given[index] = true;
        } else if (speaker_give(speaker, track, index, &line->clip)) {
            voice->given[index] = true;
        } else {
            tell_late(voice, cue);
        }
    }
}

void voice_follow(struct voice *voice, int cue_first, int cue_end) {
    for (int cue = cue_first; voice && cue < cue_end; cue++) {
        const struct line *line = state_of(voice, cue);
        if (line && !line->settled) {
            tell_late(voice, cue);
        }
    }
}

bool voice_lacks(const struct voice *voice, int cue) {
    const struct line *line = voice ? state_of(voice, cue) : NULL;
    return line && line->settled && line->clip.frames == 0 && !voice->recorded;
}

bool voice_is_recorded(const struct voice *voice) {
    return voice && voice->recorded;
}

void voice_join(struct voice *voice, int64_t position_ms) {
    enum { AHEAD_MS = 1000 }; // as late as words can be given
    for (int index = 0; index < voice->prompts.count; index++) {
        const struct prompt *prompt = &voice->prompts.items[index];
        int line = voice->script.line_of_cue[prompt->cue];
        if (line >= 0 && prompt->spoken_ms < position_ms + AHEAD_MS) {
            voice->lines[line].told = true;
        }
    }
}

static const struct clip *clip_of(const struct line *line) {
    return line && line->clip.frames > 0 ? &line->clip : NULL;
}

const struct clip *voice_clip(const struct voice *voice, int cue) {
    return clip_of(voice ? state_of(voice, cue) : NULL);
}

const struct clip *voice_take_off(const struct voice *voice) {
    bool has = voice && voice->script.take_off >= 0;
    return clip_of(has ? line_at(voice, voice->script.take_off) : NULL);
}
