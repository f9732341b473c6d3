// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

// The steady clock of a sound device, from the moments at which it asked for more.
//
// Pure arithmetic, so that a test can play any device: regular, late at the start, stalling,
// vanishing, running fast. It tells which sample is being heard (handed over less two buffers),
// carried between callbacks by the monotonic clock. It never runs backwards and never jumps by more
// than 50 ms. A stall shorter than a second stops it (the session grows by itself, no cue is lost);
// behind that it goes on by the monotonic clock from the same reading, and `lost` says that what
// the device now gets belongs to another time. The numbers were found by measuring PulseAudio, disk
// and dummy drivers.
//
// A device that hands itself far more than real time holds (SDL's disk driver without its delay) is
// followed too: then its samples are the clock, whatever the leaps.
//
// One pulse is used by two threads, the device's (pulse_callback) and the program's (all else). It
// has no lock of its own: speaker.c calls it with the device's lock held.

enum {
    PULSE_SETTLE = 3,       // callbacks in a row at their normal distance before it starts
    PULSE_ANYHOW = 24,      // callbacks at any distance after which it starts all the same
    PULSE_SLEW_PERCENT = 5, // of an error, taken up per callback
    PULSE_STALL_US = 1000000,
};

struct pulse {
    int64_t buffer_frames;
    int64_t handed_frames; // given to the device so far, this callback's buffer included
    int64_t callback_us;   // monotonic, of the last callback
    int callbacks;         // since it began, or was lost
    int settled;           // callbacks in a row at their distance
    bool running;
    bool lost;                 // the monotonic clock carries it since a stall passed PULSE_STALL_US
    int64_t anchor_us;         // monotonic
    int64_t anchor_reading_us; // the clock's reading at anchor_us
    int64_t slew_us;           // error being taken up in the buffer's time from anchor_us on
    int64_t offset_us; // reading less heard sample time, fixed when it starts and after a stall:
                       // whole milliseconds, so that each ms of the clock begins with a sample
    int64_t leapt_us;  // monotonic, of the last error too large to be slewed
    int64_t read_us;   // the largest reading given
};

void pulse_init(struct pulse *pulse, int buffer_frames);

// The device asks for `frames` more at `now_us`. Before it runs, callbacks settle it.
void pulse_callback(struct pulse *pulse, int frames, int64_t now_us);

// The reading at `now_us`, in microseconds; 0 until it runs.
int64_t pulse_reading_us(struct pulse *pulse, int64_t now_us);

// The reading at which the first sample of the next callback's buffer will be heard.
int64_t pulse_next_heard_us(const struct pulse *pulse);

// The device is gone, or never began: from now on the monotonic clock carries the reading. The next
// callback is the first of another device.
void pulse_lose(struct pulse *pulse, int64_t now_us);

// True once after a loss, when callbacks have settled again: from then on the device leads.
bool pulse_found(struct pulse *pulse);
