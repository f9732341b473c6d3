// SPDX-License-Identifier: MIT
#include "core/timeline.h"

#include <assert.h>
#include <math.h>

struct timeline_options timeline_options_written(struct timeline_phrases phrases) {
    return (struct timeline_options){.phrases = phrases, .tempo = 1.0};
}

void timeline_free(struct timeline *timeline) {
    if (!timeline) {
        return;
    }
    memory_free(timeline->segments);
    memory_free(timeline->entries);
    memory_free(timeline->cues);
    memory_free(timeline->gates);
    memory_free(timeline->trick);
    memory_free(timeline->opening);
    memory_free(timeline);
}

int timeline_segment_at(const struct timeline *timeline, int64_t position_ms) {
    int low = 0;
    int high = timeline->segment_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (timeline->segments[middle].end_ms <= position_ms) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < timeline->segment_count ? low : timeline->segment_count - 1;
}

// Slow, quick, slow, as breath and tissue move: half a cosine.
static double ease(double part) {
    const double half_turn = 3.14159265358979323846;
    return 0.5 - 0.5 * cos(part * half_turn);
}

static double segment_level(const struct segment *segment, int64_t into_ms) {
    if (into_ms >= segment->ramp_ms) {
        return segment->level_to;
    }
    double part = ease((double)into_ms / (double)segment->ramp_ms);
    return segment->level_from + (segment->level_to - segment->level_from) * part;
}

struct frame timeline_frame_at(const struct timeline *timeline, int64_t position_ms) {
    int index = timeline_segment_at(timeline, position_ms);
    if (index < 0) {
        return (struct frame){0};
    }
    const struct segment *segment = &timeline->segments[index];
    int64_t length_ms = segment->end_ms - segment->start_ms;
    int64_t into_ms = position_ms - segment->start_ms;
    into_ms = into_ms < 0 ? 0 : into_ms > length_ms ? length_ms : into_ms;
    int64_t left_ms = length_ms - into_ms;
    return (struct frame){
        .segment = segment,
        .into_ms = into_ms,
        .left_ms = left_ms,
        .count = (int)((left_ms + 999) / 1000),
        .progress = (double)into_ms / (double)length_ms,
        .level = segment_level(segment, into_ms),
    };
}

int64_t timeline_next_change(const struct timeline *timeline, int64_t position_ms) {
    if (position_ms >= timeline->total_ms) {
        return timeline->total_ms;
    }
    struct frame frame = timeline_frame_at(timeline, position_ms);
    if (!frame.segment) {
        return timeline->total_ms;
    }
    // The count is the whole seconds left, rounded up: it changes when they are whole.
    int64_t part_ms = frame.left_ms % 1000;
    return position_ms + (part_ms ? part_ms : 1000 < frame.left_ms ? 1000 : frame.left_ms);
}

int timeline_cue_from(const struct timeline *timeline, int section, int64_t position_ms) {
    int low = 0;
    int high = timeline->cue_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const struct cue *cue = &timeline->cues[middle];
        if (cue->section < section || (cue->section == section && cue->at_ms < position_ms)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

int timeline_entry_at(const struct timeline *timeline, int section, int64_t position_ms) {
    assert(timeline->entry_count > 0);
    int low = 0;
    int high = timeline->entry_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const struct entry *entry = &timeline->entries[middle];
        if (entry->section <= section && entry->start_ms <= position_ms) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? low - 1 : 0;
}
