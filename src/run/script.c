// SPDX-License-Identifier: MIT
#include "run/script.h"

#include <string.h>

#include "base/memory.h"
#include "core/prompts.h"
#include "core/sentence.h"
#include "run/words.h"

// A recording of a step holds what is written for everybody, and of a gate that says something
// before it asks only that.
static int step_of(const struct timeline *timeline, const struct cue *cue) {
    if (cue->gate >= 0) {
        const struct step *step = timeline->gates[cue->gate].step;
        return !step->say || cue->say == step->say ? step->number : 0;
    }
    int at = timeline_segment_at(timeline, cue->at_ms);
    const struct segment *segment = at >= 0 ? &timeline->segments[at] : NULL;
    bool its_own = segment && cue->say == segment->say && cue->say == segment->step->say;
    return its_own ? segment->step->number : 0;
}

static int find_line(const struct script *script, const char *written, int step) {
    for (int index = 0; index < script->count; index++) {
        const struct script_line *line = &script->lines[index];
        if (line->step == step &&
            (line->written == written || strcmp(line->written, written) == 0)) {
            return index;
        }
    }
    return -1;
}

static char *first_sentence(const char *text) {
    size_t length = sentence_first(text);
    char *shorter = memory_new(length + 1, 1);
    memcpy(shorter, text, length);
    return shorter;
}

static int line_of(struct script *script, const char *written, int step, bool thin) {
    int index = find_line(script, written, step);
    if (index >= 0) {
        return index;
    }
    struct script_line *line = &script->lines[script->count];
    *line = (struct script_line){.text = written, .step = step, .written = written};
    if (thin && sentence_first(written) < strlen(written)) {
        line->text = first_sentence(written);
    }
    return script->count++;
}

static void take_cues(struct script *script, const struct timeline *timeline, bool known,
                      int64_t from_ms, int64_t before_ms) {
    for (int index = 0; index < timeline->cue_count; index++) {
        const struct cue *cue = &timeline->cues[index];
        if (cue->say && cue->at_ms >= from_ms && cue->at_ms < before_ms) {
            bool thin = known && prompt_may_thin(timeline, index);
            script->line_of_cue[index] = line_of(script, cue->say, step_of(timeline, cue), thin);
        }
    }
}

static bool wakes(const struct timeline *timeline) {
    for (int index = 0; index < timeline->gate_count; index++) {
        if (timeline->gates[index].awake_ms > 0) {
            return true;
        }
    }
    return false;
}

void script_make(const struct timeline *timeline, const struct script_options *options,
                 struct script *script) {
    size_t cue_count = (size_t)timeline->cue_count;
    *script = (struct script){
        .lines = memory_new(cue_count + 1, sizeof *script->lines),
        .line_of_cue = memory_new(cue_count, sizeof *script->line_of_cue),
        .cue_count = timeline->cue_count,
        .take_off = -1,
    };
    for (size_t index = 0; index < cue_count; index++) {
        script->line_of_cue[index] = -1;
    }
    int64_t soon_ms = options->from_ms + SCRIPT_SOON_MS;
    take_cues(script, timeline, options->known, options->from_ms, soon_ms);
    script->soon = script->count;
    take_cues(script, timeline, options->known, soon_ms, INT64_MAX);
    take_cues(script, timeline, options->known, INT64_MIN, options->from_ms);
    if (wakes(timeline)) {
        script->take_off = line_of(script, words_take_off(), 0, false);
    }
}

void script_free(struct script *script) {
    for (int index = 0; index < script->count; index++) {
        const struct script_line *line = &script->lines[index];
        if (line->text != line->written) {
            memory_free((char *)(uintptr_t)line->text);
        }
    }
    memory_free(script->lines);
    memory_free(script->line_of_cue);
    *script = (struct script){0};
}
