// SPDX-License-Identifier: MIT
#include <assert.h>

#include "base/text.h"
#include "cli/options.h"

enum {
    PLAY_WORDS_MAX = 24, // routines of a chain: an evening is shorter
    TODAY_WORDS_MAX = 8, // a date may be "in two weeks"
};

const struct command_row command_rows[] = {
    [COMMAND_OPEN] = {.usage = "", .summary = N_("open the window")},
    [COMMAND_PLAY] = {.word = "play",
                      .usage = "ROUTINE...|--today",
                      .summary = N_("play a routine, or several one after the other"),
                      .details =
                          N_("In the window where there is a display, else in this terminal. "
                             "Space pauses, Right and Left move between the steps, Escape "
                             "ends and keeps what was done."),
                      .words_min = 1,
                      .words_max = PLAY_WORDS_MAX},
    [COMMAND_LIST] = {.word = "list",
                      .usage = "",
                      .summary = N_("the routines that were found"),
                      .details = N_("A file with a fault stands at the end with its first error; "
                                    "`repose check FILE` tells all of them.")},
    [COMMAND_SHOW] = {.word = "show",
                      .usage = "ROUTINE",
                      .summary = N_("a routine in words"),
                      .words_min = 1,
                      .words_max = 1},
    [COMMAND_CHECK] = {.word = "check",
                       .usage = "FILE...",
                       .summary = N_("look for faults in files of routines, plans, poses, "
                                     "cautions, sources"),
                       .details =
                           N_("Faults go to standard error as FILE:LINE: error|warning: KEY: "
                              "why. Exit status: 0 clean or warnings only, 1 errors, 2 the "
                              "command line was wrong."),
                       .words_min = 1,
                       .words_max = ARGUMENTS_WORDS_MAX},
    [COMMAND_TIMELINE] = {.word = "timeline",
                          .usage = "ROUTINE",
                          .summary = N_("what happens when, as JSON"),
                          .words_min = 1,
                          .words_max = 1},
    [COMMAND_RENDER] = {.word = "render",
                        .usage = "ROUTINE OUT.wav|.flac|.ogg|.mp4|.png",
                        .summary = N_("write a routine into a file to take along: its sound, a "
                                      "film of it, or its picture at a moment"),
                        .details =
                            N_("The timeline from its beginning until the last sound has rung out, "
                               "without waiting. OUT.wav: 48 kHz, stereo, 16 bit; OUT.flac the "
                               "same samples, OUT.ogg a smaller file; OUT.mp4: the picture "
                               "too, 30 times a second. These three need the program ffmpeg. "
                               "OUT.png: what the window shows at that moment."),
                        .words_min = 2,
                        .words_max = 2},
    [COMMAND_POSE] = {.word = "pose",
                      .usage = "POSE OUT.png|OUT.svg",
                      .summary = N_("draw a pose of the face into a file"),
                      .details = N_("POSE is an id that `repose poses` shows. The picture is a "
                                    "mirror, your left on its left; --mirror exchanges the sides."),
                      .words_min = 2,
                      .words_max = 2},
    [COMMAND_POSES] = {.word = "poses",
                       .usage = "OUT.png",
                       .summary = N_("draw all poses into one picture, with title and id"),
                       .words_min = 1,
                       .words_max = 1},
    [COMMAND_LOG] = {.word = "log",
                     .usage = "twitch N|day|week|event KIND|session ROUTINE|question|task TEXT",
                     .summary = N_("the diary: how the face was, what was done, what else there "
                                   "was"),
                     .details = N_("`repose log day --help` has the options of `log day`, and so "
                                   "for each. Told again it takes the place of what was told; "
                                   "old values stay in the records."),
                     .words_min = 1,
                     .words_max = ARGUMENTS_WORDS_MAX},
    [COMMAND_TODAY] = {.word = "today",
                       .usage = "[cards | answer CARD ANSWER]",
                       .summary = N_("what is due, done and open today"),
                       .details = N_("By the plans in force. `repose play --today` plays what is "
                                     "open, `repose log task NAME` ticks a task. `repose today "
                                     "cards` tells what the window's first screen tells beside it "
                                     "(a sign for a doctor, the end of a fortnight, a plan that "
                                     "has changed), each with what can be answered to it."),
                       .words_max = TODAY_WORDS_MAX},
    [COMMAND_HISTORY] = {.word = "history",
                         .usage = "",
                         .summary = N_("the sessions so far, oldest first")},
    [COMMAND_PLAN] = {.word = "plan",
                      .usage = "add FILE|list|show ID|diff A B|pause FROM TO|remove ID",
                      .summary = N_("what you or your therapist have planned: add it, look at it, "
                                    "pause it, end it"),
                      .details = N_("`repose plan add --help` has the page of `plan add`, and so "
                                    "for each. A plan is a file; docs/plan-format.md tells how "
                                    "one is written."),
                      .words_min = 1,
                      .words_max = ARGUMENTS_WORDS_MAX},
    [COMMAND_STATS] = {.word = "stats",
                       .usage = "",
                       .summary = N_("what was done of what was asked for, and how the face was"),
                       .details = N_("Without --from and --to of everything there is. A figure "
                                     "that rests on too few days is left out, null with --json.")},
    [COMMAND_STARTERS] = {.word = "starters",
                          .usage = "",
                          .summary = N_("fortnights to begin with, and their minutes a day")},
    [COMMAND_PROFILE] = {.word = "profile",
                         .usage = "[show | set KEY VALUE]",
                         .summary = N_("what you told about yourself"),
                         .words_max = 3},
    [COMMAND_SETTINGS] = {.word = "settings",
                          .usage = "[list | get KEY | set KEY VALUE]",
                          .summary = N_("volume, sounds, lead-in and the like"),
                          .words_max = 3},
    [COMMAND_BACKUP] = {.word = "backup",
                        .usage = "OUT.db",
                        .summary = N_("copy the history into a file"),
                        .words_min = 1,
                        .words_max = 1},
    [COMMAND_DOCTOR] = {.word = "doctor",
                        .usage = "",
                        .summary = N_("what works here, and what to do where something does not"),
                        .details = N_("Exit status: 0 all is well, 1 something wants attention.")},
    [COMMAND_HELP] = {.word = "help",
                      .usage = "[COMMAND]",
                      .summary = N_("this page, or that of a command"),
                      .words_max = 2},
    [COMMAND_VERSION] = {.word = "version", .usage = "", .summary = N_("the version")},
};
static_assert(sizeof command_rows / sizeof *command_rows == COMMAND_COUNT, "one row a command");
