// SPDX-License-Identifier: MIT
#pragma once

#include <signal.h>

#include "base/error.h"
#include "cli/arguments.h"
#include "run/house.h"
#include "run/request.h"

// The commands: each does its work, prints what was asked for on standard output, and says how it
// went. `err` holds the sentence for standard error where there is one; main prints it.

enum status {
    STATUS_DONE = 0,
    STATUS_FAILED = 1, // the request could not be met
    STATUS_USAGE = 2,  // the command line was wrong
};

enum status command_list(struct house *house, const struct arguments *arguments, struct error *err);
enum status command_show(struct house *house, const struct arguments *arguments, struct error *err);
// Faults of the files are no `err`: they go to standard error line by line.
enum status command_check(struct house *house, const struct arguments *arguments,
                          struct error *err);
enum status command_timeline(struct house *house, const struct arguments *arguments,
                             struct error *err);
// What is open today, as routines to play: *today is what they borrow from, freed by the caller
// (run/today.h) in either case. False: nothing is open, and err says when something is.
struct today;
bool today_request(struct house *house, struct play_request *request, struct today *today,
                   const char *ids[], struct error *err);
// What the window's room paints for files (app/still.h).
struct reel;
struct painter {
    bool (*write_still)(struct house *house, const struct still_request *request, const char *path,
                        struct error *err);
    struct reel *(*reel_open)(struct house *house, const struct still_request *request,
                              struct error *err);
    bool (*reel_paint)(struct reel *reel, int64_t at_ms, struct still_pixels *pixels);
    void (*reel_close)(struct reel *reel);
};
// A signal sets `asked_to_stop`: then nothing is written.
enum status command_render(struct house *house, const struct arguments *arguments,
                           const struct painter *painter,
                           const volatile sig_atomic_t *asked_to_stop, struct error *err);
enum status command_pose(struct house *house, const struct arguments *arguments, struct error *err);
enum status command_poses(struct house *house, const struct arguments *arguments,
                          struct error *err);
enum status command_today(struct house *house, const struct arguments *arguments,
                          struct error *err);
enum status command_history(struct house *house, const struct arguments *arguments,
                            struct error *err);
enum status command_stats(struct house *house, const struct arguments *arguments,
                          struct error *err);
enum status command_starters(struct house *house, const struct arguments *arguments,
                             struct error *err);
enum status command_profile(struct house *house, const struct arguments *arguments,
                            struct error *err);
enum status command_settings(struct house *house, const struct arguments *arguments,
                             struct error *err);
enum status command_backup(struct house *house, const struct arguments *arguments,
                           struct error *err);
enum status command_doctor(struct house *house, const struct arguments *arguments,
                           struct error *err);

enum status command_log(struct house *house, const struct arguments *arguments, struct error *err);
enum status command_plan(struct house *house, const struct arguments *arguments, struct error *err);

// The page of --help: of one command, or of the program for COMMAND_OPEN and COMMAND_HELP. `word`
// is the word behind the command, NULL for none: what is logged and what is done with plans have
// pages of their own.
void help_print(enum command command, const char *word);
