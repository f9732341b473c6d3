// SPDX-License-Identifier: MIT
#include "files/step_file.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "files/lexer.h"
#include "files/picture.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))
#define OF(verb) (1U << (verb))

enum {
    EXERCISE_OR_MASSAGE = OF(VERB_EXERCISE) | OF(VERB_MASSAGE),
    WITH_SECONDS = OF(VERB_SECONDS) | OF(VERB_MASSAGE) | OF(VERB_COMPRESS) | OF(VERB_SCAN),
};

// Every key of a step, and the verbs that it belongs to.
static const struct key step_keys[] = {
    {"name", true, 0},
    {"say", true, 0},
    {"tip", true, 0},
    {"image", false, 0},
    {"say_if", false, 0},
    {"show", false, 0},
    {"own", false, 0},
    {"mirror", false, 0},
    {"optional", false, 0},
    {"small", false, 0},
    {"skippable", false, 0},
    {"not_for", false, 0},
    {"seconds", false, WITH_SECONDS},
    {"bell_every", false, WITH_SECONDS},
    {"breathe", false, OF(VERB_BREATHE)},
    {"cycles", false, OF(VERB_BREATHE)},
    {"exercise", false, OF(VERB_EXERCISE)},
    {"side", false, EXERCISE_OR_MASSAGE},
    {"effort", false, OF(VERB_EXERCISE)},
    {"reps", false, EXERCISE_OR_MASSAGE},
    {"move", false, EXERCISE_OR_MASSAGE},
    {"hold", false, EXERCISE_OR_MASSAGE},
    {"release", false, EXERCISE_OR_MASSAGE},
    {"rest", false, EXERCISE_OR_MASSAGE},
    {"mode", false, OF(VERB_EXERCISE)},
    {"pace", false, OF(VERB_EXERCISE)},
    {"massage", false, OF(VERB_MASSAGE)},
    {"strokes", false, OF(VERB_MASSAGE)},
    {"circles", false, OF(VERB_MASSAGE)},
    {"compress", false, OF(VERB_COMPRESS)},
    {"area", false, OF(VERB_COMPRESS)},
    {"scan", false, OF(VERB_SCAN)},
    {"wait", true, OF(VERB_WAIT)},
    {"awake", false, OF(VERB_WAIT)},
    {"repeat", false, OF(VERB_REPEAT)},
    {"steps", false, OF(VERB_REPEAT)},
};

static const char *const verb_phrases[VERB_COUNT] = {
    [VERB_SECONDS] = N_("has seconds alone"),
    [VERB_BREATHE] = N_("is breathe"),
    [VERB_EXERCISE] = N_("is an exercise"),
    [VERB_MASSAGE] = N_("is a massage"),
    [VERB_COMPRESS] = N_("is a compress"),
    [VERB_SCAN] = N_("is a scan"),
    [VERB_WAIT] = N_("is a wait"),
    [VERB_REPEAT] = N_("is a repeat"),
};

static const char *const own_words[] = {"trick"};

// "exercise and massage" for the verbs of a key.
static const char *verb_list(const struct group *group, unsigned verbs) {
    const char *list = NULL;
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        if (!(verbs & OF(verb))) {
            continue;
        }
        const char *word = verb == VERB_SECONDS ? _("steps of seconds alone") : verb_words[verb];
        list = list ? faults_text(group->reading->faults, "%s, %s", list, word) : word;
    }
    return list;
}

// Keys that belong to another verb than this step's.
static void check_belonging(const struct group *group, enum verb verb) {
    for (int index = 0; index < node_length(group->node); index++) {
        const char *name = node_name(node_element(group->node, index));
        const struct key *key = key_find(step_keys, COUNT(step_keys), name);
        if (key && key->kinds && !(key->kinds & OF(verb))) {
            group_fault(group, name, "belongs to %s; this step %s", verb_list(group, key->kinds),
                        _(verb_phrases[verb]));
        }
    }
}

// Whether a misspelt key of the step seems to be its verb: then that fault says enough.
static bool verb_is_misspelt(const struct group *group) {
    for (int index = 0; index < node_length(group->node); index++) {
        const char *name = node_name(node_element(group->node, index));
        if (key_find(step_keys, COUNT(step_keys), name)) {
            continue;
        }
        const char *nearest = key_nearest(group, step_keys, COUNT(step_keys), name);
        if (nearest && vocabulary_find(verb_words, VERB_COUNT, nearest) >= 0) {
            return true;
        }
    }
    return false;
}

// What the step is. VERB_COUNT, with a fault, when it is nothing or two things.
static enum verb find_verb(const struct group *group) {
    enum verb found = VERB_COUNT;
    for (int verb = VERB_SECONDS + 1; verb < VERB_COUNT; verb++) {
        if (!group_has(group, verb_words[verb])) {
            continue;
        }
        if (found != VERB_COUNT) {
            group_fault(group, verb_words[verb], "a step is one thing; this one is %s already",
                        verb_words[found]);
            return VERB_COUNT;
        }
        found = (enum verb)verb;
    }
    if (found == VERB_COUNT && group_has(group, verb_words[VERB_SECONDS])) {
        return VERB_SECONDS;
    }
    if (found == VERB_COUNT && !verb_is_misspelt(group)) {
        group_fault(group, NULL,
                    "says not what to do: one of seconds, breathe, exercise, massage, compress, "
                    "scan, wait and repeat is missing");
    }
    return found;
}

static void read_say_if(const struct group *group, struct step *step) {
    struct key keys[PROFILE_COUNT];
    struct group inner;
    if (!group_inner(group, "say_if", &inner)) {
        return;
    }
    for (int word = 0; word < PROFILE_COUNT; word++) {
        keys[word] = (struct key){profile_words[word], true, 0};
        group_text(&inner, profile_words[word], ROUTINE_TEXT_MAX, &step->say_if[word]);
    }
    group_check_keys(&inner, keys, PROFILE_COUNT);
}

static void read_image(const struct group *group, const struct routine_reader *reader,
                       struct step *step) {
    const char *name = NULL;
    char path[PICTURE_PATH_MAX];
    struct error err = {0};
    if (!group_text(group, "image", ROUTINE_TEXT_MAX, &name)) {
        return;
    }
    if (picture_find(name, reader->folder, reader->asked->images, path, &err)) {
        step->image = group_keep(group, path);
    } else if (!reader->asked->kept) {
        group_fault(group, "image", "%s", err.text);
    }
}

// The name that a plan may mean it by, whatever the language of the program is.
static void read_plain_name(const struct group *group, struct step *step) {
    const struct node *node = node_member(group->node, "name");
    if (node && node_is_text(node) && strcmp(node_text(node), step->name) != 0) {
        step->plain = group_keep(group, node_text(node));
    }
}

// What any step may say.
static void read_common(const struct group *group, const struct routine_reader *reader,
                        struct step *step) {
    int mirror = MIRROR_NONE, own = 0;
    group_required_text(group, "name", ROUTINE_TEXT_MAX, &step->name);
    read_plain_name(group, step);
    group_text(group, "say", ROUTINE_TEXT_MAX, &step->say);
    group_text(group, "tip", ROUTINE_TEXT_MAX, &step->tip);
    if (group_text(group, "show", ROUTINE_TITLE_MAX, &step->show)) {
        step_find_pose(group, "show", reader->asked->shared, step->show);
    }
    if (group_word(group, "own", own_words, COUNT(own_words), &own)) {
        step->own = own_words[own];
    }
    read_say_if(group, step);
    read_image(group, reader, step);
    group_word(group, "mirror", mirror_words, MIRROR_COUNT, &mirror);
    step->mirror = (enum mirror)mirror;
    group_flag(group, "optional", &step->optional);
    group_flag(group, "small", &step->in_small_dose);
    group_flag(group, "skippable", &step->skippable);
    group_words(group, "not_for", profile_words, PROFILE_COUNT, &step->not_for);
}

static struct step read_step(const struct group *group, const struct routine_reader *reader,
                             int number) {
    struct step step = {
        .number = number,
        .line = node_line(group->node),
        .name = "",
        .count = 1,
        .side = SIDE_NONE,
        .effort = -1,
        .compress_area = -1,
        .in_small_dose = true,
        .skippable = true,
    };
    int errors = group->reading->faults->errors;
    group_check_keys(group, step_keys, COUNT(step_keys));
    read_common(group, reader, &step);
    enum verb verb = find_verb(group);
    if (verb != VERB_COUNT) {
        step.verb = verb;
        check_belonging(group, verb);
        step_read_verb(group, reader, &step);
    }
    if (group->reading->faults->errors == errors) {
        step_review(group, &step);
    }
    return step;
}

// A list of steps on the way through it.
struct walk_level {
    struct group group; // that holds the list
    const struct node *list;
    int next;   // index of the element to come
    int repeat; // index of the repeat it belongs to, -1 at the top
};

struct walk {
    const struct routine_reader *reader;
    struct walk_level levels[LEXER_BRACKETS_MAX];
    int depth;
    struct step *steps;
    int count;
    struct group last; // that the step before was read from, once there is one
};

// Goes into the list of a group, if it has one.
static void enter_list(struct walk *walk, const struct group *group, int repeat) {
    if (!group_require(group, "steps")) {
        return;
    }
    const struct node *list = group_list(group, "steps");
    if (list && node_length(list) == 0) {
        group_fault(group, "steps", "holds no step");
    } else if (list) {
        assert(walk->depth < LEXER_BRACKETS_MAX);
        walk->levels[walk->depth++] = (struct walk_level){*group, list, 0, repeat};
    }
}

static void leave_list(struct walk *walk) {
    const struct walk_level *level = &walk->levels[--walk->depth];
    if (level->repeat >= 0) {
        walk->steps[level->repeat].inner = walk->count - level->repeat - 1;
    }
}

static void enter_repeat(struct walk *walk, const struct group *group, int repeat) {
    if (walk->depth > ROUTINE_DEPTH_MAX) {
        group_fault(group, "repeat", "%d repeats inside each other are above %d", walk->depth,
                    ROUTINE_DEPTH_MAX);
    }
    enter_list(walk, group, repeat);
}

static void visit(struct walk *walk, const struct node *node) {
    const struct routine_reader *reader = walk->reader;
    int index = walk->count++;
    struct group group = {
        .reading = &reader->reading,
        .node = node,
        .path = faults_text(reader->reading.faults, "%ssteps[%d]", reader->place, index + 1),
    };
    walk->steps[index].number = index + 1;
    if (!node_is_group(node)) {
        group_node_fault(&group, node, NULL, "a step is a group in { }");
        return;
    }
    walk->steps[index] = read_step(&group, reader, index + 1);
    if (walk->last.node && reader->reading.faults->errors == 0) {
        step_review_next(&walk->last, &walk->steps[index - 1], &walk->steps[index]);
    }
    walk->last = group;
    if (walk->steps[index].verb == VERB_REPEAT) {
        enter_repeat(walk, &group, index);
    }
}

void steps_read(const struct group *top, const struct routine_reader *reader) {
    struct walk walk = {.reader = reader};
    struct routine *routine = reader->routine;
    walk.steps = memory_new(ROUTINE_STEPS_MAX, sizeof *walk.steps);
    enter_list(&walk, top, -1);
    while (walk.depth > 0) {
        struct walk_level *level = &walk.levels[walk.depth - 1];
        if (level->next == node_length(level->list)) {
            leave_list(&walk);
            continue;
        }
        const struct node *node = node_element(level->list, level->next++);
        if (walk.count == ROUTINE_STEPS_MAX) {
            group_node_fault(top, node, "steps", "more than %d steps", ROUTINE_STEPS_MAX);
            break;
        }
        visit(&walk, node);
    }
    routine->steps = arena_new(reader->reading.arena, (size_t)walk.count, sizeof *walk.steps);
    routine->step_count = walk.count;
    memcpy(routine->steps, walk.steps, (size_t)walk.count * sizeof *walk.steps);
    memory_free(walk.steps);
}
