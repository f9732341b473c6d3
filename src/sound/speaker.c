// SPDX-License-Identifier: MIT
#include "sound/speaker.h"

#include <assert.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "sound/deck.h"
#include "sound/device.h"
#include "sound/pulse.h"

enum {
    READY_WITHIN_US = 3000000, // then the session goes on in silence
    RETRY_TOLD_US = 250000,    // when a device came; not at once, trying makes SDL tell of it too
    RETRY_US = 500000,         // for a device that was lost
    RETRY_OFTEN = 60,          // so many times, then ...
    RETRY_SELDOM_US = 10000000,
    WAIT_STEP_MS = 5,
    FADE_WAIT_MS = 250, // a fade and the two buffers before it
    WHY_MAX = 256,
};

// `deck` and `pulse` belong to the device's thread too: the program touches them between lock and
// unlock alone, for microseconds, and the device's thread takes no lock but SDL's own around it.
struct speaker {
    struct device device;
    struct deck deck;
    struct pulse pulse;

    int volume_percent;
    bool mute;
    bool wanted;    // a device is asked for at all
    bool searching; // a device was lost: look for the next by itself
    bool came_back; // not yet told
    int tries;
    int64_t opened_us;
    int64_t next_try_us; // INT64_MAX: not before something changes
    int64_t last_try_us;
    char why[WHY_MAX]; // no device is open
};

// On the device's thread, with its lock held. What a stall has left behind belongs to another time,
// so it fades; the owner begins anew when it hears that the device is back.
static void feed(void *owner, int16_t *samples, int frames) {
    struct speaker *speaker = owner;
    pulse_callback(&speaker->pulse, frames, clock_monotonic_us());
    if (speaker->pulse.lost && speaker->deck.playing) {
        deck_fade(&speaker->deck);
    }
    deck_mix(&speaker->deck, samples, frames);
}

static int percent_of(int percent) {
    return percent < 0 ? 0 : percent > 100 ? 100 : percent;
}

static int gain_of(const struct speaker *speaker) {
    return speaker->mute ? 0 : SOUND_GAIN_FULL * speaker->volume_percent / 100;
}

static void try_device(struct speaker *speaker) {
    struct error err = {0};
    speaker->tries++;
    speaker->last_try_us = clock_monotonic_us();
    speaker->next_try_us = INT64_MAX;
    if (device_open(&speaker->device, &err)) {
        log_info("sound through %s", device_driver(&speaker->device));
        speaker->opened_us = clock_monotonic_us();
        speaker->searching = false;
        speaker->tries = 0;
        return;
    }
    log_info("no sound device: %s", err.text);
    text_format(speaker->why, sizeof speaker->why, _("No sound device could be opened: %s"),
                err.text);
    // A server that is there can be given a device at any time; where none is nobody looks again.
    speaker->searching = speaker->searching || speaker->device.bare;
    if (speaker->searching) {
        int64_t wait_us = speaker->tries < RETRY_OFTEN ? RETRY_US : RETRY_SELDOM_US;
        speaker->next_try_us = speaker->last_try_us + wait_us;
    }
}

static void drop_device(struct speaker *speaker) {
    log_info("the sound device is gone");
    // Before it is closed, which takes some 90 ms in which the clock would stand; and once more,
    // for what it may have asked for meanwhile.
    device_lock(&speaker->device);
    pulse_lose(&speaker->pulse, clock_monotonic_us());
    device_unlock(&speaker->device);
    device_lose(&speaker->device);
    pulse_lose(&speaker->pulse, clock_monotonic_us());
    deck_fade(&speaker->deck);
    text_copy(speaker->why, sizeof speaker->why, _("The sound device is gone."));
    speaker->searching = true;
    speaker->next_try_us = 0;
}

// What has to be looked at now and then; each public call that reads the clock does.
static void look_after(struct speaker *speaker) {
    int64_t now_us = clock_monotonic_us();
    if (speaker->device.number != 0 && !device_is_connected(&speaker->device)) {
        drop_device(speaker);
    }
    if (speaker->device.number == 0) {
        if (speaker->wanted && now_us >= speaker->next_try_us) {
            try_device(speaker);
        }
        return;
    }
    device_lock(&speaker->device);
    if (!speaker->pulse.running && now_us - speaker->opened_us >= READY_WITHIN_US) {
        pulse_lose(&speaker->pulse, now_us);
    }
    if (pulse_found(&speaker->pulse)) {
        speaker->came_back = true;
    }
    device_unlock(&speaker->device);
}

struct speaker *speaker_open(const struct speaker_options *options) {
    struct speaker *speaker = memory_new(1, sizeof *speaker);
    speaker->device = (struct device){.feed = feed, .owner = speaker};
    speaker->wanted = !options->silent;
    speaker->next_try_us = INT64_MAX;
    speaker->volume_percent = percent_of(options->volume_percent);
    speaker->mute = options->mute;
    pulse_init(&speaker->pulse, DEVICE_BUFFER_FRAMES);
    deck_init(&speaker->deck, gain_of(speaker));
    speaker->deck.hiss = options->hiss;
    if (speaker->wanted) {
        try_device(speaker);
    } else {
        text_copy(speaker->why, sizeof speaker->why, _("Sound is switched off."));
    }
    if (speaker->device.number == 0) {
        pulse_lose(&speaker->pulse, clock_monotonic_us());
    }
    return speaker;
}

bool speaker_is_ready(struct speaker *speaker) {
    look_after(speaker);
    device_lock(&speaker->device);
    bool ready = speaker->pulse.running;
    device_unlock(&speaker->device);
    return ready;
}

int64_t speaker_now(struct speaker *speaker) {
    look_after(speaker);
    device_lock(&speaker->device);
    int64_t reading_us = pulse_reading_us(&speaker->pulse, clock_monotonic_us());
    device_unlock(&speaker->device);
    return reading_us / 1000;
}

static bool sounds(const struct speaker *speaker) {
    return speaker->device.number != 0 && speaker->pulse.running && !speaker->pulse.lost;
}

static int64_t most(int64_t a, int64_t b) {
    return a > b ? a : b;
}

// The deck's frame, counted from the next one, that is heard when the clock shows `steady_ms`. The
// pulse keeps whole milliseconds between the two, so this is exact.
static int64_t ahead_of(const struct pulse *pulse, int64_t steady_ms) {
    return SOUND_PER_MS * (steady_ms - pulse->offset_us / 1000) - pulse->handed_frames;
}

int64_t speaker_begin(struct speaker *speaker, const struct track *track, int section,
                      int64_t from_ms, int64_t delay_ms) {
    assert(delay_ms >= 0 && from_ms >= 0);
    while (!speaker_is_ready(speaker)) {
        clock_sleep_ms(WAIT_STEP_MS);
    }
    if (track->ambience && speaker->device.number != 0) {
        loop_seek(track->ambience, SOUND_PER_MS * from_ms);
    }
    device_lock(&speaker->device);
    struct pulse *pulse = &speaker->pulse;
    int64_t begin_us = pulse_reading_us(pulse, clock_monotonic_us()) + 1000 * delay_ms;
    if (sounds(speaker)) {
        begin_us = most(begin_us, pulse_next_heard_us(pulse));
    }
    int64_t begin_ms = (begin_us + 999) / 1000;
    if (sounds(speaker)) {
        struct track_run run = {.section = section, .from_frame = SOUND_PER_MS * from_ms};
        deck_begin(&speaker->deck, track, run, ahead_of(pulse, begin_ms));
        speaker->came_back = false;
    }
    device_unlock(&speaker->device);
    return begin_ms;
}

bool speaker_give(struct speaker *speaker, struct track *track, int index,
                  const struct clip *clip) {
    device_lock(&speaker->device);
    bool given = deck_give(&speaker->deck, track, index, clip);
    device_unlock(&speaker->device);
    return given;
}

void speaker_pause(struct speaker *speaker) {
    device_lock(&speaker->device);
    deck_fade(&speaker->deck);
    device_unlock(&speaker->device);
}

void speaker_strike(struct speaker *speaker, const struct clip *clip, bool loud) {
    if (speaker->device.number == 0 || clip->frames == 0) {
        return;
    }
    device_lock(&speaker->device);
    deck_strike(&speaker->deck, clip, loud);
    device_unlock(&speaker->device);
}

void speaker_strike_soft(struct speaker *speaker, const struct clip *clip, int percent,
                         int64_t delay_ms) {
    if (speaker->device.number == 0 || clip->frames == 0) {
        return;
    }
    device_lock(&speaker->device);
    deck_strike_soft(&speaker->deck, clip, SOUND_GAIN_FULL * percent_of(percent) / 100,
                     SOUND_PER_MS * delay_ms);
    device_unlock(&speaker->device);
}

void speaker_hush(struct speaker *speaker, const struct clip *clip) {
    device_lock(&speaker->device);
    deck_hush(&speaker->deck, clip);
    device_unlock(&speaker->device);
}

void speaker_set_levels(struct speaker *speaker, struct track *track, struct track_levels levels) {
    device_lock(&speaker->device);
    deck_set_levels(&speaker->deck, track, levels);
    device_unlock(&speaker->device);
}

struct track_levels speaker_levels(struct speaker *speaker, const struct track *track) {
    device_lock(&speaker->device);
    struct track_levels levels = deck_levels(&speaker->deck, track);
    device_unlock(&speaker->device);
    return levels;
}

// The new ones are laid beside the old ones, so that under the lock pointers alone change.
void speaker_swap_prompts(struct speaker *speaker, const struct timeline *timeline,
                          const struct prompts *prompts, struct track *track) {
    struct track other = *track;
    other.prompts = NULL;
    track_set_prompts(timeline, prompts, &other);
    struct track_prompt *old = track->prompts;
    device_lock(&speaker->device);
    track->prompts = other.prompts;
    track->prompt_count = other.prompt_count;
    deck_swap(&speaker->deck, track);
    device_unlock(&speaker->device);
    memory_free(old);
}

void speaker_swap_ambience(struct speaker *speaker, struct loop *ambience, struct track *track) {
    device_lock(&speaker->device);
    int64_t position = deck_position(&speaker->deck, track);
    device_unlock(&speaker->device);
    // What the device asks for meanwhile is less than what this has at hand.
    if (ambience && position >= 0) {
        loop_seek(ambience, position);
    }
    device_lock(&speaker->device);
    if (ambience && position >= 0) {
        loop_turn(ambience);
    }
    track_set_ambience(track, ambience);
    deck_swap(&speaker->deck, track);
    device_unlock(&speaker->device);
}

// With the lock held: until the last frame that sounds has been heard.
static int64_t rest_us(struct speaker *speaker) {
    int64_t rest_frames = deck_rest(&speaker->deck);
    struct pulse *pulse = &speaker->pulse;
    if (!pulse->running) {
        int64_t frames = rest_frames > 0 ? rest_frames + 2 * DEVICE_BUFFER_FRAMES : 0;
        return frames * 1000 / SOUND_PER_MS;
    }
    int64_t heard_us =
        pulse->offset_us + (pulse->handed_frames + rest_frames) * 1000 / SOUND_PER_MS;
    return heard_us - pulse_reading_us(pulse, clock_monotonic_us());
}

int64_t speaker_rest_ms(struct speaker *speaker) {
    look_after(speaker);
    device_lock(&speaker->device);
    bool silent = speaker->device.number == 0 || speaker->pulse.lost;
    int64_t left_us = silent ? 0 : most(0, rest_us(speaker));
    device_unlock(&speaker->device);
    return (left_us + 999) / 1000;
}

static void wind_down(struct speaker *speaker, int64_t drain_ms) {
    device_lock(&speaker->device);
    deck_finish(&speaker->deck);
    if (rest_us(speaker) > 1000 * drain_ms) {
        deck_fade(&speaker->deck);
    }
    device_unlock(&speaker->device);
    // A fade is waited for in any case: cut off it would click.
    int64_t until_ms = clock_monotonic_ms() + most(drain_ms, FADE_WAIT_MS);
    while (speaker_rest_ms(speaker) > 0 && clock_monotonic_ms() < until_ms) {
        clock_sleep_ms(WAIT_STEP_MS);
    }
}

void speaker_close(struct speaker *speaker, int64_t drain_ms) {
    if (!speaker) {
        return;
    }
    speaker->wanted = false;
    if (speaker->device.number != 0) {
        wind_down(speaker, drain_ms);
    }
    device_close(&speaker->device);
    memory_free(speaker);
}

static void change_gain(struct speaker *speaker) {
    device_lock(&speaker->device);
    deck_set_gain(&speaker->deck, gain_of(speaker));
    device_unlock(&speaker->device);
}

void speaker_set_volume(struct speaker *speaker, int percent) {
    speaker->volume_percent = percent_of(percent);
    change_gain(speaker);
}

void speaker_set_mute(struct speaker *speaker, bool mute) {
    speaker->mute = mute;
    change_gain(speaker);
}

int speaker_volume(const struct speaker *speaker) {
    return speaker->volume_percent;
}

bool speaker_is_muted(const struct speaker *speaker) {
    return speaker->mute;
}

void speaker_device_changed(struct speaker *speaker) {
    // Looking for a device makes SDL report those it finds, which must not make us look again at
    // once.
    if (speaker->device.number == 0) {
        speaker->next_try_us = speaker->last_try_us + RETRY_TOLD_US;
    }
    look_after(speaker);
}

bool speaker_came_back(struct speaker *speaker) {
    look_after(speaker);
    bool came_back = speaker->came_back;
    speaker->came_back = false;
    return came_back;
}

struct speaker_state speaker_state(const struct speaker *speaker) {
    struct speaker_state state = {.driver = device_driver(&speaker->device)};
    device_lock(&speaker->device);
    bool lost = speaker->pulse.lost;
    device_unlock(&speaker->device);
    if (speaker->device.number == 0) {
        state.silent_because = speaker->why;
    } else if (lost) {
        state.silent_because = _("The sound device takes no sound at the moment.");
    }
    return state;
}

void speaker_device_name(const struct speaker *speaker, char *to, size_t size) {
    device_name(&speaker->device, to, size);
}
