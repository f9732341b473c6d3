// SPDX-License-Identifier: MIT
#include "sound/pulse.h"

#include <assert.h>

#include "sound/clip.h"

enum {
    SLEW_LIMIT_US = 100000,  // errors up to this are slewed
    LEAP_LIMIT_US = 45000,   // of what is above it, this much a callback ...
    RACING_US = 1000000,     // ... until the device is so far ahead that it keeps no time at all
    ERROR_LIMIT_US = 500000, // a bound for the arithmetic
};

static int64_t least(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static int64_t frames_to_us(int64_t frames) {
    return frames * 1000 / SOUND_PER_MS;
}

static int64_t buffer_us(const struct pulse *pulse) {
    return frames_to_us(pulse->buffer_frames);
}

// What was being heard when the device last asked: it holds the buffer it asks for and the one
// that it has just begun to play.
static int64_t heard_us(const struct pulse *pulse) {
    return frames_to_us(pulse->handed_frames - 2 * pulse->buffer_frames);
}

void pulse_init(struct pulse *pulse, int buffer_frames) {
    assert(buffer_frames > 0);
    *pulse = (struct pulse){.buffer_frames = buffer_frames};
}

// The reading while the device leads: from the anchor on with the error taken up, at most to a
// quarter of a buffer beyond the moment at which the next callback is due. There it waits.
static int64_t led_reading_us(const struct pulse *pulse, int64_t now_us) {
    int64_t since_us = most(0, now_us - pulse->anchor_us);
    int64_t carried_us =
        since_us + pulse->slew_us * least(since_us, buffer_us(pulse)) / buffer_us(pulse);
    int64_t limit_us = pulse->offset_us + heard_us(pulse) + buffer_us(pulse) + buffer_us(pulse) / 4;
    return least(pulse->anchor_reading_us + carried_us, most(limit_us, pulse->anchor_reading_us));
}

static int64_t monotonic_reading_us(const struct pulse *pulse, int64_t now_us) {
    return pulse->anchor_reading_us + most(0, now_us - pulse->anchor_us);
}

static int64_t present_us(const struct pulse *pulse, int64_t now_us) {
    return pulse->lost ? monotonic_reading_us(pulse, now_us) : led_reading_us(pulse, now_us);
}

// From `from_us` on the monotonic clock carries the reading.
static void go_alone(struct pulse *pulse, int64_t from_us) {
    pulse->anchor_reading_us = pulse->running ? present_us(pulse, from_us) : 0;
    pulse->anchor_us = from_us;
    pulse->slew_us = 0;
    pulse->running = true;
    pulse->lost = true;
    pulse->callbacks = 0;
    pulse->settled = 0;
}

static void notice_stall(struct pulse *pulse, int64_t now_us) {
    if (pulse->running && !pulse->lost && now_us - pulse->callback_us > PULSE_STALL_US) {
        go_alone(pulse, pulse->callback_us + PULSE_STALL_US);
    }
}

// From the last callback on the device leads, from the same reading.
static void follow_device(struct pulse *pulse) {
    int64_t reading_us = pulse->running ? present_us(pulse, pulse->callback_us) : 0;
    int64_t apart_us = reading_us - heard_us(pulse);
    int64_t down_us = apart_us % 1000 < 0 ? apart_us % 1000 + 1000 : apart_us % 1000;
    pulse->offset_us = apart_us - down_us;
    pulse->anchor_us = pulse->callback_us;
    pulse->anchor_reading_us = reading_us;
    pulse->slew_us = 0;
    pulse->running = true;
    pulse->lost = false;
}

static bool has_settled(const struct pulse *pulse) {
    return pulse->settled >= PULSE_SETTLE || pulse->callbacks >= PULSE_ANYHOW;
}

// Takes up the difference between what is heard by the device and by the anchor's carrying.
static void take_up_error(struct pulse *pulse, int64_t reading_us) {
    int64_t error_us = pulse->offset_us + heard_us(pulse) - reading_us;
    if (error_us > RACING_US) {
        reading_us += error_us - SLEW_LIMIT_US;
        error_us = SLEW_LIMIT_US;
    } else if (error_us > SLEW_LIMIT_US &&
               pulse->callback_us - pulse->leapt_us >= buffer_us(pulse) / 2) {
        // Not at each of several callbacks that come at once: together they would leap too far.
        pulse->leapt_us = pulse->callback_us;
        int64_t leap_us = least(error_us - SLEW_LIMIT_US, LEAP_LIMIT_US);
        reading_us += leap_us;
        error_us -= leap_us;
    }
    error_us = most(-ERROR_LIMIT_US, least(error_us, ERROR_LIMIT_US));
    pulse->anchor_us = pulse->callback_us;
    pulse->anchor_reading_us = reading_us;
    // Never more than the buffer's own time, or the clock would stand or run backwards.
    int64_t slew_us = error_us * PULSE_SLEW_PERCENT / 100;
    pulse->slew_us = most(-buffer_us(pulse) / 2, least(slew_us, buffer_us(pulse) / 2));
}

void pulse_callback(struct pulse *pulse, int frames, int64_t now_us) {
    assert(frames > 0);
    notice_stall(pulse, now_us);
    if (pulse->handed_frames == 0) {
        pulse->buffer_frames = frames; // the device may have chosen another size than was asked for
    }
    int64_t distance_us = now_us - pulse->callback_us;
    bool normal = pulse->callbacks > 0 && distance_us >= buffer_us(pulse) / 2 &&
                  distance_us <= buffer_us(pulse) * 3 / 2;
    bool led = pulse->running && !pulse->lost;
    int64_t reading_us = led ? led_reading_us(pulse, now_us) : 0;
    pulse->settled = normal ? pulse->settled + 1 : 0;
    pulse->callbacks++;
    pulse->handed_frames += frames;
    pulse->callback_us = now_us;
    if (led) {
        take_up_error(pulse, reading_us);
    } else if (!pulse->running && has_settled(pulse)) {
        follow_device(pulse);
    }
}

int64_t pulse_reading_us(struct pulse *pulse, int64_t now_us) {
    if (!pulse->running) {
        return 0;
    }
    notice_stall(pulse, now_us);
    pulse->read_us = most(pulse->read_us, present_us(pulse, now_us));
    return pulse->read_us;
}

int64_t pulse_next_heard_us(const struct pulse *pulse) {
    return pulse->offset_us + frames_to_us(pulse->handed_frames);
}

void pulse_lose(struct pulse *pulse, int64_t now_us) {
    notice_stall(pulse, now_us);
    go_alone(pulse, now_us);
    pulse->handed_frames = 0;
}

bool pulse_found(struct pulse *pulse) {
    if (!pulse->lost || !has_settled(pulse)) {
        return false;
    }
    follow_device(pulse);
    return true;
}
