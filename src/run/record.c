// SPDX-License-Identifier: MIT
#include "run/record.h"

#include <string.h>

#include "base/text.h"
#include "core/timeline_dose.h"
#include "run/adjustments.h"
#include "run/night.h"

// A word more of how it was played.
static void note(struct session_record *record, const char *word) {
    struct text_builder text = {0};
    text_add(&text, record->options);
    text_add_format(&text, "%s%s", text.length ? " " : "", word);
    memory_free(record->options);
    record->options = text.text;
}

void keeper_init(struct keeper *keeper, const struct sitting_options *options,
                 const struct timeline *timeline) {
    *keeper = (struct keeper){
        .store = options->store, .clock = options->clock, .morning = options->morning};
    struct session_record *record = &keeper->record;
    record->before = options->before;
    record->after = -1;
    record->planned_ms = timeline->total_ms;
    record->category = timeline->routine->category;
    record->anyway = options->anyway;
    text_copy(record->routine, sizeof record->routine, timeline->routine->id);
    text_copy(record->title, sizeof record->title, timeline->routine->title);
    text_copy(record->chain, sizeof record->chain, options->chain ? options->chain : "");
    text_copy(record->source, sizeof record->source, "played");
    text_copy(record->plan, sizeof record->plan, options->plan ? options->plan : "");
    enum side side = timeline_side(&options->timeline);
    text_copy(record->side, sizeof record->side, side == SIDE_NONE ? "" : side_words[side]);
    char adjustments[ADJUSTMENTS_TEXT_MAX];
    adjustments_write(&options->timeline, adjustments);
    record->options = memory_text(adjustments);
    if (options->bedtime) {
        note(record, adjustments_bedtime_word);
    }
    if (options->resume) {
        const struct session_record *old = options->resume;
        text_copy(record->id, sizeof record->id, old->id);
        text_copy(record->chain, sizeof record->chain, old->chain);
        record->started = old->started;
        record->before = old->before;
        keeper->begun = keeper->store != NULL;
    }
}

void keeper_free(struct keeper *keeper) {
    session_record_free(&keeper->record);
}

static bool in_trouble(const struct keeper *keeper) {
    return keeper->trouble.code != ERROR_NONE;
}

static void begin_row(struct keeper *keeper) {
    keeper->record.started = clock_wall_now(keeper->clock);
    keeper->record.seen = keeper->record.started;
    keeper->begun = sessions_start(keeper->store, &keeper->record, &keeper->trouble);
    if (keeper->begun && keeper->morning) {
        night_keep(keeper->store, keeper->record.id);
    }
}

static void store_progress(struct keeper *keeper, const struct player *player,
                           int64_t monotonic_ms) {
    keeper->stored_ms = monotonic_ms;
    sessions_checkpoint(keeper->store, keeper->record.id, player->position_ms, player->section,
                        &player->played, clock_wall_now(keeper->clock), &keeper->trouble);
}

void keeper_follow(struct keeper *keeper, const struct player *player, const struct tick *tick,
                   int64_t monotonic_ms) {
    if (!keeper->store || in_trouble(keeper) || player->state == PLAYER_READY) {
        return;
    }
    if (!keeper->begun) {
        if (player->state == PLAYER_LEADING) {
            return;
        }
        begin_row(keeper);
        keeper->stored_ms = monotonic_ms;
        return;
    }
    if (tick->entered >= 0 || tick->changed || keeper_due_ms(keeper, monotonic_ms) == 0) {
        store_progress(keeper, player, monotonic_ms);
    }
}

int64_t keeper_due_ms(const struct keeper *keeper, int64_t monotonic_ms) {
    if (!keeper->begun || in_trouble(keeper)) {
        return INT64_MAX;
    }
    // A little before the promised five seconds, for the time that a tick may come late.
    int64_t due_ms = keeper->stored_ms + SESSION_CHECKPOINT_MS - 1000 - monotonic_ms;
    return due_ms > 0 ? due_ms : 0;
}

// A compress counts as finished only with the key that says the pack is off (domain.md 12).
static bool pack_may_be_on(const struct keeper *keeper, const struct player *player) {
    enum category category = player->timeline->routine->category;
    bool compress = category == CATEGORY_COMPRESS_WARM || category == CATEGORY_COMPRESS_COLD;
    return compress && player->timeline->gate_count > 0 &&
           (player->section < player->timeline->gate_count || !keeper->last_gate_answered);
}

struct sitting_result keeper_finish(struct keeper *keeper, const struct player *player,
                                    enum why why) {
    struct session_record *record = &keeper->record;
    record->why = why;
    record->played_ms = played_ms(&player->played);
    record->ending = session_ending(player->timeline, &player->played, why);
    record->status = session_status_of(record->ending, record->played_ms, record->planned_ms);
    if (pack_may_be_on(keeper, player)) {
        record->status = SESSION_PARTIAL;
        if (record->ending == ENDING_COMPLETE || record->ending == ENDING_WELL) {
            record->ending = ENDING_INTERRUPTED;
        }
    }
    record->position_ms = player->position_ms;
    record->section = player->section;
    record->seen = clock_wall_now(keeper->clock);
    if (keeper->unanswered > 0) {
        char word[32];
        text_format(word, sizeof word, "unanswered=%d", keeper->unanswered);
        note(record, word);
    }
    struct sitting_result result = {
        .status = record->status,
        .ending = record->ending,
        .played_ms = record->played_ms,
        .planned_ms = record->planned_ms,
    };
    if (keeper->begun && !in_trouble(keeper)) {
        struct wall now = record->seen;
        sessions_checkpoint(keeper->store, record->id, record->position_ms, record->section,
                            &player->played, now, &keeper->trouble);
        if (sessions_finish(keeper->store, record, &keeper->trouble) && record->played_ms > 0) {
            text_copy(result.id, sizeof result.id, record->id);
        }
    }
    // What ticks on beside the screens of the end must not make it run again.
    keeper->begun = false;
    keeper->store = NULL;
    return result;
}
