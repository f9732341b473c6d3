// SPDX-License-Identifier: MIT
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "core/routine.h"
#include "files/group.h"
#include "files/shared.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

enum { SHARED_ID_MAX = 64 };

static const char *const moves_words[] = {
    [MOVES_FACE] = "face", [MOVES_JAW] = "jaw", [MOVES_BODY] = "body"};
static_assert(COUNT(moves_words) == MOVES_BODY + 1, "every kind of movement has a word");

static const struct key top_keys[] = {
    {"format", false, 0}, {"poses", false, 0}, {"cautions", false, 0}, {"sources", false, 0}};
static const struct key pose_keys[] = {
    {"id", false, 0},    {"title", true, 0}, {"muscles", false, 0}, {"moves", false, 0},
    {"units", false, 0}, {"how", true, 0},   {"avoid", true, 0},
};
static const struct key unit_keys[] = {{"unit", false, 0}, {"left", false, 0}, {"right", false, 0}};
static const struct key caution_keys[] = {{"id", false, 0}, {"text", true, 0}};
static const struct key source_keys[] = {
    {"id", false, 0}, {"title", true, 0}, {"year", false, 0}, {"where", false, 0}};

static bool is_id(const char *id) {
    size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");
    return length > 0 && length <= SHARED_ID_MAX && id[length] == '\0';
}

static bool read_id(const struct group *group, const char **id) {
    if (!group_required_text(group, "id", ROUTINE_TEXT_MAX, id)) {
        return false;
    }
    if (!is_id(*id)) {
        group_fault(group, "id", "an id has 1 to 64 of the characters a-z A-Z 0-9 _ - and .");
        return false;
    }
    return true;
}

// The unit of that name; UNIT_COUNT, and a fault, when there is none.
static enum face_unit read_unit_name(const struct group *group) {
    const char *name = NULL;
    if (!group_required_text(group, "unit", ROUTINE_TEXT_MAX, &name)) {
        return UNIT_COUNT;
    }
    enum face_unit unit = face_unit_named(name);
    const char *nearest = face_unit_nearest(name);
    if (unit == UNIT_COUNT && nearest) {
        group_fault(group, "unit", "there is no action unit \"%s\"; did you mean %s?", name,
                    nearest);
    } else if (unit == UNIT_COUNT) {
        group_fault(group, "unit", "there is no action unit \"%s\"", name);
    }
    return unit;
}

// Strengths of both sides; where a unit has none, what is written for one holds for both.
static void read_strengths(const struct group *group, enum face_unit unit,
                           double strength[FACE_SIDES]) {
    double least = unit == UNIT_COUNT || face_unit_is_signed(unit) ? -1.0 : 0.0;
    bool left = group_has(group, "left"), right = group_has(group, "right");
    double *to_left = &strength[FACE_LEFT], *to_right = &strength[FACE_RIGHT];
    if (!left && !right) {
        group_fault(group, "left", "missing; a unit says how strong it is, 0 to 1");
        return;
    }
    bool left_read = !left || group_decimal(group, "left", least, 1.0, to_left);
    bool right_read = !right || group_decimal(group, "right", least, 1.0, to_right);
    if (!left_read || !right_read || unit == UNIT_COUNT || face_unit_has_sides(unit)) {
        return;
    }
    if (left && right && (*to_left < *to_right || *to_left > *to_right)) {
        group_fault(group, "right", "%s moves both sides alike; left and right must be equal",
                    face_unit_word(unit));
    }
    *(left ? to_right : to_left) = left ? *to_left : *to_right;
}

static void read_unit(const struct group *group, struct pose *pose, bool named[UNIT_COUNT]) {
    double strength[FACE_SIDES] = {0};
    group_check_keys(group, unit_keys, COUNT(unit_keys));
    enum face_unit unit = read_unit_name(group);
    read_strengths(group, unit, strength);
    if (unit == UNIT_COUNT) {
        return;
    }
    if (named[unit]) {
        group_fault(group, "unit", "%s is here already", face_unit_word(unit));
    }
    named[unit] = true;
    pose->units.strength[unit][FACE_LEFT] = strength[FACE_LEFT];
    pose->units.strength[unit][FACE_RIGHT] = strength[FACE_RIGHT];
}

// Returns how many units are written.
static int read_units(const struct group *group, struct pose *pose) {
    const struct node *list = group_list(group, "units");
    int count = list ? node_length(list) : 0;
    bool named[UNIT_COUNT] = {false};
    for (int index = 0; index < count; index++) {
        const struct node *node = node_element(list, index);
        const char *key = group_element_key(group, "units", index);
        if (!node_is_group(node)) {
            group_node_fault(group, node, key, "must be a group in { }");
            continue;
        }
        struct group unit = {group->reading, node, group_path(group, key)};
        read_unit(&unit, pose, named);
    }
    return count;
}

static void read_muscle(const struct group *group, const struct node *node, const char *key,
                        struct pose *pose) {
    if (!group_check_text(group, node, key, ROUTINE_TITLE_MAX)) {
        return;
    }
    const char *name = node_text(node), *nearest = muscle_nearest(name);
    enum muscle muscle = muscle_named(name);
    if (muscle < MUSCLE_COUNT) {
        pose->muscles[pose->muscle_count++] = muscle;
    } else if (nearest) {
        group_node_fault(group, node, key, "there is no muscle \"%s\"; did you mean %s?", name,
                         nearest);
    } else {
        group_node_fault(group, node, key, "there is no muscle \"%s\"", name);
    }
}

static void read_muscles(const struct group *group, struct pose *pose) {
    const struct node *list = group_list(group, "muscles");
    int count = list ? node_length(list) : 0;
    if (count > POSE_MUSCLES_MAX) {
        group_fault(group, "muscles", "%d are above %d", count, POSE_MUSCLES_MAX);
        return;
    }
    for (int index = 0; index < count; index++) {
        read_muscle(group, node_element(list, index), group_element_key(group, "muscles", index),
                    pose);
    }
}

// One entry of a list: checks its keys, fills in what it says, and adds it when nothing is wrong.
static void read_pose(const struct group *group, struct shared *shared) {
    struct pose pose = {.moves = MOVES_FACE};
    int errors = group->reading->faults->errors;
    int moves = MOVES_FACE;
    group_check_keys(group, pose_keys, COUNT(pose_keys));
    bool named = read_id(group, &pose.id);
    group_required_text(group, "title", ROUTINE_TITLE_MAX, &pose.title);
    group_text(group, "how", ROUTINE_TEXT_MAX, &pose.how);
    group_text(group, "avoid", ROUTINE_TEXT_MAX, &pose.avoid);
    if (group_require(group, "moves")) {
        group_word(group, "moves", moves_words, COUNT(moves_words), &moves);
    }
    read_muscles(group, &pose);
    int units = read_units(group, &pose);
    if (!named || group->reading->faults->errors != errors) {
        return;
    }
    pose.moves = (enum pose_moves)moves;
    pose.scene = moves == MOVES_BODY && units == 0;
    pose.one_sided = pose_id_side(pose.id) < FACE_SIDES;
    if (!shared_add_pose(shared, &pose)) {
        group_fault(group, "id", "%s is a pose already; the first one stays", pose.id);
    }
}

static void read_caution(const struct group *group, struct shared *shared) {
    struct caution caution = {0};
    int errors = group->reading->faults->errors;
    group_check_keys(group, caution_keys, COUNT(caution_keys));
    read_id(group, &caution.id);
    group_required_text(group, "text", ROUTINE_TEXT_MAX, &caution.text);
    if (group->reading->faults->errors == errors && !shared_add_caution(shared, &caution)) {
        group_fault(group, "id", "%s is a caution already; the first one stays", caution.id);
    }
}

// A year may be written as a number or, for "1998-2001" and "n.d.", as a text.
static void read_year(const struct group *group, const char **year) {
    const struct node *node = node_member(group->node, "year");
    int number = 0;
    if (node && node_is_number(node)) {
        if (group_whole(group, "year", 1500, 2200, &number)) {
            char text[16];
            text_format(text, sizeof text, "%d", number);
            *year = group_keep(group, text);
        }
    } else {
        group_text(group, "year", ROUTINE_TITLE_MAX, year);
    }
}

static void read_source(const struct group *group, struct shared *shared) {
    struct source source = {0};
    int errors = group->reading->faults->errors;
    group_check_keys(group, source_keys, COUNT(source_keys));
    read_id(group, &source.id);
    group_required_text(group, "title", ROUTINE_TEXT_MAX, &source.title);
    group_text(group, "where", ROUTINE_TEXT_MAX, &source.where);
    read_year(group, &source.year);
    if (group->reading->faults->errors == errors && !shared_add_source(shared, &source)) {
        group_fault(group, "id", "%s is a source already; the first one stays", source.id);
    }
}

static void read_list(const struct group *top, const char *key,
                      void (*read_entry)(const struct group *, struct shared *),
                      struct shared *shared) {
    const struct node *list = group_list(top, key);
    for (int index = 0; list && index < node_length(list); index++) {
        const struct node *node = node_element(list, index);
        const char *path = group_element_key(top, key, index);
        if (!node_is_group(node)) {
            group_node_fault(top, node, path, "must be a group in { }");
            continue;
        }
        struct group entry = {top->reading, node, path};
        read_entry(&entry, shared);
    }
}

void shared_read_tree(const struct node *root, struct shared *shared, struct faults *faults) {
    struct reading reading = {
        .faults = faults, .arena = &shared->arena, .language = shared->language};
    struct group top = {&reading, root, ""};
    int format = 1;
    group_check_keys(&top, top_keys, COUNT(top_keys));
    group_whole(&top, "format", 1, 1, &format);
    read_list(&top, "poses", read_pose, shared);
    read_list(&top, "cautions", read_caution, shared);
    read_list(&top, "sources", read_source, shared);
    if (!group_has(&top, "poses") && !group_has(&top, "cautions") && !group_has(&top, "sources")) {
        group_fault(&top, NULL, "a catalogue holds poses, cautions or sources");
    }
}

bool shared_read(const char *path, struct shared *shared, struct faults *faults) {
    int errors = faults->errors;
    struct tree *tree = tree_read(path, faults);
    if (tree) {
        shared_read_tree(tree_root(tree), shared, faults);
        tree_free(tree);
    }
    return faults->errors == errors;
}

static void log_faults(struct faults *faults, const char *path) {
    faults_sort(faults);
    for (int index = 0; index < faults->count; index++) {
        char *text = fault_text(&faults->items[index], path);
        log_warning("%s", text);
        memory_free(text);
    }
}

void shared_read_folder(const char *folder, struct shared *shared) {
    static const char *const names[] = {"poses.cfg", "cautions.cfg", "sources.cfg"};
    for (int index = 0; index < COUNT(names); index++) {
        char *path = file_join(folder, names[index]);
        if (file_exists(path)) {
            struct faults faults = {0};
            shared_read(path, shared, &faults);
            log_faults(&faults, path);
            faults_free(&faults);
        }
        memory_free(path);
    }
}
