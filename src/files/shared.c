// SPDX-License-Identifier: MIT
#include "files/shared.h"

#include <string.h>

#include "base/text.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

// What is drawn without a catalogue: poses of the body, and scenes of the surroundings. The face
// draws those that move the head, to the right unless a step says a side (face/poses.md).
static const struct pose scenes[] = {
    {.id = "hands", .title = N_("Hands"), .moves = MOVES_BODY, .scene = true},
    {.id = "arms", .title = N_("Arms"), .moves = MOVES_BODY, .scene = true},
    {.id = "shoulders", .title = N_("Shoulders"), .moves = MOVES_BODY, .scene = true},
    {.id = "chest", .title = N_("Chest"), .moves = MOVES_BODY, .scene = true},
    {.id = "belly", .title = N_("Belly"), .moves = MOVES_BODY, .scene = true},
    {.id = "thighs", .title = N_("Thighs"), .moves = MOVES_BODY, .scene = true},
    {.id = "calves", .title = N_("Calves"), .moves = MOVES_BODY, .scene = true},
    {.id = "feet", .title = N_("Feet"), .moves = MOVES_BODY, .scene = true},
    {.id = "legs", .title = N_("Legs"), .moves = MOVES_BODY, .scene = true},
    {.id = "body", .title = N_("Whole body"), .moves = MOVES_BODY, .scene = true},
    {.id = "neck_turn",
     .title = N_("Turn of the head"),
     .moves = MOVES_BODY,
     .units = {.strength = {[UNIT_TURN] = {0.8, 0.8}}}},
    {.id = "neck_tilt",
     .title = N_("Tilt of the head"),
     .moves = MOVES_BODY,
     .units = {.strength = {[UNIT_TILT] = {0.8, 0.8}}}},
    {.id = "chin_tuck",
     .title = N_("Chin back"),
     .moves = MOVES_BODY,
     .units = {.strength = {[UNIT_TUCK] = {1, 1}}}},
    {.id = "shoulder_roll", .title = N_("Shoulder roll"), .moves = MOVES_BODY, .scene = true},
    {.id = "far", .title = N_("Looking far"), .moves = MOVES_BODY, .scene = true},
    {.id = "drink", .title = N_("A glass of water"), .moves = MOVES_BODY, .scene = true},
    {.id = "palming", .title = N_("Palms over the eyes"), .moves = MOVES_BODY, .scene = true},
    {.id = "skin-check", .title = N_("A look at the skin"), .moves = MOVES_BODY, .scene = true},
};

const struct pose *shared_pose(const struct shared *shared, const char *id) {
    for (int index = 0; index < shared->pose_count; index++) {
        if (strcmp(shared->poses[index].id, id) == 0) {
            return &shared->poses[index];
        }
    }
    for (int index = 0; index < COUNT(scenes); index++) {
        if (strcmp(scenes[index].id, id) == 0) {
            return &scenes[index];
        }
    }
    return NULL;
}

const struct caution *shared_caution(const struct shared *shared, const char *id) {
    for (int index = 0; index < shared->caution_count; index++) {
        if (strcmp(shared->cautions[index].id, id) == 0) {
            return &shared->cautions[index];
        }
    }
    return NULL;
}

const struct source *shared_source(const struct shared *shared, const char *id) {
    for (int index = 0; index < shared->source_count; index++) {
        if (strcmp(shared->sources[index].id, id) == 0) {
            return &shared->sources[index];
        }
    }
    return NULL;
}

// Room for one more of `count` elements; it grows at each power of two.
static void *grow(void *items, int count, size_t size) {
    bool full = (count & (count - 1)) == 0;
    return full ? memory_resize(items, count ? (size_t)count * 2 : 1, size) : items;
}

bool shared_add_pose(struct shared *shared, const struct pose *pose) {
    for (int index = 0; index < shared->pose_count; index++) {
        // Another catalogue may draw what the first one has left a scene.
        if (strcmp(shared->poses[index].id, pose->id) == 0 && !shared->poses[index].scene) {
            return false;
        }
    }
    shared->poses = grow(shared->poses, shared->pose_count, sizeof *shared->poses);
    shared->poses[shared->pose_count++] = *pose;
    return true;
}

bool shared_add_caution(struct shared *shared, const struct caution *caution) {
    if (shared_caution(shared, caution->id)) {
        return false;
    }
    shared->cautions = grow(shared->cautions, shared->caution_count, sizeof *shared->cautions);
    shared->cautions[shared->caution_count++] = *caution;
    return true;
}

bool shared_add_source(struct shared *shared, const struct source *source) {
    if (shared_source(shared, source->id)) {
        return false;
    }
    shared->sources = grow(shared->sources, shared->source_count, sizeof *shared->sources);
    shared->sources[shared->source_count++] = *source;
    return true;
}

const char *shared_nearest_pose(const struct shared *shared, const char *id) {
    size_t count = (size_t)shared->pose_count + (size_t)COUNT(scenes);
    const char **ids = memory_new(count, sizeof *ids);
    for (int index = 0; index < (int)count; index++) {
        ids[index] = index < shared->pose_count ? shared->poses[index].id
                                                : scenes[index - shared->pose_count].id;
    }
    const char *nearest = text_nearest(id, ids, count);
    memory_free(ids);
    return nearest;
}

const char *shared_nearest_caution(const struct shared *shared, const char *id) {
    const char **ids = memory_new((size_t)shared->caution_count, sizeof *ids);
    for (int index = 0; index < shared->caution_count; index++) {
        ids[index] = shared->cautions[index].id;
    }
    const char *nearest = text_nearest(id, ids, (size_t)shared->caution_count);
    memory_free(ids);
    return nearest;
}

const char *shared_nearest_source(const struct shared *shared, const char *id) {
    const char **ids = memory_new((size_t)shared->source_count, sizeof *ids);
    for (int index = 0; index < shared->source_count; index++) {
        ids[index] = shared->sources[index].id;
    }
    const char *nearest = text_nearest(id, ids, (size_t)shared->source_count);
    memory_free(ids);
    return nearest;
}

void shared_free(struct shared *shared) {
    memory_free(shared->poses);
    memory_free(shared->cautions);
    memory_free(shared->sources);
    arena_free(&shared->arena);
    *shared = (struct shared){0};
}
