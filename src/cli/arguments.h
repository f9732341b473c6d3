// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/error.h"
#include "core/vocabulary.h"

// argv as a value: which command, with what. Knows the words, does nothing.
//
// Options stand before or after arguments, "--" ends them; an option takes the next word as its
// value, whatever it begins with; --option=value works too. A mistake is ERROR_INPUT with the
// nearest right word (exit status 2). Which option belongs to which command, and how it is read,
// is one row of the table in options.c.

enum command {
    COMMAND_OPEN, // no command: the window
    COMMAND_PLAY,
    COMMAND_LIST,
    COMMAND_SHOW,
    COMMAND_CHECK,
    COMMAND_TIMELINE,
    COMMAND_RENDER,
    COMMAND_POSE,
    COMMAND_POSES,
    COMMAND_LOG,
    COMMAND_TODAY,
    COMMAND_HISTORY,
    COMMAND_PLAN,
    COMMAND_STATS,
    COMMAND_STARTERS,
    COMMAND_PROFILE,
    COMMAND_SETTINGS,
    COMMAND_BACKUP,
    COMMAND_DOCTOR,
    COMMAND_HELP,
    COMMAND_VERSION,
    COMMAND_COUNT
};

// An option of `log` as it was written: which of its kinds may have it is told by the kind.
struct log_option;
struct kept_option {
    const struct log_option *option;
    const char *value; // borrowed from argv
};

struct arguments {
    const char *program;
    char **argv; // as main was given it, for a program that takes over
    enum command command;
    const char **words; // what is no option, without the command; borrowed from argv
    int word_count;
    const char **storage;     // owned: what `words` points into
    struct kept_option *kept; // owned: in the order of argv
    int kept_count;

    const char *data, *language;
    const char *person; // plan: whose it is, NULL: not told
    bool now_given;
    struct wall now;

    bool json, strict, mine, help, version;
    bool voice;           // timeline: when each prompt is spoken
    const char *category; // a word of the vocabulary, or NULL
    bool spoken;          // everything read aloud, from now on
    bool terminal, mini, mute, no_voice, no_ambience, no_record, bedtime;
    bool today; // play: what is open, in place of named routines
    bool from_given;
    int64_t from_ms;
    bool tempo_given;
    double tempo;               // 1 when not given
    enum side side;             // SIDE_NONE: not given; SIDE_BOTH for pose alone
    int reps;                   // 0: not given
    int64_t hold_ms, length_ms; // 0: not given
    bool remember;
    bool anyway; // given, with or without the id of a routine
    const char *anyway_routine;
    int before, after; // -1: not given
    int fps;           // 0: not given
    int effort;        // 0 to 10; -1: not given
    bool muscles, mirror;
    bool sound; // doctor: plays it
    bool undo;  // plan: takes a pause or a removal back
    bool at_given;
    int64_t at_ms;
    int width, height; // of a picture, pixels; 0: not given
    bool first_day_given, last_day_given;
    int64_t first_day, last_day; // --from and --to of history, as day numbers
};

// Reads argv. The caller frees `arguments` with arguments_free, after a failure too.
bool arguments_read(int argc, char **argv, struct arguments *arguments, struct error *err);
void arguments_free(struct arguments *arguments);
