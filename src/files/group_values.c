// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "core/routine.h"
#include "files/group.h"

// Beyond this a number is called too large rather than printed with all its digits.
static const double PRINTABLE_MAX = 1e9;

bool group_flag(const struct group *group, const char *key, bool *to) {
    const struct node *node = node_member(group->node, key);
    if (!node) {
        return false;
    }
    if (!node_is_flag(node)) {
        group_fault(group, key, "must be true or false, without quotes");
        return false;
    }
    *to = node_flag(node);
    return true;
}

// Says what is wrong with a number that lies outside; the wording names the value and the bound.
static bool check_bounds(const struct group *group, const struct node *node, const char *key,
                         const double bounds[2]) {
    double value = node_decimal(node);
    char written[TEXT_NUMBER_MAX], bound[TEXT_NUMBER_MAX];
    if (!isfinite(value) || fabs(value) > PRINTABLE_MAX) {
        group_node_fault(group, node, key, "this number is far too large; at most %s",
                         text_decimal(bounds[1], bound));
    } else if (value < bounds[0]) {
        group_node_fault(group, node, key, "%s is below %s", text_decimal(value, written),
                         text_decimal(bounds[0], bound));
    } else if (value > bounds[1]) {
        group_node_fault(group, node, key, "%s is above %s", text_decimal(value, written),
                         text_decimal(bounds[1], bound));
    } else {
        return true;
    }
    return false;
}

static bool check_number(const struct group *group, const struct node *node, const char *key,
                         const double bounds[2], bool whole) {
    if (!node_is_number(node)) {
        const char *why = node_is_text(node)
                              ? (whole ? _("must be a whole number, without quotes")
                                       : _("must be a number, without quotes"))
                              : (whole ? _("must be a whole number") : _("must be a number"));
        group_node_fault(group, node, key, "%s", why);
        return false;
    }
    if (whole && !node_is_whole(node)) {
        group_node_fault(group, node, key, "must be a whole number, without a dot");
        return false;
    }
    return check_bounds(group, node, key, bounds);
}

bool group_whole(const struct group *group, const char *key, int min, int max, int *to) {
    const struct node *node = node_member(group->node, key);
    const double bounds[2] = {min, max};
    if (!node || !check_number(group, node, key, bounds, true)) {
        return false;
    }
    *to = (int)node_whole(node);
    return true;
}

bool group_decimal(const struct group *group, const char *key, double min, double max, double *to) {
    const struct node *node = node_member(group->node, key);
    const double bounds[2] = {min, max};
    if (!node || !check_number(group, node, key, bounds, false)) {
        return false;
    }
    *to = node_decimal(node);
    return true;
}

static bool check_time(const struct group *group, const struct node *node, const char *key,
                       int64_t *to) {
    const double bounds[2] = {ROUTINE_TIME_MIN_MS / 1000.0, ROUTINE_TIME_MAX_MS / 1000.0};
    if (!check_number(group, node, key, bounds, false)) {
        return false;
    }
    *to = llround(node_decimal(node) * 1000.0);
    return true;
}

bool group_time(const struct group *group, const char *key, int64_t *to) {
    const struct node *node = node_member(group->node, key);
    return node && check_time(group, node, key, to);
}

// A list of exactly two, or NULL.
static const struct node *pair_of(const struct group *group, const char *key) {
    const struct node *list = group_list(group, key);
    if (list && node_length(list) != 2) {
        group_fault(group, key, "must be two numbers, [ least, most ]");
        return NULL;
    }
    return list;
}

static bool check_order(const struct group *group, const char *key, bool ordered) {
    if (!ordered) {
        group_fault(group, key, "the first number is the least, the second the most");
    }
    return ordered;
}

bool group_whole_pair(const struct group *group, const char *key, int min, int max, int to[2]) {
    const struct node *list = pair_of(group, key);
    const double bounds[2] = {min, max};
    for (int index = 0; list && index < 2; index++) {
        const struct node *node = node_element(list, index);
        if (!check_number(group, node, group_element_key(group, key, index), bounds, true)) {
            return false;
        }
    }
    if (!list ||
        !check_order(group, key,
                     node_whole(node_element(list, 0)) <= node_whole(node_element(list, 1)))) {
        return false;
    }
    to[0] = (int)node_whole(node_element(list, 0));
    to[1] = (int)node_whole(node_element(list, 1));
    return true;
}

bool group_time_pair(const struct group *group, const char *key, int64_t to[2]) {
    const struct node *list = pair_of(group, key);
    int64_t times[2] = {0};
    for (int index = 0; list && index < 2; index++) {
        const struct node *node = node_element(list, index);
        if (!check_time(group, node, group_element_key(group, key, index), &times[index])) {
            return false;
        }
    }
    if (!list || !check_order(group, key, times[0] <= times[1])) {
        return false;
    }
    memcpy(to, times, sizeof times);
    return true;
}

bool group_element_whole(const struct group *group, const struct node *list, const char *key,
                         int index, int max, int *to) {
    const struct node *node = node_element(list, index);
    const double bounds[2] = {1, max};
    if (!check_number(group, node, group_element_key(group, key, index), bounds, true)) {
        return false;
    }
    *to = (int)node_whole(node);
    return true;
}

static const char *name_of_control(uint32_t code) {
    switch (code) {
    case '\n':
        return _(" (a line break)");
    case '\r':
        return _(" (a carriage return)");
    case '\t':
        return _(" (a tab)");
    case 0x1B:
        return _(" (escape)");
    default:
        return "";
    }
}

bool group_check_text(const struct group *group, const struct node *node, const char *key,
                      int max) {
    if (!node_is_text(node)) {
        group_node_fault(group, node, key, "must be a text in quotes");
        return false;
    }
    const char *text = node_text(node);
    size_t length = strlen(text);
    int characters = 0;
    for (size_t at = 0; at < length; characters++) {
        uint32_t code = 0;
        size_t bytes = text_character(text + at, length - at, &code);
        if (!bytes) {
            group_node_fault(group, node, key, "byte 0x%02X is no UTF-8",
                             (unsigned)(unsigned char)text[at]);
            return false;
        }
        if (text_is_control(code)) {
            group_node_fault(group, node, key, "the control character U+%04X%s has no place here",
                             (unsigned)code, name_of_control(code));
            return false;
        }
        at += bytes;
    }
    if (characters > max) {
        group_node_fault(group, node, key, "%d characters are above %d", characters, max);
        return false;
    }
    return true;
}

// Whether `name` is `key` in some language ("say_de"); *wanted when it is the one that is read.
static bool is_variant(const struct group *group, const char *name, const char *key, bool *wanted) {
    size_t length = strlen(key);
    if (key_stem(name) != length || strncmp(name, key, length) != 0) {
        return false;
    }
    const char *language = group->reading->language;
    *wanted = language && strcmp(name + length + 1, language) == 0;
    return true;
}

// The text in the language that is read, NULL where there is none or it is wrong.
static bool find_text(const struct group *group, const char *key, int max, const char **found) {
    bool good = true;
    for (int index = 0; index < node_length(group->node); index++) {
        const struct node *node = node_element(group->node, index);
        const char *name = node_name(node);
        bool wanted = false;
        bool itself = strcmp(name, key) == 0;
        if (!itself && !is_variant(group, name, key, &wanted)) {
            continue;
        }
        if (!group_check_text(group, node, name, max)) {
            good = false;
        } else if (wanted || (itself && !*found)) {
            *found = node_text(node)[0] || itself ? node_text(node) : *found;
        }
    }
    return good;
}

bool group_text(const struct group *group, const char *key, int max, const char **to) {
    const char *found = NULL;
    if (!find_text(group, key, max, &found) || !found || !found[0]) {
        return false;
    }
    *to = group_keep(group, found);
    return true;
}

bool group_required_text(const struct group *group, const char *key, int max, const char **to) {
    const char *found = NULL;
    if (!group_require(group, key) || !find_text(group, key, max, &found)) {
        return false;
    }
    const struct node *node = node_member(group->node, key);
    if (node_text(node)[0] == '\0') {
        group_fault(group, key, "must not be empty");
        return false;
    }
    *to = group_keep(group, found);
    return true;
}

const char *const *group_text_names(const struct group *group, const char *key) {
    int length = node_length(group->node);
    const char **names = arena_new(group->reading->arena, (size_t)length + 1, sizeof *names);
    int count = 0;
    for (int index = 0; index < length; index++) {
        const struct node *node = node_element(group->node, index);
        bool wanted;
        if (strcmp(node_name(node), key) == 0 || is_variant(group, node_name(node), key, &wanted)) {
            names[count++] = group_keep(group, node_text(node));
        }
    }
    return names;
}

int group_check_word(const struct group *group, const struct node *node, const char *key,
                     const char *const words[], int count) {
    if (!group_check_text(group, node, key, ROUTINE_TEXT_MAX)) {
        return -1;
    }
    const char *word = node_text(node);
    for (int index = 0; index < count; index++) {
        if (words[index] && strcmp(words[index], word) == 0) {
            return index;
        }
    }
    char written[41];
    text_copy(written, sizeof written, word);
    const char *nearest = text_nearest(word, words, (size_t)count);
    struct text_builder list = {0};
    for (int index = 0; index < count; index++) {
        if (words[index]) {
            text_add_format(&list, " %s", words[index]);
        }
    }
    if (nearest) {
        group_node_fault(group, node, key, "\"%s\" is unknown; did you mean %s?", written, nearest);
    } else {
        group_node_fault(group, node, key, "\"%s\" is none of:%s", written, list.text);
    }
    text_builder_free(&list);
    return -1;
}

bool group_word(const struct group *group, const char *key, const char *const words[], int count,
                int *to) {
    const struct node *node = node_member(group->node, key);
    int found = node ? group_check_word(group, node, key, words, count) : -1;
    if (found >= 0) {
        *to = found;
    }
    return found >= 0;
}

bool group_words(const struct group *group, const char *key, const char *const words[], int count,
                 unsigned *to) {
    const struct node *list = group_list(group, key);
    unsigned bits = 0;
    bool good = list != NULL;
    for (int index = 0; list && index < node_length(list); index++) {
        const char *name = group_element_key(group, key, index);
        int word = group_check_word(group, node_element(list, index), name, words, count);
        good = good && word >= 0;
        bits |= word >= 0 ? 1U << word : 0;
    }
    if (good) {
        *to = bits;
    }
    return good;
}
