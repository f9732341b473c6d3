// SPDX-License-Identifier: MIT
#include "core/session.h"

const char *const session_status_words[3] = {
    [SESSION_RUNNING] = "running",
    [SESSION_COMPLETE] = "complete",
    [SESSION_PARTIAL] = "partial",
};

bool session_is_enough(int64_t played_ms, int64_t planned_ms) {
    return planned_ms > 0 && played_ms * 100 >= planned_ms * SESSION_COMPLETE_PERCENT;
}

static bool same_repetition(const struct segment *one, const struct segment *other) {
    return one->entry == other->entry && one->rep == other->rep && one->side == other->side;
}

// Gates between the parts of a repetition do not exist, so its parts are neighbours.
bool session_has_repetition(const struct timeline *timeline, const struct played *played) {
    for (int first = 0; first < timeline->segment_count;) {
        const struct segment *segment = &timeline->segments[first];
        int end = first + 1;
        while (end < timeline->segment_count &&
               same_repetition(segment, &timeline->segments[end])) {
            end++;
        }
        if (segment->step->verb == VERB_EXERCISE && segment->rep > 0 &&
            played_holds(played, segment->start_ms, timeline->segments[end - 1].end_ms)) {
            return true;
        }
        first = end;
    }
    return false;
}

static bool stops_well(const struct timeline *timeline, const struct played *played) {
    enum category category = timeline->routine->category;
    return (category == CATEGORY_NMR || category == CATEGORY_ROM) &&
           session_has_repetition(timeline, played);
}

enum ending session_ending(const struct timeline *timeline, const struct played *played,
                           enum why why) {
    switch (why) {
    case WHY_PULL:
    case WHY_ENOUGH:
        if (stops_well(timeline, played)) {
            return ENDING_WELL;
        }
        break;
    case WHY_TIRED:
        return ENDING_TIRED;
    case WHY_PAIN:
        return ENDING_PAIN;
    case WHY_INTERRUPTED:
    case WHY_NONE:
    case WHY_COUNT:
        break;
    }
    return session_is_enough(played_ms(played), timeline->total_ms) ? ENDING_COMPLETE
                                                                    : ENDING_INTERRUPTED;
}

enum session_status session_status_of(enum ending ending, int64_t played_ms, int64_t planned_ms) {
    if (ending == ENDING_NONE) {
        return SESSION_RUNNING;
    }
    return ending == ENDING_WELL || session_is_enough(played_ms, planned_ms) ? SESSION_COMPLETE
                                                                             : SESSION_PARTIAL;
}
