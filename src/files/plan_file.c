// SPDX-License-Identifier: MIT
#include "files/plan_file.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "files/plan_parts.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

enum { FORMAT = 1 };

static const struct key plan_keys[] = {
    {"format", false, 0},   {"id", false, 0},     {"title", true, 0},    {"author", false, 0},
    {"by", false, 0},       {"contact", true, 0}, {"goal", true, 0},     {"review", false, 0},
    {"from", false, 0},     {"to", false, 0},     {"profile", false, 0}, {"items", false, 0},
    {"ceiling", false, 0},  {"ask", false, 0},    {"between", false, 0}, {"pauses", false, 0},
    {"routines", false, 0},
};

static const char *const author_words[] = {
    [BY_THERAPIST] = "therapist", [BY_SELF] = "self", [BY_STARTER] = "starter"};

// In the order of the bits of enum plan_ask.
static const char *const ask_about[] = {"twitch", "severity", "frequency",
                                        "impact", "count",    "session"};

void plan_span_read(const struct group *group, int64_t *from, int64_t *to) {
    group_date(group, "from", from);
    if (group_date(group, "to", to) && *to < *from) {
        group_fault(group, "to", "is before from; both days are included");
    }
}

static void read_format(const struct group *top) {
    int format = FORMAT;
    if (group_require(top, "format") && group_whole(top, "format", 0, 1000000, &format) &&
        format != FORMAT) {
        group_fault(top, "format", "%d is not known here; this version of repose reads format %d",
                    format, FORMAT);
    }
}

static void read_head(const struct group *top, struct plan *plan) {
    int by = BY_THERAPIST;
    group_id(top, "id", &plan->id);
    group_required_text(top, "title", ROUTINE_TITLE_MAX, &plan->title);
    group_required_text(top, "author", ROUTINE_TEXT_MAX, &plan->author);
    group_text(top, "contact", ROUTINE_TEXT_MAX, &plan->contact);
    group_text(top, "goal", ROUTINE_TEXT_MAX, &plan->goal);
    group_word(top, "by", author_words, COUNT(author_words), &by);
    plan->by = (enum plan_author)by;
}

// A starter without dates begins when it is asked for and ends by itself.
static void read_dates(const struct group *top, int64_t begins, struct plan_file *file) {
    struct plan *plan = &file->plan;
    file->undated = !group_has(top, "from");
    plan->from = begins;
    plan->to = plan->review = INT64_MAX;
    if (plan->by != BY_STARTER) {
        group_require(top, "from");
    } else if (!group_has(top, "to")) {
        group_date(top, "from", &plan->from);
        plan->to = plan->from + PLAN_STARTER_DAYS - 1;
    }
    plan_span_read(top, &plan->from, &plan->to);
    if (group_date(top, "review", &plan->review) && plan->review < plan->from) {
        group_warning(top, "review", "is before the plan begins");
    }
}

// toxin-24h is no condition, it passes; unknown is to have none.
static void read_profile(const struct group *top, struct plan *plan) {
    static const struct key keys[] = {{"condition", false, 0}, {"affected", false, 0}};
    static const char *const sides[] = {"left", "right", "both"};
    static const enum side side_of[] = {SIDE_LEFT, SIDE_RIGHT, SIDE_BOTH};
    struct group profile;
    int side = -1;
    if (!group_inner(top, "profile", &profile)) {
        return;
    }
    plan->has_profile = true;
    group_check_keys(&profile, keys, COUNT(keys));
    group_words(&profile, "condition", profile_words, PROFILE_UNKNOWN, &plan->conditions);
    group_word(&profile, "affected", sides, COUNT(sides), &side);
    plan->affected = side >= 0 ? side_of[side] : SIDE_NONE;
}

static void read_wishes(const struct group *top, struct plan *plan) {
    static const char *const between[] = {"let-go", "none"};
    int word = 0;
    group_whole(top, "ceiling", 1, PLAN_CEILING_MAX, &plan->ceiling);
    plan->asks_told = group_words(top, "ask", ask_about, COUNT(ask_about), &plan->asks);
    group_word(top, "between", between, COUNT(between), &word);
    plan->lets_go = word == 0;
}

static void read_pause(const struct group *group, struct plan *plan) {
    static const struct key keys[] = {{"from", false, 0}, {"to", false, 0}, {"reason", true, 0}};
    struct plan_pause pause = {.from = INT64_MIN, .to = INT64_MAX};
    int errors = group->reading->faults->errors;
    group_check_keys(group, keys, COUNT(keys));
    group_require(group, "from");
    group_require(group, "to");
    plan_span_read(group, &pause.from, &pause.to);
    group_text(group, "reason", ROUTINE_TEXT_MAX, &pause.reason);
    if (group->reading->faults->errors == errors &&
        (pause.to < plan->from || pause.from > plan->to)) {
        group_warning(group, NULL, "falls on no day of the plan");
    }
    plan->pauses[plan->pause_count++] = pause;
}

static void read_pauses(const struct group *top, struct plan_reader *reader) {
    const struct node *list = group_list(top, "pauses");
    int count = list ? node_length(list) : 0;
    if (count > PLAN_PAUSES_MAX) {
        group_fault(top, "pauses", "%d are above %d", count, PLAN_PAUSES_MAX);
        return;
    }
    for (int i = 0; i < count; i++) {
        struct group group = {
            .reading = &reader->reading,
            .node = node_element(list, i),
            .path = group_element_key(top, "pauses", i),
        };
        if (node_is_group(group.node)) {
            read_pause(&group, &reader->file->plan);
        } else {
            group_node_fault(&group, group.node, NULL, "a pause is a group in { }");
        }
    }
}

bool plan_is_kept(const struct plan_reader *reader) {
    return reader->asked->kept || !reader->asked->catalog;
}

static void read_tree(const struct tree *tree, struct plan_reader *reader) {
    struct plan *plan = &reader->file->plan;
    struct group top = {&reader->reading, tree_root(tree), ""};
    group_check_keys(&top, plan_keys, COUNT(plan_keys));
    read_format(&top);
    read_head(&top, plan);
    read_dates(&top, reader->asked->begins, reader->file);
    read_profile(&top, plan);
    read_wishes(&top, plan);
    read_pauses(&top, reader);
    plan_routines_read(&top, reader);
    plan_items_read(&top, reader);
    plan_ceiling_check(&top, reader);
}

// Whether a line of it sets `format`, as the first one of every file of ours does.
static bool sets_format(const struct bytes *bytes) {
    static const char key[] = "format";
    for (const char *at = bytes->data; (at = strstr(at, key)); at++) {
        const char *behind = at + strlen(key);
        behind += strspn(behind, " \t");
        bool begins = at == bytes->data || strchr(" \t\r\n;", at[-1]);
        if (begins && (*behind == '=' || *behind == ':')) {
            return true;
        }
    }
    return false;
}

static bool is_routine(const struct tree *tree) {
    const struct node *root = tree_root(tree);
    return node_member(root, "steps") && !node_member(root, "items");
}

// Some other file was taken for a plan: what is wrong with its lines would help nobody. A plan by
// hand that forgot the line has few other faults, and those are named.
static void name_stranger(struct faults *faults, int before) {
    enum { FEW = 3 };
    if (faults->count - before > FEW) {
        faults_forget(faults, before);
        faults_add(faults, FAULT_ERROR, 0, NULL,
                   "this is no plan file; a plan begins with the line format = 1;");
    }
}

bool plan_file_parse(const char *path, struct bytes *bytes, const struct plan_reading *asked,
                     struct plan_file *file, struct faults *faults) {
    int errors = faults->errors, before = faults->count;
    bool ours = sets_format(bytes);
    *file = (struct plan_file){0};
    struct tree *tree = tree_parse(bytes, faults);
    if (tree && is_routine(tree)) {
        faults_add(faults, FAULT_ERROR, 0, NULL,
                   "this is a routine; a plan names it by its id, and it is played from the folder "
                   "of your own routines");
    } else if (tree) {
        struct plan_reader reader = {
            .reading = {.faults = faults,
                        .arena = &file->arena,
                        .language = asked->language,
                        .strict = asked->strict},
            .asked = asked,
            .path = path,
            .file = file,
        };
        read_tree(tree, &reader);
    } else if (!ours) {
        name_stranger(faults, before);
    }
    tree_free(tree);
    if (faults->errors != errors) {
        plan_file_free(file);
    }
    return faults->errors == errors;
}

bool plan_file_read(const char *path, const struct plan_reading *reading, struct plan_file *file,
                    struct faults *faults) {
    struct bytes bytes = {0};
    *file = (struct plan_file){0};
    if (!tree_read_bytes(path, &bytes, faults)) {
        return false;
    }
    bool good = plan_file_parse(path, &bytes, reading, file, faults);
    bytes_free(&bytes);
    return good;
}

void plan_file_free(struct plan_file *file) {
    for (int i = 0; i < file->routine_count; i++) {
        routine_free(&file->routines[i]);
    }
    arena_free(&file->arena);
    *file = (struct plan_file){0};
}

char *plan_file_begun(const char *text, int64_t day) {
    int year, month, day_of_month;
    struct text_builder begun = {0};
    date_of_day(day, &year, &month, &day_of_month);
    text_add_format(&begun, "from = \"%04d-%02d-%02d\"; ", year, month, day_of_month);
    text_add(&begun, text);
    return begun.text;
}

char *plan_file_path(const char *shipped, const char *what) {
    static const char prefix[] = "starter-";
    size_t length = sizeof prefix - 1;
    bool starter =
        shipped && strncmp(what, prefix, length) == 0 && !strchr(what, '/') && !strchr(what, '.');
    if (!starter) {
        return memory_text(what);
    }
    struct text_builder name = {0};
    text_add_format(&name, "starters/%s.cfg", what + length);
    char *path = file_join(shipped, name.text);
    text_builder_free(&name);
    return path;
}
