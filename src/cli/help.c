// SPDX-License-Identifier: MIT
#include <stdio.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/log_options.h"
#include "cli/options.h"
#include "cli/plan.h"
#include "core/diary.h"
#include "files/settings.h"
#include "run/profile_keys.h"

enum { HELP_LABEL = 24 };

// A label in the first column, what it means in the second.
static void print_entry(const char *label, const char *meaning) {
    char first[96];
    int columns = text_columns(label);
    int blanks = columns < HELP_LABEL - 3 ? HELP_LABEL - 2 - columns : 1;
    text_format(first, sizeof first, "  %s%*s", label, blanks, "");
    columns_wrap(
        stdout,
        &(struct columns_margin){.first = first, .indent = HELP_LABEL, .width = columns_width()},
        _(meaning));
}

// A label that may be too long for the first column stands on a line of its own.
static void print_command(const char *label, const char *meaning) {
    if (text_columns(label) < HELP_LABEL - 2) {
        print_entry(label, meaning);
    } else {
        printf("  %s\n", label);
        print_entry("", meaning);
    }
}

static void print_option(const struct option_row *row) {
    char label[48];
    text_format(label, sizeof label, "%s%s%s", row->name,
                row->value && !row->value_optional ? " " : "", row->value ? row->value : "");
    print_entry(label, _(row->help));
}

static void print_options(enum command command) {
    for (int i = 0; i < option_count; i++)
        if (option_rows[i].commands & 1u << command)
            print_option(&option_rows[i]);
}

static void print_paragraph(const char *text) {
    columns_wrap(stdout, &(struct columns_margin){.first = "", .width = columns_width()}, text);
}

// What may be told, and what each key takes.
static void print_profile_keys(void) {
    fputs("\n", stdout);
    print_paragraph(_("KEY and VALUE; none, for toxin and asks, where there is nothing to tell; an "
                      "empty VALUE takes back what was told:"));
    for (int i = 0; i < profile_key_count(); i++) {
        struct text_builder takes = {0};
        profile_key_add_takes(i, &takes);
        print_entry(profile_key(i), takes.text);
        text_builder_free(&takes);
    }
}

static void print_settings_keys(void) {
    printf("\n%s\n", _("KEY and VALUE:"));
    for (int i = 0; i < settings_count(); i++)
        print_entry(settings_key(i), settings_help(i));
}

static void print_program(void) {
    print_paragraph(_("repose - breathing, meditation and gentle exercises for a twitching or "
                      "tight face, step by step with sound and picture."));
    fputs("\n", stdout);
    print_entry("repose", _(command_rows[COMMAND_OPEN].summary));
    for (enum command command = COMMAND_PLAY; command < COMMAND_COUNT; command++) {
        char label[96];
        const struct command_row *row = &command_rows[command];
        text_format(label, sizeof label, "repose %s%s%s", row->word, *row->usage ? " " : "",
                    row->usage);
        print_command(label, _(row->summary));
    }
    printf("\n%s\n", _("Everywhere:"));
    print_options(COMMAND_HELP);
    fputs("\n", stdout);
    print_paragraph(_("ROUTINE is an id from `repose list`, or the path of a file: with a / in it, "
                      "or ending in .cfg. `repose COMMAND --help` has the options of a command. "
                      "Exit status: 0 done, 1 the request could not be met, 2 the command line "
                      "was wrong."));
}

static void print_log_kinds(void) {
    fputs("\n", stdout);
    for (enum log_kind kind = 0; kind < LOG_KINDS; kind++) {
        char label[48];
        const struct log_row *row = &log_rows[kind];
        text_format(label, sizeof label, "log %s%s%s", row->word, *row->usage ? " " : "",
                    row->usage);
        print_entry(label, _(row->summary));
    }
}

static void print_symptoms(void) {
    struct text_builder all = {0};
    for (int i = 0; i < TICK_COUNT; i++)
        text_add_format(&all, "%s%s", i > 0 ? " " : "", tick_words[i]);
    printf("\n%s\n", _("Symptoms and what was around:"));
    print_entry("", all.text);
    text_builder_free(&all);
}

static void print_log(enum log_kind kind) {
    const struct log_row *row = &log_rows[kind];
    printf("repose log %s%s%s\n\n", row->word, *row->usage ? " " : "", row->usage);
    print_paragraph(_(row->summary));
    if (row->details) {
        fputs("\n", stdout);
        print_paragraph(_(row->details));
    }
    fputs("\n", stdout);
    for (int i = 0; i < log_option_count; i++) {
        char label[48];
        const struct log_option *option = &log_options[i];
        if (!(option->kinds & 1u << kind))
            continue;
        text_format(label, sizeof label, "%s %s", option->name, option->value);
        print_entry(label, _(option->help));
    }
    print_options(COMMAND_LOG);
    if (kind == LOG_DAY)
        print_symptoms();
}

static void print_plan_commands(void) {
    fputs("\n", stdout);
    for (enum plan_command command = 0; command < PLAN_COMMANDS; command++) {
        char label[64];
        const struct plan_row *row = &plan_rows[command];
        text_format(label, sizeof label, "plan %s%s%s", row->word, *row->usage ? " " : "",
                    row->usage);
        print_command(label, _(row->summary));
    }
}

static void print_plan(enum plan_command command) {
    const struct plan_row *row = &plan_rows[command];
    printf("repose plan %s%s%s\n\n", row->word, *row->usage ? " " : "", row->usage);
    print_paragraph(_(row->summary));
    if (row->details) {
        fputs("\n", stdout);
        print_paragraph(_(row->details));
    }
    fputs("\n", stdout);
    for (int i = 0; i < option_count; i++) {
        const struct option_row *option = &option_rows[i];
        if (option->commands & 1u << COMMAND_PLAN && plan_has_option(command, option->name))
            print_option(option);
    }
}

void help_print(enum command command, const char *word) {
    const struct command_row *row = &command_rows[command];
    if (command == COMMAND_PLAN && word && plan_command_find(word) < PLAN_COMMANDS) {
        print_plan(plan_command_find(word));
        return;
    }
    if (command == COMMAND_LOG && word && log_kind_find(word) < LOG_KINDS) {
        print_log(log_kind_find(word));
        return;
    }
    if (!row->word || command == COMMAND_HELP) {
        print_program();
        return;
    }
    printf("repose %s%s%s\n\n", row->word, *row->usage ? " " : "", row->usage);
    print_paragraph(_(row->summary));
    if (row->details) {
        fputs("\n", stdout);
        print_paragraph(_(row->details));
    }
    fputs("\n", stdout);
    print_options(command);
    if (command == COMMAND_LOG)
        print_log_kinds();
    if (command == COMMAND_PLAN)
        print_plan_commands();
    if (command == COMMAND_PROFILE)
        print_profile_keys();
    if (command == COMMAND_SETTINGS)
        print_settings_keys();
}
