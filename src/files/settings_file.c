// SPDX-License-Identifier: MIT
#include <errno.h>
#include <stdio.h> // rename
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "files/lexer.h"
#include "files/setting_rows.h"
#include "files/settings.h"
#include "files/token.h"
#include "files/tree.h"

// More set-aside files than these, and somebody should look before another is made.
enum { BROKEN_MAX = 99 };

static const struct setting_row *row_named(const char *key, size_t length) {
    for (int index = 0; index < setting_row_count; index++) {
        const char *known = setting_rows[index].key;
        if (strlen(known) == length && memcmp(known, key, length) == 0) {
            return &setting_rows[index];
        }
    }
    return NULL;
}

// The value of a node in the words that a person would use for it; false for groups and lists.
static bool value_text(const struct node *node, struct text_builder *value) {
    char number[TEXT_NUMBER_MAX];
    if (node_is_text(node)) {
        text_add(value, node_text(node));
    } else if (node_is_flag(node)) {
        text_add(value, node_flag(node) ? "true" : "false");
    } else if (node_is_whole(node)) {
        text_add_format(value, "%lld", (long long)node_whole(node));
    } else if (node_is_number(node)) {
        text_add(value, text_decimal(node_decimal(node), number));
    } else {
        return false;
    }
    return true;
}

static void take_node(const char *path, const struct setting_row *row, const struct node *node,
                      struct settings *settings) {
    struct text_builder value = {0};
    if (!value_text(node, &value) || !setting_take(settings, row, value.text)) {
        char wanted[SETTING_TEXT_MAX], kept[SETTING_TEXT_MAX];
        setting_wanted(row, wanted, sizeof wanted);
        setting_text(settings, row, kept, sizeof kept);
        log_warning(_("%s:%d: %s %s; it stays %s"), path, node_line(node), row->key, wanted, kept);
    }
    text_builder_free(&value);
}

// A name that no file has yet: PATH.broken, PATH.broken2 ...; false when there are too many.
static bool free_name(const char *path, struct text_builder *name) {
    for (int number = 1; number <= BROKEN_MAX; number++) {
        text_builder_free(name);
        text_add_format(name, "%s.broken", path);
        if (number > 1) {
            text_add_format(name, "%d", number);
        }
        if (!file_exists(name->text)) {
            return true;
        }
    }
    return false;
}

// Moves a file that cannot be read out of the way, so that what a person wrote into it is kept when
// the settings are written next.
static void set_aside(const char *path, const char *why) {
    struct text_builder name = {0};
    if (free_name(path, &name) && rename(path, name.text) == 0) {
        log_warning(_("%s; the file is now %s, and the settings are as they come"), why, name.text);
    } else {
        log_warning(_("%s; the settings are as they come"), why);
    }
    text_builder_free(&name);
}

static void set_aside_with(const char *path, struct faults *faults) {
    faults_sort(faults);
    char *why = faults->count ? fault_text(&faults->items[0], path) : memory_text(path);
    set_aside(path, why);
    memory_free(why);
}

struct settings settings_read(const char *path) {
    struct settings settings = settings_default();
    struct bytes bytes = {0};
    struct error err = {0};
    if (!file_read(path, LEXER_FILE_MAX, &bytes, &err)) {
        error_prefix(&err, path);
        if (err.code == ERROR_LIMIT) {
            set_aside(path, err.text);
        } else if (err.code != ERROR_MISSING) {
            log_warning(_("%s; the settings are as they come"), err.text);
        }
        return settings;
    }
    struct faults faults = {0};
    struct tree *tree = tree_parse(&bytes, &faults);
    if (!tree) {
        set_aside_with(path, &faults);
    }
    for (int index = 0; tree && index < setting_row_count; index++) {
        const struct node *node = node_member(tree_root(tree), setting_rows[index].key);
        if (node) {
            take_node(path, &setting_rows[index], node, &settings);
        }
    }
    tree_free(tree);
    faults_free(&faults);
    bytes_free(&bytes);
    return settings;
}

// Copies one setting of the top level, from its name to the end of its value, byte by byte: a later
// version may mean by it what this one cannot write. Returns the token behind it.
static struct token keep_setting(struct scanner *scanner, struct token name,
                                 struct text_builder *text) {
    const char *end = name.start + name.length;
    bool assigned = false;
    int open = 0;
    struct token token = scanner_next(scanner);
    for (; token.kind != TOKEN_END; token = scanner_next(scanner)) {
        bool over = token.kind == TOKEN_SEMICOLON || token.kind == TOKEN_COMMA ||
                    (token.kind == TOKEN_NAME && assigned);
        if (open == 0 && over) {
            break;
        }
        assigned = assigned || token.kind == TOKEN_ASSIGN;
        open += (token.kind == TOKEN_OPEN) - (token.kind == TOKEN_CLOSE);
        end = token.start + token.length;
    }
    if (!row_named(name.start, name.length)) {
        text_add_bytes(text, name.start, (size_t)(end - name.start));
        text_add(text, ";\n");
    }
    return token;
}

// What the present file holds beside the keys of this version.
static void add_unknown(const char *path, struct text_builder *text) {
    struct bytes bytes = {0};
    struct error err = {0};
    struct faults faults = {0};
    if (!file_read(path, LEXER_FILE_MAX, &bytes, &err)) {
        return;
    }
    struct tree *tree = tree_parse(&bytes, &faults);
    if (tree) {
        struct scanner scanner = {
            .at = bytes.data, .end = bytes.data + bytes.length, .line = 1, .faults = &faults};
        struct token token = scanner_next(&scanner);
        while (token.kind != TOKEN_END) {
            token = token.kind == TOKEN_NAME ? keep_setting(&scanner, token, text)
                                             : scanner_next(&scanner);
        }
    }
    tree_free(tree);
    faults_free(&faults);
    bytes_free(&bytes);
}

static bool is_quoted(enum setting_kind kind) {
    return kind == SETTING_TIME || kind == SETTING_WORD || kind == SETTING_SWITCH ||
           kind == SETTING_NAME || kind == SETTING_LANGUAGE || kind == SETTING_COMMAND;
}

static void add_quoted(const char *value, struct text_builder *text) {
    text_add(text, "\"");
    for (; *value; value++) {
        text_add(text, *value == '"' || *value == '\\' ? "\\" : "");
        text_add_bytes(text, value, 1);
    }
    text_add(text, "\"");
}

static void add_row(const struct settings *settings, const struct setting_row *row,
                    struct text_builder *text) {
    char value[SETTING_TEXT_MAX];
    setting_text(settings, row, value, sizeof value);
    text_add_format(text, "%s = ", row->key);
    if (is_quoted(row->kind)) {
        add_quoted(value, text);
    } else {
        text_add(text, value);
    }
    text_add(text, ";\n");
}

bool settings_write(const char *path, const struct settings *settings, struct error *err) {
    struct text_builder text = {0};
    text_add_format(&text, "// %s\n",
                    _("The settings of repose. `repose settings` says what each one takes."));
    for (int index = 0; index < setting_row_count; index++) {
        add_row(settings, &setting_rows[index], &text);
    }
    add_unknown(path, &text);
    bool done = file_write(path, text.text, text.length, 0600, err) || error_prefix(err, path);
    text_builder_free(&text);
    return done;
}
