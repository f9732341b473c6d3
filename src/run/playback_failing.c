// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "base/text.h"
#include "core/vocabulary.h"
#include "run/playback.h"
#include "run/stored_words.h"

// A voice that fails is heard: its sound, a stored sentence that says so, and where the words of a
// breathing step or of the end are missing the stored ones for these. They lie beside the track.

enum { BEHIND_SOUND_MS = 2000 }; // the sound of it is 1.9 s long

static const char *const names[FAILING_COUNT] = {
    [FAILING_FAILED] = "failed",
    [FAILING_IN] = "in",
    [FAILING_OUT] = "out",
    [FAILING_OVER] = "over",
};

// Only once something has failed.
static void read_once(struct playback *playback) {
    struct failing *failing = &playback->failing;
    for (int index = 0; !failing->read && index < FAILING_COUNT; index++) {
        stored_words_read(playback->options.audio, names[index], &failing->clips[index]);
    }
    failing->read = true;
}

static void say(struct playback *playback, struct speaker *speaker, enum failing_words words,
                int64_t delay_ms) {
    const struct settings *settings = playback->options.settings;
    read_once(playback);
    const struct clip *clip = &playback->failing.clips[words];
    speaker_strike_soft(speaker, clip, settings->voice_volume, delay_ms);
    playback->failing.until_ms = clock_monotonic_ms() + delay_ms + clip->frames / SOUND_PER_MS;
}

void playback_tell_failing(struct playback *playback, struct speaker *speaker) {
    if (!playback->failing.told) {
        playback->failing.told = true;
        speaker_strike(speaker, &playback->bank.cues[SOUND_VOICE_FAILED], false);
        say(playback, speaker, FAILING_FAILED, BEHIND_SOUND_MS);
    }
}

static void follow_words(struct playback *playback, struct speaker *speaker,
                         const struct cue *cue) {
    if (cue->at_ms == playback->options.timeline->total_ms) {
        say(playback, speaker, FAILING_OVER, 0); // what is over needs no other explanation
        return;
    }
    playback_tell_failing(playback, speaker);
    playback->failing.in = playback->failing.out = true;
}

// One breath of a step whose words are missing is accompanied, the first that nothing is said in.
static void follow_sound(struct playback *playback, struct speaker *speaker, enum sound sound) {
    struct failing *failing = &playback->failing;
    bool quiet = clock_monotonic_ms() >= failing->until_ms;
    if (sound == SOUND_IN && failing->in && quiet) {
        failing->in = false;
        say(playback, speaker, FAILING_IN, 0);
    } else if (sound == SOUND_OUT && failing->out && !failing->in && quiet) {
        failing->out = false;
        say(playback, speaker, FAILING_OUT, 0);
    }
}

void playback_follow(struct playback *playback, struct speaker *speaker, const struct tick *tick) {
    voice_follow(playback->voice, tick->cue_first, tick->cue_end);
    for (int index = tick->cue_first; index < tick->cue_end; index++) {
        const struct cue *cue = &playback->options.timeline->cues[index];
        // Whoever is falling asleep misses nothing by words that do not come.
        if (!playback_wants_voice(playback) || playback->options.lulls) {
            continue;
        }
        if (cue->say && voice_lacks(playback->voice, index)) {
            follow_words(playback, speaker, cue);
        } else if (!cue->say) {
            follow_sound(playback, speaker, cue->sound);
        }
    }
}

bool playback_is_voiceless(const struct playback *playback) {
    return playback_wants_voice(playback) && !playback->options.lulls && !playback->voice &&
           !playback->coming;
}

void playback_free_failing(struct playback *playback) {
    for (int index = 0; index < FAILING_COUNT; index++) {
        clip_free(&playback->failing.clips[index]);
    }
}
