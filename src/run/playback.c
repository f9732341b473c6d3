// SPDX-License-Identifier: MIT
#include "run/playback.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/sounds.h"

struct sounds playback_sounds(const struct playback *playback) {
    const struct playback_options *options = &playback->options;
    return (struct sounds){
        .shipped = options->audio,
        .own = options->own_audio,
        .settings = options->settings,
        .no_ambience = options->no_ambience,
    };
}

static bool load_sounds(struct playback *playback, struct error *err) {
    const struct playback_options *options = &playback->options;
    const struct sounds sounds = playback_sounds(playback);
    const char *ambience = sounds_ambience(&sounds, options->timeline->routine);
    text_copy(playback->ambience, sizeof playback->ambience, ambience ? ambience : "");
    return sounds_load(&sounds, options->timeline->routine, &playback->bank, err);
}

struct voice *playback_open_voice(const struct playback_options *options) {
    if (options->no_voice || options->silent) {
        return NULL;
    }
    // A folder of its own, because what is not used for long is deleted in it.
    char *cache = options->cache ? file_join(options->cache, "voice") : NULL;
    struct voice *voice = voice_open(&(struct voice_options){
        .timeline = options->timeline,
        .settings = options->settings,
        .language = text_language(),
        .cache = cache,
        .own = options->own_audio,
        .beside = options->audio,
        .script = options->script,
    });
    memory_free(cache);
    return voice;
}

bool playback_open(const struct playback_options *options, struct playback *playback,
                   struct error *err) {
    *playback = (struct playback){.options = *options};
    playback->kind = voice_kind(options->settings, text_language());
    playback->voice = playback_open_voice(options);
    playback->sought = playback_wants_voice(playback);
    return options->silent || load_sounds(playback, err);
}

void playback_close(struct playback *playback) {
    track_free(&playback->track);
    voice_close(playback->voice);
    voice_close(playback->coming);
    playback_free_failing(playback);
    aloud_close(playback->aloud);
    bank_free(&playback->bank);
    *playback = (struct playback){0};
}

bool playback_is_ready(struct playback *playback, int64_t waited_ms) {
    voice_take(playback->voice);
    return voice_is_ready(playback->voice, waited_ms);
}

bool playback_is_whole(struct playback *playback, double *share) {
    voice_take(playback->voice);
    struct voice_progress progress = voice_progress(playback->voice);
    *share = progress.count > 0 ? (double)progress.done / progress.count : 1;
    return progress.done == progress.count;
}

void playback_lay(struct playback *playback) {
    if (playback->laid) {
        return;
    }
    const struct settings *settings = playback->options.settings;
    const struct track_options options = {
        .cue_percent = settings->cues ? settings->cue_volume : 0,
        .voice_percent = playback->voice ? settings->voice_volume : 0,
        .ambience_percent = settings->ambience_volume,
        .prompts = voice_prompts(playback->voice),
        .whole = playback->options.live,
        .no_end = playback->options.no_end,
        .lulls = playback->options.lulls,
    };
    track_build(playback->options.timeline, &playback->bank, &options, &playback->track);
    voice_give(playback->voice, NULL, &playback->track);
    playback->laid = true;
}

void playback_give(struct playback *playback, struct speaker *speaker) {
    voice_take(playback->voice);
    voice_give(playback->voice, speaker, &playback->track);
}

// The question of a gate, which is the last of its words.
static int question_of(const struct timeline *timeline, int gate) {
    int found = -1;
    for (int cue = 0; cue < timeline->cue_count; cue++) {
        found = timeline->cues[cue].gate == gate && timeline->cues[cue].say ? cue : found;
    }
    return found;
}

void playback_wake(const struct playback *playback, struct speaker *speaker, enum waking waking,
                   int gate) {
    int question = question_of(playback->options.timeline, gate);
    const struct clip *words = NULL;
    if (waking == WAKE_REPEAT && question >= 0) {
        words = voice_clip(playback->voice, question);
    } else if (waking == WAKE_OFF) {
        words = voice_take_off(playback->voice);
    }
    if (words) {
        speaker_strike(speaker, words, true);
    }
    // The sentence that ends a pack is heard alone.
    if (waking != WAKE_NONE && (waking != WAKE_OFF || !words)) {
        enum sound sound = waking == WAKE_REPEAT ? SOUND_CHECK : SOUND_WAKE;
        speaker_strike(speaker, &playback->bank.cues[sound], true);
    }
}
