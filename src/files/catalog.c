// SPDX-License-Identifier: MIT
#include "files/catalog.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/log.h"
#include "base/text.h"

static const char ending[] = ".cfg";
enum { ENDING_LENGTH = sizeof ending - 1, FAULTS_SHOWN = 4 };

static bool ends_in_cfg(const char *name) {
    size_t length = strlen(name);
    return length >= ENDING_LENGTH && strcmp(name + length - ENDING_LENGTH, ending) == 0;
}

// The first error of a file; warnings of a broken file are not what broke it.
static char *first_error(struct faults *faults, const char *path) {
    faults_sort(faults);
    for (int index = 0; index < faults->count; index++) {
        if (faults->items[index].level == FAULT_ERROR) {
            return fault_text(&faults->items[index], path);
        }
    }
    return memory_text(path);
}

static void take_id(const char *name, char id[ROUTINE_ID_MAX + 1]) {
    char *stem = memory_text(name);
    stem[strlen(stem) - ENDING_LENGTH] = '\0';
    text_copy(id, ROUTINE_ID_MAX + 1, stem);
    memory_free(stem);
}

static void read_entry(const char *folder, const char *name, const struct routine_reading *reading,
                       struct catalog_entry *entry) {
    struct faults faults = {0};
    entry->path = file_join(folder, name);
    take_id(name, entry->id);
    if (!routine_file_read(entry->path, reading, &entry->routine, &faults)) {
        entry->routine = (struct routine){0};
        entry->error = first_error(&faults, entry->path);
        entry->faults = faults.errors;
    }
    faults_free(&faults);
}

// Which routines are wanted: those of some ids, or all where `ids` is NULL.
struct wanted {
    const char *const *ids;
    int count;
};

static bool wants(const struct wanted *wanted, const char *name) {
    char id[ROUTINE_ID_MAX + 1];
    bool found = wanted->ids == NULL;
    take_id(name, id);
    for (int index = 0; index < wanted->count && !found; index++) {
        found = strcmp(wanted->ids[index], id) == 0;
    }
    return found;
}

static void read_folder(const char *folder, const struct routine_reading *reading,
                        const struct wanted *wanted, struct catalog *catalog) {
    struct file_names names;
    struct error err = {0};
    if (!file_list(folder, ending, &names, &err)) {
        // A folder below a file is as absent as any other.
        if (file_exists(folder)) {
            log_warning("%s: %s", folder, err.text);
        }
        return;
    }
    size_t room = (size_t)catalog->count + (size_t)names.count;
    catalog->entries = memory_resize(catalog->entries, room + 1, sizeof *catalog->entries);
    for (int index = 0; index < names.count; index++) {
        if (wants(wanted, names.names[index])) {
            struct catalog_entry *entry = &catalog->entries[catalog->count++];
            *entry = (struct catalog_entry){0};
            read_entry(folder, names.names[index], reading, entry);
        }
    }
    file_names_free(&names);
}

static void entry_free(struct catalog_entry *entry) {
    if (!entry->error) {
        routine_free(&entry->routine);
    }
    memory_free(entry->path);
    memory_free(entry->error);
}

// Whole ones before broken ones, then as the header says; the person's own before a shipped one of
// the same id, which only broken ones still have beside each other.
static int compare_entries(const void *left, const void *right) {
    const struct catalog_entry *a = left;
    const struct catalog_entry *b = right;
    if (!a->error != !b->error) {
        return a->error ? 1 : -1;
    }
    if (!a->error && a->routine.category != b->routine.category) {
        return a->routine.category < b->routine.category ? -1 : 1;
    }
    int by_id = strcmp(a->id, b->id);
    return by_id ? by_id : strcmp(a->path, b->path);
}

static bool has_whole(const struct catalog_entry *entries, int count, const char *id) {
    for (int index = 0; index < count; index++) {
        if (!entries[index].error && strcmp(entries[index].id, id) == 0) {
            return true;
        }
    }
    return false;
}

// Takes out the shipped ones (the first `shipped`) that a whole one of the person's own replaces.
static void drop_replaced(struct catalog *catalog, int shipped) {
    int kept = 0;
    for (int index = 0; index < catalog->count; index++) {
        struct catalog_entry *entry = &catalog->entries[index];
        if (index < shipped &&
            has_whole(catalog->entries + shipped, catalog->count - shipped, entry->id)) {
            entry_free(entry);
        } else {
            catalog->entries[kept++] = *entry;
        }
    }
    catalog->count = kept;
}

static void read_shared(const char *folder, struct shared *shared) {
    char *path = file_join(folder, "shared");
    shared_read_folder(path, shared);
    memory_free(path);
}

// Both names may lead to one folder (--data with the program's own): then it is read once.
static bool is_same_folder(const char *one, const char *other) {
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

static void read_wanted(const char *shipped, const char *own, const char *images,
                        const char *language, const struct wanted *wanted,
                        struct catalog *catalog) {
    *catalog = (struct catalog){.shared = {.language = language}};
    if (shipped && own && is_same_folder(shipped, own)) {
        own = NULL;
    }
    const char *const folders[] = {shipped, own};
    for (int index = 0; index < 2; index++) {
        if (folders[index]) {
            read_shared(folders[index], &catalog->shared);
        }
    }
    struct routine_reading reading = {
        .shared = &catalog->shared, .language = language, .images = images};
    int shipped_count = 0;
    if (shipped) {
        read_folder(shipped, &reading, wanted, catalog);
        shipped_count = catalog->count;
    }
    if (own) {
        read_folder(own, &reading, wanted, catalog);
        drop_replaced(catalog, shipped_count);
    }
    if (catalog->count > 1) {
        qsort(catalog->entries, (size_t)catalog->count, sizeof *catalog->entries, compare_entries);
    }
}

void catalog_read(const char *shipped, const char *own, const char *images, const char *language,
                  struct catalog *catalog) {
    read_wanted(shipped, own, images, language, &(struct wanted){0}, catalog);
}

void catalog_read_named(const char *shipped, const char *own, const char *images,
                        const char *language, const char *const ids[], int count,
                        struct catalog *catalog) {
    read_wanted(shipped, own, images, language, &(struct wanted){.ids = ids, .count = count},
                catalog);
}

const struct catalog_entry *catalog_find(const struct catalog *catalog, const char *id) {
    for (int index = 0; index < catalog->count; index++) {
        if (strcmp(catalog->entries[index].id, id) == 0) {
            return &catalog->entries[index];
        }
    }
    return NULL;
}

const char *catalog_nearest(const struct catalog *catalog, const char *id) {
    const char **ids = memory_new((size_t)catalog->count + 1, sizeof *ids);
    for (int index = 0; index < catalog->count; index++) {
        ids[index] = catalog->entries[index].id;
    }
    const char *nearest = text_nearest(id, ids, (size_t)catalog->count);
    memory_free(ids);
    return nearest;
}

void catalog_free(struct catalog *catalog) {
    for (int index = 0; index < catalog->count; index++) {
        entry_free(&catalog->entries[index]);
    }
    memory_free(catalog->entries);
    shared_free(&catalog->shared);
    *catalog = (struct catalog){0};
}

// The first errors of a file, one on a line, and how many more there are.
static void set_faults(struct faults *faults, const char *path, struct error *err) {
    struct text_builder text = {0};
    int shown = 0;
    faults_sort(faults);
    for (int index = 0; index < faults->count && shown < FAULTS_SHOWN; index++) {
        if (faults->items[index].level == FAULT_ERROR) {
            char *line = fault_text(&faults->items[index], path);
            text_add_format(&text, shown ? "\n%s" : "%s", line);
            memory_free(line);
            shown++;
        }
    }
    if (faults->errors > shown) {
        text_add(&text, "\n");
        text_add_format(&text, _("and %d more: repose check %s"), faults->errors - shown, path);
    }
    error_set(err, ERROR_INPUT, "%s", text.text ? text.text : path);
    text_builder_free(&text);
}

static const struct routine *open_path(const struct routine_reading *reading, const char *path,
                                       struct routine *own, struct error *err) {
    struct faults faults = {0};
    const struct routine *routine = NULL;
    if (!file_exists(path)) {
        error_set(err, ERROR_MISSING, _("there is no file %s"), path);
    } else if (routine_file_read(path, reading, own, &faults)) {
        routine = own;
    } else {
        *own = (struct routine){0};
        set_faults(&faults, path, err);
    }
    faults_free(&faults);
    return routine;
}

static const struct routine *open_id(const struct catalog *catalog, const char *id,
                                     struct error *err) {
    const struct catalog_entry *entry = catalog_find(catalog, id);
    if (entry && !entry->error) {
        return &entry->routine;
    }
    const char *nearest = catalog_nearest(catalog, id);
    if (entry && entry->faults > 1) {
        error_set(err, ERROR_INPUT, _("%s\nand %d more: repose check %s"), entry->error,
                  entry->faults - 1, entry->path);
    } else if (entry) {
        error_set(err, ERROR_INPUT, "%s", entry->error);
    } else if (nearest) {
        error_set(err, ERROR_MISSING, _("no such routine: %s (did you mean %s?)"), id, nearest);
    } else {
        error_set(err, ERROR_MISSING, _("no such routine: %s; repose list shows what there is"),
                  id);
    }
    return NULL;
}

bool catalog_is_path(const char *what) {
    return strchr(what, '/') || ends_in_cfg(what);
}

const struct routine *catalog_open(const struct catalog *catalog, const char *what,
                                   const char *images, const char *language, struct routine *own,
                                   struct error *err) {
    assert(catalog && what && own);
    *own = (struct routine){0};
    if (catalog_is_path(what)) {
        struct routine_reading reading = {
            .shared = &catalog->shared, .language = language, .images = images};
        return open_path(&reading, what, own, err);
    }
    return open_id(catalog, what, err);
}
