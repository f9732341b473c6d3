// SPDX-License-Identifier: MIT
#include <string.h>

#include "files/step_file.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

const struct pose *step_find_pose(const struct group *group, const char *key,
                                  const struct shared *shared, const char *id) {
    const struct pose *pose = shared_pose(shared, id);
    if (pose) {
        return pose;
    }
    const char *nearest = shared_nearest_pose(shared, id);
    if (nearest) {
        group_fault(group, key, "there is no pose \"%s\"; did you mean %s?", id, nearest);
    } else {
        group_fault(group, key, "there is no pose \"%s\"", id);
    }
    return NULL;
}

static bool any_time(const struct movement_times *times) {
    return times->move_ms || times->hold_ms || times->release_ms || times->rest_ms;
}

// The parts of a repetition. That none is there is a fault only where nobody has told of a wrong
// one already.
static void read_movement(const struct group *group, struct step *step) {
    int errors = group->reading->faults->errors;
    group_time(group, "move", &step->movement.move_ms);
    group_time(group, "hold", &step->movement.hold_ms);
    group_time(group, "release", &step->movement.release_ms);
    group_time(group, "rest", &step->movement.rest_ms);
    if (!any_time(&step->movement) && group->reading->faults->errors == errors) {
        group_fault(group, NULL, "needs at least one of move, hold, release and rest");
    }
}

static void read_side(const struct group *group, struct step *step) {
    int side = SIDE_BOTH;
    group_word(group, "side", side_words, SIDE_COUNT, &side);
    step->side = (enum side)side;
}

static void read_breathe(const struct group *group, struct step *step) {
    static const struct key keys[] = {{"in", false, 0},
                                      {"top_up", false, 0},
                                      {"hold", false, 0},
                                      {"out", false, 0},
                                      {"rest", false, 0}};
    struct group breath;
    group_whole(group, "cycles", 1, ROUTINE_COUNT_MAX, &step->count);
    if (!group_inner(group, "breathe", &breath)) {
        return;
    }
    int errors = group->reading->faults->errors;
    group_check_keys(&breath, keys, COUNT(keys));
    bool any = group_time(&breath, "in", &step->breath.in_ms);
    any = group_time(&breath, "top_up", &step->breath.top_up_ms) || any;
    any = group_time(&breath, "hold", &step->breath.hold_ms) || any;
    any = group_time(&breath, "out", &step->breath.out_ms) || any;
    any = group_time(&breath, "rest", &step->breath.rest_ms) || any;
    if (!any && group->reading->faults->errors == errors) {
        group_fault(group, "breathe", "needs at least one of in, top_up, hold, out and rest");
    }
}

static void read_exercise(const struct group *group, const struct shared *shared,
                          struct step *step) {
    static const char *const paces[] = {"mine"};
    int mode = MODE_DO, pace = -1;
    const struct pose *pose = NULL;
    if (group_required_text(group, "exercise", ROUTINE_TITLE_MAX, &step->pose)) {
        pose = step_find_pose(group, "exercise", shared, step->pose);
    }
    step->moves = pose ? pose->moves : MOVES_FACE;
    read_side(group, step);
    if (pose && pose->one_sided && group_has(group, "side")) {
        group_fault(group, "side", "%s says its side already; leave this out", step->pose);
    }
    group_whole(group, "effort", 0, 10, &step->effort);
    group_whole(group, "reps", 1, ROUTINE_COUNT_MAX, &step->count);
    group_word(group, "mode", mode_words, MODE_COUNT, &mode);
    step->mode = (enum exercise_mode)mode;
    step->pace_mine = group_word(group, "pace", paces, COUNT(paces), &pace);
    read_movement(group, step);
}

static void add_area(const struct group *group, const struct node *node, const char *key,
                     struct step *step) {
    int area = group_check_word(group, node, key, area_words, AREA_COUNT);
    for (int index = 0; area >= 0 && index < step->area_count; index++) {
        if ((int)step->areas[index] == area) {
            group_node_fault(group, node, key, "%s is named twice", area_words[area]);
            return;
        }
    }
    if (area >= 0) {
        step->areas[step->area_count++] = (enum massage_area)area;
    }
}

static void read_areas(const struct group *group, struct step *step) {
    const struct node *areas = node_member(group->node, "massage");
    if (!node_is_list(areas)) {
        add_area(group, areas, "massage", step);
        return;
    }
    if (node_length(areas) == 0) {
        group_fault(group, "massage", "names no area");
    }
    for (int index = 0; index < node_length(areas); index++) {
        add_area(group, node_element(areas, index), group_element_key(group, "massage", index),
                 step);
    }
}

// How long a step lasts, and the bells on the way.
static void read_seconds(const struct group *group, struct step *step) {
    group_time(group, "seconds", &step->length_ms);
    group_time(group, "bell_every", &step->bell_every_ms);
}

static void read_massage(const struct group *group, struct step *step) {
    static const char *const parts[] = {"reps", "move", "hold", "release", "rest"};
    read_areas(group, step);
    read_side(group, step);
    group_whole(group, "strokes", 1, ROUTINE_COUNT_MAX, &step->strokes);
    group_flag(group, "circles", &step->circles);
    const char *part = NULL;
    for (int index = 0; index < COUNT(parts) && !part; index++) {
        part = group_has(group, parts[index]) ? parts[index] : NULL;
    }
    bool timed = group_has(group, "seconds");
    if (timed && part) {
        group_fault(group, part, "a massage has either seconds, or reps and times");
        return;
    }
    if (!timed && !part) {
        group_fault(group, NULL, "a massage needs seconds, or reps and times");
        return;
    }
    if (timed) {
        read_seconds(group, step);
        if (step->side == SIDE_EACH || step->side == SIDE_ALTERNATE) {
            group_fault(group, "side", "%s needs reps and times in place of seconds",
                        side_words[step->side]);
        }
        return;
    }
    if (group_has(group, "bell_every")) {
        group_fault(group, "bell_every", "belongs to a massage with seconds");
    }
    step->by_repetition = true;
    group_whole(group, "reps", 1, ROUTINE_COUNT_MAX, &step->count);
    read_movement(group, step);
}

static void read_compress(const struct group *group, struct step *step) {
    int temperature = TEMPERATURE_WARM;
    group_word(group, "compress", temperature_words, TEMPERATURE_COUNT, &temperature);
    step->temperature = (enum temperature)temperature;
    group_word(group, "area", compress_area_words, COMPRESS_AREA_COUNT, &step->compress_area);
    if (group_require(group, "seconds")) {
        read_seconds(group, step);
    }
}

static void read_scan(const struct group *group, struct step *step) {
    int region = REGION_FACE;
    group_word(group, "scan", region_words, REGION_COUNT, &region);
    step->region = (enum region)region;
    if (group_require(group, "seconds")) {
        read_seconds(group, step);
    }
}

void step_read_verb(const struct group *group, const struct routine_reader *reader,
                    struct step *step) {
    switch (step->verb) {
    case VERB_SECONDS:
        read_seconds(group, step);
        break;
    case VERB_BREATHE:
        read_breathe(group, step);
        break;
    case VERB_EXERCISE:
        read_exercise(group, reader->asked->shared, step);
        break;
    case VERB_MASSAGE:
        read_massage(group, step);
        break;
    case VERB_COMPRESS:
        read_compress(group, step);
        break;
    case VERB_SCAN:
        read_scan(group, step);
        break;
    case VERB_WAIT:
        group_required_text(group, "wait", ROUTINE_TEXT_MAX, &step->question);
        group_time(group, "awake", &step->awake_ms);
        break;
    case VERB_REPEAT:
        group_whole(group, "repeat", 1, ROUTINE_COUNT_MAX, &step->count);
        break;
    case VERB_COUNT:
        break;
    }
}
