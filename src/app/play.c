// SPDX-License-Identifier: MIT
#include "app/play.h"

#include <string.h>

#include "base/memory.h"

enum { STRETCHES_MAX = 40 };

// The bar's stretches: one for each passage, or one in all where they would be too thin to see.
static void measure_bar(struct play *play) {
    const struct timeline *timeline = sitting_timeline(play->sitting);
    int stretches = 0;
    for (int i = 0; i < timeline->entry_count; i++) {
        stretches += timeline->entries[i].gate < 0;
    }
    if (stretches > STRETCHES_MAX || timeline->total_ms <= 0) {
        stretches = 1;
    }
    play->ends = memory_new((size_t)(stretches > 0 ? stretches : 1), sizeof *play->ends);
    for (int i = 0; stretches > 1 && i < timeline->entry_count; i++) {
        const struct entry *entry = &timeline->entries[i];
        if (entry->gate < 0 && entry->start_ms > 0) {
            double end = (double)entry->start_ms / (double)timeline->total_ms;
            // Passages that were left out have no length.
            if (play->end_count == 0 || end > play->ends[play->end_count - 1]) {
                play->ends[play->end_count++] = end;
            }
        }
    }
    play->ends[play->end_count++] = 1;
}

static void add_mark(struct play *play, int64_t at_ms) {
    int64_t total_ms = sitting_timeline(play->sitting)->total_ms;
    if (play->mark_count < MARKS_MAX && at_ms > 0 && at_ms < total_ms) {
        play->marks[play->mark_count++] = (double)at_ms / (double)total_ms;
    }
}

// Where something is asked of the person, and where the side changes.
static void measure_marks(struct play *play) {
    const struct timeline *timeline = sitting_timeline(play->sitting);
    for (int i = 0; i < timeline->gate_count; i++) {
        int64_t at_ms = timeline->gates[i].at_ms;
        int before = at_ms > 0 ? timeline_segment_at(timeline, at_ms - 1) : -1;
        const struct segment *look = before >= 0 ? &timeline->segments[before] : NULL;
        if (look && look->pose && strcmp(look->pose, "skin-check") == 0) {
            // The look and its question are one.
            at_ms = (look->start_ms + at_ms) / 2;
        }
        if (timeline->gates[i].text) {
            add_mark(play, at_ms);
        }
    }
    const struct segment *segments = timeline->segments;
    for (int i = 0; segments && i < timeline->segment_count; i++) {
        if (segments[i].phase == PHASE_CHANGE) {
            add_mark(play, segments[i].start_ms);
        }
    }
}

// Whether it breathes and nothing else has to be shown: then the lamp stands in the middle.
static bool breathes_alone(const struct routine *routine) {
    bool breathes = false;
    for (int i = 0; i < routine->step_count; i++) {
        enum verb verb = routine->steps[i].verb;
        if (routine->steps[i].image || verb == VERB_EXERCISE || verb == VERB_MASSAGE ||
            verb == VERB_COMPRESS || verb == VERB_SCAN) {
            return false;
        }
        breathes = breathes || verb == VERB_BREATHE;
    }
    return breathes;
}

struct play *play_new(const struct sitting_options *options, struct error *err) {
    struct sitting *sitting = sitting_open(options, err);
    if (!sitting) {
        return NULL;
    }
    struct play *play = memory_new(1, sizeof *play);
    play->sitting = sitting;
    play->breathes = play->centred = breathes_alone(options->routine);
    play->count_segment = -1;
    play->affected = options->timeline.affected;
    play->shade = 1;
    play->shade_us = clock_monotonic_us();
    measure_bar(play);
    measure_marks(play);
    return play;
}

void play_free(struct play *play) {
    if (!play) {
        return;
    }
    SDL_ShowCursor(SDL_ENABLE);
    if (play->sky) {
        cairo_surface_destroy(play->sky);
    }
    if (play->ground) {
        cairo_surface_destroy(play->ground);
    }
    breath_free(play->breath);
    portrait_free(play->portrait);
    play_drop_image(play);
    figure_kept_free(play->kept);
    sitting_close(play->sitting);
    memory_free(play->ends);
    memory_free(play);
}

struct frame play_frame(const struct play *play) {
    const struct player *player = sitting_player(play->sitting);
    if (player->state == PLAYER_GATE && player->position_ms > 0) {
        return timeline_frame_at(sitting_timeline(play->sitting), player->position_ms - 1);
    }
    return sitting_frame(play->sitting);
}

const struct segment *play_segment(const struct play *play) {
    return play_frame(play).segment;
}

const struct step *play_step(const struct play *play) {
    const struct player *player = sitting_player(play->sitting);
    const struct timeline *timeline = sitting_timeline(play->sitting);
    if (player->state == PLAYER_GATE && player->section < timeline->gate_count) {
        return timeline->gates[player->section].step;
    }
    const struct segment *segment = play_segment(play);
    return segment ? segment->step : NULL;
}
