// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "cli/log_options.h"
#include "cli/options.h"

enum { NAMES_MAX = 128 };

// An option as it was written, before it is known which command it is for.
struct given {
    const char *name;
    size_t length;     // of the name
    const char *value; // NULL: none
};

struct given_list {
    struct given *items;
    int count;
};

// "-3" is a word, so that a value need not be hidden behind "--".
static bool is_option(const char *word) {
    return word[0] == '-' && word[1] != '\0' && !(word[1] >= '0' && word[1] <= '9');
}

// The commands that are no options of this one, as " --a --b"; or the nearest to a mistyped one.
static bool unknown_option(const struct given *given, enum command command, struct error *err) {
    const char *names[NAMES_MAX];
    size_t count = 0;
    char written[64];
    struct text_builder all = {0};
    assert(option_count + log_option_count <= NAMES_MAX);
    for (int i = 0; i < option_count; i++)
        if (option_rows[i].commands & 1u << command) {
            names[count++] = option_rows[i].name;
            text_add_format(&all, " %s", option_rows[i].name);
        }
    for (int i = 0; command == COMMAND_LOG && i < log_option_count; i++) {
        names[count++] = log_options[i].name;
        text_add_format(&all, " %s", log_options[i].name);
    }
    text_format(written, sizeof written, "%.*s", (int)given->length, given->name);
    const char *nearest = text_nearest(written, names, count);
    const char *word = command_rows[command].word ? command_rows[command].word : "repose";
    if (nearest)
        error_set(err, ERROR_INPUT, _("%s has no option %s; did you mean %s?"), word, written,
                  nearest);
    else
        error_set(err, ERROR_INPUT, _("%s has no option %s; there are:%s"), word, written,
                  all.text);
    text_builder_free(&all);
    return false;
}

// Takes the option at argv[*at] and, where it has one, its value.
static bool take_option(int argc, char **argv, int *at, struct given_list *options,
                        struct error *err) {
    const char *word = argv[*at];
    struct given given = {.name = word, .length = strcspn(word, "=")};
    const struct option_row *row = option_find(word, given.length, COMMAND_COUNT);
    const struct log_option *logged = row ? NULL : log_option_find(word, given.length);
    if (word[given.length] == '=') {
        given.value = word + given.length + 1;
        if (row && !row->value)
            return error_set(err, ERROR_INPUT, _("%s takes no value"), row->name);
    } else if (row && row->value && !row->value_optional) {
        if (*at + 1 >= argc)
            return error_set(err, ERROR_INPUT, _("%s needs a value: %s %s"), row->name, row->name,
                             row->value);
        given.value = argv[++*at];
    } else if (logged) {
        if (*at + 1 >= argc)
            return error_set(err, ERROR_INPUT, _("%s needs a value: %s %s"), logged->name,
                             logged->name, logged->value);
        given.value = argv[++*at];
    }
    options->items[options->count++] = given;
    return true;
}

// Parts argv into options and words.
static bool split(int argc, char **argv, struct arguments *arguments, struct given_list *options,
                  struct error *err) {
    bool ended = false;
    for (int i = 1; i < argc; i++) {
        if (!ended && strcmp(argv[i], "--") == 0) {
            ended = true;
        } else if (ended || !is_option(argv[i])) {
            arguments->words[arguments->word_count++] = argv[i];
        } else if (!take_option(argc, argv, &i, options, err)) {
            return false;
        }
    }
    return true;
}

// The first word is the command; it leaves the words.
static bool take_command(struct arguments *arguments, struct error *err) {
    if (arguments->word_count == 0)
        return true;
    const char *word = arguments->words[0];
    arguments->command = command_find(word);
    if (arguments->command == COMMAND_COUNT) {
        const char *known[COMMAND_COUNT];
        for (int i = 0; i < COMMAND_COUNT; i++)
            known[i] = command_rows[i].word;
        const char *nearest = text_nearest(word, known, COMMAND_COUNT);
        if (nearest)
            return error_set(err, ERROR_INPUT, _("there is no command %s; did you mean %s?"), word,
                             nearest);
        return error_set(err, ERROR_INPUT, _("there is no command %s; repose --help has them all"),
                         word);
    }
    arguments->words++;
    arguments->word_count--;
    return true;
}

static bool apply(const struct given *given, struct arguments *arguments, struct error *err) {
    if (arguments->command == COMMAND_LOG) {
        const struct log_option *logged = log_option_find(given->name, given->length);
        if (logged) {
            arguments->kept[arguments->kept_count++] = (struct kept_option){logged, given->value};
            return true;
        }
    }
    const struct option_row *row = option_find(given->name, given->length, arguments->command);
    if (!row)
        return unknown_option(given, arguments->command, err);
    if (row->value)
        return row->read(given->value, arguments, err);
    bool *flag = (bool *)((char *)arguments + row->flag);
    *flag = true;
    return true;
}

static bool check_words(const struct arguments *arguments, struct error *err) {
    const struct command_row *row = &command_rows[arguments->command];
    const char *word = row->word ? row->word : "repose";
    if (arguments->help || arguments->version)
        return true;
    if (arguments->today && arguments->word_count > 0)
        return error_set(err, ERROR_INPUT, _("%s: --today stands in place of routines"), word);
    if (arguments->word_count < row->words_min && !arguments->today)
        return error_set(err, ERROR_INPUT, _("%s needs more: repose %s %s"), word, word,
                         row->usage);
    if (arguments->word_count > row->words_max)
        return error_set(err, ERROR_INPUT, _("%s: one word too many: %s"), word,
                         arguments->words[row->words_max]);
    if (arguments->first_day_given && arguments->last_day_given &&
        arguments->first_day > arguments->last_day)
        return error_set(err, ERROR_INPUT, _("--from lies behind --to"));
    return true;
}

bool arguments_read(int argc, char **argv, struct arguments *arguments, struct error *err) {
    assert(argv != NULL && arguments != NULL && err != NULL);
    size_t room = argc > 0 ? (size_t)argc : 1;
    struct given_list options = {.items = memory_new(room, sizeof *options.items)};
    *arguments = (struct arguments){.program = argc > 0 ? argv[0] : "repose",
                                    .argv = argv,
                                    .storage = memory_new(room, sizeof *arguments->words),
                                    .kept = memory_new(room, sizeof *arguments->kept),
                                    .tempo = 1,
                                    .before = -1,
                                    .after = -1,
                                    .effort = -1};
    arguments->words = arguments->storage;
    bool right = split(argc, argv, arguments, &options, err) && take_command(arguments, err);
    for (int i = 0; right && i < options.count; i++)
        right = apply(&options.items[i], arguments, err);
    memory_free(options.items);
    return right && check_words(arguments, err);
}

void arguments_free(struct arguments *arguments) {
    memory_free(arguments->storage);
    memory_free(arguments->kept);
    *arguments = (struct arguments){0};
}
