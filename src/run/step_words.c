// SPDX-License-Identifier: MIT
#include "run/step_words.h"

#include <stddef.h>

#include "core/timeline_dose.h"
#include "run/number_words.h"
#include "run/words.h"

// One phase and how long it takes; 0 leaves it out.
struct part {
    const char *name;
    int64_t length_ms;
};

static void add_parts(struct text_builder *text, int count, const struct part *parts,
                      size_t part_count) {
    const char *between = "";
    text_add_format(text, text_translate_count("%d time: ", "%d times: ", (unsigned long)count),
                    count);
    for (size_t i = 0; i < part_count; i++) {
        char seconds[TEXT_NUMBER_MAX];
        if (parts[i].length_ms <= 0)
            continue;
        number_words((double)parts[i].length_ms / 1000, seconds);
        text_add_format(text, "%s%s %s s", between, _(parts[i].name), seconds);
        between = ", ";
    }
}

static void add_breaths(struct text_builder *text, const struct step *step,
                        const struct timeline_options *options) {
    const struct breath_times breath = timeline_breath(step, options);
    const struct part parts[] = {{N_("in"), breath.in_ms},
                                 {N_("a little more in"), breath.top_up_ms},
                                 {N_("hold"), breath.hold_ms},
                                 {N_("out"), breath.out_ms},
                                 {N_("pause"), breath.rest_ms}};
    add_parts(text, timeline_count(step, options), parts, sizeof parts / sizeof *parts);
}

static void add_repetitions(struct text_builder *text, const struct routine *routine,
                            const struct step *step, const struct timeline_options *options) {
    const struct movement_times times = timeline_movement(routine, step, options);
    const struct part parts[] = {{N_("move"), times.move_ms},
                                 {N_("hold"), times.hold_ms},
                                 {N_("let go"), times.release_ms},
                                 {N_("rest"), times.rest_ms}};
    add_parts(text, timeline_count(step, options), parts, sizeof parts / sizeof *parts);
}

// The one side that was chosen, else the written one.
static void add_side(struct text_builder *text, const struct step *step,
                     const struct timeline_options *options) {
    static const char *const sides[SIDE_COUNT] = {
        [SIDE_LEFT] = N_("left side"),
        [SIDE_RIGHT] = N_("right side"),
        [SIDE_AFFECTED] = N_("the affected side"),
        [SIDE_HEALTHY] = N_("the healthy side"),
        [SIDE_ALTERNATE] = N_("left and right in turn"),
        [SIDE_EACH] = N_("one side, then the other"),
    };
    bool one = timeline_side(options) != SIDE_NONE && step->side != SIDE_NONE;
    enum side side = one ? timeline_side(options) : step->side;
    if (sides[side])
        text_add_format(text, "; %s", _(sides[side]));
}

static void add_exercise(struct text_builder *text, const struct routine *routine,
                         const struct step *step, const struct timeline_options *options,
                         const struct shared *shared) {
    const struct pose *pose = step->pose ? shared_pose(shared, step->pose) : NULL;
    if (pose)
        text_add_format(text, "%s. ", _(pose->title));
    add_repetitions(text, routine, step, options);
    add_side(text, step, options);
    if (timeline_effort(step, options) >= 0)
        text_add_format(text, _("; effort %d of 10"), timeline_effort(step, options));
    if (step->mode == MODE_IMAGINE)
        text_add(text, _("; only imagined, nothing moves"));
    if (step->mode == MODE_ASSIST)
        text_add(text, _("; a finger helps"));
    enum mirror mirror = timeline_mirror(step, options);
    if (mirror == MIRROR_OPTIONAL)
        text_add(text, _("; with a mirror if you like"));
    if (mirror == MIRROR_REQUIRED)
        text_add(text, _("; with a hand mirror"));
}

static void add_massage(struct text_builder *text, const struct routine *routine,
                        const struct step *step, const struct timeline_options *options) {
    text_add(text, _("Place: "));
    for (int i = 0; i < step->area_count; i++)
        text_add_format(text, "%s%s", i ? ", " : "", words_area(step->areas[i]));
    if (step->by_repetition) {
        text_add(text, ". ");
        add_repetitions(text, routine, step, options);
    }
    add_side(text, step, options);
    if (step->strokes > 0)
        text_add_format(text,
                        step->circles ? _("; %d circles a minute") : _("; %d strokes a minute"),
                        step->strokes);
}

static void add_compress(struct text_builder *text, const struct step *step) {
    static const char *const areas[COMPRESS_AREA_COUNT] = {
        [COMPRESS_EYE_RIM] = N_("rim of the eye"),
        [COMPRESS_CHEEK] = N_("cheek"),
        [COMPRESS_JAW] = N_("jaw"),
        [COMPRESS_TEMPLE] = N_("temple"),
        [COMPRESS_NECK_BACK] = N_("back of the neck"),
    };
    text_add(text, step->temperature == TEMPERATURE_WARM ? _("A warm pack") : _("A cold pack"));
    if (step->compress_area >= 0)
        text_add_format(text, ", %s", _(areas[step->compress_area]));
}

// `behind`: what the step is stands before it.
static void add_bell(struct text_builder *text, const struct step *step, bool behind) {
    char seconds[TEXT_NUMBER_MAX];
    if (step->bell_every_ms > 0)
        text_add_format(text, behind ? _("; a soft bell every %s s") : _("A soft bell every %s s"),
                        number_words((double)step->bell_every_ms / 1000, seconds));
}

void step_words_add(struct text_builder *text, const struct routine *routine,
                    const struct step *step, const struct timeline_options *options,
                    const struct shared *shared) {
    switch (step->verb) {
    case VERB_BREATHE:
        add_breaths(text, step, options);
        break;
    case VERB_EXERCISE:
        add_exercise(text, routine, step, options, shared);
        break;
    case VERB_MASSAGE:
        add_massage(text, routine, step, options);
        add_bell(text, step, true);
        break;
    case VERB_COMPRESS:
        add_compress(text, step);
        add_bell(text, step, true);
        break;
    case VERB_WAIT:
        text_add_format(text, _("Waits for a key: %s"), step->question);
        break;
    case VERB_REPEAT:
        text_add_format(text,
                        text_translate_count("%d time the following:", "%d times the following:",
                                             (unsigned long)step->count),
                        step->count);
        break;
    case VERB_SECONDS:
    case VERB_SCAN:
        add_bell(text, step, false);
        break;
    case VERB_COUNT:
        break;
    }
}

int64_t step_words_length(const struct timeline *timeline, const struct step *step) {
    int64_t sum_ms = 0;
    for (int i = 0; i < timeline->segment_count; i++)
        if (timeline->segments[i].step == step)
            sum_ms += timeline->segments[i].end_ms - timeline->segments[i].start_ms;
    return sum_ms;
}
