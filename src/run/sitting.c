// SPDX-License-Identifier: MIT
#include "run/sitting.h"

#include <assert.h>

#include "base/log.h"
#include "base/text.h"
#include "run/playback.h"
#include "run/record.h"

enum {
    DEVICE_POLL_MS = 10, // while waiting for the device to sound
    TICK_MAX_MS = 1000,
    VOLUME_STEP = 5,
    PREPARING_SHOWN_MS = 300, // sooner it would only flash
    DRAIN_MS = 2000,          // for what was handed over to leave the device
};

struct sitting {
    struct sitting_options options;
    struct timeline *timeline;
    struct player player;
    struct playback playback;
    struct speaker *speaker;
    struct keeper keeper;
    bool begun;       // sitting_begin was called
    int64_t begun_ms; // at this monotonic time
};

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

static void open_playback(struct sitting *sitting) {
    const struct sitting_options *options = &sitting->options;
    struct error err = {0};
    const struct playback_options playback = {
        .timeline = sitting->timeline,
        .settings = options->settings,
        .audio = options->audio,
        .own_audio = options->own_audio,
        .cache = options->cache,
        .silent = options->silent,
        .no_ambience = options->no_ambience,
        .no_voice = options->no_voice,
        .live = true,
        .no_end = options->bedtime,
        .lulls = options->lulls,
        .script = {.from_ms = sitting->player.position_ms, .known = options->known},
    };
    if (!playback_open(&playback, &sitting->playback, &err)) {
        log_warning("%s", err.text);
    }
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
    open_playback(sitting);
    keeper_init(&sitting->keeper, options, sitting->timeline);
    return sitting;
}

void sitting_close(struct sitting *sitting) {
    if (!sitting) {
        return;
    }
    bool rang_out = sitting->player.state == PLAYER_ENDED && !sitting->player.stopped;
    speaker_close(sitting->speaker, rang_out ? sitting_ringing_ms(sitting) + DRAIN_MS : 0);
    playback_close(&sitting->playback);
    keeper_free(&sitting->keeper);
    player_free(&sitting->player);
    timeline_free(sitting->timeline);
    memory_free(sitting);
}

static struct clocks present(struct sitting *sitting) {
    return (struct clocks){
        .steady_ms = speaker_now(sitting->speaker),
        .monotonic_ms = clock_monotonic_ms(),
    };
}

// The sound begins at the player's position, and the player when that sound is heard. Where nobody
// can answer no gate interrupts the sound, so it is that of a rendered file.
static void start(struct sitting *sitting, int64_t delay_ms) {
    struct player *player = &sitting->player;
    int section = sitting->options.nobody ? -1 : player->section;
    int64_t starts_ms = speaker_begin(sitting->speaker, &sitting->playback.track, section,
                                      player->position_ms, delay_ms);
    player_start(player, present(sitting), starts_ms);
}

void sitting_begin(struct sitting *sitting) {
    sitting->begun = true;
    sitting->begun_ms = clock_monotonic_ms();
}

bool sitting_prepares(const struct sitting *sitting, int *done, int *count) {
    struct voice_progress progress = voice_progress(sitting->playback.voice);
    *done = progress.done;
    *count = progress.count;
    return sitting->begun && sitting->player.state == PLAYER_READY &&
           progress.done < progress.count &&
           clock_monotonic_ms() - sitting->begun_ms >= PREPARING_SHOWN_MS;
}

// Words are waited for only where they will be heard.
static bool words_are_ready(struct sitting *sitting) {
    bool heard = speaker_state(sitting->speaker).driver && !speaker_is_muted(sitting->speaker);
    int64_t waited_ms = clock_monotonic_ms() - sitting->begun_ms;
    return playback_is_ready(&sitting->playback, heard ? waited_ms : INT64_MAX);
}

static bool is_ready(struct sitting *sitting) {
    if (!speaker_is_ready(sitting->speaker) || !words_are_ready(sitting)) {
        return false;
    }
    playback_lay(&sitting->playback);
    return true;
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

struct tick sitting_tick(struct sitting *sitting) {
    struct player *player = &sitting->player;
    if (sitting->begun && player->state == PLAYER_READY && is_ready(sitting)) {
        start(sitting, sitting->options.lead_in_ms);
    }
    playback_give(&sitting->playback, sitting->speaker);
    playback_settle(&sitting->playback, sitting->speaker, player->position_ms);
    if (speaker_came_back(sitting->speaker) && player_pause(player)) {
        start(sitting, 0);
    }
    struct clocks now = present(sitting);
    struct tick tick = player_advance(player, now);
    if (tick.stalled) {
        speaker_pause(sitting->speaker);
    }
    playback_wake(&sitting->playback, sitting->speaker, tick.waking, player->section);
    playback_follow(&sitting->playback, sitting->speaker, &tick);
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
    struct clocks now = present(sitting);
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

void sitting_speak(struct sitting *sitting, bool on) {
    sitting->playback.options.no_voice = !on;
}

bool sitting_speaks(const struct sitting *sitting) {
    return playback_speaks(&sitting->playback);
}

bool sitting_says_all(const struct sitting *sitting) {
    return !sitting->playback.options.script.known;
}

void sitting_say_all(struct sitting *sitting) {
    playback_say_all(&sitting->playback, sitting->player.position_ms);
}

void sitting_choose_ambience(struct sitting *sitting) {
    sitting->playback.options.no_ambience = false;
}

bool sitting_tell_voiceless(struct sitting *sitting) {
    bool heard = speaker_state(sitting->speaker).driver && !speaker_is_muted(sitting->speaker);
    bool tells = heard && sitting->player.state == PLAYER_PLAYING &&
                 playback_is_voiceless(&sitting->playback);
    if (tells) {
        playback_tell_failing(&sitting->playback, sitting->speaker);
    }
    return tells;
}

void sitting_try(struct sitting *sitting) {
    playback_try(&sitting->playback, sitting->speaker);
}

void sitting_strike(struct sitting *sitting, const struct clip *clip, int percent,
                    int64_t delay_ms) {
    speaker_strike_soft(sitting->speaker, clip, percent, delay_ms);
}

void sitting_hush(struct sitting *sitting, const struct clip *clip) {
    speaker_hush(sitting->speaker, clip);
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
