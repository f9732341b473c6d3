// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/played.h"
#include "core/timeline.h"

// Where we are in a timeline, moved by the time that is handed in and by what the person does.
//
// Pure: no clock is read and nothing is allocated after player_init. The position comes from an
// anchor, never from summed steps, so it does not drift. Whoever owns the player ticks it at least
// once a second while it plays; two ticks more than PLAYER_STALL_MS apart (the lid was closed, the
// process was stopped) pause it at the position of the earlier one.
//
// A cue at a position has sounded when the position has passed it: ticks hand out the cues of
// [before, after), and those of the last position where the way ends, at a gate or at total_ms. So
// a cue at the very position of a pause sounds once, after it.

enum { PLAYER_STALL_MS = 2000 };

// Two clocks: `steady` is the one the position follows (the sound card's while it runs),
// `monotonic` tells how long the owner was away. Without sound both are the same.
struct clocks {
    int64_t steady_ms;
    int64_t monotonic_ms;
};

enum player_state {
    PLAYER_READY,   // nothing has begun
    PLAYER_LEADING, // counting down to `starts_ms`; the position stands
    PLAYER_PLAYING,
    PLAYER_PAUSED,
    PLAYER_GATE,  // the position stands at a gate until player_pass
    PLAYER_ENDED, // reached total_ms, or was stopped
};

struct player {
    const struct timeline *timeline; // borrowed
    enum player_state state;
    int64_t position_ms;   // as of the last tick
    int64_t starts_ms;     // leading: the steady time at which the position begins to move
    int64_t anchor_ms;     // playing: the steady time at which the position was 0
    int section;           // gates passed on the way here
    int cue_next;          // index of the first cue not yet handed out
    int entry;             // the passage of the last tick, -1 before
    struct clocks last;    // the last tick
    int64_t gate_since_ms; // gate: monotonic time of arriving
    int wakes;             // gate: wakings handed out
    bool told_off;         // gate: WAKE_OFF was handed out
    bool stopped;          // ended by player_stop
    struct played played;
};

// What an awake gate asks for, in this order (domain.md 12, common rules).
enum waking {
    WAKE_NONE,
    WAKE_REPEAT, // after awake_ms: the question once more
    WAKE_RISE,   // then every 5 s the rising sound
    WAKE_OFF,    // after two minutes: "Take the pack off now", and on with the rising sound
};
enum { WAKE_EVERY_MS = 5000, WAKE_OFF_MS = 120000 };

// What one tick brought. The cues to sound are timeline->cues[cue_first .. cue_end).
struct tick {
    enum player_state state;
    int64_t position_ms;
    int cue_first, cue_end;
    bool changed; // the state is another than before
    bool stalled; // it paused by itself, because the owner was away
    int entered; // index of the entry that began within this tick (the last, when several), else -1
    enum waking waking;
};

// Begins at a position of the timeline, 0..total_ms; `section` gates count as passed.
// The played intervals are allocated here; player_free gives them back.
void player_init(struct player *player, const struct timeline *timeline, int64_t position_ms,
                 int section);
void player_free(struct player *player);

// A player that has not begun stands at another position, for pictures of it; gates up to there
// count as passed.
void player_stand(struct player *player, int64_t position_ms);

// Moves to `now` and tells what happened since the last call.
struct tick player_advance(struct player *player, struct clocks now);

// Starts or goes on: the position begins to move at steady time `starts_ms` (now, or later for a
// lead-in and for the latency of a device). Cues at or after the position sound. For ready and
// paused players; nothing happens to others.
void player_start(struct player *player, struct clocks now, int64_t starts_ms);

// Stops the movement at the position of the last tick. False when it does not move.
bool player_pause(struct player *player);

// Passes the gate the player stands at; it is then paused behind it, to be started again.
bool player_pass(struct player *player);

// Moves: to the next entry (at a gate: passes it), to the start of this one, to the one before
// (gates passed over). Each leaves the player paused at the new place, to be started again. False
// when nothing moves: the step may not be left (skippable = false), or it has ended.
bool player_next(struct player *player);
bool player_again(struct player *player);
bool player_previous(struct player *player);

// Ends here.
void player_stop(struct player *player);

// Total less position: what is left to play.
int64_t player_left_ms(const struct player *player);

// The steady time at which a tick is next worth while: a count, a segment, a gate, a waking.
// At most one second from `now` while playing; INT64_MAX when nothing will change by itself.
int64_t player_next_change(const struct player *player, struct clocks now);
