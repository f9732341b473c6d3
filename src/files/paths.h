// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/error.h"

// Where things lie. Texts are the struct's; free with paths_free.
//
// Shipped files: beside the folder of the program (build/repose -> ../routines), else under the
// prefix it was installed to (PREFIX/share/repose; the program in PREFIX/bin or libexec/repose). A
// person's: the XDG base directories, or all in one place with --data.
struct paths {
    char *routines, *audio, *images, *locale; // shipped; NULL where the program stands alone
    char *own_routines;                       // $XDG_DATA_HOME/repose/routines
    char *own_audio;                          // .../audio: cues, ambience, voice; not created
    char *history;                            // .../history.db
    char *backups;                            // .../backups
    char *settings;                           // $XDG_CONFIG_HOME/repose/settings.cfg
    char *cache;                              // $XDG_CACHE_HOME/repose
    char *data;                               // the folder that holds history.db
};

// `program` is argv[0]; `data` the argument of --data or NULL. Nothing is created. Fails when
// neither HOME nor the XDG variables say where (relative values are ignored, as the specification
// asks), and leaves *paths empty.
bool paths_find(const char *program, const char *data, struct paths *paths, struct error *err);

// Where a program lies that repose starts itself: beside it, as built, else in
// PREFIX/libexec/repose. The caller frees it; NULL: in neither.
char *paths_companion(const char *program, const char *name);

// Creates the person's folders (0700).
bool paths_prepare(const struct paths *paths, struct error *err);
void paths_free(struct paths *paths);
