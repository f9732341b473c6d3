// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"
#include "files/step_file.h"

// A sentence longer than this takes a calm voice more than ten seconds.
enum { SPOKEN_MAX = 160 };

static void review_spoken(const struct group *group, const struct node *node) {
    size_t length = node_is_text(node) ? text_length(node_text(node)) : 0;
    if (length > SPOKEN_MAX) {
        group_warning(group, node_name(node),
                      "%d characters are long to listen to; %d are ten seconds", (int)length,
                      SPOKEN_MAX);
    }
}

// Whether a name is that key, in whatever language ("say_de").
static bool is_key(const char *name, const char *key) {
    size_t length = strlen(key);
    return strcmp(name, key) == 0 || (key_stem(name) == length && strncmp(name, key, length) == 0);
}

// Each sentence of the step that a voice may be given, in every language.
static void review_texts(const struct group *group) {
    for (int index = 0; index < node_length(group->node); index++) {
        const struct node *node = node_element(group->node, index);
        if (is_key(node_name(node), "say") || is_key(node_name(node), "wait")) {
            review_spoken(group, node);
        }
    }
    struct group inner;
    if (group_inner(group, "say_if", &inner)) {
        for (int index = 0; index < node_length(inner.node); index++) {
            review_spoken(&inner, node_element(inner.node, index));
        }
    }
}

// The two holds of a breath sound alike, so that with closed eyes the second is not heard when
// nothing comes between them: within a breath, or from one breath to the next.
static void review_breath(const struct group *group, const struct step *step) {
    const struct breath_times *breath = &step->breath;
    if (!breath->hold_ms || !breath->rest_ms) {
        return;
    }
    bool filled = breath->in_ms || breath->top_up_ms;
    if (!breath->out_ms || (!filled && step->count > 1)) {
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

static bool has_repetitions(const struct step *step) {
    return step->verb == VERB_EXERCISE || step->by_repetition;
}

void step_review(const struct group *group, const struct step *step) {
    if (step->verb == VERB_BREATHE) {
        review_breath(group, step);
    }
    if (has_repetitions(step)) {
        review_sides(group, step);
    }
    if (step->bell_every_ms && step->bell_every_ms >= step->length_ms) {
        group_warning(group, "bell_every", "not before the end of the step, so no bell sounds");
    }
    if (group->reading->strict) {
        review_texts(group);
    }
}

static bool ends_with(const char *text, const char *ending) {
    size_t length = strlen(text), end = strlen(ending);
    return length > end && strcmp(text + length - end, ending) == 0;
}

// The one side that a step is written for, SIDE_NONE where it is not.
static enum side one_side(const struct step *step) {
    if (step->pose && ends_with(step->pose, "_left")) {
        return SIDE_LEFT;
    }
    if (step->pose && ends_with(step->pose, "_right")) {
        return SIDE_RIGHT;
    }
    return step->side;
}

static bool are_opposite(enum side one, enum side other) {
    return (one == SIDE_LEFT && other == SIDE_RIGHT) || (one == SIDE_RIGHT && other == SIDE_LEFT) ||
           (one == SIDE_AFFECTED && other == SIDE_HEALTHY) ||
           (one == SIDE_HEALTHY && other == SIDE_AFFECTED);
}

void step_review_next(const struct group *group, const struct step *step, const struct step *next) {
    if (has_repetitions(step) && has_repetitions(next) && !step->movement.rest_ms &&
        are_opposite(one_side(step), one_side(next))) {
        group_warning(group, "rest", "0 between left and right");
    }
}
