// SPDX-License-Identifier: MIT
#include "files/routine_file.h"

#include <string.h>

#include "base/text.h"
#include "core/timeline.h"
#include "files/routine_dose.h"
#include "files/step_file.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

enum { FORMAT = 1, KEYS_OF_LIST_MAX = 64, AMBIENCE_MAX = 64 };

static const struct key routine_keys[] = {
    {"format", false, 0},   {"title", true, 0},        {"category", false, 0},
    {"summary", true, 0},   {"author", false, 0},      {"revised", false, 0},
    {"sources", false, 0},  {"cautions", false, 0},    {"reviewed_by", false, 0},
    {"gates", false, 0},    {"reviewed_on", false, 0}, {"limit", false, 0},
    {"ambience", false, 0}, {"tempo", false, 0},       {"rate", false, 0},
    {"range", false, 0},    {"choices", false, 0},     {"steps", false, 0},
    {"id", false, 0}, // in a plan; a file has its name
};
enum { FILE_KEYS = COUNT(routine_keys) - 1 };

static void read_format(const struct group *top) {
    int format = FORMAT;
    bool in_plan = top->path[0] != '\0';
    if ((in_plan || group_require(top, "format")) &&
        group_whole(top, "format", 0, 1000000, &format) && format != FORMAT) {
        group_fault(top, "format", "%d is not known here; this version of repose reads format %d",
                    format, FORMAT);
    }
}

static void check_date(const struct group *top, const char *key, const char *date) {
    int64_t day;
    if (date && !group_text_is_date(date, &day)) {
        group_fault(top, key, "must be a date, as \"2026-11-21\"");
    }
}

static void read_texts(const struct group *top, struct routine *routine) {
    routine->reviewed_by = routine->reviewed_on = NULL;
    group_required_text(top, "title", ROUTINE_TITLE_MAX, &routine->title);
    group_required_text(top, "summary", ROUTINE_SUMMARY_MAX, &routine->summary);
    group_required_text(top, "author", ROUTINE_TEXT_MAX, &routine->author);
    group_required_text(top, "revised", ROUTINE_TEXT_MAX, &routine->revised);
    group_text(top, "reviewed_by", ROUTINE_TEXT_MAX, &routine->reviewed_by);
    group_text(top, "reviewed_on", ROUTINE_TEXT_MAX, &routine->reviewed_on);
    check_date(top, "revised", routine->revised);
    check_date(top, "reviewed_on", routine->reviewed_on);
}

// "" and "none" are silence; else the name of a folder's file, so nothing that leads elsewhere.
static void read_ambience(const struct group *top, struct routine *routine) {
    const char *name = NULL;
    if (!group_text(top, "ambience", AMBIENCE_MAX, &name) || strcmp(name, "none") == 0) {
        return;
    }
    if (name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0') {
        group_fault(top, "ambience", "a name has only a-z, 0-9 and -");
        return;
    }
    routine->ambience = name;
}

static bool is_caution_key(const char *text) {
    size_t digits = text[0] == 'C' ? strspn(text + 1, "0123456789") : 0;
    return digits > 0 && text[1 + digits] == '\0';
}

// Whether an element of `sources` or `cautions` can be found.
static void check_reference(const struct group *top, const struct node *node, const char *key,
                            const struct shared *shared, bool source) {
    const char *id = node_text(node);
    bool known = source ? shared_source(shared, id) != NULL
                        : shared_caution(shared, id) != NULL || !is_caution_key(id);
    if (known) {
        return;
    }
    const char *nearest =
        source ? shared_nearest_source(shared, id) : shared_nearest_caution(shared, id);
    char written[41];
    text_copy(written, sizeof written, id);
    if (nearest) {
        group_node_fault(top, node, key,
                         source ? _("there is no source \"%s\"; did you mean %s?")
                                : _("there is no caution \"%s\"; did you mean %s?"),
                         written, nearest);
    } else {
        group_node_fault(top, node, key,
                         source ? _("there is no source \"%s\"") : _("there is no caution \"%s\""),
                         written);
    }
}

// Reads a list of keys into the arena; returns how many.
static int read_references(const struct group *top, const char *key, const struct shared *shared,
                           const char ***to) {
    const struct node *list = group_require(top, key) ? group_list(top, key) : NULL;
    int count = list ? node_length(list) : 0;
    int kept = 0;
    if (count > KEYS_OF_LIST_MAX) {
        group_fault(top, key, "%d are above %d", count, KEYS_OF_LIST_MAX);
        return 0;
    }
    *to = arena_new(top->reading->arena, (size_t)count, sizeof **to);
    for (int index = 0; index < count; index++) {
        const struct node *node = node_element(list, index);
        const char *path = group_element_key(top, key, index);
        if (!group_check_text(top, node, path, ROUTINE_TEXT_MAX)) {
            continue;
        }
        if (node_text(node)[0] == '\0') {
            group_node_fault(top, node, path, "must not be empty");
            continue;
        }
        check_reference(top, node, path, shared, strcmp(key, "sources") == 0);
        (*to)[kept++] = group_keep(top, node_text(node));
    }
    return kept;
}

static void read_routine(const struct group *top, const struct routine_reader *reader) {
    struct routine *routine = reader->routine;
    const struct shared *shared = reader->asked->shared;
    int category = CATEGORY_BREATHING;
    group_check_keys(top, routine_keys, top->path[0] ? COUNT(routine_keys) : FILE_KEYS);
    read_format(top);
    read_texts(top, routine);
    bool known = group_require(top, "category") &&
                 group_word(top, "category", category_words, CATEGORY_COUNT, &category);
    routine->category = (enum category)category;
    routine->rate = category != CATEGORY_SCREEN_BREAK;
    group_flag(top, "rate", &routine->rate);
    routine->source_count = read_references(top, "sources", shared, &routine->sources);
    routine->caution_count = read_references(top, "cautions", shared, &routine->cautions);
    read_ambience(top, routine);
    // What the limits may be depends on the category.
    if (known) {
        dose_read(top, routine);
    }
    steps_read(top, reader);
}

// The id is the name of the file, so that two routines of one folder never share one.
static void read_id(const char *path, struct routine *routine, struct faults *faults) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strlen(name);
    size_t stem = length > 4 && strcmp(name + length - 4, ".cfg") == 0 ? length - 4 : 0;
    if (!stem || stem > ROUTINE_ID_MAX ||
        strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") < stem) {
        faults_add(faults, FAULT_ERROR, 0, NULL,
                   "the name of the file is the routine's id: 1 to %d of a-z, 0-9 and -, then .cfg",
                   ROUTINE_ID_MAX);
        return;
    }
    memcpy(routine->id, name, stem);
}

// The limits of the whole (how long, how many segments) are the timeline's.
static void check_length(const struct routine *routine, int line, const char *key,
                         struct faults *faults) {
    struct timeline_options options = timeline_options_written(
        (struct timeline_phrases){.left = "left", .right = "right", .over = "over"});
    struct error err = {0};
    struct timeline *timeline = timeline_compile(routine, &options, &err);
    if (!timeline) {
        faults_add(faults, FAULT_ERROR, line, key, "%s", err.text);
    }
    timeline_free(timeline);
}

// The folder of a path, in the arena; NULL for what comes from no file.
static const char *folder_of(const char *path, struct arena *arena) {
    if (!path) {
        return NULL;
    }
    const char *slash = strrchr(path, '/');
    if (!slash) {
        return ".";
    }
    return arena_text(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

static void read_tree(const char *path, const struct tree *tree,
                      const struct routine_reading *asked, struct routine *routine,
                      struct faults *faults) {
    routine->folder = folder_of(path, &routine->arena);
    struct routine_reader reader = {
        .reading = {.faults = faults,
                    .arena = &routine->arena,
                    .language = asked->language,
                    .strict = asked->strict},
        .asked = asked,
        .folder = routine->folder,
        .place = "",
        .routine = routine,
    };
    struct group top = {&reader.reading, tree_root(tree), ""};
    if (group_has(&top, "items")) {
        group_fault(&top, "items", "this is a plan and no routine");
        return;
    }
    read_id(path, routine, faults);
    read_routine(&top, &reader);
}

bool routine_file_parse(const char *path, struct bytes *bytes,
                        const struct routine_reading *reading, struct routine *routine,
                        struct faults *faults) {
    int errors = faults->errors;
    *routine = (struct routine){0};
    struct tree *tree = tree_parse(bytes, faults);
    if (tree) {
        read_tree(path, tree, reading, routine, faults);
        tree_free(tree);
    }
    if (faults->errors == errors) {
        check_length(routine, 1, NULL, faults);
    }
    if (faults->errors != errors) {
        routine_free(routine);
    }
    return faults->errors == errors;
}

bool routine_group_read(const struct group *group, const char *path,
                        const struct routine_reading *asked, struct routine *routine) {
    struct faults *faults = group->reading->faults;
    int errors = faults->errors;
    const char *id = NULL;
    *routine = (struct routine){0};
    routine->folder = folder_of(path, &routine->arena);
    struct routine_reader reader = {
        .reading = {.faults = faults,
                    .arena = &routine->arena,
                    .language = asked->language,
                    .strict = asked->strict},
        .asked = asked,
        .folder = routine->folder,
        .place = faults_text(faults, "%s.", group->path),
        .routine = routine,
    };
    struct group inner = {&reader.reading, group->node, group->path};
    if (group_id(&inner, "id", &id)) {
        text_copy(routine->id, sizeof routine->id, id);
    }
    read_routine(&inner, &reader);
    if (faults->errors == errors) {
        check_length(routine, node_line(group->node), group->path, faults);
    }
    if (faults->errors != errors) {
        routine_free(routine);
    }
    return faults->errors == errors;
}

bool routine_file_read(const char *path, const struct routine_reading *reading,
                       struct routine *routine, struct faults *faults) {
    struct bytes bytes = {0};
    if (!tree_read_bytes(path, &bytes, faults)) {
        *routine = (struct routine){0};
        return false;
    }
    bool good = routine_file_parse(path, &bytes, reading, routine, faults);
    bytes_free(&bytes);
    return good;
}
