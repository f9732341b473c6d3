// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "base/text.h"
#include "cli/render.h"
#include "report/film.h"
#include "report/planes.h"
#include "sound/clip.h"

// When --size is not given: what every phone and every screen plays.
enum { WIDTH = 1280, HEIGHT = 720 };

// Pictures on their way into a film.
struct takes {
    const struct rendering *rendering;
    struct still_request request;
    struct film *film;
    struct reel *reel;
    struct planes *planes;
};

static int64_t count_pictures(int64_t frames) {
    return (frames * FILM_RATE + SOUND_RATE - 1) / SOUND_RATE;
}

// Behind the end the last picture stays until the sound has rung out.
static bool append_picture(const struct takes *takes, int64_t picture, struct error *err) {
    int64_t last_ms = takes->rendering->opened->timeline->total_ms - 1;
    int64_t at_ms = picture * 1000 / FILM_RATE;
    struct still_pixels pixels;
    if (!takes->rendering->painter->reel_paint(takes->reel, at_ms < last_ms ? at_ms : last_ms,
                                               &pixels))
        return error_set(err, ERROR_LIMIT, _("there is not enough memory for the picture"));
    const unsigned char *bytes = planes_take(takes->planes, pixels.bytes, pixels.stride);
    return film_append(takes->film, bytes, planes_size(takes->planes), err);
}

static bool append_all(const struct takes *takes, int64_t pictures, struct error *err) {
    struct progress progress;
    bool right = true;
    progress_begin(&progress, _("pictures"));
    for (int64_t i = 0; right && i < pictures; i++) {
        double share = (double)i / (double)pictures;
        right = rendering_goes_on(takes->rendering, &progress, share, err) &&
                append_picture(takes, i, err);
    }
    if (right)
        progress_show(&progress, 1);
    progress_end(&progress);
    return right;
}

static bool write_pictures(struct takes *takes, const char *sound, int64_t frames,
                           struct error *err) {
    const struct rendering *rendering = takes->rendering;
    const struct film_options options = {.kind = FILM_MP4,
                                         .title = rendering->opened->routine->title,
                                         .width = takes->request.width,
                                         .height = takes->request.height,
                                         .sound = sound};
    takes->film = film_begin(rendering->path, &options, err);
    if (!takes->film)
        return false;
    if (append_all(takes, count_pictures(frames), err))
        return film_finish(takes->film, err);
    film_abandon(takes->film);
    return false;
}

static bool write_film(const struct rendering *rendering, const char *sound, int64_t frames,
                       struct error *err) {
    const struct arguments *arguments = rendering->arguments;
    struct takes takes = {
        .rendering = rendering,
        .request = {.routine = rendering->opened->routine,
                    .timeline = &rendering->opened->options,
                    .width = arguments->width > 0 ? arguments->width : WIDTH,
                    .height = arguments->height > 0 ? arguments->height : HEIGHT}};
    takes.reel = rendering->painter->reel_open(rendering->house, &takes.request, err);
    if (!takes.reel)
        return false;
    takes.planes = planes_new(takes.request.width, takes.request.height);
    bool right = write_pictures(&takes, sound, frames, err);
    planes_free(takes.planes);
    rendering->painter->reel_close(takes.reel);
    return right;
}

// First the sound, without loss, into a file beside the film, under a name that nobody else has and
// that is never committed. ffmpeg then takes the pictures through its only pipe.
bool render_film(const struct rendering *rendering, struct error *err) {
    struct text_builder name = {0};
    text_add_format(&name, "%s.sound", rendering->path);
    struct file_output *place = file_output_begin(name.text, 0600, err);
    text_builder_free(&name);
    if (!place)
        return false;
    const char *sound = file_output_temporary(place);
    int64_t frames = 0;
    bool right = render_sound(rendering, FILM_FLAC, sound, &frames, err) &&
                 write_film(rendering, sound, frames, err);
    file_output_abandon(place);
    return right;
}
