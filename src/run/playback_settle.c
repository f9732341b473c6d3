// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "run/playback.h"

// What the person changes while it plays. A layer that becomes another one goes to silence first,
// is exchanged there and comes back: each of it within a quarter of a second.

static enum voice_use use_of(const struct playback *playback) {
    return voice_use(voice_because(playback->options.settings, playback->kind));
}

bool playback_speaks(const struct playback *playback) {
    enum voice_use use = playback->options.no_voice ? VOICE_USE_NONE : use_of(playback);
    return use == VOICE_USE_ALL || (use == VOICE_USE_RECORDED && playback->voice);
}

bool playback_wants_voice(const struct playback *playback) {
    const struct playback_options *options = &playback->options;
    return !options->silent && options->settings->voice_volume > 0 && playback_speaks(playback);
}

static void begin_voice(struct playback *playback, int64_t position_ms) {
    playback->options.script.from_ms = position_ms;
    voice_close(playback->coming);
    playback->coming = playback_open_voice(&playback->options);
    playback->coming_ms = clock_monotonic_ms();
}

// Whether what was not recorded has become wanted too.
static bool wants_more(const struct playback *playback) {
    return voice_is_recorded(playback->voice) && !playback->coming &&
           use_of(playback) == VOICE_USE_ALL;
}

// A voice is looked for once each time it becomes wanted.
static void seek_voice(struct playback *playback, int64_t position_ms) {
    bool wants = playback_wants_voice(playback);
    bool seeks = !playback->sought && !playback->voice;
    if (wants && (seeks || wants_more(playback))) {
        begin_voice(playback, position_ms);
    }
    playback->sought = wants;
}

void playback_say_all(struct playback *playback, int64_t position_ms) {
    playback->options.script.known = false;
    if (playback->laid && playback_wants_voice(playback)) {
        begin_voice(playback, position_ms);
    }
}

// True while the words that play have to be silent because others wait for their place.
static bool exchange_voice(struct playback *playback, struct speaker *speaker,
                           int64_t position_ms) {
    struct voice *coming = playback->coming;
    voice_take(coming);
    if (!coming || !voice_is_ready(coming, clock_monotonic_ms() - playback->coming_ms)) {
        return false;
    }
    if (speaker_levels(speaker, &playback->track).voice > 0) {
        return true;
    }
    speaker_swap_prompts(speaker, playback->options.timeline, voice_prompts(coming),
                         &playback->track);
    voice_close(playback->voice);
    playback->voice = coming;
    playback->coming = NULL;
    voice_join(coming, position_ms);
    voice_give(coming, speaker, &playback->track);
    return false;
}

// The same for the ambience.
static bool exchange_ambience(struct playback *playback, struct speaker *speaker) {
    const struct sounds sounds = playback_sounds(playback);
    const struct routine *routine = playback->options.timeline->routine;
    const char *wanted = sounds_ambience(&sounds, routine);
    if (strcmp(wanted ? wanted : "", playback->ambience) == 0) {
        return false;
    }
    if (speaker_levels(speaker, &playback->track).ambience > 0) {
        return true;
    }
    struct loop *old = playback->bank.ambience;
    playback->bank.ambience = sounds_open_ambience(&sounds, routine);
    speaker_swap_ambience(speaker, playback->bank.ambience, &playback->track);
    loop_close(old);
    text_copy(playback->ambience, sizeof playback->ambience, wanted ? wanted : "");
    return false;
}

void playback_settle(struct playback *playback, struct speaker *speaker, int64_t position_ms) {
    const struct settings *settings = playback->options.settings;
    if (!playback->laid || playback->options.silent) {
        return;
    }
    playback_say_tried(playback, speaker);
    seek_voice(playback, position_ms);
    bool words_wait = exchange_voice(playback, speaker, position_ms);
    bool ambience_waits = exchange_ambience(playback, speaker);
    bool speaks = playback_wants_voice(playback) && playback->voice && !words_wait;
    struct track_levels levels =
        track_levels(settings->cues ? settings->cue_volume : 0, speaks ? settings->voice_volume : 0,
                     ambience_waits ? 0 : settings->ambience_volume);
    const struct track_levels *now = &playback->track.levels;
    if (levels.cues != now->cues || levels.voice != now->voice ||
        levels.ambience != now->ambience) {
        speaker_set_levels(speaker, &playback->track, levels);
    }
}
