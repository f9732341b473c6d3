// SPDX-License-Identifier: MIT
#include "core/timeline_cues.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

// How cues of one section and one millisecond follow each other.
enum cue_rank { RANK_SOUND, RANK_SAY, RANK_OVER, RANK_END };

// A cue on its way, with what decides its place.
struct draft {
    struct cue cue;
    enum cue_rank rank;
    int order; // in the file
};

struct draft_list {
    struct draft *items;
    int count;
    int room;
};

static const enum sound phase_sounds[PHASE_COUNT] = {
    [PHASE_STEADY] = SOUND_STEP,    [PHASE_IN] = SOUND_IN,         [PHASE_TOP_UP] = SOUND_TOP_UP,
    [PHASE_HOLD_FULL] = SOUND_HOLD, [PHASE_OUT] = SOUND_OUT,       [PHASE_HOLD_EMPTY] = SOUND_HOLD,
    [PHASE_MOVE] = SOUND_MOVE,      [PHASE_HOLD] = SOUND_HOLD,     [PHASE_RELEASE] = SOUND_RELEASE,
    [PHASE_REST] = SOUND_REST,      [PHASE_CHANGE] = SOUND_CHANGE, [PHASE_MASSAGE] = SOUND_STEP,
    [PHASE_COMPRESS] = SOUND_STEP,  [PHASE_SCAN] = SOUND_STEP,
};

const char *timeline_words(const struct timeline *timeline, const struct step *step,
                           unsigned words) {
    if (step == timeline->asked_step) {
        return timeline->asked_say;
    }
    if (step->own && timeline->trick && strcmp(step->own, "trick") == 0) {
        return timeline->trick;
    }
    for (int word = 0; word < PROFILE_COUNT; word++) {
        if ((words & (1u << word)) && step->say_if[word]) {
            return step->say_if[word];
        }
    }
    return step->say;
}

static void draft_add(struct draft_list *list, enum cue_rank rank, struct cue cue) {
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 64;
        list->items = memory_resize(list->items, (size_t)list->room, sizeof *list->items);
    }
    list->items[list->count] = (struct draft){.cue = cue, .rank = rank, .order = list->count};
    list->count++;
}

// Gates at or before a position: the section that its cues belong to.
static int gates_until(const struct timeline *timeline, int64_t at_ms) {
    int low = 0;
    int high = timeline->gate_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (timeline->gates[middle].at_ms <= at_ms) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void add_sound(const struct timeline *timeline, struct draft_list *list, int64_t at_ms,
                      enum sound sound) {
    draft_add(
        list, sound == SOUND_END ? RANK_END : RANK_SOUND,
        (struct cue){
            .at_ms = at_ms, .section = gates_until(timeline, at_ms), .sound = sound, .gate = -1});
}

static void add_say(const struct timeline *timeline, struct draft_list *list, int64_t at_ms,
                    const char *say) {
    if (say) {
        draft_add(
            list, at_ms == timeline->total_ms ? RANK_OVER : RANK_SAY,
            (struct cue){
                .at_ms = at_ms, .section = gates_until(timeline, at_ms), .say = say, .gate = -1});
    }
}

static void add_gate(const struct timeline *timeline, struct draft_list *list, int index,
                     unsigned words) {
    const struct gate *gate = &timeline->gates[index];
    struct cue cue = {.at_ms = gate->at_ms, .section = index, .gate = index};
    if (gate->awake_ms > 0) {
        cue.sound = SOUND_CHECK;
        draft_add(list, RANK_SOUND, cue);
        cue.sound = SOUND_NONE;
    }
    if (!gate->text) {
        return;
    }
    cue.say = timeline_words(timeline, gate->step, words);
    if (cue.say) {
        draft_add(list, RANK_SAY, cue);
    }
    cue.say = gate->text;
    draft_add(list, RANK_SAY, cue);
}

static void add_segment(const struct timeline *timeline, struct draft_list *list,
                        const struct segment *segment, const struct timeline_phrases *phrases) {
    enum sound sound = phase_sounds[segment->phase];
    // At 0 the sound of beginning says all that a neutral tap would.
    if (sound != SOUND_STEP || segment->start_ms > 0) {
        add_sound(timeline, list, segment->start_ms, sound);
    }
    add_say(timeline, list, segment->start_ms, segment->say);
    if (segment->phase == PHASE_CHANGE) {
        add_say(timeline, list, segment->start_ms,
                segment->side == SIDE_LEFT ? phrases->left : phrases->right);
    }
}

// A passage ends where the next one begins.
static int64_t entry_end(const struct timeline *timeline, int index) {
    return index + 1 < timeline->entry_count ? timeline->entries[index + 1].start_ms
                                             : timeline->total_ms;
}

static void add_bells(const struct timeline *timeline, struct draft_list *list, int index) {
    const struct entry *entry = &timeline->entries[index];
    int64_t every_ms = entry->step->bell_every_ms;
    if (every_ms <= 0) {
        return;
    }
    int64_t end_ms = entry_end(timeline, index);
    for (int64_t at_ms = entry->start_ms + every_ms; at_ms < end_ms; at_ms += every_ms) {
        add_sound(timeline, list, at_ms, SOUND_BELL);
    }
}

static int draft_compare(const void *left, const void *right) {
    const struct draft *one = left;
    const struct draft *other = right;
    if (one->cue.section != other->cue.section) {
        return one->cue.section < other->cue.section ? -1 : 1;
    }
    if (one->cue.at_ms != other->cue.at_ms) {
        return one->cue.at_ms < other->cue.at_ms ? -1 : 1;
    }
    if (one->rank != other->rank) {
        return one->rank < other->rank ? -1 : 1;
    }
    return one->order - other->order;
}

void timeline_lay_cues(struct timeline *timeline, const struct timeline_phrases *phrases,
                       unsigned words) {
    assert(!timeline->cues);
    struct draft_list list = {0};
    add_sound(timeline, &list, 0, SOUND_BEGIN);
    for (int index = 0; index < timeline->segment_count; index++) {
        add_segment(timeline, &list, &timeline->segments[index], phrases);
    }
    for (int index = 0; index < timeline->entry_count; index++) {
        add_bells(timeline, &list, index);
    }
    for (int index = 0; index < timeline->gate_count; index++) {
        add_gate(timeline, &list, index, words);
    }
    add_say(timeline, &list, timeline->total_ms, phrases->over);
    add_sound(timeline, &list, timeline->total_ms, SOUND_END);

    qsort(list.items, (size_t)list.count, sizeof *list.items, draft_compare);
    timeline->cues = memory_new((size_t)list.count, sizeof *timeline->cues);
    timeline->cue_count = list.count;
    for (int index = 0; index < list.count; index++) {
        timeline->cues[index] = list.items[index].cue;
    }
    memory_free(list.items);
}
