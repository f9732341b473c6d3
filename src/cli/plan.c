// SPDX-License-Identifier: MIT
#include "cli/plan.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "cli/options.h"

const struct plan_row plan_rows[] = {
    [PLAN_ADD] = {.word = "add",
                  .usage = "FILE",
                  .summary = N_("check a plan and keep it; from then on it counts"),
                  .details = N_("A file under an id that is there already becomes another version, "
                                "and what is different is said. `plan add starter-quiet` begins "
                                "the starter fortnight of that name today. A plan with a fault is "
                                "not added; `repose check FILE` says the same. --for says whose "
                                "it is; added once more with another name it is put right."),
                  .words_min = 1,
                  .words_max = 1,
                  .person = true},
    [PLAN_LIST] = {.word = "list",
                   .usage = "",
                   .summary = N_("the plans there are, and how each stands today; pauses"),
                   .json = true},
    [PLAN_SHOW] = {.word = "show",
                   .usage = "ID",
                   .summary = N_("a plan in words"),
                   .details = N_("The version in force, else the newest. ID@2 is the second "
                                 "version, ID@2026-11-21 the one in force on that day."),
                   .words_min = 1,
                   .words_max = 1,
                   .json = true},
    [PLAN_DIFF] = {.word = "diff",
                   .usage = "A B",
                   .summary = N_("what is different in B, in words"),
                   .details = N_("A and B are files (with a / in the name, or ending in .cfg) or "
                                 "plans that were added: ID is the newest version, ID@2 the "
                                 "second, ID@2026-11-21 the one in force on that day."),
                   .words_min = 2,
                   .words_max = 2},
    [PLAN_PAUSE] = {.word = "pause",
                    .usage = "[ID] FROM TO [REASON]",
                    .summary = N_("days on which nothing is asked for, both included"),
                    .details = N_("Of one plan, or without ID of all of them. It reaches back two "
                                  "days at most. A date is 2026-11-21, or as you would write it: "
                                  "tomorrow, 24 December."),
                    .words_min = 2,
                    .words_max = ARGUMENTS_WORDS_MAX,
                    .undo = true},
    [PLAN_REMOVE] = {.word = "remove",
                     .usage = "ID",
                     .summary = N_("end a plan with yesterday"),
                     .details = N_("What was asked for until then stays in the figures."),
                     .words_min = 1,
                     .words_max = 1,
                     .undo = true},
};
static_assert(sizeof plan_rows / sizeof *plan_rows == PLAN_COMMANDS, "one row each");

enum plan_command plan_command_find(const char *word) {
    enum plan_command command = PLAN_ADD;
    while (command < PLAN_COMMANDS && strcmp(plan_rows[command].word, word) != 0) {
        command++;
    }
    return command;
}

bool plan_has_option(enum plan_command command, const char *option) {
    const struct plan_row *row = &plan_rows[command];
    return strcmp(option, "--json") == 0   ? row->json
           : strcmp(option, "--undo") == 0 ? row->undo
           : strcmp(option, "--for") == 0  ? row->person
                                           : true;
}

static bool find_command(const char *word, enum plan_command *command, struct error *err) {
    const char *known[PLAN_COMMANDS];
    struct text_builder all = {0};
    *command = plan_command_find(word);
    for (int i = 0; i < PLAN_COMMANDS; i++) {
        known[i] = plan_rows[i].word;
        text_add_format(&all, " %s", known[i]);
    }
    const char *nearest = text_nearest(word, known, PLAN_COMMANDS);
    if (*command == PLAN_COMMANDS && nearest) {
        error_set(err, ERROR_INPUT, _("plan knows no %s; did you mean %s?"), word, nearest);
    } else if (*command == PLAN_COMMANDS) {
        error_set(err, ERROR_INPUT, _("plan knows no %s; there are:%s"), word, all.text);
    }
    text_builder_free(&all);
    return *command < PLAN_COMMANDS;
}

static bool check_words(const struct plan_row *row, const struct arguments *arguments,
                        struct error *err) {
    int count = arguments->word_count - 1;
    if (count < row->words_min) {
        return error_set(err, ERROR_INPUT, _("plan %s needs more: repose plan %s %s"), row->word,
                         row->word, row->usage);
    }
    if (count > row->words_max) {
        return error_set(err, ERROR_INPUT, _("plan %s: one word too many: %s"), row->word,
                         arguments->words[1 + row->words_max]);
    }
    return true;
}

static bool check_options(const struct plan_row *row, const struct arguments *arguments,
                          struct error *err) {
    const char *wrong = arguments->json && !row->json       ? "--json"
                        : arguments->undo && !row->undo     ? "--undo"
                        : arguments->person && !row->person ? "--for"
                                                            : NULL;
    return !wrong || error_set(err, ERROR_INPUT, _("plan %s has no option %s"), row->word, wrong);
}

enum status command_plan(struct house *house, const struct arguments *arguments,
                         struct error *err) {
    typedef enum status plan_function(struct house *, const struct arguments *, struct error *);
    static plan_function *const functions[] = {
        [PLAN_ADD] = plan_add,      [PLAN_LIST] = plan_list,      [PLAN_SHOW] = plan_show,
        [PLAN_DIFF] = plan_diff_of, [PLAN_PAUSE] = plan_pause_on, [PLAN_REMOVE] = plan_remove,
    };
    static_assert(sizeof functions / sizeof *functions == PLAN_COMMANDS, "each does something");
    enum plan_command command;
    if (!find_command(arguments->words[0], &command, err) ||
        !check_options(&plan_rows[command], arguments, err) ||
        !check_words(&plan_rows[command], arguments, err)) {
        return STATUS_USAGE;
    }
    return functions[command](house, arguments, err);
}
