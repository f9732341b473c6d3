// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "files/step_file.h"

// A sentence longer than this takes a calm voice more than ten seconds.
enum { SPOKEN_MAX = 160 };

static void review_spoken(const struct group *group, const char *key, const char *text) {
    size_t length = text ? text_length(text) : 0;
    if (length > SPOKEN_MAX) {
        group_warning(group, key, "%d characters are long to listen to; %d are ten seconds",
                      (int)length, SPOKEN_MAX);
    }
}

// The two holds of a breath sound alike, so that with closed eyes the second is not heard when
// nothing comes between them.
static void review_breath(const struct group *group, const struct step *step) {
    if (step->breath.hold_ms && step->breath.rest_ms && !step->breath.out_ms) {
        group_warning(group, "breathe", "hold and rest follow each other with the same sound");
    }
}

static void review_sides(const struct group *group, const struct step *step) {
    if (step->side != SIDE_ALTERNATE) {
        return;
    }
    if (step->count == 1) {
        group_warning(group, "reps", "1 alternating repetition leaves the right side out");
    } else if (!step->movement.rest_ms) {
        group_warning(group, "rest", "0 between left and right");
    }
}

void step_review(const struct group *group, const struct step *step) {
    if (step->verb == VERB_BREATHE) {
        review_breath(group, step);
    }
    if (step->verb == VERB_EXERCISE || step->by_repetition) {
        review_sides(group, step);
    }
    if (step->bell_every_ms && step->bell_every_ms >= step->length_ms) {
        group_warning(group, "bell_every", "not before the end of the step, so no bell sounds");
    }
    if (group->reading->strict) {
        review_spoken(group, "say", step->say);
        review_spoken(group, "wait", step->question);
    }
}
