// SPDX-License-Identifier: MIT
#include "core/cue.h"

#include <stddef.h>

// The segment a sound speaks of; NULL where it speaks of none.
static const struct segment *segment_of(const struct timeline *timeline, const struct cue *cue) {
    bool of_a_step = !cue->say && cue->gate < 0 && cue->sound != SOUND_BEGIN &&
                     cue->sound != SOUND_END && timeline->segment_count > 0;
    return of_a_step ? &timeline->segments[timeline_segment_at(timeline, cue->at_ms)] : NULL;
}

enum side cue_side(const struct timeline *timeline, const struct cue *cue) {
    const struct segment *segment = segment_of(timeline, cue);
    bool one = segment && (segment->side == SIDE_LEFT || segment->side == SIDE_RIGHT);
    return one ? segment->side : SIDE_NONE;
}

bool cue_is_last_move(const struct timeline *timeline, const struct cue *cue) {
    const struct segment *segment = segment_of(timeline, cue);
    return segment && cue->sound == SOUND_MOVE && segment->reps >= CUE_LAST_REPS &&
           segment->rep == segment->reps && segment->step->verb == VERB_EXERCISE;
}
