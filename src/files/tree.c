// SPDX-License-Identifier: MIT
#include "files/tree.h"

#include <libconfig.h>
#include <string.h>

#include "files/lexer.h"

struct tree {
    config_t config;
};

// A node is a setting of libconfig under another name, so that no reader needs its header.
static const config_setting_t *setting_of(const struct node *node) {
    return (const config_setting_t *)(const void *)node;
}

// libconfig's getters take a setting that may change, and change none.
static config_setting_t *mutable_setting_of(const struct node *node) {
    union {
        const struct node *node;
        config_setting_t *setting;
    } view = {.node = node};
    return view.setting;
}

static const struct node *node_of(const config_setting_t *setting) {
    return (const struct node *)(const void *)setting;
}

// The bytes that the lexer saw, and a line end behind them: libconfig takes a // on a last line
// without one for no comment.
static bool parse(struct tree *tree, const struct bytes *bytes) {
    char *text = memory_new(bytes->length + 2, 1);
    if (bytes->length) {
        memcpy(text, bytes->data, bytes->length);
    }
    text[bytes->length] = '\n';
    int parsed = config_read_string(&tree->config, text);
    memory_free(text);
    return parsed == CONFIG_TRUE;
}

struct tree *tree_parse(struct bytes *bytes, struct faults *faults) {
    if (!lexer_check(bytes, faults)) {
        return NULL;
    }
    struct tree *tree = memory_new(1, sizeof *tree);
    config_init(&tree->config);
    if (parse(tree, bytes)) {
        return tree;
    }
    faults_add(faults, FAULT_ERROR, config_error_line(&tree->config), NULL,
               "this line is not understood");
    tree_free(tree);
    return NULL;
}

bool tree_read_bytes(const char *path, struct bytes *bytes, struct faults *faults) {
    struct error err = {0};
    if (!file_read(path, LEXER_FILE_MAX, bytes, &err)) {
        faults_add(faults, FAULT_ERROR, 0, NULL, "%s", err.text);
        return false;
    }
    return true;
}

struct tree *tree_read(const char *path, struct faults *faults) {
    struct bytes bytes = {0};
    if (!tree_read_bytes(path, &bytes, faults)) {
        return NULL;
    }
    struct tree *tree = tree_parse(&bytes, faults);
    bytes_free(&bytes);
    return tree;
}

void tree_free(struct tree *tree) {
    if (tree) {
        config_destroy(&tree->config);
        memory_free(tree);
    }
}

const struct node *tree_root(const struct tree *tree) {
    return node_of(config_root_setting(&tree->config));
}

int node_line(const struct node *node) {
    int line = (int)config_setting_source_line(setting_of(node));
    return config_setting_is_root(setting_of(node)) || line < 1 ? 1 : line;
}

const struct node *node_member(const struct node *group, const char *key) {
    if (!node_is_group(group)) {
        return NULL;
    }
    return node_of(config_setting_get_member(mutable_setting_of(group), key));
}

int node_length(const struct node *list) {
    return config_setting_length(setting_of(list));
}

const struct node *node_element(const struct node *list, int index) {
    return node_of(config_setting_get_elem(mutable_setting_of(list), (unsigned)index));
}

const char *node_name(const struct node *node) {
    return config_setting_name(setting_of(node));
}

bool node_is_group(const struct node *node) {
    return config_setting_is_group(setting_of(node));
}

bool node_is_list(const struct node *node) {
    return config_setting_is_list(setting_of(node)) || config_setting_is_array(setting_of(node));
}

bool node_is_text(const struct node *node) {
    return config_setting_type(setting_of(node)) == CONFIG_TYPE_STRING;
}

bool node_is_whole(const struct node *node) {
    int type = config_setting_type(setting_of(node));
    return type == CONFIG_TYPE_INT || type == CONFIG_TYPE_INT64;
}

bool node_is_number(const struct node *node) {
    return node_is_whole(node) || config_setting_type(setting_of(node)) == CONFIG_TYPE_FLOAT;
}

bool node_is_flag(const struct node *node) {
    return config_setting_type(setting_of(node)) == CONFIG_TYPE_BOOL;
}

const char *node_text(const struct node *node) {
    return config_setting_get_string(setting_of(node));
}

int64_t node_whole(const struct node *node) {
    return config_setting_get_int64(setting_of(node));
}

double node_decimal(const struct node *node) {
    return node_is_whole(node) ? (double)node_whole(node)
                               : config_setting_get_float(setting_of(node));
}

bool node_flag(const struct node *node) {
    return config_setting_get_bool(setting_of(node)) == CONFIG_TRUE;
}
