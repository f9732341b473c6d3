// SPDX-License-Identifier: MIT
#include "run/sitting.h"

#include <assert.h>

#include "base/log.h"
#include "base/text.h"
#include "run/record.h"
#include "run/sounds.h"
#include "sound/track.h"

enum {
    DEVICE_POLL_MS = 10, // while waiting for the device to sound
    TICK_MAX_MS = 1000,
    VOLUME_STEP = 5,
    DRAIN_MS = 2000, // for what was handed over to leave the device
};

struct sitting {
    struct sitting_options options;
    struct timeline *timeline;
    struct player player;
    struct bank bank;
    struct track track;
    struct speaker *speaker;
    struct keeper keeper;
    bool begun; // sitting_begin was called
};

static void load_sounds(struct sitting *sitting) {
    const struct sitting_options *options = &sitting->options;
    const struct sounds sounds = {
        .shipped = options->audio,
        .own = options->own_audio,
        .settings = options->settings,
        .no_ambience = options->no_ambience,
    };
    struct error err = {0};
    if (!sounds_load(&sounds, sitting->timeline->routine, &sitting->bank, &err)) {
        log_warning("%s", err.text);
    }
}

static bool open_player(struct sitting *sitting, struct error *err) {
    const struct session_record *resume = sitting->options.resume;
    int64_t from_ms = resume ? resume->position_ms : sitting->options.from_ms;
    int64_t total_ms = sitting->timeline->total_ms;
    if (resume && (resume->planned_ms != total_ms || from_ms > total_ms ||
                   resume->section > sitting->timeline->gate_count)) {
        return error_set(err, ERROR_INPUT,
                         "this routine has changed since; it can only be begun anew");
    }
    if (from_ms < 0 || from_ms >= total_ms) {
        return error_set(err, ERROR_INPUT, "--from must be at least 0 and less than %lld seconds",
                         (long long)((total_ms + 999) / 1000));
    }
    int section = resume ? resume->section : 0;
    while (!resume && section < sitting->timeline->gate_count &&
           sitting->timeline->gates[section].at_ms < from_ms) {
        section++;
    }
    player_init(&sitting->player, sitting->timeline, from_ms, section);
    const struct played *old = sitting->options.resume_played;
    for (int index = 0; resume && old && index < old->count; index++) {
        played_add(&sitting->player.played, old->intervals[index].from_ms,
                   old->intervals[index].to_ms);
    }
    return true;
}

struct sitting *sitting_open(const struct sitting_options *options, struct error *err) {
    struct sitting *sitting = memory_new(1, sizeof *sitting);
    sitting->options = *options;
    sitting->timeline = timeline_compile(options->routine, &options->timeline, err);
    if (!sitting->timeline || !open_player(sitting, err)) {
        timeline_free(sitting->timeline);
        memory_free(sitting);
        return NULL;
    }
    const struct settings *settings = options->settings;
    sitting->speaker = speaker_open(&(struct speaker_options){
        .volume_percent = settings->volume,
        .mute = settings->mute || options->mute,
        .silent = options->silent,
        .hiss = settings->bluetooth,
    });
    if (!options->silent) {
        load_sounds(sitting);
    }
    track_build(sitting->timeline, &sitting->bank,
                &(struct track_options){
                    .cue_percent = settings->cues ? 100 : 0,
                    .ambience_percent = settings->ambience_volume,
                },
                &sitting->track);
    keeper_init(&sitting->keeper, options, sitting->timeline);
    return sitting;
}

void sitting_close(struct sitting *sitting) {
    if (!sitting) {
        return;
    }
    bool rang_out = sitting->player.state == PLAYER_ENDED && !sitting->player.stopped;
    speaker_close(sitting->speaker, rang_out ? sitting_ringing_ms(sitting) + DRAIN_MS : 0);
    track_free(&sitting->track);
    bank_free(&sitting->bank);
    keeper_free(&sitting->keeper);
    player_free(&sitting->player);
    timeline_free(sitting->timeline);
    memory_free(sitting);
}

static struct moment present(struct sitting *sitting) {
    return (struct moment){
        .steady_ms = speaker_now(sitting->speaker),
        .monotonic_ms = clock_monotonic_ms(),
    };
}

// The sound begins at the player's position, and the player when that sound is heard. Where nobody
// can answer no gate interrupts the sound, so it is that of a rendered file.
static void start(struct sitting *sitting, int64_t delay_ms) {
    struct player *player = &sitting->player;
    int section = sitting->options.nobody ? -1 : player->section;
    int64_t starts_ms =
        speaker_begin(sitting->speaker, &sitting->track, section, player->position_ms, delay_ms);
    player_start(player, present(sitting), starts_ms);
}

void sitting_begin(struct sitting *sitting) {
    sitting->begun = true;
}

void sitting_stand(struct sitting *sitting, int64_t position_ms) {
    assert(!sitting->begun);
    player_stand(&sitting->player, position_ms);
}

static void answer_gate(struct sitting *sitting) {
    sitting->keeper.last_gate_answered = true;
    player_pass(&sitting->player);
    start(sitting, 0);
}

// The sound goes on, so the position goes on from the moment at which it reached the gate.
static void pass_unanswered(struct sitting *sitting) {
    struct player *player = &sitting->player;
    int64_t reached_ms = player->anchor_ms + player->position_ms;
    sitting->keeper.last_gate_answered = false;
    sitting->keeper.unanswered++;
    player_pass(player);
    player_start(player, present(sitting), reached_ms);
}

static void sound_waking(struct sitting *sitting, enum waking waking) {
    if (waking == WAKE_NONE) {
        return;
    }
    enum sound sound = waking == WAKE_REPEAT ? SOUND_CHECK : SOUND_WAKE;
    speaker_strike(sitting->speaker, &sitting->bank.cues[sound], true);
}

struct tick sitting_tick(struct sitting *sitting) {
    struct player *player = &sitting->player;
    if (sitting->begun && player->state == PLAYER_READY && speaker_is_ready(sitting->speaker)) {
        start(sitting, sitting->options.lead_in_ms);
    }
    if (speaker_came_back(sitting->speaker) && player_pause(player)) {
        start(sitting, 0);
    }
    struct moment now = present(sitting);
    struct tick tick = player_advance(player, now);
    if (tick.stalled) {
        speaker_pause(sitting->speaker);
    }
    sound_waking(sitting, tick.waking);
    keeper_follow(&sitting->keeper, player, &tick, now.monotonic_ms);
    if (tick.state == PLAYER_GATE && sitting->options.nobody) {
        pass_unanswered(sitting);
    }
    return tick;
}

int64_t sitting_wait_ms(struct sitting *sitting) {
    const struct player *player = &sitting->player;
    if (player->state == PLAYER_READY) {
        return sitting->begun ? DEVICE_POLL_MS : INT64_MAX;
    }
    struct moment now = present(sitting);
    int64_t wait_ms = player_next_change(player, now);
    wait_ms = wait_ms == INT64_MAX ? wait_ms : wait_ms - now.steady_ms;
    bool moving = player->state == PLAYER_PLAYING || player->state == PLAYER_LEADING;
    if (moving && wait_ms > TICK_MAX_MS) {
        wait_ms = TICK_MAX_MS;
    }
    int64_t due_ms = player->state == PLAYER_ENDED
                         ? INT64_MAX
                         : keeper_due_ms(&sitting->keeper, now.monotonic_ms);
    wait_ms = wait_ms < due_ms ? wait_ms : due_ms;
    return wait_ms > 0 ? wait_ms : 1;
}

bool sitting_pause(struct sitting *sitting) {
    if (!player_pause(&sitting->player)) {
        return false;
    }
    speaker_pause(sitting->speaker);
    return true;
}

bool sitting_answer(struct sitting *sitting) {
    if (sitting->player.state != PLAYER_GATE) {
        return false;
    }
    answer_gate(sitting);
    return true;
}

bool sitting_toggle_pause(struct sitting *sitting) {
    if (sitting->player.state == PLAYER_PAUSED) {
        start(sitting, 0);
        return true;
    }
    return sitting_answer(sitting) || sitting_pause(sitting);
}

// Moves the player and, where it was on its way, starts it at the new place.
static bool jump(struct sitting *sitting, bool (*move)(struct player *player)) {
    enum player_state before = sitting->player.state;
    if (before == PLAYER_READY || !move(&sitting->player)) {
        return false;
    }
    speaker_pause(sitting->speaker);
    if (before != PLAYER_PAUSED) {
        start(sitting, 0);
    }
    return true;
}

bool sitting_next(struct sitting *sitting) {
    return sitting_answer(sitting) || jump(sitting, player_next);
}

bool sitting_again(struct sitting *sitting) {
    return jump(sitting, player_again);
}

bool sitting_previous(struct sitting *sitting) {
    return jump(sitting, player_previous);
}

void sitting_volume(struct sitting *sitting, int steps) {
    int percent = speaker_volume(sitting->speaker) + steps * VOLUME_STEP;
    speaker_set_volume(sitting->speaker, percent < 0 ? 0 : percent > 100 ? 100 : percent);
}

void sitting_toggle_mute(struct sitting *sitting) {
    speaker_set_mute(sitting->speaker, !speaker_is_muted(sitting->speaker));
}

void sitting_device_changed(struct sitting *sitting) {
    speaker_device_changed(sitting->speaker);
}

const struct timeline *sitting_timeline(const struct sitting *sitting) {
    return sitting->timeline;
}

const struct player *sitting_player(const struct sitting *sitting) {
    return &sitting->player;
}

struct frame sitting_frame(const struct sitting *sitting) {
    return timeline_frame_at(sitting->timeline, sitting->player.position_ms);
}

int64_t sitting_lead_ms(struct sitting *sitting) {
    const struct player *player = &sitting->player;
    if (player->state == PLAYER_READY) {
        return sitting->options.lead_in_ms;
    }
    if (player->state != PLAYER_LEADING) {
        return 0;
    }
    int64_t lead_ms = player->starts_ms - speaker_now(sitting->speaker);
    return lead_ms > 0 ? lead_ms : 0;
}

int sitting_volume_percent(const struct sitting *sitting) {
    return speaker_volume(sitting->speaker);
}

bool sitting_is_muted(const struct sitting *sitting) {
    return speaker_is_muted(sitting->speaker);
}

const char *sitting_silence(const struct sitting *sitting) {
    return speaker_state(sitting->speaker).silent_because;
}

const char *sitting_trouble(struct sitting *sitting) {
    struct keeper *keeper = &sitting->keeper;
    if (keeper->trouble.code == ERROR_NONE || keeper->told) {
        return NULL;
    }
    keeper->told = true;
    return keeper->trouble.text;
}

struct sitting_result sitting_finish(struct sitting *sitting, enum why why) {
    struct player *player = &sitting->player;
    bool reached = player->state == PLAYER_ENDED && !player->stopped;
    if (!reached) {
        speaker_pause(sitting->speaker);
        player_stop(player);
    }
    return keeper_finish(&sitting->keeper, player, reached ? WHY_NONE : why);
}

int64_t sitting_ringing_ms(struct sitting *sitting) {
    return speaker_rest_ms(sitting->speaker);
}
