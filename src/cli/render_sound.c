// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "cli/render.h"
#include "report/film.h"
#include "run/sounds.h"
#include "sound/render.h"
#include "sound/track.h"
#include "sound/wav.h"

// Samples on their way into a file: of the two one is there.
struct way {
    const struct rendering *rendering;
    struct progress progress;
    struct wav *wav;
    struct film *film;
    size_t done, all; // bytes
};

static bool open_way(struct way *way, enum film_kind kind, const char *path, struct error *err) {
    const struct film_options options = {.kind = kind,
                                         .title = way->rendering->opened->routine->title};
    if (kind == FILM_NONE)
        way->wav = wav_begin(path, err);
    else
        way->film = film_begin(path, &options, err);
    return way->wav || way->film;
}

static bool take(void *owner, const void *bytes, size_t size, struct error *err) {
    struct way *way = owner;
    way->done += size;
    double share = (double)way->done / (double)way->all;
    return rendering_goes_on(way->rendering, &way->progress, share, err) &&
           (way->wav ? wav_append(way->wav, bytes, size, err)
                     : film_append(way->film, bytes, size, err));
}

static bool write_track(const struct rendering *rendering, const struct track *track,
                        enum film_kind kind, const char *path, struct error *err) {
    struct way way = {.rendering = rendering, .all = RENDER_FRAME_SIZE * (size_t)track->end_frame};
    if (!open_way(&way, kind, path, err))
        return false;
    progress_begin(&way.progress, _("sound"));
    bool right = render_samples(track, (struct render_sink){take, &way}, err);
    progress_end(&way.progress);
    if (right)
        return way.wav ? wav_finish(way.wav, err) : film_finish(way.film, err);
    wav_abandon(way.wav);
    film_abandon(way.film);
    return false;
}

bool render_sound(const struct rendering *rendering, enum film_kind kind, const char *path,
                  int64_t *frames, struct error *err) {
    struct bank bank = {0};
    struct track track = {0};
    const struct house *house = rendering->house;
    const struct settings *settings = &house->settings;
    const struct sounds sounds = {
        .shipped = house->paths.audio,
        .own = house->paths.own_audio,
        .settings = settings,
        .no_ambience = rendering->arguments->no_ambience,
    };
    if (!sounds_load(&sounds, rendering->opened->routine, &bank, err))
        return false;
    const struct track_options options = {
        .cue_percent = settings->cues ? 100 : 0,
        .ambience_percent = settings->ambience_volume,
    };
    track_build(rendering->opened->timeline, &bank, &options, &track);
    bool right = write_track(rendering, &track, kind, path, err);
    *frames = track.end_frame;
    track_free(&track);
    bank_free(&bank);
    return right;
}
