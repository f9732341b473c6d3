// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/routines.h"
#include "core/timeline.h"
#include "run/playback.h"

enum { POLL_MS = 10 }; // while the words are made

static struct json *count_or_null(int count) {
    return count > 0 ? json_whole(count) : json_null();
}

static struct json *segment_json(const struct segment *segment) {
    struct json *object = json_object();
    const struct step *step = segment->step;
    json_set(object, "start_ms", json_whole(segment->start_ms));
    json_set(object, "end_ms", json_whole(segment->end_ms));
    json_set(object, "step", json_whole(step->number));
    json_set(object, "name", json_text(step->name));
    json_set(object, "phase", json_text(phase_words[segment->phase]));
    json_set(object, "rep", count_or_null(segment->rep));
    json_set(object, "reps", count_or_null(segment->reps));
    json_set(object, "side", json_text(side_words[segment->side]));
    json_set(object, "pose", json_text(segment->pose));
    json_set(object, "effort", segment->effort >= 0 ? json_whole(segment->effort) : json_null());
    json_set(object, "say", json_text(segment->say));
    return object;
}

// A cue and its place among those of the same millisecond.
struct placed {
    const struct cue *cue;
    int rank;
    int order;
};

static int compare_placed(const void *left, const void *right) {
    const struct placed *one = left, *other = right;
    if (one->cue->at_ms != other->cue->at_ms)
        return one->cue->at_ms < other->cue->at_ms ? -1 : 1;
    if (one->rank != other->rank)
        return one->rank - other->rank;
    return one->order - other->order;
}

// By time; at equal times sounds, then words, `end` last. The player's own order tells the
// sections at a gate apart, which have no meaning on a flat line. `spoken_ms` is NULL or has one
// for each cue.
static struct json *cues_json(const struct timeline *timeline, const int64_t *spoken_ms) {
    struct json *array = json_array();
    struct placed *cues = memory_new((size_t)timeline->cue_count + 1, sizeof *cues);
    for (int i = 0; i < timeline->cue_count; i++) {
        const struct cue *cue = &timeline->cues[i];
        cues[i] = (struct placed){
            .cue = cue, .rank = cue->say ? 1 : (cue->sound == SOUND_END ? 2 : 0), .order = i};
    }
    qsort(cues, (size_t)timeline->cue_count, sizeof *cues, compare_placed);
    for (int i = 0; i < timeline->cue_count; i++) {
        struct json *object = json_object();
        const struct cue *cue = cues[i].cue;
        json_set(object, "at_ms", json_whole(cue->at_ms));
        json_set(object, cue->say ? "say" : "sound",
                 json_text(cue->say ? cue->say : sound_words[cue->sound]));
        if (cue->say && spoken_ms)
            json_set(object, "spoken_ms", json_whole(spoken_ms[cues[i].order]));
        json_append(array, object);
    }
    memory_free(cues);
    return array;
}

static struct json *gates_json(const struct timeline *timeline) {
    struct json *array = json_array();
    for (int i = 0; i < timeline->gate_count; i++) {
        struct json *object = json_object();
        json_set(object, "at_ms", json_whole(timeline->gates[i].at_ms));
        json_set(object, "text", json_text(timeline->gates[i].text));
        json_append(array, object);
    }
    return array;
}

static int64_t *spoken_of(const struct timeline *timeline, const struct prompts *prompts) {
    int64_t *spoken_ms = memory_new((size_t)timeline->cue_count, sizeof *spoken_ms);
    for (int i = 0; i < prompts->count; i++)
        spoken_ms[prompts->items[i].cue] = prompts->items[i].spoken_ms;
    return spoken_ms;
}

// When each text is spoken, one for each cue: from the words themselves, which are made where they
// are not kept, or from estimates where there is no voice.
static int64_t *find_spoken(const struct house *house, const struct arguments *arguments,
                            const struct opened *opened) {
    const struct playback_options options = {
        .timeline = opened->timeline,
        .settings = &house->settings,
        .audio = house->paths.audio,
        .own_audio = house->paths.own_audio,
        .cache = house->paths.cache,
        .script.known = opened_is_known(opened, arguments),
    };
    struct voice *voice = playback_open_voice(&options);
    struct voice_progress progress = voice_progress(voice);
    while (progress.done < progress.count) {
        clock_sleep_ms(POLL_MS);
        voice_take(voice);
        progress = voice_progress(voice);
    }
    struct prompts estimated = {0};
    if (!voice)
        voice_estimate(opened->timeline, &options.script, &estimated);
    int64_t *spoken_ms = spoken_of(opened->timeline, voice ? voice_prompts(voice) : &estimated);
    prompts_free(&estimated);
    voice_close(voice);
    return spoken_ms;
}

enum status command_timeline(struct house *house, const struct arguments *arguments,
                             struct error *err) {
    struct opened opened;
    if (!opened_read(house, arguments, arguments->words[0], &opened, err)) {
        opened_free(&opened);
        return STATUS_FAILED;
    }
    const struct timeline *timeline = opened.timeline;
    int64_t *spoken_ms = arguments->voice ? find_spoken(house, arguments, &opened) : NULL;
    struct json *segments = json_array();
    for (int i = 0; i < timeline->segment_count; i++)
        json_append(segments, segment_json(&timeline->segments[i]));
    struct json *object = json_object();
    json_set(object, "routine", json_text(opened.routine->id));
    json_set(object, "title", json_text(opened.routine->title));
    json_set(object, "total_ms", json_whole(timeline->total_ms));
    json_set(object, "segments", segments);
    json_set(object, "cues", cues_json(timeline, spoken_ms));
    json_set(object, "gates", gates_json(timeline));
    (void)json_print(object, stdout);
    json_free(object);
    memory_free(spoken_ms);
    opened_free(&opened);
    return STATUS_DONE;
}
