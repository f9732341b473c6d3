// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

// SDL2_mixer and the device behind it, as little of them as the room needs: opened at 48 kHz,
// stereo, signed 16 bit, it asks for samples and hands over nothing else.

enum { DEVICE_BUFFER_FRAMES = 2048 };

struct device {
    // Fills `samples` with 2 * `frames` values on the device's own thread, which holds the lock of
    // device_lock meanwhile: no allocation, no file, no other lock.
    void (*feed)(void *owner, int16_t *samples, int frames);
    void *owner;
    uint32_t number; // SDL's; 0 while closed
    bool waits;      // closed, but SDL's driver has been kept (device_lose)
    bool bare;       // could not be opened: a server is there, without anything to play on
};

// Opens the default device of the driver that SDL chooses (SDL_AUDIODRIVER is honoured). `feed` and
// `owner` are set by the caller; feeding begins before this returns, and `device` must not move
// until it is closed.
bool device_open(struct device *device, struct error *err);

// Stops feeding; what was handed over is given time to leave.
void device_close(struct device *device);

// The same for a device that is gone, while another one is looked for: a driver that finds it
// better so stays. device_close ends that too.
void device_lose(struct device *device);

// False once the machine has taken the device away.
bool device_is_connected(const struct device *device);

// Keeps the feed out while its data are looked at or changed. Nothing happens while closed: then
// there is no other thread.
void device_lock(const struct device *device);
void device_unlock(const struct device *device);

// The name of SDL's driver while a device is open, else NULL.
const char *device_driver(const struct device *device);

// What the machine calls the default device, "" where a driver does not tell which that is or none
// is open.
void device_name(const struct device *device, char *to, size_t size);
