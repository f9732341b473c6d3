// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "cli/render.h"
#include "sound/bank.h"
#include "sound/render.h"
#include "sound/track.h"
#include "sound/wav.h"

// Samples on their way into a file.
struct way {
    const struct rendering *rendering;
    struct progress progress;
    struct wav *wav;
    size_t done, all; // bytes
};

static bool take(void *owner, const void *bytes, size_t size, struct error *err) {
    struct way *way = owner;
    way->done += size;
    double share = (double)way->done / (double)way->all;
    return rendering_goes_on(way->rendering, &way->progress, share, err) &&
           wav_append(way->wav, bytes, size, err);
}

static bool write_wav(const struct rendering *rendering, const struct track *track,
                      struct error *err) {
    struct way way = {.rendering = rendering,
                      .wav = wav_begin(rendering->path, err),
                      .all = RENDER_FRAME_SIZE * (size_t)track->end_frame};
    if (!way.wav)
        return false;
    progress_begin(&way.progress, _("sound"));
    bool right = render_samples(track, (struct render_sink){take, &way}, err);
    progress_end(&way.progress);
    if (!right) {
        wav_abandon(way.wav);
        return false;
    }
    return wav_finish(way.wav, err);
}

// The mixer is open and the timeline made: decode, lay the track, write.
static bool render(const struct rendering *rendering, struct error *err) {
    struct bank bank = {0};
    struct track track = {0};
    const struct opened *opened = rendering->opened;
    const struct house *house = rendering->house;
    const struct settings *settings = &house->settings;
    bool ambience = settings->ambience && !rendering->arguments->no_ambience;
    if (!bank_load(house->paths.audio, ambience ? opened->routine->ambience : NULL, &bank, err))
        return false;
    track_build(
        opened->timeline, &bank,
        &(struct track_options){.cue_percent = settings->cues ? 100 : 0,
                                .ambience_percent = ambience ? settings->ambience_volume : 0},
        &track);
    bool right = write_wav(rendering, &track, err);
    track_free(&track);
    bank_free(&bank);
    return right;
}

bool render_sound(const struct rendering *rendering, struct error *err) {
    if (!bank_begin_offline(err))
        return false;
    bool right = render(rendering, err);
    bank_end_offline();
    return right;
}
