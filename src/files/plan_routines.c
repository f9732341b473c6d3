// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"
#include "files/plan_parts.h"

static struct routine_reading reading_of(const struct plan_reader *reader, const char *language) {
    return (struct routine_reading){.shared = &reader->asked->catalog->shared,
                                    .language = language,
                                    .images = reader->asked->images,
                                    .strict = reader->asked->strict,
                                    .kept = plan_is_kept(reader)};
}

static const struct routine *find_inside(const struct plan_file *file, const char *id) {
    for (int i = 0; i < file->routine_count; i++) {
        if (strcmp(file->routines[i].id, id) == 0) {
            return &file->routines[i];
        }
    }
    return NULL;
}

const struct routine *plan_file_routine(const struct plan_file *file, const struct catalog *catalog,
                                        const char *id) {
    const struct routine *inside = find_inside(file, id);
    const struct catalog_entry *entry = inside || !catalog ? NULL : catalog_find(catalog, id);
    return entry && !entry->error ? &entry->routine : inside;
}

// Of a kept plan the faults fall to nobody.
static bool read_routine(const struct group *group, const struct plan_reader *reader,
                         struct routine *routine) {
    struct routine_reading reading = reading_of(reader, reader->asked->language);
    if (!plan_is_kept(reader)) {
        return routine_group_read(group, reader->path, &reading, routine);
    }
    struct faults ignored = {0};
    struct reading lenient = reader->reading;
    lenient.faults = &ignored;
    struct group again = {&lenient, group->node, group->path};
    bool good = routine_group_read(&again, reader->path, &reading, routine);
    faults_free(&ignored);
    return good;
}

static void read_one(const struct group *group, struct plan_reader *reader) {
    struct plan_file *file = reader->file;
    struct routine routine;
    if (!read_routine(group, reader, &routine)) {
        return;
    }
    if (find_inside(file, routine.id)) {
        group_fault(group, "id", "the plan has a routine \"%s\" already", routine.id);
        routine_free(&routine);
        return;
    }
    if (catalog_find(reader->asked->catalog, routine.id)) {
        group_warning(group, "id", "the plan's own \"%s\" takes the place of the one in the list",
                      routine.id);
    }
    reader->nodes[file->routine_count] = group->node;
    file->routines[file->routine_count++] = routine;
}

void plan_routines_read(const struct group *top, struct plan_reader *reader) {
    const struct node *list = group_list(top, "routines");
    int count = list ? node_length(list) : 0;
    reader->routines = list;
    if (!reader->asked->catalog) {
        return;
    }
    if (count > PLAN_ROUTINES_MAX) {
        group_fault(top, "routines", "%d are above %d", count, PLAN_ROUTINES_MAX);
        return;
    }
    struct plan_file *file = reader->file;
    file->routines = arena_new(&file->arena, (size_t)count + 1, sizeof *file->routines);
    for (int i = 0; i < count; i++) {
        struct group group = {
            .reading = &reader->reading,
            .node = node_element(list, i),
            .path = group_element_key(top, "routines", i),
        };
        if (node_is_group(group.node)) {
            read_one(&group, reader);
        } else {
            group_node_fault(&group, group.node, NULL, "a routine is a group in { }");
        }
    }
}

// Whether `routines` tries to write that id: what is wrong with it was said there.
static bool is_written(const struct plan_reader *reader, const char *id) {
    const struct node *list = reader->routines;
    for (int i = 0; list && i < node_length(list); i++) {
        const struct node *own = node_member(node_element(list, i), "id");
        if (own && node_is_text(own) && strcmp(node_text(own), id) == 0) {
            return true;
        }
    }
    return false;
}

static const char *nearest_id(const struct plan_reader *reader, const char *id) {
    const char *ids[PLAN_ROUTINES_MAX];
    int count = reader->routines ? node_length(reader->routines) : 0;
    int known = 0;
    for (int i = 0; i < count && known < PLAN_ROUTINES_MAX; i++) {
        const struct node *own = node_member(node_element(reader->routines, i), "id");
        if (own && node_is_text(own)) {
            ids[known++] = node_text(own);
        }
    }
    const char *inside = text_nearest(id, ids, (size_t)known);
    return inside ? inside : catalog_nearest(reader->asked->catalog, id);
}

const struct routine *plan_routine_find(const struct group *item, const struct plan_reader *reader,
                                        const char *id) {
    const struct catalog *catalog = reader->asked->catalog;
    const struct routine *routine = plan_file_routine(reader->file, catalog, id);
    if (routine || plan_is_kept(reader) || is_written(reader, id)) {
        return routine;
    }
    const struct catalog_entry *broken = catalog_find(catalog, id);
    const char *nearest = broken ? NULL : nearest_id(reader, id);
    char written[ROUTINE_ID_MAX + 1];
    text_copy(written, sizeof written, id);
    if (broken) {
        group_fault(item, "routine", "the file of this routine is broken: %s", broken->error);
    } else if (nearest) {
        group_fault(item, "routine", "there is no routine \"%s\"; did you mean %s?", written,
                    nearest);
    } else {
        group_fault(item, "routine",
                    "there is no routine \"%s\"; repose list shows what there is, others travel "
                    "inside the plan",
                    written);
    }
    return NULL;
}

// The routine once more, in English; false where there is no other language to look in.
static bool read_english(const struct plan_reader *reader, const struct routine *routine,
                         struct routine *english) {
    struct routine_reading reading = reading_of(reader, NULL);
    const struct plan_file *file = reader->file;
    struct faults ignored = {0};
    bool good = false;
    if (!reader->asked->language) {
        return false;
    }
    for (int i = 0; i < file->routine_count; i++) {
        if (routine == &file->routines[i]) {
            struct reading again = {.faults = &ignored, .arena = &reader->file->arena};
            struct group group = {&again, reader->nodes[i], "routines"};
            good = routine_group_read(&group, reader->path, &reading, english);
        }
    }
    const struct catalog *catalog = reader->asked->catalog;
    const struct catalog_entry *entry = catalog ? catalog_find(catalog, routine->id) : NULL;
    if (entry && routine == &entry->routine) {
        good = routine_file_read(entry->path, &reading, english, &ignored);
    }
    faults_free(&ignored);
    return good;
}

static const struct step *step_named(const struct routine *routine, const char *name) {
    for (int i = 0; i < routine->step_count; i++) {
        if (strcmp(routine->steps[i].name, name) == 0) {
            return &routine->steps[i];
        }
    }
    return NULL;
}

static void fault_step(const struct group *item, const struct routine *routine,
                       const struct node *node, const char *key) {
    const char **names = memory_new((size_t)routine->step_count + 1, sizeof *names);
    for (int i = 0; i < routine->step_count; i++) {
        names[i] = routine->steps[i].name;
    }
    const char *nearest = text_nearest(node_text(node), names, (size_t)routine->step_count);
    memory_free(names);
    if (nearest) {
        group_node_fault(item, node, key, "%s has no step of that name; did you mean \"%s\"?",
                         routine->id, nearest);
    } else {
        group_node_fault(item, node, key, "%s has no step of that name", routine->id);
    }
}

const char *plan_routine_step(const struct group *item, const struct plan_reader *reader,
                              const struct routine *routine, const struct node *node,
                              const char *key) {
    const struct step *step = routine ? step_named(routine, node_text(node)) : NULL;
    const struct routine *faulty = routine;
    struct routine english = {0};
    if (routine && !step && read_english(reader, routine, &english)) {
        const struct step *found = step_named(&english, node_text(node));
        step = found ? routine_step(routine, found->number) : NULL;
        faulty = &english;
    }
    bool wrong = routine && !step && !plan_is_kept(reader);
    if (wrong) {
        fault_step(item, faulty, node, key);
    }
    const char *name = step ? step->name : node_text(node);
    routine_free(&english);
    return wrong ? NULL : group_keep(item, name);
}
