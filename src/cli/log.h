// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments.h"
#include "cli/commands.h"
#include "run/house.h"

// Each kind of `repose log`: reads its words (the word behind the kind is words[1]) and options,
// then stores. STATUS_USAGE for what is not allowed, before the history is opened.

enum status log_twitch(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_day(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_week(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_event(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_session(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_question(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_task(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_spasm(struct house *house, const struct arguments *arguments, struct error *err);

// What was entered: all of it, one put right, one taken away.
enum status log_list(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_change(struct house *house, const struct arguments *arguments, struct error *err);
enum status log_remove(struct house *house, const struct arguments *arguments, struct error *err);
