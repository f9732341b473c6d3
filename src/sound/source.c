// SPDX-License-Identifier: MIT
#include "sound/source.h"

#include <assert.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "sound/fold.h"
#include "sound/sinc.h"

enum {
    CHUNK_FRAMES = 1024, // of ours, at a time
    RAW_FRAMES = 1024,   // of the file's
    RATE_LEAST = 4000,
    RATE_MOST = 384000,
    // libsndfile 1.2 seeks in Ogg to a block whose first half lacks what the one before it adds;
    // the longest block has 8192 frames. On the last page, which may tell less than it holds, it
    // is off by that difference; no encoder makes pages of ten seconds.
    OGG_BEFORE_FRAMES = 8192,
    OGG_END_SECONDS = 10,
};

struct source {
    int handle;
    SNDFILE *file;
    SF_INFO info;
    struct fold fold;
    bool circular;
    int64_t frames;           // of ours
    int64_t old_per, new_per; // the file's frames for so many of ours
    struct sinc *sinc;        // NULL: the rate is ours

    int64_t next; // the file's frame that libsndfile would read now; -1: unknown
    float raw[FOLD_CHANNELS_MAX * RAW_FRAMES];

    // The file's frames around those asked for last, as left and right.
    float *window;
    int64_t window_first;
    int window_count, window_room;
};

static bool fail_library(struct error *err) {
    return error_set(err, ERROR_INPUT, "is no sound that can be read: %s", sf_strerror(NULL));
}

static bool check(const SF_INFO *info, const struct source_options *options, struct error *err) {
    if (info->samplerate < RATE_LEAST || info->samplerate > RATE_MOST) {
        return error_set(err, ERROR_INPUT, "has %d samples a second; %d to %d can be read",
                         info->samplerate, RATE_LEAST, RATE_MOST);
    }
    if (info->frames <= 0) {
        return error_set(err, ERROR_INPUT, "holds no sound");
    }
    if (info->frames > (int64_t)options->seconds_most * info->samplerate) {
        return error_set(err, ERROR_LIMIT, "is longer than %d s", options->seconds_most);
    }
    if (info->frames < (int64_t)options->seconds_least * info->samplerate) {
        return error_set(err, ERROR_LIMIT, "is shorter than %d s", options->seconds_least);
    }
    return true;
}

// How the file's rate becomes ours. A circle is stretched to whole frames, by less than one in all,
// so that it closes.
static void choose_rate(struct source *source) {
    const SF_INFO *info = &source->info;
    source->frames = (info->frames * SOUND_RATE + info->samplerate / 2) / info->samplerate;
    source->frames = source->frames > 0 ? source->frames : 1;
    source->old_per = source->circular ? info->frames : info->samplerate;
    source->new_per = source->circular ? source->frames : SOUND_RATE;
    double step = (double)source->old_per / (double)source->new_per;
    if (source->old_per != source->new_per) {
        source->sinc = sinc_new(step);
    }
    int reach = source->sinc ? sinc_reach(source->sinc) : 0;
    source->window_room = (int)(CHUNK_FRAMES * step) + 2 * reach + 4;
    source->window = memory_new(2 * (size_t)source->window_room, sizeof *source->window);
}

static bool open_file(struct source *source, const char *path, const struct source_options *options,
                      struct error *err) {
    source->handle = file_open(path, (size_t)options->bytes_most, err);
    if (source->handle < 0) {
        return false;
    }
    if (lseek(source->handle, 0, SEEK_END) == 0) {
        return error_set(err, ERROR_INPUT, "is empty");
    }
    lseek(source->handle, 0, SEEK_SET);
    source->file = sf_open_fd(source->handle, SFM_READ, &source->info, SF_FALSE);
    if (!source->file) {
        return fail_library(err);
    }
    if (!fold_of(source->file, &source->info, &source->fold)) {
        return error_set(err, ERROR_INPUT, "has %d channels; %d can be read", source->info.channels,
                         FOLD_CHANNELS_MAX);
    }
    return check(&source->info, options, err);
}

struct source *source_open(const char *path, const struct source_options *options,
                           struct error *err) {
    struct source *source = memory_new(1, sizeof *source);
    source->circular = options->circular;
    if (!open_file(source, path, options, err)) {
        source_close(source);
        return NULL;
    }
    choose_rate(source);
    return source;
}

void source_close(struct source *source) {
    if (!source) {
        return;
    }
    if (source->file) {
        sf_close(source->file);
    }
    if (source->handle >= 0) {
        close(source->handle);
    }
    sinc_free(source->sinc);
    memory_free(source->window);
    memory_free(source);
}

int64_t source_frames(const struct source *source) {
    return source->frames;
}

static int64_t least(int64_t a, int64_t b) {
    return a < b ? a : b;
}

// What is missing of a damaged file is silence.
static void read_raw(struct source *source, int count) {
    int got = (int)sf_readf_float(source->file, source->raw, count);
    got = got > 0 ? got : 0;
    size_t channels = (size_t)source->info.channels;
    memset(source->raw + channels * (size_t)got, 0,
           sizeof *source->raw * channels * (size_t)(count - got));
    source->next = got == count ? source->next + count : -1;
}

// So that the next frame read is `frame` with all that belongs to it.
static bool go_to(struct source *source, int64_t frame) {
    int64_t from = frame;
    if ((source->info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_OGG) {
        int64_t end = source->info.frames - (int64_t)OGG_END_SECONDS * source->info.samplerate;
        from = least(frame - OGG_BEFORE_FRAMES, end);
        from = from > 0 ? from : 0;
    }
    bool near = source->next >= 0 && source->next >= from && source->next <= frame;
    if (!near) {
        source->next = sf_seek(source->file, from, SEEK_SET);
    }
    while (source->next >= 0 && source->next < frame) {
        read_raw(source, (int)least(RAW_FRAMES, frame - source->next));
    }
    return source->next == frame;
}

// Frames that the file holds.
static void read_frames(struct source *source, int64_t frame, float *to, int count) {
    while (count > 0) {
        int part = (int)least(count, RAW_FRAMES);
        if (source->next == frame || go_to(source, frame)) {
            read_raw(source, part);
            fold_frames(&source->fold, source->raw, to, part);
        } else {
            memset(to, 0, 2 * sizeof *to * (size_t)part);
        }
        frame += part;
        to += 2 * part;
        count -= part;
    }
}

// The same with frames before the beginning and behind the end.
static void read_around(struct source *source, int64_t frame, float *to, int count) {
    const int64_t length = source->info.frames;
    while (count > 0) {
        int64_t at = source->circular ? (frame % length + length) % length : frame;
        bool inside = at >= 0 && at < length;
        int64_t left = inside ? length - at : at < 0 ? -at : count;
        int part = (int)least(count, left);
        if (inside) {
            read_frames(source, at, to, part);
        } else {
            memset(to, 0, 2 * sizeof *to * (size_t)part);
        }
        frame += part;
        to += 2 * part;
        count -= part;
    }
}

// The file's frames from `first` on; what the last call left is not read again.
static const float *look(struct source *source, int64_t first, int count) {
    assert(count <= source->window_room);
    int64_t end = source->window_first + source->window_count;
    if (source->circular && first < source->window_first && first + source->info.frames <= end) {
        source->window_first -= source->info.frames; // once round
        end -= source->info.frames;
    }
    int kept = 0;
    if (first >= source->window_first && first < end) {
        kept = (int)least(end - first, count);
        memmove(source->window, source->window + 2 * (first - source->window_first),
                2 * sizeof *source->window * (size_t)kept);
    }
    read_around(source, first + kept, source->window + 2 * (size_t)kept, count - kept);
    source->window_first = first;
    source->window_count = count;
    return source->window;
}

static int16_t sample_of(float value) {
    float scaled = isnan(value) ? 0.0F : value * 32768.0F;
    if (scaled >= 32767.0F) {
        return INT16_MAX;
    }
    return scaled <= -32768.0F ? INT16_MIN : (int16_t)lrintf(scaled);
}

// Up to CHUNK_FRAMES that do not pass the end of a circle.
static void read_chunk(struct source *source, int64_t frame, int16_t *samples, int frames) {
    int before = source->sinc ? sinc_reach(source->sinc) - 1 : 0;
    int behind = source->sinc ? sinc_reach(source->sinc) : 0;
    int64_t first = frame * source->old_per / source->new_per - before;
    int64_t last = (frame + frames - 1) * source->old_per / source->new_per + behind;
    const float *window = look(source, first, (int)(last - first + 1));
    for (int index = 0; index < frames; index++) {
        int64_t place = (frame + index) * source->old_per;
        const float *from = window + 2 * (place / source->new_per - before - first);
        float made[2];
        if (source->sinc) {
            double part = (double)(place % source->new_per) / (double)source->new_per;
            sinc_frame(source->sinc, from, part, made);
            from = made;
        }
        samples[2 * index] = sample_of(from[0]);
        samples[2 * index + 1] = sample_of(from[1]);
    }
}

void source_read(struct source *source, int64_t frame, int16_t *samples, int frames) {
    assert(frame >= 0 && frames >= 0);
    while (frames > 0) {
        int64_t at = source->circular ? frame % source->frames : frame;
        int count = (int)least(frames, CHUNK_FRAMES);
        count = source->circular ? (int)least(count, source->frames - at) : count;
        read_chunk(source, at, samples, count);
        frame += count;
        samples += SOUND_CHANNELS * count;
        frames -= count;
    }
}

bool source_read_clip(const char *path, const struct source_options *options, struct clip *clip,
                      struct error *err) {
    struct source *source = source_open(path, options, err);
    if (!source) {
        return false;
    }
    // Whole files are short ones, far from what an int holds.
    clip->frames = source->frames;
    clip->samples = memory_new((size_t)(SOUND_CHANNELS * clip->frames), sizeof *clip->samples);
    source_read(source, 0, clip->samples, (int)clip->frames);
    source_close(source);
    return true;
}
