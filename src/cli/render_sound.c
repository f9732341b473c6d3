// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "base/text.h"
#include "cli/render.h"
#include "report/film.h"
#include "run/playback.h"
#include "sound/render.h"
#include "sound/wav.h"

enum { POLL_MS = 10 }; // while the words are made

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

// A rendered file says all that the session says, so it waits for every word.
static bool wait_for_words(const struct rendering *rendering, struct playback *playback,
                           struct error *err) {
    struct progress progress = {0};
    double share = 0;
    bool goes_on = true;
    progress_begin(&progress, _("voice"));
    while (goes_on && !playback_is_whole(playback, &share)) {
        clock_sleep_ms(POLL_MS);
        goes_on = rendering_goes_on(rendering, &progress, share, err);
    }
    progress_end(&progress);
    return goes_on;
}

bool render_sound(const struct rendering *rendering, enum film_kind kind, const char *path,
                  int64_t *frames, struct error *err) {
    const struct house *house = rendering->house;
    const struct opened *opened = rendering->opened;
    const struct playback_options options = {
        .timeline = opened->timeline,
        .settings = &house->settings,
        .audio = house->paths.audio,
        .own_audio = house->paths.own_audio,
        .cache = house->paths.cache,
        .no_ambience = rendering->arguments->no_ambience,
        .no_voice = rendering->arguments->no_voice,
        .script.known = opened_is_known(opened, rendering->arguments),
    };
    struct playback playback;
    bool right =
        playback_open(&options, &playback, err) && wait_for_words(rendering, &playback, err);
    if (right) {
        playback_lay(&playback);
        right = write_track(rendering, &playback.track, kind, path, err);
        *frames = playback.track.end_frame;
    }
    playback_close(&playback);
    return right;
}
