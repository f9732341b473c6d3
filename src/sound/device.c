// SPDX-License-Identifier: MIT
#include "sound/device.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <assert.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/trial.h"
#include "sound/clip.h"

enum { DEVICE_NUMBERS = 64 }; // SDL has sixteen places for open devices

// What SDL must know before its sound begins. The program has signal handlers of its own, and SDL's
// would keep a command from being ended.
static void set_hints(void) {
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "repose");
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_STREAM_NAME, "repose");
}

static bool fail_opening(struct error *err) {
    return error_set(err, ERROR_DEVICE, "%s", SDL_GetError());
}

// Sound libraries tell their troubles on standard error, ALSA in eight lines for each try, where a
// terminal session is being shown. What matters of it SDL gives as its error. Returns what
// speak_again wants.
static int hush(void) {
    int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int nowhere = open("/dev/null", O_RDONLY | O_CLOEXEC); // what is written to it just fails
    if (kept >= 0 && nowhere >= 0) {
        dup2(nowhere, STDERR_FILENO);
    }
    if (nowhere >= 0) {
        close(nowhere);
    }
    return kept;
}

static void speak_again(int kept) {
    if (kept >= 0) {
        dup2(kept, STDERR_FILENO);
        close(kept);
    }
}

static void begin_driver(void) {
    SDL_AudioInit("pulseaudio");
}

// Whether SDL is going to look for a PulseAudio server: it was told to, or does so first of all.
static bool asks_pulse(void) {
    const char *named = SDL_getenv("SDL_AUDIODRIVER");
    const char *first = named && *named ? named : SDL_GetAudioDriver(0);
    return first && strncmp(first, "pulse", strlen("pulse")) == 0;
}

// SDL 2.26 reads the name of PulseAudio's default sink whenever that driver begins, and does not
// survive a server that has no sink at all.
static bool open_loudly(struct device *device, struct error *err) {
    enum { TRIAL_S = 5 };
    bool driver_waits = device->waits;
    device->bare = !driver_waits && asks_pulse() && !trial_survives(begin_driver, TRIAL_S);
    if (device->bare) {
        return error_set(err, ERROR_DEVICE, _("the sound server has nothing to play on"));
    }
    if (!driver_waits && SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return fail_opening(err);
    }
    if (Mix_OpenAudioDevice(SOUND_RATE, AUDIO_S16SYS, SOUND_CHANNELS, DEVICE_BUFFER_FRAMES, NULL,
                            0) != 0) {
        fail_opening(err);
        if (!driver_waits) {
            SDL_QuitSubSystem(SDL_INIT_AUDIO);
        }
        return false;
    }
    return true;
}

static bool open_mixer(struct device *device, struct error *err) {
    set_hints();
    int kept = hush();
    bool done = open_loudly(device, err);
    speak_again(kept);
    return done;
}

static void close_mixer(void) {
    Mix_CloseAudio();
    Mix_Quit();
}

// The mixer keeps SDL's number of its device to itself, but the lock wants it: it is the one that
// is there after opening and was not before. Bit n stands for number n.
static uint64_t open_numbers(void) {
    uint64_t numbers = 0;
    for (SDL_AudioDeviceID number = 1; number < DEVICE_NUMBERS; number++) {
        if (SDL_GetAudioDeviceStatus(number) != SDL_AUDIO_STOPPED) {
            numbers |= UINT64_C(1) << number;
        }
    }
    return numbers;
}

static uint32_t first_number(uint64_t numbers) {
    for (uint32_t number = 1; number < DEVICE_NUMBERS; number++) {
        if (numbers >> number & 1) {
            return number;
        }
    }
    return 0;
}

static void feed_device(void *user, Uint8 *stream, int length) {
    struct device *device = user;
    const int frame_size = SOUND_CHANNELS * (int)sizeof(int16_t);
    // SDL's buffers are aligned for any sample format.
    device->feed(device->owner, (int16_t *)(void *)stream, length / frame_size);
}

bool device_open(struct device *device, struct error *err) {
    assert(device->number == 0 && device->feed);
    uint64_t before = open_numbers();
    if (!open_mixer(device, err)) {
        return false;
    }
    device->number = first_number(open_numbers() & ~before);
    if (device->number == 0) {
        close_mixer();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        device->waits = false;
        return error_set(err, ERROR_DEVICE, "the device went away while it was opened");
    }
    device->waits = false;
    Mix_AllocateChannels(0);
    Mix_HookMusic(feed_device, device);
    return true;
}

// Pulling out the only sink can leave a server that has none. Begun once, the driver asks it anew
// each time a device is opened, and fails as it should.
static bool driver_is_better_kept(void) {
    const char *driver = SDL_GetCurrentAudioDriver();
    return driver && strcmp(driver, "pulseaudio") == 0;
}

static void stop_feeding(struct device *device) {
    // Unhooked first: the mixer would remember the hook when it is opened for something else.
    Mix_HookMusic(NULL, NULL);
    device->number = 0;
    close_mixer();
}

void device_lose(struct device *device) {
    assert(device->number != 0);
    device->waits = driver_is_better_kept();
    stop_feeding(device);
    if (!device->waits) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
}

void device_close(struct device *device) {
    if (device->number != 0) {
        stop_feeding(device);
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    } else if (device->waits) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    device->waits = false;
}

bool device_is_connected(const struct device *device) {
    return device->number != 0 && SDL_GetAudioDeviceStatus(device->number) != SDL_AUDIO_STOPPED;
}

void device_lock(const struct device *device) {
    if (device->number != 0) {
        SDL_LockAudioDevice(device->number);
    }
}

void device_unlock(const struct device *device) {
    if (device->number != 0) {
        SDL_UnlockAudioDevice(device->number);
    }
}

const char *device_driver(const struct device *device) {
    return device->number != 0 ? SDL_GetCurrentAudioDriver() : NULL;
}

void device_name(const struct device *device, char *to, size_t size) {
    char *name = NULL;
    SDL_AudioSpec spec;
    text_copy(to, size, "");
    if (device->number == 0) {
        return;
    }
    if (SDL_GetDefaultAudioInfo(&name, &spec, 0) == 0 && name) {
        text_copy(to, size, name);
        SDL_free(name);
    } else if (SDL_GetNumAudioDevices(0) == 1) {
        const char *only = SDL_GetAudioDeviceName(0, 0);
        text_copy(to, size, only ? only : "");
    }
}
