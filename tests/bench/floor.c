// SPDX-License-Identifier: MIT

// The least that an SDL2 window with a breathing figure can cost. `make bench` runs it beside
// repose and prints every figure as a multiple of this one's, so that they can be compared between
// machines.
//
//   floor MODE [CUE [FRAMES]]            FRAMES: audio buffer, 1024 where it is left out
//
//   MODE full    a disc, scaled and sent with the whole window 60 times a second, always
//        dirty   the same, but only when the disc's size in pixels has changed
//        rects   only the square that changed is sent
//        idle    a still picture that waits for events: a menu that nobody touches
//   CUE  frame   a chime every four seconds, started by the loop that draws (where left out)
//        sample  the same, laid on its exact sample while the sound is mixed
//        none    no sound device
//
// Four seconds in, four full, four out, four empty. SDL_RENDER_DRIVER chooses the renderer. It is
// no model of anything but cost, and runs until it is ended.

#include <SDL.h>
#include <SDL_mixer.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    WIDTH = 1280,
    HEIGHT = 800,
    RADIUS = 300,
    RATE = 44100,
    CHIME_FRAMES = RATE / 4,
    CUE_SECONDS = 4,
    BUFFER_FRAMES = 1024,
};

enum mode { MODE_FULL, MODE_DIRTY, MODE_RECTS, MODE_IDLE };

struct sound {
    Sint16 chime[CHIME_FRAMES * 2];
    Mix_Chunk *chunk; // NULL: the loop that draws starts none
    Uint64 position;  // in frames, of what was mixed so far
    double next;      // seconds after the start
    int count;
};

struct picture {
    enum mode mode;
    SDL_Window *window;
    SDL_Surface *disc;
    SDL_Renderer *renderer; // NULL in MODE_RECTS
    SDL_Texture *texture;
    int radius; // of what is on the screen; -1: nothing yet
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void sleep_until(double due) {
    struct timespec time = {.tv_sec = (time_t)due};
    time.tv_nsec = (long)((due - (double)time.tv_sec) * 1e9);
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
}

static int radius_at(double seconds) {
    double at = fmod(seconds, 16) / 4;
    double level = at < 1 ? at : at < 2 ? 1 : at < 3 ? 3 - at : 0;
    return (int)(RADIUS * (0.4 + 0.6 * (0.5 - 0.5 * cos(level * M_PI))));
}

static void mix_chime(void *user, Uint8 *out, int bytes) {
    struct sound *sound = user;
    Sint16 *samples = (void *)out;
    for (int i = 0; i < bytes / 4; i++, sound->position++) {
        Uint64 at = sound->position % (CUE_SECONDS * RATE);
        for (Uint64 side = 0; side < 2; side++)
            samples[2 * (Uint64)i + side] = at < CHIME_FRAMES ? sound->chime[2 * at + side] : 0;
    }
}

static void open_sound(struct sound *sound, const char *cue, int frames) {
    for (int i = 0; i < CHIME_FRAMES; i++) {
        double swing = sin(i * 880 * 2 * M_PI / RATE) * exp(-i * 12.0 / RATE);
        sound->chime[2 * i] = sound->chime[2 * i + 1] = (Sint16)(12000 * swing);
    }
    Mix_OpenAudio(RATE, AUDIO_S16SYS, 2, frames);
    if (strcmp(cue, "sample") == 0)
        Mix_HookMusic(mix_chime, sound);
    else
        sound->chunk = Mix_QuickLoad_RAW((void *)sound->chime, sizeof sound->chime);
}

static void play_chime(struct sound *sound, double seconds) {
    if (!sound->chunk || seconds < sound->next)
        return;
    Mix_PlayChannel(sound->count++ & 7, sound->chunk, 0);
    sound->next += CUE_SECONDS;
}

// A disc with a soft edge, in stripes, so that a wrong scale would be seen.
static SDL_Surface *disc_new(void) {
    SDL_Surface *disc =
        SDL_CreateRGBSurfaceWithFormat(0, 2 * RADIUS, 2 * RADIUS, 32, SDL_PIXELFORMAT_ARGB8888);
    for (int y = 0; y < 2 * RADIUS; y++) {
        Uint32 *row = (void *)((Uint8 *)disc->pixels + (ptrdiff_t)y * disc->pitch);
        for (int x = 0; x < 2 * RADIUS; x++) {
            double inside = RADIUS - hypot(x - RADIUS + 0.5, y - RADIUS + 0.5);
            double alpha = fmax(0, fmin(1, inside / 2));
            row[x] = (Uint32)(alpha * 255) << 24 | (0x4080c0 + ((Uint32)(y / 8) & 31));
        }
    }
    return disc;
}

static void open_picture(struct picture *picture) {
    picture->window = SDL_CreateWindow("floor", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                       WIDTH, HEIGHT, SDL_WINDOW_SHOWN);
    picture->disc = disc_new();
    if (picture->mode != MODE_RECTS) {
        picture->renderer = SDL_CreateRenderer(picture->window, -1, 0);
        picture->texture = SDL_CreateTextureFromSurface(picture->renderer, picture->disc);
    }
}

static SDL_Rect square(int radius) {
    return (SDL_Rect){WIDTH / 2 - radius, HEIGHT / 2 - radius, 2 * radius, 2 * radius};
}

static void send_square(struct picture *picture, int radius) {
    SDL_Surface *surface = SDL_GetWindowSurface(picture->window);
    SDL_Rect changed = square(radius > picture->radius ? radius : picture->radius);
    SDL_Rect disc = square(radius);
    if (picture->radius < 0)
        changed = (SDL_Rect){0, 0, WIDTH, HEIGHT};
    SDL_FillRect(surface, &changed, 0xff102030);
    SDL_BlitScaled(picture->disc, NULL, surface, &disc);
    SDL_UpdateWindowSurfaceRects(picture->window, &changed, 1);
}

static void send_whole(struct picture *picture, int radius) {
    SDL_Rect disc = square(radius);
    SDL_SetRenderDrawColor(picture->renderer, 16, 32, 48, SDL_ALPHA_OPAQUE);
    SDL_RenderClear(picture->renderer);
    SDL_RenderCopy(picture->renderer, picture->texture, NULL, &disc);
    SDL_RenderPresent(picture->renderer);
}

static void draw(struct picture *picture, double seconds) {
    int radius = picture->mode == MODE_IDLE ? RADIUS : radius_at(seconds);
    if (picture->mode != MODE_FULL && radius == picture->radius)
        return;
    if (picture->mode == MODE_RECTS)
        send_square(picture, radius);
    else
        send_whole(picture, radius);
    picture->radius = radius;
}

// Takes the events that wait; in MODE_IDLE it waits for one. False: somebody ends the program.
static bool take_events(struct picture *picture) {
    SDL_Event event = {0};
    bool got = picture->mode == MODE_IDLE ? SDL_WaitEvent(&event) : SDL_PollEvent(&event);
    for (; got; got = SDL_PollEvent(&event)) {
        if (event.type == SDL_QUIT)
            return false;
        if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_EXPOSED)
            picture->radius = -1;
    }
    return true;
}

static enum mode mode_named(const char *name) {
    static const char *const names[] = {"full", "dirty", "rects", "idle"};
    for (int mode = MODE_FULL; mode <= MODE_IDLE; mode++)
        if (strcmp(names[mode], name) == 0)
            return (enum mode)mode;
    return MODE_FULL;
}

int main(int argc, char **argv) {
    struct picture picture = {.mode = mode_named(argc > 1 ? argv[1] : "full"), .radius = -1};
    const char *cue = argc > 2 ? argv[2] : "frame";
    bool silent = strcmp(cue, "none") == 0;
    struct sound sound = {.count = 0};
    if (SDL_Init(SDL_INIT_VIDEO | (silent ? 0u : SDL_INIT_AUDIO)) != 0) {
        SDL_Log("no window or no sound: %s", SDL_GetError());
        return EXIT_FAILURE;
    }
    if (!silent)
        open_sound(&sound, cue, argc > 3 ? (int)strtol(argv[3], NULL, 10) : BUFFER_FRAMES);
    open_picture(&picture);
    double start = now();
    int frame = 0;
    do {
        double seconds = now() - start;
        draw(&picture, seconds);
        if (picture.mode != MODE_IDLE) {
            play_chime(&sound, seconds);
            sleep_until(start + ++frame / 60.0);
        }
    } while (take_events(&picture));
    if (!silent)
        Mix_CloseAudio();
    SDL_Quit();
    return EXIT_SUCCESS;
}
