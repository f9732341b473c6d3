// SPDX-License-Identifier: MIT
#include "files/group.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

enum { KEYS_MAX = 48, FAULT_WHY_MAX = 1024 };

const char *group_keep(const struct group *group, const char *text) {
    return arena_text(group->reading->arena, text, strlen(text));
}

const char *group_path(const struct group *group, const char *key) {
    struct faults *faults = group->reading->faults;
    if (!key) {
        return group->path[0] ? group->path : NULL;
    }
    return group->path[0] ? faults_text(faults, "%s.%s", group->path, key) : key;
}

const char *group_element_key(const struct group *group, const char *key, int index) {
    return faults_text(group->reading->faults, "%s[%d]", key, index + 1);
}

// Whether the lexer has refused something on this line: what its values say is then not certain.
static bool is_refused(const struct faults *faults, int line) {
    for (int index = 0; index < faults->count; index++) {
        const struct fault *fault = &faults->items[index];
        if (fault->line == line && !fault->key && fault->level == FAULT_ERROR) {
            return true;
        }
    }
    return false;
}

// What is missing from a group is missing whatever stands on its line.
static void add_fault(const struct group *group, enum fault_level level, const struct node *node,
                      const char *key, const char *why) {
    struct faults *faults = group->reading->faults;
    if (node == group->node || !is_refused(faults, node_line(node))) {
        faults_add(faults, level, node_line(node), group_path(group, key), "%s", why);
    }
}

static const struct node *node_of_key(const struct group *group, const char *key) {
    const struct node *member = key ? node_member(group->node, key) : NULL;
    return member ? member : group->node;
}

void group_fault(const struct group *group, const char *key, const char *format, ...) {
    char why[FAULT_WHY_MAX];
    va_list arguments;
    va_start(arguments, format);
    text_format_list(why, sizeof why, text_translate(format), arguments);
    va_end(arguments);
    add_fault(group, FAULT_ERROR, node_of_key(group, key), key, why);
}

void group_warning(const struct group *group, const char *key, const char *format, ...) {
    char why[FAULT_WHY_MAX];
    va_list arguments;
    va_start(arguments, format);
    text_format_list(why, sizeof why, text_translate(format), arguments);
    va_end(arguments);
    add_fault(group, FAULT_WARNING, node_of_key(group, key), key, why);
}

void group_node_fault(const struct group *group, const struct node *node, const char *key,
                      const char *format, ...) {
    char why[FAULT_WHY_MAX];
    va_list arguments;
    va_start(arguments, format);
    text_format_list(why, sizeof why, text_translate(format), arguments);
    va_end(arguments);
    add_fault(group, FAULT_ERROR, node, key, why);
}

bool group_has(const struct group *group, const char *key) {
    return node_member(group->node, key) != NULL;
}

bool group_require(const struct group *group, const char *key) {
    if (!group_has(group, key)) {
        group_fault(group, key, "missing");
        return false;
    }
    return true;
}

// `if` is the one ending of two letters that is no language: say_if.
size_t key_stem(const char *name) {
    size_t length = strlen(name);
    bool language = length > 3 && name[length - 3] == '_' && name[length - 2] >= 'a' &&
                    name[length - 2] <= 'z' && name[length - 1] >= 'a' && name[length - 1] <= 'z' &&
                    strcmp(name + length - 2, "if") != 0;
    return language ? length - 3 : 0;
}

const struct key *key_find(const struct key keys[], int count, const char *name) {
    size_t stem = key_stem(name);
    for (int index = 0; index < count; index++) {
        const struct key *key = &keys[index];
        bool variant =
            key->text && stem && strlen(key->name) == stem && memcmp(key->name, name, stem) == 0;
        if (variant || strcmp(key->name, name) == 0) {
            return key;
        }
    }
    return NULL;
}

const char *key_nearest(const struct group *group, const struct key keys[], int count,
                        const char *name) {
    const char *all[KEYS_MAX];
    const char *texts[KEYS_MAX];
    size_t known = 0;
    for (int index = 0; index < count && known < KEYS_MAX; index++) {
        all[known] = keys[index].name;
        texts[known++] = keys[index].text ? keys[index].name : NULL;
    }
    size_t stem = key_stem(name);
    if (stem) {
        const char *start = faults_text(group->reading->faults, "%.*s", (int)stem, name);
        const char *text = text_nearest(start, texts, known);
        if (text) {
            return faults_text(group->reading->faults, "%s%s", text, name + stem);
        }
    }
    return text_nearest(name, all, known);
}

// A key that resembles none; where only a few are possible they are named.
static void fault_unknown(const struct group *group, const struct key keys[], int count,
                          const char *name) {
    enum { NAMED_MAX = 10 };
    struct text_builder known = {0};
    for (int index = 0; index < count && count <= NAMED_MAX; index++) {
        text_add_format(&known, "%s %s", index ? "" : _("; known are:"), keys[index].name);
    }
    group_fault(group, name, "unknown here%s", known.text ? known.text : "");
    text_builder_free(&known);
}

void group_check_keys(const struct group *group, const struct key keys[], int count) {
    for (int index = 0; index < node_length(group->node); index++) {
        const char *name = node_name(node_element(group->node, index));
        if (key_find(keys, count, name)) {
            continue;
        }
        const char *nearest = key_nearest(group, keys, count, name);
        if (nearest) {
            group_fault(group, name, "unknown; did you mean %s?", nearest);
        } else {
            fault_unknown(group, keys, count, name);
        }
    }
}

bool group_inner(const struct group *group, const char *key, struct group *inner) {
    const struct node *node = node_member(group->node, key);
    if (!node) {
        return false;
    }
    if (!node_is_group(node)) {
        group_fault(group, key, "must be a group in { }");
        return false;
    }
    *inner =
        (struct group){.reading = group->reading, .node = node, .path = group_path(group, key)};
    return true;
}

const struct node *group_list(const struct group *group, const char *key) {
    const struct node *node = node_member(group->node, key);
    if (node && !node_is_list(node)) {
        group_fault(group, key, "must be a list");
        return NULL;
    }
    return node;
}
