// SPDX-License-Identifier: MIT
#include "core/player.h"

#include <assert.h>

// Room for the intervals of a session that was broken off and resumed again and again.
enum { PLAYED_SPARE = 64 };

void player_init(struct player *player, const struct timeline *timeline, int64_t position_ms,
                 int section) {
    assert(position_ms >= 0 && position_ms <= timeline->total_ms);
    assert(section >= 0 && section <= timeline->gate_count);
    *player = (struct player){
        .timeline = timeline,
        .position_ms = position_ms,
        .section = section,
        .entry = -1,
        .cue_next = timeline_cue_from(timeline, section, position_ms),
    };
    // Each interval begins where a jump can lead, or where this player began.
    played_init(&player->played, timeline->entry_count + PLAYED_SPARE);
}

void player_free(struct player *player) {
    played_free(&player->played);
}

void player_stand(struct player *player, int64_t position_ms) {
    const struct timeline *timeline = player->timeline;
    assert(player->state == PLAYER_READY);
    assert(position_ms >= 0 && position_ms <= timeline->total_ms);
    int section = 0;
    while (section < timeline->gate_count && timeline->gates[section].at_ms <= position_ms) {
        section++;
    }
    player->position_ms = position_ms;
    player->section = section;
    player->cue_next = timeline_cue_from(timeline, section, position_ms);
}

// Where the present section ends: at its gate, or at the end of all.
static int64_t section_end(const struct player *player) {
    const struct timeline *timeline = player->timeline;
    return player->section < timeline->gate_count ? timeline->gates[player->section].at_ms
                                                  : timeline->total_ms;
}

static bool at_section_end(const struct player *player) {
    return player->position_ms >= section_end(player);
}

// Cues behind the position belong to this tick; where the way ends, those of the position too.
static void hand_out_cues(struct player *player) {
    const struct timeline *timeline = player->timeline;
    int64_t upto_ms = player->position_ms + (at_section_end(player) ? 1 : 0);
    while (player->cue_next < timeline->cue_count &&
           timeline->cues[player->cue_next].section == player->section &&
           timeline->cues[player->cue_next].at_ms < upto_ms) {
        player->cue_next++;
    }
}

static void arrive(struct player *player, struct clocks now) {
    if (player->section == player->timeline->gate_count) {
        player->state = PLAYER_ENDED;
        return;
    }
    player->state = PLAYER_GATE;
    player->gate_since_ms = now.monotonic_ms;
    player->wakes = 0;
    player->told_off = false;
}

static void play_on(struct player *player, struct clocks now) {
    int64_t end_ms = section_end(player);
    int64_t wanted_ms = now.steady_ms - player->anchor_ms;
    int64_t position_ms = wanted_ms < end_ms ? wanted_ms : end_ms;
    if (position_ms > player->position_ms) {
        played_add(&player->played, player->position_ms, position_ms);
        player->position_ms = position_ms;
    }
    hand_out_cues(player);
    if (at_section_end(player)) {
        arrive(player, now);
    }
}

static enum waking wake(struct player *player, struct clocks now) {
    int64_t awake_ms = player->timeline->gates[player->section].awake_ms;
    int64_t waited_ms = now.monotonic_ms - player->gate_since_ms;
    if (awake_ms <= 0 || waited_ms < awake_ms) {
        return WAKE_NONE;
    }
    if (player->wakes == 0) {
        player->wakes = 1;
        return WAKE_REPEAT;
    }
    // After a long absence one waking stands for all that were missed.
    int64_t due = 1 + (waited_ms - awake_ms) / WAKE_EVERY_MS;
    bool off = waited_ms >= WAKE_OFF_MS && !player->told_off;
    if (!off && due <= player->wakes) {
        return WAKE_NONE;
    }
    player->wakes = (int)due;
    player->told_off = player->told_off || off;
    return off ? WAKE_OFF : WAKE_RISE;
}

struct tick player_advance(struct player *player, struct clocks now) {
    enum player_state before = player->state;
    struct tick tick = {.cue_first = player->cue_next, .entered = -1};
    bool moving = before == PLAYER_PLAYING || before == PLAYER_LEADING;
    if (moving && now.monotonic_ms - player->last.monotonic_ms > PLAYER_STALL_MS) {
        player->state = PLAYER_PAUSED;
        tick.stalled = true;
    }
    if (player->state == PLAYER_LEADING && now.steady_ms >= player->starts_ms) {
        player->state = PLAYER_PLAYING;
        player->anchor_ms = player->starts_ms - player->position_ms;
    }
    if (player->state == PLAYER_PLAYING) {
        play_on(player, now);
        int entry = timeline_entry_at(player->timeline, player->section, player->position_ms);
        tick.entered = entry != player->entry ? entry : -1;
        player->entry = entry;
    } else if (player->state == PLAYER_GATE) {
        tick.waking = wake(player, now);
    }
    player->last = now;
    tick.state = player->state;
    tick.position_ms = player->position_ms;
    tick.cue_end = player->cue_next;
    tick.changed = player->state != before;
    return tick;
}

void player_start(struct player *player, struct clocks now, int64_t starts_ms) {
    if (player->state != PLAYER_READY && player->state != PLAYER_PAUSED) {
        return;
    }
    player->state = PLAYER_LEADING;
    player->starts_ms = starts_ms;
    player->last = now;
}

bool player_pause(struct player *player) {
    if (player->state != PLAYER_PLAYING && player->state != PLAYER_LEADING) {
        return false;
    }
    player->state = PLAYER_PAUSED;
    return true;
}

static void go_to(struct player *player, int section, int64_t position_ms) {
    player->state = PLAYER_PAUSED;
    player->section = section;
    player->position_ms = position_ms;
    player->entry = -1;
    player->cue_next = timeline_cue_from(player->timeline, section, position_ms);
}

bool player_pass(struct player *player) {
    if (player->state != PLAYER_GATE) {
        return false;
    }
    go_to(player, player->section + 1, player->position_ms);
    return true;
}

static int entry_here(const struct player *player) {
    return timeline_entry_at(player->timeline, player->section, player->position_ms);
}

bool player_next(struct player *player) {
    const struct timeline *timeline = player->timeline;
    if (player->state == PLAYER_GATE) {
        return player_pass(player);
    }
    int here = entry_here(player);
    if (player->state == PLAYER_ENDED || !timeline->entries[here].step->skippable) {
        return false;
    }
    if (here + 1 < timeline->entry_count) {
        go_to(player, timeline->entries[here + 1].section, timeline->entries[here + 1].start_ms);
    } else {
        go_to(player, timeline->gate_count, timeline->total_ms);
    }
    return true;
}

bool player_again(struct player *player) {
    if (player->state == PLAYER_ENDED) {
        return false;
    }
    const struct entry *entry = &player->timeline->entries[entry_here(player)];
    go_to(player, entry->section, entry->start_ms);
    return true;
}

bool player_previous(struct player *player) {
    if (player->state == PLAYER_ENDED) {
        return false;
    }
    const struct entry *entries = player->timeline->entries;
    int index = entry_here(player);
    do {
        index = index > 0 ? index - 1 : 0;
    } while (index > 0 && entries[index].gate >= 0);
    go_to(player, entries[index].section, entries[index].start_ms);
    return true;
}

void player_stop(struct player *player) {
    if (player->state != PLAYER_ENDED) {
        player->state = PLAYER_ENDED;
        player->stopped = true;
    }
}

int64_t player_left_ms(const struct player *player) {
    return player->timeline->total_ms - player->position_ms;
}

static int64_t next_waking_ms(const struct player *player) {
    int64_t awake_ms = player->timeline->gates[player->section].awake_ms;
    if (awake_ms <= 0) {
        return INT64_MAX;
    }
    int64_t next_ms = awake_ms + (int64_t)player->wakes * WAKE_EVERY_MS;
    bool off_first = player->wakes > 0 && !player->told_off && next_ms > WAKE_OFF_MS;
    return player->gate_since_ms + (off_first ? WAKE_OFF_MS : next_ms);
}

int64_t player_next_change(const struct player *player, struct clocks now) {
    int64_t latest_ms = now.steady_ms + 1000;
    int64_t due_ms = INT64_MAX;
    switch (player->state) {
    case PLAYER_LEADING:
        due_ms = player->starts_ms;
        break;
    case PLAYER_PLAYING:
        due_ms = player->anchor_ms + timeline_next_change(player->timeline, player->position_ms);
        break;
    case PLAYER_GATE:
        due_ms = next_waking_ms(player);
        return due_ms == INT64_MAX ? due_ms : due_ms - now.monotonic_ms + now.steady_ms;
    case PLAYER_READY:
    case PLAYER_PAUSED:
    case PLAYER_ENDED:
        return INT64_MAX;
    }
    return due_ms < latest_ms ? due_ms : latest_ms;
}
