// SPDX-License-Identifier: MIT
#pragma once

#include "base/json.h"
#include "cli/commands.h"
#include "run/plan_state.h"

// `repose plan` and the word behind it.

enum plan_command {
    PLAN_ADD,
    PLAN_LIST,
    PLAN_SHOW,
    PLAN_DIFF,
    PLAN_PAUSE,
    PLAN_REMOVE,
    PLAN_COMMANDS
};

struct plan_row {
    const char *word;
    const char *usage;   // what follows the word
    const char *summary; // one line, translated when shown
    const char *details; // for its own page
    int words_min, words_max;
    bool json, undo, person; // whether it has these options; `person` is --for
};
extern const struct plan_row plan_rows[PLAN_COMMANDS];

// The one of that word, or PLAN_COMMANDS.
enum plan_command plan_command_find(const char *word);
// Whether an option of `plan` belongs to this one: --json and --undo belong and --for to some, all
// else to each.
bool plan_has_option(enum plan_command command, const char *option);

enum status plan_add(struct house *house, const struct arguments *arguments, struct error *err);
enum status plan_list(struct house *house, const struct arguments *arguments, struct error *err);
enum status plan_show(struct house *house, const struct arguments *arguments, struct error *err);
enum status plan_diff_of(struct house *house, const struct arguments *arguments, struct error *err);
enum status plan_pause_on(struct house *house, const struct arguments *arguments,
                          struct error *err);
enum status plan_remove(struct house *house, const struct arguments *arguments, struct error *err);

// "2026-11-21", null for an open end.
struct json *plan_json_day(int64_t day);
// A plan with all it says, and how it stands.
struct json *plan_json(const struct plan_shelf *shelf, const struct plan_standing *standing);
// The same without its items, as `list` has it.
struct json *plan_json_head(const struct plan_shelf *shelf, const struct plan_standing *standing);
