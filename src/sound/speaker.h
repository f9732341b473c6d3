// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "sound/bank.h"
#include "sound/track.h"

// The device, and the steady clock that picture and sound share.
//
// Cues are placed by sample inside the device's callback, never from a frame loop. Without a
// device, or when it vanishes, the same calls work in silence and the clock is the monotonic one,
// from the same reading. All calls are for one thread (the callback is this room's own business).
// What is heard lags what is asked for by two buffers, 85 ms.

struct speaker;

struct speaker_options {
    int volume_percent; // of the device's stream alone; 100 leaves every bit as it was mixed
    bool mute;
    bool silent; // open no device at all
    bool hiss;   // faint noise all the time, so that a Bluetooth device does not fall asleep
};

// Never fails: without a device it is silent and speaker_state tells why.
struct speaker *speaker_open(const struct speaker_options *options);
// No cue begins any more. What rings is given `drain_ms` at most to ring out and to leave the
// device (written, where the device is a file); where that is not enough it fades at once, which is
// waited for: a quarter of a second at most.
void speaker_close(struct speaker *speaker, int64_t drain_ms);

// Whether the clock runs: the first sample is being heard, or there is no device, or 3 s have
// passed and it goes on in silence. Before that speaker_now stands still.
bool speaker_is_ready(struct speaker *speaker);

// Steady milliseconds; never backwards.
int64_t speaker_now(struct speaker *speaker);

// Plays a section of `track` from a position on and returns the steady time at which that position
// is heard, at least `delay_ms` from now. What rang before fades within 200 ms. `track` (borrowed)
// must stay until the next begin, pause or close. Sample 48 * from_ms lands on a device sample
// exactly. Where the clock does not run yet this waits for it: ask speaker_is_ready first.
int64_t speaker_begin(struct speaker *speaker, const struct track *track, int section,
                      int64_t from_ms, int64_t delay_ms);

// Gives a track words whose sound was not there when it was begun; the samples outlive the track.
// False: too late for what plays at the moment, nothing has changed.
bool speaker_give(struct speaker *speaker, struct track *track, int index, const struct clip *clip);

// The position stops: what rings fades within 200 ms (a pause); at a gate nothing is called and it
// rings out.
void speaker_pause(struct speaker *speaker);

// One sound at once, beside whatever rings: a waking, a test. `loud` sounds at full volume and
// through mute. The clip is borrowed until it has rung out, or until the next begin, pause or
// close.
void speaker_strike(struct speaker *speaker, const struct clip *clip, bool loud);

// The same below mute and volume, at so many percent, and `delay_ms` later.
void speaker_strike_soft(struct speaker *speaker, const struct clip *clip, int percent,
                         int64_t delay_ms);

// Cuts a struck clip short, within a tenth of a second of what is heard; it can be freed then.
void speaker_hush(struct speaker *speaker, const struct clip *clip);

// The layers of a track that may be playing; there they change within a quarter of a second, each
// sample a little.
void speaker_set_levels(struct speaker *speaker, struct track *track, struct track_levels levels);
// How loud they are by now.
struct track_levels speaker_levels(struct speaker *speaker, const struct track *track);
// Gives a track that may be playing other words (`prompts`, NULL: none) or another ambience (NULL:
// none); that layer's level must be 0 by now. What it had before is nobody's from then on.
void speaker_swap_prompts(struct speaker *speaker, const struct timeline *timeline,
                          const struct prompts *prompts, struct track *track);
void speaker_swap_ambience(struct speaker *speaker, struct loop *ambience, struct track *track);

// Steady milliseconds until the present run has rung out; 0 when it has.
int64_t speaker_rest_ms(struct speaker *speaker);

void speaker_set_volume(struct speaker *speaker, int percent);
void speaker_set_mute(struct speaker *speaker, bool mute);
int speaker_volume(const struct speaker *speaker);
bool speaker_is_muted(const struct speaker *speaker);

// Tells it that a device came or went (SDL_AUDIODEVICEADDED / REMOVED), and lets it try again; also
// called now and then by itself while a device is lost.
void speaker_device_changed(struct speaker *speaker);

// True once after the device had been lost and sounds again: the caller begins anew at its
// position.
bool speaker_came_back(struct speaker *speaker);

// For people: driver, device, and the reason for silence; NULL when it sounds.
struct speaker_state {
    const char *driver; // "pulseaudio"; NULL when none
    const char *silent_because;
};
struct speaker_state speaker_state(const struct speaker *speaker);

// What the machine calls its default device: "Built-in Audio"; "" where the driver does not tell
// which that is, or there is none. It may have to ask a sound server.
void speaker_device_name(const struct speaker *speaker, char *to, size_t size);
