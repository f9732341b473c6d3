// SPDX-License-Identifier: MIT
#include "core/prompts.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "core/routine_kind.h"

enum { ESTIMATE_BASE_MS = 400, ESTIMATE_LETTER_MS = 70 };

static int64_t least(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b) {
    return a > b ? a : b;
}

// What has been said so far.
struct said {
    int64_t through_ms; // the one before is through
    int64_t gate_ms;    // and the last one of a gate
};

// The one before a prompt may not sound beside it.
static void end_before(struct prompt *before, int64_t spoken_ms) {
    if (before->ends_ms > spoken_ms) {
        before->ends_ms = spoken_ms;
        before->fades = true;
    }
}

static struct prompt lay(const struct said *said, const struct cue *cue, int64_t length_ms) {
    int64_t wanted_ms = most(cue->at_ms, said->gate_ms);
    int64_t waited_ms = least(said->through_ms, wanted_ms + PROMPT_WAIT_MS);
    int64_t spoken_ms = most(wanted_ms, waited_ms);
    return (struct prompt){.spoken_ms = spoken_ms, .ends_ms = spoken_ms + length_ms};
}

void prompts_make(const struct timeline *timeline, const int64_t *lengths_ms,
                  struct prompts *prompts) {
    *prompts = (struct prompts){
        .items = memory_new((size_t)timeline->cue_count, sizeof *prompts->items),
    };
    struct said said = {0};
    struct prompt *before = NULL; // the last one that is heard
    for (int index = 0; index < timeline->cue_count; index++) {
        const struct cue *cue = &timeline->cues[index];
        if (!cue->say) {
            continue;
        }
        assert(lengths_ms[index] >= 0);
        struct prompt *prompt = &prompts->items[prompts->count++];
        *prompt = lay(&said, cue, lengths_ms[index]);
        prompt->cue = index;
        if (lengths_ms[index] == 0) {
            continue;
        }
        if (before) {
            end_before(before, prompt->spoken_ms);
        }
        before = prompt;
        said.through_ms = prompt->ends_ms;
        said.gate_ms = cue->gate >= 0 ? prompt->ends_ms : said.gate_ms;
    }
}

void prompts_free(struct prompts *prompts) {
    memory_free(prompts->items);
    *prompts = (struct prompts){0};
}

int64_t prompt_estimate_ms(const char *text) {
    return ESTIMATE_BASE_MS + ESTIMATE_LETTER_MS * (int64_t)text_length(text);
}

bool prompt_may_thin(const struct timeline *timeline, int index) {
    const struct cue *cue = &timeline->cues[index];
    const struct routine *routine = timeline->routine;
    int at = timeline_segment_at(timeline, cue->at_ms);
    if (!cue->say || at < 0 || routine_warms(routine) || routine_cools(routine)) {
        return false;
    }
    const struct segment *segment = &timeline->segments[at];
    const struct step *step = segment->step;
    bool opens = segment->entry == timeline->segments[0].entry;
    // Gates, sentences of the compiler (the side, the end) and those for this person are not it.
    return cue->say == segment->say && segment->say == step->say &&
           segment->start_ms == cue->at_ms && !step_moves_face(step) &&
           !(opens && routine_moves_face(routine)) &&
           !(segment->pose && strcmp(segment->pose, "skin-check") == 0);
}
