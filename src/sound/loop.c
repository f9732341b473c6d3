// SPDX-License-Identifier: MIT
#include "sound/loop.h"

#include <SDL.h>
#include <assert.h>
#include <stdatomic.h>

#include "base/log.h"
#include "base/memory.h"
#include "sound/source.h"

enum {
    PIECE_FRAMES = 2048, // decoded in one go, while loop_seek may have to wait
    SPAN_FRAMES = 4096,  // when nobody decodes ahead
    LOOK_AGAIN_MS = 500, // at a ring that was full, far below what it holds
    RING_MASK = LOOP_RING_FRAMES - 1,
};
static_assert((LOOP_RING_FRAMES & RING_MASK) == 0, "a frame's place in the ring is cut out of it");

static const struct source_options limits = {
    .circular = true,
    .bytes_most = (int64_t)512 << 20,
    .seconds_least = 1,
    .seconds_most = 3600,
};

// Frames `begin` to below `end` stand in it; the device's thread alone moves `begin`, whoever
// decodes moves `end`.
struct ring {
    int16_t *samples;
    atomic_llong begin, end;
};

struct loop {
    struct clip clip;      // in memory, or
    struct source *source; // from a file

    // Without a thread: the frames read last.
    int16_t *span;
    int64_t span_first;
    int span_count;

    // With one. `lock` guards the source and `filling`; the device's lock guards `playing`.
    bool ahead;
    SDL_Thread *thread;
    SDL_mutex *lock;
    SDL_cond *wake;
    bool ends;
    struct ring rings[2];
    int filling, playing;
    atomic_llong missed;
};

struct loop *loop_open(const char *path, struct error *err) {
    struct source *source = source_open(path, &limits, err);
    if (!source) {
        return NULL;
    }
    struct loop *loop = memory_new(1, sizeof *loop);
    loop->source = source;
    loop->span = memory_new((size_t)SOUND_CHANNELS * SPAN_FRAMES, sizeof *loop->span);
    return loop;
}

struct loop *loop_of_clip(struct clip *clip) {
    assert(clip->frames > 0);
    struct loop *loop = memory_new(1, sizeof *loop);
    loop->clip = *clip;
    *clip = (struct clip){0};
    return loop;
}

int64_t loop_frames(const struct loop *loop) {
    return loop->source ? source_frames(loop->source) : loop->clip.frames;
}

int64_t loop_missed(const struct loop *loop) {
    return atomic_load(&loop->missed);
}

// One piece more into a ring; false when it is full. With the lock held.
static bool fill_piece(struct loop *loop, struct ring *ring) {
    int64_t end = atomic_load_explicit(&ring->end, memory_order_relaxed);
    int64_t begin = atomic_load_explicit(&ring->begin, memory_order_acquire);
    if (begin > end) { // what did not come in time is wanted no more
        end = begin;
        atomic_store_explicit(&ring->end, end, memory_order_relaxed);
    }
    int64_t into = end & RING_MASK;
    int64_t room = begin + LOOP_RING_FRAMES - end;
    room = room < LOOP_RING_FRAMES - into ? room : LOOP_RING_FRAMES - into;
    // Half a piece is not worth the way, but up to the ring's edge it must be.
    if (room < PIECE_FRAMES && room < LOOP_RING_FRAMES - into) {
        return false;
    }
    int frames = room < PIECE_FRAMES ? (int)room : PIECE_FRAMES;
    source_read(loop->source, end, ring->samples + SOUND_CHANNELS * into, frames);
    atomic_store_explicit(&ring->end, end + frames, memory_order_release);
    return true;
}

static int decode_ahead(void *data) {
    struct loop *loop = data;
    SDL_LockMutex(loop->lock);
    while (!loop->ends) {
        if (fill_piece(loop, &loop->rings[loop->filling])) {
            SDL_UnlockMutex(loop->lock); // loop_seek may come between
            SDL_LockMutex(loop->lock);
        } else {
            SDL_CondWaitTimeout(loop->wake, loop->lock, LOOK_AGAIN_MS);
        }
    }
    SDL_UnlockMutex(loop->lock);
    return 0;
}

static void begin_thread(struct loop *loop) {
    loop->ahead = true;
    for (int index = 0; index < 2; index++) {
        struct ring *ring = &loop->rings[index];
        ring->samples =
            memory_new((size_t)SOUND_CHANNELS * LOOP_RING_FRAMES, sizeof *ring->samples);
    }
    loop->lock = SDL_CreateMutex();
    loop->wake = SDL_CreateCond();
    if (loop->lock && loop->wake) {
        loop->thread = SDL_CreateThread(decode_ahead, "ambience", loop);
    }
    if (!loop->thread) {
        log_warning("no thread for the ambience: %s", SDL_GetError());
    }
}

void loop_seek(struct loop *loop, int64_t frame) {
    assert(frame >= 0);
    if (!loop->source) {
        return;
    }
    if (!loop->ahead) {
        begin_thread(loop);
    }
    SDL_LockMutex(loop->lock);
    loop->filling = 1 - loop->playing;
    struct ring *ring = &loop->rings[loop->filling];
    atomic_store(&ring->begin, frame);
    atomic_store(&ring->end, frame);
    while (atomic_load(&ring->end) < frame + LOOP_BEGIN_FRAMES) {
        fill_piece(loop, ring);
    }
    SDL_CondSignal(loop->wake);
    SDL_UnlockMutex(loop->lock);
}

void loop_turn(struct loop *loop) {
    loop->playing = loop->filling;
}

void loop_close(struct loop *loop) {
    if (!loop) {
        return;
    }
    if (loop->thread) {
        SDL_LockMutex(loop->lock);
        loop->ends = true;
        SDL_CondSignal(loop->wake);
        SDL_UnlockMutex(loop->lock);
        SDL_WaitThread(loop->thread, NULL);
    }
    if (loop_missed(loop) > 0) {
        log_info("%lld frames of the ambience were not there in time",
                 (long long)loop_missed(loop));
    }
    SDL_DestroyCond(loop->wake);
    SDL_DestroyMutex(loop->lock);
    memory_free(loop->rings[0].samples);
    memory_free(loop->rings[1].samples);
    source_close(loop->source);
    memory_free(loop->span);
    clip_free(&loop->clip);
    memory_free(loop);
}

static int least(int64_t a, int64_t b) {
    return (int)(a < b ? a : b);
}

static int span_of_clip(const struct clip *clip, int64_t frame, int frames,
                        const int16_t **samples) {
    int64_t into = frame % clip->frames;
    *samples = clip->samples + SOUND_CHANNELS * into;
    return least(frames, clip->frames - into);
}

static int span_of_source(struct loop *loop, int64_t frame, int frames, const int16_t **samples) {
    int64_t into = frame - loop->span_first;
    if (into < 0 || into >= loop->span_count) {
        source_read(loop->source, frame, loop->span, SPAN_FRAMES);
        loop->span_first = frame;
        loop->span_count = SPAN_FRAMES;
        into = 0;
    }
    *samples = loop->span + SOUND_CHANNELS * into;
    return least(frames, loop->span_count - into);
}

static int span_of_ring(struct loop *loop, int64_t frame, int frames, const int16_t **samples) {
    struct ring *ring = &loop->rings[loop->playing];
    int64_t begin = atomic_load_explicit(&ring->begin, memory_order_relaxed);
    int64_t end = atomic_load_explicit(&ring->end, memory_order_acquire);
    if (frame >= begin) {
        atomic_store_explicit(&ring->begin, frame, memory_order_release);
    }
    if (frame < begin || frame >= end) {
        *samples = NULL;
        atomic_fetch_add_explicit(&loop->missed, frames, memory_order_relaxed);
        return frames;
    }
    int64_t into = frame & RING_MASK;
    *samples = ring->samples + SOUND_CHANNELS * into;
    return least(least(frames, end - frame), LOOP_RING_FRAMES - into);
}

int loop_span(struct loop *loop, int64_t frame, int frames, const int16_t **samples) {
    assert(frame >= 0 && frames > 0);
    if (!loop->source) {
        return span_of_clip(&loop->clip, frame, frames, samples);
    }
    return loop->ahead ? span_of_ring(loop, frame, frames, samples)
                       : span_of_source(loop, frame, frames, samples);
}
