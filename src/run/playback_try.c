// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "run/playback.h"

enum { BEHIND_TONE_MS = 1200 };

void playback_try(struct playback *playback, struct speaker *speaker) {
    const struct playback_options *options = &playback->options;
    const struct settings *settings = options->settings;
    speaker_strike_soft(speaker, &playback->bank.cues[SOUND_BELL],
                        settings->cues ? settings->cue_volume : 0, 0);
    if (!playback_wants_voice(playback)) {
        return;
    }
    if (!playback->aloud) {
        playback->aloud = aloud_open(&(struct aloud_options){.settings = settings,
                                                             .cache = options->cache,
                                                             .own = options->own_audio,
                                                             .beside = options->audio});
    }
    aloud_say(playback->aloud, _("So loud is the voice."));
}

void playback_say_tried(struct playback *playback, struct speaker *speaker) {
    const struct clip *clip = NULL;
    if (playback->aloud && aloud_take(playback->aloud, &clip)) {
        speaker_strike_soft(speaker, clip, playback->options.settings->voice_volume,
                            BEHIND_TONE_MS);
    }
}
